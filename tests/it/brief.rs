//! The briefing before a visit: what it says, what fits, and what can be done from it.

use super::filter_laws::listed;
use super::support::portfolio::{line, log, product, sale};
use super::support::{App, ago, answers, portfolio, store, today, write};
use cartera::domain::brief::{Alike, Brief};
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::kinds::{InteractionKind, OfferAnswer, SaleKind};
use cartera::domain::list::ListKind;
use cartera::domain::offer::OfferDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::sale::SaleDraft;
use cartera::repository::request::{Record, RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;

const SIZES: [(u16, u16, &str); 3] = [(120, 40, "wide"), (80, 24, "usual"), (40, 10, "small")];

fn client(store: &mut Store, name: &str, sector: &str) -> ClientId {
    let draft = ClientDraft { name: name.to_owned(), sector: sector.to_owned(), ..ClientDraft::default() };
    ClientId(write(store, Request::SaveClient(Box::new(draft))))
}

fn buys(store: &mut Store, client: ClientId, days: i32, products: &[i64]) {
    let lines = products.iter().map(|product| line(*product, "", 2, 10_000_000)).collect();
    write(store, Request::SaveSale(sale(client, None, ago(days), lines)));
}

fn brief(store: &mut Store, client: ClientId) -> Box<Brief> {
    match answers(store, Request::Brief { ticket: Ticket(1), client }).pop() {
        Some(Reply::Briefed { brief, .. }) => brief,
        other => panic!("{other:?}"),
    }
}

/// One bought a product again and again and stopped; eight alike buy a product that it does not.
fn story() -> (Store, ClientId, Vec<i64>) {
    let mut store = store();
    let products: Vec<i64> = ["Guantes", "Sierra", "Lejía", "Fregona"]
        .iter()
        .enumerate()
        .map(|(index, name)| {
            write(&mut store, Request::SaveProduct(product(&format!("P{index}"), name, 1_000_000)))
        })
        .collect();
    let ours = client(&mut store, "Aceros del Norte", "Metal");
    for days in [400, 370, 340, 310, 280] {
        buys(&mut store, ours, days, &[products[0], products[1]]);
    }
    for days in [100, 70, 40, 10] {
        buys(&mut store, ours, days, &[products[0]]);
    }
    for peer in 0..8 {
        let peer = client(&mut store, &format!("Parecido {peer}"), "metal");
        buys(&mut store, peer, 50, &[products[0], products[2]]);
    }
    write(&mut store, Request::PublishRatings { recalibrate: true });
    (store, ours, products)
}

/// The filter and the briefing are of one mind about who stopped buying something.
#[test]
fn whoever_it_tells_of_as_having_stopped_is_found_by_the_filter() {
    let (mut store, ours, products) = story();
    let found = |store: &mut Store| listed(store, ListKind::Clients, "es:producto-perdido", "es");
    let told = |store: &mut Store| {
        let all = listed(store, ListKind::Clients, "", "es");
        all.into_iter().filter(|id| brief(store, ClientId(*id)).stopped_count > 0).collect::<Vec<_>>()
    };
    assert_eq!((found(&mut store), told(&mut store)), (vec![ours.0], vec![ours.0]));
    assert_eq!(listed(&mut store, ListKind::Clients, "-is:lost-product", "en").len(), 8);
    // It comes back to it, and what it came back to is no longer lost.
    buys(&mut store, ours, 1, &[products[1]]);
    assert_eq!((found(&mut store), told(&mut store)), (vec![], vec![]));
    write_back(&mut store, Request::Undo);
    assert_eq!(found(&mut store), [ours.0]);
    // What is no longer sold was not stopped by whoever bought it.
    let Some(Reply::Opened { record: Record::Product(draft), .. }) =
        answers(&mut store, Request::Open(RecordId::Product(ProductId(products[1])))).pop()
    else {
        panic!("the product opens")
    };
    write(&mut store, Request::SaveProduct(ProductDraft { active: false, ..draft }));
    assert_eq!((found(&mut store), told(&mut store)), (vec![], vec![]));
}

fn write_back(store: &mut Store, request: Request) {
    assert!(matches!(answers(store, request).pop(), Some(Reply::Saved { .. })));
}

#[test]
fn it_tells_what_stopped_and_what_clients_alike_buy() {
    let (mut store, ours, products) = story();
    let brief = brief(&mut store, ours);
    let stopped: Vec<(&str, i64)> = brief.stopped.iter().map(|it| (it.name.as_str(), it.days)).collect();
    assert_eq!(stopped, [("Sierra", 5)]);
    assert_eq!((brief.stopped[0].last, brief.stopped[0].year_minor), (ago(280), 10_000));
    let proposed: Vec<(ProductId, usize)> =
        brief.proposals.products.iter().map(|it| (it.product, it.buyers)).collect();
    assert_eq!(proposed, [(ProductId(products[2]), 8)]);
    assert_eq!((brief.proposals.alike, brief.proposals.peers), (Alike::Basket, 8));
}

#[test]
fn what_was_offered_or_is_no_longer_sold_is_not_proposed_nor_missed() {
    let (mut store, ours, products) = story();
    let offer = OfferDraft {
        id: None,
        rev: 0,
        client: ours,
        product: ProductId(products[2]),
        salesperson: None,
        interaction: None,
        day: ago(5),
        answer: OfferAnswer::Pending,
        answered: None,
        reason: String::new(),
    };
    write_offer(&mut store, offer);
    let told = brief(&mut store, ours);
    assert_eq!(told.proposals.products, []);
    assert_eq!(told.offers.iter().map(|offer| offer.product.as_str()).collect::<Vec<_>>(), ["Lejía"]);
    let saw = match answers(&mut store, Request::Open(RecordId::Product(ProductId(products[1])))).pop() {
        Some(Reply::Opened { record: Record::Product(draft), .. }) => draft,
        other => panic!("{other:?}"),
    };
    write(&mut store, Request::SaveProduct(ProductDraft { active: false, ..saw }));
    assert_eq!(brief(&mut store, ours).stopped, []);
}

fn write_offer(store: &mut Store, offer: OfferDraft) {
    let replies = answers(store, Request::SaveOffer(offer));
    assert!(matches!(replies.last(), Some(Reply::Saved { .. })), "{replies:?}");
}

#[test]
fn returns_lines_without_product_and_the_future_do_not_count() {
    let (mut store, ours, products) = story();
    let before = brief(&mut store, ours);
    let mut free = line(products[3], "Portes", 1, 5_000_000);
    free.product = None;
    write(&mut store, Request::SaveSale(sale(ours, None, ago(9), vec![free])));
    buys(&mut store, ours, -3, &[products[1], products[3]]);
    let returned = SaleDraft {
        kind: SaleKind::Return,
        ..sale(ours, None, ago(8), vec![line(products[3], "", 1, 1_000_000)])
    };
    write(&mut store, Request::SaveSale(returned));
    let after = brief(&mut store, ours);
    assert_eq!((&after.stopped, &after.proposals), (&before.stopped, &before.proposals));
    assert!(after.purchases.iter().all(|sale| sale.day <= today().into()));
    assert_eq!(after.purchases[0].kind, SaleKind::Return);
}

#[test]
fn what_ended_years_ago_is_nobodys_question_any_more() {
    let (mut store, ours, products) = story();
    for days in [1_300, 1_270, 1_240, 1_210, 1_180] {
        buys(&mut store, ours, days, &[products[3]]);
    }
    let told = brief(&mut store, ours);
    assert_eq!(told.stopped.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Sierra"]);
}

#[test]
fn a_newcomer_is_compared_with_its_sector() {
    let (mut store, _, products) = story();
    let newcomer = client(&mut store, "Nueva", "METAL");
    let told = brief(&mut store, newcomer);
    assert_eq!((told.proposals.alike, told.proposals.peers), (Alike::Sector, 9));
    let names: Vec<&str> = told.proposals.products.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Guantes", "Lejía"]);
    let stranger = client(&mut store, "Extraña", "Pesca");
    let told = brief(&mut store, stranger);
    assert_eq!((told.proposals.peers, told.proposals.products.len()), (0, 0));
    buys(&mut store, stranger, 3, &[products[3]]);
    assert_eq!(brief(&mut store, stranger).proposals.products, []);
}

#[test]
fn the_screens_of_a_briefing() {
    for lang in Lang::ALL {
        for (width, height, size) in SIZES {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys("2/lop<enter>i");
            insta::assert_snapshot!(format!("brief_{size}_{}", lang.code()), app.screen());
            let mut app = App::over(story().0, lang, width, height);
            app.keys("2/aceros<enter>i");
            insta::assert_snapshot!(format!("brief_story_{size}_{}", lang.code()), app.screen());
        }
    }
}

#[test]
fn a_client_of_whom_nothing_is_known_has_a_sentence_for_everything() {
    for lang in Lang::ALL {
        let mut store = store();
        client(&mut store, "Nueva", "");
        let mut app = App::over(store, lang, 80, 24);
        insta::assert_snapshot!(format!("brief_nothing_{}", lang.code()), app.keys("2i").screen());
    }
}

#[test]
fn a_client_that_only_returned_has_a_briefing_too() {
    let mut store = store();
    let ours = client(&mut store, "Devuelve", "");
    let drill = write(&mut store, Request::SaveProduct(product("T", "Taladro", 1_000_000)));
    let returned =
        SaleDraft { kind: SaleKind::Return, ..sale(ours, None, ago(8), vec![line(drill, "", 1, 9_000_000)]) };
    write(&mut store, Request::SaveSale(returned));
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.keys("2i").assert_shows("-9 € · devolución · Taladro").assert_shows("Nada: todavía no compra");
}

#[test]
fn more_sales_than_the_potential_ask_for_another_estimate() {
    let (mut store, ours, _) = story();
    let Some(Reply::Opened { record: Record::Client(draft), .. }) =
        answers(&mut store, Request::Open(RecordId::Client(ours))).pop()
    else {
        panic!("no client")
    };
    let potential = Some(PotentialEstimate { minor: 10_000, on: ago(1), source: String::new() });
    write(&mut store, Request::SaveClient(Box::new(ClientDraft { potential, ..*draft })));
    let mut app = App::over(store, Lang::En, 80, 24);
    app.keys("2/aceros<enter>i").assert_shows("of its potential").assert_shows("review the potential");
}

#[test]
fn a_contact_is_logged_from_the_briefing_and_shows_there() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("2/lop<enter>i").assert_shows("Contactos   15/11/2026  llamada");
    app.keys("vvio la sierra<enter>").assert_shows("24/11/2026  visita").assert_shows("vio la sierra");
    app.keys("d<enter>").assert_shows("hecho: llamada").assert_shows("Pendiente   Nada");
    app.keys("d").assert_shows("no tiene nada pendiente");
    app.keys("uu").assert_shows("Llamar por el presupuesto").assert_hides("vio la sierra");
    app.keys("*").assert_shows("4★ desde");
    app.keys("<esc><esc>").assert_shows("[lop]");
}

#[test]
fn the_briefing_opens_over_lists_and_cards_and_leads_to_the_card() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("5i").assert_shows("López Hermanos, S.A.").assert_shows("Compró");
    app.keys("i").assert_shows("Seguimientos  2");
    app.keys("i<enter>").assert_shows("Teléfono");
    app.keys("i<esc>").assert_shows("Teléfono");
    app.keys("i4").assert_shows("Ventas  3");
    app.keys("7i").assert_shows("Elija antes un cliente");
    App::empty(Lang::Es, 80, 24).keys("2i").assert_shows("No hay ninguna fila seleccionada");
}

