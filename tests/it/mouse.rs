//! The mouse: tabs, rows, heads, the footer, what is chosen from, the fields of a form, the wheel.

use crate::support::pty::{Start, folder};
use crate::support::{App, portfolio};
use cartera::text::Lang;
use proptest::prelude::*;
use ratatui::crossterm::event::{MouseButton, MouseEventKind};

fn app() -> App {
    App::over(portfolio(), Lang::Es, 80, 24)
}

/// What the same app shows after keys instead of the mouse.
fn after(keys: &str) -> String {
    app().keys(keys).screen()
}

#[test]
fn a_tab_is_shown_and_clicked_again_shows_its_next_face() {
    let mut app = app();
    assert_eq!(app.click("Activid").screen(), after("6"));
    assert_eq!(app.click("Activid").screen(), after("66"));
    // From the card too.
    app.keys("2<enter>");
    assert_eq!(app.click("Ventas").text().lines().nth(1), app_on_sales().as_deref());
}

fn app_on_sales() -> Option<String> {
    app().keys("4").text().lines().nth(1).map(str::to_owned)
}

#[test]
fn a_row_is_selected_and_clicked_again_is_opened() {
    let mut app = app();
    app.click("Ñandú");
    app.assert_shows("▌");
    let line = app.text().lines().find(|line| line.starts_with('▌')).map(str::to_owned).unwrap();
    assert!(line.contains("Ñandú"), "{line}");
    app.keys("k").keys("j");
    let before = app.screen();
    assert_eq!(app.keys("<enter>").screen(), {
        let mut other = self::app();
        other.click("Ñandú").click("Ñandú").screen()
    });
    assert_eq!(app.keys("<esc>").screen(), before);
}

#[test]
fn a_head_sorts_by_its_column_and_the_other_way_round() {
    let mut app = app();
    app.click("Ciudad").assert_shows("Ciudad▲");
    app.click("Ciudad").assert_shows("Ciudad▼");
}

#[test]
fn a_word_of_the_footer_does_what_it_says() {
    let mut app = app();
    assert_eq!(app.click("/ buscar").screen(), after("/"));
    app.keys("lop");
    assert_eq!(app.click("Intro aceptar").screen(), after("/lop<enter>"));
    assert_eq!(app.click("? ayuda").screen(), after("/lop<enter>?"));
}

#[test]
fn what_stands_over_the_screen_takes_the_clicks() {
    let mut app = app();
    app.keys(":ir");
    app.click("Ir a: Contactos");
    assert_eq!(app.screen(), after("3"));
    // Neither a tab nor a row under a question can be reached.
    app.keys("2X");
    let asked = app.screen();
    assert_eq!(app.click("Hoy").screen(), asked);
    app.click("n/Esc no").assert_hides("¿");
    app.keys("K");
    app.click("Teléfono").assert_hides("┌");
    assert_eq!(app.effects.len(), 1, "{:?}", app.effects);
}

#[test]
fn values_are_ticked_and_a_view_is_shown_by_a_click() {
    let mut app = app();
    app.keys("<right>f").click("[ ] Madrid").assert_shows("[x] Madrid");
    app.click("[x] Madrid").assert_shows("[ ] Madrid");
    app.click("[ ] Madrid").keys("<enter>").assert_shows("[ciudad:=Madrid]");
    app.keys("w").click("Tres años sin contacto").assert_shows("[toque:>3a]");
}

#[test]
fn the_margin_of_a_row_marks_it_and_a_field_of_many_is_chosen_by_a_click() {
    let mut app = app();
    let line = |app: &App, name: &str| app.text().lines().position(|line| line.contains(name)).unwrap();
    for name in ["López", "Ferret"] {
        let y = line(&app, name);
        app.mouse(MouseEventKind::Down(MouseButton::Left), 0, y);
    }
    app.assert_shows("• 2 marcadas");
    let y = line(&app, "López");
    app.mouse(MouseEventKind::Down(MouseButton::Left), 0, y).assert_shows("• 1 marcada ");
    assert!(app.text().lines().nth(line(&app, "Ferret")).unwrap().starts_with('•'));
    app.keys("B").click("Provincia").assert_shows("Provincia · 1 fila");
}

#[test]
fn a_field_of_a_form_takes_the_cursor() {
    let mut app = app();
    app.keys("n").click("Ciudad").keys("Lugo");
    app.assert_shows("Lugo");
    app.click("Nombre *").keys("Nuevo<ctrl-s>").assert_shows("Nuevo");
}

#[test]
fn the_wheel_moves_what_moves_here() {
    let mut app = app();
    assert_eq!(app.mouse(MouseEventKind::ScrollDown, 5, 5).screen(), after("jjj"));
    assert_eq!(app.mouse(MouseEventKind::ScrollUp, 5, 5).screen(), after("jjjkkk"));
    app.keys("?");
    assert_eq!(app.mouse(MouseEventKind::ScrollDown, 5, 5).screen(), after("jjjkkk?<down><down><down>"));
}

#[test]
fn a_filter_that_is_not_understood_does_not_stay_behind() {
    let mut app = app();
    app.keys("/ciudaz:x").click("Contact");
    app.keys("2").assert_shows("López");
    assert_eq!(app.screen(), after(""));
}

#[test]
fn a_real_terminal_reports_clicks_and_is_left_as_it_was() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).args(&["demo"]).size(24, 80).run();
    terminal.wait_for_text("Today");
    assert_ne!(terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    // On the tab of the clients, counted from 1.
    terminal.send("\x1b[<0;12;1M\x1b[<0;12;1m");
    terminal.wait_for_text(" Clients  ");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn clicks_anywhere_bring_nothing_down(
        clicks in prop::collection::vec((0..80_usize, 0..24_usize, 0..4_u8), 0..40),
        keys in prop::sample::select(vec!["", "n", "?", ":", "K", "<enter>", "i", "5", "55", "7<enter>", "v", "/a", "4n"]),
    ) {
        let mut app = app();
        app.keys(keys);
        for (x, y, kind) in clicks {
            let kind = match kind {
                0 => MouseEventKind::ScrollDown,
                1 => MouseEventKind::ScrollUp,
                _ => MouseEventKind::Down(MouseButton::Left),
            };
            app.mouse(kind, x, y);
            app.buffer();
        }
    }
}
