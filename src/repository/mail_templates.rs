//! The mail template table, and what else an email is written from.

use super::error::Error;
use super::journal::Action;
use super::rows::{clean, clean_lines};
use super::tables::{Key, Table};
use super::{clients, contacts, salespeople, today};
use crate::domain::ids::{ClientId, ContactId, MailTemplateId};
use crate::domain::mail::{MailMatter, MailTemplateDraft};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The template as a form edits it.
pub fn open(connection: &Connection, id: MailTemplateId) -> Result<MailTemplateDraft, Error> {
    connection
        .prepare_cached("SELECT id, rev, name, language, subject, body FROM mail_template WHERE id = ?1")?
        .query_row([id.0], read)
        .optional()?
        .ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<MailTemplateDraft> {
    Ok(MailTemplateDraft {
        id: Some(MailTemplateId(row.get(0)?)),
        rev: row.get(1)?,
        name: row.get(2)?,
        language: row.get(3)?,
        subject: row.get(4)?,
        body: row.get(5)?,
    })
}

/// What an email to a contact, or to the client's own address, is written from.
pub fn matter(
    connection: &Connection,
    client: ClientId,
    contact: Option<ContactId>,
    author: &str,
) -> Result<MailMatter, Error> {
    let product = connection
        .prepare_cached(
            "SELECT p.name FROM offer o JOIN product p ON p.id = o.product_id
             WHERE o.client_id = ?1 ORDER BY o.day DESC, o.id DESC LIMIT 1",
        )?
        .query_row([client.0], |row| row.get(0))
        .optional()?;
    let templates = connection
        .prepare_cached("SELECT id, rev, name, language, subject, body FROM mail_template ORDER BY name, id")?
        .query_map([], read)?
        .collect::<rusqlite::Result<_>>()?;
    let client = clients::open(connection, client)?;
    let (sender, me) = match (today::at_keyboard(connection, author)?, client.owner) {
        (Some((id, name)), _) => (Some(id), name),
        (None, Some(owner)) => (Some(owner), salespeople::open(connection, owner)?.name),
        (None, None) => (None, author.trim().to_owned()),
    };
    Ok(MailMatter {
        client,
        contact: contact.map(|contact| contacts::open(connection, contact)).transpose()?,
        sender,
        me,
        product: product.unwrap_or_default(),
        templates,
    })
}

/// Adds the template or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &MailTemplateDraft) -> Result<MailTemplateId, Error> {
    let draft = &MailTemplateDraft {
        name: clean(&draft.name),
        subject: clean(&draft.subject),
        body: clean_lines(&draft.body),
        ..draft.clone()
    };
    let id = match draft.id {
        Some(id) if open(&action.transaction, id)? == *draft => return Ok(id),
        Some(id) => {
            update(action, id, draft)?;
            id
        }
        None => insert(action, draft)?,
    };
    action.describe(&draft.name, None)?;
    Ok(id)
}

fn insert(action: &mut Action<'_>, draft: &MailTemplateDraft) -> Result<MailTemplateId, Error> {
    let key = action.insert(Table::MailTemplate, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO mail_template (name, language, subject, body) VALUES (:name, :language, :subject, :body)",
            )?
            .execute(named_params! {
                ":name": draft.name, ":language": draft.language, ":subject": draft.subject, ":body": draft.body,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(MailTemplateId(key.first()))
}

fn update(action: &mut Action<'_>, id: MailTemplateId, draft: &MailTemplateDraft) -> Result<(), Error> {
    action.update(Table::MailTemplate, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE mail_template SET rev = rev + 1, name = :name, language = :language, subject = :subject,
                    body = :body
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":name": draft.name, ":language": draft.language, ":subject": draft.subject, ":body": draft.body,
                ":id": id.0, ":rev": draft.rev,
            })
    })
}

pub fn delete(action: &mut Action<'_>, id: MailTemplateId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    action.delete(Table::MailTemplate, &Key::id(id.0))?;
    action.describe(&draft.name, None)
}
