//! Half-typed forms, kept outside the journal so that a crash loses nothing.

use super::error::Error;
use super::request::FormDraft;
use rusqlite::{Connection, params};

pub fn keep(connection: &Connection, draft: &FormDraft, now_ms: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO draft (form, row_id, fields, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (form, row_id) DO UPDATE SET fields = ?3, at = ?4",
        )?
        .execute(params![draft.form, draft.row, draft.fields, now_ms])?;
    Ok(())
}

pub fn discard(connection: &Connection, form: &str, row: i64) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM draft WHERE form = ?1 AND row_id = ?2")?
        .execute(params![form, row])?;
    Ok(())
}

/// Newest first.
pub fn all(connection: &Connection) -> Result<Vec<FormDraft>, Error> {
    let drafts = connection
        .prepare_cached("SELECT form, row_id, fields FROM draft ORDER BY at DESC, form, row_id")?
        .query_map([], |row| Ok(FormDraft { form: row.get(0)?, row: row.get(1)?, fields: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(drafts)
}
