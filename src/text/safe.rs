//! The display boundary: the only way for text from data, files and errors to reach the terminal.
//!
//! Stored data stay as they were received; what is shown has no character that steers the terminal, reorders or hides
//! text, or hangs on another without end. The function `scalar::verdict` alone decides which scalar value may pass.

mod scalar;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use scalar::{Verdict, verdict};

const REPLACEMENT: char = '\u{fffd}';
const DOTTED_CIRCLE: char = '◌';
const ELLIPSIS: char = '…';
const NEWLINE: char = '↵';
const JOINER: char = '\u{200d}';

/// Marks that one base character may carry; living scripts need no more.
const MAX_MARKS: u8 = 4;

/// Joiners in one emoji; a family of four needs three.
const MAX_JOINERS: u8 = 4;

/// The text on one line, with every unsafe character replaced by a visible one. Safe text comes back as it is, so that
/// `safe(safe(x)) == safe(x)`.
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let cleaned = Cleaner::default().clean(text);
    if cleaned == text { Cow::Borrowed(text) } else { Cow::Owned(cleaned) }
}

/// The lines of a text of several lines, each safe; tabs become spaces.
pub fn safe_lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.split('\n').map(|line| safe(line).into_owned()).collect()
}

/// The columns that a text takes when it is drawn character by character, as the screen does.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The safe text cut to `width` columns, the cut shown by `…`. Never wider than asked; narrower by one where a wide
/// character does not fit.
pub fn fit(text: &str, width: usize) -> String {
    let text = safe(text);
    let mut used = 0;
    // Where the text must be cut, should it turn out to be too long: the last place that leaves room for the ellipsis.
    let mut cut = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        if used < width {
            cut = start;
        }
        used += grapheme.width();
        if used > width {
            let mut cut_text = text[..cut].to_owned();
            if width > 0 {
                cut_text.push(ELLIPSIS);
            }
            return cut_text;
        }
    }
    text.into_owned()
}

/// The safe text in exactly `width` columns: cut, or filled with spaces on the right.
pub fn pad(text: &str, width: usize) -> String {
    let mut fitted = fit(text, width);
    fitted.extend(std::iter::repeat_n(' ', width.saturating_sub(self::width(&fitted))));
    fitted
}

/// The safe text in exactly `width` columns: cut, or filled with spaces on the left.
pub fn pad_left(text: &str, width: usize) -> String {
    let fitted = fit(text, width);
    let mut padded = " ".repeat(width.saturating_sub(self::width(&fitted)));
    padded.push_str(&fitted);
    padded
}

/// What came before, as far as the next character depends on it.
#[derive(Default)]
struct Cleaner {
    out: String,
    /// There is a character that can carry marks.
    has_base: bool,
    /// The base is an emoji, so that a selector or a joiner may follow.
    emoji: bool,
    marks: u8,
    joiners: u8,
}

impl Cleaner {
    fn clean(mut self, text: &str) -> String {
        self.out.reserve(text.len());
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if c == '\r' && rest.peek() == Some(&'\n') {
                continue;
            }
            let next = rest.peek().copied();
            match verdict(c) {
                Verdict::Base => self.base(c, false),
                Verdict::Emoji => self.base(c, true),
                Verdict::Mark => self.mark(c),
                Verdict::Space => {
                    self.base(c, false);
                    self.has_base = false;
                }
                Verdict::Joiner if self.joins(next) => {
                    self.joiners += 1;
                    self.out.push(c);
                }
                Verdict::Selector if self.emoji => self.selector(c),
                Verdict::Newline => self.replace(NEWLINE),
                Verdict::Picture(picture) => self.replace(picture),
                Verdict::Joiner | Verdict::Selector | Verdict::Replace => self.replace(REPLACEMENT),
            }
        }
        self.out
    }

    fn base(&mut self, c: char, emoji: bool) {
        if !self.out.ends_with(JOINER) {
            self.joiners = 0;
        }
        self.out.push(c);
        self.has_base = true;
        self.emoji = emoji;
        self.marks = 0;
    }

    /// A mark without a base gets a dotted circle; those beyond the fourth are left out.
    fn mark(&mut self, c: char) {
        if !self.has_base {
            self.base(DOTTED_CIRCLE, false);
        }
        if self.marks < MAX_MARKS {
            self.marks += 1;
            self.out.push(c);
        }
    }

    fn selector(&mut self, c: char) {
        if self.marks < MAX_MARKS {
            self.marks += 1;
            self.out.push(c);
        }
    }

    /// A joiner is kept only before an emoji, so nothing else ever follows one that was kept.
    fn joins(&self, next: Option<char>) -> bool {
        let between = self.emoji && next.is_some_and(|c| verdict(c) == Verdict::Emoji);
        between && self.joiners < MAX_JOINERS
    }

    fn replace(&mut self, c: char) {
        self.base(c, false);
        self.has_base = false;
    }
}

#[cfg(test)]
mod tests;
