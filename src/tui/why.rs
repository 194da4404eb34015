//! Why a client is in Today: the line of its row, and every term of its place for whoever asks.

use super::card::Terms;
use super::rich::{RichLine, Role};
use crate::attention::tell::{self, About};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::today::TodayRow;
use crate::text::{Label as _, numbers};

/// The one line, where the stars stand beside it or not; ends with how often the client was put off.
pub fn line(row: &TodayRow, stars_are_seen: bool, terms: Terms) -> String {
    let promise = promise(row, terms);
    let about = About { stars_are_seen, ..about(row, &promise) };
    let mut line = tell::why(&row.reasons, about, &terms.locale);
    if row.times_put_off > 0 {
        let times = terms.locale.ta("why-put-off", &[("count", row.times_put_off.into())]);
        line = if line.is_empty() { times } else { format!("{line} · {times}") };
    }
    line
}

fn about<'a>(row: &'a TodayRow, promise: &'a str) -> About<'a> {
    About { stars: row.stars, promise, launch: &row.launch, stars_are_seen: false }
}

fn promise(row: &TodayRow, terms: Terms) -> String {
    row.follow_up.as_ref().map(|next| step(next, terms)).unwrap_or_default()
}

/// What was agreed, without its day.
pub fn step(next: &FollowUpRow, terms: Terms) -> String {
    let kind = next.kind.label(terms.locale.lang);
    if next.title.is_empty() { kind } else { format!("{kind}: {}", next.title) }
}

/// Every term.
pub fn text(row: &TodayRow, terms: Terms) -> Vec<RichLine> {
    let locale = &terms.locale;
    let promise = promise(row, terms);
    let mut lines = Vec::new();
    if row.reasons.is_empty() {
        lines.push(RichLine::new(Role::Title, locale.t("why-none")));
    }
    for told in tell::terms(&row.reasons, about(row, &promise), row.stake, terms.currency, locale) {
        lines.push(RichLine::new(Role::Normal, told));
    }
    lines.push(RichLine::default());
    lines.push(RichLine::new(Role::Normal, stake(row, terms)));
    let day = |day: Option<crate::domain::day::Day>| {
        day.map_or_else(|| terms.t("never"), |day| format!("{} ({})", terms.date(day), terms.ago(day)))
    };
    let args = [
        ("visit", day(row.last_visit).into()),
        ("touch", day(row.last_touch).into()),
        ("buy", day(row.last_buy).into()),
    ];
    lines.push(RichLine::new(Role::Normal, locale.ta("why-last", &args)));
    if let Some(next) = &row.follow_up {
        let args = [("what", step(next, terms).into()), ("day", terms.date(next.due).into())];
        lines.push(RichLine::new(Role::Normal, locale.ta("why-next", &args)));
    }
    if row.times_put_off > 0 {
        let until = row.put_off_to.map(|day| terms.date(day));
        let count = ("count", row.times_put_off.into());
        lines.push(RichLine::new(
            Role::Warning,
            match until {
                Some(until) => locale.ta("why-put-off-until", &[count, ("until", until.into())]),
                None => locale.ta("why-put-off", &[count]),
            },
        ));
    }
    lines.push(RichLine::default());
    lines.push(RichLine::new(Role::Dim, locale.t("why-how")));
    lines
}

/// What the stake is made of.
fn stake(row: &TodayRow, terms: Terms) -> String {
    let money = |minor: i64| numbers::money_short(minor, terms.currency, &terms.locale);
    let believed = row.potential.unwrap_or(0) / 2 * row.confidence;
    let elsewhere = believed.saturating_sub(row.pace).max(0);
    let args = [
        ("stake", money(row.stake).into()),
        ("pace", money(row.pace).into()),
        ("elsewhere", money(elsewhere).into()),
        ("more", money(row.stake.saturating_sub(row.pace).max(0)).into()),
    ];
    terms.locale.ta(if elsewhere > 0 { "why-stake-potential" } else { "why-stake" }, &args)
}
