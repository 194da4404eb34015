//! Saved views: the list from which one is chosen, and the line that names one.

use super::modal::{Line, Modal};
use super::status::Tone;
use super::tab::Tab;
use super::{Action, Effect, Model, TextField, act, page};
use crate::domain::view::{NUMBERED, View, own_name};
use crate::filter::{Filter, Reading};
use crate::repository::request::Request;
use crate::text::Lang;
use crate::text::fuzzy::Fuzzy;
use std::cmp::Reverse;

/// A longer name is refused.
const MOST_LETTERS: usize = 100;

/// For what the views are asked for: keys wait until they are here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To choose one, from the list as it stood before.
    Choose(Option<Box<Picker>>),
    /// To name what the list shows.
    Name,
}

/// The list from which a view is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    views: Vec<View>,
    pub field: TextField,
    pub index: usize,
    pub top: usize,
}

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    pub view: &'a View,
    /// The key that shows it at once: its place, of the first nine.
    pub number: Option<usize>,
}

impl Picker {
    fn new(views: Vec<View>, before: Option<Self>) -> Self {
        let (field, index, top) = before.map_or_else(Default::default, |it| (it.field, it.index, it.top));
        Self { views, field, index, top }
    }

    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// Those in whose names, of either language, or filter the letters are found, the best first; with nothing typed all, in
    /// their order.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut fuzzy = Fuzzy::new(self.field.text());
        let mut found: Vec<(u32, Entry<'_>)> = Vec::new();
        for (at, view) in self.views.iter().enumerate() {
            let titles = Lang::ALL.map(|lang| view.title(lang));
            let score = fuzzy.best(titles.iter().map(String::as_str).chain([view.filter.as_str()]));
            let number = (at < NUMBERED).then_some(at + 1);
            found.extend(score.map(|score| (score, Entry { view, number })));
        }
        if !self.field.text().trim().is_empty() {
            found.sort_by_key(|(score, _)| Reverse(*score));
        }
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    fn selected(&self) -> Option<&View> {
        self.entries().get(self.index).map(|entry| entry.view)
    }

    /// The view whose number is all that is typed.
    fn numbered(&self) -> Option<&View> {
        let number: usize = self.field.text().parse().ok()?;
        self.views.get(number.checked_sub(1)?).filter(|_| number <= NUMBERED)
    }

    /// Moves the selection, and the window of this height with it.
    pub fn select(&mut self, index: usize, height: usize) {
        let count = self.entries().len();
        let height = height.max(1);
        self.index = index.min(count.saturating_sub(1));
        self.top = self.top.min(self.index).max((self.index + 1).saturating_sub(height));
        self.top = self.top.min(count.saturating_sub(height));
    }
}

/// The line that names a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    pub field: TextField,
    /// What is to be kept, under the name that it has.
    view: View,
    others: Vec<View>,
}

impl Naming {
    pub fn is_renaming(&self) -> bool {
        self.view.id.is_some()
    }

    /// The view as Enter saves it, or why not.
    fn named(&self, lang: Lang) -> Result<View, String> {
        let name = own_name(self.field.text());
        if name.is_empty() {
            return Err(lang.t("view-name-empty"));
        }
        if name.chars().count() > MOST_LETTERS {
            return Err(lang.ta("view-name-long", &[("most", MOST_LETTERS.into())]));
        }
        let same = |other: &&View| other.kind == self.view.kind && other.is_called(name);
        match self.others.iter().find(same) {
            // A name of the program's own stays one, in every language.
            Some(other) if !self.is_renaming() || other.id == self.view.id => {
                let (id, rev, name) = (other.id, other.rev, other.name.clone());
                Ok(View { id, rev, name, ..self.view.clone() })
            }
            Some(_) => Err(lang.t("view-name-taken")),
            None => Ok(View { name: name.to_owned(), ..self.view.clone() }),
        }
    }

    /// What Enter will do, or why not.
    pub fn told(&self, lang: Lang) -> (Tone, String) {
        match self.named(lang) {
            Ok(view) if view.id.is_some() && !self.is_renaming() => {
                (Tone::Hint, lang.t("view-name-replaces"))
            }
            Ok(_) if self.is_renaming() => (Tone::Done, String::new()),
            Ok(_) => (Tone::Done, lang.t("view-name-new")),
            Err(what) if self.field.is_empty() => (Tone::Hint, what),
            Err(what) => (Tone::Error, what),
        }
    }
}

/// Asks for the views; what they are wished for goes on when they are here.
pub fn wish(model: &mut Model, wish: Wish) -> Vec<Effect> {
    model.views = Some(wish);
    vec![Effect::Store(Request::LoadViews)]
}

