//! The lines of a list: its rows, and above those that stand together a line that says what they have in common. A folded
//! group is its line alone.

use crate::domain::list::{Group, GroupValue};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// What stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group, by its number.
    Head(usize),
    /// A row, by its place among the rows.
    Row(usize),
}

#[derive(Debug, Clone)]
pub struct Lines {
    groups: Arc<[Group]>,
    folded: HashSet<GroupValue>,
    /// The line of each group's heading.
    heads: Vec<usize>,
    rows: usize,
    len: usize,
}

impl Default for Lines {
    fn default() -> Self {
        Self { groups: Arc::from([]), folded: HashSet::new(), heads: Vec::new(), rows: 0, len: 0 }
    }
}

impl Lines {
    /// Takes the groups of so many rows; what was folded stays so.
    pub fn take(&mut self, groups: &Arc<[Group]>, rows: usize) {
        self.groups = Arc::clone(groups);
        self.rows = rows;
        self.lay_out();
    }

    fn lay_out(&mut self) {
        self.heads.clear();
        if self.groups.is_empty() {
            self.len = self.rows;
            return;
        }
        let mut line = 0;
        for group in self.groups.iter() {
            self.heads.push(line);
            line += 1 + if self.folded.contains(&group.value) { 0 } else { group.count };
        }
        self.len = line;
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_grouped(&self) -> bool {
        !self.groups.is_empty()
    }

    pub fn at(&self, line: usize) -> Option<Line> {
        if line >= self.len {
            return None;
        }
        let Some(number) = self.heads.partition_point(|head| *head <= line).checked_sub(1) else {
            return Some(Line::Row(line));
        };
        let (head, group) = (self.heads.get(number)?, self.groups.get(number)?);
        Some(match line - head {
            0 => Line::Head(number),
            below => Line::Row(group.start + below - 1),
        })
    }

    /// The line of a row; of its heading, where it is folded away.
    pub fn of_row(&self, row: usize) -> usize {
        let Some(number) = self.groups.partition_point(|group| group.start <= row).checked_sub(1) else {
            return row;
        };
        let (Some(head), Some(group)) = (self.heads.get(number), self.groups.get(number)) else { return row };
        if self.folded.contains(&group.value) { *head } else { head + 1 + row - group.start }
    }

    /// The line of the heading over rows that have this in common.
    pub fn of_value(&self, value: &GroupValue) -> Option<usize> {
        let number = self.groups.iter().position(|group| group.value == *value)?;
        self.heads.get(number).copied()
    }

    /// The group of a heading.
    pub fn group(&self, number: usize) -> Option<&Group> {
        self.groups.get(number)
    }

    pub fn is_folded(&self, group: &Group) -> bool {
        self.folded.contains(&group.value)
    }

    /// The rows that stand in these lines, in their order.
    pub fn rows_in(&self, lines: Range<usize>) -> impl Iterator<Item = usize> {
        lines.filter_map(|line| match self.at(line)? {
            Line::Row(row) => Some(row),
            Line::Head(_) => None,
        })
    }

    /// Folds a group, or unfolds it.
    pub fn fold(&mut self, value: &GroupValue) {
        if !self.folded.remove(value) {
            self.folded.insert(value.clone());
        }
        self.lay_out();
    }

    /// Folds all groups; when all are folded, unfolds them.
    pub fn fold_all(&mut self) {
        if self.groups.iter().all(|group| self.folded.contains(&group.value)) {
            self.folded.clear();
        } else {
            self.folded.extend(self.groups.iter().map(|group| group.value.clone()));
        }
        self.lay_out();
    }

    pub fn unfold_all(&mut self) {
        self.folded.clear();
        self.lay_out();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_line_is_a_heading_or_the_row_that_says_so(
            counts in prop::collection::vec((1_usize..6, any::<bool>()), 0..8),
            alone in 0_usize..9,
        ) {
            let mut groups = Vec::new();
            let mut start = 0;
            for (number, (count, _)) in (0..).zip(&counts) {
                let value = GroupValue::Number(number);
                groups.push(Group { value, start, count: *count, subtotal_minor: None });
                start += count;
            }
            let rows = if groups.is_empty() { alone } else { start };
            let groups: Arc<[Group]> = groups.into();
            let mut lines = Lines::default();
            lines.take(&groups, rows);
            for (group, (_, folded)) in groups.iter().zip(&counts) {
                if *folded {
                    lines.fold(&group.value);
                }
            }
            let all: Vec<Line> = (0..lines.len()).map(|line| lines.at(line).unwrap()).collect();
            prop_assert_eq!(lines.at(lines.len()), None);
            let mut seen = 0;
            let mut wanted = Vec::new();
            for (number, (count, folded)) in counts.iter().enumerate() {
                wanted.push(Line::Head(number));
                let of_group = seen..seen + count;
                seen = of_group.end;
                wanted.extend(of_group.filter(|_| !folded).map(Line::Row));
            }
            wanted.extend((0..rows).filter(|_| counts.is_empty()).map(Line::Row));
            prop_assert_eq!(&all, &wanted);
            for row in 0..rows {
                match all[lines.of_row(row)] {
                    Line::Row(there) => prop_assert_eq!(there, row),
                    Line::Head(number) => prop_assert!(lines.is_folded(&groups[number]) && groups[number].start <= row),
                }
            }
            for (number, group) in groups.iter().enumerate() {
                prop_assert_eq!(all[lines.of_value(&group.value).unwrap()], Line::Head(number));
            }
        }
    }
}
