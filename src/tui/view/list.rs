//! A list: its title with count and sum, the column heads, the rows that are seen, or what to do when there are none.

use super::heading::Heading;
use super::{paint, rows};
use crate::domain::list::{Column, Grouping, ListKind, Sort, grouping};
use crate::text::numbers;
use crate::tui::chips;
use crate::tui::columns::{self, Fitted};
use crate::tui::layout::{self, Screen};
use crate::tui::list::Seen;
use crate::tui::rich::{RichLine, Role, wrapped};
use crate::tui::surveys;
use crate::tui::theme::Theme;
use crate::tui::{Action, Model};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Stands before a marked row.
const MARK: &str = "•";

pub fn draw(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let list = model.list();
    title(model, theme, screen.title, buffer);
    let mut margin = layout::columns(screen.rows);
    if list.is_loaded() && list.is_complete() && list.is_empty() && model.is_cut() {
        return cut(model, theme, screen, buffer);
    }
    if list.is_loaded() && list.is_complete() && list.is_empty() {
        empty(model, theme, margin, buffer);
        return;
    }
    margin.height = margin.height.min(u16::try_from(model.list_height()).unwrap_or(u16::MAX));
    let fitted = list.fitted(margin.width);
    heads(model, theme, &fitted, layout::columns(screen.head), buffer);
    let terms = model.terms();
    let fillers = rows::fillers(list.kind(), &fitted);
    cut(model, theme, screen, buffer);
    let group =
        rows::groups_by(list.kind()).filter(|_| list.query().sort.is_empty() && list.grouped_by().is_none());
    let mut above = None;
    let said = list.grouped_by().filter(|column| grouping(list.kind(), *column) != Some(Grouping::Month));
    for (place, row) in list.visible(usize::from(margin.height)) {
        let offset = u16::try_from(place - list.top()).unwrap_or(u16::MAX);
        let line = Rect { y: margin.y.saturating_add(offset), height: 1, ..margin };
        match row {
            Seen::Head { group, folded } => {
                let heading = Heading { group, folded, fitted: &fitted };
                heading.draw(model, theme, line, buffer);
            }
            Seen::Row(Some(row)) => {
                for (column, filler) in fitted.iter().zip(&fillers) {
                    let area = Rect { x: line.x + column.x, width: column.width, ..line };
                    // What the heading says is not said again.
                    if said == Some(column.column) {
                        continue;
                    }
                    let mut cell = filler.draw(row, &terms);
                    if group == Some(column.column) {
                        let is_same = above.as_ref() == Some(&cell);
                        above = Some(cell.clone());
                        if is_same {
                            cell.text.clear();
                        }
                    }
                    // The rows of the last good filter, while what is typed is none.
                    let role = if list.refused().is_some() { Role::Dim } else { cell.role };
                    let style = theme.style(role);
                    if columns::is_number(column.column) {
                        paint::text_right(buffer, area, &cell.text, style);
                    } else {
                        paint::text(buffer, area, &cell.text, style);
                    }
                }
            }
            Seen::Row(None) => {
                paint::text(buffer, line, "…", theme.style(Role::Dim));
            }
        }
        let is_marked = list.id_at(place).is_some_and(|id| list.marks().contains(id));
        let margin = Rect { x: screen.rows.x, width: 1, ..line };
        if is_marked {
            paint::text(buffer, margin, MARK, theme.style(Role::Marked));
        }
        if place == list.index() {
            let whole = Rect { x: screen.rows.x, width: screen.rows.width, ..line };
            paint::fill(buffer, whole, theme.style(Role::Selected));
            let sign = if is_marked { MARK } else { "▌" };
            paint::text(buffer, margin, sign, theme.style(Role::Selected));
        }
    }
}

/// How many rows are marked, how many of them are out of sight, and their money.
fn marked(model: &Model, line: &mut RichLine) {
    let list = model.list();
    let marks = list.marks();
    let args = [("count", marks.len().into()), ("hidden", marks.hidden().into())];
    let key = if marks.hidden() > 0 { "list-marked-hidden" } else { "list-marked" };
    line.push(Role::Marked, format!("  {MARK} {}", model.locale.ta(key, &args)));
    if let Some(sum) = list.marked_minor() {
        line.push(Role::Marked, format!("  Σ {}", model.terms().money(sum)));
    }
}