/// The views are here.
pub fn loaded(model: &mut Model, views: Vec<View>) {
    match model.views.take() {
        Some(Wish::Choose(before)) => {
            model.modal = Some(Modal::Views(Picker::new(views, before.map(|before| *before))));
        }
        Some(Wish::Name) => name(model, views),
        None => {}
    }
}

/// Begins to name what the list shows.
fn name(model: &mut Model, views: Vec<View>) {
    let list = model.list();
    let layout = list.layout().clone();
    let filter = list.filter().to_stored(&model.reading());
    let shown = views.iter().find(|view| view.id.is_some() && view.id == list.view());
    let field = TextField::new(shown.map(|view| view.title(model.locale.lang)).unwrap_or_default());
    let (kind, layout) = (list.kind(), Some(layout));
    let view = View { id: None, rev: 0, kind, name: String::new(), filter, layout };
    model.line = Some(Line::Name(Box::new(Naming { field, view, others: views })));
}

/// On the line that names a view.
pub fn act_on_name(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Line::Name(naming)) = model.line.take() else { return Vec::new() };
    if action != Action::Submit {
        return Vec::new();
    }
    let Ok(view) = naming.named(model.locale.lang) else {
        // Why not stands under the line.
        model.line = Some(Line::Name(naming));
        return Vec::new();
    };
    let mut effects = vec![Effect::Store(Request::SaveView(Box::new(view)))];
    if naming.is_renaming() {
        effects.extend(wish(model, Wish::Choose(None)));
    }
    effects
}

/// On the list of views.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = picker_height(model);
    let Some(Modal::Views(mut picker)) = model.modal.take() else { return Vec::new() };
    if let Some(rows) = act::steps(action, height) {
        picker.select(picker.index.saturating_add_signed(rows), height);
        model.modal = Some(Modal::Views(picker));
        return Vec::new();
    }
    let selected = picker.selected().cloned();
    let write = match (action, selected) {
        (Action::Cancel, _) => return Vec::new(),
        (Action::Submit, Some(view)) => {
            return show(model, &view);
        }
        (Action::Rename, Some(view)) => {
            let field = TextField::new(view.title(model.locale.lang));
            let others = picker.views;
            model.line = Some(Line::Name(Box::new(Naming { field, view, others })));
            return Vec::new();
        }
        (Action::Remove, Some(View { id: Some(id), .. })) => Request::DeleteView(id),
        (Action::MoveDown | Action::MoveUp, Some(View { id: Some(id), .. })) => {
            let later = action == Action::MoveDown;
            let at = picker.views.iter().position(|view| view.id == Some(id)).unwrap_or_default();
            let is_last = if later { at + 1 == picker.views.len() } else { at == 0 };
            if is_last {
                model.modal = Some(Modal::Views(picker));
                return Vec::new();
            }
            if picker.field.is_empty() {
                picker.select(if later { at + 1 } else { at - 1 }, height);
            }
            Request::ShiftView { id, later }
        }
        _ => {
            model.modal = Some(Modal::Views(picker));
            return Vec::new();
        }
    };
    let mut effects = vec![Effect::Store(write)];
    effects.extend(wish(model, Wish::Choose(Some(Box::new(picker)))));
    effects
}

/// What is typed in the list of views: a number shows its view at once.
pub fn typed(model: &mut Model) -> Vec<Effect> {
    let height = picker_height(model);
    let Some(Modal::Views(picker)) = &mut model.modal else { return Vec::new() };
    picker.select(0, height);
    if let Some(view) = picker.numbered().cloned() {
        model.modal = None;
        return show(model, &view);
    }
    Vec::new()
}

/// The lines of it that are seen at once.
pub fn picker_height(model: &Model) -> usize {
    super::settle::help_height(model)
}

/// Shows what a view says. A filter that is not understood any more stands on the line, to be mended.
fn show(model: &mut Model, view: &View) -> Vec<Effect> {
    page::go(model, Tab::of_kind(view.kind));
    let list = model.list_mut();
    list.narrow(None);
    list.show_week(None);
    list.show_of(None);
    let filter = Filter::from_stored(&view.filter, &model.reading());
    let list = model.list_mut();
    list.show_view(view.id, view.layout.as_ref());
    match filter {
        Ok(filter) => list.filter_by(filter),
        Err(error) => {
            list.begin_search();
            list.search(Err(error));
            return super::complete::open(model, TextField::new(view.filter.clone()));
        }
    }
    Vec::new()
}

/// What a view's filter says, in the user's words.
pub fn filter_told(view: &View, model: &Model) -> String {
    let today = model.date();
    let reading = Reading { list: view.kind, today, ..model.reading() };
    match Filter::from_stored(&view.filter, &reading) {
        Ok(filter) => filter.print(&reading, model.locale.lang),
        Err(_) => view.filter.clone(),
    }
}
