//! What a list asks of the storage, and what it makes of the answers.

use super::{List, Load, Tickets};
use crate::domain::list::Group;
use crate::domain::today::TodayHead;
use crate::repository::request::{Request, Ticket};
use crate::tui::row::Row;
use std::ops::Range;
use std::sync::Arc;

/// The rows that a list has, as the storage says.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    pub ids: &'a Arc<[i64]>,
    pub sum_minor: Option<i64>,
    pub groups: &'a Arc<[Group]>,
    /// The first rows alone are not.
    pub complete: bool,
}

impl List {
    // What the storage says.

    /// Something was written: what is here may be out of date.
    pub fn mark_stale(&mut self) {
        self.load = Load::Due;
        self.rows.mark_stale();
        self.marks.mark_stale();
    }

    /// It comes into view: loads that were lost while it was hidden, because a newer one took their place, are due again.
    pub fn enter(&mut self) {
        if self.load != Load::Done {
            self.load = Load::Due;
        }
        self.rows.ask_again();
    }

    /// Is it not yet known which rows there are?
    pub fn is_awaited(&self) -> bool {
        !self.loaded
    }

    /// Is it not yet sure which row is selected, and what stands in it?
    pub fn is_selection_awaited(&self) -> bool {
        let is_row_awaited = self.selected.is_some_and(|id| self.rows.is_awaited(id));
        self.is_awaited() || self.load != Load::Done || is_row_awaited
    }

    /// Takes the keys, if they answer the latest load.
    pub fn take_ids(&mut self, ticket: Ticket, listed: Listed<'_>) {
        let Listed { ids, sum_minor, groups, complete } = listed;
        if self.load != Load::Asked(ticket) {
            return;
        }
        let selected = self.selected;
        let found = selected.and_then(|selected| ids.iter().position(|&id| id == selected));
        // The first keys alone must not throw away a selection that may be among the rest, nor a full list.
        if !complete && self.loaded && found.is_none() {
            return;
        }
        self.loaded = true;
        self.complete = complete;
        if complete {
            self.load = Load::Done;
        }
        self.sum_minor = sum_minor;
        self.ids = Arc::clone(ids);
        self.lines.take(groups, ids.len());
        self.marks.shown(&self.ids);
        let head = self.on_head.as_ref().and_then(|value| self.lines.of_value(value));
        match found.map(|row| self.lines.of_row(row)).or(head) {
            Some(line) => self.select_index(line),
            None if complete || selected.is_none() => self.select_nearest(),
            None => {}
        }
    }

    /// Is this its latest load of keys?
    pub fn awaits_ids(&self, ticket: Ticket) -> bool {
        self.load == Load::Asked(ticket)
    }

    /// Takes what else is told of Today, if it answers the latest load.
    pub fn take_head(&mut self, ticket: Ticket, head: &TodayHead) {
        if self.load == Load::Asked(ticket) {
            self.head = Some(Box::new(head.clone()));
        }
    }

    /// Is this its latest load of rows?
    pub fn awaits_rows(&self, ticket: Ticket) -> bool {
        self.rows.awaits(ticket)
    }

    /// Takes the rows of its latest load.
    pub fn take_rows(&mut self, rows: Vec<Row>) {
        self.rows.take(rows);
    }

    // What it asks of the storage.

    /// The load that is due: of the keys when they are out of date.
    pub fn wanted_ids(&mut self, tickets: &mut Tickets) -> Option<Request> {
        if self.load != Load::Due {
            return None;
        }
        let ticket = tickets.give();
        self.load = Load::Asked(ticket);
        Some(Request::List { ticket, query: self.query.clone() })
    }

    /// The load that is due: of the rows in and around the window that are not at hand.
    pub fn wanted_rows(&mut self, height: usize, tickets: &mut Tickets) -> Option<Request> {
        if self.ids.is_empty() {
            self.rows.clear();
            return None;
        }
        let ids = |lines| -> Vec<i64> {
            self.lines.rows_in(lines).filter_map(|row| self.ids.get(row)).copied().collect()
        };
        let (near, window) = (ids(self.near(height)), ids(self.window(height)));
        self.rows.wanted(self.query.kind, &near, &window, tickets)
    }

    /// A load failed: it is not waited for any longer.
    pub fn give_up(&mut self, ticket: Ticket) {
        if self.load == Load::Asked(ticket) {
            self.load = Load::Done;
            self.loaded = true;
        }
        self.rows.give_up(ticket);
    }

    /// The places that are kept at hand: a screenful before and after the window.
    fn window(&self, height: usize) -> Range<usize> {
        self.top.saturating_sub(height)..(self.top + 2 * height).min(self.lines.len())
    }

    /// The places that must be at hand now: the window and half a screenful around it.
    fn near(&self, height: usize) -> Range<usize> {
        let half = height / 2;
        let end = (self.top + height + half).min(self.lines.len());
        self.top.saturating_sub(half).min(end)..end
    }
}
