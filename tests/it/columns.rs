//! The columns of a list: chosen, moved, sized, and there again at the next start.

use crate::repository::{ask, session};
use crate::support::pty::{Start, folder};
use crate::support::{App, portfolio, store, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::list::{Column, Layout, ListKind, Sort};
use cartera::repository::request::{Reply, Request};
use cartera::repository::store::Store;
use cartera::text::Lang;
use rustix::process::Signal;
use std::time::Duration;

/// The heads of the columns, as they stand on the screen.
fn heads(app: &App) -> String {
    let text = app.text();
    let heads = text.lines().nth(2).unwrap_or_default();
    heads.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kept(app: &mut App) -> Vec<(ListKind, Layout)> {
    let store = app.crash();
    store.layouts().unwrap()
}

#[test]
fn the_chooser_at_every_size() {
    for lang in Lang::ALL {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys("C<home> jj<shift-down>");
            insta::assert_snapshot!(format!("columns_{size}_{}", lang.code()), app.screen());
        }
    }
    let mut app = App::over(portfolio(), Lang::Es, 80, 24).without_colours();
    app.keys("C");
    insta::assert_snapshot!("columns_no_color", app.screen());
}

#[test]
fn what_is_unticked_goes_what_is_moved_moves_and_esc_leaves_all_as_it_was() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    assert_eq!(heads(&app), "★ Name City Sales 12 m Contacted Next due");
    app.keys("C<home> <esc>");
    assert_eq!(heads(&app), "★ Name City Sales 12 m Contacted Next due");
    app.keys("C<home> <enter>");
    assert_eq!(heads(&app), "Name City Sales 12 m Contacted Next due");
    // With both keys, up and down.
    app.keys("C<home>j<shift-up>jj++<enter>");
    assert_eq!(heads(&app), "City Name Contacted Next due Sales 12 m");
    app.keys("C<end>k k <home>jj---<enter>");
    app.keys("CF<enter>");
    assert_eq!(heads(&app), "★ Name City Sales 12 m Contacted Next due");
    assert_eq!(kept(&mut app), []);
}

#[test]
fn the_last_column_stays() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("C<home>").keys(&" j".repeat(ListKind::Clients.columns().len() - 1)).keys(" ");
    app.assert_shows("A list shows at least one column.");
    app.keys("<enter>");
    assert_eq!(heads(&app), "Code");
}

#[test]
fn a_column_is_sized_and_moved_on_the_list_itself() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    let width = |app: &App, head: &str| app.text().lines().nth(2).unwrap_or_default().find(head);
    let before = width(&app, "City").unwrap();
    app.keys("<<");
    assert_eq!(width(&app, "City"), Some(before - 4));
    app.keys(">");
    assert_eq!(width(&app, "City"), Some(before - 2));
    // It pushes others out, and never leaves the screen.
    app.keys(&">".repeat(60));
    assert_eq!(heads(&app), "Name");
    app.keys(&"<".repeat(60));
    assert!(heads(&app).starts_with("★ Na… City"), "{}", heads(&app));

    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("<shift-right>");
    assert_eq!(heads(&app), "★ City Name Sales 12 m Contacted Next due");
    app.keys("<shift-left><shift-left><shift-left>");
    assert_eq!(heads(&app), "Name ★ City Sales 12 m Contacted Next due");
}

#[test]
fn a_layout_is_there_again_at_the_next_start_and_of_its_list_and_portfolio_only() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("C<home> <enter>oO<right>O4").keys("<");
    let store_of = app.crash();
    let layouts = store_of.layouts().unwrap();
    assert_eq!(
        layouts.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
        [ListKind::Clients, ListKind::Sales]
    );
    let app = App::over(store_of, Lang::En, 80, 24);
    assert_eq!(heads(&app), "Name▼1 City▲2 Sales 12 m Contacted Next due");
    app.assert_shows("Name▼1");
    let other = App::over(store(), Lang::En, 80, 24);
    other.assert_hides("▼");
}

#[test]
fn the_third_time_the_usual_order_is_back() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("o").assert_shows("Name▲");
    app.keys("o").assert_shows("Name▼");
    app.keys("o").assert_hides("Name▲").assert_hides("Name▼");
    assert_eq!(kept(&mut app), []);
}

#[test]
fn an_order_of_the_filter_is_not_remembered() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("o/sort:-city<enter>").assert_shows("City▼").assert_hides("Name▲");
    app.keys("<esc>").assert_shows("Name▲").assert_hides("City▼");
    app.keys("/sort:-city<enter>");
    let layouts = kept(&mut app);
    assert_eq!(layouts[0].1.sort, [Sort { column: Column::Name, descending: false }]);
}

#[test]
fn what_is_no_layout_is_as_if_there_were_none() {
    let mut store = portfolio();
    let odd = Layout { columns: vec![Column::Amount.into()], ..Layout::default() };
    let request = Request::KeepLayout { kind: ListKind::Clients, layout: Some(Box::new(odd)) };
    assert!(matches!(ask(&mut store, request), Reply::LayoutKept));
    let app = App::over(store, Lang::En, 80, 24);
    assert_eq!(heads(&app), "★ Name City Sales 12 m Contacted Next due");
}

#[test]
fn a_layout_survives_even_when_the_program_is_killed() {
    let (_folder, database) = folder();
    let mut store = Store::open(&database, session()).unwrap();
    write(
        &mut store,
        Request::SaveClient(Box::new(ClientDraft { name: "Ferretería".into(), ..ClientDraft::default() })),
    );
    drop(store);
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    terminal.send("2C");
    terminal.wait_for_text("Columns");
    terminal.send("g \r");
    terminal.wait_for("no stars", |screen| !screen.contents().contains('★'));
    // It waits a second for further changes.
    terminal.watch(Duration::from_secs(2));
    terminal.signal(Signal::KILL);
    terminal.end();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    terminal.send("2");
    terminal.wait_for("the list", |screen| screen.contents().contains("Sales 12 m"));
    let screen = terminal.screen().contents();
    assert!(!screen.contains('★'), "{screen}");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}
