//! The laws of the filter language, on portfolios of chance: what the storage lists is what a reader of the definition would
//! count by hand, in both languages.

mod asked;
mod client;
mod hostile;
mod kept;
mod own;

use crate::support::{portfolio as of_all, today, write};
use asked::*;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::ContactRole;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::stars::Stars;
use cartera::domain::view::{READY, Ready};
use cartera::filter::{Filter, Reading, parse};
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::Locale;
use client::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use std::collections::BTreeSet;

fn read(line: &str, tag: &str, list: ListKind, store: &Store) -> Filter {
    let locale = Locale::from_tag(tag).unwrap();
    let custom = store.custom_fields().unwrap();
    let reading =
        Reading { list, today: today(), locale: &locale, currency: store.currency(), custom: custom.all() };
    parse(line, &reading).unwrap_or_else(|error| panic!("{line}: {error:?}"))
}

pub fn listed(store: &mut Store, kind: ListKind, line: &str, tag: &str) -> Vec<i64> {
    let filter = read(line, tag, kind, store);
    let query = ListQuery { sort: filter.sort.clone(), filter, ..ListQuery::all(kind) };
    let mut found = Vec::new();
    store.answer(Request::List { ticket: Ticket(1), query }, &mut |reply| match reply {
        Reply::Listed { ids, complete: true, .. } => found = ids.to_vec(),
        Reply::Listed { .. } => {}
        other => panic!("{line}: {other:?}"),
    });
    found
}

fn set(ids: Vec<i64>) -> BTreeSet<i64> {
    ids.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Laws 1 to 4: the rows are those of a hand count, in both languages, and of the opposite all the others.
    #[test]
    fn the_rows_are_those_that_the_definition_says(
        clients in prop::collection::vec(client(), 1..7),
        lines in prop::collection::vec(asked(), 12),
    ) {
        let (mut store, ids) = written(&clients);
        for asked in lines {
            let wanted: BTreeSet<i64> =
                clients.iter().zip(&ids).filter(|(client, _)| asked.meets(client)).map(|(_, id)| *id).collect();
            let (spanish, english) = (asked.said(true), asked.said(false));
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &spanish, "es")), &wanted, "{}", spanish);
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &english, "en")), &wanted, "{}", english);
            let others: BTreeSet<i64> = ids.iter().copied().filter(|id| !wanted.contains(id)).collect();
            let opposite = format!("-({spanish})");
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &opposite, "es")), &others, "{}", opposite);
        }
    }
}

#[test]
fn every_condition_means_what_it_says() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let clients: Vec<Client> = (0..60).map(|_| client().new_tree(&mut runner).unwrap().current()).collect();
    let (mut store, ids) = written(&clients);
    let mut wrong = Vec::new();
    for (spanish, english, meets) in CONDITIONS.iter().filter(|it| it.0 != "estrellas:") {
        let wanted: BTreeSet<i64> =
            clients.iter().zip(&ids).filter(|(client, _)| meets(client)).map(|(_, id)| *id).collect();
        for (line, tag) in [(spanish, "es"), (english, "en")] {
            if set(listed(&mut store, ListKind::Clients, line, tag)) != wanted {
                wrong.push(*line);
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// The stars that the list shows are those that it is filtered by.
#[test]
fn stars_are_those_that_are_shown() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es");
    let rows = match crate::repository::ask(
        &mut store,
        Request::Rows { ticket: Ticket(1), kind: ListKind::Clients, ids: all.clone() },
    ) {
        Reply::RowsLoaded { rows: Rows::Clients(rows), .. } => rows,
        other => panic!("{other:?}"),
    };
    for (line, is_wanted) in [
        ("e:4..5", (|it| it.is_some_and(|it| it >= 4)) as fn(Option<u8>) -> bool),
        ("estrellas>=4", |it| it.is_some_and(|it| it >= 4)),
        ("stars:4,5", |it| it.is_some_and(|it| it >= 4)),
        ("e:", |it| it.is_none()),
        ("-e:5", |it| it != Some(5)),
        ("e!=5", |it| it != Some(5)),
    ] {
        let wanted: BTreeSet<i64> =
            rows.iter().filter(|row| is_wanted(row.stars.map(Stars::get))).map(|row| row.id.0).collect();
        assert!(
            !wanted.is_empty() && wanted.len() < all.len() || line == "e:",
            "{line} tells nobody from nobody"
        );
        assert_eq!(set(listed(&mut store, ListKind::Clients, line, "es")), wanted, "{line}");
    }
}

/// Client fields work on every list whose rows belong to a client, and each list has its own.
#[test]
fn lists_of_what_belongs_to_clients_are_filtered_too() {
    let mut store = of_all();
    for (kind, line, opposite) in [
        (ListKind::Contacts, "empresa:lopez cargo:compras", "-(empresa:lopez cargo:compras)"),
        (ListKind::Contacts, "contacto:iñigo", "-contacto:iñigo"),
        (ListKind::Sales, "fecha:<30d importe:>100", "-(fecha:<30d importe:>100)"),
        (ListKind::Sales, "producto:broca ciudad:*", "-(producto:broca ciudad:*)"),
        (ListKind::Sales, "vendedor:", "-vendedor:"),
        (ListKind::FollowUps, "vence:<=hoy", "-vence:<=hoy"),
        (ListKind::FollowUps, "tipo:llamada O es:atrasado", "-(tipo:llamada O es:atrasado)"),
        (ListKind::FollowUps, "estado:hecho", "-estado:hecho"),
        (ListKind::Activity, "tipo:visita ventas.12m:>0", "-(tipo:visita ventas.12m:>0)"),
        (ListKind::Products, "codigo:t-20", "-codigo:t-20"),
        (ListKind::Salespeople, "nombre:peña", "-nombre:pena"),
        (ListKind::Today, "e:>=3", "-e:>=3"),
    ] {
        let all = if line.contains("estado") || line.contains("respuesta") {
            listed(&mut store, kind, &format!("{line} O {opposite}"), "es")
        } else {
            listed(&mut store, kind, "", "es")
        };
        let (found, others) =
            (listed(&mut store, kind, line, "es"), listed(&mut store, kind, opposite, "es"));
        assert!(set(found.clone()).is_disjoint(&set(others.clone())), "{kind:?} {line}");
        assert_eq!(set(found.iter().chain(&others).copied().collect()), set(all.clone()), "{kind:?} {line}");
        assert!(!all.is_empty(), "{kind:?}");
        // The rows that are left keep their order.
        let kept: Vec<i64> = all.into_iter().filter(|id| found.contains(id)).collect();
        assert_eq!(kept, found, "{kind:?} {line}");
    }
    assert_eq!(listed(&mut store, ListKind::Salespeople, "nombre:peña", "es").len(), 1);
    assert_eq!(listed(&mut store, ListKind::Products, "t-20", "es").len(), 1);
    assert_eq!(listed(&mut store, ListKind::Contacts, "cargo:purchasing", "es").len(), 1);
}

#[test]
fn a_line_orders_and_cuts_its_list() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "orden:-nombre", "es");
    assert_eq!(listed(&mut store, ListKind::Clients, "sort:-name limit:3", "en"), all[..3]);
    let sales = listed(&mut store, ListKind::Sales, "", "es");
    assert_eq!(listed(&mut store, ListKind::Sales, "limite:2", "es"), sales[..2]);
    let first = listed(&mut store, ListKind::Today, "", "es");
    assert_eq!(listed(&mut store, ListKind::Today, "limit:1", "es"), first[..1]);
}

