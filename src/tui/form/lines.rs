//! The lines of a sale while they are typed: four cells each, the amount computed as they change.
//!
//! The currency of the context that they are given is the sale's, not the base currency.

use super::FormContext;
use super::field::{Field, Input, Raw};
use super::reference::{Chosen, Target};
use super::rule::{self, Rule};
use super::values::Values;
use crate::domain::ids::ProductId;
use crate::domain::sale::SaleLine;
use crate::repository::error::FieldName;
use crate::repository::request::Candidate;
use crate::text::numbers;

/// The cells of a line, by their place in it.
pub const PRODUCT: usize = 0;
pub const QUANTITY: usize = 1;
pub const PRICE: usize = 2;
pub const DISCOUNT: usize = 3;
pub const CELLS: usize = 4;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub cells: [Field; CELLS],
    /// The picked product's list price, in millionths of the base currency.
    list_micros: Option<i64>,
}

impl Line {
    fn new() -> Self {
        Self {
            cells: [
                Field::free_reference("product", "product", Target::Product),
                Field::line("quantity_milli", "quantity", Rule::Quantity),
                Field::line("price_micros", "price", Rule::Price),
                Field::line("discount_bp", "discount", Rule::Percent),
            ],
            list_micros: None,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Field::is_empty)
    }

    /// The line as typed; `None` when a cell is missing or wrong.
    pub fn read(&self, ctx: &FormContext) -> Option<SaleLine> {
        let right = self.cells.iter().all(|cell| cell.check(ctx).is_ok());
        let values = Values { fields: &self.cells, ctx };
        Some(SaleLine {
            product: values.row("product").map(ProductId),
            description: values.text("product"),
            quantity_milli: values.number("quantity_milli")?,
            price_micros: values.number("price_micros")?,
            discount_bp: values.number("discount_bp").unwrap_or(0),
        })
        .filter(|_| right)
    }

    /// Minor units of the currency.
    pub fn amount(&self, ctx: &FormContext) -> Option<i64> {
        // The amount is known before the product is.
        let values = Values { fields: &self.cells, ctx };
        let line = SaleLine {
            product: None,
            description: String::new(),
            quantity_milli: values.number("quantity_milli")?,
            price_micros: values.number("price_micros")?,
            discount_bp: values.number("discount_bp").unwrap_or(0),
        };
        line.amount_minor(ctx.currency.exponent()).ok().filter(|_| self.cells[DISCOUNT].check(ctx).is_ok())
    }

    /// Puts the list price in, at the sale's rate, unless the user gave another one.
    fn price(&mut self, rate_nanos: i64, ctx: &FormContext) {
        let cell = &mut self.cells[PRICE];
        if !cell.touched {
            let price = self.list_micros.and_then(|micros| rule::price_at_rate(micros, rate_nanos));
            cell.set_text(&price.map_or_else(String::new, |micros| rule::price_text(micros, ctx)));
            cell.recheck(ctx);
        }
    }

    fn check(&mut self, ctx: &FormContext) {
        for cell in &mut self.cells {
            cell.required = cell.name != "discount_bp";
            cell.error = cell.check(ctx).err();
            cell.required = false;
        }
        let fine = self.cells.iter().all(|cell| cell.error.is_none());
        if fine && self.amount(ctx).is_none() {
            self.cells[QUANTITY].error = Some(ctx.lang.t("error-number-too-large"));
        }
    }
}

/// The lines of the form, never none: the last one may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub rows: Vec<Line>,
    /// The field before which they stand.
    pub before: FieldName,
}

impl Lines {
    pub fn new(before: FieldName) -> Self {
        Self { rows: vec![Line::new()], before }
    }

    /// Adds an empty line after this one and gives its place.
    pub fn insert_after(&mut self, row: usize) -> usize {
        let at = (row + 1).min(self.rows.len());
        self.rows.insert(at, Line::new());
        at
    }

    /// Takes a line away; the last one is emptied instead.
    pub fn remove(&mut self, row: usize) {
        if row < self.rows.len() {
            self.rows.remove(row);
        }
        if self.rows.is_empty() {
            self.rows.push(Line::new());
        }
    }

