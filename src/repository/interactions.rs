//! The interaction table: what was done with a client.

use super::clients;
use super::error::Error;
use super::follow_ups;
use super::journal::Action;
use super::rows::clean_lines;
use super::tables::{Key, Table};
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::InteractionId;
use crate::domain::interaction::InteractionDraft;
use crate::domain::kinds::{InteractionKind, Outcome};
use rusqlite::named_params;

/// Writes down what was done and the follow-up that was agreed in it.
pub fn log(
    action: &mut Action<'_>,
    draft: &InteractionDraft,
    follow_up: Option<&FollowUpDraft>,
) -> Result<InteractionId, Error> {
    let client = clients::name(&action.transaction, draft.client)?;
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
    if let Some(follow_up) = follow_up {
        follow_ups::save(action, follow_up)?;
    }
    action.describe(&client, Some(draft.client))?;
    Ok(InteractionId(key.first()))
}
