//! Reading dates: both languages always, whatever the language of the screen; numbers in the order of the place.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::DateError;
use super::words::{self, Phrase, Unit};
use crate::text::locale::DateOrder;
use crate::text::{Locale, fold};

/// Which way a date points that names no year, or only a weekday: what is due lies ahead, what is logged lies behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prefer {
    Future,
    Past,
}

/// Reads a date:
/// - words: `hoy`, `ayer`, `anteayer`, `mañana`, `pasado mañana`, `fin de mes`; `today`, `yesterday`, `tomorrow`, `end of month`;
/// - spans: `+15d`, `+2s`/`+2w`, `+1m`, `+1a`/`+1y`, `-3d`, `en 3 días`, `in 3 days`, `hace 3 días`, `3 days ago`;
/// - weekdays: `lunes`, `lun`, `mon`, `el lunes`: the first one after today, or before it when `prefer` is the past, never today
///   itself; `next tue`, `próximo martes` and `last friday`, `viernes pasado` point by themselves in the same way; `este lunes`
///   and `this monday` may be today;
/// - numbers in the order of the place: `12/3`, `12/3/26`, `12-3-2026`, `12.3.2026`, and always `2026-03-12`;
/// - months by name: `12 mar`, `12 de marzo de 2026`, `mar 12 2026`, with the weekday before them or not.
///
/// A date without a year is the nearest one in the direction of `prefer`, today included. A year of two digits is the one
/// from 79 years before this year to 20 after it.
pub fn parse(text: &str, today: NaiveDate, prefer: Prefer, locale: &Locale) -> Result<NaiveDate, DateError> {
    let folded = fold::fold(text);
    if folded.is_empty() {
        return Err(DateError::Empty);
    }
    let reader = Reader { text, today, prefer, order: locale.date_order };
    let date = reader.read(&folded)?;
    if (1..=9999).contains(&date.year()) { Ok(date) } else { Err(DateError::OutOfRange) }
}

struct Reader<'a> {
    text: &'a str,
    today: NaiveDate,
    prefer: Prefer,
    order: DateOrder,
}

type Reading = Result<NaiveDate, DateError>;

