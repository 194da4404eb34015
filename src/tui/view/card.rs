//! The client card over the whole screen, beside the list, or in a few lines under it.

use super::paint;
use crate::domain::ids::ClientId;
use crate::tui::Model;
use crate::tui::card::detail;
use crate::tui::layout::{self, Screen};
use crate::tui::rich::{Role, Scroll};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn full(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let Some((client, name)) = model.card.full() else { return };
    text(model, theme, layout::card_text(screen, true), (client, name), buffer);
}

pub fn beside(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    paint::rule(buffer, screen.rule, theme);
    let Some((client, name)) = model.client() else { return };
    if !screen.card.is_empty() {
        text(model, theme, layout::card_text(screen, false), (client, name), buffer);
    }
    if !screen.detail.is_empty() {
        let area = layout::detail_text(screen);
        match model.card.of(client) {
            Some(card) => paint::lines(buffer, area, &detail(card, model.terms()), theme),
            None => waiting(theme, area, name, buffer),
        }
    }
}

fn text(model: &Model, theme: &Theme, area: Rect, (client, name): (ClientId, &str), buffer: &mut Buffer) {
    if model.card.of(client).is_none() {
        return waiting(theme, area, name, buffer);
    }
    scrolled(theme, area, model.card.scroll(), buffer);
}

/// The lines that are seen, with an arrow where there are more.
pub fn scrolled(theme: &Theme, area: Rect, scroll: &Scroll, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    paint::lines(buffer, area, scroll.visible(height), theme);
    if scroll.lines.len() > scroll.top + height && height > 1 {
        let more = Rect { x: area.right(), y: area.bottom() - 1, width: 1, height: 1 };
        paint::text(buffer, more, "↓", theme.style(Role::Key));
    }
    if scroll.top > 0 {
        paint::text(
            buffer,
            Rect { x: area.right(), width: 1, height: 1, ..area },
            "↑",
            theme.style(Role::Key),
        );
    }
}

/// The name is known from the list; the rest is on its way.
pub fn waiting(theme: &Theme, area: Rect, name: &str, buffer: &mut Buffer) {
    paint::text(buffer, area, name, theme.style(Role::Title));
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    paint::text(buffer, below, "…", theme.style(Role::Dim));
}
