//! What a column fills: a field that every portfolio has, or one that this portfolio defines for its clients.

use super::field::{Field, Shape};
use crate::domain::custom::CustomField;
use crate::domain::kinds::CustomKind;
use crate::text::{Lang, safe};
use std::borrow::Cow;
use std::sync::Arc;

/// How much of a label that users typed a message repeats, in screen columns.
const SHOWN: usize = 40;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Field(Field),
    /// A field of clients that users defined.
    Own(Arc<CustomField>),
}

impl From<Field> for Target {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl Target {
    /// The field, where it is one that every portfolio has.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Field(field) => Some(*field),
            Self::Own(_) => None,
        }
    }

    /// The word by which a mapping is stored.
    pub fn word(&self) -> Cow<'static, str> {
        match self {
            Self::Field(field) => Cow::Borrowed(field.word()),
            Self::Own(field) => Cow::Owned(format!("custom.{}", field.key)),
        }
    }

    /// The label that users read, safe to show.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::Field(field) => field.label(lang),
            Self::Own(field) => safe::fit(&field.label, SHOWN),
        }
    }

    pub fn shape(&self) -> Shape {
        match self {
            Self::Field(field) => field.shape(),
            Self::Own(field) => match field.kind {
                CustomKind::Text => Shape::Text,
                CustomKind::Number | CustomKind::Money => Shape::Number,
                CustomKind::Date => Shape::Date,
                CustomKind::Flag | CustomKind::Choice => Shape::Choice,
            },
        }
    }
}
