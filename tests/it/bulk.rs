//! One field of many rows: the preview says what is then stored, one undo takes all of it back.

use crate::journal::request::{ids, opened, opened_client};
use crate::repository::{ask, session};
use crate::support::{self, App, portfolio};
use cartera::domain::bulk::{
    Change, ClientChange, FollowUpChange, ManyEdit, Obstacle, Outcome, Preview, ProductChange, Value,
};
use cartera::domain::client::ClientDraft;
use cartera::domain::ids::{ClientId, FollowUpId, ProductId, SalespersonId};
use cartera::domain::kinds::Stage;
use cartera::domain::list::ListKind;
use cartera::domain::product::ProductDraft;
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;
use proptest::prelude::*;
use std::sync::Arc;

pub fn edit(ids: Vec<i64>, change: Change) -> Arc<ManyEdit> {
    let (field, value) = ("city".to_owned(), "x".to_owned());
    Arc::new(ManyEdit { ids: ids.into(), change, field, value })
}

pub fn preview(store: &mut Store, edit: &Arc<ManyEdit>) -> Preview {
    let request = Request::PreviewMany { ticket: Ticket(1), edit: Arc::clone(edit) };
    match ask(store, request) {
        Reply::PreviewedMany { preview, .. } => *preview,
        other => panic!("{other:?}"),
    }
}

/// The value of the changed field as the row holds it now.
fn stored(store: &mut Store, change: &Change, id: i64) -> Value {
    match change {
        Change::Client(change) => change.value(&opened_client(store, ClientId(id))),
        Change::FollowUp(change) => change.value(&opened(store, FollowUpId(id))),
        Change::Product(change) => match ask(store, Request::Open(RecordId::Product(ProductId(id)))) {
            Reply::Opened { record: Record::Product(draft), .. } => change.value(&draft),
            other => panic!("{other:?}"),
        },
        Change::Sale(_) => {
            match ask(store, Request::Open(RecordId::Sale(cartera::domain::ids::SaleId(id)))) {
                Reply::Opened { record: Record::Sale(draft), .. } => {
                    draft.salesperson.map_or(Value::Nothing, |id| Value::Salesperson(id.0))
                }
                other => panic!("{other:?}"),
            }
        }
        Change::Contact(_) => panic!("the portfolio's contacts are not changed here"),
    }
}

