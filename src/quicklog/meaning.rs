//! A line's meaning in words, and what is wrong with it.

use super::{Entry, Problem, Trouble};
use crate::domain::kinds::Direction;
use crate::text::locale::Locale;
use crate::text::{Label, dates};
use chrono::NaiveDate;

/// What the names of an entry mean, as the caller found it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub contact: Option<String>,
    pub offers: Vec<String>,
}

/// `Visita · hoy · 30 min · con Ana · resultado: bien · seguimiento: lunes 30/11/2026`. Names are as the caller
/// found them, else as typed. Raw text of the data: it goes through the display boundary like any other.
pub fn meaning(entry: &Entry, named: &Named, today: NaiveDate, locale: &Locale) -> String {
    let lang = locale.lang;
    let mut parts = vec![entry.kind.label(lang)];
    if entry.direction == Direction::In {
        parts.push(entry.direction.label(lang));
    }
    parts.push(day(entry.day, today, locale));
    if let Some(minutes) = entry.minutes {
        parts.push(lang.ta("log-minutes", &[("minutes", minutes.into())]));
    }
    if let Some(name) = named.contact.as_ref().or(entry.contact.as_ref()) {
        parts.push(lang.ta("log-with", &[("contact", name.into())]));
    }
    if let Some(outcome) = entry.outcome {
        parts.push(lang.ta("log-outcome", &[("outcome", outcome.label(lang).into())]));
    }
    // When some are not found yet, all are shown as typed.
    let offers = if named.offers.is_empty() { &entry.offers } else { &named.offers };
    if !offers.is_empty() {
        parts.push(lang.ta("log-offers", &[("products", offers.join(", ").into())]));
    }
    if !entry.tags.is_empty() {
        parts.push(lang.ta("log-tags", &[("tags", entry.tags.join(", ").into())]));
    }
    if let Some(until) = entry.they_call {
        parts.push(lang.ta("log-they-call", &[("date", day(until, today, locale).into())]));
    }
    if let Some(next) = &entry.follow_up {
        parts.push(lang.ta("log-next", &[("date", day(next.due, today, locale).into())]));
        parts.extend(next.kind.map(|kind| kind.label(lang)));
        parts.extend(next.title.as_ref().map(|title| format!("«{title}»")));
    }
    parts.join(" · ")
}

/// A day as people say it: `hoy`, `lunes 30/11/2026`.
pub fn day(day: NaiveDate, today: NaiveDate, locale: &Locale) -> String {
    let date = dates::date(day, locale);
    if day == today {
        dates::ago(day, today, locale.lang)
    } else {
        format!("{} {date}", dates::weekday(day, locale.lang))
    }
}

/// What is wrong, for people.
pub fn problem(problem: &Problem, locale: &Locale) -> String {
    let lang = locale.lang;
    match &problem.trouble {
        Trouble::UnknownName(name) => lang.ta("log-unknown-name", &[("name", name.into())]),
        Trouble::BadDate(error) => error.message(lang),
        Trouble::UnknownOutcome(value) => lang.ta("log-unknown-outcome", &[("value", value.into())]),
        Trouble::LongTag(tag) => lang.ta("log-long-tag", &[("tag", tag.into())]),
        Trouble::BadNumber(error) => error.message(lang),
        Trouble::Outside(text) => lang.ta("log-outside", &[("text", text.into())]),
        Trouble::NoProduct => lang.t("log-no-product"),
        Trouble::TwoReadings(name) => lang.ta("log-two-readings", &[("name", name.into())]),
        Trouble::Mixed => lang.t("log-mixed"),
        Trouble::NoValue(word) => lang.ta("log-no-value", &[("word", word.into())]),
        Trouble::Quotes(word) => lang.ta("log-quotes", &[("word", word.into())]),
        Trouble::Twice(name) => lang.ta("log-twice", &[("name", name.into())]),
        Trouble::InTheFuture(day) => {
            lang.ta("log-in-the-future", &[("date", dates::date(*day, locale).into())])
        }
        Trouble::AlreadyPast(day) => {
            lang.ta("log-already-past", &[("date", dates::date(*day, locale).into())])
        }
    }
}
