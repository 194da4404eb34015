//! Why a client's stars changed, from the two stored rows.

use std::cmp::Ordering;

use super::Teller;
use crate::domain::{currency::Currency, day::Day};
use crate::rating::{Calibration, Rating};
use crate::text::Locale;

/// Why the stars changed: `Bajó de 5★ a 4★ el 01/06/2026: sin compras desde hace 3,1 intervalos (activo 62 %); necesitaba
/// 8.400 € para seguir.` The calibration is that of the later rating.
pub fn explain_change(
    before: &Rating,
    after: &Rating,
    calibration: &Calibration,
    on: Day,
    currency: Currency,
    locale: &Locale,
) -> String {
    let change = Change {
        before: Teller { rating: before, calibration, currency, locale },
        after: Teller { rating: after, calibration, currency, locale },
    };
    let key = match after.star.cmp(&before.star) {
        Ordering::Less => "rating-fell",
        Ordering::Greater => "rating-rose",
        Ordering::Equal => "rating-stayed",
    };
    let why = [Some(change.reason()), change.needed()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    change.after.say(
        key,
        &[
            ("from", before.star.get().to_string()),
            ("to", after.star.get().to_string()),
            ("on", change.after.date(on)),
            ("why", why),
        ],
    )
}

/// Where most of a change of value came from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Pace,
    Activity,
    Potential,
    /// The value moved the other way or not at all: what the stars ask for is what changed.
    Thresholds,
}

struct Change<'a> {
    before: Teller<'a>,
    after: Teller<'a>,
}

impl Change<'_> {
    /// What changed, with the figures of both days.
    fn reason(&self) -> String {
        let (before, after) = (self.before, self.after);
        let worth = |teller: Teller| teller.amount(teller.rating.value_minor);
        if before.rating.star == after.rating.star {
            return after.say("rating-why-value", &[("now", worth(after)), ("before", worth(before))]);
        }
        let score = &after.rating.score;
        let falls = after.rating.star < before.rating.star;
        match self.cause(falls) {
            Cause::Pace if score.rate_minor == 0 => after.locale.t("rating-sales-returned"),
            Cause::Pace | Cause::Activity if before.rating.score.purchase_days == 0 => {
                after.locale.t("rating-why-first")
            }
            Cause::Pace => {
                let key = if falls { "rating-why-slower" } else { "rating-why-faster" };
                let pace = |teller: Teller| teller.amount(teller.rating.score.rate_minor);
                after.say(key, &[("now", pace(after)), ("before", pace(before))])
            }
            Cause::Activity if falls => after
                .say("rating-why-silent", &[("overdue", after.overdue()), ("activity", after.activity())]),
            Cause::Activity => {
                after.say("rating-why-active", &[("now", after.activity()), ("before", before.activity())])
            }
            Cause::Potential => {
                let adds = |teller: Teller| teller.amount(teller.potential_adds());
                after.say("rating-why-potential", &[("now", adds(after)), ("before", adds(before))])
            }
            Cause::Thresholds => after.locale.t("rating-why-thresholds"),
        }
    }

    /// Splits the change of value into what pace, activity and potential did, and takes the largest in its direction.
    fn cause(&self, falls: bool) -> Cause {
        let (before, after) = (&self.before.rating.score, &self.after.rating.score);
        let directed = |change: i128| if falls { -change } else { change };
        let activity = |ppm: Option<i64>| i128::from(ppm.unwrap_or(0));
        let pace =
            (i128::from(after.rate_minor) - i128::from(before.rate_minor)) * activity(after.activity_ppm);
        let active =
            i128::from(before.rate_minor) * (activity(after.activity_ppm) - activity(before.activity_ppm));
        let potential = i128::from(self.after.potential_adds()) - i128::from(self.before.potential_adds());
        let moved = i128::from(self.after.rating.value_minor) - i128::from(self.before.rating.value_minor);
        let silenced = falls && self.after.rating.star.get() == 0 && self.after.rating.value_minor > 0;
        if directed(moved) <= 0 && !silenced {
            return Cause::Thresholds;
        }
        let causes = [
            (directed(active), Cause::Activity),
            (directed(pace), Cause::Pace),
            (directed(potential * 1_000_000), Cause::Potential),
        ];
        let [first, rest @ ..] = causes;
        let largest = rest.into_iter().fold(first, |best, next| if next.0 > best.0 { next } else { best });
        if silenced { Cause::Activity } else { largest.1 }
    }

    /// What it would have taken to keep the star, or what it took to rise.
    fn needed(&self) -> Option<String> {
        let (before, after) = (self.before.rating.star, self.after.rating.star);
        let (key, amount) = match after.cmp(&before) {
            Ordering::Less => ("rating-needed-to-stay", self.after.down(self.after.threshold(before.get())?)),
            Ordering::Greater => {
                let threshold = self.after.threshold(after.get())?;
                let up = self.after.up(threshold);
                // On a new calibration the threshold itself is enough.
                let enough = if self.after.rating.value_minor < up { threshold } else { up };
                ("rating-needed-to-rise", enough)
            }
            Ordering::Equal => return None,
        };
        Some(self.after.say(key, &[("amount", self.after.amount(amount))]))
    }
}
