//! What is left of the line once its named parts are out: products with their quantities, prices and discounts.

use super::super::lex;
use super::super::parse::Reader;
use super::super::{Chip, Part, Problem, Trouble, words};
use super::SaleItem;
use crate::domain::currency::Currency;
use crate::text::numbers::{self, NumberError};
use std::ops::Range;

/// Lines that a `+` in a product's name may seem to make of it.
const JOINED: usize = 4;

/// A word, a text in quotes, or the `+` between two products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    Word(Range<usize>),
    Quoted { span: Range<usize>, inner: Range<usize> },
    And(Range<usize>),
}

impl Atom {
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Word(span) | Self::Quoted { span, .. } | Self::And(span) => span.clone(),
        }
    }
}

/// Takes the segments of a line apart.
pub struct Seller<'a> {
    pub reader: Reader<'a>,
    pub currency: Currency,
    pub is_name: &'a dyn Fn(&str) -> bool,
    pub items: Vec<SaleItem>,
    /// Of each quantity that was given: is it below zero?
    pub signs: Vec<bool>,
}

/// A number of the line and where it stands.
type Found = Option<(Range<usize>, i64)>;

/// One product's part of the line, taken apart: the name is what is left.
#[derive(Debug, Clone)]
struct Segment {
    rest: Vec<Atom>,
    quantity: Found,
    price: Found,
    discount: Found,
    problems: Vec<Problem>,
}

/// A number that so many words make, and what it says or why it cannot be taken.
struct Cut {
    words: usize,
    span: Range<usize>,
    value: Result<i64, Trouble>,
}

