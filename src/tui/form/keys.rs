//! What each key does in a form. It reads no values.

use super::field::Input;
use super::moves::Way;
use super::reference::{Chosen, Reference};
use super::{Form, FormEffect, FormKey, State, Stop, kind};
use crate::tui::{TextEdit, TextField};

impl Form {
    /// Carries a key out. While the form is being saved it takes none.
    pub fn input(&mut self, key: FormKey) -> Vec<FormEffect> {
        if self.state == State::Saving {
            return Vec::new();
        }
        self.notice = None;
        self.state = State::Editing;
        let before = self.snapshot();
        let mut effects = match key {
            FormKey::Next => self.go(Way::On),
            FormKey::Prev => self.go(Way::Back),
            FormKey::Enter => self.enter(),
            FormKey::Submit => self.submit(),
            FormKey::Cancel => self.cancel(),
            FormKey::AddLine => self.add_line(),
            FormKey::RemoveLine => self.remove_line(),
            FormKey::Edit(edit) => self.edit(edit),
            FormKey::Paste(text) => self.paste(&text),
            FormKey::Focus(stop) => self.go_to(stop),
        };
        if self.snapshot() != before {
            effects.extend(self.keep());
        }
        effects
    }

    /// Keeps what was typed, or drops what was kept when it is as it was at first.
    pub(super) fn keep(&mut self) -> Vec<FormEffect> {
        // A value for many rows is typed anew sooner than found again.
        if self.many.is_some() {
            return Vec::new();
        }
        if !self.is_dirty() {
            return self.drop_draft();
        }
        self.kept = true;
        vec![FormEffect::Keep(self.to_draft())]
    }

    fn cancel(&mut self) -> Vec<FormEffect> {
        if let Some(reference) = self.reference_mut(self.focus).filter(|reference| reference.is_open()) {
            reference.close();
            return Vec::new();
        }
        if self.is_dirty() && self.many.is_none() { vec![FormEffect::AskDiscard] } else { self.leave() }
    }

    fn enter(&mut self) -> Vec<FormEffect> {
        match self.field_mut(self.focus).map(|field| &mut field.input) {
            Some(Input::Notes(notes)) if !notes.ends_here() => {
                notes.edit(TextEdit::NewLine);
                return Vec::new();
            }
            Some(Input::Notes(notes)) => notes.drop_last_empty(),
            Some(Input::Line(..) | Input::Choice(_) | Input::Flag(_) | Input::Reference(_)) | None => {}
        }
        // One tag is taken and the next one may follow.
        if self.reference(self.focus).is_some_and(Reference::adds) {
            return self.accept(self.focus);
        }
        if self.at_end() {
            return self.submit();
        }
        let mut effects = self.settle();
        if self.past_last_line() {
            effects.extend(self.add_line());
        } else {
            effects.extend(self.step(Way::On));
        }
        effects
    }

    fn edit(&mut self, edit: TextEdit) -> Vec<FormEffect> {
        let way = if matches!(edit, TextEdit::Up | TextEdit::Left) { Way::Back } else { Way::On };
        if edit == TextEdit::NewLine {
            return self.enter();
        }
        if matches!(edit, TextEdit::Up | TextEdit::Down) {
            return self.vertical(way);
        }
        if matches!(edit, TextEdit::Left | TextEdit::Right) && self.at_cell_edge(way) {
            return self.sideways(way);
        }
        let stop = self.focus;
        let replaces = self.replaces();
        self.fresh = false;
        let Some(field) = self.field_mut(stop) else { return Vec::new() };
        let changed = match &mut field.input {
            Input::Line(text, _) if replaces && starts_anew(edit) => {
                *text = TextField::default();
                text.edit(edit);
                true
            }
            Input::Line(text, _) => text.edit(edit),
            Input::Notes(notes) => {
                notes.edit(edit);
                true
            }
            Input::Choice(choice) => choose(choice, edit),
            Input::Flag(value) => turn(value, edit),
            Input::Reference(reference) => reference.edit(edit),
        };
        if changed { self.changed(stop) } else { Vec::new() }
    }

