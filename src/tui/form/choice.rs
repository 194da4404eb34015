//! One of a short list, cycled with keys or named by its first letter.

use crate::text::{Label, Lang, fold};

/// The options and which of them is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Stored word and what the user reads.
    options: Vec<(String, String)>,
    at: usize,
    /// May a word that is no option be put in? It becomes one.
    open: bool,
}

impl Choice {
    /// The first option is chosen.
    pub fn new(options: Vec<(String, String)>) -> Self {
        Self { options, at: 0, open: false }
    }

    /// With what is stored becoming an option when it is none of ours, so that it is not lost.
    #[must_use]
    pub fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// The words of one of our lists.
    pub fn of<K: Label>(all: &[K], lang: Lang) -> Self {
        Self::new(all.iter().map(|kind| (kind.stored_word().to_owned(), kind.label(lang))).collect())
    }

    /// The stored word of the chosen option.
    pub fn word(&self) -> &str {
        self.options.get(self.at).map_or("", |(word, _)| word)
    }

    /// What the user reads.
    pub fn label(&self) -> &str {
        self.options.get(self.at).map_or("", |(_, label)| label)
    }

    /// What the user reads of every option, and which is chosen.
    pub fn labels(&self) -> impl Iterator<Item = (&str, bool)> {
        self.options.iter().enumerate().map(|(index, (_, label))| (label.as_str(), index == self.at))
    }

    /// Chooses the option with this stored word, if there is one or may be.
    pub fn choose(&mut self, word: &str) {
        if self.open && !self.options.iter().any(|(known, _)| known == word) {
            self.options.push((word.to_owned(), word.to_owned()));
        }
        if let Some(at) = self.options.iter().position(|(known, _)| known == word) {
            self.at = at;
        }
    }

    /// The next option, from the last one the first.
    pub fn next(&mut self) {
        self.at = (self.at + 1) % self.options.len().max(1);
    }

    pub fn previous(&mut self) {
        self.at = self.at.checked_sub(1).unwrap_or(self.options.len().saturating_sub(1));
    }

    pub fn first(&mut self) {
        self.at = 0;
    }

    pub fn last(&mut self) {
        self.at = self.options.len().saturating_sub(1);
    }

    /// The next option that begins with this text, from the one after the chosen one on.
    pub fn begin_with(&mut self, text: &str) {
        let text = fold::fold(text);
        let count = self.options.len();
        let begins = |at: &usize| {
            self.options
                .get(*at)
                .is_some_and(|(word, label)| fold::fold(label).starts_with(&text) || fold::fold(word) == text)
        };
        let found = (1..=count).map(|step| (self.at + step) % count).find(begins);
        if let Some(at) = found.filter(|_| !text.is_empty()) {
            self.at = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kinds::FollowUpKind;

    #[test]
    fn options_cycle_and_answer_to_their_first_letter() {
        let mut choice = Choice::of(FollowUpKind::ALL, Lang::Es);
        assert_eq!((choice.word(), choice.label()), ("visit", "visita"));
        choice.previous();
        assert_eq!(choice.word(), "task");
        choice.next();
        assert_eq!(choice.word(), "visit");
        choice.begin_with("ó");
        assert_eq!(choice.word(), "offer");
        choice.begin_with("z");
        assert_eq!(choice.word(), "offer");
        choice.begin_with("");
        assert_eq!(choice.word(), "offer");
        choice.choose("call");
        assert_eq!(choice.label(), "llamada");
    }

    #[test]
    fn the_same_letter_goes_on_to_the_next_option() {
        let mut choice = Choice::new(["uno", "dos", "doce"].map(|word| (word.into(), word.into())).into());
        let seen: Vec<String> = (0..3)
            .map(|_| {
                choice.begin_with("d");
                choice.word().to_owned()
            })
            .collect();
        assert_eq!(seen, ["dos", "doce", "dos"]);
    }

    #[test]
    fn no_options_are_no_danger() {
        let mut choice = Choice::new(Vec::new());
        choice.next();
        choice.previous();
        choice.last();
        choice.begin_with("a");
        assert_eq!(choice.word(), "");
    }
}
