//! One line of text being typed: what is in it, where the cursor is, how keys change it.

use unicode_segmentation::UnicodeSegmentation as _;

/// A change of text that a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEdit {
    Insert(char),
    Backspace,
    Delete,
    Left,
    Right,
    WordLeft,
    WordRight,
    /// Only where a text has several lines, like the next two.
    Up,
    Down,
    NewLine,
    Home,
    End,
    DeleteWord,
    DeleteToStart,
    DeleteToEnd,
}

/// What pasted or typed text may hold at most, in bytes.
const LIMIT: usize = 1 << 20;

/// A line of text with a cursor between two of its characters as people see them (grapheme clusters).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// A byte position in `text`, always at a cluster's edge.
    cursor: usize,
}

impl TextField {
    /// With the cursor after the text.
    pub fn new(text: impl Into<String>) -> Self {
        let mut field = Self::default();
        field.insert(&text.into());
        field
    }

    /// With the cursor between two texts.
    pub fn around(before: &str, after: &str) -> Self {
        let mut field = Self::new(before);
        let cursor = field.cursor;
        field.insert(after);
        field.cursor = field.edge_at_or_after(cursor);
        field
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text before the cursor, and the text after it.
    pub fn split(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Inserts text at the cursor; line breaks and tabs become spaces, other control characters go.
    pub fn insert(&mut self, text: &str) {
        // Terminals send pasted line breaks as carriage returns.
        for character in text.replace("\r\n", "\n").chars() {
            let character = if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character };
            if !character.is_control() && self.text.len() + character.len_utf8() <= LIMIT {
                self.text.insert(self.cursor, character);
                self.cursor += character.len_utf8();
            }
        }
        // A combining mark joins the character before it, or the one after the cursor.
        self.cursor = self.edge_at_or_after(self.cursor);
    }

    /// Carries an edit out; says whether the text, not only the cursor, changed.
    pub fn edit(&mut self, edit: TextEdit) -> bool {
        let length = self.text.len();
        match edit {
            TextEdit::Insert(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            TextEdit::Backspace => self.delete(self.left(), self.cursor),
            TextEdit::Delete => self.delete(self.cursor, self.right()),
            TextEdit::Left => self.cursor = self.left(),
            TextEdit::Right => self.cursor = self.right(),
            TextEdit::WordLeft => self.cursor = self.word_left(),
            TextEdit::WordRight => self.cursor = self.word_right(),
            TextEdit::Up | TextEdit::Down | TextEdit::NewLine => {}
            TextEdit::Home => self.cursor = 0,
            TextEdit::End => self.cursor = length,
            TextEdit::DeleteWord => self.delete(self.word_left(), self.cursor),
            TextEdit::DeleteToStart => self.delete(0, self.cursor),
            TextEdit::DeleteToEnd => self.delete(self.cursor, length),
        }
        self.text.len() != length
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = self.edge_at_or_after(from);
    }

    fn edge_at_or_after(&self, position: usize) -> usize {
        let starts = self.text.grapheme_indices(true).map(|(start, _)| start);
        starts.chain([self.text.len()]).find(|&start| start >= position).unwrap_or(self.text.len())
    }

    fn left(&self) -> usize {
        let before = self.split().0;
        before.grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn right(&self) -> usize {
        self.cursor + self.split().1.graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        let words = self.split().0.split_word_bound_indices();
        words.rev().find(|(_, word)| !word.trim().is_empty()).map_or(0, |(start, _)| start)
    }

    fn word_right(&self) -> usize {
        let after = self.split().1.split_word_bound_indices();
        let end =
            after.map(|(start, word)| (start + word.len(), word)).find(|(_, word)| !word.trim().is_empty());
        end.map_or(self.text.len(), |(end, _)| self.cursor + end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(field: &TextField) -> (String, String) {
        (field.split().0.to_owned(), field.split().1.to_owned())
    }

    #[test]
    fn text_is_typed_at_the_cursor() {
        let mut field = TextField::new("Lpez");
        field.edit(TextEdit::Home);
        field.edit(TextEdit::Right);
        assert!(field.edit(TextEdit::Insert('ó')));
        assert_eq!(split(&field), ("Ló".into(), "pez".into()));
        assert!(field.edit(TextEdit::Delete));
        assert!(field.edit(TextEdit::Backspace));
        assert_eq!(field.text(), "Lez");
        assert!(!field.edit(TextEdit::Left));
    }

    #[test]
    fn words_are_jumped_and_deleted_whole() {
        let mut field = TextField::new("pide un presupuesto ");
        field.edit(TextEdit::WordLeft);
        assert_eq!(field.split().0, "pide un ");
        field.edit(TextEdit::DeleteWord);
        assert_eq!(split(&field), ("pide ".into(), "presupuesto ".into()));
        field.edit(TextEdit::WordRight);
        assert_eq!(field.split().1, " ");
        field.edit(TextEdit::DeleteToStart);
        assert_eq!(field.text(), " ");
        field.edit(TextEdit::DeleteToEnd);
        assert!(field.is_empty());
    }

    #[test]
    fn a_paste_is_one_line_without_control_characters() {
        let mut field = TextField::default();
        field.insert("una\r\nlínea\t\u{1b}[31m");
        assert_eq!(field.text(), "una línea [31m");
        let mut field = TextField::default();
        field.insert("línea uno\rlínea dos\nlínea tres");
        assert_eq!(field.text(), "línea uno línea dos línea tres");
    }

    #[test]
    fn a_character_of_several_code_points_goes_as_one() {
        let mut field = TextField::new("e\u{301}👨‍👩‍👧");
        field.edit(TextEdit::Backspace);
        assert_eq!(field.text(), "e\u{301}");
        field.edit(TextEdit::Backspace);
        assert!(field.is_empty());
    }

    fn any_edit() -> impl Strategy<Value = TextEdit> {
        prop_oneof![
            any::<char>().prop_map(TextEdit::Insert),
            proptest::sample::select(vec![
                TextEdit::Backspace,
                TextEdit::Delete,
                TextEdit::Left,
                TextEdit::Right,
                TextEdit::WordLeft,
                TextEdit::WordRight,
                TextEdit::NewLine,
                TextEdit::Home,
                TextEdit::End,
                TextEdit::DeleteWord,
                TextEdit::DeleteToStart,
                TextEdit::DeleteToEnd,
            ]),
        ]
    }

    proptest! {
        #[test]
        fn the_cursor_stays_at_the_edge_of_a_character(text in ".{0,12}", edits in proptest::collection::vec(any_edit(), 0..40)) {
            let mut field = TextField::new(text);
            for edit in edits {
                field.edit(edit);
                let edges = field.text.grapheme_indices(true).map(|(start, _)| start).chain([field.text.len()]);
                prop_assert!(edges.into_iter().any(|edge| edge == field.cursor));
                prop_assert!(!field.text.chars().any(char::is_control));
            }
        }
    }
}
