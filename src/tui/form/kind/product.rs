//! The form of a product.

use super::{Edited, Filler};
use crate::domain::ids::ProductId;
use crate::domain::product::ProductDraft;
use crate::tui::form::field::Field;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

pub fn fields() -> Vec<Field> {
    vec![
        Field::text("name", "name").required(),
        Field::text("sku", "sku").most(100),
        Field::text("family", "family").most(200),
        Field::text("unit", "unit").most(100),
        Field::line("price_micros", "price", Rule::Price),
        Field::line("launched_on", "launched-on", Rule::Date(Dates::Any)),
        Field::flag("active", "active", true),
    ]
}

pub fn fill(draft: &ProductDraft, filler: &mut Filler) -> Edited {
    for (name, text) in
        [("name", &draft.name), ("sku", &draft.sku), ("family", &draft.family), ("unit", &draft.unit)]
    {
        filler.text(name, text);
    }
    if let Some(micros) = draft.price_micros {
        let ctx = filler.ctx;
        filler.text("price_micros", &rule::price_text(micros, ctx));
    }
    filler.day("launched_on", draft.launched_on);
    filler.flag("active", draft.active);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> ProductDraft {
    ProductDraft {
        id: (edited.row != 0).then_some(ProductId(edited.row)),
        rev: edited.rev,
        sku: values.text("sku"),
        name: values.text("name"),
        family: values.text("family"),
        unit: values.text("unit"),
        price_micros: values.number("price_micros"),
        launched_on: values.day("launched_on"),
        active: values.flag("active"),
    }
}
