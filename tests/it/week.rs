//! The follow-ups of a week, on the screen and out of many.

use super::repository::{TODAY, add_client, ask, store};
use crate::support::{App, portfolio};
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::FollowUpKind;
use cartera::domain::week::{LANE_LIMIT, Week};
use cartera::repository::request::{Reply, Request, Ticket, Verb};
use cartera::repository::store::Store;
use cartera::text::Lang;
use std::time::{Duration, Instant};

/// What the portfolio has (a call overdue, a visit next Monday), and some of this week.
fn app(lang: Lang, width: u16, height: u16) -> App {
    let mut app = App::over(portfolio(), lang, width, height);
    let every = if lang == Lang::Es { "semanal" } else { "weekly" };
    for (client, due, title) in
        [("nandu", "+0d", "Precio"), ("ferre", "+1d", "Muestras"), ("zoe", "+1d", "Cobro")]
    {
        app.keys("2<esc>/").keys(client).keys("<enter>s").keys(due).keys("<tab><tab>").keys(title);
        app.keys("<tab><tab><tab>").keys(if title == "Cobro" { every } else { "" }).keys("<ctrl-s>");
    }
    app.keys("2<esc>55");
    app
}

#[test]
fn a_week_at_a_glance() {
    for lang in Lang::ALL {
        for (width, height, size) in [(120, 40, "wide"), (80, 24, "usual"), (40, 10, "small")] {
            let app = app(lang, width, height);
            insta::assert_snapshot!(format!("week_{size}_{}", lang.code()), app.screen());
        }
    }
    let app = app(Lang::Es, 80, 24).without_colours();
    insta::assert_snapshot!("week_no_color", app.screen());
}

#[test]
fn days_and_weeks_are_walked_through_with_the_arrows() {
    let mut app = app(Lang::Es, 80, 24);
    app.assert_shows("Semana del 23/11/2026 al 29/11/2026").assert_shows("24/11/2026  Ñandú");
    app.keys("<right>").assert_shows("25/11/2026  Ferretería");
    app.keys("j").assert_shows("↻ cada semana");
    app.keys("<left><left><left>").assert_shows("21/11/2026  López");
    app.keys("<left>").assert_shows("Semana del 16/11/2026 al 22/11/2026");
    app.keys("<home>").assert_shows("24/11/2026  Ñandú");
    app.keys("<pagedown>").assert_shows("Semana del 30/11/2026 al 06/12/2026").assert_shows("Vencido 1");
    app.keys("<left>").assert_shows("30/11/2026  Construcciones");
    app.keys("5").assert_shows("Seguimientos  5");
    app.keys("5<esc>").assert_shows("Seguimientos  5");
}

#[test]
fn what_is_selected_is_acted_on_and_moved_and_stays_selected() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut app = app(Lang::Es, width, height);
        app.keys("+").assert_shows("25/11/2026  Ñandú").assert_shows("pendiente para el 25/11/2026");
        app.keys("-").assert_shows("24/11/2026  Ñandú");
        app.keys("-").assert_shows("Nada vence en un día que ya ha pasado").assert_shows("24/11/2026  Ñandú");
        app.keys("d<enter>").assert_shows("hecho: llamada «Precio»").assert_hides("24/11/2026  Ñandú");
        app.keys("u").assert_shows("mar 24 1");
        app.keys("<home><left><left>+").assert_shows("24/11/2026  López").assert_shows("mar 24 2");
        app.keys("b").assert_shows("mar 24 1");
        app.keys("<home><right>g<enter>").assert_shows("Ferretería").assert_shows("Personas");
        app.keys("<esc>").assert_shows("Semana del 23/11/2026");
        app.keys("lpide precio<enter>").assert_shows("Anotado: Ferretería");
    }
}

#[test]
fn something_new_is_due_on_the_day_that_is_selected() {
    let mut app = app(Lang::Es, 80, 24);
    app.keys("<right><right>n").assert_shows("26/11/2026");
    app.keys("<esc>").assert_hides("¿Descartar").assert_shows("Semana del 23/11/2026");
}

#[test]
fn keys_typed_ahead_of_the_week_act_when_it_is_here() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("55<pagedown>jX").assert_hides("¿Abandonar");
    app.keys("<right><left><home><left><left>X")
        .assert_shows("¿Abandonar el seguimiento «Llamar por el presupuesto");
}

fn follow_up(client: ClientId, due: i32, number: usize) -> Request {
    Request::SaveFollowUp(FollowUpDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        due: TODAY.plus(due),
        kind: FollowUpKind::Call,
        title: number.to_string(),
        recurrence: None,
    })
}

fn week(store: &mut Store, first: i32) -> Week {
    match ask(store, Request::Week { ticket: Ticket(1), first: TODAY.plus(first) }) {
        Reply::WeekLoaded { week, .. } => *week,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_week_out_of_fifty_thousand_open_follow_ups_is_read_at_once() {
    let mut store = store();
    let clients: Vec<ClientId> =
        (0..500).map(|number| add_client(&mut store, &format!("C{number}"), "")).collect();
    let mut requests = Vec::new();
    for number in 0..50_000_usize {
        let due = i32::try_from(number % 200).unwrap() - 100;
        requests.push(follow_up(clients[number % clients.len()], due, number));
    }
    store.perform_all(Verb::Import, &requests).unwrap();
    let week_of = |store: &mut Store| {
        #[expect(clippy::disallowed_methods, reason = "how long it takes is what is tested")]
        let began = Instant::now();
        (week(store, -1), began.elapsed())
    };
    let (read, _) = week_of(&mut store);
    assert_eq!((read.overdue.count, read.overdue.rows.len()), (25_000, LANE_LIMIT));
    assert_eq!(read.overdue.rows[0].due, TODAY.plus(-100), "the longest overdue first");
    let counts: Vec<i64> = read.days.iter().map(|day| day.count).collect();
    assert_eq!(counts, [0, 250, 250, 250, 250, 250, 250], "what is overdue is in its own lane");
    assert_eq!(read.days[1].rows.len(), LANE_LIMIT);
    let best = (0..5).map(|_| week_of(&mut store).1).min().unwrap();
    println!("{best:?}");
    // Far more than it takes in a build without optimisation on a busy machine.
    assert!(best < Duration::from_millis(500), "{best:?}");
}
