//! Sets of clients by what the columns hold, and by what is added up for each.

use super::{ClientIndex, Facts, SlotSet, usize_of};
use crate::domain::day::Day;
use crate::domain::ids::ClientId;

/// One client's columns.
#[derive(Clone, Copy)]
pub struct Picked<'i>(&'i Facts);

impl Picked<'_> {
    pub fn stars(self) -> Option<i64> {
        Some(i64::from(self.0.stars)).filter(|stars| *stars >= 0)
    }

    pub fn potential(self) -> Option<i64> {
        self.0.potential()
    }

    /// Sales of the last year against the potential, in hundredths of a percent, the halves up.
    pub fn share(self) -> Option<i64> {
        let potential = i128::from(self.0.potential().filter(|minor| *minor > 0)?);
        let share = (i128::from(self.0.sales_year) * 20_000 + potential).div_euclid(2 * potential);
        i64::try_from(share).ok()
    }

    pub fn owner(self) -> Option<i64> {
        Some(self.0.care.owner).filter(|owner| *owner != 0)
    }

    pub fn last_buy(self) -> Option<Day> {
        self.0.last_buy.get()
    }

    pub fn last_visit(self) -> Option<Day> {
        self.0.last_visit.get()
    }

    pub fn last_touch(self) -> Option<Day> {
        self.0.last_touch.get()
    }

    pub fn next_due(self) -> Option<Day> {
        self.0.next_due.get()
    }

    /// Not archived.
    pub fn is_in_use(self) -> bool {
        !self.0.archived
    }
}

/// How much of each client.
pub struct Amounts<'i> {
    index: &'i ClientIndex,
    amounts: Vec<i64>,
}

impl Amounts<'_> {
    pub fn add(&mut self, client: i64, amount: i64) {
        let slot = self.index.slot(ClientId(client)).map(usize_of);
        if let Some(sum) = slot.and_then(|slot| self.amounts.get_mut(slot)) {
            *sum = sum.saturating_add(amount);
        }
    }

    /// By slot.
    pub fn all(self) -> Vec<i64> {
        self.amounts
    }
}

impl ClientIndex {
    pub fn none(&self) -> SlotSet {
        SlotSet::of(self.facts.len())
    }

    pub fn insert(&self, set: &mut SlotSet, client: i64) {
        if let Some(slot) = self.slot(ClientId(client)) {
            set.insert(usize_of(slot));
        }
    }

    pub fn pick(&self, wanted: impl Fn(Picked<'_>) -> bool) -> SlotSet {
        let mut set = self.none();
        for (slot, facts) in self.facts.iter().enumerate() {
            if wanted(Picked(facts)) {
                set.insert(slot);
            }
        }
        set
    }

    /// The slots whose amount is wanted.
    pub fn pick_amounts(&self, amounts: &[i64], wanted: impl Fn(i64) -> bool) -> SlotSet {
        let mut set = self.none();
        for (slot, amount) in amounts.iter().enumerate() {
            if wanted(*amount) {
                set.insert(slot);
            }
        }
        set
    }

    pub fn amounts(&self) -> Amounts<'_> {
        Amounts { index: self, amounts: vec![0; self.facts.len()] }
    }

    /// The slot of a client.
    pub fn slot_of(&self, client: ClientId) -> Option<usize> {
        self.slot(client).map(usize_of)
    }
}

impl SlotSet {
    /// All that are not in it.
    #[must_use]
    pub fn opposite(mut self) -> Self {
        for word in &mut self.0 {
            *word = !*word;
        }
        self
    }
}
