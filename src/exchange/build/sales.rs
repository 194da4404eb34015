//! Rows of sales: which belong to one document, what is no sale of a client, and which way the money went.

use super::Built;
use super::people::People;
use super::row::Row;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::kinds::SaleKind;
use crate::exchange::batch::{Index, Line, Sale};
use crate::exchange::charges::{Charge, charge};
use crate::exchange::field::Field as F;
use crate::exchange::record::Record;
use crate::exchange::summary::{Exact, LeftOut, Note, Reason, Rejection};
use crate::exchange::value;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How far the amount in the file may be from the computed one: a little over a hundredth, for other ways of rounding.
const TOLERANCE: i128 = 110_000_000_000;

/// What tells documents apart. One without a number is all that a client bought on a day from one salesperson through
/// one contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Document {
    client: Index,
    day: Day,
    number: Option<Index>,
    kind: Option<SaleKind>,
    people: Option<(Option<Index>, Option<Index>)>,
}

/// A line that is waiting for the others of its document.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    sale: Index,
    /// Of all cells of the row.
    hash: u64,
    line: Line,
}

pub struct Sales {
    keep_repeats: bool,
    documents: HashMap<Document, Index>,
    numbers: HashMap<Box<str>, Index>,
    texts: HashMap<Box<str>, Index>,
    /// What each product's cells are, so that it is looked up once.
    charges: HashMap<Box<str>, Option<Charge>>,
    waiting: Vec<Waiting>,
    cells: String,
}

/// The figures of a row.
struct Figures {
    quantity_milli: i64,
    price_micros: i64,
    discount_bp: i64,
    /// What the file says that they come to, in millionths.
    amount_micros: Option<i64>,
}

impl Figures {
    fn exact(&self) -> Exact {
        let product = i128::from(self.quantity_milli).saturating_mul(i128::from(self.price_micros));
        Exact(product.saturating_mul(i128::from(10_000 - self.discount_bp)))
    }

    /// Does the file say another amount than these figures come to?
    fn differ(&self) -> bool {
        // Millionths to 10^-13.
        let said = self.amount_micros.map(|micros| i128::from(micros) * 10_000_000);
        said.is_some_and(|said| (said.abs() - self.exact().0.abs()).abs() > TOLERANCE)
    }
}

impl Sales {
    pub fn new(keep_repeats: bool) -> Self {
        Self {
            keep_repeats,
            documents: HashMap::new(),
            numbers: HashMap::new(),
            texts: HashMap::new(),
            charges: HashMap::new(),
            waiting: Vec::new(),
            cells: String::new(),
        }
    }

    /// Takes one row.
    pub fn row(&mut self, row: Row<'_>, people: &mut People, built: &mut Built) -> Result<(), Rejection> {
        let line = row.line();
        let nobody =
            [F::ClientCode, F::ClientName].iter().all(|field| value::line(row.raw(*field)).is_empty());
        if nobody {
            let exact = figures(row).map_or(Exact::default(), |figures| figures.exact());
            built.leave_out(LeftOut::NoClient, line, exact);
            return Ok(());
        }
        let day = row.date(F::Date)?.ok_or_else(|| row.reject(F::Date, Reason::Missing))?;
        let kind = row.choice(F::SaleKind, value::sale_kind)?;
        let mut figures = figures(row)?;
        if kind == Some(SaleKind::Return) && figures.exact().0 > 0 {
            figures.quantity_milli = -figures.quantity_milli;
        }
        let charge = self.charge(row);
        if charge == Some(Charge::OwnCost) {
            built.leave_out(LeftOut::OwnCost, line, figures.exact());
            return Ok(());
        }
        if figures.quantity_milli == 0 {
            built.leave_out(LeftOut::NoQuantity, line, figures.exact());
            return Ok(());
        }
        let money = money(row)?;
        let number = row.text(F::Number)?;
        let text = match charge {
            Some(_) => row.text(F::ProductName)?,
            None => row.text(F::LineText)?,
        };
        let notes = row.boxed(F::SaleNotes)?;

        let Some(client) = people.client(row, &mut built.batch)? else { return Ok(()) };
        let contact = people.contact(row, client, &mut built.batch)?;
        let seller = people.seller(row, &mut built.batch)?;
        let product = if charge.is_some() { None } else { people.product(row, &mut built.batch)? };

        let numbered = (!number.is_empty()).then(|| intern(&mut self.numbers, &number.to_ascii_lowercase()));
        let people = numbered.is_none().then_some((contact, seller));
        let document = Document { client, day, number: numbered, kind, people };
        let sales = &mut built.batch.sales;
        let next = Index::try_from(sales.len()).unwrap_or(Index::MAX);
        let index = *self.documents.entry(document).or_insert(next);
        if index == next {
            sales.push(Sale {
                line,
                client,
                contact,
                seller,
                day,
                number: number.as_ref().into(),
                kind: kind.unwrap_or(SaleKind::Sale),
                currency: money.currency,
                rate_nanos: money.rate_nanos,
                notes,
                first: 0,
                count: 0,
            });
        } else if let Some(sale) = usize::try_from(index).ok().and_then(|index| sales.get_mut(index)) {
            if sale.currency != money.currency || sale.rate_nanos != money.rate_nanos {
                return Err(row.reject(F::Currency, Reason::MixedCurrency));
            }
            sale.contact = sale.contact.or(contact);
            sale.seller = sale.seller.or(seller);
            if sale.notes.is_empty() {
                sale.notes = notes;
            }
        }
        let text =
            (product.is_none() && !text.is_empty()).then(|| intern_text(&mut self.texts, built, &text));
        let kept = Line {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            product,
            text,
            quantity_milli: figures.quantity_milli,
            price_micros: figures.price_micros,
            discount_bp: figures.discount_bp,
        };
        if charge.is_some() {
            built.note(Note::Charge, line, figures.exact());
        }
        if figures.price_micros == 0 {
            built.note(Note::Free, line, Exact::default());
        }
        if figures.differ() {
            built.note(Note::OtherAmount, line, figures.exact());
        }
        self.waiting.push(Waiting { sale: index, hash: hash(row.record()), line: kept });
        Ok(())
    }

