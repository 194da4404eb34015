//! The column that a word names in `sort:` and `by:`.

#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use crate::domain::custom::CustomField;
use crate::domain::list::Column;
use crate::filter::custom::named;
use crate::filter::field::Field;
use crate::text::fold::fold;
use crate::text::{Lang, safe};

/// Cells of a label.
const MOST_LABEL: usize = 100;

/// The column of these that a word names: its own word, its head in either language, or a field's name.
pub fn column(columns: &[Column], custom: &[CustomField], text: &str) -> Option<Column> {
    let wanted = fold(text);
    let is_named = |column: &Column| {
        if let Column::Custom(field) = column {
            return named(custom, &wanted).is_some_and(|it| it.id == field.id)
                || custom.iter().any(|it| it.id == field.id && fold(&it.label) == wanted);
        }
        let word = column_word(*column, custom);
        wanted == word
            || wanted == word.replace('_', "-")
            || Lang::ALL.iter().any(|lang| fold(&column_name(*column, custom, *lang)) == wanted)
    };
    let named = columns.iter().copied().find(is_named);
    named.or_else(|| of_field(columns, Field::from_name(&wanted)?))
}

/// The column of these that shows what a field asks about.
fn of_field(columns: &[Column], field: Field) -> Option<Column> {
    let column = match field {
        Field::Sales => Column::SalesYear,
        Field::Name | Field::Client => {
            [Column::Name, Column::Client].into_iter().find(|it| columns.contains(it))?
        }
        Field::City => Column::City,
        Field::Sector => Column::Sector,
        Field::Stage => Column::Stage,
        Field::Tag => Column::Tags,
        Field::Stars => Column::Stars,
        Field::Potential => Column::Potential,
        Field::Owner => Column::Owner,
        Field::LastBuy => Column::LastBuy,
        Field::LastVisit => Column::LastVisit,
        Field::LastTouch => Column::LastTouch,
        Field::Due => [Column::Due, Column::NextDue].into_iter().find(|it| columns.contains(it))?,
        Field::Email => Column::Email,
        Field::Phone => Column::Phone,
        Field::Date => Column::Date,
        Field::Amount => Column::Amount,
        _ => return None,
    };
    columns.contains(&column).then_some(column)
}

/// What a line calls a column of these in a language: a word rather than several, and always one that names it again.
pub fn column_said(columns: &[Column], custom: &[CustomField], column_to_say: Column, lang: Lang) -> String {
    if let Column::Custom(_) = column_to_say {
        return column_word(column_to_say, custom);
    }
    let label = column_name(column_to_say, custom, lang).to_lowercase();
    let of_fields = Field::ALL
        .iter()
        .filter(|field| of_field(columns, **field) == Some(column_to_say))
        .map(|field| field.name(lang).to_owned());
    let word = Some(label.clone()).filter(|label| !label.contains(char::is_whitespace));
    let all = word.into_iter().chain(of_fields).chain([label]);
    let names =
        |name: &String| !name.starts_with('-') && column(columns, custom, name) == Some(column_to_say);
    all.filter(|name| !name.is_empty()).find(names).unwrap_or_else(|| column_word(column_to_say, custom))
}

/// The word of a column: its name in snake case, or the name of the field of these that it shows.
pub fn column_word(column: Column, custom: &[CustomField]) -> String {
    if let Some(field) = definition_of(column, custom) {
        return field.key.clone();
    }
    match serde_json::to_value(column) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// What users call a column, safe to show.
pub fn column_name(column: Column, custom: &[CustomField], lang: Lang) -> String {
    match definition_of(column, custom) {
        Some(field) => safe::fit(&field.label, MOST_LABEL),
        None if matches!(column, Column::Custom(_)) => String::new(),
        None => lang.field(&column_word(column, custom).replace('_', "-")),
    }
}

/// The definition of the field that a column shows, where it shows one.
fn definition_of(column: Column, custom: &[CustomField]) -> Option<&CustomField> {
    match column {
        Column::Custom(field) => custom.iter().find(|known| known.id == field.id),
        _ => None,
    }
}
