//! Lines of text whose parts say what they mean, not how they look.

use crate::text::safe;

/// What a piece of text is on the screen; the theme decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Normal,
    /// Less important: labels, rules, empty places.
    Dim,
    /// Names and headings.
    Title,
    /// The tab that is shown.
    Tab,
    /// Column heads.
    Head,
    /// The column head under the column cursor.
    Cursor,
    /// The selected row.
    Selected,
    /// A row that is marked.
    Marked,
    Stars,
    /// Late, or asking for attention.
    Warning,
    Error,
    Success,
    /// A key in the footer and in help.
    Key,
    /// Where text is typed.
    Input,
    /// A part of what is typed that was recognised.
    Chip,
}

/// One line. The texts may come straight from the data: they are made safe where they are drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RichLine(pub Vec<(Role, String)>);

impl RichLine {
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self(vec![(role, text.into())])
    }

    /// The line with one more part.
    #[must_use]
    pub fn and(mut self, role: Role, text: impl Into<String>) -> Self {
        self.push(role, text);
        self
    }

    pub fn push(&mut self, role: Role, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((role, text));
        }
    }
}

/// A text of any length as lines no wider than `width`; every line break of it is kept.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(1)).break_words(true);
    let paragraphs = safe::safe_lines(text);
    paragraphs
        .iter()
        .flat_map(|line| {
            let glued = glued(line);
            textwrap::wrap(&glued, &options)
                .into_iter()
                .map(|line| line.replace(GLUE, " "))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// A space at which no line ends.
const GLUE: char = '\u{a0}';

/// The line with a number and the sign or the letter of its unit in one piece: `1.234 €`, `94 %`, `90 d`.
fn glued(line: &str) -> String {
    let (mut rest, mut last) = (line.chars(), ' ');
    let mut glued = String::with_capacity(line.len());
    while let Some(character) = rest.next() {
        let mut after = rest.clone();
        let is_unit = character == ' '
            && last.is_ascii_digit()
            && after
                .next()
                .is_some_and(|unit| matches!(unit, '€' | '$' | '£' | '%') || unit.is_ascii_lowercase())
            && !after.next().is_some_and(char::is_alphanumeric);
        glued.push(if is_unit { GLUE } else { character });
        last = character;
    }
    glued
}

/// Lines that are looked at through a window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scroll {
    pub lines: Vec<RichLine>,
    /// The first line that is shown.
    pub top: usize,
}

impl Scroll {
    pub fn new(lines: Vec<RichLine>) -> Self {
        Self { lines, top: 0 }
    }

    /// Moves the window, as far as there is something to see.
    pub fn by(&mut self, lines: isize, height: usize) {
        let last = self.lines.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(lines).min(last);
    }

    /// The lines in a window of this height.
    pub fn visible(&self, height: usize) -> &[RichLine] {
        let top = self.top.min(self.lines.len().saturating_sub(height));
        &self.lines[top..(top + height).min(self.lines.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(wrapped("potencial 12.501 € y más", 18), ["potencial 12.501 €", "y más"]);
        assert_eq!(wrapped("potencial 12.501 € y más", 16), ["potencial", "12.501 € y más"]);
        assert_eq!(wrapped("comprar cada 90 d; activo 94 %", 14), ["comprar cada", "90 d; activo", "94 %"]);
        assert_eq!(wrapped("hay 3 clientes", 5), ["hay 3", "clien", "tes"]);
    }
}
