//! The screen as a state machine: messages in, effects out. It does no I/O and never blocks.
//!
//! The runtime turns terminal events into messages with [`input::message`], hands them and the storage's replies to
//! [`update`], carries out the effects, and draws with [`view::draw`] once per drained batch.

pub mod action;
pub mod form;
pub mod input;
pub mod model;
pub mod text_field;
pub mod theme;
pub mod view;

pub use action::Action;
pub use model::{Model, ModelSettings};
pub use text_field::{TextEdit, TextField};

use crate::repository::request::{Reply, Request};
use chrono::NaiveDate;

/// What happened: the user's intents, typed text, the terminal's and the storage's facts.
#[derive(Debug)]
pub enum Msg {
    Act(Action),
    /// A key in a place where text is typed.
    Edit(TextEdit),
    /// A bracketed paste; text only, never commands.
    Pasted(String),
    /// The terminal's size in cells, as it reports it.
    Resized {
        width: u16,
        height: u16,
    },
    Stored(Reply),
    /// Midnight passed.
    DayChanged(NaiveDate),
}

/// What the runtime is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the storage. A `KeepDraft` may wait up to two seconds so that only the newest is written, but not longer, and
    /// is written before the program ends; a `DropDraft` takes a waiting one of the same form and row with it.
    Store(Request),
    /// Put this text on the clipboard.
    Copy(String),
    /// Stop the process as Ctrl-Z does, with the terminal restored, and redraw when it goes on.
    Suspend,
    /// Forget what the terminal is thought to show and draw everything.
    Redraw,
    Quit,
}

/// The first requests, before the first event.
pub fn start(model: &mut Model) -> Vec<Effect> {
    model.summary = None;
    vec![Effect::Store(Request::Summarise), Effect::Store(Request::LoadDrafts)]
}

/// Carries one message into the model and says what is to be done about it.
pub fn update(model: &mut Model, message: Msg) -> Vec<Effect> {
    match message {
        Msg::Act(Action::Quit) => vec![Effect::Quit],
        Msg::Act(Action::Suspend) => vec![Effect::Suspend],
        Msg::Act(Action::Redraw) => vec![Effect::Redraw],
        Msg::Stored(Reply::Summarised(summary)) => {
            model.summary = Some(summary);
            Vec::new()
        }
        Msg::Edit(_) | Msg::Pasted(_) | Msg::Stored(_) => Vec::new(),
        Msg::Resized { width, height } => {
            model.resize(width, height);
            Vec::new()
        }
        Msg::DayChanged(today) => {
            model.today = today.into();
            vec![Effect::Store(Request::ChangeDay(model.today))]
        }
    }
}
