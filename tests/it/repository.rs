//! The storage through its requests: what is saved is there, and undo gives it back.

use crate::support::lists::summed;
use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::interaction::{InteractionDraft, LogDraft};
use cartera::domain::kinds::*;
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::domain::product::ProductDraft;
use cartera::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use cartera::domain::stars::Stars;
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket, Verb};
use cartera::repository::store::{Session, Store};

pub const TODAY: Day = Day(20_781); // 2026-11-24

pub fn session() -> Session {
    Session { today: TODAY, author: "Ana".to_owned(), now_ms: || 1_795_478_400_000, currency: Currency::EUR }
}

pub fn store() -> Store {
    Store::in_memory(session()).unwrap()
}

/// The last answer to a request.
pub fn ask(store: &mut Store, request: Request) -> Reply {
    let mut last = None;
    store.answer(request, &mut |reply| last = Some(reply));
    last.expect("every request is answered")
}

pub fn saved(reply: Reply) -> RecordId {
    match reply {
        Reply::Saved { record: Some(record), .. } => record,
        other => panic!("not saved: {other:?}"),
    }
}

pub fn refused(reply: Reply) -> Error {
    match reply {
        Reply::Failed { error, .. } => error,
        other => panic!("not refused: {other:?}"),
    }
}

pub fn add_client(store: &mut Store, name: &str, city: &str) -> ClientId {
    let draft = ClientDraft { name: name.to_owned(), city: city.to_owned(), ..ClientDraft::default() };
    match saved(ask(store, Request::SaveClient(Box::new(draft)))) {
        RecordId::Client(id) => id,
        other => panic!("{other:?}"),
    }
}

fn contact(client: ClientId, name: &str) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client,
        name: name.to_owned(),
        job_title: String::new(),
        role: ContactRole::Purchasing,
        main: true,
        phone: String::new(),
        email: String::new(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}

pub fn visit(client: ClientId, day: Day, text: &str) -> Request {
    let interaction = InteractionDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        kind: InteractionKind::Visit,
        direction: Direction::Out,
        day,
        minutes: None,
        outcome: None,
        text: text.to_owned(),
    };
    Request::Log(Box::new(LogDraft::of(interaction)))
}

pub fn sale(client: ClientId, day: Day, euros: i64) -> SaleDraft {
    SaleDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        day,
        number: String::new(),
        kind: SaleKind::Sale,
        currency: "EUR".to_owned(),
        rate_nanos: RATE_ONE,
        lines: vec![SaleLine {
            product: None,
            description: "Taladro".to_owned(),
            quantity_milli: 1_000,
            price_micros: euros * 1_000_000,
            discount_bp: 0,
        }],
        notes: String::new(),
    }
}

fn search(store: &mut Store, kind: ListKind, text: &str) -> Vec<i64> {
    summed(store, ListQuery { search: text.to_owned(), ..ListQuery::all(kind) }).0
}

