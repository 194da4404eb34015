//! The words of the grammar, both languages together.

use crate::domain::kinds::{FollowUpKind, InteractionKind, Outcome};
use crate::text::fold;

/// No word of ours is longer, so longer ones need not be folded.
const LONGEST: usize = 24;

/// The text in folded form; empty when it is too long to be one of our words.
fn fold(word: &str) -> String {
    if word.len() <= LONGEST { fold::fold(word) } else { String::new() }
}

/// The name before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Contact,
    Day,
    Outcome,
    FollowUp,
    TheyCall,
    Offer,
    Tag,
    /// Of the document; only in a sale.
    Number,
}

impl Name {
    /// May a line have it several times?
    pub fn repeats(self) -> bool {
        matches!(self, Self::Offer | Self::Tag)
    }
}

/// `con`, `seg` …
pub fn name(word: &str) -> Option<Name> {
    match fold(word).as_str() {
        "con" | "with" => Some(Name::Contact),
        "el" | "on" => Some(Name::Day),
        "res" => Some(Name::Outcome),
        "seg" | "next" => Some(Name::FollowUp),
        "ellos" | "they" => Some(Name::TheyCall),
        "of" | "offer" => Some(Name::Offer),
        "tag" | "etiqueta" => Some(Name::Tag),
        "n" | "num" => Some(Name::Number),
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

/// Only what nobody writes as the first word of a sentence stands without its name. Lower case only: an NC is a credit
/// note in half of America.
pub fn bare_outcome(word: &str) -> Option<Outcome> {
    matches!(word, "nc" | "na").then_some(Outcome::NoAnswer)
}

/// The other side began it. «Recibida la factura» begins a sentence, so that word is in lower case only.
pub fn is_incoming(word: &str) -> bool {
    matches!(word, "recibida" | "recibido") || matches!(fold(word).as_str(), "entrante" | "incoming")
}

/// What was sold comes back.
pub fn is_return(word: &str) -> bool {
    matches!(fold(word).as_str(), "devolucion" | "devuelve" | "devuelven" | "return" | "returned" | "returns")
}

/// Does the word ask for a sale: its key or its word in either language?
pub fn is_sale(word: &str) -> bool {
    matches!(fold(word).as_str(), "$" | "venta" | "sale")
}

/// What may stand before a price.
pub fn is_before_price(word: &str) -> bool {
    matches!(word, "a" | "at" | "@" | "x" | "×")
}

/// A word that is known to stand before a colon in addresses: `mailto:ana@example.com`.
pub fn is_scheme(word: &str) -> bool {
    const SCHEMES: [&str; 11] =
        ["http", "https", "ftp", "file", "mailto", "tel", "sms", "sip", "callto", "skype", "whatsapp"];
    SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(word))
}

const WEEKDAYS: [&str; 14] = [
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Days that need no name. No short ones, for Mar and Sol are people, and none that lies ahead.
pub fn is_bare_day(first: &str, second: Option<&str>) -> bool {
    let first = fold(first);
    let is_weekday = |word: &str| WEEKDAYS.contains(&word);
    match second.map(fold) {
        None => {
            let near = ["hoy", "today", "ayer", "yesterday", "anteayer", "antier", "antayer"];
            is_weekday(&first) || near.contains(&first.as_str())
        }
        Some(second) => {
            (is_weekday(&first) && second == "pasado")
                || (first == "last" && is_weekday(&second))
                || (first == "hoy" && second == "mismo")
        }
    }
}

/// The kind of follow-up that the first word of its title says.
pub fn follow_up_kind(word: &str) -> Option<FollowUpKind> {
    match fold(word).as_str() {
        "visita" | "visitar" | "visitarle" | "visit" => Some(FollowUpKind::Visit),
        "llamada" | "llamar" | "llamarle" | "call" | "ring" => Some(FollowUpKind::Call),
        "correo" | "email" => Some(FollowUpKind::Email),
        "mensaje" | "message" => Some(FollowUpKind::Message),
        "oferta" | "ofrecer" | "ofertar" | "presupuesto" | "offer" | "quote" => Some(FollowUpKind::Offer),
        "tarea" | "task" => Some(FollowUpKind::Task),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_of_both_languages_name_the_kind() {
        for (words, expected) in [
            (["v", "Visita", "VISIT"], InteractionKind::Visit),
            (["l", "llamada", "call"], InteractionKind::Call),
            (["c", "correo", "email"], InteractionKind::Email),
            (["m", "mensaje", "message"], InteractionKind::Message),
            (["t", "nota", "note"], InteractionKind::Note),
            (["reunión", "reunion", "meeting"], InteractionKind::Meeting),
        ] {
            for word in words {
                assert_eq!(kind(word), Some(expected), "{word}");
            }
        }
        for word in ["", "x", "vv", "visitas", "sale"] {
            assert_eq!(kind(word), None, "{word}");
        }
    }

    #[test]
    fn a_bare_day_is_written_out_and_lies_behind() {
        for (first, second) in [("Ayer", None), ("MIÉRCOLES", None), ("last", Some("friday"))] {
            assert!(is_bare_day(first, second), "{first} {second:?}");
        }
        for (first, second) in
            [("mar", None), ("mañana", None), ("12/3", None), ("next", Some("friday")), ("el", Some("lunes"))]
        {
            assert!(!is_bare_day(first, second), "{first} {second:?}");
        }
    }
}
