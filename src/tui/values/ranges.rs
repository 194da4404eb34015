//! Days by year and month, numbers between round limits: what there is too much of to list one by one.

use super::{Entry, Means};
use crate::filter::{Bound, DateValue, Held, Kind, Node, Subject, Test};
use crate::repository::request::Counted;
use crate::text::{Terms, numbers as figures};
use chrono::Datelike as _;
use std::collections::BTreeMap;

/// So many different numbers are listed one by one.
pub const FEW: usize = 12;

/// Into so many parts the others are put, about.
const PARTS: usize = 8;

/// A part of the days or numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    Month {
        year: i32,
        month: u32,
    },
    /// From the one to the other, both among them.
    Numbers {
        from: Option<i64>,
        to: Option<i64>,
    },
}

/// The years, the latest first, each with its months.
pub fn days(values: &[Counted]) -> Vec<Entry> {
    let mut years: BTreeMap<i32, BTreeMap<u32, (usize, bool)>> = BTreeMap::new();
    for counted in values {
        let Held::Day(day) = counted.value else { continue };
        let (rows, kept) = years.entry(day.year()).or_default().entry(day.month()).or_insert((0, true));
        *rows += counted.rows;
        *kept &= counted.kept;
    }
    let mut entries = Vec::new();
    for (year, months) in years.into_iter().rev() {
        entries.push(Entry {
            label: year.to_string(),
            key: String::new(),
            rows: months.values().map(|(rows, _)| rows).sum(),
            means: Means::Group(months.len()),
            ticked: false,
        });
        for (month, (rows, ticked)) in months.into_iter().rev() {
            let label = format!("{year:04}-{month:02}");
            let means = Means::Stretch(Stretch::Month { year, month });
            entries.push(Entry { label, key: String::new(), rows, means, ticked });
        }
    }
    entries
}

/// The numbers between round limits that part the rows into about equal heaps; a zero stands alone.
pub fn numbers(values: &[Counted], kind: Kind, terms: &Terms) -> Vec<Entry> {
    let mut sorted: Vec<(i64, usize, bool)> = values
        .iter()
        .filter_map(|counted| match counted.value {
            Held::Number(number) => Some((number, counted.rows, counted.kept)),
            Held::Nothing | Held::Text(_) | Held::Person(_) | Held::Choice(_) | Held::Day(_) => None,
        })
        .collect();
    sorted.sort_unstable_by_key(|(number, ..)| *number);
    let limits = limits(&sorted);
    let mut entries = Vec::new();
    for at in 0..=limits.len() {
        let from = at.checked_sub(1).and_then(|before| limits.get(before)).copied();
        let to = limits.get(at).map(|limit| limit - 1);
        let is_within =
            |number: i64| from.is_none_or(|from| from <= number) && to.is_none_or(|to| number <= to);
        let within = sorted.iter().filter(|(number, ..)| is_within(*number));
        let (rows, ticked) =
            within.fold((0, true), |(rows, all), (_, more, kept)| (rows + more, all && *kept));
        if rows > 0 {
            let label = match (from, to) {
                (Some(from), Some(to)) if from == to => number(from, kind, terms),
                (from, to) => {
                    let side =
                        |side: Option<i64>| side.map_or_else(|| "…".to_owned(), |it| number(it, kind, terms));
                    format!("{} – {}", side(from), side(to))
                }
            };
            let means = Means::Stretch(Stretch::Numbers { from, to });
            entries.push(Entry { label, key: String::new(), rows, means, ticked });
        }
    }
    entries
}

/// Where one part ends and the next begins, rising.
fn limits(sorted: &[(i64, usize, bool)]) -> Vec<i64> {
    let total: usize = sorted.iter().map(|(_, rows, _)| rows).sum();
    let mut limits = Vec::new();
    if sorted.iter().any(|(number, ..)| *number == 0) {
        limits.extend([0, 1]);
    }
    let (mut seen, mut part) = (0, 1);
    for (number, rows, _) in sorted {
        seen += rows;
        while part < PARTS && seen * PARTS >= part * total {
            limits.push(round(*number));
            part += 1;
        }
    }
    let first = sorted.first().map_or(0, |(number, ..)| *number);
    limits.sort_unstable();
    limits.dedup();
    limits.retain(|limit| *limit > first);
    limits
}

