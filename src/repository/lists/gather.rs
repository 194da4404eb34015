//! Puts the rows of a list together by what they have in one column. The groups come by their value, as that column sorts;
//! where the list is ordered by its money, by their subtotals; what has no value last. Within a group the rows keep their
//! order.

use super::Listing;
use super::source::Source;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::list::{Column, Group, GroupValue, Grouping, ListKind, ListQuery, grouping, money_column};
use crate::repository::custom_fields::value_sql;
use crate::repository::error::Error;
use crate::repository::index::ClientIndex;
use crate::repository::rows::STARS;
use crate::text::fold::{fold, sort_key};
use chrono::Datelike as _;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, named_params};
use std::cmp::Reverse;
use std::collections::HashMap;

/// What tells one group from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Identity {
    Text(String),
    Number(i64),
    Nothing,
}

/// How the groups come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Value { descending: bool },
    Subtotal { descending: bool },
}

/// What is being gathered.
pub struct Gatherer {
    how: Grouping,
    order: Order,
    has_money: bool,
    numbers: HashMap<Identity, usize>,
    /// By how it was read: most texts come again and again.
    texts: HashMap<String, usize>,
    values: Vec<GroupValue>,
    /// The group of each row.
    of_rows: Vec<usize>,
    sums: Vec<i64>,
}

impl Gatherer {
    /// For a query that asks for groups.
    pub fn of(query: &ListQuery) -> Option<Self> {
        let how = grouping(query.kind, query.group?)?;
        Some(Self {
            how,
            order: order(query),
            has_money: money_column(query.kind).is_some(),
            numbers: HashMap::new(),
            texts: HashMap::new(),
            values: Vec::new(),
            of_rows: Vec::new(),
            sums: Vec::new(),
        })
    }

    /// Takes the next row: its value as [`columns`] reads it from `at` on, and its money.
    pub fn take(&mut self, row: &Row<'_>, at: usize, minor: i64) -> Result<(), Error> {
        let group = self.group(row, at)?;
        self.add(group, minor);
        Ok(())
    }

    fn add(&mut self, group: usize, minor: i64) {
        self.of_rows.push(group);
        self.sums[group] = self.sums[group].saturating_add(minor);
    }

    /// The number of the group to which a read value belongs.
    fn group(&mut self, row: &Row<'_>, at: usize) -> Result<usize, Error> {
        let (identity, value) = match (row.get_ref(at)?, self.how) {
            (ValueRef::Integer(number), Grouping::Named) => {
                return self.number(Identity::Number(number), || {
                    let name: Option<String> = row.get(at + 1)?;
                    Ok(GroupValue::Named(number, name.unwrap_or_default()))
                });
            }
            (ValueRef::Integer(day), Grouping::Month) => {
                return self.month(Day(i32::try_from(day).unwrap_or(0)));
            }
            (ValueRef::Integer(number), _) => (Identity::Number(number), GroupValue::Number(number)),
            (ValueRef::Text(bytes), how) => {
                let text = String::from_utf8_lossy(bytes);
                if let Some(known) = self.texts.get(text.as_ref()) {
                    return Ok(*known);
                }
                let text = text.into_owned();
                let identity =
                    Identity::Text(if how == Grouping::Word { text.clone() } else { fold(text.trim()) });
                let value = if how == Grouping::Word {
                    GroupValue::Word(text.clone())
                } else {
                    GroupValue::Text(text.clone())
                };
                let is_empty = text.trim().is_empty();
                let group = if is_empty { self.nothing()? } else { self.number(identity, || Ok(value))? };
                self.texts.insert(text, group);
                return Ok(group);
            }
            (ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_), _) => return self.nothing(),
        };
        self.number(identity, || Ok(value))
    }

    fn month(&mut self, day: Day) -> Result<usize, Error> {
        let Some(first) = day.date().and_then(|date| date.with_day(1)) else { return self.nothing() };
        let first = Day::from(first);
        self.number(Identity::Number(first.0.into()), || Ok(GroupValue::Month(first)))
    }

    fn nothing(&mut self) -> Result<usize, Error> {
        self.number(Identity::Nothing, || Ok(GroupValue::Empty))
    }

    fn number(
        &mut self,
        identity: Identity,
        value: impl FnOnce() -> Result<GroupValue, Error>,
    ) -> Result<usize, Error> {
        if let Some(number) = self.numbers.get(&identity) {
            return Ok(*number);
        }
        let number = self.values.len();
        self.values.push(value()?);
        self.sums.push(0);
        self.numbers.insert(identity, number);
        Ok(number)
    }

    /// The rows of each group after each other, and the groups.
    pub fn gather(self, ids: &mut [i64]) -> Vec<Group> {
        let mut counts = vec![0; self.values.len()];
        for group in &self.of_rows {
            counts[*group] += 1;
        }
        // A name that is read, and its like, are folded once, not at each comparison.
        let keys: Vec<_> = self.values.iter().map(key).collect();
        let mut by_order: Vec<usize> = (0..self.values.len()).collect();
        by_order.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
        match self.order {
            Order::Value { descending: false } => {}
            Order::Value { descending: true } => by_order.reverse(),
            Order::Subtotal { descending: false } => by_order.sort_by_key(|group| self.sums[*group]),
            Order::Subtotal { descending: true } => by_order.sort_by_key(|group| Reverse(self.sums[*group])),
        }
        by_order.sort_by_key(|group| self.values[*group] == GroupValue::Empty);
        let mut groups = Vec::with_capacity(by_order.len());
        let mut next = vec![0; self.values.len()];
        let mut start = 0;
        let mut values = self.values;
        for group in by_order {
            let value = std::mem::replace(&mut values[group], GroupValue::Empty);
            let subtotal_minor = self.has_money.then(|| self.sums[group]);
            groups.push(Group { value, start, count: counts[group], subtotal_minor });
            next[group] = start;
            start += counts[group];
        }
        let unordered = ids.to_vec();
        for (id, group) in unordered.into_iter().zip(self.of_rows) {
            if let Some(place) = ids.get_mut(next[group]) {
                *place = id;
            }
            next[group] += 1;
        }
        groups
    }
}

