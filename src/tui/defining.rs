//! The screen on which users define fields of their own: the list of them, over whatever was shown, and what its keys do.

use super::form::{Form, RecordKind};
use super::modal::{Confirm, Modal, Yes};
use super::{Action, Effect, Model, act, forms, layout};
use crate::domain::custom::{CustomField, CustomFields};
use crate::domain::kinds::CustomKind;
use crate::repository::request::{Done, RecordId, Request, Verb};
use crate::text::{Label as _, safe};

/// A longer label leaves no room for the rest.
const WIDEST: usize = 30;

/// Opens it; how many values each field has is asked for anew.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.defining = Some(0);
    vec![Effect::Store(Request::LoadCustomFields)]
}

/// What the lines say: how it is called, by which name a filter knows it, what it holds and how often.
pub fn names(model: &Model) -> Vec<String> {
    let locale = &model.locale;
    let fields = model.custom.all();
    if fields.is_empty() {
        return vec![model.t("fields-none")];
    }
    let width = fields.iter().map(|field| safe::width(&field.label)).max().unwrap_or(0).min(WIDEST);
    let line = |field: &CustomField| {
        let mut kind = field.kind.label(locale.lang);
        if field.kind == CustomKind::Choice {
            kind = format!("{kind}: {}", field.choices.join(", "));
        }
        let count = locale.ta("fields-values", &[("count", field.values.into())]);
        format!("{}  {}: · {count} · {kind}", safe::pad(&field.label, width), field.key)
    };
    fields.iter().map(line).collect()
}

/// What a key does on it.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(index) = model.defining else { return Vec::new() };
    let selected = model.custom.all().get(index).cloned();
    match (action, selected) {
        (Action::Add, _) => {
            model.modal = None;
            let form = Form::new(RecordKind::CustomField, &forms::context(model, None));
            model.modal = Some(Modal::Form(Box::new(form)));
            forms::with_form(model, Form::start)
        }
        (Action::Submit | Action::Edit, Some(field)) => {
            model.modal = None;
            vec![Effect::Store(Request::Open(RecordId::CustomField(field.id)))]
        }
        (Action::Remove, Some(field)) => {
            let args = [("label", field.label.into()), ("count", field.values.into())];
            let question = model.locale.ta("confirm-remove-field", &args);
            let on_yes = Yes::Store(Request::Remove(RecordId::CustomField(field.id)));
            model.modal = Some(Modal::Confirm(Confirm { question, on_yes, on_this_one: None }));
            Vec::new()
        }
        (Action::CarryUp | Action::CarryDown, Some(field)) => {
            let down = action == Action::CarryDown;
            vec![Effect::Store(Request::ShiftCustomField { id: field.id, down })]
        }
        (Action::Undo, _) => vec![Effect::Store(Request::Undo)],
        (Action::Redo, _) => vec![Effect::Store(Request::Redo)],
        (Action::Cancel, _) => {
            model.modal = None;
            model.defining = None;
            Vec::new()
        }
        (_, _) => {
            let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
            if let Some(rows) = act::steps(action, height) {
                point(model, index.saturating_add_signed(rows));
            }
            Vec::new()
        }
    }
}

/// Highlights a line, or the last one.
fn point(model: &mut Model, line: usize) {
    let line = line.min(model.custom.all().len().saturating_sub(1));
    model.defining = Some(line);
    if let Some(Modal::Own(index)) = &mut model.modal {
        *index = line;
    }
}

/// The fields are here.
pub fn take(model: &mut Model, fields: CustomFields) {
    // The highlight stays on its field, wherever that stands now.
    let on = model.defining.and_then(|index| model.custom.all().get(index)).map(|field| field.id);
    model.custom = fields;
    for list in &mut model.lists {
        list.offer(list.kind().columns_with(model.custom.all()));
    }
    if let Some(index) = model.defining {
        let now = model.custom.all().iter().position(|field| Some(field.id) == on);
        point(model, now.unwrap_or(index));
    }
}

/// A write is durable: fields that it may have changed are asked for again.
pub fn saved(model: &mut Model, record: Option<RecordId>, done: &Done) -> Option<Request> {
    let is_of_field = |verb: Verb| {
        matches!(
            verb,
            Verb::AddCustomField | Verb::EditCustomField | Verb::MoveCustomField | Verb::DeleteCustomField
        )
    };
    // A new one stands last; it is found by its place once it is here.
    if matches!(record, Some(RecordId::CustomField(_))) && done.verb == Verb::AddCustomField {
        model.defining = model.defining.map(|_| model.custom.all().len());
    }
    let may_have = is_of_field(done.verb) || done.reverted.is_some_and(is_of_field);
    may_have.then_some(Request::LoadCustomFields)
}
