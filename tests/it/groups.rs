//! Rows put together by what they have in one column.

use crate::portfolio_lists::{requests, step};
use crate::repository::{ask, session};
use crate::support::portfolio;
use cartera::domain::list::{Column, Group, GroupValue, ListKind, ListQuery, Sort, grouping};
use cartera::repository::request::{Reply, Request, Ticket, Verb};
use cartera::repository::store::Store;
use proptest::prelude::*;
use rusqlite::Connection;
use std::collections::HashSet;

const SAN_SEBASTIAN: &str = "San Sebastián de los Reyes";

struct Listed {
    ids: Vec<i64>,
    sum_minor: Option<i64>,
    groups: Vec<Group>,
}

fn list(store: &mut Store, query: &ListQuery) -> Listed {
    match ask(store, Request::List { ticket: Ticket(1), query: query.clone() }) {
        Reply::Listed { ids, sum_minor, groups, .. } => {
            Listed { ids: ids.to_vec(), sum_minor, groups: groups.to_vec() }
        }
        other => panic!("{other:?}"),
    }
}

/// Each list by each of its columns, in each of several orders.
fn grouped() -> Vec<ListQuery> {
    let mut queries = Vec::new();
    for &kind in ListKind::ALL {
        for &column in kind.columns().iter().filter(|column| grouping(kind, **column).is_some()) {
            for sort in [
                None,
                Some(column),
                kind.columns().first().copied(),
                cartera::domain::list::money_column(kind),
            ] {
                for descending in [false, true] {
                    let sort = sort.map(|column| Sort { column, descending }).into_iter().collect();
                    queries.push(ListQuery {
                        group: Some(column),
                        sort,
                        closed: true,
                        ..ListQuery::all(kind)
                    });
                }
            }
        }
    }
    queries
}

/// The laws of groups: they are all the rows, after each other, each value once; they add up to the sum; and within a group
/// the rows have the order that they have without.
fn assert_laws(store: &mut Store, query: &ListQuery) {
    let with = list(store, query);
    let without = list(store, &ListQuery { group: None, ..query.clone() });
    assert!(without.groups.is_empty());
    assert_eq!(with.sum_minor, without.sum_minor, "{query:?}");
    let mut next = 0;
    let mut values = HashSet::new();
    for group in &with.groups {
        assert!(group.start == next && group.count > 0, "{query:?} {group:?}");
        assert!(values.insert(group.value.clone()), "{query:?} {group:?}");
        let ids = &with.ids[group.start..group.start + group.count];
        let in_order: Vec<i64> = without.ids.iter().copied().filter(|id| ids.contains(id)).collect();
        assert_eq!(ids, in_order, "{query:?}");
        next += group.count;
    }
    assert_eq!(next, with.ids.len(), "{query:?}");
    let sum: Option<i64> = with.groups.iter().map(|group| group.subtotal_minor).sum();
    assert_eq!(sum, with.sum_minor.or((with.groups.is_empty()).then_some(0)), "{query:?}");
    let empty = with.groups.iter().position(|group| group.value == GroupValue::Empty);
    assert!(empty.is_none_or(|at| at + 1 == with.groups.len()), "{query:?}");
}

#[test]
fn every_list_is_grouped_by_each_column_that_makes_groups() {
    let mut store = portfolio();
    for query in grouped() {
        assert_laws(&mut store, &query);
        let listed = list(&mut store, &query);
        assert_eq!(listed.groups.is_empty(), listed.ids.is_empty(), "{query:?}");
    }
}

#[test]
fn groups_come_by_their_value_or_by_their_money_where_the_list_does() {
    let mut store = portfolio();
    let by =
        |sort: Vec<Sort>| ListQuery { group: Some(Column::City), sort, ..ListQuery::all(ListKind::Clients) };
    let mut cities = |sort: Vec<Sort>| -> Vec<String> {
        let groups = list(&mut store, &by(sort)).groups.into_iter();
        let text = |group: Group| match group.value {
            GroupValue::Text(text) => text,
            other => panic!("{other:?}"),
        };
        groups.map(text).collect()
    };
    let usual = ["A Coruña", "Caracas", "東京", "Łódź", "Madrid", "Nowhere", SAN_SEBASTIAN];
    assert_eq!(cities(Vec::new()), usual);
    let turned: Vec<&str> = usual.into_iter().rev().collect();
    assert_eq!(cities(vec![Sort { column: Column::City, descending: true }]), turned);
    let money = cities(vec![Sort { column: Column::SalesYear, descending: true }]);
    assert_eq!(money[..3], [SAN_SEBASTIAN, "Caracas", "Madrid"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn groups_are_contiguous_and_add_up_on_any_portfolio(steps in proptest::collection::vec(step(), 1..25)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.db");
        let mut store = Store::open(&file, session()).unwrap();
        let db = Connection::open(&file).unwrap();
        for step in steps {
            let Some(mut requests) = requests(&mut store, &db, step) else { continue };
            if requests.len() == 1 {
                ask(&mut store, requests.remove(0));
            } else {
                let _ = store.perform_all(Verb::EditClient, &requests);
            }
        }
        for query in grouped() {
            assert_laws(&mut store, &query);
        }
    }
}
