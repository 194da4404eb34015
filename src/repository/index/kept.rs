//! What was found for one condition is kept for the next list: whoever types a line asks for its first conditions again
//! with every letter. It holds until something is written.

use super::SlotSet;
use crate::filter::{Field, Term, Window};
use crate::repository::error::Error;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many sets, of an eighth of a byte a client each.
const MOST_SETS: usize = 64;

/// So many columns of amounts, of eight bytes a client each.
const MOST_AMOUNTS: usize = 6;

/// What is counted, and in which window.
type Counted = (Field, Option<Window>);

/// Sets of clients by what they meet, and what was added up for each client.
#[derive(Debug, Default)]
pub struct Kept {
    sets: RefCell<HashMap<Term, SlotSet>>,
    amounts: RefCell<HashMap<Counted, Vec<i64>>>,
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
    pub fn forget(&self, clients: Option<&[i64]>) {
        self.sets.borrow_mut().clear();
        self.amounts.borrow_mut().clear();
        let mut lost = self.lost.borrow_mut();
        match (clients, lost.as_mut()) {
            (Some(clients), Some(lost)) => lost.stale.extend(clients),
            (_, _) => *lost = None,
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

    /// What is picked from the amounts of a field in a window.
    pub fn amounts(
        &self,
        of: Counted,
        read: impl FnOnce() -> Result<Vec<i64>, Error>,
        pick: impl FnOnce(&[i64]) -> SlotSet,
    ) -> Result<SlotSet, Error> {
        if let Some(amounts) = self.amounts.borrow().get(&of) {
            return Ok(pick(amounts));
        }
        let amounts = read()?;
        let set = pick(&amounts);
        put(&mut self.amounts.borrow_mut(), of, amounts, MOST_AMOUNTS);
        Ok(set)
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
