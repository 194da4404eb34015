//! Today: whom to contact, and why.

use super::day::Day;
use super::follow_up::FollowUpRow;
use super::ids::ClientId;
use super::stars::Stars;
use crate::attention::Reason;

/// A client in Today. Money is in minor units of the base currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayRow {
    pub id: ClientId,
    pub name: String,
    pub city: String,
    /// The client's own, else that of its first person with one.
    pub phone: String,
    /// The main contact.
    pub contact: String,
    pub owner: String,
    pub stars: Option<Stars>,
    pub overridden: bool,
    /// What is at stake a year.
    pub stake: i64,
    /// What it is made of: the pace of purchase, the potential and how much that counts, in halves.
    pub pace: i64,
    pub potential: Option<i64>,
    pub confidence: i64,
    /// The promise first, the others by urgency.
    pub reasons: Vec<Reason>,
    pub last_visit: Option<Day>,
    pub last_touch: Option<Day>,
    pub last_buy: Option<Day>,
    /// The earliest open follow-up.
    pub follow_up: Option<FollowUpRow>,
    /// The product that it was not offered yet.
    pub launch: String,
    /// How often it was put off since the last touch, it or its follow-up.
    pub times_put_off: i64,
    /// To which day, when that is still to come.
    pub put_off_to: Option<Day>,
}

/// Whose Today it is, and what is not shown of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TodayHead {
    /// The salesperson; `None` for everybody's.
    pub whose: Option<String>,
    /// Touches a week that the salesperson can make.
    pub capacity: Option<i64>,
    /// Touches made this week, Monday to today.
    pub made: i64,
    /// Clients left out because that is enough.
    pub below_cut: usize,
    /// The portfolio has no clients yet.
    pub is_nobody_there: bool,
}
