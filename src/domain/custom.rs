//! Fields that users define themselves, and the values that rows have in them.

use super::ids::CustomFieldId;
use super::kinds::{CustomEntity, CustomKind};
use super::list::ListKind;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A field as its form brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomFieldDraft {
    /// `None` for a new field.
    pub id: Option<CustomFieldId>,
    /// The revision that was read; saving over another one is refused as stale.
    pub rev: i64,
    /// Of what it is a field; that of one that is there stays.
    pub entity: CustomEntity,
    pub label: String,
    pub kind: CustomKind,
    /// What a choice may be; of the other kinds nothing.
    pub choices: Vec<String>,
}

/// A field as it is known everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CustomField {
    pub id: CustomFieldId,
    pub entity: CustomEntity,
    /// By which filters and the shell name it: made from its first label, and it stays when the label changes.
    pub key: String,
    pub label: String,
    pub kind: CustomKind,
    pub choices: Vec<String>,
    /// How many rows have a value in it.
    pub values: i64,
}

/// All of them, each entity's in its order; cheap to hand around.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomFields(Arc<[CustomField]>);

impl CustomFields {
    pub fn new(fields: Vec<CustomField>) -> Self {
        Self(fields.into())
    }

    pub fn all(&self) -> &[CustomField] {
        &self.0
    }

    pub fn of(&self, entity: CustomEntity) -> impl Iterator<Item = &CustomField> {
        self.0.iter().filter(move |field| field.entity == entity)
    }

    pub fn get(&self, id: CustomFieldId) -> Option<&CustomField> {
        self.0.iter().find(|field| field.id == id)
    }
}

/// Characters of a text.
pub const LONGEST_TEXT: usize = 10_000;

/// A value: a text, one of the choices, or a number in the unit of its kind: thousandths, minor units of the base currency,
/// the days of a date, 0 or 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CustomValue {
    Text(String),
    Number(i64),
}

/// What a row has in fields; of those that it does not name nothing is said, and saving leaves them alone.
pub type CustomValues = BTreeMap<CustomFieldId, Option<CustomValue>>;

/// What a row has in the fields in which it has something.
pub type CustomCells = BTreeMap<CustomFieldId, CustomValue>;

/// A field as the columns of lists and the conditions of filters know it: by its key alone. What it holds, and of what it is
/// a field, comes from its definition.
#[derive(Debug, Clone, Copy)]
pub struct Custom {
    pub id: CustomFieldId,
    pub entity: CustomEntity,
    pub kind: CustomKind,
}

impl Custom {
    /// Are the rows of this list what it is a field of?
    pub fn is_of_rows(self, list: ListKind) -> bool {
        matches!(
            (self.entity, list),
            (CustomEntity::Client, ListKind::Clients)
                | (CustomEntity::Contact, ListKind::Contacts)
                | (CustomEntity::Product, ListKind::Products)
                | (CustomEntity::Sale, ListKind::Sales)
        )
    }

    /// Is what it holds stored as a text?
    pub fn holds_text(self) -> bool {
        matches!(self.kind, CustomKind::Text | CustomKind::Choice)
    }
}

impl From<&CustomField> for Custom {
    fn from(field: &CustomField) -> Self {
        Self { id: field.id, entity: field.entity, kind: field.kind }
    }
}

impl PartialEq for Custom {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Custom {}

impl Hash for Custom {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// Before the key of a field, where it stands among words.
const WORD: &str = "custom:";

impl Serialize for Custom {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{WORD}{}", self.id.0))
    }
}

impl<'de> Deserialize<'de> for Custom {
    /// Only its key is known until its definition is looked up.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = String::deserialize(from)?;
        let id = word.strip_prefix(WORD).and_then(|id| id.parse().ok());
        let id = CustomFieldId(id.ok_or_else(|| D::Error::custom("no field that users defined"))?);
        Ok(Self { id, entity: CustomEntity::Client, kind: CustomKind::Text })
    }
}
