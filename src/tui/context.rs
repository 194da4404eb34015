//! Where a key is pressed: it decides what the key means, and which actions make sense there.

use super::Action;

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
    Form,
    /// A question before something is done.
    Confirm,
    /// A text to read, such as the reason of the stars.
    Reader,
    Help,
    /// Forms that an earlier run left half-filled.
    Drafts,
    /// The rows that a name may mean.
    Choose,
    /// The templates from which an email can be written.
    Templates,
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
        Self::Form,
        Self::Confirm,
        Self::Reader,
        Self::Help,
        Self::Drafts,
        Self::Choose,
        Self::Templates,
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
            Self::Form => "form",
            Self::Confirm => "confirm",
            Self::Reader => "reader",
            Self::Help => "help",
            Self::Drafts => "drafts",
            Self::Choose => "choose",
            Self::Templates => "templates",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|context| context.word() == word)
    }

    /// Is a key without a binding text here?
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search | Self::Log | Self::PutOff | Self::Form | Self::Help => true,
            Self::Global
            | Self::List
            | Self::Week
            | Self::Card
            | Self::Product
            | Self::Brief
            | Self::Confirm
            | Self::Reader
            | Self::Drafts
            | Self::Choose
            | Self::Templates => false,
        }
    }

    /// The actions that do something here, in the order in which help lists them.
    pub fn actions(self) -> &'static [Action] {
        use Action as A;
        match self {
            Self::Global => &[A::Help, A::Redraw, A::Suspend, A::Quit],
            Self::List => LIST,
            Self::Week => WEEK,
            Self::Card => CARD,
            Self::Product => PRODUCT,
            Self::Brief => BRIEF,
            Self::Search | Self::Help => {
                &[A::Submit, A::Cancel, A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp]
            }
            Self::Log => &[A::Submit, A::Cancel, A::Complete, A::ChangeEnding, A::OpenForm],
            Self::PutOff => &[A::Submit, A::Cancel],
            Self::Confirm => &[A::Submit, A::ThisOne, A::Cancel],
            Self::Form => &[
                A::Submit,
                A::Save,
                A::Cancel,
                A::NextField,
                A::PrevField,
                A::AddLine,
                A::RemoveLine,
                A::EditNotes,
            ],
            Self::Reader => &[
                A::Cancel,
                A::SelectNext,
                A::SelectPrev,
                A::PageDown,
                A::PageUp,
                A::SelectFirst,
                A::SelectLast,
            ],
            Self::Drafts => &[A::Submit, A::Discard, A::Cancel, A::SelectNext, A::SelectPrev],
            Self::Templates => &[
                A::Submit,
                A::Add,
                A::Edit,
                A::Remove,
                A::Cancel,
                A::SelectNext,
                A::SelectPrev,
                A::PageDown,
                A::PageUp,
                A::SelectFirst,
                A::SelectLast,
            ],
            Self::Choose => &[
                A::Submit,
                A::Cancel,
                A::SelectNext,
                A::SelectPrev,
                A::PageDown,
                A::PageUp,
                A::SelectFirst,
                A::SelectLast,
            ],
        }
    }

    /// What the footer offers here, the most useful first: it shows as many as fit.
    pub fn footer(self) -> &'static [Action] {
        use Action as A;
        match self {
            Self::Global => &[],
            Self::List => LIST_FOOTER,
            Self::Product => &[
                A::Back,
                A::Help,
                A::Open,
                A::LogVisit,
                A::Brief,
                A::OfferProduct,
                A::LogCall,
                A::AddFollowUp,
                A::Edit,
                A::LogEmail,
                A::SelectNext,
                A::SelectPrev,
            ],
            Self::Brief => BRIEF_FOOTER,
            Self::Week => &[
                A::Help,
                A::CompleteFollowUp,
                A::SnoozeFollowUp,
                A::MoveLater,
                A::WeekNext,
                A::WeekPrev,
                A::Open,
                A::LogVisit,
                A::LogCall,
                A::ThisWeek,
                A::SnoozeUntil,
                A::Add,
                A::Edit,
                A::Undo,
                A::Back,
            ],
            Self::Card => CARD_FOOTER,
            Self::Search
            | Self::Log
            | Self::PutOff
            | Self::Form
            | Self::Confirm
            | Self::Help
            | Self::Drafts => self.actions(),
            Self::Reader => &[A::Cancel, A::SelectNext, A::SelectPrev],
            Self::Templates => {
                &[A::Submit, A::Add, A::Edit, A::Remove, A::Cancel, A::SelectNext, A::SelectPrev]
            }
            Self::Choose => &[A::Submit, A::Cancel, A::SelectNext, A::SelectPrev],
        }
    }
}

