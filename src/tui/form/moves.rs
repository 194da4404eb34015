//! Where the cursor goes in a form: from field to field, among the cells of the lines, and what leaving a field does.

use super::field::Input;
use super::lines::{CELLS, DISCOUNT, Line, Lines, PRODUCT};
use super::reference::Chosen;
use super::{Form, FormEffect, Stop};
use crate::tui::{TextEdit, TextField};

/// Which way the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    On,
    Back,
}

impl Form {
    /// Is there nothing more to fill in after this place? An empty line ends the lines, and with them the sale.
    pub(super) fn at_end(&self) -> bool {
        match self.focus {
            Stop::Field(_) if self.stops().last() == Some(&self.focus) => true,
            Stop::Field(_) => self
                .field(self.focus)
                .is_some_and(|field| super::kind::is_enough(self.kind, self.edited, &field.name)),
            Stop::Cell { row, cell: PRODUCT } => self.is_ending_line(row) && row > 0,
            Stop::Cell { .. } => false,
        }
    }

    fn is_ending_line(&self, row: usize) -> bool {
        self.lines()
            .is_some_and(|lines| row + 1 == lines.rows.len() && lines.rows.last().is_some_and(Line::is_empty))
    }

    /// Is this the last cell of the last line, with something in the line?
    pub(super) fn past_last_line(&self) -> bool {
        let Stop::Cell { row, cell: DISCOUNT } = self.focus else { return false };
        self.is_last_line(row) && !self.is_ending_line(row)
    }

    pub(super) fn is_last_line(&self, row: usize) -> bool {
        self.lines().is_some_and(|lines| row + 1 == lines.rows.len())
    }

    pub(super) fn go(&mut self, way: Way) -> Vec<FormEffect> {
        let mut effects = self.settle();
        if way == Way::On && self.past_last_line() {
            effects.extend(self.add_line());
        } else {
            effects.extend(self.step(way));
        }
        effects
    }

    /// Moves the cursor by one place, round the ends.
    pub(super) fn step(&mut self, way: Way) -> Vec<FormEffect> {
        let stops = self.stops();
        let leaving_row = match (way, self.focus) {
            (Way::On, Stop::Cell { row, .. }) if self.is_ending_line(row) => Some(row),
            _ => None,
        };
        let at = stops.iter().position(|stop| *stop == self.focus).unwrap_or(0);
        let count = stops.len().max(1);
        let steps = (1..=count).map(|step| match way {
            Way::On => (at + step) % count,
            Way::Back => (at + count - step) % count,
        });
        let mut places = steps.filter_map(|at| stops.get(at).copied());
        // The other cells of an empty last line are no place to stop on the way out.
        let next = places.find(|stop| !matches!(stop, Stop::Cell { row, .. } if Some(*row) == leaving_row));
        self.arrive(next.unwrap_or(self.focus))
    }

    pub(super) fn go_to(&mut self, stop: Stop) -> Vec<FormEffect> {
        if !self.stops().contains(&stop) {
            return Vec::new();
        }
        let mut effects = self.settle();
        effects.extend(self.arrive(stop));
        effects
    }

    /// Puts the cursor here and asks for what a name may be.
    pub(super) fn arrive(&mut self, stop: Stop) -> Vec<FormEffect> {
        self.focus = stop;
        self.fresh = true;
        let wanted = self.reference(stop).is_some_and(|reference| {
            reference.is_open_question() || reference.target.is_few() && reference.chosen() == Chosen::Nothing
        });
        if wanted { self.look_up(stop).into_iter().collect() } else { Vec::new() }
    }

    /// Leaves the field under the cursor: takes the highlighted name, fixes a date that was said relative to today, and says
    /// what is wrong.
    pub(super) fn settle(&mut self) -> Vec<FormEffect> {
        let stop = self.focus;
        let mut effects = self.accept(stop);
        let ctx = self.context_at(stop);
        let Some(field) = self.field_mut(stop) else { return effects };
        match &mut field.input {
            Input::Line(text, rule) => {
                if let Some(settled) = rule.settled(text.text(), &ctx)
                    && settled != text.text()
                {
                    *text = TextField::new(settled);
                }
                if !field.is_empty() {
                    field.error = field.check(&ctx).err();
                }
            }
            Input::Reference(_) | Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => {}
        }
        effects.extend(self.resolve_left(stop));
        if let Some(reference) = self.reference_mut(stop) {
            reference.tidy();
            reference.close();
        }
        effects
    }

