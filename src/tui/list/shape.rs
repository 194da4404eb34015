//! What the user makes of the columns of a list: which are shown, how wide, in which order.

use super::{List, Load};
use crate::domain::ids::ViewId;
use crate::domain::list::{Column, Layout, Shown};
use crate::repository::request::Request;
use crate::tui::columns::{self, Fitted};

/// A column becomes so much wider or narrower at a time.
const STEP: u16 = 2;
/// A wider column is for no screen.
const WIDEST: u16 = 120;

impl List {
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// All the columns that it can show, in their usual order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Takes over which columns there are: what users define comes and goes. One that is new is shown where nobody chose.
    pub fn offer(&mut self, columns: Vec<Column>) {
        let known = |column: Column| columns.iter().copied().find(|it| *it == column);
        let as_it_comes = self.layout.shows_just(&self.columns);
        self.layout = self.layout.kept_to(&columns);
        if as_it_comes {
            let new = columns.iter().filter(|column| !self.layout.shows(**column)).copied();
            let new: Vec<Shown> = new.map(Shown::from).collect();
            self.layout.columns.extend(new);
        }
        if let Some((_, before)) = &mut self.view {
            **before = before.kept_to(&columns);
        }
        self.query.sort.retain_mut(|level| known(level.column).map(|column| level.column = column).is_some());
        self.query.group = self.query.group.and_then(known);
        self.cursor = self.cursor.min(self.layout.columns.len().saturating_sub(1));
        self.columns = columns;
    }

    /// As it comes, before anybody changed anything.
    pub fn usual_layout(&self) -> Layout {
        Layout::usual(self.kind(), &self.columns)
    }

    /// Takes over how it was laid out when it was last used.
    pub fn remember(&mut self, layout: &Layout) {
        self.take_over(layout.kept_to(&self.columns));
        self.is_layout_new = false;
    }

    /// Lays it out as the user chose; it is to be kept.
    pub fn lay_out(&mut self, layout: Layout) {
        if self.layout != layout {
            self.take_over(layout);
            self.is_layout_new = true;
        }
    }

    /// The saved view that is shown.
    pub fn view(&self) -> Option<ViewId> {
        self.view.as_ref().and_then(|(id, _)| *id)
    }

    /// Lays the list out as a view says; how it was before comes back when the view is left.
    pub fn show_view(&mut self, id: Option<ViewId>, layout: Option<&Layout>) {
        self.leave_view();
        self.view = Some((id, Box::new(self.layout.clone())));
        if let Some(layout) = layout {
            self.take_over(layout.kept_to(&self.columns));
        }
    }

    pub fn leave_view(&mut self) {
        if let Some((_, before)) = self.view.take() {
            self.take_over(*before);
        }
    }

    fn take_over(&mut self, layout: Layout) {
        let column = self.column();
        if self.query.filter.sort.is_empty() {
            self.query.sort.clone_from(&layout.sort);
        }
        if self.query.filter.group.is_none() {
            self.query.group = layout.group;
        }
        self.layout = layout;
        let last = self.layout.columns.len().saturating_sub(1);
        let place = column.and_then(|column| self.layout.place(column));
        self.cursor = place.unwrap_or(self.cursor).min(last);
        self.load = Load::Due;
    }

    /// What of its layout is to be kept, since it changed.
    pub fn to_keep(&mut self) -> Option<Request> {
        // What is changed in a view is the view's, once it is saved again.
        if !std::mem::take(&mut self.is_layout_new) || self.view.is_some() {
            return None;
        }
        let layout = (self.layout != self.usual_layout()).then(|| {
            let mut layout = self.layout.clone();
            // Who chose no columns gets those that are to come too.
            if layout.columns == self.usual_layout().columns {
                layout.columns.clear();
            }
            Box::new(layout)
        });
        Some(Request::KeepLayout { kind: self.kind(), layout })
    }

    /// The columns that are seen in a width.
    pub fn fitted(&self, width: u16) -> Vec<Fitted> {
        self.fitted_as(&self.layout, width)
    }

    /// Those that would be seen with another layout.
    pub fn fitted_as(&self, layout: &Layout, width: u16) -> Vec<Fitted> {
        columns::fit(self.kind(), layout, &self.columns, width, &self.wanted_columns(layout))
    }

    /// The columns that must be seen: those without which the list says nothing unless the user chose others, the one under
    /// the cursor, those that it is sorted by, and what tells the open from the closed where both are shown.
    fn wanted_columns(&self, layout: &Layout) -> Vec<Column> {
        let sorted = self.query.sort.iter().map(|sort| sort.column);
        let closed: &[Column] = if self.query.closed { &[Column::State, Column::Ended] } else { &[] };
        let as_it_comes = layout.shows_just(&self.columns);
        let needed = if as_it_comes { columns::needed(self.kind()) } else { &[] };
        needed.iter().chain(&self.column()).copied().chain(sorted).chain(closed.iter().copied()).collect()
    }

    /// All that is shown, with what is seen in a width first: so no other column comes into view once the order counts.
    pub fn with_seen_first(&self, width: u16) -> Vec<Shown> {
        let mut columns = self.layout.columns.clone();
        if self.layout.shows_just(&self.columns) {
            let seen = self.fitted(width);
            columns.sort_by_key(|shown| !seen.iter().any(|it| it.column == shown.column));
        }
        columns
    }

    /// Makes the column under the cursor wider or narrower, within a list of this width.
    pub fn resize_column(&mut self, wider: bool, width: u16) {
        let Some(column) = self.column() else { return };
        let seen = self.fitted(width).into_iter().find(|it| it.column == column);
        let Some(now) = seen.map(|it| it.width) else { return };
        let most = width.clamp(columns::NARROWEST, WIDEST);
        let new = if wider { now.saturating_add(STEP) } else { now.saturating_sub(STEP) };
        let mut layout = self.layout.clone();
        layout.columns[self.cursor].width = Some(new.clamp(columns::NARROWEST, most));
        self.keep_shape(layout);
    }

    /// Moves the column under the cursor past the next one that is seen.
    pub fn shift_column(&mut self, forward: bool, width: u16) {
        let Some(column) = self.column() else { return };
        let seen = self.fitted(width);
        let Some(at) = seen.iter().position(|it| it.column == column) else { return };
        let past = if forward { seen.get(at + 1) } else { at.checked_sub(1).and_then(|at| seen.get(at)) };
        let Some(past) = past else { return };
        let mut layout = Layout { columns: self.with_seen_first(width), ..self.layout.clone() };
        let (Some(from), Some(to)) = (layout.place(column), layout.place(past.column)) else { return };
        let shown = layout.columns.remove(from);
        layout.columns.insert(to, shown);
        self.keep_shape(layout);
    }

    /// Other columns ask for no other rows.
    fn keep_shape(&mut self, layout: Layout) {
        let load = self.load;
        self.lay_out(layout);
        self.load = load;
    }
}
