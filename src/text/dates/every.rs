//! How often something comes back, as people say it: `cada semana`, `monthly`, `cada 10 días`, `every 3 months`, `quincenal`.

use super::words::{self, Unit};
use crate::domain::recurrence::Every;
use crate::text::{Lang, fold, safe};

/// Why a text does not say how often.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EveryError {
    #[error("not a time between one and the next: {0:?}")]
    Unknown(String),
    /// Of nothing, or of more than ten years.
    #[error("no time that makes sense")]
    OutOfRange,
}

impl EveryError {
    /// The error in the user's language, safe to show.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unknown(text) => lang.ta("error-every-unknown", &[("text", safe::fit(text, 40).into())]),
            Self::OutOfRange => lang.t("error-every-out-of-range"),
        }
    }
}

/// Longer texts are not worth being compared with ours.
const LONGEST: usize = 60;

/// Words that are a time by themselves.
const HABITS: [(Every, &[&str]); 9] = [
    (Every::Days(1), &["diario", "diaria", "diariamente", "daily"]),
    (Every::Weeks(1), &["semanal", "semanalmente", "weekly"]),
    (Every::Weeks(2), &["bisemanal", "biweekly", "fortnightly"]),
    (Every::Days(15), &["quincenal", "quincenalmente", "quincena"]),
    (Every::Months(1), &["mensual", "mensualmente", "monthly"]),
    (Every::Months(2), &["bimestral", "bimensual", "bimonthly", "bimestre"]),
    (Every::Months(3), &["trimestral", "trimestralmente", "quarterly", "trimestre", "quarter"]),
    (Every::Months(6), &["semestral", "semestralmente", "half-yearly", "semestre"]),
    (Every::Months(12), &["anual", "anualmente", "yearly", "annual", "annually"]),
];

/// What may stand around the time without changing it.
const FILLERS: [&str; 8] = ["cada", "every", "each", "todos", "todas", "los", "las", "una"];

const NUMBERS: [(u64, &[&str]); 6] = [
    (1, &["un", "una", "a", "one"]),
    (2, &["dos", "two", "other", "second"]),
    (3, &["tres", "three"]),
    (4, &["cuatro", "four"]),
    (6, &["seis", "six"]),
    (10, &["diez", "ten"]),
];

const NEVER: [&str; 7] = ["no", "nunca", "never", "none", "ninguna", "una vez", "once"];

/// Reads how often, in either language whatever that of the screen. `None` for a text that says that it does not come back;
/// a number alone is days.
pub fn parse(text: &str) -> Result<Option<Every>, EveryError> {
    let unknown = || EveryError::Unknown(text.trim().to_owned());
    if text.len() > LONGEST {
        return Err(unknown());
    }
    let folded = fold::fold(text);
    if folded.is_empty() || NEVER.contains(&folded.as_str()) {
        return Ok(None);
    }
    if let Some(every) = Every::from_word(&folded) {
        return Ok(Some(every));
    }
    let tokens = tokens(&folded);
    let said: Vec<&str> = tokens.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    let every = match said.as_slice() {
        [habit] if habit_of(habit).is_some() => habit_of(habit),
        [count] if number(count).is_some() => count_of(count, Unit::Day)?,
        [unit] => words::unit(unit).map(|unit| count_of("1", unit)).transpose()?.flatten(),
        [count, unit] => words::unit(unit).map(|unit| count_of(count, unit)).transpose()?.flatten(),
        _ => None,
    };
    every.map(Some).ok_or_else(unknown)
}

/// `cada10dias` and `10d` are two words each.
fn tokens(folded: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut digits = None;
    for letter in folded.chars() {
        if letter == ' ' || letter == '+' {
            digits = None;
            continue;
        }
        let is_digit = Some(letter.is_ascii_digit());
        match tokens.last_mut().filter(|_| digits == is_digit) {
            Some(token) => token.push(letter),
            None => tokens.push(letter.to_string()),
        }
        digits = is_digit;
    }
    tokens
}

