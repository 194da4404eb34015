//! Tags of clients: written in the form or with a visit, shown, found, sorted by and brought in, always the same thing.

use crate::cli::Shell;
use crate::support::lists::found;
use crate::support::{App, answers, portfolio};
use cartera::domain::client::ClientDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::list::ListKind;
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::Store;
use cartera::text::Lang;

fn app() -> App {
    App::over(portfolio(), Lang::Es, 120, 40)
}

/// To the tags of the form of López.
const TO_TAGS: &str = "2/lópez<enter>e<tab><tab><tab><tab><tab><tab>";

fn lopez(store: &mut Store) -> ClientDraft {
    let id = ClientId(found(store, ListKind::Clients, "lopez")[0]);
    match answers(store, Request::Open(RecordId::Client(id))).pop() {
        Some(Reply::Opened { record: Record::Client(draft), .. }) => *draft,
        other => panic!("not opened: {other:?}"),
    }
}

#[test]
fn the_form_proposes_the_tags_that_are_there_and_one_undo_takes_all_of_them_back() {
    let mut app = app();
    app.keys("2/nandu<enter>vtag:\"gran cuenta\" tag:feria x<enter><esc>");
    app.keys(TO_TAGS).assert_shows("gran cuenta  1").assert_shows("feria  1");
    app.keys("gr<down><enter>nueva").assert_shows("gran cuenta, nueva");
    app.keys("<ctrl-s><enter>").assert_shows("Etiquetas      gran cuenta, nueva");
    app.keys("u").assert_hides("gran cuenta, nueva");
    assert!(lopez(app.store()).tags.is_empty());
    app.keys("U").assert_shows("Etiquetas      gran cuenta, nueva");
    assert_eq!(lopez(app.store()).tags, ["gran cuenta", "nueva"]);
}

#[test]
fn what_a_visit_writes_is_what_a_form_writes() {
    let mut app = app();
    app.keys("2/lópez<enter>vtag:\"#vip,feria; gran cuenta\" x<enter>");
    let written = lopez(app.store());
    assert_eq!(written.tags, ["feria", "gran cuenta", "vip"]);
    let before = app.store().dump().unwrap();
    app.keys(&format!("<esc><esc>{TO_TAGS}<ctrl-s>"));
    assert_eq!(app.store().dump().unwrap(), before, "saving what was read changes nothing");
    // Whoever had the form open before notices, instead of taking them away again.
    app.keys("<esc><esc>2/lópez<enter>vtag:otra x<enter>");
    assert!(lopez(app.store()).rev > written.rev);
}

#[test]
fn tags_with_spaces_and_quotes_are_found_and_sorted_by() {
    let shell = Shell::new("es");
    for (client, line) in [("C1", "tag:\"muy vip\" x"), ("C10", "etiqueta:«dice \"hola\"» tag:vip x")] {
        shell.done(&["log", "v", &format!("{client}: {line}")]);
    }
    let names = |filter: &[&str]| {
        let args: Vec<&str> =
            ["list", "clients", "--json", "--"].into_iter().chain(filter.iter().copied()).collect();
        let rows = shell.run(&args).json();
        rows.iter().map(|row| row["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let (lopez, nandu) = ("López Hermanos, S.A.", "Ñandú Export");
    assert_eq!(names(&["#\"muy vip\""]), [lopez]);
    assert_eq!(names(&["etiqueta:\"dice \"\"hola\"\"\""]), [nandu]);
    assert_eq!(names(&["#vip"]).len(), 2);
    assert_eq!(names(&["tag:=vip"]), [nandu]);
    let all = names(&[]).len();
    assert_eq!(names(&["-#vip"]).len() + 2, all);
    assert_eq!(names(&["tag:"]).len() + 2, all);
    assert_eq!(names(&["orden:etiquetas"])[..2], [nandu, lopez], "clients without tags come last");
    assert_eq!(names(&["orden:-tags"])[..2], [lopez, nandu]);
    let rows = shell.run(&["list", "clients", "code:=C1", "--json"]).json();
    assert_eq!(rows[0]["tags"], serde_json::json!(["muy vip"]));
    let table = shell.run(&["list", "clients", "code:=C1", "--columns", "nombre,etiquetas"]).out;
    assert!(table.contains("Etiquetas") && table.contains("muy vip"), "{table}");
}

#[test]
fn a_file_brings_tags_in_both_languages() {
    let shell = Shell::new("es");
    for (head, cell, tags) in [
        ("Etiquetas", "vip; gran cuenta", ["gran cuenta", "vip"]),
        ("tags", "\"nuevo,norte\"", ["norte", "nuevo"]),
    ] {
        let file = shell.file(&format!("{head}.csv"), &format!("empresa,{head}\nAcme {head},{cell}\n"));
        shell.run(&["import", &file]);
        let rows = shell.run(&["list", "clients", &format!("\"Acme {head}\""), "--json"]).json();
        assert_eq!(rows[0]["tags"], serde_json::json!(tags));
    }
}
