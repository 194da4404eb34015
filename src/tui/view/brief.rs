//! Draws the briefing over the screen, in one column or two.

use super::paint;
use crate::tui::layout::{self, Screen};
use crate::tui::theme::Theme;
use crate::tui::{Model, brief};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let Some((_, name)) = model.briefing.client() else { return };
    let area = layout::briefing(screen);
    if model.briefing.content().is_none() {
        return super::card::waiting(theme, area, name, buffer);
    }
    let scroll = model.briefing.scroll();
    if model.briefing.right().is_empty() {
        return super::card::scrolled(theme, area, scroll, buffer);
    }
    let width = u16::try_from(brief::column(usize::from(area.width))).unwrap_or(area.width);
    let left = Rect { width, ..area };
    let right = Rect { x: area.right().saturating_sub(width), width, ..area };
    paint::lines(buffer, left, scroll.visible(usize::from(area.height)), theme);
    let gap = Rect { x: left.right() + 1, width: 1, ..area };
    paint::rule(buffer, gap, theme);
    paint::lines(buffer, right, model.briefing.right(), theme);
}
