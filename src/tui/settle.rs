//! After every message: what has become visible is asked for, and keys that waited for it are let go on.

use super::action::Action;
use super::chord::Chord;
use super::context::Context;
use super::ending::Bound;
use super::help::Command;
use super::list::List;
use super::modal::{Line, Modal};
use super::row::Row;
use super::tab::Tab;
use super::{Effect, Model, Msg, complete, input, layout, logging, mailing, many};
use crate::entry::What;
use ratatui::crossterm::event::Event;

/// More keys than these are not kept: nobody types so far ahead.
const MOST_KEPT: usize = 256;

/// Asks for what is visible and not here, and fits what is here to the screen.
pub fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let height = model.list_height();
    if model.tab == Tab::Week {
        let week = model.week.wanted(model.today, &model.locale, &mut model.tickets);
        effects.extend(week.map(Effect::Store));
    } else {
        let tab = model.tab.index();
        let list = &mut model.lists[tab];
        list.show_selection(height);
        let ids = list.wanted_ids(&mut model.tickets);
        let rows = list.wanted_rows(height, &mut model.tickets);
        let sum = list.wanted_sum(&mut model.tickets);
        effects.extend(ids.into_iter().chain(rows).chain(sum).map(Effect::Store));
    }
    effects.extend(model.lists.iter_mut().filter_map(List::to_keep).map(Effect::Store));
    settle_card(model, effects);
    settle_product(model, effects);
    settle_briefing(model, effects);
    let (day, place) = (model.today, model.place());
    if let Some(Line::Log(log)) = &mut model.line {
        let client = log.entry.client.as_ref().map(|(client, _)| *client).filter(|_| log.looks_for_bound);
        if let (Some(client), What::Done(kind)) = (client, log.entry.what)
            && !model.card.is_awaited(client)
        {
            log.looks_for_bound = false;
            log.bound = model.card.of(client).and_then(|card| Bound::of_card(card, kind, day));
        }
        effects.extend(log.wanted(&place, || model.tickets.give()).map(Effect::Store));
    }
    complete::settle(model, effects);
    many::tidy(model);
    effects.extend(mailing::wanted(model).map(Effect::Store));
    if model.modal.is_none() && model.line.is_none() && model.help.is_none() && model.mailing.is_none() {
        model.modal = model.drafts.take().map(Modal::Drafts).or(model.defining.map(Modal::Own));
    }
    if let Some(Modal::Reader(reader)) = &mut model.modal {
        let text = layout::modal_text(layout::modal(model.width, model.height));
        reader.lay_out(usize::from(text.width));
        reader.scroll.by(0, usize::from(text.height));
    }
    let help_height = help_height(model);
    if let Some(mut help) = model.help.take() {
        let count = model.help_entries(&help).len();
        help.select(help.index, count, help_height);
        model.help = Some(help);
    }
}

/// The entries of help that are seen at once: one line of the box is for the filter.
pub fn help_height(model: &Model) -> usize {
    let text = layout::modal_text(layout::modal(model.width, model.height));
    usize::from(text.height).saturating_sub(1).max(1)
}

fn settle_card(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(screen) = model.screen() else { return };
    let is_full = model.card.full().is_some();
    let is_beside = !screen.card.is_empty() || !screen.detail.is_empty();
    // Also under a briefing: what is logged from there looks for the follow-ups on it.
    let is_seen = model.briefing.is_open() || is_full || is_beside;
    let seen = model.client().map(|(client, _)| client).filter(|_| is_seen);
    let logged = match &model.line {
        Some(Line::Log(log)) if log.looks_for_bound => log.entry.client.as_ref().map(|(client, _)| *client),
        Some(Line::Log(_) | Line::Search(_) | Line::Chips(_) | Line::PutOff(_) | Line::Name(_)) | None => {
            None
        }
    };
    if let Some(client) = model.explaining.or(model.copying).or(logged).or(seen) {
        effects.extend(model.card.wanted(client, &mut model.tickets).map(Effect::Store));
    }
    let text = layout::card_text(&screen, is_full);
    model.card.lay_out(model.terms(), usize::from(text.width));
    model.card.scroll_by(0, usize::from(text.height));
}

fn settle_product(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(screen) = model.screen() else { return };
    let full = model.product.full().map(|(product, _)| product);
    let is_beside = !screen.card.is_empty() || !screen.detail.is_empty();
    let selected = match model.list().selected() {
        Some(Row::Product(row)) if is_beside => Some(row.id),
        _ => None,
    };
    if let Some(product) = full.or(selected) {
        effects.extend(model.product.wanted(product, &mut model.tickets).map(Effect::Store));
    }
    let text = layout::card_text(&screen, full.is_some());
    model.product.lay_out(model.terms(), usize::from(text.width));
    model.product.show_selection(usize::from(text.height));
}

fn settle_briefing(model: &mut Model, effects: &mut Vec<Effect>) {
    effects.extend(model.briefing.wanted(&mut model.tickets).map(Effect::Store));
    let Some(screen) = model.screen() else { return };
    let area = layout::briefing(&screen);
    model.briefing.lay_out(model.terms(), usize::from(area.width), usize::from(area.height));
    model.briefing.scroll_by(0, usize::from(area.height));
}

