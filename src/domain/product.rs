//! The product: something that is sold, in a family.

use super::day::Day;
use super::ids::ProductId;
use crate::analysis::trend::Trend;
use serde::{Deserialize, Serialize};

/// A product as a form or a file brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProductDraft {
    pub id: Option<ProductId>,
    pub rev: i64,
    pub sku: String,
    pub name: String,
    /// The family by name; a new name makes a new family; empty is none.
    pub family: String,
    pub unit: String,
    /// List price in millionths of a unit of the base currency.
    pub price_micros: Option<i64>,
    pub launched_on: Option<Day>,
    pub active: bool,
}

/// A product in a list. Money is in minor units of the base currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    pub id: ProductId,
    pub sku: String,
    pub name: String,
    pub family: String,
    pub unit: String,
    pub price_micros: Option<i64>,
    pub active: bool,
    /// Net sales of the last 365 days.
    pub sales_year: i64,
    /// Clients who bought it in them, what they returned taken off.
    pub clients_year: i64,
    pub last_sale: Option<Day>,
    pub trend: Trend,
}
