//! The lists of the screen: the tabs that there are, under their digits, and the list without one. A digit pressed again
//! shows the next face of its tab.

use super::context::Context;
use super::{Action, Model};
use crate::domain::list::ListKind;
use crate::text::safe;
use ratatui::layout::Rect;

/// A list of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    Today,
    TodayByCity,
    PutOff,
    Clients,
    Contacts,
    Sales,
    FollowUps,
    /// The follow-ups of a week, day by day.
    Week,
    Activity,
    Totals,
    Offers,
    Surveys,
    Products,
    Salespeople,
}

/// A digit, the name of its tab in the catalogue's words, and the faces that the digit shows one after the other. A tab
/// without faces is still to come.
struct Group {
    digit: char,
    word: &'static str,
    faces: &'static [Tab],
}

const GROUPS: [Group; 8] = [
    Group { digit: '1', word: "today", faces: &[Tab::Today, Tab::TodayByCity, Tab::PutOff] },
    Group { digit: '2', word: "clients", faces: &[Tab::Clients] },
    Group { digit: '3', word: "contacts", faces: &[Tab::Contacts] },
    Group { digit: '4', word: "sales", faces: &[Tab::Sales] },
    Group { digit: '5', word: "followups", faces: &[Tab::FollowUps, Tab::Week] },
    Group { digit: '6', word: "activity", faces: &[Tab::Activity, Tab::Totals, Tab::Offers, Tab::Surveys] },
    Group { digit: '7', word: "products", faces: &[Tab::Products] },
    Group { digit: '8', word: "portfolio", faces: &[] },
];

impl Tab {
    pub const ALL: [Self; 14] = [
        Self::Today,
        Self::TodayByCity,
        Self::PutOff,
        Self::Clients,
        Self::Contacts,
        Self::Sales,
        Self::FollowUps,
        Self::Week,
        Self::Activity,
        Self::Totals,
        Self::Offers,
        Self::Surveys,
        Self::Products,
        Self::Salespeople,
    ];

