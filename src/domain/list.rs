//! What a list is asked for: which kind of row, which of them, in which order.

mod group;
mod layout;

pub use group::{Group, GroupValue, Grouping, grouping, money_column};
pub use layout::{Layout, NARROWEST, Shown};

use super::custom::{Custom, CustomField};
use super::day::Day;
use super::ids::{ClientId, SalespersonId};
use crate::filter::Filter;

/// The kinds of row that have a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// Whom to contact, in order.
    Today,
    /// The same, city by city.
    TodayByCity,
    /// Good clients that are put off again and again.
    PutOff,
    Clients,
    Contacts,
    Sales,
    FollowUps,
    Offers,
    Surveys,
    /// What was done with clients.
    Activity,
    /// How much was done, a week and a salesperson a row.
    Totals,
    Products,
    Salespeople,
}

impl ListKind {
    pub const ALL: &'static [Self] = &[
        Self::Today,
        Self::TodayByCity,
        Self::PutOff,
        Self::Clients,
        Self::Contacts,
        Self::Sales,
        Self::FollowUps,
        Self::Offers,
        Self::Surveys,
        Self::Activity,
        Self::Totals,
        Self::Products,
        Self::Salespeople,
    ];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::TodayByCity => "today-by-city",
            Self::PutOff => "put-off",
            Self::Clients => "clients",
            Self::Contacts => "contacts",
            Self::Sales => "sales",
            Self::FollowUps => "followups",
            Self::Offers => "offers",
            Self::Surveys => "surveys",
            Self::Activity => "activity",
            Self::Totals => "totals",
            Self::Products => "products",
            Self::Salespeople => "salespeople",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// Do its rows come from Today?
    pub fn is_today(self) -> bool {
        matches!(self, Self::Today | Self::TodayByCity | Self::PutOff)
    }

    /// The column by which its rows are put together unless one asks otherwise.
    pub fn group(self) -> Option<Column> {
        (self == Self::TodayByCity).then_some(Column::City)
    }

    /// The columns that the list can show and sort by, in their usual order: its own, then what users defined for its rows.
    pub fn columns_with(self, custom: &[CustomField]) -> Vec<Column> {
        let custom = custom.iter().map(Custom::from).filter(|field| field.is_of_rows(self));
        self.columns().iter().copied().chain(custom.map(Column::Custom)).collect()
    }

    /// The columns of its own that the list can show and sort by, in their usual order.
    pub fn columns(self) -> &'static [Column] {
        use Column as C;
        match self {
            Self::Today => {
                &[C::Stars, C::Name, C::Why, C::City, C::LastTouch, C::Stake, C::Phone, C::Owner, C::PutOffs]
            }
            Self::TodayByCity => {
                &[C::City, C::Stars, C::Name, C::Why, C::Phone, C::LastTouch, C::Stake, C::Owner, C::PutOffs]
            }
            Self::PutOff => &[
                C::Stars,
                C::Name,
                C::PutOffs,
                C::NextDue,
                C::Stake,
                C::Owner,
                C::LastTouch,
                C::Why,
                C::City,
            ],
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
                C::Tags,
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
            Self::Activity => ACTIVITY,
            Self::Totals => TOTALS,
            Self::Offers => OFFERS,
            Self::Surveys => SURVEYS,
            Self::Products => &[
                C::Sku,
                C::Name,
                C::SalesYear,
                C::Trend,
                C::Clients,
                C::LastSale,
                C::Price,
                C::Family,
                C::Unit,
                C::Active,
            ],
            Self::Salespeople => {
                &[C::Name, C::Code, C::Email, C::Role, C::ReportsTo, C::Clients, C::Capacity, C::Active]
            }
        }
    }
}

const ACTIVITY: &[Column] = {
    use Column as C;
    &[C::Date, C::Kind, C::Client, C::Outcome, C::Text, C::Contact, C::Owner, C::Minutes, C::Stars, C::City]
};

const OFFERS: &[Column] = {
    use Column as C;
    &[
        C::Date,
        C::Age,
        C::Client,
        C::Product,
        C::Answer,
        C::Price,
        C::Reason,
        C::Stars,
        C::Owner,
        C::AnsweredOn,
    ]
};

const SURVEYS: &[Column] = {
    use Column as C;
    &[C::SentOn, C::Client, C::Survey, C::Score, C::AnsweredOn, C::Comment, C::Contact, C::Stars]
};

const TOTALS: &[Column] = {
    use Column as C;
    &[
        C::Week,
        C::Owner,
        C::Touches,
        C::Capacity,
        C::Clients,
        C::Visits,
        C::Calls,
        C::Emails,
        C::Messages,
        C::Meetings,
        C::Offers,
    ]
};

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
    Tags,
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
    /// Of a product.
    LastSale,
    Trend,
    Active,
    ReportsTo,
    Clients,
    Capacity,
    /// For how many days it has been waiting.
    Age,
    Product,
    Answer,
    Reason,
    AnsweredOn,
    SentOn,
    Survey,
    Score,
    Comment,
    /// Why it is in Today.
    Why,
    /// What is at stake.
    Stake,
    /// How often it was put off.
    PutOffs,
    Outcome,
    Minutes,
    Text,
    Week,
    Touches,
    Visits,
    Calls,
    Emails,
    Messages,
    Meetings,
    Offers,
    /// A field that users defined.
    #[serde(untagged)]
    Custom(Custom),
}

/// One level of order. Missing values come last whatever the direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Sort {
    pub column: Column,
    #[serde(default)]
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
    /// Of the activity, only what was done from the first of these days to the last; of its totals, the weeks that hold them.
    pub days: Option<(Day, Day)>,
    /// Whose Today, of the one who works here when nobody is named; of the activity and its totals, only what this one did,
    /// or of the activity what is under no salesperson ([`super::totals::NOBODY`]).
    pub salesperson: Option<SalespersonId>,
    /// Archived clients and closed follow-ups too; of Today, also what is beyond capacity.
    pub closed: bool,
    /// The order; that of the filter counts only where it is taken over.
    pub sort: Vec<Sort>,
    /// The column by which rows are put together; that of the filter counts only where it is taken over.
    pub group: Option<Column>,
    /// The conditions, and how many rows at most.
    pub filter: Filter,
}

impl ListQuery {
    /// Everything of a kind in its usual order.
    pub fn all(kind: ListKind) -> Self {
        Self {
            kind,
            search: String::new(),
            client: None,
            days: None,
            salesperson: None,
            closed: false,
            sort: Vec::new(),
            group: kind.group(),
            filter: Filter::default(),
        }
    }
}
