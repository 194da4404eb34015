//! Who stopped buying a product that it used to buy; as the briefing tells it.

use super::Source;
use crate::analysis::habit::{HISTORY_DAYS, Habit};
use crate::domain::day::Day;
use crate::repository::error::Error;
use crate::repository::index::{Lost, SlotSet};
use crate::repository::ratings::{self, Current};
use crate::repository::rows::json_ids;
use rusqlite::{ToSql, params};
use std::collections::{BTreeSet, HashSet};

/// A client's lines stand together.
const LINES: &str = "SELECT client_id, product_id, day, base_minor FROM sale_line
    WHERE product_id IS NOT NULL AND day > ?1 AND day <= ?2 ORDER BY client_id";
const OF_SOME: &str = "SELECT client_id, product_id, day, base_minor FROM sale_line
    WHERE client_id IN (SELECT value FROM json_each(?3)) AND product_id IS NOT NULL AND day > ?1 AND day <= ?2
    ORDER BY client_id";

/// What a line brought in: product, day, amount.
type Line = (i64, Day, i64);

/// Of so many clients all lines are read rather than those of each.
const MANY: usize = 20_000;

/// So many clients are read at once where there is time.
const SOME: usize = 500;

/// The clients with a habit that ended, of a product that is still sold. Every line is read for it once; then, as long as
/// no more is known to have been written, those of the clients of whom something was.
pub fn set(source: &Source<'_>) -> Result<SlotSet, Error> {
    let mut lost = before(source)?;
    let stale = std::mem::take(&mut lost.stale);
    let (from, to) = days(source);
    if stale.len() > MANY {
        lost.clients.clear();
        read(source, LINES, params![from, to], &mut lost)?;
    } else {
        of_some(source, &stale.into_iter().collect::<Vec<_>>(), &mut lost)?;
    }
    let found = source.index.set(lost.clients.iter().copied());
    source.index.kept().keep_lost(lost);
    Ok(found)
}

/// Reads some clients ahead; are there more?
pub fn ahead(source: &Source<'_>) -> Result<bool, Error> {
    let mut lost = before(source)?;
    let some: Vec<i64> = std::iter::from_fn(|| lost.stale.pop_first()).take(SOME).collect();
    of_some(source, &some, &mut lost)?;
    let more = !lost.stale.is_empty();
    source.index.kept().keep_lost(lost);
    Ok(more)
}

/// What is known; of nobody when it no longer holds.
fn before(source: &Source<'_>) -> Result<Lost, Error> {
    let current = ratings::current(source.connection)?;
    let prior_millidays = Current::or_default(current.as_ref()).calibration.gap_prior_millidays;
    let sold = sold(source)?;
    let known = source.index.kept().take_lost();
    if let Some(known) = known.filter(|it| it.prior_millidays == prior_millidays && it.sold == sold) {
        return Ok(known);
    }
    let stale = source.index.clients().map(|client| client.0).collect();
    Ok(Lost { clients: BTreeSet::new(), stale, prior_millidays, sold })
}

fn days(source: &Source<'_>) -> (i32, i32) {
    let today = source.session.today;
    (today.plus(-HISTORY_DAYS).0, today.0)
}

fn of_some(source: &Source<'_>, clients: &[i64], lost: &mut Lost) -> Result<(), Error> {
    if clients.is_empty() {
        return Ok(());
    }
    for client in clients {
        lost.clients.remove(client);
    }
    let (from, to) = days(source);
    read(source, OF_SOME, params![from, to, json_ids(clients)], lost)
}

fn read(source: &Source<'_>, sql: &str, parameters: &[&dyn ToSql], lost: &mut Lost) -> Result<(), Error> {
    let (today, prior) = (source.session.today, lost.prior_millidays);
    let mut of_one = |client: Option<i64>, lines: &mut Vec<Line>| {
        lost.clients.extend(client.filter(|_| has_stopped(lines, prior, today)));
        lines.clear();
    };
    let mut statement = source.connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let (mut client, mut lines) = (None, Vec::new());
    while let Some(row) = rows.next()? {
        let (buyer, product) = (row.get(0)?, row.get(1)?);
        if client != Some(buyer) {
            of_one(client, &mut lines);
            client = Some(buyer);
        }
        if lost.sold.contains(&product) {
            lines.push((product, Day(row.get(2)?), row.get(3)?));
        }
    }
    of_one(client, &mut lines);
    Ok(())
}

fn sold(source: &Source<'_>) -> Result<HashSet<i64>, Error> {
    let mut statement = source.connection.prepare_cached("SELECT id FROM product WHERE active = 1")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Do the lines of a client hold a habit that ended? A day counts when more was bought on it than came back.
fn has_stopped(lines: &mut [Line], prior_millidays: i64, today: Day) -> bool {
    lines.sort_unstable_by_key(|(product, day, _)| (*product, *day));
    lines.chunk_by(|a, b| a.0 == b.0).any(|of_product| {
        let days: Vec<Day> = of_product
            .chunk_by(|a, b| a.1 == b.1)
            .filter(|of_day| of_day.iter().fold(0_i64, |sum, line| sum.saturating_add(line.2)) > 0)
            .map(|of_day| of_day[0].1)
            .collect();
        Habit::of(&days).is_some_and(|habit| habit.stopped(prior_millidays, today).is_some())
    })
}
