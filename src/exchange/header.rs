//! From the names of the columns to the kind of file and the field of each column; it sees no value.

mod kind;
mod own;
mod words;

use super::error::{Missing, Problem};
use super::field::Field;
use super::record::Record;
use super::summary::FileKind;
use super::target::Target;
use crate::domain::custom::{CustomField, CustomFields};
use crate::text::fold::fold;
use std::sync::Arc;
use words::Word;

/// What a header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub kind: FileKind,
    /// The columns' names as they stand in the file.
    pub names: Vec<String>,
    /// What each column fills, `None` where we know nothing or an earlier column has it.
    pub targets: Vec<Option<Target>>,
}

/// A name as the dictionary has it: folded, what stands in parentheses left out, only letters and digits.
/// `"Nº Factura (EUR)"` is `"nofactura"`.
pub fn folded(name: &str) -> String {
    let mut depth = 0_u32;
    let outside: String = name
        .chars()
        .filter(|letter| match letter {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    let outside = if outside.trim().is_empty() { name } else { &outside };
    fold(outside).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// What the columns' names mean by themselves.
fn words(record: &Record) -> Vec<Option<Word>> {
    record.fields().map(|name| word(&folded(name))).collect()
}

/// The word, also where the name ends in a currency: `precioeur`.
fn word(folded: &str) -> Option<Word> {
    const TAILS: [&str; 6] = ["eur", "euros", "usd", "gbp", "mxn", "pct"];
    Word::of(folded).or_else(|| TAILS.iter().find_map(|tail| folded.strip_suffix(tail).and_then(Word::of)))
}

/// How many columns of the record have a name that we know, or that of a field that the portfolio defines.
pub fn known(record: &Record, defined: &CustomFields) -> usize {
    let names = words(record).into_iter().zip(record.fields());
    names.filter(|(word, name)| word.is_some() || own::named(name, defined).is_some()).count()
}

impl Header {
    /// Reads the record as a header; `file_name` decides where the names alone do not.
    pub fn read(record: &Record, file_name: &str, defined: &CustomFields) -> Result<Self, Problem> {
        let names: Vec<String> = record.fields().map(|name| name.trim().to_owned()).collect();
        let words = words(record);
        let own: Vec<_> = names.iter().map(|name| own::named(name, defined)).collect();
        let Some(kind) = kind::infer(&words, own.iter().any(Option::is_some), file_name) else {
            return Err(Problem::NoHeader { line: record.line, found: names });
        };
        let header = Self { kind, targets: targets(kind, words.clone(), &own), names: names.clone() };
        let missing = header.missing();
        if missing.is_empty() {
            return Ok(header);
        }
        // Perhaps it is only what we take the names of fields of one's own for that makes it such a file.
        let others: Vec<_> =
            words.iter().zip(&own).map(|(word, own)| word.filter(|_| own.is_none())).collect();
        if let Some(other) = kind::infer(&others, own.iter().any(Option::is_some), file_name) {
            let header = Self { kind: other, targets: targets(other, words, &own), names: names.clone() };
            if header.missing().is_empty() {
                return Ok(header);
            }
        }
        Err(Problem::MissingColumns { kind, missing, found: names })
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.targets.iter().position(|of| matches!(of, Some(Target::Field(of)) if *of == field))
    }

    fn has(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.column(*field).is_some())
    }

    /// The columns without which nothing can be imported.
    fn missing(&self) -> Vec<Missing> {
        use Field as F;
        const CLIENT: &[Field] = &[F::ClientName, F::ClientCode];
        let needed: &[&'static [Field]] = match self.kind {
            FileKind::Clients => &[CLIENT],
            FileKind::Contacts => &[CLIENT, &[F::ContactName, F::ContactFirst, F::ContactLast]],
            FileKind::Products => &[&[F::ProductName, F::Sku]],
            FileKind::Salespeople => &[&[F::SellerName, F::SellerFirst, F::SellerLast]],
            FileKind::Sales => &[CLIENT, &[F::Date], &[F::UnitPrice, F::Amount]],
        };
        needed.iter().filter(|fields| !self.has(fields)).map(|fields| Missing(fields)).collect()
    }
}

/// What each column fills. The names that are fields of one's own mean nothing else then.
fn targets(
    kind: FileKind,
    mut words: Vec<Option<Word>>,
    own: &[Option<&CustomField>],
) -> Vec<Option<Target>> {
    let mut taken: Vec<Option<&CustomField>> = vec![None; own.len()];
    if own::has_place(kind) {
        let otherwise = kind::fields(kind, &words);
        let columns = own.iter().zip(&mut words).zip(otherwise).enumerate();
        for (column, ((own, word), otherwise)) in columns {
            if own.is_none() || !own::goes_before(otherwise) {
                continue;
            }
            *word = None;
            if !taken.contains(own)
                && let Some(slot) = taken.get_mut(column)
            {
                *slot = *own;
            }
        }
    }
    let fields = kind::fields(kind, &words).into_iter().map(|field| field.map(Target::Field));
    fields
        .zip(taken)
        .map(|(field, own)| own.map(|own| Target::Own(Arc::new(own.clone()))).or(field))
        .collect()
}

#[cfg(test)]
mod tests;
