//! What a file holds as typed rows, each thing once; an empty text or `None` says that the file does not say.
//!
//! Rows refer to each other by their place in the lists of the same batch. What a file says about what it is *about* is
//! taken over whatever was known; what it says in passing, as a list of sales does about its clients, only fills gaps.

mod merge;

pub use merge::{Manner, Setting, fill};

use super::field::Field;
use super::summary::{Exact, FileKind};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomValue;
use crate::domain::day::Day;
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{Consent, ContactRole, SaleKind, SalespersonRole, Stage};

/// Place in a list of the batch.
pub type Index = u32;

/// The typed rows of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub kind: FileKind,
    pub sellers: Vec<Seller>,
    pub products: Vec<Product>,
    pub clients: Vec<Client>,
    pub contacts: Vec<Contact>,
    pub sales: Vec<Sale>,
    /// The lines of each sale stand together, in the order of the sales, and then of the file.
    pub lines: Vec<Line>,
    /// Texts that many lines share.
    pub texts: Vec<Box<str>>,
}

impl Batch {
    pub fn new(kind: FileKind) -> Self {
        Self {
            kind,
            sellers: Vec::new(),
            products: Vec::new(),
            clients: Vec::new(),
            contacts: Vec::new(),
            sales: Vec::new(),
            lines: Vec::new(),
            texts: Vec::new(),
        }
    }

    /// Whether what the file says of this kind of thing is what it is about, or said in passing.
    pub fn manner(&self, of: FileKind) -> Manner {
        if self.kind == of { Manner::Replace } else { Manner::Fill }
    }

    /// The lines of a sale.
    pub fn lines_of(&self, sale: &Sale) -> &[Line] {
        let start = usize::try_from(sale.first).unwrap_or(usize::MAX);
        let count = usize::try_from(sale.count).unwrap_or_default();
        self.lines.get(start..start.saturating_add(count)).unwrap_or_default()
    }

    /// A shared text.
    pub fn text(&self, index: Option<Index>) -> &str {
        index.and_then(|index| self.texts.get(usize::try_from(index).ok()?)).map_or("", |text| text)
    }
}

/// A salesperson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seller {
    /// The first row that names it.
    pub line: u64,
    pub code: Box<str>,
    pub name: Box<str>,
    pub email: Box<str>,
    pub role: Option<SalespersonRole>,
    /// A code or a name, which may stand further down in the file.
    pub reports_to: Box<str>,
    pub stars_from: Option<u8>,
    pub stars_to: Option<u8>,
    pub touches_per_week: Option<i64>,
    pub active: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Product {
    pub line: u64,
    pub sku: Box<str>,
    pub name: Box<str>,
    pub family: Box<str>,
    pub unit: Box<str>,
    pub price_micros: Option<i64>,
    pub launched_on: Option<Day>,
    pub active: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Client {
    pub line: u64,
    pub code: Box<str>,
    pub name: Box<str>,
    /// Texts of the other fields, only those that say something.
    pub texts: Vec<(Field, Box<str>)>,
    pub tags: Vec<Box<str>>,
    pub owner: Option<Index>,
    pub stage: Option<Stage>,
    /// In millionths of the base currency.
    pub potential_micros: Option<i64>,
    pub potential_on: Option<Day>,
    pub visit_every: Option<i64>,
    pub touch_every: Option<i64>,
    pub do_not_contact: Option<bool>,
    /// What it says in fields that users defined, only where it says something.
    pub custom: Vec<(CustomFieldId, CustomValue)>,
}

impl Client {
    /// The text of a field, empty when the file does not say.
    pub fn text(&self, field: Field) -> &str {
        self.texts.iter().find(|(of, _)| *of == field).map_or("", |(_, text)| text)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    pub line: u64,
    pub client: Index,
    pub name: Box<str>,
    pub job_title: Box<str>,
    pub phone: Box<str>,
    pub email: Box<str>,
    pub language: &'static str,
    pub notes: Box<str>,
    pub role: Option<ContactRole>,
    pub main: Option<bool>,
    pub consent: Option<Consent>,
    pub left_on: Option<Day>,
}

/// A document of sale or return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// The first of its rows.
    pub line: u64,
    pub client: Index,
    pub contact: Option<Index>,
    pub seller: Option<Index>,
    pub day: Day,
    pub number: Box<str>,
    pub kind: SaleKind,
    /// `None` is the base currency.
    pub currency: Option<Currency>,
    /// Units of the base currency for one of its own, in billionths.
    pub rate_nanos: Option<i64>,
    pub notes: Box<str>,
    /// Its lines in [`Batch::lines`].
    pub first: Index,
    pub count: Index,
}

/// A line of a sale, small because there may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Line {
    /// The row.
    pub line: u32,
    pub product: Option<Index>,
    /// What it says where there is no product, in [`Batch::texts`].
    pub text: Option<Index>,
    pub quantity_milli: i64,
    pub price_micros: i64,
    pub discount_bp: i64,
}

impl Line {
    /// Its amount before any rounding.
    pub fn exact(&self) -> Exact {
        let product = i128::from(self.quantity_milli).saturating_mul(i128::from(self.price_micros));
        Exact(product.saturating_mul(i128::from(10_000 - self.discount_bp)))
    }
}
