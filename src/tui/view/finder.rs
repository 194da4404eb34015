//! A box with a line to type in, over a list of what is found.

use super::paint;
use crate::tui::layout;
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use crate::tui::{Model, TextField};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the box and the line; gives the place of the list and of the cursor.
pub fn draw(
    model: &Model,
    title: &str,
    prompt: &str,
    field: &TextField,
    theme: &Theme,
    buffer: &mut Buffer,
) -> (Rect, Option<Position>) {
    paint::frame(buffer, layout::modal(model.width, model.height), title, theme);
    let (mut line, list) = layout::finder(model.width, model.height);
    let prompt = RichLine::new(Role::Dim, format!("{prompt} "));
    let used = paint::line(buffer, Rect { width: line.width / 2, ..line }, &prompt, theme);
    line.x += used;
    line.width -= used;
    (list, paint::field(buffer, line, field, theme.style(Role::Input)))
}
