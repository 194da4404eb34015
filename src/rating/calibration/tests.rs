//! Portfolios small and odd.

use super::*;

use crate::rating::rate;

const TODAY: Day = Day(20_000);

fn portfolio(clients: &[&[(i32, i64)]]) -> Portfolio {
    let mut collector = Collector::new(TODAY, Parameters::default());
    for (lines, id) in clients.iter().zip(1..) {
        let purchases: Vec<Purchase> =
            lines.iter().map(|(age, minor)| Purchase { day: TODAY.plus(-age), minor: *minor }).collect();
        collector.add(ClientId(id), &purchases);
    }
    collector.finish()
}

fn stars(portfolio: &Portfolio) -> Vec<u8> {
    let calibration = portfolio.calibrate();
    let star = |score: &Score| rate(score, None, &calibration, None, false, TODAY).star.get();
    portfolio.scores(calibration.gap_prior_millidays).map(|(_, score)| star(&score)).collect()
}

#[test]
fn one_client_alone_has_five_stars() {
    assert_eq!(stars(&portfolio(&[&[(10, 295_999)]])), [5]);
}

#[test]
fn equals_have_the_same_stars_and_those_are_five() {
    assert_eq!(stars(&portfolio(&[&[(10, 295_999)][..]; 30])), [5; 30]);
}

#[test]
fn a_portfolio_without_sales_reaches_nothing_and_says_so() {
    for clients in [&[][..], &[&[][..]; 3], &[&[(3, -500)][..], &[(9, 0)][..]]] {
        let calibration = portfolio(clients).calibrate();
        assert!(calibration.is_empty());
        assert_eq!(calibration.gap_prior_millidays, 90_000);
        assert_eq!(stars(&portfolio(clients)), vec![0; clients.len()]);
    }
    assert!(!portfolio(&[&[(10, 1)]]).calibrate().is_empty());
}

#[test]
fn the_usual_interval_is_a_median_once_twenty_clients_have_one() {
    let pairs: Vec<[(i32, i64); 2]> = (1..=20).map(|days| [(days, 100), (0, 100)]).collect();
    let clients: Vec<&[(i32, i64)]> = pairs.iter().map(|it| &it[..]).collect();
    assert_eq!(portfolio(&clients).gap_prior_millidays(), 10_500);
    assert_eq!(portfolio(&clients[..19]).gap_prior_millidays(), 90_000);
    let thrice = [&clients[1..], &[&[(10, 5), (3, 5), (0, 5)][..], &[(7, 5)][..]]].concat();
    assert_eq!(
        portfolio(&thrice).gap_prior_millidays(),
        10_500,
        "5 days thrice, and one without an interval"
    );
}

#[test]
fn classes_end_with_the_client_that_crosses_the_line() {
    let mut earned = vec![10, 400, 150, 300, 100, 30, 10];
    let cuts = pareto(&mut earned);
    assert_eq!(earned, [400, 300, 150, 100, 30, 10, 10]);
    // 40 | 70 | 85 | 95 | 98 | 99 | 100 %: 95 and 99 are just reached, so the next one begins a class.
    assert_eq!(cuts.stars, [10, 100, 150, 300]);
    assert_eq!(cuts.halves, [10, 30, 100, 300, 400]);
}

#[test]
fn extreme_amounts_are_cut_without_wrapping() {
    let cuts = pareto(&mut [i64::MAX; 1_000]);
    assert_eq!((cuts.stars, cuts.halves), ([i64::MAX; 4], [i64::MAX; 5]));
    assert_eq!(pareto(&mut [i64::MIN, i64::MAX - 1, -1]).stars, [i64::MAX - 1; 4]);
}

#[test]
fn thresholds_are_said_with_two_digits_never_above_what_they_stand_for() {
    for (exact, said) in
        [(0, 0), (7, 7), (99, 99), (100, 100), (119, 110), (290_239, 290_000), (86_826, 86_000)]
    {
        assert_eq!(sayable(exact), said);
    }
}

#[test]
fn a_manager_may_type_rising_thresholds() {
    let computed = portfolio(&[&[(10, 100)]]).calibrate();
    let typed = computed.with_thresholds(TODAY.plus(1), [100, 200, 300, 400]).unwrap();
    assert_eq!(
        (typed.on, typed.source, typed.thresholds),
        (TODAY.plus(1), Source::Manual, [100, 200, 300, 400])
    );
    assert_eq!(typed.level_thresholds, [50, 150, 250, 350, 800]);
    assert_eq!(typed.gap_prior_millidays, computed.gap_prior_millidays);
    for wrong in [[0, 1, 2, 3], [-5, 1, 2, 3], [1, 3, 2, 4], [1, 1, 2, 3]] {
        assert_eq!(computed.with_thresholds(TODAY, wrong), Err(ThresholdsError));
    }
}

#[test]
fn a_calibration_is_stored_and_read_back() {
    let calibration = portfolio(&[&[(10, 100)], &[(30, 2_000)]]).calibrate();
    let stored = serde_json::to_string(&calibration).unwrap();
    assert_eq!(serde_json::from_str::<Calibration>(&stored).unwrap(), calibration);
}

#[test]
fn a_client_of_a_portfolio_takes_32_bytes() {
    assert_eq!(size_of::<(ClientId, Summary)>(), 32);
}
