//! Several programs on one file: each sees what the others wrote, and nobody writes what they do not understand.

use super::repository::{TODAY, add_client, ask, refused, sale, saved, session, visit};
use crate::support::lists::summed;
use cartera::domain::day::Day;
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::repository::error::Error;
use cartera::repository::request::Request;
use cartera::repository::store::{Session, Store};
use std::path::{Path, PathBuf};

fn file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    (folder, file)
}

fn on(file: &Path, today: Day) -> Store {
    Store::open(file, Session { today, ..session() }).unwrap()
}

fn clients(store: &mut Store) -> Vec<i64> {
    summed(store, ListQuery::all(ListKind::Clients)).0
}

#[test]
fn a_list_shows_what_another_program_wrote() {
    let (_folder, file) = file();
    let (mut mine, mut theirs) = (on(&file, TODAY), on(&file, TODAY));
    let first = add_client(&mut mine, "Beta", "Lima");
    assert_eq!(clients(&mut mine), [first.0]);
    let second = add_client(&mut theirs, "Alfa", "Quito");
    saved(ask(&mut theirs, Request::SaveSale(sale(first, TODAY, 70))));
    assert_eq!(clients(&mut mine), [second.0, first.0]);
    assert_eq!(summed(&mut mine, ListQuery::all(ListKind::Clients)).1, Some(7_000));
    let found = ListQuery { search: "quito".into(), ..ListQuery::all(ListKind::Clients) };
    assert_eq!(summed(&mut mine, found).0, [second.0]);
    // Our own write beside theirs does not hide theirs.
    let third = add_client(&mut theirs, "Aaa", "");
    let fourth = add_client(&mut mine, "Abc", "");
    assert_eq!(clients(&mut mine), [third.0, fourth.0, second.0, first.0]);
}

#[test]
fn a_day_that_another_program_began_is_a_new_day_here_too() {
    let (_folder, file) = file();
    let (mut mine, mut theirs) = (on(&file, TODAY), on(&file, TODAY));
    let client = add_client(&mut mine, "Alfa", "");
    saved(ask(&mut mine, Request::SaveSale(sale(client, TODAY.plus(-364), 70))));
    let query = || ListQuery {
        sort: vec![Sort { column: Column::SalesYear, descending: true }],
        ..ListQuery::all(ListKind::Clients)
    };
    assert_eq!(summed(&mut mine, query()).1, Some(7_000));
    ask(&mut theirs, Request::ChangeDay(TODAY.plus(1)));
    ask(&mut mine, Request::ChangeDay(TODAY.plus(1)));
    assert_eq!(summed(&mut mine, query()).1, Some(0), "a year is over");
}

#[test]
fn a_file_that_a_newer_program_upgraded_meanwhile_is_not_written() {
    let (_folder, file) = file();
    let mut mine = on(&file, TODAY);
    let client = add_client(&mut mine, "Alfa", "");
    rusqlite::Connection::open(&file).unwrap().execute_batch("PRAGMA user_version = 1000").unwrap();
    let error = refused(ask(&mut mine, visit(client, TODAY, "hola")));
    assert!(matches!(error, Error::Newer { found: 1000, .. }), "{error:?}");
}

#[test]
fn while_another_program_writes_long_the_lists_of_a_new_day_are_shown() {
    let (_folder, file) = file();
    let mut mine = on(&file, TODAY);
    let client = add_client(&mut mine, "Alfa", "");
    let other = rusqlite::Connection::open(&file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    ask(&mut mine, Request::ChangeDay(TODAY.plus(1)));
    assert_eq!(clients(&mut mine), [client.0]);
    other.execute_batch("COMMIT").unwrap();
    saved(ask(&mut mine, visit(client, TODAY.plus(1), "hola")));
}

#[test]
fn stars_set_by_hand_end_with_their_day() {
    let (_folder, file) = file();
    let mut mine = on(&file, TODAY);
    let (first, second) = (add_client(&mut mine, "Alfa", ""), add_client(&mut mine, "Beta", ""));
    saved(ask(&mut mine, Request::SaveSale(sale(first, TODAY, 70))));
    let by_stars = || ListQuery {
        sort: vec![
            Sort { column: Column::Stars, descending: true },
            Sort { column: Column::Name, descending: true },
        ],
        ..ListQuery::all(ListKind::Clients)
    };
    assert_eq!(summed(&mut mine, by_stars()).0, [first.0, second.0]);
    let set = "UPDATE client SET override_stars = 5, override_reason = 'a great project', override_until = ?1
               WHERE id = ?2";
    rusqlite::Connection::open(&file).unwrap().execute(set, [i64::from(TODAY.0), second.0]).unwrap();
    assert_eq!(summed(&mut mine, by_stars()).0, [second.0, first.0]);
    ask(&mut mine, Request::ChangeDay(TODAY.plus(1)));
    assert_eq!(summed(&mut mine, by_stars()).0, [first.0, second.0]);
}

#[test]
fn a_client_may_have_any_key() {
    let (_folder, file) = file();
    let mut mine = on(&file, TODAY);
    let first = add_client(&mut mine, "Alfa", "");
    let insert = "INSERT INTO client (id, name, created_day, search_key, sort_key) VALUES (?1, 'Beta', 1, 'beta', 'beta')";
    for key in [-7_i64, 9_000_000_000_000_000_000] {
        rusqlite::Connection::open(&file).unwrap().execute(insert, [key]).unwrap();
    }
    assert_eq!(clients(&mut mine), [first.0, -7, 9_000_000_000_000_000_000]);
    saved(ask(&mut mine, visit(cartera::domain::ids::ClientId(-7), TODAY, "hola")));
    assert_eq!(clients(&mut mine).len(), 3);
}
