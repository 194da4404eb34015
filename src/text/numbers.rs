//! Numbers, money and percentages as the user's place writes them, and read back; all of them integers, never floats.

mod error;
mod parse;

pub use error::NumberError;
pub use parse::{
    parse_decimal, parse_int, parse_money, parse_percent, parse_plain, parse_plain_decimal, parse_price,
    parse_quantity, round_half_away,
};

use super::{Lang, Locale};
use crate::domain::currency::Currency;

/// Decimals of a quantity, which is held in thousandths.
const QUANTITY_EXPONENT: u32 = 3;

/// Decimals of a percentage, which is held in basis points (hundredths of one percent).
const PERCENT_EXPONENT: u32 = 2;

/// Decimals of a price, which is held in millionths.
const PRICE_EXPONENT: u32 = 6;

/// Columns of money are grouped from four digits, also where running text is not.
const GROUP_ALWAYS: u8 = 1;

/// An integer: `1234` and `12.345` in Spain, `1,234` in the United States.
pub fn int(number: i64, locale: &Locale) -> String {
    grouped(number, locale.group, locale.min_grouping)
}

/// An integer with these marks between its groups.
pub(super) fn grouped(number: i64, group: char, min_grouping: u8) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", group_digits(&number.unsigned_abs().to_string(), group, min_grouping))
}

/// `minor` units with `exponent` decimals, without a sign of money: `1.234,56`.
pub fn decimal(minor: i64, exponent: u32, locale: &Locale) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}", unsigned(minor.unsigned_abs(), exponent, locale))
}

/// An amount in minor units with its sign of money: `1.234,56 €`, `€1,234.56`, `-€3.00`.
pub fn money(minor: i64, currency: Currency, locale: &Locale) -> String {
    signed_money(minor < 0, &unsigned(minor.unsigned_abs(), currency.exponent(), locale), currency, locale)
}

/// A price in millionths with its sign of money, and no more decimals than the currency's unless the price has them:
/// `2,50 €`, `0,0125 €`.
pub fn price(micros: i64, currency: Currency, locale: &Locale) -> String {
    let (whole, decimals) = split(micros.unsigned_abs(), PRICE_EXPONENT);
    let least = usize::try_from(currency.exponent()).unwrap_or_default().min(decimals.len());
    let decimals = &decimals[..decimals.trim_end_matches('0').len().max(least)];
    let whole = group_digits(&whole, locale.group, GROUP_ALWAYS);
    let digits = if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", locale.decimal) };
    signed_money(micros < 0, &digits, currency, locale)
}

/// An amount in minor units rounded to whole ones, half away from zero: `1.235 €`.
pub fn money_short(minor: i64, currency: Currency, locale: &Locale) -> String {
    let unit = 10_u64.saturating_pow(currency.exponent());
    let (whole, rest) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    let rounded = whole + u64::from(rest >= unit - rest);
    let digits = group_digits(&rounded.to_string(), locale.group, GROUP_ALWAYS);
    signed_money(minor < 0 && rounded > 0, &digits, currency, locale)
}

/// A quantity in thousandths without useless zeros: `2,5`, `1234`, `0,125`.
pub fn quantity(thousandths: i64, locale: &Locale) -> String {
    trimmed(thousandths, QUANTITY_EXPONENT, locale)
}

/// Basis points as a percentage: `12,5 %` in Spanish, `12.5%` in English.
pub fn percent(basis_points: i64, locale: &Locale) -> String {
    let number = trimmed(basis_points, PERCENT_EXPONENT, locale);
    match locale.lang {
        Lang::Es => format!("{number} %"),
        Lang::En => format!("{number}%"),
    }
}

/// The form that machines read: a point, no groups, all decimals (`-1234.50`); what [`parse_plain_decimal`] reads back.
pub fn plain(minor: i64, exponent: u32) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, decimals) = split(minor.unsigned_abs(), exponent);
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

/// The sign under which a place knows a currency. A sign that several currencies share (`$`, `£`, `kr`) is used for the
/// currency of the place alone, or for the one that the world means by it; otherwise the code tells them apart.
pub fn sign(currency: Currency, locale: &Locale) -> String {
    let code = currency.code();
    let symbol = currency.symbol();
    let home = Currency::from_code(locale.home_currency);
    let meant_by = match symbol.as_str() {
        "$" if home.is_some_and(|home| home.symbol() == "$") => locale.home_currency,
        "$" => "USD",
        "£" => "GBP",
        "¥" => "JPY",
        "kr" | "₨" | "¤" | "Bs." | "L" | "K" => locale.home_currency,
        _ => code,
    };
    if meant_by == code && symbol != "¤" { symbol } else { code.to_owned() }
}

fn signed_money(negative: bool, digits: &str, currency: Currency, locale: &Locale) -> String {
    let minus = if negative { "-" } else { "" };
    let sign = sign(currency, locale);
    if !locale.currency_before {
        return format!("{minus}{digits} {sign}");
    }
    let spaced = locale.currency_spaced || sign.ends_with(char::is_alphabetic);
    format!("{minus}{sign}{}{digits}", if spaced { " " } else { "" })
}

fn unsigned(minor: u64, exponent: u32, locale: &Locale) -> String {
    let (whole, decimals) = split(minor, exponent);
    let whole = group_digits(&whole, locale.group, GROUP_ALWAYS);
    if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", locale.decimal) }
}

fn trimmed(number: i64, exponent: u32, locale: &Locale) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, decimals) = split(number.unsigned_abs(), exponent);
    let whole = group_digits(&whole, locale.group, locale.min_grouping);
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}{}{decimals}", locale.decimal),
    }
}

/// The digits before and after the decimal mark.
fn split(minor: u64, exponent: u32) -> (String, String) {
    let places = usize::try_from(exponent).unwrap_or_default();
    let mut whole = format!("{minor:0>width$}", width = places + 1);
    let decimals = whole.split_off(whole.len() - places);
    (whole, decimals)
}

fn group_digits(digits: &str, group: char, min_grouping: u8) -> String {
    if digits.len() < 3 + usize::from(min_grouping) {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod shown_tests;
#[cfg(test)]
mod tests;
