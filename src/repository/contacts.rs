//! The contact table.

use super::error::Error;
use super::journal::{Action, Columns};
use super::request::Verb;
use super::rows::{clean, clean_lines, day, flag, word};
use super::tables::{Key, Table};
use crate::domain::bulk::ContactChange;
use crate::domain::contact::ContactDraft;
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::kinds::{Consent, ContactRole};
use crate::text::fold::{fold, sort_key};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde_json::Value as Json;

/// The contact as a form edits it.
pub fn open(connection: &Connection, id: ContactId) -> Result<ContactDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, client_id, name, job_title, role, main, phone, email, language, consent, left_on, notes
             FROM contact WHERE id = ?1",
        )?
        .query_row([id.0], read)
        .optional()?
        .ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ContactDraft> {
    Ok(ContactDraft {
        id: Some(ContactId(row.get(0)?)),
        rev: row.get(1)?,
        client: ClientId(row.get(2)?),
        name: row.get(3)?,
        job_title: row.get(4)?,
        role: word(row, 5, ContactRole::from_word, ContactRole::Other)?,
        main: flag(row, 6)?,
        phone: row.get(7)?,
        email: row.get(8)?,
        language: row.get(9)?,
        consent: word(row, 10, Consent::from_word, Consent::Unknown)?,
        left_on: day(row, 11)?,
        notes: row.get(12)?,
    })
}

/// What the search looks in.
pub fn search_key(name: &str, job_title: &str, email: &str, phone: &str) -> String {
    fold(&format!("{name} {job_title} {email} {phone}"))
}

/// Adds the contact or saves it over the revision that was read. A new main contact takes the place of the old one.
pub fn save(action: &mut Action<'_>, draft: &ContactDraft) -> Result<(ContactId, Verb), Error> {
    let draft = &ContactDraft {
        name: clean(&draft.name),
        job_title: clean(&draft.job_title),
        phone: clean(&draft.phone),
        email: clean(&draft.email),
        language: clean(&draft.language),
        notes: clean_lines(&draft.notes),
        ..draft.clone()
    };
    if let Some(id) = draft.id
        && open(&action.transaction, id)? == *draft
    {
        return Ok((id, Verb::EditContact));
    }
    // The only one is the one to call first.
    let draft = &ContactDraft { main: draft.main || is_first(&action.transaction, draft)?, ..draft.clone() };
    if draft.main {
        replace_main(action, draft)?;
    }
    let id = match draft.id {
        None => insert(action, draft)?,
        Some(id) => {
            update(action, id, draft)?;
            id
        }
    };
    action.describe(&draft.name, Some(draft.client))?;
    Ok((id, if draft.id.is_none() { Verb::AddContact } else { Verb::EditContact }))
}

/// Is it new, at a client that has nobody yet?
fn is_first(connection: &Connection, draft: &ContactDraft) -> Result<bool, Error> {
    let somebody: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM contact WHERE client_id = ?1)")?
        .query_row([draft.client.0], |row| row.get(0))?;
    Ok(draft.id.is_none() && !somebody)
}

fn replace_main(action: &mut Action<'_>, draft: &ContactDraft) -> Result<(), Error> {
    let others: Vec<i64> = action
        .transaction
        .prepare_cached("SELECT id FROM contact WHERE client_id = ?1 AND main = 1 AND id IS NOT ?2")?
        .query_map((draft.client.0, draft.id.map(|id| id.0)), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for other in others {
        action.update(Table::Contact, &Key::id(other), |connection| {
            connection.execute("UPDATE contact SET main = 0, rev = rev + 1 WHERE id = ?1", [other])
        })?;
    }
    Ok(())
}

fn insert(action: &mut Action<'_>, draft: &ContactDraft) -> Result<ContactId, Error> {
    let key = action.insert(Table::Contact, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO contact (client_id, name, job_title, role, main, phone, email, language, consent, left_on,
                    notes, search_key, sort_key)
                 VALUES (:client, :name, :job_title, :role, :main, :phone, :email, :language, :consent, :left_on,
                    :notes, :search_key, :sort_key)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":name": draft.name, ":job_title": draft.job_title,
                ":role": draft.role.word(), ":main": draft.main, ":phone": draft.phone, ":email": draft.email,
                ":language": draft.language, ":consent": draft.consent.word(),
                ":left_on": draft.left_on.map(|day| day.0), ":notes": draft.notes,
                ":search_key": search_key(&draft.name, &draft.job_title, &draft.email, &draft.phone),
                ":sort_key": sort_key(&draft.name),
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(ContactId(key.first()))
}

fn update(action: &mut Action<'_>, id: ContactId, draft: &ContactDraft) -> Result<(), Error> {
    action.update(Table::Contact, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE contact SET rev = rev + 1, client_id = :client, name = :name, job_title = :job_title,
                    role = :role, main = :main, phone = :phone, email = :email, language = :language,
                    consent = :consent, left_on = :left_on, notes = :notes, search_key = :search_key,
                    sort_key = :sort_key
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":name": draft.name, ":job_title": draft.job_title,
                ":role": draft.role.word(), ":main": draft.main, ":phone": draft.phone, ":email": draft.email,
                ":language": draft.language, ":consent": draft.consent.word(),
                ":left_on": draft.left_on.map(|day| day.0), ":notes": draft.notes,
                ":search_key": search_key(&draft.name, &draft.job_title, &draft.email, &draft.phone),
                ":sort_key": sort_key(&draft.name), ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// The columns that hold what a change makes of the contact.
pub fn columns(change: &ContactChange, draft: &ContactDraft) -> Columns {
    use ContactChange as C;
    let search_key = || search_key(&draft.name, &draft.job_title, &draft.email, &draft.phone).into();
    let columns: &[(&str, Json)] = match change {
        C::JobTitle(_) => &[("job_title", draft.job_title.as_str().into()), ("search_key", search_key())],
        C::Role(_) => &[("role", draft.role.word().into())],
        C::Language(_) => &[("language", draft.language.as_str().into())],
        C::Consent(_) => &[("consent", draft.consent.word().into())],
        C::LeftOn(_) => &[("left_on", draft.left_on.map(|day| day.0).into())],
    };
    columns.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// Deletes a contact that nothing refers to; one who bought or was visited is rather marked as having left.
pub fn delete(action: &mut Action<'_>, id: ContactId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let uses: i64 = action.transaction.query_row(
        "SELECT (SELECT count(*) FROM sale WHERE contact_id = ?1)
              + (SELECT count(*) FROM interaction WHERE contact_id = ?1)
              + (SELECT count(*) FROM follow_up WHERE contact_id = ?1)
              + (SELECT count(*) FROM survey_answer WHERE contact_id = ?1)",
        [id.0],
        |row| row.get(0),
    )?;
    if uses > 0 {
        return Err(Error::InUse { by: "history", count: uses });
    }
    action.delete(Table::Contact, &Key::id(id.0))?;
    action.describe(&draft.name, Some(draft.client))
}
