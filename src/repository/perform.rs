//! What each write does inside its action.

use super::error::Error;
use super::follow_ups::Ending;
use super::journal::{self, Action};
use super::request::{RecordId, Request, Verb};
use super::{
    bulk, clients, contacts, custom_fields, follow_ups, goals, interactions, mail_templates, many, offers,
    products, ratings, sales, salespeople, surveys, views,
};
use crate::domain::currency::Currency;
use crate::domain::ids::FollowUpId;

/// Does what the request asks inside the action. Gives the row that it wrote, and what undo or redo turned back.
pub fn perform(
    action: &mut Action<'_>,
    request: &Request,
    currency: Currency,
) -> Result<(Option<RecordId>, Option<Verb>), Error> {
    let mut reverted = None;
    let record = match request {
        Request::SaveClient(draft) => Some(RecordId::Client(clients::save(action, draft)?.0)),
        Request::SaveContact(draft) => Some(RecordId::Contact(contacts::save(action, draft)?.0)),
        Request::SaveProduct(draft) => Some(RecordId::Product(products::save(action, draft)?.0)),
        Request::SaveSale(draft) => Some(RecordId::Sale(sales::save(action, draft, currency)?.0)),
        Request::SaveInteraction(draft) => Some(RecordId::Interaction(interactions::save(action, draft)?)),
        Request::SaveFollowUp(draft) => Some(RecordId::FollowUp(follow_ups::save(action, draft)?.0)),
        Request::SaveSalesperson(draft) => Some(RecordId::Salesperson(salespeople::save(action, draft)?.0)),
        Request::SaveOffer(draft) => Some(RecordId::Offer(offers::save(action, draft)?)),
        Request::SaveMailTemplate(draft) => {
            Some(RecordId::MailTemplate(mail_templates::save(action, draft)?))
        }
        Request::SaveCustomField(draft) => Some(RecordId::CustomField(custom_fields::save(action, draft)?)),
        Request::ShiftCustomField { id, down } => {
            Some(RecordId::CustomField(custom_fields::shift(action, *id, *down)?))
        }
        Request::SaveView(_) | Request::DeleteView(_) | Request::ShiftView { .. } => {
            perform_on_view(action, request)?;
            None
        }
        Request::SaveSurvey(draft) => Some(RecordId::Survey(surveys::save(action, draft)?)),
        Request::SaveGoal(draft) => {
            goals::save(action, draft)?;
            None
        }
        Request::Log(draft) => {
            interactions::log(action, draft)?;
            Some(RecordId::Client(draft.interaction.client))
        }
        Request::ForMany { .. } | Request::EditMany { .. } => {
            perform_many(action, request, currency)?;
            None
        }
        Request::CompleteFollowUp(id) => Some(close(action, *id, Ending::Done)?),
        Request::SkipFollowUp(id) => Some(close(action, *id, Ending::Skipped)?),
        Request::SnoozeFollowUp { id, to } => {
            follow_ups::snooze(action, *id, *to)?;
            Some(RecordId::FollowUp(*id))
        }
        Request::PutOff { client, to } => {
            clients::put_off(action, *client, *to)?;
            Some(RecordId::Client(*client))
        }
        Request::Remove(id) => {
            remove(action, *id)?;
            None
        }
        Request::RestoreClient(id) => {
            clients::restore(action, *id)?;
            Some(RecordId::Client(*id))
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
        Request::List { .. }
        | Request::Rows { .. }
        | Request::Sum { .. }
        | Request::Values { .. }
        | Request::PreviewMany { .. }
        | Request::ClientsOf { .. }
        | Request::Card { .. }
        | Request::Week { .. }
        | Request::Brief { .. }
        | Request::Why { .. }
        | Request::ProductCard { .. }
        | Request::Mail { .. }
        | Request::LookUp { .. }
        | Request::LookUpTags { .. }
        | Request::Propose { .. }
        | Request::KeepFilter { .. }
        | Request::LoadFilters { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::LoadViews
        | Request::LoadCustomFields
        | Request::CheckHealth
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::KeepLayout { .. }
        | Request::ChangeDay(_) => None,
    };
    Ok((record, reverted))
}

/// What is about a saved view.
fn perform_on_view(action: &mut Action<'_>, request: &Request) -> Result<(), Error> {
    if let Request::SaveView(view) = request {
        views::save(action, view)?;
    }
    if let Request::DeleteView(id) = request {
        views::delete(action, *id)?;
    }
    if let Request::ShiftView { id, later } = request {
        views::shift(action, *id, *later)?;
    }
    Ok(())
}

/// What is about many rows.
fn perform_many(action: &mut Action<'_>, request: &Request, currency: Currency) -> Result<(), Error> {
    if let Request::ForMany { each, ids } = request {
        many::perform_each(action, each, ids, currency)?;
    }
    if let Request::EditMany { edit, seal } = request {
        bulk::edit(action, edit, *seal)?;
    }
    Ok(())
}

/// Archives, drops or deletes a row.
fn remove(action: &mut Action<'_>, id: RecordId) -> Result<(), Error> {
    match id {
        RecordId::Client(id) => clients::archive(action, id),
        RecordId::Contact(id) => contacts::delete(action, id),
        RecordId::Product(id) => products::delete(action, id),
        RecordId::Sale(id) => sales::delete(action, id),
        RecordId::Interaction(id) => interactions::delete(action, id),
        RecordId::FollowUp(id) => follow_ups::close(action, id, Ending::Dropped),
        RecordId::Offer(id) => offers::delete(action, id),
        RecordId::Survey(id) => surveys::delete(action, id),
        RecordId::Salesperson(id) => salespeople::delete(action, id),
        RecordId::MailTemplate(id) => mail_templates::delete(action, id),
        RecordId::CustomField(id) => custom_fields::delete(action, id),
    }
}

fn close(action: &mut Action<'_>, id: FollowUpId, ending: Ending) -> Result<RecordId, Error> {
    follow_ups::close(action, id, ending)?;
    Ok(RecordId::FollowUp(id))
}

/// Can the request be one of many in one action?
pub fn saves_rows(request: &Request) -> bool {
    let stands_alone = matches!(request, Request::Undo | Request::Redo | Request::PublishRatings { .. });
    request.verb().is_some() && !stands_alone
}
