//! The contact: a person at a client.

use super::day::Day;
use super::ids::{ClientId, ContactId};
use super::kinds::{Consent, ContactRole};
use super::stars::Stars;
use serde::{Deserialize, Serialize};

/// A contact as a form or a file brings it in. An empty text is "not known".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDraft {
    pub id: Option<ContactId>,
    pub rev: i64,
    pub client: ClientId,
    pub name: String,
    pub job_title: String,
    pub role: ContactRole,
    /// The one to call first; a client has at most one.
    pub main: bool,
    pub phone: String,
    pub email: String,
    /// The language to write in, `es` or `en`; empty when not known.
    pub language: String,
    pub consent: Consent,
    /// The day on which the person left the company.
    pub left_on: Option<Day>,
    pub notes: String,
}

/// A contact in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    pub id: ContactId,
    pub client: ClientId,
    pub client_name: String,
    pub city: String,
    pub stars: Option<Stars>,
    pub name: String,
    pub job_title: String,
    pub role: ContactRole,
    pub main: bool,
    pub phone: String,
    pub email: String,
    pub left_on: Option<Day>,
    pub last_touch: Option<Day>,
}
