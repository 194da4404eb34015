//! Today over a real storage and a clock that moves: who is in it, since when, for how long, and in which order.

use super::repository::{TODAY, add_client, ask, refused, sale, saved, session, visit};
use cartera::attention::Reason;
use cartera::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, FollowUpId, ProductId, SalespersonId};
use cartera::domain::kinds::{FollowUpKind, OfferAnswer, SalespersonRole};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::offer::OfferDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::salesperson::SalespersonDraft;
use cartera::domain::today::{TodayHead, TodayRow};
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::{Session, Store};

fn store() -> Store {
    Store::in_memory(session()).unwrap()
}

fn listed(store: &mut Store, query: ListQuery) -> (Vec<i64>, TodayHead) {
    match ask(store, Request::List { ticket: Ticket(1), query }) {
        Reply::Listed { ids, complete: true, head: Some(head), .. } => (ids.to_vec(), *head),
        other => panic!("{other:?}"),
    }
}

fn today(store: &mut Store) -> Vec<i64> {
    listed(store, ListQuery::all(ListKind::Today)).0
}

fn face(store: &mut Store, kind: ListKind) -> Vec<i64> {
    listed(store, ListQuery::all(kind)).0
}

fn row(store: &mut Store, client: ClientId) -> TodayRow {
    match ask(store, Request::Why { ticket: Ticket(1), client }) {
        Reply::WhyTold { row: Some(row), .. } => *row,
        other => panic!("{other:?}"),
    }
}

fn go_to(store: &mut Store, day: Day) {
    assert!(matches!(ask(store, Request::ChangeDay(day)), Reply::DayChanged));
}

/// Changes a client's file.
fn edit(store: &mut Store, client: ClientId, change: impl FnOnce(&mut ClientDraft)) {
    let Reply::Opened { record: Record::Client(mut draft), .. } =
        ask(store, Request::Open(RecordId::Client(client)))
    else {
        panic!("a client opens")
    };
    change(&mut draft);
    saved(ask(store, Request::SaveClient(draft)));
}

/// A client with so much potential, which decides what is at stake.
fn add(store: &mut Store, name: &str, euros: i64) -> ClientId {
    let client = add_client(store, name, "");
    edit(store, client, |draft| {
        draft.potential = Some(PotentialEstimate { minor: euros * 100, on: TODAY, source: String::new() });
    });
    client
}

fn follow_up(
    store: &mut Store,
    client: ClientId,
    due: Day,
    salesperson: Option<SalespersonId>,
) -> FollowUpId {
    let draft = FollowUpDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson,
        due,
        kind: FollowUpKind::Call,
        title: "Presupuesto".into(),
        recurrence: None,
    };
    match saved(ask(store, Request::SaveFollowUp(draft))) {
        RecordId::FollowUp(id) => id,
        other => panic!("{other:?}"),
    }
}

fn seller(store: &mut Store, name: &str, role: SalespersonRole, capacity: Option<i64>) -> SalespersonId {
    let draft = SalespersonDraft {
        id: None,
        rev: 0,
        code: String::new(),
        name: name.into(),
        email: format!("{}@casa.example", name.to_lowercase()),
        role,
        reports_to: None,
        stars_from: 0,
        stars_to: 5,
        touches_per_week: capacity,
        active: true,
    };
    match saved(ask(store, Request::SaveSalesperson(draft))) {
        RecordId::Salesperson(id) => id,
        other => panic!("{other:?}"),
    }
}

fn served_by(store: &mut Store, client: ClientId, owner: SalespersonId) {
    edit(store, client, |draft| draft.owner = Some(owner));
}

#[test]
fn a_contact_takes_the_client_out_and_its_limit_brings_it_back() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "Lima");
    assert_eq!(today(&mut store), [client.0]);
    assert_eq!(row(&mut store, client).reasons, [Reason::NeverContacted]);
    edit(&mut store, client, |draft| (draft.visit_every, draft.touch_every) = (Some(30), Some(14)));
    saved(ask(&mut store, visit(client, TODAY, "")));
    for ahead in 0..14 {
        go_to(&mut store, TODAY.plus(ahead));
        assert_eq!(today(&mut store), [0_i64; 0], "{ahead} days later");
    }
    go_to(&mut store, TODAY.plus(14));
    assert_eq!(today(&mut store), [client.0]);
    let [Reason::Touch(late)] = row(&mut store, client).reasons[..] else { panic!() };
    assert_eq!((late.days, late.own), (0, true));
    // Undone, it was never contacted; redone, it is as late as before.
    ask(&mut store, Request::Undo);
    assert_eq!(row(&mut store, client).reasons, [Reason::NeverContacted]);
    ask(&mut store, Request::Redo);
    go_to(&mut store, TODAY.plus(33));
    assert_eq!(row(&mut store, client).reasons.len(), 2, "the visit is late as well");
}

