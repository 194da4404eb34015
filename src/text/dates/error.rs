//! What is wrong with a text that should be a date, for programs and for people.

use chrono::NaiveDate;

use crate::text::locale::DateOrder;
use crate::text::{Lang, safe};

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    #[error("no date given")]
    Empty,
    /// Not a date in any reading; `near` is the word that was probably meant.
    #[error("not a date: {text:?}")]
    Unknown { text: String, near: Option<String> },
    /// The month has no such day; `year` is absent when none was given and it would not help.
    #[error("month {month} of {year:?} ends on day {last}")]
    NoSuchDay { day: u32, month: u32, year: Option<i32>, last: u32 },
    /// The year has no such month.
    #[error("there is no month {month} in a date written {order:?}")]
    NoSuchMonth { month: u32, order: DateOrder },
    /// The weekday that was named is not the date's.
    #[error("{date} is another weekday")]
    OtherWeekday { date: NaiveDate },
    /// Before the year 1 or after 9999.
    #[error("date out of range")]
    OutOfRange,
}

impl DateError {
    /// The error in the user's language, safe to show.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.t("error-date-empty"),
            Self::Unknown { text, near: None } => {
                lang.ta("error-date-unknown", &[("text", safe::fit(text, 40).into())])
            }
            Self::Unknown { text, near: Some(near) } => lang.ta(
                "error-date-unknown-near",
                &[("text", safe::fit(text, 40).into()), ("near", near.as_str().into())],
            ),
            Self::NoSuchDay { day, month, year, last } => {
                let name = lang.t(&format!("date-month-{month}"));
                // Years are not grouped, so they go in as text.
                let year = year.map_or_else(String::new, |year| year.to_string());
                let key = if year.is_empty() { "error-date-no-day" } else { "error-date-no-day-year" };
                lang.ta(
                    key,
                    &[
                        ("day", (*day).into()),
                        ("month", name.into()),
                        ("year", year.into()),
                        ("last", (*last).into()),
                    ],
                )
            }
            Self::NoSuchMonth { month, order } => {
                let order = match order {
                    DateOrder::Dmy => lang.t("date-order-dmy"),
                    DateOrder::Mdy => lang.t("date-order-mdy"),
                    DateOrder::Ymd => lang.t("date-order-ymd"),
                };
                lang.ta("error-date-no-month", &[("month", (*month).into()), ("order", order.into())])
            }
            Self::OtherWeekday { date } => {
                lang.ta("error-date-weekday", &[("weekday", super::weekday(*date, lang).into())])
            }
            Self::OutOfRange => lang.t("error-date-out-of-range"),
        }
    }
}
