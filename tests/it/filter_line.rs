//! The line of the filter on the screen and in the shell: what is found as it is typed, and what is said of what is wrong.

use crate::cli::Shell;
use crate::support::{App, portfolio};
use cartera::text::Lang;

fn app(lang: Lang) -> App {
    App::over(portfolio(), lang, 100, 24)
}

#[test]
fn what_is_typed_filters_at_once_and_stands_in_the_heading() {
    let mut app = app(Lang::Es);
    app.keys("/city:sebas<enter>");
    app.assert_shows("[ciudad:sebas]").assert_hides("López");
    app.keys("/").assert_shows("/ciudad:sebas");
    app.keys("<esc><esc>").assert_hides("/ciudad").assert_shows("López");
}

#[test]
fn what_is_wrong_is_told_under_the_line_and_the_last_good_list_stays() {
    let mut app = app(Lang::Es);
    app.keys("/lopez").assert_shows("López").assert_hides("Construcciones");
    app.paste(" ciudaz:x")
        .assert_shows("¿quizá ciudad?")
        .assert_shows("López")
        .assert_hides("Construcciones");
    let buffer = app.buffer();
    let row = (0..24).rev().find(|row| buffer[(0, *row)].symbol() == "/").unwrap();
    let is_marked = |column: u16| buffer[(column, row)].fg == ratatui::style::Color::Red;
    let marked: Vec<u16> = (0..100).filter(|column| is_marked(*column)).collect();
    assert_eq!(marked, (7..13).collect::<Vec<u16>>(), "the field that is none");
    // Enter does not keep what is not understood; Esc goes back to where it was.
    app.keys("<enter>").assert_shows("¿quizá ciudad?");
    app.keys("<esc>").assert_hides("¿quizá ciudad?").assert_shows("Construcciones");
}

#[test]
fn an_order_comes_and_goes_with_its_filter() {
    let mut app = app(Lang::En);
    let before = app.text();
    app.keys("/sort:-name<enter>").assert_shows("[sort:-name]");
    assert_ne!(app.text(), before);
    app.keys("<esc>g");
    assert_eq!(app.text(), before);
}

#[test]
fn the_shell_filters_sorts_and_cuts() {
    let shell = Shell::new("es");
    let all = shell.run(&["list", "clients", "--json"]).json();
    let some = shell.run(&["list", "clients", "orden:-nombre limite:1", "--json"]).json();
    assert_eq!(some.len(), 1);
    let names: Vec<&str> = all.iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(names.contains(&some[0]["name"].as_str().unwrap()));
    let (with, without) = (
        shell.run(&["list", "clients", "ciudad:*", "--json"]),
        shell.run(&["list", "clients", "ciudad:", "--json"]),
    );
    assert_eq!(with.json().len() + without.json().len(), all.len());
}

#[test]
fn the_shell_says_in_which_column_a_filter_is_wrong() {
    for (lang, told) in [
        ("es", "columna 3: No hay ningún campo «ciudaz»: ¿quizá ciudad?"),
        ("en", "column 3: There is no field “ciudaz”: did you mean ciudad?"),
    ] {
        let answer = Shell::new(lang).run(&["list", "clients", "a ciudaz:x"]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{}", answer.err);
        assert!(answer.err.contains(told), "{}", answer.err);
        assert!(answer.err.contains("a ciudaz:x") && answer.err.contains("  ^"), "{}", answer.err);
    }
    assert_eq!(Shell::new("es").run(&["list", "clients", "ciudad:atlantida"]).code, 3);
}
