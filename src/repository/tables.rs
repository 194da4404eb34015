//! The tables that the journal keeps, and how a row of one becomes JSON and comes back from it.

use super::error::Error;
use crate::domain::ids::BatchId;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;

macro_rules! tables {
    ($($variant:ident = $name:literal [$($key:literal),+]),+ $(,)?) => {
        /// A table whose rows users change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Table { $($variant),+ }

        impl Table {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }

            /// The columns of its primary key.
            fn key_columns(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($key),+]),+ }
            }
        }
    };
}

tables! {
    Setting = "setting" ["key"],
    Salesperson = "salesperson" ["id"],
    Client = "client" ["id"],
    Tag = "tag" ["id"],
    ClientTag = "client_tag" ["client_id", "tag_id"],
    Contact = "contact" ["id"],
    Family = "family" ["id"],
    Product = "product" ["id"],
    Sale = "sale" ["id"],
    SaleLine = "sale_line" ["client_id", "day", "sale_id", "position"],
    Interaction = "interaction" ["id"],
    Offer = "offer" ["id"],
    Survey = "survey" ["id"],
    SurveyAnswer = "survey_answer" ["id"],
    FollowUp = "follow_up" ["id"],
    StarPolicy = "star_policy" ["stars"],
    Goal = "goal" ["id"],
    MailTemplate = "mail_template" ["id"],
    SavedView = "saved_view" ["id"],
    CustomField = "custom_field" ["id"],
    CustomValue = "custom_value" ["field_id", "row_id"],
}

/// A primary key: its columns' values in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Key(Vec<Value>);

impl Key {
    pub fn id(id: i64) -> Self {
        Self(vec![Value::Integer(id)])
    }

    pub fn ids(ids: &[i64]) -> Self {
        Self(ids.iter().map(|id| Value::Integer(*id)).collect())
    }

    /// The first column as a number.
    pub fn first(&self) -> i64 {
        match self.0.first() {
            Some(Value::Integer(id)) => *id,
            Some(Value::Null | Value::Real(_) | Value::Text(_) | Value::Blob(_)) | None => 0,
        }
    }

    pub fn to_json(&self) -> String {
        let parts: Vec<serde_json::Value> = self
            .0
            .iter()
            .map(|part| match part {
                Value::Integer(number) => serde_json::Value::from(*number),
                Value::Text(text) => serde_json::Value::from(text.as_str()),
                Value::Null | Value::Real(_) | Value::Blob(_) => serde_json::Value::Null,
            })
            .collect();
        serde_json::Value::Array(parts).to_string()
    }

    pub fn from_json(text: &str) -> Option<Self> {
        let parts: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
        let value = |part: serde_json::Value| match part {
            serde_json::Value::Number(number) => number.as_i64().map(Value::Integer),
            serde_json::Value::String(text) => Some(Value::Text(text)),
            serde_json::Value::Null
            | serde_json::Value::Bool(_)
            | serde_json::Value::Array(_)
            | serde_json::Value::Object(_) => None,
        };
        parts.into_iter().map(value).collect::<Option<Vec<_>>>().map(Self)
    }
}

/// The statements that read and write a whole row, made once from the schema itself so that a new column is never
/// forgotten by the journal.
struct Statements {
    snapshot: String,
    insert: String,
    update: String,
    delete: String,
    has_rev: bool,
    /// `None` for a table without batches.
    tag: Option<String>,
}

/// The statements of every table.
pub struct Tables(HashMap<Table, Statements>);

impl Tables {
    pub fn read(connection: &Connection) -> rusqlite::Result<Self> {
        Table::ALL
            .iter()
            .map(|table| Ok((*table, Statements::read(connection, *table)?)))
            .collect::<rusqlite::Result<_>>()
            .map(Self)
    }

    fn of(&self, table: Table) -> Result<&Statements, Error> {
        self.0.get(&table).ok_or(Error::Gone)
    }

    /// The row as JSON, `None` when there is none.
    pub fn snapshot(
        &self,
        connection: &Connection,
        table: Table,
        key: &Key,
    ) -> Result<Option<String>, Error> {
        let mut statement = connection.prepare_cached(&self.of(table)?.snapshot)?;
        Ok(statement.query_row(params_from_iter(&key.0), |row| row.get(0)).optional()?)
    }

