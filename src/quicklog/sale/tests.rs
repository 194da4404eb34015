use super::*;
use crate::text::Lang;
use crate::text::fold::fold;
use proptest::prelude::*;

const NAMES: [&str; 8] =
    ["Taladro 20V", "Broca 10", "A + B", "Broca + tuerca", "7 Up", "Tornillo", "Tornillo 10", "Vino 50 + 50"];

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn read_as(line: &str, locale: &Locale) -> SaleEntry {
    let is_name = |text: &str| NAMES.iter().any(|name| fold(name) == fold(text));
    parse_sale(line, today(), locale, Currency::EUR, &is_name)
}

fn read(line: &str) -> SaleEntry {
    read_as(line, &Locale::of(Lang::Es))
}

/// Quantity, product, price and discount of each line.
fn items(entry: &SaleEntry) -> Vec<(i64, &str, Option<i64>, i64)> {
    let item = |it: &SaleItem| (it.quantity_milli, it.price_micros, it.discount_bp);
    entry.items.iter().map(|it| (item(it).0, it.product.as_str(), item(it).1, item(it).2)).collect()
}

fn euros(cents: i64) -> i64 {
    cents * 10_000
}

#[track_caller]
fn is(line: &str, expected: &[(i64, &str, Option<i64>, i64)]) {
    let entry = read(line);
    assert_eq!((items(&entry).as_slice(), entry.problems.as_slice()), (expected, &[][..]), "{line}");
}

#[test]
fn the_example_means_what_it_says() {
    let entry = read("3 taladro 45,90 + 10 broca 2,5 el:12/3");
    assert_eq!(
        items(&entry),
        [(3_000, "taladro", Some(euros(4_590)), 0), (10_000, "broca", Some(euros(250)), 0)]
    );
    assert_eq!((entry.day, entry.is_return), ("2026-03-12".parse().unwrap(), false));
    assert!(entry.problems.is_empty());
}

#[test]
fn quantity_price_and_discount_may_be_left_out_or_written_otherwise() {
    is("taladro", &[(1_000, "taladro", None, 0)]);
    is("taladro 45,90", &[(1_000, "taladro", Some(euros(4_590)), 0)]);
    is("2,5 vino", &[(2_500, "vino", None, 0)]);
    is("3x taladro a 45,90 €", &[(3_000, "taladro", Some(euros(4_590)), 0)]);
    is("3 × taladro percutor @ €45,90", &[(3_000, "taladro percutor", Some(euros(4_590)), 0)]);
    is("3 taladro 45,90 -10%", &[(3_000, "taladro", Some(euros(4_590)), 1_000)]);
    is("-12,5% 3 taladro", &[(3_000, "taladro", None, 1_250)]);
    is("1.500 tornillos 0,0125", &[(1_500_000, "tornillos", Some(12_500), 0)]);
}

#[test]
fn decimals_are_those_of_the_place_and_what_can_only_be_one() {
    let english = Locale::of(Lang::En);
    for (line, es, en) in [
        ("1 x 2.5", Some(euros(250)), Some(euros(250))),
        ("1 x 2,5", Some(euros(250)), Some(euros(250))),
        ("1 x 2.500", Some(euros(250_000)), Some(euros(250))),
        ("1 x 2,500", Some(euros(250)), Some(euros(250_000))),
        ("1 x 1.234,56", Some(euros(123_456)), Some(euros(123_456))),
    ] {
        let line = line.replace('x', "taladro");
        assert_eq!(read(&line).items[0].price_micros, es, "{line}");
        assert_eq!(read_as(&line, &english).items[0].price_micros, en, "{line}");
    }
}

