//! The statements of conditions go by the indexes.

use super::counted::{BOUGHT, RETURNS, statement};
use super::custom::VALUES;
use crate::filter::Field;
use crate::repository::open;
use rusqlite::Connection;

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

#[test]
fn what_is_counted_in_a_window_is_found_by_its_day() {
    let connection = open::open_in_memory().unwrap();
    for (field, index) in [
        (Field::Sales, "sale_day"),
        (Field::Orders, "sale_day"),
        (Field::Visits, "interaction_day"),
        (Field::Calls, "interaction_day"),
        (Field::Emails, "interaction_day"),
        (Field::Touches, "interaction_day"),
    ] {
        let plan = plan(&connection, statement(field).unwrap());
        assert!(plan.contains(&format!("COVERING INDEX {index} (day>? AND day<?)")), "{field:?}: {plan}");
    }
}

#[test]
fn who_bought_is_read_from_the_index_of_the_products() {
    let connection = open::open_in_memory().unwrap();
    let plan = plan(&connection, BOUGHT);
    assert!(plan.contains("COVERING INDEX sale_line_product (product_id=? AND day>? AND day<?)"), "{plan}");
    assert!(!plan.contains("SCAN"), "{plan}");
    let plan = self::plan(&connection, RETURNS);
    assert!(plan.contains("COVERING INDEX sale_return"), "{plan}");
}

#[test]
fn the_values_of_a_field_that_users_defined_are_found_by_its_key() {
    let connection = open::open_in_memory().unwrap();
    let plan = plan(&connection, VALUES);
    assert!(plan.contains("SEARCH custom_value USING PRIMARY KEY (field_id=?)"), "{plan}");
}
