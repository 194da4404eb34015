//! Columns beside the index that are read when they are first asked for, piece by piece where there is time, and then follow
//! what is written: a client of whom something is written moves to a new slot, so its rows are read again, for it alone,
//! and added; those of its former slot belong to nobody.

use super::ClientIndex;
use crate::domain::ids::ClientId;
use crate::repository::error::Error;
use crate::repository::rows::json_ids;
use rusqlite::{Connection, Row};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// So many rows are read at once where there is time: a key waits no longer than for them.
const SOME: i64 = 10_000;

/// A statement whose first column is a client.
#[derive(Debug, Clone)]
pub struct Piece {
    /// It ends in its WHERE, to which conditions are added.
    pub select: Cow<'static, str>,
    pub table: &'static str,
    /// By which its rows are read in parts.
    pub key: &'static str,
    /// By which those of a client are found.
    pub client: &'static str,
}

/// What is kept of the rows.
pub trait Column: Default {
    /// How a row is taken apart, where that is not always the same.
    type How: Copy;

    fn take(&mut self, how: Self::How, slot: u32, row: &Row<'_>) -> Result<(), Error>;

    /// Nothing more will come at once.
    fn close(&mut self) {}
}

/// The statements, and how their rows are taken apart.
pub type From<'p, C> = (&'p [Piece], <C as Column>::How);

/// A column that is being read, or was.
#[derive(Debug, Default)]
pub struct Reading<C> {
    column: C,
    /// Which piece is being read, and up to which key it was.
    piece: usize,
    key: Option<i64>,
    is_read: bool,
    /// How much of what was written is in it.
    seen: usize,
}

impl<C: Column> Reading<C> {
    /// All of it, as the file is now.
    pub fn fresh(
        &mut self,
        connection: &Connection,
        index: &ClientIndex,
        (pieces, how): From<'_, C>,
        written: &[i64],
    ) -> Result<&mut C, Error> {
        while !self.is_read {
            self.part(connection, index, (pieces, how), written, None)?;
        }
        let news: BTreeSet<i64> = written.get(self.seen..).unwrap_or_default().iter().copied().collect();
        if !news.is_empty() {
            // One that is half taken over is taken over by the next reading as a whole.
            self.is_read = false;
            let news = json_ids(&news.into_iter().collect::<Vec<_>>());
            for piece in pieces {
                let sql =
                    format!("{} AND {} IN (SELECT value FROM json_each(?1))", piece.select, piece.client);
                let mut statement = connection.prepare_cached(&sql)?;
                take_all(&mut self.column, how, index, statement.query([&news])?)?;
            }
            self.column.close();
            (self.is_read, self.seen) = (true, written.len());
        }
        Ok(&mut self.column)
    }

    /// Reads a part ahead, if it was not all read; was there one?
    pub fn ahead(
        &mut self,
        connection: &Connection,
        index: &ClientIndex,
        (pieces, how): From<'_, C>,
        written: &[i64],
    ) -> Result<bool, Error> {
        let was_left = !self.is_read;
        if was_left {
            self.part(connection, index, (pieces, how), written, Some(SOME))?;
        }
        Ok(was_left)
    }

    fn part(
        &mut self,
        connection: &Connection,
        index: &ClientIndex,
        (pieces, how): From<'_, C>,
        written: &[i64],
        most: Option<i64>,
    ) -> Result<(), Error> {
        // What was written meanwhile may be in what was read, or not.
        if self.seen != written.len() || self.piece >= pieces.len() {
            *self = Self { seen: written.len(), ..Self::default() };
        }
        let Some(piece) = pieces.get(self.piece) else {
            self.is_read = true;
            return Ok(());
        };
        let to = match most {
            Some(most) => piece.end(connection, self.key, most)?,
            None => None,
        };
        let sql = format!("{} AND {key} > ?1 AND {key} <= ?2", piece.select, key = piece.key);
        let mut statement = connection.prepare_cached(&sql)?;
        let from = self.key.unwrap_or(i64::MIN);
        take_all(&mut self.column, how, index, statement.query([from, to.unwrap_or(i64::MAX)])?)?;
        (self.piece, self.key) = if to.is_some() { (self.piece, to) } else { (self.piece + 1, None) };
        if self.piece == pieces.len() {
            self.column.close();
            self.is_read = true;
        }
        Ok(())
    }
}

impl Piece {
    /// The key up to which a part reaches; `None` when it is the last.
    fn end(&self, connection: &Connection, after: Option<i64>, most: i64) -> Result<Option<i64>, Error> {
        let sql = format!(
            "SELECT {key} FROM {} WHERE {key} > ?1 ORDER BY {key} LIMIT 1 OFFSET ?2",
            self.table,
            key = self.key
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([after.unwrap_or(i64::MIN), most])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}

fn take_all<C: Column>(
    column: &mut C,
    how: C::How,
    index: &ClientIndex,
    mut rows: rusqlite::Rows<'_>,
) -> Result<(), Error> {
    while let Some(row) = rows.next()? {
        if let Some(slot) = index.slot(ClientId(row.get(0)?)) {
            column.take(how, slot, row)?;
        }
    }
    Ok(())
}
