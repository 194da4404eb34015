//! Notes in the user's editor. The form of the row stands behind it: what comes back goes into its notes and is saved as
//! the form saves, so that whatever refuses it, the text is there and kept.

use super::form::{Form, FormKey};
use super::modal::Modal;
use super::outside::Edited;
use super::row::Row;
use super::status::Tone;
use super::{Effect, Model, forms, page};
use crate::repository::request::{RecordId, Request};

/// How far it has come. Keys wait meanwhile: those that belong to the editor are the editor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Noting {
    #[default]
    No,
    /// The row is on its way.
    Opening,
    /// The editor has the text; from a form that was open already nothing is saved by itself.
    Editing { saves: bool },
    /// The storage is writing what came back.
    Saving,
}

impl Noting {
    pub fn is_on(self) -> bool {
        self != Self::No
    }
}

/// Asks for the row whose notes are to be edited: the contact of the row, else the client.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    let contact = match model.selected().filter(|_| model.in_full().is_none()) {
        Some(Row::Contact(row)) => Some(RecordId::Contact(row.id)),
        _ => None,
    };
    let client = model.client().map(|(client, _)| RecordId::Client(client));
    let Some(record) = contact.or(client) else {
        page::no_client_here(model);
        return Vec::new();
    };
    model.noting = Noting::Opening;
    vec![Effect::Store(Request::Open(record))]
}

/// The form of the row is open.
pub fn opened(model: &mut Model) -> Vec<Effect> {
    if model.noting == Noting::Opening { hand_over(model, true) } else { Vec::new() }
}

/// The notes of the form that is filled in.
pub fn from_form(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some_and(Form::is_saving) { Vec::new() } else { hand_over(model, false) }
}

fn hand_over(model: &mut Model, saves: bool) -> Vec<Effect> {
    let Some(text) = model.form().and_then(Form::notes) else {
        model.noting = Noting::No;
        let text = model.t("notes-none-here");
        model.say(Tone::Hint, text);
        return Vec::new();
    };
    model.noting = Noting::Editing { saves };
    vec![Effect::EditText(text)]
}

/// The user is back.
pub fn edited(model: &mut Model, edited: Edited) -> Vec<Effect> {
    let saves = model.noting == Noting::Editing { saves: true };
    model.noting = Noting::No;
    let before = model.form().and_then(Form::notes).unwrap_or_default();
    let lang = model.locale.lang;
    let (tone, said) = match edited {
        Edited::Text(text) if text != before => return take_back(model, &text, saves),
        Edited::Text(_) => (Tone::Hint, lang.t("notes-same")),
        Edited::Broken(text) if text != before => {
            let effects = take_back(model, &text, false);
            say(model, Tone::Error, lang.t("notes-broken"));
            return effects;
        }
        Edited::Broken(_) => (Tone::Error, lang.t("notes-broken-same")),
        Edited::NoEditor(None) => (Tone::Error, lang.t("notes-no-editor")),
        Edited::NoEditor(Some(command)) => {
            (Tone::Error, lang.ta("notes-not-an-editor", &[("command", command.into())]))
        }
        Edited::NotBegun(reason) => (Tone::Error, lang.ta("notes-not-begun", &[("reason", reason.into())])),
        Edited::Unreadable(path) => {
            let path = path.to_string_lossy().into_owned();
            (Tone::Error, lang.ta("notes-unreadable", &[("path", path.into())]))
        }
    };
    // The form that came up only for this goes; nothing was typed in it.
    let effects = if saves { forms::input(model, FormKey::Cancel) } else { Vec::new() };
    say(model, tone, said);
    effects
}

/// On the status line, or in the form that stands over it.
fn say(model: &mut Model, tone: Tone, text: String) {
    match &mut model.modal {
        Some(Modal::Form(form)) => form.warn(text),
        Some(_) | None => model.say(tone, text),
    }
}

fn take_back(model: &mut Model, text: &str, saves: bool) -> Vec<Effect> {
    let mut effects = forms::with_form(model, |form| form.set_notes(text));
    if saves {
        effects.extend(forms::input(model, FormKey::Submit));
        if matches!(&model.modal, Some(Modal::Form(form)) if form.is_saving()) {
            model.noting = Noting::Saving;
        }
    }
    effects
}
