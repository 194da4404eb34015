//! The laws on fields that users defined: values of chance, and the definition read by hand.

use super::{listed, set};
use crate::custom_fields::define;
use crate::support::{ago, store, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::custom::CustomValue;
use cartera::domain::kinds::CustomKind;
use cartera::domain::list::ListKind;
use cartera::repository::request::Request;
use cartera::repository::store::Store;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What a client has in each of the fields.
#[derive(Debug, Clone)]
struct Has {
    zone: Option<&'static str>,
    /// Thousandths.
    weight: Option<i64>,
    /// Cents.
    risk: Option<i64>,
    /// Days ago.
    checked: Option<i32>,
    urgent: Option<bool>,
    level: Option<&'static str>,
}

fn has() -> impl Strategy<Value = Has> {
    (
        prop::option::of(prop::sample::select(vec!["Norte", "NORTE ALTO", "Ñuñoa", "sur", "O'Higgins %"])),
        prop::option::of(prop::sample::select(vec![-1_500_i64, 0, 1_000, 1_500, 1_501, 2_000, 90_000_000])),
        prop::option::of(prop::sample::select(vec![-1_i64, 0, 150_050, 999_999, 1_000_000, 1_000_001])),
        prop::option::of(prop::sample::select(vec![-400, -8, -7, -1, 0, 1, 89, 90, 91, 327, 328, 800])),
        prop::option::of(any::<bool>()),
        prop::option::of(prop::sample::select(vec!["Oro", "plata", "sin más"])),
    )
        .prop_map(|(zone, weight, risk, checked, urgent, level)| Has {
            zone,
            weight,
            risk,
            checked,
            urgent,
            level,
        })
}

/// Spanish, English, who meets it.
type Condition = (&'static str, &'static str, fn(&Has) -> bool);

const CONDITIONS: &[Condition] = &[
    ("zona:norte", "zona:NORTE", |it| it.zone.is_some_and(|it| it.starts_with('N'))),
    ("zona:nor*,sur", "Zona:Nor*,Sur", |it| it.zone.is_some_and(|it| it.starts_with('N') || it == "sur")),
    ("zona:=norte", "zona:=Norte", |it| it.zone == Some("Norte")),
    ("zona!=norte", "zona:!=norte", |it| it.zone != Some("Norte")),
    ("zona:nunoa", "zona:ñuñoa", |it| it.zone == Some("Ñuñoa")),
    ("zona:%", "zona:\"o'higgins %\"", |it| it.zone == Some("O'Higgins %")),
    ("zona:", "zona:", |it| it.zone.is_none()),
    ("zona:*", "zona:*", |it| it.zone.is_some()),
    ("peso-neto:>1,5", "peso-neto:>1.5", |it| it.weight.is_some_and(|it| it > 1_500)),
    ("peso-neto:<=1,5", "peso-neto<=1.5", |it| it.weight.is_some_and(|it| it <= 1_500)),
    ("peso-neto:1..2", "peso-neto:1..2", |it| it.weight.is_some_and(|it| (1_000..=2_000).contains(&it))),
    ("peso-neto:..0", "peso-neto:..0", |it| it.weight.is_some_and(|it| it <= 0)),
    ("peso-neto:0", "peso-neto:=0", |it| it.weight == Some(0)),
    ("peso-neto!=-1,5", "peso-neto:!=-1.5", |it| it.weight != Some(-1_500)),
    ("peso-neto:", "peso-neto:", |it| it.weight.is_none()),
    ("riesgo:>10k", "riesgo:>10k", |it| it.risk.is_some_and(|it| it > 1_000_000)),
    ("riesgo:1500,50", "riesgo:1,500.50", |it| it.risk == Some(150_050)),
    ("riesgo:0..10.000", "riesgo:0..10,000", |it| it.risk.is_some_and(|it| (0..=1_000_000).contains(&it))),
    ("riesgo:*", "riesgo:*", |it| it.risk.is_some()),
    ("revisado:<=hoy", "revisado:<=today", |it| it.checked.is_some_and(|it| it >= 0)),
    ("revisado:<+7d", "revisado:<+7d", |it| it.checked.is_some_and(|it| it > -7)),
    ("revisado:>90d", "revisado:>90d", |it| it.checked.is_some_and(|it| it > 90)),
    ("revisado:<=90d", "revisado:<=90d", |it| it.checked.is_some_and(|it| it <= 90)),
    ("revisado:2026", "revisado:2026", |it| it.checked.is_some_and(|it| (-37..=327).contains(&it))),
    ("revisado:nunca", "revisado:never", |it| it.checked.is_none()),
    ("revisado:", "revisado:", |it| it.checked.is_none()),
    ("urgente:sí", "urgente:yes", |it| it.urgent == Some(true)),
    ("urgente:no", "urgente:no", |it| it.urgent == Some(false)),
    ("urgente!=si", "urgente:!=yes", |it| it.urgent != Some(true)),
    ("urgente:", "urgente:", |it| it.urgent.is_none()),
    ("nivel:oro", "nivel:ORO", |it| it.level == Some("Oro")),
    ("nivel:plata,\"sin mas\"", "nivel:plata,\"Sin más\"", |it| it.level.is_some_and(|it| it != "Oro")),
    ("nivel!=oro", "nivel:!=oro", |it| it.level != Some("Oro")),
    ("nivel:*", "nivel:*", |it| it.level.is_some()),
];

fn written(clients: &[Has]) -> (Store, Vec<i64>) {
    let mut store = store();
    let zone = define(&mut store, "Zona", CustomKind::Text, &[]);
    let weight = define(&mut store, "Peso neto", CustomKind::Number, &[]);
    let risk = define(&mut store, "Riesgo", CustomKind::Money, &[]);
    let checked = define(&mut store, "Revisado", CustomKind::Date, &[]);
    let urgent = define(&mut store, "Urgente", CustomKind::Flag, &[]);
    let level = define(&mut store, "Nivel", CustomKind::Choice, &["Oro", "plata", "sin más"]);
    let text = |text: Option<&str>| text.map(|text| CustomValue::Text(text.to_owned()));
    let number = |number: Option<i64>| number.map(CustomValue::Number);
    let ids = clients.iter().map(|it| {
        let custom = [
            (zone, text(it.zone)),
            (weight, number(it.weight)),
            (risk, number(it.risk)),
            (checked, number(it.checked.map(|days| ago(days).0.into()))),
            (urgent, number(it.urgent.map(i64::from))),
            (level, text(it.level)),
        ]
        .into();
        let draft = ClientDraft { name: "Prueba".to_owned(), custom, ..ClientDraft::default() };
        write(&mut store, Request::SaveClient(Box::new(draft)))
    });
    let ids = ids.collect();
    (store, ids)
}

fn meeting(clients: &[Has], ids: &[i64], meets: impl Fn(&Has) -> bool) -> BTreeSet<i64> {
    clients.iter().zip(ids).filter(|(client, _)| meets(client)).map(|(_, id)| *id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn own_fields_are_what_the_definition_says(
        clients in prop::collection::vec(has(), 1..8),
        pairs in prop::collection::vec((0..CONDITIONS.len(), 0..CONDITIONS.len()), 6),
    ) {
        let (mut store, ids) = written(&clients);
        for (one, other) in pairs.into_iter().map(|(one, other)| (CONDITIONS[one], CONDITIONS[other])) {
            let either = meeting(&clients, &ids, |it| one.2(it) || !other.2(it));
            let rest: BTreeSet<i64> = ids.iter().copied().filter(|id| !either.contains(id)).collect();
            for (line, tag) in [(format!("{} O -{}", one.0, other.0), "es"), (format!("{} OR -{}", one.1, other.1), "en")] {
                prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &line, tag)), &either, "{}", line);
                let opposite = format!("-({line})");
                prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &opposite, tag)), &rest, "{}", opposite);
            }
        }
    }
}

