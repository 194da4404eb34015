//! Between the screen and its form: opens forms, hands them keys and answers, carries their effects out.

pub use super::form::RecordKind as Kind;

use super::form::{Form, FormContext, FormEffect, FormKey};
use super::modal::Modal;
use super::status::Tone;
use super::tab::Tab;
use super::{Action, Effect, Model, bulk, logging, many, noting, page};
use crate::domain::ids::ClientId;
use crate::entry::Reading;
use crate::repository::error::Error;
use crate::repository::request::{Candidate, FormDraft, Record, RecordId, Request, Ticket};

/// A form for a new row of the list that is shown.
pub fn add(model: &mut Model) -> Vec<Effect> {
    let kind = match model.tab {
        Tab::Clients | Tab::Today | Tab::TodayByCity | Tab::PutOff => Kind::Client,
        Tab::Contacts => Kind::Contact,
        Tab::Sales => Kind::Sale,
        Tab::FollowUps | Tab::Week => Kind::FollowUp,
        Tab::Offers => Kind::Offer,
        Tab::Surveys => Kind::Survey,
        Tab::Activity | Tab::Totals => Kind::Interaction,
        Tab::Products => Kind::Product,
        Tab::Salespeople => Kind::Salesperson,
    };
    let client = page::narrowed_to(model);
    let mut effects = open(model, kind, client);
    effects.extend(inherit(model));
    effects
}

/// Fills the form that was just opened in with what all rows of the list have.
fn inherit(model: &mut Model) -> Vec<Effect> {
    if model.tab == Tab::Week || model.in_full().is_some() {
        return Vec::new();
    }
    let said = model.list().filter().equalities(model.date());
    let head = model.lists[Tab::Today.index()].head();
    let me = head.and_then(|head| head.whose.clone());
    with_form(model, |form| form.inherit(&said, me.as_deref()))
}

/// A form for a new row that belongs to the client of the card or of the selected row; without one it asks for it.
pub fn add_for_client(model: &mut Model, kind: Kind) -> Vec<Effect> {
    let client = model.client().map(|(client, name)| (client, name.to_owned()));
    open(model, kind, client)
}

/// The form of a sale with what a line says of it; kept at once, as the line was.
pub fn open_sale(model: &mut Model, reading: &Reading) -> Vec<Effect> {
    let Some(form) = logging::sale_form(model, reading) else { return Vec::new() };
    let draft = form.to_draft();
    model.modal = Some(Modal::Form(Box::new(form)));
    let mut effects = with_form(model, Form::start);
    effects.push(Effect::Store(Request::KeepDraft(draft)));
    effects
}

/// An offer to the client of the row; of a product to whoever is named.
pub fn offer(model: &mut Model) -> Vec<Effect> {
    add_for_client(model, Kind::Offer)
}

/// A form for a new row of this client.
pub fn open_for(model: &mut Model, kind: Kind, client: Option<(ClientId, String)>) -> Vec<Effect> {
    open(model, kind, client)
}

fn open(model: &mut Model, kind: Kind, client: Option<(ClientId, String)>) -> Vec<Effect> {
    let mut form = Form::new(kind, &context(model, client));
    if let Some(day) =
        model.week.day_ahead(model.today).filter(|_| model.tab == Tab::Week && kind == Kind::FollowUp)
    {
        form.preset_day("due", day);
    }
    if let Some((product, name)) = model.product.full().filter(|_| kind == Kind::Offer) {
        form.preset_row("product", name, product.0);
    }
    if let Some(figures) = model.figures.iter().find(|it| it.active && kind == Kind::Survey) {
        form.preset_survey(figures);
    }
    model.modal = Some(Modal::Form(Box::new(form)));
    with_form(model, Form::start)
}

pub fn context(model: &Model, client: Option<(ClientId, String)>) -> FormContext {
    FormContext {
        lang: model.locale.lang,
        locale: model.locale,
        today: model.date(),
        currency: model.currency(),
        client,
        custom: model.custom.clone(),
    }
}

