//! The filter language: one line of words and `field:value` that says which rows of a list are wanted, in which order,
//! and how many.
//!
//! ```text
//! query = or          or = and { ("OR"|"O") and }          and = { not }
//! not   = ["-"|"NOT"|"NO"] atom                            atom = "(" or ")" | term
//! term  = field ["." window] [":"] [op] value {"," value}
//!       | field ":" (has none) | field ":*" (has any) | "#"tag | word | "quoted words"
//! op    = > >= < <= = !=      window = 90d 12m 1y 2w 1q | 2025      range = a..b a.. ..b
//! ```
//!
//! [`parse()`] makes a typed [`Filter`] of it, [`print`](Filter::print) the line again; the names of both languages are
//! always read. What is typed is compared with the data, never part of a query of the storage.

mod complete;
mod custom;
pub mod edit;
mod error;
mod field;
mod flag;
mod lex;
mod parse;
mod print;
mod stored;
#[cfg(test)]
mod tests;
mod value;
mod when;

pub use complete::{Ask, Completion, Known, are_data as is_of_data, asks, complete};
pub use edit::{Equality, Held, Same, Subject};
pub use error::FilterError;
pub use field::{Field, Kind, choice_names};
pub use flag::Flag;
pub use parse::{Reading, column, column_name, column_word, parse};
pub use value::{Bound, Op, Pattern, Test, Wanted, Who};
pub use when::{DateValue, DaySpan, Unit, Window};

use crate::domain::list::{Column, Sort};
use crate::text::fold::fold;

/// The name by which a filter knows a field with this label: its letters and digits, folded, the rest hyphens. `None` when
/// it would not begin with a letter, as names must.
pub fn key_of(label: &str) -> Option<String> {
    let letters = |it: char| if it.is_alphanumeric() { it } else { ' ' };
    let folded: String = fold(label).chars().map(letters).collect();
    let key = folded.split_whitespace().collect::<Vec<_>>().join("-");
    key.starts_with(char::is_alphabetic).then_some(key)
}

/// Does the language itself mean something by this name, in either language?
pub fn is_name(key: &str) -> bool {
    Field::from_name(key).is_some() || parse::is_directive(key)
}

/// Which rows are wanted, in which order, and how many of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Filter {
    /// `None` wants all rows.
    pub root: Option<Node>,
    /// The column by which the rows are put together.
    pub group: Option<Column>,
    pub sort: Vec<Sort>,
    pub limit: Option<usize>,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// Found in what the search looks in, whatever case and accents.
    Word(String),
    Term(Term),
}

/// A condition on one field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    pub field: Field,
    pub window: Option<Window>,
    pub test: Test,
}

impl Filter {
    /// Does it want all rows in their usual order?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Is a text found by its words? For lists whose rows have nothing else that is asked for.
    pub fn finds(&self, folded: &str) -> bool {
        self.root.as_ref().is_none_or(|root| root.finds(folded))
    }

    /// Does a term of it say this?
    pub fn says(&self, wanted: &dyn Fn(&Term) -> bool) -> bool {
        self.root.as_ref().is_some_and(|root| root.says(wanted))
    }
}

impl Node {
    fn finds(&self, folded: &str) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.finds(folded)),
            Self::Any(parts) => parts.iter().any(|part| part.finds(folded)),
            Self::Not(part) => !part.finds(folded),
            Self::Word(word) => folded.contains(&fold(word)),
            Self::Term(_) => true,
        }
    }

    fn says(&self, wanted: &dyn Fn(&Term) -> bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.says(wanted)),
            Self::Not(part) => part.says(wanted),
            Self::Word(_) => false,
            Self::Term(term) => wanted(term),
        }
    }
}
