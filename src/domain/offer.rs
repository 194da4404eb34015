//! The offer: a product proposed to a client, and what the client answered.

use super::day::Day;
use super::ids::{ClientId, InteractionId, OfferId, ProductId, SalespersonId};
use super::kinds::OfferAnswer;
use serde::{Deserialize, Serialize};

/// An offer as a form or the quick log brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferDraft {
    pub id: Option<OfferId>,
    pub rev: i64,
    pub client: ClientId,
    pub product: ProductId,
    /// `None` takes the client's owner.
    pub salesperson: Option<SalespersonId>,
    /// What it was offered in.
    pub interaction: Option<InteractionId>,
    pub day: Day,
    pub answer: OfferAnswer,
    /// The day of the answer; `None` while it is pending or nobody wrote it down.
    pub answered: Option<Day>,
    /// Why the client answered so; may be empty.
    pub reason: String,
}
