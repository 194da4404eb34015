//! The conditions that say what one value is: a new row begins with these.

use crate::domain::kinds::Stage;
use crate::filter::value::{Bound, Pattern, Test, Wanted, Who};
use crate::filter::when::DateValue;
use crate::filter::{Field, Filter, Flag, Node, Term};
use chrono::NaiveDate;

/// That a field has one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equality {
    pub field: Field,
    pub value: Same,
}

/// The value that a row is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Same {
    Text(String),
    Person(Who),
    /// A stored word.
    Choice(&'static str),
    Number(i64),
    Day(NaiveDate),
}

impl Filter {
    /// The values that every row of the filter has. A text of which a part is asked for is taken for the whole: among the
    /// rows of `city:Madrid` a new one is of Madrid. A field that is to have two values at once has none of them, but for
    /// tags, of which a row has many.
    pub fn equalities(&self, today: NaiveDate) -> Vec<Equality> {
        let said: Vec<Equality> =
            self.conditions().into_iter().filter_map(|node| node.equality(today)).collect();
        let is_agreed = |it: &Equality| {
            let same_field = said.iter().filter(|other| other.field == it.field);
            it.field == Field::Tag || same_field.clone().all(|other| other == it)
        };
        let mut agreed: Vec<Equality> = Vec::new();
        for equality in said.iter().filter(|it| is_agreed(it)) {
            if !agreed.contains(equality) {
                agreed.push(equality.clone());
            }
        }
        agreed
    }
}

impl Node {
    fn equality(&self, today: NaiveDate) -> Option<Equality> {
        let Self::Term(Term { field, window: None, test }) = self else { return None };
        let same = |value| Some(Equality { field: *field, value });
        match test {
            Test::Text { not: false, any } => same(Same::Text(whole(only(any)?)?)),
            Test::Person { not: false, any } => match only(any)? {
                Who::Me => same(Same::Person(Who::Me)),
                Who::Called(pattern) => {
                    whole(pattern)?;
                    same(Same::Person(Who::Called(pattern.clone())))
                }
            },
            Test::Choice { not: false, any } => same(Same::Choice(only(any)?)),
            Test::Number { not: false, any } => match only(any)? {
                Bound::Is(number) => same(Same::Number(*number)),
                Bound::Than(..) | Bound::Range(..) => None,
            },
            Test::Date { not: false, bound: Bound::Is(date) } => same(Same::Day(one_day(*date, today)?)),
            Test::Flag(flags) => match only(flags)? {
                Flag::Prospect => {
                    Some(Equality { field: Field::Stage, value: Same::Choice(Stage::Prospect.word()) })
                }
                Flag::Mine => Some(Equality { field: Field::Owner, value: Same::Person(Who::Me) }),
                Flag::Overdue
                | Flag::Dormant
                | Flag::Neglected
                | Flag::Silent
                | Flag::Incomplete
                | Flag::Archived
                | Flag::Duplicate
                | Flag::LostProduct => None,
            },
            Test::Missing
            | Test::Present
            | Test::Text { .. }
            | Test::Person { .. }
            | Test::Choice { .. }
            | Test::Number { .. }
            | Test::Date { .. } => None,
        }
    }
}

fn only<T>(any: &[T]) -> Option<&T> {
    match any {
        [one] => Some(one),
        _ => None,
    }
}

fn whole(pattern: &Pattern) -> Option<String> {
    (pattern.how != Wanted::Starts).then(|| pattern.text.clone())
}

/// The day that is meant, when it is one.
fn one_day(date: DateValue, today: NaiveDate) -> Option<NaiveDate> {
    let (first, last) = date.span(today)?;
    (first == last).then_some(first)
}
