//! What is counted in a window: sales, visits, offers; and who bought or was offered a product.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::own::Texts;
use super::{Probe, Source};
use crate::domain::day::Day;
use crate::filter::{Field, Term, Window};
use crate::repository::error::Error;
use crate::repository::index::book::{Book, Entry};
use crate::repository::index::column::Piece;
use crate::repository::index::{Ledger, SlotSet};
use std::borrow::Cow;
use std::collections::HashSet;

/// The client, the day, the number of the thing, and an amount.
pub const fn piece(ledger: Ledger) -> Piece {
    match ledger {
        Ledger::Sales => Piece {
            select: Cow::Borrowed("SELECT client_id, day, kind = 'return', base_minor FROM sale WHERE true"),
            table: "sale",
            key: "id",
            client: "client_id",
        },
        // Their lines stand by client. The few sales that are returns are found by an index of their own.
        Ledger::Bought => Piece {
            select: Cow::Borrowed(
                "SELECT client_id, day, product_id, NULL FROM sale_line WHERE product_id IS NOT NULL
                 AND sale_id NOT IN (SELECT id FROM sale WHERE kind = 'return')",
            ),
            table: "sale_line",
            key: "client_id",
            client: "client_id",
        },
        Ledger::Done => Piece {
            select: Cow::Borrowed("SELECT client_id, day, CASE kind WHEN 'visit' THEN 1 WHEN 'meeting' THEN 1 WHEN 'call' THEN 2
                         WHEN 'email' THEN 3 WHEN 'note' THEN 4 ELSE 0 END, NULL FROM interaction WHERE true"),
            table: "interaction",
            key: "id",
            client: "client_id",
        },
        Ledger::Offers => Piece {
            select: Cow::Borrowed("SELECT client_id, day, product_id, NULL FROM offer WHERE true"),
            table: "offer",
            key: "id",
            client: "client_id",
        },
    }
}

/// Where the rows are that a field counts, and which of them by the number of the thing; `None` for all.
fn counted(field: Field) -> Option<(Ledger, Option<&'static [i64]>)> {
    Some(match field {
        Field::Sales => (Ledger::Sales, None),
        Field::Orders | Field::Bought => (Ledger::Sales, Some(&[0])),
        Field::Visits => (Ledger::Done, Some(&[1])),
        Field::Calls => (Ledger::Done, Some(&[2])),
        Field::Emails => (Ledger::Done, Some(&[3])),
        Field::Touches => (Ledger::Done, Some(&[0, 1, 2, 3])),
        Field::Offers | Field::Offered => (Ledger::Offers, None),
        _ => return None,
    })
}

fn from(source: &Source<'_>, ledger: Ledger, pick: impl FnOnce(&Book) -> SlotSet) -> Result<SlotSet, Error> {
    source.index.kept().ledger((source.connection, source.index), ledger, piece(ledger), pick)
}

/// Those for whom it amounts to what is asked; to nothing for whoever has no row.
pub fn amounts(source: &Source<'_>, term: &Term, probe: &Probe) -> Result<SlotSet, Error> {
    let index = source.index;
    let Some((ledger, kinds)) = counted(term.field) else { return Ok(index.none()) };
    // Nothing and none are one thing here.
    let is_meant = |amount: i64| match probe {
        Probe::Missing => amount == 0,
        Probe::Present => amount != 0,
        probe => probe.number(Some(amount)),
    };
    let is_within = within(source, term);
    from(source, ledger, |book| {
        let kinds = kinds.map(|kinds| book.things(kinds.iter().copied()));
        let amount = |entry: Entry| match &kinds {
            _ if !is_within(entry.day) => 0,
            Some(kinds) => i64::from(kinds.hold(entry)),
            None if ledger == Ledger::Sales => entry.minor,
            None => 1,
        };
        index.pick_amounts(&book.sums(index, amount), is_meant)
    })
}

fn within(source: &Source<'_>, term: &Term) -> impl Fn(Day) -> bool {
    let (from, to) = Window::days(term.window, source.session.today);
    move |day| from <= day && day <= to
}

/// Those who bought, or were offered, one of the products meant.
pub fn products(source: &Source<'_>, term: &Term, probe: &Probe) -> Result<SlotSet, Error> {
    let (index, is_within) = (source.index, within(source, term));
    let (found, opposite) = match probe {
        Probe::Text { not, any } => {
            let products = matching(source, &Probe::Text { not: false, any: any.clone() })?;
            let ledger = if term.field == Field::Bought { Ledger::Bought } else { Ledger::Offers };
            let found = from(source, ledger, |book| {
                let meant = book.things(products);
                book.having(index, |entry| is_within(entry.day) && meant.hold(entry))
            })?;
            (found, *not)
        }
        probe => {
            let Some((ledger, kinds)) = counted(term.field) else { return Ok(index.none()) };
            let found = from(source, ledger, |book| {
                let kinds = kinds.map(|kinds| book.things(kinds.iter().copied()));
                let is_meant = |entry: Entry| kinds.as_ref().is_none_or(|kinds| kinds.hold(entry));
                book.having(index, |entry| is_within(entry.day) && is_meant(entry))
            })?;
            (found, matches!(probe, Probe::Missing))
        }
    };
    Ok(if opposite { found.opposite() } else { found })
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
