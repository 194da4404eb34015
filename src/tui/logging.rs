//! What the keys do while a line is typed: begin it, log it, settle its names, complete them, go on in the form.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

mod below;

pub use below::below;

use super::ending::Bound;
use super::form::Form;
use super::log_entry::{Choosing, LogEntry, OnceMore};
use super::many::Many;
use super::modal::{Line, Modal};
use super::row::Row;
use super::status::Tone;
use super::{Action, Effect, Model, act, forms, layout, many};
use crate::domain::ids::{ClientId, ContactId};
use crate::entry::{self, Choice, Doubt, Reading, Refusal, Said, What, Why};
use crate::quicklog;
use crate::repository::request::{Record, RecordId, Request};
use std::sync::Arc;

/// Opens the line for the client of the card or the row; without one the line itself names its client.
pub fn begin(model: &mut Model, what: What) {
    let client = model.client().map(|(client, name)| (client, name.to_owned()));
    let mut log = LogEntry::new(what, client);
    let row = model.selected().filter(|_| model.in_full().is_none());
    if let Some(Row::Contact(contact)) = row {
        log.entry.contact = Some((contact.id, contact.name.clone()));
    }
    match (what, row) {
        (What::Done(kind), Some(Row::FollowUp(row))) => log.bound = Bound::of_row(row, kind),
        (What::Done(_), Some(Row::Today(row)))
            if row.follow_up.as_ref().is_none_or(|next| next.due > model.today) => {}
        // Most clients have nothing due, and their row says so.
        (What::Done(_), Some(Row::Client(row))) if row.next_due.is_none_or(|due| due > model.today) => {}
        (What::Done(kind), _) => log.looks_for_bound = kind.is_touch() && log.entry.client.is_some(),
        // What was offered is what was sold; in quotes, for it may have a number of its own.
        (What::Sale, Some(Row::Offer(row))) if !row.product_name.contains('"') => {
            log.field.insert(&format!("1 \"{}\"", row.product_name));
        }
        (What::Sale, _) => {}
    }
    model.line = Some(Line::Log(log));
}

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Submit => submit(model),
        Action::Complete => complete(model),
        Action::ChangeEnding => change_ending(model),
        Action::OpenForm => open_form(model),
        Action::Cancel => leave(model),
        _ => Vec::new(),
    }
}

/// Logs the line, or asks what one of its names means.
fn submit(model: &mut Model) -> Vec<Effect> {
    let place = model.place();
    let Some(Line::Log(mut log)) = model.line.take() else { return Vec::new() };
    let reading = log.read(&place);
    let refusal = match log.request(&reading, &place) {
        // What was meant would be missing from what is logged: a promise without its day, a visit on another one.
        Ok(_) if log.once_more != Some(OnceMore::LogsAsText) && reading.serious().is_some() => {
            log.once_more = Some(OnceMore::LogsAsText);
            let problem = reading.serious().map(|problem| quicklog::problem(problem, &place.locale));
            model.line = Some(Line::Log(log));
            let args = [("problem", problem.unwrap_or_default().into())];
            let text = model.locale.ta("log-as-text", &args);
            model.say(Tone::Error, text);
            return Vec::new();
        }
        Ok(request) if many::of(model, &request).is_some() => {
            let request = many::of(model, &request).unwrap_or(request);
            many::question(model, log, request);
            return Vec::new();
        }
        Ok(request) => {
            model.logging = Some((log, request.clone()));
            return vec![Effect::Store(request)];
        }
        Err(refusal) => refusal,
    };
    let is_empty = log.field.text().trim().is_empty();
    let wants_form = match &refusal {
        Refusal::NothingSold => reading.problems.is_empty(),
        Refusal::NoClient => is_empty && log.entry.what == What::Sale,
        _ => false,
    };
    model.line = Some(Line::Log(log));
    if wants_form {
        return open_form(model);
    }
    match refusal {
        Refusal::NotYet => set_going_on(model),
        Refusal::Doubt(doubt) if !doubt.choices.is_empty() || doubt.may_be_text => {
            if let Some(Line::Log(log)) = &model.line {
                model.modal = Some(Modal::Choose(Choosing::new(log, doubt, false)));
            }
        }
        refusal => {
            let text = entry::refused(&refusal, &place);
            model.say(Tone::Error, text);
        }
    }
    Vec::new()
}

