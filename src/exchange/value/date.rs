//! Numeric dates in either order of day and month; which of them a column uses is decided elsewhere.

use crate::domain::day::Day;
use crate::exchange::summary::Reason;
use crate::text::locale::DateOrder;
use chrono::{Datelike, NaiveDate};

/// The years that business records have; a date outside was misread or mistyped.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Two-digit years up to this one are of this century.
const LAST_SHORT_YEAR: i32 = 69;

/// What a date says about the order of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShape {
    /// Year first, or no numeric date.
    Silent,
    DayFirst,
    MonthFirst,
    /// Both could be months: `3/4/2024`.
    Either,
}

/// The three numbers of a date, the time of day left out, and whether the first is a year.
struct Parts {
    numbers: [u32; 3],
    year_first: bool,
    short_year: bool,
}

fn parts(cell: &str) -> Option<Parts> {
    let cell = cell.trim();
    let date = cell.split([' ', 'T', '\u{a0}']).next()?;
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| date.get(range)?.parse().ok();
        return Some(Parts {
            numbers: [number(0..4)?, number(4..6)?, number(6..8)?],
            year_first: true,
            short_year: false,
        });
    }
    let mark = date.chars().find(|letter| matches!(letter, '/' | '-' | '.'))?;
    let mut pieces = date.split(mark);
    let pieces = [pieces.next()?, pieces.next()?, pieces.next().filter(|_| pieces.next().is_none())?];
    let digits =
        |piece: &str| (1..=4).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_digit());
    if !pieces.iter().all(|piece| digits(piece)) {
        return None;
    }
    let number = |piece: &str| piece.parse().ok();
    let [first, second, third] = pieces;
    let numbers = [number(first)?, number(second)?, number(third)?];
    let year_first = first.len() == 4;
    let year = if year_first { first } else { third };
    let others = if year_first { [second, third] } else { [first, second] };
    let well_formed = matches!(year.len(), 2 | 4) && others.iter().all(|piece| piece.len() <= 2);
    well_formed.then_some(Parts { numbers, year_first, short_year: year.len() == 2 })
}

/// What the cell says about the order of day and month.
pub fn date_shape(cell: &str) -> DateShape {
    match parts(cell) {
        Some(Parts { year_first: false, numbers: [first, second, _], .. }) => match (first > 12, second > 12)
        {
            (true, false) => DateShape::DayFirst,
            (false, true) => DateShape::MonthFirst,
            (false, false) => DateShape::Either,
            (true, true) => DateShape::Silent,
        },
        Some(Parts { year_first: true, .. }) | None => DateShape::Silent,
    }
}

/// The day in a cell whose column has this order; a year in front is read whatever the order. A time is left out.
pub fn date(cell: &str, order: DateOrder) -> Result<Day, Reason> {
    let wrong = || Reason::NotADate { text: cell.trim().to_owned(), order };
    let Parts { numbers: [first, second, third], year_first, short_year } = parts(cell).ok_or_else(wrong)?;
    let (year, month, day) = match (year_first, order) {
        (true, _) => (first, second, third),
        (false, DateOrder::Mdy) => (third, first, second),
        (false, DateOrder::Dmy | DateOrder::Ymd) => (third, second, first),
    };
    let year = i32::try_from(year).or(Err(wrong()))?;
    let year = match short_year {
        true if year <= LAST_SHORT_YEAR => 2000 + year,
        true => 1900 + year,
        false => year,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(wrong)?;
    if !YEARS.contains(&date.year()) {
        return Err(Reason::YearOutOfRange { text: cell.trim().to_owned() });
    }
    Ok(Day::from(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(cell: &str, order: DateOrder) -> Option<String> {
        date(cell, order).ok().and_then(Day::date).map(|date| date.to_string())
    }

    #[test]
    fn a_date_is_read_in_the_order_of_its_column() {
        for (cell, order, expected) in [
            ("2010-12-01 08:26:00", DateOrder::Dmy, "2010-12-01"),
            ("1996-07-04", DateOrder::Mdy, "1996-07-04"),
            ("2024/2/29", DateOrder::Mdy, "2024-02-29"),
            ("20240312", DateOrder::Dmy, "2024-03-12"),
            ("2024-03-12T10:00:00Z", DateOrder::Dmy, "2024-03-12"),
            ("3/4/2024", DateOrder::Dmy, "2024-04-03"),
            ("3/4/2024", DateOrder::Mdy, "2024-03-04"),
            ("3/4/2024", DateOrder::Ymd, "2024-04-03"),
            ("31.12.99", DateOrder::Dmy, "1999-12-31"),
            ("1-1-26 9:15 PM", DateOrder::Mdy, "2026-01-01"),
        ] {
            assert_eq!(iso(cell, order).as_deref(), Some(expected), "{cell} {order:?}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for cell in
            ["", "31/2/2024", "13/13/2024", "1/2", "1/2/3/4", "1/2/202", "lunes", "2024-13-01", "//", "45123"]
        {
            assert!(matches!(date(cell, DateOrder::Dmy), Err(Reason::NotADate { .. })), "{cell}");
        }
        assert!(matches!(date("12/31/2024", DateOrder::Dmy), Err(Reason::NotADate { .. })));
        for cell in ["0206-01-01", "1/1/1899", "1/1/2200"] {
            assert!(matches!(date(cell, DateOrder::Dmy), Err(Reason::YearOutOfRange { .. })), "{cell}");
        }
    }

    #[test]
    fn a_date_says_its_order_or_that_it_cannot() {
        for (cell, shape) in [
            ("31/1/2024", DateShape::DayFirst),
            ("1/31/2024", DateShape::MonthFirst),
            ("1/2/2024", DateShape::Either),
            ("2024-01-31", DateShape::Silent),
            ("31/31/2024", DateShape::Silent),
            ("nunca", DateShape::Silent),
        ] {
            assert_eq!(date_shape(cell), shape, "{cell}");
        }
    }
}
