//! The lists of the screen: the tabs that there are, under their final digits, and the two lists without a digit.

use super::Action;
use crate::domain::list::ListKind;

/// A list of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    Clients,
    Contacts,
    Sales,
    FollowUps,
    Products,
    Salespeople,
}

/// The names of all tabs by their digits, in the catalogue's words; some of them are still to come.
const DIGITS: [(char, &str); 8] = [
    ('1', "today"),
    ('2', "clients"),
    ('3', "contacts"),
    ('4', "sales"),
    ('5', "followups"),
    ('6', "activity"),
    ('7', "products"),
    ('8', "portfolio"),
];

impl Tab {
    pub const ALL: [Self; 6] =
        [Self::Clients, Self::Contacts, Self::Sales, Self::FollowUps, Self::Products, Self::Salespeople];

    /// Its place in an array of one thing a tab.
    pub fn index(self) -> usize {
        match self {
            Self::Clients => 0,
            Self::Contacts => 1,
            Self::Sales => 2,
            Self::FollowUps => 3,
            Self::Products => 4,
            Self::Salespeople => 5,
        }
    }

    pub fn kind(self) -> ListKind {
        match self {
            Self::Clients => ListKind::Clients,
            Self::Contacts => ListKind::Contacts,
            Self::Sales => ListKind::Sales,
            Self::FollowUps => ListKind::FollowUps,
            Self::Products => ListKind::Products,
            Self::Salespeople => ListKind::Salespeople,
        }
    }

    pub fn of_kind(kind: ListKind) -> Self {
        match kind {
            ListKind::Clients => Self::Clients,
            ListKind::Contacts => Self::Contacts,
            ListKind::Sales => Self::Sales,
            ListKind::FollowUps => Self::FollowUps,
            ListKind::Products => Self::Products,
            ListKind::Salespeople => Self::Salespeople,
        }
    }

    /// Its word in the catalogue's keys, `tab-clients`.
    pub fn word(self) -> &'static str {
        self.kind().word()
    }

    /// What goes to it.
    pub fn action(self) -> Action {
        match self {
            Self::Clients => Action::TabClients,
            Self::Contacts => Action::TabContacts,
            Self::Sales => Action::TabSales,
            Self::FollowUps => Action::TabFollowUps,
            Self::Products => Action::TabProducts,
            Self::Salespeople => Action::TabSalespeople,
        }
    }

    /// Is it always in the tab bar?
    pub fn has_digit(self) -> bool {
        match self {
            Self::Clients | Self::Contacts | Self::Sales | Self::FollowUps => true,
            Self::Products | Self::Salespeople => false,
        }
    }

    /// The tab after this one, or before it, round and round.
    #[must_use]
    pub fn neighbour(self, forward: bool) -> Self {
        let count = Self::ALL.len();
        let index = self.index() + if forward { 1 } else { count - 1 };
        Self::ALL[index % count]
    }
}

/// The name, in the catalogue's words, of the tab that a digit belongs to in the end, when it is not there yet.
pub fn still_to_come(digit: char) -> Option<&'static str> {
    let (_, word) = DIGITS.iter().find(|(key, _)| *key == digit)?;
    let here = Tab::ALL.iter().any(|tab| tab.has_digit() && tab.word() == *word);
    (!here).then_some(*word)
}