/// The nearest 1, 2 or 5 with zeros that is not above it.
fn round(number: i64) -> i64 {
    let mut unit = 1_i64;
    while number.unsigned_abs() / 10 >= unit.unsigned_abs() {
        unit = unit.saturating_mul(10);
    }
    let lead = number.unsigned_abs() / unit.unsigned_abs();
    let lead = match lead {
        0 => 0,
        1 => 1,
        2..=4 => 2,
        _ => 5,
    };
    unit.saturating_mul(lead) * number.signum()
}

/// A number as the column shows it.
pub fn number(number: i64, kind: Kind, terms: &Terms) -> String {
    match kind {
        Kind::Money | Kind::Sum => terms.money(number),
        Kind::Percent => figures::decimal(number, 2, &terms.locale),
        Kind::Decimal => figures::quantity(number, &terms.locale),
        Kind::YesNo => terms.t(if number == 0 { "no" } else { "yes" }),
        Kind::Text
        | Kind::Person
        | Kind::Choice
        | Kind::Word
        | Kind::Stars
        | Kind::Count
        | Kind::Product
        | Kind::Date
        | Kind::Flag => figures::int(number, &terms.locale),
    }
}

/// The conditions of these spans, each with its place in the panel: those that stand side by side are one.
pub fn conditions(subject: Subject, spans: &[(usize, Stretch)]) -> Vec<Node> {
    let mut parts = Vec::new();
    let mut rest = spans;
    while let [(at, first), ..] = rest {
        let run = rest.iter().enumerate().take_while(|(more, (place, span))| {
            // Between two years stands the second one's own line.
            let years = match (first, span) {
                (Stretch::Month { year: a, .. }, Stretch::Month { year: b, .. }) => (a - b).unsigned_abs(),
                _ => 0,
            };
            *place == at + more + usize::try_from(years).unwrap_or(0)
        });
        let count = run.count().max(1);
        let (run, after) = rest.split_at(count);
        let last = run.last().map_or(*first, |(_, span)| *span);
        parts.push(subject.is(together(*first, last)));
        rest = after;
    }
    parts
}

/// All from the first span to the last. Of days the last is the earliest.
fn together(first: Stretch, last: Stretch) -> Test {
    match (first, last) {
        (Stretch::Month { year, month }, Stretch::Month { year: early_year, month: early }) => {
            let bound = if (year, month) == (early_year, early) {
                Bound::Is(DateValue::Month(year, month))
            } else if year == early_year && (early, month) == (1, 12) {
                Bound::Is(DateValue::Year(year))
            } else {
                Bound::Range(Some(DateValue::Month(early_year, early)), Some(DateValue::Month(year, month)))
            };
            Test::Date { not: false, bound }
        }
        (Stretch::Numbers { from, .. }, Stretch::Numbers { to, .. }) => {
            let bound = match (from, to) {
                (Some(from), Some(to)) if from == to => Bound::Is(from),
                (from, to) => Bound::Range(from, to),
            };
            Test::Number { not: false, any: vec![bound] }
        }
        // One panel has spans of one kind.
        (Stretch::Month { .. }, Stretch::Numbers { .. })
        | (Stretch::Numbers { .. }, Stretch::Month { .. }) => Test::Present,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_round_and_part_the_rows() {
        for (number, rounded) in [(0, 0), (1, 1), (3, 2), (7, 5), (99, 50), (1_234, 1_000), (-345, -200)] {
            assert_eq!(round(number), rounded, "{number}");
        }
        let sorted: Vec<(i64, usize, bool)> = (0..1_000).map(|number| (number * 10, 1, false)).collect();
        assert_eq!(limits(&sorted), [1, 1_000, 2_000, 5_000]);
    }
}
