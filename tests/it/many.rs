//! Many writes as one action: all or nothing, one undo; and the offers that come in so.

use super::repository::{TODAY, add_client, ask, sale, store, visit};
use cartera::domain::card::{ClientCard, TimelineEvent};
use cartera::domain::client::ClientDraft;
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::kinds::OfferAnswer;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::offer::OfferDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::stars::Stars;
use cartera::repository::error::Error;
use cartera::repository::request::{RecordId, Reply, Request, Ticket, Verb};
use cartera::repository::store::Store;

fn named(name: &str, code: &str) -> Request {
    let (name, code) = (name.to_owned(), code.to_owned());
    Request::SaveClient(Box::new(ClientDraft { name, code, ..ClientDraft::default() }))
}

fn clients(store: &mut Store) -> Vec<i64> {
    let request = Request::List { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients) };
    match ask(store, request) {
        Reply::Listed { ids, .. } => ids.to_vec(),
        other => panic!("{other:?}"),
    }
}

fn card(store: &mut Store, client: ClientId) -> ClientCard {
    match ask(store, Request::Card { ticket: Ticket(1), client }) {
        Reply::CardLoaded { card, .. } => *card,
        other => panic!("{other:?}"),
    }
}

#[test]
fn many_writes_are_one_action_with_one_undo() {
    let mut store = store();
    let first = add_client(&mut store, "Alfa", "Lima");
    assert_eq!(clients(&mut store), [first.0]);
    let requests = [
        named("Beta", "B"),
        Request::SaveSale(sale(first, TODAY.plus(-3), 500)),
        visit(first, TODAY, "hola"),
        named("Gama", "G"),
    ];
    let records = store.perform_all(Verb::EditClient, &requests).unwrap();
    let [Some(RecordId::Client(second)), Some(RecordId::Sale(_)), Some(RecordId::Client(visited)), Some(_)] =
        records[..]
    else {
        panic!("{records:?}")
    };
    assert_eq!(visited, first);
    assert_eq!(clients(&mut store)[..2], [first.0, second.0], "the index knows what came in");
    let after = card(&mut store, first);
    assert_eq!((after.row.sales_year, after.row.last_touch), (50_000, Some(TODAY)));
    assert_eq!(after.row.stars.map(Stars::get), Some(5), "calibrated with everything");

    let Reply::Saved { done, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert_eq!((done.reverted, done.subject.as_str()), (Some(Verb::EditClient), "4"));
    assert_eq!(clients(&mut store), [first.0]);
    let before = card(&mut store, first);
    assert_eq!((before.row.stars, before.row.sales_year, before.timeline.len()), (None, 0, 0));
    assert!(matches!(ask(&mut store, Request::Redo), Reply::Saved { .. }));
    let mut redone = card(&mut store, first);
    // The revision only counts saves.
    redone.file.rev = after.file.rev;
    assert_eq!(redone, after);
}

#[test]
fn one_refusal_takes_all_of_them_back() {
    let mut store = store();
    let requests = [named("Beta", "B"), named("Gama", "B")];
    let error = store.perform_all(Verb::EditClient, &requests).unwrap_err();
    assert!(matches!(error, Error::Taken { field: "code", .. }), "{error:?}");
    assert!(clients(&mut store).is_empty());
    let Reply::Failed { error, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert!(matches!(error, Error::NothingToUndo));
}

#[test]
fn what_is_no_write_of_rows_is_none_of_many() {
    let mut store = store();
    add_client(&mut store, "Alfa", "");
    for request in [Request::Undo, Request::Redo, Request::LoadDrafts, Request::ChangeDay(TODAY.plus(9))] {
        let error = store.perform_all(Verb::EditClient, &[named("Beta", ""), request]).unwrap_err();
        assert!(matches!(error, Error::Alone), "{error:?}");
    }
    assert_eq!(clients(&mut store).len(), 1);
}

#[test]
fn nothing_at_all_leaves_no_trace() {
    let mut store = store();
    assert!(store.perform_all(Verb::EditClient, &[]).unwrap().is_empty());
    let Reply::Failed { error, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert!(matches!(error, Error::NothingToUndo));
}

#[test]
fn an_offer_stands_in_the_timeline_of_its_client_until_undone() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    let product = ProductDraft { name: "Taladro X2".into(), active: true, ..ProductDraft::default() };
    let Reply::Saved { record: Some(RecordId::Product(product)), .. } =
        ask(&mut store, Request::SaveProduct(product))
    else {
        panic!()
    };
    let draft = OfferDraft {
        id: None,
        rev: 0,
        client,
        product,
        salesperson: None,
        interaction: None,
        day: TODAY.plus(-4),
        answer: OfferAnswer::Rejected,
        answered: Some(TODAY),
        reason: " caro\r\n".to_owned(),
    };
    let Reply::Saved { record, done } = ask(&mut store, Request::SaveOffer(draft.clone())) else { panic!() };
    assert!(matches!(record, Some(RecordId::Offer(_))));
    assert_eq!((done.verb, done.subject.as_str()), (Verb::AddOffer, "Alfa · Taladro X2"));
    let offers = |store: &mut Store| -> Vec<(String, OfferAnswer, String)> {
        let timeline = card(store, client).timeline;
        let offers = timeline.into_iter().filter_map(|item| match item.what {
            TimelineEvent::Offer { product, answer, reason, .. } => Some((product, answer, reason)),
            _ => None,
        });
        offers.collect()
    };
    assert_eq!(offers(&mut store), [("Taladro X2".to_owned(), OfferAnswer::Rejected, "caro".to_owned())]);
    ask(&mut store, Request::Undo);
    assert_eq!(offers(&mut store), []);
    let unknown = OfferDraft { product: ProductId(99), ..draft };
    assert!(matches!(ask(&mut store, Request::SaveOffer(unknown)), Reply::Failed { .. }));
}
