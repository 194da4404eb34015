//! What users see and do, typed like a user over a real storage in memory.

use crate::support::{App, ago, events, model, portfolio};
use cartera::text::Lang;
use cartera::tui::{Effect, Msg, input, update};
use proptest::prelude::*;

/// The sizes that are promised, with a word for the snapshot's name.
const SIZES: [(u16, u16, &str); 3] = [(120, 40, "wide"), (80, 24, "usual"), (40, 10, "small")];

/// A snapshot of every size in both languages after the same keys.
fn snapshots(name: &str, keys: &str) {
    for lang in Lang::ALL {
        for (width, height, size) in SIZES {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys(keys);
            insta::assert_snapshot!(format!("{name}_{size}_{}", lang.code()), app.screen());
        }
    }
}

#[test]
fn the_list_of_clients() {
    snapshots("clients", "");
}

#[test]
fn the_list_of_contacts() {
    snapshots("contacts", "3");
}

#[test]
fn the_list_of_sales() {
    snapshots("sales", "4");
}

#[test]
fn the_list_of_follow_ups() {
    snapshots("follow_ups", "5");
}

#[test]
fn the_card_of_a_client() {
    snapshots("card", "/lop<enter><enter>");
}

#[test]
fn a_visit_being_logged() {
    snapshots("logging", "/lop<enter>vPide precio");
}

#[test]
fn the_parts_of_a_visit_being_logged() {
    let keys = "/lop<enter>v30m el:31/2 xxx:y seg:+15d Pide";
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    insta::assert_snapshot!("logging_parts", app.keys(keys).screen());
    let mut app = App::over(portfolio(), Lang::En, 40, 10);
    insta::assert_snapshot!("logging_parts_small", app.keys(keys).screen());
}

#[test]
fn an_empty_portfolio_says_how_to_begin() {
    for lang in Lang::ALL {
        for (width, height, size) in SIZES {
            let app = App::empty(lang, width, height);
            insta::assert_snapshot!(format!("empty_{size}_{}", lang.code()), app.screen());
        }
    }
}

#[test]
fn help_and_a_question_and_the_stars() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    insta::assert_snapshot!("help", app.keys("?sort").screen());
    insta::assert_snapshot!("question", app.keys("<esc>X").screen());
    insta::assert_snapshot!("stars", app.keys("<esc>*").screen());
}

#[test]
fn without_colours_the_selection_is_still_seen() {
    let app = App::over(portfolio(), Lang::Es, 80, 24).without_colours();
    insta::assert_snapshot!("no_color", app.screen());
}

#[test]
fn a_visit_is_two_keys() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("/lop<enter>").assert_shows("1 visita,");
    app.keys("v<enter>")
        .assert_shows("Anotado: López")
        .assert_shows("2 visitas,")
        .assert_shows("24/11/2026 visita");
}

#[test]
fn undo_takes_a_visit_back_and_redo_brings_it_again() {
    let mut app = App::over(portfolio(), Lang::En, 120, 40);
    app.keys("/lop<enter>v<enter>").assert_shows("2 visits,").assert_shows("u undoes it");
    app.keys("u").assert_shows("Undone: “Logged: López").assert_shows("1 visit,").assert_shows("U redoes it");
    app.keys("U").assert_shows("Redone: “Logged: López").assert_shows("2 visits,");
}

#[test]
fn what_is_logged_keeps_its_text_and_its_contact() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("3/carmen<enter>l").assert_shows("con Carmen Ruiz");
    app.keys("pide precio<enter>").assert_shows("llamada · pide precio · Carmen Ruiz");
}

#[test]
fn an_empty_note_is_refused_and_stays_open() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("t<enter>").assert_shows("Una nota necesita texto");
    app.keys("paga tarde<enter>").assert_shows("Anotado:");
}

#[test]
fn letters_in_an_entry_are_text_not_commands() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("vquedamos para xd?").assert_shows("quedamos para xd?");
    assert_eq!(app.effects, []);
    app.keys("<esc><esc>").assert_hides("quedamos");
}

