//! What the keys of a row do to all the marked rows: one action, one undo, the count said before.

use crate::journal::request::ids;
use crate::repository::{TODAY, ask, visit};
use crate::support::{App, portfolio};
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, ContactId};
use cartera::domain::kinds::Outcome;
use cartera::domain::list::ListKind;
use cartera::repository::error::Error;
use cartera::repository::request::{Each, RecordId, Reply, Request};
use cartera::text::Lang;
use proptest::prelude::*;

fn app() -> App {
    App::over(portfolio(), Lang::Es, 120, 40)
}

#[test]
fn the_same_email_is_logged_for_each_marked_client_in_one_action() {
    let mut app = app();
    app.keys("<space><space>c").assert_shows("correo · 2 clientes");
    app.keys("Tarifa nueva<enter>").assert_shows("¿anotar lo mismo para 2 clientes?");
    app.keys("n").assert_shows("Tarifa nueva");
    app.keys("<enter>s").assert_shows("Anotado: 2 filas");
    app.keys("<esc>6").assert_shows("Tarifa nueva");
    app.keys("u").assert_shows("Deshecho: «Anotado: 2 filas»").assert_hides("Tarifa nueva");
}

#[test]
fn contacts_stand_for_their_clients_each_once() {
    let mut app = app();
    app.keys("3A");
    let contacts = ids(&mut portfolio(), ListKind::Contacts).len();
    assert!(contacts > 1);
    app.keys("l").assert_shows("cliente").assert_hides("filas");
    app.keys("<enter>").assert_shows("¿anotar lo mismo para");
}

#[test]
fn marked_clients_are_archived_and_come_back_with_one_undo() {
    let mut app = app();
    app.keys("<space><space>X").assert_shows("¿Archivar 2 clientes?");
    app.keys("s").assert_shows("Cliente archivado: 2 filas").assert_shows("Clientes  5");
    app.keys("u").assert_shows("Clientes  7");
}

#[test]
fn marked_follow_ups_are_done_or_put_off() {
    let mut app = app();
    app.keys("5Ad").assert_shows("¿Marcar como");
    app.keys("s").assert_shows("fila").assert_shows("deshace");
    app.keys("u<esc>Ab").assert_shows("¿Aplazar una semana");
    app.keys("s").assert_shows("deshace");
    app.keys("u<esc>Ah").assert_shows("una semana después");
    app.keys("+20d").assert_shows("Todas al");
    app.keys("<enter>").assert_shows("deshace");
}

#[test]
fn a_follow_up_and_an_offer_are_for_all_marked_clients() {
    let mut app = app();
    app.keys("<space><space>s").assert_shows("2 clientes");
    app.keys("mañana<enter><enter>Feria<enter><enter><enter><enter>").assert_shows("2 filas");
    app.keys("<esc>5").assert_shows("Feria");
}

#[test]
fn what_makes_no_sense_on_many_is_done_to_the_selected_row_and_said() {
    let mut app = app();
    app.keys("<space><space>i").assert_shows("solo en la seleccionada");
}

#[test]
fn the_footer_says_how_many_are_marked_and_what_works_on_them() {
    for lang in Lang::ALL {
        for (tab, name) in [("2", "clients"), ("5", "follow_ups")] {
            let mut app = App::over(portfolio(), lang, 80, 24);
            insta::assert_snapshot!(
                format!("marked_{name}_{}", lang.code()),
                app.keys(tab).keys("A").screen()
            );
        }
    }
}

#[test]
fn rows_that_refuse_are_left_out_and_counted() {
    let mut store = portfolio();
    let clients = ids(&mut store, ListKind::Clients);
    ask(&mut store, Request::Remove(RecordId::Client(ClientId(clients[0]))));
    let like = RecordId::Client(ClientId(0));
    let request = Request::ForMany { each: Each::Remove(like), ids: clients.clone().into() };
    let Reply::Saved { done, .. } = ask(&mut store, request.clone()) else {
        panic!("the others are archived")
    };
    let told = cartera::report::done(&done, Lang::Es);
    assert_eq!(told, format!("Cliente archivado: {} filas (1 no se pudo)", clients.len() - 1));
    // Nobody is left: the first says why.
    let answer = ask(&mut store, request);
    assert!(matches!(answer, Reply::Failed { error: Error::Stale, .. }), "{answer:?}");
}

#[test]
fn whom_an_entry_was_with_is_known_of_its_own_client_only() {
    let mut store = portfolio();
    let contacts = ids(&mut store, ListKind::Contacts);
    let contact = ContactId(contacts[0]);
    let of = match ask(&mut store, Request::Open(RecordId::Contact(contact))) {
        Reply::Opened { record: cartera::repository::request::Record::Contact(draft), .. } => draft.client,
        other => panic!("{other:?}"),
    };
    let Request::Log(mut log) = visit(of, TODAY, "hola") else { panic!("a visit is logged") };
    log.interaction.contact = Some(contact);
    let before = ids(&mut store, ListKind::Activity);
    let clients = ids(&mut store, ListKind::Clients);
    let request = Request::ForMany { each: Each::Log(log), ids: clients.clone().into() };
    assert!(matches!(ask(&mut store, request), Reply::Saved { .. }));
    let new: Vec<i64> =
        ids(&mut store, ListKind::Activity).into_iter().filter(|id| !before.contains(id)).collect();
    assert_eq!(new.len(), clients.len());
    let with = new.iter().filter(|id| {
        let open = Request::Open(RecordId::Interaction(cartera::domain::ids::InteractionId(**id)));
        match ask(&mut store, open) {
            Reply::Opened { record: cartera::repository::request::Record::Interaction(draft), .. } => {
                draft.contact == Some(contact)
            }
            other => panic!("{other:?}"),
        }
    });
    assert_eq!(with.count(), 1);
}

/// What is done to each of many, and the list whose rows it is for.
pub fn each() -> impl Strategy<Value = (ListKind, Each)> {
    let day = || proptest::option::of((-3..20_i32).prop_map(|days| TODAY.plus(days)));
    let log = |answered: bool| {
        let Request::Log(mut log) = visit(ClientId(1), TODAY, "hola") else { panic!("a visit is logged") };
        log.interaction.outcome = (!answered).then_some(Outcome::NoAnswer);
        log.tags = vec!["feria".to_owned()];
        Each::Log(log)
    };
    let put_off = |to: Option<Day>| (ListKind::Clients, Each::PutOff { to });
    prop_oneof![
        any::<bool>().prop_map(move |answered| (ListKind::Clients, log(answered))),
        day().prop_map(put_off),
        day().prop_map(|to| (ListKind::FollowUps, Each::SnoozeFollowUp { to })),
        Just((ListKind::FollowUps, Each::CompleteFollowUp)),
        Just((ListKind::Clients, Each::Remove(RecordId::Client(ClientId(0))))),
        Just((ListKind::Contacts, Each::Remove(RecordId::Contact(ContactId(0))))),
        Just((ListKind::Clients, Each::RestoreClient)),
    ]
}
