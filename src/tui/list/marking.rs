//! The marks of a list, kept in step with what it shows.

use super::{List, Tickets};
use crate::repository::request::{Request, Ticket};
use crate::tui::marks::Marks;
use crate::tui::row::Row;

impl List {
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    pub fn mark(&mut self) {
        if let Some(id) = self.selected {
            self.marks.turn(id);
            self.marks.shown(&self.ids);
            self.move_by(1);
        }
    }

    /// Selects the row at a place and marks it, or takes its mark away.
    pub fn mark_at(&mut self, place: usize) {
        self.select_index(place);
        if let Some(id) = self.selected {
            self.marks.turn(id);
            self.marks.shown(&self.ids);
        }
    }

    /// Extends the marks by the row below or above the selected one, which is selected then.
    pub fn mark_on(&mut self, down: bool) {
        let Some(from) = self.selected else { return };
        let rows = if down { 1 } else { -1 };
        self.move_by(rows);
        if self.is_on_head() {
            // Past the heading of the next group.
            self.move_by(rows);
        }
        if let Some(to) = self.selected.filter(|to| *to != from) {
            self.marks.stretch(from, to, down);
            self.marks.shown(&self.ids);
        }
    }

    /// Marks all rows that are shown, or none.
    pub fn mark_all(&mut self) {
        self.marks.turn_all(&self.ids);
        self.marks.shown(&self.ids);
    }

    pub fn clear_marks(&mut self) {
        self.marks.clear();
    }

    /// The marked rows in their order.
    pub fn marked(&self) -> Vec<i64> {
        self.marks.in_order(&self.ids)
    }

    /// The marked rows that are at hand.
    pub fn marked_at_hand(&self) -> impl Iterator<Item = &Row> {
        let marked = self.ids.iter().filter(|id| self.marks.contains(**id));
        marked.filter_map(|id| self.rows.get(*id))
    }

    /// Does anything narrow it?
    pub fn is_narrowed(&self) -> bool {
        let query = &self.query;
        let of_somebody = query.client.is_some() || query.salesperson.is_some();
        self.is_filtered() || of_somebody || query.days.is_some()
    }

    /// All rows that are shown.
    pub fn ids(&self) -> &[i64] {
        &self.ids
    }

    /// The sum of the marked rows' money, where the list has money.
    pub fn marked_minor(&self) -> Option<i64> {
        let all = self.marks.len() == self.ids.len() && self.marks.hidden() == 0;
        self.sum_minor.and_then(|sum| if all { Some(sum) } else { self.marks.sum_minor() })
    }

    /// The question for that sum, when it is due.
    pub fn wanted_sum(&mut self, tickets: &mut Tickets) -> Option<Request> {
        if self.marked_minor().is_some() || self.sum_minor.is_none() || !self.marks.wants_sum() {
            return None;
        }
        let ticket = tickets.give();
        self.marks.ask(ticket);
        Some(Request::Sum { ticket, kind: self.query.kind, ids: self.marked() })
    }

    pub fn take_sum(&mut self, ticket: Ticket, minor: i64) {
        self.marks.take_sum(ticket, minor);
    }
}
