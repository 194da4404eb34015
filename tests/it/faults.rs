//! What fails under the storage: a writer killed at any moment, a file that cannot be written. What was said to be saved
//! is there; what can be read is shown.

use super::repository::{TODAY, ask, saved, session, visit};
use cartera::domain::client::ClientDraft;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::doctor;
use cartera::repository::request::{RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The portfolio that [`a_writer`] writes to.
const FILE: &str = "CARTERA_TEST_LEDGER";

fn clients(store: &mut Store) -> Vec<i64> {
    match ask(store, Request::List { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients) }) {
        Reply::Listed { ids, .. } => ids.to_vec(),
        other => panic!("{other:?}"),
    }
}

/// Not a test of its own: the process that is killed. It adds clients, each with a visit in an action of its own, and says
/// so when they are saved.
#[test]
#[ignore = "the writer that another test starts and kills"]
fn a_writer() {
    let file = std::env::var_os(FILE).expect("only started by the test that kills it");
    let mut store = Store::open(Path::new(&file), session()).unwrap();
    let mut out = std::io::stdout();
    for number in 0.. {
        let name = format!("{}-{number}", std::process::id());
        let client = ClientDraft { name, ..ClientDraft::default() };
        let RecordId::Client(id) = saved(ask(&mut store, Request::SaveClient(Box::new(client)))) else {
            panic!()
        };
        writeln!(out, "\nclient {}", id.0).unwrap();
        saved(ask(&mut store, visit(id, TODAY, "hola")));
        writeln!(out, "\nvisit {}", id.0).unwrap();
    }
}

#[test]
fn what_was_saved_survives_a_writer_killed_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let mut ledger: Vec<String> = Vec::new();
    for round in 0..12_u64 {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "faults::a_writer", "--ignored", "--nocapture"])
            .env(FILE, &file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        // Once it writes, it is killed at another moment in each round.
        ledger.push(lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("client ")).unwrap());
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_micros(700 + round * 3_700));
            writer.kill().unwrap();
            writer.wait().unwrap();
        });
        ledger
            .extend(lines.map_while(Result::ok).filter(|line| line.contains(' ') && !line.contains("test")));
        killer.join().unwrap();

        let report = doctor::examine(&file).unwrap();
        assert!(report.is_sound(), "{report:?}");
        let mut store = Store::open(&file, session()).unwrap();
        let there = clients(&mut store);
        let told = |what: &str| ledger.iter().filter(|line| line.starts_with(what)).count();
        for line in &ledger {
            let (what, id) = line.split_once(' ').unwrap();
            let id: i64 = id.parse().unwrap();
            assert!(there.contains(&id), "{line} is gone");
            if what == "visit" {
                let Reply::CardLoaded { card, .. } = ask(
                    &mut store,
                    Request::Card { ticket: Ticket(1), client: cartera::domain::ids::ClientId(id) },
                ) else {
                    panic!()
                };
                assert_eq!((card.visits_year, card.row.last_visit), (1, Some(TODAY)), "{line}");
            }
        }
        // At most one action of a round was done and not told.
        let unsaid = there.len() - told("client ");
        assert!(unsaid <= usize::try_from(round).unwrap() + 1, "{unsaid}");
        let kept = store.dump().unwrap();
        store.recompute_facts().unwrap();
        assert_eq!(kept, store.dump().unwrap());
    }
    assert!(ledger.len() > 24, "{}: the writers were killed before they wrote", ledger.len());
}
