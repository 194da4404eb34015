//! What stands in each column of each list. One file a list.

mod activity;
mod clients;
mod contacts;
mod follow_ups;
mod offers;
mod products;
mod sales;
mod salespeople;
mod surveys;
mod today;
mod totals;

use crate::domain::client::ClientRow;
use crate::domain::contact::ContactRow;
use crate::domain::custom::{Custom, CustomValue};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::interaction::InteractionRow;
use crate::domain::kinds::CustomKind;
use crate::domain::list::{Column, ListKind};
use crate::domain::offer::OfferRow;
use crate::domain::product::ProductRow;
use crate::domain::sale::SaleRow;
use crate::domain::salesperson::SalespersonRow;
use crate::domain::stars::Stars;
use crate::domain::survey::SurveyRow;
use crate::domain::today::TodayRow;
use crate::domain::totals::TotalRow;
use crate::rating::star_line;
use crate::text::Terms;
use crate::text::custom::shown;
use crate::text::{Label, numbers};
use crate::tui::columns::Fitted;
use crate::tui::rich::Role;
use crate::tui::row::Row;
use std::cmp::Ordering;

/// The text of a cell; it may come straight from the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub role: Role,
    pub text: String,
}

/// How one column of one list is filled, looked up once a frame.
#[derive(Clone, Copy)]
pub enum Filler {
    Today(fn(&TodayRow, &Terms) -> Cell),
    Client(fn(&ClientRow, &Terms) -> Cell),
    Contact(fn(&ContactRow, &Terms) -> Cell),
    Sale(fn(&SaleRow, &Terms) -> Cell),
    FollowUp(fn(&FollowUpRow, &Terms) -> Cell),
    Offer(fn(&OfferRow, &Terms) -> Cell),
    Survey(fn(&SurveyRow, &Terms) -> Cell),
    Interaction(fn(&InteractionRow, &Terms) -> Cell),
    Total(fn(&TotalRow, &Terms) -> Cell),
    Product(fn(&ProductRow, &Terms) -> Cell),
    Salesperson(fn(&SalespersonRow, &Terms) -> Cell),
    /// What users defined, whatever the list.
    Custom(Custom),
    /// The list has no such column.
    Nothing,
}

impl Filler {
    pub fn draw(self, row: &Row, terms: &Terms) -> Cell {
        match (self, row) {
            (Self::Today(fill), Row::Today(row)) => fill(row, terms),
            (Self::Client(fill), Row::Client(row)) => fill(row, terms),
            (Self::Contact(fill), Row::Contact(row)) => fill(row, terms),
            (Self::Sale(fill), Row::Sale(row)) => fill(row, terms),
            (Self::FollowUp(fill), Row::FollowUp(row)) => fill(row, terms),
            (Self::Offer(fill), Row::Offer(row)) => fill(row, terms),
            (Self::Survey(fill), Row::Survey(row)) => fill(row, terms),
            (Self::Interaction(fill), Row::Interaction(row)) => fill(row, terms),
            (Self::Total(fill), Row::Total(row)) => fill(row, terms),
            (Self::Product(fill), Row::Product(row)) => fill(row, terms),
            (Self::Salesperson(fill), Row::Salesperson(row)) => fill(row, terms),
            (Self::Custom(field), row) => custom(field, row, terms),
            // A row never stands in the list of another kind.
            (_, _) => Cell { role: Role::Normal, text: String::new() },
        }
    }
}

/// How each of these columns is filled.
pub fn fillers(kind: ListKind, fitted: &[Fitted]) -> Vec<Filler> {
    fitted.iter().map(|it| filler(kind, it.column)).collect()
}

fn filler(kind: ListKind, column: Column) -> Filler {
    if let Column::Custom(field) = column {
        return if field.is_of_rows(kind) { Filler::Custom(field) } else { Filler::Nothing };
    }
    let found = match kind {
        ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => {
            find(today::CELLS, column).map(Filler::Today)
        }
        ListKind::Clients => find(clients::CELLS, column).map(Filler::Client),
        ListKind::Contacts => find(contacts::CELLS, column).map(Filler::Contact),
        ListKind::Sales => find(sales::CELLS, column).map(Filler::Sale),
        ListKind::FollowUps => find(follow_ups::CELLS, column).map(Filler::FollowUp),
        ListKind::Offers => find(offers::CELLS, column).map(Filler::Offer),
        ListKind::Surveys => find(surveys::CELLS, column).map(Filler::Survey),
        ListKind::Activity => find(activity::CELLS, column).map(Filler::Interaction),
        ListKind::Totals => find(totals::CELLS, column).map(Filler::Total),
        ListKind::Products => find(products::CELLS, column).map(Filler::Product),
        ListKind::Salespeople => find(salespeople::CELLS, column).map(Filler::Salesperson),
    };
    found.unwrap_or(Filler::Nothing)
}

