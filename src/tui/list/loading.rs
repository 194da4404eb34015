//! What a list asks of the storage, and what it makes of the answers.

use super::{List, Load, Tickets};
use crate::domain::today::TodayHead;
use crate::repository::request::{Request, Ticket};
use crate::tui::row::Row;
use std::ops::Range;
use std::sync::Arc;

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
    pub fn take_ids(&mut self, ticket: Ticket, ids: &Arc<[i64]>, sum: Option<i64>, complete: bool) {
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
        self.sum_minor = sum;
        self.ids = Arc::clone(ids);
        self.marks.shown(&self.ids);
        match found {
            Some(index) => self.index = index,
            None if complete || selected.is_none() => {
                self.index = self.index.min(self.ids.len().saturating_sub(1));
                self.selected = self.ids.get(self.index).copied();
            }
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
        let near = self.ids.get(self.near(height)).unwrap_or_default();
        let window = self.ids.get(self.window(height)).unwrap_or_default();
        self.rows.wanted(self.query.kind, near, window, tickets)
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
        self.top.saturating_sub(height)..(self.top + 2 * height).min(self.ids.len())
    }

    /// The places that must be at hand now: the window and half a screenful around it.
    fn near(&self, height: usize) -> Range<usize> {
        let half = height / 2;
        let end = (self.top + height + half).min(self.ids.len());
        self.top.saturating_sub(half).min(end)..end
    }
}
