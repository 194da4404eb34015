//! The goal: how much of something is to be reached in a period, by the company or a part of it.

use super::day::Day;
use super::ids::{GoalId, SalespersonId};
use super::kinds::GoalMetric;
use super::stars::Stars;

/// Whom a goal is set to, or what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalScope {
    Company,
    Salesperson(SalespersonId),
    /// A family of products, by name.
    Family(String),
    /// The clients with these stars.
    Stars(Stars),
}

impl GoalScope {
    /// The English word by which it is stored.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Salesperson(_) => "salesperson",
            Self::Family(_) => "family",
            Self::Stars(_) => "stars",
        }
    }
}

/// A goal as a form brings it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalDraft {
    pub id: Option<GoalId>,
    pub rev: i64,
    /// The first and the last day that count.
    pub starts: Day,
    pub ends: Day,
    pub metric: GoalMetric,
    pub scope: GoalScope,
    /// Above zero: minor units of the base currency for sales, percent of the clients for coverage, else a count.
    pub target: i64,
}