#[test]
fn every_condition_on_own_fields_tells_some_from_the_others() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let clients: Vec<Has> = (0..80).map(|_| has().new_tree(&mut runner).unwrap().current()).collect();
    let (mut store, ids) = written(&clients);
    for (spanish, english, meets) in CONDITIONS {
        let wanted = meeting(&clients, &ids, meets);
        assert!(!wanted.is_empty() && wanted.len() < ids.len(), "{spanish} tells nobody from nobody");
        for (line, tag) in [(spanish, "es"), (english, "en")] {
            assert_eq!(set(listed(&mut store, ListKind::Clients, line, tag)), wanted, "{line}");
        }
    }
}

/// A list whose rows belong to clients is told by what the clients have.
#[test]
fn the_fields_of_clients_tell_their_rows_on_other_lists_too() {
    let mut store = crate::support::portfolio();
    let zone = define(&mut store, "Zona", CustomKind::Text, &[]);
    let client = crate::support::lists::found(&mut store, ListKind::Clients, "lopez")[0];
    let mut draft = crate::custom_fields::lopez(&mut store);
    draft.custom.insert(zone, Some(CustomValue::Text("puerto".into())));
    write(&mut store, Request::SaveClient(Box::new(draft)));
    assert_eq!(listed(&mut store, ListKind::Clients, "zona:puerto", "es"), [client]);
    for kind in [ListKind::Contacts, ListKind::Sales, ListKind::FollowUps] {
        let all = listed(&mut store, kind, "", "es");
        let with = listed(&mut store, kind, "zona:puerto", "es");
        let without = listed(&mut store, kind, "-zona:puerto", "es");
        assert!(!with.is_empty() && with.len() < all.len(), "{kind:?}: {with:?} of {all:?}");
        assert_eq!(with, listed(&mut store, kind, "cliente:lópez", "es"), "{kind:?}");
        assert_eq!(with.len() + without.len(), all.len(), "{kind:?}");
    }
}
