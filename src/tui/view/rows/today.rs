//! The cells of the faces of Today.

use super::{Cell, ago, due, money, name, number, plain, stars};
use crate::attention::tell;
use crate::attention::{GOOD_STARS, PUT_OFF_LIMIT};
use crate::domain::list::Column;
use crate::domain::today::TodayRow;
use crate::text::Terms;
use crate::tui::rich::Role;

type Fill = fn(&TodayRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::Stars, |row, _| stars(row.stars, row.overridden)),
    (Column::Name, |row, _| name(&row.name)),
    (Column::Why, |row, terms| Cell { role: why_role(row), text: tell::line(row, true, &terms.locale) }),
    (Column::City, |row, _| plain(&row.city)),
    (Column::LastTouch, |row, terms| ago(row.last_touch, terms)),
    (Column::Stake, |row, terms| money(row.stake, terms)),
    (Column::Phone, |row, _| plain(&row.phone)),
    (Column::Owner, |row, _| plain(&row.owner)),
    (Column::PutOffs, |row, terms| number((row.times_put_off > 0).then_some(row.times_put_off), terms)),
    (Column::NextDue, |row, terms| {
        let next = row.follow_up.as_ref().map(|next| next.due);
        due(next.into_iter().chain(row.put_off_to).min(), true, terms)
    }),
];

/// A good client that is put off again and again stands out.
fn why_role(row: &TodayRow) -> Role {
    let is_good = row.stars.is_some_and(|stars| stars.get() >= GOOD_STARS);
    if is_good && row.times_put_off >= PUT_OFF_LIMIT { Role::Warning } else { Role::Normal }
}
