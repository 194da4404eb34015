//! Fields of the rows themselves, on the example portfolio: what they find is what the rows have.

use crate::repository::session;
use crate::support::lists::{listed, rows};
use crate::support::{ago, today};
use cartera::demo;
use cartera::domain::currency::Currency;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::product::ProductRow;
use cartera::domain::survey::SurveyRow;
use cartera::filter::{Reading, parse};
use cartera::repository::request::Rows;
use cartera::repository::store::Store;
use cartera::text::fold::fold;
use cartera::text::{Lang, Locale};
use std::collections::BTreeSet;

/// What a field of the rows themselves says is what the rows have; and a condition and its opposite are all of them.
#[test]
fn surveys_products_and_minutes_are_filtered_by_what_their_rows_have() {
    let mut store = Store::in_memory(session()).unwrap();
    demo::load(&mut store).unwrap();
    let all = |store: &mut Store, kind| listed(store, ListQuery { closed: true, ..ListQuery::all(kind) });
    let surveys = all(&mut store, ListKind::Surveys);
    let Rows::Surveys(surveys) = rows(&mut store, ListKind::Surveys, surveys) else { panic!("other rows") };
    let products = all(&mut store, ListKind::Products);
    let Rows::Products(products) = rows(&mut store, ListKind::Products, products) else {
        panic!("other rows")
    };
    let activity = all(&mut store, ListKind::Activity);
    let Rows::Activity(activity) = rows(&mut store, ListKind::Activity, activity) else {
        panic!("other rows")
    };
    let offers = all(&mut store, ListKind::Offers);
    let Rows::Offers(offers) = rows(&mut store, ListKind::Offers, offers) else { panic!("other rows") };
    let since = ago(60);
    let of_surveys =
        |is: &dyn Fn(&SurveyRow) -> bool| surveys.iter().filter(|row| is(row)).map(|row| row.id.0).collect();
    let of_products = |is: &dyn Fn(&ProductRow) -> bool| {
        products.iter().filter(|row| is(row)).map(|row| row.id.0).collect()
    };
    let cases: Vec<(ListKind, [&str; 2], BTreeSet<i64>)> = vec![
        (ListKind::Surveys, ["score:>=9", "puntuación:>=9"], of_surveys(&|row| row.score >= Some(9))),
        (ListKind::Surveys, ["score:", "puntuacion:"], of_surveys(&|row| row.score.is_none())),
        (ListKind::Surveys, ["answered:*", "contestado:*"], of_surveys(&|row| row.answered.is_some())),
        (ListKind::Surveys, ["date:<=60d", "fecha:<=60d"], of_surveys(&|row| row.sent >= since)),
        (ListKind::Surveys, ["comment:*", "comentario:*"], of_surveys(&|row| !row.comment.is_empty())),
        (ListKind::Surveys, ["survey:a", "encuesta:a"], of_surveys(&|row| fold(&row.survey).contains('a'))),
        (
            ListKind::Products,
            ["price:>20", "precio:>20"],
            of_products(&|row| row.price_micros > Some(20_000_000)),
        ),
        (ListKind::Products, ["price:", "precio:"], of_products(&|row| row.price_micros.is_none())),
        (ListKind::Products, ["unit:*", "unidad:*"], of_products(&|row| !row.unit.is_empty())),
        (
            ListKind::Activity,
            ["minutes:30..60", "minutos:30..60"],
            activity
                .iter()
                .filter(|row| row.minutes.is_some_and(|it| (30..=60).contains(&it)))
                .map(|row| row.id.0)
                .collect(),
        ),
        (
            ListKind::Offers,
            ["answered:<=60d", "contestada:<=60d"],
            offers
                .iter()
                .filter(|row| row.answered.is_some_and(|day| day >= since))
                .map(|row| row.id.0)
                .collect(),
        ),
    ];
    for (kind, lines, wanted) in cases {
        let whole: BTreeSet<i64> = all(&mut store, kind).into_iter().collect();
        assert!(!wanted.is_empty() || lines[0] == "price:", "{lines:?} finds nothing");
        for (lang, line) in [Lang::En, Lang::Es].into_iter().zip(lines) {
            let found = |store: &mut Store, line: &str| -> BTreeSet<i64> {
                let locale = Locale::of(lang);
                let reading = Reading {
                    list: kind,
                    today: today(),
                    locale: &locale,
                    currency: Currency::EUR,
                    custom: &[],
                };
                let filter = parse(line, &reading).unwrap();
                assert_eq!(parse(&filter.print(&reading, lang), &reading), Ok(filter.clone()));
                listed(store, ListQuery { closed: true, filter, ..ListQuery::all(kind) })
                    .into_iter()
                    .collect()
            };
            let some = found(&mut store, line);
            let rest = found(&mut store, &format!("-{line}"));
            assert_eq!(some, wanted, "{line}");
            assert_eq!(rest, &whole - &wanted, "-{line}");
        }
    }
}
