//! What different values a column of a list has, and how many rows have each: from fixed statements, over the very rows
//! that the list would show.

#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::custom_fields::value_sql;
use super::error::Error;
use super::lists::source::Source;
use super::request::Counted;
use super::rows::STARS;
use crate::domain::day::Day;
use crate::domain::list::{Column, ListKind};
use crate::filter::{Held, Kind, Subject};
use crate::text::fold::fold;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use std::collections::HashMap;

/// The rows to count, and those of them that the present condition of the column lets through; `None` when it has none.
pub struct Counting<'a> {
    pub rows: &'a [i64],
    pub kept: Option<&'a [i64]>,
}

/// How often a value was met.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    rows: usize,
    kept: bool,
}

impl Met {
    fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.kept |= other.kept;
    }
}

/// The values of a column; nothing where the column is no condition.
pub fn count(
    connection: &Connection,
    kind: ListKind,
    column: Column,
    counting: &Counting<'_>,
    today: Day,
) -> Result<Vec<Counted>, Error> {
    let (Some(subject), Some(sql)) = (Subject::of_column(kind, column), statement(kind, column)) else {
        return Ok(Vec::new());
    };
    let rows = sorted(counting.rows);
    let kept = counting.kept.map(sorted);
    let (mut texts, mut numbers, mut nothing) = (HashMap::new(), HashMap::new(), Met::default());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(named_params! { ":today": today.0 })?;
    while let Some(row) = found.next()? {
        let id: i64 = row.get(0)?;
        if rows.binary_search(&id).is_err() {
            continue;
        }
        let kept = kept.as_ref().is_some_and(|kept| kept.binary_search(&id).is_ok());
        let met = Met { rows: 1, kept };
        match row.get_ref(1)? {
            ValueRef::Integer(number) => numbers.entry(number).or_insert(Met::default()).add(met),
            ValueRef::Text(text) => match std::str::from_utf8(text).unwrap_or_default() {
                "" => nothing.add(met),
                text => match texts.get_mut(text) {
                    Some(known) => Met::add(known, met),
                    None => {
                        texts.insert(text.to_owned(), met);
                    }
                },
            },
            ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => nothing.add(met),
        }
    }
    let mut values = of_texts(subject, kind, texts);
    values.extend(numbers.into_iter().filter_map(|(number, met)| {
        Some(Counted { value: of_number(subject, number)?, rows: met.rows, kept: met.kept })
    }));
    if nothing.rows > 0 {
        values.push(Counted { value: Held::Nothing, rows: nothing.rows, kept: nothing.kept });
    }
    Ok(values)
}

/// Texts that differ in case and accents are one value, under the spelling that most rows have.
fn of_texts(subject: Subject, kind: ListKind, texts: HashMap<String, Met>) -> Vec<Counted> {
    let mut alike: HashMap<String, (String, usize, Met)> = HashMap::new();
    for (text, met) in texts {
        let (spelling, most, all) = alike.entry(fold(&text)).or_default();
        if met.rows > *most || (met.rows == *most && text < *spelling) {
            (*spelling, *most) = (text, met.rows);
        }
        all.add(met);
    }
    let words = subject.field.choices(kind);
    let value = |text: String| match subject.kind() {
        Kind::Choice => words.iter().find(|word| **word == text).map(|word| Held::Choice(word)),
        Kind::Person => Some(Held::Person(text)),
        _ => Some(Held::Text(text)),
    };
    let counted = |(text, _, met): (String, usize, Met)| {
        Some(Counted { value: value(text)?, rows: met.rows, kept: met.kept })
    };
    alike.into_values().filter_map(counted).collect()
}

fn of_number(subject: Subject, number: i64) -> Option<Held> {
    match subject.kind() {
        Kind::Date => Some(Held::Day(Day(i32::try_from(number).ok()?).date()?)),
        _ => Some(Held::Number(number)),
    }
}

fn sorted(ids: &[i64]) -> Vec<i64> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}

