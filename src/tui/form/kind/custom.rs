//! The fields that users defined, within the form of whatever they belong to: each asked as its kind wants.

use super::Filler;
use crate::domain::custom::{Custom, CustomField, CustomValue, CustomValues, LONGEST_TEXT};
use crate::domain::day::Day;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::filter::Same;
use crate::text::numbers;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

const YES: &str = "yes";
const NO: &str = "no";

/// The name of its field in a form.
fn name(field: &CustomField) -> String {
    format!("custom-{}", field.id.0)
}

/// What a new row has in a field when the filter of its list says what that is: the name of the field, and the value as it
/// is typed.
pub fn inherited(of: Custom, value: &Same, ctx: &FormContext) -> Option<(String, String)> {
    let field = ctx.custom.get(of.id)?;
    let value = match value {
        Same::Text(text) => CustomValue::Text(text.clone()),
        Same::Number(number) => CustomValue::Number(*number),
        Same::Day(day) => CustomValue::Number(Day::from(*day).0.into()),
        Same::Person(_) | Same::Choice(_) => return None,
    };
    Some((name(field), text(field, &value, ctx)))
}

/// What is asked of a row of this entity.
pub fn fields(entity: CustomEntity, ctx: &FormContext) -> Vec<Field> {
    let mut fields: Vec<Field> = ctx.custom.of(entity).map(|field| asked(field, ctx)).collect();
    if let Some(first) = fields.first_mut() {
        first.section = Some("form-section-custom");
    }
    fields
}

fn asked(field: &CustomField, ctx: &FormContext) -> Field {
    let none = || (String::new(), ctx.lang.t("form-choice-none"));
    let plain = match field.kind {
        CustomKind::Text => Field::text("custom", "custom").most(LONGEST_TEXT),
        CustomKind::Number => Field::line("custom", "custom", Rule::Decimal),
        CustomKind::Money => Field::line("custom", "custom", Rule::Amount),
        CustomKind::Date => Field::line("custom", "custom", Rule::Date(Dates::Any)),
        CustomKind::Flag => {
            let words = [YES, NO].map(|word| (word.to_owned(), ctx.lang.t(&format!("form-{word}"))));
            Field::choice("custom", "custom", Choice::new([none()].into_iter().chain(words).collect()))
        }
        CustomKind::Choice => {
            let words = field.choices.iter().map(|choice| (choice.clone(), choice.clone()));
            Field::choice("custom", "custom", Choice::new([none()].into_iter().chain(words).collect()).open())
        }
    };
    Field { name: name(field).into(), caption: Some(field.label.clone()), ..plain }
}

/// Puts the values of a row in.
pub fn fill(entity: CustomEntity, values: &CustomValues, filler: &mut Filler) {
    let ctx = filler.ctx;
    for field in ctx.custom.of(entity) {
        if let Some(Some(value)) = values.get(&field.id) {
            filler.text(&name(field), &text(field, value, ctx));
        }
    }
}

/// A value as it is typed.
fn text(field: &CustomField, value: &CustomValue, ctx: &FormContext) -> String {
    let number = match value {
        CustomValue::Text(text) => return text.clone(),
        CustomValue::Number(number) => *number,
    };
    match field.kind {
        CustomKind::Money => numbers::decimal(number, ctx.currency.exponent(), &ctx.locale),
        CustomKind::Date => {
            i32::try_from(number).map_or_else(|_| String::new(), |day| rule::day_text(Day(day), ctx))
        }
        CustomKind::Flag => (if number == 0 { NO } else { YES }).to_owned(),
        CustomKind::Number | CustomKind::Text | CustomKind::Choice => numbers::quantity(number, &ctx.locale),
    }
}

/// What the fields say; of fields that the form does not know nothing is said.
pub fn read(entity: CustomEntity, values: Values) -> CustomValues {
    let value = |field: &CustomField| {
        let name = name(field);
        match field.kind {
            CustomKind::Text | CustomKind::Choice => {
                Some(values.text(&name)).filter(|text| !text.is_empty()).map(CustomValue::Text)
            }
            CustomKind::Number | CustomKind::Money => values.number(&name).map(CustomValue::Number),
            CustomKind::Date => values.day(&name).map(|day| CustomValue::Number(day.0.into())),
            CustomKind::Flag => match values.text(&name).as_str() {
                YES => Some(CustomValue::Number(1)),
                NO => Some(CustomValue::Number(0)),
                _ => None,
            },
        }
    };
    values.ctx.custom.of(entity).map(|field| (field.id, value(field))).collect()
}