/// Under the rows of Today: the week is full, and how many are left out.
fn cut(model: &Model, theme: &Theme, screen: &Screen, buffer: &mut Buffer) {
    let Some(head) = model.list().head().filter(|_| model.is_cut()) else { return };
    let chords = model.keymap.chords(crate::tui::context::Context::List, Action::ShowClosed);
    let key = chords.first().map(|chord| chord.label(model.locale.lang)).unwrap_or_default();
    let text = model.locale.ta("today-cut", &[("count", head.below_cut.into()), ("key", key.into())]);
    let under = model.list().line_count().saturating_sub(model.list().top()).min(model.list_height());
    let rows = layout::columns(screen.rows);
    let offset = u16::try_from(under).unwrap_or(u16::MAX).min(rows.height.saturating_sub(1));
    paint::text(buffer, Rect { y: rows.y + offset, height: 1, ..rows }, &text, theme.style(Role::Dim));
}

/// What is listed, how many, their sum, and by what it is narrowed.
fn title(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    paint::line(buffer, area, &heading(model, area.width).0, theme);
}

/// Where each part of the filter stands in the heading, of those that are seen whole.
pub fn chips(model: &Model, area: Rect) -> Vec<(usize, Rect)> {
    let (line, chips) = heading(model, area.width);
    let parts: Vec<u16> = line.0.iter().map(|(_, text)| paint::columns(text)).collect();
    let start = |part: usize| parts.iter().take(part).fold(0_u16, |sum, width| sum.saturating_add(*width));
    let shown = |(chip, part): (usize, usize)| {
        let (x, width) = (start(part), parts.get(part).copied().unwrap_or_default());
        (x.saturating_add(width) <= area.width).then(|| (chip, Rect { x: area.x + x, width, ..area }))
    };
    chips.into_iter().filter_map(shown).collect()
}

/// The heading, and which of its parts are which of the filter's. While those are gone through, what stands before them
/// gives way to the one under the cursor.
fn heading(model: &Model, width: u16) -> (RichLine, Vec<(usize, usize)>) {
    let cursor = chips::cursor(model);
    let (line, shown) = whole_heading(model);
    let size =
        |line: &RichLine| line.0.iter().map(|(_, text)| usize::from(paint::columns(text))).sum::<usize>();
    let end = |at: usize| {
        let part = shown.iter().find(|(chip, _)| *chip == at).map_or(0, |(_, part)| *part);
        size(&RichLine(line.0.iter().take(part + 1).cloned().collect()))
    };
    let Some(at) = cursor.filter(|at| end(*at) > usize::from(width)) else { return (line, shown) };
    let texts = chips::texts(model);
    let name = model.locale.lang.tab(model.tab.word());
    let from = |first: usize| {
        let mut line = RichLine::new(Role::Title, format!(" {name}")).and(Role::Dim, "  …");
        let shown = push_chips(&mut line, &texts, first, cursor);
        (line, shown)
    };
    let is_seen = |first: &usize| {
        let (line, shown) = from(*first);
        let part = shown.iter().find(|(chip, _)| *chip == at).map_or(0, |(_, part)| *part);
        size(&RichLine(line.0.into_iter().take(part + 1).collect())) <= usize::from(width)
    };
    from((0..=at).find(is_seen).unwrap_or(at))
}

/// Adds the parts of the filter from this one on; says which part of the line each is.
fn push_chips(
    line: &mut RichLine,
    texts: &[String],
    first: usize,
    cursor: Option<usize>,
) -> Vec<(usize, usize)> {
    let mut shown = Vec::new();
    for (chip, text) in texts.iter().enumerate().skip(first) {
        line.push(Role::Normal, if chip == first { "  " } else { " " });
        shown.push((chip, line.0.len()));
        let role = if cursor == Some(chip) { Role::Selected } else { Role::Warning };
        line.push(role, format!("[{text}]"));
    }
    shown
}

