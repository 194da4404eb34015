//! One client's purchases as of a day, and what they say of the client.

use serde::Serialize;

use super::parameters::{PPM, Parameters};
use super::real::{real, rounded};
use super::weights::Weights;
use crate::domain::day::Day;

/// The net amount of one sale line, or of several lines of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purchase {
    pub day: Day,
    /// Minor units of the base currency; negative for what came back.
    pub minor: i64,
}

/// What a client could buy in a year of what we sell, from anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Potential {
    /// Minor units of the base currency a year.
    pub minor: i64,
    /// The day of the estimate.
    pub on: Day,
}

/// What a score needs of a client's purchases: 24 bytes, whatever their number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Σ minor · weight, in 2^-32 minor units. The sum is exact; it is made real once.
    decayed: f64,
    purchase_days: u32,
    first: Day,
    last: Day,
    /// Whether there was any line at all, be its amount zero or negative.
    traded: bool,
}

/// What a client's purchases say as of a day. Amounts are minor units of the base currency a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The pace of purchase: the decayed volume as an amount a year; never negative.
    pub rate_minor: i64,
    /// How likely it is that the client still buys, in ppm; `None` when it never bought.
    pub activity_ppm: Option<i64>,
    /// Pace times activity, rounded once.
    pub earned_minor: i64,
    /// Days with a net purchase.
    pub purchase_days: u32,
    /// The first and the last of them.
    pub first: Option<Day>,
    pub last: Option<Day>,
    /// The client's usual interval between purchases, pulled to the portfolio's, in thousandths of a day.
    pub gap_millidays: i64,
    /// Days since the last purchase ÷ usual interval, in thousandths; `None` when it never bought.
    pub overdue_milli: Option<i64>,
    /// Whether there was any sale or return up to the day, be their sum zero.
    pub traded: bool,
}

impl Score {
    /// The score of a client without a single line.
    pub fn nothing(gap_prior_millidays: i64) -> Self {
        Self {
            rate_minor: 0,
            activity_ppm: None,
            earned_minor: 0,
            purchase_days: 0,
            first: None,
            last: None,
            gap_millidays: gap_prior_millidays,
            overdue_milli: None,
            traded: false,
        }
    }
}

/// The score of one client's purchases (in any order) as of a day; what is dated later does not count.
///
/// It reads nothing but these purchases and equals, to the last unit, what the pass over a whole portfolio gives.
pub fn score(
    purchases: &[Purchase],
    as_of: Day,
    gap_prior_millidays: i64,
    weights: &Weights,
    parameters: &Parameters,
) -> Score {
    summarize(purchases, as_of, weights).score(as_of, gap_prior_millidays, weights, parameters)
}

/// Reduces one client's purchases, in any order (the order of days is the fast one).
pub fn summarize(purchases: &[Purchase], as_of: Day, weights: &Weights) -> Summary {
    if purchases.is_sorted_by_key(|purchase| purchase.day) {
        return summarize_sorted(purchases, as_of, weights);
    }
    let mut sorted = purchases.to_vec();
    sorted.sort_unstable_by_key(|purchase| purchase.day);
    summarize_sorted(&sorted, as_of, weights)
}

fn summarize_sorted(purchases: &[Purchase], as_of: Day, weights: &Weights) -> Summary {
    let known = purchases.partition_point(|purchase| purchase.day <= as_of);
    let mut decayed: i128 = 0;
    let mut summary =
        Summary { decayed: 0.0, purchase_days: 0, first: as_of, last: as_of, traded: known > 0 };
    for one_day in purchases[..known].chunk_by(|a, b| a.day == b.day) {
        let Some(day) = one_day.first().map(|purchase| purchase.day) else { continue };
        let net: i128 = one_day.iter().map(|purchase| i128::from(purchase.minor)).sum();
        let weight = weights.at(days_between(day, as_of));
        decayed = decayed.saturating_add(net.saturating_mul(weight.into()));
        if net > 0 {
            if summary.purchase_days == 0 {
                summary.first = day;
            }
            summary.last = day;
            summary.purchase_days = summary.purchase_days.saturating_add(1);
        }
    }
    summary.decayed = real(decayed);
    summary
}

impl Summary {
    /// The score as of the day for which the summary was made, with the same weights.
    pub fn score(
        &self,
        as_of: Day,
        gap_prior_millidays: i64,
        weights: &Weights,
        parameters: &Parameters,
    ) -> Score {
        if self.purchase_days == 0 {
            return Score { traded: self.traded, ..Score::nothing(gap_prior_millidays) };
        }
        let gap = self.gap_millidays(gap_prior_millidays, parameters);
        let overdue = real((days_between(self.last, as_of) * 1_000).into()) / gap;
        let lateness = overdue * 1_000.0 / real(parameters.activity_scale_milli.max(1).into());
        let activity = 1.0 / (1.0 + lateness * lateness);
        let rate = self.decayed.max(0.0) * weights.yearly_factor();
        Score {
            rate_minor: rounded(rate),
            activity_ppm: Some(rounded(activity * real(PPM.into()))),
            earned_minor: rounded(rate * activity),
            purchase_days: self.purchase_days,
            first: Some(self.first),
            last: Some(self.last),
            gap_millidays: rounded(gap),
            overdue_milli: Some(rounded(overdue * 1_000.0)),
            traded: self.traded,
        }
    }

