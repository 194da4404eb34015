//! The words of the grammar, both languages together.

use crate::domain::kinds::{InteractionKind, Outcome};
use crate::text::fold::fold;

/// The name before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Contact,
    Day,
    Outcome,
    FollowUp,
}

/// `con`, `seg` …
pub fn name(word: &str) -> Option<Name> {
    match fold(word).as_str() {
        "con" | "with" => Some(Name::Contact),
        "el" | "on" => Some(Name::Day),
        "res" => Some(Name::Outcome),
        "seg" | "next" => Some(Name::FollowUp),
        _ => None,
    }
}

/// `bien`, `nc` …
pub fn outcome(word: &str) -> Option<Outcome> {
    match fold(word).as_str() {
        "good" | "bien" | "bueno" => Some(Outcome::Good),
        "ok" | "regular" => Some(Outcome::Ok),
        "bad" | "mal" | "malo" => Some(Outcome::Bad),
        "na" | "nc" | "no_answer" => Some(Outcome::NoAnswer),
        _ => None,
    }
}

/// Only what nobody writes as the first word of a sentence stands without its name.
pub fn bare_outcome(word: &str) -> Option<Outcome> {
    matches!(fold(word).as_str(), "nc" | "na").then_some(Outcome::NoAnswer)
}

/// The other side began it.
pub fn is_incoming(word: &str) -> bool {
    matches!(fold(word).as_str(), "recibida" | "recibido" | "entrante" | "incoming")
}

/// The kind by its key (`v l c m t`) or its word in either language.
pub fn kind(word: &str) -> Option<InteractionKind> {
    match fold(word).as_str() {
        "v" | "visita" | "visit" => Some(InteractionKind::Visit),
        "l" | "llamada" | "call" => Some(InteractionKind::Call),
        "c" | "correo" | "email" => Some(InteractionKind::Email),
        "m" | "mensaje" | "message" => Some(InteractionKind::Message),
        "t" | "nota" | "note" => Some(InteractionKind::Note),
        "reunion" | "meeting" => Some(InteractionKind::Meeting),
        _ => None,
    }
}

/// `30m`, `45min`, `1h`, `1h30`, `1h30m` as minutes, up to a day.
pub fn minutes(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    let number = |digits: &str| -> Option<i64> {
        (!digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse().ok())
            .flatten()
    };
    let total = match word.split_once('h') {
        Some((hours, "")) => number(hours)? * 60,
        Some((hours, rest)) => number(hours)? * 60 + number(rest.strip_suffix('m').unwrap_or(rest))?,
        None => number(word.strip_suffix("min").or_else(|| word.strip_suffix('m'))?)?,
    };
    (1..=1_440).contains(&total).then_some(total)
}
