//! The cells of the list of products.

use super::{Cell, name, plain, yes_no};
use crate::domain::list::Column;
use crate::domain::product::ProductRow;
use crate::text::numbers;
use crate::tui::card::Terms;

type Fill = fn(&ProductRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Sku, |row, _| plain(&row.sku)),
    (Column::Name, |row, _| name(&row.name)),
    (Column::Family, |row, _| plain(&row.family)),
    (Column::Unit, |row, _| plain(&row.unit)),
    (Column::Price, price),
    (Column::Active, |row, terms| yes_no(row.active, terms)),
];

/// Prices have more decimals than money; those that say nothing are left out.
fn price(row: &ProductRow, terms: &Terms) -> Cell {
    let Some(micros) = row.price_micros else { return plain("") };
    plain(numbers::price(micros, terms.currency, &terms.locale))
}