#[test]
fn a_long_briefing_is_scrolled_where_it_does_not_fit() {
    let mut app = App::over(portfolio(), Lang::Es, 40, 10);
    app.keys("2/lop<enter>i").assert_shows("López Hermanos").assert_hides("Últimos contactos");
    app.keys("G").assert_shows("Presenté el taladro");
    app.keys("g").assert_shows("López Hermanos");
}

#[test]
fn a_note_is_no_contact() {
    let (mut store, ours, _) = story();
    write(&mut store, log(ours, InteractionKind::Note, ago(1), "paga tarde"));
    write(&mut store, log(ours, InteractionKind::Call, ago(-2), "mañana"));
    assert_eq!(brief(&mut store, ours).contacts, []);
}

#[test]
fn what_is_logged_from_the_briefing_is_there_after_a_kill() {
    let (_folder, database) = super::terminal::portfolio();
    let mut terminal = super::terminal::started(&database);
    terminal.send("i");
    terminal.wait_for_text("It was never contacted");
    terminal.send("vshowed the saw\r");
    terminal.wait_for_text("11/24/2026  visit · showed the saw");
    terminal.signal(rustix::process::Signal::KILL);
    assert_eq!(terminal.end(), super::support::pty::KILLED);
    let mut again = super::terminal::started(&database);
    again.send("i");
    again.wait_for_text("visit · showed the saw");
    again.send("\x03");
    assert_eq!(again.end(), 0);
}
