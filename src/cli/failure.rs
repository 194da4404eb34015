//! Why a command could not be carried out, and what is said about it.

use super::Exit;
use crate::app;
use crate::exchange::FileError;
use crate::filter::FilterError;
use crate::report::Report;
use crate::repository::error::Error;
use crate::text::dates::DateError;
use crate::text::{Lang, safe};
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub enum Failure {
    Storage(Error),
    Screen(app::Failure),
    Output(io::Error),
    /// The screen has nothing to be drawn on.
    NoTerminal,
    /// There is no home folder, and no database was named.
    NoHome,
    /// Files that are to be imported cannot be read; nothing was written.
    Unreadable(Vec<FileError>),
    /// A file that was read could not be written; nothing of it was, but those before it were.
    NotImported {
        file: PathBuf,
        imported: Vec<PathBuf>,
        error: Box<Error>,
    },
    /// There is no portfolio at the place that was named.
    Missing(PathBuf),
    /// A file that is to be made is there already.
    Exists(PathBuf),
    /// A line to log that does not begin with a client.
    NoClient,
    /// A day that an option names.
    BadDate {
        text: String,
        error: DateError,
    },
    /// A line that is no filter.
    BadFilter {
        line: String,
        error: FilterError,
    },
    NoView {
        view: String,
        /// Those that there are.
        views: String,
    },
    /// A view shows another kind of list than the one that was named.
    OtherList {
        view: String,
        list: String,
    },
    NoColumn {
        column: String,
        /// Those that there are.
        columns: String,
    },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Storage(error)
    }
}

impl From<app::Failure> for Failure {
    fn from(failure: app::Failure) -> Self {
        Self::Screen(failure)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// What happened, why, and what to do, a line each; raw.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Output(error) => vec![lang.t("cli-error-output"), error.to_string()],
            Self::Storage(error) => storage(error, lang),
            Self::NoTerminal => {
                vec![lang.t("cli-no-terminal"), lang.t("cli-advice-no-terminal")]
            }
            Self::Screen(app::Failure::Terminal(error)) => vec![lang.t("cli-terminal"), error.to_string()],
            Self::Screen(app::Failure::Unsaved(error)) => {
                std::iter::once(lang.t("cli-unsaved")).chain(storage(error, lang)).collect()
            }
            Self::NoHome => vec![lang.t("cli-error-no-home")],
            Self::Unreadable(files) => std::iter::once(lang.t("import-unreadable"))
                .chain(files.iter().map(|error| error.message(lang)))
                .collect(),
            Self::NotImported { file, imported, error } => {
                let path = file.to_string_lossy();
                let mut lines = vec![lang.ta("import-not-written", &[("path", path.as_ref().into())])];
                lines.extend(storage(error, lang));
                if !imported.is_empty() {
                    let names: Vec<_> = imported.iter().map(|path| path.to_string_lossy()).collect();
                    lines.push(lang.ta("import-written-before", &[("files", names.join(", ").into())]));
                }
                lines
            }
            Self::Missing(path) => {
                let path = path.to_string_lossy();
                vec![
                    lang.ta("cli-error-no-portfolio", &[("path", path.as_ref().into())]),
                    lang.t("cli-advice-no-portfolio"),
                ]
            }
            Self::Exists(path) => {
                let path = path.to_string_lossy();
                vec![
                    lang.ta("cli-error-exists", &[("path", path.as_ref().into())]),
                    lang.t("cli-advice-exists"),
                ]
            }
            Self::NoClient => vec![lang.t("cli-error-no-client"), lang.t("cli-advice-no-client")],
            Self::BadDate { text, error } => vec![
                lang.ta("cli-error-date", &[("text", text.into())]),
                error.message(lang),
                lang.t("cli-advice-date"),
            ],
            Self::BadFilter { line, error } => bad_filter(line, error, lang),
            Self::NoView { view, views } => vec![
                lang.ta("cli-error-view", &[("view", view.into())]),
                lang.ta("cli-error-choices", &[("choices", views.into())]),
            ],
            Self::OtherList { view, list } => {
                vec![lang.ta("cli-error-view-list", &[("view", view.into()), ("list", list.into())])]
            }
            Self::NoColumn { column, columns } => vec![
                lang.ta("cli-error-column", &[("column", column.into())]),
                lang.ta("cli-error-choices", &[("choices", columns.into())]),
            ],
        }
    }

    pub fn exit(&self) -> Exit {
        match self {
            Self::Storage(_)
            | Self::Screen(_)
            | Self::Output(_)
            | Self::NoTerminal
            | Self::NoHome
            | Self::Unreadable(_)
            | Self::NotImported { .. }
            | Self::Missing(_)
            | Self::Exists(_) => Exit::Failed,
            Self::NoClient
            | Self::BadDate { .. }
            | Self::NoColumn { .. }
            | Self::NoView { .. }
            | Self::OtherList { .. }
            | Self::BadFilter { .. } => Exit::Misused,
        }
    }
}

/// What is wrong and in which column, and the line with a mark under it.
fn bad_filter(line: &str, error: &FilterError, lang: Lang) -> Vec<String> {
    /// Longer ones would be broken by the terminal, and the mark would stand under something else.
    const SHOWN: usize = 70;
    let column = error.column(line);
    let args = [("column", column.into()), ("message", error.message(lang).into())];
    let mut lines = vec![lang.ta("cli-error-filter", &args)];
    let shown = safe::safe(line);
    if safe::width(&shown) <= SHOWN {
        let before = line.get(..error.span.start).map_or(0, |before| safe::width(&safe::safe(before)));
        lines.push(shown.into_owned());
        lines.push(format!("{}^", " ".repeat(before)));
    }
    lines
}

fn storage(error: &Error, lang: Lang) -> Vec<String> {
    let report = Report::new(error, lang);
    [report.what, report.advice].into_iter().filter(|text| !text.is_empty()).collect()
}
