//! What each write does inside its action, and what it is called in the journal.

use super::error::Error;
use super::journal::{self, Action};
use super::request::{Done, RecordId, Request, Verb};
use super::{
    clients, contacts, follow_ups, goals, interactions, offers, products, ratings, sales, salespeople,
};
use crate::domain::currency::Currency;
use crate::domain::kinds::FollowUpState;

/// What a write is called in the journal until it is known better.
pub fn first_verb(request: &Request) -> Verb {
    match request {
        Request::SaveClient(draft) if draft.id.is_none() => Verb::AddClient,
        Request::SaveClient(_) => Verb::EditClient,
        Request::SaveContact(draft) if draft.id.is_none() => Verb::AddContact,
        Request::SaveContact(_) => Verb::EditContact,
        Request::SaveProduct(draft) if draft.id.is_none() => Verb::AddProduct,
        Request::SaveProduct(_) => Verb::EditProduct,
        Request::SaveSale(draft) if draft.id.is_none() => Verb::AddSale,
        Request::SaveSale(_) => Verb::EditSale,
        Request::SaveFollowUp(draft) if draft.id.is_none() => Verb::AddFollowUp,
        Request::SaveFollowUp(_) => Verb::EditFollowUp,
        Request::SaveSalesperson(draft) if draft.id.is_none() => Verb::AddSalesperson,
        Request::SaveSalesperson(_) => Verb::EditSalesperson,
        Request::SaveOffer(draft) if draft.id.is_none() => Verb::AddOffer,
        Request::SaveOffer(_) => Verb::EditOffer,
        Request::SaveGoal(draft) if draft.id.is_none() => Verb::AddGoal,
        Request::SaveGoal(_) => Verb::EditGoal,
        Request::Log { .. } => Verb::LogInteraction,
        Request::CompleteFollowUp(_) => Verb::CompleteFollowUp,
        Request::SnoozeFollowUp { .. } => Verb::SnoozeFollowUp,
        Request::Remove(RecordId::Client(_)) => Verb::ArchiveClient,
        Request::Remove(RecordId::Contact(_)) => Verb::DeleteContact,
        Request::Remove(RecordId::Product(_)) => Verb::DeleteProduct,
        Request::Remove(RecordId::Sale(_)) => Verb::DeleteSale,
        Request::Remove(RecordId::FollowUp(_)) => Verb::DropFollowUp,
        Request::Remove(RecordId::Salesperson(_)) => Verb::DeleteSalesperson,
        Request::Redo => Verb::Redo,
        Request::PublishRatings { .. } => Verb::PublishRatings,
        Request::Undo
        | Request::Summarise
        | Request::List { .. }
        | Request::Rows { .. }
        | Request::Card { .. }
        | Request::LookUp { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::ChangeDay(_) => Verb::Undo,
    }
}

/// Does what the request asks inside the action.
pub fn perform(
    action: &mut Action<'_>,
    request: &Request,
    currency: Currency,
) -> Result<(Option<RecordId>, Done), Error> {
    let verb = first_verb(request);
    let mut reverted = None;
    let record = match request {
        Request::SaveClient(draft) => Some(RecordId::Client(clients::save(action, draft)?.0)),
        Request::SaveContact(draft) => Some(RecordId::Contact(contacts::save(action, draft)?.0)),
        Request::SaveProduct(draft) => Some(RecordId::Product(products::save(action, draft)?.0)),
        Request::SaveSale(draft) => Some(RecordId::Sale(sales::save(action, draft, currency)?.0)),
        Request::SaveFollowUp(draft) => Some(RecordId::FollowUp(follow_ups::save(action, draft)?.0)),
        Request::SaveSalesperson(draft) => Some(RecordId::Salesperson(salespeople::save(action, draft)?.0)),
        Request::SaveOffer(draft) => {
            offers::save(action, draft)?;
            Some(RecordId::Client(draft.client))
        }
        Request::SaveGoal(draft) => {
            goals::save(action, draft)?;
            None
        }
        Request::Log { interaction, follow_up } => {
            interactions::log(action, interaction, follow_up.as_ref())?;
            Some(RecordId::Client(interaction.client))
        }
        Request::CompleteFollowUp(id) => {
            follow_ups::close(action, *id, FollowUpState::Done)?;
            Some(RecordId::FollowUp(*id))
        }
        Request::SnoozeFollowUp { id, to } => {
            follow_ups::snooze(action, *id, *to)?;
            Some(RecordId::FollowUp(*id))
        }
        Request::Remove(id) => {
            match *id {
                RecordId::Client(id) => clients::archive(action, id)?,
                RecordId::Contact(id) => contacts::delete(action, id)?,
                RecordId::Product(id) => products::delete(action, id)?,
                RecordId::Sale(id) => sales::delete(action, id)?,
                RecordId::FollowUp(id) => follow_ups::close(action, id, FollowUpState::Dropped)?,
                RecordId::Salesperson(id) => salespeople::delete(action, id)?,
            }
            None
        }
        Request::PublishRatings { recalibrate } => {
            let published = ratings::publish(action, *recalibrate)?;
            action.describe(&published.to_string(), None)?;
            None
        }
        Request::Undo => {
            reverted = Some(journal::undo(action)?);
            None
        }
        Request::Redo => {
            reverted = Some(journal::redo(action)?);
            None
        }
        Request::Summarise
        | Request::List { .. }
        | Request::Rows { .. }
        | Request::Card { .. }
        | Request::LookUp { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::ChangeDay(_) => None,
    };
    Ok((record, Done { verb, reverted, subject: action.subject()? }))
}

/// Can the request be one of many in one action?
pub fn saves_rows(request: &Request) -> bool {
    match request {
        Request::SaveClient(_)
        | Request::SaveContact(_)
        | Request::SaveProduct(_)
        | Request::SaveSale(_)
        | Request::SaveFollowUp(_)
        | Request::SaveSalesperson(_)
        | Request::SaveOffer(_)
        | Request::SaveGoal(_)
        | Request::Log { .. }
        | Request::CompleteFollowUp(_)
        | Request::SnoozeFollowUp { .. }
        | Request::Remove(_) => true,
        Request::Summarise
        | Request::List { .. }
        | Request::Rows { .. }
        | Request::Card { .. }
        | Request::LookUp { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::Undo
        | Request::Redo
        | Request::PublishRatings { .. }
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::ChangeDay(_) => false,
    }
}