impl Reader<'_> {
    /// Each way of reading says whether it is its turn (`Some`), and then the date or why not.
    fn read(&self, folded: &str) -> Reading {
        if let Some(phrase) = words::phrase(without_article(folded)) {
            return self.phrase(phrase);
        }
        let tokens = tokens(folded);
        let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
        self.numbers(folded)
            .or_else(|| self.signed_span(folded))
            .or_else(|| self.spoken_span(&tokens))
            .or_else(|| self.weekday(&tokens))
            .or_else(|| self.named_month(&tokens))
            .unwrap_or_else(|| Err(self.unknown(&tokens)))
    }

    fn unknown(&self, tokens: &[&str]) -> DateError {
        let known = |word: &&str| {
            FILLERS.contains(word)
                || words::weekday(word).is_some()
                || words::month(word).is_some()
                || words::unit(word).is_some()
                || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let near = match tokens {
            // `15d` may be ahead or behind.
            [count, unit] if is_number(count) && words::unit(unit).is_some() => {
                Some(format!("+{count}{}", &unit[..1]))
            }
            _ => tokens
                .iter()
                .filter(|word| !known(word))
                .find_map(|word| words::nearest(word))
                .map(str::to_owned),
        };
        DateError::Unknown { text: self.text.trim().to_owned(), near }
    }

    fn phrase(&self, phrase: Phrase) -> Reading {
        match phrase {
            Phrase::Days(days) => self.shifted(days, Unit::Day),
            Phrase::EndOfMonth => words::end_of_month(self.today).ok_or(DateError::OutOfRange),
            Phrase::EndOfYear => civil(self.today.year(), 12, 31),
        }
    }

    fn shifted(&self, count: i64, unit: Unit) -> Reading {
        let size = count.unsigned_abs();
        let months = |factor: u64| {
            let months =
                size.checked_mul(factor).and_then(|months| u32::try_from(months).ok()).map(Months::new)?;
            if count < 0 {
                self.today.checked_sub_months(months)
            } else {
                self.today.checked_add_months(months)
            }
        };
        let days = |factor: u64| {
            let days = Days::new(size.checked_mul(factor)?);
            if count < 0 { self.today.checked_sub_days(days) } else { self.today.checked_add_days(days) }
        };
        let date = match unit {
            Unit::Day => days(1),
            Unit::Week => days(7),
            Unit::Month => months(1),
            Unit::Year => months(12),
        };
        date.ok_or(DateError::OutOfRange)
    }

    /// `+15d`, `-2 semanas`.
    fn signed_span(&self, folded: &str) -> Option<Reading> {
        let (sign, rest) = match folded.strip_prefix('+') {
            Some(rest) => (1, rest.trim()),
            None => (-1, folded.strip_prefix('-')?.trim()),
        };
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (count, unit) = rest.split_at(digits);
        let unit = words::unit(unit.trim())?;
        (digits > 0).then(|| self.shifted(sign * number(count)?, unit))
    }

    /// `en 3 dias`, `in a week`, `hace 3 dias`, `3 days ago`, `next week`, `mes pasado`.
    fn spoken_span(&self, tokens: &[&str]) -> Option<Reading> {
        let tokens = match tokens {
            ["la" | "el" | "the", rest @ ..] => rest,
            all => all,
        };
        let (sign, count, unit) = match tokens {
            ["en" | "in", count, unit] | ["dentro", "de", count, unit] => (1, *count, *unit),
            ["hace", count, unit] | [count, unit, "ago" | "atras"] => (-1, *count, *unit),
            ["next" | "proxima" | "proximo", unit]
            | [unit, "proxima" | "proximo"]
            | [unit, "que", "viene"] => (1, "1", *unit),
            ["last", unit] | [unit, "pasado" | "pasada"] => (-1, "1", *unit),
            _ => return None,
        };
        let unit = words::unit(unit)?;
        let count = match count {
            "un" | "una" | "a" | "an" | "one" => "1",
            digits if is_number(digits) => digits,
            _ => return None,
        };
        Some(number(count).and_then(|count| self.shifted(sign * count, unit)))
    }

    fn weekday(&self, tokens: &[&str]) -> Option<Reading> {
        let tokens = match tokens {
            ["el" | "on" | "the", rest @ ..] => rest,
            all => all,
        };
        let (name, prefer, today_counts) = match tokens {
            [name] => (*name, self.prefer, false),
            ["este" | "this", name] => (*name, self.prefer, true),
            ["next" | "proximo" | "coming", name] | [name, "proximo" | "next"] | [name, "que", "viene"] => {
                (*name, Prefer::Future, false)
            }
            ["last" | "pasado" | "ultimo", name] | [name, "pasado"] => (*name, Prefer::Past, false),
            _ => return None,
        };
        let wanted = words::weekday(name)?;
        let ahead = i64::from((wanted + 7 - self.today.weekday().num_days_from_monday()) % 7);
        let days = match prefer {
            Prefer::Future if ahead == 0 => {
                if today_counts {
                    0
                } else {
                    7
                }
            }
            Prefer::Future => ahead,
            Prefer::Past if ahead == 0 => {
                if today_counts {
                    0
                } else {
                    -7
                }
            }
            Prefer::Past => ahead - 7,
        };
        Some(self.shifted(days, Unit::Day))
    }

    /// `12/3`, `12.3.26`, `2026-03-12`.
    fn numbers(&self, folded: &str) -> Option<Reading> {
        let mark = folded.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
        let parts: Vec<&str> = folded.split(mark).map(str::trim).collect();
        if !parts.iter().all(|part| is_number(part) && part.len() <= 4) {
            return None;
        }
        let (day, month, year, order) = match (parts.as_slice(), self.order) {
            ([year, month, day], _) if year.len() == 4 => (day, month, Some(*year), DateOrder::Ymd),
            ([day, month, year], DateOrder::Dmy) => (day, month, Some(*year), DateOrder::Dmy),
            ([month, day, year], DateOrder::Mdy) => (day, month, Some(*year), DateOrder::Mdy),
            // Where the year comes first in numbers, it comes last only in the American form.
            ([month, day, year], DateOrder::Ymd) if year.len() == 4 => {
                (day, month, Some(*year), DateOrder::Mdy)
            }
            ([year, month, day], DateOrder::Ymd) => (day, month, Some(*year), DateOrder::Ymd),
            ([day, month], DateOrder::Dmy) => (day, month, None, DateOrder::Dmy),
            ([month, day], order) => (day, month, None, order),
            _ => return None,
        };
        Some(self.build(day, month, year, order))
    }

    fn build(&self, day: &str, month: &str, year: Option<&str>, order: DateOrder) -> Reading {
        if day.len() > 2 || month.len() > 2 || year.is_some_and(|year| year.len() == 3 || year.len() == 1) {
            return Err(self.unknown(&[]));
        }
        let month = small(month)?;
        if !(1..=12).contains(&month) {
            return Err(DateError::NoSuchMonth { month, order });
        }
        self.dated(small(day)?, month, year)
    }

    /// `12 mar`, `12 de marzo de 2026`, `mar 12 2026`, and the weekday before them.
    fn named_month(&self, tokens: &[&str]) -> Option<Reading> {
        let tokens: Vec<&str> = tokens.iter().copied().filter(|word| !FILLERS.contains(word)).collect();
        self.day_and_month(&tokens).or_else(|| {
            let (weekday, rest) = tokens.split_first()?;
            let weekday = words::weekday(weekday)?;
            let date = self.day_and_month(rest)?;
            Some(date.and_then(|date| {
                let same = date.weekday().num_days_from_monday() == weekday;
                if same { Ok(date) } else { Err(DateError::OtherWeekday { date }) }
            }))
        })
    }

    fn day_and_month(&self, tokens: &[&str]) -> Option<Reading> {
        let (day, month, year) = match *tokens {
            [first, second] if is_day(first) => (first, second, None),
            [first, second] => (second, first, None),
            [first, second, year] if is_day(first) => (first, second, Some(year)),
            [first, second, year] => (second, first, Some(year)),
            _ => return None,
        };
        let month = words::month(month)?;
        let good_year = year.is_none_or(|year| is_number(year) && matches!(year.len(), 2 | 4));
        (is_day(day) && good_year).then(|| self.dated(small(day)?, month, year))
    }

    fn dated(&self, day: u32, month: u32, year: Option<&str>) -> Reading {
        match year {
            Some(year) => civil(self.full_year(year)?, month, day),
            None => self.nearest_year(month, day),
        }
    }

    /// Four digits as they are; two digits in the century around today.
    fn full_year(&self, digits: &str) -> Result<i32, DateError> {
        let year = i32::try_from(small(digits)?).or(Err(DateError::OutOfRange))?;
        if digits.len() == 4 {
            return Ok(year);
        }
        let latest = self.today.year() + 20;
        Ok(latest - (latest - year).rem_euclid(100))
    }

    fn nearest_year(&self, month: u32, day: u32) -> Reading {
        let year = self.today.year();
        // 29 February is at most eight years away (around 1900).
        let date = (0..=8).find_map(|distance| match self.prefer {
            Prefer::Future => civil(year + distance, month, day).ok().filter(|date| *date >= self.today),
            Prefer::Past => civil(year - distance, month, day).ok().filter(|date| *date <= self.today),
        });
        // No year at all has this day: 2000, a leap year, tells the last one that any has.
        date.ok_or_else(|| DateError::NoSuchDay {
            day,
            month,
            year: None,
            last: words::last_day(2000, month),
        })
    }
}