/// Must this key wait, because it acts on a row and it is not known yet on which? So does every key after it, lest they
/// change places.
pub fn is_too_early(model: &Model, chord: Chord, action: Option<Action>) -> bool {
    // What is open next takes them.
    if model.copying.is_some()
        || model.views.is_some()
        || matches!(model.many, many::Many::Asking(..))
        || model.noting.is_on()
        || mailing::is_awaited(model)
    {
        return !(chord.ctrl && matches!(action, Some(Action::Quit | Action::Suspend | Action::Redraw)));
    }
    // Behind a key that waits, a letter may be text and Esc may close what is not open yet. Only Ctrl-C and its like
    // never wait.
    if !model.later.is_empty() {
        return !(chord.ctrl && matches!(action, Some(Action::Quit | Action::Suspend | Action::Redraw)));
    }
    action.is_some_and(|action| must_wait(model, model.context(), action))
        // Enter was pressed already.
        || matches!(&model.line, Some(Line::Log(log)) if model.context() == Context::Log && log.goes_on)
}

/// Is it not known yet on what the action would act in this place?
pub fn must_wait(model: &Model, context: Context, action: Action) -> bool {
    use Action as A;
    match context {
        Context::Search if complete::is_awaited(model, action) => true,
        Context::List
        | Context::Card
        | Context::Product
        | Context::Brief
        | Context::Search
        | Context::Week => {
            let is_week = context == Context::Week;
            let moves_too_early =
                || if is_week { model.week.is_awaited() } else { model.list().is_awaited() };
            ((acts_on_row(action) || marks(action) || reads_cell(action)) && model.is_row_awaited())
                || (moves(action) && moves_too_early())
        }
        Context::Log => {
            matches!(action, A::Submit | A::Complete | A::ChangeEnding | A::OpenForm)
                && logging::is_awaited(model)
        }
        // Enter does there what it says, where help was asked for.
        Context::Help if action == A::Submit => {
            match model.help.as_ref().and_then(|help| model.help_chosen(help)) {
                Some(Command::Act(context, action)) => must_wait(model, context, action),
                Some(Command::Show(_)) | None => false,
            }
        }
        Context::Values => {
            let is_awaited = matches!(&model.modal, Some(Modal::Values(panel)) if panel.is_awaited());
            is_awaited && action != A::Cancel
        }
        Context::Global
        | Context::PutOff
        | Context::Name
        | Context::Views
        | Context::Earlier
        | Context::Chips
        | Context::Form
        | Context::Confirm
        | Context::Reader
        | Context::Help
        | Context::Field
        | Context::Drafts
        | Context::Choose
        | Context::Templates
        | Context::Columns
        | Context::Own => false,
    }
}

/// Does it open a line, which may name its client itself?
pub fn begins_line(action: Action) -> bool {
    use Action as A;
    [A::LogVisit, A::LogCall, A::LogEmail, A::LogMessage, A::LogNote, A::AddSale].contains(&action)
}

/// Does it need a row, or a client, to act on?
pub fn acts_on_row(action: Action) -> bool {
    use Action as A;
    [A::Open, A::Edit, A::Remove, A::LogVisit, A::LogCall, A::LogEmail, A::LogMessage, A::LogNote]
        .into_iter()
        .chain([
            A::AddFollowUp,
            A::CompleteFollowUp,
            A::SnoozeFollowUp,
            A::SnoozeUntil,
            A::MoveLater,
            A::MoveEarlier,
            A::AddSale,
            A::OfferProduct,
            A::ExplainStars,
            A::Copy,
            A::EditNotes,
            A::Brief,
            A::ExplainToday,
        ])
        .any(|it| it == action)
}

/// Does it move the selection?
pub fn moves(action: Action) -> bool {
    use Action as A;
    [A::SelectNext, A::SelectPrev, A::PageDown, A::PageUp, A::SelectFirst, A::SelectLast].contains(&action)
}

/// Does it mark rows, or act on what is marked?
pub fn marks(action: Action) -> bool {
    use Action as A;
    [A::Mark, A::MarkNext, A::MarkPrev, A::MarkAll, A::EditMany].contains(&action)
}

/// Does it ask what the cell under the column cursor holds?
fn reads_cell(action: Action) -> bool {
    use Action as A;
    [A::OnlyThis, A::AllButThis].contains(&action)
}

/// Keeps a key for later.
pub fn keep(model: &mut Model, event: Event) {
    if model.later.len() < MOST_KEPT {
        model.later.push_back(event);
    }
}

/// The message of the first kept key, when it need not wait any longer.
pub fn due(model: &mut Model) -> Option<Msg> {
    if model.modal.is_none() && logging::goes_on(model) {
        return Some(Msg::Act(Action::Submit));
    }
    let first = model.later.pop_front()?;
    let rest = std::mem::take(&mut model.later);
    let message = input::message(model, &first);
    model.later = rest;
    match message {
        Some(Msg::TooEarly(event)) => {
            model.later.push_front(event);
            None
        }
        Some(message) => Some(message),
        // A key that means nothing there; the next one may.
        None => due(model),
    }
}