    /// What the row's product is, if it is none.
    fn charge(&mut self, row: Row<'_>) -> Option<Charge> {
        self.cells.clear();
        self.cells.push_str(row.raw(F::Sku));
        self.cells.push('\u{1f}');
        self.cells.push_str(row.raw(F::ProductName));
        if let Some(known) = self.charges.get(self.cells.as_str()) {
            return *known;
        }
        let charge = charge(row.raw(F::Sku), row.raw(F::ProductName));
        self.charges.insert(Box::from(self.cells.as_str()), charge);
        charge
    }

    /// Puts the lines of each document together, leaves repeats out, and settles which documents are returns.
    pub fn finish(mut self, built: &mut Built) {
        self.waiting.sort_unstable_by_key(|waiting| (waiting.sale, waiting.line.line));
        let mut sales = std::mem::take(&mut built.batch.sales);
        let mut lines: Vec<Line> = Vec::with_capacity(self.waiting.len());
        let mut seen: HashSet<(u64, Line)> = HashSet::new();
        for group in self.waiting.chunk_by(|left, right| left.sale == right.sale) {
            let Some(sale) = group
                .first()
                .and_then(|waiting| usize::try_from(waiting.sale).ok())
                .and_then(|index| sales.get_mut(index))
            else {
                continue;
            };
            sale.first = Index::try_from(lines.len()).unwrap_or(Index::MAX);
            seen.clear();
            let repeatable = !self.keep_repeats && !sale.number.is_empty();
            for waiting in group {
                let line = waiting.line;
                let same = (waiting.hash, Line { line: 0, ..line });
                if repeatable && !seen.insert(same) {
                    built.leave_out(LeftOut::Repeat, line.line.into(), line.exact());
                } else {
                    lines.push(line);
                }
            }
            let start = usize::try_from(sale.first).unwrap_or(usize::MAX);
            let own = lines.get_mut(start..).unwrap_or_default();
            sale.count = Index::try_from(own.len()).unwrap_or(Index::MAX);
            settle(sale, own, built);
        }
        built.batch.sales = sales;
        built.batch.lines = lines;
    }
}

/// A document whose lines come to less than nothing is a return; its lines are then kept without their minus.
fn settle(sale: &mut Sale, lines: &mut [Line], built: &mut Built) {
    let total: i128 = lines.iter().map(|line| line.exact().0).fold(0, i128::saturating_add);
    let goods: i128 = lines.iter().map(|line| i128::from(line.quantity_milli)).sum();
    let back = total < 0 || (total == 0 && goods < 0);
    sale.kind = if back { SaleKind::Return } else { SaleKind::Sale };
    let sign = if back { -1 } else { 1 };
    for line in lines {
        if back {
            built.note(Note::Return, line.line.into(), line.exact());
        }
        if line.quantity_milli < 0 && line.price_micros < 0 {
            (line.quantity_milli, line.price_micros) = (-line.quantity_milli, -line.price_micros);
        }
        if line.exact().0.signum() * sign > 0 {
            line.price_micros = line.price_micros.abs();
            line.quantity_milli = line.quantity_milli.abs();
        } else if back {
            line.quantity_milli = -line.quantity_milli;
        }
    }
}

