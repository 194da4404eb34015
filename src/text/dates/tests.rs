use proptest::prelude::*;

use super::*;

/// A Tuesday.
const TODAY: &str = "2026-11-24";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap()
}

fn read(text: &str, prefer: Prefer, tag: &str) -> Result<NaiveDate, DateError> {
    parse(text, day(TODAY), prefer, &locale(tag))
}

/// The same in both languages and directions.
fn means(date: &str, texts: &[&str]) {
    for text in texts {
        for tag in ["es", "en"] {
            for prefer in [Prefer::Future, Prefer::Past] {
                assert_eq!(read(text, prefer, tag), Ok(day(date)), "{text} in {tag}, {prefer:?}");
            }
        }
    }
}

#[test]
fn words_are_read_in_both_languages() {
    means("2026-11-24", &["hoy", "today", " HOY ", "Today", "hoy mismo"]);
    means("2026-11-23", &["ayer", "yesterday"]);
    means("2026-11-22", &["anteayer", "antes de ayer", "antier", "the day before yesterday"]);
    means("2026-11-25", &["mañana", "manana", "MAÑANA", "tomorrow"]);
    means("2026-11-26", &["pasado mañana", "pasado  manana", "day after tomorrow"]);
    means("2026-11-30", &["fin de mes", "end of month", "end of the month", "eom"]);
    means("2026-12-31", &["fin de año", "end of year"]);
}

#[test]
fn spans_count_from_today() {
    means(
        "2026-12-09",
        &["+15d", "+ 15 d", "en 15 días", "in 15 days", "dentro de 15 dias", "+15 days", "en 15d"],
    );
    means("2026-12-08", &["+2s", "+2w", "+2 semanas", "in 2 weeks"]);
    means("2026-12-24", &["+1m", "en un mes", "in a month", "next month", "el mes que viene", "próximo mes"]);
    means("2027-11-24", &["+1a", "+1y", "in a year", "el año que viene"]);
    means("2026-11-21", &["-3d", "hace 3 días", "3 days ago", "3d ago", "hace 3d"]);
    means("2026-11-17", &["-1s", "a week ago", "hace una semana", "last week", "la semana pasada"]);
    means("2026-12-01", &["next week", "la próxima semana", "la semana que viene", "la semana próxima"]);
}

#[test]
fn a_month_ends_where_it_ends() {
    let read = |text, today| parse(text, day(today), Prefer::Future, &locale("es"));
    assert_eq!(read("+1m", "2026-01-31"), Ok(day("2026-02-28")));
    assert_eq!(read("+1a", "2028-02-29"), Ok(day("2029-02-28")));
    assert_eq!(read("fin de mes", "2028-02-01"), Ok(day("2028-02-29")));
}

#[test]
fn a_weekday_is_the_first_one_that_way() {
    for (texts, future, past) in [
        (&["lunes", "lun", "mon", "Monday", "el lunes", "on monday"][..], "2026-11-30", "2026-11-23"),
        (&["miércoles", "mie", "wed"], "2026-11-25", "2026-11-18"),
        // Today is a Tuesday, and "mar" alone is the weekday.
        (&["martes", "mar", "tue"], "2026-12-01", "2026-11-17"),
        (&["este martes", "this tue"], "2026-11-24", "2026-11-24"),
    ] {
        for text in texts {
            assert_eq!(read(text, Prefer::Future, "es"), Ok(day(future)), "{text}");
            assert_eq!(read(text, Prefer::Past, "en"), Ok(day(past)), "{text}");
        }
    }
    means(
        "2026-12-01",
        &["next tue", "próximo martes", "el próximo martes", "martes que viene", "el martes próximo"],
    );
    means(
        "2026-11-20",
        &["last friday", "viernes pasado", "el viernes pasado", "el pasado viernes", "last fri"],
    );
}

#[test]
fn numbers_are_in_the_order_of_the_place() {
    for (text, tag, date) in [
        ("12/3/26", "es", "2026-03-12"),
        ("12-3-2026", "es", "2026-03-12"),
        ("12.3.2026", "es", "2026-03-12"),
        ("12.3.2026", "en-GB", "2026-03-12"),
        ("3/12/2026", "en", "2026-03-12"),
        ("2026-03-12", "es", "2026-03-12"),
        ("2026/3/12", "en", "2026-03-12"),
        ("3/12/2026", "en-CA", "2026-03-12"),
        ("26-03-12", "en-CA", "2026-03-12"),
        ("1/1/47", "es", "1947-01-01"),
        ("1/1/46", "es", "2046-01-01"),
    ] {
        assert_eq!(read(text, Prefer::Future, tag), Ok(day(date)), "{text} in {tag}");
    }
}

