//! What is counted in a window: sales, visits, offers; and who bought or was offered a product.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::own::Texts;
use super::{Probe, Source};
use crate::domain::day::Day;
use crate::filter::{Field, Term, Window};
use crate::repository::error::Error;
use crate::repository::index::SlotSet;
use rusqlite::params;
use std::collections::HashSet;

/// A client and how much, a row each time; from a day to a day.
pub fn statement(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Sales => "SELECT client_id, base_minor FROM sale WHERE day BETWEEN ?1 AND ?2",
        Field::Orders | Field::Bought => {
            "SELECT client_id, 1 FROM sale WHERE day BETWEEN ?1 AND ?2 AND kind = 'sale'"
        }
        Field::Visits => {
            "SELECT client_id, 1 FROM interaction WHERE day BETWEEN ?1 AND ?2 AND kind IN ('visit', 'meeting')"
        }
        Field::Calls => "SELECT client_id, 1 FROM interaction WHERE day BETWEEN ?1 AND ?2 AND kind = 'call'",
        Field::Emails => {
            "SELECT client_id, 1 FROM interaction WHERE day BETWEEN ?1 AND ?2 AND kind = 'email'"
        }
        Field::Touches => {
            "SELECT client_id, 1 FROM interaction WHERE day BETWEEN ?1 AND ?2 AND kind <> 'note'"
        }
        Field::Offers | Field::Offered => "SELECT client_id, 1 FROM offer WHERE day BETWEEN ?1 AND ?2",
        _ => return None,
    })
}

/// Those for whom it amounts to what is asked; to nothing for whoever has no row.
pub fn amounts(source: &Source<'_>, term: &Term, probe: &Probe) -> Result<SlotSet, Error> {
    let Some(sql) = statement(term.field) else { return Ok(source.index.none()) };
    // Nothing and none are one thing here.
    let is_meant = |amount: i64| match probe {
        Probe::Missing => amount == 0,
        Probe::Present => amount != 0,
        probe => probe.number(Some(amount)),
    };
    source.index.kept().amounts(
        (term.field, term.window),
        || {
            let (from, to) = Window::days(term.window, source.session.today);
            let mut amounts = source.index.amounts();
            let mut statement = source.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params![from.0, to.0])?;
            while let Some(row) = rows.next()? {
                amounts.add(row.get(0)?, row.get(1)?);
            }
            Ok(amounts.all())
        },
        |amounts| source.index.pick_amounts(amounts, is_meant),
    )
}

/// Those who bought, or were offered, one of the products meant.
pub fn products(source: &Source<'_>, term: &Term, probe: &Probe) -> Result<SlotSet, Error> {
    let (from, to) = Window::days(term.window, source.session.today);
    let mut found = source.index.none();
    let opposite = match probe {
        Probe::Text { not, any } => {
            let any = Probe::Text { not: false, any: any.clone() };
            let (sql, returns) = if term.field == Field::Bought {
                (BOUGHT, returns(source)?)
            } else {
                (OFFERED, HashSet::new())
            };
            let mut statement = source.connection.prepare_cached(sql)?;
            for product in matching(source, &any)? {
                let mut rows = statement.query(params![product, from.0, to.0])?;
                while let Some(row) = rows.next()? {
                    if returns.is_empty() || !returns.contains(&row.get(1)?) {
                        source.index.insert(&mut found, row.get(0)?);
                    }
                }
            }
            *not
        }
        probe => {
            insert_all(source, term.field, (from, to), &mut found)?;
            matches!(probe, Probe::Missing)
        }
    };
    Ok(if opposite { found.opposite() } else { found })
}

/// Read from the index of the products' lines alone; which sales are returns is known beforehand.
pub const BOUGHT: &str =
    "SELECT client_id, sale_id FROM sale_line WHERE product_id = ?1 AND day BETWEEN ?2 AND ?3";
pub const RETURNS: &str = "SELECT id FROM sale WHERE kind = 'return'";
const OFFERED: &str = "SELECT client_id FROM offer WHERE product_id = ?1 AND day BETWEEN ?2 AND ?3";

fn returns(source: &Source<'_>) -> Result<HashSet<i64>, Error> {
    let mut statement = source.connection.prepare_cached(RETURNS)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn insert_all(
    source: &Source<'_>,
    field: Field,
    (from, to): (Day, Day),
    found: &mut SlotSet,
) -> Result<(), Error> {
    let Some(sql) = statement(field) else { return Ok(()) };
    let mut statement = source.connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![from.0, to.0])?;
    while let Some(row) = rows.next()? {
        source.index.insert(found, row.get(0)?);
    }
    Ok(())
}

/// The products with such a name or number.
fn matching(source: &Source<'_>, probe: &Probe) -> Result<Vec<i64>, Error> {
    let mut statement =
        source.connection.prepare_cached("SELECT id, sort_key || char(10) || sku FROM product")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let texts = Texts::Named.split(&row.get::<_, String>(1)?);
        if probe.texts(texts.iter().map(String::as_str)) {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// The sales with a line of a product meant; without products, those with none.
pub fn sales_of(source: &Source<'_>, probe: &Probe) -> Result<HashSet<i64>, Error> {
    let mut sales = HashSet::new();
    let mut with = |sql: &str, product: Option<i64>| -> Result<(), Error> {
        let mut statement = source.connection.prepare_cached(sql)?;
        let mut rows = statement.query([product])?;
        while let Some(row) = rows.next()? {
            sales.insert(row.get(0)?);
        }
        Ok(())
    };
    let opposite = match probe {
        Probe::Text { not, any } => {
            for product in matching(source, &Probe::Text { not: false, any: any.clone() })? {
                with("SELECT sale_id FROM sale_line WHERE product_id = ?1", Some(product))?;
            }
            *not
        }
        probe => {
            with("SELECT sale_id FROM sale_line WHERE product_id IS NOT NULL AND ?1 IS NULL", None)?;
            matches!(probe, Probe::Missing)
        }
    };
    if !opposite {
        return Ok(sales);
    }
    let mut statement = source.connection.prepare_cached("SELECT id FROM sale")?;
    let all = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<HashSet<i64>>>()?;
    Ok(all.difference(&sales).copied().collect())
}
