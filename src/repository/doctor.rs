//! Looks a database file over without changing it.

use super::error::Error;
use super::migrations::LATEST;
use super::open;
use rusqlite::Connection;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub path: PathBuf,
    pub bytes: u64,
    /// Permission bits of the file, `0o600` when it is private.
    pub mode: u32,
    pub sqlite: String,
    pub schema: i64,
    pub latest_schema: i64,
    pub journal_mode: String,
    /// What `PRAGMA integrity_check` says, empty when all is well.
    pub damage: Vec<String>,
    /// Rows that refer to a row that is not there.
    pub dangling: i64,
    /// Rows of each table that users fill.
    pub counts: Vec<(&'static str, i64)>,
    pub actions: i64,
}

impl Report {
    /// Is the file whole?
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.dangling == 0
    }
}

/// Tables whose rows are counted.
const COUNTED: &[&str] = &[
    "client",
    "contact",
    "product",
    "sale",
    "sale_line",
    "interaction",
    "follow_up",
    "offer",
    "survey_answer",
    "salesperson",
];

/// How closely a file is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Every page, but not whether the indexes agree with their tables.
    Quick,
    Whole,
}

/// What SQLite says of the damage, empty when it sees none.
pub fn damage(connection: &Connection, look: Look) -> Result<Vec<String>, Error> {
    let pragma = match look {
        Look::Quick => "PRAGMA quick_check(20)",
        Look::Whole => "PRAGMA integrity_check(100)",
    };
    let lines: rusqlite::Result<Vec<String>> =
        connection.prepare(pragma).and_then(|mut check| check.query_map([], |row| row.get(0))?.collect());
    match lines.map_err(Error::from) {
        Ok(lines) => Ok(lines.into_iter().filter(|line| line != "ok").collect()),
        Err(Error::Damaged { detail, .. }) => Ok(vec![detail]),
        Err(error) => Err(error),
    }
}

/// Examines the file. What opening would refuse is refused here too.
pub fn examine(path: &Path) -> Result<Report, Error> {
    let path = std::path::absolute(path).map_err(|source| Error::Reach { path: path.into(), source })?;
    let found = std::fs::metadata(&path).map_err(|source| Error::Reach { path: path.clone(), source })?;
    if found.is_dir() {
        return Err(Error::Reach { path, source: std::io::ErrorKind::IsADirectory.into() });
    }
    open::check_identity(&path)?;
    let connection = open::open_read_only(&path)?;
    let damage = damage(&connection, Look::Whole)?;
    let dangling =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    let count = |table: &str| -> Result<i64, Error> {
        Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
    };
    let counts = COUNTED.iter().map(|table| Ok((*table, count(table)?))).collect::<Result<_, Error>>()?;
    Ok(Report {
        bytes: found.len(),
        mode: found.permissions().mode() & 0o777,
        sqlite: rusqlite::version().to_owned(),
        schema: connection.pragma_query_value(None, "user_version", |row| row.get(0))?,
        latest_schema: LATEST,
        journal_mode: connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?,
        damage,
        dangling,
        counts,
        actions: count("action")?,
        path,
    })
}
