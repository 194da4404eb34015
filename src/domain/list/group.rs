//! Rows put together by what they have in one column.

use super::{Column, ListKind};
use crate::domain::day::Day;
use crate::domain::kinds::CustomKind;

/// By what of a column rows are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Its text, whatever case and accents.
    Text,
    /// The row that it names: namesakes are two.
    Named,
    /// One of a few choices.
    Word,
    /// Stars, or a yes or no.
    Number,
    /// Of a day, its month.
    Month,
}

/// What the rows of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GroupValue {
    /// As the first of its rows has it.
    Text(String),
    /// The key of the row that is named, and its name.
    Named(i64, String),
    /// The stored word of a choice.
    Word(String),
    Number(i64),
    /// The first day of the month.
    Month(Day),
    /// Nothing stands there.
    Empty,
}

/// Rows that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub value: GroupValue,
    /// The place of its first row.
    pub start: usize,
    pub count: usize,
    /// The sum of its money column, where the list has one.
    pub subtotal_minor: Option<i64>,
}

/// How a list puts rows together by a column; `None` where nearly each row would stand alone: names, sums, numbers, texts.
pub fn grouping(kind: ListKind, column: Column) -> Option<Grouping> {
    use Column as C;
    use ListKind as K;
    if let Column::Custom(field) = column {
        return match field.kind {
            _ if !field.is_of_rows(kind) => None,
            CustomKind::Text | CustomKind::Choice => Some(Grouping::Text),
            CustomKind::Flag => Some(Grouping::Number),
            CustomKind::Date => Some(Grouping::Month),
            CustomKind::Number | CustomKind::Money => None,
        };
    }
    if !kind.columns().contains(&column) {
        return None;
    }
    Some(match (kind, column) {
        (K::Totals, _) | (K::Today | K::TodayByCity | K::PutOff, C::NextDue) => return None,
        (_, C::Client | C::Contact | C::Product | C::Survey | C::Owner | C::ReportsTo) => Grouping::Named,
        (_, C::City | C::Sector | C::JobTitle | C::Family | C::Unit | C::Reason) => Grouping::Text,
        (_, C::Stage | C::Role | C::Kind | C::State | C::Answer | C::Outcome) => Grouping::Word,
        (_, C::Stars | C::Active) => Grouping::Number,
        (
            _,
            C::Date
            | C::Due
            | C::LastBuy
            | C::LastVisit
            | C::LastTouch
            | C::NextDue
            | C::LastSale
            | C::AnsweredOn
            | C::SentOn
            | C::Ended,
        ) => Grouping::Month,
        _ => return None,
    })
}

/// The column of a list whose sum stands above it.
pub fn money_column(kind: ListKind) -> Option<Column> {
    match kind {
        ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => Some(Column::Stake),
        ListKind::Clients | ListKind::Products => Some(Column::SalesYear),
        ListKind::Sales => Some(Column::Amount),
        ListKind::Contacts
        | ListKind::FollowUps
        | ListKind::Offers
        | ListKind::Surveys
        | ListKind::Activity
        | ListKind::Totals
        | ListKind::Salespeople => None,
    }
}
