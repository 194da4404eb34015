//! The values of a column with how many rows have each, to tick those that are wanted. It draws nothing.

#![expect(clippy::wildcard_enum_match_arm, reason = "in the panel only its own actions do something")]

mod ranges;

use super::modal::Modal;
use super::status::Tone;
use super::{Action, Effect, Model, TextField, act, cells, columns, layout};
use crate::domain::list::{Column, ListKind, Sort};
use crate::domain::stars::Stars;
use crate::filter::{Filter, Held, Kind, Node, Reading, Subject, choice_names, parse};
use crate::rating::star_line;
use crate::repository::request::{Counted, Request, Ticket};
use crate::text::fold::{fold, sort_key};
use crate::text::{Terms, numbers};
use ranges::Stretch;
use std::cmp::Reverse;

/// So many rows come first unless another number is typed.
const TOP: usize = 20;

/// The panel of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    pub column: Column,
    pub subject: Subject,
    list: ListKind,
    /// Until the values are here.
    ticket: Option<Ticket>,
    entries: Vec<Entry>,
    /// What is typed: letters that the values must hold; of numbers and days, a condition in the filter's words.
    pub field: TextField,
    /// Why it is no condition.
    pub refused: Option<String>,
    pub by_rows: bool,
    pub index: usize,
    pub top: usize,
}

/// A line of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub label: String,
    /// By which it is found, and by which it stands among the others.
    key: String,
    pub rows: usize,
    pub means: Means,
    ticked: bool,
}

/// What a line stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    Value(Held),
    Stretch(Stretch),
    /// So many of the lines below it.
    Group(usize),
}

/// How much of a line is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticked {
    No,
    Part,
    Whole,
}

/// Opens the panel of the column under the cursor and asks for its values.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some((column, subject)) = cells::subject(model) else { return Vec::new() };
    let ticket = model.tickets.give();
    let query = model.list().query().clone();
    model.modal = Some(Modal::Values(Box::new(Panel {
        column,
        subject,
        list: query.kind,
        ticket: Some(ticket),
        entries: Vec::new(),
        field: TextField::default(),
        refused: None,
        by_rows: matches!(subject.kind(), Kind::Text | Kind::Person | Kind::Product),
        index: 0,
        top: 0,
    })));
    vec![Effect::Store(Request::Values { ticket, query, column })]
}

/// The values are here.
pub fn take(model: &mut Model, ticket: Ticket, values: Vec<Counted>) {
    let terms = model.terms();
    let height = height(model);
    let Some(Modal::Values(panel)) = &mut model.modal else { return };
    if panel.ticket != Some(ticket) {
        return;
    }
    panel.ticket = None;
    panel.entries = panel.entries_of(values, &terms);
    panel.order();
    let shown = panel.shown();
    let first = shown.iter().position(|at| panel.entries[*at].ticked).unwrap_or(0);
    panel.select(first, height);
}

/// They could not be read.
pub fn give_up(model: &mut Model, ticket: Ticket) {
    if matches!(&model.modal, Some(Modal::Values(panel)) if panel.ticket == Some(ticket)) {
        model.modal = None;
    }
}

/// What an action means in the panel.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = height(model);
    match action {
        Action::Submit => submit(model),
        Action::TopRows => top_rows(model),
        Action::Cancel => model.modal = None,
        _ => {
            if let Some(Modal::Values(panel)) = &mut model.modal {
                panel.act(action, height);
            }
        }
    }
    Vec::new()
}

/// The lines that are seen at once: one line of the box is for what is typed, one for what is ticked.
pub fn height(model: &Model) -> usize {
    let text = layout::modal_text(layout::modal(model.width, model.height));
    usize::from(text.height).saturating_sub(2).max(1)
}

/// Filters by what is typed, or by what is ticked.
fn submit(model: &mut Model) {
    let Some(Modal::Values(panel)) = &model.modal else { return };
    let subject = panel.subject;
    let condition = if panel.takes_condition() && !panel.field.text().trim().is_empty() {
        match panel.typed(&model.reading()) {
            Ok(node) => Some(node),
            Err(error) => {
                let text = error.message(model.locale.lang);
                if let Some(Modal::Values(panel)) = &mut model.modal {
                    panel.refused = Some(text);
                }
                return;
            }
        }
    } else if panel.shown().is_empty() {
        return;
    } else {
        panel.condition()
    };
    let filter = model.list().filter().set(subject, condition);
    model.modal = None;
    cells::apply(model, filter);
}

