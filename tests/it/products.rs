//! The products: what their sales come to, in the list and on the card, and what can be done from there.

use super::support::portfolio::{line, product, sale};
use super::support::{App, ago, answers, portfolio, store, today, write};
use crate::support::lists::{rows, summed};
use cartera::analysis::trend::{Trend, Window};
use cartera::domain::client::ClientDraft;
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::kinds::SaleKind;
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::domain::product::{ProductDraft, ProductRow};
use cartera::domain::product_card::ProductCard;
use cartera::domain::sale::SaleDraft;
use cartera::repository::request::{RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn client(store: &mut Store, name: &str) -> ClientId {
    let draft = ClientDraft { name: name.to_owned(), ..ClientDraft::default() };
    ClientId(write(store, Request::SaveClient(Box::new(draft))))
}

/// So many euros of a product.
fn euros(product: i64, euros: i64) -> cartera::domain::sale::SaleLine {
    line(product, "", euros, 1_000_000)
}

fn sell(store: &mut Store, client: ClientId, days: i32, product: i64, amount: i64) -> i64 {
    write(store, Request::SaveSale(sale(client, None, ago(days), vec![euros(product, amount)])))
}

fn products(store: &mut Store, ids: &[i64]) -> Vec<ProductRow> {
    let Rows::Products(rows) = rows(store, ListKind::Products, ids.to_vec()) else { panic!("other rows") };
    rows
}

fn row(store: &mut Store, product: i64) -> ProductRow {
    products(store, &[product]).pop().unwrap()
}

fn card(store: &mut Store, product: i64) -> Box<ProductCard> {
    match answers(store, Request::ProductCard { ticket: Ticket(1), product: ProductId(product) }).pop() {
        Some(Reply::ProductCardLoaded { card, .. }) => card,
        other => panic!("{other:?}"),
    }
}

fn add(store: &mut Store, name: &str) -> i64 {
    write(store, Request::SaveProduct(product(name, name, 5_000_000)))
}

/// Sales of a saw: one client goes on buying it, one stopped, and there are two years of them.
fn story() -> (Store, [ClientId; 2], i64) {
    let mut store = store();
    let saw = add(&mut store, "Sierra");
    add(&mut store, "Nada");
    let (loyal, gone) = (client(&mut store, "Fiel"), client(&mut store, "Ida"));
    for turn in 0..10 {
        sell(&mut store, loyal, 20 + 80 * turn, saw, 100);
        sell(&mut store, gone, 400 + 30 * turn, saw, 50);
    }
    write(&mut store, Request::PublishRatings { recalibrate: true });
    (store, [loyal, gone], saw)
}

#[test]
fn a_product_has_the_sums_of_its_sales() {
    let (mut store, [loyal, gone], saw) = story();
    let known = row(&mut store, saw);
    assert_eq!((known.sales_year, known.clients_year, known.last_sale), (50_000, 1, Some(ago(20))));
    assert_eq!(known.trend, Trend::of(50_000, 90_000));
    // A return, what is dated after today and a line without a product change no more than they should.
    sell(&mut store, gone, -5, saw, 999);
    let returned = SaleDraft {
        kind: SaleKind::Return,
        ..sale(loyal, None, ago(3), vec![euros(saw, 30), line(0, "Portes", 1, 1_000_000)])
    };
    let mut returned = returned;
    returned.lines[1].product = None;
    write(&mut store, Request::SaveSale(returned));
    let after = row(&mut store, saw);
    assert_eq!((after.sales_year, after.clients_year, after.last_sale), (47_000, 1, Some(ago(20))));
}

#[test]
fn the_list_sorts_by_what_it_shows_and_adds_it_up() {
    let (mut store, [loyal, gone], saw) = story();
    let (drill, old) = (add(&mut store, "Taladro"), add(&mut store, "Ábaco"));
    for buyer in [loyal, gone] {
        sell(&mut store, buyer, 5, drill, 700);
    }
    sell(&mut store, gone, 500, old, 10);
    let nothing = 2;
    let sorted = |store: &mut Store, column: Column, descending: bool| {
        let sort = vec![Sort { column, descending }];
        summed(store, ListQuery { sort, ..ListQuery::all(ListKind::Products) }).0
    };
    assert_eq!(sorted(&mut store, Column::SalesYear, true), [drill, saw, old, nothing]);
    assert_eq!(sorted(&mut store, Column::Clients, true), [drill, saw, old, nothing]);
    assert_eq!(sorted(&mut store, Column::LastSale, true), [drill, saw, old, nothing]);
    assert_eq!(sorted(&mut store, Column::LastSale, false), [old, saw, drill, nothing]);
    // New products have nothing to be compared with.
    assert_eq!(sorted(&mut store, Column::Trend, false), [old, saw, nothing, drill]);
    assert_eq!(summed(&mut store, ListQuery::all(ListKind::Products)).1, Some(190_000));
}

#[test]
fn what_is_no_longer_sold_is_shown_when_asked_for() {
    let (mut store, _, saw) = story();
    write(&mut store, Request::SaveProduct(ProductDraft { active: false, ..product("V", "Viejo", 1) }));
    assert_eq!(summed(&mut store, ListQuery::all(ListKind::Products)).0, [2, saw]);
    let closed = ListQuery { closed: true, ..ListQuery::all(ListKind::Products) };
    assert_eq!(summed(&mut store, closed).0.len(), 3);
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.keys("7").assert_hides("Viejo").assert_shows("Productos  2");
    app.keys("z").assert_shows("Viejo");
}

#[test]
fn sums_follow_every_way_in_which_sales_change() {
    let (mut store, [loyal, _], saw) = story();
    let year = |store: &mut Store| row(store, saw).sales_year;
    assert_eq!(year(&mut store), 50_000);
    let added = sell(&mut store, loyal, 1, saw, 10);
    assert_eq!(year(&mut store), 51_000);
    answers(&mut store, Request::Remove(RecordId::Sale(cartera::domain::ids::SaleId(added))));
    assert_eq!(year(&mut store), 50_000);
    answers(&mut store, Request::Undo);
    assert_eq!(year(&mut store), 51_000);
    answers(&mut store, Request::Redo);
    assert_eq!(year(&mut store), 50_000);
    // The oldest sale of the year is a year old one day later, more than a year 25 days later.
    answers(&mut store, Request::ChangeDay(Day::from(today()).plus(25)));
    assert_eq!(year(&mut store), 40_000);
}

#[test]
fn sums_follow_what_another_program_writes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cartera.db");
    let on = || Store::open(&file, store().session().clone()).unwrap();
    let (mut mine, mut theirs) = (on(), on());
    let (saw, buyer) = (add(&mut mine, "Sierra"), client(&mut mine, "Fiel"));
    assert_eq!(row(&mut mine, saw).sales_year, 0);
    sell(&mut theirs, buyer, 1, saw, 10);
    assert_eq!(row(&mut mine, saw).sales_year, 1_000);
    let sort = vec![Sort { column: Column::SalesYear, descending: true }];
    let query = ListQuery { sort, ..ListQuery::all(ListKind::Products) };
    assert_eq!(summed(&mut mine, query), (vec![saw], Some(1_000)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_sums_are_those_of_the_sales_themselves(
        sales in proptest::collection::vec((0..4_usize, 0..3_usize, -20..900_i32, 1..500_i64, any::<bool>()), 0..40),
    ) {
        let mut store = store();
        let products: Vec<i64> = (0..3).map(|number| add(&mut store, &format!("P{number}"))).collect();
        let clients: Vec<ClientId> = (0..4).map(|number| client(&mut store, &format!("C{number}"))).collect();
        let mut net: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        let mut last: BTreeMap<usize, Day> = BTreeMap::new();
        for (buyer, bought, days, amount, returned) in &sales {
            let kind = if *returned { SaleKind::Return } else { SaleKind::Sale };
            let draft = sale(clients[*buyer], None, ago(*days), vec![euros(products[*bought], *amount)]);
            write(&mut store, Request::SaveSale(SaleDraft { kind, ..draft }));
            if (0..365).contains(days) {
                *net.entry((*bought, *buyer)).or_default() += if *returned { -amount } else { *amount } * 100;
            }
            if *days >= 0 && !returned {
                let newest = last.entry(*bought).or_insert(ago(*days));
                *newest = ago(*days).max(*newest);
            }
        }
        for (place, product) in products.iter().enumerate() {
            let known = row(&mut store, *product);
            let of = net.iter().filter(|((bought, _), _)| *bought == place);
            let buyers: BTreeSet<usize> =
                of.clone().filter(|(_, minor)| **minor > 0).map(|((_, buyer), _)| *buyer).collect();
            prop_assert_eq!(known.sales_year, of.map(|(_, minor)| *minor).sum::<i64>());
            prop_assert_eq!(known.clients_year, i64::try_from(buyers.len()).unwrap());
            prop_assert_eq!(known.last_sale, last.get(&place).copied());
            let card = card(&mut store, *product);
            prop_assert!(card.buyers_count <= buyers.len());
            prop_assert_eq!(card.months.len(), 12);
        }
    }
}

#[test]
fn the_card_tells_who_buys_who_stopped_and_what_was_paid() {
    let (mut store, [loyal, gone], saw) = story();
    let dear = sale(loyal, None, ago(2), vec![line(saw, "", 3, 6_333_333)]);
    write(&mut store, Request::SaveSale(dear));
    let card = card(&mut store, saw);
    assert_eq!(card.buyers.iter().map(|it| it.client).collect::<Vec<_>>(), [loyal]);
    assert_eq!(
        card.stopped.iter().map(|it| (it.client, it.days, it.last)).collect::<Vec<_>>(),
        [(gone, 10, ago(400))]
    );
    assert_eq!(card.stopped[0].year_minor, 50_000);
    assert_eq!(card.paid_micros, Some((1_000_000, 6_330_000)));
    assert_eq!((card.window, card.months.last().map(|(_, minor)| *minor)), (Window::Year, Some(11_900)));
}

#[test]
fn archived_clients_neither_count_nor_take_the_place_of_others() {
    let (mut store, [loyal, gone], saw) = story();
    for id in [gone, loyal] {
        let before = card(&mut store, saw);
        write(&mut store, Request::Remove(RecordId::Client(id)));
        let card = card(&mut store, saw);
        let (is_of_stopped, is_of_buyers) = (usize::from(id == gone), usize::from(id == loyal));
        assert_eq!(card.stopped_count, before.stopped_count - is_of_stopped);
        assert_eq!(card.buyers_count, before.buyers_count - is_of_buyers);
        assert_eq!((card.buyers.len(), card.stopped.len()), (card.buyers_count, card.stopped_count));
        assert_eq!(card.months, before.months, "what they bought was sold");
    }
}

#[test]
fn the_screens_of_products() {
    for lang in Lang::ALL {
        for (width, height, size) in [(120, 40, "wide"), (80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(story().0, lang, width, height);
            app.keys("7/sierra<enter>");
            insta::assert_snapshot!(format!("products_{size}_{}", lang.code()), app.screen());
            insta::assert_snapshot!(format!("product_{size}_{}", lang.code()), app.keys("<enter>").screen());
        }
    }
}

#[test]
fn from_a_product_one_goes_to_its_clients_and_logs_for_them() {
    let mut app = App::over(story().0, Lang::Es, 80, 24);
    app.keys("7/sierra<enter><enter>")
        .assert_shows("Dejaron de comprarlo (1)")
        .assert_shows("Lo compran (1)");
    app.keys("v").assert_shows("Ida");
    app.keys("le falta sierra<enter>").assert_shows("Anotado: Ida").assert_shows("Dejaron de comprarlo");
    app.keys("ji").assert_shows("Compró").assert_shows("Fiel");
    app.keys("<esc><enter>").assert_shows("Fiel").assert_shows("Historia");
    app.keys("<esc>").assert_shows("Dejaron de comprarlo");
    app.keys("e").assert_shows("Lanzado");
    app.keys("<esc><esc>").assert_shows("Productos  1");
}

#[test]
fn what_is_offered_from_a_product_is_that_product_to_that_client() {
    let mut app = App::over(story().0, Lang::Es, 80, 24);
    app.keys("7/sierra<enter><enter>jp").assert_shows("Fiel").assert_shows("Sierra");
    app.keys("<ctrl-s>").assert_shows("Ofertas        1 en 12 meses · por responder 1");
    app.keys("i").assert_shows("Sierra · pendiente");
}

#[test]
fn on_a_small_screen_the_card_is_read_from_its_top() {
    let mut app = App::over(story().0, Lang::Es, 40, 10);
    app.keys("7/sierra<enter><enter>").assert_shows("500 € en 12 meses").assert_hides("▌");
    app.keys("i").assert_shows("Elija antes un cliente");
    app.keys("j").assert_shows("Ida").assert_shows("▌");
    app.keys("j").assert_shows("Fiel");
    app.keys("k").assert_shows("▌");
    app.keys("k").assert_shows("500 € en 12 meses").assert_hides("▌");
    app.keys("G").assert_shows("Fiel");
}

#[test]
fn a_product_that_nobody_bought_says_so() {
    let mut app = App::over(story().0, Lang::En, 80, 24);
    app.keys("7<enter>")
        .assert_shows("Nobody in the last 12 months")
        .assert_shows("nothing sold in 12 months");
    app.keys("i").assert_shows("Choose a client on another tab first");
    app.keys("<enter>j<esc>").assert_shows("Products  2");
    App::empty(Lang::Es, 80, 24).keys("7<enter>i");
}

#[test]
fn a_product_that_goes_while_its_card_is_read_is_no_error() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("7").assert_shows("Broca 6 mm");
    app.elsewhere(Request::Remove(RecordId::Product(ProductId(99))));
    app.keys("<enter>").assert_shows("Lo compran");
}