#[test]
fn search_finds_whatever_the_accents_and_esc_restores() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("jj/nandu").assert_shows("Ñandú Export").assert_hides("Ferretería");
    app.keys("<esc>").assert_shows("Ferretería").assert_shows("▌–      Evil");
    app.keys("/carmen ruiz<enter>").assert_shows("▌★★★★☆  López").assert_hides("Ferretería");
    app.keys("<esc>").assert_shows("Ferretería");
    app.keys("/nadie así").assert_shows("Nada coincide");
}

#[test]
fn sorting_keeps_the_selection_and_shows_its_arrow() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("/lop<enter><esc>");
    app.keys("<left>o").assert_shows("★▼");
    app.keys("o").assert_shows("★▲");
    app.keys("<right>O").assert_shows("★▲1").assert_shows("Nombre▲2").assert_shows("▌★★★★☆  López");
}

#[test]
fn who_stands_at_the_top_sees_the_new_top_after_sorting() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("<right><right>o").assert_shows("Ventas 12 m▼").assert_shows("▌★★★★★  Construcciones");
    app.keys("o").assert_shows("▌–      東京商事株式会社");
}

#[test]
fn a_follow_up_is_done_or_put_off_with_one_key() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("5").assert_shows("Llamar por el presupuesto");
    app.keys("b").assert_shows("Aplazado:").assert_shows("01/12/2026");
    app.keys("d").assert_shows("Cierra: llamada «Llamar por el presupuesto» (01/12/2026)");
    app.keys("<enter>").assert_shows("Anotado: López Hermanos, S.A. · hecho: llamada «Llamar");
    app.keys("d<enter>").assert_shows("No hay nada pendiente").assert_shows("Seguimientos  0");
    app.keys("uu").assert_shows("Seguimientos  2");
}

#[test]
fn done_on_a_client_is_its_only_open_follow_up() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("/lop<enter>d<enter>").assert_shows("hecho: llamada «Llamar");
    app.keys("d").assert_shows("no tiene nada pendiente");
}

#[test]
fn the_lists_of_a_client_are_reached_from_its_card() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("/lop<enter><enter>3").assert_shows("Íñigo").assert_hides("Zoë").assert_shows("Contactos  2");
    app.keys("<esc>").assert_shows("López Hermanos, S.A.").assert_shows("Ficha").assert_hides("Contactos  2");
    app.keys("4").assert_shows("Ventas  3").assert_hides("Ferretería");
    app.keys("<esc><esc>3").assert_shows("Zoë");
}

#[test]
fn products_and_salespeople_have_lists_and_esc_goes_back() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("47").assert_shows("Taladro 20V").assert_shows("45,90 €");
    app.keys("4r").assert_shows("Luis Peña");
    app.keys("d").assert_shows("Elija antes un cliente");
    app.keys("<esc>").assert_shows("Ventas  15");
}

#[test]
fn archiving_asks_first_and_can_be_undone() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("/lop<enter>X").assert_shows("¿Archivar «López");
    app.keys("n").assert_shows("Clientes  1");
    app.keys("Xs").assert_shows("Cliente archivado").assert_shows("Nada coincide");
    app.keys("z").assert_shows("Clientes  1").assert_shows("también lo cerrado");
    app.keys("zu").assert_shows("Clientes  1");
}

#[test]
fn what_is_to_be_removed_is_told_apart_from_its_like() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("4X").assert_shows("venta «Ñandú Export, S.L. · 12/11/2026 ·");
    app.keys("<esc>5X").assert_shows("/2026»? Se puede deshacer.");
}

#[test]
fn what_is_still_used_is_not_deleted_and_says_why() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("7").assert_shows("e editar").assert_shows("Intro ficha").assert_hides("7 productos");
    app.keys("Xs").assert_shows("Todavía se usa: 15 ventas").assert_shows("«Activo»");
}

