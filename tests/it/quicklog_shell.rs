//! `cartera log`: the same line as on the screen, and what a script is told of it.

use crate::cli::Shell;
use crate::repository::{ask, session};
use crate::support::product;
use cartera::repository::request::{Reply, Request};
use cartera::repository::store::Store;
use serde_json::json;

/// A portfolio with three products beside its clients: C1 is López Hermanos.
fn shell(lang: &'static str) -> Shell {
    let shell = Shell::new(lang);
    let mut store = Store::open(&shell.database(), session()).unwrap();
    for (sku, name, euros) in [("T-1", "Taladro X2", 45), ("T-2", "Taladro X3", 90), ("B-1", "Broca", 2)] {
        let saved = ask(&mut store, Request::SaveProduct(product(sku, name, euros * 1_000_000)));
        assert!(matches!(saved, Reply::Saved { .. }), "{saved:?}");
    }
    shell
}

#[test]
fn all_that_a_line_says_is_in_its_json() {
    let shell = shell("es");
    let line = "C1: con:íñigo 30m res:bien of:T-1 of:broca tag:feria seg:\"lunes llamar a Ana\" Enseñé el X2";
    let object = &shell.done(&["log", "v", line, "--json"]).json()[0];
    for (key, value) in [
        ("kind", json!("visit")),
        ("client", json!("López Hermanos, S.A.")),
        ("date", json!("2026-11-24")),
        ("contact", json!("Íñigo Ñíguez")),
        ("minutes", json!(30)),
        ("outcome", json!("good")),
        ("tags", json!(["feria"])),
        ("follow_up", json!("2026-11-30")),
        ("follow_up_kind", json!("call")),
        ("follow_up_title", json!("llamar a Ana")),
        ("text", json!("Enseñé el X2")),
        ("lines", json!([])),
        ("total_minor", json!(null)),
    ] {
        assert_eq!(object[key], value, "{key}");
    }
    let offers: Vec<_> = object["offers"].as_array().unwrap().iter().map(|it| &it["product"]).collect();
    assert_eq!(offers, ["Taladro X2", "Broca"]);
    let card = &shell.done(&["show", "C1", "--json"]).json()[0];
    let offered = card["timeline"].as_array().unwrap().iter().filter(|item| item["what"] == "offer").count();
    assert_eq!((offered, &card["tags"]), (2, &json!(["feria"])));
}

#[test]
fn a_sale_is_logged_by_its_sign_or_its_word() {
    let shell = shell("es");
    for (index, word) in ["$", "venta", "sale"].into_iter().enumerate() {
        let number = format!("F-{index}");
        let line = format!("C1: 3 \"taladro x2\" 45,90 + 10 broca n:{number}");
        let told = shell.done(&["log", word, &line]);
        assert!(told.out.contains("3 × Taladro X2 a 45,90 € = 137,70 €"), "{}", told.out);
        let from = if index == 0 { "precio de lista" } else { "último precio" };
        assert!(told.out.contains(from) && told.out.contains("total 157,70 €"), "{}", told.out);
    }
    let sold = &shell.done(&["log", "venta", "C1: 2 broca 2,5 -10%", "--json"]).json()[0];
    assert_eq!(
        (&sold["kind"], &sold["total_minor"], &sold["currency"]),
        (&json!("sale"), &json!(450), &json!("EUR"))
    );
    let line = &sold["lines"][0];
    assert_eq!((&line["quantity_milli"], &line["price_micros"]), (&json!(2_000), &json!(2_500_000)));
    assert_eq!(
        (&line["discount_bp"], &line["amount_minor"], &line["price_from"]),
        (&json!(1_000), &json!(450), &json!("typed"))
    );
    let back = &shell.done(&["log", "venta", "C1: -1 broca", "--json"]).json()[0];
    assert_eq!((&back["kind"], &back["total_minor"]), (&json!("return"), &json!(-250)));
    let sales = shell.done(&["list", "sales", "F-0", "--json"]).json();
    assert_eq!(sales.len(), 1);
}

#[test]
fn what_a_name_may_mean_is_listed_and_nothing_is_logged() {
    let shell = shell("en");
    for (words, code, said) in [
        (["v", "C1: of:taladro x"], 3, &["more than one", "Taladro X2", "T-2"][..]),
        (["v", "C1: of:talxdro x"], 3, &["no product", "Taladro X2"]),
        (["v", "C1: with:carmen x"], 3, &["more than one", "Carmen Vidal"]),
        (["v", "C1: with:pepe x"], 3, &["pepe", "Carmen Vidal"]),
        (["sale", "C1: 3 taladro 45"], 3, &["more than one", "Taladro X3"]),
        (["sale", "C1: 3 portes 45"], 3, &["no product"]),
        (["sale", "C1: 3 broca 45 USD"], 2, &["USD"]),
        (["sale", "C1: 3 broca on:31/2"], 2, &["31"]),
        (["sale", "C1:"], 2, &["What was sold"]),
        (["sale", "C1: seg:lunes"], 3, &["no product"]),
    ] {
        let answer = shell.run(&["log", words[0], words[1]]);
        assert_eq!(answer.code, code, "{words:?}: {}", answer.err);
        for part in said {
            assert!(answer.err.contains(part) && answer.out.is_empty(), "{words:?}: {}", answer.err);
        }
    }
    let card = &shell.done(&["show", "C1", "--json"]).json()[0];
    assert!(card["timeline"].as_array().unwrap().iter().all(|item| item["what"] == "sale"), "{card}");
}

#[test]
fn a_dry_run_says_what_would_be_logged() {
    let shell = shell("es");
    let told = shell.run(&["log", "v", "C1: of:broca hola", "--dry-run"]);
    assert_eq!(told.code, 0);
    assert!(
        told.err.contains("no se ha anotado nada") && told.out.contains("ofrecido: Broca"),
        "{}",
        told.out
    );
    let card = &shell.done(&["show", "C1", "--json"]).json()[0];
    assert!(card["timeline"].as_array().unwrap().iter().all(|item| item["what"] == "sale"), "{card}");
}

#[test]
fn text_with_a_colon_names_no_second_client() {
    let shell = shell("es");
    let told = shell.done(&["log", "v", "C1: ñandú export: hola", "--json"]);
    assert_eq!(told.json()[0]["text"], "ñandú export: hola");
}