/// Shows the rows that come first by the column: as many as are typed, else twenty.
fn top_rows(model: &mut Model) {
    let Some(Modal::Values(panel)) = &model.modal else { return };
    let column = panel.column;
    let count = numbers::parse_int(panel.field.text(), &model.locale).ok();
    let count = count.and_then(|count| usize::try_from(count).ok()).filter(|count| *count > 0);
    let sort = vec![Sort { column, descending: columns::largest_first(column) }];
    let filter = Filter { sort, limit: Some(count.unwrap_or(TOP)), ..model.list().filter().clone() };
    model.modal = None;
    cells::apply(model, filter);
    model.list_mut().select_index(0);
    let text = model.locale.ta("values-top-shown", &[("count", count.unwrap_or(TOP).into())]);
    model.say(Tone::Done, text);
}

impl Panel {
    pub fn is_awaited(&self) -> bool {
        self.ticket.is_some()
    }

    /// Is what is typed a condition, not letters to find?
    pub fn takes_condition(&self) -> bool {
        matches!(
            self.subject.kind(),
            Kind::Money | Kind::Sum | Kind::Percent | Kind::Decimal | Kind::Count | Kind::Date
        )
    }

    /// The places of the lines that hold what is typed.
    pub fn shown(&self) -> Vec<usize> {
        let words = if self.takes_condition() { String::new() } else { fold(self.field.text()) };
        let holds = |entry: &Entry| words.split(' ').all(|word| entry.key.contains(word));
        (0..self.entries.len()).filter(|at| holds(&self.entries[*at])).collect()
    }

    pub fn entry(&self, at: usize) -> Option<(&Entry, Ticked)> {
        let entry = self.entries.get(at)?;
        let leaves = self.leaves(at);
        let ticked = leaves.iter().filter(|leaf| self.entries[**leaf].ticked).count();
        let how = match ticked {
            0 => Ticked::No,
            some if some < leaves.len() => Ticked::Part,
            _ => Ticked::Whole,
        };
        Some((entry, how))
    }

    /// How many values are ticked, and how many rows they have.
    pub fn ticked(&self) -> (usize, usize) {
        let ticked = self.entries.iter().filter(|entry| entry.ticked);
        ticked.fold((0, 0), |(values, rows), entry| (values + 1, rows + entry.rows))
    }

    /// Text was typed.
    pub fn typed_more(&mut self) {
        self.refused = None;
        (self.index, self.top) = (0, 0);
    }

    fn act(&mut self, action: Action, height: usize) {
        let shown = self.shown();
        if let Some(lines) = act::steps(action, height) {
            self.select(self.index.saturating_add_signed(lines), height);
            return;
        }
        let leaves: Vec<usize> = shown.iter().flat_map(|at| self.leaves(*at)).collect();
        match action {
            Action::Tick => {
                if let Some(at) = shown.get(self.index) {
                    let whole = self.entry(*at).is_some_and(|(_, how)| how == Ticked::Whole);
                    for leaf in self.leaves(*at) {
                        self.entries[leaf].ticked = !whole;
                    }
                    self.select(self.index + 1, height);
                }
            }
            Action::TickAll => {
                let all = leaves.iter().all(|leaf| self.entries[*leaf].ticked);
                for leaf in leaves {
                    self.entries[leaf].ticked = !all;
                }
            }
            Action::TickOthers => {
                let mut leaves = leaves;
                leaves.sort_unstable();
                leaves.dedup();
                for leaf in leaves {
                    self.entries[leaf].ticked = !self.entries[leaf].ticked;
                }
            }
            Action::SortValues => {
                self.by_rows = !self.by_rows;
                self.order();
            }
            _ => {}
        }
    }

    fn select(&mut self, index: usize, height: usize) {
        let count = self.shown().len();
        let height = height.max(1);
        self.index = index.min(count.saturating_sub(1));
        self.top = self.top.min(self.index).max((self.index + 1).saturating_sub(height));
        self.top = self.top.min(count.saturating_sub(height));
    }

    /// The lines with a tick of their own that a line stands for.
    fn leaves(&self, at: usize) -> Vec<usize> {
        match self.entries[at].means {
            Means::Group(lines) => (at + 1..=at + lines).collect(),
            Means::Value(_) | Means::Stretch(_) => vec![at],
        }
    }

    /// The lines of these values.
    fn entries_of(&self, values: Vec<Counted>, terms: &Terms) -> Vec<Entry> {
        let mut nothing = Vec::new();
        let mut some = Vec::new();
        for counted in values {
            if counted.value == Held::Nothing { nothing.push(counted) } else { some.push(counted) }
        }
        let mut entries = match self.subject.kind() {
            Kind::Date => ranges::days(&some),
            Kind::Money | Kind::Sum | Kind::Percent | Kind::Decimal | Kind::Count
                if some.len() > ranges::FEW =>
            {
                ranges::numbers(&some, self.subject.kind(), terms)
            }
            _ => some.into_iter().map(|counted| self.entry_of(counted, terms)).collect(),
        };
        entries.extend(nothing.into_iter().map(|counted| self.entry_of(counted, terms)));
        entries
    }

