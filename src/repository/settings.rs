//! Settings of the portfolio itself, as texts by key.

use super::error::Error;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use rusqlite::{Connection, OptionalExtension};

/// The portfolio's own identity, a UUID.
const PORTFOLIO: &str = "portfolio_uuid";
/// ISO code of the base currency, in which sums are kept.
const CURRENCY: &str = "base_currency";
/// The day as of which the derived facts were computed. Not a user's setting: it is not in the journal.
const FACTS_DAY: &str = "facts_day";

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
