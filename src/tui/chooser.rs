//! The columns of a list, to choose from: a tick before each that is shown, in the order in which they are.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::list::List;
use super::{Action, Effect, Model, act, layout};
use crate::domain::list::{Column, Layout, Shown};
use crate::filter::column_name;
use crate::tui::modal::Modal;
use crate::tui::status::Tone;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chooser {
    /// Every column of the list; those that are shown have a tick.
    pub items: Vec<Item>,
    pub index: usize,
    /// Its order and groups: those of before, or none where all is to be as at first.
    rest: Layout,
    /// As it was opened: who changes nothing keeps the list as it is.
    before: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub shown: Shown,
    pub ticked: bool,
}

impl Chooser {
    /// Of a list that is so wide: what is shown, then the rest.
    fn of(list: &List, width: u16) -> Self {
        let shown = list.with_seen_first(width).into_iter().map(|shown| Item { shown, ticked: true });
        let hidden = list.columns().iter().filter(|column| !list.layout().shows(**column));
        let hidden = hidden.map(|&column| Item { shown: column.into(), ticked: false });
        let items: Vec<Item> = shown.chain(hidden).collect();
        let index = items.iter().position(|item| Some(item.shown.column) == list.column()).unwrap_or(0);
        Self { before: items.clone(), items, index, rest: list.layout().clone() }
    }

    /// The layout that it says.
    pub fn layout(&self) -> Layout {
        if self.items == self.before {
            return self.rest.clone();
        }
        let columns = self.items.iter().filter(|item| item.ticked).map(|item| item.shown).collect();
        Layout { columns, ..self.rest.clone() }
    }

    pub fn title(&self, model: &Model) -> String {
        let lang = model.locale.lang;
        lang.ta("columns-title", &[("list", lang.tab(model.tab.word()).into())])
    }

    pub fn names(&self, model: &Model) -> Vec<String> {
        self.lines(model).into_iter().map(|(_, name)| name).collect()
    }

    /// Each column with its tick, and whether it would be seen.
    pub fn lines(&self, model: &Model) -> Vec<(bool, String)> {
        let seen = model.list().fitted_as(&self.layout(), model.list_width());
        let line = |item: &Item| {
            let column = item.shown.column;
            let is_seen = item.ticked && seen.iter().any(|it| it.column == column);
            let tick = if item.ticked { 'x' } else { ' ' };
            let mut line = format!("[{tick}] {}", name(column, model));
            if item.ticked && !is_seen {
                line.extend(["  ", &model.t("columns-no-room")]);
            }
            (is_seen, line)
        };
        self.items.iter().map(line).collect()
    }

    /// Is no other column shown?
    fn is_on_last(&self) -> bool {
        self.items.iter().enumerate().all(|(at, item)| item.ticked == (at == self.index))
    }

    /// Shows or hides the column.
    fn toggle(&mut self) {
        if let Some(item) = self.items.get_mut(self.index) {
            item.ticked = !item.ticked;
        }
    }

    fn carry(&mut self, down: bool) {
        let to = if down { self.index + 1 } else { self.index.wrapping_sub(1) };
        if to < self.items.len() {
            self.items.swap(self.index, to);
            self.index = to;
        }
    }

    /// Everything as at first: all columns in their usual order and width, the usual order of the rows, no groups but the
    /// usual ones.
    fn reset(&mut self, list: &List) {
        self.rest = list.usual_layout();
        let columns: Vec<Column> = list.columns().to_vec();
        self.items = columns.into_iter().map(|column| Item { shown: column.into(), ticked: true }).collect();
        self.before.clone_from(&self.items);
        self.index = self.index.min(self.items.len().saturating_sub(1));
    }
}

/// Opens it over the list.
pub fn open(model: &mut Model) {
    let chooser = Chooser::of(model.list(), model.list_width());
    model.modal = Some(Modal::Columns(chooser));
}

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
    let Some(Modal::Columns(mut chooser)) = model.modal.take() else { return Vec::new() };
    if let Some(rows) = act::steps(action, height) {
        let last = chooser.items.len().saturating_sub(1);
        chooser.index = chooser.index.saturating_add_signed(rows).min(last);
        model.modal = Some(Modal::Columns(chooser));
        return Vec::new();
    }
    match action {
        Action::Submit => {
            let layout = chooser.layout();
            model.list_mut().lay_out(layout);
            return Vec::new();
        }
        Action::Toggle if chooser.is_on_last() => {
            let text = model.t("hint-last-column");
            model.say(Tone::Hint, text);
        }
        Action::Toggle => chooser.toggle(),
        Action::CarryUp => chooser.carry(false),
        Action::CarryDown => chooser.carry(true),
        Action::AsAtFirst => chooser.reset(model.list()),
        Action::Cancel => return Vec::new(),
        _ => {}
    }
    model.modal = Some(Modal::Columns(chooser));
    Vec::new()
}

/// Its head; in words where that is a sign.
fn name(column: Column, model: &Model) -> String {
    let head = model.head(column);
    let is_sign = !head.contains(char::is_alphanumeric);
    if is_sign { column_name(column, model.custom.all(), model.locale.lang) } else { head }
}