/// Quantity, price and discount of a row; a price that the file does not say comes from the amount.
fn figures(row: Row<'_>) -> Result<Figures, Rejection> {
    let amount_micros = row.number(F::Amount, 6)?;
    let quantity = row.number(F::Quantity, 3)?;
    let quantity_milli = match quantity {
        Some(quantity) => quantity,
        // A list of amounts without quantities is a list of single things.
        None if !row.has(F::Quantity) || amount_micros.is_some() => 1_000,
        None => return Err(row.reject(F::Quantity, Reason::Missing)),
    };
    let discount_bp = row.discount()?.unwrap_or_default();
    let price_micros = match (row.number(F::UnitPrice, 6)?, amount_micros) {
        (Some(price), _) => price,
        (None, Some(amount)) => price_of(row, amount, quantity_milli, discount_bp)?,
        (None, None) if row.has(F::UnitPrice) => return Err(row.reject(F::UnitPrice, Reason::Missing)),
        (None, None) => return Err(row.reject(F::Amount, Reason::Missing)),
    };
    let figures = Figures { quantity_milli, price_micros, discount_bp, amount_micros };
    let too_large = figures.exact().0.unsigned_abs() > i128::from(i64::MAX).unsigned_abs() * 1_000_000_000;
    if too_large { Err(row.reject(F::UnitPrice, Reason::TooLarge)) } else { Ok(figures) }
}

/// The price at which the quantity comes to the amount.
fn price_of(
    row: Row<'_>,
    amount_micros: i64,
    quantity_milli: i64,
    discount_bp: i64,
) -> Result<i64, Rejection> {
    let divisor = i128::from(quantity_milli) * i128::from(10_000 - discount_bp);
    if divisor == 0 {
        return Ok(0);
    }
    let scaled = i128::from(amount_micros) * 10_000_000;
    let (quotient, rest) = (scaled / divisor, scaled % divisor);
    let away = if rest.abs() * 2 >= divisor.abs() { scaled.signum() * divisor.signum() } else { 0 };
    i64::try_from(quotient + away).map_err(|_range| row.reject(F::Amount, Reason::TooLarge))
}

/// The currency of a row and its rate.
struct Money {
    currency: Option<Currency>,
    rate_nanos: Option<i64>,
}

fn money(row: Row<'_>) -> Result<Money, Rejection> {
    let named = value::line(row.raw(F::Currency));
    let currency = if named.is_empty() {
        [F::UnitPrice, F::Amount].iter().find_map(|field| value::currency_in(row.raw(*field)))
    } else {
        let code = match named.as_ref() {
            "€" => "EUR",
            "£" => "GBP",
            "$" => "USD",
            code => code,
        };
        match Currency::from_code(code) {
            Some(currency) => Some(currency),
            None => return Err(row.reject(F::Currency, Reason::UnknownCurrency { text: named.into_owned() })),
        }
    };
    let rate_nanos = row.number(F::Rate, 9)?;
    if rate_nanos.is_some_and(|rate| rate <= 0) {
        return Err(row.reject(F::Rate, Reason::NotPositive { text: row.raw(F::Rate).trim().to_owned() }));
    }
    Ok(Money { currency, rate_nanos })
}

fn intern(known: &mut HashMap<Box<str>, Index>, text: &str) -> Index {
    if let Some(index) = known.get(text) {
        return *index;
    }
    let index = Index::try_from(known.len()).unwrap_or(Index::MAX);
    known.insert(text.into(), index);
    index
}

fn intern_text(known: &mut HashMap<Box<str>, Index>, built: &mut Built, text: &str) -> Index {
    let index = intern(known, text);
    if usize::try_from(index).is_ok_and(|index| index == built.batch.texts.len()) {
        built.batch.texts.push(text.into());
    }
    index
}

/// The same for rows whose cells are the same.
fn hash(record: &Record) -> u64 {
    let mut hasher = DefaultHasher::new();
    record.fields().for_each(|field| field.hash(&mut hasher));
    hasher.finish()
}
