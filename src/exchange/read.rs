//! Reads one file into a batch: proves that it is text, looks at it whole, then takes its rows.

mod look;
mod open;

use super::batch::Batch;
use super::build::Builder;
use super::error::{FileError, Problem};
use super::options::{Options, Progress, Stage, Watch};
use super::record::{Record, Records};
use super::summary::{Detected, LeftOut, Note, Rejections, Tally};
use look::Look;
use open::{Hashing, Opened};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file read to its end, ready to be written.
#[derive(Debug)]
pub struct Import {
    pub path: PathBuf,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    pub detected: Detected,
    pub batch: Batch,
    pub rejected: Rejections,
    pub left_out: BTreeMap<LeftOut, Tally>,
    pub notes: BTreeMap<Note, Tally>,
}

/// Puts the files of one command into the order in which they are written: what others refer to comes first.
pub fn in_order(imports: &mut [Import]) {
    imports.sort_by_key(|import| import.detected.kind);
}

/// After so many records the watcher is told.
const TOLD_EVERY: u64 = 2_000;

/// Reads the file; nothing is written anywhere.
pub fn read(path: &Path, options: &Options, watch: &mut Watch<'_>) -> Result<Import, FileError> {
    read_file(path, options, watch).map_err(|problem| FileError { path: path.to_owned(), problem })
}

fn read_file(path: &Path, options: &Options, watch: &mut Watch<'_>) -> Result<Import, Problem> {
    let mut opened = open::open(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let plan = look::plan(&mut opened, &name, &options.custom)?;

    let mut seen = Seen { stage: Stage::Looking, total: opened.length, watch };
    let mut hashing = Hashing::new(opened.body()?);
    let look = look::all(&mut hashing, &plan, options, &mut seen)?;
    let hash = hashing.finish();
    if look.rows == 0 {
        return Err(Problem::HeaderOnly);
    }

    seen.stage = Stage::Reading;
    let mut builder = Builder::new(&plan.header, &look.readings, options);
    let mut hashing = Hashing::new(opened.body()?);
    let mut records = Records::new(&mut hashing, plan.delimiter, plan.first_line);
    rows(&mut records, plan.header_line, &mut seen, |record| builder.row(record))?;
    drop(records);
    if hashing.finish() != hash {
        return Err(Problem::Changed);
    }
    let built = builder.finish();
    Ok(Import {
        path: path.to_owned(),
        hash,
        detected: detected(&opened, &plan, &look),
        batch: built.batch,
        rejected: built.rejected,
        left_out: built.left_out,
        notes: built.notes,
    })
}

fn detected(opened: &Opened, plan: &look::Plan, look: &Look) -> Detected {
    let names = plan.header.names.iter().zip(&plan.header.targets).zip(&look.readings);
    Detected {
        kind: plan.header.kind,
        delimiter: char::from(plan.delimiter),
        bom: opened.bom,
        header_line: plan.header_line,
        columns: names
            .map(|((name, target), reading)| super::summary::Column {
                name: name.clone(),
                target: target.clone(),
                form: reading.form,
            })
            .collect(),
        rows: look.rows,
        closed: look.closed,
    }
}

/// Tells the watcher how far it is.
struct Seen<'a, 'w> {
    stage: Stage,
    total: u64,
    watch: &'a mut Watch<'w>,
}

impl Seen<'_, '_> {
    fn tell(&mut self, done: u64) -> Result<(), Problem> {
        let progress = Progress { stage: self.stage, done, total: self.total };
        if (self.watch)(progress).is_break() { Err(Problem::Stopped) } else { Ok(()) }
    }
}

/// Gives every row below the header that holds anything to `take`; how many there were.
fn rows<R: Read>(
    records: &mut Records<R>,
    header_line: u64,
    seen: &mut Seen<'_, '_>,
    mut take: impl FnMut(&Record),
) -> Result<u64, Problem> {
    let mut record = Record::default();
    let (mut read, mut rows) = (0_u64, 0_u64);
    seen.tell(0)?;
    while records.next(&mut record)? {
        read += 1;
        if read.is_multiple_of(TOLD_EVERY) {
            seen.tell(records.offset())?;
        }
        if record.line > header_line && !record.is_blank() {
            rows += 1;
            take(&record);
        }
    }
    seen.tell(seen.total)?;
    Ok(rows)
}

#[cfg(test)]
mod tests;