pub fn change() -> impl Strategy<Value = (ListKind, Change)> {
    let client = prop_oneof![
        " ?[a-z]{0,4}".prop_map(ClientChange::City),
        proptest::sample::select(Stage::ALL).prop_map(ClientChange::Stage),
        proptest::collection::vec("[a-cA-C]", 1..3).prop_map(ClientChange::AddTags),
        proptest::collection::vec("[a-cA-C]", 1..3).prop_map(ClientChange::RemoveTags),
        proptest::option::of(1..90_i64).prop_map(ClientChange::VisitEvery),
        any::<bool>().prop_map(ClientChange::DoNotContact),
        Just(ClientChange::Owner(None)),
    ];
    let follow_up = prop_oneof![
        (-40..40_i32).prop_map(FollowUpChange::DueBy),
        (-40..40_i32).prop_map(|days| FollowUpChange::Due(crate::repository::TODAY.plus(days))),
        "[a-z]{0,4}".prop_map(FollowUpChange::Title),
    ];
    let product = prop_oneof![
        proptest::option::of(0..9_000_000_i64).prop_map(ProductChange::Price),
        (-12_000..12_000_i64).prop_map(ProductChange::PriceBy),
        "[a-b]{0,1}".prop_map(ProductChange::Family),
        any::<bool>().prop_map(ProductChange::Active),
    ];
    prop_oneof![
        4 => client.prop_map(|change| (ListKind::Clients, Change::Client(change))),
        2 => follow_up.prop_map(|change| (ListKind::FollowUps, Change::FollowUp(change))),
        2 => product.prop_map(|change| (ListKind::Products, Change::Product(change))),
        1 => Just((ListKind::Sales, Change::Sale(None))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_preview_says_exactly_what_is_then_stored((kind, change) in change(), mask in any::<u64>()) {
        let mut store = portfolio();
        let all = ids(&mut store, kind);
        let mut some: Vec<i64> = all.iter().copied().filter(|id| mask >> (id % 64) & 1 == 1).collect();
        some.push(9_999_999);
        let edit = edit(some.clone(), change.clone());
        let before = store.dump().unwrap();
        let told = preview(&mut store, &edit);
        prop_assert_eq!(&before, &store.dump().unwrap(), "looking changes nothing");
        prop_assert_eq!(told.rows.len(), some.len());
        let old: Vec<(i64, Value)> = all.iter().map(|id| (*id, stored(&mut store, &change, *id))).collect();
        let answer = ask(&mut store, Request::EditMany { edit: Arc::clone(&edit), seal: told.seal });
        prop_assert!(matches!(answer, Reply::Saved { .. }), "{answer:?}");
        for (id, old) in old {
            let now = stored(&mut store, &change, id);
            let wanted = match told.rows.iter().find(|row| row.id == id).map(|row| &row.outcome) {
                Some(Outcome::Changes { before, after }) => {
                    prop_assert_eq!(before, &old);
                    after.clone()
                }
                Some(Outcome::Stays(same)) => same.clone(),
                Some(Outcome::Refused(_)) | None => old,
            };
            prop_assert_eq!(now, wanted, "row {}", id);
        }
        let gone = told.rows.iter().find(|row| row.id == 9_999_999).map(|row| row.outcome.clone());
        prop_assert_eq!(gone, Some(Outcome::Refused(Obstacle::Gone)));
        if told.changed > 0 {
            let after = store.dump().unwrap();
            ask(&mut store, Request::Undo);
            prop_assert_eq!(&before, &store.dump().unwrap());
            ask(&mut store, Request::Redo);
            prop_assert_eq!(&after, &store.dump().unwrap());
        }
    }
}

#[test]
fn what_somebody_else_did_to_the_same_field_is_told_before_it_is_overwritten() {
    let mut store = portfolio();
    let all = ids(&mut store, ListKind::Clients);
    let edit = edit(all.clone(), Change::Client(ClientChange::City("Vigo".into())));
    let told = preview(&mut store, &edit);
    // Another field is nobody's conflict, as in a form.
    let mut other = opened_client(&mut store, ClientId(all[0]));
    other.sector = "madera".into();
    ask(&mut store, Request::SaveClient(other));
    assert_eq!(preview(&mut store, &edit).seal, told.seal);
    let mut same = opened_client(&mut store, ClientId(all[0]));
    same.city = "Lugo".into();
    ask(&mut store, Request::SaveClient(same));
    let before = store.dump().unwrap();
    let answer = ask(&mut store, Request::EditMany { edit: Arc::clone(&edit), seal: told.seal });
    assert!(matches!(answer, Reply::Failed { error: Error::Stale, .. }), "{answer:?}");
    assert_eq!(store.dump().unwrap(), before);
    let seal = preview(&mut store, &edit).seal;
    assert!(matches!(ask(&mut store, Request::EditMany { edit, seal }), Reply::Saved { .. }));
    assert_eq!(opened_client(&mut store, ClientId(all[0])).sector, "madera");
}

#[test]
fn rows_are_not_given_to_a_salesperson_who_is_gone() {
    let mut store = portfolio();
    let change = Change::Client(ClientChange::Owner(Some(SalespersonId(999))));
    let edit = edit(vec![1], change);
    let answer = ask(&mut store, Request::PreviewMany { ticket: Ticket(1), edit });
    assert!(matches!(answer, Reply::Failed { error: Error::Gone, .. }), "{answer:?}");
}

#[test]
fn the_journal_says_field_value_and_count_in_each_language() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("/lop<enter>ABvended<enter>ana<enter>");
    app.keys("<esc><esc><esc>");
    app.keys("F/a<enter>ABciudad<enter>Vigo<enter>").assert_shows("Cambian");
    app.keys("<enter>").assert_shows("Cambiado: Ciudad → Vigo en").assert_shows("deshace");
    app.keys("u").assert_shows("Deshecho: «Cambiado: Ciudad → Vigo en").assert_hides("→ Vigo  ");
}

#[test]
fn filter_mark_all_owner_preview_apply_undo() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("/city:madrid<enter>AB").assert_shows("What to change");
    app.keys("owner").assert_shows("Salesperson").assert_hides("City: ");
    app.keys("<enter>").assert_shows("Salesperson · ");
    app.keys("<enter>").assert_shows("→ —");
    app.keys("<enter>").assert_shows("Changed: Salesperson emptied in");
    app.keys("u").assert_shows("Undone:");
}

