//! What is taken apart and put together reads as the same, keeps what it does not touch, and lets through what it says.

use super::*;
use crate::domain::kinds::{Outcome, Stage};
use crate::filter::parse;
use crate::filter::tests::{locale, node, read, reading, text, today};
use crate::filter::value::{Pattern, Wanted, Who};
use crate::text::Lang;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::HashSet;

fn clients(column: Column) -> Subject {
    Subject::of_column(ListKind::Clients, column).unwrap()
}

fn printed(filter: &Filter) -> String {
    let locale = locale("en");
    filter.print(&reading(ListKind::Clients, &locale), Lang::En)
}

/// The line that stands after each change of a line.
fn changed(line: &str, change: impl Fn(&Filter) -> Filter) -> String {
    printed(&change(&read(line, "en").unwrap()))
}

#[test]
fn a_cell_narrows_the_list_to_its_value() {
    let city = clients(Column::City);
    let madrid = Held::Text("Madrid".to_owned());
    for (line, then) in [
        ("", "city:=Madrid"),
        ("city:mad stars:5", "city:=Madrid stars:5"),
        ("stars:5 (city:a OR -city:b) sort:name", "stars:5 city:=Madrid sort:name"),
        ("city:a OR stars:5", "(city:a OR stars:5) city:=Madrid"),
    ] {
        assert_eq!(changed(line, |it| it.only(city, &madrid)), then, "{line}");
    }
    let none = changed("city:a stars:5", |it| it.only(city, &Held::Nothing));
    assert_eq!(none, "city: stars:5");
}

#[test]
fn a_cell_leaves_out_its_value_and_the_next_one_too() {
    let city = clients(Column::City);
    let held = |text: &str| Held::Text(text.to_owned());
    let once = read("stars:5", "en").unwrap().except(city, &held("San Juan"));
    assert_eq!(printed(&once), "stars:5 city:!=\"San Juan\"");
    let twice = once.except(city, &held("Lima")).except(city, &held("Lima"));
    assert_eq!(printed(&twice), "stars:5 city:!=\"San Juan\",Lima");
    assert_eq!(printed(&twice.except(city, &Held::Nothing)), "stars:5 city:!=\"San Juan\",Lima city:*");
    // What lets values in stays beside what leaves some of them out.
    assert_eq!(changed("city:san", |it| it.except(city, &held("San Juan"))), "city:san city:!=\"San Juan\"");
}

#[test]
fn every_kind_of_value_reads_as_what_the_cell_held() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    for (column, value, only, except) in [
        (Column::Stars, Held::Number(4), "stars:4", "stars:!=4"),
        (Column::Potential, Held::Number(150_050), "potential:1500.50", "potential:!=1500.50"),
        (Column::SalesYear, Held::Number(0), "sales.365d:0", "sales.365d:!=0"),
        (Column::LastBuy, Held::Day(day), "last-buy:2026-03-05", "last-buy:!=2026-03-05"),
        (Column::LastVisit, Held::Nothing, "last-visit:", "last-visit:*"),
        (Column::Stage, Held::Choice(Stage::Lost.word()), "stage:lost", "stage:!=lost"),
        (Column::Owner, Held::Person("Ana Gil".to_owned()), "owner:=\"Ana Gil\"", "owner:!=\"Ana Gil\""),
        (Column::Name, Held::Text("A, B*".to_owned()), "name:=\"A, B*\"", "name:!=\"A, B*\""),
    ] {
        let subject = clients(column);
        assert_eq!(changed("", |it| it.only(subject, &value)), only);
        assert_eq!(changed("", |it| it.except(subject, &value)), except);
        assert_eq!(read(only, "en").unwrap(), Filter::default().only(subject, &value), "{only}");
    }
}

#[test]
fn what_is_ticked_is_read_from_the_condition() {
    let of = |line: &str| read(line, "en").unwrap().root.unwrap();
    let text = |it: &str| Held::Text(it.to_owned());
    assert_eq!(of("city:=a,b").let_in(), Some(vec![text("a"), text("b")]));
    assert_eq!(of("city: OR city:=a").let_in(), Some(vec![Held::Nothing, text("a")]));
    assert_eq!(of("city:!=a city:*").left_out(), Some(vec![text("a"), Held::Nothing]));
    for part in ["city:a", "city:a*", "stars:>3", "-city:=a", "last-buy:>90d", "owner:me"] {
        assert_eq!((of(part).let_in(), of(part).left_out()), (None, None), "{part}");
    }
}

#[test]
fn every_column_has_the_field_of_its_own_list() {
    for &list in ListKind::ALL {
        for &column in list.columns() {
            if let Some(subject) = Subject::of_column(list, column) {
                assert!(subject.field.is_on(list), "{list:?} {column:?}");
            }
        }
    }
    // The client's own number is not all that these look into.
    for column in [Column::Phone, Column::Email] {
        assert_eq!(Subject::of_column(ListKind::Clients, column), None);
    }
}

