//! The set of clients that a condition wants.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::own::Texts;
use super::{Probe, Source, counted, custom};
use crate::filter::{Field, Kind, Term};
use crate::repository::error::Error;
use crate::repository::index::SlotSet;
use crate::repository::rows::day;
use std::collections::HashMap;

/// Different texts whose answer is remembered: cities and sectors are few, names many.
const REMEMBERED: usize = 5_000;

pub fn set(source: &Source<'_>, term: &Term) -> Result<SlotSet, Error> {
    let probe = Probe::new(source, term)?;
    let index = source.index;
    match (term.field, term.field.kind()) {
        (Field::Stars, _) => return Ok(index.pick(|it| probe.number(it.stars()))),
        (Field::Potential, _) => return Ok(index.pick(|it| probe.number(it.potential()))),
        (Field::Share, _) => return Ok(index.pick(|it| probe.number(it.share()))),
        (Field::Owner, _) => return Ok(index.pick(|it| probe.number(it.owner()))),
        (Field::LastBuy, _) => return Ok(index.pick(|it| probe.day(it.last_buy()))),
        (Field::LastVisit, _) => return Ok(index.pick(|it| probe.day(it.last_visit()))),
        (Field::LastTouch, _) => return Ok(index.pick(|it| probe.day(it.last_touch()))),
        (Field::Due, _) => return Ok(index.pick(|it| probe.day(it.next_due()))),
        (Field::Custom(field), _) => return custom::clients(source, field, &probe),
        (_, Kind::Count | Kind::Sum) => return counted::amounts(source, term, &probe),
        _ => {}
    }
    index.kept().set(term, || match (term.field, term.field.kind()) {
        (_, Kind::Product) => counted::products(source, term, &probe),
        (Field::LastEmail, _) => days(source, "SELECT client_id, last_email FROM client_fact", &probe),
        (Field::Created, _) => days(source, "SELECT id, created_day FROM client", &probe),
        _ => texts(source, term.field, &probe),
    })
}

/// The statement that tells the texts of a field, and how to take them apart.
fn statement(field: Field) -> Option<(&'static str, Texts)> {
    Some(match field {
        Field::Name | Field::Client => ("SELECT id, sort_key FROM client", Texts::Key),
        Field::City => ("SELECT id, city FROM client", Texts::Plain),
        Field::Region => ("SELECT id, region FROM client", Texts::Plain),
        Field::Country => ("SELECT id, country FROM client", Texts::Plain),
        Field::Postcode => ("SELECT id, postcode FROM client", Texts::Plain),
        Field::Sector => ("SELECT id, sector FROM client", Texts::Plain),
        Field::Source => ("SELECT id, source FROM client", Texts::Plain),
        Field::Stage => ("SELECT id, stage FROM client", Texts::Plain),
        Field::Code => ("SELECT id, code FROM client", Texts::Plain),
        Field::Tax => ("SELECT id, tax_id FROM client", Texts::Plain),
        Field::Contact => ("SELECT client_id, sort_key FROM contact WHERE left_on IS NULL", Texts::Key),
        Field::Role => (
            "SELECT client_id, job_title || char(10) || role FROM contact WHERE left_on IS NULL",
            Texts::Role,
        ),
        Field::Email => (
            "SELECT id, email FROM client UNION ALL
             SELECT client_id, email FROM contact WHERE left_on IS NULL",
            Texts::Plain,
        ),
        Field::Phone => (
            "SELECT id, phone FROM client UNION ALL
             SELECT client_id, phone FROM contact WHERE left_on IS NULL",
            Texts::Phone,
        ),
        Field::Tag => {
            ("SELECT g.client_id, t.name FROM client_tag g JOIN tag t ON t.id = g.tag_id", Texts::Plain)
        }
        _ => return None,
    })
}

/// A client has the texts of all its rows: one of them is enough.
fn texts(source: &Source<'_>, field: Field, probe: &Probe) -> Result<SlotSet, Error> {
    let Some((sql, texts)) = statement(field) else { return Ok(source.index.none()) };
    let (any, opposite) = match probe {
        Probe::Missing => (Probe::Present, true),
        Probe::Text { not, any } => (Probe::Text { not: false, any: any.clone() }, *not),
        Probe::Present | Probe::Number { .. } | Probe::Days { .. } | Probe::Keys { .. } => {
            (Probe::Present, false)
        }
    };
    let mut found = source.index.none();
    let mut remembered: HashMap<String, bool> = HashMap::new();
    let mut statement = source.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = row.get_ref(1)?.as_str().unwrap_or_default();
        let holds = if let Some(holds) = remembered.get(stored) {
            *holds
        } else {
            let holds = any.texts(texts.split(stored).iter().map(String::as_str));
            if remembered.len() < REMEMBERED {
                remembered.insert(stored.to_owned(), holds);
            }
            holds
        };
        if holds {
            source.index.insert(&mut found, row.get(0)?);
        }
    }
    Ok(if opposite { found.opposite() } else { found })
}

/// A client has one day, or none.
fn days(source: &Source<'_>, sql: &str, probe: &Probe) -> Result<SlotSet, Error> {
    let mut other = source.index.none();
    let of_none = probe.day(None);
    let mut statement = source.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if probe.day(day(row, 1)?) != of_none {
            source.index.insert(&mut other, row.get(0)?);
        }
    }
    Ok(if of_none { other.opposite() } else { other })
}
