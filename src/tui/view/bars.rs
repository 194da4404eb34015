//! The lines at the edges: tabs above, what is typed or said and the keys below.

use super::paint;
use crate::entry::Reading;
use crate::text::safe;
use crate::tui::context::Context;
use crate::tui::log_entry::LogEntry;
use crate::tui::modal::Line;
use crate::tui::put_off::PutOff;
use crate::tui::rich::{RichLine, Role, wrapped};
use crate::tui::status::Status;
use crate::tui::theme::Theme;
use crate::tui::views::Naming;
use crate::tui::{Action, Model, TextField, logging};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::ops::Range;

/// The tabs with their keys.
pub fn tabs(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    for shown in model.tabs(area) {
        let (key, name) = shown.parts();
        let line = if shown.tab == model.tab {
            RichLine::new(Role::Tab, key + &name)
        } else {
            RichLine::new(Role::Key, key).and(Role::Normal, name)
        };
        paint::line(buffer, shown.area, &line, theme);
    }
}

/// What is being typed, else what was said last, else that nothing of the example is kept; gives the place of the cursor.
pub fn status(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    match (&model.line, &model.status) {
        (Some(Line::Search(typed)), _) => {
            let key = model.keymap.chords(Context::List, Action::Search);
            let key = key.first().map(|chord| chord.label(model.locale.lang)).unwrap_or_default();
            search(model, &key, &typed.field, theme, area, buffer)
        }
        (Some(Line::PutOff(asked)), _) => put_off(model, asked, theme, area, buffer),
        (Some(Line::Name(naming)), _) => name(model, naming, theme, area, buffer),
        (Some(Line::Log(entry)), _) => log(model, entry, theme, area, buffer),
        (None | Some(Line::Chips(_)), Some(status)) => {
            said(status, theme, area, buffer);
            None
        }
        (None | Some(Line::Chips(_)), None) => {
            if model.demo {
                let text = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
                paint::text(buffer, text, &model.t("demo-nothing-is-kept"), theme.style(Role::Warning));
            }
            None
        }
    }
}

/// The text being typed after what it is for; the text keeps half of the line at least.
fn typed(
    buffer: &mut Buffer,
    area: Rect,
    prompt: (Role, &str, &str),
    field: &TextField,
    marks: &[(Range<usize>, Style)],
    theme: &Theme,
) -> Option<Position> {
    let (role, text, end) = prompt;
    let room = (area.width / 2).saturating_sub(paint::columns(end));
    let prompt = RichLine::new(role, safe::fit(text, usize::from(room))).and(role, end);
    let used = paint::line(buffer, Rect { height: 1, ..area }, &prompt, theme);
    let rest = Rect { x: area.x + used, width: area.width - used, height: 1, ..area };
    paint::marked_field(buffer, rest, field, theme.style(Role::Input), marks)
}

/// The filter as it is typed; where it is not understood, what is wrong is marked and told under it.
fn search(
    model: &Model,
    key: &str,
    field: &TextField,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let marks: Vec<_> = model
        .list()
        .refused()
        .map(|error| {
            (visible(&error.span, field.text()), theme.style(Role::Error).add_modifier(Modifier::UNDERLINED))
        })
        .into_iter()
        .collect();
    let cursor = typed(buffer, area, (Role::Key, key, ""), field, &marks, theme);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let lines = model.below_filter(usize::from(area.width).saturating_sub(2));
    paint::lines(buffer, below, &lines, theme);
    cursor
}

/// The span, or the character before it where something is missing.
fn visible(span: &Range<usize>, text: &str) -> Range<usize> {
    let before = || text.get(..span.start)?.char_indices().next_back().map(|(at, _)| at);
    if span.is_empty() { before().unwrap_or(span.start)..span.end } else { span.clone() }
}

/// What is logged for whom, the text with its recognised parts, and under it what will be understood.
fn log(model: &Model, log: &LogEntry, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let reading = log.read(&model.place());
    let what = log.entry.what.label(model.locale.lang);
    let client = reading.client.as_ref().map_or_else(|| model.t("log-for-whom"), |(_, name)| name.clone());
    let marks = marks(&reading, theme);
    let prompt = format!("{what} · {client}");
    let cursor = typed(buffer, area, (Role::Title, &prompt, ": "), &log.field, &marks, theme);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let width = usize::from(area.width).saturating_sub(2);
    let lines = logging::below(model, log, width).fitted(usize::from(below.height));
    paint::lines(buffer, below, &lines, theme);
    cursor
}

/// Which client's follow-up is put off, and under it to which day.
fn put_off(
    model: &Model,
    asked: &PutOff,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let prompt = format!("{} · {}", model.t("put-off-until"), asked.client_name);
    let cursor = typed(buffer, area, (Role::Title, &prompt, ": "), &asked.field, &[], theme);
    if area.height > 1 {
        let (tone, text) = asked.told(model.terms());
        let below = Rect { y: area.y + 1, height: 1, ..area };
        paint::line(buffer, below, &RichLine::new(tone.role(), text), theme);
    }
    cursor
}

/// The name that a view is given, and under it what Enter will do.
fn name(model: &Model, naming: &Naming, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let prompt = model.t(if naming.is_renaming() { "view-rename-prompt" } else { "view-name-prompt" });
    let cursor = typed(buffer, area, (Role::Title, &prompt, ": "), &naming.field, &[], theme);
    if area.height > 1 {
        let (tone, text) = naming.told(model.locale.lang);
        let below = Rect { y: area.y + 1, height: 1, ..area };
        paint::line(buffer, below, &RichLine::new(tone.role(), text), theme);
    }
    cursor
}

/// The parts of the line that were recognised, those that were not, and the names that may mean several rows.
fn marks(reading: &Reading, theme: &Theme) -> Vec<(Range<usize>, Style)> {
    let mut chips: Vec<Range<usize>> = reading.chips.clone();
    // A doubt stands out within the part that it is of.
    for doubt in &reading.doubts {
        let cut = |chip: Range<usize>| {
            let (start, end) = (chip.start, chip.end);
            let before = start..end.min(doubt.span.start).max(start);
            let after = start.max(doubt.span.end).min(end)..end;
            [before, after].into_iter().filter(|part| !part.is_empty())
        };
        chips = chips.into_iter().flat_map(cut).collect();
    }
    let chips = chips.into_iter().map(|span| (span, theme.style(Role::Chip)));
    let kept_as_text = reading.problems.iter().filter(|problem| !problem.trouble.is_warning());
    let troubles = kept_as_text.map(|problem| (problem.span.clone(), theme.style(Role::Error)));
    let doubts = reading.doubts.iter().map(|doubt| (doubt.span.clone(), theme.style(Role::Warning)));
    let mut marks: Vec<_> = troubles.chain(doubts).chain(chips).collect();
    marks.sort_by_key(|(span, _)| span.start);
    marks
}

fn said(status: &Status, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let role = status.tone.role();
    let text = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if text.height == 1 {
        paint::text(buffer, text, &status.text, theme.style(role));
        return;
    }
    let lines: Vec<RichLine> = wrapped(&status.text, usize::from(text.width))
        .into_iter()
        .map(|line| RichLine::new(role, line))
        .collect();
    paint::lines(buffer, text, &lines, theme);
}

/// The keys that are of most use here, as many as fit.
pub fn footer(model: &Model, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    for word in model.footer_words(area) {
        paint::line(buffer, word.area, &word.line, theme);
    }
}