    /// The mean interval between purchase days in thousandths of a day; `None` with fewer than two.
    pub(super) fn own_gap_millidays(&self) -> Option<i64> {
        let intervals = i64::from(self.purchase_days.checked_sub(1).filter(|intervals| *intervals > 0)?);
        Some((self.span_millidays() + intervals / 2) / intervals)
    }

    /// The client's intervals and `gap_prior_weight` usual ones of the portfolio, averaged; at least a day.
    fn gap_millidays(&self, prior: i64, parameters: &Parameters) -> f64 {
        let prior_weight = i64::from(parameters.gap_prior_weight);
        let intervals = prior_weight + i64::from(self.purchase_days) - 1;
        if intervals <= 0 {
            return real(prior.into()).max(1_000.0);
        }
        let total = i128::from(prior_weight) * i128::from(prior) + i128::from(self.span_millidays());
        (real(total) / real(intervals.into())).max(1_000.0)
    }

    fn span_millidays(&self) -> i64 {
        days_between(self.first, self.last) * 1_000
    }
}

/// Days from `from` to `to`, for any two days.
fn days_between(from: Day, to: Day) -> i64 {
    i64::from(to.0) - i64::from(from.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_000);

    fn scored(lines: &[(i32, i64)]) -> Score {
        let purchases: Vec<Purchase> =
            lines.iter().map(|(age, minor)| Purchase { day: TODAY.plus(-age), minor: *minor }).collect();
        score(&purchases, TODAY, 30_000, &Weights::new(180), &Parameters::default())
    }

    #[test]
    fn activity_falls_with_the_usual_intervals_gone_by() {
        let after = |intervals: i32| scored(&[(intervals * 30, 10_000)]).activity_ppm;
        let table = [(0, 1_000_000), (1, 941_176), (2, 800_000), (3, 640_000), (4, 500_000), (12, 100_000)];
        for (intervals, activity) in table {
            assert_eq!(after(intervals), Some(activity), "{intervals}");
        }
    }

    #[test]
    fn a_sale_of_today_counts_as_1_4055_of_itself_a_year_and_halves_in_half_a_year() {
        assert_eq!(scored(&[(0, 1_000_000)]).rate_minor, 1_405_548);
        assert_eq!(scored(&[(180, 1_000_000)]).rate_minor, 702_774);
        assert_eq!(scored(&[(3_601, 1_000_000)]).rate_minor, 0);
    }

    #[test]
    fn the_usual_interval_is_pulled_to_that_of_the_portfolio() {
        assert_eq!(scored(&[(50, 1)]).gap_millidays, 30_000);
        // (2·30 + 60) / (4 + 1): three intervals of 20 days and two of 30.
        assert_eq!(scored(&[(70, 1), (50, 1), (30, 1), (10, 1)]).gap_millidays, 24_000);
        let daily: Vec<(i32, i64)> = (0..200).map(|age| (age, 1)).collect();
        assert_eq!(scored(&daily).gap_millidays, 1_289);
        let purchases: Vec<Purchase> =
            daily.iter().map(|(age, minor)| Purchase { day: TODAY.plus(-age), minor: *minor }).collect();
        let hasty = score(&purchases, TODAY, 100, &Weights::new(180), &Parameters::default());
        assert_eq!(hasty.gap_millidays, 1_000, "a day at least");
    }

    #[test]
    fn a_purchase_day_is_one_whose_net_is_above_zero() {
        let score = scored(&[(40, 500), (20, 300), (20, -300), (10, -50), (5, 0)]);
        assert_eq!(
            (score.purchase_days, score.first, score.last),
            (1, Some(TODAY.plus(-40)), Some(TODAY.plus(-40)))
        );
        assert!(score.traded);
    }

    #[test]
    fn without_purchases_there_is_no_activity_to_speak_of() {
        assert_eq!(scored(&[]), Score::nothing(30_000));
        let returned = scored(&[(9, -700), (9, 0)]);
        assert_eq!(returned, Score { traded: true, ..Score::nothing(30_000) });
        assert_eq!(scored(&[(-1, 700)]), Score::nothing(30_000), "sold tomorrow");
    }

    #[test]
    fn sums_beyond_the_largest_amount_saturate() {
        let most = vec![(0, i64::MAX); 1_000];
        assert_eq!((scored(&most).rate_minor, scored(&most).earned_minor), (i64::MAX, i64::MAX));
        let least = vec![(0, i64::MIN); 1_000];
        assert_eq!(scored(&least).rate_minor, 0);
        let both = [vec![(3, i64::MAX); 999], vec![(3, -i64::MAX); 999], vec![(3, 1_000_000)]].concat();
        assert_eq!(scored(&both), scored(&[(3, 1_000_000)]), "no sum on the way wraps or loses a cent");
    }

    #[test]
    fn a_client_takes_24_bytes() {
        assert_eq!(size_of::<Summary>(), 24);
    }
}
