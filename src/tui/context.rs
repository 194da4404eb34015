//! Where a key is pressed: it decides what the key means, and which actions make sense there.

mod actions;
mod footer;

/// A place with key bindings of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere, where the place itself says nothing else.
    Global,
    List,
    /// The follow-ups of a week.
    Week,
    /// The client card over the whole screen.
    Card,
    /// The card of a product over the whole screen; keys act on its client under the cursor.
    Product,
    /// The briefing before a visit, over the whole screen.
    Brief,
    /// The search line.
    Search,
    /// The one-line entry of a visit, call, email, message or note.
    Log,
    /// The line that asks to which day a follow-up is put off.
    PutOff,
    /// The line that names a view.
    Name,
    /// The saved views.
    Views,
    /// The filters of before.
    Earlier,
    /// The parts of the filter in the heading.
    Chips,
    Form,
    /// A question before something is done.
    Confirm,
    /// A text to read, such as the reason of the stars.
    Reader,
    Help,
    /// The fields that can be changed on many rows.
    Field,
    /// Forms that an earlier run left half-filled.
    Drafts,
    /// The rows that a name may mean.
    Choose,
    /// The values of a column.
    Values,
    /// The templates from which an email can be written.
    Templates,
    /// The columns of a list, to choose from.
    Columns,
    /// The fields that users defined.
    Own,
}

impl Context {
    pub const ALL: &'static [Self] = &[
        Self::Global,
        Self::List,
        Self::Week,
        Self::Card,
        Self::Product,
        Self::Brief,
        Self::Search,
        Self::Log,
        Self::PutOff,
        Self::Name,
        Self::Views,
        Self::Earlier,
        Self::Chips,
        Self::Form,
        Self::Confirm,
        Self::Reader,
        Self::Help,
        Self::Field,
        Self::Drafts,
        Self::Choose,
        Self::Values,
        Self::Templates,
        Self::Columns,
        Self::Own,
    ];

    /// The table under `[keys]` in the config file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Week => "week",
            Self::Card => "card",
            Self::Product => "product",
            Self::Brief => "brief",
            Self::Search => "search",
            Self::Log => "log",
            Self::PutOff => "put_off",
            Self::Name => "name",
            Self::Views => "views",
            Self::Earlier => "earlier",
            Self::Chips => "chips",
            Self::Form => "form",
            Self::Confirm => "confirm",
            Self::Reader => "reader",
            Self::Help => "help",
            Self::Field => "field",
            Self::Drafts => "drafts",
            Self::Choose => "choose",
            Self::Values => "values",
            Self::Templates => "templates",
            Self::Columns => "columns",
            Self::Own => "own_fields",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|context| context.word() == word)
    }

    /// Is a key without a binding text here?
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search
            | Self::Values
            | Self::Log
            | Self::PutOff
            | Self::Name
            | Self::Views
            | Self::Earlier
            | Self::Form
            | Self::Help
            | Self::Field => true,
            Self::Global
            | Self::List
            | Self::Week
            | Self::Card
            | Self::Product
            | Self::Brief
            | Self::Chips
            | Self::Confirm
            | Self::Reader
            | Self::Drafts
            | Self::Choose
            | Self::Templates
            | Self::Columns
            | Self::Own => false,
        }
    }
}
