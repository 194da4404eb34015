//! The client: the company that buys, its file and what the lists show of it.

use super::custom::{CustomCells, CustomValues};
use super::day::Day;
use super::ids::{ClientId, SalespersonId};
use super::kinds::Stage;
use super::stars::Stars;
use serde::{Deserialize, Serialize};

/// Estimated yearly purchases from any supplier of what we sell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PotentialEstimate {
    /// Minor units of the base currency a year.
    pub minor: i64,
    /// The day of the estimate; it loses weight with age.
    pub on: Day,
    /// Who or what says so; may be empty.
    pub source: String,
}

/// A client as a form or a file brings it in. An empty text is "not known".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientDraft {
    /// `None` for a new client.
    pub id: Option<ClientId>,
    /// The revision that was read; saving over another one is refused as stale.
    pub rev: i64,
    pub code: String,
    pub name: String,
    pub tax_id: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub address: String,
    pub city: String,
    pub region: String,
    pub postcode: String,
    pub country: String,
    pub sector: String,
    pub source: String,
    pub owner: Option<SalespersonId>,
    pub stage: Stage,
    pub tags: Vec<String>,
    pub potential: Option<PotentialEstimate>,
    /// Visit every so many days, over what the star policy asks.
    pub visit_every: Option<i64>,
    /// Touch every so many days, over what the star policy asks.
    pub touch_every: Option<i64>,
    pub do_not_contact: bool,
    pub they_call: Option<TheyCall>,
    pub notes: String,
    /// In the fields that users defined.
    #[serde(default)]
    pub custom: CustomValues,
}

/// The client said that it will call us; until then it is left in peace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TheyCall {
    /// From this day on we call again; `None` while it does not.
    pub until: Option<Day>,
}

impl Default for ClientDraft {
    fn default() -> Self {
        Self {
            id: None,
            rev: 0,
            code: String::new(),
            name: String::new(),
            tax_id: String::new(),
            phone: String::new(),
            email: String::new(),
            website: String::new(),
            address: String::new(),
            city: String::new(),
            region: String::new(),
            postcode: String::new(),
            country: String::new(),
            sector: String::new(),
            source: String::new(),
            owner: None,
            stage: Stage::Prospect,
            tags: Vec::new(),
            potential: None,
            visit_every: None,
            touch_every: None,
            do_not_contact: false,
            they_call: None,
            notes: String::new(),
            custom: CustomValues::new(),
        }
    }
}

/// A client in a list. Money is in minor units of the base currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    pub id: ClientId,
    pub code: String,
    pub name: String,
    pub city: String,
    pub sector: String,
    /// In the order of their names.
    pub tags: Vec<String>,
    pub phone: String,
    pub email: String,
    pub stage: Stage,
    pub owner: String,
    /// The effective stars: an override in force, else the computed ones.
    pub stars: Option<Stars>,
    pub overridden: bool,
    /// Net sales of the last 365 days.
    pub sales_year: i64,
    pub potential: Option<i64>,
    pub last_buy: Option<Day>,
    pub last_visit: Option<Day>,
    pub last_touch: Option<Day>,
    /// The earliest open follow-up.
    pub next_due: Option<Day>,
    pub archived: bool,
    /// In the fields that users defined.
    pub custom: CustomCells,
}
