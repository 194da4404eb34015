//! One field of a form: what was typed, and whether it will do.

use super::FormContext;
use super::choice::Choice;
use super::notes::Notes;
use super::reference::{Chosen, Reference, Target};
use super::rule::{Rule, Understood};
use crate::repository::error::FieldName;
use crate::text::{Lang, safe, tags};
use crate::tui::TextField;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The room for a name or an address; some fields have less, some more.
const USUAL: usize = 300;

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Line(TextField, Rule),
    Notes(Notes),
    Choice(Choice),
    Flag(bool),
    Reference(Reference),
}

/// What a field holds as typed, valid or not; this is what a kept draft remembers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Raw {
    Flag(bool),
    Text(String),
    Row { name: String, row: Option<i64>, free: bool },
}

/// A field with its name in the draft, its label and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The draft's name of it, by which the storage refuses it.
    pub name: Cow<'static, str>,
    /// The catalogue's name of its label.
    pub label: &'static str,
    /// What users call a field that they defined: raw text of the data, in place of the label.
    pub caption: Option<String>,
    pub input: Input,
    pub required: bool,
    /// How many characters there is room for in the database.
    pub most: usize,
    /// Not asked for, because of what other fields say.
    pub hidden: bool,
    /// The user, not the form, gave it its value.
    pub touched: bool,
    /// The heading that it begins.
    pub section: Option<&'static str>,
    pub error: Option<String>,
}

impl Field {
    fn new(name: FieldName, label: &'static str, input: Input) -> Self {
        Self {
            name: name.into(),
            label,
            caption: None,
            input,
            required: false,
            most: USUAL,
            hidden: false,
            touched: false,
            section: None,
            error: None,
        }
    }

    pub fn line(name: FieldName, label: &'static str, rule: Rule) -> Self {
        Self::new(name, label, Input::Line(TextField::default(), rule))
    }

    pub fn text(name: FieldName, label: &'static str) -> Self {
        Self::line(name, label, Rule::Text)
    }

    pub fn notes(name: FieldName) -> Self {
        Self::new(name, "notes", Input::Notes(Notes::new(""))).most(100_000)
    }

    pub fn choice(name: FieldName, label: &'static str, choice: Choice) -> Self {
        Self::new(name, label, Input::Choice(choice))
    }

    pub fn flag(name: FieldName, label: &'static str, value: bool) -> Self {
        Self::new(name, label, Input::Flag(value))
    }

    pub fn reference(name: FieldName, label: &'static str, target: Target) -> Self {
        Self::new(name, label, Input::Reference(Reference::new(target, false)))
    }

