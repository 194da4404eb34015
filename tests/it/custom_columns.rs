//! The fields that users define as columns of a list: shown, sorted and grouped by, filtered from a cell, told in the shell.

use crate::cli::Shell;
use crate::custom_fields::define;
use crate::repository::{ask, session};
use crate::support::lists::listed;
use crate::support::{App, ago, answers, store as empty, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::custom::CustomValue;
use cartera::domain::ids::CustomFieldId;
use cartera::domain::kinds::CustomKind;
use cartera::domain::list::{Column, GroupValue, Layout, ListKind, ListQuery, Shown, Sort};
use cartera::filter::{Filter, Subject};
use cartera::repository::request::{Counted, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;
use serde_json::{Value as Json, json};

fn text(text: &str) -> CustomValue {
    CustomValue::Text(text.to_owned())
}

fn number(number: i64) -> CustomValue {
    CustomValue::Number(number)
}

/// Three clients, of whom the last has nothing.
fn fill(store: &mut Store) -> [CustomFieldId; 6] {
    let fields = [
        ("Zona de reparto", CustomKind::Text, &[][..]),
        ("Peso", CustomKind::Number, &[]),
        ("Riesgo", CustomKind::Money, &[]),
        ("Revisado", CustomKind::Date, &[]),
        ("Urgente", CustomKind::Flag, &[]),
        ("Nivel", CustomKind::Choice, &["oro", "plata"]),
    ]
    .map(|(label, kind, choices)| define(store, label, kind, choices));
    let day = |days: i32| number(ago(days).0.into());
    for (name, values) in [
        ("Alfa", [text("Ñuñoa"), number(1_500), number(250_050), day(3), number(1), text("plata")].map(Some)),
        ("Beta", [text("norte"), number(90_000), number(-100), day(40), number(0), text("oro")].map(Some)),
        ("Gamma", [const { None }; 6]),
    ] {
        let custom = fields.into_iter().zip(values).collect();
        let draft = ClientDraft { name: name.to_owned(), custom, ..ClientDraft::default() };
        write(store, Request::SaveClient(Box::new(draft)));
    }
    fields
}

fn columns(store: &Store) -> Vec<Column> {
    ListKind::Clients.columns_with(store.custom_fields().unwrap().all()).split_off(16)
}

fn portfolio() -> Store {
    let mut store = empty();
    fill(&mut store);
    store
}

fn heads(app: &App) -> String {
    app.text().lines().nth(2).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_own_column_sorts_with_what_is_missing_last() {
    let mut store = portfolio();
    let plain = ListQuery { sort: Vec::new(), ..ListQuery::all(ListKind::Clients) };
    let [alfa, beta, gamma] = listed(&mut store, plain.clone())[..] else { panic!() };
    let columns = columns(&store);
    assert_eq!(columns.len(), 6);
    for (column, least) in columns.into_iter().zip([beta, alfa, beta, beta, beta, beta]) {
        for descending in [false, true] {
            let query = ListQuery { sort: vec![Sort { column, descending }], ..plain.clone() };
            let [first, .., last] = listed(&mut store, query)[..] else { panic!() };
            assert_eq!((first == least, last), (!descending, gamma), "{column:?}");
        }
    }
}

#[test]
fn every_own_column_has_as_many_rows_of_a_value_as_the_filter_finds() {
    let mut store = portfolio();
    for column in columns(&store) {
        let subject = Subject::of_column(ListKind::Clients, column).unwrap();
        let request = Request::Values { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients), column };
        let Some(Reply::ValuesLoaded { values, .. }) = answers(&mut store, request).pop() else { panic!() };
        assert_eq!(values.len(), 3, "{column:?}: {values:?}");
        for Counted { value, rows, .. } in values {
            for (filter, expected) in [
                (Filter::default().only(subject, &value), rows),
                (Filter::default().except(subject, &value), 2),
            ] {
                let query = ListQuery { filter, ..ListQuery::all(ListKind::Clients) };
                assert_eq!(listed(&mut store, query).len(), expected, "{column:?} {value:?}");
            }
        }
    }
}

#[test]
fn rows_are_put_together_by_what_few_values_tell_apart() {
    let mut store = portfolio();
    for (at, column) in columns(&store).into_iter().enumerate() {
        let query = ListQuery { group: Some(column), ..ListQuery::all(ListKind::Clients) };
        let Reply::Listed { groups, .. } = ask(&mut store, Request::List { ticket: Ticket(1), query }) else {
            panic!()
        };
        let values: Vec<&GroupValue> = groups.iter().map(|group| &group.value).collect();
        match at {
            0 => assert_eq!(
                values,
                [&GroupValue::Text("norte".into()), &GroupValue::Text("Ñuñoa".into()), &GroupValue::Empty]
            ),
            1 | 2 => assert_eq!(values, [&GroupValue::Empty; 0], "each would stand alone"),
            4 => assert_eq!(values, [&GroupValue::Number(1), &GroupValue::Number(0), &GroupValue::Empty]),
            _ => assert_eq!(values.len(), 3),
        }
    }
}

#[test]
fn own_columns_are_chosen_sorted_grouped_and_filtered_by_like_any_other() {
    for lang in Lang::ALL {
        let mut app = App::over(portfolio(), lang, 80, 24);
        // Hides all but the name, then shows the last two fields.
        let toggles = " jj".to_owned() + &" j".repeat(18) + "jj";
        app.keys("C<home>").keys(&toggles).keys("<enter>");
        assert!(heads(&app).ends_with("Urgente Nivel"), "{}", heads(&app));
        app.keys("<end>");
        insta::assert_snapshot!(format!("own_columns_{}", lang.code()), app.screen());
    }
}

#[test]
fn a_cell_of_an_own_column_filters_and_its_values_are_ticked() {
    let mut app = App::over(portfolio(), Lang::Es, 120, 24);
    app.keys("/agrupar:nivel orden:-peso<enter>");
    app.assert_shows("▾ oro").assert_shows("[agrupar:nivel] [orden:-peso]");
    app.keys("/<ctrl-u>zona-de-reparto:nuñ<enter>").assert_shows("Alfa").assert_hides("Beta");
    let toggles = " jj".to_owned() + &" j".repeat(18) + "jj";
    app.keys("F").keys("C<home>").keys(&toggles).keys("<enter><right><right>");
    app.keys("f").assert_shows("Nivel: valores").assert_shows("[ ] oro");
    app.keys("<esc>");
    app.keys("/beta<enter>=").assert_shows("[beta] [nivel:oro]");
    app.keys("<esc>-").assert_shows("oro]").assert_hides("Beta  ");
}

#[test]
fn what_is_chosen_outlives_the_program_and_goes_with_the_field() {
    let mut store = empty();
    let [zone, ..] = fill(&mut store);
    let fields = store.custom_fields().unwrap();
    let column = Column::Custom(fields.get(zone).unwrap().into());
    let layout = Layout {
        columns: vec![Column::Name.into(), Shown { column, width: Some(20) }],
        sort: vec![Sort { column, descending: true }],
        group: None,
    };
    let json = serde_json::to_value(&layout).unwrap();
    assert_eq!(json["columns"][1], json!({"column": format!("custom:{}", zone.0), "width": 20}));
    let kept = Some(Box::new(layout));
    answers(&mut store, Request::KeepLayout { kind: ListKind::Clients, layout: kept });
    let mut app = App::over(store, Lang::Es, 80, 24);
    assert_eq!(heads(&app), "Nombre Zona de reparto▼");
    app.assert_shows("Ñuñoa");
    // What a filter names by the field is printed by its name.
    app.keys("DX").assert_shows("¿Borrar el campo «Zona de reparto» y los 2 valores");
    app.keys("s<esc>");
    assert_eq!(heads(&app), "Nombre");
    let store = app.crash();
    let mut app = App::over(store, Lang::Es, 80, 24);
    assert_eq!(heads(&app), "Nombre");
    app.keys("C").assert_shows("Peso").assert_hides("Zona");
}

#[test]
fn the_shell_tells_own_fields_by_their_names() {
    let shell = Shell::empty("es");
    let mut store = Store::open(&shell.database(), session()).unwrap();
    fill(&mut store);
    drop(store);
    let rows = shell.done(&["list", "clients", "--json", "--sort", "-peso"]).json();
    let names: Vec<&Json> = rows.iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["Beta", "Alfa", "Gamma"]);
    assert_eq!(
        rows[1]["custom"],
        json!({
            "zona-de-reparto": "Ñuñoa", "peso": 1.5, "riesgo": 250_050, "revisado": "2026-11-21",
            "urgente": true, "nivel": "plata",
        })
    );
    let nothing = json!({
        "zona-de-reparto": null, "peso": null, "riesgo": null, "revisado": null, "urgente": null, "nivel": null,
    });
    assert_eq!(rows[2]["custom"], nothing);
    let shown = shell.done(&["show", "alfa", "--json"]).json();
    assert_eq!(shown[0]["custom"], rows[1]["custom"]);
    let card = shell.done(&["show", "alfa"]).out;
    assert!(card.contains("Zona de repar") && card.contains("2.500,50"), "{card}");
    let csv = shell.done(&[
        "list",
        "clients",
        "--csv",
        "--columns",
        "nombre,peso,riesgo,revisado,urgente,zona-de-reparto",
    ]);
    assert_eq!(
        csv.out,
        "name,peso,riesgo,revisado,urgente,zona-de-reparto\r\nAlfa,1.5,2500.50,2026-11-21,true,Ñuñoa\r\n\
         Beta,90,-1.00,2026-10-15,false,norte\r\nGamma,,,,,\r\n"
    );
    let table =
        shell.done(&["list", "clients", "nivel:oro", "--columns", "nombre,Nivel,Zona de reparto"]).out;
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains("Zona de reparto") && table.contains("norte"), "{table}");
    let wrong = shell.run(&["list", "clients", "--sort", "pesos"]);
    assert!(wrong.code == 2 && wrong.err.contains("zona-de-reparto"), "{}", wrong.err);
}
