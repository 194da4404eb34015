//! Today: who is in it, in which order, and what its rows show. What it goes by is in memory ([`super::index`]); the few
//! launches, the promises of one salesperson and the touches of this week are asked for.

use super::error::Error;
use super::filter::Sieve;
use super::index::{ClientIndex, Seen, SlotSet};
use super::list_rows;
use super::lists::{Listing, gather};
use super::rows::{STARS, day, flag, json_ids, stars, text};
use super::store::Session;
use crate::attention::{self, Cadence, GOOD_STARS, LAUNCH_DAYS, PUT_OFF_LIMIT, Policy, Rank, Standing};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::{ClientId, SalespersonId};
use crate::domain::list::{Column, ListKind, ListQuery};
use crate::domain::stars::Stars;
use crate::domain::today::{TodayHead, TodayRow};
use crate::text::fold::fold;
use chrono::Datelike as _;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use std::collections::{HashMap, HashSet};

/// From so many clients on, reading them takes long enough to show some before.
const MANY: i64 = 50_000;

/// So many of those that buy most are looked at first.
const FIRST: i64 = 400;

/// Today as far as those are in it who buy most, while everybody else is being read; `None` where that is soon done.
pub fn first(
    connection: &Connection,
    query: &ListQuery,
    session: &Session,
) -> Result<Option<(Listing, TodayHead)>, Error> {
    let newest: Option<i64> =
        connection.prepare_cached("SELECT max(id) FROM client")?.query_row([], |row| row.get(0))?;
    if newest < Some(MANY) {
        return Ok(None);
    }
    let clients: Vec<ClientId> = connection
        .prepare_cached("SELECT client_id FROM client_fact ORDER BY rate_minor DESC LIMIT ?1")?
        .query_map([FIRST], |row| row.get(0).map(ClientId))?
        .collect::<rusqlite::Result<_>>()?;
    let mut index = ClientIndex::default();
    index.refresh(connection, &clients, session.today)?;
    let (listing, head) = list(connection, &index, query, session)?;
    Ok((!listing.ids.is_empty()).then_some((listing, head)))
}

/// The clients of a face of Today.
pub fn list(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    session: &Session,
) -> Result<(Listing, TodayHead), Error> {
    let whose = Whose::asked(connection, query, &session.author)?;
    let mut head = whose.head(connection, session.today)?;
    head.is_nobody_there = index.is_empty();
    let sieve = Sieve::new(connection, index, session, query.kind, &query.filter)?;
    let asked = Asked { query, whose: &whose, sieve: &sieve, today: session.today };
    let mut slots = if query.kind == ListKind::PutOff {
        put_off(connection, index, &asked)?
    } else {
        due(connection, index, &asked, &mut head)?
    };
    let levels: Vec<(Column, bool)> = query.sort.iter().map(|sort| (sort.column, sort.descending)).collect();
    index.sort_by(&mut slots, &levels);
    slots.truncate(query.filter.limit.unwrap_or(usize::MAX));
    let (ids, stake) = index.ids_and_stake(&slots);
    let mut listing = Listing { ids, sum_minor: Some(stake), groups: Vec::new() };
    gather::clients(connection, index, query, &mut listing, session.today)?;
    Ok((listing, head))
}

/// Which clients are asked for, and when.
struct Asked<'a> {
    query: &'a ListQuery,
    whose: &'a Whose,
    sieve: &'a Sieve,
    today: Day,
}

/// A client with a reason. Places are by name and no two clients have the same, so that the order is total.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    rank: Rank,
    place: u32,
    slot: u32,
    is_promise: bool,
}

