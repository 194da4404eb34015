//! How a column writes its numbers and dates, from all of its cells; where they allow two readings, the place decides.

use super::field::Shape;
use super::header::Header;
use super::record::Record;
use super::summary::{Because, Form};
use super::target::Target;
use super::value::{DateShape, Mark, date_shape, mark};
use crate::text::Locale;
use crate::text::locale::DateOrder;

/// How the cells of one column are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub locale: Locale,
    /// A discount of 5 is five percent, not five times.
    pub percent: bool,
    /// What the user is told; `None` where there was nothing to decide.
    pub form: Option<Form>,
}

/// How often the cells of one column say what.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    /// For the decimal point, or the day first.
    left: u64,
    /// For the decimal comma, or the month first.
    right: u64,
    /// Cells that could be either.
    either: u64,
    /// Discounts above 1 or with a percent sign, and those between 0 and 1.
    percents: u64,
    fractions: u64,
}

/// What all cells say, column by column.
pub struct Evidence {
    shapes: Vec<Option<Shape>>,
    votes: Vec<Votes>,
}

impl Evidence {
    pub fn new(header: &Header) -> Self {
        let shapes: Vec<_> = header.targets.iter().map(|target| target.as_ref().map(Target::shape)).collect();
        Self { votes: vec![Votes::default(); shapes.len()], shapes }
    }

    /// Takes one row into account.
    pub fn observe(&mut self, record: &Record) {
        for (column, (shape, votes)) in self.shapes.iter().zip(&mut self.votes).enumerate() {
            match shape {
                Some(Shape::Number) => votes.number(record.get(column)),
                Some(Shape::Discount) => votes.discount(record.get(column)),
                Some(Shape::Date) => votes.date(record.get(column)),
                Some(Shape::Text | Shape::Count | Shape::Choice) | None => {}
            }
        }
    }

    /// Decides for every column.
    pub fn decide(&self, locale: &Locale) -> Vec<Reading> {
        let others = self.of_all();
        self.shapes
            .iter()
            .zip(&self.votes)
            .map(|(shape, votes)| votes.reading(*shape, others, locale))
            .collect()
    }

    /// The decimal mark on which the columns that say anything agree.
    fn of_all(&self) -> Option<char> {
        let numbers = self.shapes.iter().zip(&self.votes);
        let numbers = numbers.filter(|(shape, _)| matches!(shape, Some(Shape::Number | Shape::Discount)));
        let (points, commas) =
            numbers.fold((0, 0), |(left, right), (_, votes)| (left + votes.left, right + votes.right));
        choose(points, commas, '.', ',')
    }
}

/// The alternative with more votes.
fn choose<T>(left: u64, right: u64, if_left: T, if_right: T) -> Option<T> {
    match left.cmp(&right) {
        std::cmp::Ordering::Greater => Some(if_left),
        std::cmp::Ordering::Less => Some(if_right),
        std::cmp::Ordering::Equal => None,
    }
}

impl Votes {
    fn number(&mut self, cell: &str) {
        match mark(cell) {
            Mark::Silent => {}
            Mark::Point => self.left += 1,
            Mark::Comma => self.right += 1,
            Mark::Either => self.either += 1,
        }
    }

    fn discount(&mut self, cell: &str) {
        self.number(cell);
        let number = cell.trim().trim_end_matches('%').trim().replace(',', ".");
        let Ok(number) = number.parse::<f64>() else { return };
        if cell.contains('%') || number > 1.0 {
            self.percents += 1;
        } else if number > 0.0 && number < 1.0 {
            self.fractions += 1;
        }
    }

    fn date(&mut self, cell: &str) {
        match date_shape(cell) {
            DateShape::Silent => {}
            DateShape::DayFirst => self.left += 1,
            DateShape::MonthFirst => self.right += 1,
            DateShape::Either => self.either += 1,
        }
    }

