//! What stands in a template for what is known of the client: `{contact}`, `{client}` …

use crate::text::Lang;
use crate::text::fold::fold;

/// What a template may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// Whom it goes to.
    Contact,
    Client,
    /// Who writes.
    Me,
    Date,
    /// What was offered last.
    Product,
}

impl Placeholder {
    pub const ALL: [Self; 5] = [Self::Contact, Self::Client, Self::Me, Self::Date, Self::Product];

    /// Its name between the braces; each language's is understood in every template.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Contact, Lang::Es) => "contacto",
            (Self::Contact, Lang::En) => "contact",
            (Self::Client, Lang::Es) => "cliente",
            (Self::Client, Lang::En) => "client",
            (Self::Me, Lang::Es) => "yo",
            (Self::Me, Lang::En) => "me",
            (Self::Date, Lang::Es) => "fecha",
            (Self::Date, Lang::En) => "date",
            (Self::Product, Lang::Es) => "producto",
            (Self::Product, Lang::En) => "product",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        let word = fold(word.trim());
        let is_called = |it: &Self| Lang::ALL.iter().any(|lang| it.word(*lang) == word);
        Self::ALL.into_iter().find(is_called)
    }

    /// All of them as they are written, for whoever must choose one.
    pub fn list(lang: Lang) -> String {
        Self::ALL.map(|it| format!("{{{}}}", it.word(lang))).join(" ")
    }
}

/// A part of a template.
enum Piece<'a> {
    Text(&'a str),
    /// What stands between braces on one line.
    Braced(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(Piece::Text(before));
        let end = after.find(['{', '}', '\n']);
        match end.map(|end| after.split_at(end)) {
            Some((word, tail)) if tail.starts_with('}') => {
                pieces.push(Piece::Braced(word));
                rest = &tail[1..];
            }
            // A brace that nothing closes is a brace.
            Some(_) | None => {
                pieces.push(Piece::Text("{"));
                rest = after;
            }
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// What stands between braces and is no placeholder.
pub fn unknown(text: &str) -> Vec<&str> {
    let unknown = |piece| match piece {
        Piece::Braced(word) if Placeholder::from_word(word).is_none() => Some(word),
        Piece::Braced(_) | Piece::Text(_) => None,
    };
    pieces(text).into_iter().filter_map(unknown).collect()
}

/// Why a template could not be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfilled {
    /// There is nothing to put there.
    Nothing(Placeholder),
    /// It is none of ours.
    Unknown(String),
}

/// The template with what is known in the place of its placeholders, each on one line. Nothing is left out in silence.
pub fn fill(text: &str, value: impl Fn(Placeholder) -> String) -> Result<String, Unfilled> {
    let mut filled = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Braced(word) => {
                let known = Placeholder::from_word(word).ok_or_else(|| Unfilled::Unknown(word.to_owned()))?;
                let value = one_line(&value(known));
                if value.is_empty() {
                    return Err(Unfilled::Nothing(known));
                }
                filled.push_str(&value);
            }
        }
    }
    Ok(filled)
}

/// Without line breaks and what else a terminal or a mail program would heed.
pub fn one_line(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(it: Placeholder) -> String {
        match it {
            Placeholder::Contact => "Ana\r\nBcc: x".into(),
            Placeholder::Product => String::new(),
            Placeholder::Client | Placeholder::Me | Placeholder::Date => it.word(Lang::En).to_uppercase(),
        }
    }

    #[test]
    fn the_form_names_all_of_them() {
        for lang in Lang::ALL {
            assert!(lang.t("form-section-mail").ends_with(&Placeholder::list(lang)));
        }
    }

    #[test]
    fn placeholders_of_both_languages_are_filled_in() {
        let text = "{client} { CLIENTE } {Fecha}: {} de {yo}".replace("{} ", "");
        assert_eq!(fill(&text, value).unwrap(), "CLIENT CLIENT DATE: de ME");
    }

    #[test]
    fn what_comes_from_the_data_stays_on_its_line() {
        assert_eq!(fill("Hola, {contacto}:\n", value).unwrap(), "Hola, Ana  Bcc: x:\n");
    }

    #[test]
    fn nothing_and_the_unknown_are_told_and_lone_braces_stay() {
        assert_eq!(fill("{product}", value), Err(Unfilled::Nothing(Placeholder::Product)));
        assert_eq!(fill("{precio}", value), Err(Unfilled::Unknown("precio".into())));
        assert_eq!(unknown("{me} {nombre} {{x}} { a\n} {}"), ["nombre", "x", ""]);
        assert_eq!(fill("a { b\n} c } {", value).unwrap(), "a { b\n} c } {");
    }

    proptest! {
        #[test]
        fn a_text_without_braces_stays_and_what_has_nothing_unknown_is_filled(text in "[^{}]*", other in "\\PC*") {
            prop_assert_eq!(fill(&text, value), Ok(text));
            let filled = fill(&other, |_| "x".to_owned());
            prop_assert_eq!(filled.is_ok(), unknown(&other).is_empty());
        }
    }
}
