//! Why a client is in Today: every term of its place, for whoever asks.

use super::rich::{RichLine, Role};
use crate::attention::tell::{self};
use crate::domain::today::TodayRow;
use crate::text::Terms;
use crate::text::numbers;

/// Every term.
pub fn text(row: &TodayRow, terms: Terms) -> Vec<RichLine> {
    let locale = &terms.locale;
    let promise = tell::promise(row, locale);
    let mut lines = Vec::new();
    if row.reasons.is_empty() {
        lines.push(RichLine::new(Role::Title, locale.t("why-none")));
    }
    for told in tell::terms(&row.reasons, tell::about(row, &promise), row.stake, terms.currency, locale) {
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
        let args = [("what", tell::step(next, locale).into()), ("day", terms.date(next.due).into())];
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
