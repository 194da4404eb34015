//! The cells of the list of follow-ups.

use super::{Cell, due, kind, name, number, plain, stars};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::FollowUpState;
use crate::domain::list::Column;
use crate::tui::card::Terms;

type Fill = fn(&FollowUpRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Due, |row, terms| due(Some(row.due), row.state == FollowUpState::Open, terms)),
    (Column::Kind, |row, terms| kind(row.kind, terms)),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Title, |row, _| plain(&row.title)),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::Contact, |row, _| plain(&row.contact)),
    (Column::Owner, |row, _| plain(&row.salesperson)),
    (Column::City, |row, _| plain(&row.city)),
    (Column::Snoozes, |row, terms| number((row.snoozes > 0).then_some(row.snoozes), terms)),
    (Column::State, |row, terms| kind(row.state, terms)),
];
