//! The statements of conditions go by the indexes.

use super::clients::pieces;
use super::counted::piece;
use super::custom::VALUES;
use crate::filter::Field;
use crate::repository::index::Ledger;
use crate::repository::open;
use rusqlite::Connection;

const FIELDS: [Field; 15] = [
    Field::Name,
    Field::City,
    Field::Region,
    Field::Country,
    Field::Postcode,
    Field::Sector,
    Field::Source,
    Field::Stage,
    Field::Code,
    Field::Tax,
    Field::Contact,
    Field::Role,
    Field::Email,
    Field::Phone,
    Field::Tag,
];

fn plan(connection: &Connection, sql: &str) -> String {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut rows = statement.raw_query();
    let mut plan = String::new();
    while let Some(row) = rows.next().unwrap() {
        plan += &row.get::<_, String>(3).unwrap();
        plan.push('\n');
    }
    plan
}

/// What is gone through from its beginning: but for the keys that are given, and the few returns.
fn scans(plan: &str) -> Vec<&str> {
    let is_few = |it: &str| it.contains("json_each") || it.contains("COVERING INDEX sale_return");
    plan.lines().filter(|it| it.contains("SCAN") && !is_few(it)).collect()
}

#[test]
fn what_is_read_ahead_is_read_in_the_order_in_which_it_is_stored() {
    let connection = open::open_in_memory().unwrap();
    let ledgers = [Ledger::Sales, Ledger::Done, Ledger::Offers, Ledger::Bought].map(piece);
    let texts = FIELDS.iter().filter_map(|field| pieces(*field)).flat_map(|(pieces, _)| pieces);
    for piece in ledgers.into_iter().chain(texts) {
        let sql = format!("{} AND {key} > ?1 AND {key} <= ?2", piece.select, key = piece.key);
        let plan = plan(&connection, &sql);
        assert!(plan.starts_with("SEARCH") && plan.contains('>'), "{sql}: {plan}");
        assert!(scans(&plan).is_empty(), "{sql}: {plan}");
    }
}

/// After a write only those of whom something was written are read again, and found by an index.
#[test]
fn what_is_read_of_some_clients_is_found_by_them() {
    let connection = open::open_in_memory().unwrap();
    let ledgers = [Ledger::Sales, Ledger::Done, Ledger::Offers, Ledger::Bought].map(piece);
    let texts = FIELDS.iter().filter_map(|field| pieces(*field)).flat_map(|(pieces, _)| pieces);
    for piece in ledgers.into_iter().chain(texts) {
        let sql = format!("{} AND {} IN (SELECT value FROM json_each(?1))", piece.select, piece.client);
        let plan = plan(&connection, &sql);
        assert!(scans(&plan).is_empty(), "{sql}: {plan}");
        assert!(plan.contains("=?)"), "{sql}: {plan}");
    }
}

#[test]
fn the_values_of_a_field_that_users_defined_are_found_by_its_key() {
    let connection = open::open_in_memory().unwrap();
    let plan = plan(&connection, VALUES);
    assert!(plan.contains("SEARCH custom_value USING PRIMARY KEY (field_id=?)"), "{plan}");
}
