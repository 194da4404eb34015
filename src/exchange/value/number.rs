//! Numbers with either decimal mark; which of them a column uses is decided elsewhere, from all its cells.

use crate::domain::currency::Currency;
use crate::text::numbers::{parse_decimal, round_half_away};
use crate::text::{Locale, numbers::NumberError};

/// A number with all the decimals that were written: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    pub mantissa: i128,
    pub scale: u32,
}

impl Decimal {
    /// In units of `10^-exponent`, rounded half away from zero; `None` beyond what can be held.
    pub fn scaled(self, exponent: u32) -> Option<i64> {
        round_half_away(self.mantissa, self.scale, exponent).ok()
    }
}

/// What a number says about the decimal mark of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No mark, or no number.
    Silent,
    Point,
    Comma,
    /// One mark before three digits: `1.234`.
    Either,
}

/// The signs of money that may stand around a number.
const SIGNS: [char; 4] = ['€', '$', '£', '¥'];

/// The cell without signs of money, and the currency that it names outright. `$` names none: many countries write it.
fn bare(cell: &str) -> (&str, Option<Currency>) {
    let mut currency = None;
    let mut body = cell.trim();
    loop {
        let inner = body.trim_start_matches(SIGNS).trim_end_matches(SIGNS).trim();
        if inner.len() < body.len() {
            currency = currency.or(if body.contains('€') {
                Some(Currency::EUR)
            } else if body.contains('£') {
                Currency::from_code("GBP")
            } else {
                None
            });
            body = inner;
            continue;
        }
        let head = body.get(..3).filter(|head| is_code(head));
        let tail = body.len().checked_sub(3).and_then(|at| body.get(at..)).filter(|tail| is_code(tail));
        match (head, tail) {
            (Some(code), _) => {
                currency = currency.or_else(|| Currency::from_code(code));
                body = body.get(3..).unwrap_or_default().trim();
            }
            (None, Some(code)) => {
                currency = currency.or_else(|| Currency::from_code(code));
                body = body.get(..body.len() - 3).unwrap_or_default().trim();
            }
            (None, None) => return (body, currency),
        }
    }
}

fn is_code(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic()) && Currency::from_code(word).is_some()
}

/// The currency that a cell names beside its number.
pub fn currency_in(cell: &str) -> Option<Currency> {
    if cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) {
        return None;
    }
    bare(cell).1
}

/// Which mark of the cell is the decimal one, as far as the cell alone says.
pub fn mark(cell: &str) -> Mark {
    let body = bare(cell).0;
    let (points, commas) = (body.matches('.').count(), body.matches(',').count());
    let last_is_point = body.rfind('.') > body.rfind(',');
    match (points, commas) {
        (0, 0) => Mark::Silent,
        (1.., 1..) => {
            if last_is_point {
                Mark::Point
            } else {
                Mark::Comma
            }
        }
        (1, 0) => alone(body, '.', Mark::Point),
        (0, 1) => alone(body, ',', Mark::Comma),
        // What stands more than once groups.
        (_, 0) => Mark::Comma,
        (0, _) => Mark::Point,
    }
}

/// One mark in the whole number: it groups only between one to three digits and exactly three.
fn alone(body: &str, mark: char, decimal: Mark) -> Mark {
    let Some((before, after)) = body.split_once(mark) else { return Mark::Silent };
    let before = before.trim_start_matches(['-', '+', '(', '\u{2212}', ' ']);
    let after = after.trim_end_matches(['-', ')', '%', ' ']);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(before) || !digits(after) {
        return Mark::Silent;
    }
    let groups = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if groups { Mark::Either } else { decimal }
}

/// The number in a cell whose column is written in this locale's marks.
pub fn decimal(cell: &str, locale: &Locale) -> Result<Decimal, NumberError> {
    if let Some(number) = plain(cell, locale.decimal) {
        return Ok(number);
    }
    let body = bare(cell).0;
    let body = body.strip_suffix('%').unwrap_or(body);
    parse_decimal(body, locale).map(|(mantissa, scale)| Decimal { mantissa, scale })
}

