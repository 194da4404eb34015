//! The cells of the weeks: how much was done, by whom.

use super::{Cell, number, plain};
use crate::domain::list::Column;
use crate::domain::totals::{TotalRow, Week, Whose};
use crate::text::Terms;
use crate::text::numbers;
use crate::tui::rich::Role;
use chrono::Datelike as _;

type Fill = fn(&TotalRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Week, week),
    (Column::Owner, owner),
    (Column::Touches, touches),
    (Column::Capacity, |row, terms| number(row.capacity, terms)),
    (Column::Clients, |row, terms| count(row.done.clients, terms)),
    (Column::Visits, |row, terms| count(row.done.visits, terms)),
    (Column::Calls, |row, terms| count(row.done.calls, terms)),
    (Column::Emails, |row, terms| count(row.done.emails, terms)),
    (Column::Messages, |row, terms| count(row.done.messages, terms)),
    (Column::Meetings, |row, terms| count(row.done.meetings, terms)),
    (Column::Offers, |row, terms| count(row.done.offers, terms)),
];

/// The week's number after ISO 8601, and its first day.
fn week(row: &TotalRow, terms: &Terms) -> Cell {
    let monday = row.of.week.monday();
    let number = monday.date().map_or(0, |date| date.iso_week().week());
    let text =
        terms.locale.ta("totals-week", &[("number", number.into()), ("monday", terms.date(monday).into())]);
    let role = if row.of.week == Week::of(terms.today) { Role::Title } else { Role::Normal };
    Cell { role, text }
}

fn owner(row: &TotalRow, terms: &Terms) -> Cell {
    match row.of.whose {
        Whose::Everybody => Cell { role: Role::Title, text: terms.t("totals-everybody") },
        Whose::Nobody => Cell { role: Role::Dim, text: terms.t("totals-nobody") },
        Whose::Of(_) => plain(&row.salesperson),
    }
}

/// A week that is over and stayed under half of what one can do stands out.
fn touches(row: &TotalRow, terms: &Terms) -> Cell {
    let is_over = row.of.week < Week::of(terms.today);
    let is_low = row.capacity.is_some_and(|capacity| row.done.touches.saturating_mul(2) < capacity);
    Cell {
        role: if is_over && is_low { Role::Warning } else { Role::Normal },
        ..count(row.done.touches, terms)
    }
}

/// Nothing is dim, so that what there is is seen.
fn count(count: i64, terms: &Terms) -> Cell {
    let role = if count == 0 { Role::Dim } else { Role::Normal };
    Cell { role, text: numbers::int(count, &terms.locale) }
}
