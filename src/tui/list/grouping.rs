//! The groups of a list: its rows put together by a column, folded and unfolded.

use super::lines::Line;
use super::{List, Load};
use crate::domain::list::{Column, Group, GroupValue, grouping};
use crate::tui::row::Row;

/// A line as it is seen.
#[derive(Debug, Clone, Copy)]
pub enum Seen<'a> {
    /// The heading of a group.
    Head { group: &'a Group, folded: bool },
    /// `None` while it is on its way.
    Row(Option<&'a Row>),
}

impl List {
    /// Puts the rows together by the column under the cursor, or takes them apart again. The column comes back where that
    /// makes no sense: nearly each row would stand alone.
    pub fn group(&mut self) -> Result<(), Column> {
        let Some(column) = self.column() else { return Ok(()) };
        let group = if self.query.group == Some(column) {
            None
        } else if grouping(self.kind(), column).is_some() {
            Some(column)
        } else {
            return Err(column);
        };
        self.layout.group = group;
        self.is_layout_new = true;
        self.query.group = group;
        self.lines.unfold_all();
        self.load = Load::Due;
        self.stay_at_top();
        Ok(())
    }

    /// The column by which its rows are put together, as they are now.
    pub fn grouped_by(&self) -> Option<Column> {
        self.query.group.filter(|_| self.lines.is_grouped())
    }

    /// Is a heading selected rather than a row?
    pub fn is_on_head(&self) -> bool {
        self.on_head.is_some()
    }

    /// Folds the group whose heading is selected, or unfolds it.
    pub fn fold(&mut self) {
        if let Some(value) = &self.on_head {
            self.lines.fold(value);
        }
    }

    /// Folds all groups, or unfolds all. Who stood on a row that is folded away stands on its heading.
    pub fn fold_all(&mut self) {
        let row = self.selected.and_then(|id| self.ids.iter().position(|it| *it == id));
        self.lines.fold_all();
        let head = self.on_head.as_ref().and_then(|value| self.lines.of_value(value));
        if let Some(line) = row.map(|row| self.lines.of_row(row)).or(head) {
            self.select_index(line);
        }
    }

    /// How many lines it has: its rows that are not folded away, and the headings of its groups.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The lines in a window of this height, each with its place.
    pub fn visible(&self, height: usize) -> impl Iterator<Item = (usize, Seen<'_>)> {
        let end = (self.top + height).min(self.lines.len());
        (self.top.min(end)..end).filter_map(|line| {
            let seen = match self.lines.at(line)? {
                Line::Row(row) => Seen::Row(self.ids.get(row).and_then(|&id| self.rows.get(id))),
                Line::Head(number) => {
                    let group = self.lines.group(number)?;
                    Seen::Head { group, folded: self.lines.is_folded(group) }
                }
            };
            Some((line, seen))
        })
    }

    /// The key of the row in a line; none where a heading stands.
    pub fn id_at(&self, line: usize) -> Option<i64> {
        match self.lines.at(line)? {
            Line::Row(row) => self.ids.get(row).copied(),
            Line::Head(_) => None,
        }
    }

    /// Selects what stands in this line, or in the last one.
    pub fn select_index(&mut self, line: usize) {
        self.index = line.min(self.lines.len().saturating_sub(1));
        self.selected = self.id_at(self.index);
        self.on_head = self.head_at(self.index);
    }

    /// Selects what has taken the place of what was selected: a row, rather than the heading above it.
    pub(super) fn select_nearest(&mut self) {
        self.select_index(self.index);
        if self.on_head.is_some() {
            let below = self.index + 1;
            if self.id_at(below).is_some() {
                self.select_index(below);
            }
        }
    }

    fn head_at(&self, line: usize) -> Option<GroupValue> {
        match self.lines.at(line)? {
            Line::Head(number) => self.lines.group(number).map(|group| group.value.clone()),
            Line::Row(_) => None,
        }
    }
}
