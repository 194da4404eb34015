//! The cells of the list of salespeople.

use super::{Cell, kind, name, number, plain, yes_no};
use crate::domain::list::Column;
use crate::domain::salesperson::SalespersonRow;
use crate::text::Terms;

type Fill = fn(&SalespersonRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Name, |row, _| name(&row.name)),
    (Column::Code, |row, _| plain(&row.code)),
    (Column::Email, |row, _| plain(&row.email)),
    (Column::Role, |row, terms| kind(row.role, terms)),
    (Column::ReportsTo, |row, _| plain(&row.reports_to)),
    (Column::Clients, |row, terms| number(Some(row.clients), terms)),
    (Column::Capacity, |row, terms| number(row.touches_per_week, terms)),
    (Column::Active, |row, terms| yes_no(row.active, terms)),
];
