//! What the keys do on a list and on the full card of a client.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

mod due;
mod explain;
pub mod full;
mod remove;

pub use explain::{show_explanation, show_why};

use super::context::Context;
use super::log_entry::LogEntry;
use super::modal::Line;
use super::row::Row;
use super::status::Tone;
use super::tab::Tab;
use super::{
    Action, Effect, Model, act, bulk, chips, chooser, complete, copying, defining, forms, logging, many,
    noting, settle, views,
};
use crate::domain::ids::ClientId;
use crate::domain::kinds::InteractionKind;
use crate::domain::today::TodayHead;
use crate::entry::What;
use crate::repository::request::{FormDraft, RecordId, Request, Ticket};

/// On a list.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if select(model, action) {
        return Vec::new();
    }
    if model.list().is_on_head() && settle::acts_on_row(action) && action != Action::Open {
        let text = model.t("hint-on-group");
        model.say(Tone::Hint, text);
        return Vec::new();
    }
    match action {
        Action::Group => group(model),
        Action::FoldGroups => fold_all(model),
        Action::Open if model.list().is_on_head() => model.list_mut().fold(),
        Action::ColumnNext => model.list_mut().move_column(true),
        Action::ColumnPrev => model.list_mut().move_column(false),
        Action::SortColumn => model.list_mut().sort(),
        Action::SortAlso => model.list_mut().sort_also(),
        Action::ChooseColumns => chooser::open(model),
        Action::NarrowColumn | Action::WidenColumn => {
            let width = model.list_width();
            model.list_mut().resize_column(action == Action::WidenColumn, width);
        }
        Action::ColumnLeft | Action::ColumnRight => {
            let width = model.list_width();
            model.list_mut().shift_column(action == Action::ColumnRight, width);
        }
        Action::ShowClosed => model.list_mut().show_closed(),
        Action::Mark | Action::MarkNext | Action::MarkPrev | Action::MarkAll => mark(model, action),
        Action::EditMany => bulk::begin(model),
        Action::Search => {
            let line = model.list().filter().print(&model.reading(), model.locale.lang);
            let field = super::TextField::new(line);
            model.list_mut().begin_search();
            return complete::open(model, field);
        }
        Action::Chips => chips::enter(model),
        Action::ClearSearch => {
            model.list_mut().clear_filter();
            model.list_mut().narrow(None);
            model.list_mut().show_of(None);
        }
        Action::OnlyThis => super::cells::only(model),
        Action::AllButThis => super::cells::except(model),
        Action::FilterColumn => return super::values::open(model),
        Action::Back => back(model),
        Action::Open => {
            many::act(model, action);
            return open(model);
        }
        Action::Add => return forms::add(model),
        Action::SaveView => return views::wish(model, views::Wish::Name),
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
        Action::MoveLater => {
            return due::with_follow_up(model, |model, row| due::move_by_a_day(model, row, 1));
        }
        Action::MoveEarlier => {
            return due::with_follow_up(model, |model, row| due::move_by_a_day(model, row, -1));
        }
        Action::Back => go(model, Tab::FollowUps),
        Action::Open => return open(model),
        Action::Add => return forms::add(model),
        _ => return act_on_both(model, action),
    }
    Vec::new()
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
    if let Some(effects) = many::act(model, action) {
        return effects;
    }
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
        Action::CompleteFollowUp => return due::done(model),
        Action::SnoozeFollowUp => return due::put_off_here(model),
        Action::SnoozeUntil => return due::put_off_until_here(model),
        Action::Edit => {
            return record(model).map_or_else(Vec::new, |id| vec![Effect::Store(Request::Open(id))]);
        }
        Action::Remove => remove::ask(model),
        Action::ExplainStars => explain::stars(model),
        Action::Brief => full::brief(model),
        Action::Copy => copying::begin(model),
        Action::EditNotes => return noting::begin(model),
        Action::ExplainToday => return explain::ask_why(model),
        Action::SurveyFigures => explain::figures(model),
        Action::DefineFields => return defining::open(model),
        Action::Views => return views::wish(model, views::Wish::Choose(None)),
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
pub fn go(model: &mut Model, tab: Tab) {
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

/// Shows the rows of the tab, with nothing over them.
pub fn show_list(model: &mut Model) {
    go(model, if model.tab == Tab::Week { Tab::FollowUps } else { model.tab });
}

/// Puts the rows together by the column under the cursor, or takes them apart.
fn group(model: &mut Model) {
    if let Err(column) = model.list_mut().group() {
        let name = crate::filter::column_name(column, model.custom.all(), model.locale.lang);
        let text = model.locale.ta("hint-no-groups", &[("column", name.into())]);
        model.say(Tone::Hint, text);
    }
}

fn fold_all(model: &mut Model) {
    if model.list().grouped_by().is_some() {
        model.list_mut().fold_all();
    } else {
        let chords = model.keymap.chords(Context::List, Action::Group);
        let key = chords.first().map(|chord| chord.label(model.locale.lang)).unwrap_or_default();
        let text = model.locale.ta("hint-nothing-grouped", &[("key", key.into())]);
        model.say(Tone::Hint, text);
    }
}

/// Marks rows. What is only counted is no row to do something with.
fn mark(model: &mut Model, action: Action) {
    if model.tab == Tab::Totals {
        let text = model.t("hint-counted-row");
        return model.say(Tone::Hint, text);
    }
    if model.list().is_empty() {
        return nothing_selected(model);
    }
    if model.list().is_on_head() && action != Action::MarkAll {
        let text = model.t("hint-on-group");
        return model.say(Tone::Hint, text);
    }
    let list = model.list_mut();
    match action {
        Action::Mark => list.mark(),
        Action::MarkNext => list.mark_on(true),
        Action::MarkPrev => list.mark_on(false),
        _ => list.mark_all(),
    }
}

/// One level out: the marks, the search, then the client to which the list is narrowed, whose card comes back if it was open, then a
/// list without a digit.
fn back(model: &mut Model) {
    if !model.list().marks().is_empty() {
        model.list_mut().clear_marks();
    } else if model.list().is_filtered() {
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
    let text = model.t(if model.list().is_on_head() { "hint-on-group" } else { "hint-nothing-selected" });
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
