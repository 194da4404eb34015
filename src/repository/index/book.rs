//! What clients did, as columns in memory: who, when, what and how much. Whatever is counted in a window of days is
//! counted from here.

use super::column::Column;
use super::{ClientIndex, SlotSet, usize_of};
use crate::domain::day::Day;
use crate::repository::error::Error;
use rusqlite::Row;
use std::collections::HashMap;

/// Rows of a client, a day, a thing, and an amount where the rows have one.
#[derive(Debug, Default)]
pub struct Book {
    slots: Vec<u32>,
    days: Vec<i32>,
    /// Which thing, by its number in `things`.
    whats: Vec<u32>,
    minors: Vec<i64>,
    things: HashMap<i64, u32>,
}

/// One of the rows.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub day: Day,
    what: u32,
    pub minor: i64,
}

/// Some of the things that rows are about, by their numbers.
#[derive(Debug)]
pub struct Things(Vec<bool>);

impl Things {
    pub fn hold(&self, entry: Entry) -> bool {
        self.0.get(usize_of(entry.what)).is_some_and(|is_meant| *is_meant)
    }
}

impl Column for Book {
    type How = ();

    fn take(&mut self, (): (), slot: u32, row: &Row<'_>) -> Result<(), Error> {
        let next = u32::try_from(self.things.len()).unwrap_or(u32::MAX);
        let what = *self.things.entry(row.get(2)?).or_insert(next);
        self.slots.push(slot);
        self.days.push(row.get(1)?);
        self.whats.push(what);
        if let Some(minor) = row.get(3)? {
            self.minors.push(minor);
        }
        Ok(())
    }
}

impl Book {
    /// Those of the things that the book knows.
    pub fn things(&self, wanted: impl IntoIterator<Item = i64>) -> Things {
        let mut things = vec![false; self.things.len()];
        for number in wanted.into_iter().filter_map(|thing| self.things.get(&thing)) {
            things[usize_of(*number)] = true;
        }
        Things(things)
    }

    fn entries(&self) -> impl Iterator<Item = (usize, Entry)> {
        let minors = self.minors.iter().copied().chain(std::iter::repeat(0));
        let rows = self.slots.iter().zip(&self.days).zip(&self.whats).zip(minors);
        rows.map(|(((slot, day), what), minor)| {
            (usize_of(*slot), Entry { day: Day(*day), what: *what, minor })
        })
    }

    /// What each client has, added up.
    pub fn sums(&self, index: &ClientIndex, amount: impl Fn(Entry) -> i64) -> Vec<i64> {
        let mut sums = vec![0_i64; index.slots()];
        for (slot, entry) in self.entries() {
            if let Some(sum) = sums.get_mut(slot) {
                *sum = sum.saturating_add(amount(entry));
            }
        }
        sums
    }

    /// Who has such an entry.
    pub fn having(&self, index: &ClientIndex, is_meant: impl Fn(Entry) -> bool) -> SlotSet {
        let mut set = index.none();
        for (slot, entry) in self.entries() {
            if is_meant(entry) {
                set.insert(slot);
            }
        }
        set
    }
}
