//! What the storage's answers mean to the screen.

use super::ending::Ending;
use super::list::Listed;
use super::modal::{Drafts, Kept, Line, Modal, Reader};
use super::noting::Noting;
use super::rich::{RichLine, Role};
use super::status::Tone;
use super::tab::Tab;
use super::{
    Action, Effect, Model, bulk, complete, copying, defining, forms, logging, mailing, many, page, row, views,
};
use crate::domain::list::ListKind;
use crate::filter::Known;
use crate::report;
use crate::repository::error::Error;
use crate::repository::request::{Done, Each, FormDraft, RecordId, Reply, Request, Ticket, Verb};
use std::path::PathBuf;

/// Who is waiting for the answer to a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    Form,
    Log,
    Other,
}

impl Writer {
    /// Who asks for this; `None` for what changes nothing in the portfolio.
    pub fn of(model: &Model, request: &Request) -> Option<Self> {
        request.verb()?;
        if logging::asked(model, request) {
            return Some(Self::Log);
        }
        let is_of_form = matches!(
            request,
            Request::SaveClient(_)
                | Request::SaveContact(_)
                | Request::SaveProduct(_)
                | Request::SaveSale(_)
                | Request::SaveFollowUp(_)
                | Request::SaveOffer(_)
                | Request::SaveSurvey(_)
                | Request::SaveInteraction(_)
                | Request::SaveSalesperson(_)
                | Request::SaveMailTemplate(_)
                | Request::SaveCustomField(_)
                | Request::ForMany { each: Each::AddFollowUp(_) | Each::Offer(_), .. }
        );
        Some(if is_of_form { Self::Form } else { Self::Other })
    }
}

/// Takes an answer. Those to loads that are not the latest of their kind are ignored.
pub fn take(model: &mut Model, reply: Reply) -> Vec<Effect> {
    match reply {
        Reply::Listed { ticket, ids, sum_minor, groups, complete, head, figures } => {
            if model.lists[Tab::Surveys.index()].awaits_ids(ticket) {
                model.figures = figures;
            }
            page::welcome(model, ticket, head.as_deref());
            for list in &mut model.lists {
                if let Some(head) = &head {
                    list.take_head(ticket, head);
                }
                list.take_ids(ticket, Listed { ids: &ids, sum_minor, groups: &groups, complete });
            }
        }
        Reply::ValuesLoaded { ticket, values } => super::values::take(model, ticket, values),
        Reply::Summed { ticket, minor } => {
            for list in &mut model.lists {
                list.take_sum(ticket, minor);
            }
        }
        Reply::RowsLoaded { ticket, rows } => {
            let rows = row::rows(rows);
            if let Some(list) = model.lists.iter_mut().find(|list| list.awaits_rows(ticket)) {
                list.take_rows(rows);
            }
        }
        Reply::ClientsTold { ticket, clients } => return many::clients(model, ticket, clients),
        Reply::PreviewedMany { ticket, preview } => bulk::told(model, ticket, *preview),
        Reply::CardLoaded { ticket, card } => {
            if model.card.take(ticket, card) {
                page::show_explanation(model);
                copying::show(model);
            }
        }
        Reply::ProductCardLoaded { ticket, card } => model.product.take(ticket, card),
        Reply::Briefed { ticket, brief } => model.briefing.take(ticket, brief),
        Reply::MailReady { ticket, matter } => mailing::ready(model, ticket, *matter),
        Reply::WhyTold { ticket, row } => page::show_why(model, ticket, row.as_deref()),
        Reply::WeekLoaded { ticket, week } => model.week.take(ticket, *week),
        Reply::LookedUp { ticket, candidates } => {
            let taken = match &mut model.line {
                Some(Line::Log(log)) => log.take(ticket, &candidates),
                Some(Line::Search(_) | Line::Chips(_) | Line::PutOff(_) | Line::Name(_)) | None => false,
            };
            return if taken { Vec::new() } else { forms::looked_up(model, ticket, candidates) };
        }
        Reply::Opened { record, labels } => return forms::opened(model, &record, &labels),
        Reply::CustomFieldsLoaded(fields) => defining::take(model, fields),
        Reply::DraftsLoaded(drafts) => {
            let named = |draft: FormDraft| Kept { name: page::draft_name(model, &draft), draft };
            let drafts: Vec<Kept> = drafts.into_iter().map(named).collect();
            model.drafts = (!drafts.is_empty()).then_some(Drafts { drafts, index: 0 });
        }
        Reply::ViewsLoaded(loaded) => views::loaded(model, loaded),
        Reply::HealthChecked { damage } => {
            if !damage.is_empty() {
                warn_of_damage(model, &damage);
            }
        }
        Reply::Saved { record, done } => return saved(model, record, &done),
        Reply::FiltersLoaded { kind, lines } => {
            if model.list().kind() == kind {
                complete::remembered(model, &lines);
            }
        }
        Reply::Proposed { ticket, known } => {
            if let Some(Line::Search(search)) = &mut model.line {
                search.take(ticket, known);
            }
        }
        Reply::FilterKept | Reply::DraftKept | Reply::LayoutKept => {}
        Reply::DayChanged => mark_stale(model),
        Reply::Failed { request, error } => return failed(model, &request, &error),
    }
    Vec::new()
}

