use proptest::prelude::*;

use super::*;

fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap()
}

fn euros(text: &str, tag: &str) -> Result<i64, NumberError> {
    parse_money(text, Currency::EUR, &locale(tag))
}

#[test]
fn money_is_read_in_the_form_of_the_place() {
    for (text, tag, cents) in [
        ("1.234,56", "es", 123_456),
        ("1,234.56", "en", 123_456),
        ("1234,5", "es", 123_450),
        ("1.234", "es", 123_400),
        ("1,234", "en", 123_400),
        ("1 234,56", "es", 123_456),
        ("1\u{a0}234\u{a0}567", "es", 123_456_700),
        ("1'234.50", "en", 123_450),
        ("1’234.50", "en", 123_450),
        ("0", "es", 0),
        ("007", "es", 700),
        (",5", "es", 50),
        ("12.345.678,90", "es", 1_234_567_890),
    ] {
        assert_eq!(euros(text, tag), Ok(cents), "{text} in {tag}");
    }
}

#[test]
fn another_form_is_read_when_it_can_mean_only_one_number() {
    for (text, tag, cents) in [
        ("1234.5", "es", 123_450),
        ("1.5", "es", 150),
        ("1,5", "en", 150),
        ("0.12", "es", 12),
        (".5", "es", 50),
        ("1.234,56", "en", 123_456),
        ("1,234.56", "es", 123_456),
        ("1.234.567", "en", 123_456_700),
        ("1,234,567", "es", 123_456_700),
        ("1,234,567.8", "es", 123_456_780),
    ] {
        assert_eq!(euros(text, tag), Ok(cents), "{text} in {tag}");
    }
}

#[test]
fn signs_currencies_and_suffixes_stand_around_the_digits() {
    for (text, cents) in [
        ("-3", -300),
        ("\u{2212}3", -300),
        ("3-", -300),
        ("+3", 300),
        ("(3,50)", -350),
        ("3 €", 300),
        ("€3", 300),
        ("-€3", -300),
        ("€-3", -300),
        ("3 € -", -300),
        ("(3 €)", -300),
        ("eur 3", 300),
        ("3EUR", 300),
        ("10k", 1_000_000),
        ("10 K €", 1_000_000),
        ("€10k", 1_000_000),
        ("1,5M", 150_000_000),
        ("1.5M", 150_000_000),
        ("1,2345k", 123_450),
        ("1.500k", 150_000_000),
    ] {
        assert_eq!(euros(text, "es"), Ok(cents), "{text}");
    }
    let peso = Currency::from_code("MXN").unwrap();
    assert_eq!(parse_money("$1,234.56", peso, &locale("es-MX")), Ok(123_456));
    assert_eq!(parse_money("1.5 MXN", peso, &locale("es-MX")), Ok(150));
    let sol = Currency::from_code("PEN").unwrap();
    assert_eq!(parse_money("S/ 1,234.56", sol, &locale("es-PE")), Ok(123_456));
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "1.2.3",
        "1,2,3",
        "1.23,4.5",
        "1.234,567,8",
        "1.2345.678",
        "1234.567.890",
        "0.123.456",
        "1 23",
        "1 2345",
        "1..2",
        "1.",
        "1,",
        ".",
        ",",
        "-",
        "--1",
        "(-1)",
        "-(1)",
        "1-2",
        "€",
        "k",
        "10kk",
        "10kM",
        "10x",
        "1e5",
        "0x10",
        "١٢",
        "NaN",
        "inf",
        "uno",
        "3 € €",
        "1.234 567",
        "1,5 000",
        "1 234.567.890",
        "%",
        "5%",
    ] {
        for tag in ["es", "en"] {
            assert!(
                matches!(euros(text, tag), Err(NumberError::Malformed(_))),
                "{text} in {tag}: {:?}",
                euros(text, tag)
            );
        }
    }
    for text in ["", " ", "\u{a0}\t"] {
        assert_eq!(euros(text, "es"), Err(NumberError::Empty), "{text:?}");
    }
}

