//! The clients that are overdue, dormant, neglected and the like; as Today sees them, where it has a say.

use super::{Probe, Source, lost};
use crate::attention::{Reason, reasons};
use crate::filter::{Field, Flag, Term, Test};
use crate::repository::error::Error;
use crate::repository::facts::YEAR_DAYS;
use crate::repository::index::SlotSet;
use crate::repository::today::policy;

const PROSPECT: &str = "SELECT id FROM client WHERE stage = 'prospect'";

const INCOMPLETE: &str = "SELECT c.id FROM client c WHERE c.city = ''
    OR NOT EXISTS (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL)
    OR (c.phone = '' AND c.email = '' AND NOT EXISTS
        (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL AND (k.phone <> '' OR k.email <> '')))";

const DUPLICATE: &str = "SELECT id FROM client WHERE archived_at IS NULL AND sort_key IN
        (SELECT sort_key FROM client WHERE archived_at IS NULL GROUP BY sort_key HAVING count(*) > 1)
    UNION SELECT id FROM client WHERE archived_at IS NULL AND tax_id <> '' AND tax_id IN
        (SELECT tax_id FROM client WHERE archived_at IS NULL AND tax_id <> '' GROUP BY tax_id HAVING count(*) > 1)";

pub fn set(source: &Source<'_>, flag: Flag) -> Result<SlotSet, Error> {
    let term = Term { field: Field::Is, window: None, test: Test::Flag(vec![flag]) };
    source.index.kept().set(&term, || read(source, flag))
}

fn read(source: &Source<'_>, flag: Flag) -> Result<SlotSet, Error> {
    let (index, today) = (source.index, source.session.today);
    Ok(match flag {
        Flag::Overdue => index.pick(|it| it.next_due().is_some_and(|due| due < today)),
        Flag::Dormant => index.pick(|it| it.last_buy().is_some_and(|buy| buy <= today.plus(-YEAR_DAYS))),
        Flag::Neglected => due(source, |reason| {
            matches!(reason, Reason::NeverContacted | Reason::Visit { .. } | Reason::Touch(_))
        })?,
        Flag::Silent => due(source, |reason| matches!(reason, Reason::Silent { .. }))?,
        Flag::Incomplete => of(source, INCOMPLETE)?,
        Flag::LostProduct => lost::set(source)?,
        Flag::Prospect => of(source, PROSPECT)?,
        Flag::Mine => {
            let me = Probe::me(source)?;
            index.pick(|it| me.number(it.owner()))
        }
        Flag::Archived => index.pick(|it| !it.is_in_use()),
        Flag::Duplicate => of(source, DUPLICATE)?,
    })
}

/// Those whom Today would show for such a reason.
fn due(source: &Source<'_>, is_meant: fn(&Reason) -> bool) -> Result<SlotSet, Error> {
    let policy = policy(source.connection)?;
    let today = source.session.today;
    let mut found = source.index.none();
    for seen in source.index.seen("", today) {
        if reasons(&seen.standing, &policy, today).iter().any(is_meant) {
            found.insert(seen.slot);
        }
    }
    Ok(found)
}

fn of(source: &Source<'_>, sql: &str) -> Result<SlotSet, Error> {
    let mut found = source.index.none();
    let mut statement = source.connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        source.index.insert(&mut found, row.get(0)?);
    }
    Ok(found)
}
