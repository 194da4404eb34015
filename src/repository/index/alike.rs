//! Clients whose name or tax number is that of another.

use super::column::Column;
use super::{ClientIndex, SlotSet, usize_of};
use crate::repository::error::Error;
use rusqlite::Row;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

/// Names and tax numbers by their hashes, of 64 bits and other ones each time: that two different ones of a portfolio of a
/// million have one is less likely than that the machine breaks.
#[derive(Debug, Default)]
pub struct Alike {
    by: RandomState,
    /// Slot, name, and tax number, which is 0 for none.
    rows: Vec<(u32, u64, u64)>,
}

impl Column for Alike {
    type How = ();

    fn take(&mut self, (): (), slot: u32, row: &Row<'_>) -> Result<(), Error> {
        let (name, tax) = (row.get_ref(1)?, row.get_ref(2)?);
        let tax = tax.as_str().unwrap_or_default();
        let tax = if tax.is_empty() { 0 } else { self.by.hash_one(tax) };
        self.rows.push((slot, self.by.hash_one(name.as_str().unwrap_or_default()), tax));
        Ok(())
    }
}

impl Alike {
    /// Those who are not alone.
    pub fn set(&self, index: &ClientIndex) -> SlotSet {
        let mut set = index.none();
        for which in [|row: &(u32, u64, u64)| row.1, |row: &(u32, u64, u64)| row.2] {
            let mut first: HashMap<u64, usize> = HashMap::with_capacity(self.rows.len());
            for row in self.rows.iter().filter(|row| index.is_live(usize_of(row.0)) && which(row) != 0) {
                let slot = usize_of(row.0);
                let other = *first.entry(which(row)).or_insert(slot);
                if other != slot {
                    set.insert(other);
                    set.insert(slot);
                }
            }
        }
        set
    }
}
