//! What an action does, by the place in which it was asked for.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::chord::{Chord, Key};
use super::context::Context;
use super::form::FormKey;
use super::help::{Command, Help, Scope};
use super::modal::{Confirm, Line, Modal, Yes};
use super::status::Tone;
use super::{
    Action, Effect, Model, TextEdit, bulk, chips, chooser, complete, copying, defining, earlier, forms,
    layout, logging, mailing, many, page, settle, tab, views,
};
use crate::repository::request::Request;

/// Carries an action out. What was said before is gone.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return quit(model),
        Action::Cancel | Action::Back => model.later.clear(),
        _ => {}
    }
    model.status = None;
    let context = model.context();
    if action == Action::Help && context != Context::Help {
        model.help = Some(Help::new(context, Scope::Here));
        return Vec::new();
    }
    if action == Action::Palette {
        model.help = Some(Help::new(context, Scope::Everything));
        return Vec::new();
    }
    match context {
        Context::List | Context::Global => page::act(model, action),
        Context::Week => page::act_on_week(model, action),
        Context::Card => page::act_on_card(model, action),
        Context::Product => page::full::act_on_product(model, action),
        Context::Brief => page::full::act_on_briefing(model, action),
        Context::Search => search(model, action),
        Context::Log => logging::act(model, action),
        Context::Choose if matches!(model.modal, Some(Modal::Copy(_))) => copying::choose(model, action),
        Context::Choose if matches!(model.modal, Some(Modal::Told(_))) => bulk::decide(model, action),
        Context::Field => bulk::choose(model, action),
        Context::Choose => logging::choose(model, action),
        Context::Templates => mailing::choose(model, action),
        Context::Columns => chooser::act(model, action),
        Context::Own => defining::act(model, action),
        Context::PutOff => logging::put_off(model, action),
        Context::Values => super::values::act(model, action),
        Context::Name => views::act_on_name(model, action),
        Context::Chips => chips::act(model, action),
        Context::Earlier => earlier::choose(model, action),
        Context::Views => views::choose(model, action),
        Context::Form => forms::act(model, action),
        Context::Confirm => confirm(model, action),
        Context::Reader => {
            read(model, action);
            Vec::new()
        }
        Context::Help => help(model, action),
        Context::Drafts => drafts(model, action),
    }
}

/// A change of the text that is being typed.
pub fn edit(model: &mut Model, edit: TextEdit) -> Vec<Effect> {
    if model.context() == Context::Form {
        return forms::input(model, FormKey::Edit(edit));
    }
    type_with(model, |field| field.edit(edit))
}

/// Text that arrives at once; it is only ever text.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if !model.context().takes_text() {
        let hint = model.t("hint-paste");
        model.say(Tone::Hint, hint);
        return Vec::new();
    }
    if model.context() == Context::Form {
        return forms::input(model, FormKey::Paste(text.to_owned()));
    }
    type_with(model, |field| {
        field.insert(text);
        !text.is_empty()
    })
}

/// Changes the text field that has the keys; what depends on its text follows.
fn type_with(model: &mut Model, change: impl FnOnce(&mut super::TextField) -> bool) -> Vec<Effect> {
    model.status = None;
    if let Some(help) = &mut model.help {
        if change(&mut help.filter) {
            help.index = 0;
        }
        return Vec::new();
    }
    if let Some(Modal::Views(picker)) = &mut model.modal {
        if change(&mut picker.field) {
            return views::typed(model);
        }
        return Vec::new();
    }
    if let Some(Modal::Earlier(list)) = &mut model.modal {
        if change(&mut list.field) {
            (list.index, list.top) = (0, 0);
        }
        return Vec::new();
    }
    if let Some(Modal::Fields(choice)) = &mut model.modal {
        if change(&mut choice.filter) {
            choice.index = 0;
        }
        return Vec::new();
    }
    if let Some(Modal::Values(panel)) = &mut model.modal {
        if change(&mut panel.field) {
            panel.typed_more();
        }
        return Vec::new();
    }
    match &mut model.line {
        Some(Line::Search(_)) => {
            complete::with(model, |search, _| {
                change(&mut search.field);
                search.changed();
                true
            });
            Vec::new()
        }
        Some(Line::Log(entry)) => {
            entry.once_more = None;
            if change(&mut entry.field) { vec![Effect::Store(entry.keep())] } else { Vec::new() }
        }
        Some(Line::PutOff(asked)) => {
            change(&mut asked.field);
            Vec::new()
        }
        Some(Line::Name(naming)) => {
            change(&mut naming.field);
            Vec::new()
        }
        Some(Line::Chips(_)) | None => Vec::new(),
    }
}

