//! The briefing: what one wants to know of a client before a visit, and no more.

use super::card::{StarOverride, TimelineItem};
use super::client::{ClientDraft, ClientRow};
use super::contact::ContactRow;
use super::day::Day;
use super::follow_up::FollowUpRow;
use super::ids::{OfferId, ProductId, SaleId};
use super::kinds::{OfferAnswer, SaleKind};
use crate::rating::{Calibration, Rating};

/// How many of the newest purchases, and of the newest contacts, are read.
pub const NEWEST: i64 = 5;

/// How many stopped products and proposals are told, the weightiest first.
pub const MOST_TOLD: usize = 10;

/// Everything before a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    pub row: ClientRow,
    pub file: ClientDraft,
    /// Whom to talk to: who buys, then who is the main contact, if that is someone else.
    pub people: Vec<ContactRow>,
    /// The computed rating with the thresholds it was computed against; `None` when not rated.
    pub rating: Option<(Rating, Calibration)>,
    pub star_override: Option<StarOverride>,
    /// Sales and returns up to today, newest first, at most [`NEWEST`].
    pub purchases: Vec<BriefSale>,
    /// Habits that ended, the most money first, at most [`MOST_TOLD`]; `stopped_count` says how many there are.
    pub stopped: Vec<StoppedProduct>,
    pub stopped_count: usize,
    /// Offers without a final answer, newest first.
    pub offers: Vec<OpenOffer>,
    /// Open follow-ups, the most urgent first.
    pub follow_ups: Vec<FollowUpRow>,
    /// Interactions that are contacts, newest first, at most [`NEWEST`].
    pub contacts: Vec<TimelineItem>,
    /// What clients alike buy and this one does not.
    pub proposals: Proposals,
}

/// A sale as the briefing tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefSale {
    pub id: SaleId,
    pub day: Day,
    pub kind: SaleKind,
    /// Signed minor units of the base currency.
    pub base_minor: i64,
    /// The products that made most of it.
    pub products: String,
}

/// A product that the client bought as a habit and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoppedProduct {
    pub product: ProductId,
    pub name: String,
    /// Days on which it was bought.
    pub days: i64,
    /// Every so many days.
    pub gap_days: i64,
    pub last: Day,
    /// Net amount in the 365 days up to the last purchase.
    pub year_minor: i64,
}

/// An offer that waits for an answer, or for a sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOffer {
    pub id: OfferId,
    pub day: Day,
    pub product: String,
    pub answer: OfferAnswer,
    pub salesperson: String,
}

/// Which clients are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// They buy the same things.
    Basket,
    /// They are of the same sector: the client itself bought too little to tell.
    Sector,
}

/// What clients alike buy and this one does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposals {
    pub alike: Alike,
    /// How many of them there are; with too few nothing is proposed.
    pub peers: usize,
    /// What most of them buy first, at most [`MOST_TOLD`].
    pub products: Vec<Proposal>,
}

/// A product worth offering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub product: ProductId,
    pub name: String,
    /// How many of the clients alike buy it.
    pub buyers: usize,
}

/// How much of what a client could buy it buys from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wallet {
    /// Sales of the last 365 days and the yearly potential, in minor units.
    pub sales_minor: i64,
    pub potential_minor: i64,
    /// The one as hundredths of the other.
    pub percent: i64,
}

impl Wallet {
    /// `None` without a potential. What came back beyond what was sold counts as nothing sold.
    pub fn of(sales_minor: i64, potential_minor: Option<i64>) -> Option<Self> {
        let potential_minor = potential_minor.filter(|potential| *potential > 0)?;
        let scaled = i128::from(sales_minor.max(0)) * 100 + i128::from(potential_minor) / 2;
        let percent = i64::try_from(scaled / i128::from(potential_minor)).unwrap_or(i64::MAX);
        Some(Self { sales_minor, potential_minor, percent })
    }

    /// It buys more than it was thought able to: the estimate is wrong.
    pub fn is_beyond(&self) -> bool {
        self.sales_minor > self.potential_minor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_wallet_needs_a_potential_and_is_never_negative() {
        assert_eq!(Wallet::of(100, None), None);
        assert_eq!(Wallet::of(100, Some(0)), None);
        assert_eq!(Wallet::of(420, Some(1_000)).map(|wallet| wallet.percent), Some(42));
        assert_eq!(Wallet::of(-420, Some(1_000)).map(|wallet| wallet.percent), Some(0));
        assert!(Wallet::of(1_001, Some(1_000)).is_some_and(|wallet| wallet.is_beyond()));
        assert!(Wallet::of(1_000, Some(1_000)).is_some_and(|wallet| !wallet.is_beyond()));
        assert_eq!(Wallet::of(i64::MAX, Some(1)).map(|wallet| wallet.percent), Some(i64::MAX));
    }
}
