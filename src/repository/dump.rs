//! The portfolio as text, to compare two states of it.

use super::error::Error;
use super::tables::Table;
use rusqlite::Connection;
use std::fmt::Write;

/// Columns that differ between equal portfolios: revisions count saves, calibrations are numbered anew.
const INCIDENTAL: &[&str] = &["rev", "published_calibration", "calibration_id", "action_id"];

/// A line a row of every table that holds what users and actions wrote, and of the derived facts.
pub fn dump(connection: &Connection) -> Result<String, Error> {
    let mut text = String::new();
    let tables =
        Table::ALL.iter().map(|table| table.name()).chain(["client_fact", "calibration", "rating_event"]);
    for table in tables {
        let columns: Vec<String> = connection
            .prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let kept: Vec<&str> = columns
            .iter()
            .map(String::as_str)
            .filter(|column| !INCIDENTAL.contains(column))
            .filter(|column| !(*column == "id" && matches!(table, "calibration" | "rating_event")))
            .collect();
        let mut statement = connection
            .prepare(&format!("SELECT json_array({}) AS line FROM {table} ORDER BY line", kept.join(", ")))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            // Writing into a String cannot fail.
            let _ = writeln!(text, "{table} {line}");
        }
    }
    Ok(text)
}
