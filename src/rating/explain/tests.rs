//! The sentences, whole, in both languages.

use super::*;
use crate::domain::stars::Stars;
use crate::rating::calibration::Collector;
use crate::rating::parameters::Parameters;
use crate::rating::score::{Potential, Score};
use crate::rating::stars::rate;
use crate::text::Lang;

fn day(text: &str) -> Day {
    text.parse::<chrono::NaiveDate>().unwrap().into()
}

fn today() -> Day {
    day("2026-06-01")
}

/// 2★ from 1,000 €, 3★ from 2,000 €, 4★ from 3,900 €, 5★ from 12,000 €.
fn calibration() -> Calibration {
    let empty = Collector::new(today(), Parameters::default()).finish().calibrate();
    empty.with_thresholds(today(), [100_000, 200_000, 390_000, 1_200_000]).unwrap()
}

/// 9,840 € a year: 10,455 € of pace, 94 % active.
fn buyer() -> Score {
    Score {
        rate_minor: 1_045_500,
        activity_ppm: Some(941_176),
        earned_minor: 984_000,
        purchase_days: 12,
        first: Some(day("2025-01-10")),
        last: Some(day("2026-05-07")),
        gap_millidays: 25_100,
        overdue_milli: Some(996),
        traded: true,
    }
}

fn earning(earned_minor: i64) -> Score {
    Score { rate_minor: earned_minor, activity_ppm: Some(1_000_000), earned_minor, ..buyer() }
}

fn silent(earned_minor: i64, activity_ppm: i64, overdue_milli: i64) -> Score {
    Score { activity_ppm: Some(activity_ppm), overdue_milli: Some(overdue_milli), earned_minor, ..buyer() }
}

fn estimate(minor: i64, on: &str) -> Potential {
    Potential { minor, on: day(on) }
}

fn rated(score: Score, potential: impl Into<Option<Potential>>, published: Option<u8>) -> Rating {
    rate(&score, potential.into(), &calibration(), published.and_then(Stars::new), false, today())
}

fn told(rating: &Rating, by: Option<&str>) -> [String; 2] {
    Lang::ALL.map(|lang| {
        let line = explain(rating, &calibration(), Currency::EUR, by, &Locale::of(lang));
        assert!(!line.contains(['⟦', '{', '\n']), "{line}");
        // No-break spaces before the sign of money, for reading here.
        line.replace('\u{a0}', " ")
    })
}

fn changed(before: &Rating, after: &Rating) -> [String; 2] {
    Lang::ALL.map(|lang| {
        let line = explain_change(before, after, &calibration(), today(), Currency::EUR, &Locale::of(lang));
        assert!(!line.contains(['⟦', '{', '\n']), "{line}");
        line.replace('\u{a0}', " ")
    })
}

#[test]
fn purchases_are_pace_times_activity() {
    assert_eq!(
        told(&rated(buyer(), None, None), None),
        [
            "★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (última hace 25 d; suele comprar cada 25 d). 4★ desde 3.900 €, 5★ desde 12.000 €.",
            "★★★★☆  €9,840/yr = €10,455 purchase pace × 94% active (last 25 d ago, usually every 25 d). 4★ from €3,900, 5★ from €12,000."
        ]
    );
}

#[test]
fn potential_adds_a_tenth_of_what_is_bought_elsewhere() {
    let potential = estimate(3_000_000, "2026-03-15");
    assert_eq!(
        told(&rated(buyer(), potential, None), Some("Ana")),
        [
            "★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (última hace 25 d; suele comprar cada 25 d) + 10 % de 20.160 € que aún compra a otros (potencial 30.000 €, estimado el 15/03/2026 según Ana) = 11.856 €. 4★ desde 3.900 €, 5★ desde 12.000 €.",
            "★★★★☆  €9,840/yr = €10,455 purchase pace × 94% active (last 25 d ago, usually every 25 d) + 10% of €20,160 still bought elsewhere (potential €30,000, estimated on 03/15/2026, source: Ana) = €11,856. 4★ from €3,900, 5★ from €12,000."
        ]
    );
}

#[test]
fn an_ageing_estimate_counts_half() {
    let potential = estimate(3_000_000, "2025-03-15");
    assert_eq!(
        told(&rated(buyer(), potential, None), None),
        [
            "★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (última hace 25 d; suele comprar cada 25 d) + 10 % de 5.160 € que aún compra a otros (potencial 30.000 €, estimado el 15/03/2025; cuenta la mitad por tener más de 12 meses) = 10.356 €. 4★ desde 3.900 €, 5★ desde 12.000 €.",
            "★★★★☆  €9,840/yr = €10,455 purchase pace × 94% active (last 25 d ago, usually every 25 d) + 10% of €5,160 still bought elsewhere (potential €30,000, estimated on 03/15/2025; half of it counts, being over 12 months old) = €10,356. 4★ from €3,900, 5★ from €12,000."
        ]
    );
}

