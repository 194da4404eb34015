//! The rows of a list that are at hand: those around the window.

use crate::domain::list::ListKind;
use crate::repository::request::{Request, Ticket};
use crate::tui::list::Tickets;
use crate::tui::row::Row;
use std::collections::HashMap;

/// When more rows than these have gathered, those far from the window are let go.
const AT_HAND: usize = 2_000;

#[derive(Debug, Clone, Default)]
pub struct RowCache {
    rows: HashMap<i64, Row>,
    /// What is at hand may be out of date; it is shown until newer rows are here.
    stale: bool,
    /// The latest load, until it is answered.
    ticket: Option<Ticket>,
    /// The keys of the latest load. Those that it did not bring are gone, and not asked for again.
    asked: Vec<i64>,
}

impl RowCache {
    pub fn get(&self, id: i64) -> Option<&Row> {
        self.rows.get(&id)
    }

    /// Something was written.
    pub fn mark_stale(&mut self) {
        self.stale = true;
        self.asked.clear();
    }

    /// What was asked for may have been lost on the way.
    pub fn ask_again(&mut self) {
        self.asked.clear();
    }

    /// There is no row to be at hand.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Is it not yet sure what stands in this row?
    pub fn is_awaited(&self, id: i64) -> bool {
        self.stale || (self.ticket.is_some() && !self.rows.contains_key(&id))
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    /// The load of the rows of `window`, when one of `near`, its middle part, is not at hand nor on its way.
    pub fn wanted(
        &mut self,
        kind: ListKind,
        near: &[i64],
        window: &[i64],
        tickets: &mut Tickets,
    ) -> Option<Request> {
        let is_missing = |id: &i64| self.stale || !self.rows.contains_key(id);
        if near.iter().filter(|id| is_missing(id)).all(|id| self.asked.contains(id)) {
            return None;
        }
        let ids: Vec<i64> = window.iter().copied().filter(is_missing).collect();
        let ticket = tickets.give();
        self.ticket = Some(ticket);
        self.asked.clone_from(&ids);
        Some(Request::Rows { ticket, kind, ids })
    }

    /// Takes the rows of the latest load.
    pub fn take(&mut self, rows: Vec<Row>) {
        self.ticket = None;
        if self.stale || self.rows.len() > AT_HAND {
            self.rows.clear();
            self.stale = false;
        }
        self.rows.extend(rows.into_iter().map(|row| (row.id(), row)));
    }

    /// A load failed: it is not waited for any longer.
    pub fn give_up(&mut self, ticket: Ticket) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
            self.stale = false;
        }
    }
}
