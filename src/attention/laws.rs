//! What must hold of the reasons and of the order, whatever the client.

use super::*;
use crate::domain::day::Day;
use crate::domain::stars::Stars;
use proptest::option;
use proptest::prelude::*;

const TODAY: Day = Day(20_000);

fn policy() -> Policy {
    let cadence = |visit, touch| Cadence { visit_every: visit, touch_every: Some(touch) };
    Policy([
        cadence(None, 365),
        cadence(Some(365), 120),
        cadence(Some(180), 90),
        cadence(Some(90), 45),
        cadence(Some(45), 21),
        cadence(Some(30), 14),
    ])
}

fn ago() -> impl Strategy<Value = Day> {
    (0..900_i32).prop_map(|ago| TODAY.plus(-ago))
}

prop_compose! {
    fn standing()(
        stars in option::of(0..=5_u8),
        stake_minor in 0..5_000_000_i64,
        own in (option::weighted(0.2, 1..400_i32), option::weighted(0.2, 1..400_i32)),
        known_since in ago(),
        touches in option::weighted(0.8, (ago(), option::of(0..300_i32))),
        last_buy in option::of(ago()),
        gap_millidays in 1_000..200_000_i64,
        next_due in option::of(-60..60_i32),
        launched in option::of(ago()),
        put_off in option::weighted(0.3, (0..40_i32, 0..40_i32, 1..5_i64)),
        (out_of_reach, lost) in (prop::bool::weighted(0.1), prop::bool::weighted(0.1)),
    ) -> Standing {
        let last_touch = touches.map(|(touch, _)| touch);
        Standing {
            stars: stars.and_then(Stars::new),
            stake_minor,
            own: Cadence { visit_every: own.0, touch_every: own.1 },
            known_since,
            // A visit is a touch: never later than the last one.
            last_visit: touches.and_then(|(touch, before)| Some(touch.plus(-before?))),
            last_touch,
            last_buy,
            gap_millidays,
            next_due: next_due.map(|days| TODAY.plus(days)),
            launched,
            put_off: put_off.map(|(on, to, times)| PutOff { on: TODAY.plus(-on), to: TODAY.plus(to - on), times }),
            out_of_reach,
            lost,
        }
    }
}

