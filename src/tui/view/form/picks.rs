//! Draws the proposals for a name over the form, below its field or above it, wherever there is more room.

use super::Brush;
use crate::text::numbers;
use crate::tui::form::{Input, Pick, RecordKind};
use crate::tui::rich::{RichLine, Role};
use crate::tui::view::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Narrower lists look torn.
const LEAST_WIDTH: u16 = 24;

pub fn draw(brush: &Brush, buffer: &mut Buffer) {
    let (form, layout) = (brush.form, brush.layout);
    let Some(field) = form.field(form.focus()) else { return };
    let Input::Reference(reference) = &field.input else { return };
    let (picks, highlighted) = reference.picks();
    let anchor = layout.plan.field_box(form.focus()).and_then(|it| layout.on_screen(it.input));
    let Some(anchor) = anchor.filter(|_| !picks.is_empty()) else { return };

    let lines: Vec<RichLine> = picks.iter().map(|pick| described(brush, *pick)).collect();
    let widest = lines.iter().map(width).max().unwrap_or(0).saturating_add(2);
    // A part without room has no place either: a union with it would reach into the corner of the screen.
    let parts = [layout.body, layout.foot];
    let Some(whole) = parts.into_iter().filter(|part| !part.is_empty()).reduce(Rect::union) else { return };
    let width = widest.max(LEAST_WIDTH).max(anchor.width).min(whole.width);
    let x = anchor.x.min(whole.right().saturating_sub(width));
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let (below, above) = (whole.bottom().saturating_sub(anchor.bottom()), anchor.y.saturating_sub(whole.y));
    let (y, height) = if below >= wanted || below >= above {
        (anchor.bottom(), wanted.min(below))
    } else {
        let height = wanted.min(above);
        (anchor.y - height, height)
    };
    let area = Rect { x, y, width, height };
    paint::clear(buffer, area);
    // The highlighted entry is seen even where not all fit.
    let first = highlighted.map_or(0, |at| (at + 1).saturating_sub(usize::from(height)));
    for ((index, line), y) in lines.iter().enumerate().skip(first).zip(area.y..area.bottom()) {
        let row = Rect { y, height: 1, ..area };
        let inner =
            Rect { x: row.x + u16::from(row.width > 2), width: row.width.saturating_sub(2).max(1), ..row };
        paint::line(buffer, inner, line, brush.theme);
        let role = if Some(index) == highlighted { Role::Selected } else { Role::Normal };
        let plain = brush.theme.style(role);
        // Without a border the list must differ from the form under it in more than colour.
        let style =
            if Some(index) == highlighted { plain } else { plain.patch(brush.theme.style(Role::Head)) };
        paint::fill(buffer, row, style);
        paint::text(buffer, Rect { width: 1.min(row.width), ..row }, "│", style);
    }
}

/// The name, and what tells it from its namesakes.
fn described(brush: &Brush, pick: Pick) -> RichLine {
    let ctx = brush.form.context();
    match pick {
        Pick::Row(candidate) => {
            let mut line = RichLine::new(Role::Normal, candidate.label.as_str());
            if !candidate.detail.trim().is_empty() {
                line.push(Role::Dim, format!("  {}", candidate.detail));
            }
            if let Some(micros) = candidate.price_micros {
                line.push(Role::Dim, format!("  {}", numbers::price(micros, ctx.currency, &ctx.locale)));
            }
            line
        }
        Pick::AsText(name) => {
            let is_survey = brush.form.kind() == RecordKind::Survey;
            let key = if is_survey { "form-pick-new-survey" } else { "form-pick-as-text" };
            RichLine::new(Role::Dim, ctx.lang.ta(key, &[("name", name.into())]))
        }
    }
}

fn width(line: &RichLine) -> u16 {
    line.0.iter().map(|(_, part)| paint::columns(part)).fold(0, u16::saturating_add)
}
