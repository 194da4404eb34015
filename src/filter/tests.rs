//! What is read, what is refused and where, and that what is printed reads as the same.

use super::*;
use crate::domain::currency::Currency;
use crate::domain::custom::CustomField;
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::domain::list::{Column, ListKind};
use crate::domain::view::READY;
use crate::text::{Lang, Locale};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A field of each kind, that users defined; each has another label than name.
static OWN: LazyLock<Vec<CustomField>> = LazyLock::new(|| {
    let fields = [
        ("zona", "Zona de Reparto", CustomKind::Text),
        ("peso", "Weight, net", CustomKind::Number),
        ("riesgo", "Riesgo €", CustomKind::Money),
        ("garantia", "Garantía", CustomKind::Date),
        ("urgente", "Urgente", CustomKind::Flag),
        ("nivel", "Nivel", CustomKind::Choice),
    ];
    let field = |(id, (key, label, kind)): (i64, (&str, &str, CustomKind))| CustomField {
        id: CustomFieldId(id),
        entity: CustomEntity::Client,
        key: key.to_owned(),
        label: label.to_owned(),
        kind,
        choices: if kind == CustomKind::Choice { WORDS.map(str::to_owned).to_vec() } else { Vec::new() },
        values: 0,
    };
    let of_contacts = CustomField {
        entity: CustomEntity::Contact,
        ..field((7, ("aficion", "Afición", CustomKind::Text)))
    };
    (1..).zip(fields).map(field).chain([of_contacts]).collect()
});

const WORDS: [&str; 3] = ["Ágil", "no", "a, b"];

fn own(key: &str) -> Field {
    Field::Custom(custom::named(&OWN, key).unwrap().into())
}

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub(super) fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap()
}

pub(super) fn reading(list: ListKind, locale: &Locale) -> Reading<'_> {
    Reading { list, today: today(), locale, currency: Currency::from_code("EUR").unwrap(), custom: &OWN }
}

pub(super) fn read(line: &str, tag: &str) -> Result<Filter, FilterError> {
    let locale = locale(tag);
    parse(line, &reading(ListKind::Clients, &locale))
}

/// What is typed, and the locale in which it is.
type Line = (&'static str, &'static str);

/// Pairs that mean the same, each line with its locale.
const PAIRS: [(Line, Line); 15] = [
    (("ciudad:cordoba", "es"), ("city:Córdoba", "en")),
    (("ciudad:Madrid,Sevilla", "es"), ("city:madrid,sevilla", "en")),
    (("estrellas>=4", "es"), ("stars:>=4", "en")),
    (("e:4..5", "es"), ("stars:4,5", "en")),
    (("visita:>90d", "es"), ("last-visit:>90d", "en")),
    (("visita:nunca", "es"), ("last-visit:never", "en")),
    (("compra:2025-T4", "es"), ("last-buy:2025-Q4", "en")),
    (("ventas.12m:>10k", "es"), ("sales.12m:>10k", "en")),
    (("compró.12m:taladro", "es"), ("bought.12m:taladro", "en")),
    (("contacto:muñoz", "es"), ("contact:munoz", "en")),
    (("(ciudad:madrid O ciudad:lima) estrellas:5", "es"), ("(city:madrid OR city:lima) stars:5", "en")),
    (("potencial:>1.500,50", "es"), ("potential:>1,500.50", "en")),
    (("alta:<01/02/2020", "es"), ("created:<02/01/2020", "en-US")),
    (("es:desatendido e:>=4", "es"), ("is:neglected stars:>=4", "en")),
    (("orden:-potencial limite:20", "es"), ("sort:-potential limit:20", "en")),
];

