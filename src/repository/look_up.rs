//! Proposals for what names another row: the one with that number first, names that begin with the text, then those that
//! hold it.

use super::error::Error;
use super::index::ClientIndex;
use super::offers;
use super::request::Candidate;
use super::settings;
use super::surveys;
use crate::domain::ids::ClientId;
use crate::domain::list::ListKind;
use crate::text::fold::fold;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;

/// At most `limit` clients whose name, code, city and contacts hold every word, from the index.
fn clients(
    connection: &Connection,
    index: &ClientIndex,
    text: &str,
    limit: usize,
) -> Result<Vec<Candidate>, Error> {
    let mut ids = index.propose(text, limit);
    let coded: Option<i64> = connection
        .prepare_cached(
            "SELECT id FROM client WHERE code = ?1 COLLATE NOCASE AND code <> '' AND archived_at IS NULL",
        )?
        .query_row([text.trim()], |row| row.get(0))
        .optional()?;
    if let Some(coded) = coded {
        ids.retain(|id| *id != coded);
        ids.insert(0, coded);
        ids.truncate(limit.max(1));
    }
    let mut statement = connection.prepare_cached("SELECT name, city, code FROM client WHERE id = ?1")?;
    let candidate = |id: i64| {
        statement.query_row([id], |row| {
            let (label, detail, code) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Candidate { id, label, detail, code, ..Candidate::default() })
        })
    };
    Ok(ids.into_iter().map(candidate).collect::<rusqlite::Result<_>>()?)
}

/// At most `limit` rows of a kind whose searchable text holds every word; contacts only of `client`, when given.
pub fn look_up(
    connection: &Connection,
    index: &ClientIndex,
    kind: ListKind,
    text: &str,
    client: Option<ClientId>,
    limit: usize,
) -> Result<Vec<Candidate>, Error> {
    let (sql, key) = match kind {
        ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => return clients(connection, index, text, limit),
        ListKind::Contacts => (
            "SELECT k.id, k.name, CASE WHEN :client IS NULL THEN c.name ELSE k.job_title END, NULL, k.search_key
             FROM contact k JOIN client c ON c.id = k.client_id
             WHERE k.left_on IS NULL AND (:client IS NULL OR k.client_id = :client)",
            "k.sort_key",
        ),
        ListKind::Products => (
            "SELECT p.id, p.name, p.sku, p.price_micros, p.search_key FROM product p
             WHERE p.active = 1 AND :client IS :client",
            "p.sort_key",
        ),
        ListKind::Salespeople => (
            "SELECT s.id, s.name, s.code, NULL, s.search_key FROM salesperson s
             WHERE s.active = 1 AND :client IS :client",
            "s.sort_key",
        ),
        // Why offers were rejected: what was written most comes first.
        ListKind::Offers => return offers::reasons(connection, text, limit),
        ListKind::Surveys => return surveys::candidates(connection, text, limit),
        ListKind::Sales => (
            "SELECT d.id, d.number, c.name, NULL, lower(d.number) AS search_key
             FROM sale d JOIN client c ON c.id = d.client_id WHERE (:client IS NULL OR d.client_id = :client)",
            "d.id",
        ),
        // Nothing refers to these by a name.
        ListKind::Activity | ListKind::Totals => return Ok(Vec::new()),
        ListKind::FollowUps => (
            "SELECT u.id, u.title, c.name, NULL, lower(u.title) AS search_key
             FROM follow_up u JOIN client c ON c.id = u.client_id
             WHERE u.state = 'open' AND (:client IS NULL OR u.client_id = :client)",
            "u.id",
        ),
    };
    let wanted = fold(text);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut statement = connection.prepare_cached(&format!("{sql} ORDER BY {key}"))?;
    let mut rows = statement.query(named_params! { ":client": client.map(|client| client.0) })?;
    let is_coded = kind == ListKind::Products;
    let (mut exact, mut first, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let haystack = row.get_ref(4)?.as_str().unwrap_or_default();
        if !words.iter().all(|word| haystack.contains(word)) {
            continue;
        }
        let own: String = if is_coded { row.get(2)? } else { String::new() };
        let is_exact = is_coded && !wanted.is_empty() && fold(&own) == wanted;
        let begins = haystack.starts_with(&wanted);
        let into = if is_exact {
            &mut exact
        } else if begins {
            &mut first
        } else {
            &mut rest
        };
        if into.len() < limit {
            into.push(Candidate {
                id: row.get(0)?,
                label: row.get(1)?,
                detail: row.get(2)?,
                code: own,
                price_micros: row.get(3)?,
                paid_micros: None,
                scale: None,
            });
        }
        // A product with this very number may still come.
        if first.len() >= limit && !is_coded {
            break;
        }
    }
    exact.append(&mut first);
    exact.append(&mut rest);
    exact.truncate(limit);
    if let (ListKind::Products, Some(client)) = (kind, client) {
        set_paid(connection, client, &mut exact)?;
    }
    Ok(exact)
}

/// Tells of each product what the client paid for one last, in the base currency. Its purchases are one range of the table.
fn set_paid(connection: &Connection, client: ClientId, products: &mut [Candidate]) -> Result<(), Error> {
    let mut wanted: HashMap<i64, &mut Candidate> =
        products.iter_mut().map(|product| (product.id, product)).collect();
    let base = settings::currency(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT l.product_id, l.price_micros FROM sale_line l JOIN sale d ON d.id = l.sale_id
         WHERE l.client_id = ?1 AND l.product_id IS NOT NULL AND d.kind = 'sale' AND d.currency = ?2
         ORDER BY l.day DESC, l.sale_id DESC, l.position DESC",
    )?;
    let mut rows = statement.query(rusqlite::params![client.0, base.code()])?;
    while !wanted.is_empty() {
        let Some(row) = rows.next()? else { break };
        if let Some(product) = wanted.remove(&row.get::<_, i64>(0)?) {
            product.paid_micros = Some(row.get(1)?);
        }
    }
    Ok(())
}

/// At most `limit` tags that hold the text: those that begin with it first, those of more clients before those of fewer.
/// The detail says of how many.
pub fn tags(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Candidate>, Error> {
    let wanted = fold(text);
    let mut statement = connection.prepare_cached(
        "SELECT t.id, t.name, t.key, count(*) FROM tag t JOIN client_tag g ON g.tag_id = t.id
         GROUP BY t.id ORDER BY count(*) DESC, t.key",
    )?;
    let mut rows = statement.query([])?;
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let key = row.get_ref(2)?.as_str().unwrap_or_default();
        let into = match key.find(wanted.trim()) {
            Some(0) => &mut first,
            Some(_) => &mut rest,
            None => continue,
        };
        let detail = row.get::<_, i64>(3)?.to_string();
        into.push(Candidate { id: row.get(0)?, label: row.get(1)?, detail, ..Candidate::default() });
    }
    first.append(&mut rest);
    first.truncate(limit);
    Ok(first)
}
