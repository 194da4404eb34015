//! What is kept in memory of conditions follows what is written: a store that was asked before every write says what one says
//! that reads the file for the first time.

use super::client::*;
use super::{CONDITIONS, listed};
use crate::repository::ask;
use crate::support::{answers, portfolio, store, write};
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::list::ListKind;
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::Store;
use proptest::prelude::*;

/// Something that is done to the portfolio.
#[derive(Debug, Clone)]
enum Deed {
    New(Box<Client>),
    /// Another name, city, phone, email and tag.
    Change(usize, Box<Client>),
    /// More of all that belongs to a client.
    Add(usize, Box<Client>),
    Archive(usize),
    /// A product's name is what many clients are asked by.
    Rename(usize, &'static str),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => client().prop_map(|it| Deed::New(Box::new(it))),
        3 => (0_usize..6, client()).prop_map(|(at, it)| Deed::Change(at, Box::new(it))),
        3 => (0_usize..6, client()).prop_map(|(at, it)| Deed::Add(at, Box::new(it))),
        1 => (0_usize..6).prop_map(Deed::Archive),
        1 => (0_usize..3, prop::sample::select(vec!["Taladro", "Broca", "Sierra"]))
            .prop_map(|(at, name)| Deed::Rename(at, name)),
        3 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

fn done(store: &mut Store, deed: &Deed, ids: &mut Vec<i64>, shared: Shared) {
    let (people, products) = shared;
    match deed {
        Deed::New(it) => ids.push(write_one(store, it, people, products)),
        Deed::Change(at, it) => {
            let id = RecordId::Client(ClientId(ids[at % ids.len()]));
            // Undo may have taken the client away.
            let Some(Reply::Opened { record: Record::Client(mut draft), .. }) =
                answers(store, Request::Open(id)).pop()
            else {
                return;
            };
            (draft.name, draft.city) = (it.name.to_owned(), it.city.to_owned());
            (draft.phone, draft.email) = (it.phone.to_owned(), it.email.to_owned());
            (draft.stage, draft.owner) = (it.stage, it.owner.map(|at| people[at]));
            draft.tags = Some(it.tag.to_owned()).filter(|tag| !tag.is_empty()).into_iter().collect();
            answers(store, Request::SaveClient(draft));
        }
        Deed::Add(at, it) => {
            let id = ClientId(ids[at % ids.len()]);
            if answers(store, Request::Open(RecordId::Client(id))).iter().all(|it| !is_failed(it)) {
                let mut more = (**it).clone();
                // Nobody offers anything to whoever is archived, and nothing falls due.
                if listed(store, ListKind::Clients, "is:archived", "en").contains(&id.0) {
                    (more.offers, more.due) = (Vec::new(), None);
                }
                write_rows(store, &more, id, products);
            }
        }
        Deed::Archive(at) => {
            answers(store, Request::Remove(RecordId::Client(ClientId(ids[at % ids.len()]))));
        }
        Deed::Rename(at, name) => {
            let id = RecordId::Product(ProductId(products[*at]));
            if let Reply::Opened { record: Record::Product(mut draft), .. } = ask(store, Request::Open(id)) {
                draft.name = (*name).to_owned();
                answers(store, Request::SaveProduct(draft));
            }
        }
        Deed::Undo => drop(answers(store, Request::Undo)),
        Deed::Redo => drop(answers(store, Request::Redo)),
    }
}

type Shared = ([cartera::domain::ids::SalespersonId; 2], [i64; 3]);

fn is_failed(reply: &Reply) -> bool {
    matches!(reply, Reply::Failed { .. })
}

/// What lists of what belongs to clients are asked by.
const ROWS: [(ListKind, &str); 8] = [
    (ListKind::Sales, "ferre"),
    (ListKind::Sales, "ana -ferre"),
    (ListKind::Activity, "%"),
    (ListKind::Activity, "visit"),
    (ListKind::Contacts, "munoz"),
    (ListKind::Contacts, "cordoba"),
    (ListKind::Offers, "taladro"),
    (ListKind::FollowUps, "o"),
];

fn asked(store: &mut Store) -> Vec<(&'static str, Vec<i64>)> {
    let flags = ["is:neglected", "is:silent", "is:duplicate", "is:lost-product", "is:archived", "phone:6*"];
    let lines = CONDITIONS.iter().map(|it| it.1).chain(flags);
    let of_clients = lines.map(|line| (ListKind::Clients, line));
    of_clients.chain(ROWS).map(|(kind, line)| (line, listed(store, kind, line, "en"))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_is_kept_is_what_would_be_read(
        clients in prop::collection::vec(client(), 1..5),
        deeds in prop::collection::vec(deed(), 1..10),
        ahead in 0_usize..40,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.db");
        let session = store().session().clone();
        let mut store = Store::open(&path, session.clone()).unwrap();
        let shared = write_shared(&mut store);
        let mut ids: Vec<i64> = clients.iter().map(|it| write_one(&mut store, it, shared.0, shared.1)).collect();
        listed(&mut store, ListKind::Clients, "", "en");
        for _ in 0..ahead {
            store.read_ahead();
        }
        for deed in &deeds {
            asked(&mut store);
            done(&mut store, deed, &mut ids, shared);
        }
        let kept = asked(&mut store);
        let fresh = asked(&mut Store::open(&path, session).unwrap());
        prop_assert_eq!(kept, fresh);
    }
}

/// Of the example of all kinds of rows too, when it is read ahead part by part while others write.
#[test]
fn what_is_read_ahead_is_what_is_asked_for() {
    let mut ahead = portfolio();
    listed(&mut ahead, ListKind::Clients, "", "en");
    let mut parts = 0;
    while ahead.read_ahead() {
        parts += 1;
        if parts == 5 {
            let first = listed(&mut ahead, ListKind::Clients, "", "en")[0];
            write(&mut ahead, Request::Remove(RecordId::Client(ClientId(first))));
        }
        assert!(parts < 1_000, "it has no end");
    }
    assert!(parts > 5, "{parts}");
    let mut other = portfolio();
    let first = listed(&mut other, ListKind::Clients, "", "en")[0];
    write(&mut other, Request::Remove(RecordId::Client(ClientId(first))));
    assert_eq!(asked(&mut ahead), asked(&mut other));
}
