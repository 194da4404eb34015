//! How much was done in a week, by whom.

use super::day::Day;
use super::ids::SalespersonId;

/// Days of a week.
const WEEK: i32 = 7;

/// Days from the first Monday to 1970-01-01, which was a Thursday.
const TO_EPOCH: i32 = 3;

/// A week from Monday to Sunday, counted from the one that holds 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(pub i32);

impl Week {
    /// The week that holds a day.
    pub fn of(day: Day) -> Self {
        Self(day.0.saturating_add(TO_EPOCH).div_euclid(WEEK))
    }

    pub fn monday(self) -> Day {
        Day(self.0.saturating_mul(WEEK).saturating_sub(TO_EPOCH))
    }

    pub fn sunday(self) -> Day {
        self.monday().plus(WEEK - 1)
    }

    #[must_use]
    pub fn before(self, weeks: i32) -> Self {
        Self(self.0.saturating_sub(weeks))
    }
}

/// In a query, what is under no salesperson: keys begin at 1.
pub const NOBODY: SalespersonId = SalespersonId(0);

/// Whose work is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    Everybody,
    /// What is under no salesperson.
    Nobody,
    Of(SalespersonId),
}

/// A week of somebody: the key of a row of the weeks. As one number, so that a list can hold it like any other key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekOf {
    pub week: Week,
    pub whose: Whose,
}

/// More salespeople than anybody has; a week's key is its number times this, and whose.
const SALESPEOPLE: i64 = 1 << 32;

impl WeekOf {
    pub fn key(self) -> i64 {
        let whose = match self.whose {
            Whose::Everybody => 0,
            Whose::Nobody => 1,
            Whose::Of(id) => id.0.saturating_add(1).min(SALESPEOPLE - 1),
        };
        i64::from(self.week.0) * SALESPEOPLE + whose
    }

    pub fn from_key(key: i64) -> Self {
        let week = i32::try_from(key.div_euclid(SALESPEOPLE)).unwrap_or(i32::MAX);
        let whose = match key.rem_euclid(SALESPEOPLE) {
            0 => Whose::Everybody,
            1 => Whose::Nobody,
            id => Whose::Of(SalespersonId(id - 1)),
        };
        Self { week: Week(week), whose }
    }
}

/// What was done in a week by somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalRow {
    pub of: WeekOf,
    /// The salesperson's name; empty for everybody and for nobody.
    pub salesperson: String,
    pub done: Done,
    /// Touches a week that they can make; `None` where it is not known.
    pub capacity: Option<i64>,
}

/// Counts of what was done. A note is no touch; distinct clients are those that were touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    pub visits: i64,
    pub calls: i64,
    pub emails: i64,
    pub messages: i64,
    pub meetings: i64,
    pub touches: i64,
    pub clients: i64,
    pub offers: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike as _, NaiveDate, Weekday};
    use proptest::prelude::*;

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let day = |y, m, d| Day::from(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let week = Week::of(day(2026, 11, 24));
        assert_eq!((week.monday(), week.sunday()), (day(2026, 11, 23), day(2026, 11, 29)));
        assert_eq!(Week::of(day(1970, 1, 1)), Week(0));
        assert_eq!(Week::of(day(1969, 12, 28)), Week(-1));
    }

    proptest! {
        #[test]
        fn each_day_is_in_one_week(day in -700_000..700_000_i32) {
            let week = Week::of(Day(day));
            prop_assert!(week.monday().0 <= day && day <= week.sunday().0);
            prop_assert_eq!(week.monday().date().unwrap().weekday(), Weekday::Mon);
        }

        #[test]
        fn a_key_says_whose_week_it_is(week in any::<i32>(), id in 1..1_000_000_000_i64) {
            for whose in [Whose::Everybody, Whose::Nobody, Whose::Of(SalespersonId(id))] {
                let of = WeekOf { week: Week(week), whose };
                prop_assert_eq!(WeekOf::from_key(of.key()), of);
            }
        }
    }
}
