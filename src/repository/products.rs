//! The product and family tables.

use super::error::Error;
use super::journal::Action;
use super::request::Verb;
use super::rows::{clean, day, flag, text};
use super::tables::{Key, Table};
use crate::domain::ids::ProductId;
use crate::domain::product::ProductDraft;
use crate::text::fold::{fold, sort_key};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

/// The product as a form edits it.
pub fn open(connection: &Connection, id: ProductId) -> Result<ProductDraft, Error> {
    connection
        .prepare_cached(
            "SELECT p.id, p.rev, p.sku, p.name, f.name, p.unit, p.price_micros, p.launched_on, p.active
             FROM product p LEFT JOIN family f ON f.id = p.family_id WHERE p.id = ?1",
        )?
        .query_row([id.0], read)
        .optional()?
        .ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ProductDraft> {
    Ok(ProductDraft {
        id: Some(ProductId(row.get(0)?)),
        rev: row.get(1)?,
        sku: row.get(2)?,
        name: row.get(3)?,
        family: text(row, 4)?,
        unit: row.get(5)?,
        price_micros: row.get(6)?,
        launched_on: day(row, 7)?,
        active: flag(row, 8)?,
    })
}

/// What the search looks in.
pub fn search_key(name: &str, sku: &str, family: &str) -> String {
    fold(&format!("{name} {sku} {family}"))
}

/// Adds the product or saves it over the revision that was read; a family name that is new makes a family.
pub fn save(action: &mut Action<'_>, draft: &ProductDraft) -> Result<(ProductId, Verb), Error> {
    let draft = &ProductDraft {
        sku: clean(&draft.sku),
        name: clean(&draft.name),
        family: clean(&draft.family),
        unit: clean(&draft.unit),
        ..draft.clone()
    };
    refuse_taken_sku(&action.transaction, draft)?;
    if let Some(id) = draft.id
        && open(&action.transaction, id)? == *draft
    {
        return Ok((id, Verb::EditProduct));
    }
    let family = family(action, &draft.family)?;
    let id = match draft.id {
        None => insert(action, draft, family)?,
        Some(id) => {
            update(action, id, draft, family)?;
            id
        }
    };
    action.describe(&draft.name, None)?;
    Ok((id, if draft.id.is_none() { Verb::AddProduct } else { Verb::EditProduct }))
}

/// Whose the sku is already. Only with `<> ''` can the index of codes that are not empty answer.
pub const TAKEN: &str = "SELECT name FROM product WHERE sku = ?1 AND sku <> '' AND id IS NOT ?2";

fn refuse_taken_sku(connection: &Connection, draft: &ProductDraft) -> Result<(), Error> {
    if draft.sku.is_empty() {
        return Ok(());
    }
    let taken: Option<String> = connection
        .prepare_cached(TAKEN)?
        .query_row(params![draft.sku, draft.id.map(|id| id.0)], |row| row.get(0))
        .optional()?;
    taken.map_or(Ok(()), |by| Err(Error::Taken { field: "sku", by }))
}

/// The family with this name, made when there is none; no name is no family.
fn family(action: &mut Action<'_>, name: &str) -> Result<Option<i64>, Error> {
    let key = fold(name);
    if key.is_empty() {
        return Ok(None);
    }
    let found: Option<i64> = action
        .transaction
        .prepare_cached("SELECT id FROM family WHERE key = ?1")?
        .query_row([&key], |row| row.get(0))
        .optional()?;
    if found.is_some() {
        return Ok(found);
    }
    let made = action.insert(Table::Family, |connection| {
        connection.execute("INSERT INTO family (name, key) VALUES (?1, ?2)", [name, &key])?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(Some(made.first()))
}

fn insert(action: &mut Action<'_>, draft: &ProductDraft, family: Option<i64>) -> Result<ProductId, Error> {
    let key = action.insert(Table::Product, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO product (sku, name, family_id, unit, price_micros, launched_on, active, search_key, sort_key)
                 VALUES (:sku, :name, :family, :unit, :price, :launched, :active, :search_key, :sort_key)",
            )?
            .execute(named_params! {
                ":sku": draft.sku, ":name": draft.name, ":family": family, ":unit": draft.unit,
                ":price": draft.price_micros, ":launched": draft.launched_on.map(|day| day.0),
                ":active": draft.active, ":search_key": search_key(&draft.name, &draft.sku, &draft.family),
                ":sort_key": sort_key(&draft.name),
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(ProductId(key.first()))
}

fn update(
    action: &mut Action<'_>,
    id: ProductId,
    draft: &ProductDraft,
    family: Option<i64>,
) -> Result<(), Error> {
    action.update(Table::Product, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE product SET rev = rev + 1, sku = :sku, name = :name, family_id = :family, unit = :unit,
                    price_micros = :price, launched_on = :launched, active = :active, search_key = :search_key,
                    sort_key = :sort_key
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":sku": draft.sku, ":name": draft.name, ":family": family, ":unit": draft.unit,
                ":price": draft.price_micros, ":launched": draft.launched_on.map(|day| day.0),
                ":active": draft.active, ":search_key": search_key(&draft.name, &draft.sku, &draft.family),
                ":sort_key": sort_key(&draft.name), ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// Deletes a product that was never sold or offered; one that was is rather made inactive.
pub fn delete(action: &mut Action<'_>, id: ProductId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    let uses: i64 = action.transaction.query_row(
        "SELECT (SELECT count(*) FROM sale_line WHERE product_id = ?1)
              + (SELECT count(*) FROM offer WHERE product_id = ?1)",
        [id.0],
        |row| row.get(0),
    )?;
    if uses > 0 {
        return Err(Error::InUse { by: "sales", count: uses });
    }
    action.delete(Table::Product, &Key::id(id.0))?;
    action.describe(&draft.name, None)
}
