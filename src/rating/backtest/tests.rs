//! Rankings whose measures are known.

use super::*;

fn outcomes(pairs: &[(i64, i64)]) -> Vec<Outcome> {
    pairs.iter().map(|(score, actual)| Outcome::new(*score, *actual)).collect()
}

fn close(value: Option<f64>, expected: f64) {
    let value = value.unwrap();
    assert!((value - expected).abs() < 1e-12, "{value} is not {expected}");
}

#[test]
fn a_perfect_ranking_is_1_and_its_reverse_minus_1() {
    let perfect = outcomes(&[(4, 40), (3, 30), (2, 20), (1, 10)]);
    close(normalized_gini(&perfect), 1.0);
    close(spearman(&perfect), 1.0);
    close(concentration(&perfect), 0.25);
    let reverse = outcomes(&[(1, 40), (2, 30), (3, 20), (4, 10)]);
    close(normalized_gini(&reverse), -1.0);
    close(spearman(&reverse), -1.0);
}

#[test]
fn who_has_all_is_all_but_one_of_n() {
    close(concentration(&outcomes(&[(9, 100), (1, 0), (2, 0), (3, 0)])), 0.75);
}

#[test]
fn a_blind_score_is_0_in_any_order() {
    let blind = outcomes(&[(5, 100), (5, 0), (5, 1), (5, 30)]);
    close(normalized_gini(&blind), 0.0);
    close(top_share(&blind, 500_000), 0.5);
    assert_eq!(spearman(&blind), None);
}

#[test]
fn the_order_of_clients_changes_no_measure() {
    let one = outcomes(&[(5, 100), (5, 0), (2, 7), (9, 30), (2, 0)]);
    let other: Vec<Outcome> = one.iter().rev().copied().collect();
    assert_eq!(normalized_gini(&one), normalized_gini(&other));
    assert_eq!(spearman(&one), spearman(&other));
    assert_eq!(top_share(&one, 300_000), top_share(&other, 300_000));
}

#[test]
fn the_top_share_takes_a_part_of_a_client() {
    let ranked = outcomes(&[(3, 60), (2, 30), (1, 10)]);
    close(top_share(&ranked, 0), 0.0);
    close(top_share(&ranked, 500_000), 0.75);
    close(top_share(&ranked, 1_000_000), 1.0);
    close(top_share(&ranked, u32::MAX), 1.0);
}

#[test]
fn nothing_bought_or_nobody_there_is_no_measure() {
    for none in [outcomes(&[]), outcomes(&[(1, 0), (2, -5)])] {
        assert_eq!(
            (concentration(&none), normalized_gini(&none), spearman(&none), top_share(&none, 100_000)),
            (None, None, None, None)
        );
    }
    assert_eq!(normalized_gini(&outcomes(&[(1, 5), (2, 5)])), None, "no ranking is better than another");
}

#[test]
fn lift_is_the_mean_of_a_star_over_the_mean_of_all() {
    let star = |number| Stars::new(number).unwrap();
    let table = by_star(&[(star(5), 90), (star(1), 10), (star(1), -3), (star(0), 0)]);
    assert_eq!(table.iter().map(|it| it.star.get()).collect::<Vec<_>>(), [5, 4, 3, 2, 1, 0]);
    assert_eq!(table.iter().map(|it| it.clients).collect::<Vec<_>>(), [1, 0, 0, 0, 2, 1]);
    assert_eq!(table[0].lift, Some(3.6));
    assert_eq!(table[1].lift, None);
    assert_eq!((table[4].actual, table[4].lift), (10, Some(0.2)));
    assert_eq!(table[5].lift, Some(0.0));
    assert_eq!(by_star(&[(star(5), 0)])[0].lift, None);
}

#[test]
fn the_largest_amounts_do_not_wrap() {
    let huge: Vec<Outcome> = (0..1_000).map(|score| Outcome::new(score, i64::MAX)).collect();
    close(concentration(&huge), 0.0);
    close(top_share(&huge, 100_000), 0.1);
}
