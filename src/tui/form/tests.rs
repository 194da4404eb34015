//! Forms as users fill them in: keys go in, the request comes out.

mod drafts;
mod drawn;
mod errors;
mod merges;
mod moves;
mod picks;
mod requests;
mod rows;

use super::*;
use crate::repository::request::{Candidate, Ticket};

/// A Tuesday.
const TODAY: &str = "2026-11-24";

fn day(text: &str) -> crate::domain::day::Day {
    text.parse::<NaiveDate>().unwrap().into()
}

fn context(tag: &str) -> FormContext {
    let locale = Locale::from_tag(tag).unwrap();
    FormContext {
        lang: locale.lang,
        locale,
        today: TODAY.parse().unwrap(),
        currency: Currency::EUR,
        client: None,
        custom: rows::custom_fields(),
    }
}

fn for_client(tag: &str) -> FormContext {
    FormContext { client: Some((ClientId(7), "Talleres López".into())), ..context(tag) }
}

fn stop(form: &Form, name: &str) -> Stop {
    let at = form.fields().iter().position(|field| field.name == name);
    Stop::Field(at.unwrap_or_else(|| panic!("no field {name}")))
}

fn focus(form: &mut Form, name: &str) -> Vec<FormEffect> {
    let stop = stop(form, name);
    form.input(FormKey::Focus(stop))
}

fn cell(form: &mut Form, row: usize, cell: usize) -> Vec<FormEffect> {
    form.input(FormKey::Focus(Stop::Cell { row, cell }))
}

fn keys(form: &mut Form, text: &str) -> Vec<FormEffect> {
    text.chars().flat_map(|letter| form.input(FormKey::Edit(TextEdit::Insert(letter)))).collect()
}

fn press(form: &mut Form, edit: TextEdit) -> Vec<FormEffect> {
    form.input(FormKey::Edit(edit))
}

/// Types over what is in a field.
fn fill(form: &mut Form, name: &str, text: &str) {
    focus(form, name);
    press(form, TextEdit::End);
    press(form, TextEdit::DeleteToStart);
    keys(form, text);
}

fn fill_cell(form: &mut Form, row: usize, column: usize, text: &str) {
    cell(form, row, column);
    press(form, TextEdit::End);
    press(form, TextEdit::DeleteToStart);
    keys(form, text);
}

/// Answers the last look-up among the effects with these rows.
fn answer(form: &mut Form, effects: &[FormEffect], candidates: &[Candidate]) -> Vec<FormEffect> {
    form.looked_up(ticket(effects), candidates.to_vec())
}

fn ticket(effects: &[FormEffect]) -> Ticket {
    let found = effects.iter().rev().find_map(|effect| {
        let FormEffect::LookUp(Request::LookUp { ticket, .. } | Request::LookUpTags { ticket, .. }) = effect
        else {
            return None;
        };
        Some(*ticket)
    });
    found.unwrap_or_else(|| panic!("no look-up in {effects:?}"))
}

fn candidate(id: i64, label: &str) -> Candidate {
    Candidate { id, label: label.into(), detail: String::new(), ..Candidate::default() }
}

fn product(id: i64, label: &str, sku: &str, price_micros: i64) -> Candidate {
    Candidate {
        id,
        label: label.into(),
        detail: sku.into(),
        price_micros: Some(price_micros),
        ..Candidate::default()
    }
}

/// Types a name, and takes the first proposal.
fn choose(form: &mut Form, name: &str, text: &str, candidates: &[Candidate]) {
    let mut effects = focus(form, name);
    effects.extend(keys(form, text));
    answer(form, &effects, candidates);
    form.input(FormKey::Next);
}

/// What is asked to be saved, if anything.
fn saved(effects: &[FormEffect]) -> Option<Request> {
    effects.iter().find_map(|effect| {
        let FormEffect::Save(request) = effect else { return None };
        Some(request.clone())
    })
}

fn submit(form: &mut Form) -> Option<Request> {
    saved(&form.input(FormKey::Submit))
}

/// The message at a field.
fn error(form: &Form, name: &str) -> Option<String> {
    form.field(stop(form, name)).unwrap().error.clone()
}

fn focused_name(form: &Form) -> String {
    form.field(form.focus()).unwrap().name.to_string()
}