impl Seller<'_> {
    pub fn all(&mut self, atoms: &[Atom]) {
        let segments: Vec<&[Atom]> = atoms.split(|atom| matches!(atom, Atom::And(_))).collect();
        let ands: Vec<Range<usize>> =
            atoms.iter().filter(|atom| matches!(atom, Atom::And(_))).map(Atom::span).collect();
        let (mut at, mut begin) = (0, 0);
        while at < segments.len() {
            let joined = self.joined(&atoms[begin..], &segments[at..]);
            let (segment, count) = joined.unwrap_or_else(|| (self.segment(segments[at]), 1));
            // Nothing before a `+`, or after it.
            if segments[at].is_empty() && count == 1 {
                let and = ands.get(at).or_else(|| ands.get(at.wrapping_sub(1)));
                if let Some(and) = and.filter(|_| segments.len() > 1) {
                    self.reader.object(and.clone(), Trouble::NoProduct);
                }
            } else {
                self.take(segment);
            }
            begin += segments[at..at + count].iter().map(|atoms| atoms.len() + 1).sum::<usize>();
            at += count;
        }
    }

    /// The first segments of these atoms as one, when a product's whole name has the `+` between them.
    fn joined(&mut self, all: &[Atom], segments: &[&[Atom]]) -> Option<(Segment, usize)> {
        for count in (2..=JOINED.min(segments.len())).rev() {
            let (first, last) = (segments.first()?.first(), segments.get(count - 1)?.last());
            let (Some(first), Some(last)) = (first, last) else { continue };
            let (from, to) = (first.span().start, last.span().end);
            let length = segments[..count].iter().map(|atoms| atoms.len()).sum::<usize>() + count - 1;
            let atoms: Vec<Atom> = all.iter().take(length).map(|atom| Atom::Word(atom.span())).collect();
            let mut segment = self.segment(&atoms);
            let name = self.text(&segment.rest);
            if !(self.is_name)(&name) || !name.contains('+') {
                continue;
            }
            let alone = |atoms: &[Atom]| {
                let name = self.text(&self.segment(atoms).rest);
                (self.is_name)(&name)
            };
            if segments[..count].iter().all(|atoms| alone(atoms)) {
                segment.problems.push(Problem { span: from..to, trouble: Trouble::TwoReadings(name) });
            }
            return Some((segment, count));
        }
        None
    }

    /// The parts of one product's segment. A whole name keeps its numbers; when the name without them is whole too, it is
    /// not known which is meant.
    fn segment(&self, atoms: &[Atom]) -> Segment {
        let mut segment = Segment {
            rest: atoms.to_vec(),
            quantity: None,
            price: None,
            discount: None,
            problems: Vec::new(),
        };
        self.discount(&mut segment);
        let (quantity, price) = (self.quantity(&segment.rest), self.price(&segment.rest));
        let cut = |quantity: Option<&Cut>, price: Option<&Cut>| {
            let mut cut = segment.clone();
            cut_off(&mut cut, quantity, price);
            cut
        };
        let shortest = cut(quantity.as_ref(), price.as_ref());
        for mut longer in [cut(None, None), cut(None, price.as_ref()), cut(quantity.as_ref(), None)] {
            let name = self.text(&longer.rest);
            if longer.rest == shortest.rest || !(self.is_name)(&name) {
                continue;
            }
            if (self.is_name)(&self.text(&shortest.rest)) {
                let span = span(&longer.rest).unwrap_or_default();
                longer.problems.push(Problem { span, trouble: Trouble::TwoReadings(name) });
            }
            return longer;
        }
        shortest
    }

    fn word(&self, atom: Option<&Atom>) -> Option<(&str, Range<usize>)> {
        match atom? {
            Atom::Word(span) => Some((&self.reader.line[span.clone()], span.clone())),
            Atom::Quoted { .. } | Atom::And(_) => None,
        }
    }

    /// `-10%`, or `-10 %`.
    fn discount(&self, segment: &mut Segment) {
        let Some(at) = segment.rest.iter().position(|atom| {
            self.word(Some(atom)).is_some_and(|(word, _)| word.starts_with(['-', '−']) && word.ends_with('%'))
        }) else {
            return;
        };
        let Some((word, span)) = self.word(segment.rest.get(at)) else { return };
        let number = word.trim_start_matches(['-', '−']);
        match numbers::parse_percent(number, self.reader.locale) {
            Ok(points) if (0..=10_000).contains(&points) => segment.discount = Some((span, points)),
            Ok(_) => segment.problems.push(Problem { span, trouble: Trouble::Outside(word.to_owned()) }),
            Err(error) => segment.problems.push(Problem { span, trouble: Trouble::BadNumber(error) }),
        }
        if segment.discount.is_some() {
            segment.rest.remove(at);
        }
    }

    /// The first word, when it is a number before a name: `3`, `3x`, `3 x`.
    fn quantity(&self, rest: &[Atom]) -> Option<Cut> {
        let (word, mut span) = self.word(rest.first())?;
        let number = word.strip_suffix(['x', '×']).unwrap_or(word);
        let mut words = 1;
        if let Some(("x" | "×", times)) = self.word(rest.get(1))
            && self.are_neighbours(&span, &times)
        {
            (span.end, words) = (times.end, 2);
        }
        if !is_number(number) || rest.len() <= words {
            return None;
        }
        let value = match numbers::parse_quantity(number, self.reader.locale) {
            Ok(0) => Err(Trouble::Outside(word.to_owned())),
            Ok(quantity) => Ok(quantity),
            Err(error) => Err(Trouble::BadNumber(error)),
        };
        Some(Cut { words, span, value })
    }

    /// The last words, when they are a price after a name.
    fn price(&self, rest: &[Atom]) -> Option<Cut> {
        for count in [2, 1] {
            let Some(at) = rest.len().checked_sub(count).filter(|at| *at > 0) else { continue };
            let Some((text, mut span)) = self.price_text(&rest[at..]) else { continue };
            let value = match numbers::parse_price(text, self.currency, self.reader.locale) {
                Err(NumberError::Malformed(_) | NumberError::Empty) => continue,
                Ok(price) if price < 0 => Err(Trouble::Outside(text.to_owned())),
                Ok(price) => Ok(price),
                Err(error) => Err(Trouble::BadNumber(error)),
            };
            let mut words = count;
            if at > 1
                && let Some((word, before)) = self.word(rest.get(at - 1))
                && words::is_before_price(word)
                && self.are_neighbours(&before, &span)
            {
                span.start = before.start;
                words += 1;
            }
            return Some(Cut { words, span, value });
        }
        None
    }

    /// The text of these atoms, if it looks like a price: digits, and perhaps money beside them. `5k` and `3M` are names.
    fn price_text(&self, atoms: &[Atom]) -> Option<(&str, Range<usize>)> {
        let first = self.word(atoms.first())?.1;
        let last = self.word(atoms.last())?.1;
        if first != last && !self.are_neighbours(&first, &last) {
            return None;
        }
        let text = &self.reader.line[first.start..last.end];
        let has_digit = |word: &str| word.chars().any(|letter| letter.is_ascii_digit());
        let numbers =
            atoms.iter().filter_map(|atom| self.word(Some(atom))).filter(|(word, _)| has_digit(word));
        let thousands = text.ends_with(['k', 'K', 'm', 'M']);
        (numbers.count() == 1 && !thousands).then_some((text, first.start..last.end))
    }

    /// Does nothing stand between these words?
    fn are_neighbours(&self, before: &Range<usize>, after: &Range<usize>) -> bool {
        self.reader.line.get(before.end..after.start).is_some_and(|between| between.trim().is_empty())
    }

    /// The text of a name: what is in the quotes, else the words with what stands between them.
    fn text(&self, atoms: &[Atom]) -> String {
        let line = self.reader.line;
        if let [Atom::Quoted { inner, .. }] = atoms {
            return line[inner.clone()].trim().to_owned();
        }
        let words: Vec<&str> = atoms.iter().map(|atom| &line[atom.span()]).collect();
        words.join(" ").trim_end_matches(lex::MARKS).to_owned()
    }

    fn take(&mut self, segment: Segment) {
        let product = self.text(&segment.rest);
        self.reader.problems.extend(segment.problems);
        let named = span(&segment.rest);
        let Some(span) = named.clone().filter(|_| !product.is_empty()) else {
            // Numbers alone, or nothing but a comma where the name should be.
            let numbers = [segment.quantity, segment.price, segment.discount].into_iter().flatten();
            if let Some(span) = numbers.map(|(span, _)| span).chain(named).next() {
                self.reader.object(span, Trouble::NoProduct);
            }
            return;
        };
        let mut item = SaleItem {
            product: product.clone(),
            span,
            quantity_milli: 1_000,
            price_micros: None,
            discount_bp: 0,
        };
        for atom in &segment.rest {
            let whole = Part::Product(product.clone());
            self.reader.chips.push(Chip { span: atom.span(), part: whole });
        }
        if let Some((span, quantity)) = segment.quantity {
            self.signs.push(quantity < 0);
            item.quantity_milli = quantity.saturating_abs();
            self.reader.accept(span, Part::Quantity(quantity));
        } else {
            self.signs.push(false);
        }
        if let Some((span, price)) = segment.price {
            item.price_micros = Some(price);
            self.reader.accept(span, Part::Price(price));
        }
        if let Some((span, points)) = segment.discount {
            item.discount_bp = points;
            self.reader.accept(span, Part::Discount(points));
        }
        self.items.push(item);
    }
}

