//! What is wrong with a line, where, and what was probably meant.

use super::field::Field;
use crate::domain::list::ListKind;
use crate::text::dates::DateError;
use crate::text::numbers::NumberError;
use crate::text::{Lang, safe};
use std::ops::Range;

/// Why a line is no filter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a filter: {trouble:?} at {span:?}")]
pub struct FilterError {
    /// The bytes of the line that it is about.
    pub span: Range<usize>,
    trouble: Trouble,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Not a field; `near` is the one that was probably meant.
    UnknownField {
        name: String,
        near: Option<String>,
    },
    /// A field of other lists.
    NotHere {
        name: String,
        list: ListKind,
    },
    /// `field:>` without more.
    NoValue {
        name: String,
    },
    /// An operator without what it joins or negates.
    Dangling(String),
    /// `""`, or a pair of parentheses around nothing.
    Empty,
    OpenQuote,
    OpenParenthesis,
    StrayParenthesis,
    TooDeep,
    TooLong,
    /// `ciudad.90d:x`
    NoWindow {
        name: String,
    },
    BadWindow {
        text: String,
    },
    /// Text and flags know no `>`.
    NoOrder {
        name: String,
    },
    /// Not one of the words of its field.
    UnknownValue {
        text: String,
        near: Option<String>,
        choices: String,
    },
    Number {
        error: NumberError,
        is_list: bool,
    },
    StarsRange,
    Date(DateError),
    /// `visita:>3`: days are missing, or the field that counts was meant.
    CountForDate {
        near: String,
        days: String,
    },
    /// `visitas:>90d`: a field that counts was given an age.
    AgeForCount {
        near: Option<String>,
    },
    /// `6m` is months.
    Months {
        near: String,
    },
    /// From more to less.
    Backwards,
    /// `orden:` and `limite:` within parentheses or after a minus.
    NotACondition {
        name: String,
    },
    UnknownColumn {
        text: String,
        near: Option<String>,
        choices: String,
    },
    /// A column of which nearly each row has its own value.
    NoGroups {
        text: String,
        choices: String,
    },
}

impl FilterError {
    pub(super) fn new(span: Range<usize>, trouble: Trouble) -> Self {
        Self { span, trouble }
    }

    /// The character at which it begins, counted from 1.
    pub fn column(&self, line: &str) -> usize {
        line.get(..self.span.start).map_or(0, |before| before.chars().count()) + 1
    }

    /// What should have stood in its place, if that is known.
    pub fn suggestion(&self) -> Option<&str> {
        match &self.trouble {
            Trouble::UnknownField { near, .. }
            | Trouble::UnknownValue { near, .. }
            | Trouble::UnknownColumn { near, .. }
            | Trouble::AgeForCount { near }
            | Trouble::Date(DateError::Unknown { near, .. }) => near.as_deref(),
            Trouble::CountForDate { near, .. } | Trouble::Months { near } => Some(near),
            Trouble::NotHere { .. }
            | Trouble::NoValue { .. }
            | Trouble::Dangling(_)
            | Trouble::Empty
            | Trouble::OpenQuote
            | Trouble::OpenParenthesis
            | Trouble::StrayParenthesis
            | Trouble::TooDeep
            | Trouble::TooLong
            | Trouble::NoWindow { .. }
            | Trouble::BadWindow { .. }
            | Trouble::NoOrder { .. }
            | Trouble::Number { .. }
            | Trouble::StarsRange
            | Trouble::Date(_)
            | Trouble::Backwards
            | Trouble::NotACondition { .. }
            | Trouble::NoGroups { .. } => None,
        }
    }

    /// What is wrong and what to write instead, in the user's language, safe to show.
    pub fn message(&self, lang: Lang) -> String {
        let shown = |text: &str| safe::fit(text, 40);
        let near = self.suggestion().map(shown);
        let with = |key: &str, text: &str, choices: &str| {
            let args = [
                ("text", shown(text).into()),
                ("choices", choices.into()),
                ("near", near.clone().unwrap_or_default().into()),
            ];
            lang.ta(key, &args)
        };
        match &self.trouble {
            Trouble::UnknownField { name, near: None } => with("filter-unknown-field", name, ""),
            Trouble::UnknownField { name, near: Some(_) } => with("filter-unknown-field-near", name, ""),
            Trouble::NotHere { name, list } => {
                let list = lang.tab(list.word());
                lang.ta("filter-not-here", &[("text", shown(name).into()), ("list", list.into())])
            }
            Trouble::NoValue { name } => with("filter-no-value", name, ""),
            Trouble::Dangling(operator) => with("filter-dangling", operator, ""),
            Trouble::Empty => lang.t("filter-empty"),
            Trouble::OpenQuote => lang.t("filter-open-quote"),
            Trouble::OpenParenthesis => lang.t("filter-open-parenthesis"),
            Trouble::StrayParenthesis => lang.t("filter-stray-parenthesis"),
            Trouble::TooDeep => lang.t("filter-too-deep"),
            Trouble::TooLong => lang.t("filter-too-long"),
            Trouble::NoWindow { name } => with("filter-no-window", name, ""),
            Trouble::BadWindow { text } => with("filter-bad-window", text, ""),
            Trouble::NoOrder { name } => with("filter-no-order", name, ""),
            Trouble::UnknownValue { text, near: None, choices } => {
                with("filter-unknown-value", text, choices)
            }
            Trouble::UnknownValue { text, near: Some(_), choices } => {
                with("filter-unknown-value-near", text, choices)
            }
            Trouble::Number { error, is_list: false } => error.message(lang),
            Trouble::Number { error, is_list: true } => {
                format!("{} {}", error.message(lang), lang.t("filter-money-list"))
            }
            Trouble::StarsRange => lang.t("filter-stars-range"),
            Trouble::Date(error) => error.message(lang),
            Trouble::CountForDate { days, .. } => with("filter-count-for-date", days, ""),
            Trouble::AgeForCount { near: None } => lang.t("filter-age-for-count"),
            Trouble::AgeForCount { near: Some(_) } => with("filter-age-for-count-near", "", ""),
            Trouble::Months { .. } => with("filter-months", "", ""),
            Trouble::Backwards => lang.t("filter-backwards"),
            Trouble::NotACondition { name } => with("filter-not-a-condition", name, ""),
            Trouble::NoGroups { text, choices } => with("filter-no-groups", text, choices),
            Trouble::UnknownColumn { text, near: None, choices } => {
                with("filter-unknown-column", text, choices)
            }
            Trouble::UnknownColumn { text, near: Some(_), choices } => {
                with("filter-unknown-column-near", text, choices)
            }
        }
    }
}

/// The name of a field in the language in which the other one was typed.
pub(super) fn named_like(field: Field, typed: &str) -> &'static str {
    let lang = Lang::ALL
        .into_iter()
        .find(|lang| Field::from_name(typed).is_some_and(|it| it.names(*lang).contains(&typed)));
    field.name(lang.unwrap_or(Lang::En))
}
