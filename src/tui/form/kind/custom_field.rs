//! The form in which users define a field of their own.

use super::{Edited, Filler, Sheet, quoted};
use crate::domain::custom::CustomFieldDraft;
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::filter;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let mut fields = vec![
        Field::text("label", "label").required().most(100),
        Field::choice("kind", "kind", Choice::of(CustomKind::ALL, ctx.lang)),
        Field::text("choices", "choices").most(10_000),
    ];
    hide_choices(&mut fields, CustomKind::Text);
    fields
}

pub fn fill(draft: &CustomFieldDraft, filler: &mut Filler) -> Edited {
    filler.text("label", &draft.label);
    filler.text("kind", draft.kind.word());
    filler.text("choices", &draft.choices.join(", "));
    hide_choices(&mut filler.sheet.fields, draft.kind);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> CustomFieldDraft {
    CustomFieldDraft {
        id: (edited.row != 0).then_some(CustomFieldId(edited.row)),
        rev: edited.rev,
        // That of one that is there stays what it is.
        entity: CustomEntity::Client,
        label: values.text("label"),
        kind: values.choice("kind", CustomKind::from_word, CustomKind::Text),
        choices: split(&values.text("choices")),
    }
}

fn split(text: &str) -> Vec<String> {
    let parts = text.split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A label must make a name that means nothing else; a choice must have something to choose.
pub fn check(sheet: &mut Sheet, edited: Edited, ctx: &FormContext) {
    let draft = read(edited, Values { fields: &sheet.fields, ctx });
    match filter::key_of(&draft.label) {
        None if draft.label.is_empty() => {}
        None => sheet.accuse("label", || ctx.lang.t("form-error-label")),
        Some(key) => {
            let is_taken = |key: &str| {
                let of_other = |label: &str| filter::key_of(label).as_deref() == Some(key);
                let others = ctx.custom.all().iter().filter(|other| Some(other.id) != draft.id);
                filter::is_name(key) || { others }.any(|other| other.key == key || of_other(&other.label))
            };
            if is_taken(&key) {
                let free = (2..1_000).find(|number| !is_taken(&format!("{key}-{number}"))).unwrap_or(2);
                let near = format!("{} {free}", quoted(&draft.label));
                let args = [("name", key.into()), ("near", near.into())];
                sheet.accuse("label", || ctx.lang.ta("form-error-label-taken", &args));
            }
        }
    }
    if draft.kind == CustomKind::Choice && draft.choices.is_empty() {
        sheet.accuse("choices", || ctx.lang.t("form-error-no-choices"));
    }
}

/// Only a choice has something to choose from.
pub fn follow(sheet: &mut Sheet, ctx: &FormContext) {
    let kind = Values { fields: &sheet.fields, ctx }.choice("kind", CustomKind::from_word, CustomKind::Text);
    hide_choices(&mut sheet.fields, kind);
}

fn hide_choices(fields: &mut [Field], kind: CustomKind) {
    if let Some(choices) = fields.iter_mut().find(|field| field.name == "choices") {
        choices.hidden = kind != CustomKind::Choice;
    }
}
