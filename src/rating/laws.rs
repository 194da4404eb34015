//! The laws of the rating as property tests: what must hold for any purchases, potential and calibration.

use proptest::prelude::*;

use super::calibration::{UNREACHABLE, pareto, sayable};
use super::parameters::PPM;
use super::*;
use crate::domain::{day::Day, ids::ClientId, stars::Stars};

const TODAY: Day = Day(15_000);
const HALF_LIFE: u32 = 180;
const PRIOR: i64 = 43_000;

fn scored(purchases: &[Purchase], as_of: Day) -> Score {
    score(purchases, as_of, PRIOR, &Weights::new(HALF_LIFE), &Parameters::default())
}

fn calibration(thresholds: [i64; 4]) -> Calibration {
    let portfolio = Collector::new(TODAY, Parameters::default()).finish();
    portfolio.calibrate().with_thresholds(TODAY, thresholds).unwrap()
}

fn rated(
    score: &Score,
    potential: Option<Potential>,
    thresholds: [i64; 4],
    published: Option<Stars>,
) -> Rating {
    rate(score, potential, &calibration(thresholds), published, false, TODAY)
}

fn days() -> impl Strategy<Value = Day> {
    (0..=1_500_i32).prop_map(|age| TODAY.plus(-age))
}

fn amounts() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 1..=2_000_000_i64, 2 => -900_000..=-1_i64, 1 => Just(0_i64), 1 => 1..=50_i64]
}

/// Purchases and returns of up to four years, several on some days.
fn purchases() -> impl Strategy<Value = Vec<Purchase>> {
    prop::collection::vec((days(), amounts()), 0..25)
        .prop_map(|lines| lines.into_iter().map(|(day, minor)| Purchase { day, minor }).collect())
}

fn purchases_without_returns() -> impl Strategy<Value = Vec<Purchase>> {
    purchases().prop_map(|lines| lines.into_iter().filter(|it| it.minor >= 0).collect())
}

/// Any amount on any day that can be written.
fn extreme_purchases() -> impl Strategy<Value = Vec<Purchase>> {
    let day = prop_oneof![any::<i32>(), Just(i32::MIN), Just(i32::MAX), Just(TODAY.0)];
    let minor = prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
    prop::collection::vec((day, minor), 0..25)
        .prop_map(|lines| lines.into_iter().map(|(day, minor)| Purchase { day: Day(day), minor }).collect())
}

fn potentials() -> impl Strategy<Value = Option<Potential>> {
    let one = (0..=50_000_000_i64, -30..=900_i32)
        .prop_map(|(minor, age)| Potential { minor, on: TODAY.plus(-age) });
    prop::option::of(one)
}

fn thresholds() -> impl Strategy<Value = [i64; 4]> {
    (1..=20_000_i64, 1..=50_000_i64, 1..=200_000_i64, 1..=1_000_000_i64)
        .prop_map(|(a, b, c, d)| [a, a + b, a + b + c, a + b + c + d])
}

fn stars() -> impl Strategy<Value = Stars> {
    (0..=5_u8).prop_map(|stars| Stars::new(stars).unwrap())
}

/// Scores that reach every class: the parts are those of purchases, the amount any.
fn scores() -> impl Strategy<Value = Score> {
    (purchases(), prop::option::of(0..=1_500_000_i64)).prop_map(|(lines, earned)| {
        let score = scored(&lines, TODAY);
        let earned_minor = earned.filter(|_| score.purchase_days > 0).unwrap_or(score.earned_minor);
        Score { earned_minor, ..score }
    })
}

fn parameters() -> impl Strategy<Value = Parameters> {
    let counts = (1..=400_u32, 1..=5_u32, 1_000..=400_000_i64, 1..=30_u32);
    let shapes = (1..=20_000_i64, 0..=PPM, PPM..=3 * PPM, 0..=PPM, 0..=PPM);
    (counts, shapes).prop_map(|(counts, shapes)| Parameters {
        half_life_days: counts.0,
        gap_prior_weight: counts.1,
        default_gap_millidays: counts.2,
        gap_min_clients: counts.3,
        activity_scale_milli: shapes.0,
        potential_weight_ppm: shapes.1,
        up_ppm: shapes.2,
        down_ppm: shapes.3,
        silent_activity_ppm: shapes.4,
        ..Parameters::default()
    })
}

