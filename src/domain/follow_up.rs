//! The follow-up: something to do for a client by a day.

use super::day::Day;
use super::ids::{ClientId, ContactId, FollowUpId, SalespersonId};
use super::kinds::{FollowUpKind, FollowUpState};
use super::stars::Stars;
use serde::{Deserialize, Serialize};

/// A follow-up as a form or the quick log brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpDraft {
    pub id: Option<FollowUpId>,
    pub rev: i64,
    pub client: ClientId,
    pub contact: Option<ContactId>,
    pub salesperson: Option<SalespersonId>,
    pub due: Day,
    pub kind: FollowUpKind,
    pub title: String,
}

/// A follow-up in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpRow {
    pub id: FollowUpId,
    pub client: ClientId,
    pub client_name: String,
    pub city: String,
    pub stars: Option<Stars>,
    pub contact: String,
    pub salesperson: String,
    /// The day it counts for: when it was put off, that day.
    pub due: Day,
    pub kind: FollowUpKind,
    pub title: String,
    pub snoozes: i64,
    pub state: FollowUpState,
}
