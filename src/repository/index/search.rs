//! Which clients hold the words of a search.

use super::{ClientIndex, SlotSet, usize_of};
use crate::text::fold::fold;
use memchr::memmem::Finder;

impl ClientIndex {
    /// The live slots whose text holds the (folded) word.
    pub fn holding(&self, word: &str) -> SlotSet {
        let mut found = SlotSet::of(self.facts.len());
        // Nothing to look for, such as a character that no key holds, would be found at the end for ever.
        if word.is_empty() {
            return found.opposite();
        }
        let finder = Finder::new(word.as_bytes());
        let mut from = 0;
        while let Some(hit) = self.text.get(from..).and_then(|text| finder.find(text)) {
            let slot = self.starts.partition_point(|start| *start <= from + hit).saturating_sub(1);
            found.insert(slot);
            from = self.starts.get(slot + 1).copied().unwrap_or(self.text.len());
        }
        found
    }

    /// For each word of a search the live slots that hold it.
    pub fn holding_each(&self, search: &str) -> Vec<SlotSet> {
        words(search).iter().map(|word| self.holding(word)).collect()
    }

    /// At most `limit` clients that are not archived and hold every word: first those that begin with the text, then
    /// the others, each by name.
    pub fn propose(&self, text: &str, limit: usize) -> Vec<i64> {
        let wanted = fold(text);
        let words = self.holding_each(text);
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for slot in self.order.iter().map(|slot| usize_of(*slot)) {
            if self.facts[slot].archived || !words.iter().all(|found| found.contains(slot)) {
                continue;
            }
            let begins =
                self.text.get(self.starts[slot]..).is_some_and(|own| own.starts_with(wanted.as_bytes()));
            let into = if begins { &mut first } else { &mut rest };
            if into.len() < limit {
                into.push(self.facts[slot].id);
            }
            if first.len() >= limit {
                break;
            }
        }
        first.append(&mut rest);
        first.truncate(limit);
        first
    }
}

/// The folded words of a search.
fn words(search: &str) -> Vec<String> {
    fold(search).split_whitespace().map(str::to_owned).collect()
}
