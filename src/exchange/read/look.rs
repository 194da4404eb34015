//! The first reading: the delimiter, the header, and how each column writes its values.

use super::open::{Hashing, Opened};
use super::{Seen, rows};
use crate::domain::custom::CustomFields;
use crate::exchange::error::Problem;
use crate::exchange::form::{Evidence, Reading};
use crate::exchange::header::{self, Header};
use crate::exchange::options::Options;
use crate::exchange::record::{Record, Records};
use std::io::Read;

/// In the order of preference where they do equally well.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A header stands among the first rows: titles and blank lines may stand above it.
const HEADER_WITHIN: usize = 10;

/// What the beginning of the file says.
pub struct Plan {
    pub delimiter: u8,
    pub header: Header,
    pub header_line: u64,
    /// The line on which the text begins.
    pub first_line: u64,
}

/// What the whole of it says.
pub struct Look {
    pub readings: Vec<Reading>,
    pub rows: u64,
    /// Does the last line end in a line break?
    pub closed: bool,
}

/// Finds the delimiter and the header.
pub fn plan(opened: &mut Opened, file_name: &str, defined: &CustomFields) -> Result<Plan, Problem> {
    let mut best: Option<(Beginning, u8)> = None;
    let mut failed = None;
    for delimiter in DELIMITERS {
        match first_records(opened, delimiter) {
            Ok(first) => {
                if best.as_ref().is_none_or(|(known, _)| first.merit(defined) > known.merit(defined)) {
                    best = Some((first, delimiter));
                }
            }
            Err(problem) => failed = failed.or(Some(problem)),
        }
    }
    // A quote that never closes is seen with every delimiter.
    let (first, delimiter) = best.ok_or_else(|| failed.unwrap_or(Problem::Empty))?;
    let Some(at) = first.header_at(defined) else { return Err(Problem::Empty) };
    let Some(record) = first.records.get(at) else { return Err(Problem::Empty) };
    let header = Header::read(record, file_name, defined)?;
    Ok(Plan { delimiter, header, header_line: record.line, first_line: 1 })
}

/// The first records by one delimiter.
struct Beginning {
    records: Vec<Record>,
}

fn first_records(opened: &mut Opened, delimiter: u8) -> Result<Beginning, Problem> {
    let mut reader = Records::new(opened.body()?, delimiter, 1);
    let mut records = Vec::new();
    while records.len() < HEADER_WITHIN {
        let mut record = Record::default();
        match reader.next(&mut record) {
            Ok(true) if record.is_blank() || is_excel_hint(&record) => {}
            Ok(true) => records.push(record),
            Ok(false) => break,
            // The header may be sound even so; the whole reading says what is wrong below it.
            Err(_) if !records.is_empty() => break,
            Err(problem) => return Err(problem),
        }
    }
    Ok(Beginning { records })
}

/// `sep=;`, by which spreadsheets are told the delimiter.
fn is_excel_hint(record: &Record) -> bool {
    record.get(0).len() <= 5 && record.get(0).to_ascii_lowercase().starts_with("sep=")
}

impl Beginning {
    /// The first record with the most names that we know; without any, the first of all.
    fn header_at(&self, defined: &CustomFields) -> Option<usize> {
        let known = |record: &Record| header::known(record, defined);
        let best = self.records.iter().map(known).max()?;
        self.records.iter().position(|record| known(record) == best)
    }

    /// How well the delimiter does: names that we know, then columns.
    fn merit(&self, defined: &CustomFields) -> (usize, usize) {
        self.header_at(defined)
            .and_then(|at| self.records.get(at))
            .map_or((0, 0), |record| (header::known(record, defined), record.len()))
    }
}

/// Reads it to its end.
pub fn all<R: Read>(
    source: &mut Hashing<R>,
    plan: &Plan,
    options: &Options,
    seen: &mut Seen<'_, '_>,
) -> Result<Look, Problem> {
    let mut evidence = Evidence::new(&plan.header);
    let mut records = Records::new(source, plan.delimiter, plan.first_line);
    let rows = rows(&mut records, plan.header_line, seen, |record| evidence.observe(record))?;
    Ok(Look { readings: evidence.decide(&options.locale), rows, closed: records.closed() })
}
