//! Draws the model. It changes nothing and asks nothing of the storage.

mod bars;
mod brief;
mod bulk;
mod card;
mod chooser;
mod earlier;
mod finder;
pub mod form;
mod heading;
mod help;
mod list;
mod modal;
pub mod paint;
mod product;
mod rows;
mod values;
mod views;
mod week;

pub use list::chips;
pub use rows::column_word;

use super::Model;
use super::model::{MAX_HEIGHT, MAX_WIDTH};
use super::rich::Role;
use super::tab::Tab;
use super::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws one frame; only what is visible is built.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame) {
    let area = clamped(frame.area());
    let buffer = frame.buffer_mut();
    let Some(screen) = model.screen() else {
        let name = model.t("screen-too-small");
        paint::text(buffer, area, &name, theme.style(Role::Normal));
        return;
    };
    bars::tabs(model, theme, screen.tabs, buffer);
    match (model.form(), model.card.full()) {
        // A form takes the whole place of what is under it.
        (Some(_), _) => {}
        (None, _) if model.briefing.is_open() => brief::draw(model, theme, &screen, buffer),
        (None, Some(_)) => card::full(model, theme, &screen, buffer),
        (None, None) if model.product.full().is_some() => product::full(model, theme, &screen, buffer),
        (None, None) => {
            if model.tab == Tab::Week {
                week::draw(model, theme, &screen, buffer);
            } else {
                list::draw(model, theme, &screen, buffer);
            }
            card::beside(model, theme, &screen, buffer);
            product::beside(model, theme, &screen, buffer);
        }
    }
    let mut cursor = bars::status(model, theme, screen.status, buffer);
    bars::footer(model, theme, screen.footer, buffer);
    if let Some(modal) = &model.modal {
        cursor = modal::draw(model, modal, theme, frame);
    }
    if let Some(help) = &model.help {
        cursor = help::draw(model, help, theme, frame.buffer_mut());
    }
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// A terminal may claim any size; only so much of it is used.
fn clamped(area: Rect) -> Rect {
    Rect { width: area.width.min(MAX_WIDTH), height: area.height.min(MAX_HEIGHT), ..area }
}
