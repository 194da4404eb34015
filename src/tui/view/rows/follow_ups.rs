//! The cells of the list of follow-ups.

use super::{Cell, due, kind, name, number, plain, stars};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::FollowUpState;
use crate::domain::list::Column;
use crate::text::Label as _;
use crate::text::Terms;
use crate::text::dates::every;
use crate::tui::card::REPEATS;

type Fill = fn(&FollowUpRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Due, due_day),
    (Column::Kind, |row, terms| kind(row.kind, terms)),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Title, title),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::Contact, |row, _| plain(&row.contact)),
    (Column::Owner, |row, _| plain(&row.salesperson)),
    (Column::City, |row, _| plain(&row.city)),
    (Column::Snoozes, |row, terms| number((row.snoozes > 0).then_some(row.snoozes), terms)),
    (Column::Repeats, |row, terms| {
        plain(row.recurrence.map_or_else(String::new, |it| every::label(it.every, terms.locale.lang)))
    }),
    (Column::State, |row, terms| kind(row.state, terms)),
    (Column::Ended, ended),
];

/// What is overdue is marked, also where there are no colours.
fn due_day(row: &FollowUpRow, terms: &Terms) -> Cell {
    let is_open = row.state == FollowUpState::Open;
    let cell = due(Some(row.due), is_open, terms);
    if is_open && row.due < terms.today { Cell { text: cell.text + "!", ..cell } } else { cell }
}

/// What comes back is marked, also where there is no room for the column that says how often.
fn title(row: &FollowUpRow, _: &Terms) -> Cell {
    let mark = if row.recurrence.is_some() { REPEATS } else { "" };
    plain(format!("{mark}{}", row.title))
}

/// When a closed one was closed, and what did it.
fn ended(row: &FollowUpRow, terms: &Terms) -> Cell {
    let Some(day) = row.closed else { return plain("") };
    let mut parts = vec![terms.date(day)];
    if let Some(by) = &row.done_by {
        parts.push(by.kind.label(terms.locale.lang));
        parts.extend(by.text.lines().next().filter(|text| !text.is_empty()).map(str::to_owned));
    }
    plain(parts.join(" · "))
}