/// The row that was asked for is here.
pub fn opened(model: &mut Model, record: &Record, labels: &[(RecordId, String)]) -> Vec<Effect> {
    let mut newer = false;
    let effects = with_form(model, |form| {
        let merged = form.reopened(record, labels);
        newer = merged.is_some();
        merged.unwrap_or_default()
    });
    if newer {
        return effects;
    }
    // Something else may have come up meanwhile; it is not taken away from under the user's hands.
    if model.modal.is_none() && model.line.is_none() {
        let mut form = Form::open(record, labels, &context(model, None));
        let answering = model.answering.take();
        let asked =
            answering.filter(|(id, _)| matches!(record, Record::Offer(offer) if offer.id == Some(*id)));
        if let Some((_, bought)) = asked {
            form.answer(bought);
        }
        // One opens a survey that is out to write down what came back.
        if matches!(record, Record::Survey(sent) if sent.answered.is_none()) {
            form.begin_at("score");
        }
        model.modal = Some(Modal::Form(Box::new(form)));
        return noting::opened(model);
    }
    model.noting = noting::Noting::default();
    effects
}

/// Goes on with a form that an earlier run left half-filled.
pub fn resume(model: &mut Model, draft: &FormDraft) {
    if let Some(form) = Form::from_draft(draft, &context(model, None)) {
        model.modal = Some(Modal::Form(Box::new(form)));
    } else {
        let text = model.t("drafts-unreadable");
        model.say(Tone::Error, text);
    }
}

/// The title of a kept form; of one that cannot be read, the name of its kind.
pub fn draft_name(model: &Model, draft: &FormDraft) -> String {
    Form::from_draft(draft, &context(model, None)).map_or_else(|| draft.form.clone(), |form| form.title())
}

/// What an action means to the form.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other actions belong to other places")]
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let key = match action {
        Action::NextField => FormKey::Next,
        Action::PrevField => FormKey::Prev,
        Action::Submit => FormKey::Enter,
        Action::Save => FormKey::Submit,
        Action::Cancel => FormKey::Cancel,
        Action::AddLine => FormKey::AddLine,
        Action::RemoveLine => FormKey::RemoveLine,
        Action::EditNotes => return noting::from_form(model),
        _ => return Vec::new(),
    };
    input(model, key)
}

/// Hands the form a key.
pub fn input(model: &mut Model, key: FormKey) -> Vec<Effect> {
    with_form(model, |form| form.input(key))
}

/// Proposals for a name are here.
pub fn looked_up(model: &mut Model, ticket: Ticket, candidates: Vec<Candidate>) -> Vec<Effect> {
    with_form(model, |form| form.looked_up(ticket, candidates))
}

/// The form's row is written.
pub fn saved(model: &mut Model) -> Vec<Effect> {
    with_form(model, Form::saved)
}

/// The form's row could not be written.
pub fn failed(model: &mut Model, error: &Error) -> Vec<Effect> {
    with_form(model, |form| form.failed(error))
}

pub fn with_form(model: &mut Model, change: impl FnOnce(&mut Form) -> Vec<FormEffect>) -> Vec<Effect> {
    let Some((form, quit)) = model.modal.as_mut().and_then(Modal::form_mut) else { return Vec::new() };
    let wanted = change(form);
    let mut effects = Vec::new();
    for effect in wanted {
        match effect {
            FormEffect::LookUp(request) => effects.push(Effect::Store(request)),
            FormEffect::Save(request) => {
                let request = many::of(model, &request).unwrap_or(request);
                effects.push(Effect::Store(request));
            }
            FormEffect::Keep(draft) => effects.push(Effect::Store(Request::KeepDraft(draft))),
            FormEffect::DropDraft { form, row } => {
                effects.push(Effect::Store(Request::DropDraft { form, row }));
            }
            FormEffect::Read => effects.extend(bulk::read(model)),
            FormEffect::Close => {
                model.modal = None;
                effects.extend(quit.then_some(Effect::Quit));
                bulk::left(model);
            }
            FormEffect::AskDiscard => ask_to_discard(model, false),
        }
    }
    effects
}

/// Asks before what was typed is lost; yes ends the program too when that is why the form goes.
pub fn ask_to_discard(model: &mut Model, quit: bool) {
    match model.modal.take() {
        Some(Modal::Form(form)) => model.modal = Some(Modal::Discard { form, quit }),
        other => model.modal = other,
    }
}

/// The answer to that question.
pub fn answer_discard(model: &mut Model, yes: bool) -> Vec<Effect> {
    if yes {
        return with_form(model, Form::discard);
    }
    match model.modal.take() {
        Some(Modal::Discard { form, .. }) => model.modal = Some(Modal::Form(form)),
        other => model.modal = other,
    }
    Vec::new()
}
