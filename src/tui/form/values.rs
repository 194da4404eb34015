//! Reads typed values out of fields that have been checked. What does not parse reads as "not known": whoever calls has
//! refused it before.

use super::FormContext;
use super::field::{Field, Input};
use super::reference::Chosen;
use super::rule::{self, Dates, Rule};
use crate::domain::day::Day;
use crate::domain::recurrence::Recurrence;
use crate::text::dates::every;

/// The fields of a form, or the cells of one of its lines.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    pub fields: &'a [Field],
    pub ctx: &'a FormContext,
}

impl Values<'_> {
    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// A text without spaces around it.
    pub fn text(&self, name: &str) -> String {
        let text = match self.field(name).map(|field| &field.input) {
            Some(Input::Notes(notes)) => notes.text(),
            Some(Input::Choice(choice)) => choice.word().to_owned(),
            Some(Input::Line(field, _)) => field.text().to_owned(),
            Some(Input::Reference(reference)) => reference.text().to_owned(),
            Some(Input::Flag(_)) | None => String::new(),
        };
        text.trim().to_owned()
    }

    /// The option of a choice, by its stored word.
    pub fn choice<T>(&self, name: &str, from_word: fn(&str) -> Option<T>, otherwise: T) -> T {
        from_word(&self.text(name)).unwrap_or(otherwise)
    }

    pub fn flag(&self, name: &str) -> bool {
        matches!(self.field(name).map(|field| &field.input), Some(Input::Flag(true)))
    }

    /// The key of the row that a reference names.
    pub fn row(&self, name: &str) -> Option<i64> {
        match self.field(name).map(|field| &field.input) {
            Some(Input::Reference(reference)) => match reference.chosen() {
                Chosen::Row(row) => Some(row),
                Chosen::Nothing | Chosen::Text => None,
            },
            Some(Input::Line(..) | Input::Notes(_) | Input::Choice(_) | Input::Flag(_)) | None => None,
        }
    }

    /// A number, in the unit of the field's rule.
    pub fn number(&self, name: &str) -> Option<i64> {
        let Some(Input::Line(field, rule)) = self.field(name).map(|field| &field.input) else { return None };
        let (text, ctx) = (field.text(), self.ctx);
        let read = match *rule {
            Rule::Money => rule::money(text, ctx),
            Rule::Amount => rule::amount(text, ctx),
            Rule::Decimal => rule::decimal(text, ctx),
            Rule::Price => rule::price(text, ctx),
            Rule::Quantity => rule::quantity(text, ctx),
            Rule::Percent => rule::percent(text, ctx),
            Rule::Rate => rule::rate(text, ctx),
            Rule::Whole { least, most } => rule::whole(text, least, most, ctx),
            Rule::Text
            | Rule::Email
            | Rule::Currency
            | Rule::Date(_)
            | Rule::DueOrBy
            | Rule::PriceOrPart
            | Rule::Every => Ok(None),
        };
        read.ok().flatten()
    }

    /// How often, and until the day of another field.
    pub fn recurrence(&self, name: &str, until: &str) -> Option<Recurrence> {
        let every = every::parse(&self.text(name)).ok().flatten()?;
        Some(Recurrence { every, until: self.day(until) })
    }

    pub fn day(&self, name: &str) -> Option<Day> {
        let Some(Input::Line(field, Rule::Date(kind))) = self.field(name).map(|field| &field.input) else {
            return None;
        };
        self.day_of(field.text(), *kind)
    }

    fn day_of(&self, text: &str, kind: Dates) -> Option<Day> {
        rule::date(text, kind, self.ctx).ok().map(Day::from)
    }
}
