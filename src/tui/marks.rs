//! The marked rows of a list: by key, so that they stay on their rows whatever is sorted, filtered or added. It knows no
//! list: whoever owns it says which rows are shown.

use crate::repository::request::Ticket;
use std::collections::HashSet;

/// What is known of the money of the marked rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sum {
    /// It is to be asked for.
    #[default]
    Due,
    Asked(Ticket),
    Known(i64),
}

/// A range that is being extended: what it marked, in order, so that going back takes it away again.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    /// Where the selection stands as long as nothing else moved it.
    end: i64,
    /// Downwards?
    down: bool,
    /// Each row that it went over, and whether it was this range that marked it.
    steps: Vec<(i64, bool)>,
}

/// The keys that are marked.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    ids: HashSet<i64>,
    /// Those that the list does not show, because of its filter or because they are gone.
    hidden: usize,
    stretch: Option<Stretch>,
    sum: Sum,
}

impl Marks {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn hidden(&self) -> usize {
        self.hidden
    }

    pub fn contains(&self, id: i64) -> bool {
        self.ids.contains(&id)
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Marks the row, or takes its mark away.
    pub fn turn(&mut self, id: i64) {
        if !self.ids.remove(&id) {
            self.ids.insert(id);
        }
        self.stretch = None;
        self.sum = Sum::Due;
    }

    /// Marks all of these rows; none at all when they are marked already.
    pub fn turn_all(&mut self, shown: &[i64]) {
        let all = !shown.is_empty() && shown.iter().all(|id| self.ids.contains(id));
        if all {
            self.clear();
            return;
        }
        self.ids.extend(shown);
        self.stretch = None;
        self.sum = Sum::Due;
    }

    /// Extends the range from one row to the next one of a direction; the way back takes away what the range marked.
    pub fn stretch(&mut self, from: i64, to: i64, down: bool) {
        let mut stretch = match self.stretch.take() {
            Some(stretch) if stretch.end == from => stretch,
            Some(_) | None => {
                let fresh = self.ids.insert(from);
                Stretch { end: from, down, steps: vec![(from, fresh)] }
            }
        };
        if let [(_, _)] = stretch.steps.as_slice() {
            stretch.down = down;
        }
        if stretch.down == down {
            stretch.steps.push((to, self.ids.insert(to)));
        } else if let Some((left, fresh)) = stretch.steps.pop()
            && fresh
        {
            self.ids.remove(&left);
        }
        stretch.end = to;
        self.stretch = Some(stretch);
        self.sum = Sum::Due;
    }

    /// The rows of the list are these now.
    pub fn shown(&mut self, shown: &[i64]) {
        let seen =
            if self.ids.is_empty() { 0 } else { shown.iter().filter(|id| self.contains(**id)).count() };
        self.hidden = self.ids.len().saturating_sub(seen);
    }

    /// The marked rows: those that are shown as they are shown, then the others by key.
    pub fn in_order(&self, shown: &[i64]) -> Vec<i64> {
        let mut ids: Vec<i64> = shown.iter().copied().filter(|id| self.contains(*id)).collect();
        if self.hidden > 0 {
            let seen: HashSet<i64> = ids.iter().copied().collect();
            let mut others: Vec<i64> = self.ids.difference(&seen).copied().collect();
            others.sort_unstable();
            ids.extend(others);
        }
        ids
    }

    // Their money.

    pub fn sum_minor(&self) -> Option<i64> {
        match self.sum {
            Sum::Known(minor) => Some(minor),
            Sum::Due | Sum::Asked(_) => None,
        }
    }

    /// Something was written: it may be another sum by now.
    pub fn mark_stale(&mut self) {
        self.sum = Sum::Due;
    }

    /// Is it to be asked for?
    pub fn wants_sum(&self) -> bool {
        !self.ids.is_empty() && self.sum == Sum::Due
    }

    pub fn ask(&mut self, ticket: Ticket) {
        self.sum = Sum::Asked(ticket);
    }

    /// Takes the sum, if it answers the latest question.
    pub fn take_sum(&mut self, ticket: Ticket, minor: i64) {
        if self.sum == Sum::Asked(ticket) {
            self.sum = Sum::Known(minor);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(marks: &Marks) -> Vec<i64> {
        let mut ids: Vec<i64> = marks.ids.iter().copied().collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn the_way_back_takes_away_what_the_range_marked_and_nothing_else() {
        let mut marks = Marks::default();
        marks.turn(3);
        marks.stretch(1, 2, true);
        marks.stretch(2, 3, true);
        marks.stretch(3, 4, true);
        assert_eq!(marked(&marks), [1, 2, 3, 4]);
        marks.stretch(4, 3, false);
        marks.stretch(3, 2, false);
        assert_eq!(marked(&marks), [1, 2, 3], "3 was marked before");
        marks.stretch(2, 1, false);
        marks.stretch(1, 0, false);
        assert_eq!(marked(&marks), [0, 1, 3], "beyond its beginning it goes the other way");
    }

    #[test]
    fn all_is_none_again_and_what_is_hidden_is_counted() {
        let mut marks = Marks::default();
        marks.turn(9);
        marks.turn_all(&[1, 2]);
        marks.shown(&[1, 2]);
        assert_eq!((marks.len(), marks.hidden()), (3, 1));
        assert_eq!(marks.in_order(&[2, 1]), [2, 1, 9]);
        marks.turn_all(&[1, 2]);
        assert!(marks.is_empty());
        marks.turn_all(&[]);
        assert!(marks.is_empty());
    }

    #[test]
    fn an_answer_to_an_earlier_question_is_no_sum() {
        let mut marks = Marks::default();
        marks.turn(1);
        marks.ask(Ticket(1));
        marks.turn(2);
        marks.ask(Ticket(2));
        marks.take_sum(Ticket(1), 5);
        assert_eq!(marks.sum_minor(), None);
        marks.take_sum(Ticket(2), 7);
        assert_eq!(marks.sum_minor(), Some(7));
    }
}
