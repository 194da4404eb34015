//! Opening a database file: what is refused, how a connection is set up, and the private modes of its files.

use super::error::Error;
use super::migrations;
use crate::text::fold::sort_key;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::time::Duration;

/// `cart` in ASCII: marks a file as ours.
pub const APPLICATION_ID: i64 = 0x6361_7274;

/// SQLite 3.7.0 to 3.51.2 lose writes when two connections write and checkpoint at the same moment.
const FIRST_SAFE_SQLITE: i32 = 3_051_003;

/// The first bytes of every SQLite database.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How long a writer waits for another one.
pub const BUSY: Duration = Duration::from_secs(5);

/// How long who only reads waits for one that writes.
pub const BRIEF: Duration = Duration::from_millis(250);

/// Opens or creates the database, upgrading an older schema. Refuses, without writing to it, a file that is damaged, of
/// another program or of a newer version.
pub fn open(path: &Path) -> Result<Connection, Error> {
    gate_version()?;
    let path = std::path::absolute(path).map_err(|source| Error::Reach { path: path.into(), source })?;
    let fresh = create_private(&path)?;
    if !fresh {
        check_identity(&path)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open_error = |source| opening(&path, source);
    let mut connection = Connection::open_with_flags(&path, flags).map_err(open_error)?;
    configure(&connection).map_err(open_error)?;
    use_wal(&connection, &path)?;
    migrations::migrate(&mut connection, &path)?;
    Ok(connection)
}

/// A database in memory, for tests and trials.
pub fn open_in_memory() -> Result<Connection, Error> {
    gate_version()?;
    let memory = Path::new(":memory:");
    let open_error = |source| Error::Open { path: memory.into(), source };
    let mut connection = Connection::open_in_memory().map_err(open_error)?;
    configure(&connection).map_err(open_error)?;
    migrations::migrate(&mut connection, memory)?;
    Ok(connection)
}

/// A connection that cannot write, for looking at a file: no check, no upgrade.
pub fn open_read_only(path: &Path) -> Result<Connection, Error> {
    gate_version()?;
    let path = std::path::absolute(path).map_err(|source| Error::Reach { path: path.into(), source })?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags).map_err(|source| opening(&path, source))?;
    connection.busy_timeout(BUSY).map_err(|source| Error::Open { path: path.clone(), source })?;
    Ok(connection)
}

fn gate_version() -> Result<(), Error> {
    let version = rusqlite::version_number();
    if version < FIRST_SAFE_SQLITE { Err(Error::OldSqlite(version)) } else { Ok(()) }
}

/// Makes the file, empty, and its folder when they are not there, readable by their owner alone. True when the file is
/// empty now: SQLite gives its own `-wal` and `-shm` the mode of the main file.
fn create_private(path: &Path) -> Result<bool, Error> {
    let reach = |source| Error::Reach { path: path.into(), source };
    if let Some(folder) = path.parent()
        && !folder.as_os_str().is_empty()
        && !folder.exists()
    {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(reach)?;
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_created) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let found = std::fs::metadata(path).map_err(reach)?;
            if found.is_dir() {
                return Err(reach(std::io::ErrorKind::IsADirectory.into()));
            }
            if found.len() == 0 && log_length(path) > 0 {
                // SQLite would throw the log away, and with it what the lost file may be made good from.
                let detail = "empty, but its write-ahead log is not".to_owned();
                return Err(Error::Damaged { path: path.into(), detail });
            }
            Ok(found.len() == 0)
        }
        Err(source) => Err(reach(source)),
    }
}

/// Is it ours, whole, and not from the future? Looks without writing.
pub fn check_identity(path: &Path) -> Result<(), Error> {
    let mut magic = [0_u8; 16];
    let read = std::fs::File::open(path)
        .and_then(|mut file| file.read(&mut magic))
        .map_err(|source| Error::Reach { path: path.into(), source })?;
    if read < magic.len() || &magic != MAGIC {
        return Err(Error::Foreign { path: path.into() });
    }
    let connection = open_read_only(path)?;
    let number = |pragma: &str| -> Result<i64, Error> {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).map_err(|source| opening(path, source))
    };
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|source| opening(path, source))?;
    let (application, version) = (number("application_id")?, number("user_version")?);
    let unborn = tables == 0 && application == 0 && version == 0;
    if application != APPLICATION_ID && !unborn {
        return Err(Error::Foreign { path: path.into() });
    }
    if version > migrations::LATEST {
        return Err(Error::Newer { path: path.into(), found: version, known: migrations::LATEST });
    }
    check_length(path, number("page_count")? * number("page_size")?)
}

/// A file shorter than its header says was cut off. While a write-ahead log is there, the header counts its pages too.
fn check_length(path: &Path, expected: i64) -> Result<(), Error> {
    let found = std::fs::metadata(path).map_or(0, |found| found.len());
    if log_length(path) == 0 && i64::try_from(found).is_ok_and(|found| found < expected) {
        let detail = format!("{found} bytes of {expected}");
        return Err(Error::Damaged { path: path.into(), detail });
    }
    Ok(())
}

/// Bytes in the write-ahead log beside the file.
fn log_length(path: &Path) -> u64 {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(Path::new(&log)).map_or(0, |found| found.len())
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    for (pragma, value) in [
        ("foreign_keys", "ON"),
        ("synchronous", "FULL"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("mmap_size", "0"),
        ("temp_store", "MEMORY"),
        ("secure_delete", "ON"),
        ("cache_size", "-16000"),
        ("journal_size_limit", "4194304"),
    ] {
        connection.pragma_update(None, pragma, value)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 16_000_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    connection.set_limit(Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 1_000)?;
    // Not 0: VACUUM attaches its own copy.
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    connection.set_prepared_statement_cache_capacity(128);
    sort_as_people_do(connection)?;
    Ok(())
}

/// `sort_key(text)` in SQL, for lists by a column whose key is not stored: SQLite's own order puts Ávila after Zamora.
fn sort_as_people_do(connection: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("sort_key", 1, flags, |arguments| {
        Ok(sort_key(arguments.get_raw(0).as_str_or_null()?.unwrap_or_default()))
    })
}

/// Only when it is not so yet: repeating the pragma races with other openers. It answers with the mode it got.
fn use_wal(connection: &Connection, path: &Path) -> Result<(), Error> {
    let open_error = |source| opening(path, source);
    let mode: String =
        connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).map_err(open_error)?;
    if mode == "wal" {
        return Ok(());
    }
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
        .map_err(open_error)?;
    if mode == "wal" { Ok(()) } else { Err(Error::NoWal { path: path.into(), mode }) }
}

/// The error with what it means for this file.
fn opening(path: &Path, source: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    match source.sqlite_error_code() {
        Some(Code::DatabaseCorrupt) => Error::Damaged { path: path.into(), detail: source.to_string() },
        Some(Code::NotADatabase) => Error::Foreign { path: path.into() },
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
        Some(Code::ReadOnly) => Error::ReadOnly,
        Some(Code::DiskFull) => Error::Full,
        // The file itself can be read: it is its log beside it that cannot be made, as on a disk that is only read.
        Some(Code::CannotOpen) if std::fs::File::open(path).is_ok() => Error::ReadOnly,
        _ => Error::Open { path: path.into(), source },
    }
}
