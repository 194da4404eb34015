//! The filters of before, from which one is taken into the line.

use super::modal::{Line, Modal};
use super::{Action, Effect, Model, TextField, act, complete, settle};
use crate::text::fuzzy::Fuzzy;
use std::cmp::Reverse;

/// The list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    lines: Vec<String>,
    pub field: TextField,
    pub index: usize,
    pub top: usize,
}

impl Earlier {
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Those in which the letters are found, the best first; with nothing typed all, the latest first.
    pub fn entries(&self) -> Vec<&str> {
        let mut fuzzy = Fuzzy::new(self.field.text());
        let score = |line: &'_ String| fuzzy.score(line);
        let scores: Vec<Option<u32>> = self.lines.iter().map(score).collect();
        let mut found: Vec<(u32, &str)> = Vec::new();
        for (score, line) in scores.into_iter().zip(&self.lines) {
            found.extend(score.map(|score| (score, line.as_str())));
        }
        if !self.field.text().trim().is_empty() {
            found.sort_by_key(|(score, _)| Reverse(*score));
        }
        found.into_iter().map(|(_, line)| line).collect()
    }

    /// Moves the selection, and the window of this height with it.
    pub fn select(&mut self, index: usize, height: usize) {
        let count = self.entries().len();
        self.index = index.min(count.saturating_sub(1));
        self.top = self.top.min(self.index).max((self.index + 1).saturating_sub(height.max(1)));
        self.top = self.top.min(count.saturating_sub(height.max(1)));
    }
}

/// Opens the list over the line.
pub fn open(model: &mut Model) {
    let Some(Line::Search(search)) = &model.line else { return };
    let lines = search.history().to_vec();
    let field = TextField::default();
    model.modal = Some(Modal::Earlier(Earlier { lines, field, index: 0, top: 0 }));
}

/// On the list.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = settle::help_height(model);
    let Some(Modal::Earlier(mut earlier)) = model.modal.take() else { return Vec::new() };
    if let Some(rows) = act::steps(action, height) {
        earlier.select(earlier.index.saturating_add_signed(rows), height);
        model.modal = Some(Modal::Earlier(earlier));
    } else if action == Action::Submit {
        let line = earlier.entries().get(earlier.index).map(|line| (*line).to_owned());
        if let Some(line) = line {
            complete::with(model, |search, _| {
                search.field = TextField::new(line);
                search.changed();
                true
            });
        }
    }
    Vec::new()
}
