//! The table of saved views.

use super::error::Error;
use super::journal::Action;
use super::rows::clean;
use super::tables::{Key, Table};
use crate::domain::ids::ViewId;
use crate::domain::list::ListKind;
use crate::domain::view::{View, own_name};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const SELECT: &str = "SELECT id, rev, tab, name, filter, layout FROM saved_view";

/// All views in their order; those of lists that this program does not know are left out.
pub fn all(connection: &Connection) -> Result<Vec<View>, Error> {
    let views = connection
        .prepare_cached(&format!("{SELECT} ORDER BY position, id"))?
        .query_map([], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(views.into_iter().flatten().collect())
}

fn open(connection: &Connection, id: ViewId) -> Result<View, Error> {
    let found =
        connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?.query_row([id.0], read).optional()?;
    found.flatten().ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<View>> {
    let Some(kind) = ListKind::from_word(&row.get::<_, String>(2)?) else { return Ok(None) };
    let layout: Option<String> = row.get(5)?;
    Ok(Some(View {
        id: Some(ViewId(row.get(0)?)),
        rev: row.get(1)?,
        kind,
        name: row.get(3)?,
        filter: row.get(4)?,
        // What another program wrote there, and this one does not read, changes nothing in how the list looks.
        layout: layout.and_then(|layout| serde_json::from_str(&layout).ok()),
    }))
}

/// Adds the view as the last one, or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, view: &View) -> Result<(), Error> {
    let kept = view.id.map(|id| open(&action.transaction, id)).transpose()?;
    let is_renamed = kept.as_ref().is_none_or(|kept| kept.name != view.name);
    let name = if is_renamed { clean(own_name(&view.name)) } else { view.name.clone() };
    let view = View { name, ..view.clone() };
    if kept.as_ref() == Some(&view) {
        return Ok(());
    }
    action.describe(&view.name, None)?;
    match view.id {
        Some(id) => update(action, id, &view),
        None => insert(action, &view),
    }
}

fn layout(view: &View) -> Option<String> {
    view.layout.as_ref().and_then(|layout| serde_json::to_string(layout).ok())
}

fn insert(action: &mut Action<'_>, view: &View) -> Result<(), Error> {
    action.insert(Table::SavedView, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO saved_view (tab, name, filter, layout, position)
                 SELECT :tab, :name, :filter, :layout, coalesce(max(position), 0) + 1 FROM saved_view",
            )?
            .execute(named_params! {
                ":tab": view.kind.word(), ":name": view.name, ":filter": view.filter, ":layout": layout(view),
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(())
}

fn update(action: &mut Action<'_>, id: ViewId, view: &View) -> Result<(), Error> {
    action.update(Table::SavedView, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE saved_view SET rev = rev + 1, tab = :tab, name = :name, filter = :filter, layout = :layout
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":tab": view.kind.word(), ":name": view.name, ":filter": view.filter, ":layout": layout(view),
                ":id": id.0, ":rev": view.rev,
            })
    })
}

/// Lets it change places with the one before or after it; the first and the last stay where they are.
pub fn shift(action: &mut Action<'_>, id: ViewId, later: bool) -> Result<(), Error> {
    let order: Vec<(i64, i64)> = action
        .transaction
        .prepare_cached("SELECT id, position FROM saved_view ORDER BY position, id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let at = order.iter().position(|(it, _)| *it == id.0).ok_or(Error::Gone)?;
    let to = if later { at + 1 } else { at.wrapping_sub(1) };
    if to >= order.len() {
        return Ok(());
    }
    action.describe(&open(&action.transaction, id)?.name, None)?;
    // Places are counted anew, for two may stand at the same one.
    let mut moved = order.clone();
    moved.swap(at, to);
    for (place, (id, position)) in (1_i64..).zip(moved) {
        if position != place {
            action.update(Table::SavedView, &Key::id(id), |connection| {
                connection
                    .prepare_cached("UPDATE saved_view SET rev = rev + 1, position = ?2 WHERE id = ?1")?
                    .execute([id, place])
            })?;
        }
    }
    Ok(())
}

pub fn delete(action: &mut Action<'_>, id: ViewId) -> Result<(), Error> {
    let view = open(&action.transaction, id)?;
    action.delete(Table::SavedView, &Key::id(id.0))?;
    action.describe(&view.name, None)
}
