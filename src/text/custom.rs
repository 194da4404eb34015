//! Values of the fields that users defined, as users of a place read them.

use super::{Locale, dates, numbers};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomValue;
use crate::domain::day::Day;
use crate::domain::kinds::CustomKind;

/// The value in words and figures; a text is raw as in the data.
pub fn shown(kind: CustomKind, value: &CustomValue, currency: Currency, locale: &Locale) -> String {
    let number = match value {
        CustomValue::Text(text) => return text.clone(),
        CustomValue::Number(number) => *number,
    };
    match kind {
        CustomKind::Money => numbers::money(number, currency, locale),
        CustomKind::Date => day(number).map_or_else(String::new, |date| dates::date(date, locale)),
        CustomKind::Flag => locale.t(if number == 0 { "no" } else { "yes" }),
        CustomKind::Number | CustomKind::Text | CustomKind::Choice => numbers::quantity(number, locale),
    }
}

/// The date that a number of days stands for.
pub fn day(days: i64) -> Option<chrono::NaiveDate> {
    i32::try_from(days).ok().map(Day).and_then(Day::date)
}
