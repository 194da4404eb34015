//! The example portfolio: the same on every run, and with something in it for every view of the program.

use super::repository::{TODAY, ask, session};
use super::support::pty::{Start, folder};
use crate::support::lists;
use cartera::demo;
use cartera::domain::card::{ClientCard, TimelineEvent};
use cartera::domain::client::ClientRow;
use cartera::domain::contact::ContactRow;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpRow;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::{FollowUpState, InteractionKind, OfferAnswer, SaleKind, Stage};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::sale::SaleRow;
use cartera::domain::stars::Stars;
use cartera::repository::error::Error;
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::{Session, Store};
use std::collections::{BTreeMap, BTreeSet};

fn loaded(today: Day) -> Store {
    let mut store = Store::in_memory(Session { today, ..session() }).unwrap();
    demo::load(&mut store).unwrap();
    store
}

fn rows(store: &mut Store, kind: ListKind, search: &str) -> Rows {
    let query = ListQuery { search: search.to_owned(), closed: true, ..ListQuery::all(kind) };
    let ids = lists::listed(store, query);
    lists::rows(store, kind, ids)
}

fn clients(store: &mut Store, search: &str) -> Vec<ClientRow> {
    match rows(store, ListKind::Clients, search) {
        Rows::Clients(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn sales(store: &mut Store) -> Vec<SaleRow> {
    match rows(store, ListKind::Sales, "") {
        Rows::Sales(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn contacts(store: &mut Store) -> Vec<ContactRow> {
    match rows(store, ListKind::Contacts, "") {
        Rows::Contacts(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn cards(store: &mut Store) -> Vec<ClientCard> {
    let ids: Vec<ClientId> = clients(store, "").iter().map(|row| row.id).collect();
    let card = |client| match ask(store, Request::Card { ticket: Ticket(1), client }) {
        Reply::CardLoaded { card, .. } => *card,
        other => panic!("{other:?}"),
    };
    ids.into_iter().map(card).collect()
}

fn stars(row: &ClientRow) -> Option<u8> {
    row.stars.map(Stars::get)
}

/// Days since the last touch; never is longest.
fn untouched(row: &ClientRow) -> i32 {
    row.last_touch.map_or(i32::MAX, |day| TODAY.since(day))
}

fn between(count: usize, range: std::ops::RangeInclusive<usize>, what: &str) {
    assert!(range.contains(&count), "{what}: {count}, not in {range:?}");
}

#[test]
fn it_is_the_same_every_time_and_moves_with_the_day() {
    let (mut one, mut two) = (loaded(TODAY), loaded(TODAY));
    assert_eq!(cards(&mut one), cards(&mut two));
    for kind in ListKind::ALL {
        assert_eq!(rows(&mut one, *kind, ""), rows(&mut two, *kind, ""), "{kind:?}");
    }
    assert_eq!(one.session().today, TODAY);
    // A Sunday, a leap day, the first day of a year.
    for date in ["2026-11-22", "2028-02-29", "2027-01-01"] {
        let today = Day::from(date.parse::<chrono::NaiveDate>().unwrap());
        let mut store = loaded(today);
        let sales = sales(&mut store);
        let newest = sales.iter().map(|sale| sale.day).max().unwrap();
        assert!((today.plus(-4)..=today).contains(&newest), "{date}: the last sale is not of these days");
        between(clients(&mut store, "").len(), 300..=300, date);
    }
}

#[test]
fn there_is_enough_of_everything() {
    let mut store = loaded(TODAY);
    let mut count = |kind| {
        let request = Request::List { ticket: Ticket(1), query: ListQuery::all(kind) };
        let Reply::Listed { ids, .. } = ask(&mut store, request) else { panic!() };
        ids.len()
    };
    between(count(ListKind::Clients), 300..=300, "clients");
    between(count(ListKind::Contacts), 450..=700, "contacts who have not left");
    between(count(ListKind::Products), 38..=42, "products");
    between(count(ListKind::Sales), 2_000..=4_000, "sales");
    between(count(ListKind::Salespeople), 5..=5, "salespeople");
    between(count(ListKind::FollowUps), 100..=200, "open follow-ups");
    let Rows::FollowUps(follow_ups) = rows(&mut store, ListKind::FollowUps, "") else { panic!() };
    let overdue = follow_ups.iter().filter(|row| row.state == FollowUpState::Open && row.due < TODAY).count();
    between(overdue, 30..=70, "overdue follow-ups");
    let has = |wanted: &dyn Fn(&FollowUpRow) -> bool| follow_ups.iter().filter(|row| wanted(row)).count();
    between(has(&|row| row.recurrence.is_some()), 12..=50, "follow-ups that come back");
    between(
        has(&|row| row.recurrence.is_some() && row.state == FollowUpState::Done),
        3..=20,
        "done and open again",
    );
    between(has(&|row| row.snoozes > 0), 10..=60, "put off");
    between(has(&|row| row.done_by.is_some()), 10..=90, "done by an interaction");
    let clients = clients(&mut store, "");
    let of_stage = |stage| clients.iter().filter(|row| row.stage == stage).count();
    between(of_stage(Stage::Prospect), 30..=50, "prospects");
    between(of_stage(Stage::Lost), 3..=10, "lost");
    let cities: BTreeSet<&str> = clients.iter().map(|row| row.city.as_str()).collect();
    between(cities.len(), 30..=60, "cities");
    let per_client =
        contacts(&mut store).iter().fold(BTreeMap::<ClientId, usize>::new(), |mut counts, row| {
            *counts.entry(row.client).or_default() += 1;
            counts
        });
    assert_eq!(per_client.len(), 300, "every client has somebody");
    assert!(per_client.values().all(|count| (1..=4).contains(count)));
    let mut kinds = BTreeMap::new();
    let (mut done, mut answers) = (0, BTreeMap::new());
    for item in cards(&mut store).into_iter().flat_map(|card| card.timeline) {
        match item.what {
            TimelineEvent::Interaction { kind, .. } => *kinds.entry(kind.word()).or_insert(0_usize) += 1,
            TimelineEvent::Offer { answer, .. } => *answers.entry(answer.word()).or_insert(0_usize) += 1,
            TimelineEvent::FollowUp { state: FollowUpState::Done, .. } => done += 1,
            _ => {}
        }
    }
    for kind in ["visit", "call", "email", "message"] {
        between(kinds[kind], 400..=2_500, kind);
    }
    between(kinds["note"], 40..=300, "notes");
    for answer in OfferAnswer::ALL {
        between(answers[answer.word()], 10..=90, answer.word());
    }
    between(done, 30..=90, "follow-ups done");
}

#[test]
fn sales_follow_a_pareto_curve_and_some_come_back() {
    let mut store = loaded(TODAY);
    let mut year: Vec<i64> = clients(&mut store, "").iter().map(|row| row.sales_year).collect();
    year.sort_unstable_by(|a, b| b.cmp(a));
    let total: i64 = year.iter().sum();
    let share = |first: usize| year[..first].iter().sum::<i64>() * 100 / total;
    assert!((70..=93).contains(&share(60)), "a fifth of the clients buys {} %", share(60));
    let sales = sales(&mut store);
    let returns = sales.iter().filter(|sale| sale.kind == SaleKind::Return).count();
    between(returns, 50..=150, "returns");
    assert!(sales.iter().all(|sale| (sale.kind == SaleKind::Return) == (sale.base_minor < 0)));
    between(sales.iter().filter(|sale| sale.currency == "USD").count(), 300..=1_800, "sales in dollars");
    let oldest = sales.iter().map(|sale| sale.day).min().unwrap();
    assert!((700..=735).contains(&TODAY.since(oldest)), "two years of history");
    let numbers: BTreeSet<&str> = sales.iter().map(|sale| sale.number.as_str()).collect();
    assert_eq!(numbers.len(), sales.len(), "each document has its number");
}

#[test]
fn every_class_of_stars_is_there_in_believable_numbers() {
    let mut store = loaded(TODAY);
    let clients = clients(&mut store, "");
    let with = |wanted: Option<u8>| clients.iter().filter(|row| stars(row) == wanted).count();
    between(with(Some(5)), 8..=25, "5★");
    between(with(Some(4)), 25..=60, "4★");
    between(with(Some(3)), 35..=80, "3★");
    between(with(Some(2)), 50..=100, "2★");
    between(with(Some(1)), 35..=90, "1★");
    between(with(Some(0)), 8..=35, "0★");
    between(with(None), 10..=45, "unrated");
}

#[test]
fn attention_goes_to_the_wrong_clients() {
    let mut store = loaded(TODAY);
    let cards = cards(&mut store);
    let visits = |card: &ClientCard| {
        let recent = card.timeline.iter().filter(|item| TODAY.since(item.day) <= 180);
        let visit = |what: &TimelineEvent| {
            matches!(what, TimelineEvent::Interaction { kind: InteractionKind::Visit, .. })
        };
        recent.filter(|item| visit(&item.what)).count()
    };
    let count = |wanted: &dyn Fn(&ClientCard) -> bool| cards.iter().filter(|card| wanted(card)).count();
    let good = |card: &ClientCard| stars(&card.row).is_some_and(|stars| stars >= 4);
    let small = |card: &ClientCard| stars(&card.row).is_some_and(|stars| stars <= 1);
    between(count(&|card| good(card) && untouched(&card.row) > 90), 10..=30, "neglected 4–5★");
    between(count(&|card| small(card) && visits(card) >= 5), 12..=40, "over-served 0–1★");
    let (visited_small, visited_good): (usize, usize) = (
        cards.iter().filter(|card| small(card)).map(visits).sum(),
        cards.iter().filter(|card| good(card)).map(visits).sum(),
    );
    assert!(visited_small > 2 * visited_good, "{visited_small} visits to 0–1★, {visited_good} to 4–5★");
    let never = |card: &ClientCard| card.row.last_touch.is_none();
    between(count(&never), 20..=50, "never contacted");
    between(count(&|card| never(card) && card.row.last_buy.is_some()), 5..=20, "buyers never contacted");
    between(count(&|card| card.file.do_not_contact), 3..=8, "do not contact");
    let little_share = |card: &ClientCard| {
        card.row
            .potential
            .is_some_and(|potential| potential > 2_000_000 && card.row.sales_year * 5 < potential)
    };
    between(count(&little_share), 15..=50, "much potential, little share");
    let silent = |card: &ClientCard| {
        let overdue = card.rating.as_ref().and_then(|(rating, _)| rating.score.overdue_milli);
        overdue.is_some_and(|overdue| overdue > 2_000)
    };
    between(count(&silent), 20..=70, "silent against their own rhythm");
    let put_off = |card: &ClientCard| good(card) && card.open_follow_ups.iter().any(|it| it.snoozes >= 3);
    between(count(&put_off), 2..=15, "good clients put off three times");
}

#[test]
fn nothing_that_happened_is_in_the_future_and_new_products_are_not_older_than_themselves() {
    let mut store = loaded(TODAY);
    assert!(sales(&mut store).iter().all(|sale| sale.day <= TODAY));
    for card in cards(&mut store) {
        let future = card.timeline.iter().filter(|item| item.day > TODAY);
        let happened = future.filter(|item| !matches!(item.what, TimelineEvent::FollowUp { .. }));
        assert_eq!(happened.count(), 0, "{}", card.row.name);
        for item in &card.timeline {
            let named = match &item.what {
                TimelineEvent::Sale { products, .. } => products,
                TimelineEvent::Offer { product, .. } => product,
                _ => continue,
            };
            let age = TODAY.since(item.day);
            assert!(!named.contains("X2") || age <= 26, "{named} {age} days ago");
            assert!(!named.contains("autónoma R1") || age <= 75, "{named} {age} days ago");
        }
    }
}

#[test]
fn clients_are_found_with_and_without_accents_in_both_continents() {
    let mut store = loaded(TODAY);
    for (plain, accented) in
        [("ferreteria", "Ferretería"), ("bogota", "Bogotá"), ("cordoba", "CÓRDOBA"), ("pena", "Peña")]
    {
        let found = clients(&mut store, plain);
        assert!(!found.is_empty(), "{plain}");
        assert_eq!(found, clients(&mut store, accented), "{plain}");
    }
    assert!(clients(&mut store, "ferreteria pena nueva").len() == 2, "one was entered twice");
    // Nobody can be reached by accident.
    for row in contacts(&mut store) {
        assert!(row.email.is_empty() || row.email.ends_with(".example"), "{}", row.email);
        let local = row.phone.splitn(3, ' ').nth(2).unwrap_or("0");
        assert!(local.starts_with('0'), "{}", row.phone);
    }
}

#[test]
fn derived_facts_equal_computing_them_anew() {
    let mut store = loaded(TODAY);
    let written = cards(&mut store);
    for day in [TODAY.plus(1), TODAY] {
        assert!(matches!(ask(&mut store, Request::ChangeDay(day)), Reply::DayChanged));
    }
    assert_eq!(cards(&mut store), written);
}

#[test]
fn it_is_never_written_over_something() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ejemplo.db");
    drop(demo::create(&path, session()).unwrap());
    let error = demo::create(&path, session()).err().unwrap();
    assert!(matches!(error, Error::Reach { .. }), "{error:?}");
    let mut store = Store::open(&path, session()).unwrap();
    assert_eq!(clients(&mut store, "").len(), 300);
    // A second example beside the first one would take its codes: refused, and nothing of it stays.
    assert!(matches!(demo::load(&mut store), Err(Error::Taken { .. })));
    assert_eq!(store.session().today, TODAY);
    assert_eq!(clients(&mut store, "").len(), 300);
    // It is where its user begins: there is nothing to take back.
    let Reply::Failed { error, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert!(matches!(error, Error::NothingToUndo), "{error:?}");
}

#[test]
fn the_screen_shows_it_says_so_and_leaves_nothing_behind() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).args(&["demo"]).env("CARTERA_TODAY", "2026-11-24").run();
    terminal.wait_for_text("nothing is kept");
    terminal.send("2");
    terminal.wait_for_text("300");
    // Something else is said, and later that again.
    terminal.send("u");
    terminal.wait_for_text("nothing to undo");
    terminal.send("j");
    terminal.wait_for_text("nothing is kept");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert!(!database.exists(), "the user's own portfolio was not opened");
}

#[test]
fn it_is_kept_in_a_new_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let keep = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cartera"));
        command.args(["--lang", "es", "demo", "--keep", "ejemplo.db"]).current_dir(folder.path());
        command.env("HOME", folder.path()).output().unwrap()
    };
    let first = keep();
    assert!(first.status.success(), "{first:?}");
    let path = folder.path().join("ejemplo.db");
    let told = String::from_utf8(first.stdout).unwrap();
    assert!(told.contains(&format!("cartera --db {}", path.canonicalize().unwrap().display())), "{told}");
    let written = std::fs::metadata(&path).unwrap().modified().unwrap();
    let second = keep();
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8(second.stderr).unwrap().contains("Ya existe"));
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), written);
}
