//! What each kind of form asks, how a row is put into it, and how the request is read out of it. No keys, no screen.

mod client;
mod contact;
mod custom;
mod custom_field;
mod follow_up;
mod interaction;
mod mail_template;
mod offer;
mod product;
mod sale;
mod salesperson;
mod survey;

pub use custom::inherited;

use super::field::{Field, Input};
use super::lines::Lines;
use super::reference::Chosen;
use super::rule;
use super::values::Values;
use super::{FormContext, RecordKind};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::sale::RATE_ONE;
use crate::domain::survey::{Scale, SurveyFigures};
use crate::repository::request::{Record, RecordId, Request};
use crate::text::safe;

/// The fields of a form before anything is typed, and its lines if it has them.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub fields: Vec<Field>,
    pub lines: Option<Lines>,
}

/// The row that a form edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Edited {
    /// 0 for a new row.
    pub row: i64,
    pub rev: i64,
}

/// What is asked for a new row.
pub fn blank(kind: RecordKind, ctx: &FormContext) -> Sheet {
    let (fields, lines) = match kind {
        RecordKind::Client => (client::fields(ctx), None),
        RecordKind::Contact => (contact::fields(ctx), None),
        RecordKind::Product => (product::fields(), None),
        RecordKind::Sale => (sale::fields(ctx), Some(sale::lines())),
        RecordKind::FollowUp => (follow_up::fields(ctx), None),
        RecordKind::Offer => (offer::fields(ctx), None),
        RecordKind::Survey => (survey::fields(ctx), None),
        RecordKind::Interaction => (interaction::fields(ctx), None),
        RecordKind::Salesperson => (salesperson::fields(ctx), None),
        RecordKind::MailTemplate => (mail_template::fields(ctx), None),
        RecordKind::CustomField => (custom_field::fields(ctx), None),
    };
    let mut sheet = Sheet { fields, lines };
    if let Some((client, name)) = &ctx.client {
        sheet.set_row("client", name, client.0);
    }
    sheet
}

/// The kind of a row, its key and revision, and its values in a form.
pub fn filled(
    record: &Record,
    labels: &[(RecordId, String)],
    ctx: &FormContext,
) -> (RecordKind, Edited, Sheet) {
    let ctx = &FormContext { client: None, ..ctx.clone() };
    let kind = RecordKind::of(record);
    let mut sheet = blank(kind, ctx);
    let mut filler = Filler { sheet: &mut sheet, labels, ctx };
    let edited = match record {
        Record::Client(draft) => client::fill(draft, &mut filler),
        Record::Contact(draft) => contact::fill(draft, &mut filler),
        Record::Product(draft) => product::fill(draft, &mut filler),
        Record::Sale(draft) => sale::fill(draft, &mut filler),
        Record::FollowUp(draft) => follow_up::fill(draft, &mut filler),
        Record::Offer(draft) => offer::fill(draft, &mut filler),
        Record::Survey(draft) => survey::fill(draft, &mut filler),
        Record::Interaction(draft) => interaction::fill(draft, &mut filler),
        Record::Salesperson(draft) => salesperson::fill(draft, &mut filler),
        Record::MailTemplate(draft) => mail_template::fill(draft, &mut filler),
        Record::CustomField(draft) => custom_field::fill(draft, &mut filler),
    };
    (kind, edited, sheet)
}

/// The request to save what the fields say; they have been checked.
pub fn request(kind: RecordKind, edited: Edited, sheet: &Sheet, ctx: &FormContext) -> Request {
    let values = Values { fields: &sheet.fields, ctx };
    match kind {
        RecordKind::Client => Request::SaveClient(Box::new(client::read(edited, values))),
        RecordKind::Contact => Request::SaveContact(contact::read(edited, values)),
        RecordKind::Product => Request::SaveProduct(product::read(edited, values)),
        RecordKind::Sale => Request::SaveSale(sale::read(edited, values, sheet.lines.as_ref())),
        RecordKind::FollowUp => Request::SaveFollowUp(follow_up::read(edited, values)),
        RecordKind::Offer => Request::SaveOffer(offer::read(edited, values)),
        RecordKind::Survey => Request::SaveSurvey(survey::read(edited, values)),
        RecordKind::Interaction => Request::SaveInteraction(interaction::read(edited, values)),
        RecordKind::Salesperson => Request::SaveSalesperson(salesperson::read(edited, values)),
        RecordKind::MailTemplate => Request::SaveMailTemplate(mail_template::read(edited, values)),
        RecordKind::CustomField => Request::SaveCustomField(custom_field::read(edited, values)),
    }
}

