//! What the keys do on a list and on the full card of a client.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

pub mod full;

use super::ending::{Bond, Bound};
use super::log_entry::LogEntry;
use super::modal::{Confirm, Line, Modal, Reader};
use super::put_off::{PutOff, by_a_week};
use super::rich::RichLine;
use super::row::Row;
use super::status::Tone;
use super::tab::Tab;
use super::{Action, Effect, Model, act, card, copying, forms, logging, noting, surveys, why};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::ClientId;
use crate::domain::kinds::{FollowUpState, InteractionKind};
use crate::domain::offer::OfferRow;
use crate::domain::today::{TodayHead, TodayRow};
use crate::entry::What;
use crate::repository::request::{FormDraft, RecordId, Request, Ticket};
use crate::text::Label as _;

/// On a list.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if select(model, action) {
        return Vec::new();
    }
    match action {
        Action::ColumnNext => model.list_mut().move_column(true),
        Action::ColumnPrev => model.list_mut().move_column(false),
        Action::SortColumn => model.list_mut().sort(),
        Action::SortAlso => model.list_mut().sort_also(),
        Action::ShowClosed => model.list_mut().show_closed(),
        Action::Search => {
            let line = model.list().filter().print(&model.reading(), model.locale.lang);
            let field = super::TextField::new(line);
            model.list_mut().begin_search();
            model.line = Some(Line::Search(field));
        }
        Action::ClearSearch => {
            model.list_mut().clear_filter();
            model.list_mut().narrow(None);
            model.list_mut().show_of(None);
        }
        Action::Back => back(model),
        Action::Open => return open(model),
        Action::Add => return forms::add(model),
        _ => return act_on_both(model, action),
    }
    Vec::new()
}

/// On the follow-ups of a week.
pub fn act_on_week(model: &mut Model, action: Action) -> Vec<Effect> {
    // All of a lane is one page.
    if let Some(rows) = act::steps(action, usize::MAX) {
        model.week.move_by(rows);
        return Vec::new();
    }
    let (today, locale) = (model.today, model.locale);
    match action {
        Action::DayNext => model.week.move_lane(true),
        Action::DayPrev => model.week.move_lane(false),
        Action::WeekNext => model.week.move_week(true),
        Action::WeekPrev => model.week.move_week(false),
        Action::ThisWeek => {
            model.week.go_to(today, &locale);
        }
        Action::MoveLater => return with_follow_up(model, |model, row| move_by_a_day(model, row, 1)),
        Action::MoveEarlier => return with_follow_up(model, |model, row| move_by_a_day(model, row, -1)),
        Action::Back => go(model, Tab::FollowUps),
        Action::Open => return open(model),
        Action::Add => return forms::add(model),
        _ => return act_on_both(model, action),
    }
    Vec::new()
}

/// To the day after or before, from today where it is late. Nothing can be due on a day that has passed.
fn move_by_a_day(model: &mut Model, row: &FollowUpRow, days: i32) -> Vec<Effect> {
    let to = if row.due < model.today { model.today } else { row.due.plus(days) };
    if to < model.today || (days < 0 && row.due < model.today) {
        let text = model.t("hint-not-before-today");
        model.say(Tone::Hint, text);
        return Vec::new();
    }
    vec![Effect::Store(Request::SnoozeFollowUp { id: row.id, to })]
}

/// On the full card.
pub fn act_on_card(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = model.screen().map_or(1, |screen| usize::from(screen.body.height));
    if let Some(lines) = act::steps(action, height) {
        model.card.scroll_by(lines, height);
        return Vec::new();
    }
    match action {
        Action::Back => model.card.close(),
        Action::ClientContacts => show_of_client(model, Tab::Contacts),
        Action::ClientSales => show_of_client(model, Tab::Sales),
        Action::ClientFollowUps => show_of_client(model, Tab::FollowUps),
        Action::ClientActivity => show_of_client(model, Tab::Activity),
        Action::AddContact => return forms::add_for_client(model, forms::Kind::Contact),
        _ => return act_on_both(model, action),
    }
    Vec::new()
}

