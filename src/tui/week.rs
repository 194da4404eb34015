//! The follow-ups of a week: what is overdue, then day by day. It knows which of them is selected; it draws nothing.
//!
//! A lane is what is overdue, or a day. The selection is kept by key, so that it stays on its follow-up when that moves.

use super::list::Tickets;
use super::row::Row;
use crate::domain::day::Day;
use crate::domain::week::{DAYS, Week};
use crate::repository::request::{Request, Ticket};
use crate::text::Locale;
use chrono::Datelike as _;

/// What is overdue, and seven days.
pub const LANES: usize = DAYS + 1;

/// A lane as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lane {
    pub rows: Vec<Row>,
    /// More than the rows, where not all were read.
    pub count: i64,
    /// The place of the selected row.
    at: usize,
}

impl Lane {
    pub fn at(&self) -> usize {
        self.at
    }

    fn select(&mut self, at: usize) {
        self.at = at.min(self.rows.len().saturating_sub(1));
    }
}

/// The week that is shown.
#[derive(Debug, Clone)]
pub struct WeekPage {
    /// The first day of the week that is shown, once it is known.
    first: Option<Day>,
    lanes: [Lane; LANES],
    lane: usize,
    capacity: Option<i64>,
    loaded: bool,
    stale: bool,
    ticket: Option<Ticket>,
}

impl Default for WeekPage {
    fn default() -> Self {
        Self {
            first: None,
            lanes: std::array::from_fn(|_| Lane::default()),
            lane: 0,
            capacity: None,
            loaded: false,
            stale: true,
            ticket: None,
        }
    }
}

/// The first day of the week in which a day lies, as the place counts weeks.
pub fn first_of(day: Day, locale: &Locale) -> Day {
    let weekday = day.date().map_or(0, |date| {
        let weekday = date.weekday();
        if locale.week_begins_on_sunday() {
            weekday.num_days_from_sunday()
        } else {
            weekday.num_days_from_monday()
        }
    });
    day.plus(-i32::try_from(weekday).unwrap_or(0))
}

impl WeekPage {
    pub fn first(&self) -> Option<Day> {
        self.first
    }

    pub fn lanes(&self) -> &[Lane; LANES] {
        &self.lanes
    }

    /// The lane in which the selection is.
    pub fn lane(&self) -> usize {
        self.lane
    }

    pub fn capacity(&self) -> Option<i64> {
        self.capacity
    }

    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// Is it not sure yet what is selected?
    pub fn is_awaited(&self) -> bool {
        !self.loaded || self.stale || self.ticket.is_some()
    }

    pub fn selected(&self) -> Option<&Row> {
        let lane = self.lanes.get(self.lane)?;
        lane.rows.get(lane.at)
    }

    /// The day of a lane; `None` for what is overdue.
    pub fn day(&self, lane: usize) -> Option<Day> {
        let days = i32::try_from(lane.checked_sub(1)?).ok()?;
        self.first.map(|first| first.plus(days))
    }

    /// The day of the selected lane on which something new can be due.
    pub fn day_ahead(&self, today: Day) -> Option<Day> {
        self.day(self.lane).filter(|day| *day >= today)
    }

    // What the storage says.

    /// Something was written, or a new day began.
    pub fn mark_stale(&mut self) {
        self.stale = true;
    }

    /// The load that is due.
    pub fn wanted(&mut self, today: Day, locale: &Locale, tickets: &mut Tickets) -> Option<Request> {
        if !self.stale {
            return None;
        }
        let first = match self.first {
            Some(first) => first,
            None => self.go_to(today, locale),
        };
        self.stale = false;
        let ticket = tickets.give();
        self.ticket = Some(ticket);
        Some(Request::Week { ticket, first })
    }

    /// Takes a week, if it answers the latest load. The selected follow-up stays selected where it is now; when it is gone,
    /// the one in its place is.
    pub fn take(&mut self, ticket: Ticket, week: Week) {
        if self.ticket != Some(ticket) {
            return;
        }
        let selected = self.selected().map(Row::id);
        self.ticket = None;
        self.loaded = true;
        self.capacity = week.capacity;
        let taken = std::iter::once(week.overdue).chain(week.days);
        for (lane, new) in self.lanes.iter_mut().zip(taken) {
            lane.rows = new.rows.into_iter().map(Row::FollowUp).collect();
            lane.count = new.count;
            lane.select(lane.at);
        }
        if let Some(id) = selected {
            self.select_id(id);
        }
    }

    /// A load failed: it is not waited for any longer.
    pub fn give_up(&mut self, ticket: Ticket) {
        if self.ticket == Some(ticket) {
            self.ticket = None;
            self.loaded = true;
        }
    }

    fn select_id(&mut self, id: i64) {
        for (number, lane) in self.lanes.iter_mut().enumerate() {
            if let Some(at) = lane.rows.iter().position(|row| row.id() == id) {
                lane.at = at;
                self.lane = number;
                return;
            }
        }
    }

    // What the user asks of it.

    /// Moves the selection within its lane.
    pub fn move_by(&mut self, rows: isize) {
        if let Some(lane) = self.lanes.get_mut(self.lane) {
            lane.select(lane.at.saturating_add_signed(rows));
        }
    }

    /// To the lane beside; beyond the last one to the next week, before the first one to the week before.
    pub fn move_lane(&mut self, forward: bool) {
        match (forward, self.lane) {
            (true, lane) if lane + 1 < LANES => self.lane += 1,
            (true, _) => {
                self.move_week(true);
                self.lane = 1;
            }
            (false, 0) => {
                self.move_week(false);
                self.lane = LANES - 1;
            }
            (false, _) => self.lane -= 1,
        }
    }

    /// To the week after, or before; the day of the week stays.
    pub fn move_week(&mut self, forward: bool) {
        let days = i32::try_from(DAYS).unwrap_or(7) * if forward { 1 } else { -1 };
        // Where the calendar ends, so do its weeks.
        let to = self
            .first
            .map(|first| first.plus(days))
            .filter(|to| to.date().is_some() && to.plus(6).date().is_some());
        if let Some(to) = to {
            self.show(to);
        }
    }

    /// Shows the week of a day, with the selection on the day.
    pub fn go_to(&mut self, day: Day, locale: &Locale) -> Day {
        let first = first_of(day, locale);
        if self.first != Some(first) {
            self.show(first);
        }
        self.lane = usize::try_from(day.since(first)).unwrap_or(0) + 1;
        first
    }

    fn show(&mut self, first: Day) {
        self.first = Some(first);
        self.stale = true;
        self.loaded = false;
        for lane in self.lanes.iter_mut().skip(1) {
            *lane = Lane::default();
        }
    }
}
