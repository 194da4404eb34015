//! The panel of a column's values.

use super::{finder, paint};
use crate::text::numbers;
use crate::tui::Model;
use crate::tui::layout::cut_bottom;
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use crate::tui::values::{Panel, Ticked, height};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn draw(model: &Model, panel: &Panel, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let column = model.head(panel.column);
    let title = model.locale.ta("values-title", &[("column", column.into())]);
    let prompt = model.t(if panel.takes_condition() { "values-condition" } else { "values-find" });
    let (mut text, cursor) = finder::draw(model, &title, &prompt, &panel.field, theme, buffer);
    let below = cut_bottom(&mut text, 1);
    paint::line(buffer, below, &said(model, panel), theme);
    let shown = panel.shown();
    if shown.is_empty() {
        let key = if panel.is_awaited() { "values-awaited" } else { "values-nothing" };
        paint::text(buffer, text, &model.t(key), theme.style(Role::Dim));
    }
    let visible = shown.iter().enumerate().skip(panel.top).take(height(model));
    for ((index, at), y) in visible.zip(text.y..text.bottom()) {
        let Some((entry, ticked)) = panel.entry(*at) else { continue };
        let line = Rect { y, height: 1, ..text };
        let rows = numbers::int(i64::try_from(entry.rows).unwrap_or(i64::MAX), &model.locale);
        let mark = match ticked {
            Ticked::No => "[ ] ",
            Ticked::Part => "[-] ",
            Ticked::Whole => "[x] ",
        };
        let indent = if entry.is_within() { "    " } else { "" };
        let room = line.width.saturating_sub(paint::columns(&rows) + 1);
        let label =
            RichLine::new(Role::Dim, indent).and(Role::Key, mark).and(Role::Normal, entry.label.as_str());
        paint::line(buffer, Rect { width: room, ..line }, &label, theme);
        paint::text_right(buffer, line, &rows, theme.style(Role::Dim));
        if index == panel.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    cursor
}

/// What is wrong with what is typed, or how much is ticked.
fn said(model: &Model, panel: &Panel) -> RichLine {
    if let Some(refused) = &panel.refused {
        return RichLine::new(Role::Error, refused.lines().next().unwrap_or_default());
    }
    let (values, rows) = panel.ticked();
    if values == 0 {
        let key = if panel.is_awaited() { "values-awaited" } else { "values-under-cursor" };
        return RichLine::new(Role::Dim, model.t(key));
    }
    let said = model.locale.ta("values-ticked", &[("values", values.into()), ("rows", rows.into())]);
    RichLine::new(Role::Normal, said)
}
