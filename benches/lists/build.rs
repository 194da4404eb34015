//! The portfolio that is listed: written by SQL, always the same, kept in the system's folder for temporary files.

use super::{CLIENTS, LINES, TODAY, session};
use cartera::domain::custom::CustomFieldDraft;
use cartera::domain::kinds::{CustomEntity, CustomKind};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::Store;
use std::path::{Path, PathBuf};

/// Grows with what is written here: an older file is not this portfolio.
const EDITION: u32 = 3;

/// Where the portfolio is, or is to be.
pub fn place() -> PathBuf {
    std::env::temp_dir().join(format!("cartera-bench-lists-{EDITION}-{CLIENTS}-{LINES}.db"))
}

/// Makes it.
pub fn build(to: &Path) {
    let draft = to.with_extension("draft");
    let _ = std::fs::remove_file(&draft);
    drop(Store::open(&draft, session()).expect("a new portfolio"));
    let connection = rusqlite::Connection::open(&draft).expect("the portfolio");
    connection.execute_batch(&sql()).expect("the rows");
    drop(connection);
    let mut store = Store::open(&draft, session()).expect("the portfolio");
    for request in [
        Request::PublishRatings { recalibrate: true },
        Request::List { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients) },
    ] {
        store.answer(request, &mut |reply| assert!(!matches!(reply, Reply::Failed { .. }), "{reply:?}"));
    }
    drop(store);
    let connection = rusqlite::Connection::open(&draft).expect("the portfolio");
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").expect("its log written back");
    drop(connection);
    std::fs::rename(&draft, to).expect("the portfolio in its place");
}

/// Two fields of one's own, in which nearly every client has something; in the copy that is listed.
pub fn define_fields(copy: &Path) {
    let mut store = Store::open(copy, session()).expect("the portfolio");
    for (label, kind) in [("Zone", CustomKind::Text), ("Weight", CustomKind::Number)] {
        let draft = CustomFieldDraft {
            id: None,
            rev: 0,
            entity: CustomEntity::Client,
            label: label.to_owned(),
            kind,
            choices: Vec::new(),
        };
        store.answer(Request::SaveCustomField(draft), &mut |reply| {
            assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        });
    }
    drop(store);
    let sql = "INSERT INTO custom_value (field_id, row_id, text_value, int_value)
        SELECT f.id, c.id, CASE f.key WHEN 'zone' THEN 'Zone ' || (c.id % 1000) END,
               CASE f.key WHEN 'weight' THEN c.id * 7 % 1000000 END
        FROM custom_field f JOIN client c ON c.id % 10 > 0";
    rusqlite::Connection::open(copy).expect("the portfolio").execute_batch(sql).expect("the values");
}

