//! The product card: how a product sells, to whom, and who stopped buying it.

use super::day::Day;
use super::ids::{ClientId, ProductId};
use super::product::ProductRow;
use super::stars::Stars;
use crate::analysis::trend::Window;

/// How many clients of each kind are told, those of the most money first.
pub const CLIENTS_TOLD: usize = 50;

/// A product with its sales.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductCard {
    pub row: ProductRow,
    pub launched_on: Option<Day>,
    /// What the trend compares.
    pub window: Window,
    /// Net sales of the last twelve months up to this one: the first day of each, oldest first.
    pub months: Vec<(Day, i64)>,
    /// The lowest and the highest price that was really paid for a unit in the last 365 days, in millionths of the base
    /// currency, discounts taken off.
    pub paid_micros: Option<(i64, i64)>,
    /// Who bought it in the last 365 days and did not stop, at most [`CLIENTS_TOLD`] of `buyers_count`.
    pub buyers: Vec<ProductClient>,
    pub buyers_count: usize,
    /// Who bought it as a habit and no more, at most [`CLIENTS_TOLD`] of `stopped_count`. Nobody stopped what is no longer
    /// sold.
    pub stopped: Vec<ProductClient>,
    pub stopped_count: usize,
    /// Offers made in the last 365 days: pending, interested, bought, rejected.
    pub offers: [i64; 4],
}

/// What a client bought of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductClient {
    pub client: ClientId,
    pub name: String,
    pub city: String,
    pub stars: Option<Stars>,
    /// Days on which it bought it.
    pub days: i64,
    /// Every so many days.
    pub gap_days: i64,
    pub last: Day,
    /// Net amount of the 365 days up to today, or of who stopped, up to its last purchase.
    pub year_minor: i64,
}

impl ProductCard {
    pub fn id(&self) -> ProductId {
        self.row.id
    }
}
