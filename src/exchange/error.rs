//! Why a file cannot be read at all, said with its place and what to do; single bad rows are no error but rejections.

use super::field::Field;
use super::summary::FileKind;
use crate::text::{Lang, safe};
use std::io::ErrorKind;
use std::path::PathBuf;

/// The most header names that a message repeats.
const NAMES_SHOWN: usize = 12;

/// A file that could not be read; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("reading {path}", path = path.display())]
pub struct FileError {
    pub path: PathBuf,
    #[source]
    pub problem: Problem,
}

/// What is wrong with it. Lines and columns count from 1, columns in characters.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("the file cannot be read")]
    Io(#[source] std::io::Error),
    #[error("it is a directory")]
    Directory,
    /// A pipe or a device, which cannot be read twice.
    #[error("it is not a regular file")]
    Special,
    #[error("it is empty")]
    Empty,
    #[error("it has a header and no rows")]
    HeaderOnly,
    #[error("it is a {0:?} file, not CSV")]
    Foreign(Foreign),
    #[error("line {line}, column {column}: a NUL byte")]
    Nul { line: u64, column: u64 },
    #[error("line {line}, column {column}: byte {byte:#04x} is not UTF-8")]
    NotUtf8 { line: u64, column: u64, byte: u8 },
    #[error("line {line} is longer than 1 MiB")]
    LongLine { line: u64 },
    #[error("line {line}, column {column}: a quote is opened and never closed")]
    UnclosedQuote { line: u64, column: u64 },
    /// No line at its beginning has names of columns that we know.
    #[error("no header that we know")]
    NoHeader { line: u64, found: Vec<String> },
    #[error("the header lacks {missing:?}")]
    MissingColumns { kind: FileKind, missing: Vec<Missing>, found: Vec<String> },
    /// It is another file than the one whose columns were looked at.
    #[error("it changed while it was read")]
    Changed,
    #[error("stopped")]
    Stopped,
}

/// Formats that people take for CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// XLSX, ODS and every other ZIP.
    Zip,
    /// XLS of before 2007.
    OldExcel,
    Pdf,
    Database,
    Utf16,
    Binary,
}

/// Columns of which a kind of file must have at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub &'static [Field]);

impl FileError {
    /// The message in the user's language, safe to show: which file, where, what is wrong and what to do.
    pub fn message(&self, lang: Lang) -> String {
        let file = safe::safe(&self.path.display().to_string()).into_owned();
        format!("{file}: {}", self.problem.message(lang))
    }
}

impl Problem {
    /// The message without the file's name.
    pub fn message(&self, lang: Lang) -> String {
        let at = |key: &str, line: u64, column: u64| {
            lang.ta(key, &[("line", line.into()), ("column", column.into())])
        };
        match self {
            Self::Io(error) if error.kind() == ErrorKind::NotFound => lang.t("import-error-not-found"),
            Self::Io(error) if error.kind() == ErrorKind::PermissionDenied => {
                lang.t("import-error-permission")
            }
            Self::Io(error) => {
                let why = safe::safe(&error.to_string()).into_owned();
                lang.ta("import-error-io", &[("why", why.into())])
            }
            Self::Directory => lang.t("import-error-directory"),
            Self::Special => lang.t("import-error-special"),
            Self::Empty => lang.t("import-error-empty"),
            Self::HeaderOnly => lang.t("import-error-header-only"),
            Self::Foreign(foreign) => lang.t(foreign.key()),
            Self::Nul { line, column } => at("import-error-nul", *line, *column),
            Self::NotUtf8 { line, column, byte } => {
                let byte = format!("0x{byte:02X}");
                lang.ta(
                    "import-error-not-utf8",
                    &[("line", (*line).into()), ("column", (*column).into()), ("byte", byte.into())],
                )
            }
            Self::LongLine { line } => lang.ta("import-error-long-line", &[("line", (*line).into())]),
            Self::UnclosedQuote { line, column } => at("import-error-unclosed-quote", *line, *column),
            Self::NoHeader { line, found } => {
                lang.ta("import-error-no-header", &[("line", (*line).into()), ("found", names(found).into())])
            }
            Self::MissingColumns { kind, missing, found } => {
                let missing: Vec<String> = missing.iter().map(|missing| missing.label(lang)).collect();
                lang.ta(
                    "import-error-missing-columns",
                    &[
                        ("kind", kind.label(lang).into()),
                        ("missing", missing.join("; ").into()),
                        ("found", names(found).into()),
                    ],
                )
            }
            Self::Changed => lang.t("import-error-changed"),
            Self::Stopped => lang.t("import-error-stopped"),
        }
    }
}

impl Foreign {
    fn key(self) -> &'static str {
        match self {
            Self::Zip => "import-error-zip",
            Self::OldExcel => "import-error-old-excel",
            Self::Pdf => "import-error-pdf",
            Self::Database => "import-error-database",
            Self::Utf16 => "import-error-utf16",
            Self::Binary => "import-error-binary",
        }
    }
}

impl Missing {
    /// "code or name".
    fn label(&self, lang: Lang) -> String {
        let labels: Vec<String> = self.0.iter().map(|field| field.label(lang)).collect();
        labels.join(&format!(" {} ", lang.t("import-or")))
    }
}

/// Header names as a message shows them: safe, short, and not too many.
pub(super) fn names(found: &[String]) -> String {
    let mut shown: Vec<String> = found
        .iter()
        .filter(|name| !name.trim().is_empty())
        .take(NAMES_SHOWN)
        .map(|name| safe::fit(name, 30))
        .collect();
    if found.len() > NAMES_SHOWN {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
