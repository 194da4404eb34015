//! The cells of a row that are fields of one's own: each is read as its form reads what is typed, in its column's marks.

use super::Row;
use crate::domain::currency::Currency;
use crate::domain::custom::{CustomField, CustomValue, LONGEST_TEXT};
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::CustomKind;
use crate::exchange::form::Reading;
use crate::exchange::summary::{Reason, Rejection};
use crate::exchange::target::Target;
use crate::exchange::value;
use crate::text::fold::fold;
use crate::text::numbers::{NumberError, parse_money, parse_quantity};
use std::sync::Arc;

/// What a row says of its client's own fields, and the cells that do not fit theirs.
#[derive(Debug, Default)]
pub struct Own {
    pub values: Vec<(CustomFieldId, CustomValue)>,
    pub unfit: Vec<Rejection>,
}

impl<'a> Row<'a> {
    /// The cells of these fields as they stand.
    pub fn own_cells(self) -> impl Iterator<Item = &'a str> {
        self.columns.own.iter().map(move |(column, _)| self.record.get(*column))
    }

    pub fn own(self) -> Own {
        let mut own = Own::default();
        for (column, field) in &self.columns.own {
            let cell = value::line(self.record.get(*column));
            let Some(reading) = self.columns.readings.get(*column).filter(|_| !cell.is_empty()) else {
                continue;
            };
            match read(&cell, field, reading, self.columns.base) {
                Ok(value) => own.values.push((field.id, value)),
                Err(reason) => own.unfit.push(Rejection {
                    line: self.line(),
                    target: Some(Target::Own(Arc::clone(field))),
                    reason,
                }),
            }
        }
        own
    }
}

fn read(cell: &str, field: &CustomField, reading: &Reading, base: Currency) -> Result<CustomValue, Reason> {
    let number = |read: Result<i64, NumberError>| {
        read.map(CustomValue::Number).map_err(|error| Reason::of_number(error, cell))
    };
    let unknown = || Reason::UnknownWord { text: cell.to_owned() };
    match field.kind {
        CustomKind::Text => {
            let found = cell.chars().count();
            if found > LONGEST_TEXT {
                return Err(Reason::TooLong { max: LONGEST_TEXT, found });
            }
            Ok(CustomValue::Text(cell.to_owned()))
        }
        CustomKind::Number => number(parse_quantity(cell, &reading.locale)),
        CustomKind::Money => number(parse_money(cell, base, &reading.locale)),
        CustomKind::Date => {
            value::date(cell, reading.locale.date_order).map(|day| CustomValue::Number(day.0.into()))
        }
        CustomKind::Flag => {
            value::flag(cell).map(|flag| CustomValue::Number(flag.into())).ok_or_else(unknown)
        }
        CustomKind::Choice => {
            let word = fold(cell);
            let choice = field.choices.iter().find(|choice| fold(choice) == word);
            choice.cloned().map(CustomValue::Text).ok_or_else(unknown)
        }
    }
}
