//! The three entries of the day, key by key in a real terminal: what was shown as saved is there after a kill.

use crate::repository::{ask, session};
use crate::support::product;
use crate::support::pty::KILLED;
use crate::terminal::{portfolio, started};
use cartera::domain::card::{ClientCard, TimelineEvent};
use cartera::domain::ids::ClientId;
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::Store;
use rustix::process::Signal;
use std::path::Path;

/// Types, waits until the screen says it is saved, kills the program; gives the client as it is then.
fn logged(keys: &str, saved: &str, database: &Path) -> Box<ClientCard> {
    let mut terminal = started(database);
    terminal.send(keys);
    terminal.wait_for_text(saved);
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.end(), KILLED);
    let mut store = Store::open(database, session()).unwrap();
    match ask(&mut store, Request::Card { ticket: Ticket(1), client: ClientId(1) }) {
        Reply::CardLoaded { card, .. } => card,
        other => panic!("{other:?}"),
    }
}

fn with_products() -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, database) = portfolio();
    let mut store = Store::open(&database, session()).unwrap();
    for (sku, name) in [("T-1", "Drill"), ("B-1", "Bit")] {
        let saved = ask(&mut store, Request::SaveProduct(product(sku, name, 1_000_000)));
        assert!(matches!(saved, Reply::Saved { .. }));
    }
    (folder, database)
}

#[test]
fn a_visit_is_two_keys() {
    let (_folder, database) = with_products();
    let card = logged("v\r", "u undoes it", &database);
    assert!(matches!(card.timeline[0].what, TimelineEvent::Interaction { .. }));
    assert_eq!(card.timeline.len(), 1);
}

#[test]
fn a_visit_with_its_text_and_follow_up_is_one_line() {
    let (_folder, database) = with_products();
    let card = logged("v30m Wants a quote next:mon\r", "u undoes it", &database);
    let TimelineEvent::Interaction { minutes, text, .. } = &card.timeline[0].what else { panic!("{card:?}") };
    assert_eq!((*minutes, text.as_str()), (Some(30), "Wants a quote"));
    assert_eq!(card.open_follow_ups.len(), 1);
    assert_eq!(card.open_follow_ups[0].title, "Wants a quote");
}

#[test]
fn a_sale_of_two_lines_is_one_line() {
    let (_folder, database) = with_products();
    let card = logged("$3 drill 45.90 + 10 bit 2.5\r", "u undoes it", &database);
    let TimelineEvent::Sale { base_minor, .. } = &card.timeline[0].what else { panic!("{card:?}") };
    assert_eq!((*base_minor, card.sales_count), (16_270, 1));
}
