//! A rating told in one line, from the stored row and its calibration alone; it recomputes nothing but bands.
//!
//! Every number in it is the pace, the activity, the usual interval, the potential or a threshold: no term is hidden.

mod change;

pub use change::explain_change;

use std::cmp::Ordering;

use super::calibration::Calibration;
use super::parameters::PPM;
use super::real::narrow;
use super::stars::{Rating, star_line};
use crate::domain::{currency::Currency, day::Day};
use crate::text::safe::safe;
use crate::text::{Arg, Locale, dates, numbers};

/// Why these stars: `★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (…). 4★ desde 3.900 €, …`.
/// `potential_by` is who estimated the potential.
pub fn explain(
    rating: &Rating,
    calibration: &Calibration,
    currency: Currency,
    potential_by: Option<&str>,
    locale: &Locale,
) -> String {
    let teller = Teller { rating, calibration, currency, locale };
    let mut sentences = vec![teller.value(potential_by)];
    sentences.extend(teller.unused_potential(potential_by));
    sentences.extend(teller.silence());
    sentences.push(teller.thresholds());
    sentences.extend(teller.band());
    format!("{}  {}", star_line(Some(rating.star), false), sentences.join(" "))
}

/// What the sentences are made of.
#[derive(Clone, Copy)]
struct Teller<'a> {
    rating: &'a Rating,
    calibration: &'a Calibration,
    currency: Currency,
    locale: &'a Locale,
}

