//! Writing an email: from the menu of what is known, over a template, to the user's mail program, and into what was done
//! once the user says that it went out.
//!
//! ```text
//! begin ─► Asked ─► (may we?) ─► templates ⇄ form ─► Opening ─► sent? ─► Request::Log
//!                                                       └─► no mail program: copy the text? ─► sent?
//! ```

mod letter;

use super::form::Form;
use super::modal::{Confirm, Modal, Yes};
use super::outside::Mailed;
use super::status::Tone;
use super::{Action, Effect, Model, act, forms, layout};
use crate::domain::ids::{ClientId, ContactId, MailTemplateId};
use crate::domain::kinds::Consent;
use crate::domain::mail::{MailMatter, MailTemplateDraft};
use crate::mail;
use crate::repository::request::{Record, RecordId, Request, Ticket};
use crate::text::{Lang, Locale, safe};
use letter::Letter;

/// An email on its way, until the mail program has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    client: ClientId,
    contact: Option<ContactId>,
    step: Step,
    /// The user was told that it is not wished for.
    is_warned: bool,
    /// The line of the menu, and the template that was saved last.
    index: usize,
    saved: Option<MailTemplateId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Something else stood over the screen: what there is to choose from is asked for when it is gone.
    Waiting,
    Asked(Ticket),
    Choosing,
    Opening(Box<Letter>),
}

/// The templates there are, those in the client's language first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    matter: Box<MailMatter>,
    lang: Lang,
    items: Vec<MailTemplateDraft>,
    pub index: usize,
}

impl Templates {
    /// Whom it goes to, and in which language.
    pub fn title(&self, locale: &Locale) -> String {
        let (name, language) = (self.matter.name(), self.lang.t("form-language-name"));
        locale.ta("mail-title", &[("name", name.into()), ("language", language.into())])
    }

    /// What the lines say.
    pub fn names(&self, locale: &Locale) -> Vec<String> {
        /// A longer name leaves no room for the subject.
        const WIDEST: usize = 30;
        let width = self.items.iter().map(|it| safe::width(&it.name)).max().unwrap_or(0).min(WIDEST);
        let line = |it: &MailTemplateDraft| {
            let mut line = format!("{}  {}", safe::pad(&it.name, width), it.subject);
            if it.language != self.lang.code() {
                let language = Lang::from_tag(&it.language).map(|lang| lang.t("form-language-name"));
                line = format!("{line} · {}", language.unwrap_or_else(|| it.language.clone()));
            }
            if it.id.is_some() { format!("{line} · {}", locale.t("mail-own")) } else { line }
        };
        self.items.iter().map(line).collect()
    }
}

/// What is asked about an email.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whoever is to get it does not wish to: still write?
    Unwished(Box<MailMatter>),
    /// No mail program took it: copy the text? With what went wrong; `None` where there is none.
    Copy(Letter, Option<(String, String)>),
    Sent(Letter),
}

impl Question {
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Unwished(matter) if matter.client.do_not_contact => {
                locale.ta("mail-ask-unwished-client", &[("name", matter.client.name.as_str().into())])
            }
            Self::Unwished(matter) => locale.ta("mail-ask-unwished", &[("name", matter.name().into())]),
            Self::Copy(_, None) => locale.t("mail-ask-copy"),
            Self::Copy(_, Some((command, reason))) => {
                locale.ta("mail-ask-copy-failed", &[("command", command.into()), ("reason", reason.into())])
            }
            Self::Sent(letter) => {
                let key = if letter.is_cut { "mail-ask-sent-cut" } else { "mail-ask-sent" };
                let args = [("subject", (&letter.subject).into()), ("name", (&letter.name).into())];
                locale.ta(key, &args)
            }
        }
    }
}

/// Writes to a contact, or to the client's own address.
pub fn begin(model: &mut Model, client: ClientId, contact: Option<ContactId>) {
    let (step, is_warned, index, saved) = (Step::Waiting, false, 0, None);
    model.mailing = Some(Mailing { client, contact, step, is_warned, index, saved });
}

/// What is to be asked for.
pub fn wanted(model: &mut Model) -> Option<Request> {
    if model.modal.is_some() {
        return None;
    }
    let mailing = model.mailing.as_mut().filter(|mailing| mailing.step == Step::Waiting)?;
    let ticket = model.tickets.give();
    mailing.step = Step::Asked(ticket);
    Some(Request::Mail { ticket, client: mailing.client, contact: mailing.contact })
}

/// Do keys wait for what comes up next?
pub fn is_awaited(model: &Model) -> bool {
    let step = model.mailing.as_ref().map(|mailing| &mailing.step);
    model.modal.is_none() && matches!(step, Some(Step::Waiting | Step::Asked(_) | Step::Opening(_)))
}

/// What was asked for cannot be read.
pub fn give_up(model: &mut Model, ticket: Ticket) {
    if model.mailing.as_ref().is_some_and(|mailing| mailing.step == Step::Asked(ticket)) {
        model.mailing = None;
    }
}

/// A template was saved: it is the one that is meant now.
pub fn saved(model: &mut Model, id: MailTemplateId) {
    if let Some(mailing) = &mut model.mailing {
        mailing.saved = Some(id);
    }
}

/// What the email is written from is here.
pub fn ready(model: &mut Model, ticket: Ticket, matter: MailMatter) {
    let Some(mailing) = model.mailing.as_mut().filter(|mailing| mailing.step == Step::Asked(ticket)) else {
        return;
    };
    if model.modal.is_some() {
        mailing.step = Step::Waiting;
        return;
    }
    mailing.step = Step::Choosing;
    let refused = matter.contact.as_ref().is_some_and(|contact| contact.consent == Consent::Refused);
    if (refused || matter.client.do_not_contact) && !mailing.is_warned {
        model.modal = Some(Modal::Mail(Box::new(Question::Unwished(Box::new(matter)))));
    } else {
        show(model, matter);
    }
}

