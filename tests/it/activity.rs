//! What was done: its list, its form, its totals by week, on the screen, in the storage and in the shell.

use crate::support::lists::{found, listed, rows};
use crate::support::{App, ago, answers, portfolio, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, InteractionId, ProductId, SalespersonId};
use cartera::domain::interaction::{InteractionDraft, InteractionRow, LogDraft};
use cartera::domain::kinds::{Direction, InteractionKind, OfferAnswer, Outcome};
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::domain::offer::OfferDraft;
use cartera::domain::totals::{Done, TotalRow, Week, Whose};
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;
use proptest::prelude::*;

const SIZES: [(&str, u16, u16); 3] = [("small", 40, 10), ("usual", 80, 24), ("wide", 120, 40)];

fn client(store: &mut Store, search: &str) -> i64 {
    found(store, ListKind::Clients, search)[0]
}

fn activity(store: &mut Store, query: ListQuery) -> Vec<InteractionRow> {
    let ids = listed(store, query);
    let Rows::Activity(rows) = rows(store, ListKind::Activity, ids) else { panic!("other rows") };
    rows
}

fn totals(store: &mut Store, query: ListQuery) -> Vec<TotalRow> {
    let ids = listed(store, query);
    let Rows::Totals(rows) = rows(store, ListKind::Totals, ids) else { panic!("other rows") };
    rows
}

fn draft(client: i64, kind: InteractionKind, day: Day, text: &str) -> InteractionDraft {
    InteractionDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        contact: None,
        salesperson: None,
        kind,
        direction: Direction::Out,
        day,
        minutes: None,
        outcome: None,
        text: text.to_owned(),
    }
}

fn offer(client: i64, product: i64, day: Day) -> OfferDraft {
    OfferDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        product: ProductId(product),
        salesperson: None,
        interaction: None,
        day,
        answer: OfferAnswer::Pending,
        answered: None,
        reason: String::new(),
    }
}

/// A call to Ñandú, and a visit to Łódź in which a drill was offered.
fn busy() -> Store {
    let mut store = portfolio();
    let (nandu, lodz) = (client(&mut store, "nandu"), client(&mut store, "handel"));
    let drill =
        listed(&mut store, ListQuery { search: "taladro".into(), ..ListQuery::all(ListKind::Products) })[0];
    let mut call = draft(nandu, InteractionKind::Call, ago(1), "pide precio de la sierra");
    (call.minutes, call.outcome, call.direction) = (Some(5), Some(Outcome::Bad), Direction::In);
    write(&mut store, Request::SaveInteraction(call));
    let visit = LogDraft {
        offers: vec![offer(lodz, drill, ago(0))],
        ..LogDraft::of(draft(lodz, InteractionKind::Visit, ago(0), "enseñada"))
    };
    write(&mut store, Request::Log(Box::new(visit)));
    store
}

fn app() -> App {
    App::over(busy(), Lang::Es, 120, 40)
}

#[test]
fn what_was_done_is_listed_newest_first_with_what_was_offered() {
    let mut store = busy();
    let rows = activity(&mut store, ListQuery::all(ListKind::Activity));
    assert_eq!(
        (rows[0].kind, rows[0].offered.as_slice()),
        (InteractionKind::Visit, &["Taladro 20V".to_owned()][..])
    );
    assert_eq!((rows[1].text.as_str(), rows[1].minutes), ("pide precio de la sierra", Some(5)));
    assert!(rows.windows(2).all(|pair| pair[0].day >= pair[1].day));
    let found = |search: &str| {
        let query = ListQuery { search: search.to_owned(), ..ListQuery::all(ListKind::Activity) };
        listed(&mut busy(), query).len()
    };
    // By what it was in both languages, by what was said, and by the client.
    assert!(found("llamada") > 0 && found("llamada") == found("call"));
    assert_eq!((found("SIERRA"), found("llamada sierra nandu"), found("visita sierra")), (1, 1, 0));
}

