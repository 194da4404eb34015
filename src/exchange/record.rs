//! Splits CSV text into records by RFC 4180, and says where a text is cut off, too long or no text; it knows no header.
//!
//! Written here because a quote that is never closed must be an error with its place: ready-made readers take the rest of
//! the file for one field and call it a success. Memory is bounded by [`MAX_RECORD`], whatever the file holds.

mod split;

use super::error::Problem;
use memchr::{memchr, memchr_iter};
use split::{Look, Split};
use std::io::Read;

/// The longest record, in bytes.
pub const MAX_RECORD: usize = 1 << 20;

/// The most lines that a text between quotes may have; beyond it a quote was forgotten.
pub const MAX_QUOTED_LINES: u64 = 1_000;

/// What is read from the file at once.
const CHUNK: usize = 256 << 10;

/// One record: its fields without quotes, and where it stands.
#[derive(Debug, Default)]
pub struct Record {
    text: String,
    /// Where each field ends in `text`.
    ends: Vec<usize>,
    /// The line on which it begins, from 1.
    pub line: u64,
    /// The line on which a quote opened that closes on another one.
    pub quoted_from: Option<u64>,
}

impl Record {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The field, empty where the record is too short.
    pub fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start =
            index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..*end).unwrap_or_default()
    }

    pub fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Is there nothing in any field?
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The records of a source, one at a time.
pub struct Records<R> {
    source: R,
    delimiter: u8,
    buffer: Vec<u8>,
    start: usize,
    filled: usize,
    ended: bool,
    /// The line on which the next record begins.
    line: u64,
    /// Bytes of all records so far.
    offset: u64,
    /// Did the last record end with a line break?
    closed: bool,
}

impl<R: Read> Records<R> {
    /// `line` is the number of the source's first line.
    pub fn new(source: R, delimiter: u8, line: u64) -> Self {
        Self {
            source,
            delimiter,
            buffer: Vec::new(),
            start: 0,
            filled: 0,
            ended: false,
            line,
            offset: 0,
            closed: true,
        }
    }

    /// Bytes of the records read so far.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Did the last record end with a line break?
    pub fn closed(&self) -> bool {
        self.closed
    }

    /// Reads the next record; `false` at the end of the source.
    pub fn next(&mut self, record: &mut Record) -> Result<bool, Problem> {
        loop {
            record.line = self.line;
            record.quoted_from = None;
            let pending = self.buffer.get(self.start..self.filled).unwrap_or_default();
            if pending.is_empty() && self.ended {
                return Ok(false);
            }
            let mut split = Split::new(pending, self.delimiter, self.ended, record);
            let look = split.record()?;
            let Split { bytes, ends, quoted_from, .. } = split;
            match look {
                Look::Whole(length) => {
                    let raw = pending.get(..length).unwrap_or_default();
                    prove_text(raw, record.line)?;
                    // Whole pieces between ASCII marks of a text that was just proved: this cannot fail.
                    record.text = String::from_utf8(bytes).map_err(|_impossible| Problem::NotUtf8 {
                        line: record.line,
                        column: 1,
                        byte: 0,
                    })?;
                    record.ends = ends;
                    record.quoted_from = quoted_from;
                    self.closed = raw.ends_with(b"\n") || raw.ends_with(b"\r");
                    let breaks = u64::try_from(memchr_iter(b'\n', raw).count()).unwrap_or_default();
                    self.line += breaks.max(u64::from(raw.ends_with(b"\r")));
                    self.offset += u64::try_from(length).unwrap_or_default();
                    self.start += length;
                    return Ok(true);
                }
                Look::Cut(quote) => {
                    if let Some(quote) = quote.filter(|_| self.ended || pending.len() >= MAX_RECORD) {
                        return Err(quote.unclosed(record.line));
                    }
                    if pending.len() >= MAX_RECORD {
                        if let Some(at) = memchr(0, pending) {
                            return Err(Problem::Nul {
                                line: record.line,
                                column: characters(&pending[..at]) + 1,
                            });
                        }
                        return Err(Problem::LongLine { line: record.line });
                    }
                    self.fill()?;
                }
            }
        }
    }

    /// Reads more of the source behind what is pending.
    fn fill(&mut self) -> Result<(), Problem> {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.start = 0;
        if self.buffer.len() < self.filled + CHUNK {
            self.buffer.resize(self.filled + CHUNK, 0);
        }
        let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
        let read = loop {
            match self.source.read(room) {
                Ok(read) => break read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Problem::Io(error)),
            }
        };
        self.filled += read;
        self.ended = read == 0;
        Ok(())
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> u64 {
    let begins = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    u64::try_from(begins).unwrap_or_default()
}

/// Refuses what is no UTF-8 or holds a NUL, with its place.
fn prove_text(raw: &[u8], line: u64) -> Result<(), Problem> {
    let place = |at: usize| {
        let before = raw.get(..at).unwrap_or_default();
        let breaks = memchr_iter(b'\n', before).count();
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |feed| feed + 1);
        let column = characters(before.get(line_start..).unwrap_or_default()) + 1;
        (line + u64::try_from(breaks).unwrap_or_default(), column)
    };
    if let Some(at) = memchr(0, raw) {
        let (line, column) = place(at);
        return Err(Problem::Nul { line, column });
    }
    match std::str::from_utf8(raw) {
        Ok(_) => Ok(()),
        Err(error) => {
            let at = error.valid_up_to();
            let (line, column) = place(at);
            let byte = raw.get(at).copied().unwrap_or_default();
            Err(Problem::NotUtf8 { line, column, byte })
        }
    }
}

#[cfg(test)]
mod tests;