#[test]
fn a_digit_of_a_tab_to_come_and_an_unbound_key_say_so() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("8").assert_shows("«Cartera» todavía no existe");
    app.keys("J").assert_shows("J no hace nada aquí (?: ayuda)");
    app.paste("borrar").assert_shows("Aquí no se escribe");
}

#[test]
fn help_runs_what_it_shows() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("?representantes").assert_shows("Ver los vendedores");
    app.keys("<enter>").assert_shows("Luis Peña");
}

#[test]
fn a_client_is_added_saved_with_its_errors_and_selected() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("n<ctrl-s>").assert_shows("Cliente nuevo");
    app.keys("Íbero<ctrl-s>")
        .assert_shows("Cliente añadido: Íbero")
        .assert_shows("▌–      Íbero")
        .assert_shows("Clientes  8");
    app.keys("e<tab>Teruel<ctrl-s>").assert_shows("Cliente guardado: Íbero").assert_shows("Teruel");
    app.keys("uu").assert_shows("Clientes  7").assert_hides("Ya no existe");
}

#[test]
fn the_first_client_ends_the_first_start() {
    let mut app = App::empty(Lang::En, 80, 24);
    app.assert_shows("Three ways to begin");
    app.keys("nAcme<ctrl-s>")
        .assert_shows("Clients  1")
        .assert_shows("▌–      Acme")
        .assert_hides("Three ways");
}

#[test]
fn a_sale_is_added_for_the_selected_client_and_counts_at_once() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("/nandu<enter>").assert_shows("70,90 €");
    app.keys("$<enter>").assert_shows("Ñandú Export");
    app.keys("<tab><tab><tab>tal<enter><backspace>2<ctrl-s>")
        .assert_shows("Venta añadida")
        .assert_shows("162,70 €");
    app.keys("u").assert_shows("70,90 €");
}

#[test]
fn a_follow_up_and_a_contact_are_added_where_the_client_is() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("/nandu<enter>s").assert_shows("Ñandú Export");
    app.keys("+7d<ctrl-s>").assert_shows("Seguimiento añadido").assert_shows("01/12/2026");
    app.keys("2<enter>n").assert_shows("Contacto nuevo").assert_shows("Ñandú Export");
    app.keys("Rut Gil<ctrl-s>").assert_shows("Contacto añadido: Rut Gil");
}

#[test]
fn leaving_a_form_with_unsaved_text_asks() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("nIber<esc>").assert_shows("¿Descartar");
    app.keys("n").assert_shows("Iber");
    app.keys("<ctrl-c>").assert_shows("¿Descartar");
    assert_eq!(app.effects, []);
    app.keys("s").assert_hides("Iber");
    assert_eq!(app.effects, [Effect::Quit]);
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("n<esc>").assert_hides("¿Descartar").assert_shows("Clientes  7");
}

#[test]
fn a_half_filled_form_survives_a_crash() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("nIber<tab>Teru");
    let store = app.crash();
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.assert_shows("A medio escribir").assert_shows("Cliente nuevo");
    app.keys("<enter>").assert_shows("Iber").assert_shows("Teru");
    app.keys("<ctrl-s>").assert_shows("Cliente añadido: Iber");
    let store = app.crash();
    App::over(store, Lang::Es, 80, 24).assert_hides("A medio escribir");
}

#[test]
fn esc_never_quits_and_q_does() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("<enter>/x<esc><esc><esc><esc>");
    assert_eq!(app.effects, []);
    app.keys("<ctrl-z><ctrl-l>q<ctrl-c>");
    assert_eq!(app.effects, [Effect::Suspend, Effect::Redraw, Effect::Quit, Effect::Quit]);
}

#[test]
fn a_half_typed_entry_survives_a_crash() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("/lop<enter>vquiere cambiar de");
    let store = app.crash();
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.assert_shows("A medio escribir").assert_shows("visita · López Hermanos, S.A.: quiere cambiar de");
    app.keys("<enter> proveedor<enter>").assert_shows("Anotado: López");
    let store = app.crash();
    App::over(store, Lang::Es, 80, 24).assert_hides("A medio escribir");
}

