//! `cartera today` as a shell sees it, and Today through a real terminal.

use super::cli::Shell;
use super::repository::{TODAY, ask, session};
use super::support::pty::Start;
use cartera::demo;
use cartera::domain::client::ClientDraft;
use cartera::repository::request::{Reply, Request};
use cartera::repository::store::Store;

/// A shell over the example portfolio.
fn example(lang: &'static str) -> Shell {
    let shell = Shell::empty(lang);
    drop(demo::create(&shell.database(), session()).unwrap());
    shell
}

#[test]
fn it_says_whom_to_contact_why_and_how_in_both_languages() {
    for (lang, title, why, how) in [
        ("es", "Hoy, 24/11/2026 · Javier Molina", "(cada 14 d por 5★)", "último contacto hace"),
        ("en", "Today, 11/24/2026 · Javier Molina", "(every 14 d for 5★)", "last contact"),
    ] {
        let answer = example(lang).run(&["today", "--salesperson", "javier", "--limit", "3"]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        let first = answer.out.lines().next().unwrap();
        assert!(first.starts_with(title), "{first}");
        assert!(answer.out.contains(why) && answer.out.contains(how), "{}", answer.out);
        assert!(answer.out.contains("(--all)"), "the week is cut: {}", answer.out);
        let numbered =
            answer.out.lines().filter(|line| line.trim_start().starts_with(['1', '2', '3', '4'])).count();
        assert_eq!(numbered, 3);
    }
}

#[test]
fn json_holds_every_reason_with_its_numbers() {
    let shell = example("es");
    let rows = shell.run(&["today", "--json", "--all"]).json();
    assert!(rows.len() > 100, "{}", rows.len());
    let scores: Vec<i64> = rows
        .iter()
        .map(|row| {
            let urgencies =
                row["reasons"].as_array().unwrap().iter().map(|it| it["urgency_milli"].as_i64().unwrap());
            let greatest = urgencies.max().expect("each has a reason");
            assert!((1_000..=2_000).contains(&greatest));
            row["stake_minor"].as_i64().unwrap() * greatest
        })
        .collect();
    assert!(scores.is_sorted_by(|one, next| one >= next), "the order is that of stake times urgency");
    for key in ["id", "client", "stars", "phone", "why", "currency", "last_touch", "next_due", "put_offs"] {
        assert!(rows[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn faces_and_people_are_asked_for() {
    let shell = example("en");
    let by_city = shell.run(&["today", "--by-city"]);
    assert!(
        by_city.out.starts_with("Today by city") && by_city.out.contains("\n\nGijón\n\n"),
        "{}",
        by_city.out
    );
    let put_off = shell.run(&["today", "--put-off", "--json"]).json();
    assert!(put_off.len() >= 3 && put_off.iter().all(|row| row["put_offs"].as_i64() >= Some(3)));
    let unknown = shell.run(&["today", "--salesperson", "nobody"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (3, ""));
    let ambiguous = shell.run(&["today", "--salesperson", "e"]);
    assert_eq!(ambiguous.code, 3);
    assert!(
        ambiguous.err.contains("Lucía Fernández, Javier Molina") || ambiguous.err.contains("may be"),
        "{}",
        ambiguous.err
    );
    assert_eq!(shell.run(&["today", "--by-city", "--put-off"]).code, 2);
}

#[test]
fn nobody_to_contact_is_said_and_is_no_failure() {
    let shell = Shell::empty("es");
    drop(Store::open(&shell.database(), session()).unwrap());
    let answer = shell.run(&["today"]);
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("Hoy no toca contactar a nadie"), "{}", answer.out);
    assert_eq!(shell.run(&["today", "--json"]).out, "[]\n");
}

#[test]
fn in_the_terminal_two_keys_do_the_first_one_and_it_is_gone_after_a_restart() {
    let shell = Shell::empty("en");
    let mut store = Store::open(&shell.database(), session()).unwrap();
    for name in ["Alfa", "Beta"] {
        let draft = ClientDraft { name: name.into(), ..ClientDraft::default() };
        assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(draft))), Reply::Saved { .. }));
    }
    drop(store);
    assert_eq!(TODAY.date().unwrap().to_string(), "2026-11-24");
    let start = || Start::cartera(&shell.database()).env("CARTERA_TODAY", "2026-11-24").run();
    let mut terminal = start();
    terminal.wait_for_text("▌–      Alfa");
    terminal.send("v\r");
    terminal.wait_for_text("Today  1");
    terminal.wait_for_text("▌–      Beta");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut again = start();
    again.wait_for_text("▌–      Beta");
    again.send("y");
    again.wait_for_text("2.00 × never contacted");
    again.send("\x03");
    assert_eq!(again.end(), 0);
}
