//! The interaction table: what was done with a client.

use super::clients;
use super::error::Error;
use super::journal::Action;
use super::rows::{clean_lines, word};
use super::tables::{Key, Table};
use super::{follow_ups, offers};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, InteractionId, SalespersonId};
use crate::domain::interaction::{InteractionDraft, LogDraft};
use crate::domain::kinds::{Direction, InteractionKind, Outcome};
use crate::domain::offer::OfferDraft;
use rusqlite::{Connection, OptionalExtension, named_params, params};

/// Writes down what was done and all that came of it.
pub fn log(action: &mut Action<'_>, draft: &LogDraft) -> Result<InteractionId, Error> {
    let client = clients::name(&action.transaction, draft.interaction.client)?;
    let id = insert(action, &draft.interaction)?;
    if let Some(follow_up) = &draft.follow_up {
        follow_ups::save(action, follow_up)?;
    }
    for offer in &draft.offers {
        offers::save(action, &OfferDraft { interaction: Some(id), ..offer.clone() })?;
    }
    clients::add_tags(action, draft.interaction.client, &draft.tags)?;
    if let Some(they_call) = draft.they_call {
        clients::let_them_call(action, draft.interaction.client, they_call)?;
    }
    if let Some(done) = draft.done {
        follow_ups::done_by(action, done, id)?;
    }
    if let Some((follow_up, to)) = draft.put_off {
        follow_ups::put_off_by(action, follow_up, id, to)?;
    }
    action.describe(&client, Some(draft.interaction.client))?;
    Ok(id)
}

/// The interaction as a form edits it.
pub fn open(connection: &Connection, id: InteractionId) -> Result<InteractionDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, client_id, contact_id, salesperson_id, kind, direction, day, minutes, outcome, text
             FROM interaction WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(InteractionDraft {
                id: Some(InteractionId(row.get(0)?)),
                rev: row.get(1)?,
                client: ClientId(row.get(2)?),
                contact: row.get::<_, Option<i64>>(3)?.map(ContactId),
                salesperson: row.get::<_, Option<i64>>(4)?.map(SalespersonId),
                kind: word(row, 5, InteractionKind::from_word, InteractionKind::Note)?,
                direction: word(row, 6, Direction::from_word, Direction::Out)?,
                day: Day(row.get(7)?),
                minutes: row.get(8)?,
                outcome: row.get::<_, Option<String>>(9)?.as_deref().and_then(Outcome::from_word),
                text: row.get(10)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// Adds the interaction or saves it over the revision that was read. With another client, what was offered in it goes
/// along; a follow-up stays with the client that it was for.
pub fn save(action: &mut Action<'_>, draft: &InteractionDraft) -> Result<InteractionId, Error> {
    let Some(id) = draft.id else { return log(action, &LogDraft::of(draft.clone())) };
    let draft = &InteractionDraft { text: clean_lines(&draft.text), ..draft.clone() };
    if draft.text.is_empty() && draft.kind == InteractionKind::Note {
        return Err(Error::Refused { field: "text" });
    }
    let before = open(&action.transaction, id)?;
    if before == *draft {
        return Ok(id);
    }
    let client = clients::name(&action.transaction, draft.client)?;
    update(action, id, draft)?;
    if before.client != draft.client {
        let to = draft.client.0;
        change_all(action, Table::Offer, OF_OFFERS, id, |connection, offer| {
            connection.execute("UPDATE offer SET client_id = ?2, rev = rev + 1 WHERE id = ?1", [offer, to])
        })?;
        leave(action, id)?;
    }
    action.describe(&client, Some(draft.client))?;
    Ok(id)
}

pub fn update(action: &mut Action<'_>, id: InteractionId, draft: &InteractionDraft) -> Result<(), Error> {
    action.update(Table::Interaction, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE interaction SET rev = rev + 1, client_id = :client, contact_id = :contact,
                    salesperson_id = :salesperson, kind = :kind, direction = :direction, day = :day,
                    minutes = :minutes, outcome = :outcome, text = :text
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":salesperson": draft.salesperson.map(|id| id.0), ":kind": draft.kind.word(),
                ":direction": draft.direction.word(), ":day": draft.day.0, ":minutes": draft.minutes,
                ":outcome": draft.outcome.map(Outcome::word), ":text": draft.text, ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Deletes the interaction. What it offered and what it did stay as they are: they happened, if not in it.
pub fn delete(action: &mut Action<'_>, id: InteractionId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let client = clients::name(&action.transaction, draft.client)?;
    change_all(action, Table::Offer, OF_OFFERS, id, |connection, offer| {
        connection
            .execute("UPDATE offer SET interaction_id = NULL, rev = rev + 1 WHERE id = ?1", params![offer])
    })?;
    leave(action, id)?;
    action.delete(Table::Interaction, &Key::id(id.0))?;
    action.describe(&client, Some(draft.client))
}

const OF_OFFERS: &str = "SELECT id FROM offer WHERE interaction_id = ?1";

/// Takes the interaction out of the follow-ups that it did and the surveys that were sent in it.
fn leave(action: &mut Action<'_>, id: InteractionId) -> Result<(), Error> {
    let done = "SELECT id FROM follow_up WHERE done_by = ?1";
    change_all(action, Table::FollowUp, done, id, |connection, row| {
        connection.execute("UPDATE follow_up SET done_by = NULL, rev = rev + 1 WHERE id = ?1", params![row])
    })?;
    let sent = "SELECT id FROM survey_answer WHERE interaction_id = ?1";
    change_all(action, Table::SurveyAnswer, sent, id, |connection, row| {
        connection.execute(
            "UPDATE survey_answer SET interaction_id = NULL, rev = rev + 1 WHERE id = ?1",
            params![row],
        )
    })
}

/// Changes each of the rows that hang on an interaction.
fn change_all(
    action: &mut Action<'_>,
    table: Table,
    which: &str,
    id: InteractionId,
    change: impl Fn(&Connection, i64) -> rusqlite::Result<usize>,
) -> Result<(), Error> {
    let rows: Vec<i64> = action
        .transaction
        .prepare_cached(which)?
        .query_map([id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for row in rows {
        action.update(table, &Key::id(row), |connection| change(connection, row))?;
    }
    Ok(())
}

/// Writes the interaction alone.
pub fn insert(action: &mut Action<'_>, draft: &InteractionDraft) -> Result<InteractionId, Error> {
    let text = clean_lines(&draft.text);
    if text.is_empty() && draft.kind == InteractionKind::Note {
        return Err(Error::Refused { field: "text" });
    }
    let recorded = (action.session.now_ms)();
    let salesperson = match draft.salesperson {
        Some(salesperson) => Some(salesperson.0),
        None => clients::owner(&action.transaction, draft.client)?,
    };
    let key = action.insert(Table::Interaction, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO interaction (client_id, contact_id, salesperson_id, kind, direction, day, minutes, outcome,
                    text, recorded_at)
                 VALUES (:client, :contact, :salesperson, :kind, :direction, :day, :minutes, :outcome, :text, :recorded)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0), ":salesperson": salesperson,
                ":kind": draft.kind.word(), ":direction": draft.direction.word(), ":day": draft.day.0,
                ":minutes": draft.minutes, ":outcome": draft.outcome.map(Outcome::word),
                ":text": text, ":recorded": recorded,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(InteractionId(key.first()))
}
