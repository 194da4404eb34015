//! Saved views: those that come ready, and one's own; saved, shown by their number, renamed, moved, deleted, in both languages.

use crate::support::lists::listed;
use crate::support::pty::{Start, folder};
use crate::support::{self, App, answers, portfolio};
use cartera::domain::list::{Layout, ListKind, ListQuery};
use cartera::domain::view::{READY, View};
use cartera::repository::request::{Reply, Request};
use cartera::repository::store::Store;
use cartera::text::Lang;

fn views(store: &mut Store) -> Vec<View> {
    let mut replies = answers(store, Request::LoadViews);
    let Some(Reply::ViewsLoaded(views)) = replies.pop() else { panic!("no views") };
    views
}

fn app(lang: Lang) -> App {
    App::over(portfolio(), lang, 80, 24)
}

/// The heading of the list.
fn heading(app: &App) -> String {
    app.text().lines().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_new_portfolio_has_the_views_that_come_ready() {
    let views = views(&mut support::store());
    assert_eq!(views.len(), READY.len());
    for (view, ready) in views.iter().zip(READY) {
        assert_eq!(
            (view.word(), view.kind, view.filter.as_str()),
            (Some(ready.word), ready.kind, ready.filter)
        );
        for lang in Lang::ALL {
            let title = view.title(lang);
            assert!(!title.contains('⟦') && !title.contains('='), "{title}");
            assert!(
                view.is_called(&title) && view.is_called(&title.to_uppercase()) && view.is_called(ready.word)
            );
        }
        assert!(view.layout.is_none() && !view.is_called("nada"));
    }
}

#[test]
fn the_list_of_views_at_every_size() {
    for lang in Lang::ALL {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            insta::assert_snapshot!(format!("views_{size}_{}", lang.code()), app.keys("w").screen());
        }
    }
    let mut app = app(Lang::Es);
    insta::assert_snapshot!(
        "views_naming",
        app.keys("/madrid<enter>Wdesatendidos de 4 y 5 estrellas").screen()
    );
}

#[test]
fn a_number_shows_its_view_and_letters_find_one() {
    let mut app = app(Lang::Es);
    app.keys("w2");
    assert!(heading(&app).ends_with("[es:desatendido] [estrellas:>=4]"), "{}", heading(&app));
    app.keys("wtres anos<enter>");
    assert!(heading(&app).ends_with("[toque:>3a]"), "{}", heading(&app));
    // In the words of the other language, and from another tab.
    app.keys("4wneglected<enter>");
    assert!(heading(&app).ends_with("[es:desatendido] [estrellas:>=4]"), "{}", heading(&app));
    app.keys("w1");
    assert!(heading(&app).starts_with("Hoy"), "{}", heading(&app));
    app.keys("wzzzz").assert_shows("Ninguna vista se llama así");
    app.keys("<enter>").assert_shows("Ninguna vista se llama así");
    app.keys("<esc>").assert_hides("Ninguna vista");
}

#[test]
fn what_is_typed_ahead_waits_for_the_views() {
    let mut slow = app(Lang::Es);
    let mut quick = app(Lang::Es);
    slow.keys("w").keys("8").keys("j");
    quick.keys("w8j");
    assert_eq!(slow.screen(), quick.screen());
}

#[test]
fn a_view_of_ones_own_is_the_last_and_keeps_filter_columns_and_order() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:madrid orden:-potencial<enter>WMadrid, por potencial<enter>");
    app.assert_shows("Vista guardada: Madrid, por potencial");
    app.keys("<esc>4").keys("w9");
    assert!(heading(&app).ends_with("[ciudad:madrid] [orden:-potencial]"), "{}", heading(&app));
    let views = views(&mut app.crash());
    let own = views.last().unwrap();
    assert_eq!((own.name.as_str(), own.kind), ("Madrid, por potencial", ListKind::Clients));
    assert_eq!(own.filter, "city:madrid sort:-potential");
    assert_eq!(own.layout, Some(Layout::usual(ListKind::Clients, ListKind::Clients.columns())));
}

#[test]
fn a_view_saved_in_one_language_and_country_means_the_same_in_the_other() {
    let mut spanish = app(Lang::Es);
    spanish.keys("/alta:<01/02/2030 potencial:>1.500,50 O compró:taladro<enter>WRara<enter>");
    let found = heading(&spanish);
    let mut english = App::over(spanish.crash(), Lang::En, 80, 24);
    english.keys("w9");
    let (count, filter) = (heading(&english), heading(&english));
    assert!(filter.contains("potential:>1500.50"), "{filter}");
    let number = |heading: &str| heading.split_whitespace().nth(1).map(str::to_owned);
    assert_eq!(number(&found), number(&count));
}

