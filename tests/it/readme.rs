//! The README's table of keys is the effective map's own.
//!
//! `CARTERA_README=1 cargo test --test it readme` writes it anew.

use crate::support::today;
use cartera::config::Config;
use cartera::domain::currency::Currency;
use cartera::domain::list::ListKind;
use cartera::filter::{Reading, parse};
use cartera::text::{Lang, Locale};
use cartera::tui::context::Context;
use std::fmt::Write;
use std::path::Path;

const BEGIN: &str = "writes it anew -->\n";
const END: &str = "<!-- end of keys -->";

/// The keys of a list and of a card, in English and Spanish.
fn table() -> String {
    let keymap = Config::embedded().keymap;
    let mut table = String::from("| key | on a list | en una lista |\n|---|---|---|\n");
    let row = |table: &mut String, context, action: cartera::tui::Action| {
        let keys: Vec<String> = keymap
            .chords(context, action)
            .iter()
            .map(|chord| format!("`{}`", chord.label(Lang::En)))
            .collect();
        let (english, spanish) = (Lang::En.t(&action.help_key()), Lang::Es.t(&action.help_key()));
        let _ = writeln!(table, "| {} | {english} | {spanish} |", keys.join(" "));
    };
    let listed = keymap.entries(Context::List);
    for (action, _chords) in &listed {
        row(&mut table, Context::List, *action);
    }
    table.push_str("\n| key | only on a client's card | solo en la ficha |\n|---|---|---|\n");
    for (action, _chords) in keymap.entries(Context::Card) {
        if !listed.iter().any(|(on_list, _chords)| *on_list == action) {
            row(&mut table, Context::Card, action);
        }
    }
    table
}

#[test]
fn the_readme_shows_the_keys_of_the_default_map() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (_old, after) = rest.split_once(END).unwrap();
    let wanted = format!("{before}{BEGIN}{}{END}{after}", table());
    if std::env::var_os("CARTERA_README").is_some() {
        std::fs::write(&file, &wanted).unwrap();
    } else {
        assert!(readme == wanted, "write the README's keys anew with CARTERA_README=1");
    }
}

/// Each example of the filter language is read, and both languages say the same.
#[test]
fn the_filters_of_the_readme_are_filters() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let (_before, rest) = readme.split_once("| in English | en español |").unwrap();
    let (table, _after) = rest.split_once("\n\n").unwrap();
    let mut examples = 0;
    for row in table.lines().skip(2) {
        let cells: Vec<&str> = row.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let printed = [(cells[1], "en"), (cells[2], "es")].map(|(line, tag)| {
            let locale = Locale::from_tag(tag).unwrap();
            let reading = Reading {
                list: ListKind::Clients,
                today: today(),
                locale: &locale,
                currency: Currency::EUR,
                custom: &[],
            };
            let filter = parse(line, &reading).unwrap_or_else(|error| panic!("{line}: {error:?}"));
            filter.print(&reading, Lang::En)
        });
        assert_eq!(printed[0], printed[1].replace("taladro", "drill"), "{row}");
        examples += 1;
    }
    assert!(examples > 10, "{examples}");
}