#[test]
fn whoever_asks_for_the_archived_gets_them() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es");
    write(&mut store, Request::Remove(cartera::repository::request::RecordId::Client(ClientId(all[0]))));
    assert_eq!(listed(&mut store, ListKind::Clients, "es:archivado", "es"), [all[0]]);
    assert_eq!(
        set(listed(&mut store, ListKind::Clients, "", "es")),
        set(listed(&mut store, ListKind::Clients, "-is:archived", "en"))
    );
}

/// Field text is compared, never a part of a statement.
#[test]
fn hostile_texts_find_what_holds_them_or_nothing() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es").len();
    for text in
        ["'; DROP TABLE client; --", "%", "_", "\\", "🦊", "\u{202e}", "a\u{0}b", "?1", ":today", "\"\"\"\""]
    {
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        for field in ["", "nombre:", "ciudad:=", "compró:", "vendedor:", "#", "cargo:", "correo:"] {
            let found = listed(&mut store, ListKind::Clients, &format!("{field}{quoted}"), "es").len();
            let others = listed(&mut store, ListKind::Clients, &format!("-{field}{quoted}"), "es").len();
            assert_eq!(found + others, all, "{field}{quoted}");
        }
    }
}

/// Each view that comes ready tells some clients from the others, the same in both languages.
#[test]
fn the_views_that_come_ready_are_what_their_definitions_say() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let clients: Vec<Client> = (0..60).map(|_| client().new_tree(&mut runner).unwrap().current()).collect();
    let (mut store, ids) = written(&clients);
    let buys = |it: &Client| current(it).is_some_and(|(_, role)| role == ContactRole::Purchasing);
    for (word, is_meant) in [
        ("no-buyer", (&|it: &Client| !buys(it)) as &dyn Fn(&Client) -> bool),
        ("new", &|it| last(it, VISITS).is_none()),
        ("no-contact", &|it| last(it, TOUCHES).is_none()),
        ("dormant", &|it| {
            last_buy(it).is_some_and(|days| days >= 365) && it.potential.is_some_and(|it| it > 0)
        }),
    ] {
        let line = Ready::from_word(word).unwrap().filter;
        let wanted: BTreeSet<i64> =
            clients.iter().zip(&ids).filter(|(it, _)| is_meant(it)).map(|(_, id)| *id).collect();
        assert!(!wanted.is_empty() && wanted.len() < ids.len(), "{word} tells nobody from nobody");
        assert_eq!(set(listed(&mut store, ListKind::Clients, line, "en")), wanted, "{word}");
    }
    for ready in READY {
        let printed = |store: &Store, tag: &str| {
            let locale = Locale::from_tag(tag).unwrap();
            let reading = Reading {
                list: ready.kind,
                today: today(),
                locale: &locale,
                currency: store.currency(),
                custom: &[],
            };
            parse(ready.filter, &reading).unwrap().print(&reading, locale.lang)
        };
        let (spanish, english) = (printed(&store, "es"), printed(&store, "en"));
        let (es, en) =
            (listed(&mut store, ready.kind, &spanish, "es"), listed(&mut store, ready.kind, &english, "en"));
        assert_eq!(es, en, "{spanish}");
    }
}
