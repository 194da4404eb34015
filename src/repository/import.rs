//! Brings a file in: its batch of typed rows in one immediate transaction and one action of the journal.
//!
//! What is new is kept by batch, so that the import of a million rows is taken back by a few statements; what changes
//! rows that were there is kept before and after like any other change. A file that changes nothing leaves no action.

mod find;
mod records;
mod sales;
mod withdraw;

pub use withdraw::withdraw;

use super::error::Error;
use super::journal::Action;
use crate::domain::currency::Currency;
use crate::domain::ids::{BatchId, ClientId, ContactId, ProductId, SalespersonId};
use crate::exchange::batch::{Batch, Index};
use crate::exchange::summary::{Outcome, Reason, Rejection};
use crate::exchange::target::Target;
use crate::exchange::{Import, Progress, Stage, field::Field, options::Watch};
use rusqlite::named_params;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// After so many rows the watcher is told.
const TOLD_EVERY: u64 = 500;

/// A file being brought in.
struct Bringing<'a, 'c, 'w> {
    action: &'a mut Action<'c>,
    batch: &'a Batch,
    id: BatchId,
    base: Currency,
    watch: &'a mut Watch<'w>,
    done: u64,
    total: u64,
    outcome: Outcome,
    /// What the rows of the batch are in the database; an error is why one was refused.
    sellers: Vec<Result<SalespersonId, Reason>>,
    products: Vec<Result<ProductId, Reason>>,
    clients: Vec<Result<ClientId, Reason>>,
    contacts: Vec<Option<ContactId>>,
}

/// Writes what the file holds within the action and says what became of it. Nothing is committed.
pub fn bring_in(
    action: &mut Action<'_>,
    import: &Import,
    base: Currency,
    watch: &mut Watch<'_>,
) -> Result<Outcome, Error> {
    let name = import.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    action.entitle(&name)?;
    let id = open_batch(action, import, &name)?;
    let batch = &import.batch;
    let rows = [
        batch.sellers.len(),
        batch.products.len(),
        batch.clients.len(),
        batch.contacts.len(),
        batch.lines.len(),
    ];
    let total = rows.iter().map(|count| u64::try_from(*count).unwrap_or_default()).sum();
    let mut bringing = Bringing {
        action,
        batch,
        id,
        base,
        watch,
        done: 0,
        total,
        outcome: Outcome::default(),
        sellers: Vec::with_capacity(batch.sellers.len()),
        products: Vec::with_capacity(batch.products.len()),
        clients: Vec::with_capacity(batch.clients.len()),
        contacts: Vec::with_capacity(batch.contacts.len()),
    };
    bringing.tell()?;
    bringing.sellers()?;
    bringing.products()?;
    bringing.clients()?;
    bringing.contacts()?;
    bringing.sales()?;
    bringing.done = total;
    bringing.tell()?;
    let outcome = bringing.outcome;
    close_batch(action, id, &outcome)?;
    if outcome.counts.changed() {
        action.touch_everything();
        action.traded |= outcome.counts.sales.changed();
    }
    Ok(outcome)
}

fn open_batch(action: &Action<'_>, import: &Import, name: &str) -> Result<BatchId, Error> {
    let mapping: BTreeMap<&str, Cow<'static, str>> = import
        .detected
        .columns
        .iter()
        .filter_map(|column| column.target.as_ref().map(|target| (column.name.as_str(), target.word())))
        .collect();
    action.transaction.execute(
        "INSERT INTO batch (action_id, file_name, file_hash, mapping, counts, imported_at)
         VALUES (:action, :name, :hash, :mapping, '{}', :at)",
        named_params! {
            ":action": action.id.0, ":name": name, ":hash": import.hash,
            ":mapping": serde_json::to_string(&mapping).unwrap_or_else(|_impossible| "{}".to_owned()),
            ":at": (action.session.now_ms)(),
        },
    )?;
    Ok(BatchId(action.transaction.last_insert_rowid()))
}

fn close_batch(action: &Action<'_>, id: BatchId, outcome: &Outcome) -> Result<(), Error> {
    let counts: BTreeMap<&str, [u64; 3]> = outcome
        .counts
        .each()
        .into_iter()
        .filter(|(_, count)| count.all() > 0)
        .map(|(word, count)| (word, [count.new, count.updated, count.unchanged]))
        .collect();
    let counts = serde_json::to_string(&counts).unwrap_or_else(|_impossible| "{}".to_owned());
    action.transaction.execute("UPDATE batch SET counts = ?2 WHERE id = ?1", (id.0, counts))?;
    Ok(())
}

impl<'c> Bringing<'_, 'c, '_> {
    fn tell(&mut self) -> Result<(), Error> {
        let progress = Progress { stage: Stage::Writing, done: self.done.min(self.total), total: self.total };
        if (self.watch)(progress).is_break() { Err(Error::Stopped) } else { Ok(()) }
    }

    /// So many rows are done.
    fn advance(&mut self, rows: u64) -> Result<(), Error> {
        let before = self.done / TOLD_EVERY;
        self.done += rows;
        if self.done / TOLD_EVERY > before { self.tell() } else { Ok(()) }
    }

    /// Writes new rows, which are kept by batch.
    fn new_rows<T>(&mut self, write: impl FnOnce(&mut Action<'c>) -> Result<T, Error>) -> Result<T, Error> {
        self.action.keep_by_batch(Some(self.id));
        let written = write(self.action);
        self.action.keep_by_batch(None);
        written
    }

    fn reject(&mut self, line: u64, field: Option<Field>, reason: Reason) {
        self.outcome.rejected.add(Rejection { line, target: field.map(Target::from), reason });
    }
}

/// The element of a list of the batch's.
fn at<T>(list: &[T], index: Index) -> Option<&T> {
    usize::try_from(index).ok().and_then(|index| list.get(index))
}
