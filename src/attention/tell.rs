//! Why a client stands in Today, in words: the one line of the list, and every term of its place.

use super::rank::score;
use super::reason::{Late, Reason};
use crate::domain::currency::Currency;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::stars::Stars;
use crate::domain::today::TodayRow;
use crate::text::{Arg, Label as _, Locale, numbers};

/// What the reasons do not say of themselves.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    pub stars: Option<Stars>,
    /// What the follow-up asks for.
    pub promise: &'a str,
    /// The product that was launched.
    pub launch: &'a str,
    /// The stars stand beside it: no need to say that a limit is theirs.
    pub stars_are_seen: bool,
}

/// The one line, where the stars stand beside it or not; ends with how often the client was put off.
pub fn line(row: &TodayRow, stars_are_seen: bool, locale: &Locale) -> String {
    let promise = promise(row, locale);
    let about = About { stars_are_seen, ..about(row, &promise) };
    let mut line = why(&row.reasons, about, locale);
    if row.times_put_off > 0 {
        let times = locale.ta("why-put-off", &[("count", row.times_put_off.into())]);
        line = if line.is_empty() { times } else { format!("{line} · {times}") };
    }
    line
}

/// What the row says besides its reasons; whoever looks has the stars to be told.
pub fn about<'a>(row: &'a TodayRow, promise: &'a str) -> About<'a> {
    About { stars: row.stars, promise, launch: &row.launch, stars_are_seen: false }
}

/// What was promised, empty where nothing was.
pub fn promise(row: &TodayRow, locale: &Locale) -> String {
    row.follow_up.as_ref().map(|next| step(next, locale)).unwrap_or_default()
}

/// What was agreed, without its day.
pub fn step(next: &FollowUpRow, locale: &Locale) -> String {
    let kind = next.kind.label(locale.lang);
    if next.title.is_empty() { kind } else { format!("{kind}: {}", next.title) }
}

/// All reasons in one line.
pub fn why(reasons: &[Reason], about: About<'_>, locale: &Locale) -> String {
    reasons.iter().map(|reason| sentence(reason, about, locale)).collect::<Vec<_>>().join(" · ")
}

/// One reason, with its numbers.
pub fn sentence(reason: &Reason, about: About<'_>, locale: &Locale) -> String {
    match *reason {
        Reason::FollowUp { days, .. } => {
            locale.ta("why-follow-up", &[("what", about.promise.into()), ("days", days.into())])
        }
        Reason::NeverContacted => locale.t("why-never"),
        Reason::Visit { late, seen: true } => locale.ta("why-visit", &cadence(late, about, locale)),
        Reason::Visit { late, seen: false } => locale.ta("why-never-visited", &cadence(late, about, locale)),
        Reason::Touch(late) => locale.ta("why-touch", &cadence(late, about, locale)),
        Reason::Silent { days, gap_millidays, .. } => {
            locale.ta("why-silent", &[("days", days.into()), ("gap", whole_days(gap_millidays).into())])
        }
        Reason::Launch { days, .. } => {
            locale.ta("why-launch", &[("product", about.launch.into()), ("days", days.into())])
        }
    }
}

/// Thousandths of a day as days.
pub fn whole_days(millidays: i64) -> i64 {
    (millidays + 500) / 1_000
}

fn cadence(late: Late, about: About<'_>, locale: &Locale) -> [(&'static str, Arg); 2] {
    let stars = about.stars.map_or(0, Stars::get);
    let every: Arg = late.every.into();
    let rule = if late.own {
        locale.ta("why-every-own", &[("every", every)])
    } else if about.stars.is_none() || about.stars_are_seen {
        locale.ta("why-every", &[("every", every)])
    } else {
        locale.ta("why-every-stars", &[("every", every), ("stars", i64::from(stars).into())])
    };
    [("days", late.days.into()), ("rule", rule.into())]
}

/// What the place in the order is made of: the stake, each reason with its urgency, and their product.
pub fn terms(
    reasons: &[Reason],
    about: About<'_>,
    stake_minor: i64,
    currency: Currency,
    locale: &Locale,
) -> Vec<String> {
    let money = |minor: i64| numbers::money_short(minor, currency, locale);
    let factor = |milli: i64| numbers::decimal((milli + 5) / 10, 2, locale);
    let mut lines: Vec<String> = reasons
        .iter()
        .map(|reason| {
            let why = sentence(reason, about, locale);
            let urgency = factor(reason.urgency_milli());
            locale.ta("why-term", &[("why", why.into()), ("urgency", urgency.into())])
        })
        .collect();
    let greatest = reasons.iter().map(Reason::urgency_milli).max().unwrap_or(0);
    let args = [
        ("stake", money(stake_minor).into()),
        ("urgency", factor(greatest).into()),
        ("score", money(score(stake_minor, greatest) / 1_000).into()),
    ];
    lines.push(locale.ta("why-score", &args));
    lines
}
