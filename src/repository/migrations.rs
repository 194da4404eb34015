//! Schema upgrades: every file of `migrations/` in order, each in one transaction with its version.

use super::error::Error;
use super::open::APPLICATION_ID;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// Append-only once released.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_portfolio.sql"),
    include_str!("../../migrations/0002_recurrence.sql"),
    include_str!("../../migrations/0003_today.sql"),
    include_str!("../../migrations/0004_mail_template.sql"),
    include_str!("../../migrations/0005_views.sql"),
    include_str!("../../migrations/0006_windows.sql"),
];

/// The schema that this program reads and writes.
pub const LATEST: i64 = 6;

/// Brings the schema to [`LATEST`]; a step that fails leaves the version before it.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    run(connection, path, MIGRATIONS)
}

fn run(connection: &mut Connection, path: &Path, migrations: &[&str]) -> Result<(), Error> {
    for (version, sql) in (1_i64..).zip(migrations) {
        if version <= user_version(connection).map_err(|source| Error::Migration { version, source })? {
            continue;
        }
        step(connection, version, sql).map_err(|source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Error::Busy,
            Some(rusqlite::ErrorCode::ReadOnly) => Error::ReadOnly,
            Some(rusqlite::ErrorCode::DiskFull) => Error::Full,
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                Error::Damaged { path: path.into(), detail: source.to_string() }
            }
            _ => Error::Migration { version, source },
        })?;
    }
    Ok(())
}

fn user_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Refuses a schema that this program does not know.
pub fn refuse_newer(connection: &Connection) -> Result<(), Error> {
    let found = user_version(connection)?;
    if found > LATEST {
        return Err(Error::Newer {
            path: connection.path().unwrap_or_default().into(),
            found,
            known: LATEST,
        });
    }
    Ok(())
}

fn step(connection: &mut Connection, version: i64, sql: &str) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have upgraded while this one waited for the lock.
    if user_version(&transaction)? >= version {
        return Ok(());
    }
    transaction.execute_batch(sql)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", version)?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_is_the_last_of_the_list() {
        assert_eq!(usize::try_from(LATEST).unwrap(), MIGRATIONS.len());
    }

    #[test]
    fn every_file_is_listed_in_order() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        assert_eq!(texts, MIGRATIONS);
        for (number, file) in (1..).zip(&files) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            assert!(name.starts_with(&format!("{number:04}_")), "{name}");
        }
    }

    #[test]
    fn a_failing_step_leaves_the_version_before_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        let steps =
            ["CREATE TABLE one (id INTEGER) STRICT", "CREATE TABLE two (id INTEGER) STRICT; nonsense"];
        let error = run(&mut connection, Path::new(":memory:"), &steps).unwrap_err();
        assert!(matches!(error, Error::Migration { version: 2, .. }), "{error:?}");
        assert_eq!(user_version(&connection).unwrap(), 1);
        let tables: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'two'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 0);
    }

    #[test]
    fn every_prefix_upgrades_to_the_latest() {
        for known in 0..=MIGRATIONS.len() {
            let mut connection = Connection::open_in_memory().unwrap();
            run(&mut connection, Path::new(":memory:"), &MIGRATIONS[..known]).unwrap();
            migrate(&mut connection, Path::new(":memory:")).unwrap();
            assert_eq!(user_version(&connection).unwrap(), LATEST);
        }
    }

    /// Whoever deletes a row makes SQLite look for those that refer to it. Rows of the others are never deleted.
    #[test]
    fn whoever_refers_to_what_can_be_deleted_is_found_by_an_index() {
        let connection = super::super::open::open_in_memory().unwrap();
        let references: Vec<(String, String, String)> = connection
            .prepare(
                "SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
                 WHERE m.type = 'table' AND f.\"table\" NOT IN ('action', 'batch', 'import_profile')",
            )
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(references.len() > 20, "{references:?}");
        for (table, column, parent) in references {
            let sql = format!("EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?1");
            let plan: String = connection.query_row(&sql, [1], |row| row.get(3)).unwrap();
            assert!(plan.starts_with("SEARCH"), "{table}.{column} refers to {parent}: {plan}");
        }
    }

    const FIRST_SCHEMA: &str = include_str!("../../tests/fixtures/schema_1.sql");
    const FIRST_ROWS: &str = include_str!("../../tests/fixtures/schema_1_rows.sql");

    fn schema(connection: &Connection) -> Vec<(String, Option<String>)> {
        connection
            .prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    /// A portfolio of the first version with a row in every table.
    fn first_portfolio() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, Path::new(":memory:"), &[FIRST_SCHEMA]).unwrap();
        connection.execute_batch(&format!("PRAGMA foreign_keys = ON; BEGIN; {FIRST_ROWS} COMMIT;")).unwrap();
        connection
    }

    #[test]
    fn the_first_schema_is_the_one_that_was_landed() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, Path::new(":memory:"), &MIGRATIONS[..1]).unwrap();
        assert_eq!(schema(&connection), schema(&first_portfolio()), "a landed migration is not edited");
    }

    #[test]
    fn a_portfolio_of_the_first_schema_keeps_every_row() {
        let mut connection = first_portfolio();
        let tables: Vec<String> = schema(&connection)
            .into_iter()
            .filter(|(name, sql)| {
                sql.as_deref().is_some_and(|sql| sql.starts_with("CREATE TABLE"))
                    && !name.starts_with("sqlite_")
            })
            .map(|(name, _sql)| name)
            .collect();
        let rows = |connection: &Connection| -> Vec<i64> {
            let count = |table: &String| {
                connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
            };
            tables.iter().map(count).collect()
        };
        let before = rows(&connection);
        assert!(before.iter().all(|count| *count > 0), "{tables:?} {before:?}");
        migrate(&mut connection, Path::new(":memory:")).unwrap();
        let mut wanted = before;
        // The views that come ready are brought along.
        let views = tables.iter().position(|table| table == "saved_view").unwrap();
        wanted[views] += i64::try_from(crate::domain::view::READY.len()).unwrap();
        assert_eq!(rows(&connection), wanted);
        let broken: i64 = connection
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(broken, 0);
        let name: String = connection.query_row("SELECT name FROM client", [], |row| row.get(0)).unwrap();
        assert_eq!(name, "Ferretería Peña");
    }
}