fn show(model: &mut Model, matter: MailMatter) {
    let Some(mailing) = &mut model.mailing else { return };
    let language = matter.contact.as_ref().map_or("", |contact| &contact.language);
    let lang = mail::language(language, &matter.client.country, model.locale.lang);
    let items = mail::offered(&matter.templates, lang);
    let saved = mailing.saved.take();
    let index = items.iter().position(|it| saved.is_some() && it.id == saved).unwrap_or(mailing.index);
    let index = index.min(items.len().saturating_sub(1));
    model.modal = Some(Modal::Templates(Templates { matter: Box::new(matter), lang, items, index }));
}

/// Among the templates.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
    let Some(Modal::Templates(mut menu)) = model.modal.take() else { return Vec::new() };
    if let Some(rows) = act::steps(action, height) {
        menu.index = menu.index.saturating_add_signed(rows).min(menu.items.len().saturating_sub(1));
    }
    if let Some(mailing) = &mut model.mailing {
        mailing.index = menu.index;
    }
    let template = menu.items.get(menu.index).cloned();
    match (action, template) {
        (Action::Cancel, _) => {
            model.mailing = None;
            return Vec::new();
        }
        (Action::Submit, Some(template)) => match letter::write(&menu.matter, &template, &model.terms()) {
            Ok(letter) => return hand_over(model, letter),
            Err(refusal) => model.say(Tone::Error, refusal),
        },
        (Action::Add, _) => {
            let language = menu.lang.code().to_owned();
            return edit(model, MailTemplateDraft { language, ..MailTemplateDraft::default() });
        }
        // A built-in one is copied to one's own.
        (Action::Edit, Some(template)) => return edit(model, template),
        (Action::Remove, Some(template)) => {
            if let Some(id) = template.id {
                ask_to_remove(model, id, &template.name);
                return Vec::new();
            }
            let text = model.t("mail-built-in");
            model.say(Tone::Hint, text);
        }
        (_, _) => {}
    }
    model.modal = Some(Modal::Templates(menu));
    Vec::new()
}

/// The menu comes back when the form is gone.
fn edit(model: &mut Model, template: MailTemplateDraft) -> Vec<Effect> {
    wait(model);
    let form = Form::open(&Record::MailTemplate(template), &[], &forms::context(model, None));
    model.modal = Some(Modal::Form(Box::new(form)));
    forms::with_form(model, Form::start)
}

fn ask_to_remove(model: &mut Model, id: MailTemplateId, name: &str) {
    wait(model);
    let question = model.locale.ta("confirm-remove-mail-template", &[("subject", name.into())]);
    let on_yes = Request::Remove(RecordId::MailTemplate(id));
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes: Yes::Store(on_yes), on_this_one: None }));
}

fn wait(model: &mut Model) {
    if let Some(mailing) = &mut model.mailing {
        mailing.step = Step::Waiting;
    }
}

fn hand_over(model: &mut Model, letter: Letter) -> Vec<Effect> {
    let body = letter.is_cut.then(|| Effect::Copy(letter.body.clone()));
    let open = Effect::OpenMail(letter.url.clone());
    if let Some(mailing) = &mut model.mailing {
        mailing.step = Step::Opening(Box::new(letter));
    }
    body.into_iter().chain([open]).collect()
}

/// The mail program was asked, or failed later.
pub fn mailed(model: &mut Model, url: &str, how: Mailed) {
    let opening = match model.mailing.as_ref().map(|mailing| &mailing.step) {
        Some(Step::Opening(letter)) if letter.url == url => Some((**letter).clone()),
        Some(Step::Opening(_) | Step::Waiting | Step::Asked(_) | Step::Choosing) | None => None,
    };
    let asked = match &model.modal {
        Some(Modal::Mail(asked)) => match &**asked {
            Question::Sent(letter) if letter.url == url => Some(letter.clone()),
            Question::Sent(_) | Question::Copy(..) | Question::Unwished(_) => None,
        },
        _ => None,
    };
    // Once the question is answered it is of no interest how the opener ended.
    let Some(letter) = opening.or(asked) else { return };
    model.mailing = None;
    let lang = model.locale.lang;
    let question = match how {
        Mailed::Started => Question::Sent(letter),
        Mailed::NoOpener => Question::Copy(letter, None),
        Mailed::Failed { command, reason } => {
            let reason = reason.unwrap_or_else(|| lang.t("copied-command-failed"));
            Question::Copy(letter, Some((command, reason)))
        }
    };
    model.modal = Some(Modal::Mail(Box::new(question)));
}

/// The answer to a question about an email.
pub fn answer(model: &mut Model, yes: bool) -> Vec<Effect> {
    let Some(Modal::Mail(asked)) = model.modal.take() else { return Vec::new() };
    match *asked {
        Question::Unwished(matter) if yes => {
            if let Some(mailing) = &mut model.mailing {
                mailing.is_warned = true;
            }
            show(model, *matter);
            Vec::new()
        }
        Question::Copy(mut letter, _) if yes => {
            let text = letter.text();
            letter.is_cut = false;
            model.modal = Some(Modal::Mail(Box::new(Question::Sent(letter))));
            vec![Effect::Copy(text)]
        }
        Question::Sent(letter) if yes => vec![Effect::Store(letter.log(model.today))],
        Question::Unwished(_) => {
            model.mailing = None;
            Vec::new()
        }
        Question::Copy(..) | Question::Sent(_) => {
            let text = model.t("mail-not-logged");
            model.say(Tone::Hint, text);
            Vec::new()
        }
    }
}