#[test]
fn a_follow_up_is_there_on_its_day_and_until_it_is_done() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    saved(ask(&mut store, visit(client, TODAY, "")));
    let id = follow_up(&mut store, client, TODAY.plus(3), None);
    go_to(&mut store, TODAY.plus(2));
    assert_eq!(today(&mut store), [0_i64; 0]);
    go_to(&mut store, TODAY.plus(3));
    assert_eq!(today(&mut store), [client.0]);
    go_to(&mut store, TODAY.plus(9));
    assert!(matches!(row(&mut store, client).reasons[..], [Reason::FollowUp { days: 6, .. }]));
    ask(&mut store, Request::SnoozeFollowUp { id, to: TODAY.plus(16) });
    assert_eq!(today(&mut store), [0_i64; 0]);
    go_to(&mut store, TODAY.plus(16));
    assert_eq!(today(&mut store), [client.0]);
    ask(&mut store, Request::CompleteFollowUp(id));
    assert_eq!(today(&mut store), [0_i64; 0]);
}

#[test]
fn who_must_not_be_contacted_or_will_call_is_left_in_peace() {
    let mut store = store();
    let (never, calls, later) =
        (add(&mut store, "Alfa", 10), add(&mut store, "Beta", 20), add(&mut store, "Gamma", 30));
    for client in [never, calls, later] {
        follow_up(&mut store, client, TODAY, None);
    }
    edit(&mut store, never, |draft| draft.do_not_contact = true);
    edit(&mut store, calls, |draft| draft.they_call = Some(TheyCall { until: None }));
    edit(&mut store, later, |draft| draft.they_call = Some(TheyCall { until: Some(TODAY.plus(5)) }));
    assert_eq!(today(&mut store), [0_i64; 0]);
    let query = ListQuery::all(ListKind::FollowUps);
    let Reply::Listed { ids, .. } = ask(&mut store, Request::List { ticket: Ticket(1), query }) else {
        panic!()
    };
    assert_eq!(ids.len(), 3, "what was promised stays in the follow-ups");
    go_to(&mut store, TODAY.plus(4));
    assert_eq!(today(&mut store), [0_i64; 0]);
    go_to(&mut store, TODAY.plus(5));
    assert_eq!(today(&mut store), [later.0]);
    let Reply::Opened { record: Record::Client(draft), .. } =
        ask(&mut store, Request::Open(RecordId::Client(later)))
    else {
        panic!()
    };
    assert_eq!(draft.they_call, Some(TheyCall { until: Some(TODAY.plus(5)) }), "as it was typed");
}

#[test]
fn who_says_when_it_is_visited_that_it_will_call_is_left_in_peace_by_the_same_action() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    edit(&mut store, client, |draft| draft.touch_every = Some(3));
    let Request::Log(mut draft) = visit(client, TODAY, "") else { panic!() };
    draft.they_call = Some(TheyCall { until: Some(TODAY.plus(10)) });
    saved(ask(&mut store, Request::Log(draft)));
    go_to(&mut store, TODAY.plus(9));
    assert_eq!(today(&mut store), [0_i64; 0]);
    go_to(&mut store, TODAY.plus(10));
    assert_eq!(today(&mut store), [client.0]);
    ask(&mut store, Request::Undo);
    assert_eq!(row(&mut store, client).reasons, [Reason::NeverContacted]);
}

/// Puts a client off for a week, and goes there.
fn put_off_a_week(store: &mut Store, client: ClientId) {
    let to = store.session().today.plus(7);
    saved(ask(store, Request::PutOff { client, to }));
    assert_eq!(today(store), [0_i64; 0]);
    go_to(store, to.plus(-1));
    assert_eq!(today(store), [0_i64; 0], "until that day");
    go_to(store, to);
    assert_eq!(today(store), [client.0]);
}

#[test]
fn the_third_time_a_good_client_is_put_off_shows_and_a_touch_begins_the_count_anew() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    saved(ask(&mut store, Request::SaveSale(sale(client, TODAY, 5_000))));
    for times in 1..=3 {
        assert_eq!(face(&mut store, ListKind::PutOff), [0_i64; 0], "{times}");
        put_off_a_week(&mut store, client);
        assert_eq!(row(&mut store, client).times_put_off, times);
    }
    assert!(row(&mut store, client).stars.is_some_and(|stars| stars.get() >= 4));
    assert_eq!(face(&mut store, ListKind::PutOff), [client.0]);
    let now = store.session().today;
    saved(ask(&mut store, visit(client, now, "")));
    assert_eq!((face(&mut store, ListKind::PutOff), row(&mut store, client).times_put_off), (vec![], 0));
    ask(&mut store, Request::Undo);
    assert_eq!(row(&mut store, client).times_put_off, 3, "undone, it was not touched");
    saved(ask(&mut store, visit(client, now, "")));
    saved(ask(&mut store, Request::PutOff { client, to: now.plus(20) }));
    go_to(&mut store, now.plus(1));
    assert_eq!(row(&mut store, client).times_put_off, 0, "put off on the day of a touch counts as touched");
}