#[test]
fn a_potential_that_adds_nothing_says_why() {
    assert_eq!(
        told(&rated(buyer(), estimate(3_000_000, "2023-03-15"), None), Some("Ana")),
        [
            "★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (última hace 25 d; suele comprar cada 25 d). No cuenta lo que podría comprar, por tener la estimación más de 24 meses (potencial 30.000 €, estimado el 15/03/2023 según Ana). 4★ desde 3.900 €, 5★ desde 12.000 €.",
            "★★★★☆  €9,840/yr = €10,455 purchase pace × 94% active (last 25 d ago, usually every 25 d). What it could buy does not count, as the estimate is over 24 months old (potential €30,000, estimated on 03/15/2023, source: Ana). 4★ from €3,900, 5★ from €12,000."
        ]
    );
    assert_eq!(
        told(&rated(buyer(), estimate(500_000, "2026-03-15"), None), Some("Ana")),
        [
            "★★★★☆  9.840 €/año = 10.455 € al ritmo de sus compras × 94 % activo (última hace 25 d; suele comprar cada 25 d). Su potencial no añade nada: ya nos compra tanto (potencial 5.000 €, estimado el 15/03/2026 según Ana). 4★ desde 3.900 €, 5★ desde 12.000 €.",
            "★★★★☆  €9,840/yr = €10,455 purchase pace × 94% active (last 25 d ago, usually every 25 d). Its potential adds nothing: it already buys as much from us (potential €5,000, estimated on 03/15/2026, source: Ana). 4★ from €3,900, 5★ from €12,000."
        ]
    );
}

#[test]
fn one_purchase_has_the_usual_interval_of_the_portfolio() {
    let once = Score { purchase_days: 1, last: Some(today()), ..earning(120_000) };
    assert_eq!(
        told(&rated(once, None, None), None),
        [
            "★★☆☆☆  1.200 €/año = 1.200 € al ritmo de su única compra × 100 % activo (fue hoy; lo usual es comprar cada 25 d). 2★ desde 1.000 €, 3★ desde 2.000 €.",
            "★★☆☆☆  €1,200/yr = €1,200 pace of its only purchase × 100% active (it was today; every 25 d is usual). 2★ from €1,000, 3★ from €2,000."
        ]
    );
}

#[test]
fn who_has_never_bought_is_told_by_its_potential() {
    let never = Score::nothing(43_000);
    assert_eq!(
        told(&rated(never, estimate(3_000_000, "2026-03-15"), None), Some("Ana")),
        [
            "★★☆☆☆  3.000 €/año = 10 % de 30.000 € que podría comprar (potencial 30.000 €, estimado el 15/03/2026 según Ana); aún no ha comprado. 2★ desde 1.000 €, 3★ desde 2.000 €. El potencial sube una estrella como mucho.",
            "★★☆☆☆  €3,000/yr = 10% of €30,000 that it could buy (potential €30,000, estimated on 03/15/2026, source: Ana); it has not bought yet. 2★ from €1,000, 3★ from €2,000. Potential lifts by one star at most."
        ]
    );
    assert_eq!(
        told(&rated(never, None, Some(1)), None),
        [
            "☆☆☆☆☆  0 €/año: sin compras ni potencial vigente. 2★ desde 1.000 €.",
            "☆☆☆☆☆  €0/yr: no purchases and no potential that counts. 2★ from €1,000."
        ]
    );
}

#[test]
fn no_star_has_its_reason() {
    let returned = Score { rate_minor: 0, earned_minor: 0, ..buyer() };
    assert_eq!(
        told(&rated(returned, None, None), None),
        [
            "☆☆☆☆☆  0 €/año: lo que compró se devolvió, o es tan antiguo que ya no cuenta. 2★ desde 1.000 €.",
            "☆☆☆☆☆  €0/yr: what it bought was returned, or is so old that it no longer counts. 2★ from €1,000."
        ]
    );
    assert_eq!(
        told(&rated(silent(74_512, 71_269, 14_440), None, None), None),
        [
            "☆☆☆☆☆  745 €/año = 10.455 € al ritmo de sus compras × 7,1 % activo (última hace 25 d; suele comprar cada 25 d). Sin estrella por llevar 14,4 intervalos sin comprar. 2★ desde 1.000 €.",
            "☆☆☆☆☆  €745/yr = €10,455 purchase pace × 7.1% active (last 25 d ago, usually every 25 d). No star after 14.4 intervals without a purchase. 2★ from €1,000."
        ]
    );
}

