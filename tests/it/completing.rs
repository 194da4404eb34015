//! The line of the filter completes what is typed and knows the filters of before.

use crate::support::pty::{Start, folder};
use crate::support::{App, answers, portfolio, store};
use cartera::domain::list::ListKind;
use cartera::filter::{Ask, Field};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::text::Lang;
use cartera::tui::{Msg, update};

fn app(lang: Lang) -> App {
    App::over(portfolio(), lang, 80, 24)
}

/// What stands in the line, and under it.
fn line(app: &App) -> (String, String) {
    let text = app.text();
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().rposition(|line| line.starts_with('/'));
    let shown = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |line| line.trim());
    (shown(at).to_owned(), shown(at.map(|at| at + 1)).to_owned())
}

#[test]
fn tab_completes_a_field_and_then_a_value_of_the_data_with_its_quotes() {
    let mut app = app(Lang::Es);
    app.keys("/ciu");
    assert_eq!(line(&app).1, "ciudad:");
    app.keys("<tab>san");
    assert_eq!(line(&app), ("/ciudad:san".into(), "\"San Sebastián de los Reyes\"".into()));
    app.keys("<tab>");
    assert_eq!(line(&app).0, "/ciudad:\"San Sebastián de los Reyes\"");
    app.assert_shows("Construcciones").assert_hides("López");
    app.keys(" es:neg<tab>").assert_hides("neglected ");
    assert_eq!(line(&app).0, "/ciudad:\"San Sebastián de los Reyes\" es:neglected");
    app.keys("<enter>").assert_shows("es:desatendido");
}

#[test]
fn several_proposals_are_gone_through_and_back() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:");
    let (_, below) = line(&app);
    let first: Vec<&str> = below.split("  ").collect();
    app.keys("<tab>");
    assert_eq!(line(&app).0, format!("/ciudad:{}", first[0]));
    app.keys("<tab>");
    assert_eq!(line(&app).0, format!("/ciudad:{}", first[1]));
    app.keys("<shift-tab>");
    assert_eq!(line(&app).0, format!("/ciudad:{}", first[0]));
    app.keys("<tab><tab><shift-tab>,lopez<backspace><backspace><backspace><backspace><backspace>");
    assert_eq!(line(&app).0, format!("/ciudad:{},", first[1]));
    app.keys("<shift-tab>");
    assert_ne!(line(&app).0, format!("/ciudad:{},", first[1]), "the last one is the first back");
    app.keys("<esc>/zzzz<tab>").assert_shows("Aquí no hay nada que completar.");
}

#[test]
fn what_stands_behind_the_cursor_stays() {
    let mut app = app(Lang::Es);
    app.keys("/ estrellas:>=1<home>ciudad:lop");
    app.keys("<backspace><backspace><backspace>mad<tab>");
    assert_eq!(line(&app).0, "/ciudad:Madrid estrellas:>=1");
    app.keys(",");
    assert_eq!(line(&app).0, "/ciudad:Madrid, estrellas:>=1");
}

#[test]
fn keys_typed_before_the_data_answers_stay_in_their_order() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:mad");
    // The same keys with the answer on its way.
    let mut late = self::app(Lang::Es);
    late.keys("/ciudad:");
    let mut asked = Vec::new();
    for key in ["m", "a", "d", "<tab>", " ", "x"] {
        for event in crate::support::events(key) {
            if let Some(message) = cartera::tui::input::message(&late.model, &event) {
                asked.extend(update(&mut late.model, message));
            }
        }
    }
    assert!(line(&late).0.ends_with("ciudad:mad"), "Tab waits, and what comes after it");
    for effect in asked {
        late.perform(vec![effect]);
    }
    assert_eq!(line(&late).0, "/ciudad:Madrid x");
    app.keys("<tab> x");
    assert_eq!(line(&app), line(&late));
}

#[test]
fn the_proposals_at_every_size() {
    for lang in Lang::ALL {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys("/c<tab><tab>");
            insta::assert_snapshot!(format!("completing_{size}_{}", lang.code()), app.screen());
        }
    }
    let mut app = app(Lang::Es).without_colours();
    insta::assert_snapshot!("completing_no_color", app.keys("/is:<tab><tab>").screen());
}

