//! What conditions were computed from is kept for the next list: whoever types a line asks for its first conditions again
//! with every letter. Columns follow what is written; what was found in them holds until something is.

use super::alike::Alike;
use super::book::Book;
use super::column::{From, Piece, Reading};
use super::row_texts::{RowSet, RowTexts};
use super::texts::TextColumn;
use super::{ClientIndex, SlotSet};
use crate::domain::ids::ClientId;
use crate::domain::list::ListKind;
use crate::filter::{Field, Flag, Term};
use crate::repository::error::Error;
use rusqlite::Connection;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many sets, of an eighth of a byte a client each.
const MOST_SETS: usize = 64;

/// So many fields have their texts in memory.
const MOST_TEXTS: usize = 16;

/// The texts of the rows of so many lists.
const MOST_LISTS: usize = 2;

/// Of so many changed clients everything is read again sooner than of each of them.
const MOST_WRITTEN: usize = 2_000;

/// What clients did, kept row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ledger {
    Sales,
    /// The lines of sales.
    Bought,
    Done,
    Offers,
}

/// What was read of the clients beside the index.
#[derive(Debug, Default)]
pub struct Kept {
    /// The clients of whom something was written, each time.
    written: Vec<i64>,
    sets: RefCell<HashMap<Term, SlotSet>>,
    texts: RefCell<HashMap<Field, Reading<TextColumn>>>,
    rows: RefCell<HashMap<ListKind, Reading<RowTexts>>>,
    ledgers: [RefCell<Reading<Book>>; 4],
    alike: RefCell<Reading<Alike>>,
    flags: RefCell<HashMap<Flag, (SlotSet, usize)>>,
    lost: RefCell<Option<Lost>>,
}

/// Who lost a product, by key, and of whom something was written since that was read.
#[derive(Debug)]
pub struct Lost {
    pub clients: BTreeSet<i64>,
    pub stale: BTreeSet<i64>,
    /// The usual interval of the portfolio and the products still sold: when they change, everybody is read again.
    pub prior_millidays: i64,
    pub sold: HashSet<i64>,
}

impl Kept {
    /// Something was written: of these clients, or of more than is known.
    pub fn follow(&mut self, clients: Option<&[i64]>) {
        let Some(clients) = clients.filter(|it| self.written.len() + it.len() <= MOST_WRITTEN) else {
            *self = Self::default();
            return;
        };
        self.written.extend(clients);
        self.sets.borrow_mut().clear();
        if let Some(lost) = self.lost.borrow_mut().as_mut() {
            lost.stale.extend(clients);
        }
    }

    /// The clients that meet a condition.
    pub fn set(&self, term: &Term, read: impl FnOnce() -> Result<SlotSet, Error>) -> Result<SlotSet, Error> {
        if let Some(set) = self.sets.borrow().get(term) {
            return Ok(set.clone());
        }
        let set = read()?;
        put(&mut self.sets.borrow_mut(), term.clone(), set.clone(), MOST_SETS);
        Ok(set)
    }

    /// What is picked from the texts of a field.
    pub fn texts(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        field: Field,
        from: From<'_, TextColumn>,
        pick: impl FnOnce(&TextColumn) -> SlotSet,
    ) -> Result<SlotSet, Error> {
        let mut all = self.texts.borrow_mut();
        if all.len() >= MOST_TEXTS && !all.contains_key(&field) {
            all.clear();
        }
        let reading = all.entry(field).or_default();
        Ok(pick(reading.fresh(connection, index, from, &self.written)?))
    }

    /// The rows of a list that hold the (folded) word themselves; `None` when their texts are too much to be held.
    pub fn rows_holding(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        list: ListKind,
        from: From<'_, RowTexts>,
        word: &str,
    ) -> Result<Option<RowSet>, Error> {
        let mut all = self.rows.borrow_mut();
        if all.len() >= MOST_LISTS && !all.contains_key(&list) {
            all.clear();
        }
        let reading = all.entry(list).or_default();
        Ok(reading.fresh(connection, index, from, &self.written)?.holding(word))
    }

    /// What is picked from a ledger.
    pub fn ledger(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        ledger: Ledger,
        piece: Piece,
        pick: impl FnOnce(&Book) -> SlotSet,
    ) -> Result<SlotSet, Error> {
        let mut reading = self.ledgers[ledger as usize].borrow_mut();
        Ok(pick(reading.fresh(connection, index, (&[piece], ()), &self.written)?))
    }

    /// Those whose name or tax number is that of another.
    pub fn alike(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        piece: Piece,
    ) -> Result<SlotSet, Error> {
        let mut reading = self.alike.borrow_mut();
        Ok(reading.fresh(connection, index, (&[piece], ()), &self.written)?.set(index))
    }

    /// Whom a flag marks: all of them read once, then those of whom something was written.
    pub fn flag(
        &self,
        index: &ClientIndex,
        flag: Flag,
        is_marked: impl Fn(ClientId) -> Option<usize>,
    ) -> SlotSet {
        let mut flags = self.flags.borrow_mut();
        if let Some((set, seen)) = flags.get_mut(&flag) {
            set.grow(index.slots());
            let news = self.written.get(*seen..).unwrap_or_default();
            for slot in news.iter().filter_map(|client| is_marked(ClientId(*client))) {
                set.insert(slot);
            }
            *seen = self.written.len();
            return set.clone();
        }
        let mut set = index.none();
        for slot in index.clients().filter_map(is_marked) {
            set.insert(slot);
        }
        flags.insert(flag, (set.clone(), self.written.len()));
        set
    }

    /// Reads a part of a field's texts ahead, if it was not all read; was there one?
    pub fn texts_ahead(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        field: Field,
        from: From<'_, TextColumn>,
    ) -> Result<bool, Error> {
        let mut all = self.texts.borrow_mut();
        all.entry(field).or_default().ahead(connection, index, from, &self.written)
    }

    /// Reads a part of a ledger ahead, if it was not all read; was there one?
    pub fn ledger_ahead(
        &self,
        (connection, index): (&Connection, &ClientIndex),
        ledger: Ledger,
        piece: Piece,
    ) -> Result<bool, Error> {
        let mut reading = self.ledgers[ledger as usize].borrow_mut();
        reading.ahead(connection, index, (&[piece], ()), &self.written)
    }

    /// Who lost a product, as last read; `None` when nobody asked before.
    pub fn take_lost(&self) -> Option<Lost> {
        self.lost.take()
    }

    pub fn keep_lost(&self, lost: Lost) {
        self.lost.replace(Some(lost));
    }
}

fn put<K: Eq + std::hash::Hash, V>(kept: &mut HashMap<K, V>, key: K, value: V, most: usize) {
    if kept.len() >= most {
        kept.clear();
    }
    kept.insert(key, value);
}