#[test]
fn a_star_kept_inside_its_band_says_until_when() {
    assert_eq!(
        told(&rated(earning(1_000_000), None, Some(5)), None),
        [
            "★★★★★  10.000 €/año = 10.000 € al ritmo de sus compras × 100 % activo (última hace 25 d; suele comprar cada 25 d). 5★ desde 12.000 €. Sigue en 5★ mientras no baje de 8.400 €.",
            "★★★★★  €10,000/yr = €10,000 purchase pace × 100% active (last 25 d ago, usually every 25 d). 5★ from €12,000. Stays at 5★ until it is below €8,400."
        ]
    );
    assert_eq!(
        told(&rated(earning(1_300_000), None, Some(4)), None),
        [
            "★★★★☆  13.000 €/año = 13.000 € al ritmo de sus compras × 100 % activo (última hace 25 d; suele comprar cada 25 d). 4★ desde 3.900 €, 5★ desde 12.000 €. Subirá a 5★ cuando llegue a 13.800 €.",
            "★★★★☆  €13,000/yr = €13,000 purchase pace × 100% active (last 25 d ago, usually every 25 d). 4★ from €3,900, 5★ from €12,000. Rises to 5★ on reaching €13,800."
        ]
    );
}

#[test]
fn the_limit_of_potential_is_told() {
    let huge = estimate(90_000_000, "2026-03-15");
    assert_eq!(
        told(&rated(earning(150_000), huge, None), None),
        [
            "★★★☆☆  1.500 €/año = 1.500 € al ritmo de sus compras × 100 % activo (última hace 25 d; suele comprar cada 25 d) + 10 % de 898.500 € que aún compra a otros (potencial 900.000 €, estimado el 15/03/2026) = 91.350 €. 3★ desde 2.000 €, 4★ desde 3.900 €. El potencial sube una estrella como mucho.",
            "★★★☆☆  €1,500/yr = €1,500 purchase pace × 100% active (last 25 d ago, usually every 25 d) + 10% of €898,500 still bought elsewhere (potential €900,000, estimated on 03/15/2026) = €91,350. 3★ from €2,000, 4★ from €3,900. Potential lifts by one star at most."
        ]
    );
    assert_eq!(
        told(&rated(earning(210_000), huge, Some(3)), None),
        [
            "★★★☆☆  2.100 €/año = 2.100 € al ritmo de sus compras × 100 % activo (última hace 25 d; suele comprar cada 25 d) + 10 % de 897.900 € que aún compra a otros (potencial 900.000 €, estimado el 15/03/2026) = 91.890 €. 3★ desde 2.000 €, 4★ desde 3.900 €. Subirá a 4★ cuando sus compras lleguen a 2.300 €.",
            "★★★☆☆  €2,100/yr = €2,100 purchase pace × 100% active (last 25 d ago, usually every 25 d) + 10% of €897,900 still bought elsewhere (potential €900,000, estimated on 03/15/2026) = €91,890. 3★ from €2,000, 4★ from €3,900. Rises to 4★ when its purchases reach €2,300."
        ]
    );
    assert_eq!(
        told(&rated(earning(190_000), huge, Some(4)), None),
        [
            "★★★★☆  1.900 €/año = 1.900 € al ritmo de sus compras × 100 % activo (última hace 25 d; suele comprar cada 25 d) + 10 % de 898.100 € que aún compra a otros (potencial 900.000 €, estimado el 15/03/2026) = 91.710 €. 4★ desde 3.900 €, 5★ desde 12.000 €. Sigue en 4★ mientras sus compras no bajen de 1.400 €.",
            "★★★★☆  €1,900/yr = €1,900 purchase pace × 100% active (last 25 d ago, usually every 25 d) + 10% of €898,100 still bought elsewhere (potential €900,000, estimated on 03/15/2026) = €91,710. 4★ from €3,900, 5★ from €12,000. Stays at 4★ until its purchases are below €1,400."
        ]
    );
}

#[test]
fn without_thresholds_there_are_none_to_tell() {
    let empty = Collector::new(today(), Parameters::default()).finish().calibrate();
    let rating = rate(&buyer(), None, &empty, None, false, today());
    let line = explain(&rating, &empty, Currency::EUR, None, &Locale::of(Lang::Es));
    assert!(
        line.ends_with("Aún no hay umbrales: cuando se calcularon no había compras recientes."),
        "{line}"
    );
}