#[test]
fn decimals_that_the_currency_does_not_have_are_refused() {
    assert_eq!(euros("1,500", "es"), Err(NumberError::TooManyDecimals { allowed: 2 }));
    assert_eq!(euros("1.500", "en"), Err(NumberError::TooManyDecimals { allowed: 2 }));
    let yen = Currency::from_code("JPY").unwrap();
    assert_eq!(parse_money("1,5", yen, &locale("es")), Err(NumberError::TooManyDecimals { allowed: 0 }));
    assert_eq!(parse_quantity("0,0001", &locale("es")), Err(NumberError::TooManyDecimals { allowed: 3 }));
}

#[test]
fn money_of_another_currency_is_refused_by_name() {
    for (text, found) in [("12 USD", "USD"), ("$12", "$"), ("gbp 3", "GBP")] {
        let error = NumberError::OtherCurrency { found: found.into(), wanted: "EUR" };
        assert_eq!(euros(text, "es"), Err(error), "{text}");
    }
}

#[test]
fn numbers_that_cannot_be_held_are_refused() {
    for text in
        ["92233720368547758,08", "10000000000000000000000M", "99999999999999999999999999999999999999999999"]
    {
        assert_eq!(euros(text, "es"), Err(NumberError::TooLarge), "{text}");
    }
    assert_eq!(euros("92233720368547758,07", "es"), Ok(i64::MAX));
    assert_eq!(euros("-92233720368547758,08", "es"), Ok(i64::MIN));
}

#[test]
fn quantities_percentages_and_integers_are_read() {
    let es = locale("es");
    assert_eq!(parse_quantity("2,5", &es), Ok(2500));
    assert_eq!(parse_quantity("1.234", &es), Ok(1_234_000));
    assert_eq!(parse_quantity("1.234", &locale("en")), Ok(1234));
    assert_eq!(parse_quantity("-3", &es), Ok(-3000));
    for text in ["12,5", "12,5%", "12,5 %", "12.5 %", "%12,5"] {
        assert_eq!(parse_percent(text, &es), Ok(1250), "{text}");
    }
    assert_eq!(parse_int("1.234", &es), Ok(1234));
    assert_eq!(parse_int("-7", &es), Ok(-7));
    assert_eq!(parse_int("1,5", &es), Err(NumberError::TooManyDecimals { allowed: 0 }));
    assert_eq!(parse_int("7 €", &es), Err(NumberError::Malformed("7 €".into())));
}

#[test]
fn a_price_has_the_decimals_that_it_needs() {
    let es = locale("es");
    assert_eq!(price(2_500_000, Currency::EUR, &es), "2,50 €");
    assert_eq!(price(-12_500, Currency::EUR, &es), "-0,0125 €");
    assert_eq!(price(1_234_000_000, Currency::from_code("JPY").unwrap(), &locale("en")), "¥1,234");
    assert_eq!(parse_price("0,0125", Currency::EUR, &es), Ok(12_500));
    assert_eq!(parse_price("1.234,5 €", Currency::EUR, &es), Ok(1_234_500_000));
    assert_eq!(
        parse_price("0,0000001", Currency::EUR, &es),
        Err(NumberError::TooManyDecimals { allowed: 6 })
    );
}

#[test]
fn machines_write_a_point_and_nothing_else() {
    assert_eq!(parse_plain_decimal("-1234.5", 2), Ok(-123_450));
    assert_eq!(parse_plain_decimal("12.5000", 2), Ok(1250));
    assert_eq!(parse_plain_decimal(" 7 ", 3), Ok(7000));
    assert_eq!(parse_plain_decimal("1.005", 2), Err(NumberError::TooManyDecimals { allowed: 2 }));
    for text in ["1,5", "1.", ".5", "+1", "1e5", "1.2.3", "--1", "1 000"] {
        assert_eq!(parse_plain_decimal(text, 2), Err(NumberError::Malformed(text.into())), "{text}");
    }
    assert_eq!(parse_plain_decimal("", 2), Err(NumberError::Empty));
}

