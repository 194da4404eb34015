//! What stands over the screen: a form, a question, a text to read, drafts to go on with.

use super::{form, paint};
use crate::tui::context::Context;
use crate::tui::form::Form;
use crate::tui::modal::{Modal, Reader};
use crate::tui::rich::{RichLine, Role, wrapped};
use crate::tui::theme::Theme;
use crate::tui::{Action, Model, layout};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws it; gives the place of the cursor.
pub fn draw(model: &Model, modal: &Modal, theme: &Theme, frame: &mut Frame) -> Option<Position> {
    match modal {
        Modal::Confirm(confirm) => question(model, &confirm.question, theme, frame.buffer_mut()),
        Modal::Reader(reader) => read(model, reader, theme, frame.buffer_mut()),
        Modal::Drafts(drafts) => {
            let names: Vec<String> = drafts.drafts.iter().map(|draft| draft.name.clone()).collect();
            choose(model, &model.t("drafts-title"), &names, Some(drafts.index), theme, frame.buffer_mut());
        }
        Modal::Choose(choosing) => {
            let (title, names) = (choosing.title(&model.locale), choosing.names(&model.locale));
            choose(model, &title, &names, choosing.index, theme, frame.buffer_mut());
        }
        Modal::Copy(menu) => {
            let title = model.locale.lang.ta("copy-title", &[("client", menu.client.as_str().into())]);
            choose(model, &title, &menu.names(&model.locale), Some(menu.index), theme, frame.buffer_mut());
        }
        Modal::Templates(templates) => {
            let (title, names) = (templates.title(&model.locale), templates.names(&model.locale));
            choose(model, &title, &names, Some(templates.index), theme, frame.buffer_mut());
        }
        Modal::Mail(asked) => question(model, &asked.text(&model.locale), theme, frame.buffer_mut()),
        Modal::Form(filled) => return fill_in(model, filled, theme, frame.buffer_mut()),
        Modal::Discard { form: filled, .. } => {
            fill_in(model, filled, theme, frame.buffer_mut());
            question(model, &model.t("confirm-discard"), theme, frame.buffer_mut());
        }
    }
    None
}

/// A form, over the list and the line under it.
fn fill_in(model: &Model, filled: &Form, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let area = model.screen()?.form();
    paint::clear(buffer, area);
    form::draw(filled, theme, layout::form_text(area), buffer)
}

/// A question with the keys that answer it.
fn question(model: &Model, text: &str, theme: &Theme, buffer: &mut Buffer) {
    /// Wider lines are hard to read.
    const WIDEST: u16 = 64;
    let width = WIDEST.min(model.width);
    let inner = usize::from(width.saturating_sub(4));
    let mut lines: Vec<RichLine> =
        wrapped(text, inner).into_iter().map(|line| RichLine::new(Role::Normal, line)).collect();
    lines.push(RichLine::default());
    let mut answers = RichLine::default();
    for action in [Action::Submit, Action::ThisOne, Action::Cancel] {
        if model.offers(action) {
            let word = super::bars::word(Context::Confirm, action, model.locale.lang);
            let gap = if answers.0.is_empty() { "" } else { "   " };
            answers.push(Role::Normal, gap);
            answers.push(Role::Key, super::bars::keys(model, Context::Confirm, action, &word).join("/"));
            answers.push(Role::Normal, format!(" {word}"));
        }
    }
    lines.push(answers);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let whole = Rect::new(0, 0, model.width, model.height);
    let area = layout::centered(whole, width, height);
    paint::frame(buffer, area, "", theme);
    paint::lines(buffer, layout::modal_text(area), &lines, theme);
}

fn read(model: &Model, reader: &Reader, theme: &Theme, buffer: &mut Buffer) {
    let area = sized(model, reader.scroll.lines.len());
    paint::frame(buffer, area, &reader.title, theme);
    let text = layout::modal_text(area);
    paint::lines(buffer, text, reader.scroll.visible(usize::from(text.height)), theme);
}

/// A list to choose from.
fn choose(
    model: &Model,
    title: &str,
    names: &[String],
    index: Option<usize>,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let area = sized(model, names.len());
    paint::frame(buffer, area, title, theme);
    let text = layout::modal_text(area);
    let first = index.unwrap_or(0).saturating_sub(usize::from(text.height.saturating_sub(1)));
    for ((at, name), y) in names.iter().enumerate().skip(first).zip(text.y..text.bottom()) {
        let line = Rect { y, height: 1, ..text };
        paint::text(buffer, line, name, theme.style(Role::Normal));
        if Some(at) == index {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
}

/// The box of so many lines, no higher than there is room for.
fn sized(model: &Model, lines: usize) -> Rect {
    let most = layout::modal(model.width, model.height);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2);
    layout::centered(most, most.width, height)
}
