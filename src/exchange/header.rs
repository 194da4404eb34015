//! From the names of the columns to the kind of file and the field of each column; it sees no value.

mod kind;
mod words;

use super::error::{Missing, Problem};
use super::field::Field;
use super::record::Record;
use super::summary::FileKind;
use crate::text::fold::fold;
use words::Word;

/// What a header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub kind: FileKind,
    /// The columns' names as they stand in the file.
    pub names: Vec<String>,
    /// The field of each column, `None` where we know none or an earlier column has it.
    pub fields: Vec<Option<Field>>,
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

/// How many columns of the record have a name that we know.
pub fn known(record: &Record) -> usize {
    words(record).into_iter().flatten().count()
}

impl Header {
    /// Reads the record as a header; `file_name` decides where the names alone do not.
    pub fn read(record: &Record, file_name: &str) -> Result<Self, Problem> {
        let names: Vec<String> = record.fields().map(|name| name.trim().to_owned()).collect();
        let words = words(record);
        let Some(kind) = kind::infer(&words, file_name) else {
            return Err(Problem::NoHeader { line: record.line, found: names });
        };
        let fields = kind::fields(kind, &words);
        let header = Self { kind, names, fields };
        let missing = header.missing();
        if missing.is_empty() {
            Ok(header)
        } else {
            Err(Problem::MissingColumns { kind, missing, found: header.names })
        }
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|of| *of == Some(field))
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

#[cfg(test)]
mod tests;