#[test]
fn a_new_row_begins_with_what_the_filter_says_is_one_value() {
    let said = |line: &str| {
        let found = read(line, "en").unwrap().equalities(today());
        found.into_iter().map(|it| (it.field, it.value)).collect::<Vec<_>>()
    };
    let text = |text: &str| Same::Text(text.to_owned());
    let called = |how, text: &str| Same::Person(Who::Called(Pattern { how, text: text.to_owned() }));
    assert_eq!(
        said("city:Madrid owner:ana stage:prospect potential:500 created:2026-11-24"),
        [
            (Field::City, text("Madrid")),
            (Field::Owner, called(Wanted::Contains, "ana")),
            (Field::Stage, Same::Choice(Stage::Prospect.word())),
            (Field::Potential, Same::Number(50_000)),
            (Field::Created, Same::Day(today())),
        ]
    );
    assert_eq!(
        said("is:mine is:prospect"),
        [(Field::Owner, Same::Person(Who::Me)), (Field::Stage, Same::Choice(Stage::Prospect.word()))]
    );
    // Tags stand side by side; of anything else there is one, said once or twice.
    assert_eq!(said("#a #b"), [(Field::Tag, text("a")), (Field::Tag, text("b"))]);
    assert_eq!(said("city:a city:a city:=b"), []);
    assert_eq!(said("city:a city:a"), [(Field::City, text("a"))]);
    for line in [
        "city:a,b",
        "city:mad*",
        "city:",
        "city:*",
        "-city:a",
        "city:!=a",
        "city:a OR stars:3",
        "stars:>3",
        "last-buy:2026",
        "sales.12m:5",
        "is:mine,prospect",
        "is:dormant",
        "madrid",
    ] {
        assert_eq!(said(line), [], "{line}");
    }
}

fn held() -> impl Strategy<Value = (Subject, Vec<Held>)> {
    let texts = prop::collection::vec(prop_oneof![Just(Held::Nothing), text().prop_map(Held::Text)], 1..4);
    let people = prop::collection::vec(text().prop_map(|it| Held::Person(format!("z{it}"))), 1..4);
    let numbers = |low: i64, high: i64| {
        prop::collection::vec(prop_oneof![Just(Held::Nothing), (low..high).prop_map(Held::Number)], 1..4)
    };
    let days =
        (1..400_i32).prop_map(|day| Held::Day(today() - chrono::Days::new(u64::from(day.unsigned_abs()))));
    let stages = prop::sample::subsequence(Stage::ALL.to_vec(), 1..3);
    prop_oneof![
        texts.prop_map(|it| (clients(Column::City), it)),
        people.prop_map(|it| (clients(Column::Owner), it)),
        numbers(0, 6).prop_map(|it| (clients(Column::Stars), it)),
        numbers(-1_000_000, 1_000_000).prop_map(|it| (clients(Column::Potential), it)),
        numbers(0, 1_000_000).prop_map(|it| (clients(Column::SalesYear), it)),
        prop::collection::vec(days, 1..4).prop_map(|it| (clients(Column::LastBuy), it)),
        stages.prop_map(|it| {
            let words = it.into_iter().map(|stage| Held::Choice(stage.word())).collect();
            (clients(Column::Stage), words)
        }),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    (prop::option::of(node()), prop::option::of(1_usize..100)).prop_map(|(root, limit)| Filter {
        group: None,
        root,
        sort: Vec::new(),
        limit,
    })
}

proptest! {
    #[test]
    fn what_cells_make_of_a_filter_reads_as_the_same(
        filter in filter(),
        (subject, values) in held(),
        tag in prop::sample::select(vec!["es", "en", "es-MX"]),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let locale = locale(tag);
        let reading = reading(ListKind::Clients, &locale);
        let mut left_out = filter.clone();
        for value in &values {
            left_out = left_out.except(subject, value);
        }
        for changed in [
            filter.only(subject, &values[0]),
            filter.set(subject, Some(subject.one_of(&values))),
            filter.set(subject, Some(subject.none_of(&values))),
            filter.set(subject, None),
            filter.without(0),
            left_out,
        ] {
            let line = changed.print(&reading, lang);
            prop_assert_eq!(parse(&line, &reading), Ok(changed.clone()), "{}", line);
            prop_assert_eq!(changed.limit, filter.limit);
        }
    }

    #[test]
    fn a_condition_more_finds_less_and_one_less_finds_more(
        filter in filter(), more in node(), text in "[a-z ñ]{0,12}",
    ) {
        let text = crate::text::fold::fold(&text);
        let finds = filter.finds(&text);
        let alone = Filter { root: Some(more.clone()), ..Filter::default() };
        prop_assert_eq!(filter.and(more).finds(&text), finds && alone.finds(&text));
        for at in 0..filter.conditions().len() {
            let fewer = filter.without(at);
            prop_assert!(!finds || fewer.finds(&text));

            let again = fewer.and(filter.conditions()[at].clone());
            prop_assert_eq!(again.finds(&text), finds);
        }
    }

    #[test]
    fn what_is_set_stands_alone_and_the_others_stay((subject, values) in held(), filter in filter()) {
        let others = |it: &Filter| -> Vec<Node> {
            it.conditions().into_iter().filter(|node| !node.is_about(subject)).cloned().collect()
        };
        let node = subject.one_of(&values);
        let changed = filter.set(subject, Some(node.clone()));
        prop_assert_eq!(others(&changed), others(&filter));
        prop_assert_eq!(changed.about(subject), vec![&node]);
        let as_set = |values: Vec<Held>| values.into_iter().collect::<HashSet<_>>();
        prop_assert_eq!(as_set(node.let_in().unwrap()), as_set(values));
        // A condition that is left alone is the whole filter, whatever it is made of.
        let alone = filter.set(subject, None);
        let left = others(&filter);
        prop_assert!(left.len() != 1 || alone.root == left.first().cloned());
        prop_assert!(left.len() == 1 || others(&alone) == left);
    }
}

#[test]
fn words_of_a_choice_are_those_of_the_list() {
    let outcome = Subject::of_column(ListKind::Activity, Column::Outcome).unwrap();
    let filter = Filter::default().only(outcome, &Held::Choice(Outcome::Bad.word()));
    let locale = locale("es");
    let reading = reading(ListKind::Activity, &locale);
    assert_eq!(parse(&filter.print(&reading, Lang::Es), &reading), Ok(filter));
}