impl Teller<'_> {
    /// What the client is worth and how that comes about.
    fn value(&self, potential_by: Option<&str>) -> String {
        let score = &self.rating.score;
        let adds = self.potential_adds() > 0;
        let worth = ("value", self.amount(self.rating.value_minor));
        if score.rate_minor > 0 {
            let earned = self.earned();
            if !adds {
                return self.say("rating-sentence", &[("text", earned)]);
            }
            let part = self.potential_part(potential_by);
            return self.say("rating-earned-and-potential", &[("earned", earned), ("part", part), worth]);
        }
        let sales = self.locale.t(match (score.traded, adds) {
            (true, _) => "rating-sales-returned",
            (false, true) => "rating-sales-not-yet",
            (false, false) => "rating-sales-none",
        });
        if adds {
            let part = self.potential_part(potential_by);
            return self.say("rating-potential-alone", &[worth, ("part", part), ("sales", sales)]);
        }
        self.say("rating-nothing", &[worth, ("sales", sales)])
    }

    /// Pace times activity.
    fn earned(&self) -> String {
        let score = &self.rating.score;
        let key = if score.purchase_days > 1 { "rating-earned" } else { "rating-earned-once" };
        self.say(
            key,
            &[
                ("earned", self.amount(score.earned_minor)),
                ("pace", self.amount(score.rate_minor)),
                ("activity", self.activity()),
                ("last", self.last_purchase()),
                ("gap", numbers::int((score.gap_millidays + 500) / 1_000, self.locale)),
            ],
        )
    }

    /// A tenth of what is bought elsewhere.
    fn potential_part(&self, by: Option<&str>) -> String {
        let weight = numbers::percent(self.calibration.parameters.potential_weight_ppm / 100, self.locale);
        let elsewhere = self.believed_potential().saturating_sub(self.rating.score.earned_minor);
        let key =
            if self.rating.score.rate_minor > 0 { "rating-part-elsewhere" } else { "rating-part-possible" };
        let estimate = self.estimate(by);
        self.say(key, &[("weight", weight), ("elsewhere", self.amount(elsewhere)), ("estimate", estimate)])
    }

    /// The estimate of potential, by whom and when, and whether half of it counts.
    fn estimate(&self, by: Option<&str>) -> String {
        let amount = self.amount(self.rating.potential_minor.unwrap_or(0));
        let on = self.rating.potential_on.map(|on| self.date(on)).unwrap_or_default();
        let estimate = match by {
            Some(who) => {
                let who = safe(who).into_owned();
                self.say("rating-estimate-by", &[("potential", amount), ("who", who), ("on", on)])
            }
            None => self.say("rating-estimate", &[("potential", amount), ("on", on)]),
        };
        if self.rating.confidence == 1 {
            let months = self.calibration.parameters.potential_full_months.to_string();
            return self.say("rating-estimate-half", &[("estimate", estimate), ("months", months)]);
        }
        estimate
    }

    /// Why a known potential adds nothing.
    fn unused_potential(&self, by: Option<&str>) -> Option<String> {
        self.rating.potential_minor?;
        let estimate = self.estimate(by);
        if self.rating.confidence == 0 {
            let months = self.calibration.parameters.potential_half_months.to_string();
            return Some(self.say("rating-potential-old", &[("estimate", estimate), ("months", months)]));
        }
        let covered = self.potential_adds() == 0;
        covered.then(|| self.say("rating-potential-covered", &[("estimate", estimate)]))
    }

    /// Why a client with some value has no star.
    fn silence(&self) -> Option<String> {
        let silent = self.rating.star.get() == 0 && self.rating.value_minor > 0;
        silent.then(|| self.say("rating-silent", &[("overdue", self.overdue())]))
    }

    /// From where the star is given, and the next one.
    fn thresholds(&self) -> String {
        if self.calibration.is_empty() {
            return self.locale.t("rating-no-thresholds");
        }
        let star = self.rating.star.get();
        let shown = [star, (star + 1).max(2)].into_iter().filter_map(|star| {
            let from = self.amount(self.threshold(star)?);
            Some(self.say("rating-from", &[("star", star.to_string()), ("amount", from)]))
        });
        let shown: Vec<String> = shown.collect();
        self.say("rating-sentence", &[("text", shown.join(", "))])
    }

    /// Why the star is not the one of the thresholds.
    fn band(&self) -> Option<String> {
        let (star, raw, value) = (self.rating.star.get(), self.rating.raw.get(), self.rating.value_minor);
        let (key, star, amount) = match star.cmp(&raw) {
            Ordering::Greater => {
                let limit = self.threshold(star)?;
                if value < limit {
                    ("rating-held", star, self.down(limit))
                } else {
                    ("rating-held-buying", star, self.down(self.threshold(star - 1)?))
                }
            }
            Ordering::Less => {
                let limit = self.up(self.threshold(star + 1).filter(|_| star > 0)?);
                if value < limit {
                    ("rating-waits", star + 1, limit)
                } else {
                    ("rating-waits-buying", star + 1, self.up(self.threshold(star)?))
                }
            }
            Ordering::Equal => {
                let capped = star > 0 && self.threshold(star + 1).is_some_and(|limit| value >= limit);
                return capped.then(|| self.locale.t("rating-capped"));
            }
        };
        Some(self.say(key, &[("star", star.to_string()), ("amount", self.amount(amount))]))
    }

    /// From how many minor units a star is given; `None` for 0★, 1★ and where nothing can be reached.
    fn threshold(&self, star: u8) -> Option<i64> {
        let index = usize::from(star).checked_sub(2)?;
        self.calibration.thresholds.get(index).copied().filter(|_| !self.calibration.is_empty())
    }

    /// What lets a client rise over a threshold.
    fn up(&self, threshold: i64) -> i64 {
        banded(threshold, self.calibration.parameters.up_ppm)
    }

    /// What a client must keep so as not to fall under a threshold.
    fn down(&self, threshold: i64) -> i64 {
        banded(threshold, self.calibration.parameters.down_ppm)
    }

    /// What potential adds to the value.
    fn potential_adds(&self) -> i64 {
        self.rating.value_minor.saturating_sub(self.rating.score.earned_minor)
    }

    /// Potential times confidence.
    fn believed_potential(&self) -> i64 {
        let halves =
            i128::from(self.rating.potential_minor.unwrap_or(0)) * i128::from(self.rating.confidence);
        narrow(halves / 2)
    }

    /// Whole units, or with cents where those would hide the amount.
    fn amount(&self, minor: i64) -> String {
        let unit = 10_u64.saturating_pow(self.currency.exponent());
        let whole = minor.unsigned_abs().is_multiple_of(unit) || minor.unsigned_abs() >= 10 * unit;
        if whole {
            numbers::money_short(minor, self.currency, self.locale)
        } else {
            numbers::money(minor, self.currency, self.locale)
        }
    }

    /// The activity in whole percent, below 10 % in tenths (cut, so that 9.96 % is not shown as the 10 % it misses).
    fn activity(&self) -> String {
        let ppm = self.rating.score.activity_ppm.unwrap_or(0);
        let basis_points = if ppm < PPM / 10 { ppm / 1_000 * 10 } else { (ppm + 5_000) / 10_000 * 100 };
        numbers::percent(basis_points, self.locale)
    }

    /// How many usual intervals have gone by since the last purchase, in tenths.
    fn overdue(&self) -> String {
        numbers::decimal(
            (self.rating.score.overdue_milli.unwrap_or(0).saturating_add(50)) / 100,
            1,
            self.locale,
        )
    }

    fn last_purchase(&self) -> String {
        let days = self.rating.score.last.map_or(0, |last| self.rating.as_of.since(last));
        self.locale.ta("date-ago-days", &[("count", days.into())])
    }

    fn date(&self, day: Day) -> String {
        day.date().map(|date| dates::date(date, self.locale)).unwrap_or_default()
    }

    fn say(&self, key: &str, parts: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg)> = parts.iter().map(|(name, text)| (*name, text.into())).collect();
        self.locale.ta(key, &args)
    }
}

/// The least amount that is not below a threshold times `ppm`.
fn banded(threshold: i64, ppm: i64) -> i64 {
    let product = i128::from(threshold) * i128::from(ppm);
    narrow(-((-product).div_euclid(i128::from(PPM))))
}

#[cfg(test)]
mod tests;