#[test]
fn a_band_begins_at_the_least_amount_inside_of_it() {
    assert_eq!((banded(7, 1_150_000), banded(7, 700_000), banded(100, 700_000)), (9, 5, 70));
    assert_eq!(banded(i64::MAX, 1_150_000), i64::MAX);
}

#[test]
fn small_amounts_show_their_cents_and_places_their_signs() {
    let rating = rated(earning(37), None, None);
    assert!(told(&rating, None)[0].starts_with("★☆☆☆☆  0,37 €/año = 0,37 €"), "{:?}", told(&rating, None));
    let (yen, mexico) = (Currency::from_code("JPY").unwrap(), Locale::from_tag("es-MX").unwrap());
    let line = explain(&rated(buyer(), None, None), &calibration(), yen, None, &mexico);
    assert!(line.contains("1,045,500 al ritmo"), "{line}");
}

#[test]
fn a_name_with_line_breaks_stays_in_the_line() {
    told(&rated(buyer(), estimate(3_000_000, "2026-03-15"), None), Some("Ana\n\u{1b}[31mX"));
}

#[test]
fn a_fall_says_what_was_lost_and_what_it_needed() {
    let five = rated(earning(1_300_000), None, None);
    let quiet = rated(silent(650_000, 620_000, 3_130), None, Some(5));
    assert_eq!(
        changed(&five, &quiet),
        [
            "Bajó de 5★ a 4★ el 01/06/2026: sin compras desde hace 3,1 intervalos (activo 62 %); necesitaba ≥ 8.400 € para seguir.",
            "Fell from 5★ to 4★ on 06/01/2026: no purchases for 3.1 intervals (62% active); it needed ≥ €8,400 to stay."
        ]
    );
    let slower = rated(earning(650_000), None, Some(5));
    assert_eq!(
        changed(&five, &slower),
        [
            "Bajó de 5★ a 4★ el 01/06/2026: compra a menor ritmo, 6.500 €/año, antes 13.000 €; necesitaba ≥ 8.400 € para seguir.",
            "Fell from 5★ to 4★ on 06/01/2026: it buys at a slower pace, €6,500/yr, €13,000 before; it needed ≥ €8,400 to stay."
        ]
    );
    let returned = rated(Score { rate_minor: 0, earned_minor: 0, ..buyer() }, None, Some(5));
    assert_eq!(
        changed(&five, &returned),
        [
            "Bajó de 5★ a 0★ el 01/06/2026: lo que compró se devolvió, o es tan antiguo que ya no cuenta; necesitaba ≥ 8.400 € para seguir.",
            "Fell from 5★ to 0★ on 06/01/2026: what it bought was returned, or is so old that it no longer counts; it needed ≥ €8,400 to stay."
        ]
    );
    let with = rated(earning(300_000), estimate(3_000_000, "2026-03-15"), None);
    let without = rated(earning(250_000), estimate(3_000_000, "2023-03-15"), Some(4));
    assert_eq!(
        changed(&with, &without),
        [
            "Bajó de 4★ a 3★ el 01/06/2026: su potencial añade 0 €, antes 2.700 €; necesitaba ≥ 2.730 € para seguir.",
            "Fell from 4★ to 3★ on 06/01/2026: its potential adds €0, €2,700 before; it needed ≥ €2,730 to stay."
        ]
    );
}

#[test]
fn the_last_star_is_lost_by_silence() {
    let one = rated(silent(80_000, 110_000, 11_300), None, None);
    let none = rated(silent(70_000, 99_000, 12_100), None, Some(1));
    assert_eq!(
        changed(&one, &none),
        [
            "Bajó de 1★ a 0★ el 01/06/2026: sin compras desde hace 12,1 intervalos (activo 9,9 %).",
            "Fell from 1★ to 0★ on 06/01/2026: no purchases for 12.1 intervals (9.9% active)."
        ]
    );
}