#[test]
fn the_activity_is_shown_in_both_languages_at_every_size() {
    for (size, width, height) in SIZES {
        for lang in Lang::ALL {
            let mut app = App::over(busy(), lang, width, height);
            insta::assert_snapshot!(format!("activity_{size}_{}", lang.code()), app.keys("6").screen());
            insta::assert_snapshot!(format!("totals_{size}_{}", lang.code()), app.keys("6").screen());
        }
    }
}

#[test]
fn what_was_done_is_edited_and_deleted_and_both_can_be_undone() {
    let mut app = app();
    app.keys("6/sierra<enter>e").assert_shows("Lo hecho: Ñandú Export");
    app.keys("<tab><ctrl-u>hace 3 días<ctrl-s>").assert_shows("Guardado lo hecho").assert_shows("21/11/2026");
    app.keys("u").assert_shows("23/11/2026");
    app.keys("X").assert_shows("¿Borrar «llamada · Ñandú Export, S.L. · 23/11/2026»?");
    app.keys("s").assert_shows("Borrado lo hecho").assert_shows("Nada coincide");
    app.keys("u").assert_shows("pide precio de la");
}

#[test]
fn a_note_without_text_is_refused_at_its_field() {
    let mut app = app();
    app.keys("6nnandu<enter>hoy<enter>n").assert_shows("nota");
    app.keys("<ctrl-s>").assert_shows("Una nota necesita texto.");
}

