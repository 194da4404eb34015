//! A new row begins with what the filter of its list says, and is among its rows when it is saved.

use crate::custom_fields::define;
use crate::support::{App, portfolio};
use cartera::domain::kinds::CustomKind;
use cartera::text::Lang;

fn app() -> App {
    App::over(portfolio(), Lang::Es, 80, 24)
}

#[test]
fn a_client_begins_with_what_the_filter_says_and_is_listed_when_saved() {
    let mut app = app();
    app.keys("/ciudad:Madrid vendedor:ana etapa:prospecto #vip<enter>n");
    app.assert_shows("Madrid").assert_shows("Ana Robles").assert_shows("Del filtro: ").assert_shows("vip");
    app.keys("Nueva<ctrl-s>").assert_hides("Del filtro").assert_shows("Nueva").assert_shows("ciudad:Madrid");
    assert_eq!(app.model.listed_keys().len(), 1);
    // As a change of its own, of which one takes back all.
    app.keys("u");
    assert_eq!(app.model.listed_keys().len(), 0);
}

#[test]
fn what_the_filter_says_is_not_what_the_user_typed() {
    let mut app = app();
    app.keys("/ciudad:Madrid vendedor:ana<enter>n").assert_shows("Del filtro");
    app.keys("<esc>").assert_hides("¿").assert_shows("ciudad:Madrid");
}

#[test]
fn who_is_meant_by_several_names_is_not_guessed() {
    let mut app = app();
    app.keys("3/cliente:r<enter>n").assert_hides("Del filtro");
}

#[test]
fn a_follow_up_an_activity_and_a_sale_begin_with_what_fits() {
    let mut app = app();
    app.keys("5/tipo:llamada cliente:lópez ciudad:madrid<enter>n").assert_shows("López Hermanos");
    app.assert_shows("Del filtro: ");
    app.keys("<tab>+3d<ctrl-s>").assert_hides("Del filtro");
    let calls = app.model.listed_keys().len();
    app.keys("u");
    assert_eq!(app.model.listed_keys().len() + 1, calls);
    app.keys("4/cliente:lópez numero:F-77<enter>n").assert_shows("López Hermanos").assert_shows("F-77");
}

#[test]
fn a_filter_that_says_no_one_value_fills_nothing_in() {
    for filter in ["", "ciudad:a,b", "ciudad:mad*", "-ciudad:madrid", "ciudad:", "estrellas:>3"] {
        let mut app = app();
        app.keys("/").keys(filter).keys("<enter>n").assert_hides("Del filtro");
    }
}

#[test]
fn a_client_begins_with_what_the_filter_says_of_fields_that_users_defined() {
    let mut store = portfolio();
    for (label, kind, choices) in [
        ("Zona", CustomKind::Text, &[][..]),
        ("Peso", CustomKind::Number, &[]),
        ("Urgente", CustomKind::Flag, &[]),
        ("Nivel", CustomKind::Choice, &["oro", "plata"]),
    ] {
        define(&mut store, label, kind, choices);
    }
    let mut app = App::over(store, Lang::Es, 80, 40);
    app.keys("/zona:puerto peso:1,5 urgente:no nivel:plata<enter>n");
    app.assert_shows("Del filtro: Zona, Peso, Urgente, Nivel");
    app.keys("Nueva<ctrl-s>").assert_shows("Nueva");
    assert_eq!(app.model.listed_keys().len(), 1);
}