#[test]
fn a_date_without_year_is_the_nearest_that_way() {
    for (text, tag, future, past) in [
        ("12/3", "es", "2027-03-12", "2026-03-12"),
        ("12/3", "en", "2026-12-03", "2025-12-03"),
        ("3-12", "en-CA", "2027-03-12", "2026-03-12"),
        ("24/11", "es", "2026-11-24", "2026-11-24"),
        ("12 mar", "es", "2027-03-12", "2026-03-12"),
        ("29/2", "es", "2028-02-29", "2024-02-29"),
    ] {
        assert_eq!(read(text, Prefer::Future, tag), Ok(day(future)), "{text} in {tag}");
        assert_eq!(read(text, Prefer::Past, tag), Ok(day(past)), "{text} in {tag}");
    }
}

#[test]
fn months_are_read_by_name() {
    means(
        "2026-03-12",
        &[
            "12 de marzo de 2026",
            "12 mar 2026",
            "mar 12 2026",
            "March 12, 2026",
            "march 12th, 2026",
            "12-mar-26",
            "12/mar/2026",
            "12mar2026",
            "the 12th of March 2026",
            "el 12 de marzo del 2026",
            "jueves 12 de marzo de 2026",
            "Thursday, March 12, 2026",
            "jue 12 mar 2026",
        ],
    );
    means("2026-12-01", &["1º de diciembre de 2026", "Dec 1st 2026", "martes, 1 dic 26", "mar 1 dic 2026"]);
}

#[test]
fn an_impossible_date_says_what_is_possible() {
    let no_day = |day, month, year, last| Err(DateError::NoSuchDay { day, month, year, last });
    assert_eq!(read("31/2/2026", Prefer::Future, "es"), no_day(31, 2, Some(2026), 28));
    assert_eq!(read("2028-02-30", Prefer::Future, "es"), no_day(30, 2, Some(2028), 29));
    assert_eq!(read("31/2", Prefer::Future, "es"), no_day(31, 2, None, 29));
    assert_eq!(read("31 de abril", Prefer::Past, "es"), no_day(31, 4, None, 30));
    assert_eq!(read("0/3/2026", Prefer::Past, "es"), no_day(0, 3, Some(2026), 31));
    let no_month = |month, order| Err(DateError::NoSuchMonth { month, order });
    assert_eq!(read("11/24/2026", Prefer::Future, "es"), no_month(24, DateOrder::Dmy));
    assert_eq!(read("24/11/2026", Prefer::Future, "en"), no_month(24, DateOrder::Mdy));
    let weekday = read("lunes 24 de noviembre de 2026", Prefer::Future, "es");
    assert_eq!(weekday, Err(DateError::OtherWeekday { date: day(TODAY) }));
}

#[test]
fn what_is_no_date_is_refused_with_a_word_that_is_near() {
    for (text, near) in [
        ("manaan", Some("mañana")),
        ("tomorow", Some("tomorrow")),
        ("12 marso", Some("marzo")),
        ("próximo lnues", Some("lunes")),
        ("15d", Some("+15d")),
        ("12", None),
        ("12/3/2026/1", None),
        ("12/3/026", None),
        ("12//3", None),
        ("12/3-2026", None),
        ("xyz", None),
        ("+", None),
        ("+d", None),
        ("+5", None),
        ("lunes martes", None),
    ] {
        let error = DateError::Unknown { text: text.into(), near: near.map(str::to_owned) };
        assert_eq!(read(text, Prefer::Future, "es"), Err(error), "{text}");
    }
    assert_eq!(read("", Prefer::Future, "es"), Err(DateError::Empty));
    assert_eq!(read(" \t", Prefer::Future, "es"), Err(DateError::Empty));
    for text in [
        "+9999999d",
        "+99999999999999999999d",
        "-9999a",
        "hace 3000 años",
        "+18446744073709551615s",
        "1/1/0000",
    ] {
        assert_eq!(read(text, Prefer::Future, "es"), Err(DateError::OutOfRange), "{text}");
    }
}

#[test]
fn errors_are_said_in_both_languages() {
    let message = |text: &str, lang: Lang| read(text, Prefer::Future, "es").unwrap_err().message(lang);
    assert_eq!(message("31/2/2026", Lang::Es), "El 31 no existe: febrero de 2026 acaba el 28");
    assert_eq!(message("31/2/2026", Lang::En), "There is no day 31: February 2026 ends on day 28");
    for text in
        ["", "xyz", "tomorow", "31/2", "1/13/2026", "lunes 24/11/2026", "lunes 24 nov 2026", "+9999999d"]
    {
        let [es, en] = Lang::ALL.map(|lang| message(text, lang));
        assert_ne!(es, en);
        for text in [es, en] {
            assert!(!text.contains(['⟦', '{', '$']), "{text}");
        }
    }
}

