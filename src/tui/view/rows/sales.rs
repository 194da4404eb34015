//! The cells of the list of sales.

use super::{Cell, kind, money, name, plain, stars};
use crate::domain::currency::Currency;
use crate::domain::list::Column;
use crate::domain::sale::SaleRow;
use crate::text::Terms;
use crate::text::numbers;

type Fill = fn(&SaleRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Date, |row, terms| plain(terms.date(row.day))),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Amount, amount),
    (Column::Products, |row, _| plain(&row.products)),
    (Column::Contact, |row, _| plain(&row.contact)),
    (Column::Owner, |row, _| plain(&row.salesperson)),
    (Column::Number, |row, _| plain(&row.number)),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::Kind, |row, terms| kind(row.kind, terms)),
];

/// In the sale's own currency; the sum above the list is in the base currency.
fn amount(row: &SaleRow, terms: &Terms) -> Cell {
    let base = money(row.base_minor, terms);
    match Currency::from_code(&row.currency).filter(|currency| *currency != terms.currency) {
        Some(currency) => Cell { text: numbers::money(row.total_minor, currency, &terms.locale), ..base },
        None => base,
    }
}
