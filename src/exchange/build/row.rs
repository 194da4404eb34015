//! One row with its cells by field and type; each fault is a rejection that names the column.

mod own;

use crate::domain::currency::Currency;
use crate::domain::custom::CustomField;
use crate::domain::day::Day;
use crate::exchange::field::Field;
use crate::exchange::form::Reading;
use crate::exchange::header::Header;
use crate::exchange::record::Record;
use crate::exchange::summary::{Reason, Rejection};
use crate::exchange::target::Target;
use crate::exchange::value;
use crate::text::numbers::NumberError;
use std::borrow::Cow;
use std::sync::Arc;

/// Which column holds which field, and how each is read.
pub struct Columns<'a> {
    header: &'a Header,
    readings: &'a [Reading],
    /// By the field's place in [`Field::ALL`].
    of: Vec<Option<usize>>,
    /// Those that are fields of one's own.
    own: Vec<(usize, &'a Arc<CustomField>)>,
    base: Currency,
}

/// A row of the right length.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    columns: &'a Columns<'a>,
    record: &'a Record,
}

impl<'a> Columns<'a> {
    pub fn new(header: &'a Header, readings: &'a [Reading], base: Currency) -> Self {
        let of = Field::ALL.iter().map(|field| header.column(*field)).collect();
        let own = header.targets.iter().enumerate().filter_map(|(column, target)| match target {
            Some(Target::Own(field)) => Some((column, field)),
            Some(Target::Field(_)) | None => None,
        });
        Self { header, readings, of, own: own.collect(), base }
    }

    /// The record as a row; one with another number of columns is refused, unless only empty ones are too many.
    pub fn row(&'a self, record: &'a Record) -> Result<Row<'a>, Rejection> {
        let (found, wanted) = (record.len(), self.header.names.len());
        let spare = (wanted..found).all(|column| record.get(column).trim().is_empty());
        if found < wanted || !spare {
            let reason = Reason::Ragged { found, wanted, quoted_from: record.quoted_from };
            return Err(Rejection { line: record.line, target: None, reason });
        }
        Ok(Row { columns: self, record })
    }
}

impl<'a> Row<'a> {
    pub fn line(self) -> u64 {
        self.record.line
    }

    pub fn record(self) -> &'a Record {
        self.record
    }

    fn column(self, field: Field) -> Option<usize> {
        self.columns.of.get(field as usize).copied().flatten()
    }

    pub fn has(self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The cell as it stands, empty where there is no column.
    pub fn raw(self, field: Field) -> &'a str {
        self.column(field).map_or("", |column| self.record.get(column))
    }

    fn reading(self, field: Field) -> Option<&'a Reading> {
        self.column(field).and_then(|column| self.columns.readings.get(column))
    }

    pub fn reject(self, field: Field, reason: Reason) -> Rejection {
        Rejection { line: self.line(), target: Some(field.into()), reason }
    }

    /// A text within the schema's length.
    pub fn text(self, field: Field) -> Result<Cow<'a, str>, Rejection> {
        let several = matches!(field, Field::Notes | Field::ContactNotes | Field::SaleNotes | Field::Address);
        let text = if several { value::lines(self.raw(field)) } else { value::line(self.raw(field)) };
        self.fitting(field, text)
    }

    fn fitting(self, field: Field, text: Cow<'a, str>) -> Result<Cow<'a, str>, Rejection> {
        let max = field.max_length();
        // Characters are no more than bytes.
        if text.len() > max {
            let found = text.chars().count();
            if found > max {
                return Err(self.reject(field, Reason::TooLong { max, found }));
            }
        }
        Ok(text)
    }

    pub fn boxed(self, field: Field) -> Result<Box<str>, Rejection> {
        Ok(self.text(field)?.into())
    }

    /// A person's name: in one column, or first and last name in two.
    pub fn person(self, whole: Field, first: Field, last: Field) -> Result<Box<str>, Rejection> {
        let name = self.text(whole)?;
        if !name.is_empty() {
            return Ok(name.into());
        }
        let name = format!("{} {}", self.text(first)?, self.text(last)?);
        Ok(self.fitting(whole, Cow::Owned(name.trim().to_owned()))?.into())
    }

    /// A number with all its decimals; `None` for an empty cell.
    pub fn decimal(self, field: Field) -> Result<Option<value::Decimal>, Rejection> {
        let cell = value::line(self.raw(field));
        let Some(reading) = self.reading(field).filter(|_| !cell.is_empty()) else { return Ok(None) };
        match value::decimal(&cell, &reading.locale) {
            Ok(number) => Ok(Some(number)),
            Err(NumberError::TooLarge) => Err(self.reject(field, Reason::TooLarge)),
            Err(
                NumberError::Empty
                | NumberError::Malformed(_)
                | NumberError::TooManyDecimals { .. }
                | NumberError::OtherCurrency { .. },
            ) => Err(self.reject(field, Reason::NotANumber { text: cell.into_owned() })),
        }
    }

    /// A number in units of `10^-exponent`, rounded half away from zero.
    pub fn number(self, field: Field, exponent: u32) -> Result<Option<i64>, Rejection> {
        let Some(number) = self.decimal(field)? else { return Ok(None) };
        number.scaled(exponent).map(Some).ok_or_else(|| self.reject(field, Reason::TooLarge))
    }

    /// A whole number within bounds.
    pub fn count(self, field: Field, min: i64, max: i64) -> Result<Option<i64>, Rejection> {
        let cell = value::line(self.raw(field));
        let Some(number) = self.decimal(field)? else { return Ok(None) };
        match number.scaled(0).filter(|number| (min..=max).contains(number)) {
            Some(count) if number.scaled(6) == count.checked_mul(1_000_000) => Ok(Some(count)),
            Some(_) | None => {
                Err(self.reject(field, Reason::OutOfRange { text: cell.into_owned(), min, max }))
            }
        }
    }

    /// A discount in hundredths of a percent.
    pub fn discount(self) -> Result<Option<i64>, Rejection> {
        let field = Field::Discount;
        let percent = self.reading(field).is_some_and(|reading| reading.percent);
        let Some(discount) = self.number(field, if percent { 2 } else { 4 })? else { return Ok(None) };
        if (0..=10_000).contains(&discount) {
            return Ok(Some(discount));
        }
        let max = if percent { 100 } else { 1 };
        let text = self.raw(field).trim().to_owned();
        Err(self.reject(field, Reason::OutOfRange { text, min: 0, max }))
    }

    pub fn date(self, field: Field) -> Result<Option<Day>, Rejection> {
        let cell = value::line(self.raw(field));
        let Some(reading) = self.reading(field).filter(|_| !cell.is_empty()) else { return Ok(None) };
        match value::date(&cell, reading.locale.date_order) {
            Ok(day) => Ok(Some(day)),
            Err(reason) => Err(self.reject(field, reason)),
        }
    }

    /// One of a few words.
    pub fn choice<T>(self, field: Field, read: fn(&str) -> Option<T>) -> Result<Option<T>, Rejection> {
        let cell = value::line(self.raw(field));
        if cell.is_empty() {
            return Ok(None);
        }
        match read(&cell) {
            Some(value) => Ok(Some(value)),
            None => Err(self.reject(field, Reason::UnknownWord { text: cell.into_owned() })),
        }
    }
}