#[test]
fn a_tag_is_no_condition_on_what_has_none() {
    let (locale, today) = (Locale::of(Lang::Es), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    for list in [ListKind::Products, ListKind::Salespeople, ListKind::Totals] {
        let reading = Reading { list, today, locale: &locale, currency: Currency::EUR, custom: &[] };
        let error = parse("a #vip", &reading).unwrap_err();
        assert_eq!(error.span, 2..3, "{list:?}");
        assert!(error.message(Lang::Es).contains('#'));
    }
}

#[test]
fn a_spanish_line_and_its_english_twin_are_one_filter() {
    for ((spanish, es), (english, en)) in PAIRS {
        let (left, right) = (read(spanish, es).unwrap(), read(english, en).unwrap());
        // Texts stay as typed; printed and folded they are the same, and a list of values is what it lists.
        if !spanish.contains("..") {
            let locale = locale("en");
            let show = |it: &Filter| {
                crate::text::fold::fold(&it.print(&reading(ListKind::Clients, &locale), Lang::En))
            };
            assert_eq!(show(&left), show(&right), "{spanish}");
        }
        // The names of both languages are read in both.
        assert!(spanish.contains("potencial:>") || read(english, "es").is_ok(), "{english}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_nearest_right_word() {
    for (line, column, near) in [
        ("ciudaz:madrid", 1, Some("ciudad")),
        ("estrellas:>=", 11, None),
        ("(ciudad:madrid", 1, None),
        ("visita:>90x", 9, None),
        ("\"abc", 1, None),
        ("ciudad.90d:x", 1, None),
        ("es:dormidoo", 4, Some("dormido")),
        ("ciudad:a OR", 10, None),
        ("potencial:1.2.3", 11, None),
        ("O ciudad:x", 1, None),
        ("fecha:ayer", 1, None),
        ("visitas:>90d", 10, Some("visita:>90d")),
        ("visita:>3", 9, Some("visitas:>3")),
        ("compras.12m:>6m", 1, Some("compra")),
        ("ventas:>6m", 9, Some("6M")),
        ("visits:>90d", 9, Some("last-visit:>90d")),
        ("último-correo:>3", 16, Some("correos:>3")),
        ("pan café)", 9, None),
        ("()", 1, None),
        ("a \"\"", 3, None),
        ("a -", 3, None),
        ("- a", 1, None),
        ("ciudad:a,,b", 10, None),
        ("ciudad:>a", 8, None),
        ("e:7", 3, None),
        ("e:5..3", 3, None),
        ("visita:90d..30d", 8, None),
        ("visita:30d..2025", 8, None),
        ("visita:>nunca", 9, None),
        ("ventas.12x:>1", 7, None),
        ("-limite:3", 2, None),
        ("(orden:nombre)", 2, None),
        ("orden:nombra", 7, Some("nombre")),
        ("limite:0", 8, None),
        ("etapa:prospect0", 7, Some("prospect")),
        ("vence:31/02/2026", 7, None),
        ("potencial:5,10,20k", 11, None),
        ("ñ ciudaz:x", 3, Some("ciudad")),
        ("garantya:*", 1, Some("garantia")),
        ("zona-reparto:x", 1, None),
        ("zona-de-repartos:x", 1, Some("zona-de-reparto")),
        ("aficion:x", 1, None),
        ("zona.90d:x", 1, None),
        ("zona:>x", 6, None),
        ("peso:mucho", 6, None),
        ("peso:3..1", 6, None),
        ("urgente:quizá", 9, None),
        ("urgente:>sí", 9, None),
        ("nivel:agul", 7, Some("agil")),
        ("riesgo:>6m", 9, Some("6M")),
        ("garantia:>5", 11, Some("5d")),
    ] {
        let error = read(line, "es").expect_err(line);
        assert_eq!(error.column(line), column, "{line}: {error:?}");
        assert_eq!(error.suggestion(), near, "{line}");
        for lang in Lang::ALL {
            let text = error.message(lang);
            assert!(!text.contains(['⟦', '{']) && !text.is_empty(), "{line}: {text}");
        }
    }
}

#[test]
fn the_views_that_come_ready_are_printed_as_themselves() {
    for ready in READY {
        for tag in ["en", "es"] {
            let locale = locale(tag);
            let reading = reading(ready.kind, &locale);
            let filter = parse(ready.filter, &reading).unwrap();
            assert_eq!(filter.print(&reading, Lang::En), ready.filter, "{tag}");
            let printed = filter.print(&reading, locale.lang);
            assert_eq!(parse(&printed, &reading), Ok(filter), "{printed}");
        }
    }
}

#[test]
fn fields_that_users_defined_are_named_by_key_and_label_in_any_language() {
    for (one, other) in [
        ("zona:norte", "Zona-de-Reparto:norte"),
        ("PESO:1,5..2", "weight-net:1,5..2"),
        ("riesgo>10k", "riesgo:>10000"),
        ("garantía:<+30d", "garantia:<+30d"),
        ("urgente:sí", "urgente:yes"),
        ("nivel:AGIL,no", "nivel:=ágil,No"),
    ] {
        assert_eq!(read(one, "es").unwrap(), read(other, "es").unwrap(), "{one}");
    }
    let locale = locale("es");
    let reading = reading(ListKind::Clients, &locale);
    for (line, spanish, english) in [
        ("zona-de-reparto:=x", "zona:=x", "zona:=x"),
        ("weight-net!=1234,5", "peso:!=1234,5", "peso:!=1234,5"),
        ("urgente:yes,no", "urgente:sí,no", "urgente:yes,no"),
        ("nivel:agil,\"a, b\"", "nivel:Ágil,\"a, b\"", "nivel:Ágil,\"a, b\""),
        ("garantia:never", "garantia:nunca", "garantia:never"),
    ] {
        let filter = parse(line, &reading).unwrap();
        assert_eq!(filter.print(&reading, Lang::Es), spanish);
        assert_eq!(filter.print(&reading, Lang::En), english);
    }
}

#[test]
fn operators_are_upper_case_only() {
    for line in ["Pan y Café", "Casa o Hogar", "not no or", "10:30", "¡hola! a.b"] {
        let words = line.split(' ').map(|word| Node::Word(word.to_owned())).collect::<Vec<_>>();
        let root = if words.len() == 1 { words[0].clone() } else { Node::All(words) };
        assert_eq!(read(line, "es").unwrap().root, Some(root), "{line}");
    }
}

#[test]
fn quotes_make_of_anything_a_text() {
    for text in ["OR", "-x", "ciudad:x", "a b", "con:", "\"", "#vip", "100 %", "(x)"] {
        let line = format!("\"{}\"", text.replace('"', "\"\""));
        assert_eq!(read(&line, "en").unwrap().root, Some(Node::Word(text.to_owned())), "{line}");
    }
}

#[test]
fn the_groups_of_a_list_come_before_its_order() {
    for (line, tag) in
        [("sort:-potential by:city,owner", "en"), ("agrupar:ciudad,vendedor orden:-potencial", "es")]
    {
        let filter = read(line, tag).unwrap();
        assert_eq!(filter.group, Some(Column::City));
        let columns: Vec<Column> = filter.sort.iter().map(|sort| sort.column).collect();
        assert_eq!(columns, [Column::Owner, Column::Potential]);
    }
    // The groups the other way round.
    let filter = read("by:-city", "en").unwrap();
    assert_eq!(filter.sort, [Sort { column: Column::City, descending: true }]);
    assert_eq!(filter.group, Some(Column::City));
}

#[test]
fn a_column_of_which_each_row_has_its_own_value_makes_no_groups() {
    let error = read("city:madrid by:potential", "en").unwrap_err();
    assert_eq!(error.span, 15..24);
    assert!(error.message(Lang::En).contains("would stand alone"), "{}", error.message(Lang::En));
    assert_eq!(read("by:cty", "en").unwrap_err().suggestion(), Some("city"));
    assert_eq!(read("agrupar:cuidad", "es").unwrap_err().suggestion(), Some("ciudad"));
}

#[test]
fn hostile_lines_are_refused_at_their_place_and_fast() {
    let deep = "(".repeat(10_000);
    assert_eq!(read(&deep, "es").unwrap_err().column(&deep), 52);
    let minus = format!("{}x", "-".repeat(100_000));
    assert!(read(&minus, "es").is_err());
    let long = "palabra ".repeat(12_500);
    assert_eq!(read(&long, "es").unwrap_err().column(&long), 4_001);
    let one = "x".repeat(100_000);
    assert_eq!(read(&one, "es").unwrap().root, Some(Node::Word(one.clone())));
    let field = format!("{one}:x");
    assert_eq!(read(&field, "es").unwrap_err().column(&field), 1);
    let digits = format!("visita:>{}d", "9".repeat(50_000));
    assert!(read(&digits, "es").is_err());
}

pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zñ]{1,8}", "[ -~]{1,6}", "[\"(),.:*#= -]{1,4}", "\\PC{1,4}"]
        .prop_filter("a value has a text", |text| !text.is_empty())
}

fn pattern() -> impl Strategy<Value = Pattern> {
    (prop_oneof![Just(Wanted::Contains), Just(Wanted::Starts)], text())
        .prop_map(|(how, text)| Pattern { how, text })
}

fn texts() -> impl Strategy<Value = Test> {
    prop_oneof![
        Just(Test::Missing),
        Just(Test::Present),
        prop::collection::vec(pattern(), 1..3).prop_map(|any| Test::Text { not: false, any }),
        (any::<bool>(), prop::collection::vec(text(), 1..3)).prop_map(|(not, any)| Test::Text {
            not,
            any: any.into_iter().map(|text| Pattern { how: Wanted::Exact, text }).collect(),
        }),
    ]
}

fn bound<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = Bound<T>> {
    let op = prop_oneof![Just(Op::More), Just(Op::AtLeast), Just(Op::Less), Just(Op::AtMost)];
    prop_oneof![
        value.clone().prop_map(Bound::Is),
        (op, value.clone()).prop_map(|(op, value)| Bound::Than(op, value)),
        (any::<bool>(), value).prop_map(|(up, value)| {
            if up { Bound::Range(Some(value), None) } else { Bound::Range(None, Some(value)) }
        }),
    ]
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::Day), Just(Unit::Week), Just(Unit::Month), Just(Unit::Quarter), Just(Unit::Year)]
}