    fn entry_of(&self, counted: Counted, terms: &Terms) -> Entry {
        let lang = terms.locale.lang;
        let (label, key) = match &counted.value {
            Held::Nothing => (terms.t("values-none"), None),
            Held::Text(text) | Held::Person(text) => (text.clone(), Some(sort_key(text))),
            Held::Choice(word) => {
                let place = self.subject.field.choices(self.list).iter().position(|it| it == word);
                let name = choice_names(self.subject.field, self.list, word, lang);
                (name.unwrap_or_else(|| (*word).to_owned()), place.map(|place| format!("{place:02}")))
            }
            Held::Number(number) => {
                let place = Some(format!("{:020}", i128::from(*number) - i128::from(i64::MIN)));
                let stars = u8::try_from(*number).ok().and_then(Stars::new);
                match self.subject.kind() {
                    Kind::Stars => (star_line(stars, false), place),
                    kind => (ranges::number(*number, kind, terms), place),
                }
            }
            Held::Day(day) => (terms.date((*day).into()), Some(day.to_string())),
        };
        // What has no value stands last.
        let key =
            key.map_or_else(|| format!("\u{7f} {}", fold(&label)), |key| format!("{key} {}", fold(&label)));
        Entry { label, key, rows: counted.rows, means: Means::Value(counted.value), ticked: counted.kept }
    }

    /// Puts the values in order: by their rows, the most first, or as they are. Days and ranges stand as they are.
    fn order(&mut self) {
        let is_value = |entry: &Entry| matches!(entry.means, Means::Value(_));
        if !self.entries.iter().all(is_value) {
            return;
        }
        let by_rows = self.by_rows;
        let largest_first = self.subject.kind() == Kind::Stars;
        self.entries.sort_by(|a, b| {
            let rows =
                if by_rows { Reverse(a.rows).cmp(&Reverse(b.rows)) } else { std::cmp::Ordering::Equal };
            let values = if largest_first { b.key.cmp(&a.key) } else { a.key.cmp(&b.key) };
            let nothing = |entry: &Entry| entry.means == Means::Value(Held::Nothing);
            nothing(a).cmp(&nothing(b)).then(rows).then(values)
        });
    }

    /// The condition that is typed.
    fn typed(&self, reading: &Reading<'_>) -> Result<Node, crate::filter::FilterError> {
        let name = self.subject.is(crate::filter::Test::Missing);
        let name = Filter { root: Some(name), ..Filter::default() }.print(reading, reading.locale.lang);
        let text = self.field.text().trim();
        let read = parse(&format!("{name}{text}"), reading)?;
        Ok(read.root.unwrap_or(Node::All(Vec::new())))
    }

    /// The condition that is ticked; of nothing ticked, that of the line under the cursor. All of them are no condition.
    fn condition(&self) -> Option<Node> {
        let mut ticked: Vec<usize> = (0..self.entries.len()).filter(|at| self.entries[*at].ticked).collect();
        if ticked.is_empty() {
            ticked = self.shown().get(self.index).map(|at| self.leaves(*at)).unwrap_or_default();
        }
        let is_leaf = |entry: &Entry| !matches!(entry.means, Means::Group(_));
        let leaves: Vec<usize> = (0..self.entries.len()).filter(|at| is_leaf(&self.entries[*at])).collect();
        if ticked.len() == leaves.len() {
            return None;
        }
        let others = leaves.iter().copied().filter(|at| ticked.binary_search(at).is_err());
        let (mut values, mut spans) = (Vec::new(), Vec::new());
        for at in &ticked {
            match &self.entries[*at].means {
                Means::Value(value) => values.push(value.clone()),
                Means::Stretch(span) => spans.push((*at, *span)),
                Means::Group(_) => {}
            }
        }
        let others: Vec<Held> = others.filter_map(|at| self.entries[at].value().cloned()).collect();
        let is_of_values = spans.is_empty() && values.len() + others.len() == leaves.len();
        // A row may have several products or tags: what it has beside those that are left out may be wanted.
        let has_one = self.column != Column::Tags;
        if is_of_values && has_one && others.len() < values.len() {
            return Some(self.subject.none_of(&others));
        }
        let mut parts = ranges::conditions(self.subject, &spans);
        if !values.is_empty() {
            match self.subject.one_of(&values) {
                Node::Any(some) => parts.extend(some),
                one => parts.push(one),
            }
        }
        Some(if parts.len() == 1 { parts.remove(0) } else { Node::Any(parts) })
    }
}

impl Entry {
    fn value(&self) -> Option<&Held> {
        match &self.means {
            Means::Value(value) => Some(value),
            Means::Stretch(_) | Means::Group(_) => None,
        }
    }

    /// Does it stand within a group?
    pub fn is_within(&self) -> bool {
        matches!(self.means, Means::Stretch(Stretch::Month { .. }))
    }
}
