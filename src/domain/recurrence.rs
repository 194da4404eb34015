//! How often a follow-up comes back, and on which day it does next.
//!
//! A series lives on a grid of days that begins at its anchor, the day its first one was due: every n days, every n weeks
//! on that weekday, every n months on that day of the month. A month that is too short has its last day instead, and the
//! month after it the day of the anchor again, because the grid is always counted from the anchor and never from the one
//! before. Doing one late, early or on another day moves only that one.

use super::day::Day;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The time between one and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    Days(u16),
    Weeks(u16),
    Months(u16),
}

/// Ten years in days: what is further apart is no habit, but a mistake in typing.
pub const MOST_DAYS: u16 = 3_650;

impl Every {
    /// `None` for a time of nothing, or of more than ten years.
    pub fn checked(self) -> Option<Self> {
        let (count, days_each) = match self {
            Self::Days(count) => (count, 1),
            Self::Weeks(count) => (count, 7),
            Self::Months(count) => (count, 30),
        };
        (count > 0 && u32::from(count) * days_each <= u32::from(MOST_DAYS)).then_some(self)
    }

    /// The word on the command line and in exports: `weekly`, `monthly`, `days:10`, `weeks:2`, `months:3`.
    pub fn word(self) -> String {
        match self {
            Self::Weeks(1) => "weekly".to_owned(),
            Self::Months(1) => "monthly".to_owned(),
            Self::Days(count) => format!("days:{count}"),
            Self::Weeks(count) => format!("weeks:{count}"),
            Self::Months(count) => format!("months:{count}"),
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "weekly" => return Some(Self::Weeks(1)),
            "monthly" => return Some(Self::Months(1)),
            _ => {}
        }
        let (unit, count) = word.split_once(':')?;
        let count = count.parse().ok()?;
        let every = match unit {
            "days" => Self::Days(count),
            "weeks" => Self::Weeks(count),
            "months" => Self::Months(count),
            _ => return None,
        };
        every.checked()
    }
}

/// A habit: how often, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Recurrence {
    pub every: Every,
    /// The last day on which one may be due; `None` without end.
    pub until: Option<Day>,
}

impl Recurrence {
    /// The first day of the grid after `after`, or `None` when the series has ended by then. Whoever completes one gives
    /// the later of its own day and today, so that what is done late leaves no pile of past ones behind.
    pub fn next(self, anchor: Day, after: Day) -> Option<Day> {
        let next = match self.every {
            Every::Days(count) => next_by_days(anchor, after, i32::from(count.max(1))),
            Every::Weeks(count) => next_by_days(anchor, after, 7 * i32::from(count.max(1))),
            Every::Months(count) => next_by_months(anchor, after, u32::from(count.max(1)))?,
        };
        // Where the calendar ends, so does the series.
        next.date()?;
        (next > after && self.until.is_none_or(|until| next <= until)).then_some(next)
    }
}

fn next_by_days(anchor: Day, after: Day, step: i32) -> Day {
    if after < anchor {
        return anchor;
    }
    let steps = after.since(anchor) / step + 1;
    Day(anchor.0.saturating_add(steps.saturating_mul(step)))
}

fn next_by_months(anchor: Day, after: Day, step: u32) -> Option<Day> {
    if after < anchor {
        return Some(anchor);
    }
    let (first, date) = (anchor.date()?, after.date()?);
    let months = u32::try_from(months_of(date) - months_of(first)).ok()?;
    // The month of `after` itself may still have its day ahead.
    let steps = months / step;
    (steps..=steps + 1)
        .filter_map(|steps| first.checked_add_months(Months::new(steps.checked_mul(step)?)))
        .map(Day::from)
        .find(|day| *day > after)
}

