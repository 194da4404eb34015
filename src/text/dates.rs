//! Dates as the user's place writes them, and as people say them in either language. Today is passed in.

mod error;
pub mod every;
mod parse;
mod words;

use chrono::{Datelike, NaiveDate};

pub use error::DateError;
pub use parse::{Prefer, parse};

use super::locale::DateOrder;
use super::{Lang, Locale};

/// The short form in numbers: `24/11/2026`, `11/24/2026`, `2026-11-24`.
pub fn date(date: NaiveDate, locale: &Locale) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match locale.date_order {
        DateOrder::Dmy => format!("{day:02}/{month:02}/{year:04}"),
        DateOrder::Mdy => format!("{month:02}/{day:02}/{year:04}"),
        DateOrder::Ymd => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// The form in words: `martes 24 de noviembre de 2026`, `Tuesday, November 24, 2026`, `Tuesday 24 November 2026`.
pub fn date_long(date: NaiveDate, locale: &Locale) -> String {
    let (weekday, month) = (weekday(date, locale.lang), month(date, locale.lang));
    let (day, year) = (date.day(), date.year());
    match (locale.lang, locale.date_order) {
        (Lang::Es, _) => format!("{weekday} {day} de {month} de {year:04}"),
        (Lang::En, DateOrder::Dmy) => format!("{weekday} {day} {month} {year:04}"),
        (Lang::En, DateOrder::Mdy | DateOrder::Ymd) => format!("{weekday}, {month} {day}, {year:04}"),
    }
}

/// The name of the weekday, capitalised as the language does.
pub fn weekday(date: NaiveDate, lang: Lang) -> String {
    lang.t(&format!("date-weekday-{}", date.weekday().number_from_monday()))
}

/// The name of the month, capitalised as the language does.
pub fn month(date: NaiveDate, lang: Lang) -> String {
    lang.t(&format!("date-month-{}", date.month()))
}

/// How far away a date is, short enough for a column: `hoy`, `ayer`, `hace 3 d`, `hace 5 m`, `en 2 a`. Days up to 30, then
/// completed months up to 23, then completed years.
pub fn ago(date: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let past = date <= today;
    let (early, late) = if past { (date, today) } else { (today, date) };
    let days = late.signed_duration_since(early).num_days();
    let turned = late.day() >= early.day() || is_last_of_month(late);
    let months = i64::from(late.year() - early.year()) * 12 + i64::from(late.month())
        - i64::from(early.month())
        - i64::from(!turned);
    let (unit, count) = match (days, months) {
        (..=30, _) => ("days", days),
        (_, ..=23) => ("months", months.max(1)),
        (_, months) => ("years", months / 12),
    };
    let direction = if past { "ago" } else { "in" };
    lang.ta(&format!("date-{direction}-{unit}"), &[("count", count.into())])
}

/// How far away a date is that may not exist: `nunca` when it does not.
pub fn ago_or_never(date: Option<NaiveDate>, today: NaiveDate, lang: Lang) -> String {
    date.map_or_else(|| lang.t("never"), |date| ago(date, today, lang))
}

fn is_last_of_month(date: NaiveDate) -> bool {
    date.day() == words::last_day(date.year(), date.month())
}

#[cfg(test)]
mod tests;
