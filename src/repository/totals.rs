//! How much was done a week and a salesperson. Counted when asked for: one pass over the interactions of those weeks in the
//! order of their days, so that one week's clients are held at a time.

use super::error::Error;
use super::lists::Listing;
use crate::domain::day::Day;
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::InteractionKind;
use crate::domain::list::{Column, ListQuery, Sort};
use crate::domain::totals::{Done, TotalRow, Week, WeekOf, Whose};
use crate::text::fold::{fold, sort_key};
use rusqlite::Connection;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Weeks before this one that are shown unless all are asked for: a quarter.
const WEEKS: i32 = 12;

/// The weeks up to this one, the newest first; in each everybody's before the salespeople by name.
pub fn list(connection: &Connection, query: &ListQuery, today: Day) -> Result<Listing, Error> {
    let this = Week::of(today);
    let (from, to) = match query.days {
        Some((from, to)) => (Week::of(from), Week::of(to)),
        None if query.closed => (oldest(connection)?.unwrap_or(this), this),
        None => (this.before(WEEKS), this),
    };
    let people = People::read(connection)?;
    let mut rows = rows_between(connection, &people, from, to)?;
    if let Some(salesperson) = query.salesperson {
        rows.retain(|row| row.of.whose == Whose::Of(salesperson));
    }
    let words: Vec<String> = fold(&query.search).split_whitespace().map(str::to_owned).collect();
    rows.retain(|row| {
        let name = fold(&row.salesperson);
        words.iter().all(|word| name.contains(word.as_str())) && query.filter.finds(&name)
    });
    rows.sort_by(|a, b| order(a, b, &query.sort));
    rows.truncate(query.filter.limit.unwrap_or(usize::MAX));
    Ok(Listing { ids: rows.iter().map(|row| row.of.key()).collect(), sum_minor: None, groups: Vec::new() })
}

/// The rows with these keys, in their order.
pub fn rows(connection: &Connection, ids: &[i64]) -> Result<Vec<TotalRow>, Error> {
    let wanted: Vec<WeekOf> = ids.iter().map(|id| WeekOf::from_key(*id)).collect();
    let weeks = || wanted.iter().map(|of| of.week);
    let (Some(from), Some(to)) = (weeks().min(), weeks().max()) else { return Ok(Vec::new()) };
    let found = rows_between(connection, &People::read(connection)?, from, to)?;
    let mut found: HashMap<WeekOf, TotalRow> = found.into_iter().map(|row| (row.of, row)).collect();
    Ok(wanted.iter().filter_map(|of| found.remove(of)).collect())
}

/// The week of the first interaction.
fn oldest(connection: &Connection) -> Result<Option<Week>, Error> {
    let day: Option<i32> =
        connection.prepare_cached("SELECT min(day) FROM interaction")?.query_row([], |row| row.get(0))?;
    Ok(day.map(|day| Week::of(Day(day))))
}

/// The salespeople's names and what they can do.
struct People {
    names: HashMap<SalespersonId, (String, Option<i64>)>,
    /// Of all who are active and whose capacity is known.
    capacity: Option<i64>,
}

impl People {
    fn read(connection: &Connection) -> Result<Self, Error> {
        let mut people = Self { names: HashMap::new(), capacity: None };
        let mut statement =
            connection.prepare_cached("SELECT id, name, touches_per_week, active FROM salesperson")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let capacity: Option<i64> = row.get(2)?;
            if let (Some(more), true) = (capacity, row.get(3)?) {
                people.capacity = Some(people.capacity.unwrap_or(0).saturating_add(more));
            }
            people.names.insert(SalespersonId(row.get(0)?), (row.get(1)?, capacity));
        }
        Ok(people)
    }

    fn row(&self, of: WeekOf, done: Done) -> TotalRow {
        let (salesperson, capacity) = match of.whose {
            Whose::Everybody => (String::new(), self.capacity),
            Whose::Nobody => (String::new(), None),
            Whose::Of(id) => self.names.get(&id).cloned().unwrap_or_default(),
        };
        TotalRow { of, salesperson, done, capacity }
    }
}

