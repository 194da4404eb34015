//! Follow-ups on the screen: doing them, putting them off, and what a series asks.

use crate::support::{App, portfolio};
use cartera::text::Lang;

/// The list of follow-ups, with a call to López in a week and one today that comes back every month.
fn with_series(lang: Lang, width: u16, height: u16) -> App {
    let mut app = App::over(portfolio(), lang, width, height);
    let word = if lang == Lang::Es { "mensual" } else { "monthly" };
    let day = if lang == Lang::Es { "hoy" } else { "today" };
    app.keys("2/lop<enter>s").keys(day).keys("<tab><tab>Precio<tab><tab><tab>").keys(word).keys("<ctrl-s>");
    app
}

#[test]
fn what_did_it_is_logged_and_what_enter_does_is_said() {
    let mut app = with_series(Lang::Es, 80, 24);
    app.keys("5").assert_shows("↻ Precio");
    app.keys("d").assert_shows("llamada · López").assert_shows("Cierra: llamada «Precio» (24/11/2026)");
    insta::assert_snapshot!("follow_up_done_with", app.screen());
    app.keys("acepta<enter>")
        .assert_shows("hecho: llamada «Precio»")
        .assert_shows("pendiente para el 24/12/2026");
    app.keys("z").assert_shows("hecho     24/11/2026 · llamada");
    app.keys("z").assert_shows("24/12/2026");
    app.keys("u").assert_hides("24/12/2026").assert_shows("24/11/2026");
}

#[test]
fn nobody_answering_puts_it_off_unless_one_says_otherwise() {
    let mut app = with_series(Lang::En, 80, 24);
    app.keys("5dnc").assert_shows("No answer: puts off to 11/25/2026: call “Precio”");
    app.keys("<enter>").assert_shows("due 11/25/2026").assert_shows("Follow-ups  3");
    app.keys("dnc<tab>").assert_shows("Stays open: call “Precio”");
    app.keys("<tab>").assert_shows("Closes: call “Precio”");
}

#[test]
fn it_is_done_without_anything_logged_when_one_says_so() {
    let mut app = with_series(Lang::Es, 120, 40);
    app.keys("5d<tab>").assert_shows("Solo hecho, sin anotar nada: llamada «Precio»");
    app.keys("<enter>")
        .assert_shows("Hecho: López Hermanos, S.A.: Precio")
        .assert_hides("24/11/2026 llamada");
    app.keys("ud<esc>").assert_shows("↻ Precio").assert_shows("24/11/2026");
}

#[test]
fn what_is_logged_for_a_client_offers_to_close_what_is_due() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        let mut app = with_series(Lang::Es, width, height);
        // Among two it would be a guess.
        app.keys("2l").assert_hides("Cierra:");
        app.keys("<esc>");
        app.keys("5gd<tab><enter>");
        app.keys("2l").assert_shows("Cierra: llamada «Precio»");
        app.keys("<tab><enter>").assert_hides("hecho: llamada").assert_shows("Anotado: López");
        app.keys("l<enter>").assert_shows("Anotado: López");
        app.keys("l").assert_hides("Cierra:");
        app.keys("<esc>v").assert_hides("Cierra:");
        app.keys("<esc>u5").assert_shows("24/11/2026");
    }
}

#[test]
fn it_is_put_off_until_a_day_that_is_said() {
    let mut app = with_series(Lang::Es, 80, 24);
    app.keys("5h").assert_shows("martes 01/12/2026, en vez del 24/11/2026 · aplazado una vez");
    app.keys("ayer<enter>").assert_shows("ya ha pasado").assert_shows("Aplazar hasta");
    app.keys("<ctrl-u>31/2<enter>").assert_shows("febrero");
    app.keys("<ctrl-u>viernes<enter>").assert_shows("pendiente para el 27/11/2026");
    app.keys("h<enter>").assert_shows("pendiente para el 04/12/2026");
    app.keys("h+2d").assert_shows("no cuenta como aplazado");
    app.keys("<esc>").assert_shows("04/12/2026");
}

#[test]
fn dropping_one_of_a_series_asks_which() {
    let mut app = with_series(Lang::Es, 80, 24);
    app.keys("5X").assert_shows("que no se repita más").assert_shows("1 solo esta vez");
    app.keys("1").assert_shows("Esta vez no: López").assert_shows("24/12/2026");
    app.keys("u/precio<enter>Xs").assert_shows("Seguimiento abandonado").assert_hides("24/12/2026");
    app.keys("FX").assert_shows("Abandonar el seguimiento").assert_hides("solo esta vez");
    app.keys("1").assert_shows("Abandonar el seguimiento");
}

#[test]
fn an_archived_client_is_brought_back_before_anything_is_planned() {
    let mut app = with_series(Lang::Es, 80, 24);
    app.keys("2Xs5").assert_hides("Precio");
    app.keys("2<esc>z/lop<enter>s+3d<ctrl-s>").assert_shows("está archivado");
    app.keys("<esc>sX").assert_shows("¿Recuperar «López");
    app.keys("s").assert_shows("Cliente recuperado");
    app.keys("5").assert_shows("Precio");
}

#[test]
fn in_the_real_program_a_series_goes_on_after_it_was_done_and_the_program_killed() {
    let (_folder, database) = crate::terminal::portfolio();
    let mut terminal = crate::terminal::started(&database);
    terminal.send("2s");
    terminal.wait_for_text("New follow-up");
    terminal.send("today\t\tPrice\t\t\tweekly\x13");
    terminal.wait_for_text("Follow-up added");
    terminal.send("55");
    terminal.wait_for_text("Week from");
    terminal.send("d");
    terminal.wait_for_text("Closes: call");
    terminal.send("agreed\r");
    terminal.wait_for_text("done: call");
    terminal.signal(rustix::process::Signal::KILL);
    assert_eq!(terminal.end(), crate::support::pty::KILLED);
    let mut again = crate::terminal::started(&database);
    again.send("5");
    again.wait_for_text("↻ Price");
    again.send("z");
    again.wait_for("what was done and what is open", |screen| {
        let contents = screen.contents();
        contents.contains("done") && contents.contains("open")
    });
    again.send("\x03");
    assert_eq!(again.end(), 0);
}
