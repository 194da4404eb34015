//! What the rows of a list say themselves, folded, in memory: a search looks through one text instead of reading each row.

use super::column::Column;
use super::usize_of;
use crate::repository::error::Error;
use crate::text::fold::fold;
use memchr::memmem::Finder;
use rusqlite::Row;
use std::collections::{HashMap, HashSet};

/// More than so many bytes are not held: whoever writes so much waits for it to be read.
const MOST: usize = 40_000_000;

/// Keys from here on are not looked up by place.
const FAR: usize = 1 << 24;

/// Keys and texts of rows; of a row that was written again the last one holds.
#[derive(Debug, Default)]
pub struct RowTexts {
    text: String,
    starts: Vec<u32>,
    ids: Vec<i64>,
    /// Which of them is the last of a key.
    near: Vec<u32>,
    far: HashMap<i64, u32>,
    is_too_much: bool,
}

/// Some rows, by key.
#[derive(Debug, Clone, Default)]
pub struct RowSet {
    near: Vec<u64>,
    far: HashSet<i64>,
}

impl RowSet {
    fn insert(&mut self, id: i64) {
        let Some(place) = near(id) else {
            self.far.insert(id);
            return;
        };
        if self.near.len() <= place / 64 {
            self.near.resize(place / 64 + 1, 0);
        }
        self.near[place / 64] |= 1 << (place % 64);
    }

    pub fn contains(&self, id: i64) -> bool {
        near(id).map_or_else(
            || self.far.contains(&id),
            |place| self.near.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1),
        )
    }
}

fn near(id: i64) -> Option<usize> {
    usize::try_from(id).ok().filter(|id| *id < FAR)
}

impl Column for RowTexts {
    /// Is the text folded as it is stored?
    type How = bool;

    fn take(&mut self, is_folded: bool, _: u32, row: &Row<'_>) -> Result<(), Error> {
        if self.is_too_much {
            return Ok(());
        }
        let (id, number): (i64, u32) = (row.get(1)?, u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.ids.push(id);
        let own = row.get_ref(2)?.as_str_or_null().ok().flatten().unwrap_or_default();
        if is_folded {
            self.text += own;
        } else {
            self.text += &fold(own);
        }
        self.text.push('\n');
        match near(id) {
            Some(place) => {
                if self.near.len() <= place {
                    self.near.resize(place + 1, u32::MAX);
                }
                self.near[place] = number;
            }
            None => drop(self.far.insert(id, number)),
        }
        if self.text.len() > MOST {
            *self = Self { is_too_much: true, ..Self::default() };
        }
        Ok(())
    }

    fn close(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.ids.shrink_to_fit();
        self.near.shrink_to_fit();
    }
}

impl RowTexts {
    /// The rows whose text holds the (folded) word; `None` when their texts are too much to be held.
    pub fn holding(&self, word: &str) -> Option<RowSet> {
        if self.is_too_much {
            return None;
        }
        let mut found = RowSet::default();
        let start = |number: usize| self.starts.get(number).copied().map_or(self.text.len(), usize_of);
        let (finder, text) = (Finder::new(word), self.text.as_bytes());
        let mut from = 0;
        while let Some(hit) = text.get(from..).filter(|_| from < text.len()).and_then(|it| finder.find(it)) {
            let number = self.starts.partition_point(|start| usize_of(*start) <= from + hit) - 1;
            let id = self.ids.get(number).copied().unwrap_or_default();
            let last = near(id).map_or_else(|| self.far.get(&id), |place| self.near.get(place));
            if last.is_some_and(|last| usize_of(*last) == number) {
                found.insert(id);
            }
            from = start(number + 1);
        }
        Some(found)
    }
}