/// The file is damaged: says so and what to do, in a box unless something is being typed in one.
fn warn_of_damage(model: &mut Model, damage: &[String]) {
    let error = Error::Damaged { path: PathBuf::new(), detail: damage.join("; ") };
    let report = report::Report::new(&error, model.locale.lang);
    if model.modal.is_some() {
        model.say(Tone::Error, report.paragraph());
        return;
    }
    let text = [(Role::Warning, report.what), (Role::Normal, report.advice)];
    let text = text.into_iter().map(|(role, text)| RichLine::new(role, text)).collect();
    model.modal = Some(Modal::Reader(Reader::new(model.t("notices-title"), text)));
}

/// Everything shown may have changed: each list is asked for again when it is next seen.
fn mark_stale(model: &mut Model) {
    for list in &mut model.lists {
        list.mark_stale();
    }
    model.card.mark_stale();
    model.week.mark_stale();
    model.briefing.mark_stale();
    model.product.mark_stale();
}

/// A write is durable.
fn saved(model: &mut Model, record: Option<RecordId>, done: &Done) -> Vec<Effect> {
    mark_stale(model);
    if let Some((kind, id)) = record.and_then(key) {
        model.lists[Tab::of_kind(kind).index()].select_id(id);
    }
    if done.verb == Verb::EditMany {
        bulk::stored(model);
    }
    if let Some(RecordId::MailTemplate(id)) = record {
        mailing::saved(model, id);
    }
    let writer = model.writes.pop_front();
    if writer == Some(Writer::Form) {
        model.noting = Noting::default();
    }
    let done_follow_up = match (writer, &model.logging) {
        (Some(Writer::Log), Some((log, _))) => log.ending(&model.place()),
        (_, _) => None,
    };
    let what = match done_follow_up {
        Some((Ending::Done, bound)) => Some(bound.what(model.terms())),
        Some((Ending::PutOff | Ending::Kept | Ending::Alone, _)) | None => None,
    };
    let text = said(model, done, what);
    model.say(Tone::Done, text);
    let mut effects = match writer {
        Some(Writer::Form) => forms::saved(model),
        Some(Writer::Log) => logging::stored(model),
        Some(Writer::Other) | None => Vec::new(),
    };
    effects.extend(defining::saved(model, record, done).map(Effect::Store));
    effects
}

/// The list that shows a row, and its key there; templates and fields are shown in none.
fn key(record: RecordId) -> Option<(ListKind, i64)> {
    Some(match record {
        RecordId::Client(id) => (ListKind::Clients, id.0),
        RecordId::Contact(id) => (ListKind::Contacts, id.0),
        RecordId::Product(id) => (ListKind::Products, id.0),
        RecordId::Sale(id) => (ListKind::Sales, id.0),
        RecordId::Interaction(id) => (ListKind::Activity, id.0),
        RecordId::FollowUp(id) => (ListKind::FollowUps, id.0),
        RecordId::Offer(id) => (ListKind::Offers, id.0),
        RecordId::Survey(id) => (ListKind::Surveys, id.0),
        RecordId::Salesperson(id) => (ListKind::Salespeople, id.0),
        RecordId::MailTemplate(_) | RecordId::CustomField(_) => return None,
    })
}