const LIST_FOOTER: &[Action] = {
    use Action as A;
    &[
        A::Help,
        A::Search,
        A::LogVisit,
        A::Open,
        A::SurveyFigures,
        A::Brief,
        A::Add,
        A::LogCall,
        A::AddFollowUp,
        A::Edit,
        A::Undo,
        A::Quit,
        A::SortColumn,
        A::LogEmail,
        A::AddSale,
        A::OfferProduct,
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::ExplainStars,
        A::ExplainToday,
        A::TabProducts,
        A::TabSalespeople,
        A::LogMessage,
        A::LogNote,
        A::Copy,
        A::EditNotes,
    ]
};

const LIST: &[Action] = {
    use Action as A;
    &[
        A::LogVisit,
        A::LogCall,
        A::LogEmail,
        A::LogMessage,
        A::LogNote,
        A::AddFollowUp,
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::AddSale,
        A::OfferProduct,
        A::Open,
        A::Brief,
        A::ExplainStars,
        A::Copy,
        A::EditNotes,
        A::ExplainToday,
        A::SurveyFigures,
        A::Search,
        A::ClearSearch,
        A::SortColumn,
        A::SortAlso,
        A::ShowClosed,
        A::Add,
        A::Edit,
        A::Remove,
        A::Undo,
        A::Redo,
        A::TabToday,
        A::TabClients,
        A::TabContacts,
        A::TabSales,
        A::TabFollowUps,
        A::TabActivity,
        A::TabProducts,
        A::TabSalespeople,
        A::NextTab,
        A::PrevTab,
        A::SelectNext,
        A::SelectPrev,
        A::PageDown,
        A::PageUp,
        A::SelectFirst,
        A::SelectLast,
        A::ColumnNext,
        A::ColumnPrev,
        A::Back,
        A::Help,
        A::Quit,
    ]
};

const WEEK: &[Action] = {
    use Action as A;
    &[
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::MoveLater,
        A::MoveEarlier,
        A::LogVisit,
        A::LogCall,
        A::LogEmail,
        A::LogMessage,
        A::LogNote,
        A::AddFollowUp,
        A::AddSale,
        A::Open,
        A::Brief,
        A::ExplainStars,
        A::Copy,
        A::EditNotes,
        A::Add,
        A::Edit,
        A::Remove,
        A::Undo,
        A::Redo,
        A::DayNext,
        A::DayPrev,
        A::WeekNext,
        A::WeekPrev,
        A::ThisWeek,
        A::SelectNext,
        A::SelectPrev,
        A::SelectFirst,
        A::SelectLast,
        A::TabToday,
        A::TabClients,
        A::TabContacts,
        A::TabSales,
        A::TabFollowUps,
        A::TabActivity,
        A::TabProducts,
        A::TabSalespeople,
        A::NextTab,
        A::PrevTab,
        A::Back,
        A::Help,
        A::Quit,
    ]
};

