//! Views: a list with its filter, columns and order, under a name. Some come ready; the others are the users' own.

use super::ids::ViewId;
use super::list::{Layout, ListKind};

/// What a name of the program's own begins with, where it is stored.
const OWN: char = '=';

/// Of the first so many the number is a key.
pub const NUMBERED: usize = 9;

/// A view as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// `None` for one that is not stored yet.
    pub id: Option<ViewId>,
    pub rev: i64,
    pub kind: ListKind,
    /// Raw text of the data, or a word of the program after `=`.
    pub name: String,
    /// A line of the filter language in English words, so that it means the same to everybody.
    pub filter: String,
    /// `None` leaves the list laid out as it is.
    pub layout: Option<Layout>,
}

impl View {
    /// The word of one that came ready and was not renamed since.
    pub fn word(&self) -> Option<&str> {
        own_word(&self.name)
    }
}

/// The word of the program that a stored name is.
pub fn own_word(name: &str) -> Option<&str> {
    name.strip_prefix(OWN)
}

/// What a user may call a view: the program's own words are not theirs to make.
pub fn own_name(name: &str) -> &str {
    name.trim_start_matches(|first: char| first == OWN || first.is_whitespace()).trim_end()
}

/// A view that everybody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    /// The word for it on the command line.
    pub word: &'static str,
    pub kind: ListKind,
    /// A line of the filter language.
    pub filter: &'static str,
}

/// From whom to call today to whom nobody called for years.
pub const READY: &[Ready] = &[
    Ready { word: "today", kind: ListKind::Today, filter: "" },
    Ready { word: "neglected", kind: ListKind::Clients, filter: "is:neglected stars:>=4" },
    Ready { word: "dormant", kind: ListKind::Clients, filter: "is:dormant potential:>0" },
    Ready { word: "over-served", kind: ListKind::Clients, filter: "stars:<=1 visits.90d:>=2" },
    // By the role, whose names are read in both languages, or by what the title says.
    Ready { word: "no-buyer", kind: ListKind::Clients, filter: "-role:purchas,compra,buyer" },
    Ready { word: "lost-product", kind: ListKind::Clients, filter: "is:lost-product" },
    Ready { word: "new", kind: ListKind::Clients, filter: "created:<=90d last-visit:never" },
    Ready { word: "no-contact", kind: ListKind::Clients, filter: "last-touch:>3y" },
];

impl Ready {
    pub fn from_word(word: &str) -> Option<&'static Self> {
        READY.iter().find(|ready| ready.word == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_has_a_word_of_its_own() {
        let words: HashSet<&str> = READY.iter().map(|ready| ready.word).collect();
        assert_eq!(words.len(), READY.len());
        assert_eq!(Ready::from_word("new").map(|ready| ready.filter), Some("created:<=90d last-visit:never"));
        assert_eq!(Ready::from_word("nothing"), None);
    }
}