/// Everybody with a reason, in order, as far as there is capacity.
fn due(
    connection: &Connection,
    index: &ClientIndex,
    asked: &Asked<'_>,
    head: &mut TodayHead,
) -> Result<Vec<usize>, Error> {
    let Asked { query, whose, sieve, today } = *asked;
    let policy = policy(connection)?;
    let launches = Launches::read(connection, index, today)?;
    let promised = whose.promised(connection, today)?;
    let places = index.places();
    let mut due = Vec::new();
    let wanted = sieve.clients(index);
    for mut it in index.seen(&query.search, today).filter(|it| wanted.contains(it.slot)) {
        let own = whose.serves(it.owner);
        if !own && !promised.contains(&it.id) {
            continue;
        }
        it.standing.launched = launches.untaken(&it).map(|launch| launch.on);
        let Some((urgency, is_promise)) = attention::urgency(&it.standing, &policy, today) else { continue };
        if own || is_promise {
            let rank = Rank::new(it.standing.stake_minor, urgency, it.potential);
            let slot = u32::try_from(it.slot).unwrap_or(u32::MAX);
            due.push(Due { rank, place: places[it.slot], slot, is_promise });
        }
    }
    due.sort_unstable();
    let all = due.len();
    if let Some(capacity) = head.capacity.filter(|_| !query.closed) {
        let room = usize::try_from(capacity.saturating_sub(head.made)).unwrap_or(0);
        due = attention::cut(due, room, |it| it.is_promise);
    }
    head.below_cut = all - due.len();
    Ok(due.into_iter().filter_map(|it| usize::try_from(it.slot).ok()).collect())
}

