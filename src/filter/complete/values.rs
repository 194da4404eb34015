//! The values that are proposed without asking the data.
#![expect(clippy::wildcard_enum_match_arm, reason = "tables of those that have it; the others have none")]

use super::best;
use super::slot::Slot;
use crate::filter::custom::definition;
use crate::filter::field::{Field, Kind, choice_names};
use crate::filter::parse::Reading;
use crate::filter::print::quoted;
use crate::filter::{Flag, Unit};
use crate::text::Lang;
use chrono::Datelike as _;

/// Are its values those that the data has?
pub fn are_data(field: Field) -> bool {
    matches!(
        field,
        Field::Name
            | Field::Client
            | Field::City
            | Field::Region
            | Field::Country
            | Field::Postcode
            | Field::Sector
            | Field::Source
            | Field::Contact
            | Field::Role
            | Field::Owner
            | Field::Tag
            | Field::Product
            | Field::Bought
            | Field::Offered
            | Field::Family
            | Field::Reason
    )
}

/// The values that begin with what is typed, or hold it.
pub fn fixed(field: Field, slot: &Slot, typed: &str, reading: &Reading<'_>) -> Vec<String> {
    let lang = reading.locale.lang;
    let plain = |texts: &[&str]| texts.iter().map(|text| vec![(*text).to_owned()]).collect::<Vec<_>>();
    let all: Vec<Vec<String>> = match field.kind() {
        Kind::Flag => {
            let both = |flag: Flag| flag.names(lang).iter().chain(flag.names(lang.other()));
            Flag::ALL.into_iter().map(|flag| both(flag).map(|it| (*it).to_owned()).collect()).collect()
        }
        Kind::Choice => {
            let name = |word: &str, lang| choice_names(field, reading.list, word, lang);
            let both =
                |word: &'static str| [lang, lang.other()].into_iter().filter_map(move |it| name(word, it));
            let words = field.choices(reading.list);
            words.into_iter().map(|word| both(word).map(|it| quoted(&it)).collect()).collect()
        }
        Kind::Word => {
            let choices = definition(reading.custom, field).map(|own| own.choices.as_slice());
            choices.unwrap_or_default().iter().map(|word| vec![quoted(word)]).collect()
        }
        Kind::YesNo => {
            let both = |key: &str| [lang, lang.other()].map(|lang| lang.t(key)).to_vec();
            vec![both("yes"), both("no")]
        }
        Kind::Person if typed.is_empty() || "yo".starts_with(typed) || "me".starts_with(typed) => {
            vec![if lang == Lang::Es { ["yo", "me"] } else { ["me", "yo"] }.map(str::to_owned).to_vec()]
        }
        Kind::Stars if slot.is_compared || slot.is_end => plain(&["5", "4", "3", "2", "1", "0"]),
        Kind::Stars => plain(&[">=4", "5", "4", "3", "2", "1", "0", "<=2"]),
        Kind::Count | Kind::Sum if slot.is_compared => plain(&["0"]),
        Kind::Count | Kind::Sum => plain(&["0", ">0"]),
        Kind::Date => dates(field, slot, typed, reading).into_iter().map(|text| vec![text]).collect(),
        _ => Vec::new(),
    };
    best(all.into_iter(), typed, matches!(field.kind(), Kind::Flag | Kind::Choice | Kind::Word))
}

/// Ages, days to come and parts of the calendar.
fn dates(field: Field, slot: &Slot, typed: &str, reading: &Reading<'_>) -> Vec<String> {
    let (lang, today) = (reading.locale.lang, reading.today);
    let (day, never, part) = if lang == Lang::Es { ("hoy", "nunca", 'T') } else { ("today", "never", 'Q') };
    let (year, month) = (today.year(), today.month());
    let quarter = |back: i32| {
        let number = year * 4 + i32::try_from((month - 1) / 3).unwrap_or_default() - back;
        format!("{:04}-{part}{}", number.div_euclid(4), number.rem_euclid(4) + 1)
    };
    let ahead = field == Field::Due;
    let mut all: Vec<String> = match (ahead, slot.is_compared || slot.is_end) {
        (true, false) => vec![day.to_owned(), format!("<={day}"), "<=+7d".into(), "+7d".into()],
        (true, true) => vec![day.to_owned(), "+7d".into(), "+30d".into()],
        (false, false) => {
            vec![day.to_owned(), ">90d".into(), "<=30d".into(), ">12m".into(), never.to_owned()]
        }
        (false, true) => vec!["90d".into(), "30d".into(), "12m".into(), day.to_owned()],
    };
    all.extend([quarter(0), quarter(1), format!("{year:04}-{month:02}"), format!("{year:04}")]);
    all.push(format!("{:04}", year - 1));
    all.extend(ages(typed, lang));
    all
}

/// What is counted: the last days and months, this year and the one before; and the units of a number that is typed.
pub fn windows(typed: &str, field: Field, reading: &Reading<'_>) -> Vec<String> {
    if !field.kind().takes_window() {
        return Vec::new();
    }
    let year = reading.today.year();
    let mut all: Vec<String> = ["90d", "12m", "30d", "6m"].map(str::to_owned).to_vec();
    all.extend([format!("{year:04}"), format!("{:04}", year - 1)]);
    all.extend(ages(typed, reading.locale.lang));
    let mut found = best(all.into_iter().map(|text| vec![text]), typed, false);
    for window in &mut found {
        window.push(':');
    }
    found
}

/// A number that is typed with each unit.
fn ages(typed: &str, lang: Lang) -> Vec<String> {
    let is_number = !typed.is_empty() && typed.len() < 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];
    units.into_iter().filter(|_| is_number).map(|unit| format!("{typed}{}", unit.letter(lang))).collect()
}
