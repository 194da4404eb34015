//! Fields that users define themselves, and the values that rows have in them.

use super::ids::CustomFieldId;
use super::kinds::{CustomEntity, CustomKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// A value: a text, one of the choices, or a number in the unit of its kind: thousandths, minor units of the base currency,
/// the days of a date, 0 or 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CustomValue {
    Text(String),
    Number(i64),
}

/// What a row has in fields; of those that it does not name nothing is said, and saving leaves them alone.
pub type CustomValues = BTreeMap<CustomFieldId, Option<CustomValue>>;
