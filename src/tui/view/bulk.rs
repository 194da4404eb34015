//! The choice of the field that many rows change, and what the change would do to them.

use super::{finder, paint};
use crate::tui::bulk::{FieldChoice, Told, told_height};
use crate::tui::footer;
use crate::tui::layout::{self, cut_bottom, cut_top};
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use crate::tui::{Action, Model};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn fields(model: &Model, choice: &FieldChoice, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let (title, prompt) = (model.t("bulk-which-field"), model.t("help-filter"));
    let (text, cursor) = finder::draw(model, &title, &prompt, &choice.filter, theme, buffer);
    let found = choice.found();
    let first = choice.first(usize::from(text.height));
    for ((index, field), y) in found.iter().enumerate().skip(first).zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, line, &model.locale.lang.field(field.label()), theme.style(Role::Normal));
        if index == choice.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    if found.is_empty() {
        paint::text(buffer, text, &model.t("help-nothing"), theme.style(Role::Dim));
    }
    cursor
}

/// How many rows change, stay and cannot be changed, each of them, and what Enter does.
pub fn told(model: &Model, told: &Told, theme: &Theme, buffer: &mut Buffer) {
    let area = layout::modal(model.width, model.height);
    let title = model.locale.lang.field(told.field());
    paint::frame(buffer, area, &title, theme);
    let mut text = layout::modal_text(area);
    let head = cut_top(&mut text, 1);
    let foot = cut_bottom(&mut text, 1);
    counts(model, told, theme, head, buffer);
    let terms = model.terms();
    let name_width = text.width * 2 / 5;
    let rows = told.preview.rows.iter().skip(told.top).take(told_height(model));
    for (row, y) in rows.zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        let role = match row.outcome {
            crate::domain::bulk::Outcome::Changes { .. } => Role::Normal,
            crate::domain::bulk::Outcome::Stays(_) => Role::Dim,
            crate::domain::bulk::Outcome::Refused(_) => Role::Warning,
        };
        let name = if row.name.is_empty() { format!("#{}", row.id) } else { row.name.to_string() };
        paint::text(buffer, Rect { width: name_width, ..line }, &name, theme.style(Role::Title));
        let rest =
            Rect { x: line.x + name_width + 2, width: line.width.saturating_sub(name_width + 2), ..line };
        paint::text(buffer, rest, &told.text(row, usize::from(rest.width), terms), theme.style(role));
    }
    let key =
        |action| footer::keys(model, model.context(), action, "").into_iter().next().unwrap_or_default();
    let mut answers = RichLine::default();
    if told.preview.changed > 0 {
        let args = [("count", told.preview.changed.into())];
        answers.push(Role::Key, key(Action::Submit));
        answers.push(Role::Normal, format!(" {}   ", model.locale.ta("bulk-apply", &args)));
    }
    answers.push(Role::Key, key(Action::Cancel));
    answers.push(Role::Normal, format!(" {}", model.t("bulk-back")));
    paint::line(buffer, foot, &answers, theme);
}

fn counts(model: &Model, told: &Told, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let preview = &told.preview;
    let said = |key: &str, count: usize| model.locale.ta(key, &[("count", count.into())]);
    let mut line = RichLine::default();
    if told.again {
        line.push(Role::Warning, format!("{} ", model.t("bulk-again")));
    }
    line.push(Role::Title, said("bulk-changed", preview.changed));
    if preview.refused > 0 {
        line.push(Role::Warning, format!(" · {}", said("bulk-refused", preview.refused)));
    }
    if preview.same > 0 {
        line.push(Role::Dim, format!(" · {}", said("bulk-same", preview.same)));
    }
    paint::line(buffer, area, &line, theme);
}