/// Takes the numbers off the ends of a segment. One that cannot be taken stays in the name, and is a problem.
fn cut_off(segment: &mut Segment, quantity: Option<&Cut>, price: Option<&Cut>) {
    let (mut from, mut to) = (0, segment.rest.len());
    if let Some(cut) = quantity {
        match &cut.value {
            Ok(quantity) => {
                segment.quantity = Some((cut.span.clone(), *quantity));
                from = cut.words;
            }
            Err(trouble) => {
                segment.problems.push(Problem { span: cut.span.clone(), trouble: trouble.clone() });
            }
        }
    }
    if let Some(cut) = price.filter(|cut| from + cut.words <= to) {
        match &cut.value {
            Ok(price) => {
                segment.price = Some((cut.span.clone(), *price));
                to -= cut.words;
            }
            Err(trouble) => {
                segment.problems.push(Problem { span: cut.span.clone(), trouble: trouble.clone() });
            }
        }
    }
    segment.rest = segment.rest.get(from..to).unwrap_or_default().to_vec();
}

/// From the first to the last of these.
fn span(atoms: &[Atom]) -> Option<Range<usize>> {
    Some(atoms.first()?.span().start..atoms.last()?.span().end)
}

/// Digits, with the marks that numbers have; below zero too.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix(['-', '−']).unwrap_or(word);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | '’'))
}