fn date_value() -> impl Strategy<Value = DateValue> + Clone {
    let unit = || {
        prop_oneof![
            Just(Unit::Day),
            Just(Unit::Week),
            Just(Unit::Month),
            Just(Unit::Quarter),
            Just(Unit::Year)
        ]
    };
    prop_oneof![
        (0..200, unit()).prop_map(|(count, unit)| DateValue::Ago(count, unit)),
        (1..200, unit()).prop_map(|(count, unit)| DateValue::Ahead(count, unit)),
        Just(DateValue::Ahead(0, Unit::Day)),
        Just(DateValue::Ahead(-1, Unit::Day)),
        (1_000..3_000, 1_u32..=366)
            .prop_map(|(year, day)| { DateValue::Day(NaiveDate::from_yo_opt(year, day.min(365)).unwrap()) }),
        (1_000..3_000, 1_u32..=12).prop_map(|(year, month)| DateValue::Month(year, month)),
        (1_000..3_000, 1_u32..=4).prop_map(|(year, quarter)| DateValue::Quarter(year, quarter)),
        (1_000..3_000).prop_map(DateValue::Year),
    ]
}

fn term() -> impl Strategy<Value = Node> {
    let of = |field, window, test| Node::Term(Term { field, window, test });
    let window = prop::option::of(prop_oneof![
        (1..500, unit()).prop_map(|(count, unit)| Window::Last(count, unit)),
        (1_000..3_000).prop_map(Window::Year),
    ]);
    let numbers = |low: i64, high: i64| {
        (any::<bool>(), prop::collection::vec(bound(low..high), 1..3)).prop_filter_map(
            "one form",
            |(not, any)| {
                // The sign of a list stands before all of it.
                let plain = any.iter().all(|it| !matches!(it, Bound::Than(..)));
                (plain || (!not && any.len() == 1)).then_some(Test::Number { not, any })
            },
        )
    };
    let money = || {
        (any::<bool>(), bound(-1_000_000_000_i64..1_000_000_000)).prop_filter_map("one form", |(not, it)| {
            (!not || matches!(it, Bound::Is(_) | Bound::Range(..)))
                .then_some(Test::Number { not, any: vec![it] })
        })
    };
    let date = prop_oneof![
        Just(Test::Date { not: false, bound: Bound::Is(DateValue::Never) }),
        bound(date_value()).prop_map(|bound| Test::Date { not: false, bound }),
    ];
    let own_date = prop_oneof![
        Just(Test::Date { not: true, bound: Bound::Is(DateValue::Never) }),
        bound(date_value()).prop_map(|bound| Test::Date { not: false, bound }),
    ];
    let exact = |text: &str| Pattern { how: Wanted::Exact, text: text.to_owned() };
    let words = (any::<bool>(), prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..3));
    let flags = (any::<bool>(), prop::collection::vec((0_i64..2).prop_map(Bound::Is), 1..3));
    prop_oneof![
        texts().prop_map(move |test| of(own("zona"), None, test)),
        money().prop_map(move |test| of(own("peso"), None, test)),
        money().prop_map(move |test| of(own("riesgo"), None, test)),
        own_date.prop_map(move |test| of(own("garantia"), None, test)),
        flags.prop_map(move |(not, any)| of(own("urgente"), None, Test::Number { not, any })),
        words.prop_map(move |(not, words)| {
            let any = words.into_iter().map(exact).collect();
            of(own("nivel"), None, Test::Text { not, any })
        }),
        text().prop_map(Node::Word),
        (prop_oneof![Just(Field::City), Just(Field::Name), Just(Field::Tag), Just(Field::Phone)], texts())
            .prop_map(move |(field, test)| of(field, None, test)),
        (window.clone(), texts()).prop_map(move |(window, test)| of(Field::Bought, window, test)),
        numbers(0, 6).prop_map(move |test| of(Field::Stars, None, test)),
        (window.clone(), numbers(0, 2_000)).prop_map(move |(window, test)| of(Field::Visits, window, test)),
        (window, money()).prop_map(move |(window, test)| of(Field::Sales, window, test)),
        money().prop_map(move |test| of(Field::Share, None, test)),
        (prop_oneof![Just(Field::LastVisit), Just(Field::Due), Just(Field::Created)], date)
            .prop_map(move |(field, test)| of(field, None, test)),
        prop::collection::vec(prop::sample::select(vec!["prospect", "client", "lost"]), 1..3)
            .prop_map(move |any| of(Field::Stage, None, Test::Choice { not: true, any })),
        prop::collection::vec(prop::sample::select(Flag::ALL.to_vec()), 1..3).prop_map(move |flags| of(
            Field::Is,
            None,
            Test::Flag(flags)
        )),
        pattern().prop_map(move |it| of(
            Field::Owner,
            None,
            Test::Person {
                not: false,
                any: vec![Who::Me, Who::Called(Pattern { text: format!("z{}", it.text), ..it })],
            }
        )),
    ]
}

