//! The fields that users define, and the values of rows in them.

use super::error::Error;
use super::journal::Action;
use super::rows::{clean, json_ids};
use super::tables::{Key, Table};
use crate::domain::custom::{
    Custom, CustomCells, CustomField, CustomFieldDraft, CustomFields, CustomValue, CustomValues,
};
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::filter;
use crate::text::fold::fold;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;

/// All fields in their order, each with how many rows have a value in it.
pub fn all(connection: &Connection) -> Result<CustomFields, Error> {
    let fields = connection
        .prepare_cached(
            "SELECT f.id, f.entity, f.key, f.label, f.kind, f.choices,
                    (SELECT count(*) FROM custom_value v WHERE v.field_id = f.id)
             FROM custom_field f
             ORDER BY CASE f.entity WHEN 'client' THEN 0 WHEN 'contact' THEN 1 WHEN 'product' THEN 2 ELSE 3 END,
                      f.position, f.id",
        )?
        .query_map([], |row| {
            Ok(CustomField {
                id: CustomFieldId(row.get(0)?),
                entity: entity(row, 1)?,
                key: row.get(2)?,
                label: row.get(3)?,
                kind: kind(row, 4)?,
                choices: choices(row, 5)?,
                values: row.get(6)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(CustomFields::new(fields))
}

fn entity(row: &Row<'_>, index: usize) -> rusqlite::Result<CustomEntity> {
    super::rows::word(row, index, CustomEntity::from_word, CustomEntity::Client)
}

fn kind(row: &Row<'_>, index: usize) -> rusqlite::Result<CustomKind> {
    super::rows::word(row, index, CustomKind::from_word, CustomKind::Text)
}

fn choices(row: &Row<'_>, index: usize) -> rusqlite::Result<Vec<String>> {
    let json: String = row.get(index)?;
    Ok(serde_json::from_str(&json).unwrap_or_default())
}

/// The field as its form edits it.
pub fn open(connection: &Connection, id: CustomFieldId) -> Result<CustomFieldDraft, Error> {
    connection
        .prepare_cached("SELECT id, rev, entity, label, kind, choices FROM custom_field WHERE id = ?1")?
        .query_row([id.0], |row| {
            Ok(CustomFieldDraft {
                id: Some(CustomFieldId(row.get(0)?)),
                rev: row.get(1)?,
                entity: entity(row, 2)?,
                label: row.get(3)?,
                kind: kind(row, 4)?,
                choices: choices(row, 5)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)
}

/// Adds the field or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &CustomFieldDraft) -> Result<CustomFieldId, Error> {
    let draft = cleaned(draft);
    let key = filter::key_of(&draft.label).ok_or(Error::Refused { field: "label" })?;
    if draft.kind == CustomKind::Choice && draft.choices.is_empty() {
        return Err(Error::Refused { field: "choices" });
    }
    refuse_taken(&action.transaction, &draft, &key)?;
    let id = match draft.id {
        None => insert(action, &draft, &key)?,
        Some(id) => {
            let known = open(&action.transaction, id)?;
            // What it is a field of stays: its values belong to rows of that.
            let draft = CustomFieldDraft { entity: known.entity, ..draft.clone() };
            if known == draft {
                return Ok(id);
            }
            refuse_unfit(&action.transaction, id, &known, &draft)?;
            update(action, id, &draft)?;
            id
        }
    };
    action.describe(&draft.label, None)?;
    Ok(id)
}

fn cleaned(draft: &CustomFieldDraft) -> CustomFieldDraft {
    let mut choices: Vec<String> = Vec::new();
    if draft.kind == CustomKind::Choice {
        for choice in draft.choices.iter().map(|choice| clean(choice)) {
            if !choice.is_empty() && choices.iter().all(|known| fold(known) != fold(&choice)) {
                choices.push(choice);
            }
        }
    }
    CustomFieldDraft { label: clean(&draft.label), choices, ..draft.clone() }
}

/// A field is named by its key and by its label, neither of which may mean anything else.
fn refuse_taken(connection: &Connection, draft: &CustomFieldDraft, key: &str) -> Result<(), Error> {
    let taken = |by: &str| Err(Error::Taken { field: "label", by: by.to_owned() });
    if filter::is_name(key) {
        return taken(key);
    }
    for other in all(connection)?.all().iter().filter(|other| Some(other.id) != draft.id) {
        if other.key == key || filter::key_of(&other.label).as_deref() == Some(key) {
            return taken(&other.label);
        }
    }
    Ok(())
}

/// Values that the field as it is to be could not hold are not lost without a word.
fn refuse_unfit(
    connection: &Connection,
    id: CustomFieldId,
    known: &CustomFieldDraft,
    draft: &CustomFieldDraft,
) -> Result<(), Error> {
    let is_text = |kind| matches!(kind, CustomKind::Text | CustomKind::Choice);
    let mut statement =
        connection.prepare_cached("SELECT text_value FROM custom_value WHERE field_id = ?1")?;
    let mut rows = statement.query([id.0])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let text: Option<String> = row.get(0)?;
        let fits = match draft.kind {
            kind if kind == known.kind && kind != CustomKind::Choice => true,
            CustomKind::Text => is_text(known.kind),
            CustomKind::Choice => {
                text.is_some_and(|text| draft.choices.iter().any(|choice| fold(choice) == fold(&text)))
            }
            CustomKind::Number | CustomKind::Money | CustomKind::Date | CustomKind::Flag => false,
        };
        count += i64::from(!fits);
    }
    if count == 0 { Ok(()) } else { Err(Error::Unfit { count }) }
}

fn insert(action: &mut Action<'_>, draft: &CustomFieldDraft, key: &str) -> Result<CustomFieldId, Error> {
    let made = action.insert(Table::CustomField, |connection| {
        connection.execute(
            "INSERT INTO custom_field (entity, key, label, kind, choices, position)
             VALUES (?1, ?2, ?3, ?4, ?5,
                     (SELECT 1 + coalesce(max(position), 0) FROM custom_field WHERE entity = ?1))",
            params![draft.entity.word(), key, draft.label, draft.kind.word(), json(&draft.choices)],
        )?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(CustomFieldId(made.first()))
}

fn update(action: &mut Action<'_>, id: CustomFieldId, draft: &CustomFieldDraft) -> Result<(), Error> {
    action.update(Table::CustomField, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE custom_field SET rev = rev + 1, label = ?2, kind = ?3, choices = ?4 WHERE id = ?1 AND rev = ?5",
            params![id.0, draft.label, draft.kind.word(), json(&draft.choices), draft.rev],
        )
    })
}

fn json(choices: &[String]) -> String {
    serde_json::Value::from(choices).to_string()
}

/// Deletes the field with all that rows have in it, each journaled, so that undo brings them back.
pub fn delete(action: &mut Action<'_>, id: CustomFieldId) -> Result<(), Error> {
    let label = open(&action.transaction, id)?.label;
    let rows: Vec<i64> = action
        .transaction
        .prepare_cached("SELECT row_id FROM custom_value WHERE field_id = ?1")?
        .query_map([id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for row in rows {
        action.delete(Table::CustomValue, &Key::ids(&[id.0, row]))?;
    }
    action.delete(Table::CustomField, &Key::id(id.0))?;
    action.describe(&label, None)
}

/// Moves the field up or down among those of its entity; at the end it stays.
pub fn shift(action: &mut Action<'_>, id: CustomFieldId, down: bool) -> Result<CustomFieldId, Error> {
    let draft = open(&action.transaction, id)?;
    let mut ids: Vec<CustomFieldId> =
        all(&action.transaction)?.of(draft.entity).map(|field| field.id).collect();
    let at = ids.iter().position(|other| *other == id).ok_or(Error::Gone)?;
    let to = if down { at + 1 } else { at.wrapping_sub(1) };
    if to >= ids.len() {
        return Ok(id);
    }
    ids.swap(at, to);
    for (position, field) in (1_i64..).zip(ids) {
        let stands: i64 = action
            .transaction
            .prepare_cached("SELECT position FROM custom_field WHERE id = ?1")?
            .query_row([field.0], |row| row.get(0))?;
        if stands != position {
            action.update(Table::CustomField, &Key::id(field.0), |connection| {
                connection.execute(
                    "UPDATE custom_field SET position = ?2, rev = rev + 1 WHERE id = ?1",
                    [field.0, position],
                )
            })?;
        }
    }
    action.describe(&draft.label, None)?;
    Ok(id)
}

/// What a row has in each field of its entity.
pub fn values(connection: &Connection, entity: CustomEntity, row: i64) -> Result<CustomValues, Error> {
    let values = connection
        .prepare_cached(
            "SELECT f.id, v.text_value, v.int_value FROM custom_field f
             LEFT JOIN custom_value v ON v.field_id = f.id AND v.row_id = ?2 WHERE f.entity = ?1",
        )?
        .query_map(params![entity.word(), row], |row| Ok((CustomFieldId(row.get(0)?), value(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(values)
}

/// A value in two columns that stand side by side.
fn value(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<CustomValue>> {
    let (text, number): (Option<String>, Option<i64>) = (row.get(index)?, row.get(index + 1)?);
    Ok(match (text, number) {
        (Some(text), _) => Some(CustomValue::Text(text)),
        (None, number) => number.map(CustomValue::Number),
    })
}

/// What rows have in the fields in which they have something.
pub fn cells(
    connection: &Connection,
    entity: CustomEntity,
    rows: &[i64],
) -> Result<HashMap<i64, CustomCells>, Error> {
    let mut cells: HashMap<i64, CustomCells> = HashMap::new();
    // Joined in this order and no other: else every value of every row is read.
    let mut statement = connection.prepare_cached(
        "SELECT v.row_id, f.id, v.text_value, v.int_value FROM custom_field f
         CROSS JOIN json_each(?2) r CROSS JOIN custom_value v ON v.field_id = f.id AND v.row_id = r.value
         WHERE f.entity = ?1",
    )?;
    let mut found = statement.query(params![entity.word(), json_ids(rows)])?;
    while let Some(row) = found.next()? {
        if let Some(value) = value(row, 2)? {
            cells.entry(row.get(0)?).or_default().insert(CustomFieldId(row.get(1)?), value);
        }
    }
    Ok(cells)
}

/// What reads a field's value of the row with such a key within another statement: of it only numbers come in.
pub fn value_sql(field: Custom, key: &str) -> String {
    let column = if field.holds_text() { "text_value" } else { "int_value" };
    format!("(SELECT w.{column} FROM custom_value w WHERE w.field_id = {} AND w.row_id = {key})", field.id.0)
}

/// With what a draft says of them over what is there. Fields that are gone meanwhile are left out.
pub fn over(mut known: CustomValues, said: &CustomValues) -> CustomValues {
    for (field, now) in &mut known {
        if let Some(said) = said.get(field) {
            *now = said.clone().and_then(cleaned_value);
        }
    }
    known
}

/// An empty text is no value.
fn cleaned_value(value: CustomValue) -> Option<CustomValue> {
    match value {
        CustomValue::Text(text) => Some(clean(&text)).filter(|text| !text.is_empty()).map(CustomValue::Text),
        CustomValue::Number(number) => Some(CustomValue::Number(number)),
    }
}

/// Makes the values of a row these.
pub fn save_values(
    action: &mut Action<'_>,
    entity: CustomEntity,
    row: i64,
    wanted: &CustomValues,
) -> Result<(), Error> {
    let present = values(&action.transaction, entity, row)?;
    for (field, now) in over(present.clone(), wanted) {
        let before = present.get(&field).cloned().flatten();
        if before == now {
            continue;
        }
        let key = Key::ids(&[field.0, row]);
        let Some(now) = now else {
            action.delete(Table::CustomValue, &key)?;
            continue;
        };
        let holds_text =
            matches!(open(&action.transaction, field)?.kind, CustomKind::Text | CustomKind::Choice);
        let (text, number) = match now {
            CustomValue::Text(text) if holds_text => (Some(text), None),
            CustomValue::Number(number) if !holds_text => (None, Some(number)),
            // Its kind was changed since the value was typed.
            CustomValue::Text(_) | CustomValue::Number(_) => return Err(Error::Stale),
        };
        if before.is_none() {
            action.insert(Table::CustomValue, |connection| {
                connection.execute(
                    "INSERT INTO custom_value (field_id, row_id, text_value, int_value) VALUES (?1, ?2, ?3, ?4)",
                    params![field.0, row, text, number],
                )?;
                Ok(key)
            })?;
        } else {
            action.update(Table::CustomValue, &key, |connection| {
                connection.execute(
                    "UPDATE custom_value SET text_value = ?3, int_value = ?4 WHERE field_id = ?1 AND row_id = ?2",
                    params![field.0, row, text, number],
                )
            })?;
        }
    }
    Ok(())
}
