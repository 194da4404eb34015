//! Some columns of a row that stays: changed, kept and taken back without reading the others, since a change of one field
//! may be one of a hundred thousand.

use super::{Action, affects_facts, as_columns};
use crate::domain::ids::ClientId;
use crate::repository::error::Error;
use crate::repository::tables::{Key, Table};
use serde_json::{Map, Value as Json};

/// Columns of a row, by name.
pub type Columns = Map<String, Json>;

impl Action<'_> {
    /// Gives columns of the row other values and keeps those that differ; where none does, nothing is done.
    pub fn set(&mut self, table: Table, key: &Key, wanted: &Columns) -> Result<(), Error> {
        let found = self.tables.columns(&self.transaction, table, key, wanted)?.ok_or(Error::Gone)?;
        self.replace(table, key, found.columns, wanted.clone(), found.client)
    }

    /// Puts the columns that the journal tells back to what they were; `false` when they no longer hold what it says that
    /// they became.
    pub(super) fn put_back(
        &mut self,
        table: Table,
        key: &Key,
        mut before: Columns,
        after: &Columns,
    ) -> Result<bool, Error> {
        before.shift_remove("rev");
        let Some(found) = self.tables.columns(&self.transaction, table, key, &before)? else {
            return Ok(false);
        };
        let holds = found.columns.iter().all(|(column, value)| after.get(column) == Some(value));
        if holds {
            self.replace(table, key, found.columns, before, found.client)?;
        }
        Ok(holds)
    }

    fn replace(
        &mut self,
        table: Table,
        key: &Key,
        mut before: Columns,
        mut after: Columns,
        client: Option<i64>,
    ) -> Result<(), Error> {
        before.retain(|column, value| after.get(column) != Some(value));
        after.retain(|column, _value| before.contains_key(column));
        if after.is_empty() {
            return Ok(());
        }
        self.tables.set(&self.transaction, table, key, &after)?;
        let of_facts = affects_facts(table, Some(&after));
        let moved = [&before, &after].into_iter().filter_map(|row| row.get("client_id")?.as_i64());
        for client in moved.chain(client) {
            self.note(ClientId(client), of_facts);
        }
        self.note_table(table, true);
        let (before, after) = (Json::Object(before).to_string(), Json::Object(after).to_string());
        self.write_down(table, key, Some(&before), Some(&after))
    }
}

/// What the journal tells of a row that stayed: columns before and after, the same ones; `None` of one that came or went.
pub(super) fn both(before: Option<&str>, after: Option<&str>) -> Option<(Columns, Columns)> {
    before.and_then(as_columns).zip(after.and_then(as_columns))
}
