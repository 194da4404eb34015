//! A line of the quick log on its way to the storage: for whom it is, whom and what its names mean, what is to be written. Both
//! faces of the program use it; it asks the storage by [`Request`]s that they carry, and knows nothing of screen or shell.
//!
//! ```text
//! line ─ quicklog ─► typed parts ─ names ─► Reading ─┬─► meaning in words
//!            candidates of the storage ──┘           └─► Request, or a Refusal with what to choose from
//! ```
//!
//! A name is never guessed: it is one row's, or a [`Doubt`] with the rows that it may be.

mod doubt;
mod names;
mod reading;
mod request;
mod told;

pub use doubt::{Doubt, Why};
pub use names::{Choice, NameKind, Names};
pub use reading::{PriceFrom, Reading, Said, Sold};
pub use request::Refusal;
pub use told::{meaning, refused};

use crate::domain::currency::Currency;
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::kinds::{InteractionKind, SaleKind};
use crate::repository::request::{Candidate, Request, Ticket};
use crate::text::{Label as _, Lang, Locale};
use chrono::NaiveDate;

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Done(InteractionKind),
    Sale,
}

impl What {
    /// By its key on the screen, or its word in either language.
    pub fn from_word(word: &str) -> Option<Self> {
        if crate::quicklog::is_sale(word) {
            return Some(Self::Sale);
        }
        crate::quicklog::kind(word).map(Self::Done)
    }

    pub fn label(self, lang: Lang) -> String {
        match self {
            Self::Done(kind) => kind.label(lang),
            Self::Sale => SaleKind::Sale.label(lang),
        }
    }
}

/// By what day, language and money a line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub today: NaiveDate,
    pub locale: Locale,
    /// The base currency: prices of a line are in it.
    pub currency: Currency,
}

/// What a line is about and for whom, and what is known of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickEntry {
    pub what: What,
    /// The client of the row under which the line was begun; the line may name another, and must where there is none.
    pub client: Option<(ClientId, String)>,
    /// The person of that row.
    pub contact: Option<(ContactId, String)>,
    /// The client is known for sure: nothing in the line is taken for another one's name.
    is_settled: bool,
    /// Boxed: the screen keeps room for a line whatever it is.
    names: Box<Names>,
}

impl QuickEntry {
    pub fn new(what: What, client: Option<(ClientId, String)>) -> Self {
        Self { what, client, contact: None, is_settled: false, names: Box::default() }
    }

    /// For this client and no other.
    pub fn settled(what: What, client: (ClientId, String)) -> Self {
        Self { is_settled: true, ..Self::new(what, Some(client)) }
    }

    /// What the line says, as far as its names are known.
    pub fn read(&self, line: &str, place: &Place) -> Reading {
        reading::read(self, line, place)
    }

    /// What is to be asked next about the names of a line. One question at a time: the storage answers only the newest.
    pub fn wanted(&mut self, line: &str, place: &Place, ticket: impl FnOnce() -> Ticket) -> Option<Request> {
        let needed = self.read(line, place).needed;
        self.names.wanted(needed, ticket)
    }

    /// Takes an answer, when it was this entry that asked.
    pub fn take(&mut self, ticket: Ticket, candidates: &[Candidate]) -> bool {
        self.names.take(ticket, candidates)
    }

    /// Settles a doubt; gives the line with the name written out.
    pub fn choose(&mut self, line: &str, doubt: &Doubt, choice: Choice) -> String {
        let chosen = match &choice {
            Choice::Row(candidate) => Some(candidate.label.clone()),
            Choice::Text => None,
        };
        self.names.bind(doubt.kind, doubt.of, &doubt.typed, choice.clone());
        let Some(label) = chosen else { return line.to_owned() };
        self.names.bind(doubt.kind, doubt.of, &label, choice);
        doubt.written_out(line, &label)
    }
}
