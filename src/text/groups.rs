//! What the rows of a group have in common, in words.

use super::{Label as _, Terms, dates, numbers};
use crate::domain::kinds::{
    ContactRole, CustomKind, FollowUpKind, FollowUpState, InteractionKind, OfferAnswer, Outcome, SaleKind,
    SalespersonRole, Stage,
};
use crate::domain::list::{Column, GroupValue, ListKind};
use crate::domain::stars::Stars;
use crate::rating::star_line;
use chrono::Datelike as _;

/// Raw text from the data; it goes through the display boundary like any other.
pub fn label(kind: ListKind, column: Column, value: &GroupValue, terms: &Terms) -> String {
    match value {
        GroupValue::Text(text) | GroupValue::Named(_, text) => text.clone(),
        GroupValue::Word(word) => self::word(kind, column, word, terms).unwrap_or_else(|| word.clone()),
        GroupValue::Number(number) if column == Column::Stars => {
            star_line(u8::try_from(*number).ok().and_then(Stars::new), false)
        }
        GroupValue::Number(0) if is_yes_or_no(column) => terms.t("no"),
        GroupValue::Number(_) if is_yes_or_no(column) => terms.t("yes"),
        GroupValue::Number(number) => numbers::int(*number, &terms.locale),
        GroupValue::Month(day) => day.date().map_or_else(String::new, |date| {
            let args = [
                ("month", dates::month(date, terms.locale.lang).into()),
                ("year", date.year().to_string().into()),
            ];
            terms.locale.ta("group-month", &args)
        }),
        GroupValue::Empty => terms.t("group-empty"),
    }
}

fn is_yes_or_no(column: Column) -> bool {
    column == Column::Active || matches!(column, Column::Custom(field) if field.kind == CustomKind::Flag)
}

fn word(kind: ListKind, column: Column, word: &str, terms: &Terms) -> Option<String> {
    let lang = terms.locale.lang;
    match (kind, column) {
        (_, Column::Stage) => Stage::from_word(word).map(|it| it.label(lang)),
        (ListKind::Contacts, Column::Role) => ContactRole::from_word(word).map(|it| it.label(lang)),
        (_, Column::Role) => SalespersonRole::from_word(word).map(|it| it.label(lang)),
        (ListKind::Sales, Column::Kind) => SaleKind::from_word(word).map(|it| it.label(lang)),
        (ListKind::FollowUps, Column::Kind) => FollowUpKind::from_word(word).map(|it| it.label(lang)),
        (_, Column::Kind) => InteractionKind::from_word(word).map(|it| it.label(lang)),
        (_, Column::State) => FollowUpState::from_word(word).map(|it| it.label(lang)),
        (_, Column::Answer) => OfferAnswer::from_word(word).map(|it| it.label(lang)),
        (_, Column::Outcome) => Outcome::from_word(word).map(|it| it.label(lang)),
        _ => None,
    }
}
