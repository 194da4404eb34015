//! The list of saved views.

use super::{finder, paint};
use crate::tui::rich::{RichLine, Role};
use crate::tui::tab::Tab;
use crate::tui::theme::Theme;
use crate::tui::views::{self, Picker};
use crate::tui::{Action, Model, footer};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub fn draw(model: &Model, picker: &Picker, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let lang = model.locale.lang;
    let (title, prompt) = (model.t("views-title"), model.t("views-find"));
    let (text, cursor) = finder::draw(model, &title, &prompt, &picker.field, theme, buffer);
    let entries = picker.entries();
    let seen = entries.iter().enumerate().skip(picker.top).take(views::picker_height(model));
    let titles = entries.iter().map(|entry| paint::columns(&entry.view.title(lang))).max().unwrap_or(0);
    let titles = titles.min(text.width / 2);
    for ((index, entry), y) in seen.zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        let number = entry.number.map(|number| number.to_string()).unwrap_or_default();
        paint::text(buffer, Rect { width: 1, ..line }, &number, theme.style(Role::Key));
        let title = Rect { x: line.x + 2, width: titles.min(line.width.saturating_sub(2)), ..line };
        paint::text(buffer, title, &entry.view.title(lang), theme.style(Role::Normal));
        let rest =
            Rect { x: title.right() + 2, width: line.right().saturating_sub(title.right() + 2), ..line };
        let list = lang.tab(Tab::of_kind(entry.view.kind).word());
        let told = RichLine::new(Role::Normal, list)
            .and(Role::Dim, format!("  {}", views::filter_told(entry.view, model)));
        paint::line(buffer, rest, &told, theme);
        if index == picker.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    if entries.is_empty() {
        let key = footer::keys(model, crate::tui::context::Context::List, Action::SaveView, "");
        let args = [("key", key.into_iter().next().unwrap_or_default().into())];
        let empty = if picker.is_empty() { lang.ta("views-none", &args) } else { lang.t("views-nothing") };
        paint::text(buffer, text, &empty, theme.style(Role::Dim));
    }
    cursor
}
