//! What the keys can do in each place, put together from what the places have in common.

use super::Context;
use crate::tui::Action::{self, self as A};

const LOG: &[Action] = &[A::LogVisit, A::LogCall, A::LogEmail, A::LogMessage, A::LogNote];
/// What is planned with a client and sold to it.
const DO: &[Action] =
    &[A::AddFollowUp, A::CompleteFollowUp, A::SnoozeFollowUp, A::SnoozeUntil, A::AddSale, A::OfferProduct];
const CHANGE: &[Action] = &[A::Edit, A::Remove];
const TELL: &[Action] = &[A::Brief, A::ExplainStars, A::Copy, A::EditNotes];
const OF_CLIENT: &[Action] = &[A::ClientContacts, A::ClientSales, A::ClientFollowUps, A::ClientActivity];
const TABS: &[Action] = &[
    A::TabToday,
    A::TabClients,
    A::TabContacts,
    A::TabSales,
    A::TabFollowUps,
    A::TabActivity,
    A::TabProducts,
    A::TabSalespeople,
];
/// Where the other digits show what belongs to the client.
const TABS_BESIDE_CLIENT: &[Action] = &[A::TabToday, A::TabClients, A::TabProducts, A::TabSalespeople];
const AROUND: &[Action] = &[A::NextTab, A::PrevTab, A::Views];
const BACK_AND_FORTH: &[Action] = &[A::Undo, A::Redo];
const MOVE: &[Action] =
    &[A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp, A::SelectFirst, A::SelectLast];
/// To go from column to column, and to move and size the one that one is on.
const COLUMNS: &[Action] =
    &[A::ColumnNext, A::ColumnPrev, A::ColumnLeft, A::ColumnRight, A::NarrowColumn, A::WidenColumn];
const LAST: &[Action] = &[A::Palette, A::Help, A::Quit];

impl Context {
    /// The actions that do something here, in the order in which help lists them.
    pub fn actions(self) -> Vec<Action> {
        match self {
            Self::Global => vec![A::Help, A::Redraw, A::Suspend, A::Quit],
            Self::List => {
                let list = [
                    A::ExplainToday,
                    A::SurveyFigures,
                    A::Search,
                    A::ClearSearch,
                    A::Chips,
                    A::OnlyThis,
                    A::AllButThis,
                    A::FilterColumn,
                    A::SortColumn,
                    A::SortAlso,
                    A::ChooseColumns,
                    A::Group,
                    A::FoldGroups,
                    A::ShowClosed,
                    A::SaveView,
                    A::DefineFields,
                    A::Mark,
                    A::MarkNext,
                    A::MarkPrev,
                    A::MarkAll,
                    A::EditMany,
                    A::Add,
                ];
                let around = [TABS, AROUND, MOVE, COLUMNS, &[A::Back], LAST].concat();
                [LOG, DO, &[A::Open], TELL, &list, CHANGE, BACK_AND_FORTH, &around].concat()
            }
            Self::Week => {
                let follow_up =
                    [A::CompleteFollowUp, A::SnoozeFollowUp, A::SnoozeUntil, A::MoveLater, A::MoveEarlier];
                let days = [A::DayNext, A::DayPrev, A::WeekNext, A::WeekPrev, A::ThisWeek];
                let lane = [A::SelectNext, A::SelectPrev, A::SelectFirst, A::SelectLast];
                let around = [TABS, AROUND, &[A::Back], LAST].concat();
                let plan = [A::AddFollowUp, A::AddSale, A::Open];
                [&follow_up, LOG, &plan, TELL, &[A::Add], CHANGE, BACK_AND_FORTH, &days, &lane, &around]
                    .concat()
            }
            Self::Card => beside_client(A::AddContact),
            Self::Brief => beside_client(A::Open),
            Self::Product => {
                let around = [TABS, AROUND, BACK_AND_FORTH, MOVE, LAST].concat();
                [&[A::Back], LOG, DO, &[A::Open], CHANGE, TELL, &around].concat()
            }
            Self::Search => {
                let own = [A::Submit, A::Complete, A::Cancel, A::History, A::CompleteBack];
                [&own[..], &[A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp]].concat()
            }
            Self::Chips => vec![A::DropChip, A::Opposite, A::Submit, A::Cancel, A::NextChip, A::PrevChip],
            Self::Earlier | Self::Help | Self::Field => {
                vec![A::Submit, A::Cancel, A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp]
            }
            Self::Log => vec![A::Submit, A::Cancel, A::Complete, A::ChangeEnding, A::OpenForm],
            Self::Views => vec![
                A::Submit,
                A::Cancel,
                A::Rename,
                A::Remove,
                A::MoveUp,
                A::MoveDown,
                A::SelectNext,
                A::SelectPrev,
                A::PageDown,
                A::PageUp,
            ],
            Self::PutOff | Self::Name => vec![A::Submit, A::Cancel],
            Self::Confirm => vec![A::Submit, A::ThisOne, A::Cancel],
            Self::Form => vec![
                A::Submit,
                A::Save,
                A::Cancel,
                A::NextField,
                A::PrevField,
                A::AddLine,
                A::RemoveLine,
                A::EditNotes,
            ],
            Self::Reader => [&[A::Cancel], MOVE].concat(),
            Self::Drafts => vec![A::Submit, A::Discard, A::Cancel, A::SelectNext, A::SelectPrev],
            Self::Templates => [&[A::Submit, A::Add, A::Edit, A::Remove, A::Cancel], MOVE].concat(),
            Self::Own => {
                let own = [A::Submit, A::Add, A::Edit, A::Remove, A::CarryUp, A::CarryDown];
                [&own, BACK_AND_FORTH, &[A::Cancel], MOVE].concat()
            }
            Self::Columns => {
                let own = [A::Toggle, A::CarryUp, A::CarryDown, A::AsAtFirst];
                [&[A::Submit], own.as_slice(), &[A::Cancel], MOVE].concat()
            }
            Self::Values => {
                let own =
                    [A::Submit, A::Tick, A::Cancel, A::TickAll, A::TickOthers, A::TopRows, A::SortValues];
                let moves = [A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp];
                [&own[..], &moves].concat()
            }
            Self::Choose => [&[A::Submit, A::Cancel], MOVE].concat(),
        }
    }
}

/// Of a client that fills the screen, with what only this place does.
fn beside_client(own: Action) -> Vec<Action> {
    let around = [TABS_BESIDE_CLIENT, AROUND, BACK_AND_FORTH, MOVE, LAST].concat();
    [&[A::Back], LOG, DO, &[own], CHANGE, TELL, &[A::ExplainToday], OF_CLIENT, &around].concat()
}