/// What means the same on a list and on a card: it applies to the client of either.
fn act_on_both(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.action() == action) {
        show_of_salesperson(model, tab);
        let is_here =
            model.tab.action() == action && model.in_full().is_none() && model.product_in_full().is_none();
        // A face without clients in between keeps the client of the first one.
        let from = if model.tab.has_client() { model.tab } else { tab };
        let list = &model.lists[from.index()];
        let of_client = list.query().client.filter(|_| is_here);
        let of_client = of_client.map(|client| (client, list.client_name().to_owned()));
        go(model, if is_here { model.tab.next_face() } else { tab });
        // The other faces are of the same client, so that one goes on from what was done to what was offered.
        if of_client.is_some() && model.tab.has_client() {
            model.list_mut().narrow(of_client);
        }
        return Vec::new();
    }
    match action {
        Action::NextTab => go(model, model.tab.neighbour(true)),
        Action::PrevTab => go(model, model.tab.neighbour(false)),
        Action::LogVisit => logging::begin(model, What::Done(InteractionKind::Visit)),
        Action::LogCall => logging::begin(model, What::Done(InteractionKind::Call)),
        Action::LogEmail => logging::begin(model, What::Done(InteractionKind::Email)),
        Action::LogMessage => logging::begin(model, What::Done(InteractionKind::Message)),
        Action::LogNote => logging::begin(model, What::Done(InteractionKind::Note)),
        Action::AddFollowUp => return forms::add_for_client(model, forms::Kind::FollowUp),
        Action::AddSale => logging::begin(model, What::Sale),
        Action::OfferProduct => return forms::offer(model),
        Action::CompleteFollowUp => return done(model),
        Action::SnoozeFollowUp => return put_off_here(model),
        Action::SnoozeUntil => return put_off_until_here(model),
        Action::Edit => {
            return record(model).map_or_else(Vec::new, |id| vec![Effect::Store(Request::Open(id))]);
        }
        Action::Remove => ask_to_remove(model),
        Action::ExplainStars => explain(model),
        Action::Brief => full::brief(model),
        Action::Copy => copying::begin(model),
        Action::EditNotes => return noting::begin(model),
        Action::ExplainToday => return ask_why(model),
        Action::SurveyFigures => show_figures(model),
        Action::Undo => return vec![Effect::Store(Request::Undo)],
        Action::Redo => return vec![Effect::Store(Request::Redo)],
        _ => {}
    }
    Vec::new()
}

/// Moves the selection, when the action is to.
pub fn select(model: &mut Model, action: Action) -> bool {
    let height = model.list_height();
    match act::steps(action, height) {
        Some(rows) => {
            model.list_mut().move_by(rows);
            true
        }
        None => false,
    }
}

/// Shows a tab; a briefing and the cards are closed.
fn go(model: &mut Model, tab: Tab) {
    model.briefing.close();
    model.product.close();
    model.card.close();
    if model.tab != tab {
        model.tab = tab;
        model.list_mut().enter();
    }
    if tab.has_digit() {
        model.home = tab;
    }
}

