//! The brush: the only place where the screen's text is written. All of it goes through the display boundary, and nothing
//! leaves the area that it was given, whatever the terminal's size.

use crate::text::safe;
use crate::tui::TextField;
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// Writes text into the first line of an area, cut with `…` where it does not fit; says how many columns it took.
pub fn text(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return 0;
    }
    let fitted = safe::fit(text, usize::from(area.width));
    let (end, _) = buffer.set_stringn(area.x, area.y, fitted, usize::from(area.width), style);
    end - area.x
}

/// The same flush right.
pub fn text_right(buffer: &mut Buffer, area: Rect, value: &str, style: Style) {
    let width = columns(value).min(area.width);
    text(buffer, Rect { x: area.x + area.width - width, width, ..area }, value, style);
}

/// Writes a line of several roles into the first line of an area; says how many columns it took.
pub fn line(buffer: &mut Buffer, area: Rect, line: &RichLine, theme: &Theme) -> u16 {
    let mut rest = area;
    for (index, (role, part)) in line.0.iter().enumerate() {
        // A part that is cut would hide that others follow; the last columns say so.
        let is_last = index + 1 == line.0.len();
        let part = if !is_last && columns(part) == rest.width { format!("{part}…") } else { part.clone() };
        let used = text(buffer, rest, &part, theme.style(*role));
        rest.x += used;
        rest.width -= used;
        if rest.width == 0 {
            break;
        }
    }
    area.width - rest.width
}

/// Writes lines one under the other, as many as there is room for.
pub fn lines(buffer: &mut Buffer, area: Rect, lines: &[RichLine], theme: &Theme) {
    for (row, it) in (area.y..area.bottom()).zip(lines) {
        line(buffer, Rect { y: row, height: 1, ..area }, it, theme);
    }
}

/// Writes a text being typed, scrolled so that the cursor is seen; says where the cursor is.
pub fn field(buffer: &mut Buffer, area: Rect, field: &TextField, style: Style) -> Option<Position> {
    marked_field(buffer, area, field, style, &[])
}

/// The same with some parts, which are bytes of the text in their order and do not overlap, in a style of their own.
pub fn marked_field(
    buffer: &mut Buffer,
    area: Rect,
    field: &TextField,
    style: Style,
    marks: &[(Range<usize>, Style)],
) -> Option<Position> {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return None;
    }
    let (before, after) = field.split();
    let mut rest = area;
    let mut write = |buffer: &mut Buffer, parts: &[(String, Style)]| {
        for (part, style) in parts {
            let used = text(buffer, rest, part, *style);
            rest.x += used;
            rest.width -= used;
            if rest.width == 0 {
                break;
            }
        }
        area.width - rest.width
    };
    let parts = styled(before, 0, style, marks);
    let used = write(buffer, &last_columns(parts, usize::from(area.width) - 1));
    write(buffer, &styled(after, before.len(), style, marks));
    Some(Position::new(area.x + used.min(area.width - 1), area.y))
}

/// A text that begins at this byte of a whole, in safe parts with the style of each.
fn styled(text: &str, from: usize, style: Style, marks: &[(Range<usize>, Style)]) -> Vec<(String, Style)> {
    let mut parts = Vec::new();
    let mut at = 0;
    let mut push = |range: Range<usize>, style| {
        let part = text.get(range).unwrap_or_default();
        if !part.is_empty() {
            parts.push((safe::safe(part).into_owned(), style));
        }
    };
    for (mark, own) in marks {
        let within = |byte: usize| byte.saturating_sub(from).min(text.len());
        let (start, end) = (within(mark.start).max(at), within(mark.end).max(at));
        push(at..start, style);
        push(start..end, *own);
        at = end;
    }
    push(at..text.len(), style);
    parts
}

/// As much of the end of a line as goes into so many columns.
fn last_columns(mut parts: Vec<(String, Style)>, columns: usize) -> Vec<(String, Style)> {
    let mut used = 0;
    for index in (0..parts.len()).rev() {
        let part = &parts[index].0;
        let mut start = part.len();
        for (at, grapheme) in part.grapheme_indices(true).rev() {
            used += safe::width(grapheme);
            if used > columns {
                break;
            }
            start = at;
        }
        if used > columns {
            parts[index].0.drain(..start);
            return parts.split_off(index);
        }
    }
    parts
}

