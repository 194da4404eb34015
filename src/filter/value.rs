//! What a term asks of its field.

use super::Flag;
use super::when::{DateValue, DaySpan};
use crate::domain::day::Day;
use crate::text::fold::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    More,
    AtLeast,
    Less,
    AtMost,
}

impl Op {
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
        }
    }
}

/// How a text is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    Contains,
    Starts,
    Exact,
}

/// A text as it was typed, and how it is compared. Case and accents never matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    pub how: Wanted,
    pub text: String,
}

impl Pattern {
    /// With its text folded, as it is to be compared.
    #[must_use]
    pub fn folded(&self) -> Self {
        Self { how: self.how, text: fold(&self.text) }
    }

    /// Both this and `own` are folded.
    pub fn finds(&self, own: &str) -> bool {
        match self.how {
            Wanted::Contains => own.contains(&self.text),
            Wanted::Starts => own.starts_with(&self.text),
            Wanted::Exact => own == self.text,
        }
    }
}

/// A salesperson.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    /// Whoever works here.
    Me,
    Called(Pattern),
}

/// A value, or a side of one, or a range.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Bound<T> {
    Is(T),
    Than(Op, T),
    Range(Option<T>, Option<T>),
}

impl Bound<i64> {
    pub fn holds(&self, value: i64) -> bool {
        match *self {
            Self::Is(wanted) => value == wanted,
            Self::Than(Op::More, limit) => value > limit,
            Self::Than(Op::AtLeast, limit) => value >= limit,
            Self::Than(Op::Less, limit) => value < limit,
            Self::Than(Op::AtMost, limit) => value <= limit,
            Self::Range(low, high) => {
                low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high)
            }
        }
    }
}

impl Bound<DateValue> {
    /// The days that are meant. An age grows as its day moves back; what never happened is infinitely old.
    pub fn days(&self, today: Day, never_is_old: bool) -> DaySpan {
        let (first, last) = (Day(i32::MIN), Day(i32::MAX));
        let none = DaySpan { low: last, high: first, never: false };
        let Some(date) = today.date() else { return none };
        let span =
            |value: DateValue| value.span(date).map(|(first, last)| (Day::from(first), Day::from(last)));
        let days = |low: Day, high: Day| DaySpan { low, high, never: false };
        match *self {
            Self::Is(DateValue::Never) => DaySpan { never: true, ..none },
            Self::Is(value) => span(value).map_or(none, |(low, high)| days(low, high)),
            Self::Than(op, value) => {
                let Some((low, high)) = span(value) else { return none };
                let old = never_is_old && value.is_age();
                match (op, value.is_age()) {
                    (Op::More, true) => DaySpan { never: old, ..days(first, low.plus(-1)) },
                    (Op::AtLeast, true) => DaySpan { never: old, ..days(first, low) },
                    (Op::Less, true) | (Op::More, false) => days(high.plus(1), last),
                    (Op::AtMost, true) | (Op::AtLeast, false) => days(low, last),
                    (Op::Less, false) => days(first, low.plus(-1)),
                    (Op::AtMost, false) => days(first, high),
                }
            }
            Self::Range(from, to) => {
                let is_age = from.or(to).is_some_and(DateValue::is_age);
                let (early, late) = if is_age { (to, from) } else { (from, to) };
                let low = early.and_then(span).map_or(first, |(low, _)| low);
                let high = late.and_then(span).map_or(last, |(_, high)| high);
                DaySpan { never: is_age && never_is_old && early.is_none(), ..days(low, high) }
            }
        }
    }
}

/// What is asked of a field. `not` makes it the exact opposite.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test {
    /// It has none.
    Missing,
    /// It has any.
    Present,
    Text {
        not: bool,
        any: Vec<Pattern>,
    },
    Person {
        not: bool,
        any: Vec<Who>,
    },
    /// By the stored word.
    Choice {
        not: bool,
        any: Vec<&'static str>,
    },
    Number {
        not: bool,
        any: Vec<Bound<i64>>,
    },
    Date {
        not: bool,
        bound: Bound<DateValue>,
    },
    Flag(Vec<Flag>),
}