    /// A reference whose text may also stand for itself.
    pub fn free_reference(name: FieldName, label: &'static str, target: Target) -> Self {
        Self::new(name, label, Input::Reference(Reference::new(target, true)))
    }

    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    #[must_use]
    pub fn most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    #[must_use]
    pub fn section(self, heading: &'static str) -> Self {
        Self { section: Some(heading), ..self }
    }

    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.set_text(text);
        self
    }

    /// What users call it, safe to show.
    pub fn called(&self, lang: Lang) -> String {
        self.caption.as_deref().map_or_else(|| lang.field(self.label), |caption| safe::fit(caption, 100))
    }

    /// Does the storage mean this field? It knows some by what users call them, and a line's product by its text.
    pub fn is_called(&self, name: &str) -> bool {
        let synonym = match name {
            "description" | "lines" => "product",
            name => name,
        };
        self.name == name || self.label.replace('-', "_") == synonym
    }

    /// Replaces what is in the field as the form does it, not the user.
    pub fn set_text(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(field, _) => *field = TextField::new(text),
            Input::Notes(notes) => *notes = Notes::new(text),
            Input::Choice(choice) => choice.choose(text),
            Input::Flag(_) => {}
            Input::Reference(reference) => reference.set(text, Chosen::Nothing),
        }
    }

    /// What a line or a reference holds; empty for the others.
    pub fn typed(&self) -> &str {
        match &self.input {
            Input::Line(field, _) => field.text(),
            Input::Reference(reference) => reference.text(),
            Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => "",
        }
    }

    pub fn is_empty(&self) -> bool {
        match &self.input {
            Input::Line(..) | Input::Reference(_) => self.typed().trim().is_empty(),
            Input::Notes(notes) => notes.is_empty(),
            Input::Choice(_) | Input::Flag(_) => false,
        }
    }

    /// How the value is understood, or what is wrong with it.
    pub fn check(&self, ctx: &FormContext) -> Result<Understood, String> {
        if self.required && self.is_empty() {
            return Err(ctx.lang.ta("form-error-required", &[("field", self.called(ctx.lang).into())]));
        }
        let length = match &self.input {
            Input::Notes(notes) => notes.text().trim().chars().count(),
            Input::Line(..) | Input::Reference(_) | Input::Choice(_) | Input::Flag(_) => {
                self.typed().trim().chars().count()
            }
        };
        if length > self.most {
            let args = [("length", length.into()), ("most", self.most.into())];
            return Err(ctx.locale.ta("form-error-too-long", &args));
        }
        match &self.input {
            Input::Line(field, rule) => rule.check(field.text(), ctx),
            Input::Reference(reference) if reference.is_open_question() => Err(unmatched(reference, ctx)),
            Input::Reference(reference) if reference.target == Target::Tag => {
                let is_long = |tag: &String| tag.chars().count() > tags::LONGEST;
                if tags::split(reference.text()).iter().any(is_long) {
                    return Err(ctx.locale.ta("form-error-long-tag", &[("most", tags::LONGEST.into())]));
                }
                Ok(Understood::default())
            }
            Input::Reference(_) | Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => {
                Ok(Understood::default())
            }
        }
    }

    /// Checks again what was wrong, so that the message goes or changes as it is mended.
    pub fn recheck(&mut self, ctx: &FormContext) {
        if self.error.is_some() {
            self.error = self.check(ctx).err();
        }
    }

    pub fn raw(&self) -> Raw {
        match &self.input {
            Input::Line(field, _) => Raw::Text(field.text().to_owned()),
            Input::Notes(notes) => Raw::Text(notes.text()),
            Input::Choice(choice) => Raw::Text(choice.word().to_owned()),
            Input::Flag(value) => Raw::Flag(*value),
            Input::Reference(reference) => {
                let (row, free) = match reference.chosen() {
                    Chosen::Nothing => (None, false),
                    Chosen::Row(row) => (Some(row), false),
                    Chosen::Text => (None, true),
                };
                Raw::Row { name: reference.text().to_owned(), row, free }
            }
        }
    }

    /// Puts back what [`Field::raw`] gave; a value of another kind of field is left out.
    pub fn set_raw(&mut self, raw: &Raw) {
        match (&mut self.input, raw) {
            (Input::Flag(value), Raw::Flag(given)) => *value = *given,
            (Input::Reference(reference), Raw::Row { name, row, free }) => {
                let chosen = match row {
                    Some(row) => Chosen::Row(*row),
                    None if *free => Chosen::Text,
                    None => Chosen::Nothing,
                };
                reference.set(name, chosen);
            }
            (Input::Line(..) | Input::Notes(_) | Input::Choice(_), Raw::Text(text)) => self.set_text(text),
            // A text that has become one with proposals since the draft was kept.
            (Input::Reference(reference), Raw::Text(text)) if reference.target.is_text() => {
                self.set_text(text);
            }
            (
                Input::Flag(_) | Input::Reference(_) | Input::Line(..) | Input::Notes(_) | Input::Choice(_),
                Raw::Flag(_) | Raw::Text(_) | Raw::Row { .. },
            ) => {}
        }
    }
}

/// Why a typed name does not do: there is none, or there are several.
fn unmatched(reference: &Reference, ctx: &FormContext) -> String {
    let name = crate::text::safe::fit(reference.text().trim(), 40);
    let key = match reference.target {
        Target::Client => "form-error-no-client",
        Target::Contact => "form-error-no-contact",
        Target::Product => "form-error-no-product",
        Target::Survey => "form-error-no-survey",
        // Whether a reason or a tag is one is never asked.
        Target::Salesperson | Target::Reason | Target::Tag => "form-error-no-salesperson",
    };
    ctx.lang.ta(key, &[("name", name.into())])
}