fn order(query: &ListQuery) -> Order {
    let money = money_column(query.kind);
    match query.sort.first() {
        Some(first) if Some(first.column) == money => Order::Subtotal { descending: first.descending },
        Some(first) if Some(first.column) == query.group => Order::Value { descending: first.descending },
        // Today's own order is by what is at stake.
        None if query.kind.is_today() => Order::Subtotal { descending: true },
        Some(_) | None => {
            let how = query.group.and_then(|column| grouping(query.kind, column));
            Order::Value { descending: matches!(how, Some(Grouping::Number | Grouping::Month)) }
        }
    }
}

/// By which values come after each other.
fn key(value: &GroupValue) -> (i64, String, i64) {
    match value {
        GroupValue::Text(text) => (0, sort_key(text), 0),
        GroupValue::Named(id, name) => (0, sort_key(name), *id),
        GroupValue::Word(word) => (0, word.clone(), 0),
        GroupValue::Number(number) => (*number, String::new(), 0),
        GroupValue::Month(day) => (day.0.into(), String::new(), 0),
        GroupValue::Empty => (0, String::new(), 0),
    }
}

/// What is read of a row to know its group: the value, and the name of what is named. From a fixed list: no text of the
/// user's becomes SQL.
pub fn columns(kind: ListKind, column: Option<Column>) -> Option<String> {
    use Column as C;
    use ListKind as K;
    let column = column?;
    grouping(kind, column)?;
    let sql = match (kind, column) {
        (_, C::Stars) => return Some(format!("{STARS}, NULL")),
        (_, C::Custom(field)) => return Some(format!("{}, NULL", value_sql(field, Source::of(kind).key))),
        (_, C::Client) => "c.id, c.name",
        (_, C::Contact) => "k.id, k.name",
        (_, C::Product) => "p.id, p.name",
        (_, C::Survey) => "v.id, v.name",
        (_, C::Owner) => "s.id, s.name",
        (_, C::ReportsTo) => "b.id, b.name",
        (_, C::City) => "c.city, NULL",
        (_, C::Sector) => "c.sector, NULL",
        (_, C::JobTitle) => "k.job_title, NULL",
        (_, C::Family) => "m.name, NULL",
        (_, C::Unit) => "p.unit, NULL",
        (_, C::Reason) => "o.reason, NULL",
        (_, C::Stage) => "c.stage, NULL",
        (K::Contacts, C::Role) => "k.role, NULL",
        (_, C::Role) => "s.role, NULL",
        (K::Sales, C::Kind) => "d.kind, NULL",
        (K::FollowUps, C::Kind) => "u.kind, NULL",
        (_, C::Kind) => "i.kind, NULL",
        (_, C::State) => "u.state, NULL",
        (_, C::Answer) => "o.answer, NULL",
        (_, C::Outcome) => "i.outcome, NULL",
        (K::Products, C::Active) => "p.active, NULL",
        (_, C::Active) => "s.active, NULL",
        (K::Sales, C::Date) => "d.day, NULL",
        (K::Offers, C::Date) => "o.day, NULL",
        (_, C::Date) => "i.day, NULL",
        (_, C::Due) => "coalesce(u.snoozed_to, u.due_day), NULL",
        (_, C::LastBuy) => "f.last_buy, NULL",
        (_, C::LastVisit) => "f.last_visit, NULL",
        (_, C::LastTouch) => "f.last_touch, NULL",
        (_, C::NextDue) => "f.next_due, NULL",
        (_, C::LastSale) => "y.last_sale, NULL",
        (K::Offers, C::AnsweredOn) => "o.answered_day, NULL",
        (_, C::AnsweredOn) => "a.answered_day, NULL",
        (_, C::SentOn) => "a.sent_day, NULL",
        (_, C::Ended) => "u.closed_day, NULL",
        _ => return None,
    };
    Some(sql.to_owned())
}

/// Puts a list of clients, of whom the money is in memory, together.
pub fn clients(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    listing: &mut Listing,
    today: Day,
) -> Result<(), Error> {
    let Some(mut gatherer) = Gatherer::of(query) else { return Ok(()) };
    let Some(columns) = columns(query.kind, query.group) else { return Ok(()) };
    // Rows are looked for by key only where they are few: all of them are read sooner in the order in which they are stored.
    let from = Source::of(ListKind::Clients).from;
    let mut groups: HashMap<i64, usize> = HashMap::with_capacity(listing.ids.len());
    let mut statement = connection.prepare_cached(&format!("SELECT c.id, {columns} {from}"))?;
    let mut rows = statement.query(named_params! { ":today": today.0 })?;
    let wanted = index.set(listing.ids.iter().copied());
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if index.slot_of(ClientId(id)).is_some_and(|slot| wanted.contains(slot)) {
            groups.insert(id, gatherer.group(row, 1)?);
        }
    }
    for id in &listing.ids {
        let group = match groups.get(id) {
            Some(group) => *group,
            None => gatherer.nothing()?,
        };
        gatherer.add(group, index.money_of(ClientId(*id), query.kind));
    }
    listing.groups = gatherer.gather(&mut listing.ids);
    Ok(())
}