fn client_row(store: &mut Store, id: ClientId) -> cartera::domain::client::ClientRow {
    let request = Request::Rows { ticket: Ticket(1), kind: ListKind::Clients, ids: vec![id.0] };
    match ask(store, request) {
        Reply::RowsLoaded { rows: Rows::Clients(mut rows), .. } => rows.pop().unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_client_is_found_by_name_city_code_and_contact_whatever_the_accents() {
    let mut store = store();
    let peña = add_client(&mut store, "Ferretería Peña", "Córdoba");
    let lopez = add_client(&mut store, "Suministros López", "Madrid");
    ask(&mut store, Request::SaveContact(contact(lopez, "Íñigo Núñez")));
    for text in ["pena", "PEÑA", "cordoba", "ferre pen", "peña córdoba"] {
        assert_eq!(search(&mut store, ListKind::Clients, text), [peña.0], "{text}");
    }
    assert_eq!(search(&mut store, ListKind::Clients, "inigo nunez"), [lopez.0]);
    assert!(search(&mut store, ListKind::Clients, "inigo pena").is_empty());
    assert_eq!(search(&mut store, ListKind::Contacts, "madrid").len(), 1);
    ask(&mut store, Request::SaveContact(contact(lopez, "Luis Gil")));
    assert_eq!(search(&mut store, ListKind::Contacts, "nunez").len(), 1, "not the colleagues");
    assert_eq!(search(&mut store, ListKind::Contacts, "lopez").len(), 2);
    assert_eq!(search(&mut store, ListKind::Clients, "100%").len(), 0);
}

#[test]
fn clients_sort_the_spanish_way_and_stay_sorted_as_they_change() {
    let mut store = store();
    let names = ["Ñandú", "Nube", "Zeta", "ábaco", "Oeste"];
    let ids: Vec<ClientId> = names.iter().map(|name| add_client(&mut store, name, "")).collect();
    let by_name = |store: &mut Store| -> Vec<String> {
        let ids = summed(store, ListQuery::all(ListKind::Clients)).0;
        ids.iter().map(|id| client_row(store, ClientId(*id)).name).collect()
    };
    assert_eq!(by_name(&mut store), ["ábaco", "Nube", "Ñandú", "Oeste", "Zeta"]);
    let Reply::Opened { record: Record::Client(mut draft), .. } =
        ask(&mut store, Request::Open(RecordId::Client(ids[2])))
    else {
        panic!()
    };
    draft.name = "Alfa".to_owned();
    saved(ask(&mut store, Request::SaveClient(draft)));
    assert_eq!(by_name(&mut store), ["ábaco", "Alfa", "Nube", "Ñandú", "Oeste"]);
    assert!(search(&mut store, ListKind::Clients, "zeta").is_empty());
    assert_eq!(search(&mut store, ListKind::Clients, "alfa"), [ids[2].0]);
}

#[test]
fn saving_over_somebody_elses_change_is_refused() {
    let mut store = store();
    let id = add_client(&mut store, "López", "");
    let open = |store: &mut Store| match ask(store, Request::Open(RecordId::Client(id))) {
        Reply::Opened { record: Record::Client(draft), .. } => draft,
        other => panic!("{other:?}"),
    };
    let (mut mine, mut theirs) = (open(&mut store), open(&mut store));
    theirs.city = "Lima".to_owned();
    saved(ask(&mut store, Request::SaveClient(theirs)));
    mine.city = "Quito".to_owned();
    assert!(matches!(refused(ask(&mut store, Request::SaveClient(mine))), Error::Stale));
    assert_eq!(client_row(&mut store, id).city, "Lima");
}

#[test]
fn a_code_belongs_to_one_client() {
    let mut store = store();
    let draft = ClientDraft { name: "Uno".into(), code: "A1".into(), ..ClientDraft::default() };
    saved(ask(&mut store, Request::SaveClient(Box::new(draft.clone()))));
    let second = ClientDraft { name: "Dos".into(), ..draft };
    match refused(ask(&mut store, Request::SaveClient(Box::new(second)))) {
        Error::Taken { field: "code", by } => assert_eq!(by, "Uno"),
        other => panic!("{other:?}"),
    }
    let nameless = ClientDraft::default();
    let error = refused(ask(&mut store, Request::SaveClient(Box::new(nameless))));
    assert!(matches!(error, Error::Refused { field: "name" }), "{error:?}");
}

#[test]
fn a_sale_rates_its_client_at_once_and_undo_takes_both_back() {
    let mut store = store();
    let id = add_client(&mut store, "López", "");
    assert_eq!(client_row(&mut store, id).stars, None);
    saved(ask(&mut store, Request::SaveSale(sale(id, TODAY, 1_000))));
    let row = client_row(&mut store, id);
    assert_eq!(row.stars.map(Stars::get), Some(5), "the only buyer carries the whole value");
    assert_eq!((row.sales_year, row.last_buy, row.stage), (100_000, Some(TODAY), Stage::Client));
    let Reply::Saved { done, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert_eq!((done.verb, done.reverted, done.subject.as_str()), (Verb::Undo, Some(Verb::AddSale), "López"));
    let row = client_row(&mut store, id);
    assert_eq!((row.stars, row.sales_year, row.last_buy, row.stage), (None, 0, None, Stage::Prospect));
    let Reply::Saved { .. } = ask(&mut store, Request::Redo) else { panic!() };
    assert_eq!(client_row(&mut store, id).sales_year, 100_000);
    assert!(matches!(refused(ask(&mut store, Request::Redo)), Error::NothingToRedo));
}

#[test]
fn lists_sort_by_any_of_their_columns_with_missing_values_last() {
    let mut store = store();
    let first = add_client(&mut store, "Alfa", "Lima");
    let second = add_client(&mut store, "Beta", "");
    let third = add_client(&mut store, "Gama", "Bogotá");
    saved(ask(&mut store, Request::SaveSale(sale(third, TODAY.plus(-10), 500))));
    saved(ask(&mut store, Request::SaveSale(sale(first, TODAY.plus(-5), 100))));
    saved(ask(&mut store, visit(second, TODAY, "hola")));
    for kind in ListKind::ALL {
        for column in kind.columns() {
            for descending in [false, true] {
                let sort = vec![Sort { column: *column, descending }];
                let sorted = summed(&mut store, ListQuery { sort, ..ListQuery::all(*kind) }).0;
                assert_eq!(
                    sorted.len(),
                    summed(&mut store, ListQuery::all(*kind)).0.len(),
                    "{kind:?} {column:?}"
                );
            }
        }
    }
    let sorted = |store: &mut Store, column, descending| {
        summed(
            store,
            ListQuery { sort: vec![Sort { column, descending }], ..ListQuery::all(ListKind::Clients) },
        )
        .0
    };
    assert_eq!(sorted(&mut store, Column::City, false), [third.0, first.0, second.0]);
    assert_eq!(sorted(&mut store, Column::City, true), [first.0, third.0, second.0]);
    assert_eq!(sorted(&mut store, Column::SalesYear, true), [third.0, first.0, second.0]);
    assert_eq!(sorted(&mut store, Column::LastBuy, true), [first.0, third.0, second.0]);
    let (_, sum) = summed(&mut store, ListQuery::all(ListKind::Sales));
    assert_eq!(sum, Some(60_000));
}

#[test]
fn every_column_of_text_sorts_the_spanish_way() {
    let mut store = store();
    let words = ["Zamora", "Ávila", "Ñora", "nube", "Burgos"];
    for (number, word) in words.iter().enumerate() {
        let client = ClientDraft {
            name: format!("Client {number}"),
            city: (*word).to_owned(),
            sector: (*word).to_owned(),
            ..ClientDraft::default()
        };
        let RecordId::Client(id) = saved(ask(&mut store, Request::SaveClient(Box::new(client)))) else {
            panic!()
        };
        let contact = ContactDraft { job_title: (*word).to_owned(), ..contact(id, "Ana") };
        saved(ask(&mut store, Request::SaveContact(contact)));
        let product = ProductDraft {
            name: format!("Product {number}"),
            active: true,
            unit: (*word).to_owned(),
            family: (*word).to_owned(),
            ..ProductDraft::default()
        };
        saved(ask(&mut store, Request::SaveProduct(product)));
    }
    for (kind, column) in [
        (ListKind::Clients, Column::City),
        (ListKind::Clients, Column::Sector),
        (ListKind::Contacts, Column::City),
        (ListKind::Contacts, Column::JobTitle),
        (ListKind::Products, Column::Unit),
        (ListKind::Products, Column::Family),
    ] {
        let sort = vec![Sort { column, descending: false }];
        let ids = summed(&mut store, ListQuery { sort, ..ListQuery::all(kind) }).0;
        let sorted: Vec<&str> = ids.iter().map(|id| words[usize::try_from(*id).unwrap() - 1]).collect();
        assert_eq!(sorted, ["Ávila", "Burgos", "nube", "Ñora", "Zamora"], "{kind:?} {column:?}");
    }
}

#[test]
fn a_city_written_with_and_without_its_accent_is_one_place_in_the_order() {
    let mut store = store();
    let second = add_client(&mut store, "Beta", "Bogota");
    let first = add_client(&mut store, "Alfa", "Bogotá");
    for descending in [false, true] {
        let sort = vec![Sort { column: Column::City, descending }];
        let ids = summed(&mut store, ListQuery { sort, ..ListQuery::all(ListKind::Clients) }).0;
        assert_eq!(ids, [first.0, second.0], "by name within the city");
    }
}

#[test]
fn a_card_tells_the_whole_story() {
    let mut store = store();
    let id = add_client(&mut store, "López", "Lima");
    let RecordId::Contact(buyer) = saved(ask(&mut store, Request::SaveContact(contact(id, "Ana Ruiz"))))
    else {
        panic!()
    };
    let mut bought = sale(id, TODAY.plus(-3), 250);
    bought.contact = Some(buyer);
    saved(ask(&mut store, Request::SaveSale(bought)));
    saved(ask(&mut store, visit(id, TODAY, "presenté el X2")));
    let due = FollowUpDraft {
        id: None,
        rev: 0,
        client: id,
        contact: None,
        salesperson: None,
        due: TODAY.plus(7),
        kind: FollowUpKind::Call,
        title: "Presupuesto".to_owned(),
        recurrence: None,
    };
    let RecordId::FollowUp(follow_up) = saved(ask(&mut store, Request::SaveFollowUp(due))) else { panic!() };
    let Reply::CardLoaded { card, .. } = ask(&mut store, Request::Card { ticket: Ticket(1), client: id })
    else {
        panic!()
    };
    assert_eq!(card.buyer.as_ref().map(|it| it.name.as_str()), Some("Ana Ruiz"));
    assert_eq!(card.last_buyer, Some(("Ana Ruiz".to_owned(), TODAY.plus(-3))));
    assert_eq!((card.timeline.len(), card.open_follow_ups.len(), card.visits_year), (2, 1, 1));
    assert_eq!(card.row.next_due, Some(TODAY.plus(7)));
    assert!(card.rating.is_some());
    ask(&mut store, Request::SnoozeFollowUp { id: follow_up, to: TODAY.plus(14) });
    assert_eq!(client_row(&mut store, id).next_due, Some(TODAY.plus(14)));
    ask(&mut store, Request::CompleteFollowUp(follow_up));
    assert_eq!(client_row(&mut store, id).next_due, None);
}

#[test]
fn clients_are_proposed_by_name_first_those_that_begin_so() {
    let mut store = store();
    let rest = add_client(&mut store, "Bar López", "Lima");
    let first = add_client(&mut store, "López", "Quito");
    let gone = add_client(&mut store, "Lopera", "Quito");
    let other = add_client(&mut store, "Zeta", "Quito");
    saved(ask(&mut store, Request::SaveContact(contact(other, "Ana Lope"))));
    ask(&mut store, Request::Remove(RecordId::Client(gone)));
    let propose = |store: &mut Store, text: &str, limit: usize| {
        let text = text.to_owned();
        let request =
            Request::LookUp { ticket: Ticket(1), kind: ListKind::Clients, text, client: None, limit };
        match ask(store, request) {
            Reply::LookedUp { candidates, .. } => {
                candidates.into_iter().map(|it| (it.id, it.detail)).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        }
    };
    let named = |id: ClientId, city: &str| (id.0, city.to_owned());
    assert_eq!(
        propose(&mut store, "LÓP", 9),
        [named(first, "Quito"), named(rest, "Lima"), named(other, "Quito")]
    );
    assert_eq!(propose(&mut store, "lop", 2), [named(first, "Quito"), named(rest, "Lima")]);
    assert_eq!(propose(&mut store, "lopez lima", 9), [named(rest, "Lima")]);
    assert_eq!(propose(&mut store, "", 9).len(), 3);
    assert!(propose(&mut store, "nadie", 9).is_empty());
}

#[test]
fn of_a_long_history_the_card_shows_the_newest_and_counts_the_rest() {
    let mut store = store();
    let id = add_client(&mut store, "López", "Lima");
    let mut requests = Vec::new();
    for ago in 0..400 {
        requests.push(visit(id, TODAY.plus(-2 * ago), "hola"));
        requests.push(Request::SaveSale(sale(id, TODAY.plus(-2 * ago - 1), 10)));
    }
    store.perform_all(Verb::Import, &requests).unwrap();
    let Reply::CardLoaded { card, .. } = ask(&mut store, Request::Card { ticket: Ticket(1), client: id })
    else {
        panic!()
    };
    let days: Vec<i32> = card.timeline.iter().map(|item| TODAY.0 - item.day.0).collect();
    assert_eq!(days, (0..500).collect::<Vec<_>>());
    assert_eq!(card.timeline_more, 300);
}

#[test]
fn what_is_in_use_is_not_deleted() {
    let mut store = store();
    let product = ProductDraft {
        name: "Taladro".into(),
        active: true,
        family: "Máquinas".into(),
        ..ProductDraft::default()
    };
    let RecordId::Product(product) = saved(ask(&mut store, Request::SaveProduct(product))) else { panic!() };
    let client = add_client(&mut store, "López", "");
    let mut bought = sale(client, TODAY, 10);
    bought.lines[0].product = Some(product);
    saved(ask(&mut store, Request::SaveSale(bought)));
    let error = refused(ask(&mut store, Request::Remove(RecordId::Product(product))));
    assert!(matches!(error, Error::InUse { count: 1, .. }), "{error:?}");
    ask(&mut store, Request::Undo);
    assert!(matches!(ask(&mut store, Request::Remove(RecordId::Product(product))), Reply::Saved { .. }));
    assert!(search(&mut store, ListKind::Products, "taladro").is_empty());
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let mut store = store();
    let id = add_client(&mut store, "López", "");
    let Reply::Opened { record: Record::Client(draft), .. } =
        ask(&mut store, Request::Open(RecordId::Client(id)))
    else {
        panic!()
    };
    ask(&mut store, Request::SaveClient(draft));
    let Reply::Saved { done, .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert_eq!(done.reverted, Some(Verb::AddClient));
    assert!(matches!(refused(ask(&mut store, Request::Undo)), Error::NothingToUndo));
}
