//! A list: which rows it has, which of them are at hand, where the selection and the window stand.
//!
//! The keys of all rows are here, the rows themselves only around the window. The selection is kept by key, so that it
//! stays on its row whatever is sorted, added or removed.

mod cache;
mod grouping;
mod lines;
mod loading;
mod marking;
mod shape;

pub use grouping::Seen;
pub use loading::Listed;

use super::columns;
use super::marks::Marks;
use super::row::Row;
use crate::domain::ids::{ClientId, SalespersonId, ViewId};
use crate::domain::list::{Column, GroupValue, Layout, ListKind, ListQuery, Sort};
use crate::domain::today::TodayHead;
use crate::domain::totals::{NOBODY, WeekOf, Whose};
use crate::filter::{Filter, FilterError};
use crate::repository::request::Ticket;
use cache::RowCache;
use lines::Lines;
use std::sync::Arc;

/// Gives out the numbers of loads, each larger than all before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tickets(u64);

impl Tickets {
    pub fn give(&mut self) -> Ticket {
        self.0 += 1;
        Ticket(self.0)
    }
}

/// Where the list stood before its filter was typed, for Esc.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    filter: Filter,
    selected: Option<i64>,
}

/// How far the load of the keys is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Load {
    /// It is to be asked for: for the first time, or because of another query, or because something was written.
    Due,
    /// Not answered in full yet.
    Asked(Ticket),
    Done,
}

#[derive(Debug, Clone)]
pub struct List {
    query: ListQuery,
    /// The name of the client to which the list is narrowed.
    client_name: String,
    ids: Arc<[i64]>,
    sum_minor: Option<i64>,
    head: Option<Box<TodayHead>>,
    load: Load,
    /// Are keys of this query here?
    loaded: bool,
    /// Are all of them?
    complete: bool,
    rows: RowCache,
    selected: Option<i64>,
    /// The heading that is selected rather than a row.
    on_head: Option<GroupValue>,
    /// What stands in which line.
    lines: Lines,
    marks: Marks,
    /// The selected line.
    index: usize,
    /// The first line that is seen.
    top: usize,
    /// All the columns that it can show, in their usual order.
    columns: Vec<Column>,
    /// What is shown of them; its order is the one of before the filter brought another.
    layout: Layout,
    /// It was changed since it was last kept.
    is_layout_new: bool,
    /// The column cursor, a place in the columns that are shown.
    cursor: usize,
    before_search: Option<Box<Place>>,
    /// Why what is being typed is no filter: the rows are still those of the last good one.
    refused: Option<Box<FilterError>>,
    /// The saved view that is shown, and how the list was laid out before.
    view: Option<(Option<ViewId>, Box<Layout>)>,
}

impl List {
    pub fn new(kind: ListKind) -> Self {
        let names = [Column::Name, Column::Client];
        let columns = kind.columns().to_vec();
        let cursor = columns.iter().position(|column| names.contains(column)).unwrap_or_default();
        let layout = Layout::usual(kind, &columns);
        Self {
            query: ListQuery::all(kind),
            client_name: String::new(),
            ids: Arc::from([]),
            sum_minor: None,
            head: None,
            load: Load::Due,
            loaded: false,
            complete: false,
            rows: RowCache::default(),
            selected: None,
            on_head: None,
            lines: Lines::default(),
            marks: Marks::default(),
            index: 0,
            top: 0,
            columns,
            layout,
            is_layout_new: false,
            cursor,
            before_search: None,
            refused: None,
            view: None,
        }
    }

    pub fn kind(&self) -> ListKind {
        self.query.kind
    }

    pub fn query(&self) -> &ListQuery {
        &self.query
    }

