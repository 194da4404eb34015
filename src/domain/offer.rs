//! The offer: a product proposed to a client, and what the client answered.

use super::day::Day;
use super::ids::{ClientId, InteractionId, OfferId, ProductId, SalespersonId};
use super::kinds::OfferAnswer;
use super::stars::Stars;
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

/// For so many days after an offer a sale of its product to its client is taken for what came of it.
pub const BOUGHT_WITHIN: i32 = 90;

/// An offer in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferRow {
    pub id: OfferId,
    pub client: ClientId,
    pub client_name: String,
    pub stars: Option<Stars>,
    pub product: ProductId,
    pub product_name: String,
    /// List price in millionths of a unit of the base currency.
    pub price_micros: Option<i64>,
    pub salesperson: String,
    pub day: Day,
    pub answer: OfferAnswer,
    pub answered: Option<Day>,
    pub reason: String,
    /// For how many days it has been open; `None` when it is answered, or dated in the future.
    pub waiting: Option<i32>,
    /// The first day, within [`BOUGHT_WITHIN`] days of an offer that is still open, on which the client bought the
    /// product: nobody has said yet that this is the answer.
    pub bought_since: Option<Day>,
}

impl OfferRow {
    /// Does it still wait for an answer, or for a sale?
    pub fn is_open(&self) -> bool {
        self.answer.is_open()
    }
}
