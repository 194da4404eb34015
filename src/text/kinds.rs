//! The words of the closed lists in the user's language: `Stage::Prospect.label(lang)` is "prospecto".

use super::Lang;
use crate::domain::kinds::{
    Consent, ContactRole, CustomEntity, CustomKind, Direction, FollowUpKind, FollowUpState, GoalMetric,
    InteractionKind, OfferAnswer, Outcome, SaleKind, SalespersonRole, Stage,
};

/// A kind that has its words in the catalogue, under `kind-<LIST>-<word>`.
pub trait Label: Copy {
    /// The name of the list in the catalogue's keys.
    const LIST: &'static str;

    /// The stored English word.
    fn stored_word(self) -> &'static str;

    /// The catalogue's key, `kind-outcome-no-answer`.
    fn key(self) -> String {
        format!("kind-{}-{}", Self::LIST, self.stored_word().replace('_', "-"))
    }

    /// The word that users read.
    fn label(self, lang: Lang) -> String {
        lang.t(&self.key())
    }
}

macro_rules! labels {
    ($($name:ident = $list:literal),+ $(,)?) => {
        $(impl Label for $name {
            const LIST: &'static str = $list;

            fn stored_word(self) -> &'static str {
                self.word()
            }
        })+

        /// The catalogue's keys of every word of every list.
        pub fn keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend($name::ALL.iter().map(|kind| kind.key()));)+
            keys
        }
    };
}

labels! {
    Stage = "stage",
    ContactRole = "contact-role",
    Consent = "consent",
    SaleKind = "sale",
    InteractionKind = "interaction",
    Direction = "direction",
    Outcome = "outcome",
    FollowUpKind = "follow-up",
    FollowUpState = "follow-up-state",
    OfferAnswer = "offer-answer",
    SalespersonRole = "salesperson-role",
    GoalMetric = "goal-metric",
    CustomEntity = "custom-entity",
    CustomKind = "custom",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_word_in_both_languages() {
        for key in keys() {
            for lang in Lang::ALL {
                assert!(!lang.t(&key).contains('⟦'), "{key} in {lang:?}");
            }
        }
    }

    #[test]
    fn a_kind_reads_in_the_users_language() {
        assert_eq!(Stage::Prospect.label(Lang::Es), "prospecto");
        assert_eq!(Outcome::NoAnswer.label(Lang::En), "no answer");
        assert_eq!(Outcome::NoAnswer.key(), "kind-outcome-no-answer");
    }
}
