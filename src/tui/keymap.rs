//! Which key does what where: data, from which input, footer and help all derive.

use super::action::Action;
use super::chord::Chord;
use super::context::Context;
use std::collections::{BTreeMap, HashMap};

/// The bindings in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    bindings: BTreeMap<(Context, Chord), Action>,
    /// The same the other way round, for help and footer; the plainest chord first.
    chords: HashMap<(Context, Action), Vec<Chord>>,
}

/// An entry of the config file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyProblem {
    /// A table under `[keys]` that names no place.
    Context(String),
    Chord {
        context: Context,
        chord: String,
    },
    Action {
        context: Context,
        chord: String,
        action: String,
    },
    /// The action exists, but does nothing there.
    Useless {
        context: Context,
        chord: String,
        action: Action,
    },
    /// Two entries of one file that mean the same key.
    Clash {
        context: Context,
        chord: String,
    },
    /// Something else than a name stands there.
    NotAName {
        context: Context,
        chord: String,
    },
}

/// The word that takes a key's binding away.
pub const UNBIND: &str = "none";

impl Keymap {
    /// Takes the entries of a `[keys]` table over what is bound, and says what is wrong with the others.
    pub fn merge(&mut self, keys: &toml::Table) -> Vec<KeyProblem> {
        let mut problems = Vec::new();
        for (place, entries) in keys {
            match (Context::from_word(place), entries.as_table()) {
                (Some(context), Some(entries)) => self.merge_context(context, entries, &mut problems),
                (Some(_) | None, _) => problems.push(KeyProblem::Context(place.clone())),
            }
        }
        self.index();
        problems
    }

    fn merge_context(&mut self, context: Context, entries: &toml::Table, problems: &mut Vec<KeyProblem>) {
        let mut seen = Vec::new();
        for (chord_text, value) in entries {
            let chord_name = || chord_text.clone();
            let Some(chord) = Chord::parse(chord_text) else {
                problems.push(KeyProblem::Chord { context, chord: chord_name() });
                continue;
            };
            let Some(word) = value.as_str() else {
                problems.push(KeyProblem::NotAName { context, chord: chord_name() });
                continue;
            };
            if seen.contains(&chord) {
                problems.push(KeyProblem::Clash { context, chord: chord_name() });
                continue;
            }
            seen.push(chord);
            if word == UNBIND {
                self.bindings.remove(&(context, chord));
                continue;
            }
            match Action::from_word(word) {
                None => {
                    let action = word.to_owned();
                    problems.push(KeyProblem::Action { context, chord: chord_name(), action });
                }
                Some(action) if !context.actions().contains(&action) => {
                    problems.push(KeyProblem::Useless { context, chord: chord_name(), action });
                }
                Some(action) => {
                    self.bindings.insert((context, chord), action);
                }
            }
        }
    }

    fn index(&mut self) {
        self.chords.clear();
        for ((context, chord), action) in &self.bindings {
            self.chords.entry((*context, *action)).or_default().push(*chord);
        }
    }

    /// What a key does in a place, or everywhere when the place says nothing. In places that take text, a key that types a
    /// character is only ever what the place itself says.
    pub fn action(&self, context: Context, chord: Chord) -> Option<Action> {
        let here = self.bindings.get(&(context, chord));
        let everywhere = || {
            let is_text = context.takes_text() && chord.types().is_some();
            if is_text { None } else { self.bindings.get(&(Context::Global, chord)) }
        };
        here.or_else(everywhere).copied()
    }

    /// The keys that do something in a place, the plainest first; those that work everywhere count where the place has
    /// none and does not take the key itself.
    pub fn chords(&self, context: Context, action: Action) -> Vec<Chord> {
        let bound = |context| self.chords.get(&(context, action)).map_or(&[][..], Vec::as_slice);
        let here = bound(context);
        let everywhere = bound(Context::Global)
            .iter()
            .copied()
            .filter(|&chord| self.action(context, chord) == Some(action) && !here.contains(&chord));
        here.iter().copied().chain(everywhere).collect()
    }

    /// Everything that works in a place, in the order of help, each with its keys. What has no key is there too, so that
    /// it can be found and run.
    pub fn entries(&self, context: Context) -> Vec<(Action, Vec<Chord>)> {
        let mut actions = context.actions();
        let everywhere = Context::Global.actions().into_iter().filter(|action| !actions.contains(action));
        actions.extend(everywhere.collect::<Vec<_>>());
        actions.into_iter().map(|action| (action, self.chords(context, action))).collect()
    }

    /// Every binding, in the order of the places.
    pub fn bindings(&self) -> impl Iterator<Item = (Context, Chord, Action)> + '_ {
        self.bindings.iter().map(|((context, chord), action)| (*context, *chord, *action))
    }
}
