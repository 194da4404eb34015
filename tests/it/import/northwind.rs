//! The four Northwind files, in any order.

use super::*;
use crate::repository::{add_client, ask, refused, session};
use cartera::domain::currency::Currency;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::Stage;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::exchange::summary::{Count, Exact, Outcome, Total};
use cartera::exchange::{Import, Stage as ImportStage};
use cartera::repository::error::Error;
use cartera::repository::request::{Done, Reply, Request, Rows, Ticket, Verb};
use cartera::repository::store::Store;
use std::ops::ControlFlow;

pub const FILES: [&str; 4] = ["employees.csv", "products.csv", "customers.csv", "sales.csv"];

fn orders() -> Vec<Vec<&'static str>> {
    fn grow(prefix: &[&'static str], found: &mut Vec<Vec<&'static str>>) {
        if prefix.len() == FILES.len() {
            found.push(prefix.to_vec());
        }
        for file in FILES.iter().filter(|file| !prefix.contains(file)) {
            grow(&[prefix, &[file]].concat(), found);
        }
    }
    let mut found = Vec::new();
    grow(&[], &mut found);
    assert_eq!(found.len(), 24);
    found
}

#[test]
fn northwind_comes_in_in_every_order_and_a_second_time_changes_nothing() {
    let imports: Vec<Import> = FILES.iter().map(|name| file(name)).collect();
    let mut expected: Option<Vec<String>> = None;
    for order in orders() {
        let mut store = fresh();
        let empty = store.dump().unwrap();
        let mut new = [0; 7];
        for name in &order {
            let outcome = bring(&mut store, &imports[FILES.iter().position(|file| file == name).unwrap()]);
            assert_eq!(outcome.rejected.count, 0, "{order:?}");
            for (sum, (_, count)) in new.iter_mut().zip(outcome.counts.each()) {
                *sum += count.new;
            }
        }
        // salespeople, families, products, clients, contacts, sales, lines
        assert_eq!(new, [9, 8, 77, 91, 91, 830, 2155], "{order:?}");
        let state = without_keys(&mut store);
        match &expected {
            None => expected = Some(state),
            Some(expected) => assert_eq!(&state, expected, "{order:?}"),
        }
        let before = store.dump().unwrap();
        for name in &order {
            let outcome = bring(&mut store, &imports[FILES.iter().position(|file| file == name).unwrap()]);
            assert!(!outcome.counts.changed(), "{order:?} {name}: {:?}", outcome.counts);
        }
        assert_eq!(store.dump().unwrap(), before, "{order:?}");
        // Nor did the second time leave an action: four undos take all of it back.
        for _ in FILES {
            assert!(matches!(undo(&mut store), Reply::Saved { .. }), "{order:?}");
        }
        assert_eq!(store.dump().unwrap(), empty, "{order:?}");
        assert!(matches!(undo(&mut store), Reply::Failed { error: Error::NothingToUndo, .. }), "{order:?}");
    }
}

#[test]
fn the_total_is_stated_before_and_after_rounding() {
    let outcome = bring(&mut fresh(), &file("sales.csv"));
    let Total { currency, minor, exact, rounded } = outcome.totals[0];
    assert_eq!((outcome.totals.len(), currency), (1, Currency::EUR));
    // The exact sum is 1,265,793.0395; 81 lines are no whole cents and are kept rounded, each by itself.
    assert_eq!(exact, Exact(12_657_930_395_000_000_000));
    assert_eq!((exact.minor(currency), minor, rounded), (126_579_304, 126_579_329, 81));
}

#[test]
fn buyers_managers_families_and_stars_are_there() {
    let mut store = fresh();
    for name in FILES {
        bring(&mut store, &file(name));
    }
    let query = ListQuery { search: "Around the Horn".into(), ..ListQuery::all(ListKind::Clients) };
    let Reply::Listed { ids, .. } = ask(&mut store, Request::List { ticket: Ticket(1), query }) else {
        panic!()
    };
    let Reply::CardLoaded { card, .. } =
        ask(&mut store, Request::Card { ticket: Ticket(1), client: ClientId(ids[0]) })
    else {
        panic!()
    };
    let buyer = card.buyer.clone().unwrap();
    assert_eq!(
        (buyer.name.as_str(), buyer.job_title.as_str(), buyer.main),
        ("Thomas Hardy", "Sales Representative", true)
    );
    assert_eq!(card.last_buyer.as_ref().map(|(name, _)| name.as_str()), Some("Thomas Hardy"));
    assert_eq!((card.sales_count, card.row.stage), (13, Stage::Client));
    assert!(card.rating.is_some(), "a sale calls for stars");
    assert_eq!(client(&mut store, "Paris spécialités").stage, Stage::Prospect, "it never bought");
    let Rows::Salespeople(people) = rows(&mut store, ListKind::Salespeople) else { panic!() };
    let manager = |name: &str| people.iter().find(|it| it.name == name).unwrap().reports_to.clone();
    assert_eq!(manager("Michael Suyama"), "Steven Buchanan");
    assert_eq!(manager("Andrew Fuller"), "");
    let Rows::Products(products) = rows(&mut store, ListKind::Products) else { panic!() };
    assert_eq!(products.iter().filter(|it| !it.active).count(), 8);
}

#[test]
fn a_simulation_says_the_same_and_writes_nothing() {
    let mut store = fresh();
    add_client(&mut store, "Alfreds Futterkiste", "Berlin");
    let before = store.dump().unwrap();
    let imports: Vec<Import> = FILES.iter().map(|name| file(name)).collect();
    let told = store.simulate_import(&imports, &mut go).unwrap();
    assert_eq!(store.dump().unwrap(), before);
    let done: Vec<Outcome> = imports.iter().map(|import| bring(&mut store, import)).collect();
    assert_eq!(told, done);
    assert_eq!(done[2].counts.clients, Count { new: 90, updated: 1, unchanged: 0 });
    assert_ne!(store.dump().unwrap(), before);
}

#[test]
fn an_import_that_is_stopped_changes_nothing() {
    let mut store = fresh();
    let before = store.dump().unwrap();
    for stop_at in [0, 500, 1_500, 2_000] {
        let stopped = store.import(&file("sales.csv"), &mut |progress| {
            assert_eq!(progress.stage, ImportStage::Writing);
            if progress.done >= stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(Error::Stopped)), "{stop_at}: {stopped:?}");
        assert_eq!(store.dump().unwrap(), before, "{stop_at}");
    }
    assert!(matches!(refused(undo(&mut store)), Error::NothingToUndo));
}

#[test]
fn an_import_is_one_action_that_survives_closing_and_is_not_redone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cartera.db");
    let mut store = Store::open(&path, session()).unwrap();
    add_client(&mut store, "Antes", "Lugo");
    let before = store.dump().unwrap();
    bring(&mut store, &file("customers.csv"));
    drop(store);
    let mut store = Store::open(&path, session()).unwrap();
    match undo(&mut store) {
        Reply::Saved { done: Done { reverted: Some(Verb::Import), subject, .. }, .. } => {
            assert_eq!(subject, "customers.csv");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(store.dump().unwrap(), before);
    assert!(matches!(refused(ask(&mut store, Request::Redo)), Error::NotRedoable));
    assert_eq!(bring(&mut store, &file("customers.csv")).counts.clients, all_new(91));
}