    pub fn client_name(&self) -> &str {
        &self.client_name
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The keys of its rows.
    pub fn keys(&self) -> &[i64] {
        &self.ids
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn sum_minor(&self) -> Option<i64> {
        self.sum_minor
    }

    /// Of Today: whose it is, and what is left out of it.
    pub fn head(&self) -> Option<&TodayHead> {
        self.head.as_deref()
    }

    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

    pub fn is_complete(&self) -> bool {
        self.complete
    }

    pub fn top(&self) -> usize {
        self.top
    }

    /// The place of the selected row.
    pub fn index(&self) -> usize {
        self.index
    }

    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(self.selected?)
    }

    /// The column under the column cursor.
    pub fn column(&self) -> Option<Column> {
        self.layout.columns.get(self.cursor).map(|shown| shown.column)
    }

    // What the user asks of it.

    /// Moves the selection by so many rows.
    pub fn move_by(&mut self, rows: isize) {
        self.select_index(self.index.saturating_add_signed(rows));
    }

    /// Selects the row with this key as soon as it is listed.
    pub fn select_id(&mut self, id: i64) {
        self.selected = Some(id);
        self.on_head = None;
        if let Some(row) = self.ids.iter().position(|&it| it == id) {
            self.index = self.lines.of_row(row);
        }
    }

    /// Moves the window so that the selection is in it.
    pub fn show_selection(&mut self, height: usize) {
        let height = height.max(1);
        self.top = self.top.min(self.index).max((self.index + 1).saturating_sub(height));
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    pub fn move_column(&mut self, forward: bool) {
        let last = self.layout.columns.len().saturating_sub(1);
        self.cursor = if forward { (self.cursor + 1).min(last) } else { self.cursor.saturating_sub(1) };
    }

    /// Puts the column cursor on this column, if the list has it.
    pub fn point_at(&mut self, column: Column) {
        if let Some(at) = self.layout.place(column) {
            self.cursor = at;
        }
    }

    /// Sorts by the column under the cursor; by it already, the other way round, and then as usual again: what is remembered
    /// must be easy to leave. The selected row stays selected, but who stands at the top wants to see the new top.
    pub fn sort(&mut self) {
        let Some(column) = self.column() else { return };
        let first = columns::largest_first(column);
        let sort = match self.query.sort.as_slice() {
            [only] if only.column == column && only.descending != first => None,
            [only] if only.column == column => Some(!first),
            _ => Some(first),
        };
        self.order_by(sort.map(|descending| Sort { column, descending }).into_iter().collect());
        self.stay_at_top();
    }

    /// Who stands at the top of what comes in another order does not go away with the row.
    fn stay_at_top(&mut self) {
        if self.index <= usize::from(self.lines.is_grouped()) {
            (self.selected, self.on_head, self.index) = (None, None, 0);
        }
    }

    /// Adds the column under the cursor as a further level of order, or turns its level round.
    pub fn sort_also(&mut self) {
        let Some(column) = self.column() else { return };
        let mut sort = self.query.sort.clone();
        match sort.iter_mut().find(|sort| sort.column == column) {
            Some(sort) => sort.descending = !sort.descending,
            None => sort.push(Sort { column, descending: columns::largest_first(column) }),
        }
        self.order_by(sort);
    }

    fn order_by(&mut self, sort: Vec<Sort>) {
        self.layout.sort.clone_from(&sort);
        self.is_layout_new = true;
        self.query.sort = sort;
        self.load = Load::Due;
    }

    /// Takes the filter away; the selected row stays selected among all the others.
    pub fn clear_filter(&mut self) {
        let selected = self.selected;
        self.leave_view();
        self.filter_by(Filter::default());
        self.selected = selected;
    }

    /// The filter, as far as it could be understood.
    pub fn filter(&self) -> &Filter {
        &self.query.filter
    }

    pub fn is_filtered(&self) -> bool {
        !self.query.filter.is_empty()
    }

    /// Why what is being typed is no filter.
    pub fn refused(&self) -> Option<&FilterError> {
        self.refused.as_deref()
    }

    pub fn begin_search(&mut self) {
        self.before_search =
            Some(Box::new(Place { filter: self.query.filter.clone(), selected: self.selected }));
    }

    /// Shows what the line asks for, the first row selected; keeps the rows of the last good line when it is not understood.
    pub fn search(&mut self, line: Result<Filter, FilterError>) {
        match line {
            Ok(filter) => self.filter_by(filter),
            Err(error) => self.refused = Some(Box::new(error)),
        }
    }

    /// Shows what the filter asks for, the first row selected.
    pub fn filter_by(&mut self, filter: Filter) {
        self.refused = None;
        if self.query.filter == filter {
            return;
        }
        // An order that came with the old filter goes with it, unless it was changed since.
        let old = std::mem::take(&mut self.query.filter.sort);
        if !old.is_empty() && self.query.sort == old {
            self.query.sort.clone_from(&self.layout.sort);
        }
        if !filter.sort.is_empty() {
            self.query.sort.clone_from(&filter.sort);
        }
        let old = self.query.filter.group;
        if old.is_some() && self.query.group == old {
            self.query.group = self.layout.group;
        }
        self.query.group = filter.group.or(self.query.group);
        self.query.filter = filter;
        self.start_afresh();
    }

    /// Shows what another filter lets through, and stays where it stands: on its row, or what comes in its place. An order
    /// that the user chose since the filter brought one stays too.
    pub fn refine(&mut self, mut filter: Filter) {
        let (selected, index, top) = (self.selected, self.index, self.top);
        if self.query.sort != self.query.filter.sort && filter.sort == self.query.filter.sort {
            filter.sort.clear();
        }
        self.filter_by(filter);
        (self.selected, self.index, self.top) = (selected, index, top);
    }

    /// Keeps what was found. What was not understood cannot be kept.
    pub fn end_search(&mut self) -> bool {
        let is_understood = self.refused.is_none();
        if is_understood {
            self.before_search = None;
        }
        is_understood
    }

    /// Back to where it stood before the search.
    pub fn cancel_search(&mut self) {
        self.refused = None;
        if let Some(before) = self.before_search.take() {
            self.filter_by(before.filter);
            self.selected = before.selected;
        }
    }

    /// Narrows it to a client's rows, or widens it again.
    pub fn narrow(&mut self, client: Option<(ClientId, String)>) {
        let (client, name) = client.map_or((None, String::new()), |(client, name)| (Some(client), name));
        if self.query.client != client {
            self.query.client = client;
            self.client_name = name;
            self.start_afresh();
        }
    }

    /// Shows only what was done in a week, by one salesperson, by everybody or under no name; all of it again without one.
    pub fn show_week(&mut self, of: Option<WeekOf>) {
        let days = of.map(|of| (of.week.monday(), of.week.sunday()));
        let salesperson = of.and_then(|of| match of.whose {
            Whose::Of(id) => Some(id),
            Whose::Nobody => Some(NOBODY),
            Whose::Everybody => None,
        });
        if (self.query.days, self.query.salesperson) != (days, salesperson) {
            (self.query.days, self.query.salesperson) = (days, salesperson);
            self.start_afresh();
        }
    }

    /// Shows this salesperson's Today, or that of the one who works here.
    pub fn show_of(&mut self, salesperson: Option<SalespersonId>) {
        if self.query.salesperson != salesperson {
            self.query.salesperson = salesperson;
            self.start_afresh();
        }
    }

    pub fn show_closed(&mut self) {
        self.query.closed = !self.query.closed;
        self.load = Load::Due;
    }

    fn start_afresh(&mut self) {
        self.load = Load::Due;
        self.loaded = false;
        self.selected = None;
        self.on_head = None;
        self.index = 0;
        self.top = 0;
    }
}
