//! The help overlay: what works here, with its keys; and the palette: everything that can be asked for, wherever one is.
//! Typing filters, Enter runs.

use super::context::Context;
use super::tab::Tab;
use super::{Action, Model, TextField};
use crate::text::Lang;
use crate::text::fold;
use crate::text::fuzzy::Fuzzy;
use std::cmp::Reverse;

/// What it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The keys of the place; words filter.
    Here,
    /// All there is, in the words of both languages; letters find, the best first.
    Everything,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Where it was asked for.
    pub context: Context,
    pub scope: Scope,
    pub filter: TextField,
    pub index: usize,
    pub top: usize,
}

/// What can be run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// In this place.
    Act(Context, Action),
    Show(Tab),
}

/// One line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub command: Command,
    pub keys: String,
    pub text: String,
}

impl Help {
    pub fn new(context: Context, scope: Scope) -> Self {
        Self { context, scope, filter: TextField::default(), index: 0, top: 0 }
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
    /// What it shows now.
    pub fn help_entries(&self, help: &Help) -> Vec<Entry> {
        match help.scope {
            Scope::Here => self.keys_here(help),
            Scope::Everything => self.palette(help),
        }
    }

    /// The entry that Enter runs.
    pub fn help_chosen(&self, help: &Help) -> Option<Command> {
        self.help_entries(help).get(help.index).map(|entry| entry.command)
    }

    /// The actions of the place whose keys, word or sentence hold every word of the filter.
    fn keys_here(&self, help: &Help) -> Vec<Entry> {
        let words = fold::fold(help.filter.text());
        let mut entries = self.entries_of(help.context);
        entries.retain(|(entry, action)| {
            let whole = fold::fold(&format!("{} {} {}", entry.keys, entry.text, action.word()));
            words.split_whitespace().all(|word| whole.contains(word))
        });
        entries.into_iter().map(|(entry, _)| entry).collect()
    }

    fn entries_of(&self, context: Context) -> Vec<(Entry, Action)> {
        let lang = self.locale.lang;
        let entries = self.keymap.entries(context).into_iter();
        let entries = entries.map(|(action, chords)| {
            let keys: Vec<String> = chords.iter().map(|chord| chord.label(lang)).collect();
            let command = Command::Act(context, action);
            (Entry { command, keys: keys.join(" "), text: lang.t(&action.help_key()) }, action)
        });
        entries.collect()
    }

    /// What the place can do, then what its list could, then every list; found by letters of either language.
    fn palette(&self, help: &Help) -> Vec<Entry> {
        let lang = self.locale.lang;
        let other = Lang::ALL.into_iter().find(|it| *it != lang).unwrap_or(lang);
        let is_list = |action: Action| Tab::ALL.iter().any(|tab| tab.action() == action);
        // To move is what keys are for, and every list has an entry of its own.
        let runs =
            |action: Action| action != Action::Palette && !is_list(action) && !super::settle::moves(action);
        let mut found: Vec<(Entry, String)> = Vec::new();
        for context in [help.context, Context::List] {
            for (entry, action) in self.entries_of(context) {
                let is_new = |command: Command| !matches!(command, Command::Act(_, it) if it == action);
                if runs(action) && found.iter().all(|(it, _)| is_new(it.command)) {
                    let words =
                        format!("{} {}", other.t(&action.help_key()), action.word().replace('_', " "));
                    found.push((entry, words));
                }
            }
        }
        let names = Tab::ALL.into_iter().map(|tab| {
            let text = lang.ta("palette-list", &[("list", lang.tab(tab.word()).into())]);
            let entry = Entry { command: Command::Show(tab), keys: self.digit_of(tab), text };
            // What its key says of it has more words for it.
            let words = Lang::ALL.map(|lang| lang.t(&tab.action().help_key())).join(" ");
            let words = if tab.turn() == 0 { words } else { String::new() };
            (entry, format!("{} {words}", other.tab(tab.word())))
        });
        found.extend(names);
        rank(help.filter.text(), found)
    }

    /// The key of a list, as often as it must be pressed: `6 6`.
    fn digit_of(&self, tab: Tab) -> String {
        let chords = self.keymap.chords(Context::List, tab.action());
        let Some(key) = chords.first().map(|chord| chord.label(self.locale.lang)) else {
            return String::new();
        };
        vec![key; tab.turn() + 1].join(" ")
    }
}

/// The entries in which the letters are found, in their own text or in the other words for it, the best first. With nothing
/// typed all stay in their order.
fn rank(text: &str, entries: Vec<(Entry, String)>) -> Vec<Entry> {
    let mut fuzzy = Fuzzy::new(text);
    let mut found: Vec<(u32, Entry)> = entries
        .into_iter()
        .filter_map(|(entry, words)| {
            // Who types a key looks for what it does.
            let is_key = !text.is_empty() && entry.keys.split(' ').any(|key| key == text);
            let score = fuzzy.best([entry.text.as_str(), &words]);
            if is_key { Some((u32::MAX, entry)) } else { score.map(|score| (score, entry)) }
        })
        .collect();
    if !text.trim().is_empty() {
        found.sort_by_key(|(score, _)| Reverse(*score));
    }
    found.into_iter().map(|(_, entry)| entry).collect()
}
