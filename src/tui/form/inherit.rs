//! What a new row has from the filter of its list, so that it is among the rows that are shown when it is saved.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a table of what a form asks; the other fields of a filter say nothing"
)]

use super::field::Input;
use super::kind::{self};
use super::reference::Target;
use super::{Form, FormEffect, Notice, RecordKind, rule};
use crate::domain::day::Day;
use crate::filter::{Equality, Field, Pattern, Same, Who};
use crate::repository::error::FieldName;
use crate::repository::request::{Candidate, Request, Ticket};
use crate::text::fold::fold;
use crate::text::numbers;

/// So many rows of a name are looked at.
const NAMESAKES: usize = 20;

/// A name of the filter whose row is being looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    ticket: Ticket,
    field: FieldName,
    pattern: Pattern,
}

impl Form {
    /// Fills in what every row of the filter has; `me` is the name of whoever works here, where it is known. It is not
    /// what the user typed. The form says once that it is so.
    pub fn inherit(&mut self, said: &[Equality], me: Option<&str>) -> Vec<FormEffect> {
        let mut effects = Vec::new();
        for Equality { field, value } in said {
            if let Field::Custom(own) = field {
                if let Some((name, text)) = kind::inherited(*own, value, &self.ctx) {
                    self.have(&name, &text);
                }
                continue;
            }
            let Some(name) = asked(self.kind, *field) else { continue };
            match value {
                Same::Person(Who::Me) => {
                    let exact =
                        me.map(|me| Pattern { how: crate::filter::Wanted::Exact, text: me.to_owned() });
                    effects.extend(exact.and_then(|pattern| self.look_up_named(name, pattern)));
                }
                Same::Person(Who::Called(pattern)) => {
                    effects.extend(self.look_up_named(name, pattern.clone()));
                }
                Same::Text(text) => {
                    let pattern = Pattern { how: crate::filter::Wanted::Contains, text: text.clone() };
                    match self.look_up_named(name, pattern) {
                        Some(effect) => effects.push(effect),
                        None => self.have(name, text),
                    }
                }
                Same::Choice(word) => self.have(name, word),
                Same::Number(minor) => {
                    let exponent = self.ctx.currency.exponent();
                    self.have(name, &numbers::decimal(*minor, exponent, &self.ctx.locale));
                }
                Same::Day(day) => self.have(name, &rule::day_text(Day::from(*day), &self.ctx)),
            }
        }
        effects
    }

    /// Takes the row of a name, when there is one and no other; says whether it was asked for here.
    pub fn named(&mut self, ticket: Ticket, candidates: &[Candidate]) -> bool {
        let Some(at) = self.inherited.iter().position(|named| named.ticket == ticket) else { return false };
        let Named { field, pattern, .. } = self.inherited.remove(at);
        let pattern = pattern.folded();
        let is_meant = |it: &&Candidate| [&it.label, &it.code].iter().any(|name| pattern.finds(&fold(name)));
        let meant: Vec<&Candidate> = candidates.iter().filter(is_meant).collect();
        let is_empty = self.sheet.field(field).is_some_and(|field| field.typed().is_empty());
        if let ([only], true) = (meant.as_slice(), is_empty) {
            let is_new = !self.is_dirty();
            self.sheet.set_row(field, &only.label, only.id);
            self.follow_inherited(field, is_new);
        }
        true
    }

    /// Asks for the row of a name, where the field is to hold a row.
    fn look_up_named(&mut self, field: FieldName, pattern: Pattern) -> Option<FormEffect> {
        let Some(Input::Reference(reference)) = self.sheet.field(field).map(|field| &field.input) else {
            return None;
        };
        let kind = reference.target.list().filter(|_| !reference.target.is_text())?;
        let client = self.ctx.client.as_ref().map(|(client, _)| *client);
        let client = if reference.target == Target::Contact { Some(client?) } else { None };
        if !reference.text().is_empty() {
            return None;
        }
        let ticket = super::pick::next_ticket();
        let text = pattern.text.clone();
        self.inherited.push(Named { ticket, field, pattern });
        Some(FormEffect::LookUp(Request::LookUp { ticket, kind, text, client, limit: NAMESAKES }))
    }

    fn have(&mut self, name: &str, text: &str) {
        let is_new = !self.is_dirty();
        let Some(field) = self.sheet.field_mut(name) else { return };
        match &field.input {
            // Tags stand side by side.
            Input::Reference(reference)
                if reference.target == Target::Tag && !reference.text().is_empty() =>
            {
                let all = format!("{}, {text}", reference.text());
                field.set_text(&all);
            }
            // A name that could not be looked up would stand for nothing.
            Input::Reference(reference) if !reference.target.is_text() => return,
            _ => field.set_text(text),
        }
        self.follow_inherited(name, is_new);
    }

    fn follow_inherited(&mut self, name: &str, is_new: bool) {
        kind::follow(self.kind, &mut self.sheet, name, &self.ctx);
        if is_new {
            self.pristine = self.snapshot();
        }
        let label = self.sheet.field(name).map(|field| field.called(self.ctx.lang)).unwrap_or_default();
        let labels = match &self.notice {
            Some(Notice::FromFilter(labels)) => format!("{labels}, {label}"),
            _ => label,
        };
        self.notice = Some(Notice::FromFilter(labels));
    }
}

/// The field of a form that asks for what a field of the filter says.
fn asked(kind: RecordKind, field: Field) -> Option<FieldName> {
    use RecordKind as K;
    Some(match (kind, field) {
        (K::Client, Field::Name | Field::Client)
        | (K::Contact, Field::Name | Field::Contact)
        | (K::Product | K::Salesperson, Field::Name) => "name",
        (K::Client, Field::City) => "city",
        (K::Client, Field::Region) => "region",
        (K::Client, Field::Country) => "country",
        (K::Client, Field::Postcode) => "postcode",
        (K::Client, Field::Sector) => "sector",
        (K::Client, Field::Source) => "source",
        (K::Client, Field::Stage) => "stage",
        (K::Client | K::Salesperson, Field::Code) => "code",
        (K::Client, Field::Tax) => "tax_id",
        (K::Client | K::Contact | K::Salesperson, Field::Email) => "email",
        (K::Client | K::Contact, Field::Phone) => "phone",
        (K::Client, Field::Owner) => "owner",
        (K::Client, Field::Tag) => "tags",
        (K::Client, Field::Potential) => "potential",
        (K::Contact, Field::Role) => "job_title",
        (K::Contact | K::Sale | K::FollowUp | K::Offer | K::Interaction | K::Survey, Field::Client) => {
            "client"
        }
        (K::Sale | K::FollowUp | K::Interaction, Field::Contact) => "contact",
        (K::Sale | K::FollowUp | K::Offer | K::Interaction, Field::Owner) => "salesperson",
        (K::Sale | K::FollowUp | K::Interaction, Field::Type) => "kind",
        (K::Sale | K::Offer | K::Interaction, Field::Date) => "day",
        (K::Sale, Field::Number) => "number",
        (K::FollowUp, Field::Due) => "due",
        (K::FollowUp, Field::Title) => "title",
        (K::Offer, Field::Product) => "product",
        (K::Offer, Field::Answer) => "answer",
        (K::Offer, Field::Reason) => "reason",
        (K::Interaction, Field::Outcome) => "outcome",
        (K::Product, Field::Code) => "sku",
        (K::Product, Field::Family) => "family",
        _ => return None,
    })
}