#[test]
fn putting_a_follow_up_off_again_and_again_shows_as_well() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    saved(ask(&mut store, Request::SaveSale(sale(client, TODAY, 5_000))));
    let id = follow_up(&mut store, client, TODAY, None);
    for week in 1..=3 {
        assert_eq!(face(&mut store, ListKind::PutOff), [0_i64; 0]);
        ask(&mut store, Request::SnoozeFollowUp { id, to: TODAY.plus(7 * week) });
    }
    assert_eq!(face(&mut store, ListKind::PutOff), [client.0]);
}

#[test]
fn nobody_is_put_off_to_a_day_that_is_not_ahead() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    let error = refused(ask(&mut store, Request::PutOff { client, to: TODAY }));
    assert!(matches!(error, Error::Refused { .. }), "{error:?}");
}

#[test]
fn the_big_quiet_one_comes_before_the_small_loud_one() {
    let mut store = store();
    let (small, big, never) = (
        add(&mut store, "Chico", 10_000),
        add(&mut store, "Grande", 21_000),
        add(&mut store, "Nunca", 12_000),
    );
    for (client, every) in [(small, 1), (big, 40)] {
        edit(&mut store, client, |draft| draft.touch_every = Some(every));
        saved(ask(&mut store, visit(client, TODAY.plus(-40), "")));
    }
    follow_up(&mut store, small, TODAY.plus(-30), None);
    assert_eq!(today(&mut store), [never.0, big.0, small.0]);
}

#[test]
fn everybody_sees_their_own_clients_and_those_of_nobody() {
    let mut store = store();
    let ana = seller(&mut store, "Ana", SalespersonRole::Seller, None);
    let luis = seller(&mut store, "Luis", SalespersonRole::Seller, None);
    let (mine, his, free) =
        (add(&mut store, "Alfa", 10), add(&mut store, "Beta", 20), add(&mut store, "Gamma", 30));
    served_by(&mut store, mine, ana);
    served_by(&mut store, his, luis);
    let (ids, head) = listed(&mut store, ListQuery::all(ListKind::Today));
    assert_eq!((ids, head.whose.as_deref()), (vec![free.0, mine.0], Some("Ana")));
    let of_luis = ListQuery { salesperson: Some(luis), ..ListQuery::all(ListKind::Today) };
    assert_eq!(listed(&mut store, of_luis).0, [free.0, his.0]);
    // What Ana promised to a client of Luis is hers to do.
    follow_up(&mut store, his, TODAY, Some(ana));
    assert_eq!(today(&mut store), [free.0, his.0, mine.0]);
}

#[test]
fn managers_and_strangers_look_after_everybody() {
    for author in ["Eva", "eva@casa.example", "EVA", "nobody", ""] {
        let mut store = Store::in_memory(Session { author: author.into(), ..session() }).unwrap();
        seller(&mut store, "Eva", SalespersonRole::Manager, Some(1));
        let ana = seller(&mut store, "Ana", SalespersonRole::Seller, Some(1));
        let clients = [add(&mut store, "Alfa", 10), add(&mut store, "Beta", 20)];
        served_by(&mut store, clients[0], ana);
        let (ids, head) = listed(&mut store, ListQuery::all(ListKind::Today));
        assert_eq!((ids.len(), head.whose), (2, None), "{author}");
    }
}

#[test]
fn the_week_is_cut_where_it_is_full_but_never_above_a_promise() {
    let mut store = store();
    let ana = seller(&mut store, "Ana", SalespersonRole::Seller, Some(3));
    let clients: Vec<ClientId> =
        (1..=6).map(|place| add(&mut store, &format!("Cliente {place}"), 1_000 * (10 - place))).collect();
    for client in &clients {
        served_by(&mut store, *client, ana);
    }
    // Monday counts, Sunday was another week.
    saved(ask(&mut store, visit(clients[0], TODAY.plus(-1), "")));
    saved(ask(&mut store, visit(clients[0], TODAY.plus(-2), "")));
    follow_up(&mut store, clients[5], TODAY, None);
    let (ids, head) = listed(&mut store, ListQuery::all(ListKind::Today));
    assert_eq!(ids, [clients[1].0, clients[2].0, clients[5].0]);
    assert_eq!((head.capacity, head.made, head.below_cut), (Some(3), 1, 2));
    let all = ListQuery { closed: true, ..ListQuery::all(ListKind::Today) };
    let (ids, head) = listed(&mut store, all);
    assert_eq!((ids.len(), head.below_cut), (5, 0));
    for client in [clients[1], clients[2]] {
        saved(ask(&mut store, visit(client, TODAY, "")));
    }
    assert_eq!(today(&mut store), [clients[5].0], "the week is full: only what was promised is left");
}