#[test]
fn a_name_keeps_its_own_numbers_and_plus() {
    is("3 taladro 20V 45,90", &[(3_000, "taladro 20V", Some(euros(4_590)), 0)]);
    is("3 broca 10", &[(3_000, "broca 10", None, 0)]);
    is("3 broca 10 2,50", &[(3_000, "broca 10", Some(euros(250)), 0)]);
    is("7 up 1,20", &[(1_000, "7 up", Some(euros(120)), 0)]);
    is("6 7 up 1,20", &[(6_000, "7 up", Some(euros(120)), 0)]);
    is("2 broca + tuerca 3", &[(2_000, "broca + tuerca", Some(euros(300)), 0)]);
    is("taladro 20V + 2 a + b 3", &[(1_000, "taladro 20V", None, 0), (2_000, "a + b", Some(euros(300)), 0)]);
    is("vino 50 + 50 9", &[(1_000, "vino 50 + 50", Some(euros(900)), 0)]);
    is(r#"3 "C + D 5" 2 + «E»"#, &[(3_000, "C + D 5", Some(euros(200)), 0), (1_000, "E", None, 0)]);
    is("3 C+D 2", &[(3_000, "C+D", Some(euros(200)), 0)]);
    is("cinta 3M", &[(1_000, "cinta 3M", None, 0)]);
}

#[test]
fn what_can_be_read_in_two_ways_is_said() {
    let entry = read("3 tornillo 10");
    assert_eq!(entry.problems.len(), 1);
    assert_eq!(entry.problems[0].trouble, Trouble::TwoReadings("tornillo 10".into()));
    assert!(entry.problems[0].trouble.is_serious());
    is(r#"3 "tornillo" 10"#, &[(3_000, "tornillo", Some(euros(1_000)), 0)]);
    is(r#"3 "tornillo 10""#, &[(3_000, "tornillo 10", None, 0)]);
}

#[test]
fn a_return_has_positive_quantities() {
    let entry = read("-3 taladro 45,90");
    assert_eq!((entry.is_return, items(&entry)), (true, vec![(3_000, "taladro", Some(euros(4_590)), 0)]));
    for line in ["devolución 3 taladro", "Return 3 taladro", "ayer devolución: 3 taladro"] {
        assert!(read(line).is_return || line.contains(':'), "{line}");
    }
    assert_eq!(read("-3 taladro 1 + 2 broca 1").problems[0].trouble, Trouble::Mixed);
}

#[test]
fn day_contact_and_number_stand_anywhere() {
    let entry = read(r#"ayer con:"Ana Gil" 3 taladro n:F-123 45,90"#);
    assert_eq!((entry.contact.as_deref(), entry.number.as_deref()), (Some("Ana Gil"), Some("F-123")));
    assert_eq!(entry.day, "2026-11-23".parse().unwrap());
    assert_eq!(items(&entry), [(3_000, "taladro", Some(euros(4_590)), 0)]);
}

#[test]
fn what_cannot_be_taken_is_said_and_kept() {
    for (line, serious) in [
        ("0 taladro 3", true),
        ("3,12345 taladro 3", true),
        ("3 taladro 45,90 USD", true),
        ("3 taladro 3 -150%", true),
        ("3 taladro 3 +", true),
        ("el:31/2 3 taladro 3", true),
        ("con:ana con:luis taladro", true),
        ("xxx:y 3 taladro", false),
        ("seg:lunes 3 taladro", false),
        ("el:mañana 3 taladro", false),
    ] {
        let entry = read(line);
        assert!(!entry.problems.is_empty(), "{line}");
        assert_eq!(entry.problems.iter().any(|it| it.trouble.is_serious()), serious, "{line}: {entry:?}");
        for lang in Lang::ALL {
            let told = super::super::problem(&entry.problems[0], &Locale::of(lang));
            assert!(!told.contains('⟦'), "{told}");
        }
    }
}

fn line() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => proptest::sample::select(vec![
            "3", "2,5", "-1", "taladro", "broca", "20V", "10", "45,90", "€", "+", "+", "a", "x", "-10%", "con:ana",
            "n:F-1", "el:12/3", "el:31/2", "ayer", "devolución", "\"A + B\"", "\"abierto", "xxx:y", "👩‍👩‍👧", "שלום", "7 up",
        ]).prop_map(str::to_owned),
        1 => "[a-z0-9+,.% -]{0,8}",
        1 => any::<String>(),
    ];
    (proptest::collection::vec((part, "[ \t]{1,2}"), 0..14))
        .prop_map(|parts| parts.into_iter().map(|(part, space)| part + &space).collect())
}

proptest! {
    #[test]
    fn every_byte_is_in_a_part_or_in_what_is_said_to_be_wrong(line in line()) {
        let entry = read(&line);
        let mut rest = String::new();
        let mut from = 0;
        for chip in &entry.chips {
            prop_assert!(from <= chip.span.start && chip.span.start < chip.span.end, "{chip:?}");
            rest.push_str(&line[from..chip.span.start]);
            from = chip.span.end;
        }
        rest.push_str(&line[from..]);
        let left = rest.replace('+', "");
        prop_assert!(left.trim().is_empty() || entry.problems.iter().any(|it| it.trouble.is_serious()), "{left:?}");
    }

    #[test]
    fn what_the_parts_say_is_what_the_sale_holds(line in line()) {
        let entry = read(&line);
        let count = |is: fn(&Part) -> bool| entry.chips.iter().filter(|chip| is(&chip.part)).count();
        prop_assert_eq!(count(|it| matches!(it, Part::Price(_))), entry.items.iter().filter(|it| it.price_micros.is_some()).count());
        prop_assert!(entry.items.iter().all(|it| it.quantity_milli > 0 && (0..=10_000).contains(&it.discount_bp)));
        for item in &entry.items {
            let says = |part: Part| entry.chips.iter().any(|chip| chip.part == part);
            prop_assert!(says(Part::Product(item.product.clone())));
            prop_assert!(item.price_micros.is_none_or(|price| price >= 0 && says(Part::Price(price))));
            let quantity = item.quantity_milli;
            prop_assert!(quantity == 1_000 || says(Part::Quantity(quantity)) || says(Part::Quantity(-quantity)));
            prop_assert!(item.discount_bp == 0 || says(Part::Discount(item.discount_bp)));
        }
    }
}

#[test]
fn a_mark_alone_is_no_product_and_says_so() {
    for line in [",", ",\t", "3 taladro + ;", "2 ,", ". + broca"] {
        let entry = read(line);
        assert!(entry.problems.iter().any(|it| it.trouble == Trouble::NoProduct), "{line}: {entry:?}");
    }
}

#[test]
fn a_sale_of_10_000_characters_is_read_at_once() {
    for part in
        ["3 taladro 45,90 + ", "+ ", "a + ", "\"", "3 ", "con:\" ", "-1% ", "x", "broca + tuerca + ", "👩‍👩‍👧 + "]
    {
        let line = part.repeat(10_000 / part.chars().count());
        let before = crate::clock::now_ms();
        read(&line);
        let took = crate::clock::now_ms() - before;
        assert!(took < 2_000, "{part}: {took} ms");
    }
}
