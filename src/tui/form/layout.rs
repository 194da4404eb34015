//! Where each part of a form is, in the area that it is given: computed once, for drawing, for scrolling and for the mouse.

use super::{CELLS, Field, Form, Input, Notice, Stop};
use crate::text::safe;
use crate::tui::rich::wrapped;
use ratatui::layout::{Position, Rect};

/// From this width on the fields stand in two columns.
const TWO_COLUMNS_FROM: u16 = 100;
const BETWEEN_COLUMNS: u16 = 3;
/// Wider lines are hard to follow from the label to the value.
const WIDEST: u16 = 160;
/// Below this a label stands above its field.
const INLINE_FROM: u16 = 28;
const WIDEST_LABEL: u16 = 24;
/// From this width on a line of a sale takes one line of the screen.
const GRID_FROM: u16 = 60;
const NOTES_LINES: u16 = 3;

/// The parts of the area, and what is in the scrolled one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub title: Rect,
    /// The window on the plan.
    pub body: Rect,
    /// What is said of the form or of the field under the cursor.
    pub foot: Rect,
    pub plan: Plan,
    /// The line of the plan at the top of the body.
    pub scroll: u16,
}

/// Everything in the form, one below the other, in the coordinates of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub headings: Vec<(Rect, &'static str)>,
    pub boxes: Vec<FieldBox>,
    pub grid: Option<Grid>,
    pub height: u16,
}

/// A field or cell: its label, where it is typed, what stands beside it and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldBox {
    pub stop: Stop,
    /// Empty in the grid, whose labels are at its head.
    pub label: Rect,
    pub input: Rect,
    /// For how the value was understood; empty where there is no room.
    pub aside: Rect,
    pub error: Rect,
    pub error_lines: Vec<String>,
}

/// The lines of a sale: the cells are boxes like the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The heads of the cells, by their place in a line.
    pub heads: [Rect; CELLS],
    pub amount_head: Rect,
    pub amounts: Vec<Rect>,
    pub total: Rect,
}

impl Layout {
    pub fn of(form: &Form, area: Rect) -> Self {
        let area = Rect { width: area.width.min(WIDEST), ..area };
        let (mut body, mut title, mut foot) = (area, Rect::default(), Rect::default());
        if area.height >= 3 {
            title = Rect { height: 1, ..area };
            body.y += 1;
            body.height -= 1;
        }
        if area.height >= 4 {
            let height = foot_lines(form, area.width).clamp(1, area.height / 3);
            body.height -= height;
            foot = Rect { y: body.bottom(), height, ..area };
        }
        let plan = Plan::of(form, body.width);
        let scroll = plan.scroll(form.focus(), body.height);
        Self { title, body, foot, plan, scroll }
    }

    /// An area of the plan on the screen; `None` when it is scrolled out of sight. What sticks out is cut off.
    pub fn on_screen(&self, area: Rect) -> Option<Rect> {
        let top = area.y.max(self.scroll);
        let bottom = area.bottom().min(self.scroll.saturating_add(self.body.height));
        let height = bottom.checked_sub(top).filter(|height| *height > 0)?;
        let x = self.body.x.saturating_add(area.x);
        let shown = Rect { x, y: self.body.y + (top - self.scroll), width: area.width, height };
        Some(shown.intersection(self.body)).filter(|shown| !shown.is_empty())
    }

    /// The field or cell at a place of the screen.
    pub fn stop_at(&self, position: Position) -> Option<Stop> {
        let hit = |area| self.on_screen(area).is_some_and(|shown| shown.contains(position));
        let found = self.plan.boxes.iter().find(|it| hit(it.label) || hit(it.input) || hit(it.aside));
        found.map(|it| it.stop)
    }
}

impl Plan {
    fn of(form: &Form, width: u16) -> Self {
        let mut plan = Self::default();
        let before = form.lines().map(|lines| lines.before);
        let fields = || form.fields().iter().enumerate().filter(|(_, field)| !field.hidden);
        let split = before.and_then(|before| fields().position(|(_, field)| field.name == before));
        let (head, tail): (Vec<_>, Vec<_>) = match split {
            Some(split) => (fields().take(split).collect(), fields().skip(split).collect()),
            None => (fields().collect(), Vec::new()),
        };
        plan.block(form, &head, width);
        if split.is_some() {
            plan.height += 1;
            plan.grid(form, width);
            plan.height += 1;
            plan.block(form, &tail, width);
        }
        plan
    }

    /// Fields one below the other, in two columns of about the same height where there is room.
    fn block(&mut self, form: &Form, fields: &[(usize, &Field)], width: u16) {
        let top = self.height;
        if width < TWO_COLUMNS_FROM {
            self.column(form, fields, Rect { x: 0, y: top, width, height: 0 });
            return;
        }
        let column = (width - BETWEEN_COLUMNS) / 2;
        let height = |fields: &[(usize, &Field)]| {
            let mut trial = Self::default();
            trial.column(form, fields, Rect { x: 0, y: 0, width: column, height: 0 });
            trial.height
        };
        let split = (0..=fields.len())
            .min_by_key(|split| height(&fields[..*split]).max(height(&fields[*split..])))
            .unwrap_or(fields.len());
        let (left, right) = fields.split_at(split);
        self.column(form, left, Rect { x: 0, y: top, width: column, height: 0 });
        let bottom = self.height;
        self.column(form, right, Rect { x: column + BETWEEN_COLUMNS, y: top, width: column, height: 0 });
        self.height = self.height.max(bottom);
    }

