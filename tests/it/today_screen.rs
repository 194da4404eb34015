//! The tab of Today: its faces, what its keys do, and how it moves with the day.

use super::support::{App, answers, portfolio, store, today, write};
use cartera::demo;
use cartera::domain::client::ClientDraft;
use cartera::domain::currency::Currency;
use cartera::domain::ids::SalespersonId;
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::{Session, Store};
use cartera::text::Lang;

const SIZES: [(u16, u16, &str); 3] = [(40, 10, "small"), (80, 24, "usual"), (120, 40, "wide")];

/// The example as `cartera demo` shows it.
fn example() -> Store {
    let session = Session {
        today: today().into(),
        author: "nobody".into(),
        now_ms: || 1_795_510_800_000,
        currency: Currency::EUR,
    };
    demo::temporary(session).unwrap()
}

#[test]
fn its_three_faces_in_both_languages() {
    for (keys, face) in [("", "today"), ("1", "by_city"), ("11", "put_off")] {
        for lang in Lang::ALL {
            for (width, height, size) in SIZES {
                let mut app = App::opened(portfolio(), lang, width, height);
                insta::assert_snapshot!(format!("{face}_{size}_{}", lang.code()), app.keys(keys).screen());
            }
        }
    }
}

#[test]
fn the_example_opens_on_the_day_of_one_of_its_people() {
    for lang in Lang::ALL {
        let app = App::opened(example(), lang, 120, 40);
        insta::assert_snapshot!(format!("example_{}", lang.code()), app.screen());
    }
}

#[test]
fn a_portfolio_without_clients_opens_where_it_is_said_how_to_begin() {
    let app = App::opened(store(), Lang::Es, 80, 24);
    app.assert_shows("Todavía no hay clientes").assert_shows("cartera demo");
}

#[test]
fn a_visit_takes_the_row_away_and_the_next_one_is_selected() {
    let mut app = App::opened(portfolio(), Lang::Es, 80, 24);
    app.assert_shows("Hoy  6").assert_shows("▌★★★★★  Ferretería");
    app.keys("v<enter>")
        .assert_shows("Hoy  5")
        .assert_shows("Anotado: Ferretería")
        .assert_shows("▌★★★★☆  López");
    app.keys("u").assert_shows("Hoy  6");
}

#[test]
fn what_is_due_is_done_or_put_off_and_a_client_is_put_off_where_nothing_is() {
    let mut app = App::opened(portfolio(), Lang::Es, 120, 40);
    app.keys("/lópez<enter>").assert_shows("3 d tarde, llamada: Llamar por el p");
    app.keys("b").assert_shows("Aplazado:").assert_shows("Nada coincide");
    app.keys("u").assert_shows("3 d tarde, llamada");
    app.keys("<esc>/nandu<enter>").assert_shows("nunca contactado");
    app.keys("b").assert_shows("Aplazado: Ñandú Export").assert_shows("Nada coincide");
    app.days_pass(6).assert_shows("Nada coincide");
    app.days_pass(7).assert_shows("nunca contactado · aplazado 1 vez");
    app.keys("hhoy<enter>").assert_shows("un día que esté por venir");
    app.keys("<backspace><backspace><backspace>+3d<enter>")
        .assert_shows("Aplazado: Ñandú Export")
        .assert_shows("04/12/2026");
    app.days_pass(10).assert_shows("aplazado 2 veces");
}

#[test]
fn every_term_of_a_place_is_told_also_of_who_is_not_there() {
    let mut app = App::opened(portfolio(), Lang::Es, 120, 40);
    app.keys("/lópez<enter>y").assert_shows("1,59 × 3 d tarde, llamada").assert_shows("su lugar en la lista");
    app.keys("<esc>v<enter>2/lópez<enter>").assert_shows("López Hermanos");
    app.keys("y").assert_shows("En juego al año:");
    let mut app = App::opened(portfolio(), Lang::En, 120, 40);
    app.keys("2/nandu<enter>v<enter>y").assert_shows("Not today");
}

#[test]
fn from_a_salesperson_1_shows_that_day_and_esc_goes_back() {
    let mut app = App::opened(portfolio(), Lang::Es, 120, 40);
    app.assert_shows("Hoy  6").assert_shows("de todos");
    app.keys("r/luis<enter>1")
        .assert_shows("Hoy  3")
        .assert_shows("Luis Peña  0 de 30 contactos esta semana");
    app.keys("<esc>").assert_shows("Hoy  6").assert_shows("de todos");
}

#[test]
fn what_does_not_fit_into_the_week_is_a_key_away() {
    let mut store = portfolio();
    let Some(Reply::Opened { record: Record::Salesperson(mut luis), .. }) =
        answers(&mut store, Request::Open(RecordId::Salesperson(SalespersonId(2)))).pop()
    else {
        panic!("Luis opens")
    };
    luis.touches_per_week = Some(1);
    write(&mut store, Request::SaveSalesperson(luis));
    let mut app = App::opened(store, Lang::Es, 80, 24);
    app.keys("r/luis<enter>1")
        .assert_shows("Hoy  1")
        .assert_shows("Hasta aquí lo que cabe en la semana: z muestra los 2");
    app.keys("z").assert_shows("Hoy  3").assert_shows("con lo que no cabe").assert_hides("z muestra");
    app.keys("zv<enter>")
        .assert_shows("Hoy  0")
        .assert_shows("z muestra los 2 que faltan")
        .assert_hides("no toca contactar a nadie");
}

#[test]
fn the_day_that_a_follow_up_is_due_it_appears() {
    let mut store = store();
    let draft = ClientDraft { name: "Alfa".into(), ..ClientDraft::default() };
    write(&mut store, Request::SaveClient(Box::new(draft)));
    let mut app = App::opened(store, Lang::En, 80, 24);
    app.keys("v seg:+3d Wants a price<enter>").assert_shows("Nobody to contact today");
    app.days_pass(2).assert_shows("Nobody to contact today");
    app.days_pass(3).assert_shows("today, visit: Wants a price");
}
