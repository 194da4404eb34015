//! One field of many rows: telling what a change would do, doing it, taking it back and bringing it back, each with the
//! most memory that the program held by then.
//!
//! `cargo bench --bench bulk [-- CLIENTS …]`, 100,000 clients unless it says otherwise.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use cartera::domain::bulk::{Change, ClientChange, ManyEdit};
use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::ids::SalespersonId;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::{Session, Store};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// 2026-11-24.
const TODAY: Day = Day(20_781);

fn main() {
    // `cargo bench` adds flags of its own.
    let sizes: Vec<i64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100_000] } else { sizes };
    for clients in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        measure(&build(folder.path(), clients), clients);
    }
}

fn session() -> Session {
    Session { today: TODAY, author: "nobody".into(), now_ms: || 1_795_510_800_000, currency: Currency::EUR }
}

fn build(folder: &Path, clients: i64) -> PathBuf {
    let database = folder.join("portfolio.db");
    drop(Store::open(&database, session()).expect("a new portfolio"));
    let connection = rusqlite::Connection::open(&database).expect("the portfolio");
    let sql = format!(
        "BEGIN;
         INSERT INTO salesperson (name, code, search_key, sort_key)
            VALUES ('Ana', 'A', 'ana', 'ana'), ('Luis', 'L', 'luis', 'luis');
         INSERT INTO client (name, code, city, owner_id, stage, created_day, search_key, sort_key)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {clients})
            SELECT 'Cliente ' || i, 'C' || i, 'Ciudad ' || (i % 53), 1, 'client', {0} - 800,
                   'cliente ' || i || ' c' || i || ' ciudad ' || (i % 53), 'cliente ' || i FROM n;
         COMMIT;",
        TODAY.0
    );
    connection.execute_batch(&sql).expect("the clients");
    database
}

fn measure(database: &Path, clients: i64) {
    let mut store = Store::open(database, session()).expect("the portfolio");
    let query = ListQuery::all(ListKind::Clients);
    let listed = ask(&mut store, Request::List { ticket: Ticket(1), query });
    let Reply::Listed { ids, .. } = listed else { return println!("{listed:?}") };
    println!("{clients} clients, listed; {} MB", memory());
    let changes = [
        ("owner", Change::Client(ClientChange::Owner(Some(SalespersonId(2))))),
        ("tag", Change::Client(ClientChange::AddTags(vec!["vip".into()]))),
    ];
    for (what, change) in changes {
        let edit = ManyEdit { ids: Arc::clone(&ids), change, field: "owner".into(), value: "Luis".into() };
        let edit = Arc::new(edit);
        let request = Request::PreviewMany { ticket: Ticket(2), edit: Arc::clone(&edit) };
        let told = timed(&mut store, &format!("{what}: told"), request);
        let Reply::PreviewedMany { preview, .. } = told else { return println!("{told:?}") };
        let seal = preview.seal;
        timed(&mut store, &format!("{what}: done"), Request::EditMany { edit, seal });
        timed(&mut store, &format!("{what}: undone"), Request::Undo);
        timed(&mut store, &format!("{what}: redone"), Request::Redo);
    }
}

fn timed(store: &mut Store, what: &str, request: Request) -> Reply {
    let begun = Instant::now();
    let reply = ask(store, request);
    if let Reply::Failed { error, .. } = &reply {
        println!("{what} failed: {error}");
    }
    println!("{what:<16} {:>6} ms, {} MB", begun.elapsed().as_millis(), memory());
    reply
}

fn ask(store: &mut Store, request: Request) -> Reply {
    let mut last = None;
    store.answer(request, &mut |reply| last = Some(reply));
    last.expect("every request is answered")
}

/// The most that the program held so far, as the system counts it; 0 where it does not say.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1_000
}
