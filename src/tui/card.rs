//! The card of a client: which client it shows, and its text, laid out for the width that it has.

mod detail;
mod file;
pub mod timeline;

use super::list::Tickets;
use super::rich::{RichLine, Role, Scroll, wrapped};
use crate::domain::card::ClientCard;
use crate::domain::ids::ClientId;
use crate::repository::request::{Request, Ticket};
use crate::text::Terms;

pub use detail::detail;
pub use file::{person, star_reason};
pub use timeline::follow_up;

/// Stands before what comes back.
pub const REPEATS: &str = "↻ ";

/// The card that is shown, or asked for.
#[derive(Debug, Default)]
pub struct Card {
    /// The client whose card fills the screen.
    full: Option<(ClientId, String)>,
    /// The client whose card was asked for last.
    client: Option<ClientId>,
    ticket: Option<Ticket>,
    stale: bool,
    content: Option<Box<ClientCard>>,
    scroll: Scroll,
    /// For what the text was laid out.
    laid_out: Option<(Terms, usize, Order)>,
}

impl Card {
    pub fn full(&self) -> Option<(ClientId, &str)> {
        self.full.as_ref().map(|(client, name)| (*client, name.as_str()))
    }

    pub fn open(&mut self, client: ClientId, name: &str) {
        self.full = Some((client, name.to_owned()));
        self.scroll.top = 0;
    }

    pub fn close(&mut self) {
        self.full = None;
        self.scroll.top = 0;
    }

    /// The card of this client, when it is here.
    pub fn of(&self, client: ClientId) -> Option<&ClientCard> {
        self.content.as_deref().filter(|card| card.row.id == client)
    }

    /// Is the card of this client on its way, for the first time or again?
    pub fn is_awaited(&self, client: ClientId) -> bool {
        self.client == Some(client) && (self.ticket.is_some() || self.stale)
    }

    pub fn scroll(&self) -> &Scroll {
        &self.scroll
    }

    pub fn scroll_by(&mut self, lines: isize, height: usize) {
        self.scroll.by(lines, height);
    }

    /// Something was written: the card may be out of date.
    pub fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// The load that is due, so that this client's card can be shown.
    pub fn wanted(&mut self, client: ClientId, tickets: &mut Tickets) -> Option<Request> {
        if self.client == Some(client) && !self.stale {
            return None;
        }
        if self.client != Some(client) {
            self.scroll.top = 0;
        }
        self.client = Some(client);
        self.stale = false;
        let ticket = tickets.give();
        self.ticket = Some(ticket);
        Some(Request::Card { ticket, client })
    }

    /// Takes a card, if it answers the latest load.
    pub fn take(&mut self, ticket: Ticket, card: Box<ClientCard>) -> bool {
        if self.ticket != Some(ticket) {
            return false;
        }
        self.ticket = None;
        self.content = Some(card);
        self.laid_out = None;
        true
    }

    /// A load failed: it is not waited for any longer.
    pub fn give_up(&mut self, ticket: Ticket) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
            self.content = None;
        }
    }

    /// Lays the text out for a width, unless it is already.
    pub fn lay_out(&mut self, terms: Terms, width: usize) {
        let order = if self.full.is_some() { Order::Whole } else { Order::Glance };
        if self.laid_out == Some((terms, width, order)) {
            return;
        }
        let lines = self.content.as_deref().map(|card| lines(card, terms, width, order)).unwrap_or_default();
        self.scroll.lines = lines;
        self.laid_out = Some((terms, width, order));
    }
}

/// What comes first on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Beside the list, where only the first lines are seen: what happened last goes before the file.
    Glance,
    /// Over the screen, to be read through: the file goes before what may be a long history.
    Whole,
}

/// The whole card as lines.
pub fn lines(card: &ClientCard, terms: Terms, width: usize, order: Order) -> Vec<RichLine> {
    let mut lines = file::lines(card, terms, width);
    timeline::push_open_follow_ups(&mut lines, card, terms, width);
    if order == Order::Glance {
        timeline::push_history(&mut lines, card, terms, width);
    }
    file::push_contacts(&mut lines, card, terms, width);
    file::push_file(&mut lines, card, terms, width);
    if order == Order::Whole {
        timeline::push_history(&mut lines, card, terms, width);
    }
    if !card.file.notes.trim().is_empty() {
        push_heading(&mut lines, &terms.t("card-notes"));
        lines.extend(
            wrapped(&card.file.notes, width).into_iter().map(|line| RichLine::new(Role::Normal, line)),
        );
    }
    lines
}

fn push_heading(lines: &mut Vec<RichLine>, text: &str) {
    lines.push(RichLine::default());
    lines.push(RichLine::new(Role::Head, text));
}

/// Text under a label: the lines after the first stand under its beginning.
pub fn push_labelled(lines: &mut Vec<RichLine>, label: &str, role: Role, text: &str, width: usize) {
    if text.trim().is_empty() {
        return;
    }
    let indent = LABEL_WIDTH.min(width / 2);
    let mut label = crate::text::safe::pad(label, indent.saturating_sub(1));
    label.push(' ');
    for part in wrapped(text, width.saturating_sub(indent)) {
        lines.push(RichLine::new(Role::Dim, label).and(role, part));
        label = " ".repeat(indent);
    }
}

/// Labels of the card are set in a column of this width.
const LABEL_WIDTH: usize = 15;
