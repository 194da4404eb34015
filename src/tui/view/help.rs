//! The help overlay.

use super::{finder, paint};
use crate::tui::help::{Help, Scope};
use crate::tui::rich::Role;
use crate::tui::theme::Theme;
use crate::tui::{Model, settle};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn draw(model: &Model, help: &Help, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let title = match help.scope {
        Scope::Here => "help-title",
        Scope::Everything => "palette-title",
    };
    let (title, prompt) = (model.t(title), model.t("help-filter"));
    let (text, cursor) = finder::draw(model, &title, &prompt, &help.filter, theme, buffer);
    let entries = model.help_entries(help);
    let keys = entries.iter().map(|entry| paint::columns(&entry.keys)).max().unwrap_or_default();
    let keys = keys.min(text.width / 3);
    let visible = entries.iter().enumerate().skip(help.top).take(settle::help_height(model));
    for ((index, entry), y) in visible.zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, Rect { width: keys, ..line }, &entry.keys, theme.style(Role::Key));
        let rest = Rect { x: line.x + keys + 2, width: line.width.saturating_sub(keys + 2), ..line };
        paint::text(buffer, rest, &entry.text, theme.style(Role::Normal));
        if index == help.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    if entries.is_empty() {
        paint::text(buffer, text, &model.t("help-nothing"), theme.style(Role::Dim));
    }
    cursor
}
