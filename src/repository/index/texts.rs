//! The texts of one field of all clients, folded, in memory. A client may have several, and many may have the same.

use super::column::Column;
use super::{ClientIndex, SlotSet, usize_of};
use crate::repository::error::Error;
use rusqlite::Row;
use std::collections::HashMap;

/// Different texts that are told from each other while they are read: cities and sectors are few, names many.
const TOLD_APART: usize = 5_000;

/// How a stored text is taken apart and folded.
pub type Apart = fn(&str) -> Vec<String>;

/// The second column of rows.
#[derive(Debug, Default)]
pub struct TextColumn {
    /// The parts of each text, a line each.
    texts: String,
    ends: Vec<usize>,
    /// Slots and numbers of texts.
    rows: Vec<(u32, u32)>,
    /// The texts that were met while reading.
    met: HashMap<String, u32>,
}

impl Column for TextColumn {
    type How = Apart;

    fn take(&mut self, apart: Apart, slot: u32, row: &Row<'_>) -> Result<(), Error> {
        let stored = row.get_ref(1)?.as_str().unwrap_or_default();
        let number = if let Some(number) = self.met.get(stored) {
            *number
        } else {
            let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            self.texts += &apart(stored).join("\n");
            self.ends.push(self.texts.len());
            if self.met.len() < TOLD_APART {
                self.met.insert(stored.to_owned(), number);
            }
            number
        };
        self.rows.push((slot, number));
        Ok(())
    }

    fn close(&mut self) {
        self.met = HashMap::new();
        self.texts.shrink_to_fit();
        self.rows.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

impl TextColumn {
    /// Who has a text whose parts are meant.
    pub fn having(
        &self,
        index: &ClientIndex,
        is_meant: impl Fn(std::str::Split<'_, char>) -> bool,
    ) -> SlotSet {
        let mut from = 0;
        let meant: Vec<bool> = self
            .ends
            .iter()
            .map(|to| {
                let text = self.texts.get(from..*to).unwrap_or_default();
                from = *to;
                is_meant(text.split('\n'))
            })
            .collect();
        let mut set = index.none();
        for (slot, text) in &self.rows {
            if meant.get(usize_of(*text)).is_some_and(|meant| *meant) {
                set.insert(usize_of(*slot));
            }
        }
        set
    }
}
