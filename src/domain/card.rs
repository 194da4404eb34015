//! The client card: everything about one client on one screen.

use super::client::{ClientDraft, ClientRow};
use super::contact::ContactRow;
use super::custom::{CustomField, CustomValue};
use super::day::Day;
use super::follow_up::FollowUpRow;
use super::ids::{FollowUpId, InteractionId, OfferId, SaleId, SurveyAnswerId};
use super::kinds::{Direction, FollowUpKind, FollowUpState, InteractionKind, OfferAnswer, Outcome, SaleKind};
use super::offer::OfferRow;
use super::stars::Stars;
use super::survey::{LastScore, Scale};
use crate::rating::{Calibration, Rating};

/// A client with its people, stars and timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientCard {
    pub row: ClientRow,
    pub file: ClientDraft,
    /// What the file has in the fields that users defined, in their order.
    pub custom: Vec<(CustomField, CustomValue)>,
    /// The main contact first, then by name; those who left last.
    pub contacts: Vec<ContactRow>,
    /// The main contact in purchasing, else the main one.
    pub buyer: Option<ContactRow>,
    /// Who bought on the last sale, and when.
    pub last_buyer: Option<(String, Day)>,
    /// The computed rating with the thresholds it was computed against; `None` when not rated.
    pub rating: Option<(Rating, Calibration)>,
    pub star_override: Option<StarOverride>,
    /// Sales in the last 365 days, in all, and how many documents.
    pub sales_year: i64,
    pub sales_total: i64,
    pub sales_count: i64,
    pub open_follow_ups: Vec<FollowUpRow>,
    /// Those that wait for an answer first.
    pub open_offers: Vec<OfferRow>,
    pub last_score: Option<LastScore>,
    /// Newest first, at most [`TIMELINE_LIMIT`]; `timeline_more` says how many older ones there are.
    pub timeline: Vec<TimelineItem>,
    pub timeline_more: i64,
    /// Visits, calls, emails in the last 365 days.
    pub visits_year: i64,
    pub calls_year: i64,
    pub emails_year: i64,
}

/// How many items of a client's history are read at once.
pub const TIMELINE_LIMIT: usize = 500;

/// A manager's word over the computed stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarOverride {
    pub stars: Stars,
    pub reason: String,
    pub until: Day,
    pub by: String,
}

/// One thing that happened, or is to happen, with a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineItem {
    pub day: Day,
    pub who: String,
    pub contact: String,
    pub what: TimelineEvent,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimelineEvent {
    Sale {
        id: SaleId,
        kind: SaleKind,
        number: String,
        base_minor: i64,
        products: String,
    },
    Interaction {
        id: InteractionId,
        kind: InteractionKind,
        direction: Direction,
        minutes: Option<i64>,
        outcome: Option<Outcome>,
        text: String,
    },
    FollowUp {
        id: FollowUpId,
        kind: FollowUpKind,
        state: FollowUpState,
        title: String,
    },
    Offer {
        id: OfferId,
        product: String,
        answer: OfferAnswer,
        reason: String,
    },
    /// On the day that it was sent, with its score once there is one.
    Survey {
        id: SurveyAnswerId,
        survey: String,
        scale: Scale,
        score: Option<i64>,
        comment: String,
    },
}
