//! What clients alike buy: the bounded search for them, and what of it is worth proposing.

use super::{Bought, sold_names};
use crate::analysis::peers::{BUYERS, Basket, CANDIDATES, LEAST, PEERS, RECENT, gaps, most_alike};
use crate::domain::brief::{Alike, MOST_TOLD, Proposal, Proposals, StoppedProduct};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ProductId};
use crate::repository::error::Error;
use crate::repository::facts::YEAR_DAYS;
use crate::text::fold::fold;
use rusqlite::{Connection, named_params};
use std::collections::{HashMap, HashSet};

/// Lines of one product that are read to find its last buyers: one who buys daily must not hide the others for long.
const MOST_LINES: i64 = 1_000;

/// The newest sales among which buyers of a sector are looked for.
const MOST_SALES: i64 = 5_000;

/// What clients alike buy and this one does not. Left out is what it was already offered in the last year, and what it
/// stopped buying, which is told for itself.
pub fn proposals(
    connection: &Connection,
    client: ClientId,
    sector: &str,
    bought: &Bought,
    stopped: &[StoppedProduct],
    today: Day,
) -> Result<Proposals, Error> {
    let own = bought.basket(today);
    let mut alike = Alike::Basket;
    let mut peers = most_alike(&own, candidates(connection, &own, bought, today)?);
    if peers.len() < LEAST && !sector.trim().is_empty() {
        let of_sector = of_sector(connection, client, sector, today)?;
        if of_sector.len() >= LEAST {
            (alike, peers) = (Alike::Sector, of_sector);
        }
    }
    let mut known: HashSet<ProductId> = stopped.iter().map(|stopped| stopped.product).collect();
    known.extend(offered(connection, client, today)?);
    let mut gaps = gaps(&own, &peers);
    gaps.retain(|gap| !known.contains(&gap.product));
    let names = sold_names(connection, gaps.iter().map(|gap| gap.product))?;
    let products = gaps
        .into_iter()
        .filter_map(|gap| {
            let name = names.get(&gap.product)?.clone();
            Some(Proposal { product: gap.product, name, buyers: gap.buyers })
        })
        .take(MOST_TOLD);
    Ok(Proposals { alike, peers: peers.len(), products: products.collect() })
}

/// The baskets of those who share most with the client, among the last buyers of what it bought last.
fn candidates(
    connection: &Connection,
    own: &Basket,
    bought: &Bought,
    today: Day,
) -> Result<Vec<Basket>, Error> {
    let mut shared: HashMap<ClientId, usize> = HashMap::new();
    let recent = bought.newest_first().into_iter().filter(|product| own.products.contains(product));
    for product in recent.take(RECENT) {
        for buyer in last_buyers(connection, product, today)? {
            *shared.entry(buyer).or_default() += 1;
        }
    }
    shared.remove(&own.client);
    let mut shared: Vec<(ClientId, usize)> = shared.into_iter().collect();
    shared.sort_by_key(|(client, count)| (std::cmp::Reverse(*count), *client));
    shared.truncate(CANDIDATES);
    shared.into_iter().map(|(client, _)| basket(connection, client, today)).collect()
}

fn last_buyers(connection: &Connection, product: ProductId, today: Day) -> Result<HashSet<ClientId>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT client_id FROM sale_line WHERE product_id = ?1 AND day > ?2 AND day <= ?3
         ORDER BY day DESC, client_id DESC LIMIT ?4",
    )?;
    let mut rows = statement.query((product.0, today.plus(-YEAR_DAYS).0, today.0, MOST_LINES))?;
    let mut buyers = HashSet::new();
    while let Some(row) = rows.next()? {
        buyers.insert(ClientId(row.get(0)?));
        if buyers.len() > BUYERS {
            break;
        }
    }
    Ok(buyers)
}

/// What a client bought in the year up to today, what came back taken off.
fn basket(connection: &Connection, client: ClientId, today: Day) -> Result<Basket, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT product_id, base_minor FROM sale_line
         WHERE client_id = ?1 AND day > ?2 AND day <= ?3 AND product_id IS NOT NULL",
    )?;
    let mut rows = statement.query((client.0, today.plus(-YEAR_DAYS).0, today.0))?;
    let mut sums: HashMap<ProductId, i64> = HashMap::new();
    while let Some(row) = rows.next()? {
        let sum = sums.entry(ProductId(row.get(0)?)).or_default();
        *sum = sum.saturating_add(row.get(1)?);
    }
    let bought = sums.into_iter().filter(|(_, sum)| *sum > 0);
    Ok(Basket::new(client, bought.map(|(product, _)| product).collect()))
}

/// The baskets of the last buyers of the same sector, whatever its case and accents.
fn of_sector(
    connection: &Connection,
    client: ClientId,
    sector: &str,
    today: Day,
) -> Result<Vec<Basket>, Error> {
    let wanted = fold(sector);
    let mut statement = connection.prepare_cached(
        "SELECT c.id, c.sector FROM
            (SELECT client_id FROM sale WHERE day > :from AND day <= :today AND kind = 'sale'
             ORDER BY day DESC, id DESC LIMIT :limit) d
         JOIN client c ON c.id = d.client_id WHERE c.sector <> '' AND c.id <> :client",
    )?;
    let mut rows = statement.query(named_params! {
        ":from": today.plus(-YEAR_DAYS).0, ":today": today.0, ":limit": MOST_SALES, ":client": client.0,
    })?;
    let (mut peers, mut seen) = (Vec::new(), HashSet::new());
    while let Some(row) = rows.next()? {
        let peer = ClientId(row.get(0)?);
        if !seen.insert(peer) || fold(row.get_ref(1)?.as_str().unwrap_or_default()) != wanted {
            continue;
        }
        peers.push(basket(connection, peer, today)?);
        if peers.len() >= PEERS {
            break;
        }
    }
    Ok(peers)
}

/// What the client was offered in the last year, whatever it answered.
fn offered(connection: &Connection, client: ClientId, today: Day) -> Result<Vec<ProductId>, Error> {
    let products = connection
        .prepare_cached("SELECT DISTINCT product_id FROM offer WHERE client_id = ?1 AND day > ?2")?
        .query_map((client.0, today.plus(-YEAR_DAYS).0), |row| row.get(0).map(ProductId))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(products)
}
