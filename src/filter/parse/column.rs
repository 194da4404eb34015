//! The column that a word names in `sort:` and `by:`.

#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use crate::domain::list::Column;
use crate::filter::field::Field;
use crate::text::Lang;
use crate::text::fold::fold;

/// The column of these that a word names: its own word, its head in either language, or a field's name.
pub fn column(columns: &[Column], text: &str) -> Option<Column> {
    let wanted = fold(text);
    let is_named = |column: &Column| {
        let word = column_word(*column);
        wanted == word
            || wanted == word.replace('_', "-")
            || Lang::ALL.iter().any(|lang| fold(&column_name(*column, *lang)) == wanted)
    };
    let of_field = || match Field::from_name(&wanted)? {
        Field::Sales => Some(Column::SalesYear),
        Field::Name | Field::Client => {
            [Column::Name, Column::Client].into_iter().find(|it| columns.contains(it))
        }
        Field::City => Some(Column::City),
        Field::Sector => Some(Column::Sector),
        Field::Stage => Some(Column::Stage),
        Field::Tag => Some(Column::Tags),
        Field::Stars => Some(Column::Stars),
        Field::Potential => Some(Column::Potential),
        Field::Owner => Some(Column::Owner),
        Field::LastBuy => Some(Column::LastBuy),
        Field::LastVisit => Some(Column::LastVisit),
        Field::LastTouch => Some(Column::LastTouch),
        Field::Due => [Column::Due, Column::NextDue].into_iter().find(|it| columns.contains(it)),
        Field::Email => Some(Column::Email),
        Field::Phone => Some(Column::Phone),
        Field::Date => Some(Column::Date),
        Field::Amount => Some(Column::Amount),
        _ => None,
    };
    let named = columns.iter().copied().find(is_named);
    named.or_else(|| of_field().filter(|column| columns.contains(column)))
}

/// The word of a column: its name in snake case.
pub fn column_word(column: Column) -> String {
    match serde_json::to_value(column) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// What users call a column.
pub fn column_name(column: Column, lang: Lang) -> String {
    lang.field(&column_word(column).replace('_', "-"))
}
