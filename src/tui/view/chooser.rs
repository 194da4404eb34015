//! The columns of a list with a tick before those that are shown.

use super::paint;
use crate::tui::chooser::Chooser;
use crate::tui::rich::Role;
use crate::tui::theme::Theme;
use crate::tui::{Model, layout};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(model: &Model, chooser: &Chooser, theme: &Theme, buffer: &mut Buffer) {
    let area = layout::sized(model.width, model.height, chooser.items.len());
    paint::frame(buffer, area, &chooser.title(model), theme);
    let text = layout::modal_text(area);
    let first = chooser.index.saturating_sub(usize::from(text.height.saturating_sub(1)));
    let lines = chooser.lines(model).into_iter().enumerate();
    for ((at, (is_seen, name)), y) in lines.skip(first).zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, line, &name, theme.style(if is_seen { Role::Normal } else { Role::Dim }));
        if at == chooser.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
}
