use super::*;
use crate::text::{Lang, Locale};
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

/// A line made of what lines are made of, so that most of it means something somewhere.
fn line() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("ayer".to_owned()),
        Just("last monday".to_owned()),
        Just("1h30".to_owned()),
        Just("nc".to_owned()),
        Just("entrante,".to_owned()),
        Just("con:ana".to_owned()),
        Just("with:\"Ana Gil\",".to_owned()),
        Just("con:\"Ana".to_owned()),
        Just("el:12/3".to_owned()),
        Just("on:yesterday".to_owned()),
        Just("el:31/2".to_owned()),
        Just("el:mañana".to_owned()),
        Just("res:bien".to_owned()),
        Just("res:".to_owned()),
        Just("seg:fin de mes".to_owned()),
        Just("next:\"monday call Ana\"".to_owned()),
        Just("seg:+15d".to_owned()),
        Just("ellos:+1m".to_owned()),
        Just("López:".to_owned()),
        Just("\"con:\":".to_owned()),
        Just("http://x.example".to_owned()),
        Just("10:30".to_owned()),
        Just("xxx:yyy".to_owned()),
        Just("of:taladro".to_owned()),
        Just("offer:\"Broca + tuerca\"".to_owned()),
        Just("OF:TALADRO".to_owned()),
        Just("tag:feria".to_owned()),
        Just("tag:VIP,".to_owned()),
        Just("n:F-1".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("שלום".to_owned()),
        "[a-zñ:\"«», .]{0,8}",
        any::<String>(),
    ];
    (proptest::collection::vec((part, "[ \t]{1,3}"), 0..10))
        .prop_map(|parts| parts.into_iter().map(|(part, space)| part + &space).collect())
}

fn read(line: &str) -> Entry {
    parse(line, InteractionKind::Call, today(), &Locale::of(Lang::Es))
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn the_line_without_its_chips_is_the_text(line in line()) {
        let entry = read(&line);
        let mut rest = String::new();
        let mut from = 0;
        for chip in &entry.chips {
            prop_assert!(from <= chip.span.start && chip.span.start < chip.span.end);
            rest.push_str(&line[from..chip.span.start]);
            from = chip.span.end;
        }
        rest.push_str(&line[from..]);
        prop_assert_eq!(without_space(&rest), without_space(&entry.text));
        prop_assert_eq!(entry.text.trim(), entry.text.as_str());
    }

    #[test]
    fn what_the_chips_say_is_what_the_entry_holds(line in line()) {
        let entry = read(&line);
        let mut held: Vec<Part> = Vec::new();
        held.extend(entry.contact.clone().map(Part::Contact));
        held.extend(entry.minutes.map(Part::Minutes));
        held.extend(entry.outcome.map(Part::Outcome));
        held.extend(entry.follow_up.clone().map(Part::FollowUp));
        held.extend(entry.they_call.map(Part::TheyCall));
        held.extend(entry.offers.iter().cloned().map(Part::Offer));
        held.extend(entry.tags.iter().cloned().map(Part::Tag));
        held.extend((entry.direction == Direction::In).then_some(Part::Incoming));
        // Of the day, which is never absent, a chip may say that it is today.
        let day = Part::Day(entry.day);
        let says = |part: &Part| entry.chips.iter().any(|chip| chip.part == *part);
        prop_assert!(entry.day == today() || says(&day));
        held.extend(Some(day).filter(says));
        prop_assert_eq!(held.len(), entry.chips.len());
        prop_assert!(held.iter().all(says));
    }

    #[test]
    fn every_problem_names_a_part_of_the_line(line in line()) {
        let entry = read(&line);
        let mut from = 0;
        for found in &entry.problems {
            let span = found.span.clone();
            prop_assert!(span.start >= from && !line[span.clone()].is_empty());
            from = span.start;
            let is_chip = entry.chips.iter().any(|chip| chip.span == span);
            prop_assert_eq!(is_chip, found.trouble.is_warning());
            for lang in Lang::ALL {
                prop_assert!(!problem(found, &Locale::of(lang)).contains('⟦'));
            }
        }
    }

    #[test]
    fn the_client_and_the_rest_are_of_the_line(line in line()) {
        if let Some((client, from)) = split_client(&line) {
            prop_assert!(!client.is_empty() && line[..from].contains(client) && line[..from].ends_with(':'));
        }
    }

    #[test]
    fn both_languages_say_the_same(
        order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
        count in 0..6_usize,
        variant in 0..2_usize,
    ) {
        let pairs = [
            [("ayer", "yesterday"), ("miércoles", "Wednesday")],
            [("con:ana", "with:ana"), ("con:\"Ana Gil\"", "with:\"Ana Gil\"")],
            [("res:mal", "res:bad"), ("nc", "na")],
            [("seg:+2s", "next:+2w"), ("seg:\"lunes llamar\"", "next:\"lunes llamar\"")],
            [("entrante", "incoming"), ("Entrante,", "INCOMING,")],
            [("45m", "45m"), ("1h", "1h")],
        ];
        let chosen: Vec<_> = order.into_iter().take(count).map(|index| pairs[index][variant]).collect();
        let line = |word: fn(&(&'static str, &'static str)) -> &'static str| {
            chosen.iter().map(word).collect::<Vec<_>>().join(" ")
        };
        let (es, en) = (read(&line(|pair| pair.0)), read(&line(|pair| pair.1)));
        let parts = |entry: &Entry| entry.chips.iter().map(|chip| chip.part.clone()).collect::<Vec<_>>();
        prop_assert_eq!(parts(&es).len(), count);
        prop_assert_eq!(parts(&es), parts(&en));
    }
}

/// Parts that are hard to read, repeated: none may take time that grows faster than the line.
#[test]
fn a_line_of_10_000_characters_is_read_at_once() {
    for part in [
        "a",
        "con:\"",
        "el:x ",
        "seg:en ",
        "el:31/2 ",
        "res:x ",
        "xxx:y ",
        "\"",
        ":",
        "1h",
        "hoy ",
        "👩‍👩‍👧 ",
        "« ",
        "con:\"x\" ",
        "seg:\"x\" ",
        ", ",
    ] {
        let line = part.repeat(10_000 / part.chars().count());
        let before = crate::clock::now_ms();
        let entry = read(&line);
        let took = crate::clock::now_ms() - before;
        assert!(took < 2_000, "{part}: {took} ms");
        assert!(entry.text.len() + 200 > line.trim().len() || part == "1h", "{part}");
    }
}
