//! The briefing of a client: which client it is of, and its text, laid out for the screen that it has.

mod fit;
mod text;

use super::list::Tickets;
use super::rich::{RichLine, Scroll};
use crate::domain::brief::Brief;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::ClientId;
use crate::repository::request::{Request, Ticket};
use crate::text::Terms;

/// The briefing that is shown, or asked for.
#[derive(Debug, Default)]
pub struct Briefing {
    /// The client whose briefing fills the screen.
    open: Option<(ClientId, String)>,
    ticket: Option<Ticket>,
    stale: bool,
    content: Option<Box<Brief>>,
    /// The text, or its left column.
    scroll: Scroll,
    /// The right column, where the screen is wide enough for two.
    right: Vec<RichLine>,
    /// For what the text was laid out.
    laid_out: Option<(Terms, usize, usize)>,
}

impl Briefing {
    pub fn client(&self) -> Option<(ClientId, &str)> {
        self.open.as_ref().map(|(client, name)| (*client, name.as_str()))
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub fn open(&mut self, client: ClientId, name: &str) {
        *self = Self { open: Some((client, name.to_owned())), stale: true, ..Self::default() };
    }

    pub fn close(&mut self) {
        *self = Self::default();
    }

    pub fn content(&self) -> Option<&Brief> {
        self.content.as_deref()
    }

    /// The client's open follow-ups, when they are here and nothing was written since.
    pub fn follow_ups(&self) -> Option<&[FollowUpRow]> {
        let is_awaited = self.ticket.is_some() || self.stale;
        self.content.as_deref().filter(|_| !is_awaited).map(|brief| brief.follow_ups.as_slice())
    }

    pub fn scroll(&self) -> &Scroll {
        &self.scroll
    }

    pub fn scroll_by(&mut self, lines: isize, height: usize) {
        self.scroll.by(lines, height);
    }

    pub fn right(&self) -> &[RichLine] {
        &self.right
    }

    /// Something was written: the briefing may be out of date.
    pub fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// The load that is due.
    pub fn wanted(&mut self, tickets: &mut Tickets) -> Option<Request> {
        let (client, _) = self.open.as_ref().filter(|_| self.stale)?;
        let (client, ticket) = (*client, tickets.give());
        self.stale = false;
        self.ticket = Some(ticket);
        Some(Request::Brief { ticket, client })
    }

    /// Takes a briefing, if it answers the latest load.
    pub fn take(&mut self, ticket: Ticket, brief: Box<Brief>) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
            self.content = Some(brief);
            self.laid_out = None;
        }
    }

    /// A load failed: there is nothing to show.
    pub fn give_up(&mut self, ticket: Ticket) {
        if self.ticket == Some(ticket) {
            self.close();
        }
    }

    /// Lays the text out for an area, unless it is already.
    pub fn lay_out(&mut self, terms: Terms, width: usize, height: usize) {
        if self.laid_out == Some((terms, width, height)) {
            return;
        }
        let Some(brief) = self.content.as_deref() else { return };
        let page = fit::page(&text::sections(brief, terms), width, height);
        self.scroll.lines = page.lines;
        self.right = page.right;
        self.laid_out = Some((terms, width, height));
    }
}

/// The whole briefing one under the other, nothing left out: as it is printed.
pub fn lines(brief: &Brief, terms: Terms, width: usize) -> Vec<RichLine> {
    fit::whole(&text::sections(brief, terms), width)
}

/// Between the two columns.
pub const GUTTER: usize = 3;

/// The width of each of two columns.
pub fn column(width: usize) -> usize {
    width.saturating_sub(GUTTER) / 2
}