#[test]
fn halves_are_rounded_away_from_zero() {
    assert_eq!(round_half_away(12_345, 3, 2), Ok(1235));
    assert_eq!(round_half_away(-12_345, 3, 2), Ok(-1235));
    assert_eq!(round_half_away(12_344, 3, 2), Ok(1234));
    assert_eq!(round_half_away(5, 1, 0), Ok(1));
    assert_eq!(round_half_away(0, 30, 0), Ok(0));
    assert_eq!(round_half_away(7, 0, 2), Ok(700));
    assert_eq!(round_half_away(i128::MAX, 60, 0), Ok(0));
    assert_eq!(round_half_away(i128::MAX, 0, 0), Err(NumberError::TooLarge));
    assert_eq!(round_half_away(i128::MAX, 38, 0), Ok(2));
}

#[test]
fn every_error_is_said_in_both_languages() {
    let errors = [
        NumberError::Empty,
        NumberError::Malformed("1.2.3".into()),
        NumberError::TooManyDecimals { allowed: 0 },
        NumberError::TooManyDecimals { allowed: 2 },
        NumberError::TooLarge,
        NumberError::OtherCurrency { found: "USD".into(), wanted: "EUR" },
    ];
    for error in errors {
        let [es, en] = Lang::ALL.map(|lang| error.message(lang));
        assert_ne!(es, en);
        for text in [es, en] {
            assert!(!text.contains(['⟦', '{', '$']), "{text}");
        }
    }
    let hostile = NumberError::Malformed("\u{1b}[2J".into());
    assert!(!hostile.message(Lang::En).contains('\u{1b}'));
}

fn any_locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::known())
}

fn any_currency() -> impl Strategy<Value = Currency> {
    let codes = vec!["EUR", "USD", "MXN", "CLP", "JPY", "KWD", "PEN", "BOB", "VES", "HNL", "PAB", "SVC"];
    prop::sample::select(codes).prop_map(|code| Currency::from_code(code).unwrap())
}

proptest! {
    #[test]
    fn money_that_is_shown_is_read_back(minor: i64, currency in any_currency(), locale in any_locale()) {
        let text = money(minor, currency, &locale);
        prop_assert_eq!(parse_money(&text, currency, &locale), Ok(minor), "{}", text);
        let text = price(minor, currency, &locale);
        prop_assert_eq!(parse_price(&text, currency, &locale), Ok(minor), "{}", text);
    }

    #[test]
    fn quantities_that_are_shown_are_read_back(number: i64, locale in any_locale()) {
        prop_assert_eq!(parse_quantity(&quantity(number, &locale), &locale), Ok(number));
        prop_assert_eq!(parse_int(&int(number, &locale), &locale), Ok(number));
        prop_assert_eq!(parse_percent(&percent(number, &locale), &locale), Ok(number));
    }

    #[test]
    fn plain_numbers_are_read_back(minor: i64, exponent in 0_u32..6) {
        prop_assert_eq!(parse_plain_decimal(&plain(minor, exponent), exponent), Ok(minor));
    }

    #[test]
    fn no_text_is_a_panic(text in any::<String>(), digits in "[-+()0-9.,' €$kM%]{0,12}", locale in any_locale()) {
        for text in [&text, &digits] {
            let money = parse_money(text, Currency::EUR, &locale);
            let _ = (parse_quantity(text, &locale), parse_percent(text, &locale), parse_plain(text));
            if let Ok(minor) = money {
                let shown = super::money(minor, Currency::EUR, &locale);
                prop_assert_eq!(parse_money(&shown, Currency::EUR, &locale), Ok(minor));
            }
        }
    }

    #[test]
    fn rounding_is_within_half_a_unit(mantissa in -1_000_000_000_i128..1_000_000_000, scale in 0_u32..9) {
        let rounded = i128::from(round_half_away(mantissa, scale, 2).unwrap());
        let unit = 10_i128.pow(scale.saturating_sub(2));
        let exact = mantissa * 10_i128.pow(2_u32.saturating_sub(scale));
        prop_assert!((rounded * unit - exact).abs() * 2 <= unit);
    }
}
