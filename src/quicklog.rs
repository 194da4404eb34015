//! The one-line entry of what was done with a client: text to typed parts and back to words. It knows neither SQL nor
//! screen: who the client and the contact are is for the caller to find out.
//!
//! ```text
//! v 30m con:ana res:bien seg:+15d Pide presupuesto
//! l ayer nc
//! ```
//!
//! What is recognised, in both languages at once:
//!
//! | part | written | where |
//! |---|---|---|
//! | day, today without it | `ayer`, `lunes`, `last friday`, `12/3`; `el:lunes`, `on:"last friday"` | bare at the start, with its name anywhere |
//! | time it took | `30m`, `45min`, `1h`, `1h30` | at the start |
//! | how it went | `nc`, `na` (no answer); `res:bien`, `res:ok`, `res:mal`, `res:nc` | bare at the start, with its name anywhere |
//! | who began it | `recibida`, `entrante`, `incoming` | at the start |
//! | contact | `con:ana`, `with:"Ana Ruiz"` | anywhere |
//! | next | `seg:+15d`, `next:mon` | anywhere |
//!
//! The start ends with the first word that is none of these, so that «la entrega del lunes» stays text. Whatever is not
//! recognised stays text too, letter for letter; `word:value` with a word that is not known, or with a value that cannot
//! be read, is text *and* a [`Problem`] to be shown.

mod meaning;
mod parse;
mod person;
#[cfg(test)]
mod tests;
mod words;

pub use meaning::{meaning, problem};
pub use parse::{parse, split_client};
pub use person::{Unclear, person};
pub use words::kind;

use crate::domain::kinds::{Direction, InteractionKind, Outcome};
use crate::text::dates::DateError;
use chrono::NaiveDate;
use std::ops::Range;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: InteractionKind,
    pub day: NaiveDate,
    pub direction: Direction,
    /// As typed: part of a name.
    pub contact: Option<String>,
    pub minutes: Option<i64>,
    pub outcome: Option<Outcome>,
    /// When to come back.
    pub follow_up: Option<NaiveDate>,
    /// The rest of the line.
    pub text: String,
    /// The recognised parts in the order of the line.
    pub chips: Vec<Chip>,
    pub problems: Vec<Problem>,
}

/// A recognised part and where it stands in the line, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    pub span: Range<usize>,
    pub part: Part,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Day(NaiveDate),
    Minutes(i64),
    Outcome(Outcome),
    Incoming,
    Contact(String),
    FollowUp(NaiveDate),
}

/// Something that was not understood, or reads like a mistake; the text keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub span: Range<usize>,
    pub trouble: Trouble,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// `xxx:` with a word that means nothing here.
    UnknownName(String),
    BadDate(DateError),
    UnknownOutcome(String),
    /// The same part was given before; the first holds.
    Twice(String),
    /// What was done is dated after today.
    InTheFuture(NaiveDate),
    /// The follow-up is due before today.
    AlreadyPast(NaiveDate),
}

impl Trouble {
    /// A warning does not keep the part from counting.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::InTheFuture(_) | Self::AlreadyPast(_))
    }
}
