//! The form of an offer: what was proposed to whom, and what came of it.

use super::{Edited, Filler, Sheet};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, InteractionId, OfferId, ProductId, SalespersonId};
use crate::domain::kinds::OfferAnswer;
use crate::domain::offer::OfferDraft;
use crate::repository::request::RecordId;
use crate::text::dates;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let today = dates::date(ctx.today, &ctx.locale);
    vec![
        Field::reference("client", "client", Target::Client).required(),
        Field::reference("product", "product", Target::Product).required(),
        Field::line("day", "offered-on", Rule::Date(Dates::Happened)).required().with(&today),
        Field::choice("answer", "answer", Choice::of(OfferAnswer::ALL, ctx.lang)),
        Field { hidden: true, ..Field::reference("reason", "answer-reason", Target::Reason).most(1_000) },
        Field { hidden: true, ..Field::line("answered_on", "answered-on", Rule::Date(Dates::Happened)) },
        Field::reference("salesperson", "salesperson", Target::Salesperson),
        // What it was made in; nobody types it.
        Field { hidden: true, ..Field::text("interaction", "text") },
    ]
}

pub fn fill(draft: &OfferDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.row("product", Some(RecordId::Product(draft.product)));
    filler.day("day", Some(draft.day));
    filler.text("answer", draft.answer.word());
    filler.text("reason", &draft.reason);
    filler.day("answered_on", draft.answered);
    filler.row("salesperson", draft.salesperson.map(RecordId::Salesperson));
    filler.text("interaction", &draft.interaction.map(|id| id.0.to_string()).unwrap_or_default());
    ask_for_answer(filler.sheet, filler.ctx);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> OfferDraft {
    let answer = values.choice("answer", OfferAnswer::from_word, OfferAnswer::Pending);
    let is_answered = answer != OfferAnswer::Pending;
    OfferDraft {
        id: (edited.row != 0).then_some(OfferId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        product: ProductId(values.row("product").unwrap_or(0)),
        salesperson: values.row("salesperson").map(SalespersonId),
        interaction: values.text("interaction").parse().ok().map(InteractionId),
        day: values.day("day").unwrap_or(Day::from(values.ctx.today)),
        answer,
        answered: values.day("answered_on").filter(|_| is_answered),
        reason: if is_answered { values.text("reason") } else { String::new() },
    }
}

/// An offer that waits has neither reason nor day of an answer; one that is answered was so today, unless another day is
/// typed.
pub fn follow(sheet: &mut Sheet, changed: &str, ctx: &FormContext) {
    if changed != "answer" {
        return;
    }
    ask_for_answer(sheet, ctx);
    if let Some(answered) = sheet.field_mut("answered_on").filter(|field| !field.hidden && !field.touched)
        && answered.is_empty()
    {
        answered.set_text(&dates::date(ctx.today, &ctx.locale));
    }
}

fn ask_for_answer(sheet: &mut Sheet, ctx: &FormContext) {
    let answer = Values { fields: &sheet.fields, ctx }.text("answer");
    let pending = answer == OfferAnswer::Pending.word();
    for name in ["reason", "answered_on"] {
        if let Some(field) = sheet.field_mut(name) {
            field.hidden = pending;
            if pending {
                field.error = None;
            }
        }
    }
}

/// A new offer waits for its answer, and belongs to whom the client does; an answer is complete with its day.
pub fn is_enough(edited: Edited, field: &str) -> bool {
    field == "answered_on" || field == "day" && edited.row == 0
}

/// Puts in that it was bought, on that day.
pub fn buy(sheet: &mut Sheet, day: Day, ctx: &FormContext) {
    for (name, text) in
        [("answer", OfferAnswer::Bought.word().to_owned()), ("answered_on", rule::day_text(day, ctx))]
    {
        if let Some(field) = sheet.field_mut(name) {
            field.set_text(&text);
        }
    }
    ask_for_answer(sheet, ctx);
}

/// Nobody answers before the offer.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let hidden = sheet.field("answered_on").is_none_or(|field| field.hidden);
    if let (Some(day), Some(answered), false) = (values.day("day"), values.day("answered_on"), hidden)
        && answered < day
    {
        let day = rule::day_text(day, ctx);
        sheet.accuse("answered_on", || ctx.lang.ta("form-error-answered-before", &[("date", day.into())]));
    }
}
