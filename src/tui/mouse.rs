//! The mouse: what stands where it clicks, and what a click there does. It can do nothing that a key cannot.

#![expect(clippy::wildcard_enum_match_arm, reason = "a click elsewhere does nothing")]

use super::context::Context;
use super::form::layout::Layout as FormLayout;
use super::form::{FormKey, Stop};
use super::modal::{Line, Modal};
use super::tab::Tab;
use super::{Action, Effect, Model, Msg, act, chips, forms, layout, page, settle};
use crate::domain::list::Column;
use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

/// A turn of the wheel goes so many lines.
const WHEEL: isize = 3;

/// What can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Tab(Tab),
    /// A row of the list, by its place.
    Row(usize),
    /// Where the mark of a row stands.
    Mark(usize),
    Head(Column),
    /// A part of the filter in the heading; its last cell takes it away.
    Chip {
        at: usize,
        is_end: bool,
    },
    /// A word of the footer.
    Word(Action),
    /// A line of help, or of what is to be chosen from.
    Entry(usize),
    Field(Stop),
}

/// What the mouse did, as a message; `None` when it means nothing there.
pub fn message(model: &Model, event: &MouseEvent) -> Option<Msg> {
    match event.kind {
        MouseEventKind::ScrollDown => Some(Msg::Wheel { down: true }),
        MouseEventKind::ScrollUp => Some(Msg::Wheel { down: false }),
        MouseEventKind::Down(MouseButton::Left) => {
            let target = target(model, Position { x: event.column, y: event.row })?;
            Some(action(model, target).map_or(Msg::Clicked(target), Msg::Act))
        }
        _ => None,
    }
}

/// The action that a click is another way to ask for.
fn action(model: &Model, target: Target) -> Option<Action> {
    match target {
        Target::Word(action) => Some(action),
        // Who clicks on the selected row wants to see more of it.
        Target::Row(place) if place == model.list().index() && model.context() == Context::List => {
            Some(Action::Open)
        }
        _ => None,
    }
}

/// What stands at a place of the screen, of that which can be clicked now.
fn target(model: &Model, at: Position) -> Option<Target> {
    let screen = model.screen()?;
    let word = || {
        let words = model.footer_words(screen.footer);
        words.into_iter().find(|it| it.area.contains(at)).map(|it| Target::Word(it.action))
    };
    let on_top = if let Some(help) = &model.help {
        let count = model.help_entries(help).len();
        line_at(layout::finder(model.width, model.height).1, at)
            .map(|line| help.top + line)
            .filter(|entry| *entry < count)
            .map(Target::Entry)
    } else if let Some(modal) = &model.modal {
        in_modal(model, modal, screen.form(), at)
    } else {
        None
    };
    let is_covered = model.help.is_some() || model.modal.is_some();
    on_top.or_else(|| if is_covered { None } else { on_page(model, &screen, at) }).or_else(word)
}

fn in_modal(model: &Model, modal: &Modal, form: Rect, at: Position) -> Option<Target> {
    if let Modal::Form(filled) = modal {
        return FormLayout::of(filled, layout::form_text(form)).stop_at(at).map(Target::Field);
    }
    if let Some(question) = model.question() {
        let answers = model.asked(&question).answers;
        return answers.into_iter().find(|it| it.area.contains(at)).map(|it| Target::Word(it.action));
    }
    let found = layout::finder(model.width, model.height).1;
    if let Some((top, count)) = modal.found(usize::from(found.height)) {
        let entry = top + line_at(found, at)?;
        return (entry < count).then_some(Target::Entry(entry));
    }
    let choice = modal.choice(model)?;
    let text = layout::modal_text(layout::sized(model.width, model.height, choice.names.len()));
    let entry = choice.first(usize::from(text.height)) + line_at(text, at)?;
    (entry < choice.names.len()).then_some(Target::Entry(entry))
}

