//! The clients that are overdue, dormant, neglected and the like; as Today sees them, where it has a say.

use super::clients::{self, of_client};
use super::{Probe, Source, lost};
use crate::attention::{Reason, reasons};
use crate::filter::{Field, Flag, Term, Test};
use crate::repository::error::Error;
use crate::repository::facts::YEAR_DAYS;
use crate::repository::index::SlotSet;
use crate::repository::today::policy;

pub fn set(source: &Source<'_>, flag: Flag) -> Result<SlotSet, Error> {
    let (index, today) = (source.index, source.session.today);
    Ok(match flag {
        Flag::Overdue => index.pick(|it| it.next_due().is_some_and(|due| due < today)),
        Flag::Dormant => index.pick(|it| it.last_buy().is_some_and(|buy| buy <= today.plus(-YEAR_DAYS))),
        Flag::Neglected => due(source, flag, |reason| {
            matches!(reason, Reason::NeverContacted | Reason::Visit { .. } | Reason::Touch(_))
        })?,
        Flag::Silent => due(source, flag, |reason| matches!(reason, Reason::Silent { .. }))?,
        Flag::Incomplete => kept(source, flag, || {
            let unreachable =
                clients::without(source, Field::Phone)?.and(&clients::without(source, Field::Email)?);
            let nobody = clients::without(source, Field::Contact)?;
            Ok(clients::without(source, Field::City)?.or(&nobody).or(&unreachable))
        })?,
        Flag::LostProduct => lost::set(source)?,
        Flag::Prospect => index.prospects(),
        Flag::Mine => {
            let me = Probe::me(source)?;
            index.pick(|it| me.number(it.owner()))
        }
        Flag::Archived => index.archived(),
        Flag::Duplicate => {
            kept(source, flag, || index.kept().alike((source.connection, index), of_client(ALIKE)))?
        }
    })
}

const ALIKE: &str = "SELECT id, sort_key, tax_id FROM client WHERE archived_at IS NULL";

fn kept(
    source: &Source<'_>,
    flag: Flag,
    read: impl FnOnce() -> Result<SlotSet, Error>,
) -> Result<SlotSet, Error> {
    let term = Term { field: Field::Is, window: None, test: Test::Flag(vec![flag]) };
    source.index.kept().set(&term, read)
}

/// Those whom Today would show for such a reason.
fn due(source: &Source<'_>, flag: Flag, is_meant: fn(&Reason) -> bool) -> Result<SlotSet, Error> {
    let policy = policy(source.connection)?;
    let (index, today) = (source.index, source.session.today);
    Ok(index.kept().flag(index, flag, |client| {
        let seen = index.seen_of(client, today)?;
        let is_marked = reasons(&seen.standing, &policy, today).iter().any(is_meant);
        is_marked.then_some(seen.slot)
    }))
}
