//! The interaction table: what was done with a client.

use super::clients;
use super::error::Error;
use super::journal::Action;
use super::rows::clean_lines;
use super::tables::{Key, Table};
use super::{follow_ups, offers};
use crate::domain::ids::InteractionId;
use crate::domain::interaction::{InteractionDraft, LogDraft};
use crate::domain::kinds::{InteractionKind, Outcome};
use crate::domain::offer::OfferDraft;
use rusqlite::named_params;

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

fn insert(action: &mut Action<'_>, draft: &InteractionDraft) -> Result<InteractionId, Error> {
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
