//! What stands over the screen: a form, a question, a text to read, drafts to go on with.

use super::{bulk, chooser, earlier, form, paint, views};
use crate::tui::form::Form;
use crate::tui::modal::{Choice, Modal, Reader};
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use crate::tui::{Model, layout};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws it; gives the place of the cursor.
pub fn draw(model: &Model, modal: &Modal, theme: &Theme, frame: &mut Frame) -> Option<Position> {
    let mut cursor = None;
    match modal {
        Modal::Fields(choice) => cursor = bulk::fields(model, choice, theme, frame.buffer_mut()),
        Modal::Told(told) => bulk::told(model, told, theme, frame.buffer_mut()),
        Modal::Reader(reader) => read(model, reader, theme, frame.buffer_mut()),
        Modal::Drafts(_) | Modal::Choose(_) | Modal::Copy(_) | Modal::Templates(_) | Modal::Own(_) => {
            if let Some(choice) = modal.choice(model) {
                choose(model, &choice, theme, frame.buffer_mut());
            }
        }
        Modal::Values(panel) => cursor = super::values::draw(model, panel, theme, frame.buffer_mut()),
        Modal::Columns(columns) => chooser::draw(model, columns, theme, frame.buffer_mut()),
        Modal::Earlier(list) => cursor = earlier::draw(model, list, theme, frame.buffer_mut()),
        Modal::Views(picker) => cursor = views::draw(model, picker, theme, frame.buffer_mut()),
        Modal::Form(filled) => cursor = fill_in(model, filled, theme, frame.buffer_mut()),
        Modal::Discard { form: filled, .. } => {
            fill_in(model, filled, theme, frame.buffer_mut());
        }
        Modal::Confirm(_) | Modal::Mail(_) => {}
    }
    if let Some(question) = model.question() {
        ask(model, &question, theme, frame.buffer_mut());
    }
    cursor
}

/// A form, over the list and the line under it.
fn fill_in(model: &Model, filled: &Form, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let area = model.screen()?.form();
    paint::clear(buffer, area);
    form::draw(filled, theme, layout::form_text(area), buffer)
}

/// A question with the keys that answer it.
fn ask(model: &Model, text: &str, theme: &Theme, buffer: &mut Buffer) {
    let asked = model.asked(text);
    paint::frame(buffer, asked.area, "", theme);
    let lines: Vec<RichLine> =
        asked.lines.iter().map(|line| RichLine::new(Role::Normal, line.as_str())).collect();
    paint::lines(buffer, layout::modal_text(asked.area), &lines, theme);
    for word in &asked.answers {
        paint::line(buffer, word.area, &word.line, theme);
    }
}

fn read(model: &Model, reader: &Reader, theme: &Theme, buffer: &mut Buffer) {
    let area = layout::sized(model.width, model.height, reader.scroll.lines.len());
    paint::frame(buffer, area, &reader.title, theme);
    let text = layout::modal_text(area);
    paint::lines(buffer, text, reader.scroll.visible(usize::from(text.height)), theme);
}

/// A list to choose from.
fn choose(model: &Model, choice: &Choice, theme: &Theme, buffer: &mut Buffer) {
    let area = layout::sized(model.width, model.height, choice.names.len());
    paint::frame(buffer, area, &choice.title, theme);
    let text = layout::modal_text(area);
    let first = choice.first(usize::from(text.height));
    for ((at, name), y) in choice.names.iter().enumerate().skip(first).zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, line, name, theme.style(Role::Normal));
        if Some(at) == choice.index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
}
