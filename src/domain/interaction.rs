//! The interaction: a visit, call, email, message, meeting, note or survey.

use super::client::TheyCall;
use super::day::Day;
use super::follow_up::FollowUpDraft;
use super::ids::{ClientId, ContactId, FollowUpId, InteractionId, SalespersonId};
use super::kinds::{Direction, InteractionKind, Outcome};
use super::offer::OfferDraft;
use super::stars::Stars;
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

/// An interaction in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InteractionRow {
    pub id: InteractionId,
    pub client: ClientId,
    pub client_name: String,
    pub city: String,
    pub stars: Option<Stars>,
    pub contact: String,
    pub salesperson: String,
    pub kind: InteractionKind,
    pub direction: Direction,
    pub day: Day,
    pub minutes: Option<i64>,
    pub outcome: Option<Outcome>,
    pub text: String,
    /// The names of the products offered in it.
    pub offered: Vec<String>,
}

/// An interaction with all that came of it: one action writes it, one undo takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogDraft {
    pub interaction: InteractionDraft,
    /// What was agreed for later.
    pub follow_up: Option<FollowUpDraft>,
    /// What was proposed in it; the repository sets their interaction.
    pub offers: Vec<OfferDraft>,
    /// What the client is to be tagged with from now on, beside the tags that it has.
    pub tags: Vec<String>,
    /// The client said that it will call.
    pub they_call: Option<TheyCall>,
    /// The open follow-up that it does.
    pub done: Option<FollowUpId>,
    /// The open follow-up that is still to be done, but not before this day: nobody answered.
    pub put_off: Option<(FollowUpId, Day)>,
}

impl LogDraft {
    /// The interaction alone.
    pub fn of(interaction: InteractionDraft) -> Self {
        let (offers, tags) = (Vec::new(), Vec::new());
        Self { interaction, follow_up: None, offers, tags, they_call: None, done: None, put_off: None }
    }
}
