use super::*;
use crate::domain::custom::CustomFields;
use crate::exchange::Options;
use crate::exchange::summary::Exact;
use crate::text::Lang;
use std::ops::ControlFlow;

fn read(text: &str, lang: Lang) -> Import {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ven\u{1b}tas.csv");
    std::fs::write(&path, text).unwrap();
    let options = Options {
        locale: Locale::of(lang),
        keep_repeats: false,
        custom: CustomFields::default(),
        base: Currency::EUR,
    };
    crate::exchange::read(&path, &options, &mut |_| ControlFlow::Continue(())).unwrap()
}

const SALES: &str = "Factura;Fecha;Cliente;Cantidad;Precio;Dto;Rev\u{202e}\n\
                     1;1/2/2024;Acme;2;1,005;0,1;\n1;1/2/2024;;2;3,5;0;\n1;1/2/2024;Acme;x;3,5;0;\n";

fn outcome() -> Outcome {
    let mut outcome = Outcome::default();
    outcome.counts.clients.new = 1;
    outcome.totals.push(Total {
        currency: Currency::EUR,
        minor: 18_100,
        exact: Exact(1_809 * 10_i128.pow(12)),
        rounded: 1,
    });
    outcome
}

#[test]
fn the_summary_is_told_in_both_languages() {
    let spanish =
        summary(&read(SALES, Lang::Es), &outcome(), false, Currency::EUR, &Locale::of(Lang::Es)).join("\n");
    insta::assert_snapshot!("summary_es", spanish);
    let english =
        summary(&read(SALES, Lang::En), &outcome(), true, Currency::EUR, &Locale::of(Lang::En)).join("\n");
    insta::assert_snapshot!("summary_en", english);
    for text in [spanish, english] {
        assert!(!text.contains(['⟦', '\u{1b}', '\u{202e}']), "{text}");
    }
}

#[test]
fn the_total_says_what_rounding_did_only_where_it_did() {
    let import = read(SALES, Lang::En);
    let told = |total: Total| {
        let outcome = Outcome { totals: vec![total], ..Outcome::default() };
        summary(&import, &outcome, false, Currency::EUR, &Locale::of(Lang::En)).join("\n")
    };
    let same = told(Total { currency: Currency::EUR, minor: 100, exact: Exact(10_i128.pow(13)), rounded: 0 });
    assert!(same.contains("Total: €1.00\n") && !same.contains("rounded once"), "{same}");
    let other =
        told(Total { currency: Currency::EUR, minor: 101, exact: Exact(10_i128.pow(13)), rounded: 2 });
    assert!(other.contains("€1.00, all added up") && other.contains("€1.01"), "{other}");
}

#[test]
fn not_every_rejected_row_is_shown_but_all_are_counted() {
    let rows = "Acme\n".repeat(25);
    let import = read(&format!("Nombre;Ciudad\n{rows}"), Lang::Es);
    let lines = summary(&import, &Outcome::default(), false, Currency::EUR, &Locale::of(Lang::Es));
    assert!(lines.contains(&"Rechazadas 25 filas:".to_owned()), "{lines:?}");
    assert!(lines.contains(&"  y 5 más".to_owned()), "{lines:?}");
    assert_eq!(rejections(&import, &Outcome::default()).count, 25);
}