#[test]
fn a_rise_says_what_was_gained_and_what_it_needed() {
    let three = rated(earning(300_000), None, None);
    let faster = rated(earning(500_000), None, Some(3));
    assert_eq!(
        changed(&three, &faster),
        [
            "Subió de 3★ a 4★ el 01/06/2026: compra a mayor ritmo, 5.000 €/año, antes 3.000 €; necesitaba ≥ 4.485 € para subir.",
            "Rose from 3★ to 4★ on 06/01/2026: it buys at a faster pace, €5,000/yr, €3,000 before; it needed ≥ €4,485 to rise."
        ]
    );
    let back = rated(silent(984_000, 941_176, 900), None, Some(3));
    let quiet = rated(silent(300_000, 286_944, 6_300), None, None);
    assert_eq!(
        changed(&quiet, &back),
        [
            "Subió de 3★ a 4★ el 01/06/2026: está más activo, 94 %, antes 29 %; necesitaba ≥ 4.485 € para subir.",
            "Rose from 3★ to 4★ on 06/01/2026: it is more active, 94%, 29% before; it needed ≥ €4,485 to rise."
        ]
    );
    let never = rated(Score::nothing(43_000), estimate(500_000, "2026-03-15"), None);
    assert_eq!(
        changed(&never, &rated(earning(300_000), None, Some(1))),
        [
            "Subió de 1★ a 3★ el 01/06/2026: compró por primera vez; necesitaba ≥ 2.300 € para subir.",
            "Rose from 1★ to 3★ on 06/01/2026: it bought for the first time; it needed ≥ €2,300 to rise."
        ]
    );
    let promising = rated(earning(300_000), estimate(3_000_000, "2026-03-15"), Some(3));
    assert_eq!(
        changed(&three, &promising),
        [
            "Subió de 3★ a 4★ el 01/06/2026: su potencial añade 2.700 €, antes 0 €; necesitaba ≥ 4.485 € para subir.",
            "Rose from 3★ to 4★ on 06/01/2026: its potential adds €2,700, €0 before; it needed ≥ €4,485 to rise."
        ]
    );
}

#[test]
fn new_thresholds_are_a_reason_of_their_own() {
    let before = Rating { star: Stars::new(3).unwrap(), ..rated(earning(400_000), None, None) };
    let after = rated(earning(400_000), None, None);
    assert_eq!(
        changed(&before, &after),
        [
            "Subió de 3★ a 4★ el 01/06/2026: cambiaron los umbrales de las estrellas; necesitaba ≥ 3.900 € para subir.",
            "Rose from 3★ to 4★ on 06/01/2026: the thresholds of the stars changed; it needed ≥ €3,900 to rise."
        ]
    );
}

#[test]
fn without_a_change_the_values_are_told() {
    assert_eq!(
        changed(&rated(earning(400_000), None, None), &rated(earning(410_000), None, Some(4))),
        [
            "Sigue en 4★ el 01/06/2026: 4.100 €/año, antes 4.000 €.",
            "Still 4★ on 06/01/2026: €4,100/yr, €4,000 before."
        ]
    );
}

mod whatever_the_numbers {
    use proptest::prelude::*;

    use super::*;

    fn scores() -> impl Strategy<Value = Score> {
        let amounts = (0..=i64::MAX, 0..=1_000_000_i64, any::<bool>());
        let days = (0..=40_u32, any::<i32>(), 1_000..=i64::from(i32::MAX), 0..=i64::MAX);
        (amounts, days).prop_map(
            |((rate_minor, activity, traded), (purchase_days, last, gap_millidays, overdue))| {
                let bought = purchase_days > 0;
                let earned = i128::from(rate_minor) * i128::from(activity) / i128::from(PPM);
                Score {
                    rate_minor: if bought { rate_minor } else { 0 },
                    activity_ppm: bought.then_some(activity),
                    earned_minor: if bought { narrow(earned) } else { 0 },
                    purchase_days,
                    first: bought.then_some(Day(last)),
                    last: bought.then_some(Day(last)),
                    gap_millidays,
                    overdue_milli: bought.then_some(overdue),
                    traded: traded || bought,
                }
            },
        )
    }

    fn ratings() -> impl Strategy<Value = Rating> {
        let potential = prop::option::of((any::<i64>(), -900..=30_i32));
        (scores(), potential, prop::option::of(0..=5_u8)).prop_map(|(score, potential, published)| {
            let potential = potential.map(|(minor, age)| Potential { minor, on: today().plus(age) });
            rated(score, potential, published)
        })
    }

    proptest! {
        #[test]
        fn it_is_one_whole_line(before in ratings(), after in ratings(), who in prop::option::of(".*")) {
            for lang in Lang::ALL {
                let locale = Locale::of(lang);
                let line = explain(&after, &calibration(), Currency::EUR, who.as_deref(), &locale);
                prop_assert!(line.starts_with(&star_line(Some(after.star), false)));
                prop_assert_eq!(safe(&line), line.as_str());
                let change = explain_change(&before, &after, &calibration(), today(), Currency::EUR, &locale);
                for text in [explain(&after, &calibration(), Currency::EUR, None, &locale), change] {
                    prop_assert!(!text.contains(['⟦', '{', '\n']), "{}", text);
                    prop_assert!(text.ends_with('.') && !text.contains(".."), "{}", text);
                }
            }
        }
    }
}
