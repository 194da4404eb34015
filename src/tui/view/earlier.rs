//! The list of the filters of before.

use super::{finder, paint};
use crate::tui::Model;
use crate::tui::earlier::Earlier;
use crate::tui::rich::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn draw(model: &Model, earlier: &Earlier, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let (title, prompt) = (model.t("earlier-title"), model.t("views-find"));
    let (text, cursor) = finder::draw(model, &title, &prompt, &earlier.field, theme, buffer);
    let entries = earlier.entries();
    for ((index, entry), y) in entries.iter().enumerate().skip(earlier.top).zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, line, entry, theme.style(Role::Normal));
        if index == earlier.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    if entries.is_empty() {
        let key = if earlier.is_empty() { "earlier-none" } else { "earlier-nothing" };
        paint::text(buffer, text, &model.t(key), theme.style(Role::Dim));
    }
    cursor
}
