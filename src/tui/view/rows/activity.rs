//! The cells of the list of what was done.

use super::{Cell, kind, name, number, plain, stars};
use crate::domain::interaction::InteractionRow;
use crate::domain::kinds::{Direction, Outcome};
use crate::domain::list::Column;
use crate::text::Label as _;
use crate::text::Terms;
use crate::tui::rich::Role;

type Fill = fn(&InteractionRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Date, |row, terms| plain(terms.date(row.day))),
    (Column::Kind, |row, terms| match row.direction {
        Direction::Out => kind(row.kind, terms),
        Direction::In => plain(format!("← {}", row.kind.label(terms.locale.lang))),
    }),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Outcome, outcome),
    (Column::Text, text),
    (Column::Contact, |row, _| plain(&row.contact)),
    (Column::Owner, |row, _| plain(&row.salesperson)),
    (Column::Minutes, |row, terms| number(row.minutes, terms)),
    (Column::Stars, |row, _| stars(row.stars, false)),
    (Column::City, |row, _| plain(&row.city)),
];

fn outcome(row: &InteractionRow, terms: &Terms) -> Cell {
    let Some(outcome) = row.outcome else { return plain("") };
    let role = match outcome {
        Outcome::Good | Outcome::Ok => Role::Normal,
        Outcome::Bad | Outcome::NoAnswer => Role::Warning,
    };
    Cell { role, text: outcome.label(terms.locale.lang) }
}

/// What was offered first: the text may be long. It is shown on one line.
fn text(row: &InteractionRow, terms: &Terms) -> Cell {
    let offered = (!row.offered.is_empty())
        .then(|| terms.locale.ta("activity-offered", &[("products", row.offered.join(", ").into())]));
    let text = row.text.lines().next().filter(|text| !text.is_empty()).map(str::to_owned);
    plain(offered.into_iter().chain(text).collect::<Vec<_>>().join(" · "))
}