    /// Leaves open which product a line is of, or its price.
    pub fn leave_open(&mut self, row: usize, product: bool, price: bool) {
        let Some(line) = self.rows.get_mut(row) else { return };
        if let (true, Input::Reference(reference)) = (product, &mut line.cells[PRODUCT].input) {
            let name = reference.text().to_owned();
            reference.set(&name, Chosen::Nothing);
        }
        if price {
            line.cells[PRICE].set_text("");
            line.cells[PRICE].touched = false;
        }
    }

    pub fn cell(&self, row: usize, cell: usize) -> Option<&Field> {
        self.rows.get(row)?.cells.get(cell)
    }

    pub fn cell_mut(&mut self, row: usize, cell: usize) -> Option<&mut Field> {
        self.rows.get_mut(row)?.cells.get_mut(cell)
    }

    pub fn fill(&mut self, lines: &[SaleLine], ctx: &FormContext) {
        self.rows = lines.iter().map(|line| filled(line, ctx)).collect();
        if self.rows.is_empty() {
            self.rows.push(Line::new());
        }
    }

    /// The lines that have something in them; they have been checked.
    pub fn read(&self, ctx: &FormContext) -> Vec<SaleLine> {
        self.rows.iter().filter_map(|row| row.read(ctx)).collect()
    }

    /// Puts what is wrong at each cell.
    pub fn check(&mut self, ctx: &FormContext) {
        for row in &mut self.rows {
            if row.is_empty() {
                row.cells.iter_mut().for_each(|cell| cell.error = None);
            } else {
                row.check(ctx);
            }
        }
        if self.rows.iter().all(Line::is_empty)
            && let Some(cell) = self.cell_mut(0, PRODUCT)
        {
            cell.error = Some(ctx.lang.t("form-error-no-lines"));
        }
    }

    /// The sum of the amounts that are known, in minor units; `None` when it is too large.
    pub fn total(&self, ctx: &FormContext) -> Option<i64> {
        self.rows.iter().filter_map(|row| row.amount(ctx)).try_fold(0_i64, i64::checked_add)
    }

    /// A picked product brings its price, and one piece, where the user has given no others.
    pub fn preset(&mut self, row: usize, product: &Candidate, rate_nanos: i64, ctx: &FormContext) {
        let Some(line) = self.rows.get_mut(row) else { return };
        line.list_micros = product.price_micros;
        line.cells[PRICE].touched &= !line.cells[PRICE].is_empty();
        line.price(rate_nanos, ctx);
        let cell = &mut line.cells[QUANTITY];
        if cell.is_empty() {
            cell.set_text(&numbers::quantity(1_000, &ctx.locale));
            cell.recheck(ctx);
        }
    }

    /// The list prices in another currency, or at another rate.
    pub fn reprice(&mut self, rate_nanos: i64, ctx: &FormContext) {
        for line in self.rows.iter_mut().filter(|line| line.list_micros.is_some()) {
            line.price(rate_nanos, ctx);
        }
    }

    pub fn raw(&self) -> Vec<[Raw; CELLS]> {
        let used = self.rows.iter().filter(|row| !row.is_empty());
        used.map(|row| row.cells.each_ref().map(Field::raw)).collect()
    }

    pub fn set_raw(&mut self, rows: &[[Raw; CELLS]]) {
        self.rows = rows
            .iter()
            .map(|raw| {
                let mut line = Line::new();
                for (cell, raw) in line.cells.iter_mut().zip(raw) {
                    cell.set_raw(raw);
                    // A price that stands was given, or agreed to.
                    cell.touched = true;
                }
                line
            })
            .collect();
        if self.rows.is_empty() {
            self.rows.push(Line::new());
        }
    }
}

fn filled(line: &SaleLine, ctx: &FormContext) -> Line {
    let mut row = Line::new();
    if let Input::Reference(reference) = &mut row.cells[PRODUCT].input {
        let chosen = line.product.map_or(Chosen::Text, |product| Chosen::Row(product.0));
        let named = !line.description.trim().is_empty();
        let key = line.product.map_or_else(String::new, |product| format!("#{}", product.0));
        reference.set(if named { &line.description } else { &key }, chosen);
    }
    row.cells[QUANTITY].set_text(&numbers::quantity(line.quantity_milli, &ctx.locale));
    row.cells[PRICE].set_text(&rule::price_text(line.price_micros, ctx));
    if line.discount_bp != 0 {
        row.cells[DISCOUNT].set_text(&numbers::percent(line.discount_bp, &ctx.locale));
    }
    for cell in &mut row.cells {
        cell.touched = true;
    }
    row
}
