//! Draws text of several lines, broken between words, scrolled so that the cursor is seen.

use crate::tui::form::Notes;
use crate::tui::view::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;

/// Draws it; gives the place of the cursor.
pub fn draw(notes: &Notes, area: Rect, style: Style, focused: bool, buffer: &mut Buffer) -> Option<Position> {
    // The last column is left for a cursor behind the text.
    let width = area.width.saturating_sub(1).max(1);
    let mut rows: Vec<&str> = Vec::new();
    let mut cursor = (0, 0);
    for (index, line) in notes.lines().iter().enumerate() {
        let text = line.text();
        let starts = breaks(text, width);
        if index == notes.row() {
            let at = line.split().0.len();
            let row = starts.iter().rposition(|start| *start <= at).unwrap_or(0);
            let before = starts.get(row).and_then(|start| text.get(*start..at)).unwrap_or_default();
            cursor = (rows.len() + row, paint::columns(before).min(width));
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        rows.extend(starts.iter().zip(ends).map(|(start, end)| text.get(*start..end).unwrap_or_default()));
    }
    let (row, column) = cursor;
    let height = usize::from(area.height);
    let top = if focused { row.saturating_sub(height.saturating_sub(1)) } else { 0 };
    for (text, y) in rows.iter().skip(top).zip(area.y..area.bottom()) {
        // Spaces at a line's end may hang over it.
        paint::text(buffer, Rect { y, height: 1, ..area }, text.trim_end(), style);
    }
    let more = rows.len() > top + height && !focused;
    if let Some(corner) = area.bottom().checked_sub(1).filter(|_| more) {
        let corner = Rect { x: area.right() - 1, y: corner, width: 1, height: 1 };
        paint::text(buffer, corner, "…", style);
    }
    let y = area.y + u16::try_from(row - top).ok()?;
    Some(Position::new((area.x + column).min(area.right().saturating_sub(1)), y))
}

/// Where the rows of a line begin, in bytes: between words, within a word only when it is longer than a row.
fn breaks(text: &str, width: u16) -> Vec<usize> {
    let mut starts = vec![0];
    let mut used = 0;
    let mut next = 0;
    for word in text.split_inclusive(' ') {
        let at = next;
        next += word.len();
        let columns = paint::columns(word);
        if used > 0 && used + paint::columns(word.trim_end()) > width {
            starts.push(at);
            used = 0;
        }
        if paint::columns(word.trim_end()) <= width {
            used = used.saturating_add(columns);
            continue;
        }
        for (within, grapheme) in word.grapheme_indices(true) {
            let columns = paint::columns(grapheme);
            if used > 0 && used + columns > width && grapheme != " " {
                starts.push(at + within);
                used = 0;
            }
            used = used.saturating_add(columns);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, width: u16) -> Vec<&str> {
        let starts = breaks(text, width);
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
    }

    #[test]
    fn lines_break_between_words_or_within_a_long_one() {
        assert_eq!(rows("pide un presupuesto", 8), ["pide un ", "presupue", "sto"]);
        assert_eq!(rows("東京都", 4), ["東京", "都"]);
        assert_eq!(rows("", 4), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_row_is_too_wide(text in "\\PC{0,40}", width in 2_u16..12) {
            let rows = rows(&text, width);
            prop_assert_eq!(rows.concat(), text.as_str());
            for row in rows {
                // One cluster of unsafe characters may take more than a row; the brush cuts it.
                let fits = paint::columns(row.trim_end()) <= width;
                prop_assert!(fits || row.trim_end().graphemes(true).count() == 1, "{:?}", row);
            }
        }
    }
}
