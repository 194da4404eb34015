//! Today: whom to contact, over many clients; cold (a file just opened, whose columns are not in memory yet), warm, and after
//! a write, each beside the raw SQLite scan of the same columns in the same run.
//!
//! `cargo bench --bench today [-- CLIENTS …]`, 10,000 and 1,000,000 clients unless it says otherwise. The clients are written
//! by SQL: what is measured is reading them.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::ids::ClientId;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::{Session, Store};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// 2026-11-24.
const TODAY: Day = Day(20_781);

fn main() {
    // `cargo bench` adds flags of its own.
    let sizes: Vec<i64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 1_000_000] } else { sizes };
    for clients in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = build(folder.path(), clients);
        let bytes = std::fs::metadata(&database).expect("the database").len();
        println!("{clients} clients, {} MB on disk", bytes / 1_000_000);
        measure(&database, if clients > 100_000 { 5 } else { 30 });
    }
}

fn session() -> Session {
    Session { today: TODAY, author: "nobody".into(), now_ms: || 1_795_510_800_000, currency: Currency::EUR }
}

/// The portfolio: a third never contacted, two thirds touched in the last two years, a tenth with a follow-up, a launch.
fn build(folder: &Path, clients: i64) -> PathBuf {
    let database = folder.join("portfolio.db");
    drop(Store::open(&database, session()).expect("a new portfolio"));
    let connection = rusqlite::Connection::open(&database).expect("the portfolio");
    let (count, today) = (clients, TODAY.0);
    let sql = format!(
        "BEGIN;
         INSERT INTO salesperson (name, code, touches_per_week, search_key, sort_key)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
            SELECT 'Vendedor ' || i, 'V' || i, 40, 'vendedor ' || i, 'vendedor ' || i FROM n;
         INSERT INTO client (name, code, city, phone, email, owner_id, stage, created_day, search_key, sort_key)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
            SELECT 'Cliente ' || (i * 7919 % {count}), 'C' || i, 'Ciudad ' || (i % 53), '600' || i, 'c' || i || '@x.example',
                   1 + i % 20, 'client', {today} - 800, 'cliente ' || (i * 7919 % {count}) || ' c' || i || ' ciudad ' || (i % 53),
                   'cliente ' || (i * 7919 % {count}) FROM n;
         INSERT INTO contact (client_id, name, role, main, search_key, sort_key)
            SELECT id, 'Ana ' || id, 'purchasing', 1, 'ana ' || id, 'ana ' || id FROM client;
         INSERT INTO follow_up (client_id, salesperson_id, due_day, kind, title, created_day)
            SELECT id, owner_id, {today} - 20 + id % 60, 'call', 'Llamar', {today} - 90 FROM client WHERE id % 10 = 0;
         INSERT INTO client_fact (client_id, stars, rated_day, rate_minor, activity_ppm, earned_minor, purchase_days, first_buy,
                last_buy, gap_millidays, overdue_milli, traded, confidence, value_minor, sales_year, last_visit, last_touch,
                next_due)
            SELECT id, id % 6, {today}, id * 7919 % 5000000, 900000, id * 7919 % 5000000, 5, {today} - 700, {today} - id % 200,
                   30000, 1000, 1, 0, id * 7919 % 5000000, id * 7919 % 4000000,
                   iif(id % 3 = 0, NULL, {today} - id % 701), iif(id % 3 = 0, NULL, {today} - id % 401),
                   iif(id % 10 = 0, {today} - 20 + id % 60, NULL) FROM client;
         INSERT INTO product (name, launched_on, search_key, sort_key) VALUES ('Nuevo', {today} - 20, 'nuevo', 'nuevo');
         INSERT INTO offer (client_id, product_id, day) SELECT id, 1, {today} - 5 FROM client WHERE id % 50 = 0;
         INSERT OR REPLACE INTO setting (key, value) VALUES ('facts_day', '{today}');
         COMMIT; PRAGMA wal_checkpoint(TRUNCATE);"
    );
    connection.execute_batch(&sql).expect("the clients");
    database
}

