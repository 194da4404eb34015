//! The views that come ready: a list and a filter each, in English as they are stored.

use super::list::ListKind;

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
