//! The client index, read when it is first needed and again when another program has written to the file.

use super::error::Error;
use super::index::ClientIndex;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use rusqlite::Connection;

/// The index, if it was read, and the state of the file that it is of.
#[derive(Debug, Default)]
pub struct Remembered {
    index: Option<ClientIndex>,
    /// `PRAGMA data_version`: it changes with every commit of another connection, not with our own.
    version: i64,
}

impl Remembered {
    pub fn is_empty(&self) -> bool {
        self.index.is_none()
    }

    /// What was read no longer holds.
    pub fn forget(&mut self) {
        self.index = None;
    }

    /// The index as the file is now.
    pub fn fresh(&mut self, connection: &Connection, today: Day) -> Result<&ClientIndex, Error> {
        // Asked before the index is read: what others write meanwhile makes it stale.
        let version = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        if self.version != version {
            self.version = version;
            self.index = None;
        }
        match &mut self.index {
            Some(index) => Ok(index),
            empty => Ok(empty.insert(ClientIndex::load(connection, today)?)),
        }
    }

    /// Takes over what our own write changed of these clients, and of what many of them share when `shared`.
    pub fn refresh(
        &mut self,
        connection: &Connection,
        clients: &[ClientId],
        shared: bool,
        today: Day,
    ) -> Result<(), Error> {
        let Some(index) = &mut self.index else { return Ok(()) };
        index.refresh(connection, clients, today)?;
        let keys: Vec<i64> = clients.iter().map(|client| client.0).collect();
        index.follow((!shared).then_some(&keys));
        Ok(())
    }
}
