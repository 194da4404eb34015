//! Conditions on the fields that users defined: the values of a field are read once, and what has none is all the rest.

use super::{Probe, Source};
use crate::domain::custom::Custom;
use crate::repository::error::Error;
use crate::repository::index::SlotSet;
use crate::text::fold::fold;
use std::collections::HashMap;
use std::collections::HashSet;

/// Different texts whose answer is remembered.
const REMEMBERED: usize = 5_000;

/// The key of a field stands first in the key of the values: they are a stretch of the table.
pub const VALUES: &str = "SELECT row_id, text_value, int_value FROM custom_value WHERE field_id = ?1";

/// The clients that meet a condition.
pub fn clients(source: &Source<'_>, field: Custom, probe: &Probe) -> Result<SlotSet, Error> {
    let mut found = source.index.none();
    let opposite = unlike_none(source, field, probe, |row| source.index.insert(&mut found, row))?;
    Ok(if opposite { found.opposite() } else { found })
}

/// The rows that meet a condition, or, where the second says so, those that do not.
pub fn rows(source: &Source<'_>, field: Custom, probe: &Probe) -> Result<(HashSet<i64>, bool), Error> {
    let mut found = HashSet::new();
    let opposite = unlike_none(source, field, probe, |row| {
        found.insert(row);
    })?;
    Ok((found, opposite))
}

/// Tells the rows for which the answer is another than for those without a value, and whether that one is yes.
fn unlike_none(
    source: &Source<'_>,
    field: Custom,
    probe: &Probe,
    mut take: impl FnMut(i64),
) -> Result<bool, Error> {
    let holds_text = field.holds_text();
    let of_none = if holds_text { probe.texts(std::iter::empty()) } else { probe.number(None) };
    let mut remembered: HashMap<String, bool> = HashMap::new();
    let mut statement = source.connection.prepare_cached(VALUES)?;
    let mut rows = statement.query([field.id.0])?;
    while let Some(row) = rows.next()? {
        let holds = if holds_text {
            let stored = row.get_ref(1)?.as_str().unwrap_or_default();
            if let Some(holds) = remembered.get(stored) {
                *holds
            } else {
                let holds = probe.texts(std::iter::once(fold(stored).as_str()));
                if remembered.len() < REMEMBERED {
                    remembered.insert(stored.to_owned(), holds);
                }
                holds
            }
        } else {
            probe.number(row.get(2)?)
        };
        if holds != of_none {
            take(row.get(0)?);
        }
    }
    Ok(of_none)
}