    /// Up and down: among proposals, in notes, then among lines and fields; not round the ends.
    pub(super) fn vertical(&mut self, way: Way) -> Vec<FormEffect> {
        let moved = match self.field_mut(self.focus).map(|field| &mut field.input) {
            Some(Input::Reference(reference)) => match way {
                Way::On => reference.highlight_next(),
                Way::Back => reference.highlight_previous(),
            },
            Some(Input::Notes(notes)) => {
                notes.edit(if way == Way::On { TextEdit::Down } else { TextEdit::Up })
            }
            Some(Input::Line(..) | Input::Choice(_) | Input::Flag(_)) | None => false,
        };
        if moved {
            return Vec::new();
        }
        let Some(next) = self.above_or_below(way) else { return Vec::new() };
        let mut effects = self.settle();
        match (way, self.focus) {
            (Way::On, Stop::Cell { row, .. }) if self.is_last_line(row) && !self.is_ending_line(row) => {
                effects.extend(self.add_line());
            }
            _ => effects.extend(self.arrive(next)),
        }
        effects
    }

    pub(super) fn above_or_below(&self, way: Way) -> Option<Stop> {
        let stops = self.stops();
        let in_row = |stop: &Stop| matches!((stop, self.focus), (Stop::Cell { row, .. }, Stop::Cell { row: here, .. }) if *row == here);
        let column = match self.focus {
            Stop::Cell { cell, .. } => cell,
            Stop::Field(_) => PRODUCT,
        };
        let fits =
            |stop: &&Stop| !in_row(stop) && !matches!(stop, Stop::Cell { cell, .. } if *cell != column);
        let at = stops.iter().position(|stop| *stop == self.focus)?;
        match way {
            Way::On => stops.get(at + 1..)?.iter().find(fits).copied(),
            Way::Back => stops.get(..at)?.iter().rev().find(fits).copied(),
        }
    }

    /// Is the cursor at that end of a cell's text, with a cell beyond it?
    pub(super) fn at_cell_edge(&self, way: Way) -> bool {
        let Stop::Cell { cell, .. } = self.focus else { return false };
        let Some(field) = self.field(self.focus) else { return false };
        let (before, after) = match &field.input {
            Input::Line(text, _) => text.split(),
            Input::Reference(reference) => reference.field().split(),
            Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => return false,
        };
        match way {
            Way::Back => before.is_empty() && cell > 0,
            Way::On => after.is_empty() && cell + 1 < CELLS,
        }
    }

    pub(super) fn sideways(&mut self, way: Way) -> Vec<FormEffect> {
        let Stop::Cell { row, cell } = self.focus else { return Vec::new() };
        let cell = match way {
            Way::On => cell + 1,
            Way::Back => cell.saturating_sub(1),
        };
        self.go_to(Stop::Cell { row, cell })
    }

    pub(super) fn add_line(&mut self) -> Vec<FormEffect> {
        let row = match self.focus {
            Stop::Cell { row, .. } => row,
            Stop::Field(_) => usize::MAX - 1,
        };
        let mut effects = self.settle();
        let Some(lines) = &mut self.sheet.lines else { return effects };
        let last = lines.rows.len().saturating_sub(1);
        // An empty last line is used before another one is added.
        let at = match lines.rows.last() {
            Some(line) if line.is_empty() && row >= last => last,
            _ => lines.insert_after(row),
        };
        effects.extend(self.arrive(Stop::Cell { row: at, cell: PRODUCT }));
        effects
    }

    pub(super) fn remove_line(&mut self) -> Vec<FormEffect> {
        let Stop::Cell { row, .. } = self.focus else { return Vec::new() };
        let Some(lines) = &mut self.sheet.lines else { return Vec::new() };
        lines.remove(row);
        let row = row.min(last_row(lines));
        self.arrive(Stop::Cell { row, cell: PRODUCT })
    }
}

fn last_row(lines: &Lines) -> usize {
    lines.rows.len().saturating_sub(1)
}
