//! The offer table: what was proposed to a client, and the answer.

use super::error::Error;
use super::journal::Action;
use super::request::Candidate;
use super::rows::{clean_lines, day, word};
use super::tables::{Key, Table};
use super::{clients, products};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, InteractionId, OfferId, ProductId, SalespersonId};
use crate::domain::kinds::OfferAnswer;
use crate::domain::offer::OfferDraft;
use crate::text::fold::fold;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The offer as a form edits it.
pub fn open(connection: &Connection, id: OfferId) -> Result<OfferDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, client_id, product_id, salesperson_id, interaction_id, day, answer, answered_day, reason
             FROM offer WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(OfferDraft {
                id: Some(OfferId(row.get(0)?)),
                rev: row.get(1)?,
                client: ClientId(row.get(2)?),
                product: ProductId(row.get(3)?),
                salesperson: row.get::<_, Option<i64>>(4)?.map(SalespersonId),
                interaction: row.get::<_, Option<i64>>(5)?.map(InteractionId),
                day: Day(row.get(6)?),
                answer: word(row, 7, OfferAnswer::from_word, OfferAnswer::Pending)?,
                answered: day(row, 8)?,
                reason: row.get(9)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// Adds the offer or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &OfferDraft) -> Result<OfferId, Error> {
    let draft = &OfferDraft { reason: clean_lines(&draft.reason), ..draft.clone() };
    if draft.answered.is_some_and(|day| day < draft.day) {
        return Err(Error::Refused { field: "answered_on" });
    }
    let subject = subject(&action.transaction, draft)?;
    let id = match draft.id {
        None => {
            refuse_pointless(action, draft)?;
            action.offered_before = waiting_since(&action.transaction, draft)?;
            insert(action, draft)?
        }
        Some(id) => {
            let before = open(&action.transaction, id)?;
            if before == *draft {
                return Ok(id);
            }
            if (before.client, before.product) != (draft.client, draft.product) {
                refuse_pointless(action, draft)?;
            }
            update(action, id, draft)?;
            id
        }
    };
    action.describe(&subject, Some(draft.client))?;
    Ok(id)
}

/// An offer that is open is something to be done: not for a client who is archived, nor with what is no longer sold. What
/// was answered long ago may still be written down.
fn refuse_pointless(action: &Action<'_>, draft: &OfferDraft) -> Result<(), Error> {
    if !draft.answer.is_open() {
        return Ok(());
    }
    clients::refuse_archived(&action.transaction, draft.client)?;
    let product = products::open(&action.transaction, draft.product)?;
    if product.active { Ok(()) } else { Err(Error::Inactive { name: product.name }) }
}

/// The day since which the client has had the same offer without answering.
fn waiting_since(connection: &Connection, draft: &OfferDraft) -> Result<Option<Day>, Error> {
    let day: Option<i32> = connection
        .prepare_cached(
            "SELECT max(day) FROM offer WHERE product_id = ?1 AND client_id = ?2 AND answer = 'pending'",
        )?
        .query_row([draft.product.0, draft.client.0], |row| row.get(0))?;
    Ok(day.map(Day))
}

fn insert(action: &mut Action<'_>, draft: &OfferDraft) -> Result<OfferId, Error> {
    let salesperson = match draft.salesperson {
        Some(salesperson) => Some(salesperson.0),
        None => clients::owner(&action.transaction, draft.client)?,
    };
    let key = action.insert(Table::Offer, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO offer (client_id, product_id, salesperson_id, interaction_id, day, answer, answered_day, reason)
                 VALUES (:client, :product, :salesperson, :interaction, :day, :answer, :answered, :reason)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":product": draft.product.0, ":salesperson": salesperson,
                ":interaction": draft.interaction.map(|id| id.0), ":day": draft.day.0,
                ":answer": draft.answer.word(), ":answered": draft.answered.map(|day| day.0), ":reason": draft.reason,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(OfferId(key.first()))
}

fn update(action: &mut Action<'_>, id: OfferId, draft: &OfferDraft) -> Result<(), Error> {
    action.update(Table::Offer, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE offer SET rev = rev + 1, client_id = :client, product_id = :product,
                    salesperson_id = :salesperson, interaction_id = :interaction, day = :day, answer = :answer,
                    answered_day = :answered, reason = :reason
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":product": draft.product.0,
                ":salesperson": draft.salesperson.map(|id| id.0),
                ":interaction": draft.interaction.map(|id| id.0), ":day": draft.day.0,
                ":answer": draft.answer.word(), ":answered": draft.answered.map(|day| day.0),
                ":reason": draft.reason, ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Takes the offer away; the interaction that it was made in stays.
pub fn delete(action: &mut Action<'_>, id: OfferId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let subject = subject(&action.transaction, &draft)?;
    action.delete(Table::Offer, &Key::id(id.0))?;
    action.describe(&subject, Some(draft.client))
}

/// What an action on it is about: the client and the product.
fn subject(connection: &Connection, draft: &OfferDraft) -> Result<String, Error> {
    let client = clients::name(connection, draft.client)?;
    let product = products::open(connection, draft.product)?.name;
    Ok(format!("{client} · {product}"))
}

/// At most `limit` reasons for which offers were rejected that hold every word of the text, the most usual first.
pub fn reasons(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Candidate>, Error> {
    let wanted = fold(text);
    let mut statement = connection.prepare_cached(
        "SELECT max(id), reason FROM offer WHERE answer = 'rejected' AND reason <> ''
         GROUP BY reason ORDER BY count(*) DESC, max(day) DESC, max(id) DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()?.filter(|_| found.len() < limit) {
        let label: String = row.get(1)?;
        let folded = fold(&label);
        if wanted.split_whitespace().all(|word| folded.contains(word)) {
            found.push(Candidate { id: row.get(0)?, label, ..Candidate::default() });
        }
    }
    Ok(found)
}
