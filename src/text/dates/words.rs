//! The words of dates in both languages, in folded form, and the calendar facts that their readers need.

use crate::text::near;
use chrono::Datelike;

/// Monday first, as `chrono` numbers them; the first of each is the full word.
const WEEKDAYS: [&[&str]; 7] = [
    &["lunes", "monday", "lun", "mon"],
    &["martes", "tuesday", "mar", "tue", "tues"],
    &["miercoles", "wednesday", "mie", "wed", "weds"],
    &["jueves", "thursday", "jue", "thu", "thur", "thurs"],
    &["viernes", "friday", "vie", "fri"],
    &["sabado", "saturday", "sab", "sat"],
    &["domingo", "sunday", "dom", "sun"],
];

const MONTHS: [&[&str]; 12] = [
    &["enero", "january", "ene", "jan"],
    &["febrero", "february", "feb"],
    &["marzo", "march", "mar"],
    &["abril", "april", "abr", "apr"],
    &["mayo", "may"],
    &["junio", "june", "jun"],
    &["julio", "july", "jul"],
    &["agosto", "august", "ago", "aug"],
    &["septiembre", "september", "setiembre", "sep", "sept", "set"],
    &["octubre", "october", "oct"],
    &["noviembre", "november", "nov"],
    &["diciembre", "december", "dic", "dec"],
];

/// A span of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

const UNITS: [(Unit, &[&str]); 4] = [
    (Unit::Day, &["dia", "dias", "day", "days", "d"]),
    (Unit::Week, &["semana", "semanas", "week", "weeks", "s", "w", "sem"]),
    (Unit::Month, &["mes", "meses", "month", "months", "m"]),
    (Unit::Year, &["ano", "anos", "year", "years", "a", "y"]),
];

/// A phrase that is one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Days from today.
    Days(i64),
    EndOfMonth,
    EndOfYear,
}

const PHRASES: [(Phrase, &[&str]); 8] = [
    (Phrase::Days(0), &["hoy", "today"]),
    (Phrase::Days(-1), &["ayer", "yesterday"]),
    (Phrase::Days(-2), &["anteayer", "antes de ayer", "antier", "antayer", "day before yesterday"]),
    (Phrase::Days(1), &["manana", "tomorrow"]),
    (Phrase::Days(2), &["pasado manana", "day after tomorrow"]),
    (Phrase::EndOfMonth, &["fin de mes", "fin del mes", "end of month", "end of the month", "eom"]),
    (Phrase::EndOfYear, &["fin de ano", "fin del ano", "end of year", "end of the year", "eoy"]),
    (Phrase::Days(0), &["hoy mismo", "hoy dia"]),
];

/// Words as people write them, where the folded form lost a letter's mark.
const WRITTEN: [(&str, &str); 5] = [
    ("manana", "mañana"),
    ("miercoles", "miércoles"),
    ("sabado", "sábado"),
    ("dias", "días"),
    ("anos", "años"),
];

/// Days after Monday.
pub(super) fn weekday(word: &str) -> Option<u32> {
    position(&WEEKDAYS, word)
}

/// 1 for January.
pub(super) fn month(word: &str) -> Option<u32> {
    position(&MONTHS, word).map(|index| index + 1)
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, words)| words.contains(&word)).map(|(unit, _)| *unit)
}

pub(super) fn phrase(words: &str) -> Option<Phrase> {
    PHRASES.iter().find(|(_, phrases)| phrases.contains(&words)).map(|(phrase, _)| *phrase)
}

fn position(lists: &[&[&str]], word: &str) -> Option<u32> {
    lists.iter().position(|words| words.contains(&word)).and_then(|index| u32::try_from(index).ok())
}

/// The word that was probably meant: the nearest one of at least three letters, at most a third of which are wrong.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let phrases = PHRASES.iter().flat_map(|(_, words)| words.iter());
    let weekdays = WEEKDAYS.iter().flat_map(|words| words.iter());
    let months = MONTHS.iter().flat_map(|words| words.iter());
    let units = UNITS.iter().flat_map(|(_, words)| words.iter());
    let words = phrases.chain(weekdays).chain(months).chain(units);
    let near = near::nearest(word, words.copied().filter(|word| word.len() >= 3))?;
    let written = WRITTEN.iter().find(|(folded, _)| *folded == near).map_or(near, |(_, written)| *written);
    Some(written)
}

/// The number of the month's last day.
pub(super) fn last_day(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|day| chrono::NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(28)
}

/// The last day of the date's month.
pub(super) fn end_of_month(date: chrono::NaiveDate) -> Option<chrono::NaiveDate> {
    date.with_day(last_day(date.year(), date.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_word_is_near_the_right_one() {
        assert_eq!(nearest("manaan"), Some("mañana"));
        assert_eq!(nearest("lnues"), Some("lunes"));
        assert_eq!(nearest("tusday"), Some("tuesday"));
        assert_eq!(nearest("nobiembre"), Some("noviembre"));
        assert_eq!(nearest("xyz"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn only_mar_is_both_a_weekday_and_a_month() {
        for word in WEEKDAYS.iter().flat_map(|words| words.iter()) {
            assert_eq!(month(word).is_some(), *word == "mar", "{word}");
        }
    }
}
