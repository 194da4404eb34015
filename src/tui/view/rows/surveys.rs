//! The cells of the list of surveys.

use super::{Cell, name, plain, stars};
use crate::domain::list::Column;
use crate::domain::survey::SurveyRow;
use crate::text::Terms;
use crate::tui::rich::Role;

type Fill = fn(&SurveyRow, &Terms) -> Cell;

pub const CELLS: &[(Column, Fill)] = &[
    (Column::SentOn, |row, terms| plain(terms.date(row.sent))),
    (Column::Client, |row, _| name(&row.client_name)),
    (Column::Survey, |row, _| plain(&row.survey)),
    (Column::Score, score),
    (Column::AnsweredOn, answered),
    (Column::Comment, |row, _| plain(&row.comment)),
    (Column::Contact, |row, _| plain(&row.contact)),
    (Column::Stars, |row, _| stars(row.stars, false)),
];

/// The score and the best that there is.
fn score(row: &SurveyRow, _: &Terms) -> Cell {
    plain(row.score.map(|score| format!("{score}/{}", row.scale.max)).unwrap_or_default())
}

/// When it was answered, or whether one still waits for that.
fn answered(row: &SurveyRow, terms: &Terms) -> Cell {
    match row.answered {
        Some(day) => plain(terms.date(day)),
        None if row.is_out(terms.today) => plain(terms.t("survey-out")),
        None => Cell { role: Role::Dim, text: terms.t("survey-given-up") },
    }
}
