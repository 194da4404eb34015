//! Reading numbers that people type: the locale's form, and every other form that can mean only one number.

use super::{NumberError, PERCENT_EXPONENT, PRICE_EXPONENT, QUANTITY_EXPONENT, sign};
use crate::domain::currency::Currency;
use crate::text::Locale;

/// Money in minor units: `1.234,56`, `€ 1,234.56`, `-3 €`, `(3)`, `10k`, `1,5M`. More decimals than the currency has are
/// refused even when they are zeros: `1,500` may have been meant as one and a half thousand.
pub fn parse_money(text: &str, currency: Currency, locale: &Locale) -> Result<i64, NumberError> {
    let reader = Reader { text, locale, currency: Some(currency), percent: false };
    let (mantissa, scale) = reader.read()?;
    exact(mantissa, scale, currency.exponent())
}

/// A price in millionths, written as money is: `2,50 €`, `0,0125`.
pub fn parse_price(text: &str, currency: Currency, locale: &Locale) -> Result<i64, NumberError> {
    let (mantissa, scale) = Reader { text, locale, currency: Some(currency), percent: false }.read()?;
    exact(mantissa, scale, PRICE_EXPONENT)
}

/// A quantity in thousandths: `2,5`, `1.234`.
pub fn parse_quantity(text: &str, locale: &Locale) -> Result<i64, NumberError> {
    let (mantissa, scale) = parse_decimal(text, locale)?;
    exact(mantissa, scale, QUANTITY_EXPONENT)
}

/// A percentage in basis points, with or without its sign: `12,5 %` is 1250.
pub fn parse_percent(text: &str, locale: &Locale) -> Result<i64, NumberError> {
    let (mantissa, scale) = Reader { text, locale, currency: None, percent: true }.read()?;
    exact(mantissa, scale, PERCENT_EXPONENT)
}

/// An integer: `1234`, `1.234`, `-7`.
pub fn parse_int(text: &str, locale: &Locale) -> Result<i64, NumberError> {
    let (mantissa, scale) = parse_decimal(text, locale)?;
    exact(mantissa, scale, 0)
}

/// A number with all the decimals that were typed, as `(mantissa, scale)`: the number is `mantissa / 10^scale`.
pub fn parse_decimal(text: &str, locale: &Locale) -> Result<(i128, u32), NumberError> {
    Reader { text, locale, currency: None, percent: false }.read()
}

/// A machine's number: `-?` digits, and a point before decimals. No groups, no exponent, no other sign.
pub fn parse_plain(text: &str) -> Result<(i128, u32), NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let malformed = || NumberError::Malformed(text.to_owned());
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    if !is_digits(whole) || !is_digits(decimals) {
        return Err(malformed());
    }
    let decimals = decimals.trim_end_matches('0');
    Ok((signed(negative, mantissa(&[whole, decimals])?), scale_of(decimals)?))
}

/// A machine's number in units of `10^-exponent`. Zeros beyond the exponent are no decimals: `12.5000` is 1250 cents.
pub fn parse_plain_decimal(text: &str, exponent: u32) -> Result<i64, NumberError> {
    let (mantissa, scale) = parse_plain(text)?;
    exact(mantissa, scale, exponent)
}

/// `mantissa / 10^scale` in units of `10^-exponent`, the halves away from zero.
pub fn round_half_away(mantissa: i128, scale: u32, exponent: u32) -> Result<i64, NumberError> {
    let Some(excess) = scale.checked_sub(exponent) else { return exact(mantissa, scale, exponent) };
    // A divisor beyond i128 is more than twice any mantissa.
    let Some(divisor) = 10_i128.checked_pow(excess) else { return Ok(0) };
    let (quotient, rest) = (mantissa / divisor, (mantissa % divisor).abs());
    let away = if rest >= divisor - rest && rest > 0 { mantissa.signum() } else { 0 };
    i64::try_from(quotient + away).or(Err(NumberError::TooLarge))
}

