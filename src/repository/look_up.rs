//! Proposals for a field that names another row: names that begin with the text first, then those that hold it.

use super::error::Error;
use super::index::ClientIndex;
use super::request::Candidate;
use crate::domain::ids::ClientId;
use crate::domain::list::ListKind;
use crate::text::fold::fold;
use rusqlite::{Connection, named_params};

/// At most `limit` clients whose name, code, city and contacts hold every word, from the index.
fn clients(
    connection: &Connection,
    index: &ClientIndex,
    text: &str,
    limit: usize,
) -> Result<Vec<Candidate>, Error> {
    let ids = index.propose(text, limit);
    let mut statement = connection.prepare_cached("SELECT name, city FROM client WHERE id = ?1")?;
    let candidate = |id: i64| {
        statement.query_row([id], |row| {
            Ok(Candidate { id, label: row.get(0)?, detail: row.get(1)?, price_micros: None })
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
        ListKind::Sales => (
            "SELECT d.id, d.number, c.name, NULL, lower(d.number) AS search_key
             FROM sale d JOIN client c ON c.id = d.client_id WHERE (:client IS NULL OR d.client_id = :client)",
            "d.id",
        ),
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
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let haystack = row.get_ref(4)?.as_str().unwrap_or_default();
        if !words.iter().all(|word| haystack.contains(word)) {
            continue;
        }
        let into = if haystack.starts_with(&wanted) { &mut first } else { &mut rest };
        if into.len() < limit {
            into.push(Candidate {
                id: row.get(0)?,
                label: row.get(1)?,
                detail: row.get(2)?,
                price_micros: row.get(3)?,
            });
        }
        if first.len() >= limit {
            break;
        }
    }
    first.append(&mut rest);
    first.truncate(limit);
    Ok(first)
}
