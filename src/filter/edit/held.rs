//! The value of a cell as a condition: only this one, all but these.

use super::Subject;
use crate::filter::field::Kind;
use crate::filter::value::{Bound, Pattern, Test, Wanted, Who};
use crate::filter::when::DateValue;
use crate::filter::{Node, Term};
use chrono::NaiveDate;

/// What a row has of something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Held {
    Nothing,
    Text(String),
    /// The name of a salesperson.
    Person(String),
    /// A stored word.
    Choice(&'static str),
    Number(i64),
    Day(NaiveDate),
}

impl Subject {
    /// That it is one of these.
    pub fn one_of(self, values: &[Held]) -> Node {
        let mut parts: Vec<Node> = Vec::new();
        if values.contains(&Held::Nothing) {
            parts.push(self.is(Test::Missing));
        }
        let rest: Vec<&Held> = values.iter().filter(|value| **value != Held::Nothing).collect();
        if !rest.is_empty() {
            parts.extend(self.tests(false, &rest).into_iter().map(|test| self.is(test)));
        }
        if parts.len() == 1 { parts.remove(0) } else { Node::Any(parts) }
    }

    /// That it is none of these: what has none is left out only where it is among them.
    pub fn none_of(self, values: &[Held]) -> Node {
        let mut parts: Vec<Node> = Vec::new();
        let rest: Vec<&Held> = values.iter().filter(|value| **value != Held::Nothing).collect();
        if !rest.is_empty() {
            parts.extend(self.tests(true, &rest).into_iter().map(|test| self.is(test)));
        }
        if values.contains(&Held::Nothing) {
            parts.push(self.is(Test::Present));
        }
        if parts.len() == 1 { parts.remove(0) } else { Node::All(parts) }
    }

    /// As few tests as the language takes: texts, words and whole numbers stand in a list, money and days alone.
    fn tests(self, not: bool, values: &[&Held]) -> Vec<Test> {
        let texts = || values.iter().filter_map(|value| value.pattern());
        match self.kind() {
            Kind::Text | Kind::Product | Kind::Word => vec![Test::Text { not, any: texts().collect() }],
            Kind::Person => vec![Test::Person { not, any: texts().map(Who::Called).collect() }],
            Kind::Choice | Kind::Flag => {
                vec![Test::Choice { not, any: values.iter().filter_map(|value| value.word()).collect() }]
            }
            Kind::Stars | Kind::Count | Kind::YesNo => {
                vec![Test::Number { not, any: values.iter().filter_map(|it| it.number()).collect() }]
            }
            Kind::Money | Kind::Sum | Kind::Percent | Kind::Decimal => {
                let alone = |bound| Test::Number { not, any: vec![bound] };
                values.iter().filter_map(|value| value.number()).map(alone).collect()
            }
            Kind::Date => {
                let alone = |day| Test::Date { not, bound: Bound::Is(DateValue::Day(day)) };
                values.iter().filter_map(|value| value.day()).map(alone).collect()
            }
        }
    }
}

impl Held {
    fn pattern(&self) -> Option<Pattern> {
        match self {
            Self::Text(text) | Self::Person(text) => Some(Pattern { how: Wanted::Exact, text: text.clone() }),
            Self::Nothing | Self::Choice(_) | Self::Number(_) | Self::Day(_) => None,
        }
    }

    fn word(&self) -> Option<&'static str> {
        match self {
            Self::Choice(word) => Some(word),
            Self::Nothing | Self::Text(_) | Self::Person(_) | Self::Number(_) | Self::Day(_) => None,
        }
    }

    fn number(&self) -> Option<Bound<i64>> {
        match self {
            Self::Number(number) => Some(Bound::Is(*number)),
            Self::Nothing | Self::Text(_) | Self::Person(_) | Self::Choice(_) | Self::Day(_) => None,
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Nothing | Self::Text(_) | Self::Person(_) | Self::Choice(_) | Self::Number(_) => None,
        }
    }
}

impl Node {
    /// The values that a condition leaves out, when that is all that it does.
    pub fn left_out(&self) -> Option<Vec<Held>> {
        match self {
            Self::All(parts) => {
                parts.iter().map(Self::left_out).collect::<Option<Vec<_>>>().map(|all| all.concat())
            }
            Self::Term(Term { test: Test::Present, .. }) => Some(vec![Held::Nothing]),
            Self::Term(Term { test, .. }) => listed(test, true),
            Self::Any(_) | Self::Not(_) | Self::Word(_) => None,
        }
    }

    /// The values that a condition lets through, when that is all that it does.
    pub fn let_in(&self) -> Option<Vec<Held>> {
        match self {
            Self::Any(parts) => {
                parts.iter().map(Self::let_in).collect::<Option<Vec<_>>>().map(|all| all.concat())
            }
            Self::Term(Term { test: Test::Missing, .. }) => Some(vec![Held::Nothing]),
            Self::Term(Term { test, .. }) => listed(test, false),
            Self::All(_) | Self::Not(_) | Self::Word(_) => None,
        }
    }
}

/// The values that a test lists, when all of them stand for themselves alone and it says `not` as is asked.
fn listed(test: &Test, wanted: bool) -> Option<Vec<Held>> {
    let exact = |pattern: &Pattern| (pattern.how == Wanted::Exact).then(|| pattern.text.clone());
    match test {
        Test::Text { not, any } if *not == wanted => any.iter().map(|it| exact(it).map(Held::Text)).collect(),
        Test::Person { not, any } if *not == wanted => {
            let named = |who: &Who| match who {
                Who::Me => None,
                Who::Called(pattern) => exact(pattern).map(Held::Person),
            };
            any.iter().map(named).collect()
        }
        Test::Choice { not, any } if *not == wanted => {
            Some(any.iter().map(|word| Held::Choice(word)).collect())
        }
        Test::Number { not, any } if *not == wanted => {
            let alone = |bound: &Bound<i64>| match bound {
                Bound::Is(number) => Some(Held::Number(*number)),
                Bound::Than(..) | Bound::Range(..) => None,
            };
            any.iter().map(alone).collect()
        }
        Test::Date { not, bound: Bound::Is(DateValue::Day(day)) } if *not == wanted => {
            Some(vec![Held::Day(*day)])
        }
        _ => None,
    }
}
