//! Lists in the shell: the same rows as on the screen, by kind or by view, as a table, JSON or CSV.

use crate::cli::Shell;
use crate::repository::session;
use crate::support::App;
use cartera::domain::list::ListKind;
use cartera::domain::view::READY;
use cartera::repository::store::Store;
use cartera::text::Lang;
use serde_json::Value as Json;

fn demo(lang: &'static str) -> Shell {
    let shell = Shell::empty(lang);
    let database = shell.database();
    let answer = shell.run(&["demo", "--keep", database.to_str().unwrap()]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    shell
}

/// A screen on the same file, so large that nothing is cut.
fn screen(shell: &Shell, lang: Lang) -> App {
    App::over(Store::open(&shell.database(), session()).unwrap(), lang, 1000, 500)
}

/// What a row is called in the shell and on the screen.
fn name(row: &Json) -> String {
    let told = ["name", "client", "week"].into_iter().find_map(|key| row[key].as_str());
    told.unwrap_or_default().to_owned()
}

const LISTS: &[(&str, ListKind, &[&str])] = &[
    (
        "2",
        ListKind::Clients,
        &["", "stars:>=4", "is:neglected sort:-potential", "city:madrid,sevilla limit:3", "-visits.90d:0"],
    ),
    ("3", ListKind::Contacts, &["role:purchas,compra", "stars:5 sort:name", "by:city stars:4 limit:9"]),
    ("4", ListKind::Sales, &["date:<=30d", "amount:>500 sort:-amount limit:40"]),
    ("5", ListKind::FollowUps, &["", "due:<=today", "type:call"]),
    ("6", ListKind::Activity, &["date:<=20d", "type:visit date:<=30d"]),
    ("666", ListKind::Offers, &["", "answer:rejected"]),
    ("7", ListKind::Products, &["", "a"]),
    ("r", ListKind::Salespeople, &[""]),
];

#[test]
fn the_shell_lists_the_same_rows_as_the_screen_in_the_same_order() {
    let shell = demo("en");
    for (keys, kind, filters) in LISTS {
        for filter in *filters {
            let mut app = screen(&shell, Lang::En);
            app.keys(keys);
            app.keys(&format!("/{filter}<enter>"));
            let text = app.text();
            let answer = shell.run(&["list", kind.word(), filter, "--json"]);
            let rows = answer.json();
            assert!(
                !rows.is_empty() && rows.len() < 450,
                "{kind:?} {filter}: {} rows, {}",
                rows.len(),
                answer.err
            );
            let is_row = |line: &&str| !line.trim_start().starts_with('▾');
            let lines: Vec<&str> = text.lines().skip(3).filter(is_row).take(rows.len()).collect();
            for (row, line) in rows.iter().zip(&lines) {
                assert!(line.contains(&name(row)), "{kind:?} {filter}: {row} is not {line}");
            }
            let count: usize =
                text.lines().nth(1).unwrap().split_whitespace().find_map(|it| it.parse().ok()).unwrap();
            assert_eq!(count, rows.len(), "{kind:?} {filter}");
        }
    }
}

#[test]
fn a_view_lists_what_it_shows_on_the_screen_in_both_languages() {
    let (spanish, english) = (demo("es"), demo("en"));
    for (place, ready) in (1..).zip(READY) {
        let number = place.to_string();
        let by_word = english.run(&["list", "--view", ready.word, "--json"]);
        let by_number = english.run(&["list", "--view", &number, "--json"]);
        assert_eq!(by_word.out, by_number.out);
        let title = Lang::Es.t(&format!("view-{}", ready.word));
        let by_title = spanish.run(&["list", "--view", &title, "--json"]);
        assert_eq!(by_title.json().len(), by_word.json().len(), "{title}");
        let mut app = screen(&english, Lang::En);
        app.keys(&format!("w{place}"));
        let text = app.text();
        for (row, line) in by_word.json().iter().zip(text.lines().skip(3)) {
            assert!(line.contains(&name(row)), "{}: {row} is not {line}", ready.word);
        }
    }
}

#[test]
fn today_is_filtered_in_the_shell_as_on_the_screen() {
    let shell = demo("es");
    let all = shell.run(&["today", "--all", "--json"]).json();
    let good = shell.run(&["today", "e:>=4", "-ciudad:madrid", "--all", "--json"]).json();
    let is_wanted = |row: &&Json| row["stars"].as_i64() >= Some(4) && row["city"] != "Madrid";
    let wanted: Vec<&Json> = all.iter().filter(is_wanted).collect();
    assert!(!wanted.is_empty() && wanted.len() < all.len());
    assert_eq!(
        good.iter().map(|row| &row["id"]).collect::<Vec<_>>(),
        wanted.iter().map(|row| &row["id"]).collect::<Vec<_>>()
    );
    assert_eq!(shell.run(&["today", "ciudaz:x"]).code, 2);
}

#[test]
fn a_filter_narrows_a_view_and_options_go_before_it() {
    let shell = demo("en");
    let all = shell.run(&["list", "--view", "neglected", "--json"]).json();
    let city =
        all.iter().find_map(|row| row["city"].as_str().filter(|city| !city.is_empty())).unwrap().to_owned();
    let some =
        shell.run(&["list", "clients", &format!("city:\"{city}\""), "--view", "neglected", "--json"]).json();
    assert!(!some.is_empty() && some.iter().all(|row| row["city"] == city.as_str()));
    assert_eq!(some.len(), all.iter().filter(|row| row["city"] == city.as_str()).count());
    let first =
        shell.run(&["list", "--view", "neglected", "--sort", "-name", "--limit", "1", "--json"]).json();
    let mut names: Vec<String> = all.iter().map(name).collect();
    names.sort_by_key(|name| cartera::text::fold::sort_key(name));
    assert_eq!(Some(name(&first[0])), names.pop());
}

#[test]
fn a_view_of_ones_own_has_its_columns_and_order_in_the_shell() {
    let shell = demo("es");
    let mut app = screen(&shell, Lang::Es);
    app.keys("/ciudad:*<enter><left>oWMíos<enter>").assert_shows("Vista guardada");
    drop(app);
    let answer = shell.run(&["list", "--view", "mios", "--csv"]);
    assert!(answer.out.starts_with("stars,name,city,"), "{}", answer.out);
    let stars: Vec<i64> = shell
        .run(&["list", "--view", "9", "--json"])
        .json()
        .iter()
        .filter_map(|row| row["stars"].as_i64())
        .collect();
    assert!(stars.is_sorted_by(|a, b| a >= b) && !stars.is_empty(), "{stars:?}");
    let views = shell.run(&["views", "--json"]).json();
    assert_eq!(views.len(), READY.len() + 1);
    assert_eq!((&views[8]["title"], &views[8]["filter"]), (&Json::from("Míos"), &Json::from("city:*")));
    let table = shell.run(&["views"]).out;
    assert!(table.contains("es:desatendido estrellas:>=4") && table.contains("ciudad:*"), "{table}");
}

#[test]
fn csv_is_read_by_spreadsheets_and_runs_nothing() {
    let shell = Shell::empty("es");
    let file = shell.file(
        "clientes.csv",
        "nombre,ciudad,teléfono,potencial\n\"=HYPERLINK(\"\"x\"\")\",@cmd,+34 600 111 222,\"1234,5\"\n\"Pérez, \"\"Hijos\"\"\",-1+1,,\n",
    );
    let (database, _) = (shell.database(), shell.run(&["demo", "--keep", "/dev/null/x"]));
    let _ = database;
    assert_eq!(shell.run(&["import", &file]).code, 0);
    let answer = shell.run(&[
        "list",
        "clients",
        "--csv",
        "--columns",
        "name,city,phone,potential,last_visit",
        "--sort",
        "name",
    ]);
    let lines: Vec<&str> = answer.out.split("\r\n").collect();
    assert_eq!(lines[0], "name,city,phone,potential,last_visit");
    assert_eq!(lines[1], "\"'=HYPERLINK(\"\"x\"\")\",'@cmd,+34 600 111 222,1234.50,");
    assert_eq!(lines[2], "\"Pérez, \"\"Hijos\"\"\",'-1+1,,,");
    assert_eq!(lines.len(), 4);
}

#[test]
fn what_is_wrong_with_a_view_is_said() {
    let shell = demo("en");
    for (words, told) in [
        (vec!["list", "--view", "nothing"], "Neglected with 4 or 5 stars"),
        (vec!["list", "sales", "--view", "neglected"], "clients"),
        (vec!["list"], "KIND"),
        (vec!["list", "--view", "neglected", "--csv", "--json"], "--"),
    ] {
        let answer = shell.run(&words);
        assert_eq!(answer.code, 2, "{words:?}: {}", answer.err);
        assert!(answer.err.contains(told), "{words:?}: {}", answer.err);
    }
}
