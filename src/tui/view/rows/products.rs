//! The cells of the list of products.

use super::{Cell, ago, money, name, number, plain, yes_no};
use crate::analysis::trend::Trend;
use crate::domain::list::Column;
use crate::domain::product::ProductRow;
use crate::text::Terms;
use crate::text::numbers;
use crate::tui::rich::Role;

type Fill = fn(&ProductRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Sku, |row, _| plain(&row.sku)),
    (Column::Name, |row, _| name(&row.name)),
    (Column::SalesYear, |row, terms| money(row.sales_year, terms)),
    (Column::Trend, |row, terms| trend(row.trend, terms)),
    (Column::Clients, |row, terms| number(Some(row.clients_year), terms)),
    (Column::LastSale, |row, terms| ago(row.last_sale, terms)),
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

/// An arrow and a number: what says it does not need a colour.
fn trend(trend: Trend, terms: &Terms) -> Cell {
    let role = match trend {
        Trend::Up(_) | Trend::New => Role::Success,
        Trend::Down(_) => Role::Warning,
        Trend::Steady(_) | Trend::Nothing => Role::Dim,
    };
    Cell { role, text: trend.label(&terms.locale) }
}
