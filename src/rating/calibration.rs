//! What a portfolio's purchases say of where each star begins; frozen until the next calibration.

use serde::{Deserialize, Serialize};

use super::parameters::Parameters;
use super::score::{Purchase, Score, Summary, summarize};
use super::weights::Weights;
use crate::domain::{day::Day, ids::ClientId};

/// A threshold that nobody reaches: that of a portfolio without sales.
pub const UNREACHABLE: i64 = i64::MAX;

/// Where a calibration's thresholds come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// From the portfolio's own Pareto curve.
    Computed,
    /// Typed by a manager.
    Manual,
}

/// Where each star begins, and the portfolio's usual interval; one immutable row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibration {
    /// As of which day.
    pub on: Day,
    /// From how many minor units a year 2★, 3★, 4★ and 5★ are given; ascending, two significant digits.
    pub thresholds: [i64; 4],
    /// From how many the upper half of 1★ to 5★ begins, for the scale of 1 to 10.
    pub level_thresholds: [i64; 5],
    /// The usual interval between purchases of the portfolio, in thousandths of a day.
    pub gap_prior_millidays: i64,
    pub parameters: Parameters,
    pub source: Source,
}

/// Typed thresholds that do not rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the thresholds of 2★ to 5★ must be above zero and each above the one before")]
pub struct ThresholdsError;

impl Calibration {
    /// Whether nobody had bought anything, so that no threshold can be reached; calibrate again once there are sales.
    pub fn is_empty(&self) -> bool {
        self.thresholds == [UNREACHABLE; 4]
    }

    /// The same calibration with thresholds (of 2★ to 5★) typed by a manager. The upper half of a star begins midway to
    /// the next, that of 1★ at half of 2★'s threshold and that of 5★ at twice its own.
    ///
    /// # Errors
    /// When they are not above zero and rising.
    pub fn with_thresholds(&self, on: Day, thresholds: [i64; 4]) -> Result<Self, ThresholdsError> {
        if thresholds[0] <= 0 || !thresholds.is_sorted_by(|a, b| a < b) {
            return Err(ThresholdsError);
        }
        let [two, three, four, five] = thresholds;
        let midway = |low: i64, high: i64| low + (high - low) / 2;
        let level_thresholds = [
            midway(0, two),
            midway(two, three),
            midway(three, four),
            midway(four, five),
            five.saturating_mul(2),
        ];
        Ok(Self { on, thresholds, level_thresholds, source: Source::Manual, ..self.clone() })
    }
}

/// Where the classes of a Pareto curve begin, to the minor unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cuts {
    /// Of 2★ to 5★.
    pub stars: [i64; 4],
    /// Of the upper half of 1★ to 5★.
    pub halves: [i64; 5],
}

/// Cuts at 50, 80, 95 and 99 % of the sum (each class halved at 25, 65, 87.5, 97 and 99.5 %): a class begins at the
/// smallest amount before which less than that share has been summed, largest first, so the client that crosses the line
/// belongs to the upper class. Sorts the amounts, descending. Without any positive amount nothing can be reached.
pub fn pareto(earned: &mut [i64]) -> Cuts {
    const STARS: [i128; 4] = [990, 950, 800, 500];
    const HALVES: [i128; 5] = [995, 970, 875, 650, 250];
    earned.sort_unstable_by(|a, b| b.cmp(a));
    let total: i128 = earned.iter().map(|amount| i128::from(*amount).max(0)).sum();
    let mut cuts = Cuts { stars: [UNREACHABLE; 4], halves: [UNREACHABLE; 5] };
    let mut before: i128 = 0;
    for amount in earned.iter().copied().take_while(|amount| *amount > 0) {
        for (cut, share) in cuts.stars.iter_mut().zip(STARS).chain(cuts.halves.iter_mut().zip(HALVES)) {
            if before * 1_000 < total * share {
                *cut = amount;
            }
        }
        before += i128::from(amount);
    }
    cuts
}

/// Two significant digits, so that it can be said aloud: 2902.39 is 2900. Rounded down, as otherwise the client that
/// crosses the line (or a whole portfolio of equals) would miss its own threshold.
pub fn sayable(minor: i64) -> i64 {
    if minor == UNREACHABLE {
        return minor;
    }
    let mut unit: i64 = 1;
    while minor / unit >= 100 {
        unit *= 10;
    }
    minor / unit * unit
}

/// Takes one client's purchases at a time and keeps 32 bytes of each client.
#[derive(Debug)]
pub struct Collector {
    as_of: Day,
    parameters: Parameters,
    weights: Weights,
    clients: Vec<(ClientId, Summary)>,
}

/// All clients of a portfolio as of a day, ready to be scored.
#[derive(Debug)]
pub struct Portfolio {
    as_of: Day,
    parameters: Parameters,
    weights: Weights,
    clients: Vec<(ClientId, Summary)>,
}

impl Collector {
    pub fn new(as_of: Day, parameters: Parameters) -> Self {
        Self { as_of, parameters, weights: Weights::new(parameters.half_life_days), clients: Vec::new() }
    }

    /// Adds a client by its purchases, in any order. Each client once.
    pub fn add(&mut self, client: ClientId, purchases: &[Purchase]) {
        self.clients.push((client, summarize(purchases, self.as_of, &self.weights)));
    }

    /// No more clients.
    pub fn finish(self) -> Portfolio {
        let Self { as_of, parameters, weights, clients } = self;
        Portfolio { as_of, parameters, weights, clients }
    }
}

impl Portfolio {
    /// The median of the clients' mean intervals, in thousandths of a day; the default when too few have bought twice.
    pub fn gap_prior_millidays(&self) -> i64 {
        let mut gaps: Vec<i64> =
            self.clients.iter().filter_map(|(_, summary)| summary.own_gap_millidays()).collect();
        let enough = usize::try_from(self.parameters.gap_min_clients).unwrap_or(usize::MAX).max(1);
        if gaps.len() < enough {
            return self.parameters.default_gap_millidays;
        }
        gaps.sort_unstable();
        let middle = gaps.len() / 2;
        if gaps.len() % 2 == 1 { gaps[middle] } else { i64::midpoint(gaps[middle - 1], gaps[middle]) }
    }

    /// Each client's score with the usual interval of a calibration, in the order in which they were added.
    pub fn scores(&self, gap_prior_millidays: i64) -> impl Iterator<Item = (ClientId, Score)> + '_ {
        self.clients.iter().map(move |(client, summary)| {
            (*client, summary.score(self.as_of, gap_prior_millidays, &self.weights, &self.parameters))
        })
    }

    /// Where the classes begin to the minor unit, with a usual interval.
    pub fn cuts(&self, gap_prior_millidays: i64) -> Cuts {
        let mut earned: Vec<i64> =
            self.scores(gap_prior_millidays).map(|(_, score)| score.earned_minor).collect();
        pareto(&mut earned)
    }

    /// The calibration that this portfolio gives.
    pub fn calibrate(&self) -> Calibration {
        let gap_prior_millidays = self.gap_prior_millidays();
        let cuts = self.cuts(gap_prior_millidays);
        Calibration {
            on: self.as_of,
            thresholds: cuts.stars.map(sayable),
            level_thresholds: cuts.halves.map(sayable),
            gap_prior_millidays,
            parameters: self.parameters,
            source: Source::Computed,
        }
    }
}

#[cfg(test)]
mod tests;