#[test]
fn the_same_name_replaces_and_what_is_wrong_with_a_name_is_said() {
    let mut app = app(Lang::Es);
    app.keys("/madrid<enter>WUna<enter>/<ctrl-u>lugo<enter>Wuna").assert_shows("se reemplaza");
    app.keys("<enter>");
    app.keys("<esc>w9").assert_shows("[lugo]");
    // The view that is shown is proposed.
    app.keys("W").assert_shows(": Una");
    app.keys("<ctrl-u>").assert_shows("Escriba un nombre");
    app.keys("<enter>").assert_shows("Escriba un nombre");
    app.keys(&"x".repeat(101)).assert_shows("pasa de 100");
    app.keys("<esc>").assert_hides("pasa de 100");
    assert_eq!(views(&mut app.crash()).len(), READY.len() + 1);
}

#[test]
fn a_name_of_the_programs_own_is_kept_in_both_languages_and_never_made_by_users() {
    let mut app = app(Lang::Es);
    app.keys("/lugo<enter>WNUEVOS SIN PRIMERA VISITA<enter>W=new<enter>");
    let views = views(&mut app.crash());
    assert_eq!(views.iter().filter(|view| view.word() == Some("new")).count(), 1);
    assert_eq!(views.iter().find(|view| view.word() == Some("new")).unwrap().filter, "lugo");
}

#[test]
fn views_are_renamed_moved_and_deleted_and_each_can_be_undone() {
    let mut app = app(Lang::Es);
    let titles = |app: &mut App| -> Vec<String> {
        views(app.store()).iter().map(|view| view.title(Lang::Es)).collect()
    };
    let before = titles(&mut app);
    app.keys("w<down><shift-down>");
    let mut moved = before.clone();
    moved.swap(1, 2);
    assert_eq!(titles(&mut app), moved);
    // It is still the selected one, and back it goes.
    app.keys("<shift-up>");
    assert_eq!(titles(&mut app), before);
    app.keys("<shift-up><shift-up><shift-up><esc>u");
    assert_eq!(titles(&mut app), before);
    app.keys("w<down><ctrl-r><ctrl-u>Los míos<enter><esc>");
    assert_eq!(titles(&mut app)[1], "Los míos");
    app.keys("u");
    assert_eq!(titles(&mut app), before);
    app.keys("w<down><ctrl-r><ctrl-u>hoy<enter>");
    app.keys("<esc><esc>wsin comprador<delete>");
    assert!(!titles(&mut app).contains(&"Sin comprador conocido".to_owned()));
    app.assert_shows("Vista borrada: Sin comprador conocido");
    app.keys("<esc>u").assert_shows("Sin comprador conocido");
}

#[test]
fn a_filter_that_is_not_understood_any_more_stands_on_the_line() {
    let mut app = app(Lang::Es);
    let mut view = views(app.store()).remove(1);
    (view.name, view.filter) = ("Vieja".into(), "city:x gone:y".into());
    app.elsewhere(Request::SaveView(Box::new(view)));
    app.keys("w2").assert_shows("/city:x gone:y").assert_shows("gone");
    app.keys("<esc>");
    assert_eq!(heading(&app), heading(&self::app(Lang::Es)));
}

#[test]
fn the_order_of_before_comes_back_when_a_view_is_left() {
    let mut app = app(Lang::Es);
    app.keys("/madrid<enter>WOtra<enter><esc><left>o");
    let before = app.screen();
    app.keys("w9");
    assert_ne!(app.text().lines().nth(2), before.lines().nth(2));
    app.keys("<esc>");
    assert_eq!(app.text().lines().nth(2), before.lines().nth(2));
}

#[test]
fn a_view_is_there_after_the_program_was_gone() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).args(&["demo", "--keep", database.to_str().unwrap()]).run();
    assert_eq!(terminal.end(), 0);
    let mut terminal = Start::cartera(&database).size(24, 80).run();
    terminal.wait_for_start();
    terminal.send("2/madrid\r");
    terminal.wait_for_text("[madrid]");
    terminal.send("WLos de Madrid\r");
    terminal.wait_for_text("Los de Madrid");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = Start::cartera(&database).size(24, 80).run();
    terminal.wait_for_start();
    terminal.send("w9");
    terminal.wait_for_text("[madrid]");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn every_ready_view_is_read_by_the_storage() {
    let mut app = app(Lang::En);
    for (at, ready) in (1..).zip(READY) {
        app.keys(&format!("w{at}"));
        assert!(!heading(&app).is_empty());
        if ready.kind == ListKind::Clients {
            let all = listed(app.store(), ListQuery::all(ListKind::Clients)).len();
            assert!(all > 0, "{}", ready.word);
        }
    }
}
