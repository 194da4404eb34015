use super::*;

fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

#[test]
fn integers_are_grouped_as_the_place_does() {
    let shown = |number, tag| int(number, &locale(tag));
    assert_eq!(shown(1234, "es-ES"), "1234");
    assert_eq!(shown(12_345, "es-ES"), "12.345");
    assert_eq!(shown(1234, "es-AR"), "1.234");
    assert_eq!(shown(1234, "es-MX"), "1,234");
    assert_eq!(shown(-1_234_567, "en-US"), "-1,234,567");
    assert_eq!(shown(0, "en-US"), "0");
    assert_eq!(shown(i64::MIN, "en-US"), "-9,223,372,036,854,775,808");
    assert_eq!(shown(12_345, "es-CR"), "12\u{a0}345");
}

#[test]
fn money_has_its_sign_where_the_place_puts_it() {
    let shown = |minor, code, tag| money(minor, currency(code), &locale(tag));
    assert_eq!(shown(123_456, "EUR", "es-ES"), "1.234,56 €");
    assert_eq!(shown(123_456, "EUR", "en-US"), "€1,234.56");
    assert_eq!(shown(-300, "EUR", "en-US"), "-€3.00");
    assert_eq!(shown(-300, "EUR", "es-ES"), "-3,00 €");
    assert_eq!(shown(5, "USD", "en-US"), "$0.05");
    assert_eq!(shown(-5, "MXN", "es-MX"), "-$0.05");
    assert_eq!(shown(123_456, "ARS", "es-AR"), "$ 1.234,56");
    assert_eq!(shown(1234, "CLP", "es-CL"), "$1.234");
    assert_eq!(shown(1234, "JPY", "en-US"), "¥1,234");
    assert!(shown(1_234_567, "KWD", "en-US").ends_with("1,234.567"));
    assert_eq!(shown(i64::MIN, "EUR", "es-ES"), "-92.233.720.368.547.758,08 €");
}

#[test]
fn a_shared_sign_never_names_the_wrong_currency() {
    let shown = |code, tag| sign(currency(code), &locale(tag));
    assert_eq!(shown("USD", "es-ES"), "$");
    assert_eq!(shown("MXN", "es-ES"), "MXN");
    assert_eq!(shown("MXN", "es-MX"), "$");
    assert_eq!(shown("USD", "es-MX"), "USD");
    assert_eq!(shown("GBP", "en-US"), "£");
    assert_eq!(shown("USD", "es-EC"), "$");
    assert_eq!(shown("SEK", "es-ES"), "SEK");
    assert_eq!(money(500, currency("USD"), &locale("es-MX")), "USD 5.00");
}

#[test]
fn short_money_is_rounded_to_units() {
    let shown = |minor| money_short(minor, Currency::EUR, &locale("es-ES"));
    assert_eq!(shown(123_449), "1.234 €");
    assert_eq!(shown(123_450), "1.235 €");
    assert_eq!(shown(-123_450), "-1.235 €");
    assert_eq!(shown(-49), "0 €");
    assert_eq!(shown(i64::MAX), "92.233.720.368.547.758 €");
    assert_eq!(money_short(1234, currency("JPY"), &locale("en-US")), "¥1,234");
}

#[test]
fn quantities_and_percentages_lose_useless_zeros() {
    assert_eq!(quantity(2500, &locale("es-ES")), "2,5");
    assert_eq!(quantity(-125, &locale("en-US")), "-0.125");
    assert_eq!(quantity(1_234_000, &locale("es-ES")), "1234");
    assert_eq!(quantity(0, &locale("es-ES")), "0");
    assert_eq!(percent(1250, &locale("es-ES")), "12,5 %");
    assert_eq!(percent(10_000, &locale("en-US")), "100%");
    assert_eq!(percent(-5, &locale("en-US")), "-0.05%");
}

#[test]
fn the_plain_form_has_a_point_and_all_decimals() {
    assert_eq!(plain(-123_450, 2), "-1234.50");
    assert_eq!(plain(7, 3), "0.007");
    assert_eq!(plain(7, 0), "7");
    assert_eq!(decimal(-7, 3, &locale("es-ES")), "-0,007");
}