#[test]
fn data_cannot_steer_the_terminal() {
    for (width, height, _) in SIZES {
        for keys in ["", "<enter>", "v", "X", "*", "v<enter>"] {
            let mut app = App::over(portfolio(), Lang::Es, width, height);
            let text = app.keys("/evil<enter>").keys(keys).text();
            assert!(text.contains("Evil"), "{text}");
            assert!(!text.chars().any(|it| (it.is_control() && it != '\n') || it == '\u{202e}'), "{text:?}");
        }
    }
}

#[test]
fn keys_typed_ahead_of_the_storage_act_on_the_row_that_they_meant() {
    let mut store = portfolio();
    let mut model = model(Lang::Es, 80, 24);
    // All keys arrive before the first answer.
    let mut waiting = cartera::tui::start(&mut model);
    for event in events("/lop<enter>v<enter>") {
        if let Some(message) = input::message(&model, &event) {
            waiting.extend(update(&mut model, message));
        }
    }
    let mut logged = Vec::new();
    while !waiting.is_empty() {
        for effect in std::mem::take(&mut waiting) {
            let Effect::Store(request) = effect else { panic!("{effect:?}") };
            if let cartera::repository::request::Request::Log(draft) = &request {
                logged.push(draft.interaction.clone());
            }
            for reply in crate::support::answers(&mut store, request) {
                waiting.extend(update(&mut model, Msg::Stored(reply)));
            }
        }
    }
    let names: Vec<_> = logged.iter().map(|it| (it.kind, it.day)).collect();
    assert_eq!(names, [(cartera::domain::kinds::InteractionKind::Visit, ago(0))]);
    let mut app = App::over(store, Lang::Es, 120, 40);
    app.keys("/lop<enter>").assert_shows("2 visitas,");
}

fn any_key() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "j",
        "k",
        "G",
        "g",
        "<pagedown>",
        "<left>",
        "<right>",
        "o",
        "O",
        "/",
        "l",
        "ñ",
        "<esc>",
        "<enter>",
        "<tab>",
        "<shift-tab>",
        "2",
        "3",
        "4",
        "5",
        "a",
        "r",
        "v",
        "t",
        "d",
        "b",
        "*",
        "?",
        "u",
        "U",
        "z",
        "X",
        "n",
        "F",
        "<f1>",
        "<backspace>",
        "<home>",
        "<end>",
        "1",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_keys_and_no_window_bring_it_down(
        keys in proptest::collection::vec((any_key(), any::<bool>(), 1..310_u16, 1..90_u16), 0..60),
    ) {
        let mut app = App::over(portfolio(), Lang::Es, 80, 24);
        for (key, resize, width, height) in keys {
            if resize {
                app.resize(width, height);
            }
            app.keys(key);
            app.buffer();
        }
    }
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    for keys in ["", "3", "4", "5", "a", "r", "<enter>", "v", "/l", "X", "?", "*"] {
        let mut app = App::over(portfolio(), Lang::Es, 80, 24);
        app.keys(keys);
        for width in [0, 1, 2, 5, 19, 20, 21, 39, 60, 119, 120, 300, 2000] {
            for height in [0, 1, 2, 4, 5, 6, 7, 10, 19, 20, 80, 600] {
                app.resize(width, height);
                app.buffer();
            }
        }
    }
    App::empty(Lang::Es, 1, 1).buffer();
}

#[test]
fn a_question_names_the_keys_of_its_language_first() {
    for (lang, keys) in [(Lang::Es, "s/y sí   n/Esc no"), (Lang::En, "y/s yes   n/Esc no")] {
        App::over(portfolio(), lang, 80, 24).keys("X").assert_shows(keys);
    }
}

#[test]
fn what_is_closed_says_so_beside_what_is_open() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut app = App::over(portfolio(), Lang::Es, width, height);
        app.keys("5").assert_hides("Estado");
        app.keys("d<enter>z").assert_shows("Estado").assert_shows("abierto");
        app.keys("2").assert_hides("Estado").assert_shows("Nombre");
    }
}
