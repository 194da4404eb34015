//! Civil days as integers, the form in which the database and the rating hold them.

use chrono::{Datelike, NaiveDate};

/// Days since 1970-01-01; negative before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// `NaiveDate::num_days_from_ce` of 1970-01-01.
const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// The date, or `None` beyond what a calendar date can hold.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.0.checked_add(EPOCH_FROM_CE)?)
    }

    /// The day `days` later; saturates at the ends.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day; negative when this day is the earlier one.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_CE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_date_and_back() {
        for text in ["1970-01-01", "1969-12-31", "2024-02-29", "0001-01-01", "9999-12-31"] {
            let date: NaiveDate = text.parse().unwrap();
            assert_eq!(Day::from(date).date(), Some(date), "{text}");
        }
        assert_eq!(Day::from("1970-01-02".parse::<NaiveDate>().unwrap()), Day(1));
    }
}