/// Good clients that were put off again and again, those with most at stake first; all that were put off at all when the
/// rest is asked for too.
fn put_off(connection: &Connection, index: &ClientIndex, asked: &Asked<'_>) -> Result<Vec<usize>, Error> {
    let Asked { query, whose, sieve, today } = *asked;
    let snoozes: HashMap<i64, i64> = connection
        .prepare_cached(
            "SELECT client_id, max(snoozes) FROM follow_up WHERE state = 'open' AND snoozes > 0 GROUP BY client_id",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let times = |it: &Seen| it.standing.times_put_off().max(snoozes.get(&it.id).copied().unwrap_or(0));
    let least = if query.closed { 1 } else { PUT_OFF_LIMIT };
    let is_good = |stars: Option<Stars>| query.closed || stars.is_some_and(|it| it.get() >= GOOD_STARS);
    let places = index.places();
    let wanted = sieve.clients(index);
    let mut found: Vec<Seen> = index
        .seen(&query.search, today)
        .filter(|it| whose.serves(it.owner) && is_good(it.standing.stars) && times(it) >= least)
        .filter(|it| wanted.contains(it.slot))
        .collect();
    found.sort_by_key(|it| (std::cmp::Reverse((times(it), it.standing.stake_minor)), places[it.slot]));
    Ok(found.into_iter().map(|it| it.slot).collect())
}

/// Whose clients are shown.
enum Whose {
    Everybody,
    One { id: i64, name: String, capacity: Option<i64> },
}

impl Whose {
    /// The salesperson asked for; else the one who works here. Whoever leads the others, and whoever is none of them, looks
    /// after everybody's.
    fn asked(connection: &Connection, query: &ListQuery, author: &str) -> Result<Self, Error> {
        let known = "SELECT id, name, touches_per_week, code, email, role FROM salesperson";
        if let Some(SalespersonId(id)) = query.salesperson {
            let found = connection
                .prepare_cached(&format!("{known} WHERE id = ?1"))?
                .query_row([id], one)
                .optional()?;
            return Ok(found.unwrap_or(Self::Everybody));
        }
        let mut statement = connection.prepare_cached(&format!("{known} WHERE active ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let mut found = None;
        while let Some(row) = rows.next()? {
            let names: [String; 3] = [row.get(1)?, row.get(3)?, row.get(4)?];
            if !is_called(author, &names) {
                continue;
            }
            if found.is_some() || row.get::<_, String>(5)? == "manager" {
                return Ok(Self::Everybody);
            }
            found = Some(one(row)?);
        }
        Ok(found.unwrap_or(Self::Everybody))
    }

    /// Clients that nobody serves are everybody's, lest nobody sees them.
    fn serves(&self, owner: i64) -> bool {
        match self {
            Self::Everybody => true,
            Self::One { id, .. } => owner == *id || owner == 0,
        }
    }

    /// The clients, whoever serves them, to whom this salesperson promised something that is due.
    fn promised(&self, connection: &Connection, today: Day) -> Result<HashSet<i64>, Error> {
        let Self::One { id, .. } = self else { return Ok(HashSet::new()) };
        let clients = connection
            .prepare_cached(
                "SELECT client_id FROM follow_up
                 WHERE salesperson_id = ?1 AND state = 'open' AND coalesce(snoozed_to, due_day) <= ?2",
            )?
            .query_map(params![id, today.0], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(clients)
    }

    fn head(&self, connection: &Connection, today: Day) -> Result<TodayHead, Error> {
        let Self::One { id, name, capacity } = self else { return Ok(TodayHead::default()) };
        let monday = today.date().map_or(today, |date| {
            today.plus(-i32::try_from(date.weekday().num_days_from_monday()).unwrap_or(0))
        });
        let made = connection
            .prepare_cached(
                "SELECT count(*) FROM interaction
                 WHERE salesperson_id = ?1 AND day BETWEEN ?2 AND ?3 AND kind <> 'note'",
            )?
            .query_row(params![id, monday.0, today.0], |row| row.get(0))?;
        Ok(TodayHead { whose: Some(name.clone()), capacity: *capacity, made, ..TodayHead::default() })
    }
}

fn one(row: &Row<'_>) -> rusqlite::Result<Whose> {
    Ok(Whose::One { id: row.get(0)?, name: row.get(1)?, capacity: row.get(2)? })
}

/// The salesperson who works here; `None` when nobody or several are called so.
pub fn at_keyboard(connection: &Connection, author: &str) -> Result<Option<(SalespersonId, String)>, Error> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, code, email FROM salesperson WHERE active ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut found = None;
    while let Some(row) = rows.next()? {
        let names: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
        if is_called(author, &names) {
            if found.is_some() {
                return Ok(None);
            }
            let [name, ..] = names;
            found = Some((SalespersonId(row.get(0)?), name));
        }
    }
    Ok(found)
}

/// Is a salesperson with this name, code and email address meant? The part of the address before the @ will do.
pub fn is_called(author: &str, names: &[String; 3]) -> bool {
    let wanted = fold(author.trim());
    let login = names[2].split('@').next().unwrap_or_default();
    !wanted.is_empty() && names.iter().map(String::as_str).chain([login]).any(|name| fold(name) == wanted)
}

/// What each number of stars asks for.
pub fn policy(connection: &Connection) -> Result<Policy, Error> {
    let mut policy = Policy::default();
    let mut statement =
        connection.prepare_cached("SELECT stars, visit_days, touch_days FROM star_policy ORDER BY stars")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let cadence = Cadence { visit_every: row.get(1)?, touch_every: row.get(2)? };
        if let Some(place) = policy.0.get_mut(usize::from(row.get::<_, u8>(0)?)) {
            *place = cadence;
        }
    }
    Ok(policy)
}

/// Products launched lately, the newest first, and who was offered or sold each.
struct Launches(Vec<Launch>);

struct Launch {
    name: String,
    on: Day,
    taken: SlotSet,
}

impl Launches {
    fn read(connection: &Connection, index: &ClientIndex, today: Day) -> Result<Self, Error> {
        let products: Vec<(i64, String, Day)> = connection
            .prepare_cached(
                "SELECT id, name, launched_on FROM product WHERE active AND launched_on BETWEEN ?1 AND ?2
                 ORDER BY launched_on DESC, id",
            )?
            .query_map([today.plus(-LAUNCH_DAYS).0, today.0], |row| {
                Ok((row.get(0)?, row.get(1)?, Day(row.get(2)?)))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut taken = connection.prepare_cached(
            "SELECT client_id FROM offer WHERE product_id = ?1
             UNION ALL SELECT client_id FROM sale_line WHERE product_id = ?1",
        )?;
        let mut launches = Vec::with_capacity(products.len());
        for (id, name, on) in products {
            let clients: Vec<i64> =
                taken.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            launches.push(Launch { name, on, taken: index.set(clients) });
        }
        Ok(Self(launches))
    }

    /// The newest that a good client was neither offered nor sold.
    fn untaken(&self, client: &Seen) -> Option<&Launch> {
        client.standing.stars.filter(|it| it.get() >= GOOD_STARS)?;
        self.0.iter().find(|launch| !launch.taken.contains(client.slot))
    }
}

/// The rows with these keys, in the order of the keys; those that are gone are left out.
pub fn rows(
    connection: &Connection,
    index: &ClientIndex,
    ids: &[i64],
    today: Day,
) -> Result<Vec<TodayRow>, Error> {
    let policy = policy(connection)?;
    let launches = Launches::read(connection, index, today)?;
    let mut next = next_steps(connection, ids, today)?;
    let sql = format!(
        "SELECT c.id, c.name, c.city,
                coalesce(nullif(c.phone, ''), (SELECT k.phone FROM contact k WHERE k.client_id = c.id AND k.phone <> ''
                    AND k.left_on IS NULL ORDER BY k.main DESC, k.sort_key, k.id LIMIT 1), ''),
                coalesce((SELECT k.name FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL
                    ORDER BY k.main DESC, k.sort_key, k.id LIMIT 1), ''),
                s.name, {STARS}, coalesce(c.override_until >= :today, 0), coalesce(f.rate_minor, 0),
                coalesce(f.potential_minor, c.potential_minor), coalesce(f.confidence, 2), f.last_buy
         FROM client c LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN salesperson s ON s.id = c.owner_id
         WHERE c.id IN (SELECT value FROM json_each(:ids))"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = HashMap::new();
    let mut rows = statement.query(named_params! { ":ids": json_ids(ids), ":today": today.0 })?;
    while let Some(row) = rows.next()? {
        let id = ClientId(row.get(0)?);
        let Some(mut seen) = index.seen_of(id, today) else { continue };
        let launch = launches.untaken(&seen);
        seen.standing.launched = launch.map(|launch| launch.on);
        let (next, snoozes) = next.remove(&id.0).unzip();
        let known = Known { seen, policy: &policy, launch, next, snoozes: snoozes.unwrap_or(0), today };
        found.insert(id.0, today_row(row, id, known)?);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// What is known of a client before its row is read.
struct Known<'a> {
    seen: Seen,
    policy: &'a Policy,
    launch: Option<&'a Launch>,
    next: Option<FollowUpRow>,
    snoozes: i64,
    today: Day,
}

fn today_row(row: &Row<'_>, id: ClientId, known: Known<'_>) -> rusqlite::Result<TodayRow> {
    let standing: &Standing = &known.seen.standing;
    let put_off = standing.put_off.filter(|it| it.to > known.today && it.holds(standing.last_touch));
    Ok(TodayRow {
        id,
        name: row.get(1)?,
        city: row.get(2)?,
        phone: row.get(3)?,
        contact: row.get(4)?,
        owner: text(row, 5)?,
        stars: stars(row, 6)?,
        overridden: flag(row, 7)?,
        stake: standing.stake_minor,
        pace: row.get(8)?,
        potential: row.get(9)?,
        confidence: row.get(10)?,
        reasons: attention::reasons(standing, known.policy, known.today),
        last_visit: standing.last_visit,
        last_touch: standing.last_touch,
        last_buy: day(row, 11)?,
        follow_up: known.next,
        launch: known.launch.map(|launch| launch.name.clone()).unwrap_or_default(),
        times_put_off: standing.times_put_off().max(known.snoozes),
        put_off_to: put_off.map(|it| it.to),
    })
}

/// The earliest open follow-up of each of these clients, and how often the one that was put off most was.
fn next_steps(
    connection: &Connection,
    ids: &[i64],
    today: Day,
) -> Result<HashMap<i64, (FollowUpRow, i64)>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT client_id, id, snoozes FROM follow_up
         WHERE client_id IN (SELECT value FROM json_each(?1)) AND state = 'open'
         ORDER BY coalesce(snoozed_to, due_day), id",
    )?;
    let mut rows = statement.query([json_ids(ids)])?;
    let mut next: HashMap<i64, (i64, i64)> = HashMap::new();
    while let Some(row) = rows.next()? {
        let snoozes: i64 = row.get(2)?;
        next.entry(row.get(0)?)
            .and_modify(|(_, most)| *most = snoozes.max(*most))
            .or_insert((row.get(1)?, snoozes));
    }
    let first: Vec<i64> = next.values().map(|(id, _)| *id).collect();
    let rows = list_rows::follow_ups(connection, &first, today)?;
    let most = |row: &FollowUpRow| next.get(&row.client.0).map_or(0, |(_, most)| *most);
    Ok(rows
        .into_iter()
        .map(|row| {
            let most = most(&row);
            (row.client.0, (row, most))
        })
        .collect())
}
