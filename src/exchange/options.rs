//! What a caller says about reading a file, and what it is told while that goes on.

use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::text::Locale;
use std::ops::ControlFlow;

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Decides where the values allow two readings: `1.234` and `3/4/2024`.
    pub locale: Locale,
    /// Keep a line that repeats another of the same document to the letter; otherwise it is left out and counted.
    pub keep_repeats: bool,
    /// The fields that the portfolio defines: columns may be called like those of clients.
    pub custom: CustomFields,
    /// The base currency, in which amounts in such fields are.
    pub base: Currency,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    /// Of `total`: bytes while reading, rows while writing.
    pub done: u64,
    pub total: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Looking at the file: is it text, what are its columns?
    Looking,
    /// Reading its rows.
    Reading,
    /// Writing them into the database.
    Writing,
}

/// Is told the progress now and then; `Break` stops the work, and nothing is changed.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;
