//! The email that a template makes, and what is logged of it.

use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, SalespersonId};
use crate::domain::interaction::{InteractionDraft, LogDraft};
use crate::domain::kinds::{Direction, InteractionKind};
use crate::domain::mail::{MailMatter, MailTemplateDraft};
use crate::mail::{self, MOST_URL, Placeholder, Unfilled};
use crate::repository::request::Request;
use crate::text::Terms;
use crate::text::{Lang, Locale, dates, safe};

/// An email as it is handed over; raw text of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    client: ClientId,
    contact: Option<ContactId>,
    sender: Option<SalespersonId>,
    pub name: String,
    address: String,
    pub subject: String,
    pub body: String,
    pub url: String,
    /// It is too long for a URL: its text is on the clipboard instead.
    pub is_cut: bool,
}

impl Letter {
    /// As it is copied.
    pub fn text(&self) -> String {
        format!("{}\n{}\n\n{}", self.address, self.subject, self.body)
    }

    /// What is logged once it went out.
    pub fn log(self, day: Day) -> Request {
        Request::Log(Box::new(LogDraft::of(InteractionDraft {
            id: None,
            rev: 0,
            client: self.client,
            contact: self.contact,
            salesperson: self.sender,
            kind: InteractionKind::Email,
            direction: Direction::Out,
            day,
            minutes: None,
            outcome: None,
            text: self.subject,
        })))
    }
}

/// The letter that a template makes, or why it makes none.
pub fn write(matter: &MailMatter, template: &MailTemplateDraft, terms: &Terms) -> Result<Letter, String> {
    let lang = Lang::from_tag(&template.language).unwrap_or(terms.locale.lang);
    // The user's own place where it speaks that language: dates differ between countries.
    let locale = if lang == terms.locale.lang { terms.locale } else { Locale::of(lang) };
    let today = terms.today.date().unwrap_or_default();
    let value = |it| match it {
        Placeholder::Contact => matter.name().to_owned(),
        Placeholder::Client => matter.client.name.clone(),
        Placeholder::Me => matter.me.clone(),
        Placeholder::Date => dates::date_long(today, &locale),
        Placeholder::Product => matter.product.clone(),
    };
    let fill = |text: &str| mail::fill(text, value).map_err(|why| unfilled(&why, matter, terms.locale.lang));
    let (subject, body) = (fill(&template.subject)?, fill(&template.body)?);
    let address = mail::one_line(matter.address());
    let url = mail::mailto(&address, &subject, Some(&body));
    let is_cut = url.len() > MOST_URL;
    let url = if is_cut { mail::mailto(&address, &subject, None) } else { url };
    let (client, contact) = (matter.client.id, matter.contact.as_ref().and_then(|contact| contact.id));
    let name = matter.name().to_owned();
    let (client, sender) = (client.unwrap_or(ClientId(0)), matter.sender);
    Ok(Letter { client, contact, sender, name, address, subject, body, url, is_cut })
}

fn unfilled(why: &Unfilled, matter: &MailMatter, lang: Lang) -> String {
    match why {
        Unfilled::Unknown(word) => {
            let word = format!("{{{}}}", safe::fit(word, 40));
            let known = Placeholder::list(lang);
            lang.ta("form-error-placeholder", &[("word", word.into()), ("known", known.into())])
        }
        Unfilled::Nothing(Placeholder::Product) => {
            lang.ta("mail-no-product", &[("client", matter.client.name.as_str().into())])
        }
        Unfilled::Nothing(Placeholder::Me) => lang.t("mail-no-me"),
        Unfilled::Nothing(it) => {
            let word = format!("{{{}}}", it.word(lang));
            lang.ta("mail-nothing-for", &[("word", word.into())])
        }
    }
}
