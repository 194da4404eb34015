//! The goal table: what is to be reached in a period.

use super::error::Error;
use super::journal::Action;
use super::rows::{stars, text};
use super::tables::{Key, Table};
use crate::domain::day::Day;
use crate::domain::goal::{GoalDraft, GoalScope};
use crate::domain::ids::{GoalId, SalespersonId};
use crate::domain::kinds::GoalMetric;
use crate::domain::stars::Stars;
use crate::text::fold::fold;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The goal as a form edits it.
pub fn open(connection: &Connection, id: GoalId) -> Result<GoalDraft, Error> {
    connection
        .prepare_cached(
            "SELECT g.id, g.rev, g.starts_day, g.ends_day, g.metric, g.salesperson_id, f.name, g.stars, g.target, g.scope
             FROM goal g LEFT JOIN family f ON f.id = g.family_id WHERE g.id = ?1",
        )?
        .query_row([id.0], read)
        .optional()?
        .ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<GoalDraft> {
    let scope: String = row.get(9)?;
    let scope = match scope.as_str() {
        "salesperson" => GoalScope::Salesperson(SalespersonId(row.get(5)?)),
        "family" => GoalScope::Family(text(row, 6)?),
        "stars" => GoalScope::Stars(stars(row, 7)?.unwrap_or(Stars::ZERO)),
        _ => GoalScope::Company,
    };
    let metric: String = row.get(4)?;
    Ok(GoalDraft {
        id: Some(GoalId(row.get(0)?)),
        rev: row.get(1)?,
        starts: Day(row.get(2)?),
        ends: Day(row.get(3)?),
        metric: GoalMetric::from_word(&metric).unwrap_or(GoalMetric::Sales),
        scope,
        target: row.get(8)?,
    })
}

/// What a scope refers to, as columns.
#[derive(Default)]
struct Scope {
    salesperson: Option<i64>,
    family: Option<i64>,
    stars: Option<u8>,
}

impl Scope {
    fn of(connection: &Connection, scope: &GoalScope) -> Result<Self, Error> {
        Ok(match scope {
            GoalScope::Company => Self::default(),
            GoalScope::Salesperson(id) => Self { salesperson: Some(id.0), ..Self::default() },
            GoalScope::Family(name) => Self { family: Some(family(connection, name)?), ..Self::default() },
            GoalScope::Stars(stars) => Self { stars: Some(stars.get()), ..Self::default() },
        })
    }
}

/// A goal does not make a family, as a product does: nothing could be sold of it.
fn family(connection: &Connection, name: &str) -> Result<i64, Error> {
    connection
        .prepare_cached("SELECT id FROM family WHERE key = ?1")?
        .query_row([fold(name)], |row| row.get(0))
        .optional()?
        .ok_or(Error::Refused { field: "family" })
}

/// Adds the goal or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &GoalDraft) -> Result<GoalId, Error> {
    if draft.ends < draft.starts {
        return Err(Error::Refused { field: "period" });
    }
    let scope = Scope::of(&action.transaction, &draft.scope)?;
    match draft.id {
        None => insert(action, draft, &scope),
        Some(id) => {
            if open(&action.transaction, id)? != *draft {
                update(action, id, draft, &scope)?;
            }
            Ok(id)
        }
    }
}

fn insert(action: &mut Action<'_>, draft: &GoalDraft, scope: &Scope) -> Result<GoalId, Error> {
    let key = action.insert(Table::Goal, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO goal (starts_day, ends_day, metric, scope, salesperson_id, family_id, stars, target)
                 VALUES (:starts, :ends, :metric, :scope, :salesperson, :family, :stars, :target)",
            )?
            .execute(named_params! {
                ":starts": draft.starts.0, ":ends": draft.ends.0, ":metric": draft.metric.word(),
                ":scope": draft.scope.word(), ":salesperson": scope.salesperson, ":family": scope.family,
                ":stars": scope.stars, ":target": draft.target,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(GoalId(key.first()))
}

fn update(action: &mut Action<'_>, id: GoalId, draft: &GoalDraft, scope: &Scope) -> Result<(), Error> {
    action.update(Table::Goal, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE goal SET rev = rev + 1, starts_day = :starts, ends_day = :ends, metric = :metric,
                    scope = :scope, salesperson_id = :salesperson, family_id = :family, stars = :stars,
                    target = :target
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":starts": draft.starts.0, ":ends": draft.ends.0, ":metric": draft.metric.word(),
                ":scope": draft.scope.word(), ":salesperson": scope.salesperson, ":family": scope.family,
                ":stars": scope.stars, ":target": draft.target, ":id": id.0, ":rev": draft.rev,
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::currency::Currency;
    use crate::repository::request::Verb;
    use crate::repository::store::Session;
    use crate::repository::tables::Tables;

    fn goal(scope: GoalScope, target: i64) -> GoalDraft {
        let (starts, ends) = (Day(20_727), Day(20_818));
        GoalDraft { id: None, rev: 0, starts, ends, metric: GoalMetric::Coverage, scope, target }
    }

    #[test]
    fn a_goal_comes_back_as_it_was_saved_and_nonsense_is_refused() {
        let mut connection = crate::repository::open::open_in_memory().unwrap();
        connection.execute("INSERT INTO family (name, key) VALUES ('Máquinas', 'maquinas')", []).unwrap();
        let tables = Tables::read(&connection).unwrap();
        let session =
            Session { today: Day(20_781), author: String::new(), now_ms: || 0, currency: Currency::EUR };
        let mut action = Action::begin(&mut connection, &tables, &session, Verb::AddGoal).unwrap();
        for scope in [GoalScope::Company, GoalScope::Family("Máquinas".into()), GoalScope::Stars(Stars::MAX)]
        {
            let draft = goal(scope, 90);
            let id = save(&mut action, &draft).unwrap();
            let saved = open(&action.transaction, id).unwrap();
            assert_eq!(saved, GoalDraft { id: Some(id), rev: 1, ..draft });
            let edited = GoalDraft { target: 95, scope: GoalScope::Company, ..saved.clone() };
            assert_eq!(save(&mut action, &edited).unwrap(), id);
            let reread = open(&action.transaction, id).unwrap();
            assert_eq!(reread, GoalDraft { rev: 2, ..edited });
            assert!(matches!(save(&mut action, &GoalDraft { target: 7, ..saved }), Err(Error::Stale)));
        }
        let mut refused = |draft: &GoalDraft| match save(&mut action, draft) {
            Err(Error::Refused { field }) => field,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(&goal(GoalScope::Family("Vinos".into()), 1)), "family");
        assert_eq!(refused(&goal(GoalScope::Company, 0)), "target");
        let backwards = GoalDraft { ends: Day(20_000), ..goal(GoalScope::Company, 1) };
        assert_eq!(refused(&backwards), "period");
    }
}