/// How many thresholds, each times `band_ppm`, an amount reaches; written anew, as a check.
fn classes(amount: i64, thresholds: [i64; 4], band_ppm: i64) -> u8 {
    let reached = thresholds
        .iter()
        .filter(|it| i128::from(amount) * 1_000_000 >= i128::from(**it) * i128::from(band_ppm));
    1 + u8::try_from(reached.count()).unwrap()
}

mod of_time {
    use super::*;

    proptest! {
        #[test]
        fn later_sales_change_nothing_as_of_an_earlier_day(lines in purchases(), later in purchases(), back in 0..1_500_i32) {
            let as_of = TODAY.plus(-back);
            let known: Vec<Purchase> = lines.iter().copied().filter(|it| it.day <= as_of).collect();
            let mut all = lines.clone();
            all.extend(later.iter().map(|it| Purchase { day: as_of.plus(1 + it.day.0.rem_euclid(900)), ..*it }));
            prop_assert_eq!(scored(&all, as_of), scored(&known, as_of));
        }

        #[test]
        fn without_new_sales_value_never_rises(lines in purchases_without_returns(), potential in potentials(), wait in 1..5_000_i32, more in 1..400_i32) {
            let scale = calibration([1, 2, 3, 4]);
            let value = |as_of| rate(&scored(&lines, as_of), potential.filter(|it| it.on <= TODAY), &scale, None, false, as_of).value_minor;
            let (now, then, after) = (value(TODAY), value(TODAY.plus(wait)), value(TODAY.plus(wait + more)));
            prop_assert!(now >= then && then >= after, "{} {} {}", now, then, after);
        }

        /// Weights are rounded to 2^-32, so where sales and returns nearly cancel, a sum may seem to rise by half of that for
        /// each unit of turnover: within these amounts less than a minor unit, which rounding can make one.
        #[test]
        fn with_returns_it_rises_by_a_minor_unit_at_most(lines in purchases(), wait in 1..2_000_i32) {
            let (now, then) = (scored(&lines, TODAY), scored(&lines, TODAY.plus(wait)));
            prop_assert!(then.rate_minor <= now.rate_minor + 1);
            prop_assert!(then.earned_minor <= now.earned_minor + 1);
        }
    }
}

mod of_purchases {
    use super::*;

