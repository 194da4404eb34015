//! The parts of the filter in the heading: gone through, taken away, turned round, mended, and clicked.

use crate::support::{App, portfolio};
use cartera::text::Lang;

fn app(lang: Lang) -> App {
    App::over(portfolio(), lang, 80, 24)
}

/// The heading of the list.
fn heading(app: &App) -> String {
    app.text().lines().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn each_part_is_taken_away_and_turned_round_where_it_stands() {
    let mut app = app(Lang::Es);
    app.keys("x").assert_shows("Esta lista no está filtrada.");
    app.keys("/ciudad:madrid e:>=3 orden:-potencial<enter>");
    assert!(
        heading(&app).ends_with("[ciudad:madrid] [estrellas:>=3] [orden:-potencial]"),
        "{}",
        heading(&app)
    );
    app.keys("x<left><left><left>-");
    assert!(
        heading(&app).ends_with("[-ciudad:madrid] [estrellas:>=3] [orden:-potencial]"),
        "{}",
        heading(&app)
    );
    app.keys("-<right>X");
    assert!(heading(&app).ends_with("[ciudad:madrid] [orden:-potencial]"), "{}", heading(&app));
    app.keys("<delete>");
    assert!(heading(&app).ends_with("[ciudad:madrid]"), "{}", heading(&app));
    // The last one gone, the keys mean again what they mean on the list.
    app.keys("<backspace>").assert_hides("[ciudad").assert_hides("quitar");
    app.keys("x").assert_shows("Esta lista no está filtrada.");
}

#[test]
fn the_selected_row_stays_selected() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:*<enter>G");
    let selected = app.model.selected_key();
    app.keys("xX<esc>");
    assert_eq!(app.model.selected_key(), selected);
    assert!(!heading(&app).contains('['), "{}", heading(&app));
}

#[test]
fn enter_mends_a_part_in_the_line_and_esc_leaves_all_as_it_was() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:madri e:>=3<enter>x<left><enter>d,sevilla<enter>");
    assert!(heading(&app).ends_with("[ciudad:madrid,sevilla] [estrellas:>=3]"), "{}", heading(&app));
    app.keys("x<left><enter>xxx<esc>");
    assert!(heading(&app).ends_with("[ciudad:madrid,sevilla] [estrellas:>=3]"), "{}", heading(&app));
    app.keys("x<esc><esc>").assert_hides("[ciudad");
}

#[test]
fn a_click_mends_a_part_and_one_on_its_end_takes_it_away() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:madrid e:>=3<enter>");
    app.click("] [estr");
    assert!(heading(&app).ends_with("€  [estrellas:>=3]"), "{}", heading(&app));
    app.click("estrellas:>").keys("<backspace>4");
    assert!(heading(&app).ends_with("[estrellas:>=4]"), "{}", heading(&app));
}

#[test]
fn the_parts_at_every_size() {
    for lang in Lang::ALL {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys("/city:madrid stars:>=3 -is:archived sort:-potential<enter>x");
            insta::assert_snapshot!(format!("chips_{size}_{}", lang.code()), app.screen());
            app.keys("<left><left><left>");
            assert!(heading(&app).contains(":madrid]"), "{}", heading(&app));
        }
    }
    let mut app = app(Lang::Es).without_colours();
    insta::assert_snapshot!("chips_no_color", app.keys("/ciudad:madrid e:>=3<enter>x<left>").screen());
}
