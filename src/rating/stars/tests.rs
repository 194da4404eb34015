//! Cases of the stars, one by one.

use super::super::calibration::Collector;
use super::*;

fn day(text: &str) -> Day {
    text.parse::<chrono::NaiveDate>().unwrap().into()
}

fn today() -> Day {
    day("2026-06-01")
}

/// 2★ from 1,000, 3★ from 3,900, 4★ from 12,000, 5★ from 40,000.
fn calibration() -> Calibration {
    let empty = Collector::new(today(), Parameters::default()).finish().calibrate();
    empty.with_thresholds(today(), [1_000, 3_900, 12_000, 40_000]).unwrap()
}

fn buyer(earned_minor: i64, activity_ppm: i64) -> Score {
    let bought = Some(day("2026-05-01"));
    Score {
        rate_minor: earned_minor,
        activity_ppm: Some(activity_ppm),
        earned_minor,
        purchase_days: 3,
        first: bought,
        last: bought,
        overdue_milli: Some(0),
        traded: true,
        ..Score::nothing(30_000)
    }
}

fn rated(score: &Score, potential: Option<Potential>, published: Option<u8>, recalibrated: bool) -> Rating {
    rate(score, potential, &calibration(), published.and_then(Stars::new), recalibrated, today())
}

fn stars_of(earned: i64, published: Option<u8>, recalibrated: bool) -> (u8, u8) {
    let rating = rated(&buyer(earned, 900_000), None, published, recalibrated);
    (rating.raw.get(), rating.star.get())
}

#[test]
fn a_new_client_enters_at_the_raw_star() {
    for (earned, star) in [
        (0, 0),
        (1, 1),
        (999, 1),
        (1_000, 2),
        (3_900, 3),
        (11_999, 3),
        (12_000, 4),
        (40_000, 5),
        (i64::MAX, 5),
    ] {
        assert_eq!(stars_of(earned, None, false), (star, star), "{earned}");
    }
}

#[test]
fn a_published_star_stays_until_the_value_leaves_its_band() {
    assert_eq!(stars_of(13_799, Some(3), false), (4, 3));
    assert_eq!(stars_of(13_800, Some(3), false), (4, 4));
    assert_eq!(stars_of(8_400, Some(4), false), (3, 4));
    assert_eq!(stars_of(8_399, Some(4), false), (3, 3));
    // A long way at once, as far as the band of each threshold allows.
    assert_eq!(stars_of(40_000, Some(1), false), (5, 4));
    assert_eq!(stars_of(46_000, Some(1), false), (5, 5));
    assert_eq!(stars_of(700, Some(5), false), (1, 2));
    assert_eq!(stars_of(0, Some(5), false), (0, 0));
}

#[test]
fn a_new_calibration_gives_the_raw_star_outside_of_the_band_only() {
    assert_eq!(stars_of(13_799, Some(3), true), (4, 3));
    assert_eq!(stars_of(40_000, Some(1), true), (5, 5));
    assert_eq!(stars_of(700, Some(5), true), (1, 1));
}

#[test]
fn a_silent_client_of_one_star_has_none() {
    let star =
        |earned, activity, published| rated(&buyer(earned, activity), None, published, false).star.get();
    assert_eq!(star(999, 100_000, None), 1);
    assert_eq!(star(999, 99_999, None), 0);
    assert_eq!(star(1_000, 99_999, None), 2, "it still earns more than 1★ does");
    assert_eq!(star(999, 99_999, Some(1)), 0);
    assert_eq!(star(999, 99_999, Some(2)), 2, "inside the band of 2★");
    assert_eq!(star(999, 99_999, Some(0)), 0);
    assert_eq!(star(1_100, 99_999, Some(1)), 1, "inside the band of 1★, and worth more");
    assert_eq!(star(500, 500_000, Some(0)), 1, "buys again");
}