fn whole_heading(model: &Model) -> (RichLine, Vec<(usize, usize)>) {
    let list = model.list();
    let (lang, terms) = (model.locale.lang, model.terms());
    let mut line = RichLine::new(Role::Title, format!(" {}", lang.tab(model.tab.word())));
    let count = i64::try_from(list.len()).unwrap_or(i64::MAX);
    if list.is_complete() {
        line.push(Role::Normal, format!("  {}", numbers::int(count, &model.locale)));
    } else {
        line.push(Role::Dim, "  …");
    }
    if !list.marks().is_empty() {
        marked(model, &mut line);
    } else if let Some(sum) = list.sum_minor().filter(|_| list.is_complete() && !list.is_empty()) {
        line.push(Role::Normal, format!("  Σ {}", terms.money(sum)));
    }
    if let Some(head) = list.head() {
        let whose = head.whose.clone().unwrap_or_else(|| model.t("today-everybody"));
        line.push(Role::Normal, format!("  {whose}"));
    }
    if let Some((from, to)) = list.query().days {
        let days = format!("  {}–{}", terms.date(from), terms.date(to));
        line.push(Role::Warning, days);
    }
    if list.query().client.is_some() {
        line.push(Role::Warning, format!("  {}", list.client_name()));
    }
    let shown = push_chips(&mut line, &chips::texts(model), 0, chips::cursor(model));
    if list.query().closed {
        let all = if list.kind().is_today() { "today-with-all" } else { "list-with-closed" };
        line.push(Role::Warning, format!("  {}", model.t(all)));
    }
    if let Some((made, capacity)) = list.head().and_then(|head| Some((head.made, head.capacity?))) {
        let args = [("made", made.into()), ("capacity", capacity.into())];
        line.push(Role::Dim, format!("  {}", model.locale.ta("today-week", &args)));
    }
    if list.kind() == ListKind::Surveys {
        line.push(Role::Dim, format!("  {}", averages(model)));
    }
    (line, shown)
}

/// Of one survey all there is to say; of several, the key that tells.
fn averages(model: &Model) -> String {
    if let [only] = model.figures.as_slice() {
        return surveys::told(only, model.terms());
    }
    let chords = model.keymap.chords(crate::tui::context::Context::List, Action::SurveyFigures);
    match chords.first().filter(|_| !model.figures.is_empty()) {
        Some(chord) => {
            let key = chord.label(model.locale.lang);
            model.locale.ta("survey-figures-key", &[("key", key.into())])
        }
        None => String::new(),
    }
}

/// The names of the columns, with the column cursor and the order.
fn heads(model: &Model, theme: &Theme, fitted: &[Fitted], area: Rect, buffer: &mut Buffer) {
    let list = model.list();
    for column in fitted {
        let name = model.head(column.column);
        let arrow = arrow(&list.query().sort, column.column);
        let role = if list.column() == Some(column.column) { Role::Cursor } else { Role::Head };
        let cell = Rect { x: area.x + column.x, width: column.width, ..area };
        let room = usize::from(column.width.saturating_sub(paint::columns(&arrow)));
        let text = format!("{}{arrow}", crate::text::safe::fit(&name, room));
        if columns::is_number(column.column) {
            paint::text_right(buffer, cell, &text, theme.style(role));
        } else {
            paint::text(buffer, cell, &text, theme.style(role));
        }
    }
}

/// `▲` or `▼`, with the level where there are several.
fn arrow(sort: &[Sort], column: Column) -> String {
    let Some(level) = sort.iter().position(|it| it.column == column) else { return String::new() };
    let arrow = if sort.get(level).is_some_and(|it| it.descending) { "▼" } else { "▲" };
    if sort.len() > 1 { format!("{arrow}{}", level + 1) } else { arrow.to_owned() }
}

/// Nothing is listed: why, and what to do.
fn empty(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lang = model.locale.lang;
    let key = |action: Action| {
        let chords = model.keymap.chords(crate::tui::context::Context::List, action);
        chords.first().map(|chord| chord.label(lang)).unwrap_or_default()
    };
    let (add, back) = (key(Action::Add), key(Action::Back));
    let args = [("add", add.into()), ("back", back.into())];
    let list = model.list();
    let text = if model.is_first_start() {
        "empty-portfolio".to_owned()
    } else if list.is_filtered() {
        "empty-search".to_owned()
    } else if list.query().client.is_some() {
        "empty-of-client".to_owned()
    } else {
        format!("empty-{}", list.kind().word())
    };
    let text = lang.ta(&text, &args);
    let mut lines = Vec::new();
    for (index, paragraph) in text.lines().enumerate() {
        let role = if index == 0 { Role::Title } else { Role::Normal };
        lines.extend(
            wrapped(paragraph, usize::from(area.width)).into_iter().map(|it| RichLine::new(role, it)),
        );
    }
    paint::lines(buffer, area, &lines, theme);
}
