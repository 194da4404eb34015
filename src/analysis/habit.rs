//! A product that a client bought again and again, and then no more.

use crate::domain::day::Day;

/// A product bought on fewer days is no habit. Of pairs of client and product bought once, 19 % were bought again in the
/// half year after the cut; bought twice, 46 %; three times or more, 72 %: of a product bought once it cannot be told
/// that it was stopped, because most are never bought again anyway.
pub const LEAST_DAYS: i64 = 3;

/// A habit counts as stopped when it is silent for longer than so many of its own usual intervals, in thousandths.
///
/// Measured at this limit (`cargo bench --bench brief -- FILE.db 2011-06-09 183`): of the habits flagged, 48 % were bought again within 183 days, of the others 74 % (cut
/// 2011-06-09, 421 of 5,933 flagged); 33 % against 59 % within 100 days (cut 2011-08-31, 1,092 of 11,612). A flag halves
/// the odds: it is a question to ask, not a loss to book. At two intervals 53 % came back, at four 47 %.
pub const LIMIT_MILLI: i64 = 3_000;

/// How far back habits are looked for: what ended longer ago is no longer anybody's question.
pub const HISTORY_DAYS: i32 = 3 * 365;

/// The portfolio's interval counts as so many intervals of the pair's own, as for a client's stars.
const PRIOR_INTERVALS: i64 = 2;

/// The days on which a client bought a product, what it returned taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habit {
    /// Days with a net purchase, at least 1.
    pub days: i64,
    pub first: Day,
    pub last: Day,
}

/// How a habit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// The usual interval, pulled to the portfolio's, in thousandths of a day; at least a day.
    pub gap_millidays: i64,
    /// Days since the last purchase ÷ the usual interval, in thousandths.
    pub overdue_milli: i64,
}

impl Habit {
    /// The habit of purchases on these days, in their order; `None` when there are none.
    pub fn of(days: &[Day]) -> Option<Self> {
        let (first, last) = (*days.first()?, *days.last()?);
        Some(Self { days: i64::try_from(days.len()).unwrap_or(i64::MAX), first, last })
    }

    /// How long it has been silent as of a day, by its own interval: `(2 · prior + last − first) / (days + 1)`, as a
    /// client's usual interval is computed for its stars, where `prior` is the portfolio's between two purchases of a client.
    pub fn silence(&self, prior_millidays: i64, today: Day) -> Silence {
        let span = i64::from(self.last.since(self.first)) * 1_000;
        let gap =
            (PRIOR_INTERVALS.saturating_mul(prior_millidays).saturating_add(span)) / (self.days.max(1) + 1);
        let gap_millidays = gap.max(1_000);
        let silent = i64::from(today.since(self.last)).max(0) * 1_000;
        Silence { gap_millidays, overdue_milli: silent.saturating_mul(1_000) / gap_millidays }
    }

    /// The silence of a habit that was stopped; `None` for what was no habit or still is one.
    pub fn stopped(&self, prior_millidays: i64, today: Day) -> Option<Silence> {
        let silence = self.silence(prior_millidays, today);
        (self.days >= LEAST_DAYS && silence.overdue_milli > LIMIT_MILLI).then_some(silence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every 30 days, `days` times, the last of them on day 0.
    fn monthly(days: i32) -> Habit {
        let days: Vec<Day> = (0..days).rev().map(|turn| Day(-30 * turn)).collect();
        Habit::of(&days).unwrap()
    }

    #[test]
    fn a_habit_is_stopped_when_it_is_silent_for_three_of_its_intervals() {
        let habit = monthly(4);
        // (2 · 45 + 90) / 5 = 36 days.
        assert_eq!(habit.silence(45_000, Day(36)), Silence { gap_millidays: 36_000, overdue_milli: 1_000 });
        assert_eq!(habit.stopped(45_000, Day(108)), None);
        assert_eq!(
            habit.stopped(45_000, Day(109)),
            Some(Silence { gap_millidays: 36_000, overdue_milli: 3_027 })
        );
    }

    #[test]
    fn what_was_bought_once_or_twice_was_never_a_habit() {
        for days in 1..LEAST_DAYS {
            let habit = monthly(i32::try_from(days).unwrap());
            assert_eq!(habit.stopped(45_000, Day(10_000)), None, "{days}");
        }
        assert!(monthly(3).stopped(45_000, Day(10_000)).is_some());
        assert_eq!(Habit::of(&[]), None);
    }

    proptest! {
        #[test]
        fn silence_grows_with_time_and_shifts_with_the_calendar(
            mut days in proptest::collection::vec(-3_000..3_000_i32, 1..20),
            prior in 1_000..400_000_i64,
            today in -3_000..6_000_i32,
            shift in -20_000..20_000_i32,
        ) {
            days.sort_unstable();
            days.dedup();
            let at = |shift: i32| Habit::of(&days.iter().map(|day| Day(day + shift)).collect::<Vec<_>>()).unwrap();
            let now = at(0).silence(prior, Day(today));
            prop_assert!(now.gap_millidays >= 1_000 && now.overdue_milli >= 0);
            prop_assert!(at(0).silence(prior, Day(today + 1)).overdue_milli >= now.overdue_milli);
            prop_assert_eq!(at(shift).silence(prior, Day(today + shift)), now);
        }
    }
}
