//! The one order of Today, and where capacity cuts it.

use std::cmp::Reverse;

/// More than this is at stake with nobody; it keeps a score within 64 bits.
const MOST: i64 = i64::MAX / 4_000;

/// What the order goes by before the name; the greatest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    score: Reverse<i64>,
    urgency: Reverse<i64>,
    potential: Reverse<i64>,
}

impl Rank {
    /// Of a client with this at stake, of this urgency in thousandths, and of this potential, 0 when nobody estimated it.
    pub fn new(stake_minor: i64, urgency_milli: i64, potential_minor: i64) -> Self {
        Self {
            score: Reverse(score(stake_minor, urgency_milli)),
            urgency: Reverse(urgency_milli),
            potential: Reverse(potential_minor),
        }
    }
}

/// Stake times urgency, in thousandths of a minor unit.
pub fn score(stake_minor: i64, urgency_milli: i64) -> i64 {
    stake_minor.clamp(0, MOST) * urgency_milli.clamp(0, 2_000)
}

/// What a client buys a year at its pace, and the share `weight_ppm` of what it is believed to buy elsewhere.
pub fn stake(rate_minor: i64, potential_minor: i64, confidence_halves: i64, weight_ppm: i64) -> i64 {
    let rate = i128::from(rate_minor.max(0));
    let believed = i128::from(potential_minor.max(0)) * i128::from(confidence_halves.clamp(0, 2)) / 2;
    let elsewhere = (believed - rate).max(0) * i128::from(weight_ppm.max(0)) / 1_000_000;
    i64::try_from(rate + elsewhere).unwrap_or(i64::MAX)
}

/// Which places of the order are shown with room for so many clients: the first ones, and every promise behind them.
pub fn cut<T>(order: Vec<T>, room: usize, is_promise: impl Fn(&T) -> bool) -> Vec<T> {
    let mut place = 0;
    let mut order = order;
    order.retain(|it| {
        place += 1;
        place <= room || is_promise(it)
    });
    order
}
