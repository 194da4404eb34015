//! The only place that reads the clock; everything else is told the day and the instant.

use chrono::{Days, Local, NaiveDate, NaiveTime, TimeZone};
use std::time::{Duration, Instant};

/// The environment variable that fixes the day, for tests and for reports as of a day.
pub const TODAY_VARIABLE: &str = "CARTERA_TODAY";

/// The local civil day, or the one that `CARTERA_TODAY` names.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn today() -> NaiveDate {
    std::env::var(TODAY_VARIABLE)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| Local::now().date_naive())
}

/// The present instant as UTC milliseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn now_ms() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// A point on the clock that never goes back, for measuring how long something takes.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn instant() -> Instant {
    Instant::now()
}

/// How long until the local civil day changes; 25 hours at most.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
pub fn until_midnight() -> Duration {
    let now = Local::now();
    now.date_naive()
        .checked_add_days(Days::new(1))
        // A day that begins at one o'clock, by summer time, has no midnight: the loop looks again after a day.
        .and_then(|tomorrow| Local.from_local_datetime(&tomorrow.and_time(NaiveTime::MIN)).earliest())
        .and_then(|midnight| (midnight - now).to_std().ok())
        .unwrap_or(Duration::from_hours(24))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_is_ahead_and_not_far() {
        assert!(until_midnight() <= Duration::from_hours(25));
    }
}
