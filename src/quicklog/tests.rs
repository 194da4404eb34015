use super::*;
use crate::text::Lang;
use crate::text::locale::Locale;
use proptest::prelude::*;

/// A Tuesday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn read(line: &str) -> Entry {
    parse(line, InteractionKind::Visit, today(), &Locale::of(Lang::Es))
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_examples_mean_what_they_say() {
    let entry = read("30m con:ana res:bien seg:+15d Pide presupuesto");
    assert_eq!((entry.minutes, entry.outcome), (Some(30), Some(Outcome::Good)));
    assert_eq!((entry.contact.as_deref(), entry.follow_up), (Some("ana"), Some(date("2026-12-09"))));
    assert_eq!((entry.text.as_str(), entry.day), ("Pide presupuesto", today()));
    let entry = read("ayer nc");
    assert_eq!((entry.day, entry.outcome), (date("2026-11-23"), Some(Outcome::NoAnswer)));
    assert_eq!(entry.text, "");
    let entry = read("last friday 1h30 incoming Asked for a quote next:mon");
    assert_eq!((entry.day, entry.minutes, entry.direction), (date("2026-11-20"), Some(90), Direction::In));
    assert_eq!((entry.text.as_str(), entry.follow_up), ("Asked for a quote", Some(date("2026-11-30"))));
    assert_eq!(read(r#"con:"Ana Ruiz" hola"#).contact.as_deref(), Some("Ana Ruiz"));
    assert_eq!(read(r#"seg:"fin de mes" hola"#).follow_up, Some(date("2026-11-30")));
    assert_eq!(read("12/11 hola").day, date("2026-11-12"));
    assert_eq!(read("el:lunes hola").day, date("2026-11-23"));
}

#[test]
fn ordinary_sentences_stay_text() {
    for line in [
        "Hablamos de la entrega del lunes",
        "Quieren 30m de cable",
        "nota: llamar antes de las 10:30",
        "ver http://example.com:80/a y mailto:ana@example.com",
        "está en C:\\datos",
        "3 cajas para hoy",
        "quedó bien",
        "🛠️ taladro + broca",
        "שלום: hola",
        "dijo \"sin prisa",
    ] {
        let entry = read(line);
        assert_eq!(entry.text, line);
        assert!(entry.chips.is_empty(), "{line}: {:?}", entry.chips);
        assert!(entry.problems.is_empty(), "{line}: {:?}", entry.problems);
    }
}

#[test]
fn what_is_not_understood_is_kept_and_said() {
    for (line, trouble) in [
        ("xxx:1 hola", Trouble::UnknownName("xxx".into())),
        ("res:quizá hola", Trouble::UnknownOutcome("quizá".into())),
    ] {
        let entry = read(line);
        assert_eq!(entry.text, line);
        assert_eq!(entry.problems.iter().map(|problem| &problem.trouble).collect::<Vec<_>>(), [&trouble]);
    }
    let entry = read("el:31/2 hola");
    assert_eq!((entry.text.as_str(), entry.day), ("el:31/2 hola", today()));
    assert!(matches!(entry.problems[0].trouble, Trouble::BadDate(_)));
    let entry = read("con:ana con:luis hola");
    assert_eq!((entry.contact.as_deref(), entry.text.as_str()), (Some("ana"), "con:luis hola"));
    assert_eq!(entry.problems[0].trouble, Trouble::Twice("con".into()));
    let entry = read("seg:24/11/2025 hola");
    assert_eq!(entry.follow_up, Some(date("2025-11-24")));
    assert!(entry.problems[0].trouble.is_warning());
}

#[test]
fn a_line_may_name_its_client_first() {
    assert_eq!(split_client("lópez: presenté el X2"), Some(("lópez", 7)));
    assert_eq!(split_client("Suministros López, S.A.: hola"), Some(("Suministros López, S.A.", 25)));
    assert_eq!(split_client("lópez:"), Some(("lópez", 7)));
    for line in
        ["con: ana", "10:30 hola", "http://example.com", "seg:+15d", "hola", ": hola", "lópez seg: mañana"]
    {
        assert_eq!(split_client(line), None, "{line}");
    }
}

#[test]
fn the_meaning_is_told_in_both_languages() {
    let entry = read("ayer 30m con:ana res:bien seg:lunes hola");
    let told = |lang| meaning(&entry, Some("Ana Ruiz"), today(), &Locale::of(lang));
    assert_eq!(
        told(Lang::Es),
        "visita · lunes 23/11/2026 · 30 min · con Ana Ruiz · resultado: bien · seguimiento: lunes 30/11/2026"
    );
    assert_eq!(
        told(Lang::En),
        "visit · Monday 11/23/2026 · 30 min · with Ana Ruiz · outcome: good · follow-up: Monday 11/30/2026"
    );
}

#[test]
fn a_long_line_is_read_at_once() {
    let line = "seg:+15d ".to_owned() + &"palabra x:1 ".repeat(1_000);
    assert_eq!(read(&line).follow_up, Some(date("2026-12-09")));
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "30m",
            "ayer",
            "today",
            "lunes",
            "12/3",
            "nc",
            "incoming",
            "con:ana",
            "with:\"Ana Ruiz\"",
            "res:ok",
            "res:x",
            "seg:+15d",
            "next:mon",
            "el:31/2",
            "xxx:y",
            "http://a.b",
            "10:30",
            "hola",
            "Ñandú",
            "🛠️",
            "\"",
            ":",
            "a:",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ]
}

proptest! {
    /// Every letter of the line is in the text or in a chip, in order.
    #[test]
    fn nothing_is_lost(pieces in proptest::collection::vec(piece(), 0..10)) {
        let line = pieces.join(" ");
        let entry = read(&line);
        let mut rest = String::new();
        let mut at = 0;
        let mut chips = entry.chips.clone();
        chips.sort_by_key(|chip| chip.span.start);
        for chip in &chips {
            prop_assert!(chip.span.start >= at, "chips do not overlap");
            rest.push_str(&line[at..chip.span.start]);
            at = chip.span.end;
        }
        rest.push_str(&line[at..]);
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&entry.text), letters(&rest));
    }

    /// What the chips say is what the entry holds, and nothing is held that no chip says.
    #[test]
    fn the_chips_are_the_entry(pieces in proptest::collection::vec(piece(), 0..10)) {
        let entry = read(&pieces.join(" "));
        let mut told = Entry {
            kind: entry.kind, day: today(), direction: Direction::Out, contact: None, minutes: None, outcome: None,
            follow_up: None, text: entry.text.clone(), chips: entry.chips.clone(), problems: entry.problems.clone(),
        };
        for chip in &entry.chips {
            match chip.part.clone() {
                Part::Day(day) => told.day = day,
                Part::Minutes(minutes) => told.minutes = Some(minutes),
                Part::Outcome(outcome) => told.outcome = Some(outcome),
                Part::Incoming => told.direction = Direction::In,
                Part::Contact(contact) => told.contact = Some(contact),
                Part::FollowUp(due) => told.follow_up = Some(due),
            }
        }
        prop_assert_eq!(told, entry);
    }

    /// Text that was read is text when it is read again.
    #[test]
    fn any_line_is_read(line in "\\PC{0,200}") {
        let entry = read(&line);
        for span in entry.chips.iter().map(|chip| &chip.span).chain(entry.problems.iter().map(|problem| &problem.span)) {
            prop_assert!(line.get(span.clone()).is_some(), "spans fall between letters");
        }
        let _ = split_client(&line);
    }
}
