//! The line of a sale: `3 taladro 45,90 + 10 broca 2,5 -10% el:12/3`. Which product a name means is for the caller to find
//! out; it only tells which texts are whole names, so that a number or a `+` in a name is not taken for one of the line's.
//!
//! | part | written |
//! |---|---|
//! | quantity, 1 without it | the first number: `3`, `2,5`, `3x`; below zero it is a return |
//! | product | what stands between, in quotes where it has a number or a `+` of its own |
//! | price | the last number: `45,90`, `a 45,90`, `45,90 €`; without it, the caller's |
//! | discount of that line | `-10%` |
//! | next line | ` + ` |
//! | return | `devolución`, `return` at the start |
//! | day, contact, number | `el:12/3` or `ayer` at the start, `con:ana`, `n:F-123` |

mod segments;
#[cfg(test)]
mod tests;

use super::lex::{self, Quoted};
use super::parse::{Reader, Step};
use super::{Chip, Part, Problem, Trouble, words};
use crate::domain::currency::Currency;
use crate::text::Locale;
use chrono::NaiveDate;
use segments::{Atom, Seller};
use std::ops::Range;

/// What a line of a sale says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleEntry {
    pub day: NaiveDate,
    /// As typed: part of a name.
    pub contact: Option<String>,
    /// Of the document.
    pub number: Option<String>,
    pub is_return: bool,
    pub items: Vec<SaleItem>,
    /// The recognised parts in the order of the line.
    pub chips: Vec<Chip>,
    pub problems: Vec<Problem>,
}

/// One product of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleItem {
    /// As typed: part of a name, or a product's number.
    pub product: String,
    /// Where the product stands, quotes included.
    pub span: Range<usize>,
    /// Thousandths, more than nothing.
    pub quantity_milli: i64,
    /// Millionths; `None` when the line does not say it.
    pub price_micros: Option<i64>,
    pub discount_bp: i64,
}

/// Reads a line. Never fails: what it does not understand is a part of a product's name, or a problem.
pub fn parse_sale(
    line: &str,
    today: NaiveDate,
    locale: &Locale,
    currency: Currency,
    is_name: &dyn Fn(&str) -> bool,
) -> SaleEntry {
    let mut reader = Reader::new(line, today, locale, true);
    let atoms = atoms(&mut reader);
    let mut seller = Seller { reader, currency, is_name, items: Vec::new(), signs: Vec::new() };
    seller.all(&atoms);
    let Seller { reader: Reader { mut chips, mut problems, .. }, items, signs, .. } = seller;
    let (back, forth) = (signs.contains(&true), signs.contains(&false));
    if back && forth {
        problems.push(Problem { span: 0..line.len(), trouble: Trouble::Mixed });
    }
    chips.sort_by_key(|chip| chip.span.start);
    problems.sort_by_key(|problem| problem.span.start);
    let mut entry = SaleEntry {
        day: today,
        contact: None,
        number: None,
        is_return: back,
        items,
        chips: Vec::new(),
        problems,
    };
    for chip in &chips {
        match chip.part.clone() {
            Part::Day(day) => entry.day = day,
            Part::Contact(name) => entry.contact = Some(name),
            Part::Number(number) => entry.number = Some(number),
            Part::Return => entry.is_return = true,
            Part::Minutes(_)
            | Part::Outcome(_)
            | Part::Incoming
            | Part::FollowUp(_)
            | Part::TheyCall(_)
            | Part::Offer(_)
            | Part::Tag(_)
            | Part::Quantity(_)
            | Part::Product(_)
            | Part::Price(_)
            | Part::Discount(_) => {}
        }
    }
    entry.chips = chips;
    entry
}

/// Takes the parts with a name out of the line; gives what is left.
fn atoms(reader: &mut Reader) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut index = 0;
    while let Some(word) = reader.words.get(index).cloned() {
        let problems = reader.problems.len();
        match reader.named(index) {
            Some(Step::Taken(next)) => index = next,
            // What surely was another part is none of the name before it.
            Some(Step::Text(next))
                if reader.problems[problems..].iter().any(|it| it.trouble.is_serious()) =>
            {
                index = next;
            }
            Some(Step::Text(next)) => {
                atoms.extend(reader.words[index..next].iter().cloned().map(Atom::Word));
                index = next;
            }
            None => {
                let text = &reader.line[word.clone()];
                if atoms.is_empty()
                    && let Some(Step::Taken(next)) = reader.bare_day(index)
                {
                    index = next;
                    continue;
                }
                if atoms.is_empty() && words::is_return(&reader.line[lex::without_marks(reader.line, &word)])
                {
                    reader.accept(word, Part::Return);
                    index += 1;
                    continue;
                }
                let (atom, next) =
                    if text == "+" { (Atom::And(word), index + 1) } else { quoted(reader, word, index) };
                atoms.push(atom);
                index = next;
            }
        }
    }
    atoms
}

/// The text in quotes that begins with this word, else the word.
fn quoted(reader: &Reader, word: Range<usize>, index: usize) -> (Atom, usize) {
    if let Quoted::Closed { inner, after } = lex::quoted(reader.line, word.start)
        && let Some(end) = lex::end_of_marks(reader.line, after)
        && !reader.line[inner.clone()].trim().is_empty()
    {
        let next = reader.words.partition_point(|word| word.start < end);
        return (Atom::Quoted { span: word.start..end, inner }, next);
    }
    (Atom::Word(word), index + 1)
}
