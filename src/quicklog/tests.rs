use super::*;
use crate::domain::client::TheyCall;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId};
use crate::text::Lang;
use crate::text::locale::Locale;

/// A Tuesday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn read(line: &str) -> Entry {
    parse(line, InteractionKind::Visit, today(), &Locale::of(Lang::Es))
}

fn due(text: &str) -> FollowUp {
    FollowUp { due: date(text), title: None, kind: None }
}

fn messages(entry: &Entry) -> Vec<String> {
    entry.problems.iter().map(|it| problem(it, &Locale::of(Lang::Es))).collect()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The whole line is text, and there is nothing to say about it.
fn is_plain(line: &str) {
    let entry = read(line);
    assert_eq!((entry.text.as_str(), &entry.chips[..], &entry.problems[..]), (line, &[][..], &[][..]));
}

#[test]
fn the_examples_mean_what_they_say() {
    let entry = read("30m con:ana res:bien seg:+15d Pide presupuesto");
    assert_eq!((entry.minutes, entry.outcome), (Some(30), Some(Outcome::Good)));
    assert_eq!((entry.contact.as_deref(), entry.follow_up), (Some("ana"), Some(due("2026-12-09"))));
    assert_eq!((entry.text.as_str(), entry.day), ("Pide presupuesto", today()));
    let entry = read("ayer nc");
    assert_eq!((entry.day, entry.outcome), (date("2026-11-23"), Some(Outcome::NoAnswer)));
    assert_eq!(entry.text, "");
    let entry = read("last friday 1h30 incoming Asked for a quote next:mon");
    assert_eq!((entry.day, entry.minutes, entry.direction), (date("2026-11-20"), Some(90), Direction::In));
    assert_eq!((entry.text.as_str(), entry.follow_up), ("Asked for a quote", Some(due("2026-11-30"))));
    assert_eq!(read(r#"con:"Ana Ruiz" hola"#).contact.as_deref(), Some("Ana Ruiz"));
    assert_eq!(read(r#"seg:"fin de mes" hola"#).follow_up, Some(due("2026-11-30")));
    assert_eq!(read("el:12/11 hola").day, date("2026-11-12"));
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
    assert_eq!(entry.follow_up, Some(due("2025-11-24")));
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
    let named = Named { contact: Some("Ana Ruiz".into()), offers: Vec::new() };
    let told = |lang| meaning(&entry, &named, today(), &Locale::of(lang));
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
fn bare_parts_count_only_at_the_start() {
    for line in ["hablamos de la entrega del lunes", "llamó ayer 30m nc entrante", "a 30m de la tienda"] {
        is_plain(line);
    }
    let entry = read("30m con:ana ayer, Entrante. pide 2h");
    assert_eq!((entry.minutes, entry.day, entry.direction), (Some(30), date("2026-11-23"), Direction::In));
    assert_eq!((entry.contact.as_deref(), entry.text.as_str()), (Some("ana"), "pide 2h"));
}

#[test]
fn a_bare_day_is_the_last_one_of_its_name() {
    for (line, day) in [
        ("martes x", "2026-11-17"),
        ("miércoles x", "2026-11-18"),
        ("Monday x", "2026-11-23"),
        ("last tuesday x", "2026-11-17"),
        ("lunes pasado x", "2026-11-23"),
        ("anteayer x", "2026-11-22"),
        ("hoy mismo x", "2026-11-24"),
    ] {
        let entry = read(line);
        assert_eq!((entry.day, entry.text.as_str()), (date(day), "x"), "{line}");
    }
}

#[test]
fn names_and_prose_are_no_days_times_or_outcomes() {
    for line in [
        "Mar llamó",
        "Sol Díaz ya no está",
        "3M pide muestras",
        "NC 4521 enviada",
        "mañana cierran",
        "next friday they close",
        "1/2 palé roto",
        "24/7 de guardia",
        "Bien, gracias",
        "ok",
        "hace 3 días que no paga",
        "Recibido el pedido",
        "in the office",
    ] {
        is_plain(line);
    }
}

#[test]
fn a_date_may_have_several_words() {
    for (line, day) in [
        ("seg:lunes", "2026-11-30"),
        ("seg:12/3", "2027-03-12"),
        ("seg:fin de mes", "2026-11-30"),
        ("next:next tue", "2026-12-01"),
        ("seg:en 3 días", "2026-11-27"),
        ("seg:12 mar", "2027-03-12"),
        ("Next:2026-12-24.", "2026-12-24"),
        ("seg:«pasado mañana»", "2026-11-26"),
    ] {
        let entry = read(&format!("{line} cerrar"));
        assert_eq!((entry.follow_up, entry.text.as_str()), (Some(due(day)), "cerrar"), "{line}");
    }
    assert_eq!(read("seg:lunes 12 cajas").text, "12 cajas");
    assert_eq!(read("el:lunes pasado cerraron").text, "pasado cerraron");
    assert_eq!(read("seg:en con:ana 3 días").follow_up, None);
}

#[test]
fn a_follow_up_in_quotes_has_a_title_and_a_kind() {
    let next = read("seg:\"lunes: llamar a Ana\" x").follow_up.unwrap();
    assert_eq!(next.due, date("2026-11-30"));
    assert_eq!((next.title.as_deref(), next.kind), (Some("llamar a Ana"), Some(FollowUpKind::Call)));
    let next = read("seg:\" fin de mes revisar precios\"").follow_up.unwrap();
    assert_eq!(
        (next.due, next.title.as_deref(), next.kind),
        (date("2026-11-30"), Some("revisar precios"), None)
    );
}

#[test]
fn a_bad_value_is_told_and_kept() {
    for (line, message, serious) in [
        ("el:31/2 x", "El 31 no existe", true),
        ("seg:yesterdayish x", "No es una fecha", true),
        ("con:\"Ana x", "no se cierran", true),
        ("con:\"Ana\"s x", "no se cierran", true),
        ("seg:\"quizá algún día\" x", "No es una fecha", true),
        ("con: x", "Detrás de «con:» no hay nada", false),
        ("con:, x", "Detrás de «con:,» no hay nada", false),
        ("con:\"\" x", "no hay nada", false),
        ("n:3 x", "«n:» no significa nada", false),
        ("of: x", "Detrás de «of:» no hay nada", false),
    ] {
        let entry = read(line);
        assert_eq!(entry.text, line);
        assert!(entry.chips.is_empty(), "{line}");
        let messages = messages(&entry);
        assert!(messages.len() == 1 && messages[0].contains(message), "{line}: {messages:?}");
        assert_eq!(entry.problems[0].trouble.is_serious(), serious, "{line}");
    }
}

#[test]
fn the_first_of_a_kind_counts() {
    let entry = read("con:ana con:\"Luis el:ayer\" ayer el:lunes");
    assert_eq!((entry.contact.as_deref(), entry.day), (Some("ana"), date("2026-11-23")));
    assert_eq!(entry.text, "con:\"Luis el:ayer\" ayer");
    assert_eq!(entry.problems[0].trouble, Trouble::Twice("con".into()));
    let entry = read("ayer el:lunes");
    assert_eq!((entry.day, entry.text.as_str(), entry.problems.len()), (date("2026-11-23"), "el:lunes", 1));
    let entry = read("30m 45m x");
    assert_eq!((entry.minutes, entry.text.as_str()), (Some(30), "45m x"));
}

#[test]
fn odd_days_are_understood_and_told() {
    let entry = read("el:mañana x");
    assert_eq!(
        (entry.day, messages(&entry).as_slice()),
        (date("2026-11-25"), &["el 25/11/2026 aún no ha llegado".to_owned()][..])
    );
    assert!(entry.problems[0].trouble.is_warning() && !entry.problems[0].trouble.is_serious());
}

#[test]
fn addresses_times_paths_and_prose_are_text() {
    for line in [
        "ver http://example.com/con:ana",
        "10:30 llega",
        "C:\\x\\con:ana c:/x",
        "tel:+34600000000",
        "ana@example.com pide",
        "nota: paga tarde",
        "std::mem",
        ":) bien",
        "(con:ana)",
        "un paso-con:x",
        "a  b\tc",
        "👩‍👩‍👧 emoji",
        "مرحبا بالعالم",
        "a\u{202e}b\u{0}c",
    ] {
        is_plain(line);
    }
    assert_eq!(read("a  con:ana  b  c").text, "a b  c");
    assert_eq!(read("con:שרה hola").contact.as_deref(), Some("שרה"));
}

#[test]
fn a_client_with_a_colon_stands_in_quotes() {
    assert_eq!(split_client("\"con:\": hola"), Some(("con:", 7)));
    assert_eq!(split_client(" «A: B»:hola"), Some(("A: B", 10)));
    assert_eq!(split_client(" López :"), Some(("López", 9)));
    for line in ["\"hola\" dijo: bien", "\"\": x", "\"sin cerrar: x", "hablé con: ana", ""] {
        assert_eq!(split_client(line), None, "{line}");
    }
}

#[test]
fn who_will_call_is_left_in_peace_until_a_day() {
    let entry = read("l ellos:15/12 Están de obras");
    assert_eq!((entry.they_call, entry.text.as_str()), (Some(date("2026-12-15")), "l Están de obras"));
    let draft = entry.drafts(ClientId(7), None);
    assert_eq!(draft.they_call, Some(TheyCall { until: Some(date("2026-12-15").into()) }));
    assert_eq!(read("they:+1m").they_call, Some(date("2026-12-24")));
    let past = read("ellos:1/2/2026 x");
    assert!(matches!(past.problems[0].trouble, Trouble::AlreadyPast(_)), "{past:?}");
    assert!(read("ellos: nos llaman").they_call.is_none());
}

#[test]
fn an_entry_is_stored_as_it_says() {
    let entry = read("ayer 30m con:ana nc entrante seg:+1d Pide\nprecio");
    let drafts = entry.drafts(ClientId(7), Some(ContactId(9)));
    let (interaction, next) = (drafts.interaction, drafts.follow_up);
    assert_eq!((interaction.client, interaction.contact), (ClientId(7), Some(ContactId(9))));
    assert_eq!((interaction.day, interaction.minutes), (Day::from(date("2026-11-23")), Some(30)));
    assert_eq!((interaction.outcome, interaction.direction), (Some(Outcome::NoAnswer), Direction::In));
    assert_eq!(interaction.text, "Pide\nprecio");
    let next = next.unwrap();
    assert_eq!((next.due, next.kind), (Day::from(date("2026-11-25")), FollowUpKind::Visit));
    assert_eq!((next.title.as_str(), next.contact), ("Pide", Some(ContactId(9))));
    assert_eq!(read("x").drafts(ClientId(7), None).follow_up, None);
    let long = read(&format!("seg:lunes {}", "ñ".repeat(5_000))).drafts(ClientId(7), None).follow_up.unwrap();
    assert_eq!(long.title, format!("{}…", "ñ".repeat(120)));
}