    fn reading(&self, shape: Option<Shape>, others: Option<char>, locale: &Locale) -> Reading {
        let (decimal, because) = match (choose(self.left, self.right, '.', ','), others) {
            (Some(mark), _) => (mark, Because::Values),
            (None, Some(mark)) => (mark, Because::Others),
            (None, None) => (locale.decimal, Because::Locale),
        };
        let marked = self.left + self.right + self.either > 0;
        let numbers = Locale { decimal, group: if decimal == ',' { '.' } else { ',' }, ..*locale };
        match shape {
            Some(Shape::Date) => self.dates(locale),
            Some(Shape::Discount) => {
                let percent = self.percents > 0 || self.fractions == 0;
                let form = Form::Discount { percent, decimal, because };
                let said = self.percents + self.fractions > 0;
                Reading { locale: numbers, percent, form: said.then_some(form) }
            }
            Some(Shape::Number) => {
                let form = Form::Number { decimal, because };
                Reading { locale: numbers, percent: false, form: marked.then_some(form) }
            }
            Some(Shape::Text | Shape::Count | Shape::Choice) | None => {
                Reading { locale: numbers, percent: false, form: None }
            }
        }
    }

    fn dates(&self, locale: &Locale) -> Reading {
        let place = match locale.date_order {
            DateOrder::Mdy => DateOrder::Mdy,
            // Where the year comes first, a date that ends in it is a foreign one; most of the world has the day first.
            DateOrder::Dmy | DateOrder::Ymd => DateOrder::Dmy,
        };
        let (order, because) = match choose(self.left, self.right, DateOrder::Dmy, DateOrder::Mdy) {
            Some(order) => (order, Because::Values),
            None => (place, Because::Locale),
        };
        let said = self.left + self.right + self.either > 0;
        Reading {
            locale: Locale { date_order: order, ..*locale },
            percent: false,
            form: said.then_some(Form::Date { order, because }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn number(cells: &[&str], others: Option<char>, lang: Lang) -> (char, Because) {
        let mut votes = Votes::default();
        for cell in cells {
            votes.number(cell);
        }
        match votes.reading(Some(Shape::Number), others, &Locale::of(lang)).form {
            Some(Form::Number { decimal, because }) => (decimal, because),
            other => panic!("{other:?}"),
        }
    }

    fn dates(cells: &[&str], lang: Lang) -> Option<Form> {
        let mut votes = Votes::default();
        for cell in cells {
            votes.date(cell);
        }
        votes.reading(Some(Shape::Date), None, &Locale::of(lang)).form
    }

    #[test]
    fn one_value_that_allows_no_other_reading_decides_for_its_column() {
        assert_eq!(number(&["1.234", "2.345", "1,5"], None, Lang::En), (',', Because::Values));
        assert_eq!(number(&["1,234", "2.5"], None, Lang::Es), ('.', Because::Values));
        assert_eq!(
            dates(&["1/2/2024", "2/3/2024", "25/3/2024"], Lang::En),
            Some(Form::Date { order: DateOrder::Dmy, because: Because::Values })
        );
    }

    #[test]
    fn where_nothing_decides_the_other_columns_do_and_then_the_place() {
        assert_eq!(number(&["1.234"], Some('.'), Lang::Es), ('.', Because::Others));
        assert_eq!(number(&["1.234"], None, Lang::Es), (',', Because::Locale));
        assert_eq!(number(&["1.234"], None, Lang::En), ('.', Because::Locale));
        let ambiguous = ["1/2/2024", "3/4/2024"];
        assert_eq!(
            dates(&ambiguous, Lang::En),
            Some(Form::Date { order: DateOrder::Mdy, because: Because::Locale })
        );
        assert_eq!(
            dates(&ambiguous, Lang::Es),
            Some(Form::Date { order: DateOrder::Dmy, because: Because::Locale })
        );
        assert_eq!(dates(&["2024-01-02"], Lang::Es), None);
    }

    #[test]
    fn a_discount_is_a_fraction_unless_one_is_above_one() {
        let percent = |cells: &[&str]| {
            let mut votes = Votes::default();
            for cell in cells {
                votes.discount(cell);
            }
            votes.reading(Some(Shape::Discount), None, &Locale::of(Lang::En)).percent
        };
        assert!(!percent(&["0", "0.15", "0.05", "1"]));
        assert!(percent(&["0", "0.5", "15"]));
        assert!(percent(&["0,15%"]));
        assert!(percent(&["0", "1"]));
    }
}
