//! Draws the card of a product: over the screen with its client under the cursor, or beside the list.

use super::paint;
use crate::tui::Model;
use crate::tui::layout::{self, Screen};
use crate::tui::product::{detail, marked};
use crate::tui::rich::Role;
use crate::tui::row::Row;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn full(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let Some((product, name)) = model.product.full() else { return };
    let area = layout::card_text(screen, true);
    if model.product.of(product).is_none() {
        return super::card::waiting(theme, area, name, buffer);
    }
    super::card::scrolled(theme, area, model.product.scroll(), buffer);
    let line = marked(&model.product).and_then(|line| u16::try_from(line).ok());
    if let Some(line) = line.filter(|line| *line < area.height) {
        let whole = Rect { x: screen.body.x, y: area.y + line, width: area.width + 2, height: 1 };
        paint::fill(buffer, whole, theme.style(Role::Selected));
        paint::text(buffer, Rect { width: 1, ..whole }, "▌", theme.style(Role::Selected));
    }
}

pub fn beside(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let Some(Row::Product(row)) = model.list().selected() else { return };
    let card = model.product.of(row.id);
    if !screen.card.is_empty() {
        let area = layout::card_text(screen, false);
        match card {
            Some(_) => super::card::scrolled(theme, area, model.product.scroll(), buffer),
            None => super::card::waiting(theme, area, &row.name, buffer),
        }
    }
    if !screen.detail.is_empty() {
        let area = layout::detail_text(screen);
        match card {
            Some(card) => paint::lines(buffer, area, &detail(card, model.terms()), theme),
            None => super::card::waiting(theme, area, &row.name, buffer),
        }
    }
}
