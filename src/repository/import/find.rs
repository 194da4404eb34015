//! Which row of the database a row of a file is about.

use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, SaleId, SalespersonId};
use crate::domain::kinds::SaleKind;
use crate::repository::error::Error;
use crate::text::fold::{fold, sort_key};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

// Only with `<> ''` can the indexes of the codes that are not empty answer.
const CLIENT_BY_CODE: &str = "SELECT id FROM client WHERE code = ?1 AND code <> ''";
const PRODUCT_BY_CODE: &str = "SELECT id FROM product WHERE sku = ?1 AND sku <> ''";
const SALESPERSON_BY_CODE: &str = "SELECT id FROM salesperson WHERE code = ?1 AND code <> ''";

/// What a search by code, else by name, found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    One(i64),
    None,
    /// Several have the name and nothing tells them apart.
    Several,
}

/// A row that has the name looked for.
struct Namesake {
    id: i64,
    code: String,
    city: String,
}

fn namesake(row: &Row<'_>) -> rusqlite::Result<Namesake> {
    Ok(Namesake { id: row.get(0)?, code: row.get(1)?, city: row.get(2)? })
}

/// The client with this code; else the one with this name that has no other code, in this city when both say one.
pub fn client(connection: &Connection, code: &str, name: &str, city: &str) -> Result<Found, Error> {
    let by_name = "SELECT id, code, city FROM client WHERE sort_key = ?1 ORDER BY id";
    search(connection, CLIENT_BY_CODE, by_name, code, name, city)
}

pub fn product(connection: &Connection, sku: &str, name: &str) -> Result<Found, Error> {
    let by_name = "SELECT id, sku, '' FROM product WHERE sort_key = ?1 ORDER BY id";
    search(connection, PRODUCT_BY_CODE, by_name, sku, name, "")
}

pub fn salesperson(connection: &Connection, code: &str, name: &str) -> Result<Found, Error> {
    let by_name = "SELECT id, code, '' FROM salesperson WHERE sort_key = ?1 ORDER BY id";
    search(connection, SALESPERSON_BY_CODE, by_name, code, name, "")
}

fn search(
    connection: &Connection,
    by_code: &str,
    by_name: &str,
    code: &str,
    name: &str,
    city: &str,
) -> Result<Found, Error> {
    if !code.is_empty() {
        let found = connection.prepare_cached(by_code)?.query_row([code], |row| row.get(0)).optional()?;
        if let Some(id) = found {
            return Ok(Found::One(id));
        }
    }
    if name.is_empty() {
        return Ok(Found::None);
    }
    let namesakes: Vec<Namesake> = connection
        .prepare_cached(by_name)?
        .query_map([sort_key(name)], namesake)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(among(namesakes, code, city))
}

/// Which of the namesakes is meant. A code in the file settles it or makes a new row; without one, several are too many.
fn among(mut namesakes: Vec<Namesake>, code: &str, city: &str) -> Found {
    if !code.is_empty() {
        namesakes.retain(|it| it.code.is_empty() || it.code.eq_ignore_ascii_case(code));
    }
    if !city.is_empty() {
        let city = fold(city);
        let here = namesakes.iter().any(|it| fold(&it.city) == city);
        namesakes.retain(|it| if here { fold(&it.city) == city } else { it.city.is_empty() });
    }
    match namesakes.as_slice() {
        [] => Found::None,
        [one] => Found::One(one.id),
        [..] if !code.is_empty() => Found::None,
        [..] => Found::Several,
    }
}

/// The client's contact with this name.
pub fn contact(connection: &Connection, client: ClientId, name: &str) -> Result<Option<ContactId>, Error> {
    Ok(connection
        .prepare_cached("SELECT id FROM contact WHERE client_id = ?1 AND sort_key = ?2 ORDER BY id LIMIT 1")?
        .query_row(params![client.0, sort_key(name)], |row| row.get(0))
        .optional()?
        .map(ContactId))
}

/// Has the client a main contact?
pub fn has_main(connection: &Connection, client: ClientId) -> Result<bool, Error> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM contact WHERE client_id = ?1 AND main = 1)")?
        .query_row([client.0], |row| row.get(0))?)
}

/// A document that a sale of the file may be.
#[derive(Debug, Clone, Copy)]
pub struct Document {
    pub id: SaleId,
    pub day: Day,
    pub contact: Option<ContactId>,
    pub salesperson: Option<SalespersonId>,
    /// Brought in by a file rather than typed.
    pub imported: bool,
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: SaleId(row.get(0)?),
        day: Day(row.get(1)?),
        contact: row.get::<_, Option<i64>>(2)?.map(ContactId),
        salesperson: row.get::<_, Option<i64>>(3)?.map(SalespersonId),
        imported: row.get(4)?,
    })
}

/// The client's documents with this number.
pub fn numbered(
    connection: &Connection,
    client: ClientId,
    number: &str,
    kind: SaleKind,
) -> Result<Vec<Document>, Error> {
    Ok(connection
        .prepare_cached(
            "SELECT id, day, contact_id, salesperson_id, batch_id IS NOT NULL FROM sale
             WHERE number = :number AND number <> '' AND client_id = :client AND kind = :kind ORDER BY id",
        )?
        .query_map(named_params! { ":number": number, ":client": client.0, ":kind": kind.word() }, document)?
        .collect::<rusqlite::Result<_>>()?)
}

/// The client's documents of the day that have no number.
pub fn unnumbered(
    connection: &Connection,
    client: ClientId,
    day: Day,
    kind: SaleKind,
) -> Result<Vec<Document>, Error> {
    Ok(connection
        .prepare_cached(
            "SELECT id, day, contact_id, salesperson_id, batch_id IS NOT NULL FROM sale
             WHERE client_id = :client AND day = :day AND number = '' AND kind = :kind ORDER BY id",
        )?
        .query_map(named_params! { ":client": client.0, ":day": day.0, ":kind": kind.word() }, document)?
        .collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::{clients, open, products, salespeople};

    #[test]
    fn a_code_is_found_by_its_index() {
        let connection = open::open_in_memory().unwrap();
        for sql in [
            CLIENT_BY_CODE,
            PRODUCT_BY_CODE,
            SALESPERSON_BY_CODE,
            clients::TAKEN,
            products::TAKEN,
            salespeople::TAKEN,
        ] {
            let plan: String = connection
                .query_row(
                    &format!("EXPLAIN QUERY PLAN {sql}"),
                    rusqlite::params_from_iter(vec![""; sql.matches('?').count()]),
                    |row| row.get(3),
                )
                .unwrap();
            assert!(plan.starts_with("SEARCH") && plan.contains("INDEX"), "{sql}: {plan}");
        }
    }
}
