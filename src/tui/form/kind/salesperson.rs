//! The form of a salesperson.

use super::{Edited, Filler, Sheet, quoted};
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::SalespersonRole;
use crate::domain::salesperson::SalespersonDraft;
use crate::domain::stars::Stars;
use crate::repository::request::RecordId;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::Rule;
use crate::tui::form::values::Values;

/// More than anybody does: a typing error.
const MOST_TOUCHES: i64 = 1_000;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    vec![
        Field::text("name", "name").required(),
        Field::text("code", "code").most(100),
        Field::line("email", "email", Rule::Email),
        Field::choice("role", "role", Choice::of(SalespersonRole::ALL, ctx.lang)),
        Field::reference("reports_to", "reports-to", Target::Salesperson),
        Field::choice("stars_from", "stars-from", stars()).with("0"),
        Field::choice("stars_to", "stars-to", stars()).with("5"),
        Field::line("touches_per_week", "capacity", Rule::Whole { least: 0, most: MOST_TOUCHES }),
        Field::flag("active", "active", true),
    ]
}

/// A digit chooses its stars.
fn stars() -> Choice {
    Choice::new((0..=Stars::MAX.get()).map(|stars| (stars.to_string(), format!("{stars}★"))).collect())
}

pub fn fill(draft: &SalespersonDraft, filler: &mut Filler) -> Edited {
    filler.text("name", &draft.name);
    filler.text("code", &draft.code);
    filler.text("email", &draft.email);
    filler.text("role", draft.role.word());
    filler.row("reports_to", draft.reports_to.map(RecordId::Salesperson));
    filler.text("stars_from", &draft.stars_from.to_string());
    filler.text("stars_to", &draft.stars_to.to_string());
    filler.whole("touches_per_week", draft.touches_per_week);
    filler.flag("active", draft.active);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> SalespersonDraft {
    let stars = |name, otherwise| values.choice(name, |word| word.parse().ok(), otherwise);
    SalespersonDraft {
        id: (edited.row != 0).then_some(SalespersonId(edited.row)),
        rev: edited.rev,
        code: values.text("code"),
        name: values.text("name"),
        email: values.text("email"),
        role: values.choice("role", SalespersonRole::from_word, SalespersonRole::Seller),
        reports_to: values.row("reports_to").map(SalespersonId),
        stars_from: stars("stars_from", 0),
        stars_to: stars("stars_to", Stars::MAX.get()),
        touches_per_week: values.number("touches_per_week"),
        active: values.flag("active"),
    }
}

pub fn check(sheet: &mut Sheet, edited: Edited, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let (from, to) = (values.text("stars_from"), values.text("stars_to"));
    let (manager, name) = (values.row("reports_to"), values.text("name"));
    // Single digits compare as their numbers do.
    if from > to {
        sheet.accuse("stars_to", || ctx.lang.ta("form-error-stars-order", &[("from", from.into())]));
    }
    if manager.is_some_and(|manager| manager == edited.row) {
        sheet.accuse("reports_to", || {
            ctx.lang.ta("form-error-own-manager", &[("name", quoted(&name).into())])
        });
    }
}