/// Everybody's row of each of these weeks, and with it those of the salespeople; who works alone has one row a week.
fn rows_between(
    connection: &Connection,
    people: &People,
    from: Week,
    to: Week,
) -> Result<Vec<TotalRow>, Error> {
    let counted = count(connection, from, to)?;
    let mut rows = Vec::new();
    for week in (from.0..=to.0).map(Week) {
        let everybody = WeekOf { week, whose: Whose::Everybody };
        let each: Vec<(WeekOf, Done)> = counted
            .range(
                WeekOf { week, whose: Whose::Nobody }..WeekOf {
                    week: Week(week.0 + 1),
                    whose: Whose::Everybody,
                },
            )
            .map(|(of, done)| (*of, *done))
            .collect();
        if people.names.len() > 1 || each.len() != 1 {
            rows.push(people.row(everybody, counted.get(&everybody).copied().unwrap_or_default()));
        }
        rows.extend(each.into_iter().map(|(of, done)| people.row(of, done)));
    }
    Ok(rows)
}

/// What was done in these weeks.
fn count(connection: &Connection, from: Week, to: Week) -> Result<BTreeMap<WeekOf, Done>, Error> {
    let mut counted: BTreeMap<WeekOf, Done> = BTreeMap::new();
    let days = (from.monday().0, to.sunday().0);
    let mut statement = connection.prepare_cached(
        "SELECT day, salesperson_id, kind, client_id FROM interaction WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
    )?;
    let mut rows = statement.query(days)?;
    let (mut current, mut touched) = (None, HashSet::new());
    while let Some(row) = rows.next()? {
        let week = Week::of(Day(row.get(0)?));
        if current != Some(week) {
            current = Some(week);
            touched.clear();
        }
        let kind = InteractionKind::from_word(row.get_ref(2)?.as_str().unwrap_or_default());
        let client: i64 = row.get(3)?;
        for whose in both(row.get(1)?) {
            let done = counted.entry(WeekOf { week, whose }).or_default();
            let Some(kind) = kind else { continue };
            if add(done, kind) && touched.insert((whose, client)) {
                done.clients += 1;
            }
        }
    }
    let mut statement =
        connection.prepare_cached("SELECT day, salesperson_id FROM offer WHERE day BETWEEN ?1 AND ?2")?;
    let mut rows = statement.query(days)?;
    while let Some(row) = rows.next()? {
        let week = Week::of(Day(row.get(0)?));
        for whose in both(row.get(1)?) {
            counted.entry(WeekOf { week, whose }).or_default().offers += 1;
        }
    }
    Ok(counted)
}

/// What somebody did, everybody did.
fn both(salesperson: Option<i64>) -> [Whose; 2] {
    [Whose::Everybody, salesperson.map_or(Whose::Nobody, |id| Whose::Of(SalespersonId(id)))]
}

/// Counts one interaction; says whether it is a touch.
fn add(done: &mut Done, kind: InteractionKind) -> bool {
    match kind {
        InteractionKind::Visit => done.visits += 1,
        InteractionKind::Call => done.calls += 1,
        InteractionKind::Email => done.emails += 1,
        InteractionKind::Message => done.messages += 1,
        InteractionKind::Meeting => done.meetings += 1,
        InteractionKind::Survey => {}
        InteractionKind::Note => return false,
    }
    done.touches += 1;
    true
}

/// By the levels asked for, then the newest week first, everybody before the salespeople by name.
fn order(a: &TotalRow, b: &TotalRow, levels: &[Sort]) -> Ordering {
    let usual = || {
        let whose =
            |row: &TotalRow| (row.of.whose != Whose::Everybody, sort_key(&row.salesperson), row.of.whose);
        b.of.week.cmp(&a.of.week).then_with(|| whose(a).cmp(&whose(b)))
    };
    levels.iter().map(|level| by(a, b, *level)).find(|order| order.is_ne()).unwrap_or_else(usual)
}

fn by(a: &TotalRow, b: &TotalRow, level: Sort) -> Ordering {
    let turned = |order: Ordering| if level.descending { order.reverse() } else { order };
    if level.column == Column::Owner {
        let name = |row: &TotalRow| sort_key(&row.salesperson);
        return turned(name(a).cmp(&name(b)));
    }
    match (value(a, level.column), value(b, level.column)) {
        (Some(a), Some(b)) => turned(a.cmp(&b)),
        // What is not known comes last, whatever the direction.
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the other columns belong to other lists")]
fn value(row: &TotalRow, column: Column) -> Option<i64> {
    let done = &row.done;
    Some(match column {
        Column::Week => i64::from(row.of.week.0),
        Column::Touches => done.touches,
        Column::Capacity => return row.capacity,
        Column::Clients => done.clients,
        Column::Visits => done.visits,
        Column::Calls => done.calls,
        Column::Emails => done.emails,
        Column::Messages => done.messages,
        Column::Meetings => done.meetings,
        Column::Offers => done.offers,
        _ => return None,
    })
}
