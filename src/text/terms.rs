//! What telling about a row depends on besides the row.

use super::{Locale, dates, numbers};
use crate::domain::currency::Currency;
use crate::domain::day::Day;

/// How a reader is told about rows: as whose dates and money, and as of which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    pub locale: Locale,
    pub currency: Currency,
    pub today: Day,
}

impl Terms {
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    pub fn money(&self, minor: i64) -> String {
        numbers::money(minor, self.currency, &self.locale)
    }

    /// The day in numbers.
    pub fn date(&self, day: Day) -> String {
        day.date().map_or_else(|| day.0.to_string(), |date| dates::date(date, &self.locale))
    }

    /// How long ago, or how far ahead.
    pub fn ago(&self, day: Day) -> String {
        match (day.date(), self.today.date()) {
            (Some(date), Some(today)) => dates::ago(date, today, self.locale.lang),
            (None, _) | (_, None) => day.0.to_string(),
        }
    }
}
