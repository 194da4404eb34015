//! Files come in whole, twice without a trace, in any order, and go out again as if they had never come.

mod northwind;
mod own_fields;

use super::repository::{TODAY, add_client, ask, sale, saved, store, visit};
use super::support::{self, App};
use crate::support::lists;
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::currency::Currency;
use cartera::domain::custom::CustomFields;
use cartera::domain::day::Day;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::Stage;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::sale::SaleDraft;
use cartera::domain::stars::Stars;
use cartera::exchange::field::Field;
use cartera::exchange::summary::{Count, Outcome, Reason};
use cartera::exchange::{Import, Options, Progress, read};
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::{Lang, Locale};
use proptest::prelude::*;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/northwind").join(name)
}

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn options() -> Options {
    Options {
        locale: Locale::of(Lang::Es),
        keep_repeats: false,
        custom: CustomFields::default(),
        base: Currency::EUR,
    }
}

fn file(name: &str) -> Import {
    read(&fixture(name), &options(), &mut go).unwrap()
}

/// A file with this text.
fn typed(text: &str) -> Import {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lista.csv");
    std::fs::write(&path, text).unwrap();
    read(&path, &options(), &mut go).unwrap()
}

fn bring(store: &mut Store, import: &Import) -> Outcome {
    store.import(import, &mut go).unwrap()
}

fn all_new(new: u64) -> Count {
    Count { new, ..Count::default() }
}

fn rows(store: &mut Store, kind: ListKind) -> Rows {
    let ids = lists::listed(store, ListQuery { closed: true, ..ListQuery::all(kind) });
    lists::rows(store, kind, ids)
}

fn clients(store: &mut Store) -> Vec<(ClientId, String)> {
    match rows(store, ListKind::Clients) {
        Rows::Clients(rows) => rows.into_iter().map(|row| (row.id, row.name)).collect(),
        other => panic!("{other:?}"),
    }
}

fn client(store: &mut Store, name: &str) -> ClientDraft {
    let (id, _) = clients(store).into_iter().find(|(_, known)| known == name).unwrap();
    match ask(store, Request::Open(RecordId::Client(id))) {
        Reply::Opened { record: Record::Client(draft), .. } => *draft,
        other => panic!("{other:?}"),
    }
}

/// A new portfolio whose facts are those of today.
fn fresh() -> Store {
    let mut store = store();
    clients(&mut store);
    store
}

fn undo(store: &mut Store) -> Reply {
    ask(store, Request::Undo)
}

/// The portfolio without the keys of rows, which depend on the order of the files.
fn without_keys(store: &mut Store) -> Vec<String> {
    let mut lines = Vec::new();
    let Rows::Clients(clients) = rows(store, ListKind::Clients) else { panic!() };
    for row in clients {
        let Reply::CardLoaded { card, .. } = ask(store, Request::Card { ticket: Ticket(1), client: row.id })
        else {
            panic!()
        };
        let file = ClientDraft { id: None, rev: 0, ..card.file.clone() };
        let contacts: Vec<_> = card
            .contacts
            .iter()
            .map(|it| (it.name.clone(), it.job_title.clone(), it.main, it.phone.clone(), it.role))
            .collect();
        let stars = card.rating.as_ref().map(|(rating, _)| (rating.star, rating.value_minor));
        lines.push(format!("{file:?} {contacts:?} {stars:?} {} {}", card.sales_total, card.sales_count));
    }
    let Rows::Sales(sales) = rows(store, ListKind::Sales) else { panic!() };
    for it in sales {
        lines.push(format!(
            "{} {} {} {} {:?} {} {} {}",
            it.number,
            it.client_name,
            it.contact,
            it.salesperson,
            it.day,
            it.total_minor,
            it.lines,
            it.products
        ));
    }
    let Rows::Products(products) = rows(store, ListKind::Products) else { panic!() };
    for it in products {
        lines.push(format!(
            "{} {} {} {} {:?} {}",
            it.sku, it.name, it.family, it.unit, it.price_micros, it.active
        ));
    }
    let Rows::Salespeople(people) = rows(store, ListKind::Salespeople) else { panic!() };
    for it in people {
        lines.push(format!("{} {} {:?} {}", it.code, it.name, it.role, it.reports_to));
    }
    lines.sort();
    lines
}

