//! Splits pending bytes into the fields of one record.

use super::{MAX_QUOTED_LINES, Record, characters};
use crate::exchange::error::Problem;
use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// How far one look at the buffer came.
pub enum Look {
    /// A record of so many bytes, line break included.
    Whole(usize),
    /// The buffer ends within a record; when within quotes, where they opened.
    Cut(Option<Place>),
}

/// A place in a record: lines below its first one, and the column from 1 in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    below: u64,
    column: u64,
}

impl Place {
    pub fn unclosed(self, line: u64) -> Problem {
        Problem::UnclosedQuote { line: line + self.below, column: self.column }
    }
}

/// One look at pending bytes.
pub struct Split<'a> {
    input: &'a [u8],
    delimiter: u8,
    ended: bool,
    line: u64,
    at: usize,
    /// The fields' bytes one after the other, and where each ends.
    pub bytes: Vec<u8>,
    pub ends: Vec<usize>,
    /// Line breaks before `at`, and where the line of `at` begins.
    below: u64,
    line_start: usize,
    /// The line on which a quote opened that closed on another one.
    pub quoted_from: Option<u64>,
}

impl<'a> Split<'a> {
    /// Takes the memory of the record before.
    pub fn new(input: &'a [u8], delimiter: u8, ended: bool, record: &mut Record) -> Self {
        let mut bytes = std::mem::take(&mut record.text).into_bytes();
        bytes.clear();
        let mut ends = std::mem::take(&mut record.ends);
        ends.clear();
        Self {
            input,
            delimiter,
            ended,
            line: record.line,
            at: 0,
            bytes,
            ends,
            below: 0,
            line_start: 0,
            quoted_from: None,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.input.get(at).copied()
    }

    pub fn record(&mut self) -> Result<Look, Problem> {
        if let Some(length) = self.plain() {
            return Ok(Look::Whole(length));
        }
        loop {
            if self.byte(self.at) == Some(b'"') {
                if let Some(open) = self.quoted()? {
                    return Ok(Look::Cut(Some(open)));
                }
            } else {
                self.unquoted();
            }
            match self.byte(self.at) {
                Some(byte) if byte == self.delimiter => {
                    self.at += 1;
                    self.end_field();
                }
                Some(b'\r') => {
                    // Whether a line feed follows is to be seen first.
                    if self.at + 1 == self.input.len() && !self.ended {
                        return Ok(Look::Cut(None));
                    }
                    self.end_field();
                    let feed = self.byte(self.at + 1) == Some(b'\n');
                    return Ok(Look::Whole(self.at + 1 + usize::from(feed)));
                }
                Some(_) => {
                    self.end_field();
                    return Ok(Look::Whole(self.at + 1));
                }
                None if self.ended => {
                    self.end_field();
                    return Ok(Look::Whole(self.at));
                }
                None => return Ok(Look::Cut(None)),
            }
        }
    }

    /// The common record, on one line and without quotes: its length, line break included.
    fn plain(&mut self) -> Option<usize> {
        let feed = memchr(b'\n', self.input)?;
        let line = self.input.get(..feed)?;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if memchr2(b'"', b'\r', line).is_some() {
            return None;
        }
        self.bytes.reserve(line.len());
        let mut start = 0;
        for end in memchr_iter(self.delimiter, line).chain([line.len()]) {
            self.bytes.extend_from_slice(line.get(start..end)?);
            self.ends.push(self.bytes.len());
            start = end + 1;
        }
        Some(feed + 1)
    }

    fn end_field(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// A field without quotes, up to the mark that ends it.
    fn unquoted(&mut self) {
        let rest = self.input.get(self.at..).unwrap_or_default();
        let length = memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
        self.bytes.extend_from_slice(rest.get(..length).unwrap_or_default());
        self.at += length;
    }

    /// A field in quotes, up to the mark that ends it; where it opened when the input ends within it. A quote that is
    /// neither doubled nor before a mark belongs to the text, as in `"5" pipe"`; but not when the text has already gone
    /// over several lines: then an earlier quote was forgotten.
    fn quoted(&mut self) -> Result<Option<Place>, Problem> {
        let open = self.place(self.at);
        self.at += 1;
        let first_line = self.below;
        loop {
            let rest = self.input.get(self.at..).unwrap_or_default();
            let Some(length) = memchr(b'"', rest) else { return self.cut(rest, open, first_line) };
            let piece = rest.get(..length).unwrap_or_default();
            self.take(piece);
            if self.below - first_line > MAX_QUOTED_LINES {
                return Err(open.unclosed(self.line));
            }
            match self.byte(self.at + 1) {
                Some(b'"') => {
                    self.bytes.push(b'"');
                    self.at += 2;
                }
                None if !self.ended => return Ok(Some(open)),
                _ => {
                    let blanks = self.input.get(self.at + 1..).unwrap_or_default();
                    let blanks = blanks.iter().take_while(|byte| **byte == b' ').count();
                    let after = self.byte(self.at + 1 + blanks);
                    if after.is_none() && !self.ended {
                        return Ok(Some(open));
                    }
                    if after.is_none_or(|byte| byte == self.delimiter || matches!(byte, b'\n' | b'\r')) {
                        self.at += 1 + blanks;
                        if self.below > first_line {
                            self.quoted_from = self.quoted_from.or(Some(self.line + open.below));
                        }
                        return Ok(None);
                    }
                    if self.below > first_line {
                        return Err(open.unclosed(self.line));
                    }
                    self.bytes.push(b'"');
                    self.at += 1;
                }
            }
        }
    }

    /// The input ends within quotes.
    fn cut(&mut self, rest: &'a [u8], open: Place, first_line: u64) -> Result<Option<Place>, Problem> {
        self.take(rest);
        if self.ended || self.below - first_line > MAX_QUOTED_LINES {
            return Err(open.unclosed(self.line));
        }
        Ok(Some(open))
    }

    /// Takes text that stands between quotes, with its line breaks.
    fn take(&mut self, piece: &'a [u8]) {
        self.bytes.extend_from_slice(piece);
        for feed in memchr_iter(b'\n', piece) {
            self.below += 1;
            self.line_start = self.at + feed + 1;
        }
        self.at += piece.len();
    }

    fn place(&self, at: usize) -> Place {
        let before = self.input.get(self.line_start..at).unwrap_or_default();
        Place { below: self.below, column: characters(before) + 1 }
    }
}
