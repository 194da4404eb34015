//! What views are called.

use super::Lang;
use super::fold::fold;
use crate::domain::view::{Ready, View, own_word};

/// What a view with this stored name is called in a language.
pub fn title(name: &str, lang: Lang) -> String {
    match own_word(name) {
        Some(word) if Ready::from_word(word).is_some() => lang.t(&format!("view-{word}")),
        Some(_) | None => name.to_owned(),
    }
}

impl View {
    /// What it is called in a language.
    pub fn title(&self, lang: Lang) -> String {
        title(&self.name, lang)
    }

    /// Is this its name: the one that it is stored under, or that it has in a language, whatever case and accents?
    pub fn is_called(&self, name: &str) -> bool {
        let name = fold(name);
        let is_name = |it: &str| fold(it) == name;
        self.word().is_some_and(is_name) || Lang::ALL.iter().any(|lang| is_name(&self.title(*lang)))
    }
}
