//! Many rows at once, key by key in a real terminal: what was done to all of them, one key takes back.

use crate::journal::request::{ids, opened_client};
use crate::repository::{ask, session};
use crate::support::pty::{Start, Terminal, folder};
use cartera::domain::client::ClientDraft;
use cartera::domain::ids::{ClientId, SalespersonId};
use cartera::domain::kinds::SalespersonRole;
use cartera::domain::list::ListKind;
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::{RecordId, Reply, Request};
use cartera::repository::store::Store;
use std::path::{Path, PathBuf};

/// Two clients of Lima and one of Vigo, all of Ana's; the list of clients of the program on it.
fn started() -> (tempfile::TempDir, PathBuf, Terminal) {
    let (folder, database) = folder();
    let mut store = Store::open(&database, session()).unwrap();
    let ana = SalespersonDraft {
        id: None,
        rev: 0,
        code: String::new(),
        name: "Ana".into(),
        email: String::new(),
        role: SalespersonRole::Seller,
        reports_to: None,
        stars_from: 0,
        stars_to: 5,
        touches_per_week: None,
        active: true,
    };
    let Reply::Saved { record: Some(RecordId::Salesperson(ana)), .. } =
        ask(&mut store, Request::SaveSalesperson(ana))
    else {
        panic!("Ana is saved")
    };
    for (name, city) in [("Alfa", "Lima"), ("Beta", "Lima"), ("Gamma", "Vigo")] {
        let draft =
            ClientDraft { name: name.into(), city: city.into(), owner: Some(ana), ..ClientDraft::default() };
        assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(draft))), Reply::Saved { .. }));
    }
    drop(store);
    let mut terminal = Start::cartera(&database).env("CARTERA_TODAY", "2026-11-24").run();
    terminal.wait_for_start();
    terminal.send("2");
    terminal.wait_for_text("Clients  3");
    terminal.settle();
    (folder, database, terminal)
}

/// Who has each client, as the database holds it.
fn owners(database: &Path) -> Vec<Option<SalespersonId>> {
    let mut store = Store::open(database, session()).unwrap();
    let clients = ids(&mut store, ListKind::Clients);
    clients.into_iter().map(|id| opened_client(&mut store, ClientId(id)).owner).collect()
}

fn entries(database: &Path) -> usize {
    ids(&mut Store::open(database, session()).unwrap(), ListKind::Activity).len()
}

#[test]
fn the_salesperson_of_all_that_a_filter_finds_is_changed_and_changed_back() {
    let (_folder, database, mut terminal) = started();
    let before = owners(&database);
    assert!(before.iter().all(Option::is_some), "{before:?}");
    terminal.send("/city:lima\r");
    terminal.wait_for_text("Clients  2");
    // Everything at once, as whoever knows the way types it.
    terminal.send("ABowner\r\r");
    terminal.wait_for_text("2 change");
    assert_eq!(owners(&database), before, "looking changes nothing");
    terminal.send("\r");
    terminal.wait_for_text("Changed: Salesperson emptied in 2 rows");
    assert_eq!(owners(&database), [None, None, before[2]]);
    terminal.send("u");
    terminal.wait_for_text("Undone:");
    assert_eq!(owners(&database), before);
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn one_line_is_logged_for_both_marked_clients_and_taken_back_from_both() {
    let (_folder, database, mut terminal) = started();
    terminal.send("  ");
    terminal.wait_for_text("2 marked");
    terminal.send("vCatalogue left\r");
    terminal.wait_for_text("log the same for 2 clients?");
    assert_eq!(entries(&database), 0);
    terminal.send("y");
    terminal.wait_for_text("u undoes it");
    assert_eq!(entries(&database), 2);
    terminal.send("u");
    terminal.wait_for_text("Undone:");
    assert_eq!(entries(&database), 0);
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}
