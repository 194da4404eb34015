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

    pub fn last_email(self) -> Option<Day> {
        self.0.last_email.get()
    }

    pub fn created(self) -> Day {
        Day(self.0.care.known_since)
    }
}

impl ClientIndex {
    pub fn none(&self) -> SlotSet {
        SlotSet::of(self.facts.len())
    }

    pub fn insert(&self, set: &mut SlotSet, client: i64) {
        if let Some(slot) = self.slot_of(ClientId(client)) {
            set.insert(slot);
        }
    }

    pub fn pick(&self, wanted: impl Fn(Picked<'_>) -> bool) -> SlotSet {
        self.with(|facts| wanted(Picked(facts)))
    }

    pub fn prospects(&self) -> SlotSet {
        self.with(|facts| facts.prospect)
    }

    pub fn archived(&self) -> SlotSet {
        self.with(|facts| facts.archived)
    }

    fn with(&self, wanted: impl Fn(&Facts) -> bool) -> SlotSet {
        let mut set = self.none();
        for (slot, facts) in self.facts.iter().enumerate() {
            if wanted(facts) {
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

    /// Those that are in both.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (place, word) in self.0.iter_mut().enumerate() {
            *word &= other.0.get(place).copied().unwrap_or(0);
        }
        self
    }

    /// Those that are in either.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
        self
    }
}