/// On a list, a card or a briefing.
fn on_page(model: &Model, screen: &layout::Screen, at: Position) -> Option<Target> {
    let is_typing = matches!(model.line, Some(Line::Log(_) | Line::PutOff(_) | Line::Name(_)));
    if is_typing {
        return None;
    }
    if let Some(shown) = model.tabs(screen.tabs).into_iter().find(|it| it.area.contains(at)) {
        return Some(Target::Tab(shown.tab));
    }
    if !matches!(model.context(), Context::List | Context::Search | Context::Chips) || model.tab == Tab::Week
    {
        return None;
    }
    let chip = super::view::chips(model, screen.title).into_iter().find(|(_, area)| area.contains(at));
    if let Some((chip, area)) = chip.filter(|_| model.context() != Context::Search) {
        return Some(Target::Chip { at: chip, is_end: at.x + 1 == area.right() });
    }
    let list = model.list();
    if screen.rows.contains(at) {
        let line = line_at(screen.rows, at)?;
        let (place, _) = list.visible(model.list_height()).nth(line)?;
        let is_mark = at.x == screen.rows.x && list.id_at(place).is_some();
        return Some(if is_mark { Target::Mark(place) } else { Target::Row(place) });
    }
    let head = layout::columns(screen.head);
    if !head.contains(at) {
        return None;
    }
    let fitted = list.fitted(head.width);
    let column = fitted.iter().rev().find(|column| head.x + column.x <= at.x)?;
    Some(Target::Head(column.column))
}

fn line_at(area: Rect, at: Position) -> Option<usize> {
    area.contains(at).then(|| usize::from(at.y - area.y))
}

/// Does what a click there asks for. What was said before is gone.
pub fn click(model: &mut Model, target: Target) -> Vec<Effect> {
    model.status = None;
    if matches!(model.line, Some(Line::Chips(_))) && !matches!(target, Target::Word(_) | Target::Chip { .. })
    {
        model.line = None;
    }
    match target {
        Target::Chip { at, is_end: true } => chips::remove(model, at),
        Target::Chip { at, is_end: false } => return chips::mend(model, at),
        Target::Tab(tab) => {
            if model.line.take().is_some() && !model.list_mut().end_search() {
                model.list_mut().cancel_search();
            }
            let is_here = tab == model.tab && model.in_full().is_none() && model.product_in_full().is_none();
            page::go(model, if is_here { tab.next_face() } else { tab });
        }
        Target::Row(place) => model.list_mut().select_index(place),
        Target::Mark(place) => model.list_mut().mark_at(place),
        Target::Head(column) => {
            model.list_mut().point_at(column);
            model.list_mut().sort();
        }
        Target::Entry(entry) => return choose(model, entry),
        Target::Field(stop) => return forms::input(model, FormKey::Focus(stop)),
        Target::Word(action) => return act::act(model, action),
    }
    Vec::new()
}

/// Takes what was clicked among what there is to choose from.
fn choose(model: &mut Model, entry: usize) -> Vec<Effect> {
    if let Some(help) = &mut model.help {
        help.index = entry;
        if settle::must_wait(model, Context::Help, Action::Submit) {
            // Enter runs it as soon as it is known on what.
            return Vec::new();
        }
    } else if let Some(modal) = &mut model.modal {
        modal.point_at(entry);
    }
    if model.context() == Context::Columns {
        return act::act(model, Action::Toggle);
    }
    // Of values several are wanted.
    let is_ticked = model.help.is_none() && matches!(model.modal, Some(Modal::Values(_)));
    act::act(model, if is_ticked { Action::Tick } else { Action::Submit })
}

/// Moves what moves here.
pub fn wheel(model: &mut Model, down: bool) -> Vec<Effect> {
    let action = if down { Action::SelectNext } else { Action::SelectPrev };
    let context = model.context();
    if !context.actions().contains(&action) || settle::must_wait(model, context, action) {
        return Vec::new();
    }
    (0..WHEEL).flat_map(|_| act::act(model, action)).collect()
}