/// Words that stand between the parts of a date and say nothing.
const FILLERS: [&str; 8] = ["de", "del", "of", "the", "el", "on", "dia", "th"];

fn without_article(folded: &str) -> &str {
    folded.strip_prefix("the ").or_else(|| folded.strip_prefix("el ")).unwrap_or(folded)
}

/// Words and numbers; punctuation and the change between letters and digits separate them, ordinal endings are dropped.
fn tokens(folded: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digit).unwrap_or(rest.len());
            let (token, next) = rest.split_at(end);
            let after_digits = rest.len() < word.len();
            if !(after_digits && matches!(token, "st" | "nd" | "rd" | "th" | "o")) {
                tokens.push(token.to_owned());
            }
            rest = next;
        }
    }
    tokens
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_day(text: &str) -> bool {
    is_number(text) && text.len() <= 2
}

fn number(digits: &str) -> Result<i64, DateError> {
    digits.parse().or(Err(DateError::OutOfRange))
}

fn small(digits: &str) -> Result<u32, DateError> {
    digits.parse().or(Err(DateError::OutOfRange))
}

/// The date, or that its month has no such day. `month` is 1 to 12.
fn civil(year: i32, month: u32, day: u32) -> Reading {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| DateError::NoSuchDay {
        day,
        month,
        year: Some(year),
        last: words::last_day(year, month),
    })
}
