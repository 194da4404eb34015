//! The second reading: rows to typed rows, each thing once; bad rows are refused with their reason, not the file.

mod people;
mod prune;
mod row;
mod sales;

use super::batch::{Batch, fill};
use super::form::Reading;
use super::header::Header;
use super::options::Options;
use super::record::Record;
use super::summary::{Exact, FileKind, LeftOut, Note, Rejection, Rejections, Tally};
use people::People;
use row::{Columns, Row};
use sales::Sales;
use std::collections::BTreeMap;

/// What became of the rows.
#[derive(Debug)]
pub struct Built {
    pub batch: Batch,
    pub rejected: Rejections,
    pub left_out: BTreeMap<LeftOut, Tally>,
    pub notes: BTreeMap<Note, Tally>,
}

/// Makes the batch of a file, row by row.
pub struct Builder<'a> {
    columns: Columns<'a>,
    people: People,
    sales: Sales,
    built: Built,
}

impl<'a> Builder<'a> {
    pub fn new(header: &'a Header, readings: &'a [Reading], options: &Options) -> Self {
        Self {
            columns: Columns::new(header, readings, options.base),
            people: People::default(),
            sales: Sales::new(options.keep_repeats),
            built: Built {
                batch: Batch::new(header.kind),
                rejected: Rejections::default(),
                left_out: BTreeMap::new(),
                notes: BTreeMap::new(),
            },
        }
    }

    /// Takes one row.
    pub fn row(&mut self, record: &Record) {
        let Self { columns, people, sales, built } = self;
        let taken = columns.row(record).and_then(|row| take(row, people, sales, built));
        for rejection in people.unfit.drain(..).chain(taken.err()) {
            built.rejected.add(rejection);
        }
    }

    pub fn finish(self) -> Built {
        let Self { people, sales, mut built, .. } = self;
        people.name_products(&mut built.batch);
        sales.finish(&mut built);
        if built.batch.kind == FileKind::Sales {
            prune::unused(&mut built.batch);
        }
        built
    }
}

fn take(row: Row<'_>, people: &mut People, sales: &mut Sales, built: &mut Built) -> Result<(), Rejection> {
    let batch = &mut built.batch;
    let merged = match batch.kind {
        FileKind::Sales => return sales.row(row, people, built),
        FileKind::Clients => people.client_row(row, batch)?,
        FileKind::Contacts => people.contact_row(row, batch)?,
        FileKind::Products => people.product_row(row, batch)?,
        FileKind::Salespeople => people.seller_row(row, batch)?,
    };
    if merged {
        built.note(Note::Merged, row.line(), Exact::default());
    }
    Ok(())
}

impl Built {
    fn note(&mut self, note: Note, line: u64, exact: Exact) {
        self.notes.entry(note).or_default().add(line, exact);
    }

    fn leave_out(&mut self, why: LeftOut, line: u64, exact: Exact) {
        self.left_out.entry(why).or_default().add(line, exact);
    }
}