fn measure(database: &Path, times: usize) {
    let mut raw_cold = Samples::default();
    let mut cold = Samples::default();
    let mut first = Samples::default();
    for _ in 0..times.min(5) {
        forget(database);
        raw_cold.time(|| raw(&rusqlite::Connection::open(database).expect("the portfolio")));
        forget(database);
        let started = Instant::now();
        let mut store = Store::open(database, session()).expect("the portfolio");
        let mut shown = None;
        store.answer(list(ListKind::Today), &mut |_reply| {
            shown.get_or_insert_with(|| started.elapsed());
        });
        first.0.push(shown.expect("an answer"));
        cold.0.push(started.elapsed());
    }
    let connection = rusqlite::Connection::open(database).expect("the portfolio");
    let mut raw_warm = Samples::default();
    for _ in 0..times {
        raw_warm.time(|| raw(&connection));
    }
    let mut store = Store::open(database, session()).expect("the portfolio");
    let before = memory_kb();
    let due = ids(&mut store, ListKind::Today);
    let memory = memory_kb().saturating_sub(before);
    let (mut warm, mut by_city, mut page, mut logged) =
        (Samples::default(), Samples::default(), Samples::default(), Samples::default());
    for place in 0..times {
        warm.time(|| assert_eq!(ids(&mut store, ListKind::Today).len(), due.len()));
        by_city.time(|| assert_eq!(ids(&mut store, ListKind::TodayByCity).len(), due.len()));
        let window = due.get(..80.min(due.len())).unwrap_or_default().to_vec();
        page.time(|| {
            let request = Request::Rows { ticket: Ticket(1), kind: ListKind::Today, ids: window };
            let Some(Reply::RowsLoaded { rows: Rows::Today(rows), .. }) = last(&mut store, request) else {
                unreachable!("rows were asked for")
            };
            assert!(rows.iter().all(|row| !row.reasons.is_empty()), "each has its reason");
        });
        let client = ClientId(due.get(place).copied().unwrap_or(1));
        let saved = last(&mut store, Request::PutOff { client, to: TODAY.plus(7) });
        assert!(matches!(saved, Some(Reply::Saved { .. })), "{saved:?}");
        logged.time(|| ids(&mut store, ListKind::Today));
        last(&mut store, Request::Undo);
    }
    println!("  {} of them are due; memory {} MB", due.len(), memory / 1_000);
    println!("  cold, opened and listed: {cold}; its first rows: {first}; raw scan: {raw_cold}");
    println!("  warm: {warm}; by city: {by_city}; after a write: {logged}; raw scan: {raw_warm}");
    println!("  80 rows with all their reasons: {page}");
}

/// What Today goes by, read and added up by SQLite alone.
fn raw(connection: &rusqlite::Connection) -> i64 {
    connection
        .query_row(
            "SELECT sum(coalesce(f.rate_minor, 0) + coalesce(f.last_touch, 0) + coalesce(f.last_visit, 0)
                 + coalesce(f.last_buy, 0) + coalesce(f.gap_millidays, 0) + coalesce(f.next_due, 0) + coalesce(f.stars, 0)
                 + c.owner_id + c.created_day + c.do_not_contact + c.they_call + c.put_offs)
             FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL",
            [],
            |row| row.get(0),
        )
        .expect("the scan")
}

/// Takes the file out of the system's memory, where that is allowed.
fn forget(database: &Path) {
    let file = std::fs::File::open(database).expect("the portfolio");
    file.sync_all().expect("its pages on the disk");
    let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
}

fn list(kind: ListKind) -> Request {
    Request::List { ticket: Ticket(1), query: ListQuery::all(kind) }
}

fn ids(store: &mut Store, kind: ListKind) -> Vec<i64> {
    match last(store, list(kind)) {
        Some(Reply::Listed { ids, complete: true, .. }) => ids.to_vec(),
        other => unreachable!("a list was asked for: {other:?}"),
    }
}

fn last(store: &mut Store, request: Request) -> Option<Reply> {
    let mut last = None;
    store.answer(request, &mut |reply| last = Some(reply));
    last
}

fn memory_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Times of the same thing.
#[derive(Default)]
struct Samples(Vec<Duration>);

impl Samples {
    fn time<T>(&mut self, work: impl FnOnce() -> T) {
        let started = Instant::now();
        std::hint::black_box(work());
        self.0.push(started.elapsed());
    }
}

impl std::fmt::Display for Samples {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let middle = sorted.get(sorted.len() / 2).map_or(0.0, Duration::as_secs_f64);
        let worst = sorted.last().map_or(0.0, Duration::as_secs_f64);
        write!(formatter, "p50 {:.1} ms, worst {:.1} ms", middle * 1_000.0, worst * 1_000.0)
    }
}