    proptest! {
        #[test]
        fn a_sale_never_lowers_the_pace(lines in purchases(), day in days(), minor in 1..=1_000_000_i64) {
            let before = scored(&lines, TODAY).rate_minor;
            let mut more = lines;
            more.push(Purchase { day, minor });
            prop_assert!(scored(&more, TODAY).rate_minor >= before);
        }

        #[test]
        fn a_purchase_today_never_lowers_the_value(lines in purchases(), minor in 1..=1_000_000_i64, potential in potentials(), limits in thresholds()) {
            let before = scored(&lines, TODAY);
            let mut more = lines;
            more.push(Purchase { day: TODAY, minor });
            let after = scored(&more, TODAY);
            let net_today: i64 = more.iter().filter(|it| it.day == TODAY).map(|it| it.minor).sum();
            if net_today > 0 {
                prop_assert_eq!(after.activity_ppm, Some(PPM));
            }
            prop_assert!(after.earned_minor >= before.earned_minor);
            let value = |score| rated(score, potential, limits, None).value_minor;
            prop_assert!(value(&after) >= value(&before));
        }

        #[test]
        fn two_lines_of_a_day_are_as_one(lines in purchases(), day in days(), minor in amounts(), part in any::<i32>()) {
            let (mut one, mut two) = (lines.clone(), lines);
            one.push(Purchase { day, minor });
            let part = i64::from(part);
            two.insert(0, Purchase { day, minor: part });
            two.push(Purchase { day, minor: minor - part });
            prop_assert_eq!(scored(&one, TODAY), scored(&two, TODAY));
        }

        #[test]
        fn the_order_of_lines_changes_nothing((lines, shuffled) in purchases().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))) {
            prop_assert_eq!(scored(&lines, TODAY), scored(&shuffled, TODAY));
        }

        #[test]
        fn merged_clients_are_rated_as_the_union(one in purchases(), other in purchases()) {
            let union: Vec<Purchase> = one.iter().chain(&other).copied().collect();
            let (a, b, both) = (scored(&one, TODAY), scored(&other, TODAY), scored(&union, TODAY));
            prop_assert_eq!(both.first.is_some(), both.purchase_days > 0);
            prop_assert_eq!(both.traded, a.traded || b.traded);
            // The pace adds up where neither is the sum of returns that would be taken as zero.
            if a.rate_minor > 0 && b.rate_minor > 0 {
                prop_assert!((both.rate_minor - a.rate_minor - b.rate_minor).abs() <= 1);
            }
            let mut collector = Collector::new(TODAY, Parameters::default());
            collector.add(ClientId(1), &other.iter().chain(&one).copied().collect::<Vec<_>>());
            let merged: Vec<_> = collector.finish().scores(PRIOR).collect();
            prop_assert_eq!(merged, vec![(ClientId(1), both)]);
        }

        #[test]
        fn a_full_return_of_the_only_sale_leaves_no_star(sold in days(), minor in 1..=i64::MAX, kept in 0..400_i32, published in prop::option::of(stars()), limits in thresholds()) {
            let back = Day(sold.0.saturating_add(kept).min(TODAY.0));
            let score = scored(&[Purchase { day: sold, minor }, Purchase { day: back, minor: -minor }], TODAY);
            prop_assert_eq!(score.earned_minor, 0);
            let rating = rated(&score, None, limits, published);
            prop_assert_eq!((rating.raw, rating.star, rating.level), (Stars::ZERO, Stars::ZERO, 0));
            prop_assert!(is_ratable(&score, None, None, TODAY, &Parameters::default()));
        }
    }
}

mod of_scale {
    use super::*;

    proptest! {
        /// Sums scale exactly; what is rounded to minor units once scales to within that rounding.
        #[test]
        fn scores_scale_with_amounts(lines in purchases(), factor in 2..=1_000_i64) {
            let scaled: Vec<Purchase> = lines.iter().map(|it| Purchase { minor: it.minor * factor, ..*it }).collect();
            let (one, many) = (scored(&lines, TODAY), scored(&scaled, TODAY));
            for (one, many) in [(one.rate_minor, many.rate_minor), (one.earned_minor, many.earned_minor)] {
                prop_assert!((many - one * factor).abs() <= factor / 2 + 1, "{} {}", one, many);
            }
            prop_assert_eq!(Score { rate_minor: 0, earned_minor: 0, ..one }, Score { rate_minor: 0, earned_minor: 0, ..many });
        }

        /// From scores on there is no rounding of amounts: stars stay as they are under any factor.
        #[test]
        fn stars_stay_when_scores_and_thresholds_scale(score in scores(), limits in thresholds(), published in prop::option::of(stars()), factor in 1..=100_000_i64) {
            let scaled = Score { rate_minor: score.rate_minor * factor, earned_minor: score.earned_minor * factor, ..score };
            let (one, many) = (rated(&score, None, limits, published), rated(&scaled, None, limits.map(|it| it * factor), published));
            prop_assert_eq!((one.raw, one.star), (many.raw, many.star));
        }

        /// From purchases to the stars: the same, unless the value lies within its own rounding of the end of a band.
        #[test]
        fn stars_stay_when_amounts_and_thresholds_scale(lines in purchases(), limits in thresholds(), published in prop::option::of(stars()), factor in 2..=1_000_i64) {
            let scaled: Vec<Purchase> = lines.iter().map(|it| Purchase { minor: it.minor * factor, ..*it }).collect();
            let (one, many) = (scored(&lines, TODAY), scored(&scaled, TODAY));
            let settled = |band| (-1..=1).all(|off| classes(one.earned_minor + off, limits, band) == classes(one.earned_minor, limits, band));
            prop_assume!(one.earned_minor != 0 || many.earned_minor == 0);
            prop_assume!([PPM, 1_150_000, 700_000].into_iter().all(settled));
            let (one, many) = (rated(&one, None, limits, published), rated(&many, None, limits.map(|it| it * factor), published));
            prop_assert_eq!((one.raw, one.star), (many.raw, many.star));
        }

        /// The cuts are integer arithmetic and scale by any factor; rounding to two digits scales by powers of ten.
        #[test]
        fn cuts_scale_with_amounts(earned in prop::collection::vec(0..=10_000_000_i64, 1..60), factor in 1..=10_000_i64, zeros in 0..6_u32) {
            prop_assume!(earned.iter().any(|it| *it > 0));
            let one = pareto(&mut earned.clone());
            let many = pareto(&mut earned.iter().map(|it| it * factor).collect::<Vec<_>>());
            prop_assert_eq!(one.stars.map(|it| it * factor), many.stars);
            prop_assert_eq!(one.halves.map(|it| it * factor), many.halves);
            let ten = 10_i64.pow(zeros);
            prop_assert_eq!(one.stars.map(|it| sayable(it) * ten), one.stars.map(|it| sayable(it * ten)));
        }
    }
}