#[test]
fn the_facts_of_a_client_follow_what_was_done() {
    let mut store = busy();
    let lodz = client(&mut store, "handel");
    let last = |store: &mut Store| {
        let request = Request::Rows { ticket: Ticket(1), kind: ListKind::Clients, ids: vec![lodz] };
        match answers(store, request).pop() {
            Some(Reply::RowsLoaded { rows: Rows::Clients(rows), .. }) => rows[0].last_visit,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(last(&mut store), Some(ago(0)));
    let id = InteractionId(activity(&mut store, ListQuery::all(ListKind::Activity))[0].id.0);
    write(&mut store, Request::Remove(RecordId::Interaction(id)));
    assert_ne!(last(&mut store), Some(ago(0)));
    // What was offered in it was offered all the same.
    assert_eq!(listed(&mut store, ListQuery::all(ListKind::Offers)).len(), 1);
}

#[test]
fn what_was_offered_goes_along_to_the_right_client() {
    let mut store = busy();
    let nandu = client(&mut store, "nandu");
    let id = activity(&mut store, ListQuery::all(ListKind::Activity))[0].id;
    let Some(Reply::Opened { record: Record::Interaction(draft), .. }) =
        answers(&mut store, Request::Open(RecordId::Interaction(id))).pop()
    else {
        panic!("it opens")
    };
    write(&mut store, Request::SaveInteraction(InteractionDraft { client: ClientId(nandu), ..draft }));
    let offers = ListQuery { client: Some(ClientId(nandu)), ..ListQuery::all(ListKind::Offers) };
    assert_eq!(listed(&mut store, offers.clone()).len(), 1);
    write(&mut store, Request::Undo);
    assert_eq!(listed(&mut store, offers).len(), 0);
}

#[test]
fn a_week_of_somebody_opens_what_was_done_in_it() {
    let mut app = app();
    app.keys("66").assert_shows("Actividad por semana").assert_shows("48 · 23/11/2026");
    app.keys("<enter>").assert_shows("23/11/2026–29/11/2026").assert_shows("pide precio de la");
    app.keys("<esc>").assert_shows("Actividad por semana");
}

#[test]
fn a_week_of_nobody_opens_only_what_is_under_no_salesperson() {
    let mut store = busy();
    let alone = ClientDraft { name: "Sin dueño".into(), ..ClientDraft::default() };
    let alone = write(&mut store, Request::SaveClient(Box::new(alone)));
    write(
        &mut store,
        Request::SaveInteraction(draft(alone, InteractionKind::Call, ago(0), "nadie la firma")),
    );
    let mut app = App::over(store, Lang::Es, 120, 40);
    app.keys("66<down><enter>").assert_shows("23/11/2026–29/11/2026").assert_shows("nadie la firma");
    app.assert_hides("pide precio de la").assert_hides("enseñada");
}

#[test]
fn a_weeks_totals_offer_neither_editing_nor_deleting() {
    let mut app = app();
    app.keys("66").assert_hides("e editar").assert_hides("X borrar");
    app.keys("e").assert_shows("Estas cifras se calculan");
    app.keys("X").assert_shows("Estas cifras se calculan");
}

#[test]
fn a_clients_activity_is_reached_from_its_card() {
    let mut app = app();
    app.keys("2/nandu<enter><enter>6").assert_shows("pide precio de la").assert_hides("enseñada");
    app.keys("<esc>").assert_shows("Ficha");
}

#[test]
fn totals_are_sorted_by_a_column_and_searched_by_name() {
    let mut store = busy();
    let by = |column, descending| ListQuery {
        sort: vec![Sort { column, descending }],
        ..ListQuery::all(ListKind::Totals)
    };
    let touches: Vec<_> =
        totals(&mut store, by(Column::Touches, true)).into_iter().map(|row| row.done.touches).collect();
    assert!(touches.windows(2).all(|pair| pair[0] >= pair[1]), "{touches:?}");
    let named = ListQuery { search: "luis".into(), ..ListQuery::all(ListKind::Totals) };
    assert!(totals(&mut store, named).iter().all(|row| row.salesperson.contains("Luis")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The weeks count what a plain walk over the rows counts, for everybody and for each.
    #[test]
    fn the_weeks_count_what_was_done(
        done in proptest::collection::vec((0..7_usize, 0..60_i32, 0..7_usize, 0..3_i64), 0..40)
    ) {
        let mut store = portfolio();
        let clients = listed(&mut store, ListQuery::all(ListKind::Clients));
        let people = listed(&mut store, ListQuery::all(ListKind::Salespeople));
        for (client, days, kind, person) in done {
            let kind = InteractionKind::ALL[kind % InteractionKind::ALL.len()];
            let mut one = draft(clients[client % clients.len()], kind, ago(days), "algo");
            one.salesperson = people.get(usize::try_from(person).unwrap()).map(|id| SalespersonId(*id));
            write(&mut store, Request::SaveInteraction(one));
        }
        let rows = activity(&mut store, ListQuery { closed: true, ..ListQuery::all(ListKind::Activity) });
        for total in totals(&mut store, ListQuery::all(ListKind::Totals)) {
            let is_in = |row: &&InteractionRow| {
                Week::of(row.day) == total.of.week
                    && match total.of.whose {
                        Whose::Everybody => true,
                        Whose::Nobody => row.salesperson.is_empty(),
                        Whose::Of(_) => row.salesperson == total.salesperson,
                    }
            };
            let those: Vec<_> = rows.iter().filter(is_in).collect();
            let count = |kind| i64::try_from(those.iter().filter(|row| row.kind == kind).count()).unwrap();
            let mut touched: Vec<_> =
                those.iter().filter(|row| row.kind != InteractionKind::Note).map(|row| row.client).collect();
            let touches = i64::try_from(touched.len()).unwrap();
            touched.sort_unstable();
            touched.dedup();
            let expected = Done {
                visits: count(InteractionKind::Visit),
                calls: count(InteractionKind::Call),
                emails: count(InteractionKind::Email),
                messages: count(InteractionKind::Message),
                meetings: count(InteractionKind::Meeting),
                touches,
                clients: i64::try_from(touched.len()).unwrap(),
                offers: 0,
            };
            prop_assert_eq!(total.done, expected, "{:?}", total.of);
        }
    }
}