#[test]
fn what_was_there_is_found_again_and_comes_back_when_undone() {
    let mut store = fresh();
    let lost = ClientDraft {
        name: "ana trujillo emparedados y HELADOS".into(),
        code: String::new(),
        stage: Stage::Lost,
        phone: "600".into(),
        tags: vec!["vip".into()],
        ..ClientDraft::default()
    };
    saved(ask(&mut store, Request::SaveClient(Box::new(lost))));
    let coded = ClientDraft { name: "Otro nombre".into(), code: "ANTON".into(), ..ClientDraft::default() };
    saved(ask(&mut store, Request::SaveClient(Box::new(coded))));
    let typed = client(&mut store, "Otro nombre").id.unwrap();
    saved(ask(&mut store, Request::SaveSale(sale(typed, TODAY, 12))));
    saved(ask(&mut store, visit(typed, TODAY, "hola")));
    let before = store.dump().unwrap();

    let outcome = bring(&mut store, &file("sales.csv"));
    assert_eq!(outcome.counts.clients, Count { new: 87, updated: 1, unchanged: 1 });
    let ana = client(&mut store, "ana trujillo emparedados y HELADOS");
    assert_eq!((ana.code.as_str(), ana.stage), ("ANATR", Stage::Lost), "sales of long ago bring nobody back");
    let outcome = bring(&mut store, &file("customers.csv"));
    assert_eq!(outcome.counts.clients, Count { new: 2, updated: 89, unchanged: 0 });
    let ana = client(&mut store, "Ana Trujillo Emparedados y helados");
    assert_eq!((ana.phone.as_str(), ana.stage, ana.tags.len()), ("(5) 555-4729", Stage::Lost, 1));
    assert_eq!(client(&mut store, "Antonio Moreno Taquería").code, "ANTON");

    undo(&mut store);
    undo(&mut store);
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn work_done_after_an_import_is_undone_before_it() {
    let mut store = fresh();
    let before = store.dump().unwrap();
    bring(&mut store, &file("sales.csv"));
    let mut draft = client(&mut store, "Around the Horn");
    draft.city = "Oxford".into();
    let id = draft.id.unwrap();
    saved(ask(&mut store, Request::SaveClient(Box::new(draft))));
    saved(ask(&mut store, visit(id, TODAY, "hola")));
    saved(ask(&mut store, Request::SaveSale(sale(id, TODAY, 12))));
    for _ in 0..4 {
        assert!(matches!(undo(&mut store), Reply::Saved { .. }));
    }
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn the_screen_shows_what_came_in_and_promises_no_redo() {
    let mut store = support::store();
    bring(&mut store, &file("customers.csv"));
    let mut app = App::over(store, Lang::En, 120, 40);
    app.assert_shows("Around the Horn");
    app.keys("u").assert_shows("Undone: “Imported: customers.csv").assert_hides("redoes it");
    app.assert_hides("Around the Horn");
    app.keys("U").assert_shows("An import can be undone, but not redone.");
}

fn reasons(outcome: &Outcome) -> Vec<(u64, Option<Field>, Reason)> {
    outcome
        .rejected
        .kept()
        .iter()
        .cloned()
        .map(|it| (it.line, it.target.and_then(|target| target.field()), it.reason))
        .collect()
}

#[test]
fn what_the_database_cannot_settle_is_refused_with_its_line() {
    let mut store = fresh();
    add_client(&mut store, "Bar Sol", "Lugo");
    add_client(&mut store, "Bar Sol", "Vigo");
    let several = || Reason::Ambiguous { name: "Bar Sol".into() };
    let sales = "Fecha;Cliente;Ciudad;Importe;Moneda\n2024-01-02;Bar Sol;;5;\n2024-01-02;bar sol;Vigo;5;\n\
                 2024-01-02;Acme;;5;USD\n2024-01-03;Bar Sol;;7;\n";
    let outcome = bring(&mut store, &typed(sales));
    assert_eq!(
        reasons(&outcome),
        [
            (2, Some(Field::ClientName), several()),
            (5, Some(Field::ClientName), several()),
            (4, Some(Field::Currency), Reason::NoRate { currency: "USD".into() }),
        ]
    );
    assert_eq!(outcome.counts.sales, all_new(1));
    let clients = bring(&mut store, &typed("Nombre;Teléfono\nBar Sol;600\n"));
    assert_eq!(reasons(&clients), [(2, Some(Field::ClientName), several())]);
    let contacts = bring(&mut store, &typed("Empresa;Nombre;Cargo\nBar Sol;Ana;jefa\n"));
    assert_eq!(reasons(&contacts), [(2, Some(Field::ClientName), several())]);
    let people = "Código vendedor;Vendedor;Reporta a\n1;Ana;2\n2;Eva;3\n3;Luz;Ana\n4;Sol;Nadie\n";
    let outcome = bring(&mut store, &typed(people));
    assert_eq!(reasons(&outcome), [(4, Some(Field::ReportsTo), Reason::Circle { name: "Luz".into() })]);
    assert_eq!(outcome.counts.salespeople, all_new(5), "Nadie too");
}

#[test]
fn another_currency_comes_to_the_base_at_its_rate() {
    let mut store = fresh();
    let sales = "Factura;Fecha;Cliente;Importe;Moneda;Tipo de cambio\n1;2024-01-02;Acme;100;USD;0,9\n2;2024-01-02;Acme;50;EUR;\n";
    let outcome = bring(&mut store, &typed(sales));
    let totals: Vec<(&str, i64)> = outcome.totals.iter().map(|it| (it.currency.code(), it.minor)).collect();
    assert_eq!(totals, [("USD", 10_000), ("EUR", 5_000)]);
    let Rows::Sales(rows) = rows(&mut store, ListKind::Sales) else { panic!() };
    assert_eq!(rows.iter().map(|row| row.base_minor).sum::<i64>(), 9_000 + 5_000);
}

fn sales_of(store: &mut Store) -> Vec<SaleDraft> {
    let Rows::Sales(rows) = rows(store, ListKind::Sales) else { panic!() };
    let mut drafts: Vec<SaleDraft> = rows
        .into_iter()
        .map(|row| match ask(store, Request::Open(RecordId::Sale(row.id))) {
            Reply::Opened { record: Record::Sale(draft), .. } => draft,
            other => panic!("{other:?}"),
        })
        .collect();
    drafts.sort_by_key(|draft| (draft.day, draft.number.clone()));
    drafts
}

#[test]
fn a_document_is_known_by_its_number_and_year() {
    let mut store = fresh();
    bring(&mut store, &typed("Factura;Fecha;Cliente;Importe\n7;2023-05-02;Acme;10\n7;2024-05-02;Acme;20\n"));
    // Corrected in the same year: the same document.
    let outcome = bring(&mut store, &typed("Factura;Fecha;Cliente;Importe\n7;2024-06-01;Acme;25\n"));
    assert_eq!(outcome.counts.sales, Count { updated: 1, ..Count::default() });
    let corrected = bring(
        &mut store,
        &typed("Factura;Fecha;Cliente;Importe\n7;2024-07-01;Acme;25\n7;2024-07-01;Acme;1\n"),
    );
    assert_eq!(corrected.counts.sales, Count { updated: 1, ..Count::default() });
    assert_eq!(corrected.counts.lines, Count { new: 1, updated: 0, unchanged: 1 });
    // Twice in one year of the file: nothing says which of them was corrected.
    let twice = typed("Factura;Fecha;Cliente;Importe\n7;2024-08-01;Acme;25\n7;2024-09-01;Acme;1\n");
    assert_eq!(bring(&mut store, &twice).counts.sales, all_new(2));
    undo(&mut store);
    // Numbers begin anew each year.
    let next_year = bring(&mut store, &typed("Factura;Fecha;Cliente;Importe\n7;2025-01-02;Acme;9\n"));
    assert_eq!(next_year.counts.sales, all_new(1));
    let days: Vec<String> =
        sales_of(&mut store).iter().map(|it| it.day.date().unwrap().to_string()).collect();
    assert_eq!(days, ["2023-05-02", "2024-07-01", "2025-01-02"]);
    // Its lines in another order are the same lines.
    let again = bring(
        &mut store,
        &typed("Factura;Fecha;Cliente;Importe\n7;2024-07-01;Acme;1\n7;2024-07-01;Acme;25\n"),
    );
    assert!(!again.counts.changed(), "{:?}", again.counts);
}

#[test]
fn sales_without_numbers_come_in_once() {
    let mut store = fresh();
    let id = add_client(&mut store, "Acme", "Lugo");
    saved(ask(&mut store, Request::SaveSale(sale(id, Day(19_700), 12))));
    let day = Day(19_700).date().unwrap();
    let list = |amounts: &[&str]| {
        let rows: Vec<String> = amounts.iter().map(|amount| format!("{day};Acme;Libro;{amount}\n")).collect();
        typed(&format!("Fecha;Cliente;Producto;Importe\n{}", rows.concat()))
    };
    assert_eq!(bring(&mut store, &list(&["5", "5"])).counts.sales, all_new(1));
    assert!(!bring(&mut store, &list(&["5", "5"])).counts.changed());
    let more = bring(&mut store, &list(&["5", "5", "8"]));
    assert_eq!(more.counts.sales, Count { updated: 1, ..Count::default() });
    assert_eq!(more.counts.lines, Count { new: 1, updated: 0, unchanged: 2 });
    assert_eq!(sales_of(&mut store).len(), 2, "what was typed by hand is left alone");
}

#[test]
fn a_list_of_clients_says_what_it_says_and_leaves_the_rest() {
    let mut store = fresh();
    let text = "Código;Nombre;Ciudad;Vendedor;Etapa;Etiquetas;Potencial;Contacto;Cargo;Correo contacto\n\
                A1;Acme;Lugo;Eva;cliente;vip, norte;12.000,50;Ana;Jefa;ana@acme.es\n";
    let outcome = bring(&mut store, &typed(text));
    assert_eq!(
        (outcome.counts.clients, outcome.counts.salespeople, outcome.counts.contacts),
        (all_new(1), all_new(1), all_new(1))
    );
    let acme = client(&mut store, "Acme");
    assert_eq!(
        (acme.stage, acme.tags.as_slice()),
        (Stage::Client, ["norte".to_owned(), "vip".to_owned()].as_slice())
    );
    assert_eq!(
        acme.potential,
        Some(PotentialEstimate { minor: 1_200_050, on: TODAY, source: String::new() })
    );
    assert!(acme.owner.is_some());
    // On another day, with fewer columns and empty cells, nothing is taken away.
    ask(&mut store, Request::ChangeDay(TODAY.plus(3)));
    assert!(!bring(&mut store, &typed(text)).counts.changed());
    let less = bring(&mut store, &typed("Código;Nombre;Ciudad;Teléfono\na1;ACME;;600\n"));
    assert_eq!(less.counts.clients, Count { updated: 1, ..Count::default() });
    let after = client(&mut store, "ACME");
    assert_eq!(
        after,
        ClientDraft { name: "ACME".into(), phone: "600".into(), code: "a1".into(), rev: after.rev, ..acme }
    );
}

#[test]
fn the_longest_text_of_every_field_is_taken() {
    let mut store = fresh();
    let mut headers: Vec<String> = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    for (header, field) in [
        ("Código", Field::ClientCode),
        ("Nombre", Field::ClientName),
        ("NIF", Field::TaxId),
        ("Teléfono", Field::Phone),
        ("Correo", Field::Email),
        ("Web", Field::Website),
        ("Dirección", Field::Address),
        ("Ciudad", Field::City),
        ("Provincia", Field::Region),
        ("CP", Field::Postcode),
        ("País", Field::Country),
        ("Sector", Field::Sector),
        ("Origen", Field::Source),
        ("Notas", Field::Notes),
        ("Contacto", Field::ContactName),
        ("Cargo", Field::JobTitle),
        ("Teléfono contacto", Field::ContactPhone),
        ("Correo contacto", Field::ContactEmail),
        ("Notas contacto", Field::ContactNotes),
        ("Vendedor", Field::SellerName),
        ("Código vendedor", Field::SellerCode),
    ] {
        headers.push(header.to_owned());
        cells.push("ñ".repeat(field.max_length()));
    }
    let outcome = bring(&mut store, &typed(&format!("{}\n{}\n", headers.join(";"), cells.join(";"))));
    assert_eq!((outcome.rejected.count, outcome.counts.clients), (0, all_new(1)));
    let long = |field: Field| "ñ".repeat(field.max_length());
    let sale = format!(
        "Factura;Fecha;Código de cliente;Referencia;Producto;Familia;Unidad;Importe;Notas venta\n{};2024-01-02;{};{};{};{};{};5;{}\n",
        long(Field::Number),
        long(Field::ClientCode),
        long(Field::Sku),
        long(Field::ProductName),
        long(Field::Family),
        long(Field::Unit),
        long(Field::SaleNotes)
    );
    let outcome = bring(&mut store, &typed(&sale));
    assert_eq!((outcome.rejected.count, outcome.counts.lines), (0, all_new(1)));
    let text = format!("Fecha;Cliente;Texto línea;Importe\n2024-01-02;Acme;{};5\n", long(Field::LineText));
    assert_eq!(bring(&mut store, &typed(&text)).counts.lines, all_new(1));
}

/// A small sales file with few clients, products and numbers, so that rows often meet.
fn sales_text() -> impl Strategy<Value = String> {
    let row = (0..3_usize, 1..4_u32, 1..6_u32, 0..3_usize, -3..5_i32, 1..40_u32, 0..3_usize);
    proptest::collection::vec(row, 1..12).prop_map(|rows| {
        let rows: Vec<String> = rows
            .into_iter()
            .map(|(client, day, number, product, quantity, price, who)| {
                let client = ["Acme", "Beta", "Ñandú"][client];
                let product = ["", "Libro", "Portes"][product];
                let people = [";", "Ana;Eva", "Luz;"][who];
                let number = if number > 4 { String::new() } else { number.to_string() };
                format!("{number};2024-01-0{day};{client};{people};{product};{quantity};{price}\n")
            })
            .collect();
        format!("Factura;Fecha;Cliente;Contacto;Vendedor;Producto;Cantidad;Precio\n{}", rows.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_file_comes_in_once_and_goes_without_a_trace(first in sales_text(), second in sales_text()) {
        let mut store = fresh();
        let id = add_client(&mut store, "Acme", "Lugo");
        saved(ask(&mut store, Request::SaveSale(sale(id, Day(19_724), 12))));
        let start = store.dump().unwrap();
        bring(&mut store, &typed(&first));
        let between = store.dump().unwrap();
        let again = bring(&mut store, &typed(&first));
        prop_assert!(!again.counts.changed(), "{:?}\n{first}", again.counts);
        prop_assert_eq!(&store.dump().unwrap(), &between);
        let changed = bring(&mut store, &typed(&second)).counts.changed();
        store.recompute_facts().unwrap();
        if changed {
            undo(&mut store);
            prop_assert_eq!(&store.dump().unwrap(), &between);
        }
        if between != start {
            undo(&mut store);
        }
        prop_assert_eq!(&store.dump().unwrap(), &start);
    }
}

#[test]
fn sales_imported_on_one_day_are_measured_together() {
    let mut store = fresh();
    let sales = |from: u32, euros: u32| {
        let mut text = String::from("Number,Date,Client,Product,Quantity,Price\n");
        for client in from..from + 30 {
            writeln!(text, "{client},2026-11-{:02},Client {client},Tea,1,{euros}", 1 + client % 20).unwrap();
        }
        typed(&text)
    };
    let (small, large) = (sales(0, 10), sales(100, 10_000));
    let stars = |store: &mut Store, name: &str| {
        let Rows::Clients(rows) = rows(store, ListKind::Clients) else { panic!() };
        rows.into_iter().find(|row| row.name == name).and_then(|row| row.stars).map(Stars::get)
    };
    bring(&mut store, &small);
    assert!(stars(&mut store, "Client 1") > Some(1), "the best there are");
    let before = store.dump().unwrap();
    bring(&mut store, &large);
    assert!(stars(&mut store, "Client 101") > Some(1));
    assert_eq!(stars(&mut store, "Client 1"), Some(1), "small beside what came later");
    undo(&mut store);
    assert_eq!(store.dump().unwrap(), before);
}
