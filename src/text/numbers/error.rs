//! What is wrong with a text that should be a number, for programs and for people.

use crate::text::{Lang, safe};

/// Why a text is not the number asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    #[error("no number given")]
    Empty,
    /// Not a number in any reading.
    #[error("not a number: {0:?}")]
    Malformed(String),
    /// More digits after the decimal mark than can be kept.
    #[error("more than {allowed} decimals")]
    TooManyDecimals { allowed: u32 },
    /// Beyond what can be held.
    #[error("number too large")]
    TooLarge,
    /// Money of another currency than the one wanted.
    #[error("{found} given, {wanted} wanted")]
    OtherCurrency { found: String, wanted: &'static str },
}

impl NumberError {
    /// The error in the user's language, safe to show.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.t("error-number-empty"),
            Self::Malformed(text) => {
                lang.ta("error-number-malformed", &[("text", safe::fit(text, 40).into())])
            }
            Self::TooManyDecimals { allowed: 0 } => lang.t("error-number-no-decimals"),
            Self::TooManyDecimals { allowed } => {
                lang.ta("error-number-decimals", &[("allowed", (*allowed).into())])
            }
            Self::TooLarge => lang.t("error-number-too-large"),
            Self::OtherCurrency { found, wanted } => lang.ta(
                "error-number-currency",
                &[("found", safe::fit(found, 8).into()), ("wanted", (*wanted).into())],
            ),
        }
    }
}
