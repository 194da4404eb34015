//! The salesperson table.

use super::error::Error;
use super::journal::Action;
use super::request::Verb;
use super::rows::{clean, flag, word};
use super::tables::{Key, Table};
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::SalespersonRole;
use crate::domain::salesperson::SalespersonDraft;
use crate::text::fold::{fold, sort_key};
use rusqlite::{Connection, OptionalExtension, named_params, params};

/// The salesperson as a form edits it.
pub fn open(connection: &Connection, id: SalespersonId) -> Result<SalespersonDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, code, name, email, role, reports_to, stars_from, stars_to, touches_per_week, active
             FROM salesperson WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(SalespersonDraft {
                id: Some(SalespersonId(row.get(0)?)),
                rev: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                email: row.get(4)?,
                role: word(row, 5, SalespersonRole::from_word, SalespersonRole::Seller)?,
                reports_to: row.get::<_, Option<i64>>(6)?.map(SalespersonId),
                stars_from: row.get(7)?,
                stars_to: row.get(8)?,
                touches_per_week: row.get(9)?,
                active: flag(row, 10)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// What the search looks in.
pub fn search_key(name: &str, code: &str, email: &str) -> String {
    fold(&format!("{name} {code} {email}"))
}

/// Adds the salesperson or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &SalespersonDraft) -> Result<(SalespersonId, Verb), Error> {
    let draft = &SalespersonDraft {
        code: clean(&draft.code),
        name: clean(&draft.name),
        email: clean(&draft.email),
        ..draft.clone()
    };
    refuse_taken_code(&action.transaction, draft)?;
    refuse_circle(&action.transaction, draft)?;
    let id = match draft.id {
        None => insert(action, draft)?,
        Some(id) => {
            if open(&action.transaction, id)? == *draft {
                return Ok((id, Verb::EditSalesperson));
            }
            update(action, id, draft)?;
            id
        }
    };
    action.describe(&draft.name, None)?;
    Ok((id, if draft.id.is_none() { Verb::AddSalesperson } else { Verb::EditSalesperson }))
}

/// Whose the code is already. Only with `<> ''` can the index of codes that are not empty answer.
pub const TAKEN: &str = "SELECT name FROM salesperson WHERE code = ?1 AND code <> '' AND id IS NOT ?2";

fn refuse_taken_code(connection: &Connection, draft: &SalespersonDraft) -> Result<(), Error> {
    if draft.code.is_empty() {
        return Ok(());
    }
    let taken: Option<String> = connection
        .prepare_cached(TAKEN)?
        .query_row(params![draft.code, draft.id.map(|id| id.0)], |row| row.get(0))
        .optional()?;
    taken.map_or(Ok(()), |by| Err(Error::Taken { field: "code", by }))
}

/// Nobody reports to themselves, not even by way of others.
fn refuse_circle(connection: &Connection, draft: &SalespersonDraft) -> Result<(), Error> {
    let (Some(id), Some(manager)) = (draft.id, draft.reports_to) else { return Ok(()) };
    let circle: bool = connection.query_row(
        "WITH RECURSIVE above (id) AS (
             SELECT ?1 UNION SELECT s.reports_to FROM salesperson s JOIN above ON s.id = above.id
             WHERE s.reports_to IS NOT NULL)
         SELECT EXISTS (SELECT 1 FROM above WHERE id = ?2)",
        [manager.0, id.0],
        |row| row.get(0),
    )?;
    if circle { Err(Error::Refused { field: "reports_to" }) } else { Ok(()) }
}

fn insert(action: &mut Action<'_>, draft: &SalespersonDraft) -> Result<SalespersonId, Error> {
    let key = action.insert(Table::Salesperson, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO salesperson (code, name, email, role, reports_to, stars_from, stars_to, touches_per_week,
                    active, search_key, sort_key)
                 VALUES (:code, :name, :email, :role, :reports_to, :stars_from, :stars_to, :touches, :active,
                    :search_key, :sort_key)",
            )?
            .execute(named_params! {
                ":code": draft.code, ":name": draft.name, ":email": draft.email, ":role": draft.role.word(),
                ":reports_to": draft.reports_to.map(|id| id.0), ":stars_from": draft.stars_from,
                ":stars_to": draft.stars_to, ":touches": draft.touches_per_week, ":active": draft.active,
                ":search_key": search_key(&draft.name, &draft.code, &draft.email), ":sort_key": sort_key(&draft.name),
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(SalespersonId(key.first()))
}

fn update(action: &mut Action<'_>, id: SalespersonId, draft: &SalespersonDraft) -> Result<(), Error> {
    action.update(Table::Salesperson, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE salesperson SET rev = rev + 1, code = :code, name = :name, email = :email, role = :role,
                    reports_to = :reports_to, stars_from = :stars_from, stars_to = :stars_to,
                    touches_per_week = :touches, active = :active, search_key = :search_key, sort_key = :sort_key
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":code": draft.code, ":name": draft.name, ":email": draft.email, ":role": draft.role.word(),
                ":reports_to": draft.reports_to.map(|id| id.0), ":stars_from": draft.stars_from,
                ":stars_to": draft.stars_to, ":touches": draft.touches_per_week, ":active": draft.active,
                ":search_key": search_key(&draft.name, &draft.code, &draft.email), ":sort_key": sort_key(&draft.name),
                ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Deletes a salesperson whom nothing refers to; one with clients or history is rather made inactive.
pub fn delete(action: &mut Action<'_>, id: SalespersonId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let uses: i64 = action.transaction.query_row(
        "SELECT (SELECT count(*) FROM client WHERE owner_id = ?1)
              + (SELECT count(*) FROM sale WHERE salesperson_id = ?1)
              + (SELECT count(*) FROM interaction WHERE salesperson_id = ?1)
              + (SELECT count(*) FROM follow_up WHERE salesperson_id = ?1)
              + (SELECT count(*) FROM offer WHERE salesperson_id = ?1)
              + (SELECT count(*) FROM goal WHERE salesperson_id = ?1)
              + (SELECT count(*) FROM salesperson WHERE reports_to = ?1)",
        [id.0],
        |row| row.get(0),
    )?;
    if uses > 0 {
        return Err(Error::InUse { by: "clients", count: uses });
    }
    action.delete(Table::Salesperson, &Key::id(id.0))?;
    action.describe(&draft.name, None)
}