/// Months since the year 0.
fn months_of(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::from(text.parse::<NaiveDate>().unwrap())
    }

    fn forever(every: Every) -> Recurrence {
        Recurrence { every, until: None }
    }

    /// The days of a series that is always done on its day.
    fn days(recurrence: Recurrence, anchor: &str, count: usize) -> Vec<String> {
        let anchor = day(anchor);
        std::iter::successors(recurrence.next(anchor, anchor), |last| recurrence.next(anchor, *last))
            .take(count)
            .map(|day| day.date().unwrap().to_string())
            .collect()
    }

    #[test]
    fn monthly_from_the_31st_goes_to_the_end_of_short_months_and_back() {
        assert_eq!(
            days(forever(Every::Months(1)), "2027-12-31", 4),
            ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]
        );
        assert_eq!(days(forever(Every::Months(12)), "2028-02-29", 4).last().unwrap(), "2032-02-29");
        assert_eq!(days(forever(Every::Months(3)), "2026-11-30", 2), ["2027-02-28", "2027-05-30"]);
    }

    #[test]
    fn the_last_day_is_included_and_nothing_comes_after_it() {
        let until = |text: &str| Recurrence { every: Every::Weeks(1), until: Some(day(text)) };
        assert_eq!(days(until("2026-12-08"), "2026-11-24", 9), ["2026-12-01", "2026-12-08"]);
        assert_eq!(days(until("2026-12-07"), "2026-11-24", 9), ["2026-12-01"]);
        assert_eq!(days(until("2026-11-24"), "2026-11-24", 9), [""; 0]);
    }

    #[test]
    fn what_is_done_late_comes_back_after_today_on_its_weekday() {
        let weekly = forever(Every::Weeks(1));
        assert_eq!(weekly.next(day("2026-10-05"), day("2026-11-24")), Some(day("2026-11-30")));
        // Done on the very day of a later one: that one is done with it.
        assert_eq!(weekly.next(day("2026-10-05"), day("2026-11-23")), Some(day("2026-11-30")));
    }

    #[test]
    fn words_come_back_as_they_were() {
        for every in [Every::Days(10), Every::Weeks(1), Every::Weeks(2), Every::Months(1), Every::Months(3)] {
            assert_eq!(Every::from_word(&every.word()), Some(every));
        }
        for word in ["", "days:0", "days:3651", "weeks:", "months:-1", "daily", "years:1"] {
            assert_eq!(Every::from_word(word), None, "{word}");
        }
    }

    fn every() -> impl Strategy<Value = Every> {
        prop_oneof![
            (1..=MOST_DAYS).prop_map(Every::Days),
            (1..=520_u16).prop_map(Every::Weeks),
            (1..=121_u16).prop_map(Every::Months),
        ]
    }

    proptest! {
        /// Walking the series from its anchor, one after the other, meets the next one after any day.
        #[test]
        fn the_next_one_is_the_first_of_the_grid_after_the_day(
            every in every(), anchor in -20_000..40_000_i32, later in 0..20_000_i32, end in proptest::option::of(0..30_000_i32),
        ) {
            let anchor = Day(anchor);
            let after = anchor.plus(later);
            let recurrence = Recurrence { every, until: end.map(|end| anchor.plus(end)) };
            let mut walked = Some(anchor);
            while let Some(day) = walked.filter(|day| *day <= after) {
                let following = recurrence.next(anchor, day);
                prop_assert!(following.is_none_or(|following| following > day));
                walked = following;
            }
            prop_assert_eq!(recurrence.next(anchor, after), walked);
            prop_assert!(walked.is_none_or(|day| recurrence.until.is_none_or(|until| day <= until)));
        }

        /// However late one is done, what comes next lies within one step of that day.
        #[test]
        fn a_month_keeps_the_day_of_its_anchor_or_is_too_short_for_it(
            step in 1..=24_u16, anchor in 0..40_000_i32, later in 0..20_000_i32,
        ) {
            let (anchor, after) = (Day(anchor), Day(anchor).plus(later));
            let next = forever(Every::Months(step)).next(anchor, after).unwrap();
            let (first, date) = (anchor.date().unwrap(), next.date().unwrap());
            let is_last = date.succ_opt().unwrap().month() != date.month();
            prop_assert!(date.day() == first.day() || (is_last && date.day() < first.day()));
            prop_assert_eq!((months_of(date) - months_of(first)) % i64::from(step), 0);
            prop_assert!(next > after && next.since(after) <= 31 * i32::from(step) + 3);
        }

        #[test]
        fn nothing_overflows(every in every(), anchor in any::<i32>(), after in any::<i32>()) {
            let next = forever(every).next(Day(anchor), Day(after));
            prop_assert!(next.is_none_or(|next| next > Day(after)));
        }
    }
}
