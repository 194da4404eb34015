//! Settings of the portfolio itself, as texts by key.

use super::error::Error;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::list::{Layout, ListKind};
use rusqlite::{Connection, OptionalExtension};

/// The portfolio's own identity, a UUID.
const PORTFOLIO: &str = "portfolio_uuid";
/// ISO code of the base currency, in which sums are kept.
const CURRENCY: &str = "base_currency";
/// The day as of which the derived facts were computed. Not a user's setting: it is not in the journal.
const FACTS_DAY: &str = "facts_day";

/// How a list is laid out, with the word of the list after it. Not in the journal either: it is nobody's data.
const LAYOUT: &str = "layout.";

/// The filters of a list that were kept, in the same way.
const FILTERS: &str = "filters.";

/// So many filters of a list are kept.
const MOST_FILTERS: usize = 50;

fn get(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    let value = connection
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(value)
}

fn put(connection: &Connection, key: &str, value: &str) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        )?
        .execute([key, value])?;
    Ok(())
}

/// Gives a new database its identity and base currency; an older one keeps its own.
pub fn initialise(connection: &mut Connection, currency: Currency) -> Result<(), Error> {
    if get(connection, PORTFOLIO)?.is_some() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    if get(&transaction, PORTFOLIO)?.is_none() {
        put(&transaction, PORTFOLIO, &uuid::Uuid::now_v7().to_string())?;
        put(&transaction, CURRENCY, currency.code())?;
    }
    Ok(transaction.commit()?)
}

/// The base currency.
pub fn currency(connection: &Connection) -> Result<Currency, Error> {
    Ok(get(connection, CURRENCY)?.as_deref().and_then(Currency::from_code).unwrap_or(Currency::EUR))
}

/// The day as of which the derived facts hold.
pub fn facts_day(connection: &Connection) -> Result<Option<Day>, Error> {
    Ok(get(connection, FACTS_DAY)?.and_then(|day| day.parse().ok()).map(Day))
}

pub fn set_facts_day(connection: &Connection, day: Day) -> Result<(), Error> {
    put(connection, FACTS_DAY, &day.0.to_string())
}

/// How lists are laid out that are not as usual; what is no layout of a list that there is is left out.
pub fn layouts(connection: &Connection) -> Result<Vec<(ListKind, Layout)>, Error> {
    let mut layouts = Vec::new();
    for &kind in ListKind::ALL {
        let kept = get(connection, &key(kind))?;
        let layout = kept.and_then(|json| serde_json::from_str(&json).ok());
        layouts.extend(layout.map(|layout| (kind, layout)));
    }
    Ok(layouts)
}

/// Keeps how a list is laid out, or forgets it.
pub fn keep_layout(connection: &Connection, kind: ListKind, layout: Option<&Layout>) -> Result<(), Error> {
    // A layout is a value of our own, with nothing in it that JSON could not say.
    if let Some(json) = layout.and_then(|layout| serde_json::to_string(layout).ok()) {
        return put(connection, &key(kind), &json);
    }
    connection.prepare_cached("DELETE FROM setting WHERE key = ?1")?.execute([key(kind)])?;
    Ok(())
}

/// The filters of a list that were kept, the latest first; what is no list of lines is none.
pub fn filters(connection: &Connection, kind: ListKind) -> Result<Vec<String>, Error> {
    let kept = get(connection, &format!("{FILTERS}{}", kind.word()))?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Puts a filter before those that were kept.
pub fn keep_filter(connection: &mut Connection, kind: ListKind, line: &str) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut lines = filters(&transaction, kind)?;
    lines.retain(|other| other != line);
    lines.insert(0, line.to_owned());
    lines.truncate(MOST_FILTERS);
    // Texts always have a JSON form.
    let json = serde_json::to_string(&lines).unwrap_or_default();
    put(&transaction, &format!("{FILTERS}{}", kind.word()), &json)?;
    Ok(transaction.commit()?)
}

fn key(kind: ListKind) -> String {
    format!("{LAYOUT}{}", kind.word())
}
