//! Finding by letters: `desat` or `vst dsat` finds "Vista: desatendidos", best first.

use super::fold::fold;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// A text that is looked for, whatever case and accents.
#[derive(Debug)]
pub struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
    letters: Vec<char>,
}

impl Fuzzy {
    pub fn new(text: &str) -> Self {
        // Both sides are folded: one rule for what is equal, as everywhere.
        let kind = AtomKind::Fuzzy;
        let pattern = Pattern::new(&fold(text), CaseMatching::Respect, Normalization::Never, kind);
        Self { pattern, matcher: Matcher::new(Config::DEFAULT), letters: Vec::new() }
    }

    /// How well it is found in a text, the larger the better; `None` where a word of it is not. Nothing is found in
    /// everything, equally well.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        let text = fold(text);
        self.pattern.score(Utf32Str::new(&text, &mut self.letters), &mut self.matcher)
    }

    /// The best score in any of these texts.
    pub fn best<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Option<u32> {
        texts.into_iter().filter_map(|text| self.score(text)).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'a>(text: &str, among: &[&'a str]) -> Vec<&'a str> {
        let mut fuzzy = Fuzzy::new(text);
        let mut found: Vec<(u32, &str)> =
            among.iter().filter_map(|&it| fuzzy.score(it).map(|score| (score, it))).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, it)| it).collect()
    }

    #[test]
    fn letters_in_their_order_find_and_whole_words_find_best() {
        let names = ["Registrar una visita", "Deshacer", "Vista: desatendidos", "Ñandú"];
        assert_eq!(found("desat", &names), ["Vista: desatendidos"]);
        assert_eq!(found("visita", &names), ["Registrar una visita"]);
        assert_eq!(found("nandu", &names), ["Ñandú"]);
        assert_eq!(found("ÑANDÚ", &names), ["Ñandú"]);
        assert_eq!(found("des", &names)[0], "Deshacer");
        assert_eq!(found("rg vst", &names), ["Registrar una visita"]);
        assert_eq!(found("", &names), names);
        assert!(found("zzz", &names).is_empty());
    }

    proptest! {
        #[test]
        fn every_text_finds_itself_and_none_brings_it_down(text in any::<String>(), other in any::<String>()) {
            prop_assert!(Fuzzy::new(&text).score(&text).is_some());
            let _ = Fuzzy::new(&text).score(&other);
        }
    }
}
