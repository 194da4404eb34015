//! What the footer offers in each place.

use super::Context;
use crate::tui::Action;

impl Context {
    /// What the footer offers here, the most useful first: it shows as many as fit.
    pub fn footer(self) -> Vec<Action> {
        use Action as A;
        let most_useful: &[Action] = match self {
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
            | Self::Values
            | Self::Log
            | Self::PutOff
            | Self::Name
            | Self::Views
            | Self::Earlier
            | Self::Chips
            | Self::Form
            | Self::Confirm
            | Self::Help
            | Self::Field
            | Self::Drafts => return self.actions(),
            Self::Reader => &[A::Cancel, A::SelectNext, A::SelectPrev],
            Self::Templates => {
                &[A::Submit, A::Add, A::Edit, A::Remove, A::Cancel, A::SelectNext, A::SelectPrev]
            }
            Self::Own => &[
                A::Submit,
                A::Add,
                A::Remove,
                A::CarryUp,
                A::CarryDown,
                A::Undo,
                A::Cancel,
                A::SelectNext,
                A::SelectPrev,
            ],
            Self::Columns => &[
                A::Toggle,
                A::Submit,
                A::CarryUp,
                A::CarryDown,
                A::AsAtFirst,
                A::Cancel,
                A::SelectNext,
                A::SelectPrev,
            ],
            Self::Choose => &[A::Submit, A::Cancel, A::SelectNext, A::SelectPrev],
        };
        most_useful.to_vec()
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
        A::Views,
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
        A::ChooseColumns,
        A::Group,
        A::LogMessage,
        A::LogNote,
        A::Copy,
        A::EditNotes,
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
