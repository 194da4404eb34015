//! Marked rows, and what is done to all of them at once.

use crate::support::{App, portfolio};
use cartera::text::Lang;

/// The line of the screen that holds this; none is an empty one.
fn line_with(app: &App, text: &str) -> String {
    app.text().lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
}

fn app() -> App {
    App::over(portfolio(), Lang::Es, 80, 24)
}

#[test]
fn space_marks_a_row_and_goes_on_and_again_takes_the_mark_away() {
    let mut app = app();
    app.keys("<space><space>").assert_shows("• 2 marcadas");
    app.keys("k<space>").assert_shows("• 1 marcada ").assert_hides("2 marcadas");
    app.keys("<esc>").assert_hides("marcada");
}

#[test]
fn marks_stay_on_their_rows_when_sorted_filtered_and_refreshed() {
    let mut app = app();
    app.keys("/lop<enter><space>").assert_shows("• 1 marcada ");
    app.keys("F/ferre<enter>").assert_shows("1 marcada (1 sin ver)");
    app.keys("v<enter>s").assert_shows("1 marcada (1 sin ver)");
    app.keys("F").assert_shows("• 1 marcada ").assert_shows("•★★★★☆  López");
    app.keys("o").assert_shows("•★★★★☆  López");
}

#[test]
fn esc_takes_the_marks_away_before_the_filter() {
    let mut app = app();
    app.keys("/lop<enter><space><esc>").assert_hides("marcada").assert_shows("[lop]");
    app.keys("<esc>").assert_hides("[lop]");
}

#[test]
fn all_of_the_filtered_rows_are_marked_and_again_none() {
    let mut app = app();
    app.keys("/ciudad:madrid<enter>A").assert_hides("sin ver").assert_shows("marcada");
    let of_filter = line_with(&app, "marcada");
    app.keys("F").assert_shows("marcada");
    assert!(of_filter.contains("Σ") && line_with(&app, "marcada").contains("Σ"), "{of_filter}");
    app.keys("AA").assert_hides("marcada");
}

#[test]
fn shift_extends_a_range_and_takes_it_back() {
    let mut app = app();
    app.keys("<shift-down><shift-down>").assert_shows("• 3 marcadas");
    app.keys("<shift-up>").assert_shows("• 2 marcadas");
    app.keys("<shift-up><shift-up>").assert_shows("• 1 marcada ");
}

#[test]
fn the_money_of_the_marked_rows_is_that_of_the_list_when_all_of_them_are_marked() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 40);
    app.keys("4");
    let all = line_with(&app, "Σ");
    let sum = all.split('Σ').nth(1).unwrap().split("  ").next().unwrap().trim().to_owned();
    app.keys("A").assert_shows(&sum);
    // One by one the storage is asked.
    app.keys("A<space>");
    let one = line_with(&app, "• 1 marcada");
    assert!(one.contains("Σ") && !one.contains(&sum), "{one} / {sum}");
}

#[test]
fn what_is_only_counted_cannot_be_marked() {
    let mut app = app();
    app.keys("66<space>").assert_hides("marcada");
}

#[test]
fn marks_are_seen_without_colour_and_on_the_smallest_screen() {
    let mut small = App::over(portfolio(), Lang::Es, 40, 10).without_colours();
    insta::assert_snapshot!("marks_small_es", small.keys("<space>j<space>k").screen());
    let mut usual = App::over(portfolio(), Lang::En, 80, 24).without_colours();
    insta::assert_snapshot!("marks_usual_en", usual.keys("<space>j<space>/lop<enter>").screen());
}
