//! The same done to each of many clients or rows, as one action. A row that refuses is left as it was, and counted.

use super::error::Error;
use super::journal::Action;
use super::perform::perform;
use super::request::{Each, RecordId, Request};
use super::{clients, follow_ups};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{
    ClientId, ContactId, CustomFieldId, FollowUpId, InteractionId, MailTemplateId, OfferId, ProductId,
    SaleId, SalespersonId, SurveyAnswerId,
};
use crate::domain::interaction::LogDraft;
use crate::domain::offer::OfferDraft;
use crate::text::told;
use rusqlite::{Connection, OptionalExtension, params};

/// What is put off without a day is put off by so many.
const WEEK: i32 = 7;

/// Does it to each. When every row refuses, the first of them says why.
pub fn perform_each(
    action: &mut Action<'_>,
    each: &Each,
    ids: &[i64],
    currency: Currency,
) -> Result<(), Error> {
    action.entitle(&told::of_rows(ids.len(), 0))?;
    let (mut done, mut refusal) = (0, None);
    for &id in ids {
        run(action, "SAVEPOINT one_of_many")?;
        let request = request(action, each, id);
        match request.and_then(|request| perform(action, &request, currency)) {
            Ok(_) => done += 1,
            Err(error) if is_of_row(&error) => {
                run(action, "ROLLBACK TO one_of_many")?;
                refusal.get_or_insert(error);
            }
            Err(error) => return Err(error),
        }
        run(action, "RELEASE one_of_many")?;
    }
    // The day of the last one is not that of all.
    (action.next_due, action.offered_before) = (None, None);
    match refusal {
        Some(refusal) if done == 0 => Err(refusal),
        Some(_) | None => action.entitle(&told::of_rows(done, ids.len() - done)),
    }
}

fn run(action: &Action<'_>, sql: &str) -> Result<(), Error> {
    action.transaction.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Is it about this row, so that the others can go on?
fn is_of_row(error: &Error) -> bool {
    matches!(
        error,
        Error::Stale
            | Error::Gone
            | Error::Taken { .. }
            | Error::Refused { .. }
            | Error::Archived { .. }
            | Error::Inactive { .. }
            | Error::Withdrawn { .. }
            | Error::InUse { .. }
    )
}

/// What is done to one of them.
fn request(action: &Action<'_>, each: &Each, id: i64) -> Result<Request, Error> {
    let (connection, today) = (&action.transaction, action.session.today);
    let client = ClientId(id);
    Ok(match each {
        Each::Log(draft) => {
            clients::refuse_archived(connection, client)?;
            Request::Log(Box::new(logged(draft, client)))
        }
        Each::AddFollowUp(draft) => Request::SaveFollowUp(planned(draft, client)),
        Each::Offer(draft) => {
            clients::refuse_archived(connection, client)?;
            Request::SaveOffer(OfferDraft { client, ..draft.clone() })
        }
        Each::CompleteFollowUp => Request::CompleteFollowUp(FollowUpId(id)),
        Each::SnoozeFollowUp { to } => snoozed(connection, FollowUpId(id), *to, today)?,
        Each::PutOff { to } => put_off(connection, client, *to, today)?,
        Each::Remove(like) => Request::Remove(like.with_key(id)),
        Each::RestoreClient => Request::RestoreClient(client),
    })
}

/// What is promised to the client and due; else the client itself.
fn put_off(connection: &Connection, client: ClientId, to: Option<Day>, today: Day) -> Result<Request, Error> {
    if let Some(follow_up) = promised(connection, client, today)? {
        return snoozed(connection, follow_up, to, today);
    }
    let from = put_off_to(connection, client)?.unwrap_or(today);
    Ok(Request::PutOff { client, to: to.unwrap_or(from.max(today).plus(WEEK)) })
}

/// The entry for another client; whom it was with is known of its own client only.
fn logged(draft: &LogDraft, client: ClientId) -> LogDraft {
    let mut draft = draft.clone();
    if draft.interaction.client != client {
        draft.interaction.contact = None;
    }
    draft.interaction.client = client;
    draft.follow_up = draft.follow_up.map(|draft| planned(&draft, client));
    for offer in &mut draft.offers {
        offer.client = client;
    }
    (draft.done, draft.put_off) = (None, None);
    draft
}

fn planned(draft: &FollowUpDraft, client: ClientId) -> FollowUpDraft {
    let contact = draft.contact.filter(|_| draft.client == client);
    FollowUpDraft { client, contact, ..draft.clone() }
}

/// To the day, or a week later; from today where it is late.
fn snoozed(connection: &Connection, id: FollowUpId, to: Option<Day>, today: Day) -> Result<Request, Error> {
    let to = match to {
        Some(to) => to,
        None => follow_ups::open(connection, id)?.due.max(today).plus(WEEK),
    };
    Ok(Request::SnoozeFollowUp { id, to })
}

/// The first open follow-up of the client that is due.
fn promised(connection: &Connection, client: ClientId, today: Day) -> Result<Option<FollowUpId>, Error> {
    let found = connection
        .prepare_cached(
            "SELECT id FROM follow_up
             WHERE client_id = ?1 AND state = 'open' AND coalesce(snoozed_to, due_day) <= ?2
             ORDER BY coalesce(snoozed_to, due_day), id LIMIT 1",
        )?
        .query_row(params![client.0, today.0], |row| row.get(0).map(FollowUpId))
        .optional()?;
    Ok(found)
}

fn put_off_to(connection: &Connection, client: ClientId) -> Result<Option<Day>, Error> {
    connection
        .prepare_cached("SELECT put_off_to FROM client WHERE id = ?1")?
        .query_row([client.0], |row| Ok(row.get::<_, Option<i32>>(0)?.map(Day)))
        .optional()?
        .ok_or(Error::Gone)
}

impl RecordId {
    /// The row of the same kind with another key.
    #[must_use]
    pub fn with_key(self, key: i64) -> Self {
        match self {
            Self::Client(_) => Self::Client(ClientId(key)),
            Self::Contact(_) => Self::Contact(ContactId(key)),
            Self::Product(_) => Self::Product(ProductId(key)),
            Self::Sale(_) => Self::Sale(SaleId(key)),
            Self::FollowUp(_) => Self::FollowUp(FollowUpId(key)),
            Self::Offer(_) => Self::Offer(OfferId(key)),
            Self::Survey(_) => Self::Survey(SurveyAnswerId(key)),
            Self::Interaction(_) => Self::Interaction(InteractionId(key)),
            Self::Salesperson(_) => Self::Salesperson(SalespersonId(key)),
            Self::MailTemplate(_) => Self::MailTemplate(MailTemplateId(key)),
            Self::CustomField(_) => Self::CustomField(CustomFieldId(key)),
        }
    }
}
