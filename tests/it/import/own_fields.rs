//! Columns that are fields that the portfolio defines for its clients.

use super::{bring, client, go, rows, undo};
use crate::custom_fields::define;
use crate::repository::{ask, saved, session, store};
use crate::support::{answers, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::currency::Currency;
use cartera::domain::custom::{CustomFieldDraft, CustomValue};
use cartera::domain::ids::CustomFieldId;
use cartera::domain::kinds::CustomKind;
use cartera::domain::list::ListKind;
use cartera::exchange::summary::{Count, Outcome};
use cartera::exchange::{Import, Options, read, tell};
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::Store;
use cartera::text::{Lang, Locale};
use serde_json::{Value as Json, json};
use std::process::Command;

/// A file with this text, read for this portfolio.
fn typed(store: &Store, lang: Lang, text: &str) -> Import {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lista.csv");
    std::fs::write(&path, text).unwrap();
    let options = Options {
        locale: Locale::of(lang),
        keep_repeats: false,
        custom: store.custom_fields().unwrap(),
        base: store.currency(),
    };
    read(&path, &options, &mut go).unwrap()
}

const FIELDS: [(&str, CustomKind, &[&str]); 6] = [
    ("Zona", CustomKind::Choice, &["Norte", "Sur"]),
    ("Peso neto", CustomKind::Number, &[]),
    ("Revisado", CustomKind::Date, &[]),
    ("Urgente", CustomKind::Flag, &[]),
    ("Riesgo", CustomKind::Money, &[]),
    ("Aviso", CustomKind::Text, &[]),
];

/// A portfolio with a field of each kind.
fn defined() -> (Store, [CustomFieldId; 6]) {
    let mut store = store();
    let fields = FIELDS.map(|(label, kind, choices)| define(&mut store, label, kind, choices));
    // Facts are those of today before anything comes in.
    rows(&mut store, ListKind::Clients);
    (store, fields)
}

fn rename(store: &mut Store, id: CustomFieldId, label: &str) {
    let Some(Reply::Opened { record: Record::CustomField(draft), .. }) =
        answers(store, Request::Open(RecordId::CustomField(id))).pop()
    else {
        panic!("not opened")
    };
    write(store, Request::SaveCustomField(CustomFieldDraft { label: label.to_owned(), ..draft }));
}

fn text(text: &str) -> CustomValue {
    CustomValue::Text(text.to_owned())
}

fn number(number: i64) -> CustomValue {
    CustomValue::Number(number)
}

fn values<const N: usize>(
    store: &mut Store,
    name: &str,
    fields: [CustomFieldId; N],
) -> [Option<CustomValue>; N] {
    let custom = client(store, name).custom;
    fields.map(|field| custom.get(&field).cloned().flatten())
}

fn told(import: &Import, outcome: &Outcome, lang: Lang) -> String {
    tell::summary(import, outcome, false, Currency::EUR, &Locale::of(lang)).join("\n")
}

const SPANISH: &str = "Cliente;zona;peso neto;revisado;urgente;RIESGO;aviso;color\n\
                       Acme;NORTE;1.234,5;3/4/2024;Sí;1.500,50 €;\"dos\nlíneas\";rojo\n\
                       Beta;;;;;;;\n\
                       Gama;sur;0,5;31/12/2025;no;-20;NULL;\n";

#[test]
fn a_spanish_list_fills_them_once_and_goes_by_one_undo() {
    let (mut store, fields) = defined();
    let beta = ClientDraft { name: "Beta".into(), ..ClientDraft::default() };
    let beta = ClientDraft { custom: [(fields[0], Some(text("Sur")))].into(), ..beta };
    saved(ask(&mut store, Request::SaveClient(Box::new(beta))));
    let gama = ClientDraft { name: "Gama".into(), ..ClientDraft::default() };
    let gama = ClientDraft { custom: [(fields[0], Some(text("Norte")))].into(), ..gama };
    saved(ask(&mut store, Request::SaveClient(Box::new(gama))));
    let before = store.dump().unwrap();

    let import = typed(&store, Lang::Es, SPANISH);
    let outcome = bring(&mut store, &import);
    assert_eq!(outcome.counts.clients, Count { new: 1, updated: 1, unchanged: 1 });
    let (import_count, outcome_count) = (import.rejected.count, outcome.rejected.count);
    assert_eq!((import_count, outcome_count), (0, 0));
    assert_eq!(
        values(&mut store, "Acme", fields),
        [
            Some(text("Norte")),
            Some(number(1_234_500)),
            Some(number(19_816)),
            Some(number(1)),
            Some(number(150_050)),
            Some(text("dos líneas"))
        ]
    );
    assert_eq!(
        values(&mut store, "Beta", fields),
        [Some(text("Sur")), None, None, None, None, None],
        "empty says nothing"
    );
    assert_eq!(
        values(&mut store, "Gama", fields),
        [
            Some(text("Sur")),
            Some(number(500)),
            Some(number(20_453)),
            Some(number(0)),
            Some(number(-2_000)),
            None
        ]
    );
    let summary = told(&import, &outcome, Lang::Es);
    assert!(
        summary.contains("peso neto → Peso neto") && summary.contains("Sin importar: color"),
        "{summary}"
    );

    let after = store.dump().unwrap();
    let again = typed(&store, Lang::Es, SPANISH);
    let outcome = bring(&mut store, &again);
    assert_eq!(outcome.counts.clients, Count { new: 0, updated: 0, unchanged: 3 });
    assert_eq!(store.dump().unwrap(), after);
    assert!(matches!(undo(&mut store), Reply::Saved { .. }));
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn an_english_list_names_them_by_key_or_label() {
    let (mut store, fields) = defined();
    rename(&mut store, fields[1], "Weight (kg)");
    rename(&mut store, fields[2], "Last review");
    let list = "Name,ZONA,peso-neto,last_review,urgente,riesgo\nAcme,north,1.5,3/4/2024,yes,\"€1,500.50\"\n\
                Beta,norte,\"1,234.5\",12/31/2024,FALSE,7\n";
    let import = typed(&store, Lang::En, list);
    let outcome = bring(&mut store, &import);
    assert_eq!(outcome.counts.clients.new, 2);
    let [zone, rest @ ..] = values(&mut store, "Acme", fields);
    assert_eq!(
        rest,
        [Some(number(1_500)), Some(number(19_786)), Some(number(1)), Some(number(150_050)), None]
    );
    assert_eq!(zone, None, "choices are words of the portfolio's, in no other language");
    assert!(told(&import, &outcome, Lang::En).contains("line 2, Zona: I do not know the word “north”"));

    let by_label = "Name,Weight (kg)\nBeta,2\n";
    let import = typed(&store, Lang::En, by_label);
    bring(&mut store, &import);
    let [zone, weight, ..] = values(&mut store, "Beta", fields);
    assert_eq!((zone, weight), (Some(text("Norte")), Some(number(2_000))));
}

#[test]
fn a_cell_that_does_not_fit_is_told_and_its_row_is_kept() {
    let (mut store, fields) = defined();
    let good = "Cliente;zona;peso neto;revisado;urgente;riesgo\nAcme;sur;1,5;13/4/2024;no;7\n";
    let import = typed(&store, Lang::Es, good);
    bring(&mut store, &import);
    let kept = values(&mut store, "Acme", fields);

    let long = "x".repeat(10_001);
    let bad = format!(
        "Cliente;Teléfono;zona;peso neto;revisado;urgente;riesgo;aviso\n\
         Acme;600;centro;mucho;30/2/2024;quizá;7 USD;{long}\n\
         Beta;601;;1,2345;13/4/1024;;7,125;\nGama;;;\n;602;norte;x;;;;\n"
    );
    let import = typed(&store, Lang::Es, &bad);
    let outcome = bring(&mut store, &import);
    assert_eq!(outcome.counts.clients, Count { new: 1, updated: 1, unchanged: 0 });
    assert_eq!(values(&mut store, "Acme", fields), kept);
    assert_eq!(client(&mut store, "Acme").phone, "600");
    assert_eq!(values(&mut store, "Beta", fields), const { [const { None }; 6] });
    assert_eq!((import.rejected.cells, import.rejected.rows()), (9, 2));
    let spanish = told(&import, &outcome, Lang::Es);
    let expected = "\
Rechazadas 2 filas:
  línea 4: tiene 4 columnas y el encabezado 8
  línea 5, Cliente: falta
Rechazadas 9 celdas; el resto de sus filas entra:
  línea 2, Zona: no conozco la palabra «centro»
  línea 2, Peso neto: no es un número: «mucho»
  línea 2, Revisado: no es una fecha de orden día/mes/año: «30/2/2024»
  línea 2, Urgente: no conozco la palabra «quizá»
  línea 2, Riesgo: está en USD y aquí va en EUR
  línea 2, Aviso: 10.001 caracteres, y caben 10.000
  línea 3, Peso neto: «1,2345» lleva más de 3 decimales
  línea 3, Revisado: el año no puede ser: «13/4/1024»
  línea 3, Riesgo: «7,125» lleva más de 2 decimales";
    assert!(spanish.contains(expected), "{spanish}");
    let english = told(&import, &outcome, Lang::En);
    for line in [
        "Rejected 9 cells; the rest of their rows is taken:",
        "line 2, Riesgo: it is in USD; here it goes in EUR",
        "line 3, Peso neto: “1,2345” has more than 3 decimals",
    ] {
        assert!(english.contains(line), "{line}: {english}");
    }
}

#[test]
fn a_list_of_sales_fills_only_gaps() {
    let (mut store, fields) = defined();
    let known = ClientDraft { name: "Acme".into(), ..ClientDraft::default() };
    let known = ClientDraft { custom: [(fields[0], Some(text("Sur")))].into(), ..known };
    saved(ask(&mut store, Request::SaveClient(Box::new(known))));
    let before = store.dump().unwrap();
    let sales = "Factura;Fecha;Cliente;Zona;Peso neto;Urgente;Importe\n1;2024-01-02;Acme;Norte;;nunca;5\n\
                 2;2024-01-03;Acme;Norte;2,5;;6\n3;2024-01-04;Beta;Norte;1;sí;7\n4;2024-01-05;Beta;Sur;1;no;8\n";
    let import = typed(&store, Lang::Es, sales);
    let outcome = bring(&mut store, &import);
    assert_eq!(outcome.counts.sales.new, 4, "rows are kept");
    assert_eq!(import.rejected.cells, 1);
    let of = [fields[0], fields[1], fields[3]];
    assert_eq!(values(&mut store, "Acme", of), [Some(text("Sur")), Some(number(2_500)), None]);
    assert_eq!(values(&mut store, "Beta", of), [Some(text("Norte")), Some(number(1_000)), Some(number(1))]);
    let after = store.dump().unwrap();
    let again = typed(&store, Lang::Es, sales);
    assert!(!bring(&mut store, &again).counts.changed());
    assert_eq!(store.dump().unwrap(), after);
    undo(&mut store);
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn a_field_that_is_gone_since_the_file_was_read_is_left_out() {
    let (mut store, fields) = defined();
    let import = typed(&store, Lang::Es, SPANISH);
    let known = ClientDraft { name: "Gama".into(), ..ClientDraft::default() };
    saved(ask(&mut store, Request::SaveClient(Box::new(known))));
    write(&mut store, Request::Remove(RecordId::CustomField(fields[0])));
    bring(&mut store, &import);
    for (name, weight) in [("Acme", 1_234_500), ("Gama", 500)] {
        let [zone, found, ..] = values(&mut store, name, fields);
        assert_eq!((zone, found), (None, Some(number(weight))), "{name}");
    }
    assert!(!bring(&mut store, &import).counts.changed());
}

#[test]
fn the_shell_knows_the_fields_of_its_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("cartera.db");
    let mut store = Store::open(&database, session()).unwrap();
    define(&mut store, "Zona", CustomKind::Choice, &["Norte"]);
    drop(store);
    let list = folder.path().join("clientes.csv");
    std::fs::write(&list, "Cliente;Zona;color\nAcme;norte;\nBeta;sur;\n").unwrap();
    let cartera = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cartera"));
        command.args(["--lang", "es", "--db"]).arg(&database).args(words);
        command.env("HOME", folder.path()).env("CARTERA_TODAY", "2026-11-24").env_remove("CARTERA_DB");
        let output = command.output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        (
            output.status.code(),
            serde_json::from_str::<Json>(&out).unwrap_or_else(|error| panic!("{error}: {out}")),
        )
    };
    let (code, told) = cartera(&["import", "--json", &list.display().to_string()]);
    assert_eq!(code, Some(4), "{told}");
    let file = &told[0];
    assert_eq!(
        file["columns"],
        json!([
            { "name": "Cliente", "field": "client" },
            { "name": "Zona", "field": "custom.zona" },
            { "name": "color", "field": null },
        ])
    );
    assert_eq!((&file["rejected_rows"], &file["rejected_cells"]), (&json!(0), &json!(1)));
    assert_eq!(
        file["rejected"],
        json!([{ "line": 3, "field": "custom.zona", "reason": "I do not know the word “sur”" }])
    );
    let (_, listed) = cartera(&["list", "clients", "zona:norte", "--json"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
}