fn set_going_on(model: &mut Model) {
    if let Some(Line::Log(log)) = &mut model.line {
        log.goes_on = true;
    }
}

/// Enter goes on, once the names are known that a settled doubt brought up.
pub fn goes_on(model: &mut Model) -> bool {
    let place = model.place();
    match &mut model.line {
        Some(Line::Log(log)) if log.goes_on && !log.looks_for_bound && !log.read(&place).awaits => {
            log.goes_on = false;
            true
        }
        _ => false,
    }
}

/// Must Enter wait, because it is not known yet what the names mean?
pub fn is_awaited(model: &Model) -> bool {
    matches!(&model.line, Some(Line::Log(log)) 
        if log.goes_on || log.looks_for_bound || log.read(&model.place()).awaits)
}

/// In the list of the rows that a name may mean.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
    let Some(Modal::Choose(mut choosing)) = model.modal.take() else { return Vec::new() };
    if let Some(rows) = act::steps(action, height) {
        choosing.move_by(rows);
    }
    if !matches!(action, Action::Submit | Action::Cancel) {
        model.modal = Some(Modal::Choose(choosing));
        return Vec::new();
    }
    let chosen = choosing.chosen();
    if action == Action::Submit && chosen.is_none() {
        model.modal = Some(Modal::Choose(choosing));
        return Vec::new();
    }
    let (Action::Submit, Some(choice), Some(Line::Log(log))) = (action, chosen, &mut model.line) else {
        return Vec::new();
    };
    log.choose(&choosing.doubt, choice);
    log.goes_on = !choosing.only_completes;
    vec![Effect::Store(log.keep())]
}

/// The name at the cursor, when there is something to complete it to.
pub fn completion(model: &Model) -> Option<Doubt> {
    let Some(Line::Log(log)) = &model.line else { return None };
    let cursor = log.field.split().0.len();
    let reading = log.read(&model.place());
    let is_here = |doubt: &&Doubt| doubt.span.start <= cursor && cursor <= doubt.span.end;
    let says_more = |doubt: &&Doubt| match doubt.choices.as_slice() {
        [] => false,
        [only] => only.label != doubt.typed,
        [..] => true,
    };
    reading.doubts.iter().chain(&reading.settled).filter(is_here).find(says_more).cloned()
}

fn change_ending(model: &mut Model) -> Vec<Effect> {
    let place = model.place();
    if let Some(Line::Log(log)) = &mut model.line {
        log.change_ending(&place);
    }
    Vec::new()
}

/// A day that cannot be read stays where it was typed.
pub fn put_off(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Line::PutOff(asked)) = model.line.take() else { return Vec::new() };
    if action != Action::Submit {
        return Vec::new();
    }
    let terms = model.terms();
    if let (Ok(Some(each)), Many::For(ids)) = (asked.each(terms), &model.many) {
        let request = Request::ForMany { each, ids: Arc::clone(ids) };
        return vec![Effect::Store(request)];
    }
    if let Ok(Some(request)) = asked.request(terms) {
        return vec![Effect::Store(request)];
    }
    model.line = Some(Line::PutOff(asked));
    Vec::new()
}

/// Writes the name at the cursor out; of several, shows from which to choose. Where there is none, what becomes of the
/// follow-up changes.
fn complete(model: &mut Model) -> Vec<Effect> {
    let Some(doubt) = completion(model) else {
        if matches!(&model.line, Some(Line::Log(log)) if log.bound.is_some()) {
            return change_ending(model);
        }
        let text = model.t("log-nothing-to-complete");
        model.say(Tone::Hint, text);
        return Vec::new();
    };
    let Some(Line::Log(log)) = &mut model.line else { return Vec::new() };
    let Some(choice) = only(&doubt) else {
        model.modal = Some(Modal::Choose(Choosing::new(log, doubt, true)));
        return Vec::new();
    };
    log.choose(&doubt, choice);
    vec![Effect::Store(log.keep())]
}

