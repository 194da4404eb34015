//! Text of several lines being typed. It knows nothing of forms, and how it is wrapped is the view's business.

use crate::tui::{TextEdit, TextField};
use unicode_segmentation::UnicodeSegmentation as _;

/// Lines of text with a cursor in one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes {
    /// Never empty.
    lines: Vec<TextField>,
    row: usize,
}

impl Notes {
    /// With the cursor after the text.
    pub fn new(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<_> = text.split('\n').map(TextField::new).collect();
        let row = lines.len() - 1;
        Self { lines, row }
    }

    pub fn text(&self) -> String {
        self.lines.iter().map(TextField::text).collect::<Vec<_>>().join("\n")
    }

    pub fn lines(&self) -> &[TextField] {
        &self.lines
    }

    /// The line with the cursor.
    pub fn row(&self) -> usize {
        self.row
    }

    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(TextField::is_empty)
    }

    /// Is the cursor in a last line that has no text?
    pub fn ends_here(&self) -> bool {
        self.row + 1 == self.lines.len() && self.lines.get(self.row).is_none_or(TextField::is_empty)
    }

    /// Takes away the empty line at the end that asked to leave.
    pub fn drop_last_empty(&mut self) {
        if self.lines.len() > 1 && self.lines.last().is_some_and(TextField::is_empty) {
            self.lines.pop();
            self.row = self.row.min(self.lines.len() - 1);
        }
    }

    /// Inserts text at the cursor, its line breaks too.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.break_line();
            }
            if let Some(field) = self.lines.get_mut(self.row) {
                field.insert(line);
            }
        }
    }

    /// Carries an edit out; `false` when the cursor could not go where it was sent, out at the top or the bottom.
    pub fn edit(&mut self, edit: TextEdit) -> bool {
        let (before, after) = self.split();
        let (at_start, at_end) = (before.is_empty(), after.is_empty());
        let last = self.lines.len() - 1;
        match edit {
            TextEdit::NewLine => self.break_line(),
            TextEdit::Up => return self.go_to(self.row.checked_sub(1)),
            TextEdit::Down => return self.go_to(Some(self.row + 1).filter(|row| *row <= last)),
            TextEdit::Backspace | TextEdit::DeleteWord if at_start && self.row > 0 => self.join(self.row - 1),
            TextEdit::Delete | TextEdit::DeleteToEnd if at_end && self.row < last => self.join(self.row),
            TextEdit::Left | TextEdit::WordLeft if at_start && self.row > 0 => {
                self.row -= 1;
                self.in_line(TextEdit::End);
            }
            TextEdit::Right | TextEdit::WordRight if at_end && self.row < last => {
                self.row += 1;
                self.in_line(TextEdit::Home);
            }
            TextEdit::Insert(_)
            | TextEdit::Backspace
            | TextEdit::Delete
            | TextEdit::Left
            | TextEdit::Right
            | TextEdit::WordLeft
            | TextEdit::WordRight
            | TextEdit::Home
            | TextEdit::End
            | TextEdit::DeleteWord
            | TextEdit::DeleteToStart
            | TextEdit::DeleteToEnd => self.in_line(edit),
        }
        true
    }

    fn in_line(&mut self, edit: TextEdit) {
        if let Some(line) = self.lines.get_mut(self.row) {
            line.edit(edit);
        }
    }

    fn split(&self) -> (&str, &str) {
        self.lines.get(self.row).map_or(("", ""), TextField::split)
    }

    fn break_line(&mut self) {
        let (before, after) = self.split();
        let halves = [TextField::new(before), cursor_between("", after)];
        self.lines.splice(self.row..=self.row, halves);
        self.row += 1;
    }

    /// Joins a line with the next one, the cursor where they met.
    fn join(&mut self, row: usize) {
        if let [first, second, ..] = self.lines.get(row..).unwrap_or_default() {
            let joined = cursor_between(first.text(), second.text());
            self.lines.splice(row..=row + 1, [joined]);
            self.row = row;
        }
    }

    /// Moves the cursor into another line, as many characters from its start as now.
    fn go_to(&mut self, row: Option<usize>) -> bool {
        let Some((row, line)) = row.and_then(|row| Some((row, self.lines.get(row)?))) else { return false };
        let column = self.split().0.graphemes(true).count();
        let at = line.text().grapheme_indices(true).nth(column).map_or(line.text().len(), |(start, _)| start);
        let (before, after) = line.text().split_at(at);
        let moved = cursor_between(before, after);
        self.lines.splice(row..=row, [moved]);
        self.row = row;
        true
    }
}

fn cursor_between(before: &str, after: &str) -> TextField {
    let mut field = TextField::new(after);
    field.edit(TextEdit::Home);
    field.insert(before);
    field
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edit(notes: &mut Notes, edits: &[TextEdit]) {
        for one in edits {
            notes.edit(*one);
        }
    }

    #[test]
    fn lines_break_and_join_at_the_cursor() {
        let mut notes = Notes::new("uno dos");
        edit(&mut notes, &[TextEdit::WordLeft, TextEdit::NewLine]);
        assert_eq!(notes.text(), "uno \ndos");
        edit(&mut notes, &[TextEdit::Backspace]);
        assert_eq!(notes.text(), "uno dos");
        edit(&mut notes, &[TextEdit::Insert('x')]);
        assert_eq!(notes.text(), "uno xdos");
        notes.insert("\r\ny\n");
        assert_eq!(notes.text(), "uno x\ny\ndos");
        edit(&mut notes, &[TextEdit::Left, TextEdit::Delete]);
        assert_eq!(notes.text(), "uno x\nydos");
    }

    #[test]
    fn the_cursor_keeps_its_column_and_says_when_it_leaves() {
        let mut notes = Notes::new("áéíóú\nab");
        assert!(notes.edit(TextEdit::Up));
        notes.edit(TextEdit::Insert('|'));
        assert_eq!(notes.text(), "áé|íóú\nab");
        assert!(!notes.edit(TextEdit::Up));
        assert!(notes.edit(TextEdit::Down));
        assert!(!notes.edit(TextEdit::Down));
        assert_eq!(notes.row(), 1);
    }

    #[test]
    fn an_empty_last_line_asks_to_leave() {
        let mut notes = Notes::new("");
        assert!(notes.ends_here());
        notes.insert("uno");
        assert!(!notes.ends_here());
        notes.edit(TextEdit::NewLine);
        assert!(notes.ends_here());
        notes.drop_last_empty();
        assert_eq!((notes.text().as_str(), notes.row()), ("uno", 0));
    }

    proptest! {
        #[test]
        fn text_comes_back_as_it_went_in(text in "[^\\p{C}]{0,8}(\n[^\\p{C}]{0,8}){0,4}") {
            prop_assert_eq!(Notes::new(&text).text(), text);
        }
    }
}
