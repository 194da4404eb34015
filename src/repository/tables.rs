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
    delete: String,
    columns: Vec<String>,
    /// Where the row is, by its key from ?1 on.
    place: String,
    has_rev: bool,
    /// The column that says whose the row is.
    client: Option<&'static str>,
    /// `None` for a table without batches.
    tag: Option<String>,
}

/// Columns of a row, and whose it is where it belongs to a client.
pub struct Found {
    pub columns: serde_json::Map<String, serde_json::Value>,
    pub client: Option<i64>,
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

    /// The columns of the row that `wanted` names; `None` when there is no such row, or no such column.
    pub fn columns(
        &self,
        connection: &Connection,
        table: Table,
        key: &Key,
        wanted: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<Option<Found>, Error> {
        let statements = self.of(table)?;
        let mut names: Vec<&str> = Vec::with_capacity(wanted.len() + 1);
        for column in wanted.keys() {
            if !statements.columns.contains(column) {
                return Ok(None);
            }
            names.push(column);
        }
        names.push(statements.client.unwrap_or("NULL"));
        let sql = format!("SELECT {} FROM {} WHERE {}", names.join(", "), table.name(), statements.place);
        let found = connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&key.0), |row| {
                let columns =
                    wanted.keys().enumerate().map(|(at, name)| Ok((name.clone(), json(row.get(at)?))));
                let columns = columns.collect::<rusqlite::Result<_>>()?;
                Ok(Found { columns, client: row.get(wanted.len())? })
            })
            .optional()?;
        Ok(found)
    }

    /// Gives columns of the row these values, as its next revision.
    pub fn set(
        &self,
        connection: &Connection,
        table: Table,
        key: &Key,
        columns: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<(), Error> {
        let statements = self.of(table)?;
        let first = key.0.len() + 1;
        let mut assigned: Vec<String> =
            columns.keys().zip(first..).map(|(name, number)| format!("{name} = ?{number}")).collect();
        if statements.has_rev {
            assigned.push("rev = rev + 1".to_owned());
        }
        let sql = format!("UPDATE {} SET {} WHERE {}", table.name(), assigned.join(", "), statements.place);
        let values = key.0.iter().cloned().chain(columns.values().map(value));
        connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
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

    /// Puts a row back that was deleted.
    pub fn insert(&self, connection: &Connection, table: Table, row: &str) -> Result<(), Error> {
        connection.prepare_cached(&self.of(table)?.insert)?.execute([row])?;
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
        Ok(Self {
            snapshot: format!("SELECT json_object({pairs}) FROM {name} WHERE {}", keyed(1)),
            insert: format!("INSERT INTO {name} ({}) SELECT {extracted}", list(&Clone::clone)),
            delete: format!("DELETE FROM {name} WHERE {}", keyed(1)),
            place: keyed(1),
            has_rev: columns.iter().any(|column| column == "rev"),
            client: if table == Table::Client {
                Some("id")
            } else {
                columns.iter().any(|column| column == "client_id").then_some("client_id")
            },
            tag: columns
                .iter()
                .any(|column| column == "batch_id")
                .then(|| format!("UPDATE {name} SET batch_id = ?1 WHERE {}", keyed(2))),
            columns,
        })
    }
}

/// What a column holds, as the JSON of its row says it.
fn json(value: Value) -> serde_json::Value {
    match value {
        Value::Integer(number) => number.into(),
        Value::Real(number) => number.into(),
        Value::Text(text) => text.into(),
        Value::Null | Value::Blob(_) => serde_json::Value::Null,
    }
}

fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Number(number) => number
            .as_i64()
            .map(Value::Integer)
            .or_else(|| number.as_f64().map(Value::Real))
            .unwrap_or(Value::Null),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Bool(flag) => Value::Integer(i64::from(*flag)),
        serde_json::Value::Null => Value::Null,
        // No column of a row holds one.
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => Value::Text(json.to_string()),
    }
}
