//! The card of a product: which product it shows, its text, and which of its clients the keys act on.

mod text;

use super::list::Tickets;
use super::rich::Scroll;
use crate::domain::ids::{ClientId, ProductId};
use crate::domain::product_card::ProductCard;
use crate::repository::request::{Request, Ticket};
use crate::text::Terms;

pub use text::detail;

/// A client on the card, and the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub line: usize,
    pub client: ClientId,
    pub name: String,
}

/// The card that is shown, or asked for.
#[derive(Debug, Default)]
pub struct ProductPane {
    /// The product whose card fills the screen.
    full: Option<(ProductId, String)>,
    /// The product whose card was asked for last.
    product: Option<ProductId>,
    ticket: Option<Ticket>,
    stale: bool,
    content: Option<Box<ProductCard>>,
    scroll: Scroll,
    clients: Vec<Listed>,
    /// The one under the cursor; none while the screen is too small to show the first of them from the top.
    index: Option<usize>,
    /// For what the text was laid out.
    laid_out: Option<(Terms, usize)>,
}

impl ProductPane {
    pub fn full(&self) -> Option<(ProductId, &str)> {
        self.full.as_ref().map(|(product, name)| (*product, name.as_str()))
    }

    pub fn open(&mut self, product: ProductId, name: &str) {
        self.full = Some((product, name.to_owned()));
        self.index = None;
        self.scroll.top = 0;
    }

    pub fn close(&mut self) {
        self.full = None;
        self.index = None;
        self.scroll.top = 0;
    }

    /// The card of this product, when it is here.
    pub fn of(&self, product: ProductId) -> Option<&ProductCard> {
        self.content.as_deref().filter(|card| card.id() == product)
    }

    pub fn scroll(&self) -> &Scroll {
        &self.scroll
    }

    /// The client on which keys act, on the card over the screen; none while it is not known what stands there.
    pub fn selected(&self) -> Option<&Listed> {
        let (product, _) = self.full()?;
        self.of(product).and_then(|_| self.clients.get(self.index?))
    }

    /// Is it on its way?
    pub fn is_awaited(&self) -> bool {
        self.full.is_some() && (self.ticket.is_some() || self.stale)
    }

    /// Moves the selection by so many clients; where there are none, the text by so many lines.
    pub fn move_by(&mut self, rows: isize, height: usize) {
        let Some(last) = self.clients.len().checked_sub(1) else {
            return self.scroll.by(rows, height);
        };
        self.index = match self.index {
            Some(index) if index.checked_add_signed(rows).is_some() || rows > 0 => {
                Some(index.saturating_add_signed(rows).min(last))
            }
            None if rows > 0 => Some(0_usize.saturating_add_signed(rows - 1).min(last)),
            // Back to what stands above the first one.
            Some(_) | None => None,
        };
        self.show_selection(height);
    }

    /// Moves the window so that the selected client is in it; at the top, the first one is selected where it is seen.
    pub fn show_selection(&mut self, height: usize) {
        if self.full.is_some() {
            let is_seen = self.clients.first().is_some_and(|first| first.line < height);
            self.index = self.index.or(is_seen.then_some(0));
            match self.index.and_then(|index| self.clients.get(index)) {
                Some(listed) => {
                    // From the first one, as much of what stands above it as there is room for.
                    let top = if self.index == Some(0) && is_seen { 0 } else { self.scroll.top };
                    let lowest = (listed.line + 1).saturating_sub(height);
                    self.scroll.top = top.clamp(lowest, listed.line.max(lowest));
                }
                None if !self.clients.is_empty() => self.scroll.top = 0,
                None => {}
            }
        }
        self.scroll.by(0, height);
    }

    /// Something was written: the card may be out of date.
    pub fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// The load that is due, so that this product's card can be shown.
    pub fn wanted(&mut self, product: ProductId, tickets: &mut Tickets) -> Option<Request> {
        if self.product == Some(product) && !self.stale {
            return None;
        }
        if self.product != Some(product) {
            self.scroll.top = 0;
        }
        self.product = Some(product);
        self.stale = false;
        let ticket = tickets.give();
        self.ticket = Some(ticket);
        Some(Request::ProductCard { ticket, product })
    }

    /// Takes a card, if it answers the latest load. The selected client stays selected wherever it stands now.
    pub fn take(&mut self, ticket: Ticket, card: Box<ProductCard>) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
            self.content = Some(card);
            self.laid_out = None;
        }
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
        if self.laid_out == Some((terms, width)) {
            return;
        }
        let selected = self.index.and_then(|index| self.clients.get(index)).map(|listed| listed.client);
        let (lines, clients) = match self.content.as_deref() {
            Some(card) => text::lines(card, terms, width),
            None => (Vec::new(), Vec::new()),
        };
        let found = selected.and_then(|it| clients.iter().position(|listed| listed.client == it));
        self.index = found.or(self.index.filter(|index| *index < clients.len()));
        self.scroll.lines = lines;
        self.clients = clients;
        self.laid_out = Some((terms, width));
    }
}

/// The place of the selected client among the lines that are seen.
pub fn marked(pane: &ProductPane) -> Option<usize> {
    pane.selected()?.line.checked_sub(pane.scroll.top)
}
