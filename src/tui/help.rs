//! The help overlay: what works here, with its keys; typing filters, Enter runs.

use super::context::Context;
use super::{Action, Model, TextField};
use crate::text::fold;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Where help was asked for.
    pub context: Context,
    pub filter: TextField,
    pub index: usize,
    pub top: usize,
}

/// One line of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub action: Action,
    pub keys: String,
    pub text: String,
}

impl Help {
    pub fn new(context: Context) -> Self {
        Self { context, filter: TextField::default(), index: 0, top: 0 }
    }

    /// Moves the selection among `count` entries, and the window of this height with it.
    pub fn select(&mut self, index: usize, count: usize, height: usize) {
        self.index = index.min(count.saturating_sub(1));
        let height = height.max(1);
        self.top = self.top.min(self.index).max((self.index + 1).saturating_sub(height));
        self.top = self.top.min(count.saturating_sub(height));
    }
}

impl Model {
    /// What help shows now: the actions of the place whose keys, word or sentence hold every word of the filter.
    pub fn help_entries(&self, help: &Help) -> Vec<Entry> {
        let words = fold::fold(help.filter.text());
        let lang = self.locale.lang;
        let entries = self.keymap.entries(help.context).into_iter().map(|(action, chords)| {
            let keys: Vec<String> = chords.iter().map(|chord| chord.label(lang)).collect();
            Entry { action, keys: keys.join(" "), text: lang.t(&action.help_key()) }
        });
        entries
            .filter(|entry| {
                let whole = fold::fold(&format!("{} {} {}", entry.keys, entry.text, entry.action.word()));
                words.split_whitespace().all(|word| whole.contains(word))
            })
            .collect()
    }
}
