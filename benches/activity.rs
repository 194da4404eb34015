//! What was done: its list, a page of it, a search, and the totals of a quarter, over many interactions, each beside the raw
//! SQLite scan of the same rows in the same run.
//!
//! `cargo bench --bench activity [-- INTERACTIONS …]`, 1,000,000 unless it says otherwise, over three years of 10,000
//! clients. They are written by SQL: what is measured is reading them.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::{Session, Store};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// 2026-11-24.
const TODAY: Day = Day(20_781);

fn main() {
    // `cargo bench` adds flags of its own.
    let sizes: Vec<i64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000_000] } else { sizes };
    for interactions in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = build(folder.path(), interactions);
        let bytes = std::fs::metadata(&database).expect("the database").len();
        println!("{interactions} interactions, {} MB on disk", bytes / 1_000_000);
        measure(&database);
    }
}

fn session() -> Session {
    Session { today: TODAY, author: "nobody".into(), now_ms: || 1_795_510_800_000, currency: Currency::EUR }
}

fn build(folder: &Path, interactions: i64) -> PathBuf {
    let database = folder.join("portfolio.db");
    drop(Store::open(&database, session()).expect("a new portfolio"));
    let connection = rusqlite::Connection::open(&database).expect("the portfolio");
    let today = TODAY.0;
    let sql = format!(
        "BEGIN;
         INSERT INTO salesperson (name, code, touches_per_week, search_key, sort_key)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
            SELECT 'Vendedor ' || i, 'V' || i, 40, 'vendedor ' || i, 'vendedor ' || i FROM n;
         INSERT INTO client (name, code, owner_id, stage, created_day, search_key, sort_key)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
            SELECT 'Cliente ' || i, 'C' || i, 1 + i % 20, 'client', {today} - 1100, 'cliente ' || i, 'cliente ' || i FROM n;
         INSERT INTO interaction (client_id, salesperson_id, kind, day, minutes, outcome, text, recorded_at)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {interactions})
            SELECT 1 + i * 7919 % 10000, 1 + i % 20,
                CASE i % 7 WHEN 0 THEN 'visit' WHEN 1 THEN 'call' WHEN 2 THEN 'email' WHEN 3 THEN 'message'
                           WHEN 4 THEN 'meeting' WHEN 5 THEN 'note' ELSE 'call' END,
                {today} - i * 31 % 1095, 20, 'good', 'Pide presupuesto de ' || i, 0 FROM n;
         INSERT OR REPLACE INTO setting (key, value) VALUES ('facts_day', '{today}');
         COMMIT; PRAGMA wal_checkpoint(TRUNCATE);"
    );
    connection.execute_batch(&sql).expect("the interactions");
    database
}

fn measure(database: &Path) {
    let mut store = Store::open(database, session()).expect("the portfolio");
    // The index of the clients is read with the first list; it is no part of this.
    list(&mut store, &ListQuery::all(ListKind::Clients));
    let all = ListQuery::all(ListKind::Activity);
    let ids = list(&mut store, &all).0;
    let page = ids.get(..40.min(ids.len())).unwrap_or_default().to_vec();
    let raw = rusqlite::Connection::open(database).expect("the portfolio");
    let rows = |sql: &str| {
        let mut statement = raw.prepare(sql).expect("SQL");
        let mut rows = statement.raw_query();
        let begun = Instant::now();
        while rows.next().expect("a row").is_some() {}
        begun.elapsed()
    };
    report("list, newest first", times(|| list(&mut store, &all).1));
    report(
        "  raw: keys in that order",
        times(|| rows("SELECT id FROM interaction ORDER BY day DESC, id DESC")),
    );
    report("a page of rows", times(|| page_of(&mut store, &page)));
    let search = ListQuery { search: "presupuesto 77".into(), ..all.clone() };
    report("a search in all of them", times(|| list(&mut store, &search).1));
    report(
        "  raw: their texts",
        times(|| rows("SELECT id, client_id, text FROM interaction ORDER BY day DESC, id DESC")),
    );
    let totals = ListQuery::all(ListKind::Totals);
    report("totals of 13 weeks", times(|| list(&mut store, &totals).1));
    let quarter = TODAY.0 - 91;
    let sql = format!(
        "SELECT day, salesperson_id, kind, client_id FROM interaction WHERE day > {quarter} ORDER BY day"
    );
    report("  raw: those rows", times(|| rows(&sql)));
}

fn times(mut once: impl FnMut() -> Duration) -> Vec<Duration> {
    (0..10).map(|_| once()).collect()
}

fn list(store: &mut Store, query: &ListQuery) -> (Vec<i64>, Duration) {
    let begun = Instant::now();
    let mut found = Vec::new();
    store.answer(Request::List { ticket: Ticket(1), query: query.clone() }, &mut |reply| {
        if let Reply::Listed { ids, complete: true, .. } = reply {
            found = ids.to_vec();
        }
    });
    (found, begun.elapsed())
}

fn page_of(store: &mut Store, ids: &[i64]) -> Duration {
    let begun = Instant::now();
    let request = Request::Rows { ticket: Ticket(1), kind: ListKind::Activity, ids: ids.to_vec() };
    store.answer(request, &mut |reply| drop(reply));
    begun.elapsed()
}

fn report(what: &str, mut samples: Vec<Duration>) {
    samples.sort_unstable();
    let at = |part: usize| samples.get(part).copied().unwrap_or_default().as_secs_f64() * 1e3;
    println!("{what:32} p50 {:8.1} ms   max {:8.1} ms", at(samples.len() / 2), at(samples.len() - 1));
}