    fn paste(&mut self, text: &str) -> Vec<FormEffect> {
        let stop = self.focus;
        if self.replaces()
            && let Some(field) = self.field_mut(stop)
        {
            field.set_text("");
        }
        self.fresh = false;
        let Some(field) = self.field_mut(stop) else { return Vec::new() };
        match &mut field.input {
            Input::Line(line, _) => line.insert(text.trim_matches(['\r', '\n'])),
            Input::Notes(notes) => notes.insert(text),
            Input::Choice(choice) => choice.begin_with(text),
            Input::Flag(_) => return Vec::new(),
            Input::Reference(reference) => reference.insert(text.trim_matches(['\r', '\n'])),
        }
        self.changed(stop)
    }

    /// After the user changed a field: its message, what follows from it, and proposals for a name.
    pub(super) fn changed(&mut self, stop: Stop) -> Vec<FormEffect> {
        let ctx = self.context_at(stop);
        let Some(field) = self.field_mut(stop) else { return Vec::new() };
        field.touched = true;
        field.recheck(&ctx);
        let name = field.name.clone();
        kind::follow(self.kind, &mut self.sheet, &name, &self.ctx);
        let Some(reference) = self.reference_mut(stop) else { return Vec::new() };
        if reference.chosen() == Chosen::Nothing {
            if reference.text().trim().is_empty() && !reference.target.is_few() {
                reference.close();
                reference.give_up();
                return Vec::new();
            }
            return self.look_up(stop).into_iter().collect();
        }
        Vec::new()
    }
}

/// Does this key, pressed on a value as a whole, take the value away?
fn starts_anew(edit: TextEdit) -> bool {
    match edit {
        TextEdit::Insert(_) | TextEdit::Backspace | TextEdit::Delete | TextEdit::DeleteWord => true,
        TextEdit::Left
        | TextEdit::Right
        | TextEdit::WordLeft
        | TextEdit::WordRight
        | TextEdit::Up
        | TextEdit::Down
        | TextEdit::NewLine
        | TextEdit::Home
        | TextEdit::End
        | TextEdit::DeleteToStart
        | TextEdit::DeleteToEnd => false,
    }
}

/// Moves a choice; says whether it may have changed.
fn choose(choice: &mut super::Choice, edit: TextEdit) -> bool {
    match edit {
        TextEdit::Left | TextEdit::WordLeft => choice.previous(),
        TextEdit::Right | TextEdit::WordRight | TextEdit::Insert(' ') => choice.next(),
        TextEdit::Home => choice.first(),
        TextEdit::End => choice.last(),
        TextEdit::Insert(letter) => choice.begin_with(letter.encode_utf8(&mut [0; 4])),
        TextEdit::Backspace
        | TextEdit::Delete
        | TextEdit::Up
        | TextEdit::Down
        | TextEdit::NewLine
        | TextEdit::DeleteWord
        | TextEdit::DeleteToStart
        | TextEdit::DeleteToEnd => return false,
    }
    true
}

/// Turns a flag over, or as the first letter of yes or no in either language says.
fn turn(value: &mut bool, edit: TextEdit) -> bool {
    *value = match edit {
        TextEdit::Left | TextEdit::Right | TextEdit::Insert(' ') => !*value,
        TextEdit::Insert('s' | 'S' | 'y' | 'Y' | 'x' | 'X') => true,
        TextEdit::Insert('n' | 'N') | TextEdit::Backspace | TextEdit::Delete => false,
        TextEdit::Insert(_)
        | TextEdit::WordLeft
        | TextEdit::WordRight
        | TextEdit::Up
        | TextEdit::Down
        | TextEdit::NewLine
        | TextEdit::Home
        | TextEdit::End
        | TextEdit::DeleteWord
        | TextEdit::DeleteToStart
        | TextEdit::DeleteToEnd => return false,
    };
    true
}
