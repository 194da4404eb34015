//! How much a sale of some age still weighs, as a table of integers.

use std::f64::consts::LN_2;

use super::real::{real, rounded};

/// The weight of a sale made today: 1 in fixed point.
pub const ONE: i64 = 1 << 32;

/// Half-lives beyond a century are taken as a century; the table would only grow.
pub const LONGEST_HALF_LIFE: u32 = 36_500;

/// Ages above this many half-lives weigh less than a millionth and are left out.
const HALF_LIVES_KEPT: u32 = 20;

/// `w[age] = round(2^(-age/h) · 2^32)` for ages of 0 to 20·h days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    half_life_days: u32,
    table: Vec<i64>,
}

impl Weights {
    /// The table for a half-life in days (1 to [`LONGEST_HALF_LIFE`], else the nearer end).
    pub fn new(half_life_days: u32) -> Self {
        let half_life_days = half_life_days.clamp(1, LONGEST_HALF_LIFE);
        let fractions: Vec<f64> = (0..half_life_days)
            .map(|days| power_of_half(f64::from(days) / f64::from(half_life_days)))
            .collect();
        let mut table = Vec::new();
        let mut whole = real(ONE.into());
        for _ in 0..HALF_LIVES_KEPT {
            table.extend(fractions.iter().map(|fraction| rounded(fraction * whole)));
            whole /= 2.0;
        }
        table.push(rounded(whole));
        Self { half_life_days, table }
    }

    /// The half-life that the table was made for.
    pub fn half_life_days(&self) -> u32 {
        self.half_life_days
    }

    /// The weight, in 2^-32, of a sale made `age` days ago; 0 for a sale in the future or too old to count.
    pub fn at(&self, age: i64) -> i64 {
        usize::try_from(age).ok().and_then(|age| self.table.get(age)).copied().unwrap_or(0)
    }

    /// What turns a decayed sum in 2^-32 minor units into minor units a year: a client who buys the same each day has a
    /// decayed sum of `h/ln 2` days of purchases.
    pub(super) fn yearly_factor(&self) -> f64 {
        LN_2 / f64::from(self.half_life_days) * 365.0 / real(ONE.into())
    }
}

/// 2^-x for 0 ≤ x < 1, by the series of e^y. The library's power function may differ by a bit between platforms.
fn power_of_half(x: f64) -> f64 {
    let y = -x * LN_2;
    let mut sum = 1.0;
    for term in (1..=22).rev() {
        sum = 1.0 + sum * y / f64::from(term);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_halve_each_half_life() {
        let weights = Weights::new(180);
        assert_eq!(weights.at(0), ONE);
        assert_eq!(weights.at(180), ONE / 2);
        assert_eq!(weights.at(3600), ONE >> 20);
        assert_eq!((weights.at(3601), weights.at(-1), weights.at(i64::MAX)), (0, 0, 0));
    }

    #[test]
    fn weights_are_the_rounded_powers_and_fall() {
        for half_life in [1, 7, 60, 90, 120, 180, 270, 365, 1000] {
            let weights = Weights::new(half_life);
            assert_eq!(weights.table.len(), 20 * half_life as usize + 1);
            for (age, weight) in weights.table.iter().enumerate() {
                let age = u32::try_from(age).unwrap();
                let power = (-f64::from(age) / f64::from(half_life)).exp2() * 4_294_967_296.0;
                assert!((real((*weight).into()) - power).abs() <= 0.500_01, "{half_life} {age}");
            }
            assert!(weights.table.is_sorted_by(|a, b| a > b));
        }
    }

    #[test]
    fn the_table_of_the_default_is_what_was_published() {
        let weights = Weights::new(180);
        assert_eq!((weights.at(1), weights.at(25), weights.at(90), weights.at(365)), TABLE_180);
        assert_eq!(weights.table.iter().sum::<i64>(), SUM_180);
    }

    const TABLE_180: (i64, i64, i64, i64) = (4_278_459_964, 3_900_768_165, 3_037_000_500, 1_053_265_662);
    const SUM_180: i64 = 1_117_486_843_655;

    #[test]
    fn the_yearly_factor_is_that_of_the_definition() {
        let factor = Weights::new(180).yearly_factor() * 4_294_967_296.0;
        assert!((factor - 1.4055).abs() < 0.00005, "{factor}");
    }

    #[test]
    fn a_half_life_out_of_range_is_the_nearest_in_range() {
        assert_eq!(Weights::new(0), Weights::new(1));
        assert_eq!(Weights::new(u32::MAX).half_life_days(), LONGEST_HALF_LIFE);
    }
}