    /// Writes into a new row which batch brought it in. `false` when rows of this table belong to no batch; a line or a
    /// tag of a client belongs to that of its sale or client.
    pub fn tag(
        &self,
        connection: &Connection,
        table: Table,
        key: &Key,
        batch: BatchId,
    ) -> Result<bool, Error> {
        if matches!(table, Table::SaleLine | Table::ClientTag) {
            return Ok(true);
        }
        let Some(tag) = &self.of(table)?.tag else { return Ok(false) };
        let mut values = vec![Value::Integer(batch.0)];
        values.extend(key.0.iter().cloned());
        connection.prepare_cached(tag)?.execute(params_from_iter(&values))?;
        Ok(true)
    }

    pub fn delete(&self, connection: &Connection, table: Table, key: &Key) -> Result<(), Error> {
        connection.prepare_cached(&self.of(table)?.delete)?.execute(params_from_iter(&key.0))?;
        Ok(())
    }

    /// Makes the row what `wanted` says, which of a row that is there may be some columns only. Its revision goes on from the current one, so that a form that was opened
    /// before notices.
    pub fn restore(
        &self,
        connection: &Connection,
        table: Table,
        key: &Key,
        current: Option<&str>,
        wanted: Option<&str>,
    ) -> Result<(), Error> {
        let statements = self.of(table)?;
        match (current, wanted) {
            (None, None) => {}
            (Some(_), None) => self.delete(connection, table, key)?,
            (None, Some(row)) => {
                connection.prepare_cached(&statements.insert)?.execute([row])?;
            }
            (Some(current), Some(row)) => {
                let row = if statements.has_rev { with_next_rev(current, row) } else { row.to_owned() };
                let mut values = vec![Value::Text(row)];
                values.extend(key.0.iter().cloned());
                connection.prepare_cached(&statements.update)?.execute(params_from_iter(&values))?;
            }
        }
        Ok(())
    }
}

impl Statements {
    fn read(connection: &Connection, table: Table) -> rusqlite::Result<Self> {
        let (columns, defaults): (Vec<String>, Vec<String>) = connection
            .prepare("SELECT name, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?1) ORDER BY cid")?
            .query_map([table.name()], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let name = table.name();
        let list = |part: &dyn Fn(&String) -> String| columns.iter().map(part).collect::<Vec<_>>().join(", ");
        let keyed = |from: usize| {
            let parts: Vec<String> = table
                .key_columns()
                .iter()
                .enumerate()
                .map(|(index, column)| format!("{column} = ?{}", index + from))
                .collect();
            parts.join(" AND ")
        };
        let pairs = list(&|column| format!("'{column}', {column}"));
        // A row that was kept before a column was there gets what the column began with.
        let extracted: Vec<String> = columns
            .iter()
            .zip(&defaults)
            .map(|(column, default)| {
                format!("iif(json_type(?1, '$.{column}') IS NULL, {default}, json_extract(?1, '$.{column}'))")
            })
            .collect();
        let extracted = extracted.join(", ");
        // A column that the JSON does not tell stays as it is.
        let assigned = list(&|column| {
            format!(
                "{column} = iif(json_type(?1, '$.{column}') IS NULL, {column}, json_extract(?1, '$.{column}'))"
            )
        });
        Ok(Self {
            snapshot: format!("SELECT json_object({pairs}) FROM {name} WHERE {}", keyed(1)),
            insert: format!("INSERT INTO {name} ({}) SELECT {extracted}", list(&Clone::clone)),
            update: format!("UPDATE {name} SET {assigned} WHERE {}", keyed(2)),
            delete: format!("DELETE FROM {name} WHERE {}", keyed(1)),
            has_rev: columns.iter().any(|column| column == "rev"),
            tag: columns
                .iter()
                .any(|column| column == "batch_id")
                .then(|| format!("UPDATE {name} SET batch_id = ?1 WHERE {}", keyed(2))),
        })
    }
}

/// `row` with the revision after `current`'s.
fn with_next_rev(current: &str, row: &str) -> String {
    let rev = serde_json::from_str::<serde_json::Value>(current)
        .ok()
        .and_then(|current| current.get("rev").and_then(serde_json::Value::as_i64));
    match (serde_json::from_str::<serde_json::Value>(row), rev) {
        (Ok(mut row), Some(rev)) => {
            if let Some(fields) = row.as_object_mut() {
                fields.insert("rev".to_owned(), (rev + 1).into());
            }
            row.to_string()
        }
        (Ok(_) | Err(_), _) => row.to_owned(),
    }
}
