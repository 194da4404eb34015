//! The follow-up: something to do for a client by a day.

use super::day::Day;
use super::ids::{ClientId, ContactId, FollowUpId, InteractionId, SalespersonId};
use super::kinds::{FollowUpKind, FollowUpState, InteractionKind};
use super::recurrence::Recurrence;
use super::stars::Stars;
use chrono::{Datelike, Weekday};
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
    /// `None` when it is to be done once.
    pub recurrence: Option<Recurrence>,
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
    pub contact_id: Option<ContactId>,
    pub salesperson: String,
    /// The day it counts for: when it was put off, that day.
    pub due: Day,
    pub kind: FollowUpKind,
    pub title: String,
    /// How often it was put off.
    pub snoozes: i64,
    pub recurrence: Option<Recurrence>,
    pub state: FollowUpState,
    /// The day on which it was done or dropped.
    pub closed: Option<Day>,
    /// What did it.
    pub done_by: Option<DoneBy>,
}

/// The interaction that did a follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneBy {
    pub id: InteractionId,
    pub kind: InteractionKind,
    pub day: Day,
    pub text: String,
}

impl FollowUpKind {
    /// The interaction by which it is usually done; a task is done without one. An offer is sent.
    pub fn done_by(self) -> Option<InteractionKind> {
        match self {
            Self::Visit => Some(InteractionKind::Visit),
            Self::Call => Some(InteractionKind::Call),
            Self::Email | Self::Offer => Some(InteractionKind::Email),
            Self::Message => Some(InteractionKind::Message),
            Self::Task => None,
        }
    }
}

/// The day to which a follow-up is put off when nobody answered: the next one on which somebody works.
pub fn try_again(today: Day) -> Day {
    let is_weekend =
        |day: Day| day.date().is_some_and(|date| matches!(date.weekday(), Weekday::Sat | Weekday::Sun));
    (1..=3).map(|days| today.plus(days)).find(|day| !is_weekend(*day)).unwrap_or(today.plus(1))
}