const CARD_FOOTER: &[Action] = {
    use Action as A;
    &[
        A::Back,
        A::Help,
        A::LogVisit,
        A::LogCall,
        A::Brief,
        A::AddFollowUp,
        A::Edit,
        A::AddSale,
        A::OfferProduct,
        A::ClientContacts,
        A::ClientSales,
        A::ClientFollowUps,
        A::ClientActivity,
        A::ExplainStars,
        A::ExplainToday,
        A::LogEmail,
        A::AddContact,
        A::Copy,
        A::EditNotes,
    ]
};

const CARD: &[Action] = {
    use Action as A;
    &[
        A::Back,
        A::LogVisit,
        A::LogCall,
        A::LogEmail,
        A::LogMessage,
        A::LogNote,
        A::AddFollowUp,
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::AddSale,
        A::OfferProduct,
        A::AddContact,
        A::Edit,
        A::Remove,
        A::Brief,
        A::ExplainStars,
        A::Copy,
        A::EditNotes,
        A::ExplainToday,
        A::ClientContacts,
        A::ClientSales,
        A::ClientFollowUps,
        A::ClientActivity,
        A::TabToday,
        A::TabClients,
        A::TabProducts,
        A::TabSalespeople,
        A::NextTab,
        A::PrevTab,
        A::Undo,
        A::Redo,
        A::SelectNext,
        A::SelectPrev,
        A::PageDown,
        A::PageUp,
        A::SelectFirst,
        A::SelectLast,
        A::Help,
        A::Quit,
    ]
};

const BRIEF: &[Action] = {
    use Action as A;
    &[
        A::Back,
        A::LogVisit,
        A::LogCall,
        A::LogEmail,
        A::LogMessage,
        A::LogNote,
        A::AddFollowUp,
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::AddSale,
        A::OfferProduct,
        A::Open,
        A::Edit,
        A::Remove,
        A::Brief,
        A::ExplainStars,
        A::Copy,
        A::EditNotes,
        A::ExplainToday,
        A::ClientContacts,
        A::ClientSales,
        A::ClientFollowUps,
        A::ClientActivity,
        A::TabToday,
        A::TabClients,
        A::TabProducts,
        A::TabSalespeople,
        A::NextTab,
        A::PrevTab,
        A::Undo,
        A::Redo,
        A::SelectNext,
        A::SelectPrev,
        A::PageDown,
        A::PageUp,
        A::SelectFirst,
        A::SelectLast,
        A::Help,
        A::Quit,
    ]
};

const PRODUCT: &[Action] = {
    use Action as A;
    &[
        A::Back,
        A::LogVisit,
        A::LogCall,
        A::LogEmail,
        A::LogMessage,
        A::LogNote,
        A::AddFollowUp,
        A::CompleteFollowUp,
        A::SnoozeFollowUp,
        A::SnoozeUntil,
        A::AddSale,
        A::OfferProduct,
        A::Open,
        A::Edit,
        A::Remove,
        A::Brief,
        A::ExplainStars,
        A::Copy,
        A::EditNotes,
        A::TabToday,
        A::TabClients,
        A::TabContacts,
        A::TabSales,
        A::TabFollowUps,
        A::TabActivity,
        A::TabProducts,
        A::TabSalespeople,
        A::NextTab,
        A::PrevTab,
        A::Undo,
        A::Redo,
        A::SelectNext,
        A::SelectPrev,
        A::PageDown,
        A::PageUp,
        A::SelectFirst,
        A::SelectLast,
        A::Help,
        A::Quit,
    ]
};

const BRIEF_FOOTER: &[Action] = {
    use Action as A;
    &[
        A::Back,
        A::Help,
        A::LogVisit,
        A::LogCall,
        A::AddFollowUp,
        A::Open,
        A::AddSale,
        A::OfferProduct,
        A::LogEmail,
        A::CompleteFollowUp,
        A::Edit,
        A::ExplainStars,
        A::LogMessage,
        A::LogNote,
        A::Copy,
        A::EditNotes,
    ]
};