#[test]
fn potential_adds_a_tenth_of_what_is_bought_elsewhere() {
    let potential = |minor, on| Some(Potential { minor, on: day(on) });
    let value = |earned, potential| rated(&buyer(earned, 900_000), potential, None, false).value_minor;
    assert_eq!(value(984_000, potential(3_000_000, "2026-03-15")), 1_185_600);
    assert_eq!(value(984_000, potential(3_000_000, "2025-06-01")), 1_185_600, "twelve months to the day");
    assert_eq!(
        value(984_000, potential(3_000_000, "2025-05-31")),
        984_000 + 51_600,
        "half of it is believed"
    );
    assert_eq!(value(984_000, potential(3_000_000, "2024-05-31")), 984_000, "two years old");
    assert_eq!(value(984_000, potential(3_000_000, "2026-06-02")), 984_000, "estimated tomorrow");
    assert_eq!(value(984_000, potential(900_000, "2026-03-15")), 984_000, "all of it is bought from us");
    assert_eq!(value(984_000, potential(-5, "2026-03-15")), 984_000);
    assert_eq!(value(i64::MAX, potential(i64::MAX, "2026-03-15")), i64::MAX);
    let rounded = [14, 15, 24, 25].map(|minor| value(0, potential(minor, "2026-03-15")));
    assert_eq!(rounded, [1, 2, 2, 3], "to the nearest unit, halves up");
}

#[test]
fn potential_lifts_by_one_star_and_a_never_buyer_to_two() {
    let huge = Some(Potential { minor: 1_000_000_000, on: today() });
    assert_eq!(rated(&buyer(3_900, 900_000), huge, None, false).star.get(), 4);
    let never = Score::nothing(30_000);
    assert_eq!(rated(&never, huge, None, false).star.get(), 2);
    let small = Some(Potential { minor: 5_000, on: today() });
    assert_eq!(rated(&never, small, None, false).star.get(), 1);
    assert_eq!(rated(&never, None, None, false).star.get(), 0);
}

#[test]
fn an_old_estimate_is_kept_in_sight_without_counting() {
    let old = Potential { minor: 700_000, on: day("2020-01-01") };
    let rating = rated(&buyer(5_000, 900_000), Some(old), None, false);
    assert_eq!(
        (rating.potential_minor, rating.potential_on, rating.confidence),
        (Some(old.minor), Some(old.on), 0)
    );
    let tomorrow = Potential { minor: 700_000, on: today().plus(1) };
    assert_eq!(rated(&buyer(5_000, 900_000), Some(tomorrow), None, false).potential_minor, None);
}

#[test]
fn levels_halve_the_stars() {
    let level = |earned| rated(&buyer(earned, 900_000), None, None, false).level;
    let halves = calibration().level_thresholds;
    assert_eq!(halves, [500, 2_450, 7_950, 26_000, 80_000]);
    let table = [
        (0, 0),
        (499, 1),
        (500, 2),
        (1_000, 3),
        (2_450, 4),
        (3_900, 5),
        (7_950, 6),
        (12_000, 7),
        (26_000, 8),
    ];
    for (earned, expected) in table.into_iter().chain([(40_000, 9), (80_000, 10)]) {
        assert_eq!(level(earned), expected, "{earned}");
    }
    let held = rated(&buyer(11_000, 900_000), None, Some(4), false);
    assert_eq!((held.star.get(), held.level), (4, 7), "held in its band, in its lower half");
}

#[test]
fn there_is_something_to_rate_with_a_line_a_live_potential_or_a_star_already_given() {
    let never = Score::nothing(30_000);
    let ratable = |score: &Score, potential, published| {
        is_ratable(score, potential, published, today(), &Parameters::default())
    };
    let estimate = |on: &str| Some(Potential { minor: 100, on: day(on) });
    assert!(!ratable(&never, None, None));
    assert!(!ratable(&never, estimate("2024-01-01"), None), "too old");
    assert!(!ratable(&never, estimate("2026-06-02"), None), "not yet made");
    assert!(ratable(&never, estimate("2025-01-01"), None));
    assert!(ratable(&never, None, Some(Stars::ZERO)));
    assert!(ratable(&Score { traded: true, ..never }, None, None), "all returned");
    assert!(ratable(&buyer(5, 900_000), None, None));
}

#[test]
fn stars_are_drawn_five_wide() {
    assert_eq!(star_line(Stars::new(4), false), "★★★★☆");
    assert_eq!(star_line(Stars::new(4), true), "★★★★☆*");
    assert_eq!(star_line(Some(Stars::ZERO), false), "☆☆☆☆☆");
    assert_eq!(star_line(Some(Stars::MAX), false), "★★★★★");
    assert_eq!(star_line(None, false), "–");
}