/// Gives an area a style, its text left as it is.
pub fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(buffer.area), style);
}

/// Empties an area.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
}

/// A line across an area: along it when it is one row high, else down it.
pub fn rule(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    let (symbol, style) = (if area.height > 1 { "│" } else { "─" }, theme.style(Role::Dim));
    for position in area.intersection(buffer.area).positions() {
        buffer.set_stringn(position.x, position.y, symbol, 1, style);
    }
}

/// An empty box with a border and a title.
pub fn frame(buffer: &mut Buffer, area: Rect, title: &str, theme: &Theme) {
    clear(buffer, area);
    if area.width < 2 || area.height < 2 {
        return;
    }
    let style = theme.style(Role::Dim);
    let across = "─".repeat(usize::from(area.width - 2));
    for (y, left, right) in [(area.y, "┌", "┐"), (area.bottom() - 1, "└", "┘")] {
        text(buffer, Rect { y, height: 1, ..area }, &format!("{left}{across}{right}"), style);
    }
    for y in area.y + 1..area.bottom() - 1 {
        text(buffer, Rect { y, width: 1, height: 1, ..area }, "│", style);
        text(buffer, Rect { x: area.right() - 1, y, width: 1, height: 1 }, "│", style);
    }
    let room = Rect { x: area.x + 2, y: area.y, width: area.width.saturating_sub(4), height: 1 };
    if !title.is_empty() {
        text(buffer, room, &format!(" {title} "), theme.style(Role::Title));
    }
}

/// The columns that a text takes once it is safe.
pub fn columns(text: &str) -> u16 {
    u16::try_from(safe::width(&safe::safe(text))).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(buffer: &Buffer) -> String {
        let width = usize::from(buffer.area.width.max(1));
        let rows = buffer.content.chunks(width);
        let rows: Vec<String> =
            rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()).collect();
        rows.join("\n")
    }

    #[test]
    fn text_is_cut_where_it_does_not_fit_and_never_leaves_its_area() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        text(&mut buffer, Rect::new(2, 0, 4, 1), "López", Style::new());
        assert_eq!(shown(&buffer), "  Lóp…  ");
        text(&mut buffer, Rect::new(5, 0, 40, 3), "abcdef", Style::new());
        assert_eq!(shown(&buffer), "  Lópab…");
        assert_eq!(text(&mut buffer, Rect::new(9, 9, 4, 1), "x", Style::new()), 0);
    }

    #[test]
    fn text_of_the_data_cannot_steer_the_terminal() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let area = buffer.area;
        text(&mut buffer, area, "a\u{1b}[2J\u{202e}b", Style::new());
        assert!(!shown(&buffer).contains(['\u{1b}', '\u{202e}']), "{:?}", shown(&buffer));
    }

    #[test]
    fn the_cursor_of_a_long_text_is_seen() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        let area = buffer.area;
        let mut typed = TextField::new("abcdefgh");
        assert_eq!(field(&mut buffer, area, &typed, Style::new()), Some(Position::new(4, 0)));
        assert_eq!(shown(&buffer), "efgh ");
        typed.edit(crate::tui::TextEdit::Home);
        assert_eq!(field(&mut buffer, area, &typed, Style::new()), Some(Position::new(0, 0)));
        assert_eq!(shown(&buffer), "abcd…");
        assert_eq!(field(&mut buffer, Rect::default(), &typed, Style::new()), None);
    }

    #[test]
    fn a_frame_of_any_size_stays_within_itself() {
        for width in 0..6 {
            for height in 0..5 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 6));
                frame(&mut buffer, Rect::new(1, 1, width, height), "title", &Theme::default());
                let outside = |position: Position| !Rect::new(1, 1, width, height).contains(position);
                let touched = buffer.area.positions().filter(|&it| outside(it) && buffer[it].symbol() != " ");
                assert_eq!(touched.count(), 0, "{width}x{height}");
            }
        }
    }
}
