//! Rows put together by what they have in one column.

use crate::portfolio_lists::{requests, step};
use crate::repository::{ask, session};
use crate::support::{App, portfolio};
use cartera::domain::list::{Column, Group, GroupValue, ListKind, ListQuery, Sort, grouping};
use cartera::repository::request::{Reply, Request, Ticket, Verb};
use cartera::repository::store::Store;
use cartera::text::Lang;
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

#[test]
fn a_grouped_list_at_every_size() {
    for lang in Lang::ALL {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys("<right>T");
            insta::assert_snapshot!(format!("groups_{size}_{}", lang.code()), app.screen());
            app.keys("Z");
            insta::assert_snapshot!(format!("groups_folded_{size}_{}", lang.code()), app.screen());
        }
    }
    let mut app = App::over(portfolio(), Lang::Es, 80, 24).without_colours();
    app.keys("/agrupar:ciudad<enter>ggk");
    insta::assert_snapshot!("groups_no_color", app.screen());
}

#[test]
fn the_same_key_groups_and_takes_apart_and_says_where_it_makes_no_sense() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("T").assert_shows("By “Name” nearly each row would stand alone.").assert_hides("▾");
    app.keys("<right>T").assert_shows("▾ Madrid  1");
    app.keys("T").assert_hides("▾");
    app.keys("Z").assert_shows("The rows are not grouped");
    app.keys("/by:city<enter>").assert_shows("▾ Madrid  1");
    app.keys("<esc>").assert_hides("▾");
}

#[test]
fn no_key_acts_on_a_heading_but_enter_which_folds() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    // The first row is selected, not the heading above it.
    app.keys("<right>T").assert_shows("▌★★☆☆☆  Ñandú");
    app.keys("k").assert_shows("▌▾ A Coruña");
    for key in ["v", "l", "e", "X", "$", "s", "d", "b", "K", "E", "i", "y", "*", "p", "<space>"] {
        app.keys(key).assert_shows("This is a group");
        app.assert_shows("▌▾ A Coruña");
    }
    app.keys("<enter>").assert_shows("▌▸ A Coruña").assert_hides("Ñandú");
    app.keys("j").assert_shows("▌▾ Caracas");
    app.keys("k<enter>").assert_shows("▌▾ A Coruña").assert_shows("Ñandú");
}

#[test]
fn who_stands_on_a_row_that_is_folded_away_stands_on_its_heading_and_the_row_is_known_again() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("<right>Tjj").assert_shows("▌★★★★★  Ferretería");
    app.keys("Z").assert_shows("▌▸ Caracas").assert_hides("Ferretería");
    app.keys("Z").assert_shows("▌▾ Caracas").assert_shows("Ferretería");
    // A write reads the list again: the heading stays selected, what is folded stays folded.
    app.keys("<enter>jjjjjjkkkkkk").assert_shows("▌▸ Caracas");
    app.keys("u").assert_shows("▌▸ Caracas");
}

#[test]
fn marks_go_past_headings() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("<right>T<shift-down>").assert_shows("• 2");
    app.keys("<shift-down>").assert_shows("• 3");
}

#[test]
fn groups_are_there_again_at_the_next_start() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("<right>T1");
    let app = App::over(app.crash(), Lang::En, 80, 24);
    app.assert_shows("▾ Madrid  1");
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
