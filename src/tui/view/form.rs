//! Draws a form into an area of any size. It changes nothing; where everything goes is in `tui::form::layout`.

mod notes;
mod picks;

use super::paint;
use crate::text::{numbers, safe};
use crate::tui::form::layout::{FieldBox, Grid, Layout};
use crate::tui::form::{Choice, Field, Form, Input, Notice, Stop, Target};
use crate::tui::rich::{RichLine, Role, wrapped};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the form; gives the place of the cursor.
pub fn draw(form: &Form, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buffer.area);
    paint::clear(buffer, area);
    let layout = Layout::of(form, area);
    let brush = Brush { form, theme, layout: &layout };
    brush.title(buffer);
    brush.headings(buffer);
    let mut cursor = None;
    for field_box in &layout.plan.boxes {
        if let Some(field) = form.field(field_box.stop) {
            cursor = brush.field(field, field_box, buffer).or(cursor);
        }
    }
    if let Some(grid) = &layout.plan.grid {
        brush.grid(grid, buffer);
    }
    brush.foot(buffer);
    picks::draw(&brush, buffer);
    cursor
}

/// What every part of the drawing needs.
struct Brush<'a> {
    form: &'a Form,
    theme: &'a Theme,
    layout: &'a Layout,
}

impl Brush<'_> {
    fn style(&self, role: Role) -> ratatui::style::Style {
        self.theme.style(role)
    }

    fn t(&self, key: &str) -> String {
        self.form.context().lang.t(key)
    }

    /// What the form is for, and how it stands.
    fn title(&self, buffer: &mut Buffer) {
        let area = self.layout.title;
        let used = paint::text(buffer, area, &self.form.title(), self.style(Role::Title));
        let state = self.t("form-unsaved");
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        if self.form.is_dirty() && paint::columns(&state) + 2 <= rest.width {
            paint::text_right(buffer, rest, &state, self.style(Role::Dim));
        }
    }

    fn headings(&self, buffer: &mut Buffer) {
        for (area, section) in &self.layout.plan.headings {
            if let Some(area) = self.layout.on_screen(*area) {
                paint::rule(buffer, area, self.theme);
                let name = format!("{} ", self.t(section));
                paint::text(buffer, area, &name, self.style(Role::Head));
            }
        }
    }

    fn field(&self, field: &Field, field_box: &FieldBox, buffer: &mut Buffer) -> Option<Position> {
        let focused = self.form.focus() == field_box.stop;
        if let Some(area) = self.layout.on_screen(field_box.label) {
            let role = match (&field.error, focused) {
                (Some(_), _) => Role::Error,
                (None, true) => Role::Key,
                (None, false) => Role::Dim,
            };
            let room = Rect { width: area.width.saturating_sub(1), ..area };
            paint::text(buffer, room, &self.label(field), self.style(role));
        }
        if let Some(area) = self.layout.on_screen(field_box.aside)
            && let Some(line) = self.understood(field_box.stop)
        {
            paint::line(buffer, area, &line, self.theme);
        }
        if let Some(area) = self.layout.on_screen(field_box.error) {
            let hidden = usize::from(self.layout.scroll.saturating_sub(field_box.error.y));
            for (line, y) in field_box.error_lines.iter().skip(hidden).zip(area.y..area.bottom()) {
                paint::text(buffer, Rect { y, height: 1, ..area }, line, self.style(Role::Error));
            }
        }
        let area = self.layout.on_screen(field_box.input)?;
        let cursor = self.input(field, area, field_box, focused, buffer);
        cursor.filter(|_| focused)
    }

    fn label(&self, field: &Field) -> String {
        let label = field.called(self.form.context().lang);
        if field.required { format!("{label} *") } else { label }
    }

    fn input(
        &self,
        field: &Field,
        area: Rect,
        field_box: &FieldBox,
        focused: bool,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        match &field.input {
            Input::Line(text, _) => self.line(text, area, field_box, focused, buffer),
            Input::Reference(reference) => self.line(reference.field(), area, field_box, focused, buffer),
            Input::Notes(text) => {
                paint::fill(buffer, area, self.style(Role::Input));
                notes::draw(text, area, self.style(Role::Input), focused, buffer)
            }
            Input::Choice(choice) => {
                self.choice(choice, area, focused, buffer);
                Some(area.as_position())
            }
            Input::Flag(value) => {
                let word = self.t(if *value { "form-yes" } else { "form-no" });
                let role = if focused { Role::Selected } else { Role::Normal };
                let mark = if *value { "x" } else { " " };
                paint::text(buffer, area, &format!("[{mark}] {word}"), self.style(role));
                Some(area.as_position())
            }
        }
    }

    /// A line of text; the numbers of the grid stand flush right until the cursor is among them.
    fn line(
        &self,
        text: &crate::tui::TextField,
        area: Rect,
        field_box: &FieldBox,
        focused: bool,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        let wrong = !field_box.error_lines.is_empty() && matches!(field_box.stop, Stop::Cell { .. });
        let style = self.style(Role::Input);
        let style = if wrong { style.patch(self.style(Role::Error)) } else { style };
        paint::fill(buffer, area, style);
        if focused {
            let cursor = paint::field(buffer, area, text, style);
            if self.form.replaces() {
                let value = Rect { width: paint::columns(text.text()).min(area.width), ..area };
                paint::fill(buffer, value, self.style(Role::Selected));
            }
            return cursor;
        }
        let number = matches!(field_box.stop, Stop::Cell { cell, .. } if cell != crate::tui::form::PRODUCT);
        if number {
            paint::text_right(buffer, area, &safe::fit(text.text(), usize::from(area.width)), style);
        } else {
            paint::text(buffer, area, text.text(), style);
        }
        None
    }

    /// All options with the chosen one marked, where they fit; else the chosen one between arrows.
    fn choice(&self, choice: &Choice, area: Rect, focused: bool, buffer: &mut Buffer) {
        let chosen = if focused { Role::Selected } else { Role::Title };
        let all: u16 = choice.labels().map(|(label, _)| paint::columns(label).saturating_add(2)).sum();
        let line = if !focused {
            RichLine::new(Role::Normal, choice.label())
        } else if all <= area.width {
            let mut line = RichLine::default();
            for (label, is_chosen) in choice.labels() {
                line.push(if is_chosen { chosen } else { Role::Dim }, label);
                line.push(Role::Normal, "  ");
            }
            line
        } else {
            RichLine::new(Role::Dim, "← ").and(chosen, choice.label()).and(Role::Dim, " →")
        };
        paint::line(buffer, area, &line, self.theme);
    }

    /// How the value was understood, where it says more than the text.
    fn understood(&self, stop: Stop) -> Option<RichLine> {
        let understood = self.form.understood(stop).ok().filter(|it| !it.text.is_empty())?;
        let role = if understood.warning { Role::Warning } else { Role::Dim };
        Some(RichLine::new(role, format!("→ {}", understood.text)))
    }

    fn grid(&self, grid: &Grid, buffer: &mut Buffer) {
        let lang = self.form.context().lang;
        let heads = grid.heads.iter().zip(["product", "quantity", "price", "discount"]);
        for (index, (area, name)) in heads.chain([(&grid.amount_head, "amount")]).enumerate() {
            if let Some(area) = self.layout.on_screen(*area) {
                let name = safe::fit(&lang.field(name), usize::from(area.width));
                if index == 0 {
                    paint::text(buffer, area, &name, self.style(Role::Head));
                } else {
                    paint::text_right(buffer, area, &name, self.style(Role::Head));
                }
            }
        }
        let locale = self.form.context().locale;
        let (currency, exponent) = (self.form.currency(), self.form.currency().exponent());
        for (row, area) in grid.amounts.iter().enumerate() {
            if let Some(area) = self.layout.on_screen(*area) {
                let amount = self.form.amount_minor(row);
                let text =
                    amount.map_or_else(String::new, |minor| numbers::decimal(minor, exponent, &locale));
                paint::text_right(buffer, area, &text, self.style(Role::Normal));
            }
        }
        if let Some(area) = self.layout.on_screen(grid.total)
            && let Some(total) = self.form.total_minor()
        {
            let money = numbers::money(total, currency, &locale);
            let line = format!("{}  {}{money}", self.t("form-total"), self.in_base(total));
            paint::text_right(
                buffer,
                area,
                &safe::fit(&line, usize::from(area.width)),
                self.style(Role::Title),
            );
        }
    }

    /// The total in the base currency, when the sale is in another one.
    fn in_base(&self, total: i64) -> String {
        let ctx = self.form.context();
        let currency = self.form.currency();
        if currency == ctx.currency {
            return String::new();
        }
        let rate = self.form.rate_nanos();
        let base = crate::domain::sale::to_base(total, currency.exponent(), rate, ctx.currency.exponent());
        base.map_or_else(
            |_| String::new(),
            |minor| format!("({})  ", numbers::money(minor, ctx.currency, &ctx.locale)),
        )
    }

    /// What the form says, else how the value under the cursor was understood, else how it is filled in.
    fn foot(&self, buffer: &mut Buffer) {
        let area = self.layout.foot;
        let lines = match self.form.notice() {
            Some(Notice::Error(message)) => {
                let lines = wrapped(message, usize::from(area.width)).into_iter();
                lines.map(|line| RichLine::new(Role::Error, line)).collect()
            }
            Some(Notice::FromFilter(labels)) => {
                let fields = [("fields", labels.as_str().into())];
                vec![RichLine::new(Role::Success, self.form.context().lang.ta("form-from-filter", &fields))]
            }
            Some(Notice::WorkingOut) => vec![RichLine::new(Role::Success, self.t("form-working-out"))],
            Some(Notice::Saving) => vec![RichLine::new(Role::Success, self.t("form-saving"))],
            None => vec![self.hint()],
        };
        paint::lines(buffer, area, &lines, self.theme);
    }

    fn hint(&self) -> RichLine {
        let stop = self.form.focus();
        let Some(field) = self.form.field(stop) else { return RichLine::default() };
        let mut line = RichLine::default();
        let label_room = self.layout.plan.field_box(stop).map_or(0, |it| it.label.width.saturating_sub(1));
        let label = self.label(field);
        if paint::columns(&label) > label_room {
            line.push(Role::Key, format!("{}: ", field.called(self.form.context().lang)));
        }
        if let Some(understood) = self.understood(stop) {
            line.0.extend(understood.0);
            return line;
        }
        let (role, hint) = self.how(field, stop);
        line.push(role, hint);
        line
    }

    /// How a field is filled in.
    fn how(&self, field: &Field, stop: Stop) -> (Role, String) {
        let text = match &field.input {
            Input::Choice(_) => self.t("form-hint-choice"),
            Input::Flag(_) => self.t("form-hint-flag"),
            Input::Notes(_) => self.t("form-hint-notes"),
            Input::Reference(reference) if reference.target == Target::Tag => self.t("form-hint-tags"),
            Input::Reference(reference) if reference.found_none() => {
                return (Role::Warning, self.t("form-pick-none"));
            }
            Input::Reference(reference) if !reference.text().is_empty() || reference.is_open() => {
                self.t("form-hint-reference")
            }
            Input::Reference(_) if self.form.lacks_client(stop) => self.t("form-hint-client-first"),
            Input::Reference(_) if matches!(stop, Stop::Cell { row, .. } if row > 0) => {
                self.t("form-hint-line")
            }
            Input::Reference(_) => self.t("form-hint-reference"),
            Input::Line(text, rule) if text.is_empty() => {
                let example = rule.example(&self.form.context_at(stop));
                let example = example.map(|example| {
                    self.form.context().lang.ta("form-hint-example", &[("example", example.into())])
                });
                example.unwrap_or_default()
            }
            Input::Line(..) => String::new(),
        };
        (Role::Dim, text)
    }
}
