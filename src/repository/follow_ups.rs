//! The follow-up table.

use super::clients;
use super::error::Error;
use super::journal::Action;
use super::request::Verb;
use super::rows::{clean, word};
use super::tables::{Key, Table};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, InteractionId, SalespersonId};
use crate::domain::kinds::{FollowUpKind, FollowUpState};
use rusqlite::{Connection, OptionalExtension, named_params, params};

/// The follow-up as a form edits it; `due` is the day it counts for now.
pub fn open(connection: &Connection, id: FollowUpId) -> Result<FollowUpDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, client_id, contact_id, salesperson_id, coalesce(snoozed_to, due_day), kind, title
             FROM follow_up WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(FollowUpDraft {
                id: Some(FollowUpId(row.get(0)?)),
                rev: row.get(1)?,
                client: ClientId(row.get(2)?),
                contact: row.get::<_, Option<i64>>(3)?.map(ContactId),
                salesperson: row.get::<_, Option<i64>>(4)?.map(SalespersonId),
                due: Day(row.get(5)?),
                kind: word(row, 6, FollowUpKind::from_word, FollowUpKind::Task)?,
                title: row.get(7)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// Adds the follow-up or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &FollowUpDraft) -> Result<(FollowUpId, Verb), Error> {
    let draft = &FollowUpDraft { title: clean(&draft.title), ..draft.clone() };
    let client = clients::name(&action.transaction, draft.client)?;
    let id = match draft.id {
        None => insert(action, draft)?,
        Some(id) => {
            let before = open(&action.transaction, id)?;
            if before == *draft {
                return Ok((id, Verb::EditFollowUp));
            }
            update(action, id, draft, before.due != draft.due)?;
            id
        }
    };
    action.describe(&client, Some(draft.client))?;
    Ok((id, if draft.id.is_none() { Verb::AddFollowUp } else { Verb::EditFollowUp }))
}

fn insert(action: &mut Action<'_>, draft: &FollowUpDraft) -> Result<FollowUpId, Error> {
    let created = action.session.today.0;
    let salesperson = match draft.salesperson {
        Some(salesperson) => Some(salesperson.0),
        None => clients::owner(&action.transaction, draft.client)?,
    };
    let key = action.insert(Table::FollowUp, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO follow_up (client_id, contact_id, salesperson_id, due_day, kind, title, created_day)
                 VALUES (:client, :contact, :salesperson, :due, :kind, :title, :created)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0), ":salesperson": salesperson,
                ":due": draft.due.0, ":kind": draft.kind.word(), ":title": draft.title, ":created": created,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(FollowUpId(key.first()))
}

/// A new due day ends a snooze.
fn update(
    action: &mut Action<'_>,
    id: FollowUpId,
    draft: &FollowUpDraft,
    new_due: bool,
) -> Result<(), Error> {
    action.update(Table::FollowUp, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE follow_up SET rev = rev + 1, client_id = :client, contact_id = :contact,
                    salesperson_id = :salesperson, due_day = iif(:new_due, :due, due_day),
                    snoozed_to = iif(:new_due, NULL, snoozed_to), kind = :kind, title = :title
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":salesperson": draft.salesperson.map(|id| id.0), ":new_due": new_due, ":due": draft.due.0,
                ":kind": draft.kind.word(), ":title": draft.title, ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Closes an open follow-up as done or dropped.
pub fn close(action: &mut Action<'_>, id: FollowUpId, state: FollowUpState) -> Result<(), Error> {
    let today = action.session.today.0;
    change_open(action, id, |connection| {
        connection.execute(
            "UPDATE follow_up SET state = ?2, closed_day = ?3, rev = rev + 1 WHERE id = ?1 AND state = 'open'",
            params![id.0, state.word(), today],
        )
    })
}

/// Closes an open follow-up as done by this interaction. One that belongs to another client is not its doing.
pub fn done_by(action: &mut Action<'_>, id: FollowUpId, interaction: InteractionId) -> Result<(), Error> {
    let today = action.session.today.0;
    action.update(Table::FollowUp, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE follow_up SET state = 'done', closed_day = ?3, done_by = ?2, rev = rev + 1
             WHERE id = ?1 AND state = 'open' AND client_id = (SELECT client_id FROM interaction WHERE id = ?2)",
            params![id.0, interaction.0, today],
        )
    })
}

/// Puts an open follow-up off, counted.
pub fn snooze(action: &mut Action<'_>, id: FollowUpId, to: Day) -> Result<(), Error> {
    change_open(action, id, |connection| {
        connection.execute(
            "UPDATE follow_up SET snoozed_to = ?2, snoozes = snoozes + 1, rev = rev + 1
             WHERE id = ?1 AND state = 'open'",
            params![id.0, to.0],
        )
    })
}

fn change_open(
    action: &mut Action<'_>,
    id: FollowUpId,
    update: impl FnOnce(&Connection) -> rusqlite::Result<usize>,
) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let client = clients::name(&action.transaction, draft.client)?;
    action.update(Table::FollowUp, &Key::id(id.0), update)?;
    let subject = if draft.title.is_empty() { client } else { format!("{client}: {}", draft.title) };
    action.describe(&subject, Some(draft.client))
}
