//! Any line whatever, as the fuzz target has it, in an ordinary test.

#[path = "../../../fuzz/body.rs"]
mod body;

use body::{holds, portfolio};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_line_is_read_or_refused(lines in prop::collection::vec(prop_oneof![
        "\\PC{0,30}",
        any::<String>(),
        "(ciudad|visita|ventas\\.12m|e|is|es|bought|#|OR|O|NOT|-|\\(|\\)|:|>=|=|!=|\"|90d|5|lost-product|a\\.\\.b|%|_|'|🦊|,| ){0,12}",
    ], 8)) {
        let mut store = portfolio();
        for line in lines {
            holds(&mut store, &line);
        }
    }
}

#[test]
fn hostile_lines_end_soon() {
    let mut store = portfolio();
    let long = 100_000;
    for line in [
        "a".repeat(long),
        "a ".repeat(long / 2),
        "ciudad:a,".repeat(long / 9),
        "(".repeat(10_000),
        format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000)),
        "-".repeat(10_000),
        "NO ".repeat(10_000) + "a",
        "\"".repeat(long + 1),
        "%".repeat(long),
        "_".repeat(long),
        "'; DROP TABLE client; --".repeat(100),
        "🦊".repeat(long / 4),
        "\u{202e}\u{0}\u{1b}[2J\u{7f}".repeat(1_000),
        "ciudad:\u{0}".to_owned(),
        "visita:>99999999999999999999d".to_owned(),
        "ventas.2147483647d:>1".to_owned(),
        "potencial:>9223372036854775808".to_owned(),
        "alta:9999-12-31".to_owned(),
    ] {
        let begun = cartera::clock::now_ms();
        holds(&mut store, &line);
        let shown: String = line.chars().take(40).collect();
        assert!(cartera::clock::now_ms() - begun < 20_000, "{shown}");
    }
}
