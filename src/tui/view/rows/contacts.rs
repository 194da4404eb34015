//! The cells of the list of contacts.

use super::{Cell, ago, kind, name, plain, stars};
use crate::domain::contact::ContactRow;
use crate::domain::list::Column;
use crate::text::Terms;
use crate::tui::rich::Role;

type Fill = fn(&ContactRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Name, |row, _| {
        if row.left_on.is_some() { Cell { role: Role::Dim, text: row.name.clone() } } else { name(&row.name) }
    }),
    (Column::Client, |row, _| plain(&row.client_name)),
    (Column::Role, |row, terms| kind(row.role, terms)),
    (Column::JobTitle, |row, _| plain(&row.job_title)),
    (Column::Phone, |row, _| plain(&row.phone)),
    (Column::Email, |row, _| plain(&row.email)),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::City, |row, _| plain(&row.city)),
    (Column::LastTouch, |row, terms| ago(row.last_touch, terms)),
];