/// The common case, which files of a million lines consist of: a sign, up to 18 digits, and at most the decimal mark.
fn plain(cell: &str, mark: char) -> Option<Decimal> {
    let (negative, digits) = cell.strip_prefix('-').map_or((false, cell), |digits| (true, digits));
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut scale = None;
    for byte in digits.bytes() {
        if byte.is_ascii_digit() {
            mantissa = mantissa * 10 + i64::from(byte - b'0');
            scale = scale.map(|scale: u32| scale + 1);
        } else if char::from(byte) == mark && scale.is_none() {
            scale = Some(0);
        } else {
            return None;
        }
    }
    let marked_badly = scale == Some(0) || digits.starts_with(mark);
    if marked_badly {
        return None;
    }
    let mantissa = i128::from(if negative { -mantissa } else { mantissa });
    Some(Decimal { mantissa, scale: scale.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use proptest::prelude::*;

    fn locale(decimal: char) -> Locale {
        let group = if decimal == ',' { '.' } else { ',' };
        Locale { decimal, group, ..Locale::of(Lang::En) }
    }

    #[test]
    fn a_number_says_which_mark_is_decimal_or_that_it_cannot() {
        for (cell, expected) in [
            ("1234", Mark::Silent),
            ("", Mark::Silent),
            ("abc", Mark::Silent),
            ("v1.2b", Mark::Silent),
            ("1.5", Mark::Point),
            ("1,5", Mark::Comma),
            ("1,234.56", Mark::Point),
            ("1.234,56", Mark::Comma),
            ("1.234.567", Mark::Comma),
            ("1,234,567", Mark::Point),
            ("1.234", Mark::Either),
            ("1,234 €", Mark::Either),
            ("-12.345", Mark::Either),
            ("0.125", Mark::Point),
            ("1234.567", Mark::Point),
            ("€ 9,99", Mark::Comma),
            ("(12.50)", Mark::Point),
            ("12,5 %", Mark::Comma),
        ] {
            assert_eq!(mark(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn the_columns_mark_decides() {
        for (cell, mark, mantissa, scale) in [
            ("1.234", '.', 1234, 3),
            ("1.234", ',', 1234, 0),
            ("1,234.50", '.', 123_450, 2),
            ("1.234,50 €", ',', 123_450, 2),
            ("EUR 12", ',', 12, 0),
            ("$-3.5", '.', -35, 1),
            ("(7)", '.', -7, 0),
            ("15%", '.', 15, 0),
            ("1 234,5", ',', 12_345, 1),
            ("9999999999999999999", '.', 9_999_999_999_999_999_999, 0),
        ] {
            let number = decimal(cell, &locale(mark));
            assert_eq!(number, Ok(Decimal { mantissa, scale }), "{cell:?}");
        }
        for cell in ["", "x", "1.2.3,4.5", "-", "1e5", "12 kg", "."] {
            assert!(decimal(cell, &locale('.')).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn a_cell_can_name_its_currency() {
        let code = |cell| currency_in(cell).map(Currency::code);
        assert_eq!(code("12,5 €"), Some("EUR"));
        assert_eq!(code("£3"), Some("GBP"));
        assert_eq!(code("USD 4.00"), Some("USD"));
        assert_eq!(code("4.00MXN"), Some("MXN"));
        assert_eq!(code("$4"), None);
        assert_eq!(code("4"), None);
    }

    proptest! {
        #[test]
        fn the_short_way_reads_what_the_long_way_reads(cell in "-?[0-9]{1,12}([.,][0-9]{1,6})?", comma: bool) {
            let locale = locale(if comma { ',' } else { '.' });
            let long = parse_decimal(&cell, &locale).map(|(mantissa, scale)| Decimal { mantissa, scale });
            prop_assert_eq!(decimal(&cell, &locale), long);
        }
    }
}