#[test]
fn without_marks_and_filter_it_asks_with_the_count() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("B").assert_shows("se cambian las 7 filas");
    app.keys("n").assert_hides("Qué cambiar");
    app.keys("Bs").assert_shows("Qué cambiar");
    app.keys("<esc>/lop<enter>B").assert_shows("Qué cambiar").assert_hides("¿Seguir?");
    app.keys("<esc><esc><space>B").assert_shows("Qué cambiar");
}

#[test]
fn esc_goes_back_one_step_at_a_time() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("<space>Bciudad<enter>Vigo<enter>").assert_shows("Cambia 1");
    app.keys("<esc>").assert_shows("Ciudad · 1 fila").assert_shows("Vigo");
    app.keys("o<enter>").assert_shows("→ Vigoo");
    app.keys("<esc><esc>").assert_shows("Qué cambiar");
    app.keys("<esc>").assert_shows("• 1 marcada ").assert_hides("Qué cambiar");
    app.keys("<esc>").assert_hides("marcada");
}

#[test]
fn days_and_prices_change_by_how_much() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("5ABvence<enter>+7d").assert_shows("7 días después");
    app.keys("<enter><enter>").assert_shows("Cambiado: Vence → +7d en");
    let mut store = support::store();
    let price = Some(10_000_000);
    let draft =
        ProductDraft { name: "Broca".into(), active: true, price_micros: price, ..ProductDraft::default() };
    support::answers(&mut store, Request::SaveProduct(draft));
    let mut app = App::over(store, Lang::Es, 120, 40);
    app.keys("7<space>Bprecio<enter>+5%").assert_shows("de cada precio");
    app.keys("<enter>").assert_shows("10,00 € → 10,50 €");
    app.keys("<esc>").keys("<esc><esc><esc>").assert_hides("Qué cambiar");
}

#[test]
fn somebody_else_meanwhile_is_told_and_looked_at_again() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("ABciudad<enter>Vigo<enter>").assert_shows("Cambian");
    let mut draft = ClientDraft { name: "x".into(), city: "Lugo".into(), ..ClientDraft::default() };
    let answers = app.elsewhere(Request::Open(RecordId::Client(ClientId(1))));
    if let Some(Reply::Opened { record: Record::Client(open), .. }) = answers.into_iter().next() {
        draft = ClientDraft { city: "Lugo".into(), ..*open };
    }
    app.elsewhere(Request::SaveClient(Box::new(draft)));
    app.keys("<enter>").assert_shows("¡Alguien cambió algo!").assert_shows("Lugo → Vigo");
    app.keys("<enter>").assert_shows("Cambiado: Ciudad → Vigo");
}

#[test]
fn the_preview_in_both_languages_and_on_the_smallest_screen() {
    for (lang, keys) in [(Lang::Es, "ABciudad<enter>Madrid<enter>"), (Lang::En, "ABcity<enter>Madrid<enter>")]
    {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            insta::assert_snapshot!(format!("bulk_preview_{size}_{}", lang.code()), app.keys(keys).screen());
        }
    }
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    insta::assert_snapshot!("bulk_fields_es", app.keys("AB").screen());
    insta::assert_snapshot!("bulk_value_es", app.keys("potencial<enter>").screen());
}

#[test]
fn a_row_of_another_session_that_is_gone_cannot_be_changed() {
    let mut store = Store::in_memory(session()).unwrap();
    let told = preview(&mut store, &edit(vec![5], Change::Client(ClientChange::City("x".into()))));
    assert_eq!((told.changed, told.refused, told.same), (0, 1, 0));
}
