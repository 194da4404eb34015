//! Filtering from the cells of a list: only this value, all but this one.

use crate::support::{App, portfolio};
use cartera::text::Lang;

fn app() -> App {
    App::over(portfolio(), Lang::Es, 120, 40)
}

#[test]
fn equals_keeps_only_the_value_under_the_cursor_and_its_row() {
    let mut app = app();
    app.keys("/lópez<enter>F<right>=").assert_shows("[ciudad:=Madrid]").assert_shows("López");
    app.keys("<esc>").assert_hides("ciudad:");
}

#[test]
fn minus_leaves_values_out_one_after_the_other() {
    let mut app = app();
    app.keys("/lópez<enter>F<right>-").assert_shows("ciudad:!=Madrid").assert_hides("López");
    app.keys("-").assert_shows("ciudad:!=Madrid,");
    app.keys("F").assert_shows("López");
}

#[test]
fn an_empty_cell_is_a_value_too() {
    let mut app = app();
    app.keys("<right><right><right><right><right>=").assert_shows("[toque:]").assert_shows("nunca");
    app.keys("F-").assert_shows("toque:*").assert_hides("nunca");
}

#[test]
fn a_column_that_is_no_condition_says_so() {
    let mut app = app();
    app.keys("7").keys("<right><right>=").assert_shows("no es nada que un filtro pueda pedir");
    app.keys("2")
        .keys(&"<right>".repeat(12))
        .keys("=")
        .assert_shows("muestra menos de lo que mira teléfono:");
    app.keys("66=").assert_shows("no es nada que un filtro pueda pedir");
}

#[test]
fn every_cell_that_is_a_condition_keeps_its_row_and_loses_it() {
    for tab in ["1", "2", "3", "4", "5", "555", "6", "7", "r"] {
        let mut app = app();
        app.keys(tab).keys(&"<left>".repeat(20));
        let mut conditions = 0;
        for column in 0..15 {
            let row = selected(&app);
            app.keys("=");
            if !app.text().contains("un filtro pueda pedir") && !app.text().contains("muestra menos") {
                conditions += 1;
                assert_eq!(selected(&app), row, "{tab} {column}\n{}", app.text());
                app.keys("F-");
                assert!(!listed(&app).contains(&row), "{tab} {column}\n{}", app.text());
                app.keys("F");
                assert!(listed(&app).contains(&row), "{tab} {column}\n{}", app.text());
            }
            app.keys("<right>");
        }
        assert!(conditions > 1, "{tab}");
    }
}

/// The key of the selected row.
fn selected(app: &App) -> i64 {
    app.model.selected_key().unwrap_or_default()
}

/// The keys of the list that is shown.
fn listed(app: &App) -> Vec<i64> {
    app.model.listed_keys().to_vec()
}
