//! The clients in order, by the columns that are held in memory.

use super::{ClientIndex, NONE, usize_of};
use crate::domain::list::Column;
use std::cmp::Reverse;

impl ClientIndex {
    /// The place of each slot in the order of names.
    pub fn places(&self) -> Vec<u32> {
        let mut places = vec![NONE; self.facts.len()];
        for (place, slot) in (0..).zip(&self.order) {
            places[usize_of(*slot)] = place;
        }
        places
    }

    /// Sorts slots by levels of columns; what is equal in all of them keeps its place.
    pub fn sort_by(&self, slots: &mut [usize], levels: &[(Column, bool)]) {
        for (column, descending) in levels.iter().rev() {
            self.sort(slots, *column, *descending);
        }
    }

    /// A stable sort by one column, missing values last whatever the direction.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other columns are SQLite's to sort by")]
    fn sort(&self, slots: &mut [usize], column: Column, descending: bool) {
        if column == Column::Name {
            let places = self.places();
            return by(slots, descending, |slot| Some(places[slot]));
        }
        let facts = &self.facts;
        match column {
            Column::Stars => {
                by(slots, descending, |slot| Some(facts[slot].stars).filter(|stars| *stars >= 0));
            }
            Column::SalesYear => by(slots, descending, |slot| Some(facts[slot].sales_year)),
            Column::Potential => by(slots, descending, |slot| facts[slot].potential()),
            Column::LastBuy => by(slots, descending, |slot| facts[slot].last_buy.get()),
            Column::LastVisit => by(slots, descending, |slot| facts[slot].last_visit.get()),
            Column::LastTouch => by(slots, descending, |slot| facts[slot].last_touch.get()),
            Column::NextDue => by(slots, descending, |slot| facts[slot].next_due.get()),
            Column::City => by(slots, descending, |slot| self.cities.rank_of(facts[slot].city)),
            Column::Owner => by(slots, descending, |slot| self.owners.rank_of(facts[slot].owner)),
            Column::Stake => by(slots, descending, |slot| Some(facts[slot].care.stake)),
            _ => debug_assert!(!in_memory(column), "{column:?} is held in memory and not sorted"),
        }
    }
}

/// Is the column held in the index?
pub fn in_memory(column: Column) -> bool {
    matches!(
        column,
        Column::Name
            | Column::Stars
            | Column::SalesYear
            | Column::Potential
            | Column::LastBuy
            | Column::LastVisit
            | Column::LastTouch
            | Column::NextDue
            | Column::City
            | Column::Owner
            | Column::Stake
    )
}

/// How a client list is ordered.
#[derive(Debug, Clone, Copy)]
pub enum Order<'a> {
    /// By these columns of the index, first level first, then by name.
    Index(&'a [(Column, bool)]),
    /// As these keys come.
    Given(&'a [i64]),
}

fn by<K: Ord>(slots: &mut [usize], descending: bool, key: impl Fn(usize) -> Option<K>) {
    if descending {
        slots.sort_by_key(|slot| key(*slot).map_or((true, None), |key| (false, Some(Reverse(key)))));
    } else {
        slots.sort_by_key(|slot| key(*slot).map_or((true, None), |key| (false, Some(key))));
    }
}