fn is_promise(reason: &Reason) -> bool {
    matches!(reason, Reason::FollowUp { .. })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_contact_of_today_leaves_nothing_but_what_was_promised(before in standing()) {
        let after = Standing { last_touch: Some(TODAY), ..before };
        prop_assert!(reasons(&after, &policy(), TODAY).iter().all(is_promise));
    }

    #[test]
    fn putting_off_hides_until_that_day(before in standing(), days in 1..60_i32) {
        let off = PutOff { on: TODAY, to: TODAY.plus(days), times: 1 };
        let before = Standing { last_touch: before.last_touch.filter(|touch| *touch < TODAY), put_off: None, ..before };
        let after = Standing { put_off: Some(off), ..before };
        for ahead in 0..days {
            let day = TODAY.plus(ahead);
            prop_assert!(reasons(&after, &policy(), day).iter().all(is_promise), "day {ahead} of {days}");
        }
        let back = TODAY.plus(days);
        prop_assert_eq!(reasons(&after, &policy(), back), reasons(&before, &policy(), back));
    }

    #[test]
    fn who_is_out_of_reach_never_appears(before in standing(), ahead in 0..900_i32) {
        let out = Standing { out_of_reach: true, ..before };
        prop_assert_eq!(reasons(&out, &policy(), TODAY.plus(ahead)), vec![]);
    }

    /// Silence ends in loss and a launch grows old; everything else only presses more.
    #[test]
    fn another_day_never_lowers_a_cadence_or_a_promise(it in standing(), ahead in 1..400_i32) {
        let it = Standing { last_buy: None, launched: None, next_due: it.next_due.filter(|due| *due <= TODAY), ..it };
        let now = urgency(&it, &policy(), TODAY);
        let later = urgency(&it, &policy(), TODAY.plus(ahead));
        prop_assert!(later >= now, "{now:?} {later:?}");
    }

    #[test]
    fn the_reasons_and_the_urgency_agree_and_only_never_is_at_the_bound(it in standing()) {
        let found = reasons(&it, &policy(), TODAY);
        let greatest = found.iter().map(Reason::urgency_milli).max();
        prop_assert_eq!(urgency(&it, &policy(), TODAY), greatest.map(|it| (it, found.iter().any(is_promise))));
        for reason in &found {
            let range = 1_000..2_000;
            prop_assert!(*reason == Reason::NeverContacted || range.contains(&reason.urgency_milli()), "{reason:?}");
        }
        prop_assert!(found.iter().skip(1).all(|reason| !is_promise(reason)), "what was promised is said first");
    }

    /// Whoever was never contacted is there whatever its stars, unless there is a reason to leave it alone.
    #[test]
    fn never_contacted_is_the_most_overdue_of_equals(it in standing(), other in standing()) {
        let never = Standing { last_touch: None, last_visit: None, put_off: None, lost: false, out_of_reach: false, next_due: None, ..it };
        let found = urgency(&never, &policy(), TODAY);
        prop_assert_eq!(found, Some((2_000, false)));
        if let Some((urgency, _)) = urgency(&Standing { last_touch: Some(other.known_since), ..other }, &policy(), TODAY) {
            prop_assert!(Rank::new(other.stake_minor, 2_000, 0) < Rank::new(other.stake_minor, urgency, i64::MAX));
        }
    }

    #[test]
    fn more_at_stake_or_more_urgent_never_comes_later(
        stake in 0..=i64::MAX, more in 0..=i64::MAX, urgency in 1_000..=2_000_i64, later in 0..=1_000_i64, potential in 0..=i64::MAX,
    ) {
        let rank = Rank::new(stake, urgency, potential);
        prop_assert!(Rank::new(stake.saturating_add(more), urgency, potential) <= rank);
        prop_assert!(Rank::new(stake, (urgency + later).min(2_000), potential) <= rank);
        prop_assert!(Rank::new(stake, urgency, potential.saturating_add(more)) <= rank);
    }

    #[test]
    fn who_is_worth_more_than_twice_as_much_comes_first(small in 0..1_000_000_000_i64, more in 1..1_000_000_000_i64, loud in 1_000..=2_000_i64) {
        prop_assert!(Rank::new(2 * small + more, 1_000, 0) < Rank::new(small, loud, i64::MAX));
    }

    #[test]
    fn selling_more_or_a_larger_potential_never_lowers_the_stake(
        rate in 0..=i64::MAX, more in 0..=i64::MAX, potential in 0..=i64::MAX, confidence in 0..=2_i64, weight in 0..=1_000_000_i64,
    ) {
        let before = stake(rate, potential, confidence, weight);
        prop_assert!(before >= rate);
        prop_assert!(stake(rate.saturating_add(more), potential, confidence, weight) >= before);
        prop_assert!(stake(rate, potential.saturating_add(more), confidence, weight) >= before);
    }

    #[test]
    fn the_cut_hides_no_promise_and_lets_none_push_another_out(promises in prop::collection::vec(any::<bool>(), 0..60), room in 0..80_usize) {
        let order: Vec<(usize, bool)> = promises.into_iter().enumerate().collect();
        let shown = cut(order.clone(), room, |it| it.1);
        prop_assert!(order.iter().filter(|it| it.1).all(|it| shown.contains(it)));
        prop_assert!(order.iter().take(room).all(|it| shown.contains(it)));
        prop_assert!(shown.iter().all(|it| it.0 < room || it.1));
        prop_assert!(shown.is_sorted());
    }
}

/// A client of 5★ contacted, visited and sold to so many days ago.
fn good(touch: i32, visit: i32) -> Standing {
    Standing {
        stars: Stars::new(5),
        stake_minor: 1_000_000,
        known_since: TODAY.plus(-900),
        last_touch: Some(TODAY.plus(-touch)),
        last_visit: Some(TODAY.plus(-visit)),
        ..Standing::unknown(TODAY)
    }
}

fn found(standing: Standing) -> Vec<Reason> {
    reasons(&standing, &policy(), TODAY)
}

#[test]
fn a_limit_asks_on_its_very_day() {
    assert_eq!(found(good(13, 29)), []);
    let [Reason::Touch(late)] = found(good(14, 29))[..] else { panic!() };
    assert_eq!((late.every, late.days, late.own), (14, 0, false));
    let [Reason::Visit { late, seen: true }] = found(good(3, 42))[..] else { panic!() };
    assert_eq!((late.every, late.days), (30, 12));
}

#[test]
fn what_was_agreed_for_a_client_goes_before_what_its_stars_ask() {
    let agreed = Cadence { visit_every: Some(60), touch_every: None };
    assert_eq!(found(Standing { own: agreed, ..good(3, 42) }), []);
    let [Reason::Visit { late, .. }] = found(Standing { own: agreed, ..good(3, 61) })[..] else { panic!() };
    assert_eq!((late.every, late.days, late.own), (60, 1, true));
}

