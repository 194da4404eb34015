//! What is asked of a value, ready to be compared: texts folded, days computed, people found.

use super::Source;
use crate::domain::day::Day;
use crate::filter::{Bound, DaySpan, Field, Pattern, Term, Test, Wanted, Who};
use crate::repository::error::Error;
use crate::repository::today::is_called;
use crate::text::fold::fold;

pub enum Probe {
    Missing,
    Present,
    Text {
        not: bool,
        any: Vec<Pattern>,
    },
    Number {
        not: bool,
        any: Vec<Bound<i64>>,
    },
    Days {
        not: bool,
        span: DaySpan,
    },
    /// One of these rows, by key.
    Keys {
        not: bool,
        keys: Vec<i64>,
    },
}

impl Probe {
    pub fn new(source: &Source<'_>, term: &Term) -> Result<Self, Error> {
        Ok(match &term.test {
            Test::Missing => Self::Missing,
            // Flags are conditions of their own.
            Test::Present | Test::Flag(_) => Self::Present,
            Test::Text { not, any } => {
                Self::Text { not: *not, any: any.iter().map(Pattern::folded).collect() }
            }
            Test::Choice { not, any } => {
                let exact = |word: &&str| Pattern { how: Wanted::Exact, text: (*word).to_owned() };
                Self::Text { not: *not, any: any.iter().map(exact).collect() }
            }
            Test::Person { not, any } => Self::Keys { not: *not, keys: people(source, any)? },
            Test::Number { not, any } => Self::Number { not: *not, any: any.clone() },
            Test::Date { not, bound } => {
                let never_is_old = matches!(
                    term.field,
                    Field::LastBuy | Field::LastVisit | Field::LastTouch | Field::LastEmail
                );
                Self::Days { not: *not, span: bound.days(source.session.today, never_is_old) }
            }
        })
    }

    /// Whoever works here.
    pub fn me(source: &Source<'_>) -> Result<Self, Error> {
        Ok(Self::Keys { not: false, keys: people(source, &[Who::Me])? })
    }

    /// Of texts that are folded already; empty ones are none.
    pub fn texts<'t>(&self, mut texts: impl Iterator<Item = &'t str>) -> bool {
        match self {
            Self::Missing => texts.all(str::is_empty),
            Self::Present => texts.any(|text| !text.is_empty()),
            Self::Text { not, any } => {
                texts.any(|text| !text.is_empty() && any.iter().any(|pattern| pattern.finds(text))) != *not
            }
            Self::Number { .. } | Self::Days { .. } | Self::Keys { .. } => false,
        }
    }

    pub fn number(&self, number: Option<i64>) -> bool {
        match (self, number) {
            (Self::Missing, number) => number.is_none(),
            (Self::Present, number) => number.is_some(),
            (Self::Number { not, any }, number) => {
                number.is_some_and(|number| any.iter().any(|bound| bound.holds(number))) != *not
            }
            (Self::Keys { not, keys }, number) => number.is_some_and(|key| keys.contains(&key)) != *not,
            (Self::Days { .. }, number) => self.day(number.and_then(|day| i32::try_from(day).ok()).map(Day)),
            (Self::Text { .. }, _) => false,
        }
    }

    pub fn day(&self, day: Option<Day>) -> bool {
        match self {
            Self::Missing => day.is_none(),
            Self::Present => day.is_some(),
            Self::Days { not, span } => span.holds(day) != *not,
            Self::Text { .. } | Self::Number { .. } | Self::Keys { .. } => false,
        }
    }
}

/// The keys of the salespeople who are meant: by name, code or email address.
fn people(source: &Source<'_>, any: &[Who]) -> Result<Vec<i64>, Error> {
    let mut statement = source.connection.prepare_cached("SELECT id, name, code, email FROM salesperson")?;
    let mut rows = statement.query([])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        let names: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
        let is_meant = |who: &Who| match who {
            Who::Me => is_called(&source.session.author, &names),
            Who::Called(pattern) => {
                let pattern = pattern.folded();
                names.iter().map(|name| fold(name)).any(|name| !name.is_empty() && pattern.finds(&name))
            }
        };
        if any.iter().any(is_meant) {
            keys.push(row.get(0)?);
        }
    }
    Ok(keys)
}
