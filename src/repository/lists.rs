//! Which rows a list holds and in which order: keys, count and sum. The rows themselves are read for what is visible.

pub mod gather;
mod order;
pub mod source;

use super::error::Error;
use super::filter::{Candidate, Sieve};
use super::index::{ClientIndex, Order, in_memory};
use super::rows::json_ids;
use super::store::Session;
use super::totals;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::list::{Column, Group, ListKind, ListQuery};
use crate::text::fold::fold;
use gather::Gatherer;
use order::order;
use rusqlite::{Connection, named_params};
use source::Source;

/// The keys of a list in order, and the sum of its money column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub ids: Vec<i64>,
    /// Minor units of the base currency; `None` when the list has no money.
    pub sum_minor: Option<i64>,
    /// Rows that stand together, where it was asked for.
    pub groups: Vec<Group>,
}

/// How many rows come first while the whole list is being read.
const FIRST_ROWS: i64 = 200;

/// The first clients by name, without the index.
pub fn first_clients(connection: &Connection) -> Result<Vec<i64>, Error> {
    let ids = connection
        .prepare_cached("SELECT id FROM client WHERE archived_at IS NULL ORDER BY sort_key, id LIMIT ?1")?
        .query_map([FIRST_ROWS], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The first products by name, without their sales.
pub fn first_products(connection: &Connection) -> Result<Vec<i64>, Error> {
    let ids = connection
        .prepare_cached("SELECT id FROM product WHERE active = 1 ORDER BY sort_key, id LIMIT ?1")?
        .query_map([FIRST_ROWS], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The sum of the money of the rows with these keys.
pub fn sum(connection: &Connection, kind: ListKind, ids: &[i64], today: Day) -> Result<i64, Error> {
    let source = Source::of(kind);
    let sql = format!(
        "SELECT coalesce(sum({}), 0) {} AND {} IN (SELECT value FROM json_each(:ids))",
        source.money, source.from, source.key
    );
    let parameters = named_params! { ":today": today.0, ":ids": json_ids(ids) };
    Ok(connection.prepare_cached(&sql)?.query_row(parameters, |row| row.get(0))?)
}

/// The clients to whom the rows with these keys belong, each once.
pub fn clients_of(
    connection: &Connection,
    kind: ListKind,
    ids: &[i64],
    today: Day,
) -> Result<Vec<i64>, Error> {
    let Source { belongs, from, key, .. } = Source::of(kind);
    let sql = format!(
        "SELECT DISTINCT {belongs} {from} AND {key} IN (SELECT value FROM json_each(:ids))
         AND {belongs} IS NOT NULL ORDER BY 1"
    );
    let parameters = named_params! { ":today": today.0, ":ids": json_ids(ids) };
    let mut statement = connection.prepare_cached(&sql)?;
    let clients = statement.query_map(parameters, |row| row.get(0))?;
    Ok(clients.collect::<rusqlite::Result<_>>()?)
}

/// The list that a query asks for.
pub fn list(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    session: &Session,
) -> Result<Listing, Error> {
    let sieve = Sieve::new(connection, index, session, query.kind, &query.filter)?;
    let today = session.today;
    match query.kind {
        ListKind::Totals => totals::list(connection, query, today),
        ListKind::Clients => clients(connection, index, query, &sieve, today),
        ListKind::Contacts
        | ListKind::Sales
        | ListKind::FollowUps
        | ListKind::Offers
        | ListKind::Surveys
        | ListKind::Activity
        | ListKind::Products
        | ListKind::Salespeople
        // Today's faces have an order of their own: `today.rs` lists them.
        | ListKind::Today
        | ListKind::TodayByCity
        | ListKind::PutOff => {
            let search = (query.kind, query.search.as_str());
            let sieve = sieve.searching(connection, index, session, search)?;
            stream(connection, index, query, &sieve, today)
        }
    }
}

fn clients(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    sieve: &Sieve,
    today: Day,
) -> Result<Listing, Error> {
    let closed = query.closed || sieve.shows_closed();
    let wanted = sieve.clients(index);
    let (ids, sum) = if query.sort.iter().all(|sort| in_memory(sort.column)) {
        let levels: Vec<(Column, bool)> =
            query.sort.iter().map(|sort| (sort.column, sort.descending)).collect();
        index.list(&query.search, closed, &wanted, Order::Index(&levels), query.filter.limit)
    } else {
        let sql = format!("SELECT c.id {} ORDER BY {}", Source::of(ListKind::Clients).from, order(query));
        let given: Vec<i64> = connection
            .prepare_cached(&sql)?
            .query_map(named_params! { ":today": today.0 }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        index.list(&query.search, closed, &wanted, Order::Given(&given), query.filter.limit)
    };
    let mut listing = Listing { ids, sum_minor: Some(sum), groups: Vec::new() };
    gather::clients(connection, index, query, &mut listing, today)?;
    Ok(listing)
}

/// Reads the rows' keys and own texts in order and keeps those that the search finds.
fn stream(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    sieve: &Sieve,
    today: Day,
) -> Result<Listing, Error> {
    let source = Source::of(query.kind);
    let open = if query.closed || sieve.shows_closed() { "1" } else { source.open };
    let client = match (query.kind, query.client) {
        (ListKind::Products | ListKind::Salespeople | ListKind::Totals, _) | (_, None) => "",
        (ListKind::Contacts, Some(_)) => " AND k.client_id = :client",
        (ListKind::Sales, Some(_)) => " AND d.client_id = :client",
        (ListKind::FollowUps, Some(_)) => " AND u.client_id = :client",
        (ListKind::Offers, Some(_)) => " AND o.client_id = :client",
        (ListKind::Surveys, Some(_)) => " AND a.client_id = :client",
        (ListKind::Activity, Some(_)) => " AND i.client_id = :client",
        (ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff, Some(_)) => {
            " AND c.id = :client"
        }
    };
    let mut done = String::new();
    if query.kind == ListKind::Activity {
        if query.days.is_some() {
            done += " AND i.day BETWEEN :from AND :to";
        }
        if query.salesperson.is_some() {
            done += " AND i.salesperson_id IS nullif(:salesperson, 0)";
        }
    }
    // What is not looked at is not read, and tables of which nothing is read are not joined.
    let of = if sieve.asks_word() { source.client } else { "NULL" };
    let own = if sieve.asks_text() { source.own } else { "NULL" };
    let belongs = if sieve.asks_client() { source.belongs } else { "NULL" };
    let mut gatherer = Gatherer::of(query);
    let group = gather::columns(query.kind, query.group).unwrap_or_else(|| "NULL, NULL".to_owned());
    let columns =
        format!("{}, {of}, {own}, {}, {belongs}, {group}{}", source.key, source.money, sieve.columns());
    let which = format!("AND {open}{client}{done} ORDER BY {}", order(query));
    let from = source.tables_of(&format!("{columns} {which}"));
    let sql = format!("SELECT {columns} {from} {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let (from, to) = query.days.unwrap_or((today, today));
    let all: [(&str, i64); 5] = [
        (":today", today.0.into()),
        (":client", query.client.map_or(0, |client| client.0)),
        (":salesperson", query.salesperson.map_or(0, |salesperson| salesperson.0)),
        (":from", from.0.into()),
        (":to", to.0.into()),
    ];
    for (name, value) in all {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    let mut rows = statement.raw_query();
    let mut listing =
        Listing { ids: Vec::new(), sum_minor: source.has_money.then_some(0), groups: Vec::new() };
    while let Some(row) = rows.next()? {
        let own = row.get::<_, Option<String>>(2)?.unwrap_or_default();
        let own = if source.folded || own.is_empty() { own } else { fold(&own) };
        let searched = row.get::<_, Option<i64>>(1)?.map(ClientId);
        if !sieve.is_empty() {
            let slot = |client: Option<ClientId>| client.and_then(|client| index.slot_of(client));
            let candidate = Candidate {
                id: row.get(0)?,
                slot: slot(row.get::<_, Option<i64>>(4)?.map(ClientId)),
                searched: slot(searched),
                text: &own,
                row: Some((row, 7)),
            };
            if !sieve.keeps(&candidate)? {
                continue;
            }
        }
        listing.ids.push(row.get(0)?);
        let minor = row.get::<_, Option<i64>>(3)?.unwrap_or(0);
        if let Some(sum) = &mut listing.sum_minor {
            *sum = sum.saturating_add(minor);
        }
        if let Some(gatherer) = &mut gatherer {
            gatherer.take(row, 5, minor)?;
        }
        if query.filter.limit.is_some_and(|limit| listing.ids.len() >= limit) {
            break;
        }
    }
    if let Some(gatherer) = gatherer {
        listing.groups = gatherer.gather(&mut listing.ids);
    }
    Ok(listing)
}
