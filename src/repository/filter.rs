//! Which rows a filter wants. A condition on clients becomes a set of them, read once: from the columns in memory, or by a
//! statement of a fixed table that tells a value of each client; a condition on the rows themselves becomes a column more of
//! the statement that lists them. What was typed is compared here and never becomes part of a statement, so that a
//! condition and its opposite together are all rows, whatever is missing.

mod clients;
mod counted;
mod custom;
mod flags;
mod lost;
mod own;
mod probe;

use super::error::Error;
use super::index::row_texts::RowSet;
use super::index::{ClientIndex, Ledger, SlotSet};
use super::lists;
use super::store::Session;
use crate::domain::list::ListKind;
use crate::filter::{Field, Filter, Flag, Node, Term, Test};
use crate::text::fold::fold;
use own::Own;
use probe::Probe;
use rusqlite::{Connection, Row};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// Keeps the rows that a filter wants.
pub struct Sieve {
    root: Option<Check>,
    /// Columns of the rows themselves, beside those that list them.
    columns: Vec<&'static str>,
    asks_text: bool,
    asks_client: bool,
    shows_closed: bool,
}

enum Check {
    All(Vec<Check>),
    Any(Vec<Check>),
    Not(Box<Check>),
    /// The clients that hold the word, and the rows that do; where their texts are not in memory, the word for them.
    Word(SlotSet, Option<RowSet>, String),
    Clients(SlotSet),
    Rows(HashSet<i64>),
    /// The value of this one of the columns, and what was answered to texts that were met.
    Own(usize, Own, Probe, RefCell<HashMap<String, bool>>),
}

/// A row that is looked at.
pub struct Candidate<'a> {
    pub id: i64,
    /// The slot of its client.
    pub slot: Option<usize>,
    /// The slot of the client in whose text words are looked for too.
    pub searched: Option<usize>,
    /// Its own text, folded.
    pub text: &'a str,
    /// Where the columns of the filter begin.
    pub row: Option<(&'a Row<'a>, usize)>,
}

/// What conditions are computed with.
struct Source<'a> {
    connection: &'a Connection,
    index: &'a ClientIndex,
    session: &'a Session,
    list: ListKind,
}

/// Reads a part of what conditions are likely to ask for, when there is time; is there more?
pub fn read_ahead(connection: &Connection, index: &ClientIndex, session: &Session) -> Result<bool, Error> {
    let source = Source { connection, index, session, list: ListKind::Clients };
    let (kept, of) = (index.kept(), (connection, index));
    for field in AHEAD {
        if let Some((pieces, apart)) = clients::pieces(*field)
            && kept.texts_ahead(of, *field, (&pieces, apart))?
        {
            return Ok(true);
        }
    }
    for ledger in [Ledger::Sales, Ledger::Done, Ledger::Offers, Ledger::Bought] {
        if kept.ledger_ahead(of, ledger, counted::piece(ledger))? {
            return Ok(true);
        }
    }
    lost::ahead(&source)
}

/// The fields whose texts are asked for most.
const AHEAD: &[Field] =
    &[Field::City, Field::Role, Field::Contact, Field::Email, Field::Phone, Field::Tag, Field::Sector];

impl Sieve {
    pub fn new(
        connection: &Connection,
        index: &ClientIndex,
        session: &Session,
        list: ListKind,
        filter: &Filter,
    ) -> Result<Self, Error> {
        let mut sieve = Self {
            root: None,
            columns: Vec::new(),
            asks_text: false,
            asks_client: false,
            shows_closed: false,
        };
        let source = Source { connection, index, session, list };
        if let Some(root) = &filter.root {
            sieve.root = Some(sieve.check(&source, root)?);
        }
        sieve.shows_closed = filter.says(&|term| {
            let is_archived = matches!(&term.test, Test::Flag(flags) if flags.contains(&Flag::Archived));
            is_archived || matches!(term.field, Field::State | Field::Answer)
        });
        Ok(sieve)
    }

    /// Does it keep everything?
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// Does it ask for the clients in whose texts words are looked for?
    pub fn asks_word(&self) -> bool {
        self.root.as_ref().is_some_and(Check::asks_word)
    }

    pub fn asks_text(&self) -> bool {
        self.asks_text
    }

    pub fn asks_client(&self) -> bool {
        self.asks_client
    }

    /// Does it itself say what is closed, so that nothing is hidden for being so?
    pub fn shows_closed(&self) -> bool {
        self.shows_closed
    }

    /// The columns that it reads, as a list of a SELECT that goes on.
    pub fn columns(&self) -> String {
        self.columns.iter().fold(String::new(), |list, column| list + ", " + column)
    }

    pub fn keeps(&self, candidate: &Candidate<'_>) -> Result<bool, Error> {
        self.root.as_ref().map_or(Ok(true), |root| root.holds(candidate))
    }

    /// All clients that it keeps in a list of clients.
    pub fn clients(&self, index: &ClientIndex) -> SlotSet {
        self.root.as_ref().map_or_else(|| index.none().opposite(), |root| root.clients(index))
    }

