//! What went wrong in the storage, said to a person in their language: what, why, and what to do about it.
//!
//! Screen and command line say the same. The texts may hold parts of the data: they are made safe where they are shown.

use crate::repository::error::Error;
use crate::repository::request::{Done, Verb};
use crate::text::{Arg, Lang, told, views};
use std::io::ErrorKind;

/// The sentences about an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What could not be done, and why.
    pub what: String,
    /// What the user can do; empty when there is nothing but to try again.
    pub advice: String,
}

impl Report {
    pub fn new(error: &Error, lang: Lang) -> Self {
        let (key, args) = parts(error, lang);
        let advice_key = format!("failure-{key}-advice");
        Self {
            what: lang.ta(&format!("failure-{key}"), &args),
            advice: if HAS_ADVICE.contains(&key) { lang.t(&advice_key) } else { String::new() },
        }
    }

    /// Both in one paragraph.
    pub fn paragraph(&self) -> String {
        [self.what.as_str(), &self.advice].join(" ").trim_end().to_owned()
    }
}

/// One paragraph about an error.
pub fn message(error: &Error, lang: Lang) -> String {
    Report::new(error, lang).paragraph()
}

/// What was done to what, in a sentence.
pub fn done(done: &Done, lang: Lang) -> String {
    let sentence = |verb: Verb| {
        let key = format!("done-{}", verb.word().replace('_', "-"));
        let is_of_view = matches!(verb, Verb::AddView | Verb::EditView | Verb::ShiftView | Verb::DeleteView);
        let subject =
            if is_of_view { views::title(&done.subject, lang) } else { told::subject(&done.subject, lang) };
        lang.ta(&key, &[("subject", subject.into())])
    };
    match (done.verb, done.reverted) {
        (Verb::Undo, Some(verb)) => lang.ta("done-undone", &[("what", sentence(verb).into())]),
        (Verb::Redo, Some(verb)) => lang.ta("done-redone", &[("what", sentence(verb).into())]),
        (verb, _) => sentence(verb),
    }
}

/// The errors for which there is something to advise.
const HAS_ADVICE: &[&str] = &[
    "open",
    "reach",
    "foreign",
    "newer",
    "damaged",
    "old-sqlite",
    "no-wal",
    "migration",
    "busy",
    "full",
    "read-only",
    "uncertain",
    "stale",
    "gone",
    "taken",
    "archived",
    "inactive",
    "withdrawn",
    "in-use",
    "undo-conflict",
    "not-redoable",
    "sqlite",
];

/// The catalogue's key of an error, and what its sentence names.
fn parts(error: &Error, lang: Lang) -> (&'static str, Vec<(&'static str, Arg)>) {
    // An error in the midst of work does not know the file.
    let name = |path: &std::path::Path| match path.to_str() {
        Some("") => lang.t("failure-the-database"),
        Some(_) | None => path.to_string_lossy().into_owned(),
    };
    let path = |path: &std::path::Path| ("path", Arg::from(name(path)));
    let reason = || ("reason", Arg::from(cause(error)));
    let field = |name: &str| ("field", Arg::from(lang.field(&name.replace('_', "-"))));
    match error {
        Error::Open { path: file, .. } => ("open", vec![path(file), reason()]),
        Error::Reach { path: file, source } => {
            let reason = io_key(source.kind()).map_or_else(|| cause(error), |key| lang.t(key));
            ("reach", vec![path(file), ("reason", reason.into())])
        }
        Error::Foreign { path: file } => ("foreign", vec![path(file)]),
        Error::Newer { path: file, found, known } => {
            ("newer", vec![path(file), ("found", (*found).into()), ("known", (*known).into())])
        }
        Error::Damaged { path: file, detail } => ("damaged", vec![path(file), ("detail", detail.into())]),
        Error::OldSqlite(version) => ("old-sqlite", vec![("version", version.to_string().into())]),
        Error::NoWal { path: file, mode } => ("no-wal", vec![path(file), ("mode", mode.into())]),
        Error::Migration { version, .. } => ("migration", vec![("version", (*version).into()), reason()]),
        Error::Busy => ("busy", vec![]),
        Error::Full => ("full", vec![]),
        Error::ReadOnly => ("read-only", vec![]),
        Error::Uncertain(_) => ("uncertain", vec![reason()]),
        Error::Stale => ("stale", vec![]),
        Error::Gone => ("gone", vec![]),
        Error::Taken { field: name, by } => ("taken", vec![field(name), ("by", by.into())]),
        Error::Refused { field: name } => ("refused", vec![field(name)]),
        Error::Archived { name } => ("archived", vec![("name", name.into())]),
        Error::Inactive { name } => ("inactive", vec![("name", name.into())]),
        Error::Withdrawn { name } => ("withdrawn", vec![("name", name.into())]),
        Error::InUse { by, count } => (
            "in-use",
            vec![("count", (*count).into()), ("by", lang.t(&format!("failure-in-use-{by}")).into())],
        ),
        Error::Unfit { count } => ("unfit", vec![("count", (*count).into())]),
        Error::NothingToUndo => ("nothing-to-undo", vec![]),
        Error::NothingToRedo => ("nothing-to-redo", vec![]),
        Error::UndoConflict { subject } => {
            ("undo-conflict", vec![("subject", told::subject(subject, lang).into())])
        }
        Error::NotRedoable => ("not-redoable", vec![]),
        Error::Alone => ("alone", vec![]),
        Error::Stopped => ("stopped", vec![]),
        Error::Amount(_) => ("amount", vec![]),
        Error::Sqlite(_) => ("sqlite", vec![reason()]),
    }
}

