//! Undo and redo give back exactly what was there, whatever was done, also after the file was opened again.

mod step;

pub mod request;

use super::repository::{TODAY, ask, session, visit};
use cartera::domain::client::ClientDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::Outcome;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::today::TodayRow;
use cartera::repository::error::Error;
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use proptest::prelude::*;
use request::*;
use step::*;

/// The rows of Today in their order.
fn today(store: &mut Store) -> Vec<TodayRow> {
    let query = ListQuery { closed: true, ..ListQuery::all(ListKind::Today) };
    let Reply::Listed { ids, .. } = ask(store, Request::List { ticket: Ticket(1), query }) else { panic!() };
    let rows = Request::Rows { ticket: Ticket(1), kind: ListKind::Today, ids: ids.to_vec() };
    match ask(store, rows) {
        Reply::RowsLoaded { rows: Rows::Today(rows), .. } => rows,
        other => panic!("{other:?}"),
    }
}

/// What the journal keeps of a row holds no column that came later.
#[test]
fn what_was_undone_under_an_older_schema_is_redone_under_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let mut store = Store::open(&file, session()).unwrap();
    let draft = ClientDraft { name: "Alfa".into(), ..ClientDraft::default() };
    assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(draft))), Reply::Saved { .. }));
    let added = store.dump().unwrap();
    ask(&mut store, Request::Undo);
    let journal = rusqlite::Connection::open(&file).unwrap();
    let changed = journal.execute(
        "UPDATE change SET before = json_remove(before, '$.they_call', '$.they_call_until', '$.put_offs')
         WHERE table_name = 'client' AND before IS NOT NULL",
        [],
    );
    assert_eq!(changed.unwrap(), 1);
    let answer = ask(&mut store, Request::Redo);
    assert!(matches!(answer, Reply::Saved { .. }), "{answer:?}");
    assert_eq!(store.dump().unwrap(), added);
}

/// It counts a save, and that is all: there is nothing that undo could take back.
#[test]
fn what_changes_nothing_a_second_time_is_no_action() {
    let mut store = Store::in_memory(session()).unwrap();
    let draft = ClientDraft { name: "Alfa".into(), ..ClientDraft::default() };
    ask(&mut store, Request::SaveClient(Box::new(draft)));
    let client = ClientId(1);
    let mut nobody = visit(client, TODAY, "hola");
    let Request::Log(log) = &mut nobody else { panic!("a visit is logged") };
    log.interaction.outcome = Some(Outcome::NoAnswer);
    let before = store.dump().unwrap();
    for request in [Request::PutOff { client, to: TODAY.plus(8) }, nobody] {
        ask(&mut store, request);
    }
    for _ in 0..2 {
        ask(&mut store, Request::PutOff { client, to: TODAY.plus(8) });
    }
    ask(&mut store, Request::Undo);
    ask(&mut store, Request::Undo);
    assert_eq!(store.dump().unwrap(), before);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// The model is a stack of whole states: an action pushes one, undo goes back to the one below, redo forward. The
    /// derived facts are compared too, and with computing them anew.
    #[test]
    fn undo_and_redo_walk_through_the_states_that_were(steps in proptest::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.db");
        let mut store = Store::open(&file, session()).unwrap();
        // The first list makes the facts those of today.
        ids(&mut store, ListKind::Clients);
        // (state before, state after, can it be brought back?)
        let mut done: Vec<(String, String, bool)> = Vec::new();
        let mut undone: Vec<(String, String, bool)> = Vec::new();
        for step in steps {
            if matches!(step, Step::Reopen) {
                drop(store);
                store = Store::open(&file, session()).unwrap();
                continue;
            }
            let Some(request) = request(&mut store, &step) else { continue };
            let before = store.dump().unwrap();
            let answer = ask(&mut store, request);
            let after = store.dump().unwrap();
            match (&step, answer) {
                (Step::Undo, Reply::Saved { .. }) => {
                    let state = done.pop().expect("something was undone");
                    prop_assert_eq!(&after, &state.0);
                    undone.push(state);
                }
                (Step::Undo, Reply::Failed { error: Error::NothingToUndo, .. }) => prop_assert!(done.is_empty()),
                (Step::Redo, Reply::Saved { .. }) => {
                    let state = undone.pop().expect("something was redone");
                    prop_assert_eq!(&after, &state.1);
                    done.push(state);
                }
                (Step::Redo, Reply::Failed { error: Error::NothingToRedo, .. }) => prop_assert!(undone.is_empty()),
                (Step::Redo, Reply::Failed { error: Error::NotRedoable, .. }) => {
                    prop_assert!(undone.last().is_some_and(|state| !state.2));
                }
                (Step::Undo | Step::Redo, other) => prop_assert!(false, "{other:?}"),
                (_, Reply::Saved { .. }) if before != after => {
                    done.push((before, after.clone(), !matches!(step, Step::Publish(_))));
                    undone.clear();
                }
                // Archiving twice, closing what is closed: refused, and nothing changed.
                (_, _) => prop_assert_eq!(&before, &after),
            }
            let kept = store.dump().unwrap();
            store.recompute_facts().unwrap();
            prop_assert_eq!(kept, store.dump().unwrap(), "facts kept in step differ from facts computed anew");
        }
        // What is kept in memory for Today went along, too.
        let kept = today(&mut store);
        drop(store);
        prop_assert_eq!(kept, today(&mut Store::open(&file, session()).unwrap()));
    }
}