#[test]
fn a_client_never_visited_is_late_from_the_day_it_was_entered() {
    let client = Standing { last_visit: None, known_since: TODAY.plus(-50), ..good(3, 0) };
    let [Reason::Visit { late, seen: false }] = found(client)[..] else { panic!() };
    assert_eq!((late.since, late.days), (TODAY.plus(-50), 20));
}

#[test]
fn silence_is_told_between_two_and_twelve_intervals_unless_it_was_asked_about() {
    let quiet = |days: i32, touch: i32| Standing {
        stars: Stars::new(1),
        last_buy: Some(TODAY.plus(-days)),
        gap_millidays: 25_000,
        ..good(touch, 100)
    };
    assert_eq!(found(quiet(49, 40)), []);
    assert!(matches!(found(quiet(50, 40))[..], [Reason::Silent { days: 50, .. }]));
    assert_eq!(found(quiet(50, 24)), [], "asked about it within its interval");
    assert!(matches!(found(quiet(300, 40))[..], [Reason::Silent { .. }]));
    assert_eq!(found(quiet(301, 40)), [], "lost");
    assert_eq!(found(Standing { stake_minor: 0, ..quiet(80, 40) }), [], "nothing to lose");
    let daily = Standing { gap_millidays: 1_000, ..quiet(13, 30) };
    assert_eq!(found(daily), [], "two weeks of holidays are no silence");
}

#[test]
fn a_launch_is_for_good_clients_while_it_is_news() {
    let launch = |ago: i32| Standing { launched: Some(TODAY.plus(-ago)), ..good(8, 8) };
    assert!(matches!(found(launch(20))[..], [Reason::Launch { days: 20, .. }]));
    assert!(matches!(found(launch(90))[..], [Reason::Launch { .. }]));
    assert_eq!(found(launch(91)), []);
    assert_eq!(found(launch(-1)), [], "tomorrow's launch");
    assert_eq!(found(Standing { stars: Stars::new(3), ..launch(20) }), []);
    assert_eq!(found(Standing { last_touch: Some(TODAY.plus(-6)), ..launch(20) }), [], "contacted this week");
}

#[test]
fn what_is_planned_within_the_week_needs_no_other_reason() {
    let late = good(60, 60);
    assert_eq!(found(Standing { next_due: Some(TODAY.plus(7)), ..late }), []);
    assert_eq!(found(Standing { next_due: Some(TODAY.plus(8)), ..late }).len(), 2);
    let due = found(Standing { next_due: Some(TODAY), ..late });
    assert!(
        matches!(due[..], [Reason::FollowUp { days: 0, .. }, Reason::Touch(_), Reason::Visit { .. }]),
        "{due:?}"
    );
}

#[test]
fn a_lost_client_keeps_its_promises_only() {
    assert_eq!(found(Standing { lost: true, ..good(60, 60) }), []);
    let promised = Standing { lost: true, next_due: Some(TODAY.plus(-3)), ..good(60, 60) };
    assert!(matches!(found(promised)[..], [Reason::FollowUp { days: 3, .. }]));
}

#[test]
fn a_touch_ends_putting_off_and_its_count() {
    let off = PutOff { on: TODAY.plus(-5), to: TODAY.plus(2), times: 3 };
    let client = Standing { put_off: Some(off), ..good(60, 60) };
    assert_eq!((found(client), client.times_put_off()), (vec![], 3));
    let touched = Standing { last_touch: Some(TODAY.plus(-4)), ..client };
    assert_eq!(touched.times_put_off(), 0);
    assert!(matches!(found(touched)[..], [Reason::Visit { .. }]));
}

#[test]
fn urgency_is_two_less_the_period_over_the_time_gone_by() {
    let visit =
        |days: i32| Reason::Visit { late: Late { since: TODAY, every: 30, days, own: false }, seen: true };
    let table = [(visit(0), 1_000), (visit(30), 1_500), (visit(90), 1_750), (visit(300_000), 1_999)];
    for (reason, urgency) in table {
        assert_eq!(reason.urgency_milli(), urgency, "{reason:?}");
    }
    let follow_up = |days: i32| Reason::FollowUp { due: TODAY.plus(-days), days };
    assert_eq!([0, 7, 14].map(|days| follow_up(days).urgency_milli()), [1_500, 1_667, 1_750]);
    assert_eq!(Reason::NeverContacted.urgency_milli(), 2_000);
}