pub(super) fn node() -> impl Strategy<Value = Node> {
    term().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Node::All),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Node::Any),
            inner.prop_map(|it| Node::Not(Box::new(it))),
        ]
    })
}

#[test]
fn columns_are_printed_in_the_words_of_the_user_and_kept_in_words_that_stay() {
    let filter = read("sort:-potential,sales_year by:last_buy", "es").unwrap();
    let locale = locale("es");
    let reading = reading(ListKind::Clients, &locale);
    assert_eq!(filter.print(&reading, Lang::Es), "agrupar:compra orden:-potencial,ventas");
    assert_eq!(filter.print(&reading, Lang::En), "by:last-buy sort:-potential,sales");
    assert_eq!(filter.to_stored(&reading), "by:last_buy sort:-potential,sales_year");
}

#[test]
fn the_word_of_a_column_names_it_again_on_every_list() {
    for &list in ListKind::ALL {
        for (tag, lang) in [("es", Lang::Es), ("en", Lang::En)] {
            for column in list.columns_with(&OWN) {
                let sort = vec![Sort { column, descending: true }];
                let filter = Filter { sort, ..Filter::default() };
                let locale = locale(tag);
                let reading = reading(list, &locale);
                let line = filter.print(&reading, lang);
                assert_eq!(parse(&line, &reading), Ok(filter), "{list:?} {line}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_the_same_filter(
        root in prop::option::of(node()),
        sort in prop::option::of(prop::sample::select(ListKind::Clients.columns_with(&OWN))),
        group in prop::option::of(prop::sample::select(vec![Column::City, Column::Stars, Column::LastBuy, Column::Owner])),
        limit in prop::option::of(1_usize..1_000_000),
        tag in prop::sample::select(vec!["es", "en", "es-MX", "en-GB", "es-CR"]),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let sort: Vec<Sort> = sort.map(|column| Sort { column, descending: limit.is_some() }).into_iter().collect();
        let filter = Filter { root, group, sort, limit };
        let locale = locale(tag);
        let reading = reading(ListKind::Clients, &locale);
        let line = filter.print(&reading, lang);
        prop_assert_eq!(parse(&line, &reading), Ok(filter), "{}", line);
    }

    #[test]
    fn any_line_is_read_or_refused_at_a_place_in_it(line in prop_oneof![
        "\\PC{0,40}",
        "[a-zA-Z:.,<>=!()\"*# 0-9-]{0,40}",
        "(ciudad|visita|ventas\\.12m|e|is|sort|OR|NOT|-|\\(|\\)|:|>=|\"|90d|5|a\\.\\.b| ){0,12}",
    ]) {
        for tag in ["es", "en"] {
            match read(&line, tag) {
                Ok(filter) => {
                    let locale = locale(tag);
                    let reading = reading(ListKind::Clients, &locale);
                    let printed = filter.print(&reading, Lang::En);
                    prop_assert_eq!(parse(&printed, &reading), Ok(filter), "{} -> {}", line, printed);
                }
                Err(error) => {
                    prop_assert!(error.span.end <= line.len().max(error.span.start) && line.is_char_boundary(error.span.start.min(line.len())));
                    prop_assert!(!error.message(locale(tag).lang).contains('⟦'));
                }
            }
        }
    }
}
