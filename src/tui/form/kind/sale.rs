//! The form of a sale: who bought and when, its lines, and what a document rarely needs.

use super::{Edited, Filler, Sheet, forget_contact};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, SaleId, SalespersonId};
use crate::domain::kinds::SaleKind;
use crate::domain::sale::{RATE_ONE, SaleDraft};
use crate::repository::error::FieldName;
use crate::repository::request::RecordId;
use crate::text::dates;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::lines::Lines;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

/// The lines stand before this field.
const AFTER_LINES: FieldName = "kind";

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let today = dates::date(ctx.today, &ctx.locale);
    vec![
        Field::reference("client", "client", Target::Client).required(),
        Field::reference("contact", "contact", Target::Contact),
        Field::line("day", "date", Rule::Date(Dates::Happened)).required().with(&today),
        Field::text("number", "number").most(100),
        Field::choice(AFTER_LINES, "kind", Choice::of(SaleKind::ALL, ctx.lang)),
        Field::line("currency", "currency", Rule::Currency).required().with(ctx.currency.code()),
        Field { hidden: true, ..Field::line("rate_nanos", "rate", Rule::Rate) },
        Field::reference("salesperson", "salesperson", Target::Salesperson),
        Field::notes("notes"),
    ]
}

pub fn lines() -> Lines {
    Lines::new(AFTER_LINES)
}

pub fn fill(draft: &SaleDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.row("contact", draft.contact.map(RecordId::Contact));
    filler.day("day", Some(draft.day));
    filler.text("number", &draft.number);
    filler.text("kind", draft.kind.word());
    filler.text("currency", &draft.currency);
    filler.row("salesperson", draft.salesperson.map(RecordId::Salesperson));
    filler.text("notes", &draft.notes);
    let ctx = filler.ctx;
    let of_sale = line_context(Values { fields: &filler.sheet.fields, ctx });
    if of_sale.currency != ctx.currency {
        filler.text("rate_nanos", &rule::rate_text(draft.rate_nanos, ctx));
    }
    if let Some(lines) = &mut filler.sheet.lines {
        lines.fill(&draft.lines, &of_sale);
    }
    settle_rate(filler.sheet, ctx);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values, lines: Option<&Lines>) -> SaleDraft {
    let currency = currency(values);
    SaleDraft {
        id: (edited.row != 0).then_some(SaleId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        contact: values.row("contact").map(ContactId),
        salesperson: values.row("salesperson").map(SalespersonId),
        day: values.day("day").unwrap_or(Day::from(values.ctx.today)),
        number: values.text("number"),
        kind: values.choice("kind", SaleKind::from_word, SaleKind::Sale),
        currency: currency.code().to_owned(),
        rate_nanos: rate(values),
        lines: lines.map(|lines| lines.read(&line_context(values))).unwrap_or_default(),
        notes: values.text("notes"),
    }
}

/// The currency of the sale; while it is mistyped, the base currency.
pub fn currency(values: Values) -> Currency {
    Currency::from_code(&values.text("currency")).unwrap_or(values.ctx.currency)
}

/// What the lines must know: their money is in the sale's currency.
fn line_context(values: Values) -> FormContext {
    FormContext { currency: currency(values), ..values.ctx.clone() }
}

/// The base currency is one to one to itself.
pub fn rate(values: Values) -> i64 {
    if currency(values) == values.ctx.currency {
        RATE_ONE
    } else {
        values.number("rate_nanos").unwrap_or(RATE_ONE)
    }
}

/// A sale has a line, and every line that has something has a product, a quantity and a price.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let of_sale = line_context(Values { fields: &sheet.fields, ctx });
    if let Some(lines) = &mut sheet.lines {
        lines.check(&of_sale);
    }
}

pub fn follow(sheet: &mut Sheet, changed: &str, ctx: &FormContext) {
    forget_contact(sheet, changed);
    if changed == "currency" {
        settle_rate(sheet, ctx);
    }
    if changed == "currency" || changed == "rate_nanos" {
        let values = Values { fields: &sheet.fields, ctx };
        let (rate, of_sale) = (rate(values), line_context(values));
        if let Some(lines) = &mut sheet.lines {
            lines.reprice(rate, &of_sale);
        }
    }
}

/// The rate is asked for another currency only, and must then be given.
fn settle_rate(sheet: &mut Sheet, ctx: &FormContext) {
    let foreign = currency(Values { fields: &sheet.fields, ctx }) != ctx.currency;
    if let Some(rate) = sheet.field_mut("rate_nanos") {
        rate.hidden = !foreign;
        rate.required = foreign;
        if !foreign {
            rate.error = None;
        }
    }
}