fn exact(mantissa: i128, scale: u32, exponent: u32) -> Result<i64, NumberError> {
    let shift = exponent.checked_sub(scale).ok_or(NumberError::TooManyDecimals { allowed: exponent })?;
    let factor = 10_i128.checked_pow(shift).ok_or(NumberError::TooLarge)?;
    let number = mantissa.checked_mul(factor).ok_or(NumberError::TooLarge)?;
    i64::try_from(number).or(Err(NumberError::TooLarge))
}

/// One text and what may stand around its digits.
struct Reader<'a> {
    text: &'a str,
    locale: &'a Locale,
    currency: Option<Currency>,
    percent: bool,
}

/// What stood around the digits; each part at most once.
#[derive(Default)]
struct Around {
    negative: Option<bool>,
    currency: bool,
    percent: bool,
    /// Decimal places that a suffix shifts: 3 for `k`, 6 for `M`.
    shift: Option<u32>,
}

impl Reader<'_> {
    fn read(&self) -> Result<(i128, u32), NumberError> {
        let mut body = self.text.trim();
        if body.is_empty() {
            return Err(NumberError::Empty);
        }
        let mut around = Around::default();
        while let Some(rest) = self.peel(body, &mut around)? {
            body = rest.trim();
        }
        let (mantissa, scale) = self.digits(body)?;
        let shift = around.shift.unwrap_or_default();
        let factor = 10_i128.pow(shift.saturating_sub(scale));
        let mantissa = mantissa.checked_mul(factor).ok_or(NumberError::TooLarge)?;
        Ok((signed(around.negative == Some(true), mantissa), scale.saturating_sub(shift)))
    }

    fn malformed(&self) -> NumberError {
        NumberError::Malformed(self.text.to_owned())
    }

    /// Takes one sign, suffix or currency off either end; `None` when only digits and their marks are left.
    fn peel<'b>(&self, body: &'b str, around: &mut Around) -> Result<Option<&'b str>, NumberError> {
        if around.negative.is_none()
            && let Some((negative, rest)) = peel_minus(body)
        {
            around.negative = Some(negative);
            return Ok(Some(rest));
        }
        if self.percent
            && !around.percent
            && let Some(rest) = body.strip_suffix('%').or_else(|| body.strip_prefix('%'))
        {
            around.percent = true;
            return Ok(Some(rest));
        }
        match self.currency {
            Some(currency) => self.peel_money(body, currency, around),
            None => Ok(None),
        }
    }

    fn peel_money<'b>(
        &self,
        body: &'b str,
        currency: Currency,
        around: &mut Around,
    ) -> Result<Option<&'b str>, NumberError> {
        let tail = &body[body.trim_end_matches(is_word).len()..];
        let shift = match tail {
            "k" | "K" => Some(3),
            "m" | "M" => Some(6),
            _ => None,
        };
        if shift.is_some() && around.shift.is_none() {
            around.shift = shift;
            return Ok(Some(&body[..body.len() - tail.len()]));
        }
        if around.currency {
            return Ok(None);
        }
        let symbol = currency.symbol();
        for name in [&sign(currency, self.locale), &symbol, currency.code()] {
            if let Some(rest) = strip_either_end(body, name) {
                around.currency = true;
                return Ok(Some(rest));
            }
        }
        let head = &body[..body.len() - body.trim_start_matches(is_word).len()];
        match [head, tail].into_iter().find(|word| is_money(word)) {
            Some(found) => {
                Err(NumberError::OtherCurrency { found: found.to_uppercase(), wanted: currency.code() })
            }
            None => Ok(None),
        }
    }

    /// The digits and the marks among them as a mantissa and its scale.
    fn digits(&self, body: &str) -> Result<(i128, u32), NumberError> {
        let is_mark = |c: char| is_group_only(c) || matches!(c, '.' | ',');
        let runs: Vec<&str> = body.split(is_mark).collect();
        let marks: Vec<char> = body.chars().filter(|c| is_mark(*c)).map(same_mark).collect();
        if runs.iter().any(|run| !run.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(self.malformed());
        }
        let decimal_at = self.decimal_mark(&runs, &marks)?;
        let (whole, decimals) = match decimal_at {
            Some(index) => (&runs[..=index], &runs[index + 1..]),
            None => (&runs[..], &runs[..0]),
        };
        let well_formed = match (whole, decimals) {
            ([whole], []) => !whole.is_empty(),
            ([_], [decimals]) => !decimals.is_empty(),
            (groups, decimals) => {
                let one_mark = marks[..groups.len() - 1].windows(2).all(|pair| pair[0] == pair[1]);
                one_mark
                    && are_groups(groups)
                    && decimals.len() < 2
                    && decimals.iter().all(|run| !run.is_empty())
            }
        };
        if !well_formed {
            return Err(self.malformed());
        }
        let decimals = decimals.concat();
        Ok((mantissa(&[&whole.concat(), &decimals])?, scale_of(&decimals)?))
    }

    /// Which of the marks is the decimal one; none of them when all of them group.
    fn decimal_mark(&self, runs: &[&str], marks: &[char]) -> Result<Option<usize>, NumberError> {
        let points: Vec<usize> =
            (0..marks.len()).filter(|index| matches!(marks[*index], '.' | ',')).collect();
        match points[..] {
            [] => Ok(None),
            [only] => {
                let ours = marks[only] == self.locale.decimal;
                let could_group = marks.len() == 1 && are_groups(runs);
                Ok((ours || !could_group).then_some(only))
            }
            [ref before @ .., last] => {
                let same = before.iter().filter(|index| marks[**index] == marks[last]).count();
                match same {
                    0 => Ok(Some(last)),
                    all if all == before.len() => Ok(None),
                    _ => Err(self.malformed()),
                }
            }
        }
    }
}