/// The column whose value is shown once for all the rows that follow each other with it.
pub fn groups_by(kind: ListKind) -> Option<Column> {
    match kind {
        ListKind::Activity => Some(Column::Date),
        ListKind::Totals => Some(Column::Week),
        ListKind::Today
        | ListKind::TodayByCity
        | ListKind::PutOff
        | ListKind::Clients
        | ListKind::Contacts
        | ListKind::Sales
        | ListKind::FollowUps
        | ListKind::Offers
        | ListKind::Surveys
        | ListKind::Products
        | ListKind::Salespeople => None,
    }
}

fn find<F: Copy>(cells: &[(Column, F)], column: Column) -> Option<F> {
    cells.iter().find(|(it, _)| *it == column).map(|(_, fill)| *fill)
}

/// The column's word in the catalogue's keys: `sales-year`.
pub fn column_word(column: Column) -> String {
    let mut word = String::new();
    for letter in format!("{column:?}").chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

fn plain(text: impl Into<String>) -> Cell {
    Cell { role: Role::Normal, text: text.into() }
}

fn name(text: &str) -> Cell {
    Cell { role: Role::Title, text: text.to_owned() }
}

fn kind(kind: impl Label, terms: &Terms) -> Cell {
    plain(kind.label(terms.locale.lang))
}

fn stars(stars: Option<Stars>, overridden: bool) -> Cell {
    let role = if stars.is_some() { Role::Stars } else { Role::Dim };
    Cell { role, text: star_line(stars, overridden) }
}

/// Zero is dim, less than nothing stands out.
fn money(minor: i64, terms: &Terms) -> Cell {
    let role = match minor {
        ..0 => Role::Warning,
        0 => Role::Dim,
        1.. => Role::Normal,
    };
    Cell { role, text: terms.money(minor) }
}

/// How long ago; never is the most overdue there is, not a blank.
fn ago(day: Option<Day>, terms: &Terms) -> Cell {
    match day {
        Some(day) => plain(terms.ago(day)),
        None => Cell { role: Role::Warning, text: terms.t("never") },
    }
}

/// A day by which something is to be done.
fn due(day: Option<Day>, is_open: bool, terms: &Terms) -> Cell {
    let Some(day) = day else { return plain("") };
    let role = match day.cmp(&terms.today) {
        Ordering::Less if is_open => Role::Warning,
        Ordering::Equal if is_open => Role::Title,
        Ordering::Less | Ordering::Equal | Ordering::Greater => Role::Normal,
    };
    Cell { role, text: terms.date(day) }
}

fn number(number: Option<i64>, terms: &Terms) -> Cell {
    plain(number.map(|number| numbers::int(number, &terms.locale)).unwrap_or_default())
}

/// As its card says it; what is negative or not so looks as elsewhere.
fn custom(field: Custom, row: &Row, terms: &Terms) -> Cell {
    match (field.kind, row.custom(field.id)) {
        (_, None) => plain(""),
        (CustomKind::Money, Some(CustomValue::Number(minor))) => money(*minor, terms),
        (CustomKind::Flag, Some(CustomValue::Number(number))) => yes_no(*number != 0, terms),
        (kind, Some(value)) => plain(shown(kind, value, terms.currency, &terms.locale)),
    }
}

fn yes_no(yes: bool, terms: &Terms) -> Cell {
    if yes { plain(terms.t("yes")) } else { Cell { role: Role::Dim, text: terms.t("no") } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_column_of_every_list_is_filled_and_named() {
        for &kind in ListKind::ALL {
            for &column in kind.columns() {
                assert!(!matches!(filler(kind, column), Filler::Nothing), "{kind:?} {column:?}");
                for lang in Lang::ALL {
                    let name = lang.t(&format!("column-{}", column_word(column)));
                    assert!(!name.contains('⟦'), "{name}");
                }
            }
        }
    }
}