#[test]
fn the_filters_of_before_come_back_with_up_and_in_a_list() {
    let mut app = app(Lang::Es);
    app.keys("/ciudad:madrid<enter><esc>/stars:>=3<enter><esc>/ciudad:madrid<enter><esc>");
    app.keys("/<up>");
    assert_eq!(line(&app).0, "/ciudad:madrid", "kept twice, it is there once");
    app.keys("<up><up>");
    assert_eq!(line(&app).0, "/estrellas:>=3");
    app.keys("<down><down>");
    assert_eq!(line(&app).0, "/");
    app.keys("<up>x<up>");
    assert_eq!(line(&app).0, "/ciudad:madridx", "it is another one now");
    app.keys("<esc>/<ctrl-r>").assert_shows("Filtros de antes").assert_shows("estrellas:>=3");
    app.keys("estr<enter>").assert_hides("Filtros de antes");
    assert_eq!(line(&app).0, "/estrellas:>=3");
    app.keys("<esc>").keys("4/<ctrl-r>").assert_shows("Aún no se ha dejado ningún filtro");
    app.keys("<esc><esc>");
    // Another run, in the other language.
    let mut later = App::over(app.crash(), Lang::En, 80, 24);
    later.keys("/<up>");
    assert_eq!(line(&later).0, "/city:madrid");
}

#[test]
fn fifty_filters_of_a_list_are_kept_and_no_more() {
    let mut store = store();
    let kind = ListKind::Sales;
    for number in 0..60 {
        answers(&mut store, Request::KeepFilter { kind, line: format!("number:{number}") });
    }
    let mut replies = answers(&mut store, Request::LoadFilters { kind });
    let Some(Reply::FiltersLoaded { lines, .. }) = replies.pop() else { panic!("no filters") };
    assert_eq!((lines.len(), lines[0].as_str(), lines[49].as_str()), (50, "number:59", "number:10"));
    let mut replies = answers(&mut store, Request::Undo);
    assert!(matches!(replies.pop(), Some(Reply::Failed { .. })), "it is nobody's action");
}

#[test]
fn what_was_written_is_proposed_and_a_load_that_fails_holds_no_key() {
    let mut app = app(Lang::Es);
    app.keys("/etiqueta:n");
    let ask = Ask { field: Field::City, text: "MAD".into() };
    let request = Request::Propose { ticket: Ticket(1), list: ListKind::Clients, ask };
    let mut replies = app.elsewhere(request);
    let Some(Reply::Proposed { known, .. }) = replies.pop() else { panic!("nothing is proposed") };
    assert_eq!(known.values, ["Madrid"]);
    let error = cartera::repository::error::Error::Busy;
    let mut late = self::app(Lang::Es);
    late.keys("/ciudad:");
    let mut requests = Vec::new();
    for event in crate::support::events("m<tab>x") {
        let message = cartera::tui::input::message(&late.model, &event).unwrap();
        requests.extend(update(&mut late.model, message));
    }
    let propose = requests.into_iter().find_map(|effect| match effect {
        cartera::tui::Effect::Store(request @ Request::Propose { .. }) => Some(request),
        _ => None,
    });
    late.happened(Msg::Stored(Reply::Failed { request: Box::new(propose.unwrap()), error }));
    assert!(line(&late).0.starts_with("/ciudad:mx"), "{:?}", line(&late));
}

#[test]
fn a_filter_is_completed_in_a_terminal() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).args(&["demo", "--keep", database.to_str().unwrap()]).run();
    assert_eq!(terminal.end(), 0);
    let mut terminal = Start::cartera(&database).size(24, 80).run();
    terminal.wait_for_start();
    // All at once, before anything could be answered.
    terminal.send("2/ciu\tmadri\t is:negl\t\r");
    terminal.wait_for_text("is:neglected");
    terminal.wait_for_text("[city:Madrid] [is:neglected]");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut terminal = Start::cartera(&database).size(24, 80).run();
    terminal.wait_for_start();
    terminal.send("2/\x1b[A");
    terminal.wait_for_text("/city:Madrid is:neglected");
    terminal.send("\r");
    terminal.wait_for_text("Clients");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
}