/// The key of each row and its value; a row stands several times where it has several.
fn statement(kind: ListKind, column: Column) -> Option<String> {
    use Column as C;
    use ListKind as L;
    if (kind, column) == (L::Clients, C::Tags) {
        let sql = "SELECT c.id, t.name FROM client c LEFT JOIN client_tag g ON g.client_id = c.id
                   LEFT JOIN tag t ON t.id = g.tag_id WHERE :today = :today";
        return Some(sql.to_owned());
    }
    if let C::Custom(field) = column {
        let source = Source::of(kind);
        let value = value_sql(field, source.key);
        return field.is_of_rows(kind).then(|| format!("SELECT {}, {value} {}", source.key, source.from));
    }
    let value = match (kind, column) {
        // They are counted, not stored.
        (L::Totals, _) => return None,
        (L::Contacts, C::Name) | (L::Sales | L::FollowUps | L::Activity, C::Contact) => "k.name",
        (L::Products, C::Name) | (L::Offers, C::Product) => "p.name",
        (L::Salespeople, C::Name) | (_, C::Owner) => "s.name",
        (_, C::Name | C::Client) => "c.name",
        (_, C::City) => "c.city",
        (_, C::Stars) => STARS,
        (L::Clients, C::SalesYear) => "coalesce(f.sales_year, 0)",
        (L::Clients, C::LastBuy) => "f.last_buy",
        (L::Clients, C::LastVisit) => "f.last_visit",
        (L::Clients | L::Today | L::TodayByCity | L::PutOff, C::LastTouch) => "f.last_touch",
        (L::Clients, C::NextDue) => "f.next_due",
        (L::Clients, C::Potential) => "c.potential_minor",
        (L::Clients, C::Stage) => "c.stage",
        (L::Clients, C::Sector) => "c.sector",
        (L::Clients, C::Code) => "c.code",
        (L::Contacts, C::Phone) => "k.phone",
        (L::Contacts, C::Email) => "k.email",
        (L::Sales, C::Date) => "d.day",
        (L::Sales, C::Amount) => "d.base_minor",
        (L::Sales, C::Number) => "d.number",
        (L::Sales, C::Kind) => "d.kind",
        (L::FollowUps, C::Due) => "coalesce(u.snoozed_to, u.due_day)",
        (L::FollowUps, C::Kind) => "u.kind",
        (L::FollowUps, C::Title) => "u.title",
        (L::FollowUps, C::State) => "u.state",
        (L::Offers, C::Date) => "o.day",
        (L::Offers, C::Answer) => "o.answer",
        (L::Offers, C::Reason) => "o.reason",
        (L::Offers, C::AnsweredOn) => "o.answered_day",
        (L::Surveys, C::SentOn) => "a.sent_day",
        (L::Surveys, C::AnsweredOn) => "a.answered_day",
        (L::Surveys, C::Survey) => "v.name",
        (L::Surveys, C::Score) => "a.score * 1000",
        (L::Surveys, C::Comment) => "a.comment",
        (L::Activity, C::Minutes) => "i.minutes * 1000",
        (L::Products, C::Price) => "p.price_micros / 1000",
        (L::Products, C::Unit) => "p.unit",
        (L::Activity, C::Date) => "i.day",
        (L::Activity, C::Kind) => "i.kind",
        (L::Activity, C::Outcome) => "i.outcome",
        (L::Products, C::Sku) => "p.sku",
        (L::Products, C::Family) => "m.name",
        (L::Salespeople, C::Code) => "s.code",
        (L::Salespeople, C::Email) => "s.email",
        _ => return None,
    };
    let source = Source::of(kind);
    Some(format!("SELECT {}, {value} {}", source.key, source.from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_is_a_condition_has_values_and_no_other() {
        for &kind in ListKind::ALL {
            for &column in kind.columns() {
                let is_condition = Subject::of_column(kind, column).is_some();
                assert_eq!(statement(kind, column).is_some(), is_condition, "{kind:?} {column:?}");
            }
        }
    }
}
