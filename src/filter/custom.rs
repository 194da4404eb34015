//! Fields that users defined, as conditions name them.

use super::field::{Field, Kind};
use super::key_of;
use crate::domain::custom::{Custom, CustomField};
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::domain::list::ListKind;

impl Custom {
    /// What kind of value it takes in a condition.
    pub(super) fn takes(self) -> Kind {
        match self.kind {
            CustomKind::Text => Kind::Text,
            CustomKind::Number => Kind::Decimal,
            CustomKind::Money => Kind::Money,
            CustomKind::Date => Kind::Date,
            CustomKind::Flag => Kind::YesNo,
            CustomKind::Choice => Kind::Word,
        }
    }

    /// Can the rows of this list be told by it: are they what it is a field of, or do they belong to that?
    pub(super) fn is_on(self, list: ListKind) -> bool {
        self.is_of_rows(list) || (self.entity == CustomEntity::Client && super::field::has_client(list))
    }
}

/// The field of these with this folded name: its key, or its label as a name.
pub(super) fn named<'a>(fields: &'a [CustomField], folded: &str) -> Option<&'a CustomField> {
    let by_key = fields.iter().find(|field| field.key == folded);
    by_key.or_else(|| fields.iter().find(|field| key_of(&field.label).as_deref() == Some(folded)))
}

/// The definition of a field of a condition, where it is one that users defined.
pub(super) fn definition(fields: &[CustomField], field: Field) -> Option<&CustomField> {
    fields.iter().find(|known| Field::Custom(Custom::from(*known)) == field)
}