mod of_stars {
    use super::*;

    proptest! {
        #[test]
        fn stars_are_always_0_to_5_and_a_level_is_half_of_one(
            lines in prop_oneof![purchases(), extreme_purchases()],
            others in prop::collection::vec(prop_oneof![purchases(), extreme_purchases()], 0..8),
            parameters in parameters(),
            potential in prop::option::of((any::<i64>(), any::<i32>())),
            published in prop::option::of(stars()),
            recalibrated in any::<bool>(),
            as_of in prop_oneof![Just(TODAY.0), any::<i32>()],
        ) {
            prop_assert_eq!(parameters.check(), Ok(()));
            let as_of = Day(as_of);
            let mut collector = Collector::new(as_of, parameters);
            collector.add(ClientId(0), &lines);
            for (other, id) in others.iter().zip(1..) {
                collector.add(ClientId(id), other);
            }
            let portfolio = collector.finish();
            let calibration = portfolio.calibrate();
            prop_assert!(calibration.thresholds.is_sorted() && calibration.level_thresholds.is_sorted());
            let weights = Weights::new(parameters.half_life_days);
            let score = score(&lines, as_of, calibration.gap_prior_millidays, &weights, &parameters);
            let (_, in_the_pass) = portfolio.scores(calibration.gap_prior_millidays).next().unwrap();
            prop_assert_eq!(score, in_the_pass);
            prop_assert!((0..=score.rate_minor).contains(&score.earned_minor));
            prop_assert!(score.activity_ppm.is_none_or(|it| (0..=PPM).contains(&it)));
            prop_assert!(score.gap_millidays >= 1_000 && score.overdue_milli.is_none_or(|it| it >= 0));
            let potential = potential.map(|(minor, on)| Potential { minor, on: Day(on) });
            let rating = rate(&score, potential, &calibration, published, recalibrated, as_of);
            prop_assert!(rating.star <= Stars::MAX && rating.raw <= Stars::MAX && rating.confidence <= 2);
            prop_assert!(rating.value_minor >= score.earned_minor);
            prop_assert_eq!(rating.star.get(), rating.level.div_ceil(2));
        }

        #[test]
        fn more_value_is_never_fewer_stars(score in scores(), more in 0..=1_000_000_i64, limits in thresholds(), published in prop::option::of(stars())) {
            let richer = Score { earned_minor: score.earned_minor + more, ..score };
            let (less, more) = (rated(&score, None, limits, published), rated(&richer, None, limits, published));
            prop_assert!(more.raw >= less.raw && more.star >= less.star && more.level >= less.level);
        }

        #[test]
        fn a_star_moves_only_when_the_value_leaves_its_band(score in scores(), limits in thresholds(), published in stars()) {
            let rating = rated(&score, None, limits, Some(published));
            let (value, old) = (rating.value_minor, published.get());
            prop_assert_eq!(rated(&score, None, limits, Some(rating.star)).star, rating.star, "publishing twice");
            if rating.star > published {
                prop_assert!(old == 0 || classes(value, limits, 1_150_000) > old);
                prop_assert!(rating.star <= rating.raw);
            }
            if rating.star < published {
                let silent = rating.score.activity_ppm.is_some_and(|it| it < 100_000);
                prop_assert!(classes(value, limits, 700_000) < old || value == 0 || (old == 1 && silent));
                prop_assert!(rating.star >= rating.raw);
            }
        }

        #[test]
        fn a_new_calibration_keeps_a_star_inside_its_band_and_else_gives_the_raw_one(score in scores(), limits in thresholds(), published in stars()) {
            let rating = rate(&score, None, &calibration(limits), Some(published), true, TODAY);
            prop_assert!(rating.star == published || rating.star == rating.raw);
            let inside = classes(rating.value_minor, limits, 1_150_000)..=classes(rating.value_minor, limits, 700_000);
            if rating.star != rating.raw {
                prop_assert!(inside.contains(&published.get()));
            }
            prop_assert_eq!(rate(&score, None, &calibration(limits), None, true, TODAY).star, rating.raw);
        }

        #[test]
        fn potential_lifts_by_one_star_at_most(score in scores(), minor in 1..=i64::MAX, limits in thresholds()) {
            let with = rated(&score, Some(Potential { minor, on: TODAY }), limits, None);
            let without = rated(&score, None, limits, None);
            prop_assert!(with.raw >= without.raw);
            prop_assert!(with.raw.get() <= classes(score.earned_minor, limits, PPM) + 1);
            if score.purchase_days == 0 {
                prop_assert!(with.raw.get() <= 2);
            }
        }
    }
}

