//! What the keys do with what is due: done, answered, put off, moved.

use super::{no_client_here, show_of_client};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::FollowUpState;
use crate::domain::offer::OfferRow;
use crate::domain::today::TodayRow;
use crate::entry::What;
use crate::repository::request::{RecordId, Request};
use crate::tui::ending::{Bond, Bound};
use crate::tui::log_entry::LogEntry;
use crate::tui::modal::Line;
use crate::tui::put_off::{PutOff, by_a_week};
use crate::tui::row::Row;
use crate::tui::status::Tone;
use crate::tui::tab::Tab;
use crate::tui::{Effect, Model};

/// Answers the offer of the row, or of a client to whom nothing else is to be done its only open one; else marks a follow-up
/// as done.
pub fn done(model: &mut Model) -> Vec<Effect> {
    if let (None, Some(Row::Offer(row))) = (model.in_full(), model.selected()) {
        let row = row.clone();
        return answer(model, &row);
    }
    if let (None, Some(Row::Survey(row))) = (model.in_full(), model.selected()) {
        return vec![Effect::Store(Request::Open(RecordId::Survey(row.id)))];
    }
    let card = model.client().and_then(|(client, _)| model.card.of(client));
    let only = card.filter(|card| card.open_follow_ups.is_empty() && !model.briefing.is_open());
    match only.map(|card| card.open_offers.as_slice()) {
        Some([only]) => {
            let row = only.clone();
            answer(model, &row)
        }
        Some([_, _, ..]) => {
            show_of_client(model, Tab::Offers);
            let text = model.t("hint-choose-offer");
            model.say(Tone::Hint, text);
            Vec::new()
        }
        Some([]) | None => with_follow_up(model, complete),
    }
}

/// Opens the form of the offer at its answer; a product that was bought meanwhile is proposed as the answer.
fn answer(model: &mut Model, row: &OfferRow) -> Vec<Effect> {
    model.answering = Some((row.id, row.bought_since));
    vec![Effect::Store(Request::Open(RecordId::Offer(row.id)))]
}

/// Marks a follow-up as done: a task at once, anything else by logging what did it.
fn complete(model: &mut Model, row: &FollowUpRow) -> Vec<Effect> {
    let Some(kind) = row.kind.done_by() else {
        return vec![Effect::Store(Request::CompleteFollowUp(row.id))];
    };
    let client = (row.client, row.client_name.clone());
    let mut log = LogEntry::new(What::Done(kind), Some(client));
    log.entry.contact = row.contact_id.map(|id| (id, row.contact.clone()));
    log.bound = Some(Bound::new(row, Bond::Asked));
    model.line = Some(Line::Log(log));
    Vec::new()
}

/// The follow-up of the row; of a client its only open one. When there are several, they are shown to choose from.
pub fn with_follow_up(model: &mut Model, act: fn(&mut Model, &FollowUpRow) -> Vec<Effect>) -> Vec<Effect> {
    if let Some(row) = promised(model) {
        return act(model, &row);
    }
    if let (None, Some(Row::FollowUp(row))) = (model.in_full(), model.selected()) {
        let row = row.clone();
        if row.state == FollowUpState::Open {
            return act(model, &row);
        }
        let text = model.t("hint-already-closed");
        model.say(Tone::Hint, text);
        return Vec::new();
    }
    let Some((client, _)) = model.client() else {
        no_client_here(model);
        return Vec::new();
    };
    let on_card = || model.card.of(client).map(|card| card.open_follow_ups.as_slice());
    let open = if model.briefing.is_open() { model.briefing.follow_ups() } else { on_card() };
    let key = match open {
        Some([only]) => {
            let row = only.clone();
            return act(model, &row);
        }
        Some([]) => "hint-no-follow-up",
        Some(_) | None => {
            show_of_client(model, Tab::FollowUps);
            "hint-choose-follow-up"
        }
    };
    let text = model.t(key);
    model.say(Tone::Hint, text);
    Vec::new()
}

/// Puts a follow-up off by a week, from today where it is late.
fn put_off(model: &mut Model, row: &FollowUpRow) -> Vec<Effect> {
    let to = by_a_week(row.due, model.today);
    vec![Effect::Store(Request::SnoozeFollowUp { id: row.id, to })]
}

/// Asks to which day.
fn ask_until(model: &mut Model, row: &FollowUpRow) -> Vec<Effect> {
    model.line = Some(Line::PutOff(PutOff::new(row)));
    Vec::new()
}

/// To the day after or before, from today where it is late. Nothing can be due on a day that has passed.
pub fn move_by_a_day(model: &mut Model, row: &FollowUpRow, days: i32) -> Vec<Effect> {
    let to = if row.due < model.today { model.today } else { row.due.plus(days) };
    if to < model.today || (days < 0 && row.due < model.today) {
        let text = model.t("hint-not-before-today");
        model.say(Tone::Hint, text);
        return Vec::new();
    }
    vec![Effect::Store(Request::SnoozeFollowUp { id: row.id, to })]
}

/// Puts off for a week: what was promised, else the client.
pub fn put_off_here(model: &mut Model) -> Vec<Effect> {
    match unpromised(model) {
        Some(row) => {
            let to = by_a_week(row.put_off_to.unwrap_or(model.today), model.today);
            vec![Effect::Store(Request::PutOff { client: row.id, to })]
        }
        None => with_follow_up(model, put_off),
    }
}

/// Asks to which day.
pub fn put_off_until_here(model: &mut Model) -> Vec<Effect> {
    let Some(asked) = unpromised(model).map(|row| PutOff::of_client(row, model.today)) else {
        return with_follow_up(model, ask_until);
    };
    model.line = Some(Line::PutOff(asked));
    Vec::new()
}

/// The follow-up that is due of a row of Today.
fn promised(model: &Model) -> Option<FollowUpRow> {
    match (model.in_full(), model.list().selected()) {
        (None, Some(Row::Today(row))) => row.follow_up.clone().filter(|next| next.due <= model.today),
        (_, _) => None,
    }
}

/// The selected row of Today, when nothing is promised that is due: then it is the client itself that is put off.
fn unpromised(model: &Model) -> Option<&TodayRow> {
    match (model.in_full(), model.list().selected()) {
        (None, Some(Row::Today(row))) if promised(model).is_none() => Some(row),
        (_, _) => None,
    }
}
