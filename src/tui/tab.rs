//! The lists of the screen: the tabs that there are, under their final digits, and the two lists without a digit.

use super::context::Context;
use super::{Action, Model};
use crate::domain::list::ListKind;
use crate::text::safe;
use ratatui::layout::Rect;

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

/// A tab as the bar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub tab: Tab,
    pub area: Rect,
    pub key: String,
    pub name: String,
}

impl Model {
    /// The tabs that fit in the bar: all of them; else those with a digit and the one that is shown; else fewer, the one that
    /// is shown always among them.
    pub fn tabs(&self, bar: Rect) -> Vec<Shown> {
        let lang = self.locale.lang;
        let label = |tab: Tab| {
            let key = self.keymap.chords(Context::List, tab.action()).first().map(|chord| chord.label(lang));
            let (key, name) = (key.unwrap_or_default(), lang.tab(tab.word()));
            let width = safe::width(&key) + safe::width(&name) + 3;
            let area = Rect { width: u16::try_from(width).unwrap_or(u16::MAX), ..bar };
            Shown { tab, area, key, name }
        };
        let width = |shown: &[Shown]| -> u16 {
            shown.iter().fold(0, |sum: u16, it| sum.saturating_add(it.area.width))
        };
        let mut shown = Tab::ALL.map(label).to_vec();
        if width(&shown) > bar.width {
            shown.retain(|it| it.tab.has_digit() || it.tab == self.tab);
        }
        while shown.len() > 1 && width(&shown) > bar.width {
            let is_first = shown.first().is_some_and(|it| it.tab == self.tab);
            shown.remove(if is_first { shown.len() - 1 } else { 0 });
        }
        let mut x = bar.x;
        for it in &mut shown {
            it.area = Rect { x, ..it.area }.intersection(bar);
            x = it.area.right();
        }
        shown
    }
}

/// The name, in the catalogue's words, of the tab that a digit belongs to in the end, when it is not there yet.
pub fn still_to_come(digit: char) -> Option<&'static str> {
    let (_, word) = DIGITS.iter().find(|(key, _)| *key == digit)?;
    let here = Tab::ALL.iter().any(|tab| tab.has_digit() && tab.word() == *word);
    (!here).then_some(*word)
}
