//! What can go wrong in the storage, said so that a person knows what to do.

use std::path::PathBuf;

/// The field of a form that a refusal is about, by the draft's field name.
pub type FieldName = &'static str;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("opening {path}")]
    Open {
        path: PathBuf,
        #[source]
        source: rusqlite::Error,
    },
    #[error("reaching {path}")]
    Reach {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// A SQLite database of another program, or no database at all.
    #[error("{path} is not a cartera database")]
    Foreign { path: PathBuf },
    #[error("{path} was written by a newer cartera (schema {found}, this one knows {known})")]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error("{path} is damaged: {detail}")]
    Damaged { path: PathBuf, detail: String },
    #[error("the linked SQLite {0} is older than 3.51.3, which loses writes")]
    OldSqlite(i32),
    #[error("write-ahead logging is not available at {path} (journal mode {mode})")]
    NoWal { path: PathBuf, mode: String },
    #[error("upgrading the database to schema {version}")]
    Migration {
        version: i64,
        #[source]
        source: rusqlite::Error,
    },
    /// Another writer kept the file longer than we wait.
    #[error("another program is writing to the database")]
    Busy,
    #[error("no room left on the disk")]
    Full,
    #[error("the database cannot be written")]
    ReadOnly,
    /// The disk failed while the end of an action was written: it is not there now, but if the program or the machine
    /// stops before anything else is saved it may be there at the next start.
    #[error("the disk failed: whether it was saved is uncertain")]
    Uncertain(#[source] rusqlite::Error),
    /// The row was changed by somebody else since it was read.
    #[error("changed by someone else since it was opened")]
    Stale,
    #[error("it is no longer there")]
    Gone,
    /// A field must be unique and is taken by another row.
    #[error("{field} is already taken by {by}")]
    Taken { field: FieldName, by: String },
    /// A value that the schema refuses.
    #[error("{field} is not acceptable")]
    Refused { field: FieldName },
    /// Nothing is planned for a client who is out of the lists.
    #[error("the client {name} is archived")]
    Archived { name: String },
    /// What is no longer sold is not offered.
    #[error("the product {name} is no longer sold")]
    Inactive { name: String },
    /// What is no longer asked is not sent.
    #[error("the survey {name} is no longer sent")]
    Withdrawn { name: String },
    /// Something else refers to the row.
    #[error("still in use: {count} {by}")]
    InUse { by: &'static str, count: i64 },
    /// So many values do not fit into what the field is to be.
    #[error("{count} values do not fit")]
    Unfit { count: i64 },
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    /// A later change would be overwritten by undoing or redoing this one.
    #[error("{subject} was changed afterwards")]
    UndoConflict { subject: String },
    #[error("an import can be undone, but not redone: import the file again")]
    NotRedoable,
    /// A load, undo, redo or upkeep among many changes that are to be one action.
    #[error("this cannot be one of many changes")]
    Alone,
    /// Whoever watches a long write ended it; nothing was changed.
    #[error("stopped")]
    Stopped,
    #[error("the amount is too large")]
    Amount(#[from] crate::domain::sale::AmountTooLarge),
    #[error("the database refused")]
    Sqlite(#[source] rusqlite::Error),
}

/// Columns that a CHECK of the schema guards, under the names that forms give them.
const FIELDS: &[(&str, FieldName)] = &[
    ("potential_minor", "potential"),
    ("potential_source", "potential_source"),
    ("notes", "notes"),
    ("name", "name"),
    ("label", "label"),
    ("text_value", "custom"),
    ("code", "code"),
    ("sku", "sku"),
    ("tax_id", "tax_id"),
    ("phone", "phone"),
    ("email", "email"),
    ("website", "website"),
    ("address", "address"),
    ("city", "city"),
    ("region", "region"),
    ("postcode", "postcode"),
    ("country", "country"),
    ("sector", "sector"),
    ("source", "source"),
    ("job_title", "job_title"),
    ("language", "language"),
    ("unit", "unit"),
    ("number", "number"),
    ("title", "title"),
    ("subject", "subject"),
    ("body", "body"),
    ("text", "text"),
    ("visit_every", "visit_every"),
    ("touch_every", "touch_every"),
    ("price_micros", "price"),
    ("discount_bp", "discount"),
    ("description", "description"),
    ("minutes", "minutes"),
    ("touches_per_week", "touches_per_week"),
    ("stars_from", "stars_from"),
    ("currency", "currency"),
    ("rate_nanos", "rate"),
    ("reason", "answer_reason"),
    ("target", "target"),
    ("recurs_step", "recurrence"),
];

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match source.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => {
                Self::Damaged { path: PathBuf::new(), detail: source.to_string() }
            }
            Some(Code::ConstraintViolation) => refused_field(&source).unwrap_or(Self::Sqlite(source)),
            _ => Self::Sqlite(source),
        }
    }
}

/// The field whose CHECK refused a value: SQLite tells the CHECK's own text.
fn refused_field(source: &rusqlite::Error) -> Option<Error> {
    let message = source.to_string();
    let (_before, check) = message.split_once("CHECK constraint failed: ")?;
    let words: Vec<&str> = check.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    FIELDS
        .iter()
        .find(|(column, _field)| words.contains(column))
        .map(|(_column, field)| Error::Refused { field })
}