    /// Fields one below the other, from the top of an area of this width; the plan then ends below them.
    fn column(&mut self, form: &Form, fields: &[(usize, &Field)], area: Rect) {
        let inline = area.width >= INLINE_FROM;
        let lang = form.context().lang;
        let labels = fields.iter().map(|(_, field)| columns(&field.called(lang)) + 3);
        let label_width = labels.max().unwrap_or(0).min(WIDEST_LABEL).min(area.width * 2 / 5);
        let mut y = area.y;
        for (index, field) in fields {
            if let Some(section) = field.section {
                y = y.saturating_add(u16::from(y > area.y));
                self.headings.push((Rect { y, height: 1, ..area }, section));
                y = y.saturating_add(1);
            }
            let line = Rect { y, height: 1, ..area };
            let (label, mut input) = if inline {
                let input = Rect { x: area.x + label_width, width: area.width - label_width, ..line };
                (Rect { width: label_width, ..line }, input)
            } else {
                (line, Rect { y: y.saturating_add(1), ..line })
            };
            if matches!(field.input, Input::Notes(_)) {
                input.height = NOTES_LINES;
            }
            let aside = aside_of(field, &mut input);
            let under = Rect { y: input.bottom(), width: input.width + aside.width, ..input };
            let field_box = FieldBox::new(form, Stop::Field(*index), [label, input, aside], under);
            y = field_box.error.bottom();
            self.boxes.push(field_box);
        }
        self.height = y;
    }

    fn grid(&mut self, form: &Form, width: u16) {
        let rows = form.lines().map_or(0, |lines| lines.rows.len());
        let wide = width >= GRID_FROM;
        let line = |y| if wide { wide_line(y, width) } else { narrow_line(y, width) };
        let (heads, amount_head) = line(self.height);
        self.height = amount_head.bottom();
        let mut amounts = Vec::with_capacity(rows);
        for row in 0..rows {
            let (cells, amount) = line(self.height);
            self.height = amount.bottom();
            for (cell, input) in cells.into_iter().enumerate() {
                let under = Rect { x: 0, y: self.height, width, height: 0 };
                let areas = [Rect::default(), input, Rect::default()];
                let field_box = FieldBox::new(form, Stop::Cell { row, cell }, areas, under);
                self.height = field_box.error.bottom();
                self.boxes.push(field_box);
            }
            amounts.push(amount);
        }
        let total = Rect { x: 0, y: self.height, width, height: 1 };
        self.height = self.height.saturating_add(1);
        self.grid = Some(Grid { heads, amount_head, amounts, total });
    }

    pub fn field_box(&self, stop: Stop) -> Option<&FieldBox> {
        self.boxes.iter().find(|it| it.stop == stop)
    }

    /// The line at the top of a window of this height so that the cursor's field is in its middle, as far as the ends allow.
    fn scroll(&self, focus: Stop, height: u16) -> u16 {
        let Some(focused) = self.field_box(focus) else { return 0 };
        let top = if focused.label.is_empty() { focused.input.y } else { focused.label.y };
        let middle = top + focused.error.bottom().saturating_sub(top) / 2;
        let last = self.height.saturating_sub(height);
        // The field itself is seen even when its messages are higher than the window.
        middle.saturating_sub(height / 2).min(last).min(focused.input.y)
    }
}

impl FieldBox {
    fn new(form: &Form, stop: Stop, [label, input, aside]: [Rect; 3], under: Rect) -> Self {
        let message = form.field(stop).and_then(|field| field.error.as_deref());
        let error_lines = message.map(|text| wrapped(text, usize::from(under.width))).unwrap_or_default();
        let height = u16::try_from(error_lines.len()).unwrap_or(u16::MAX);
        Self { stop, label, input, aside, error: Rect { height, ..under }, error_lines }
    }
}

/// The lines that are needed to say how the form stands.
fn foot_lines(form: &Form, width: u16) -> u16 {
    let Some(Notice::Error(message)) = form.notice() else { return 1 };
    u16::try_from(wrapped(message, usize::from(width)).len()).unwrap_or(u16::MAX)
}

/// Narrows the field of a short value and gives the room beside it.
fn aside_of(field: &Field, input: &mut Rect) -> Rect {
    let usual = match &field.input {
        Input::Line(_, rule) => rule.width(),
        Input::Flag(_) => Some(8),
        Input::Notes(_) | Input::Choice(_) | Input::Reference(_) => None,
    };
    let Some(usual) = usual.filter(|usual| *usual < input.width) else { return Rect::default() };
    let aside = Rect { x: input.x + usual + 1, width: input.width - usual - 1, ..*input };
    input.width = usual;
    aside
}

/// Product, quantity, price, discount and amount beside each other.
fn wide_line(y: u16, width: u16) -> ([Rect; CELLS], Rect) {
    let [quantity, price, discount, amount] = if width >= 90 { [11, 14, 9, 16] } else { [8, 11, 9, 13] };
    let product = width.saturating_sub(quantity + price + discount + amount + 4);
    let mut x = 0;
    let mut next = |width: u16| {
        let area = Rect { x, y, width, height: 1 };
        x += width + 1;
        area
    };
    ([next(product), next(quantity), next(price), next(discount)], next(amount))
}

/// The product above its numbers.
fn narrow_line(y: u16, width: u16) -> ([Rect; CELLS], Rect) {
    let product = Rect { x: 0, y, width, height: 1 };
    let room = width.saturating_sub(3);
    let [quantity, price, discount] = [room / 5, room * 3 / 10, room / 5];
    let mut x = 0;
    let mut next = |width: u16| {
        let area = Rect { x, y: y.saturating_add(1), width, height: 1 };
        x += width + 1;
        area
    };
    let cells = [product, next(quantity), next(price), next(discount)];
    (cells, next(room.saturating_sub(quantity + price + discount)))
}

/// The columns that a text takes on the screen.
pub fn columns(text: &str) -> u16 {
    u16::try_from(safe::width(&safe::safe(text))).unwrap_or(u16::MAX / 2)
}
