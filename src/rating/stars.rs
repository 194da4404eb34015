//! From a score, a potential and a calibration to stars: the row that is stored.

use chrono::Months;
use serde::Serialize;

use super::FORMULA_VERSION;
use super::calibration::Calibration;
use super::parameters::{PPM, Parameters};
use super::real::narrow;
use super::score::{Potential, Score};
use crate::domain::{day::Day, stars::Stars};

/// A client's stars as of a day, with every number that went into them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rating {
    pub as_of: Day,
    pub score: Score,
    /// The estimate of potential, minor units a year, even when too old to count; `None` without a positive estimate
    /// made by the day.
    pub potential_minor: Option<i64>,
    /// The day of that estimate.
    pub potential_on: Option<Day>,
    /// How much the estimate counts, in halves: 2 while fresh, 1 while ageing, 0 when old or there is none.
    pub confidence: u8,
    /// What the client is worth: minor units a year.
    pub value_minor: i64,
    /// By the thresholds alone.
    pub raw: Stars,
    /// What is published: the last published star unless the value left its band.
    pub star: Stars,
    /// 1 to 10, two to a star (`star` = half of it, rounded up); 0 at 0★.
    pub level: u8,
    pub formula: u32,
}

/// Whether there is anything to rate: a sale or return up to the day, a potential that still counts, or stars that were
/// published before. A client with none of these stays unrated (`None`), which is not 0★: that says "no value shown".
pub fn is_ratable(
    score: &Score,
    potential: Option<Potential>,
    published: Option<Stars>,
    as_of: Day,
    parameters: &Parameters,
) -> bool {
    let live = potential.is_some_and(|it| it.minor > 0 && confidence(it.on, as_of, parameters) > 0);
    score.traded || live || published.is_some()
}

/// The rating as of a day. `published` is the client's last published computed star; `recalibrated` says that it was
/// published under another calibration, so that a star which no longer fits is replaced by the raw one at once.
pub fn rate(
    score: &Score,
    potential: Option<Potential>,
    calibration: &Calibration,
    published: Option<Stars>,
    recalibrated: bool,
    as_of: Day,
) -> Rating {
    let parameters = &calibration.parameters;
    let potential = potential.filter(|it| it.minor > 0 && it.on <= as_of);
    let confidence = potential.map_or(0, |it| confidence(it.on, as_of, parameters));
    let value_minor = value(score.earned_minor, potential, confidence, parameters);
    let standing = Standing {
        earned: score.earned_minor,
        value: value_minor,
        activity: score.activity_ppm,
        calibration,
    };
    let raw = standing.stars(PPM);
    let star = match published {
        None => raw,
        Some(old) => standing.published(old, raw, recalibrated),
    };
    Rating {
        as_of,
        score: *score,
        potential_minor: potential.map(|it| it.minor),
        potential_on: potential.map(|it| it.on),
        confidence,
        value_minor,
        raw: stars(raw),
        star: stars(star),
        level: level(star, value_minor, calibration),
        formula: FORMULA_VERSION,
    }
}

/// `★★★★☆`; with `*` when a person decided it; `–` when unrated.
pub fn star_line(stars: Option<Stars>, overridden: bool) -> String {
    let Some(stars) = stars else { return "–".to_owned() };
    let full = usize::from(stars.get());
    let empty = usize::from(Stars::MAX.get()).saturating_sub(full);
    format!("{}{}{}", "★".repeat(full), "☆".repeat(empty), if overridden { "*" } else { "" })
}

/// How much an estimate of potential counts, in halves.
fn confidence(on: Day, as_of: Day, parameters: &Parameters) -> u8 {
    let lasts = |months: u32| {
        on.date()
            .and_then(|date| date.checked_add_months(Months::new(months)))
            .is_some_and(|end| as_of <= Day::from(end))
    };
    if on > as_of {
        0
    } else if lasts(parameters.potential_full_months) {
        2
    } else {
        u8::from(lasts(parameters.potential_half_months))
    }
}

/// E + w · max(0, c·P − E), in minor units a year.
fn value(earned: i64, potential: Option<Potential>, confidence: u8, parameters: &Parameters) -> i64 {
    let earned = i128::from(earned);
    let believed_halves = potential.map_or(0, |it| i128::from(it.minor) * i128::from(confidence));
    let elsewhere_halves = (believed_halves - 2 * earned).max(0);
    let weight = i128::from(parameters.potential_weight_ppm);
    let ppm = i128::from(PPM);
    narrow(earned + (elsewhere_halves * weight + ppm) / (2 * ppm))
}

/// What decides the stars.
struct Standing<'a> {
    earned: i64,
    value: i64,
    activity: Option<i64>,
    calibration: &'a Calibration,
}

impl Standing<'_> {
    /// Stars by thresholds multiplied by `band_ppm`.
    fn stars(&self, band_ppm: i64) -> u8 {
        self.shown(self.class(band_ppm))
    }

    /// 1 to 5 by the thresholds alone; potential lifts by one at most.
    fn class(&self, band_ppm: i64) -> u8 {
        let by_buying = reached(self.earned, self.calibration, band_ppm);
        reached(self.value, self.calibration, band_ppm).min(by_buying + 1)
    }

    /// The old star while the value is inside its band.
    fn published(&self, old: Stars, raw: u8, recalibrated: bool) -> u8 {
        let Parameters { up_ppm, down_ppm, .. } = self.calibration.parameters;
        let (up, down) = (self.stars(up_ppm), self.stars(down_ppm));
        let old = old.get();
        if (up..=down).contains(&old) {
            self.shown(old)
        } else if recalibrated {
            raw
        } else {
            old.clamp(up, down.max(up))
        }
    }

    /// 0★ for what shows no value, or instead of 1★ for a client long silent whose value gives no more.
    fn shown(&self, stars: u8) -> u8 {
        let least_active = self.calibration.parameters.silent_activity_ppm;
        let silent = self.activity.is_some_and(|activity| activity < least_active);
        if self.value <= 0 || (stars <= 1 && silent && self.class(PPM) == 1) { 0 } else { stars }
    }
}

/// 1 and one more for each threshold that the amount reaches.
fn reached(amount: i64, calibration: &Calibration, band_ppm: i64) -> u8 {
    let passes =
        |threshold: i64| i128::from(amount) * i128::from(PPM) >= i128::from(threshold) * i128::from(band_ppm);
    calibration.thresholds.iter().fold(1, |stars, threshold| stars + u8::from(passes(*threshold)))
}

/// The upper or the lower half of a star.
fn level(star: u8, value: i64, calibration: &Calibration) -> u8 {
    let Some(half) =
        star.checked_sub(1).and_then(|class| calibration.level_thresholds.get(usize::from(class)))
    else {
        return 0;
    };
    2 * star - 1 + u8::from(value >= *half)
}

/// At most five, by construction.
fn stars(number: u8) -> Stars {
    Stars::new(number).unwrap_or(Stars::MAX)
}

#[cfg(test)]
mod tests;