/// A key without a meaning: its digit may belong to a tab that is still to come.
pub fn unbound(model: &mut Model, chord: Chord) {
    let lang = model.locale.lang;
    let Key::Char(character) = chord.key else { return };
    let text = match tab::still_to_come(character) {
        Some(word) if chord == Chord::plain(chord.key) => {
            lang.ta("hint-tab-to-come", &[("tab", lang.tab(word).into())])
        }
        Some(_) | None => {
            let help = model.keymap.chords(model.context(), Action::Help);
            let help = help.first().map(|chord| chord.label(lang)).unwrap_or_default();
            lang.ta("hint-unbound", &[("key", chord.label(lang).into()), ("help", help.into())])
        }
    };
    model.say(Tone::Hint, text);
}

fn search(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Submit => {
            if model.list_mut().end_search() {
                model.line = None;
                return complete::kept(model);
            }
        }
        Action::Cancel => {
            model.list_mut().cancel_search();
            model.line = None;
        }
        Action::History => earlier::open(model),
        Action::Complete | Action::CompleteBack => complete::go_on(model, action == Action::Complete),
        Action::SelectPrev | Action::SelectNext if complete::recall(model, action == Action::SelectPrev) => {}
        _ => {
            page::select(model, action);
        }
    }
    Vec::new()
}

/// Ends the program; asks first when a form has unsaved text.
fn quit(model: &mut Model) -> Vec<Effect> {
    if matches!(&model.modal, Some(Modal::Form(form)) if form.is_dirty()) {
        model.help = None;
        forms::ask_to_discard(model, true);
        return Vec::new();
    }
    vec![Effect::Quit]
}

fn confirm(model: &mut Model, action: Action) -> Vec<Effect> {
    if matches!(model.modal, Some(Modal::Discard { .. })) {
        return forms::answer_discard(model, action == Action::Submit);
    }
    if matches!(model.modal, Some(Modal::Mail(_))) {
        return mailing::answer(model, action == Action::Submit);
    }
    let Some(Modal::Confirm(confirm)) = model.modal.take() else { return Vec::new() };
    match (action, confirm.on_this_one) {
        (Action::Submit, _) => match confirm.on_yes {
            Yes::Store(request) => {
                many::log(model, &request);
                vec![Effect::Store(request)]
            }
            Yes::EditMany(ids) => {
                bulk::choose_field(model, ids);
                Vec::new()
            }
        },
        (Action::ThisOne, Some(id)) => vec![Effect::Store(Request::SkipFollowUp(id))],
        // The question stays: there is only one of it.
        (Action::ThisOne, None) => {
            model.modal = Some(Modal::Confirm(Confirm { on_this_one: None, ..confirm }));
            Vec::new()
        }
        (_, _) => Vec::new(),
    }
}

/// Rows by which an action moves a window of this height; the first and the last are as far as it goes.
pub fn steps(action: Action, height: usize) -> Option<isize> {
    let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
    match action {
        Action::SelectNext => Some(1),
        Action::SelectPrev => Some(-1),
        Action::PageDown => Some(page),
        Action::PageUp => Some(-page),
        Action::SelectFirst => Some(isize::MIN),
        Action::SelectLast => Some(isize::MAX),
        _ => None,
    }
}

fn read(model: &mut Model, action: Action) {
    let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
    let Some(Modal::Reader(reader)) = &mut model.modal else { return };
    match steps(action, height) {
        Some(lines) => reader.scroll.by(lines, height),
        None => model.modal = None,
    }
}

fn help(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(mut help) = model.help.take() else { return Vec::new() };
    let entries = model.help_entries(&help);
    let height = settle::help_height(model);
    match (action, steps(action, height)) {
        (_, Some(rows)) => {
            help.select(help.index.saturating_add_signed(rows), entries.len(), height);
            model.help = Some(help);
            Vec::new()
        }
        // It is closed, so that the action finds the place in which it was looked up.
        (Action::Submit, None) => match entries.get(help.index).map(|entry| entry.command) {
            Some(Command::Act(_, Action::Help)) if help.scope == Scope::Here => Vec::new(),
            Some(command) => run(model, command),
            None => Vec::new(),
        },
        (_, None) => Vec::new(),
    }
}

/// Runs what was chosen; what only a list can do, on the list.
fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Act(context, action) => {
            if context == Context::List && model.context() != Context::List {
                page::show_list(model);
            }
            act(model, action)
        }
        Command::Show(tab) => {
            page::go(model, tab);
            Vec::new()
        }
    }
}

fn drafts(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Modal::Drafts(mut drafts)) = model.modal.take() else { return Vec::new() };
    let mut effects = Vec::new();
    match action {
        Action::Submit => {
            if let Some(kept) = drafts.selected() {
                page::resume(model, &kept.draft);
            }
            return effects;
        }
        Action::Discard => {
            if drafts.index < drafts.drafts.len() {
                let draft = drafts.drafts.remove(drafts.index).draft;
                effects.push(Effect::Store(Request::DropDraft { form: draft.form, row: draft.row }));
                drafts.move_by(0);
            }
        }
        Action::SelectNext => drafts.move_by(1),
        Action::SelectPrev => drafts.move_by(-1),
        _ => return effects,
    }
    if !drafts.drafts.is_empty() {
        model.modal = Some(Modal::Drafts(drafts));
    }
    effects
}