/// A few clients buy much, each of some products again and again; a third were never visited.
fn sql() -> String {
    let (today, clients, sales) = (TODAY.0, CLIENTS, LINES / 4);
    let count =
        |to: i64| format!("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {to})");
    let pick = |from: &[&str], by: &str| {
        let cases = from
            .iter()
            .enumerate()
            .fold(String::new(), |sql, (at, word)| sql + " WHEN " + &at.to_string() + " THEN '" + word + "'");
        format!("CASE {by} % {} {cases} END", from.len())
    };
    let trade = pick(&["Ferreteria", "Panaderia", "Taller", "Hotel", "Farmacia", "Talleres", "Bodegas"], "i");
    let name = pick(&["Lopez", "Munoz", "Garcia", "del Norte", "Iglesias", "San Jose", "Robles"], "(i * 31)");
    let city = pick(
        &["Madrid", "Sevilla", "Cordoba", "Lima", "Bogota", "Quito", "Valencia", "Las Palmas"],
        "(i * 7)",
    );
    let sector = pick(&["Metal", "Alimentacion", "Hosteleria", "Sanidad"], "i");
    let thing = pick(&["Taladro", "Broca", "Sierra", "Guantes", "Martillo", "Lejia"], "i");
    let said = pick(&["Pide presupuesto", "No contesta", "Quiere una muestra", "Paga a 60 dias"], "i");
    format!(
        "PRAGMA cache_size = -400000; PRAGMA synchronous = OFF; BEGIN;
         INSERT INTO salesperson (name, code, search_key, sort_key)
            {n20} SELECT 'Vendedor ' || i, 'V' || i, 'vendedor ' || i || ' v' || i, 'vendedor ' || i FROM n;
         INSERT INTO family (name, key) VALUES ('Herramienta', 'herramienta'), ('Consumo', 'consumo');
         INSERT INTO product (sku, name, family_id, launched_on, search_key, sort_key)
            {n2000} SELECT 'P' || i, {thing} || ' ' || i, 1 + i % 2, {today} - 2000, lower({thing}) || ' ' || i || ' p' || i,
                lower({thing}) || ' ' || i FROM n;
         INSERT INTO tag (name, key) VALUES ('vip', 'vip'), ('obra', 'obra'), ('feria', 'feria');
         INSERT INTO client (name, code, tax_id, city, region, postcode, country, sector, source, phone, email, owner_id, stage,
                potential_minor, potential_on, created_day, archived_at, search_key, sort_key)
            {all} SELECT {trade} || ' ' || {name} || ' ' || i, 'C' || i, iif(i % 5, 'B' || (10000000 + i - (i % 400 = 2)), ''),
                iif(i % 13, {city}, ''), 'Region ' || (i % 17), 28000 + i % 900, iif(i % 3, 'ES', 'PE'), {sector},
                iif(i % 4, 'feria', ''), iif(i % 6, '600' || (100000 + i), ''), iif(i % 7, 'c' || i || '@x.example', ''),
                iif(i % 11, 1 + i % 20, NULL), iif(i % 9, 'client', 'prospect'), iif(i % 3, i * 7919 % 9000000, NULL),
                iif(i % 3, {today} - 100, NULL), {today} - 30 - i * 17 % 1500, iif(i % 40, NULL, 1),
                lower({trade} || ' ' || {name} || ' ' || i || ' c' || i || ' ' || iif(i % 13, {city}, '')),
                lower({trade} || ' ' || {name} || ' ' || i) FROM n;
         INSERT INTO client_tag SELECT id, 1 + id % 3 FROM client WHERE id % 4 = 0;
         INSERT INTO contact (client_id, name, job_title, role, main, phone, email, search_key, sort_key)
            {contacts} SELECT 1 + i % {clients}, {name} || ', Ana ' || i, iif(i % 3, 'Jefa de compras', ''),
                {role}, i <= {clients}, '910' || i, iif(i % 4, 'k' || i || '@x.example', ''), lower({name} || ', Ana ' || i),
                lower({name} || ', Ana ' || i) FROM n;
         CREATE TEMP TABLE sold AS {n_sales} SELECT i AS id,
                1 + CAST((i * 7919 % 999983) / 999983.0 * (i * 7919 % 999983) / 999983.0 * ({clients} - 1) AS INTEGER) AS client_id,
                {today} - i * 104729 % 1500 AS day FROM n;
         INSERT INTO sale (id, client_id, salesperson_id, day, number, kind, currency, total_minor, base_minor, recorded_at)
            SELECT id, client_id, 1 + client_id % 20, day, 'F' || id, iif(id % 50, 'sale', 'return'), 'EUR',
                iif(id % 50, 1, -1) * (4 * (1000 + id % 9000) + 600), iif(id % 50, 1, -1) * (4 * (1000 + id % 9000) + 600), 0 FROM sold;
         INSERT INTO sale_line (client_id, day, sale_id, position, product_id, quantity_milli, price_micros, amount_minor, base_minor)
            SELECT client_id, day, id, i, 1 + (client_id * 31 + i * 7 + id % 3 * 13) % 2000, 1000, 10000000,
                iif(id % 50, 1, -1) * (1000 + id % 9000 + i * 100), iif(id % 50, 1, -1) * (1000 + id % 9000 + i * 100)
            FROM sold, (SELECT 0 AS i UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) ORDER BY client_id, day, id, i;
         INSERT INTO interaction (client_id, salesperson_id, kind, day, minutes, outcome, text, recorded_at)
            {n_done} SELECT 1 + i * 7919 % {clients} * 2 / 3, 1 + i % 20, {kind}, {today} - i * 31 % 1500, 20, 'good', {said} || ' ' || i, 0
            FROM n;
         INSERT INTO interaction (client_id, salesperson_id, kind, day, minutes, outcome, text, recorded_at)
            {visits} SELECT {clients} - i * 37 % 9000, 1 + i % 20, 'visit', {today} - i % 80, 20, 'ok', {said} || ' ' || i, 0 FROM n;
         INSERT INTO offer (client_id, product_id, salesperson_id, day, answer)
            {offers} SELECT 1 + i * 7 % {clients}, 1 + i % 2000, 1 + i % 20, {today} - i % 700, iif(i % 3, 'rejected', 'pending') FROM n;
         INSERT INTO follow_up (client_id, salesperson_id, due_day, kind, title, state, closed_day, created_day)
            {tasks} SELECT 1 + i * 13 % {clients}, 1 + i % 20, {today} - 40 + i % 90, 'call', {said}, iif(i % 2, 'open', 'done'),
                iif(i % 2, NULL, {today} - 1), {today} - 90 FROM n;
         COMMIT; PRAGMA wal_checkpoint(TRUNCATE);",
        n20 = count(20),
        n2000 = count(2_000),
        all = count(clients),
        contacts = count(clients * 3 / 2),
        n_sales = count(sales),
        n_done = count(clients * 3),
        offers = count(clients / 2),
        tasks = count(clients / 2),
        visits = count(clients / 5),
        role = pick(&["purchasing", "decision", "user", "other"], "(i / 2)"),
        kind = pick(&["visit", "call", "email", "message", "meeting", "note", "call"], "i"),
    )
}
