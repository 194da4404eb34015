//! Aligned columns of text. Cells come raw from the data and pass the display boundary here.

use super::print::Output;
use crate::text::safe::{fit, pad, pad_left, safe, width};
use std::io;

/// No column is wider on a terminal, so that one long name does not push the others out.
const WIDEST: usize = 40;

const GAP: &str = "  ";

/// A cell as it will be shown.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    pub text: String,
    /// Flush right.
    pub number: bool,
}

/// The widths of the columns, found before anything is printed.
#[derive(Debug)]
pub struct Table {
    heads: Vec<String>,
    widths: Vec<usize>,
    /// The columns of numbers, whose heads stand flush right too.
    numbers: Vec<bool>,
    /// The terminal's width; `None` where there is none and nothing is cut.
    room: Option<usize>,
}

impl Table {
    pub fn new(heads: Vec<String>, room: Option<usize>) -> Self {
        let widths = heads.iter().map(|head| width(&safe(head))).collect();
        let numbers = vec![false; heads.len()];
        Self { heads, widths, numbers, room }
    }

    /// Makes room for a row.
    pub fn measure(&mut self, cells: &[Cell]) {
        let cap = if self.room.is_some() { WIDEST } else { usize::MAX };
        for ((widest, number), cell) in self.widths.iter_mut().zip(&mut self.numbers).zip(cells) {
            *widest = (*widest).max(width(&safe(&cell.text)).min(cap));
            *number |= cell.number;
        }
    }

    /// How many columns, from the first, have room.
    pub fn columns_that_fit(&self) -> usize {
        let Some(room) = self.room else { return self.widths.len() };
        let mut end = 0;
        let fitting = self.widths.iter().take_while(|&&width| {
            end += width + if end == 0 { 0 } else { GAP.len() };
            end <= room
        });
        fitting.count().max(1).min(self.widths.len())
    }

    pub fn print_heads(&self, out: &mut Output) -> io::Result<()> {
        let head = |(text, &number): (&String, &bool)| Cell { text: text.clone(), number };
        let heads: Vec<Cell> = self.heads.iter().zip(&self.numbers).map(head).collect();
        self.print_row(&heads, out)
    }

    pub fn print_row(&self, cells: &[Cell], out: &mut Output) -> io::Result<()> {
        out.line(&self.row(cells))
    }

    /// One line, safe.
    pub fn row(&self, cells: &[Cell]) -> String {
        let shown: Vec<String> = cells
            .iter()
            .zip(&self.widths)
            .take(self.columns_that_fit())
            .map(
                |(cell, &width)| {
                    if cell.number { pad_left(&cell.text, width) } else { pad(&cell.text, width) }
                },
            )
            .collect();
        let line = shown.join(GAP);
        let line = line.trim_end_matches(' ');
        self.room.map_or_else(|| line.to_owned(), |room| fit(line, room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(room: Option<usize>) -> Table {
        let mut table = Table::new(vec!["a".into(), "name".into(), "c".into()], room);
        let cell = |text: &str| Cell { text: text.into(), number: false };
        table.measure(&[cell("1234"), cell(&"ñ".repeat(60)), cell("x")]);
        table
    }

    #[test]
    fn columns_that_have_no_room_are_left_out_and_one_always_stays() {
        assert_eq!(table(None).widths, [4, 60, 1]);
        assert_eq!(table(Some(80)).widths, [4, WIDEST, 1]);
        for (room, fits) in
            [(None, 3), (Some(80), 3), (Some(49), 3), (Some(48), 2), (Some(45), 1), (Some(1), 1)]
        {
            assert_eq!(table(room).columns_that_fit(), fits, "{room:?}");
        }
    }
}
