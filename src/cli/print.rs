//! Everything that the command line writes: results to standard output, the rest to standard error, all of it through the
//! display boundary. No other module writes there.

use crate::text::safe::safe;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

/// Standard output, buffered. Who reads it may go away: that is an error of kind `BrokenPipe`, and no failure.
pub struct Output {
    stdout: BufWriter<StdoutLock<'static>>,
    /// Items of the array that is being written.
    items: usize,
}

impl Output {
    pub fn new() -> Self {
        Self { stdout: BufWriter::with_capacity(1 << 16, io::stdout().lock()), items: 0 }
    }

    /// One line, made safe.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.stdout, "{}", safe(text))
    }

    /// Lines that we made ourselves, each made safe.
    pub fn lines(&mut self, text: &str) -> io::Result<()> {
        text.lines().try_for_each(|line| self.line(line))
    }

    /// A program for a shell, as clap generates it from our own constants: it holds tabs, and nobody's data.
    pub fn script(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.write_all(bytes)
    }

    /// Begins one JSON array of objects, to be written as they come, a line each.
    pub fn begin_array(&mut self) -> io::Result<()> {
        self.items = 0;
        write!(self.stdout, "[")
    }

    /// One object. What a terminal would act on stands as `\u…`, which reads back as the same text.
    pub fn item(&mut self, object: &impl Serialize) -> io::Result<()> {
        let separator = if self.items == 0 { "\n" } else { ",\n" };
        self.items += 1;
        write!(self.stdout, "{separator}{}", harmless(&serde_json::to_string(object)?))
    }

    pub fn end_array(&mut self) -> io::Result<()> {
        let end = if self.items == 0 { "]" } else { "\n]" };
        writeln!(self.stdout, "{end}")
    }

    /// A line of CSV; on a terminal its texts are made safe.
    pub fn csv_row(&mut self, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let mut line = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        line.write_record(cells.map(|cell| if is_terminal() { safe(&cell).into_owned() } else { cell }))?;
        let bytes = line.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        self.stdout.write_all(&bytes)
    }

    /// A remark beside the result, after what was written of it so far.
    pub fn note(&mut self, text: &str) -> io::Result<()> {
        self.stdout.flush()?;
        note(text);
        Ok(())
    }

    /// Writes what is still held back.
    pub fn finish(mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// JSON in which no character steers a terminal, reorders or hides text. Only strings can hold such characters.
fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() || passes(c) {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

/// Would the display boundary let it through after a letter?
fn passes(c: char) -> bool {
    let mut pair = String::from("a");
    pair.push(c);
    safe(&pair) == pair
}

/// Does a person read the result on a terminal?
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The columns of the terminal that shows the result; `None` when it goes to a file or another program.
pub fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|&columns| columns > 0)
}

/// A remark beside the result.
pub fn note(text: &str) {
    // There is nobody to tell when standard error is gone.
    let _ = writeln!(io::stderr().lock(), "{}", safe(text));
}

/// A failure: what happened after the program's name, then why and what to do.
pub fn failure(lines: &[String]) {
    let mut lines = lines.iter();
    note(&format!("cartera: {}", lines.next().map_or("", String::as_str)));
    lines.for_each(|line| note(&format!("  {line}")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_reads_back_as_the_same_text_and_steers_nothing() {
        let hostile = "Peñalosa \u{1b}[31m \u{9b}2J \u{202e}evil\u{200b} 東京 \u{e0041} e\u{301}";
        let json = harmless(&serde_json::to_string(hostile).unwrap());
        for c in ['\u{1b}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{e0041}'] {
            assert!(!json.contains(c), "{json}");
        }
        assert!(json.contains("Peñalosa") && json.contains("東京") && json.contains("e\u{301}"), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }
}