/// A minus or plus at one end, or the bookkeeper's parentheses; `true` is negative.
fn peel_minus(body: &str) -> Option<(bool, &str)> {
    const MINUS: [char; 2] = ['-', '\u{2212}'];
    if let Some(inner) = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Some((true, inner));
    }
    if let Some(rest) = body.strip_prefix(MINUS).or_else(|| body.strip_suffix(MINUS)) {
        return Some((true, rest));
    }
    body.strip_prefix('+').map(|rest| (false, rest))
}

fn strip_either_end<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    let same = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(name));
    if same(body.get(..name.len())) {
        return body.get(name.len()..);
    }
    let start = body.len().checked_sub(name.len())?;
    if same(body.get(start..)) { body.get(..start) } else { None }
}

/// Is this the code of a currency, or a sign that everybody knows?
fn is_money(word: &str) -> bool {
    matches!(word, "$" | "€" | "£" | "¥") || (word.len() == 3 && Currency::from_code(word).is_some())
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '$' | '€' | '£' | '¥')
}

/// One to three digits that do not begin with a zero, then threes.
fn are_groups(runs: &[&str]) -> bool {
    let Some((head, rest)) = runs.split_first() else { return false };
    (1..=3).contains(&head.len()) && !head.starts_with('0') && rest.iter().all(|run| run.len() == 3)
}

/// Spaces and apostrophes group digits in several countries and never mark decimals.
fn is_group_only(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

fn same_mark(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '’' => '\'',
        other => other,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn mantissa(parts: &[&str]) -> Result<i128, NumberError> {
    let digits = parts.concat();
    if digits.is_empty() { Ok(0) } else { digits.parse().or(Err(NumberError::TooLarge)) }
}

fn scale_of(decimals: &str) -> Result<u32, NumberError> {
    u32::try_from(decimals.len()).or(Err(NumberError::TooLarge))
}

fn signed(negative: bool, magnitude: i128) -> i128 {
    if negative { -magnitude } else { magnitude }
}
