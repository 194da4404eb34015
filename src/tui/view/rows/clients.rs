//! The cells of the list of clients.

use super::{Cell, ago, due, kind, money, name, plain, stars};
use crate::domain::client::ClientRow;
use crate::domain::list::Column;
use crate::text::Terms;
use crate::text::tags;
use crate::tui::rich::Role;

type Fill = fn(&ClientRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Stars, |row, _| stars(row.stars, row.overridden)),
    (Column::Name, |row, _| {
        if row.archived { Cell { role: Role::Dim, text: row.name.clone() } } else { name(&row.name) }
    }),
    (Column::City, |row, _| plain(&row.city)),
    (Column::SalesYear, |row, terms| money(row.sales_year, terms)),
    (Column::LastBuy, |row, terms| row.last_buy.map_or_else(|| plain(""), |day| ago(Some(day), terms))),
    (Column::LastVisit, |row, terms| ago(row.last_visit, terms)),
    (Column::LastTouch, |row, terms| ago(row.last_touch, terms)),
    (Column::NextDue, |row, terms| due(row.next_due, true, terms)),
    (Column::Owner, |row, _| plain(&row.owner)),
    (Column::Potential, |row, terms| row.potential.map_or_else(|| plain(""), |minor| money(minor, terms))),
    (Column::Stage, |row, terms| kind(row.stage, terms)),
    (Column::Sector, |row, _| plain(&row.sector)),
    (Column::Tags, |row, _| plain(tags::joined(&row.tags))),
    (Column::Phone, |row, _| plain(&row.phone)),
    (Column::Email, |row, _| plain(&row.email)),
    (Column::Code, |row, _| plain(&row.code)),
];
