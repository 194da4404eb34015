//! What the keys of a row do where rows are marked: to all of them, after their count was said; what makes no sense on
//! many is done on the selected row alone, and said.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only some actions, and some requests, are for many rows"
)]

use super::form::RecordKind as Kind;
use super::log_entry::LogEntry;
use super::modal::{Confirm, Line, Modal, Yes};
use super::put_off::PutOff;
use super::row::Row;
use super::status::Tone;
use super::{Action, Effect, Model, forms, settle};
use crate::domain::ids::ClientId;
use crate::domain::kinds::InteractionKind;
use crate::domain::list::ListKind;
use crate::entry::What;
use crate::repository::request::{Each, RecordId, Request, Ticket};
use std::sync::Arc;

/// The marked rows for which something is being typed or asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Many {
    #[default]
    None,
    /// Whose rows they are is asked for, to do this then.
    Asking(Ticket, Action),
    /// It is typed for these; for the first of them as far as what is typed can tell.
    For(Arc<[i64]>),
}

/// What the footer offers where rows of a list are marked, the most useful first.
pub fn footer(kind: ListKind) -> Vec<Action> {
    use Action as A;
    let mut actions = vec![A::Back, A::Help];
    if kind == ListKind::FollowUps {
        actions.push(A::CompleteFollowUp);
    }
    if kind == ListKind::FollowUps || kind.is_today() {
        actions.extend([A::SnoozeFollowUp, A::SnoozeUntil]);
    }
    if super::bulk::kind(kind).is_some() {
        actions.push(A::EditMany);
    }
    actions.push(A::MarkAll);
    if has_clients(kind) {
        actions.extend([A::LogEmail, A::LogVisit, A::LogCall, A::AddFollowUp, A::OfferProduct]);
    }
    actions.extend([A::Remove, A::Mark, A::LogMessage, A::LogNote]);
    actions
}

/// Do its rows belong to clients?
fn has_clients(kind: ListKind) -> bool {
    !matches!(kind, ListKind::Products | ListKind::Salespeople | ListKind::Totals)
}

/// Does the action to the marked rows; `None` when it is for the selected one.
pub fn act(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    if model.context() != super::context::Context::List || model.list().marks().is_empty() {
        return None;
    }
    let kind = model.list().kind();
    let is_follow_up = kind == ListKind::FollowUps;
    let is_client = kind == ListKind::Clients || kind.is_today();
    match action {
        Action::LogVisit
        | Action::LogCall
        | Action::LogEmail
        | Action::LogMessage
        | Action::LogNote
        | Action::AddFollowUp
        | Action::OfferProduct => has_clients(kind).then(|| for_clients(model, action, is_client)),
        Action::CompleteFollowUp if is_follow_up => {
            Some(ask(model, "confirm-many-complete", Each::CompleteFollowUp))
        }
        Action::SnoozeFollowUp if is_follow_up => {
            Some(ask(model, "confirm-many-snooze", Each::SnoozeFollowUp { to: None }))
        }
        Action::SnoozeFollowUp if kind.is_today() => {
            Some(ask(model, "confirm-many-put-off", Each::PutOff { to: None }))
        }
        Action::SnoozeUntil if is_follow_up || kind.is_today() => {
            let ids: Arc<[i64]> = model.list().marked().into();
            let name = told(model, "told-rows", ids.len());
            model.line = Some(Line::PutOff(PutOff::of_many(name, is_follow_up, model.today)));
            model.many = Many::For(ids);
            Some(Vec::new())
        }
        Action::Remove => remove(model, kind),
        _ => {
            if settle::acts_on_row(action) && model.list().marks().len() > 1 {
                let text = model.t("hint-only-selected");
                model.say(Tone::Hint, text);
            }
            None
        }
    }
}

fn told(model: &Model, key: &str, count: usize) -> String {
    model.locale.ta(key, &[("count", count.into())])
}

/// Asks once, with the count.
fn ask(model: &mut Model, key: &str, each: Each) -> Vec<Effect> {
    let ids: Arc<[i64]> = model.list().marked().into();
    let question = told(model, key, ids.len());
    let on_yes = Yes::Store(Request::ForMany { each, ids });
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes, on_this_one: None }));
    Vec::new()
}

fn remove(model: &mut Model, kind: ListKind) -> Option<Vec<Effect>> {
    let like = match kind {
        ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => {
            RecordId::Client(ClientId(0))
        }
        ListKind::Totals => return None,
        ListKind::Contacts
        | ListKind::Sales
        | ListKind::FollowUps
        | ListKind::Offers
        | ListKind::Surveys
        | ListKind::Activity
        | ListKind::Products
        | ListKind::Salespeople => model.list().selected()?.record()?,
    };
    let is_archived = |row: &Row| matches!(row, Row::Client(row) if row.archived);
    let (key, each) = match like {
        // Those that are in the lists refuse, and are told.
        RecordId::Client(_) if model.list().marked_at_hand().all(is_archived) => {
            ("confirm-many-restore", Each::RestoreClient)
        }
        RecordId::Client(_) => ("confirm-many-archive", Each::Remove(like)),
        RecordId::FollowUp(_) => ("confirm-many-drop", Each::Remove(like)),
        _ => ("confirm-many-delete", Each::Remove(like)),
    };
    Some(ask(model, key, each))
}

