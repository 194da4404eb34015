//! What a list is asked for: which kind of row, which of them, in which order.

use super::ids::ClientId;

/// The kinds of row that have a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    Clients,
    Contacts,
    Sales,
    FollowUps,
    Products,
    Salespeople,
}

impl ListKind {
    pub const ALL: &'static [Self] =
        &[Self::Clients, Self::Contacts, Self::Sales, Self::FollowUps, Self::Products, Self::Salespeople];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Contacts => "contacts",
            Self::Sales => "sales",
            Self::FollowUps => "followups",
            Self::Products => "products",
            Self::Salespeople => "salespeople",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The columns that the list can show and sort by, in their usual order.
    pub fn columns(self) -> &'static [Column] {
        use Column as C;
        match self {
            Self::Clients => &[
                C::Stars,
                C::Name,
                C::City,
                C::SalesYear,
                C::LastBuy,
                C::LastVisit,
                C::LastTouch,
                C::NextDue,
                C::Owner,
                C::Potential,
                C::Stage,
                C::Sector,
                C::Phone,
                C::Email,
                C::Code,
            ],
            Self::Contacts => &[
                C::Name,
                C::Client,
                C::Role,
                C::JobTitle,
                C::Phone,
                C::Email,
                C::Stars,
                C::City,
                C::LastTouch,
            ],
            Self::Sales => &[
                C::Date,
                C::Client,
                C::Amount,
                C::Products,
                C::Contact,
                C::Owner,
                C::Number,
                C::Stars,
                C::Kind,
            ],
            Self::FollowUps => &[
                C::Due,
                C::Kind,
                C::Client,
                C::Title,
                C::Stars,
                C::Contact,
                C::Owner,
                C::City,
                C::Repeats,
                C::Snoozes,
                C::State,
                C::Ended,
            ],
            Self::Products => &[C::Sku, C::Name, C::Family, C::Unit, C::Price, C::Active],
            Self::Salespeople => {
                &[C::Name, C::Code, C::Email, C::Role, C::ReportsTo, C::Clients, C::Capacity, C::Active]
            }
        }
    }
}

/// A column of a list; each list has its own ([`ListKind::columns`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Stars,
    Name,
    City,
    SalesYear,
    LastBuy,
    LastVisit,
    LastTouch,
    NextDue,
    /// The salesperson.
    Owner,
    Potential,
    Stage,
    Sector,
    Phone,
    Email,
    Code,
    Client,
    Role,
    JobTitle,
    Date,
    Amount,
    Products,
    Contact,
    Number,
    Kind,
    Due,
    Title,
    Repeats,
    Snoozes,
    State,
    /// How a closed one ended, and with what.
    Ended,
    Sku,
    Family,
    Unit,
    Price,
    Active,
    ReportsTo,
    Clients,
    Capacity,
}

/// One level of order. Missing values come last whatever the direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    pub column: Column,
    pub descending: bool,
}

/// Which rows, in which order; ties fall to the name or date, then to the key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListQuery {
    pub kind: ListKind,
    /// Words that must all appear, in any order, whatever case and accents; in a client's name, city, code and
    /// contacts, and in the like of the other kinds.
    pub search: String,
    /// Only what belongs to this client.
    pub client: Option<ClientId>,
    /// Archived clients and closed follow-ups too.
    pub closed: bool,
    pub sort: Vec<Sort>,
}

impl ListQuery {
    /// Everything of a kind in its usual order.
    pub fn all(kind: ListKind) -> Self {
        Self { kind, search: String::new(), client: None, closed: false, sort: Vec::new() }
    }
}
