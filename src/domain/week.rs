//! A week of follow-ups: what is late, and what is to be done on each of its days.

use super::day::Day;
use super::follow_up::FollowUpRow;

/// Days of a week.
pub const DAYS: usize = 7;

/// How many of a lane are read at most; the count tells of the others.
pub const LANE_LIMIT: usize = 200;

/// The open follow-ups of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub first: Day,
    /// Due before today, whatever the week, the longest overdue first.
    pub overdue: Lane,
    /// One a day; what is overdue is not among them.
    pub days: [Lane; DAYS],
    /// How many contacts a week all who sell can make, where that is known.
    pub capacity: Option<i64>,
}

/// Some of the follow-ups of a day, the best clients first, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lane {
    pub rows: Vec<FollowUpRow>,
    pub count: i64,
}