    /// Its place in an array of one thing a tab.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or_default()
    }

    pub fn kind(self) -> ListKind {
        match self {
            Self::Today => ListKind::Today,
            Self::TodayByCity => ListKind::TodayByCity,
            Self::PutOff => ListKind::PutOff,
            Self::Clients => ListKind::Clients,
            Self::Contacts => ListKind::Contacts,
            Self::Sales => ListKind::Sales,
            Self::FollowUps | Self::Week => ListKind::FollowUps,
            Self::Offers => ListKind::Offers,
            Self::Surveys => ListKind::Surveys,
            Self::Activity => ListKind::Activity,
            Self::Totals => ListKind::Totals,
            Self::Products => ListKind::Products,
            Self::Salespeople => ListKind::Salespeople,
        }
    }

    pub fn of_kind(kind: ListKind) -> Self {
        match kind {
            ListKind::Today => Self::Today,
            ListKind::TodayByCity => Self::TodayByCity,
            ListKind::PutOff => Self::PutOff,
            ListKind::Clients => Self::Clients,
            ListKind::Contacts => Self::Contacts,
            ListKind::Sales => Self::Sales,
            ListKind::FollowUps => Self::FollowUps,
            ListKind::Offers => Self::Offers,
            ListKind::Surveys => Self::Surveys,
            ListKind::Activity => Self::Activity,
            ListKind::Totals => Self::Totals,
            ListKind::Products => Self::Products,
            ListKind::Salespeople => Self::Salespeople,
        }
    }

    /// Its word in the catalogue's keys, `tab-clients`.
    pub fn word(self) -> &'static str {
        if self == Self::Week { "week" } else { self.kind().word() }
    }

    /// What goes to it.
    pub fn action(self) -> Action {
        match self {
            Self::Today | Self::TodayByCity | Self::PutOff => Action::TabToday,
            Self::Clients => Action::TabClients,
            Self::Contacts => Action::TabContacts,
            Self::Sales => Action::TabSales,
            Self::FollowUps | Self::Week => Action::TabFollowUps,
            Self::Activity | Self::Totals | Self::Offers | Self::Surveys => Action::TabActivity,
            Self::Products => Action::TabProducts,
            Self::Salespeople => Action::TabSalespeople,
        }
    }

    /// The faces of its digit, itself among them; none for a list without a digit.
    fn faces(self) -> &'static [Self] {
        GROUPS.iter().map(|group| group.faces).find(|faces| faces.contains(&self)).unwrap_or_default()
    }

    /// How often its key was pressed before, to show it.
    pub fn turn(self) -> usize {
        self.faces().iter().position(|face| *face == self).unwrap_or(0)
    }

    /// Does a digit show it?
    pub fn has_digit(self) -> bool {
        !self.faces().is_empty()
    }

    /// Do its rows belong to clients, whose card stands beside the list?
    pub fn has_client(self) -> bool {
        match self {
            Self::Today
            | Self::TodayByCity
            | Self::PutOff
            | Self::Clients
            | Self::Contacts
            | Self::Sales
            | Self::FollowUps
            | Self::Week
            | Self::Activity
            | Self::Offers
            | Self::Surveys => true,
            Self::Totals | Self::Products | Self::Salespeople => false,
        }
    }

    /// What its key shows when it is pressed on the tab itself: the next face, or the same one where there is one only.
    #[must_use]
    pub fn next_face(self) -> Self {
        let faces = self.faces();
        let at = faces.iter().position(|face| *face == self).map_or(0, |at| at + 1);
        faces.get(at).or(faces.first()).copied().unwrap_or(self)
    }

    /// Does the bar keep a place for it? The other faces of a digit take that place while they are shown.
    fn has_place(self) -> bool {
        self.faces().first().is_none_or(|first| *first == self)
    }

    /// The tab whose place in the bar it takes.
    fn place(self) -> Self {
        self.faces().first().copied().unwrap_or(self)
    }

    /// The tab after this one, or before it, round and round.
    #[must_use]
    pub fn neighbour(self, forward: bool) -> Self {
        let places: Vec<Self> = Self::ALL.into_iter().filter(|tab| tab.has_place()).collect();
        let at = places.iter().position(|tab| *tab == self.place()).unwrap_or(0);
        places[(at + if forward { 1 } else { places.len() - 1 }) % places.len()]
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

/// A name cut to less than this says nothing: the key stands alone then.
const LEAST_NAME: usize = 4;

impl Model {
    /// The tabs that fit in the bar, the one that is shown always among them and whole: all of them; else those with a digit
    /// and the one that is shown, with their names cut as little as needed; else fewer.
    pub fn tabs(&self, bar: Rect) -> Vec<Shown> {
        let room = usize::from(bar.width);
        let in_place = |tab: Tab| if tab == self.tab.place() { self.tab } else { tab };
        let places = Tab::ALL.into_iter().filter(|tab| tab.has_place()).map(in_place);
        let mut shown: Vec<Shown> = places.map(|tab| self.shown(tab)).collect();
        if width(&shown) > room {
            shown.retain(|it| it.tab.has_digit() || it.tab == self.tab);
        }
        if width(&shown) > room {
            self.shorten(&mut shown, room);
        }
        while shown.len() > 1 && width(&shown) > room {
            let is_first = shown.first().is_some_and(|it| it.tab == self.tab);
            shown.remove(if is_first { shown.len() - 1 } else { 0 });
        }
        let mut x = bar.x;
        for it in &mut shown {
            let width = u16::try_from(it.width()).unwrap_or(u16::MAX);
            it.area = Rect { x, width, ..bar }.intersection(bar);
            x = it.area.right();
        }
        shown
    }

    fn shown(&self, tab: Tab) -> Shown {
        let lang = self.locale.lang;
        let key = self.keymap.chords(Context::List, tab.action()).first().map(|chord| chord.label(lang));
        Shown { tab, area: Rect::default(), key: key.unwrap_or_default(), name: lang.tab(tab.word()) }
    }

    /// Cuts the names of the tabs that are not shown, the longest first, to what fits.
    fn shorten(&self, shown: &mut [Shown], room: usize) {
        let whole = shown.to_vec();
        let longest = whole.iter().map(|it| safe::width(&it.name)).max().unwrap_or(0);
        for most in (LEAST_NAME..longest).rev().chain([0]) {
            for (it, whole) in shown.iter_mut().zip(&whole).filter(|(it, _)| it.tab != self.tab) {
                it.name = safe::fit(&whole.name, most);
            }
            if width(shown) <= room {
                return;
            }
        }
    }
}

impl Shown {
    /// Key and name as the bar shows them, ` 2 Clients `; the key alone where there is no room for the name.
    pub fn parts(&self) -> (String, String) {
        let name = if self.name.is_empty() { " ".to_owned() } else { format!(" {} ", self.name) };
        (format!(" {}", self.key), name)
    }

    fn width(&self) -> usize {
        let (key, name) = self.parts();
        safe::width(&key) + safe::width(&name)
    }
}

fn width(shown: &[Shown]) -> usize {
    shown.iter().map(Shown::width).sum()
}

/// The name, in the catalogue's words, of the tab that a digit belongs to in the end, when it is not there yet.
pub fn still_to_come(digit: char) -> Option<&'static str> {
    GROUPS.iter().find(|group| group.digit == digit && group.faces.is_empty()).map(|group| group.word)
}
