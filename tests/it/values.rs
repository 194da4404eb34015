//! The panel of a column's values: what it lists, what is ticked, and what it makes of the filter.

use crate::support::lists::listed;
use crate::support::{App, answers, portfolio};
use cartera::domain::list::{Column, ListKind, ListQuery};
use cartera::filter::{Filter, Held, Subject};
use cartera::repository::request::{Counted, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;

fn app() -> App {
    App::over(portfolio(), Lang::Es, 80, 24)
}

fn values(store: &mut Store, query: ListQuery, column: Column) -> Vec<Counted> {
    let request = Request::Values { ticket: Ticket(1), query, column };
    let reply = answers(store, request).pop();
    let Some(Reply::ValuesLoaded { values, .. }) = reply else { panic!("{reply:?}") };
    values
}

#[test]
fn every_value_has_as_many_rows_as_the_filter_finds() {
    let mut store = portfolio();
    let mut conditions = 0;
    for &kind in ListKind::ALL {
        for &column in kind.columns() {
            let Some(subject) = Subject::of_column(kind, column) else { continue };
            conditions += 1;
            for closed in [false, true] {
                let query = ListQuery { closed, ..ListQuery::all(kind) };
                let counted = values(&mut store, query.clone(), column);
                let all = listed(&mut store, query.clone());
                for Counted { value, rows, kept } in &counted {
                    assert!(!kept);
                    let filter = Filter::default().only(subject, value);
                    // What says itself what is closed shows it, too.
                    if closed
                        || !filter.says(&|term| {
                            matches!(
                                term.field,
                                cartera::filter::Field::State | cartera::filter::Field::Answer
                            )
                        })
                    {
                        let found = listed(&mut store, ListQuery { filter, ..query.clone() });
                        assert_eq!(found.len(), *rows, "{kind:?} {column:?} {value:?}");
                    }
                }
                let sum: usize = counted.iter().map(|it| it.rows).sum();
                assert!(sum == all.len() || column == Column::Tags, "{kind:?} {column:?}");
            }
        }
    }
    assert!(conditions > 50, "{conditions}");
}

#[test]
fn rows_are_counted_under_the_other_conditions_and_the_own_one_is_ticked() {
    let mut store = portfolio();
    let city = Subject::of_column(ListKind::Clients, Column::City).unwrap();
    let stars = Subject::of_column(ListKind::Clients, Column::Stars).unwrap();
    let madrid = Held::Text("Madrid".to_owned());
    let all = values(&mut store, ListQuery::all(ListKind::Clients), Column::City);
    let filter = Filter::default().only(city, &madrid);
    let query = ListQuery {
        filter: Filter { limit: Some(1), ..filter.clone() },
        ..ListQuery::all(ListKind::Clients)
    };
    let own = values(&mut store, query, Column::City);
    assert_eq!(own.len(), all.len());
    let ticked: Vec<&Held> = own.iter().filter(|it| it.kept).map(|it| &it.value).collect();
    assert_eq!(ticked, [&madrid]);
    let other = filter.only(stars, &Held::Number(4));
    let under =
        values(&mut store, ListQuery { filter: other, ..ListQuery::all(ListKind::Clients) }, Column::City);
    assert!(under.iter().map(|it| it.rows).sum::<usize>() < all.iter().map(|it| it.rows).sum());
}

#[test]
fn letters_find_a_value_and_enter_takes_the_one_under_the_cursor() {
    let mut app = app();
    app.keys("<right>f").assert_shows("Ciudad: valores").assert_shows("[ ] Madrid");
    app.keys("MÁDR").assert_hides("Caracas");
    app.keys("<enter>").assert_shows("[ciudad:=Madrid]").assert_hides("valores");
    // What is ticked is what the filter says; Esc leaves it so.
    app.keys("f").assert_shows("[x] Madrid").assert_shows("[ ] Caracas");
    app.keys("<ctrl-a><esc>").assert_shows("[ciudad:=Madrid]");
}

#[test]
fn what_is_ticked_is_one_condition_the_shorter_one() {
    let mut app = app();
    app.keys("<right>fmadrid<space><ctrl-u>caracas<space><enter>")
        .assert_shows("ciudad:=")
        .assert_shows("Madrid")
        .assert_shows("Caracas");
    app.keys("f<ctrl-t><enter>").assert_shows("ciudad:!=");
    app.keys("f<ctrl-a><enter>").assert_hides("ciudad:");
}

#[test]
fn numbers_and_days_take_a_condition_and_say_what_is_wrong_with_it() {
    let mut app = app();
    app.keys("4<right>f>1.000,50x<enter>").assert_shows("Importe: valores");
    app.keys("<backspace><enter>").assert_shows("importe:>1000,50").assert_hides("valores");
    app.keys("F<left><left>f").assert_shows("[ ] 2026").assert_shows("    [ ] 2026-");
    app.keys("<down><space><enter>").assert_shows("fecha:2026-1");
    app.keys("Ff>30d<enter>").assert_shows("fecha:>30d");
}

#[test]
fn the_first_rows_by_a_column_are_as_many_as_typed() {
    let mut app = app();
    app.keys("<right><right>f3<ctrl-n>").assert_shows("limite:3").assert_shows("3 primeras");
    app.keys("F").assert_hides("limite:");
}

#[test]
fn a_column_without_values_says_why() {
    app()
        .keys("7<right><right>f")
        .assert_shows("no es nada que un filtro pueda pedir")
        .assert_hides("valores");
}

#[test]
fn the_panel_is_read_in_both_languages_and_on_the_smallest_screen() {
    for (lang, word) in [(Lang::Es, "es"), (Lang::En, "en")] {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            let screen = app.keys("<right>f<space>").screen();
            insta::assert_snapshot!(format!("values_{size}_{word}"), screen);
        }
        let mut app = App::over(portfolio(), lang, 80, 24).without_colours();
        insta::assert_snapshot!(format!("values_days_{word}"), app.keys("4<left>f<down><space>").screen());
    }
}