/// What several fields together must satisfy; puts each message at its field.
pub fn check_together(kind: RecordKind, edited: Edited, sheet: &mut Sheet, ctx: &FormContext) {
    match kind {
        RecordKind::Client => client::check(sheet, ctx),
        RecordKind::Sale => sale::check(sheet, ctx),
        RecordKind::FollowUp => follow_up::check(sheet, ctx),
        RecordKind::Offer => offer::check(sheet, ctx),
        RecordKind::Survey => survey::check(sheet, ctx),
        RecordKind::Interaction => interaction::check(sheet, ctx),
        RecordKind::Salesperson => salesperson::check(sheet, edited, ctx),
        RecordKind::MailTemplate => mail_template::check(sheet, ctx),
        RecordKind::CustomField => custom_field::check(sheet, edited, ctx),
        RecordKind::Contact | RecordKind::Product => {}
    }
}

/// Brings the fields that depend on others up to date; `changed` is the one that the user just changed.
pub fn follow(kind: RecordKind, sheet: &mut Sheet, changed: &str, ctx: &FormContext) {
    match kind {
        RecordKind::Client => client::follow(sheet, changed, ctx),
        RecordKind::Sale => sale::follow(sheet, changed, ctx),
        RecordKind::FollowUp => {
            forget_contact(sheet, changed);
            follow_up::follow(sheet, changed);
        }
        RecordKind::Offer => offer::follow(sheet, changed, ctx),
        RecordKind::Survey => {
            forget_contact(sheet, changed);
            survey::follow(sheet, changed, ctx);
        }
        RecordKind::Interaction => forget_contact(sheet, changed),
        RecordKind::CustomField => custom_field::follow(sheet, ctx),
        RecordKind::Contact | RecordKind::Product | RecordKind::Salesperson | RecordKind::MailTemplate => {}
    }
}

/// Puts into the form of an offer that its product was bought.
pub fn offer_bought(sheet: &mut Sheet, day: Day, ctx: &FormContext) {
    offer::buy(sheet, day, ctx);
}

/// Names a survey that was sent before.
pub fn name_survey(sheet: &mut Sheet, figures: &SurveyFigures, ctx: &FormContext) {
    survey::preset(sheet, figures.survey, &figures.name, figures.scale, ctx);
}

/// A survey was chosen, with its scale.
pub fn set_scale(sheet: &mut Sheet, scale: Scale, ctx: &FormContext) {
    survey::set_scale(sheet, scale, ctx);
}

/// Does Enter save from this field on? What follows it is filled in as it mostly is, and Tab goes to it.
pub fn is_enough(kind: RecordKind, edited: Edited, field: &str) -> bool {
    match kind {
        RecordKind::Offer => offer::is_enough(edited, field),
        RecordKind::Survey => survey::is_enough(edited, field),
        RecordKind::Client
        | RecordKind::Contact
        | RecordKind::Product
        | RecordKind::Sale
        | RecordKind::FollowUp
        | RecordKind::Interaction
        | RecordKind::Salesperson
        | RecordKind::MailTemplate
        | RecordKind::CustomField => false,
    }
}

/// The currency in which the form counts.
pub fn currency(kind: RecordKind, sheet: &Sheet, ctx: &FormContext) -> Currency {
    match kind {
        RecordKind::Sale => sale::currency(Values { fields: &sheet.fields, ctx }),
        RecordKind::Client
        | RecordKind::Contact
        | RecordKind::Product
        | RecordKind::FollowUp
        | RecordKind::Offer
        | RecordKind::Survey
        | RecordKind::Interaction
        | RecordKind::Salesperson
        | RecordKind::MailTemplate
        | RecordKind::CustomField => ctx.currency,
    }
}

