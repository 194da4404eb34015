//! The one-line entry of what was done with a client: text to typed parts and back to words. It knows neither SQL nor
//! screen: who the client, the contact and the products are is for the caller to find out ([`crate::entry`]).
//!
//! ```text
//! v 30m con:ana res:bien of:taladro seg:+15d Pide presupuesto
//! l ayer nc
//! $ 3 taladro 45,90 + 10 broca 2,5 el:12/3
//! ```
//!
//! What is recognised, in both languages at once; of a sale, see [`parse_sale`]:
//!
//! | part | written | where |
//! |---|---|---|
//! | day, today without it | `ayer`, `lunes`, `last friday`; `el:12/3`, `on:"last friday"` | bare at the start, with its name anywhere |
//! | time it took | `30m`, `45min`, `1h`, `1h30` | at the start |
//! | how it went | `nc`, `na` (no answer); `res:bien`, `res:ok`, `res:mal`, `res:nc` | bare at the start, with its name anywhere |
//! | who began it | `recibida`, `entrante`, `incoming` | at the start |
//! | contact | `con:ana`, `with:"Ana Ruiz"` | anywhere |
//! | offered | `of:taladro`, `offer:"X2 pro"`, several | anywhere |
//! | tag of the client | `tag:feria`, several | anywhere |
//! | they will call | `ellos:15/12`, `they:+1m`: until then they are left in peace | anywhere |
//! | next | `seg:+15d`, `next:mon`, `seg:fin de mes`, `seg:"lunes llamar a Ana"` | anywhere |
//!
//! The start ends with the first word that is none of these, so that «la entrega del lunes» stays text. What stands bare is
//! what hardly begins a sentence: a weekday by its whole name, for Mar is a woman; no number, for `1/2` is a half pallet; no
//! day ahead, for what is logged has happened; and `30m`, `nc` and `recibida` in lower case, for 3M is a company and an NC a
//! credit note. Each part counts once, but for offers and tags.
//!
//! A value with spaces stands in quotes, but for a date, which may go on over several words; in quotes a follow-up may have its
//! title after its date, and the title's first word may say its kind. A comma, semicolon or full stop that ends a part
//! belongs to it.
//!
//! Whatever is not recognised stays text, letter for letter; `word:value` with a word that is not known, or with a value that
//! cannot be read, is text *and* a [`Problem`] to be shown. Addresses (`http://…`, `mailto:…`), times (`10:30`), paths
//! (`C:\x`) and prose (`nota: …`) are only text.

mod drafts;
mod duration;
#[cfg(test)]
mod laws;
mod lex;
mod meaning;
mod meant;
mod parse;
mod sale;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use meaning::{Named, day, meaning, problem};
pub use meant::{Meant, meant};
pub use parse::{parse, split_client};
pub use sale::{SaleEntry, SaleItem, parse_sale};
pub use words::{is_sale, kind};

use crate::domain::kinds::{Direction, FollowUpKind, InteractionKind, Outcome};
use crate::text::dates::DateError;
use crate::text::numbers::NumberError;
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
    pub follow_up: Option<FollowUp>,
    /// They will call; from this day on we do.
    pub they_call: Option<NaiveDate>,
    /// What was offered, as typed: parts of products' names, or their numbers.
    pub offers: Vec<String>,
    /// What the client is to be found by from now on.
    pub tags: Vec<String>,
    /// The rest of the line.
    pub text: String,
    /// The recognised parts in the order of the line.
    pub chips: Vec<Chip>,
    pub problems: Vec<Problem>,
}

/// When to come back, and what for if the line says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub due: NaiveDate,
    pub title: Option<String>,
    pub kind: Option<FollowUpKind>,
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
    FollowUp(FollowUp),
    /// Until this day the client is left in peace.
    TheyCall(NaiveDate),
    Offer(String),
    Tag(String),
    // Of a sale
    /// Of the document.
    Number(String),
    Return,
    /// Thousandths.
    Quantity(i64),
    Product(String),
    /// Millionths of the base currency.
    Price(i64),
    /// Hundredths of a percent.
    Discount(i64),
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
    /// A name with nothing after it: `con: ana`.
    NoValue(String),
    /// Quotes that are not closed, or with more right after them: the word as it stands.
    Quotes(String),
    /// The tag is longer than a tag can be.
    LongTag(String),
    /// The same part was given before; the first holds.
    Twice(String),
    /// What was done is dated after today.
    InTheFuture(NaiveDate),
    /// The follow-up is due before today.
    AlreadyPast(NaiveDate),
    // Of a sale
    /// A quantity, price or discount that cannot be taken.
    BadNumber(NumberError),
    /// A quantity of nothing, or a discount that is no share of the price.
    Outside(String),
    /// A line of the sale without a product.
    NoProduct,
    /// A number or a `+` may belong to the product's name or not.
    TwoReadings(String),
    /// Some quantities are negative and some are not.
    Mixed,
}

impl Trouble {
    /// A warning does not keep the part from counting.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::InTheFuture(_) | Self::AlreadyPast(_))
    }

    /// Something was surely meant that the entry does not say. A word with a colon that means nothing here may as well be
    /// prose.
    pub fn is_serious(&self) -> bool {
        match self {
            Self::BadDate(_)
            | Self::UnknownOutcome(_)
            | Self::Quotes(_)
            | Self::LongTag(_)
            | Self::BadNumber(_)
            | Self::Outside(_)
            | Self::NoProduct
            | Self::TwoReadings(_)
            | Self::Mixed
            | Self::Twice(_) => true,
            Self::UnknownName(_) | Self::NoValue(_) | Self::InTheFuture(_) | Self::AlreadyPast(_) => false,
        }
    }
}