    fn check(&mut self, source: &Source<'_>, node: &Node) -> Result<Check, Error> {
        Ok(match node {
            Node::All(parts) => Check::All(self.checks(source, parts)?),
            Node::Any(parts) => Check::Any(self.checks(source, parts)?),
            Node::Not(part) => Check::Not(Box::new(self.check(source, part)?)),
            Node::Word(word) => self.word(source, fold(word))?,
            Node::Term(term) => self.term(source, term)?,
        })
    }

    /// Wants each of the words of a search, too.
    pub fn searching(
        mut self,
        connection: &Connection,
        index: &ClientIndex,
        session: &Session,
        (list, search): (ListKind, &str),
    ) -> Result<Self, Error> {
        let source = Source { connection, index, session, list };
        for word in fold(search).split_whitespace() {
            let word = self.word(&source, word.to_owned())?;
            self.root = Some(match self.root.take() {
                Some(root) => Check::All(vec![root, word]),
                None => word,
            });
        }
        Ok(self)
    }

    fn word(&mut self, source: &Source<'_>, word: String) -> Result<Check, Error> {
        let rows = match lists::source::Source::texts(source.list) {
            Some((piece, is_folded)) => {
                let (kept, of) = (source.index.kept(), (source.connection, source.index));
                kept.rows_holding(of, source.list, (&[piece], is_folded), &word)?
            }
            None => None,
        };
        self.asks_text |= rows.is_none();
        Ok(Check::Word(source.index.holding(&word), rows, word))
    }

    fn checks(&mut self, source: &Source<'_>, nodes: &[Node]) -> Result<Vec<Check>, Error> {
        nodes.iter().map(|node| self.check(source, node)).collect()
    }

    fn term(&mut self, source: &Source<'_>, term: &Term) -> Result<Check, Error> {
        if let Test::Flag(flags) = &term.test {
            let flags = flags.iter().map(|flag| self.flag(source, *flag)).collect::<Result<_, _>>()?;
            return Ok(Check::Any(flags));
        }
        if let (ListKind::Sales, Field::Product) = (source.list, term.field) {
            return Ok(Check::Rows(counted::sales_of(source, &Probe::new(source, term)?)?));
        }
        if let Field::Custom(field) = term.field
            && field.is_of_rows(source.list)
            && source.list != ListKind::Clients
        {
            let (rows, opposite) = custom::rows(source, field, &Probe::new(source, term)?)?;
            let rows = Check::Rows(rows);
            return Ok(if opposite { Check::Not(Box::new(rows)) } else { rows });
        }
        if let Some(own) = own::of(source.list, term.field) {
            return Ok(self.own(own, Probe::new(source, term)?));
        }
        self.asks_client = true;
        Ok(Check::Clients(clients::set(source, term)?))
    }

    fn flag(&mut self, source: &Source<'_>, flag: Flag) -> Result<Check, Error> {
        if let Some((own, probe)) = own::flag(source, flag)? {
            return Ok(self.own(own, probe));
        }
        self.asks_client = true;
        Ok(Check::Clients(flags::set(source, flag)?))
    }

    fn own(&mut self, own: Own, probe: Probe) -> Check {
        self.columns.push(own.sql);
        Check::Own(self.columns.len() - 1, own, probe, RefCell::default())
    }
}

impl Check {
    fn asks_word(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_word),
            Self::Not(part) => part.asks_word(),
            Self::Word(..) => true,
            Self::Clients(_) | Self::Rows(_) | Self::Own(..) => false,
        }
    }

    /// Of clients every condition is a set.
    fn clients(&self, index: &ClientIndex) -> SlotSet {
        match self {
            Self::All(parts) => {
                parts.iter().fold(index.none().opposite(), |all, part| all.and(&part.clients(index)))
            }
            Self::Any(parts) => parts.iter().fold(index.none(), |any, part| any.or(&part.clients(index))),
            Self::Not(part) => part.clients(index).opposite(),
            Self::Word(clients, ..) | Self::Clients(clients) => clients.clone(),
            // Those of rows, which a list of clients has none of.
            Self::Rows(_) | Self::Own(..) => index.none(),
        }
    }

    fn holds(&self, candidate: &Candidate<'_>) -> Result<bool, Error> {
        Ok(match self {
            Self::All(parts) => {
                for part in parts {
                    if !part.holds(candidate)? {
                        return Ok(false);
                    }
                }
                true
            }
            Self::Any(parts) => {
                for part in parts {
                    if part.holds(candidate)? {
                        return Ok(true);
                    }
                }
                false
            }
            Self::Not(part) => !part.holds(candidate)?,
            Self::Word(clients, rows, word) => {
                candidate.searched.is_some_and(|slot| clients.contains(slot))
                    || match rows {
                        Some(rows) => rows.contains(candidate.id),
                        None => candidate.text.contains(word),
                    }
            }
            Self::Clients(clients) => candidate.slot.is_some_and(|slot| clients.contains(slot)),
            Self::Rows(rows) => rows.contains(&candidate.id),
            Self::Own(at, own, probe, met) => match candidate.row {
                Some((row, from)) => own.holds(probe, row, from + at, &mut met.borrow_mut())?,
                None => false,
            },
        })
    }
}

#[cfg(test)]
mod tests;
