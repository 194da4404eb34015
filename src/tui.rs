//! The screen as a state machine: messages in, effects out. It does no I/O and never blocks.
//!
//! The runtime turns terminal events into messages with [`input::message`], hands them and the storage's replies to
//! [`update`], carries out the effects, and draws with [`view::draw`] once per drained batch.
//!
//! ```text
//! event ── input::message ──► Msg ──► update ──► Vec<Effect> ── runtime ──► storage, clipboard, terminal
//!                              ▲        │ Model                              │
//!                              │        └──► view::draw                      │
//!                              └───────────── Msg::Stored(Reply) ◄───────────┘
//! ```

mod act;
pub mod action;
pub mod brief;
pub mod bulk;
pub mod card;
mod cells;
pub mod chips;
pub mod chooser;
pub mod chord;
pub mod columns;
pub mod complete;
pub mod context;
pub mod copying;
mod defining;
pub mod earlier;
pub mod ending;
pub mod footer;
pub mod form;
mod forms;
pub mod help;
pub mod input;
pub mod keymap;
pub mod layout;
pub mod list;
pub mod log_entry;
mod logging;
pub mod mailing;
pub mod many;
pub mod marks;
pub mod modal;
pub mod model;
pub mod mouse;
mod noting;
pub mod outside;
mod page;
pub mod product;
pub mod put_off;
pub mod rich;
pub mod row;
mod settle;
pub mod status;
mod stored;
pub mod surveys;
pub mod tab;
pub mod text_field;
pub mod theme;
pub mod values;
pub mod view;
pub mod views;
pub mod week;
pub mod why;

pub use action::Action;
pub use model::{Model, ModelSettings};
pub use text_field::{TextEdit, TextField};

use crate::repository::request::{Reply, Request};
use chord::Chord;
use chrono::NaiveDate;
use outside::{Copied, Edited, Mailed};
use ratatui::crossterm::event::Event;

/// What happened: the user's intents, typed text, the terminal's and the storage's facts.
#[derive(Debug)]
pub enum Msg {
    Act(Action),
    /// A key in a place where text is typed.
    Edit(TextEdit),
    /// A key that means nothing where it was pressed.
    Unbound(Chord),
    /// The mouse clicked on this.
    Clicked(mouse::Target),
    Wheel {
        down: bool,
    },
    /// A bracketed paste; text only, never commands.
    Pasted(String),
    /// A key that acts on a row before it is known on which; it is kept, and means what it means then.
    TooEarly(Event),
    /// The terminal's size in cells, as it reports it.
    Resized {
        width: u16,
        height: u16,
    },
    Stored(Reply),
    /// A text was put on the clipboard, or not.
    Copied {
        text: String,
        how: Copied,
    },
    /// The user is back from the editor.
    Edited(Edited),
    /// The mail program was asked to open this URL, or not.
    Mailed {
        url: String,
        how: Mailed,
    },
    /// Midnight passed.
    DayChanged(NaiveDate),
}

/// What the runtime is to do.
#[expect(clippy::large_enum_variant, reason = "there are few at a time, and each is soon carried out")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the storage. A `KeepDraft` may wait up to two seconds so that only the newest is written, but not longer, and
    /// is written before the program ends; a `DropDraft` takes a waiting one of the same form and row with it.
    Store(Request),
    /// Put this text on the clipboard, and say with [`Msg::Copied`] how it went.
    Copy(String),
    /// Hand the terminal and this text to the user's editor, and bring back [`Msg::Edited`].
    EditText(String),
    /// Have the user's mail program open this URL, beside us, and say with [`Msg::Mailed`] how it went.
    OpenMail(String),
    /// Stop the process as Ctrl-Z does, with the terminal restored, and redraw when it goes on.
    Suspend,
    /// Forget what the terminal is thought to show and draw everything.
    Redraw,
    Quit,
}

/// The first requests, before the first event.
pub fn start(model: &mut Model) -> Vec<Effect> {
    // The list first: it is what everybody waits for.
    let mut effects = Vec::new();
    settle::settle(model, &mut effects);
    effects.push(Effect::Store(Request::LoadCustomFields));
    effects.push(Effect::Store(Request::LoadDrafts));
    effects.push(Effect::Store(Request::CheckHealth));
    effects
}

/// Carries one message into the model and says what is to be done about it.
pub fn update(model: &mut Model, message: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut next = Some(message);
    while let Some(message) = next {
        let mut more = carry(model, message);
        many::keep_no_drafts(model, &mut more);
        let writers: Vec<_> = more.iter().filter_map(|effect| writer(model, effect)).collect();
        model.writes.extend(writers);
        if let Some(text) = more.iter().find_map(|effect| working(model, effect)) {
            model.working = Some(text);
        }
        many::say_working(model);
        effects.extend(more);
        settle::settle(model, &mut effects);
        next = settle::due(model);
    }
    effects
}

/// Who waits for the answer to an effect that writes.
fn writer(model: &Model, effect: &Effect) -> Option<stored::Writer> {
    match effect {
        Effect::Store(request) => stored::Writer::of(model, request),
        Effect::Copy(_)
        | Effect::EditText(_)
        | Effect::OpenMail(_)
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Quit => None,
    }
}

/// What an effect has the screen say until it is done.
fn working(model: &Model, effect: &Effect) -> Option<String> {
    match effect {
        Effect::Store(request) => many::working(model, request),
        Effect::Copy(_)
        | Effect::EditText(_)
        | Effect::OpenMail(_)
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Quit => None,
    }
}

fn carry(model: &mut Model, message: Msg) -> Vec<Effect> {
    match message {
        Msg::Act(action) => act::act(model, action),
        Msg::Edit(edit) => act::edit(model, edit),
        Msg::Clicked(target) => mouse::click(model, target),
        Msg::Wheel { down } => mouse::wheel(model, down),
        Msg::Pasted(text) => act::paste(model, &text),
        Msg::Unbound(chord) => {
            act::unbound(model, chord);
            Vec::new()
        }
        Msg::TooEarly(event) => {
            settle::keep(model, event);
            Vec::new()
        }
        Msg::Stored(reply) => stored::take(model, reply),
        Msg::Resized { width, height } => {
            model.resize(width, height);
            Vec::new()
        }
        Msg::Copied { text, how } => {
            copying::copied(model, &text, &how);
            Vec::new()
        }
        Msg::Mailed { url, how } => {
            mailing::mailed(model, &url, how);
            Vec::new()
        }
        Msg::Edited(edited) => noting::edited(model, edited),
        Msg::DayChanged(today) => {
            model.today = today.into();
            vec![Effect::Store(Request::ChangeDay(model.today))]
        }
    }
}
