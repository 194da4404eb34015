//! The follow-up table. Closing one of a series opens the next one in the same action.

use super::clients;
use super::error::Error;
use super::journal::Action;
use super::request::Verb;
use super::rows::{clean, recurrence, word};
use super::tables::{Key, Table};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, InteractionId, SalespersonId};
use crate::domain::kinds::{FollowUpKind, FollowUpState};
use crate::domain::recurrence::{Every, Recurrence};
use rusqlite::{Connection, OptionalExtension, named_params, params};

/// The follow-up as a form edits it; `due` is the day it counts for now.
pub fn open(connection: &Connection, id: FollowUpId) -> Result<FollowUpDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, client_id, contact_id, salesperson_id, coalesce(snoozed_to, due_day), kind, title,
                    recurrence, recurs_step, recurs_until
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
                recurrence: recurrence(row, 8)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// Adds the follow-up or saves it over the revision that was read. There is nothing to be done for an archived client.
pub fn save(action: &mut Action<'_>, draft: &FollowUpDraft) -> Result<(FollowUpId, Verb), Error> {
    let recurrence = draft.recurrence.map(|it| it.every.checked().map(|every| Recurrence { every, ..it }));
    if recurrence == Some(None) {
        return Err(Error::Refused { field: "recurrence" });
    }
    let draft =
        &FollowUpDraft { title: clean(&draft.title), recurrence: recurrence.flatten(), ..draft.clone() };
    let client = clients::name(&action.transaction, draft.client)?;
    let id = match draft.id {
        None => {
            clients::refuse_archived(&action.transaction, draft.client)?;
            insert(action, draft)?
        }
        Some(id) => {
            let before = open(&action.transaction, id)?;
            if before == *draft {
                return Ok((id, Verb::EditFollowUp));
            }
            if before.client != draft.client {
                clients::refuse_archived(&action.transaction, draft.client)?;
            }
            update(action, id, draft, &before)?;
            id
        }
    };
    action.describe(&client, Some(draft.client))?;
    Ok((id, if draft.id.is_none() { Verb::AddFollowUp } else { Verb::EditFollowUp }))
}

/// A recurrence as its columns hold it: the word and the step.
fn columns(recurrence: Option<Recurrence>) -> (String, Option<u16>) {
    match recurrence.map(|it| it.every) {
        None => (String::new(), None),
        Some(every @ Every::Days(_)) => (every.word(), None),
        Some(Every::Weeks(step)) => (Every::Weeks(1).word(), Some(step)),
        Some(Every::Months(step)) => (Every::Months(1).word(), Some(step)),
    }
}

fn insert(action: &mut Action<'_>, draft: &FollowUpDraft) -> Result<FollowUpId, Error> {
    let created = action.session.today.0;
    let salesperson = match draft.salesperson {
        Some(salesperson) => Some(salesperson.0),
        None => clients::owner(&action.transaction, draft.client)?,
    };
    let (recurrence, step) = columns(draft.recurrence);
    let key = action.insert(Table::FollowUp, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO follow_up (client_id, contact_id, salesperson_id, due_day, kind, title, recurrence,
                    recurs_step, recurs_until, recurs_from, created_day)
                 VALUES (:client, :contact, :salesperson, :due, :kind, :title, :recurrence, :step, :until, :from,
                    :created)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0), ":salesperson": salesperson,
                ":due": draft.due.0, ":kind": draft.kind.word(), ":title": draft.title,
                ":recurrence": recurrence, ":step": step, ":until": until(draft),
                ":from": draft.recurrence.map(|_| draft.due.0), ":created": created,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(FollowUpId(key.first()))
}

fn until(draft: &FollowUpDraft) -> Option<i32> {
    draft.recurrence.and_then(|it| it.until).map(|day| day.0)
}