fn habit_of(word: &str) -> Option<Every> {
    HABITS.iter().find(|(_, words)| words.contains(&word)).map(|(every, _)| *every)
}

fn number(word: &str) -> Option<u64> {
    let named = NUMBERS.iter().find(|(_, words)| words.contains(&word)).map(|(number, _)| *number);
    // More digits than fit are a number all the same, only too large a one.
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    named.or_else(|| is_number.then(|| word.parse().unwrap_or(u64::MAX)))
}

fn count_of(count: &str, unit: Unit) -> Result<Option<Every>, EveryError> {
    let Some(count) = number(count) else { return Ok(None) };
    let out = |_| EveryError::OutOfRange;
    let every = match unit {
        Unit::Day => Every::Days(u16::try_from(count).map_err(out)?),
        Unit::Week => Every::Weeks(u16::try_from(count).map_err(out)?),
        Unit::Month => Every::Months(u16::try_from(count).map_err(out)?),
        Unit::Year => Every::Months(u16::try_from(count.saturating_mul(12)).map_err(out)?),
    };
    every.checked().map(Some).ok_or(EveryError::OutOfRange)
}

/// How often, in words: `cada semana`, `every 10 days`.
pub fn label(every: Every, lang: Lang) -> String {
    let (key, count) = match every {
        Every::Days(count) => ("every-days", count),
        Every::Weeks(count) => ("every-weeks", count),
        Every::Months(count) if count % 12 == 0 => ("every-years", count / 12),
        Every::Months(count) => ("every-months", count),
    };
    // No thousands are marked: what is shown is read back.
    let count = if count == 1 { i64::from(count).into() } else { count.to_string().into() };
    lang.ta(key, &[("count", count)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_said_in_many_ways() {
        for (every, texts) in [
            (
                Every::Weeks(1),
                vec!["cada semana", "SEMANAL", "weekly", "every week", "todas las semanas", "1s"],
            ),
            (
                Every::Weeks(2),
                vec!["cada 2 semanas", "cada dos semanas", "every other week", "2w", "biweekly"],
            ),
            (
                Every::Months(1),
                vec!["cada mes", "monthly", "mensual", "todos los meses", "every month", "1 m"],
            ),
            (Every::Months(3), vec!["trimestral", "cada 3 meses", "every three months", "quarterly"]),
            (Every::Months(12), vec!["cada año", "anual", "yearly", "every year"]),
            (
                Every::Days(10),
                vec!["cada 10 días", "every 10 days", "10", "10d", "cada10dias", "days:10", "+10d"],
            ),
            (Every::Days(1), vec!["diario", "cada día", "daily", "todos los días"]),
            (Every::Days(15), vec!["quincenal", "cada 15 días"]),
        ] {
            for text in texts {
                assert_eq!(parse(text), Ok(Some(every)), "{text}");
            }
        }
        for text in ["", "  ", "no", "Nunca", "never"] {
            assert_eq!(parse(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_not_guessed() {
        for text in ["cada lunes", "de vez en cuando", "cada", "10 x", "semana 3 mes", "-3 d"] {
            assert_eq!(parse(text), Err(EveryError::Unknown(text.to_owned())), "{text}");
        }
        for text in ["cada 0 días", "0", "cada 11 años", "99999999999999999999 d"] {
            assert_eq!(parse(text), Err(EveryError::OutOfRange), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(every in prop_oneof![
            (1..=3_650_u16).prop_map(Every::Days),
            (1..=521_u16).prop_map(Every::Weeks),
            (1..=121_u16).prop_map(Every::Months),
        ]) {
            prop_assert!(every.checked().is_some());
            for lang in Lang::ALL {
                prop_assert_eq!(parse(&label(every, lang)), Ok(Some(every)));
            }
        }

        #[test]
        fn no_text_brings_it_down(text in ".{0,80}") {
            drop(parse(&text));
        }
    }
}
