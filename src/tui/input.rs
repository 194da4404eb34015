//! From terminal events to messages, by the context in which the key was pressed.

use super::{Action, Model, Msg};
use ratatui::crossterm::event::{Event, KeyCode, KeyModifiers};

/// What an event means now; `None` when it means nothing.
pub fn message(_model: &Model, event: &Event) -> Option<Msg> {
    if let Some(key) = event.as_key_press_event() {
        return match (key.code, key.modifiers) {
            (KeyCode::Char('c'), KeyModifiers::CONTROL) => Some(Msg::Act(Action::Quit)),
            (KeyCode::Char('z'), KeyModifiers::CONTROL) => Some(Msg::Act(Action::Suspend)),
            (KeyCode::Char('l'), KeyModifiers::CONTROL) => Some(Msg::Act(Action::Redraw)),
            _ => None,
        };
    }
    match event {
        Event::Resize(width, height) => Some(Msg::Resized { width: *width, height: *height }),
        Event::Paste(text) => Some(Msg::Pasted(text.clone())),
        Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => None,
    }
}
