//! The only place that reads the clock; everything else is told the day and the instant.

use chrono::NaiveDate;

/// The environment variable that fixes the day, for tests and for reports as of a day.
pub const TODAY_VARIABLE: &str = "CARTERA_TODAY";

/// The local civil day, or the one that `CARTERA_TODAY` names.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn today() -> NaiveDate {
    std::env::var(TODAY_VARIABLE)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// The present instant as UTC milliseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn now_ms() -> i64 {
    chrono::Utc::now().timestamp_millis()
}