/// The only row that a name can be completed to.
fn only(doubt: &Doubt) -> Option<Choice> {
    match doubt.choices.as_slice() {
        [only] if doubt.why == Why::Several => Some(Choice::Row(only.clone())),
        _ => None,
    }
}

/// Goes on in the form of a sale with what the line says.
fn open_form(model: &mut Model) -> Vec<Effect> {
    let place = model.place();
    let reading = match &model.line {
        Some(Line::Log(log)) if log.entry.what == What::Sale => log.read(&place),
        _ => return Vec::new(),
    };
    let Some(Line::Log(log)) = model.line.take() else { return Vec::new() };
    if log.field.text().trim().is_empty() {
        return forms::add_for_client(model, forms::Kind::Sale);
    }
    let mut effects = forms::open_sale(model, &reading);
    effects.push(Effect::Store(log.forget()));
    effects
}

/// Esc leaves an empty line at once, and one with text when it is pressed again.
fn leave(model: &mut Model) -> Vec<Effect> {
    let Some(Line::Log(mut log)) = model.line.take() else { return Vec::new() };
    if log.field.is_empty() {
        return Vec::new();
    }
    if log.once_more == Some(OnceMore::Leaves) {
        return vec![Effect::Store(log.forget())];
    }
    log.once_more = Some(OnceMore::Leaves);
    model.line = Some(Line::Log(log));
    let text = model.t("log-leave");
    model.say(Tone::Hint, text);
    Vec::new()
}

/// The form of a sale with what is understood of a line; what is not stands in it as typed.
pub fn sale_form(model: &Model, reading: &Reading) -> Option<Form> {
    let place = model.place();
    let Said::Sale { entry: said, contact, lines } = &reading.said else { return None };
    let client = reading.client.as_ref().map_or(ClientId(0), |(id, _)| *id);
    let draft = reading.sale_draft(client, &place)?;
    let mut labels = Vec::new();
    labels.extend(reading.client.iter().map(|(id, name)| (RecordId::Client(*id), name.clone())));
    labels.extend(
        contact.iter().map(|(id, name): &(ContactId, String)| (RecordId::Contact(*id), name.clone())),
    );
    let mut form =
        Form::proposed(&Record::Sale(draft), &labels, &forms::context(model, reading.client.clone()));
    if reading.client.is_none() {
        let typed = reading.doubts.iter().find(|doubt| doubt.kind == entry::NameKind::Client);
        form.leave_open("client", typed.map_or("", |doubt| doubt.typed.as_str()));
    }
    if let (None, Some(typed)) = (contact, &said.contact) {
        form.leave_open("contact", typed);
    }
    for (row, sold) in lines.iter().enumerate() {
        form.open_line(row, !sold.is_known, sold.price == entry::PriceFrom::Nowhere);
    }
    Some(form)
}

/// What takes the draft of a line away once it is stored.
pub fn stored(model: &mut Model) -> Vec<Effect> {
    let logged = model.logging.take().map(|(log, _)| log);
    logged.filter(|log| !log.field.is_empty()).map(|log| Effect::Store(log.forget())).into_iter().collect()
}

/// The line comes back when it could not be stored, unless something else is being typed by now.
pub fn failed(model: &mut Model) {
    let log = model.logging.take().map(|(log, _)| log);
    if model.line.is_none() {
        model.line = log.map(Line::Log);
    }
}

/// Was this write asked for by the line?
pub fn asked(model: &Model, request: &Request) -> bool {
    model.logging.as_ref().is_some_and(|(_, asked)| asked == request)
}