#[test]
fn by_city_the_city_with_most_at_stake_comes_first_and_each_city_stays_together() {
    let mut store = store();
    let place = |store: &mut Store, name: &str, city: &str, euros| {
        let client = add(store, name, euros);
        edit(store, client, |draft| draft.city = city.into());
        client.0
    };
    let lima = place(&mut store, "A", "Lima", 500);
    let quito = [place(&mut store, "B", "Quito", 400), place(&mut store, "C", "Quito", 300)];
    let nowhere = place(&mut store, "D", "", 900);
    let also_lima = place(&mut store, "E", "Lima", 100);
    assert_eq!(today(&mut store), [nowhere, lima, quito[0], quito[1], also_lima]);
    assert_eq!(face(&mut store, ListKind::TodayByCity), [quito[0], quito[1], lima, also_lima, nowhere]);
}

#[test]
fn a_launch_is_offered_to_the_good_clients_first() {
    let mut store = store();
    let client = add_client(&mut store, "Alfa", "");
    saved(ask(&mut store, Request::SaveSale(sale(client, TODAY.plus(-8), 5_000))));
    saved(ask(&mut store, visit(client, TODAY.plus(-8), "")));
    assert_eq!(today(&mut store), [0_i64; 0]);
    let draft = ProductDraft {
        name: "Taladro X2".into(),
        launched_on: Some(TODAY.plus(-20)),
        active: true,
        ..ProductDraft::default()
    };
    let RecordId::Product(product) = saved(ask(&mut store, Request::SaveProduct(draft))) else { panic!() };
    assert_eq!(today(&mut store), [client.0]);
    assert_eq!(row(&mut store, client).launch, "Taladro X2");
    let offer = OfferDraft {
        id: None,
        rev: 0,
        client,
        product: ProductId(product.0),
        salesperson: None,
        interaction: None,
        day: TODAY,
        answer: OfferAnswer::Pending,
        answered: None,
        reason: String::new(),
    };
    saved(ask(&mut store, Request::SaveOffer(offer)));
    assert_eq!(today(&mut store), [0_i64; 0]);
}

#[test]
fn of_very_many_clients_those_that_buy_most_are_shown_while_the_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let mut store = Store::open(&file, session()).unwrap();
    let buyer = add_client(&mut store, "Alfa", "");
    saved(ask(&mut store, Request::SaveSale(sale(buyer, TODAY, 500))));
    let bought_from = |store: &mut Store| {
        let query = ListQuery::all(ListKind::Today);
        let mut replies = Vec::new();
        store.answer(Request::List { ticket: Ticket(1), query }, &mut |reply| match reply {
            Reply::Listed { ids, complete, .. } => replies.push((ids.to_vec(), complete)),
            other => panic!("{other:?}"),
        });
        replies
    };
    let mut again = Store::open(&file, session()).unwrap();
    assert_eq!(bought_from(&mut again), [(vec![buyer.0], true)], "few are read at once");
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute_batch(
            "INSERT INTO client (id, name, created_day, search_key, sort_key)
                WITH RECURSIVE n (i) AS (SELECT 59000 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
                SELECT i, 'Beta ' || i, 20000, 'beta', 'beta' FROM n",
        )
        .unwrap();
    let mut again = Store::open(&file, session()).unwrap();
    let replies = bought_from(&mut again);
    assert_eq!(replies[0], (vec![buyer.0], false));
    assert_eq!((replies[1].0.len(), replies[1].0[0], replies[1].1), (1_002, buyer.0, true));
}

#[test]
fn the_order_is_the_same_whatever_the_order_of_entry() {
    let mut one = store();
    let mut two = store();
    let names = ["Alfa", "beta", "Ábaco", "Zeta", "alfa"];
    for name in names {
        add_client(&mut one, name, "");
    }
    for name in names.iter().rev() {
        add_client(&mut two, name, "");
    }
    let names_of = |store: &mut Store| -> Vec<String> {
        let ids = today(store);
        let rows = Request::Rows { ticket: Ticket(1), kind: ListKind::Today, ids };
        match ask(store, rows) {
            Reply::RowsLoaded { rows: Rows::Today(rows), .. } => {
                rows.into_iter().map(|row| row.name.to_lowercase()).collect()
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(names_of(&mut one), names_of(&mut two));
    assert_eq!(names_of(&mut one)[0], "ábaco");
}