#[test]
fn dates_are_shown_in_the_form_of_the_place() {
    let today = day(TODAY);
    assert_eq!(date(today, &locale("es")), "24/11/2026");
    assert_eq!(date(today, &locale("en")), "11/24/2026");
    assert_eq!(date(today, &locale("en-CA")), "2026-11-24");
    assert_eq!(date_long(today, &locale("es")), "martes 24 de noviembre de 2026");
    assert_eq!(date_long(today, &locale("en")), "Tuesday, November 24, 2026");
    assert_eq!(date_long(today, &locale("en-GB")), "Tuesday 24 November 2026");
}

#[test]
fn distance_is_short() {
    let es = |date| ago(day(date), day(TODAY), Lang::Es);
    assert_eq!(es("2026-11-24"), "hoy");
    assert_eq!(es("2026-11-23"), "ayer");
    assert_eq!(es("2026-11-21"), "hace 3 d");
    assert_eq!(es("2026-10-25"), "hace 30 d");
    assert_eq!(es("2026-10-24"), "hace 1 m");
    assert_eq!(es("2026-06-24"), "hace 5 m");
    assert_eq!(es("2026-06-25"), "hace 4 m");
    assert_eq!(es("2024-12-24"), "hace 23 m");
    assert_eq!(es("2024-11-24"), "hace 2 a");
    assert_eq!(es("2026-11-25"), "mañana");
    assert_eq!(es("2026-11-28"), "en 4 d");
    assert_eq!(ago(day("2025-12-31"), day("2026-02-28"), Lang::Es), "hace 2 m");
    assert_eq!(ago(day("2025-12-31"), day("2026-02-27"), Lang::Es), "hace 1 m");
    assert_eq!(ago_or_never(None, day(TODAY), Lang::Es), "nunca");
    assert_eq!(ago_or_never(Some(day(TODAY)), day(TODAY), Lang::En), "today");
    let en = |date| ago(day(date), day(TODAY), Lang::En);
    assert_eq!(en("2026-11-21"), "3 d ago");
    assert_eq!(en("2027-02-24"), "in 3 m");
    assert_eq!(en("2028-12-24"), "in 2 y");
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
    (0_u64..3_652_059).prop_map(move |days| first + chrono::Days::new(days))
}

fn any_locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::known())
}

fn any_prefer() -> impl Strategy<Value = Prefer> {
    prop::sample::select(vec![Prefer::Future, Prefer::Past])
}

proptest! {
    #[test]
    fn dates_that_are_shown_are_read_back(shown in any_date(), today in any_date(), prefer in any_prefer(), locale in any_locale()) {
        for text in [date(shown, &locale), date_long(shown, &locale), shown.to_string()] {
            prop_assert_eq!(parse(&text, today, prefer, &locale), Ok(shown), "{}", text);
        }
    }

    #[test]
    fn no_text_is_a_panic(
        text in any::<String>(),
        numbers in "[-+]?[0-9/.-]{0,12}[dwsmay]?",
        words in "((el|next|last|pasado|hace|en|in|a|de|lunes|mar|tue|mayo|3|31|2026|ago|semana|que|viene|ñ) ?){0,6}",
        today in any_date(), prefer in any_prefer(), locale in any_locale(),
    ) {
        for text in [text, numbers, words] {
            match parse(&text, today, prefer, &locale) {
                Ok(date) => prop_assert!((1..=9999).contains(&date.year())),
                Err(error) => prop_assert!(!error.message(locale.lang).is_empty()),
            }
        }
    }

    #[test]
    fn a_preferred_direction_is_kept(month in 1_u32..13, day in 1_u32..29, today in any_date(), locale in any_locale()) {
        prop_assume!((20..9980).contains(&today.year()));
        let text = match locale.date_order {
            DateOrder::Dmy => format!("{day}/{month}"),
            DateOrder::Mdy | DateOrder::Ymd => format!("{month}/{day}"),
        };
        let future = parse(&text, today, Prefer::Future, &locale).unwrap();
        let past = parse(&text, today, Prefer::Past, &locale).unwrap();
        prop_assert!(past <= today && today <= future);
        prop_assert_eq!((past.day(), past.month(), future.day(), future.month()), (day, month, day, month));
        prop_assert!((future - past).num_days() <= 366);
    }

    #[test]
    fn ago_never_panics(date in any_date(), today in any_date()) {
        for lang in Lang::ALL {
            prop_assert!(!ago(date, today, lang).contains('⟦'));
        }
    }
}
