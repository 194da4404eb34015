//! The heading of a group of rows: what they have in common, how many they are, and what they add up to.

use super::paint;
use crate::domain::list::{Group, money_column};
use crate::text::{groups, numbers};
use crate::tui::Model;
use crate::tui::columns::Fitted;
use crate::tui::rich::{RichLine, Role};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub struct Heading<'a> {
    pub group: &'a Group,
    pub folded: bool,
    /// The columns that are seen.
    pub fitted: &'a [Fitted],
}

impl Heading<'_> {
    pub fn draw(&self, model: &Model, theme: &Theme, line: Rect, buffer: &mut Buffer) {
        let (list, terms) = (model.list(), model.terms());
        let sign = if self.folded { "▸" } else { "▾" };
        let value =
            list.grouped_by().map(|column| groups::label(list.kind(), column, &self.group.value, &terms));
        let count = numbers::int(i64::try_from(self.group.count).unwrap_or(i64::MAX), &model.locale);
        let sum = self.group.subtotal_minor.map(|minor| terms.money(minor)).unwrap_or_default();
        // The sum stands under its own column, where that is seen and wide enough; else at the end of the line.
        let money = money_column(list.kind());
        let own = self.fitted.iter().find(|it| Some(it.column) == money);
        let own = own.filter(|it| it.width >= paint::columns(&sum)).map(|it| it.x + it.width);
        let end = own.unwrap_or(line.width).min(line.width);
        let sum_width = paint::columns(&sum).min(end);
        // Value and count give way to the sum: it is what a folded group is looked at for.
        let room = usize::from(end.saturating_sub(sum_width + 1));
        let count = format!("  {count}");
        let room = room.saturating_sub(usize::from(paint::columns(&count)) + 2);
        let value = crate::text::safe::fit(&value.unwrap_or_default(), room);
        let text = RichLine::new(Role::Title, format!("{sign} {value}")).and(Role::Dim, count);
        paint::line(buffer, Rect { width: end.saturating_sub(sum_width), ..line }, &text, theme);
        paint::text_right(buffer, Rect { width: end, ..line }, &sum, theme.style(Role::Title));
    }
}
