//! How what the runtime did outside the screen ended.

use std::path::PathBuf;

/// How a text went to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// The terminal was asked; it does not answer.
    Sent,
    /// The user's command took it.
    Given,
    /// Terminals do not take so much.
    TooLong,
    /// The command failed, or could not be started: the system's reason.
    Failed { command: String, reason: Option<String> },
}

/// What came back from the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    Text(String),
    /// The editor did not end well; this is what it had saved.
    Broken(String),
    /// There is none, or the one that the environment names cannot be started.
    NoEditor(Option<String>),
    /// The editor never had the text: the system's reason.
    NotBegun(String),
    /// What it saved cannot be taken back as text, and stays in this file.
    Unreadable(PathBuf),
}

/// How a mail program took a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mailed {
    /// Its opener was started; that it opened anything nobody tells.
    Started,
    /// Nothing on this machine, or no screen, opens emails.
    NoOpener,
    /// The opener could not be started or ended with an error: the system's reason.
    Failed { command: String, reason: Option<String> },
}