/// One level out: the search, then the client to which the list is narrowed, whose card comes back if it was open, then a
/// list without a digit.
fn back(model: &mut Model) {
    if model.list().is_filtered() {
        model.list_mut().clear_filter();
    } else if let Some(client) = model.list().query().client {
        let name = model.list().client_name().to_owned();
        model.list_mut().narrow(None);
        if let Some((tab, had_card)) = model.narrowed_from.take() {
            go(model, tab);
            if had_card {
                model.card.open(client, &name);
            }
        }
    } else if model.list().query().days.is_some() {
        model.list_mut().show_week(None);
        go(model, Tab::Totals);
    } else if model.list().query().salesperson.is_some() {
        model.list_mut().show_of(None);
    } else if !model.tab.has_digit() {
        go(model, model.home);
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.selected() else {
        nothing_selected(model);
        return Vec::new();
    };
    if let Some((client, name)) = row.client() {
        let name = name.to_owned();
        model.card.open(client, &name);
        return Vec::new();
    }
    if let Row::Product(product) = row {
        let (id, name) = (product.id, product.name.clone());
        model.product.open(id, &name);
        return Vec::new();
    }
    if let Row::Total(row) = row {
        let of = row.of;
        go(model, Tab::Activity);
        model.list_mut().narrow(None);
        model.list_mut().clear_filter();
        model.list_mut().show_week(Some(of));
        return Vec::new();
    }
    row.record().map_or_else(Vec::new, |record| vec![Effect::Store(Request::Open(record))])
}

fn show_of_client(model: &mut Model, tab: Tab) {
    let Some((client, name)) = model.client() else { return };
    let client = (client, name.to_owned());
    model.narrowed_from = Some((model.tab, model.card.full().is_some()));
    go(model, tab);
    model.list_mut().clear_filter();
    model.list_mut().narrow(Some(client));
}

pub fn nothing_selected(model: &mut Model) {
    let text = model.t("hint-nothing-selected");
    model.say(Tone::Hint, text);
}

pub fn no_client_here(model: &mut Model) {
    let key = if model.selected().is_some() { "hint-no-client-here" } else { "hint-nothing-selected" };
    let text = model.t(key);
    model.say(Tone::Hint, text);
}

/// The row to which an action applies: the client or the product that fills the screen, else the selected row.
fn record(model: &mut Model) -> Option<RecordId> {
    let full = model.in_full().map(|(client, _)| RecordId::Client(client));
    let product = model.product_in_full().map(RecordId::Product);
    let record = full.or(product).or_else(|| model.selected().and_then(Row::record));
    if record.is_none() && model.selected().is_some() {
        let text = model.t("hint-counted-row");
        model.say(Tone::Hint, text);
    } else if record.is_none() {
        nothing_selected(model);
    }
    record
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

/// Answers the offer of the row, or of a client to whom nothing else is to be done its only open one; else marks a follow-up
/// as done.
fn done(model: &mut Model) -> Vec<Effect> {
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

/// The follow-up of the row; of a client its only open one. When there are several, they are shown to choose from.
fn with_follow_up(model: &mut Model, act: fn(&mut Model, &FollowUpRow) -> Vec<Effect>) -> Vec<Effect> {
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

fn ask_to_remove(model: &mut Model) {
    let Some(record) = record(model) else { return };
    let full = model.in_full().map(|(_, name)| name.to_owned());
    let subject = full.or_else(|| model.selected().map(|row| told_apart(row, model.terms())));
    let subject = subject.unwrap_or_default();
    let (mut on_yes, mut on_this_one) = (Request::Remove(record), None);
    let key = match record {
        RecordId::Client(id) if is_archived(model, id) => {
            on_yes = Request::RestoreClient(id);
            "confirm-restore-client"
        }
        RecordId::Client(_) => "confirm-remove-client",
        RecordId::Contact(_) => "confirm-remove-contact",
        RecordId::Product(_) => "confirm-remove-product",
        RecordId::Sale(_) => "confirm-remove-sale",
        RecordId::FollowUp(id) if is_of_series(model.selected()) => {
            on_this_one = Some(id);
            "confirm-remove-series"
        }
        RecordId::FollowUp(_) => "confirm-remove-follow-up",
        RecordId::Offer(_) => "confirm-remove-offer",
        RecordId::Survey(_) => "confirm-remove-survey",
        RecordId::Interaction(_) => "confirm-remove-interaction",
        RecordId::Salesperson(_) => "confirm-remove-salesperson",
        RecordId::MailTemplate(_) => "confirm-remove-mail-template",
    };
    let question = model.locale.ta(key, &[("subject", subject.into())]);
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes, on_this_one }));
}

/// Is the client out of the lists, as far as the screen knows?
fn is_archived(model: &Model, client: ClientId) -> bool {
    let on_card = model.card.of(client).is_some_and(|card| card.row.archived);
    on_card || matches!(model.selected(), Some(Row::Client(row)) if row.id == client && row.archived)
}

fn is_of_series(row: Option<&Row>) -> bool {
    matches!(row, Some(Row::FollowUp(row)) if row.recurrence.is_some())
}

/// What a row is called where it must not be taken for another one.
fn told_apart(row: &Row, terms: card::Terms) -> String {
    let parts = match row {
        Row::Sale(sale) => {
            let (day, amount) = (terms.date(sale.day), terms.money(sale.base_minor));
            vec![sale.number.clone(), sale.client_name.clone(), day, amount]
        }
        Row::Interaction(done) => {
            let kind = done.kind.label(terms.locale.lang);
            vec![kind, done.client_name.clone(), terms.date(done.day)]
        }
        Row::FollowUp(task) => vec![task.title.clone(), task.client_name.clone(), terms.date(task.due)],
        Row::Offer(offer) => {
            vec![offer.product_name.clone(), offer.client_name.clone(), terms.date(offer.day)]
        }
        Row::Survey(sent) => vec![sent.survey.clone(), sent.client_name.clone(), terms.date(sent.sent)],
        Row::Today(_)
        | Row::Client(_)
        | Row::Contact(_)
        | Row::Total(_)
        | Row::Product(_)
        | Row::Salesperson(_) => {
            vec![row.subject().to_owned()]
        }
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Shows why the client has its stars, as soon as its card is here.
fn explain(model: &mut Model) {
    let Some((client, _)) = model.client() else { return no_client_here(model) };
    model.explaining = Some(client);
    show_explanation(model);
}

/// Opens the explanation that was asked for, when the client's card is here.
pub fn show_explanation(model: &mut Model) {
    let Some(client) = model.explaining else { return };
    let terms = model.terms();
    let Some(found) = model.card.of(client) else { return };
    let text = card::star_reason(found, terms).into_iter().map(|(role, text)| RichLine::new(role, text));
    let title = found.file.name.clone();
    let reader = Reader::new(title, text.collect());
    model.explaining = None;
    model.modal = Some(Modal::Reader(reader));
}

/// Shows what came back of every survey; it is known where they are listed.
fn show_figures(model: &mut Model) {
    if model.tab != Tab::Surveys || model.in_full().is_some() {
        let text = model.t("hint-figures-of-surveys");
        model.say(Tone::Hint, text);
        return;
    }
    let text = surveys::text(&model.figures, model.terms());
    model.modal = Some(Modal::Reader(Reader::new(model.t("survey-figures"), text)));
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

/// Puts off for a week: what was promised, else the client.
fn put_off_here(model: &mut Model) -> Vec<Effect> {
    match unpromised(model) {
        Some(row) => {
            let to = by_a_week(row.put_off_to.unwrap_or(model.today), model.today);
            vec![Effect::Store(Request::PutOff { client: row.id, to })]
        }
        None => with_follow_up(model, put_off),
    }
}

/// Asks to which day.
fn put_off_until_here(model: &mut Model) -> Vec<Effect> {
    let Some(asked) = unpromised(model).map(|row| PutOff::of_client(row, model.today)) else {
        return with_follow_up(model, ask_until);
    };
    model.line = Some(Line::PutOff(asked));
    Vec::new()
}

/// From a salesperson to that one's Today.
fn show_of_salesperson(model: &mut Model, tab: Tab) {
    let Some(Row::Salesperson(row)) = model.list().selected().filter(|_| tab == Tab::Today) else { return };
    let salesperson = Some(row.id);
    for face in [Tab::Today, Tab::TodayByCity, Tab::PutOff] {
        model.lists[face.index()].show_of(salesperson);
    }
}

/// Who begins, with nobody in the portfolio yet, begins where it is said how.
pub fn welcome(model: &mut Model, ticket: Ticket, head: Option<&TodayHead>) {
    let is_awaited = model.tab == Tab::Today && model.list().awaits_ids(ticket) && model.list().is_awaited();
    if is_awaited && head.is_some_and(|head| head.is_nobody_there) {
        go(model, Tab::Clients);
    }
}

/// Asks why the client is in Today, or is not.
fn ask_why(model: &mut Model) -> Vec<Effect> {
    let Some((client, _)) = model.client() else {
        no_client_here(model);
        return Vec::new();
    };
    let ticket = model.tickets.give();
    model.asking_why = Some(ticket);
    vec![Effect::Store(Request::Why { ticket, client })]
}

/// Shows the answer, unless something else stands over the screen by now.
pub fn show_why(model: &mut Model, ticket: Ticket, row: Option<&TodayRow>) {
    if model.asking_why != Some(ticket) {
        return;
    }
    model.asking_why = None;
    // What came up meanwhile is not taken away from under the user's hands.
    if let (Some(row), None, None) = (row, &model.modal, &model.line) {
        let reader = Reader::new(row.name.clone(), why::text(row, model.terms()));
        model.modal = Some(Modal::Reader(reader));
    }
}

/// Goes on with what an earlier run left half-typed.
pub fn resume(model: &mut Model, draft: &FormDraft) {
    match LogEntry::from_draft(draft) {
        Some(entry) => model.line = Some(Line::Log(entry)),
        None => forms::resume(model, draft),
    }
}

/// What a draft is called in the list of drafts.
pub fn draft_name(model: &Model, draft: &FormDraft) -> String {
    match LogEntry::from_draft(draft) {
        Some(log) => {
            let what = log.entry.what.label(model.locale.lang);
            let client = log.entry.client.as_ref().map(|(_, name)| format!(" · {name}"));
            format!("{what}{}: {}", client.unwrap_or_default(), log.field.text())
        }
        None => forms::draft_name(model, draft),
    }
}

/// The client to which a new row belongs by where it is added: the one that fills the screen, else that to which the list is narrowed.
pub fn narrowed_to(model: &Model) -> Option<(ClientId, String)> {
    let query = model.list().query();
    let narrowed = query.client.map(|client| (client, model.list().client_name().to_owned()));
    model.in_full().map(|(client, name)| (client, name.to_owned())).or(narrowed)
}