/// A new due day ends a snooze. The series begins anew on the due day when that or its time is another.
fn update(
    action: &mut Action<'_>,
    id: FollowUpId,
    draft: &FollowUpDraft,
    before: &FollowUpDraft,
) -> Result<(), Error> {
    let new_due = before.due != draft.due;
    let every = |draft: &FollowUpDraft| draft.recurrence.map(|it| it.every);
    let (recurrence, step) = columns(draft.recurrence);
    action.update(Table::FollowUp, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE follow_up SET rev = rev + 1, client_id = :client, contact_id = :contact,
                    salesperson_id = :salesperson, due_day = iif(:new_due, :due, due_day),
                    snoozed_to = iif(:new_due, NULL, snoozed_to), kind = :kind, title = :title,
                    recurrence = :recurrence, recurs_step = :step, recurs_until = :until,
                    recurs_from = CASE WHEN :recurrence = '' THEN NULL WHEN :new_due THEN :due
                                       WHEN :new_time THEN due_day ELSE recurs_from END
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":salesperson": draft.salesperson.map(|id| id.0), ":new_due": new_due, ":due": draft.due.0,
                ":kind": draft.kind.word(), ":title": draft.title, ":recurrence": recurrence, ":step": step,
                ":until": until(draft), ":new_time": every(before) != every(draft),
                ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// How an open follow-up ends, and whether its series goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Done,
    /// Not done this time.
    Skipped,
    /// Not to be done any more; the series ends with it.
    Dropped,
}

/// Is it still to be done?
pub fn is_open(connection: &Connection, id: FollowUpId) -> Result<bool, Error> {
    let state: String = connection
        .prepare_cached("SELECT state FROM follow_up WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or(Error::Gone)?;
    Ok(state == FollowUpState::Open.word())
}

/// Closes an open follow-up; the next one of its series is opened.
pub fn close(action: &mut Action<'_>, id: FollowUpId, ending: Ending) -> Result<(), Error> {
    let state = match ending {
        Ending::Done => FollowUpState::Done,
        Ending::Skipped | Ending::Dropped => FollowUpState::Dropped,
    };
    let today = action.session.today.0;
    change_open(action, id, |connection| {
        connection.execute(
            "UPDATE follow_up SET state = ?2, closed_day = ?3, rev = rev + 1 WHERE id = ?1 AND state = 'open'",
            params![id.0, state.word(), today],
        )
    })?;
    if ending == Ending::Dropped { Ok(()) } else { open_next(action, id) }
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
    })?;
    open_next(action, id)
}

/// Opens the next follow-up of the series to which a closed one belongs, if it is to go on. It is due on the first day of
/// the series after both today and the day of the closed one: what was done late leaves no pile of past ones.
fn open_next(action: &mut Action<'_>, closed: FollowUpId) -> Result<(), Error> {
    let (recurrence, anchor, due) = action
        .transaction
        .prepare_cached(
            "SELECT recurrence, recurs_step, recurs_until, coalesce(recurs_from, due_day), due_day
             FROM follow_up WHERE id = ?1",
        )?
        .query_row([closed.0], |row| Ok((recurrence(row, 0)?, Day(row.get(3)?), Day(row.get(4)?))))?;
    let today = action.session.today;
    let Some(next) = recurrence.and_then(|it| it.next(anchor, due.max(today))) else { return Ok(()) };
    action.insert(Table::FollowUp, |connection| {
        // Whoever left the client is not the one to talk to any more.
        connection
            .prepare_cached(
                "INSERT INTO follow_up (client_id, contact_id, salesperson_id, due_day, kind, title, recurrence,
                    recurs_step, recurs_until, recurs_from, created_day)
                 SELECT u.client_id, k.id, u.salesperson_id, :due, u.kind, u.title, u.recurrence, u.recurs_step,
                    u.recurs_until, :from, :created
                 FROM follow_up u LEFT JOIN contact k ON k.id = u.contact_id AND k.left_on IS NULL WHERE u.id = :id",
            )?
            .execute(named_params! {
                ":id": closed.0, ":due": next.0, ":from": anchor.0, ":created": today.0,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    action.next_due = Some(next);
    Ok(())
}

/// Moves an open follow-up to another day. A later one is putting it off, which is counted. Of a series only this one moves.
pub fn snooze(action: &mut Action<'_>, id: FollowUpId, to: Day) -> Result<(), Error> {
    change_open(action, id, |connection| connection.execute(SNOOZE, params![id.0, to.0]))?;
    action.next_due = Some(to);
    Ok(())
}

const SNOOZE: &str = "UPDATE follow_up SET snoozes = snoozes + iif(?2 > coalesce(snoozed_to, due_day), 1, 0),
    snoozed_to = nullif(?2, due_day), rev = rev + 1 WHERE id = ?1 AND state = 'open'";

/// Puts an open follow-up off because an interaction did not do it: nobody answered.
pub fn put_off_by(
    action: &mut Action<'_>,
    id: FollowUpId,
    interaction: InteractionId,
    to: Day,
) -> Result<(), Error> {
    let sql = format!("{SNOOZE} AND client_id = (SELECT client_id FROM interaction WHERE id = ?3)");
    action.update(Table::FollowUp, &Key::id(id.0), |connection| {
        connection.prepare_cached(&sql)?.execute(params![id.0, to.0, interaction.0])
    })?;
    action.next_due = Some(to);
    Ok(())
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
