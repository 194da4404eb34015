//! What holds of any line whatever: it is read or refused at a place in it; what is read is printed as itself; and what it
//! wants and what it does not are all rows, each once. Shared by the fuzz target and by an ordinary test.

use cartera::domain::client::ClientDraft;
use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::filter::{Filter, Node, Reading, parse};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::{Session, Store};
use cartera::text::{Lang, Locale};
use std::collections::BTreeSet;

/// 2026-11-24.
const TODAY: Day = Day(20_781);

/// Lists of every shape: from memory, streamed with and without a client, and Today.
const KINDS: [ListKind; 6] = [
    ListKind::Clients,
    ListKind::Contacts,
    ListKind::Sales,
    ListKind::FollowUps,
    ListKind::Activity,
    ListKind::Products,
];

/// A few clients, with names that mean something to whoever builds patterns of them.
pub fn portfolio() -> Store {
    let session = Session {
        today: TODAY,
        author: "nobody".into(),
        now_ms: || 1_795_510_800_000,
        currency: Currency::EUR,
    };
    let mut store = Store::in_memory(session).expect("a portfolio in memory");
    for (name, city) in [("Ñandú 100 %", "Córdoba"), ("a_b 'c' \"d\"", ""), ("🦊 & (x) OR -y", "Las Palmas")]
    {
        let draft = ClientDraft { name: name.into(), city: city.into(), ..ClientDraft::default() };
        store.answer(Request::SaveClient(Box::new(draft)), &mut |reply| {
            assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        });
    }
    store
}

/// Panics where it does not hold.
pub fn holds(store: &mut Store, line: &str) {
    for tag in ["es", "en"] {
        let locale = Locale::from_tag(tag).expect("a locale");
        let today = TODAY.date().expect("a day");
        for list in KINDS {
            let reading = Reading { list, today, locale: &locale, currency: store.currency(), custom: &[] };
            let filter = match parse(line, &reading) {
                Ok(filter) => filter,
                Err(error) => {
                    assert!(error.column(line) <= line.chars().count() + 1, "{line:?}: {error:?}");
                    assert!(!error.message(locale.lang).is_empty(), "{line:?}");
                    continue;
                }
            };
            for lang in Lang::ALL {
                let printed = filter.print(&reading, lang);
                assert_eq!(parse(&printed, &reading).as_ref(), Ok(&filter), "{line:?} -> {printed:?}");
            }
            let Some(root) = filter.root else { continue };
            let wanted = listed(store, list, Some(root.clone()));
            let others = listed(store, list, Some(Node::Not(Box::new(root))));
            assert!(wanted.is_disjoint(&others), "{line:?}");
            let all = listed(store, list, None);
            assert_eq!(wanted.union(&others).copied().collect::<BTreeSet<_>>(), all, "{line:?}");
        }
    }
}

fn listed(store: &mut Store, kind: ListKind, root: Option<Node>) -> BTreeSet<i64> {
    let filter = Filter { root, ..Filter::default() };
    let query = ListQuery { filter, closed: true, ..ListQuery::all(kind) };
    let mut found = BTreeSet::new();
    store.answer(Request::List { ticket: Ticket(1), query }, &mut |reply| match reply {
        Reply::Listed { ids, complete: true, .. } => {
            found = ids.iter().copied().collect();
            assert_eq!(found.len(), ids.len(), "a row stands once");
        }
        Reply::Listed { .. } => {}
        other => unreachable!("{other:?}"),
    });
    found
}
