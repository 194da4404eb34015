//! From terminal events to messages, by the place in which the key was pressed. It changes nothing.

use super::chord::{Chord, Key};
use super::{Model, Msg, TextEdit, mouse, settle};
use ratatui::crossterm::event::Event;

/// What an event means now; `None` when it means nothing. A binding goes first, then text where text is typed.
pub fn message(model: &Model, event: &Event) -> Option<Msg> {
    if let Some(key) = event.as_key_press_event() {
        let chord = Chord::of_event(&key)?;
        let context = model.context();
        let action = model.keymap.action(context, chord);
        if settle::is_too_early(model, chord, action) {
            return Some(Msg::TooEarly(event.clone()));
        }
        if let Some(action) = action {
            return Some(Msg::Act(action));
        }
        if context.takes_text() {
            return text_edit(chord).map(Msg::Edit);
        }
        return Some(Msg::Unbound(chord));
    }
    match event {
        Event::Resize(width, height) => Some(Msg::Resized { width: *width, height: *height }),
        // Where it goes is known when its turn comes.
        Event::Paste(_) | Event::Mouse(_) if !model.later.is_empty() => Some(Msg::TooEarly(event.clone())),
        Event::Paste(text) => Some(Msg::Pasted(text.clone())),
        Event::Mouse(mouse) => {
            let message = mouse::message(model, mouse)?;
            let waits =
                matches!(&message, Msg::Act(action) if settle::must_wait(model, model.context(), *action));
            Some(if waits { Msg::TooEarly(event.clone()) } else { message })
        }
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

/// The change of text that a key asks for, as line editors everywhere understand it.
fn text_edit(chord: Chord) -> Option<TextEdit> {
    if let Some(character) = chord.types() {
        return Some(TextEdit::Insert(character));
    }
    let word = chord.ctrl || chord.alt;
    match chord.key {
        Key::Char(character) if chord.ctrl => match character {
            'a' => Some(TextEdit::Home),
            'e' => Some(TextEdit::End),
            'b' => Some(TextEdit::Left),
            'f' => Some(TextEdit::Right),
            'h' => Some(TextEdit::Backspace),
            'd' => Some(TextEdit::Delete),
            'w' => Some(TextEdit::DeleteWord),
            'u' => Some(TextEdit::DeleteToStart),
            'k' => Some(TextEdit::DeleteToEnd),
            _ => None,
        },
        Key::Char('b') => Some(TextEdit::WordLeft),
        Key::Char('f') => Some(TextEdit::WordRight),
        Key::Backspace if word => Some(TextEdit::DeleteWord),
        Key::Backspace => Some(TextEdit::Backspace),
        Key::Delete => Some(TextEdit::Delete),
        Key::Left if word => Some(TextEdit::WordLeft),
        Key::Left => Some(TextEdit::Left),
        Key::Right if word => Some(TextEdit::WordRight),
        Key::Right => Some(TextEdit::Right),
        Key::Up => Some(TextEdit::Up),
        Key::Down => Some(TextEdit::Down),
        Key::Home => Some(TextEdit::Home),
        Key::End => Some(TextEdit::End),
        Key::Enter => Some(TextEdit::NewLine),
        Key::Char(_) | Key::Esc | Key::Tab | Key::Insert | Key::PageUp | Key::PageDown | Key::F(_) => None,
    }
}
