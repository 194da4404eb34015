use super::*;
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::kinds::SaleKind;
use crate::exchange::error::Foreign;
use crate::exchange::field::Field as F;
use crate::exchange::summary::{Exact, FileKind, Form, Reason};
use crate::text::{Lang, Locale};
use std::ops::ControlFlow;

fn options(lang: Lang) -> Options {
    Options {
        locale: Locale::of(lang),
        keep_repeats: false,
        custom: CustomFields::default(),
        base: Currency::EUR,
    }
}

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn try_read(bytes: &[u8], options: &Options) -> Result<Import, Problem> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.csv");
    std::fs::write(&path, bytes).unwrap();
    read(&path, options, &mut go).map_err(|error| error.problem)
}

fn import(text: &str) -> Import {
    try_read(text.as_bytes(), &options(Lang::Es)).unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

fn problem(bytes: &[u8]) -> Problem {
    try_read(bytes, &options(Lang::Es)).expect_err("it was read")
}

fn reasons(import: &Import) -> Vec<(u64, Option<F>, Reason)> {
    import
        .rejected
        .kept()
        .iter()
        .cloned()
        .map(|it| (it.line, it.target.and_then(|target| target.field()), it.reason))
        .collect()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/northwind").join(name)
}

fn net(batch: &Batch) -> Exact {
    let mut sum = Exact::default();
    for sale in &batch.sales {
        for line in batch.lines_of(sale) {
            let exact = line.exact();
            sum += if sale.kind == SaleKind::Return { Exact(-exact.0) } else { exact };
        }
    }
    sum
}

#[test]
fn the_northwind_files_are_what_their_headers_say() {
    let read = |name: &str| read(&fixture(name), &options(Lang::Es), &mut go).unwrap();
    let clients = read("customers.csv");
    assert_eq!(clients.detected.kind, FileKind::Clients);
    assert_eq!((clients.batch.clients.len(), clients.batch.contacts.len()), (91, 91));
    let sellers = read("employees.csv");
    assert_eq!((sellers.detected.kind, sellers.batch.sellers.len()), (FileKind::Salespeople, 9));
    assert_eq!(&*sellers.batch.sellers[0].name, "Nancy Davolio");
    let products = read("products.csv");
    assert_eq!((products.detected.kind, products.batch.products.len()), (FileKind::Products, 77));
    let sales = read("sales.csv");
    let batch = &sales.batch;
    assert_eq!((batch.sales.len(), batch.lines.len()), (830, 2155));
    assert_eq!(
        (batch.clients.len(), batch.contacts.len(), batch.sellers.len(), batch.products.len()),
        (89, 89, 9, 77)
    );
    // 1,265,793.0395 before any rounding.
    assert_eq!(net(batch), Exact(12_657_930_395_000_000_000));
    for import in [&clients, &sellers, &products, &sales] {
        assert_eq!((import.rejected.count, import.left_out.len()), (0, 0));
    }
}

#[test]
fn mark_delimiter_title_lines_and_empty_rows_do_not_matter() {
    let plain = import("Nombre,Ciudad\nAcme,Lugo\nBeta,Vigo\n").batch;
    for text in [
        "\u{feff}Nombre,Ciudad\nAcme,Lugo\nBeta,Vigo\n",
        "Nombre;Ciudad\r\nAcme;Lugo\r\nBeta;Vigo",
        "sep=;\nNombre;Ciudad\nAcme;Lugo\nBeta;Vigo\n",
        "Nombre\tCiudad\nAcme\tLugo\nBeta\tVigo\n",
        "Nombre|Ciudad\nAcme|Lugo\nBeta|Vigo\n",
        "Listado de clientes\n\nNombre;Ciudad\nAcme;Lugo\n;;\n\nBeta;Vigo;;\n",
        "\"Nombre\",\"Ciudad\"\n\"Acme\",\"Lugo\"\n\"Beta\",\"Vigo\"\n",
    ] {
        let mut batch = import(text).batch;
        for (client, line) in batch.clients.iter_mut().zip([2, 3]) {
            client.line = line;
        }
        assert_eq!(batch, plain, "{text}");
    }
}

#[test]
fn what_is_no_csv_is_refused_at_once() {
    assert!(matches!(problem(b""), Problem::Empty));
    assert!(matches!(problem(b" \n\n"), Problem::Empty));
    assert!(matches!(problem(b"\xEF\xBB\xBF"), Problem::Empty));
    assert!(matches!(problem(b"Nombre;Ciudad\n"), Problem::HeaderOnly));
    assert!(matches!(problem(b"Nombre;Ciudad\n;\n\n"), Problem::HeaderOnly));
    assert!(matches!(problem(b"PK\x03\x04rest"), Problem::Foreign(Foreign::Zip)));
    assert!(matches!(problem(b"\xD0\xCF\x11\xE0"), Problem::Foreign(Foreign::OldExcel)));
    assert!(matches!(problem(b"%PDF-1.7"), Problem::Foreign(Foreign::Pdf)));
    assert!(matches!(problem(b"SQLite format 3\0..."), Problem::Foreign(Foreign::Database)));
    assert!(matches!(problem(b"\xFF\xFEN\0o\0"), Problem::Foreign(Foreign::Utf16)));
    assert!(matches!(problem(b"N\0o\0m\0b\0r\0e\0"), Problem::Foreign(Foreign::Utf16)));
    assert!(matches!(problem(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\x03\0"), Problem::Foreign(Foreign::Binary)));
    assert!(matches!(problem(b"hola\nque tal\n"), Problem::NoHeader { line: 1, .. }));
    assert!(matches!(problem(b"Fecha;Importe\n1/1/2024;3\n"), Problem::MissingColumns { .. }));
    let folder = tempfile::tempdir().unwrap();
    let directory = read(folder.path(), &options(Lang::Es), &mut go).unwrap_err();
    assert!(matches!(directory.problem, Problem::Directory));
    let nothing = read(&folder.path().join("none.csv"), &options(Lang::Es), &mut go).unwrap_err();
    assert!(matches!(nothing.problem, Problem::Io(_)));
}

#[test]
fn damage_is_told_with_its_place() {
    assert!(matches!(problem(b"Nombre;Ciudad\nAcme;Lu\0go\n"), Problem::Nul { line: 2, column: 8 }));
    let latin1 = problem(b"Nombre;Ciudad\nPe\xf1a;Lugo\n");
    assert!(matches!(latin1, Problem::NotUtf8 { line: 2, column: 3, byte: 0xf1 }), "{latin1:?}");
    let quote = problem(b"Nombre;Ciudad\nAcme;\"Lugo\nBeta;Vigo\n");
    assert!(matches!(quote, Problem::UnclosedQuote { line: 2, column: 6 }), "{quote:?}");
    let header = problem(b"\"Nombre;Ciudad\nAcme;Lugo\n");
    assert!(matches!(header, Problem::UnclosedQuote { line: 1, column: 1 }), "{header:?}");
    let long = format!("Nombre;Ciudad\n{}\n", "x".repeat(3 << 20));
    assert!(matches!(problem(long.as_bytes()), Problem::LongLine { line: 2 }));
    for problem in [latin1, quote] {
        for lang in Lang::ALL {
            let error =
                FileError { path: "caf\u{1b}[31m.csv".into(), problem: Problem::Nul { line: 2, column: 8 } };
            assert!(error.message(lang).contains('2') && !error.message(lang).contains('\u{1b}'));
            assert!(!problem.message(lang).contains('⟦'), "{}", problem.message(lang));
        }
    }
}

#[test]
fn a_row_of_another_length_is_refused_with_its_line() {
    let import = import("Nombre;Ciudad\nAcme\nBeta;Vigo;x\n\"Gama\nDelta\";Lugo;y\nIota;Vigo;;\n");
    assert_eq!(
        reasons(&import),
        [
            (2, None, Reason::Ragged { found: 1, wanted: 2, quoted_from: None }),
            (3, None, Reason::Ragged { found: 3, wanted: 2, quoted_from: None }),
            (4, None, Reason::Ragged { found: 3, wanted: 2, quoted_from: Some(4) }),
        ]
    );
    assert_eq!(import.batch.clients.len(), 1);
}

#[test]
fn every_fault_of_a_sale_line_names_its_column() {
    let text = "Fecha;Factura;Cliente;Producto;Cantidad;Precio;Dto;Moneda;Cambio;Tipo\n\
                31/02/2024;1;Acme;X;1;2,50;;;;\n\
                31/12/2024;1;Acme;X;uno;2,50;;;;\n\
                31/12/2024;1;Acme;X;1;dos;;;;\n\
                31/12/2024;1;Acme;X;;2,50;;;;\n\
                31/12/2024;1;Acme;X;1;;;;;\n\
                ;1;Acme;X;1;2,50;;;;\n\
                31/12/0024;1;Acme;X;1;2,50;;;;\n\
                31/12/2024;1;Acme;X;1;2,50;101;;;\n\
                31/12/2024;1;Acme;X;1;2,50;-5;;;\n\
                31/12/2024;1;Acme;X;1;2,50;;Euros;;\n\
                31/12/2024;1;Acme;X;1;2,50;;USD;0;\n\
                31/12/2024;1;Acme;X;1;2,50;;;;regalo\n\
                31/12/2024;1;Acme;X;99999999999999;99999999999;;;;\n\
                31/12/2024;2;Acme;X;1;2,50;;USD;0,9;\n\
                31/12/2024;2;Acme;X;1;2,50;;EUR;;\n";
    let import = import(text);
    let text = |text: &str| text.to_owned();
    let order = crate::text::locale::DateOrder::Dmy;
    assert_eq!(
        reasons(&import),
        [
            (2, Some(F::Date), Reason::NotADate { text: text("31/02/2024"), order }),
            (3, Some(F::Quantity), Reason::NotANumber { text: text("uno") }),
            (4, Some(F::UnitPrice), Reason::NotANumber { text: text("dos") }),
            (5, Some(F::Quantity), Reason::Missing),
            (6, Some(F::UnitPrice), Reason::Missing),
            (7, Some(F::Date), Reason::Missing),
            (8, Some(F::Date), Reason::YearOutOfRange { text: text("31/12/0024") }),
            (9, Some(F::Discount), Reason::OutOfRange { text: text("101"), min: 0, max: 100 }),
            (10, Some(F::Discount), Reason::OutOfRange { text: text("-5"), min: 0, max: 100 }),
            (11, Some(F::Currency), Reason::UnknownCurrency { text: text("Euros") }),
            (12, Some(F::Rate), Reason::NotPositive { text: text("0") }),
            (13, Some(F::SaleKind), Reason::UnknownWord { text: text("regalo") }),
            (14, Some(F::UnitPrice), Reason::TooLarge),
            (16, Some(F::Currency), Reason::MixedCurrency),
        ]
    );
    assert_eq!(import.batch.sales.len(), 1);
    for lang in Lang::ALL {
        for rejection in import.rejected.kept() {
            let message = rejection.message(lang);
            assert!(message.contains(&rejection.line.to_string()) && !message.contains('⟦'), "{message}");
        }
    }
}

#[test]
fn every_fault_of_a_file_of_records_names_its_column() {
    let long = "x".repeat(301);
    let clients = format!(
        "Código;Nombre;Etapa;Potencial;Visitar cada;No contactar;Etiquetas;Contacto\n\
         {};A;;;;;;\n;{long};;;;;;\n;;;;;;;\nc4;;;;;;;Ana\n;;prospecto;;;;;\n;B;raro;;;;;\n;B;;-1;;;;\n;B;;;0;;;\n;B;;;1,5;;;\n;B;;;;quizá;;\n;B;;;;;{long};\n;B;;;;;;{long}\n",
        "c".repeat(101)
    );
    let read = import(&clients);
    let text = |text: &str| text.to_owned();
    assert_eq!(
        reasons(&read),
        [
            (2, Some(F::ClientCode), Reason::TooLong { max: 100, found: 101 }),
            (3, Some(F::ClientName), Reason::TooLong { max: 300, found: 301 }),
            (6, Some(F::ClientName), Reason::Missing),
            (7, Some(F::Stage), Reason::UnknownWord { text: text("raro") }),
            (8, Some(F::Potential), Reason::Negative { text: text("-1") }),
            (9, Some(F::VisitEvery), Reason::OutOfRange { text: text("0"), min: 1, max: 3650 }),
            (10, Some(F::VisitEvery), Reason::OutOfRange { text: text("1,5"), min: 1, max: 3650 }),
            (11, Some(F::DoNotContact), Reason::UnknownWord { text: text("quizá") }),
            (12, Some(F::Tags), Reason::TooLong { max: 100, found: 301 }),
            (13, Some(F::ContactName), Reason::TooLong { max: 300, found: 301 }),
        ]
    );
    let contacts = import("Empresa;Nombre;Cargo\nAcme;;jefe\n;Ana;jefa\nAcme;Luis;\n");
    assert_eq!(
        reasons(&contacts),
        [(2, Some(F::ContactName), Reason::Missing), (3, Some(F::ClientName), Reason::Missing)]
    );
    let products = import("Referencia;Producto;Familia;Precio\n;;x;1\na;;x;-1\na;;x;1\n");
    assert_eq!(
        reasons(&products),
        [
            (2, Some(F::ProductName), Reason::Missing),
            (3, Some(F::Price), Reason::Negative { text: text("-1") })
        ]
    );
    let sellers =
        import("Código vendedor;Vendedor;Stars from;Stars to\n1;;;\n2;Ana;4;2\n3;Eva;1;9\n4;Luz;1;2\n");
    assert_eq!(
        reasons(&sellers),
        [
            (2, Some(F::SellerName), Reason::Missing),
            (3, Some(F::StarsTo), Reason::OutOfRange { text: text("2"), min: 4, max: 5 }),
            (4, Some(F::StarsTo), Reason::OutOfRange { text: text("9"), min: 0, max: 5 }),
        ]
    );
}

#[test]
fn what_is_no_sale_of_a_client_is_left_out_and_counted() {
    let import = import(
        "Factura;Fecha;Cliente;Referencia;Producto;Cantidad;Precio\n\
         1;2024-01-02;Acme;A;Taladro;2;10,5\n\
         1;2024-01-02;Acme;A;Taladro;2;10,5\n\
         1;2024-01-02;;B;Broca;1;3,5\n\
         1;2024-01-02;Acme;BANK CHARGES;Bank charges;1;15\n\
         1;2024-01-02;Acme;;Portes;1;6\n\
         1;2024-01-02;Acme;C;Muestra;1;0\n\
         1;2024-01-02;Acme;C;Muestra;0;7\n\
         2;2024-01-03;Acme;A;Taladro;-1;10,5\n\
         3;2024-01-03;Beta;Z;Nada;0;1\n",
    );
    let count = |tally: Option<&Tally>| {
        tally.map(|tally| (tally.count, tally.lines.clone(), tally.exact.0 / 10_i128.pow(11)))
    };
    assert_eq!(count(import.left_out.get(&LeftOut::Repeat)), Some((1, vec![3], 2100)));
    assert_eq!(count(import.left_out.get(&LeftOut::NoClient)), Some((1, vec![4], 350)));
    assert_eq!(count(import.left_out.get(&LeftOut::OwnCost)), Some((1, vec![5], 1500)));
    assert_eq!(count(import.left_out.get(&LeftOut::NoQuantity)), Some((2, vec![8, 10], 0)));
    assert_eq!(count(import.notes.get(&Note::Charge)), Some((1, vec![6], 600)));
    assert_eq!(count(import.notes.get(&Note::Free)), Some((1, vec![7], 0)));
    assert_eq!(count(import.notes.get(&Note::Return)), Some((1, vec![9], -1050)));
    let batch = &import.batch;
    assert_eq!(batch.clients.len(), 1, "Beta bought nothing");
    assert_eq!(batch.products.len(), 2);
    assert_eq!(
        batch.sales.iter().map(|sale| sale.kind).collect::<Vec<_>>(),
        [SaleKind::Sale, SaleKind::Return]
    );
    let returned = batch.lines_of(&batch.sales[1])[0];
    assert_eq!((returned.quantity_milli, returned.price_micros), (1_000, 10_500_000));
    let postage = batch.lines_of(&batch.sales[0])[1];
    assert_eq!((postage.product, batch.text(postage.text)), (None, "Portes"));
}

#[test]
fn repeats_are_kept_when_asked_and_where_no_document_tells_them_apart() {
    let numbered = "Factura;Fecha;Cliente;Importe\n1;2024-01-02;Acme;5\n1;2024-01-02;Acme;5\n";
    let keep = Options { keep_repeats: true, ..options(Lang::Es) };
    assert_eq!(try_read(numbered.as_bytes(), &keep).unwrap().batch.lines.len(), 2);
    assert_eq!(import(numbered).batch.lines.len(), 1);
    let unnumbered =
        import("Fecha;Cliente;Importe\n2024-01-02;Acme;5\n2024-01-02;Acme;5\n2024-01-03;Acme;5\n");
    assert_eq!((unnumbered.batch.sales.len(), unnumbered.batch.lines.len()), (2, 3));
}

#[test]
fn a_document_may_hold_lines_of_both_signs() {
    let import = import(
        "Factura;Fecha;Cliente;Producto;Cantidad;Precio\n\
         1;2024-01-02;Acme;A;2;10\n1;2024-01-02;Acme;B;-1;5\n1;2024-01-02;Acme;Descuento;1;-3\n\
         2;2024-01-02;Acme;A;-2;10\n2;2024-01-02;Acme;B;1;5\n",
    );
    let lines = |index: usize| -> Vec<(i64, i64)> {
        let lines = import.batch.lines_of(&import.batch.sales[index]);
        lines.iter().map(|line| (line.quantity_milli / 1_000, line.price_micros / 1_000_000)).collect()
    };
    assert_eq!(import.batch.sales[0].kind, SaleKind::Sale);
    assert_eq!(lines(0), [(2, 10), (-1, 5), (1, -3)]);
    assert_eq!(import.batch.sales[1].kind, SaleKind::Return);
    assert_eq!(lines(1), [(2, 10), (-1, 5)]);
    assert_eq!(net(&import.batch), Exact((20 - 5 - 3 - 20 + 5) * 10_i128.pow(13)));
}

#[test]
fn a_return_may_be_said_in_words_or_by_a_minus() {
    for text in [
        "Factura;Fecha;Cliente;Tipo;Importe\nR1;2024-01-02;Acme;Abono;5,25\n",
        "Factura;Fecha;Cliente;Tipo;Importe\nR1;2024-01-02;Acme;Abono;-5,25\n",
        "Factura;Fecha;Cliente;Importe\nR1;2024-01-02;Acme;(5,25)\n",
    ] {
        let batch = import(text).batch;
        assert_eq!(batch.sales[0].kind, SaleKind::Return, "{text}");
        assert_eq!(net(&batch), Exact(-525 * 10_i128.pow(11)), "{text}");
    }
}

#[test]
fn the_price_comes_from_the_amount_where_only_that_is_known() {
    let batch = import("Fecha;Cliente;Producto;Cantidad;Dto;Importe\n2024-01-02;Acme;A;3;10;27\n").batch;
    let line = batch.lines[0];
    assert_eq!((line.quantity_milli, line.price_micros, line.discount_bp), (3_000, 10_000_000, 1_000));
    let noted =
        import("Fecha;Cliente;Cantidad;Precio;Importe\n2024-01-02;Acme;3;10;30\n2024-01-02;Acme;3;10;36,3\n");
    assert_eq!(noted.notes.get(&Note::OtherAmount).map(|tally| tally.lines.clone()), Some(vec![3]));
}

#[test]
fn numbers_and_dates_are_read_as_their_column_writes_them() {
    let spanish = import("Fecha;Cliente;Cantidad;Precio\n13/4/2024;Acme;1;1.234,50\n1/4/2024;Acme;1;2.000\n");
    assert_eq!(
        spanish.batch.lines.iter().map(|line| line.price_micros / 10_000).collect::<Vec<_>>(),
        [123_450, 200_000]
    );
    assert_eq!(
        spanish
            .batch
            .sales
            .iter()
            .filter_map(|sale| sale.day.date())
            .map(|day| day.to_string())
            .collect::<Vec<_>>(),
        ["2024-04-13", "2024-04-01"]
    );
    let american = try_read(
        b"Date,Client,Price\n4/13/2024,Acme,\"1,234.50\"\n4/1/2024,Acme,\"2,000\"\n",
        &options(Lang::Es),
    );
    let american = american.unwrap().batch;
    assert_eq!(
        american.lines.iter().map(|line| line.price_micros / 10_000).collect::<Vec<_>>(),
        [123_450, 200_000]
    );
    let ambiguous = "Date,Client,Price\n1/2/2024,Acme,5\n";
    let day = |lang| try_read(ambiguous.as_bytes(), &options(lang)).unwrap();
    assert_eq!(day(Lang::Es).batch.sales[0].day.date().unwrap().to_string(), "2024-02-01");
    assert_eq!(day(Lang::En).batch.sales[0].day.date().unwrap().to_string(), "2024-01-02");
    let because = crate::exchange::summary::Because::Locale;
    assert!(
        matches!(day(Lang::Es).detected.columns[0].form, Some(Form::Date { because: told, .. }) if told == because)
    );
}

#[test]
fn a_product_is_called_what_it_is_called_most() {
    let batch = import(
        "Factura;Fecha;Cliente;Referencia;Producto;Cantidad;Precio\n\
         1;2024-01-02;Acme;a1;?;1;1\n2;2024-01-02;Acme;A1;Taladro;1;1\n3;2024-01-02;Acme;A1;Taladro;2;1\n4;2024-01-02;Acme;A1;;2;1\n",
    )
    .batch;
    assert_eq!(batch.products.len(), 1);
    assert_eq!((&*batch.products[0].sku, &*batch.products[0].name), ("a1", "Taladro"));
}

#[test]
fn rows_about_the_same_are_taken_together() {
    let import = import(
        "Código;Nombre;Ciudad;Teléfono\nA1;Acme;Lugo;\na1;Acme SL;;600\n;Beta;Vigo;\n;BETA;vigo;1\n;Beta;Lugo;\n",
    );
    let clients: Vec<(&str, &str, &str)> = import
        .batch
        .clients
        .iter()
        .map(|client| (&*client.name, client.text(F::City), client.text(F::Phone)))
        .collect();
    assert_eq!(clients, [("Acme SL", "Lugo", "600"), ("BETA", "vigo", "1"), ("Beta", "Lugo", "")]);
    assert_eq!(import.notes.get(&Note::Merged).map(|tally| tally.lines.clone()), Some(vec![3, 5]));
}

#[test]
fn reading_can_be_stopped() {
    let mut told = Vec::new();
    let stopped = read(&fixture("sales.csv"), &options(Lang::Es), &mut |progress| {
        told.push(progress);
        if progress.stage == Stage::Reading { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped.unwrap_err().problem, Problem::Stopped));
    let length = std::fs::metadata(fixture("sales.csv")).unwrap().len();
    assert!(told.iter().all(|progress| progress.total == length && progress.done <= length));
    assert!(
        told.windows(2)
            .all(|pair| (pair[0].stage as u8, pair[0].done) <= (pair[1].stage as u8, pair[1].done))
    );
}
