//! The cells of the list of offers.

use super::{Cell, name, plain, stars};
use crate::domain::kinds::OfferAnswer;
use crate::domain::list::Column;
use crate::domain::offer::OfferRow;
use crate::text::Label as _;
use crate::text::Terms;
use crate::text::numbers;
use crate::tui::rich::Role;

type Fill = fn(&OfferRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Date, |row, terms| plain(terms.date(row.day))),
    (Column::Age, age),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Product, |row, _| plain(&row.product_name)),
    (Column::Answer, answer),
    (Column::Price, price),
    (Column::Reason, |row, _| plain(&row.reason)),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::Owner, |row, _| plain(&row.salesperson)),
    (Column::AnsweredOn, |row, terms| plain(row.answered.map(|day| terms.date(day)).unwrap_or_default())),
];

/// How long it has been waiting; an answered one no longer does.
fn age(row: &OfferRow, terms: &Terms) -> Cell {
    plain(if row.answer.is_open() { terms.ago(row.day) } else { String::new() })
}

/// The answer; of an open offer whose product was bought since, whether that is it.
fn answer(row: &OfferRow, terms: &Terms) -> Cell {
    if row.bought_since.is_some() {
        return Cell { role: Role::Success, text: terms.t("offer-bought-perhaps") };
    }
    let role = match row.answer {
        OfferAnswer::Pending => Role::Normal,
        OfferAnswer::Interested => Role::Title,
        OfferAnswer::Bought => Role::Success,
        OfferAnswer::Rejected => Role::Dim,
    };
    Cell { role, text: row.answer.label(terms.locale.lang) }
}

fn price(row: &OfferRow, terms: &Terms) -> Cell {
    plain(
        row.price_micros
            .map(|micros| numbers::price(micros, terms.currency, &terms.locale))
            .unwrap_or_default(),
    )
}