/// What was done, and how to take it back.
fn said(model: &Model, done: &Done, follow_up: Option<String>) -> String {
    let lang = model.locale.lang;
    let done_text = report::done(done, lang);
    let done_text = match follow_up {
        Some(what) => lang.ta("done-follow-up-too", &[("done", done_text.into()), ("what", what.into())]),
        None => done_text,
    };
    let done_text = match done.due {
        Some(due) => {
            lang.ta("done-due", &[("done", done_text.into()), ("date", model.terms().date(due).into())])
        }
        None => done_text,
    };
    let done_text = match done.offered_before {
        Some(day) => lang.ta(
            "done-offered-before",
            &[("done", done_text.into()), ("date", model.terms().date(day).into())],
        ),
        None => done_text,
    };
    if done.reverted.is_some_and(|verb| done.verb == Verb::Undo && !verb.is_redoable()) {
        return done_text;
    }
    let other_way =
        if done.verb == Verb::Undo { (Action::Redo, "hint-redo") } else { (Action::Undo, "hint-undo") };
    let chords = model.keymap.chords(super::context::Context::List, other_way.0);
    match chords.first() {
        Some(chord) => {
            let hint = lang.ta(other_way.1, &[("key", chord.label(lang).into())]);
            format!("{done_text} · {hint}")
        }
        None => done_text,
    }
}

/// Nothing was changed, or what was asked for could not be read.
fn failed(model: &mut Model, request: &Request, error: &Error) -> Vec<Effect> {
    match (request, &mut model.line) {
        // What is proposed, and what was typed before, are a help: the line goes on without them.
        (Request::Propose { ticket, .. }, Some(Line::Search(search))) => {
            search.take(*ticket, Known::default());
            return Vec::new();
        }
        (Request::LoadFilters { .. }, Some(Line::Search(search))) => {
            search.remember(Vec::new());
            return Vec::new();
        }
        (Request::Propose { .. } | Request::LoadFilters { .. } | Request::KeepFilter { .. }, _) => {
            return Vec::new();
        }
        (_, _) => {}
    }
    model.later.clear();
    if matches!(request, Request::LoadViews) {
        model.views = None;
    }
    if matches!(request, Request::Open(_)) || model.noting == Noting::Saving {
        model.noting = Noting::default();
    }
    // A client may go while its card is on the way: the list that is on the way too says so.
    if !matches!(
        (request, error),
        (Request::Card { .. } | Request::Brief { .. } | Request::ProductCard { .. }, Error::Gone)
    ) {
        let nothing_to_do = matches!(error, Error::NothingToUndo | Error::NothingToRedo);
        let text = report::message(error, model.locale.lang);
        model.say(if nothing_to_do { Tone::Hint } else { Tone::Error }, text);
    }
    if let Some(ticket) = ticket(request) {
        for list in &mut model.lists {
            list.give_up(ticket);
        }
        model.card.give_up(ticket);
        model.week.give_up(ticket);
        model.briefing.give_up(ticket);
        model.product.give_up(ticket);
        model.explaining = None;
        model.answering = None;
        model.copying = None;
        mailing::give_up(model, ticket);
        super::values::give_up(model, ticket);
        many::give_up(model, ticket);
    }
    if let (Request::LookUp { ticket, .. }, Some(Line::Log(log))) = (request, &mut model.line)
        && log.take(*ticket, &[])
    {
        return Vec::new();
    }
    if matches!(request, Request::PreviewMany { .. }) {
        return bulk::failed(model, request, error);
    }
    if let Request::LookUp { .. } | Request::LookUpTags { .. } | Request::Open(_) = request {
        return forms::failed(model, error);
    }
    if Writer::of(model, request).is_none() {
        return Vec::new();
    }
    match model.writes.pop_front() {
        Some(Writer::Form) => {
            // The form says it itself, at the field.
            model.status = None;
            forms::failed(model, error)
        }
        Some(Writer::Log) => {
            logging::failed(model);
            Vec::new()
        }
        Some(Writer::Other) | None => {
            mark_stale(model);
            if matches!(request, Request::EditMany { .. }) {
                return bulk::failed(model, request, error);
            }
            Vec::new()
        }
    }
}

fn ticket(request: &Request) -> Option<Ticket> {
    if let Request::List { ticket, .. }
    | Request::Rows { ticket, .. }
    | Request::Values { ticket, .. }
    | Request::Card { ticket, .. }
    | Request::Week { ticket, .. }
    | Request::Brief { ticket, .. }
    | Request::ClientsOf { ticket, .. }
    | Request::Why { ticket, .. }
    | Request::Mail { ticket, .. }
    | Request::ProductCard { ticket, .. } = request
    {
        Some(*ticket)
    } else {
        None
    }
}