mod of_calibration {
    use super::*;

    proptest! {
        #[test]
        fn each_class_ends_with_the_client_that_crosses_its_share(earned in prop::collection::vec(0..=1_000_000_i64, 1..80)) {
            prop_assume!(earned.iter().any(|it| *it > 0));
            let mut sorted = earned.clone();
            let cuts = pareto(&mut sorted);
            let total: i64 = earned.iter().sum();
            for (cut, percent) in cuts.stars.iter().zip([99, 95, 80, 50]) {
                let above: i64 = earned.iter().filter(|it| *it > cut).sum();
                let upto: i64 = earned.iter().filter(|it| *it >= cut).sum();
                prop_assert!(above * 100 < total * percent, "without the last it is not reached");
                prop_assert!(upto * 100 >= total * percent, "with it it is");
            }
        }

        #[test]
        fn the_order_of_clients_changes_nothing(clients in prop::collection::vec(purchases(), 0..30)) {
            let calibrate = |order: &mut dyn Iterator<Item = &Vec<Purchase>>| {
                let mut collector = Collector::new(TODAY, Parameters::default());
                for (lines, id) in order.zip(0..) {
                    collector.add(ClientId(id), lines);
                }
                collector.finish().calibrate()
            };
            prop_assert_eq!(calibrate(&mut clients.iter()), calibrate(&mut clients.iter().rev()));
        }

        #[test]
        fn a_sayable_threshold_has_two_digits_and_is_at_most_a_tenth_lower(exact in 10..i64::MAX) {
            let said = sayable(exact);
            prop_assert!(said <= exact && exact - said < exact / 10 + 1);
            let digits = said.to_string();
            prop_assert!(digits[2..].bytes().all(|digit| digit == b'0'));
        }
    }

    #[test]
    fn what_nobody_reaches_stays_so() {
        assert_eq!(sayable(UNREACHABLE), UNREACHABLE);
    }
}