/// Billionths of the base currency for one of that currency.
pub fn rate(kind: RecordKind, sheet: &Sheet, ctx: &FormContext) -> i64 {
    match kind {
        RecordKind::Sale => sale::rate(Values { fields: &sheet.fields, ctx }),
        RecordKind::Client
        | RecordKind::Contact
        | RecordKind::Product
        | RecordKind::FollowUp
        | RecordKind::Offer
        | RecordKind::Survey
        | RecordKind::Interaction
        | RecordKind::Salesperson
        | RecordKind::MailTemplate
        | RecordKind::CustomField => RATE_ONE,
    }
}

/// A contact belongs to one client; with another client it must be chosen anew.
fn forget_contact(sheet: &mut Sheet, changed: &str) {
    if changed == "client"
        && let Some(contact) = sheet.field_mut("contact")
        && matches!(&contact.input, Input::Reference(reference) if matches!(reference.chosen(), Chosen::Row(_)))
    {
        contact.set_text("");
    }
}

impl Sheet {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    pub fn set_row(&mut self, name: &str, label: &str, row: i64) {
        if let Some(Input::Reference(reference)) = self.field_mut(name).map(|field| &mut field.input) {
            reference.set(label, Chosen::Row(row));
        }
    }

    /// Puts an error at a field that has none yet.
    fn accuse(&mut self, name: &str, message: impl FnOnce() -> String) {
        if let Some(field) = self.field_mut(name)
            && field.error.is_none()
        {
            field.error = Some(message());
        }
    }
}

/// Puts a row's values into the fields.
struct Filler<'a> {
    sheet: &'a mut Sheet,
    labels: &'a [(RecordId, String)],
    ctx: &'a FormContext,
}

impl Filler<'_> {
    fn text(&mut self, name: &str, text: &str) {
        if let Some(field) = self.sheet.field_mut(name) {
            field.set_text(text);
        }
    }

    fn flag(&mut self, name: &str, value: bool) {
        if let Some(Input::Flag(flag)) = self.sheet.field_mut(name).map(|field| &mut field.input) {
            *flag = value;
        }
    }

    fn day(&mut self, name: &str, day: Option<Day>) {
        let text = day.map_or_else(String::new, |day| rule::day_text(day, self.ctx));
        self.text(name, &text);
    }

    fn whole(&mut self, name: &str, number: Option<i64>) {
        self.text(name, &number.map_or_else(String::new, |number| number.to_string()));
    }

    /// A row without a name that we were told is shown by its key: the reference must not be lost.
    fn row(&mut self, name: &str, id: Option<RecordId>) {
        let Some(id) = id else { return };
        let known = self.labels.iter().find(|(known, _)| *known == id).map(|(_, label)| label.clone());
        let Some(Input::Reference(reference)) = self.sheet.field_mut(name).map(|field| &mut field.input)
        else {
            return;
        };
        if let Some(key) = reference.target.key_of(id) {
            let label = known.filter(|label| !label.trim().is_empty()).unwrap_or_else(|| format!("#{key}"));
            reference.set(&label, Chosen::Row(key));
        }
    }
}

/// What the row is called in the title of its form; raw text of the data.
pub fn subject(record: &Record, labels: &[(RecordId, String)]) -> String {
    let client = |id| {
        let known = labels.iter().find(|(known, _)| *known == RecordId::Client(id));
        known.map_or_else(String::new, |(_, label)| label.clone())
    };
    match record {
        Record::Client(draft) => draft.name.clone(),
        Record::Contact(draft) => draft.name.clone(),
        Record::Product(draft) => draft.name.clone(),
        Record::Sale(draft) => [draft.number.clone(), client(draft.client)].join(" ").trim().to_owned(),
        Record::Interaction(draft) => client(draft.client),
        Record::FollowUp(draft) if draft.title.is_empty() => client(draft.client),
        Record::FollowUp(draft) => draft.title.clone(),
        Record::Offer(draft) => {
            let product = RecordId::Product(draft.product);
            let product = labels.iter().find(|(known, _)| *known == product).map(|(_, label)| label.as_str());
            [product.unwrap_or_default(), &client(draft.client)].join(" · ")
        }
        Record::Survey(draft) => [draft.name.as_str(), &client(draft.client)].join(" · "),
        Record::Salesperson(draft) => draft.name.clone(),
        Record::MailTemplate(draft) => draft.name.clone(),
        Record::CustomField(draft) => draft.label.clone(),
    }
}

/// A text of the data within a message.
fn quoted(text: &str) -> String {
    safe::fit(text.trim(), 40)
}
