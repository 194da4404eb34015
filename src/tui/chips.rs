//! The parts of the filter in the heading, gone through with the keys: each can be taken away, turned round or mended.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::modal::Line;
use super::status::Tone;
use super::{Action, Effect, Model, TextField, complete};

/// What of the filter stands in the heading, in the user's words.
pub fn texts(model: &Model) -> Vec<String> {
    model.list().filter().pieces(&model.reading(), model.locale.lang)
}

/// The one under the cursor, while they are gone through.
pub fn cursor(model: &Model) -> Option<usize> {
    match model.line {
        Some(Line::Chips(at)) => Some(at),
        _ => None,
    }
}

/// Enters them at the last one, which was typed last.
pub fn enter(model: &mut Model) {
    if let Some(last) = texts(model).len().checked_sub(1) {
        model.line = Some(Line::Chips(last));
    } else {
        let text = model.t("chips-none");
        model.say(Tone::Hint, text);
    }
}

/// On the chips.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(at) = cursor(model) else { return Vec::new() };
    let last = texts(model).len().saturating_sub(1);
    match action {
        Action::NextChip => model.line = Some(Line::Chips((at + 1).min(last))),
        Action::PrevChip => model.line = Some(Line::Chips(at.saturating_sub(1))),
        Action::DropChip => remove(model, at),
        Action::Opposite => {
            let filter = model.list().filter().with_opposite(at);
            model.list_mut().refine(filter);
        }
        Action::Submit => return mend(model, at),
        Action::Cancel => model.line = None,
        _ => {}
    }
    Vec::new()
}

/// Takes one away; the list stays on its row.
pub fn remove(model: &mut Model, at: usize) {
    let filter = model.list().filter().without_piece(at);
    model.list_mut().refine(filter);
    if cursor(model).is_some() {
        model.line = texts(model).len().checked_sub(1).map(|last| Line::Chips(at.min(last)));
    }
}

/// Opens the line with the cursor behind it.
pub fn mend(model: &mut Model, at: usize) -> Vec<Effect> {
    let texts = texts(model);
    let (before, after) = texts.split_at(texts.len().min(at + 1));
    let rest = if after.is_empty() { String::new() } else { format!(" {}", after.join(" ")) };
    let field = TextField::around(&before.join(" "), &rest);
    model.list_mut().begin_search();
    complete::open(model, field)
}
