//! The follow-ups of a week: a column a day where there is room, else one day under the other.

use super::paint;
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::{FollowUpKind, FollowUpState};
use crate::text::Terms;
use crate::text::{Label as _, dates, numbers, safe};
use crate::tui::card::{REPEATS, timeline};
use crate::tui::context::Context;
use crate::tui::layout::Screen;
use crate::tui::rich::{RichLine, Role};
use crate::tui::row::Row;
use crate::tui::theme::Theme;
use crate::tui::week::LANES;
use crate::tui::{Action, Model};
use chrono::{Datelike as _, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// In less room than this the days stand one under the other.
const GRID_FROM_WIDTH: u16 = 72;
const GRID_FROM_HEIGHT: u16 = 6;

/// An empty day at the weekend, or one that has passed, takes so much.
const NARROW: u16 = 7;

pub fn draw(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    title(model, theme, screen.title, buffer);
    let mut area = screen.rows.union(screen.head);
    area.x += 1;
    area.width = area.width.saturating_sub(1);
    if !model.week.is_loaded() {
        paint::text(buffer, area, "…", theme.style(Role::Dim));
    } else if area.width >= GRID_FROM_WIDTH && area.height >= GRID_FROM_HEIGHT {
        grid(model, theme, area, buffer);
    } else {
        agenda(model, theme, area, buffer);
    }
}

/// Which week, how much there is to do in it, and how much can be done.
fn title(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Some(first) = model.week.first() else { return };
    let terms = model.terms();
    let args = [("from", terms.date(first).into()), ("to", terms.date(first.plus(6)).into())];
    let mut line = RichLine::new(Role::Title, format!(" {}", terms.locale.ta("week-title", &args)));
    if model.week.is_loaded() {
        let count: i64 = model.week.lanes().iter().skip(1).map(|lane| lane.count).sum();
        line.push(Role::Normal, format!("  {}", numbers::int(count, &terms.locale)));
        if let Some(capacity) = model.week.capacity() {
            let role = if count > capacity { Role::Warning } else { Role::Dim };
            line.push(
                role,
                format!("  {}", terms.locale.ta("week-capacity", &[("capacity", capacity.into())])),
            );
        }
    }
    paint::line(buffer, area, &line, theme);
}

/// What stands at the head of a lane, and how.
fn head(model: &Model, lane: usize, long: bool) -> RichLine {
    let (terms, week) = (model.terms(), &model.week);
    let count = week.lanes().get(lane).map_or(0, |lane| lane.count);
    let name = match week.day(lane) {
        None => terms.t("week-overdue"),
        Some(day) => day_name(day, long, terms),
    };
    let is_today = week.day(lane) == Some(model.today);
    let role = match lane {
        _ if lane == week.lane() => Role::Cursor,
        0 if count > 0 => Role::Warning,
        _ if is_today => Role::Title,
        _ => Role::Head,
    };
    let mut line = RichLine::new(role, name);
    if count > 0 {
        let is_much = week.capacity().is_some_and(|capacity| lane > 0 && count * 5 > capacity);
        let role = if is_much { Role::Warning } else { Role::Dim };
        line.push(role, format!(" {}", numbers::int(count, &terms.locale)));
    }
    if long && is_today {
        line.push(Role::Dim, format!("  {}", terms.ago(model.today)));
    }
    line
}

/// `lun 23`, or `lunes 23/11/2026`.
fn day_name(day: Day, long: bool, terms: Terms) -> String {
    let Some(date) = day.date() else { return String::new() };
    let weekday = dates::weekday(date, terms.locale.lang);
    if long {
        return format!("{weekday} {}", terms.date(day));
    }
    let short: String = weekday.chars().take(3).collect();
    format!("{short} {}", date.day())
}

fn grid(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut x = area.x;
    // The last line tells all of the selected one.
    let height = area.height - 1;
    for (lane, width) in widths(model, area.width).into_iter().enumerate() {
        if width == 0 {
            continue;
        }
        let column = Rect { x, width: width - 1, height, ..area };
        paint::line(buffer, Rect { height: 1, ..column }, &head(model, lane, false), theme);
        let rows = Rect { y: column.y + 1, height: height - 1, ..column };
        cells(model, theme, lane, rows, buffer);
        x += width;
    }
    if let Some(Row::FollowUp(row)) = model.week.selected() {
        let line = Rect { y: area.y + height, height: 1, ..area };
        paint::line(buffer, line, &whole(row, model.terms()), theme);
    }
}

/// The follow-ups of a lane, one a line, around the selected one.
fn cells(model: &Model, theme: &Theme, lane: usize, area: Rect, buffer: &mut Buffer) {
    let Some(shown) = model.week.lanes().get(lane) else { return };
    let height = usize::from(area.height);
    let all = usize::try_from(shown.count).unwrap_or(usize::MAX);
    let is_cut = all > height;
    // Where not all fit, the last line says how many more there are.
    let room = if is_cut { height.saturating_sub(1).max(1) } else { height };
    let top = if lane == model.week.lane() { (shown.at() + 1).saturating_sub(room) } else { 0 };
    for ((at, row), y) in shown.rows.iter().enumerate().skip(top).take(room).zip(area.y..) {
        let line = Rect { y, height: 1, ..area };
        let Row::FollowUp(row) = row else { continue };
        let role = if row.due < model.today { Role::Warning } else { Role::Normal };
        let repeats = if row.recurrence.is_some() { REPEATS.trim_end() } else { "" };
        let text = format!("{}{repeats} {}", letter(model, row.kind), row.client_name);
        paint::text(buffer, line, &text, theme.style(role));
        if lane == model.week.lane() && at == shown.at() {
            paint::fill(buffer, line, theme.style(Role::Selected));
        }
    }
    let more = all.saturating_sub(top + room);
    if is_cut && more > 0 && height > 1 {
        let line = Rect { y: area.bottom() - 1, height: 1, ..area };
        let text = model.locale.ta("week-more", &[("count", more.into())]);
        paint::text(buffer, line, &text, theme.style(Role::Dim));
    }
}

/// The key that logs what the follow-up asks for tells its kind.
fn letter(model: &Model, kind: FollowUpKind) -> String {
    let action = match kind {
        FollowUpKind::Visit => Action::LogVisit,
        FollowUpKind::Call => Action::LogCall,
        FollowUpKind::Email => Action::LogEmail,
        FollowUpKind::Message => Action::LogMessage,
        FollowUpKind::Offer => return "%".to_owned(),
        FollowUpKind::Task => return "·".to_owned(),
    };
    let chords = model.keymap.chords(Context::Week, action);
    chords.first().map(|chord| chord.label(model.locale.lang)).unwrap_or_default()
}

/// The width of each lane with the gap after it. What is empty and need not be seen gives its room to the others.
fn widths(model: &Model, width: u16) -> [u16; LANES] {
    let week = &model.week;
    let is_weekend = |lane: usize| {
        let date = week.day(lane).and_then(Day::date);
        date.is_some_and(|date| matches!(date.weekday(), Weekday::Sat | Weekday::Sun))
    };
    let mut widths = [None; LANES];
    for (lane, width) in widths.iter_mut().enumerate() {
        if lane == 0 && is_passed_over(model, lane) {
            *width = Some(0);
        } else if is_passed_over(model, lane) || (is_weekend(lane) && is_idle(model, lane)) {
            *width = Some(NARROW);
        }
    }
    let mut rest = width.saturating_sub(widths.iter().flatten().sum());
    let mut left = u16::try_from(widths.iter().filter(|width| width.is_none()).count()).unwrap_or(1);
    widths.map(|width| {
        width.unwrap_or_else(|| {
            let share = rest / left.max(1);
            rest -= share;
            left = left.saturating_sub(1);
            share
        })
    })
}

/// Is there nothing in the lane, and the selection elsewhere?
fn is_idle(model: &Model, lane: usize) -> bool {
    let week = &model.week;
    lane != week.lane() && week.lanes().get(lane).is_none_or(|lane| lane.count == 0)
}

/// Is the lane idle, and will stay so: nothing is overdue, or the day has passed?
fn is_passed_over(model: &Model, lane: usize) -> bool {
    let is_past = model.week.day(lane).is_none_or(|day| day < model.today);
    is_past && is_idle(model, lane)
}

/// All of a follow-up on one line.
fn whole(row: &FollowUpRow, terms: Terms) -> RichLine {
    let role = if row.due < terms.today { Role::Warning } else { Role::Normal };
    let mut line = RichLine::new(role, terms.date(row.due));
    line.push(Role::Title, format!("  {}", row.client_name));
    line.push(Role::Normal, format!("  {}", timeline::follow_up(row, terms)));
    if row.state != FollowUpState::Open {
        line.push(Role::Dim, format!("  {}", row.state.label(terms.locale.lang)));
    }
    line
}

/// Where in the agenda a line comes from.
#[derive(Clone, Copy)]
enum Line<'a> {
    Head(usize),
    Item(usize, usize, &'a FollowUpRow),
    /// Of this lane so many more are not read.
    More(i64),
}

/// One day under the other, around the selected one.
fn agenda(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let week = &model.week;
    let mut lines = Vec::new();
    let mut selected = 0;
    for (lane, shown) in week.lanes().iter().enumerate() {
        if is_passed_over(model, lane) {
            continue;
        }
        if lane == week.lane() {
            selected = lines.len();
        }
        lines.push(Line::Head(lane));
        for (at, row) in shown.rows.iter().enumerate() {
            if lane == week.lane() && at == shown.at() {
                selected = lines.len();
            }
            if let Row::FollowUp(row) = row {
                lines.push(Line::Item(lane, at, row));
            }
        }
        let more = shown.count - i64::try_from(shown.rows.len()).unwrap_or(shown.count);
        if more > 0 {
            lines.push(Line::More(more));
        }
    }
    let height = usize::from(area.height);
    let top = (selected + 1 + height / 3).saturating_sub(height).min(selected);
    for (line, y) in lines.into_iter().skip(top).take(height).zip(area.y..) {
        let place = Rect { y, height: 1, ..area };
        agenda_line(model, theme, line, place, buffer);
    }
}

fn agenda_line(model: &Model, theme: &Theme, line: Line, area: Rect, buffer: &mut Buffer) {
    match line {
        Line::Head(lane) => {
            paint::line(buffer, area, &head(model, lane, true), theme);
        }
        Line::Item(lane, at, row) => {
            let role = if row.due < model.today { Role::Warning } else { Role::Normal };
            let repeats = if row.recurrence.is_some() { REPEATS } else { "" };
            let kind = safe::pad(&row.kind.label(model.locale.lang), 8);
            let text = format!("  {kind} {repeats}{}", row.client_name);
            let title = if row.title.is_empty() { String::new() } else { format!(" · {}", row.title) };
            paint::line(buffer, area, &RichLine::new(role, text).and(Role::Dim, title), theme);
            let is_selected = lane == model.week.lane()
                && model.week.lanes().get(lane).is_some_and(|shown| shown.at() == at);
            if is_selected {
                paint::fill(buffer, area, theme.style(Role::Selected));
            }
        }
        Line::More(count) => {
            let text = format!("  {}", model.locale.ta("week-more", &[("count", count.into())]));
            paint::text(buffer, area, &text, theme.style(Role::Dim));
        }
    }
}