/// For the clients of the marked rows, each once.
fn for_clients(model: &mut Model, action: Action, is_client: bool) -> Vec<Effect> {
    let ids = model.list().marked();
    if is_client {
        return begin(model, action, ids);
    }
    let ticket = model.tickets.give();
    model.many = Many::Asking(ticket, action);
    vec![Effect::Store(Request::ClientsOf { ticket, kind: model.list().kind(), ids })]
}

/// Whose rows they are is known now.
pub fn clients(model: &mut Model, ticket: Ticket, clients: Vec<i64>) -> Vec<Effect> {
    match model.many {
        Many::Asking(asked, action) if asked == ticket => {
            model.many = Many::None;
            begin(model, action, clients)
        }
        _ => Vec::new(),
    }
}

/// It could not be told.
pub fn give_up(model: &mut Model, ticket: Ticket) {
    if matches!(model.many, Many::Asking(asked, _) if asked == ticket) {
        model.many = Many::None;
    }
}

fn begin(model: &mut Model, action: Action, clients: Vec<i64>) -> Vec<Effect> {
    let Some(&first) = clients.first() else {
        super::page::nothing_selected(model);
        return Vec::new();
    };
    let client = Some((ClientId(first), told(model, "told-clients", clients.len())));
    model.many = Many::For(clients.into());
    let what = match action {
        Action::LogVisit => InteractionKind::Visit,
        Action::LogCall => InteractionKind::Call,
        Action::LogEmail => InteractionKind::Email,
        Action::LogMessage => InteractionKind::Message,
        Action::LogNote => InteractionKind::Note,
        Action::OfferProduct => return forms::open_for(model, Kind::Offer, client),
        _ => return forms::open_for(model, Kind::FollowUp, client),
    };
    model.line = Some(Line::Log(LogEntry::new(What::Done(what), client)));
    Vec::new()
}

/// What is said from the first key on where a write may take a while; `None` of one that is done at once.
pub fn working(model: &Model, request: &Request) -> Option<String> {
    match request {
        Request::ForMany { ids, .. } => Some(told(model, "working-on", ids.len())),
        Request::Undo => Some(model.t("working-undo")),
        Request::Redo => Some(model.t("working-redo")),
        _ => None,
    }
}

/// Says what is being done as long as nothing else is to be said.
pub fn say_working(model: &mut Model) {
    if model.writes.is_empty() {
        model.working = None;
    } else if let Some(text) = model.working.clone().filter(|_| model.status.is_none()) {
        model.say(Tone::Hint, text);
    }
}

/// The request for all of them, of what was typed for the first. What was typed for another client is for that one.
pub fn of(model: &Model, request: &Request) -> Option<Request> {
    let Many::For(ids) = &model.many else { return None };
    let is_first = |client: ClientId| ids.first() == Some(&client.0);
    let each = match request {
        Request::Log(draft) if is_first(draft.interaction.client) => Each::Log(draft.clone()),
        Request::SaveFollowUp(draft) if draft.id.is_none() && is_first(draft.client) => {
            Each::AddFollowUp(draft.clone())
        }
        Request::SaveOffer(draft) if draft.id.is_none() && is_first(draft.client) => {
            Each::Offer(draft.clone())
        }
        _ => return None,
    };
    Some(Request::ForMany { each, ids: Arc::clone(ids) })
}

/// What the line that was typed for many asks before it is logged.
pub fn question(model: &mut Model, log: LogEntry, request: Request) {
    let count = match &request {
        Request::ForMany { ids, .. } => ids.len(),
        _ => 1,
    };
    let what = log.entry.what.label(model.locale.lang);
    let question = model.locale.ta("confirm-many-log", &[("what", what.into()), ("count", count.into())]);
    model.line = Some(Line::Log(log));
    let on_yes = Yes::Store(request);
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes, on_this_one: None }));
}

/// A yes to it: the line is on its way.
pub fn log(model: &mut Model, request: &Request) {
    if let Request::ForMany { each: Each::Log(_), .. } = request
        && let Some(Line::Log(log)) = model.line.take()
    {
        model.logging = Some((log, request.clone()));
    }
}

/// What is typed for many would come back as if it were for one.
pub fn keep_no_drafts(model: &Model, effects: &mut Vec<Effect>) {
    if matches!(model.many, Many::For(_)) {
        effects.retain(|effect| !matches!(effect, Effect::Store(Request::KeepDraft(_))));
    }
}

/// Is nothing typed any more for which it was?
pub fn tidy(model: &mut Model) {
    let is_typed = matches!(model.line, Some(Line::Log(_) | Line::PutOff(_)))
        || model.modal.is_some()
        || model.logging.is_some();
    if matches!(model.many, Many::For(_)) && !is_typed {
        model.many = Many::None;
    }
}