/// The catalogue's key of what the system commonly says, which it says in English.
fn io_key(kind: ErrorKind) -> Option<&'static str> {
    if kind == ErrorKind::NotFound {
        Some("failure-io-not-found")
    } else if kind == ErrorKind::PermissionDenied {
        Some("failure-io-permission")
    } else if kind == ErrorKind::IsADirectory {
        Some("failure-io-directory")
    } else if kind == ErrorKind::NotADirectory {
        Some("failure-io-not-a-directory")
    } else {
        None
    }
}

/// The chain of causes under an error.
fn cause(error: &Error) -> String {
    let mut causes = Vec::new();
    let mut source = std::error::Error::source(error);
    while let Some(it) = source {
        causes.push(it.to_string());
        source = it.source();
    }
    causes.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn all() -> Vec<Error> {
        let path = || PathBuf::from("/tmp/x.db");
        vec![
            Error::Reach { path: path(), source: std::io::Error::other("permission denied") },
            Error::Foreign { path: path() },
            Error::Newer { path: path(), found: 9, known: 1 },
            Error::Damaged { path: path(), detail: "page 3".into() },
            Error::OldSqlite(3_040_001),
            Error::NoWal { path: path(), mode: "delete".into() },
            Error::Busy,
            Error::Full,
            Error::ReadOnly,
            Error::Stale,
            Error::Gone,
            Error::Taken { field: "tax_id", by: "López".into() },
            Error::Refused { field: "name" },
            Error::Archived { name: "López".into() },
            Error::Inactive { name: "Taladro".into() },
            Error::Withdrawn { name: "NPS".into() },
            Error::InUse { by: "sales", count: 3 },
            Error::Unfit { count: 3 },
            Error::NothingToUndo,
            Error::NothingToRedo,
            Error::UndoConflict { subject: "López".into() },
            Error::NotRedoable,
            Error::Alone,
            Error::Stopped,
            Error::Amount(crate::domain::sale::AmountTooLarge),
        ]
    }

    #[test]
    fn every_error_is_told_in_both_languages() {
        for error in all() {
            for lang in Lang::ALL {
                let text = message(&error, lang);
                assert!(!text.contains('⟦') && !text.trim().is_empty(), "{error:?}: {text}");
            }
            assert_ne!(message(&error, Lang::Es), message(&error, Lang::En), "{error:?}");
        }
    }

    #[test]
    fn every_deed_is_told_in_both_languages() {
        for &verb in Verb::ALL {
            for reverted in [None, Some(Verb::AddClient)] {
                for lang in Lang::ALL {
                    let text = done(
                        &Done { verb, reverted, subject: "López".into(), due: None, offered_before: None },
                        lang,
                    );
                    assert!(!text.contains('⟦') && !text.is_empty(), "{verb:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn undo_says_what_it_took_back() {
        let undo = Done {
            verb: Verb::Undo,
            reverted: Some(Verb::ArchiveClient),
            subject: "López".into(),
            due: None,
            offered_before: None,
        };
        assert_eq!(done(&undo, Lang::Es), "Deshecho: «Cliente archivado: López»");
    }

    #[test]
    fn what_has_advice_is_advised_in_both_languages() {
        for key in HAS_ADVICE {
            for lang in Lang::ALL {
                let text = lang.t(&format!("failure-{key}-advice"));
                assert!(!text.contains('⟦'), "{text}");
            }
        }
    }

    #[test]
    fn the_cause_and_the_field_are_named() {
        let error = Error::Reach { path: "/a".into(), source: std::io::Error::other("no such disk") };
        assert!(message(&error, Lang::Es).contains("no such disk"));
        let missing = Error::Reach { path: "/a".into(), source: ErrorKind::NotFound.into() };
        assert!(message(&missing, Lang::Es).starts_with("No se puede llegar a /a: no existe. "));
        let taken = Error::Taken { field: "tax_id", by: "López".into() };
        assert!(message(&taken, Lang::Es).contains("NIF") && message(&taken, Lang::Es).contains("López"));
    }
}
