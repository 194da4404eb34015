//! The interaction: a visit, call, email, message, meeting, note or survey.

use super::day::Day;
use super::ids::{ClientId, ContactId, InteractionId, SalespersonId};
use super::kinds::{Direction, InteractionKind, Outcome};
use serde::{Deserialize, Serialize};

/// An interaction as the quick log or a form brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionDraft {
    pub id: Option<InteractionId>,
    pub rev: i64,
    pub client: ClientId,
    pub contact: Option<ContactId>,
    /// `None` takes the person at the keyboard, else the client's owner.
    pub salesperson: Option<SalespersonId>,
    pub kind: InteractionKind,
    pub direction: Direction,
    pub day: Day,
    pub minutes: Option<i64>,
    pub outcome: Option<Outcome>,
    pub text: String,
}
