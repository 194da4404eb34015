//! From a standing to the reasons to contact a client, and how urgent each is.

use super::standing::{Policy, Standing};
use super::{GOOD_STARS, LAUNCH_DAYS, PLANNED_DAYS, SILENT_AFTER, SILENT_UNTIL};
use crate::domain::day::Day;

/// A cadence that ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// Since when it runs: the last visit or touch; of a client never visited, the day it was entered.
    pub since: Day,
    pub every: i32,
    /// Days beyond.
    pub days: i32,
    /// It was agreed for this client; else its stars ask for it.
    pub own: bool,
}

/// Why a client is to be contacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The open follow-up is due, for so many days.
    FollowUp {
        due: Day,
        days: i32,
    },
    NeverContacted,
    /// `seen` is false of a client never visited.
    Visit {
        late: Late,
        seen: bool,
    },
    Touch(Late),
    /// Nothing bought for so many days, against so many thousandths of a day between purchases.
    Silent {
        since: Day,
        days: i32,
        gap_millidays: i64,
    },
    /// Not offered what was launched so many days ago.
    Launch {
        launched: Day,
        days: i32,
    },
}

/// Urgencies are in thousandths: of what is just due, and the bound that only the never contacted reach.
const DUE: i64 = 1_000;
const NEVER: i64 = 2_000;

/// A shorter interval between purchases is not taken for a rhythm.
const LEAST_GAP: i64 = 7_000;

/// Days for which a contact answers the question why a client is silent, at least.
const ASKED_DAYS: i64 = 14;

/// Days for which a contact answers a launch.
const LAUNCH_REST: i32 = 7;

/// Days within which a launch is to be offered.
const LAUNCH_PERIOD: i64 = 30;

/// A follow-up due today is as urgent as a cadence twice run out, one a week late as one three times.
const WEEK: i64 = 7;

impl Reason {
    /// Thousandths: 1000 when just due, 2000 when never contacted, between them for all else.
    pub fn urgency_milli(&self) -> i64 {
        match *self {
            Self::NeverContacted => NEVER,
            Self::FollowUp { days, .. } => bounded(WEEK, 2 * WEEK + i64::from(days)),
            Self::Visit { late, .. } | Self::Touch(late) => {
                bounded(late.every.into(), i64::from(late.every) + i64::from(late.days))
            }
            Self::Silent { days, gap_millidays, .. } => {
                bounded(SILENT_AFTER * gap_millidays, i64::from(days) * 1_000)
            }
            Self::Launch { days, .. } => bounded(LAUNCH_PERIOD, i64::from(days).max(LAUNCH_PERIOD)),
        }
    }

    fn is_promise(&self) -> bool {
        matches!(self, Self::FollowUp { .. })
    }
}

/// 2 − period/elapsed, in thousandths, below 2 however late.
fn bounded(period: i64, elapsed: i64) -> i64 {
    let share = period.saturating_mul(DUE) / elapsed.max(1);
    (NEVER - share).clamp(DUE, NEVER - 1)
}

/// The reasons to contact the client today: the promise first, the others by urgency.
pub fn reasons(standing: &Standing, policy: &Policy, today: Day) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = all(standing, policy, today).into_iter().flatten().collect();
    reasons.sort_by_key(|reason| (!reason.is_promise(), -reason.urgency_milli()));
    reasons
}

/// The greatest urgency, in thousandths, and whether a promise is due; `None` when there is no reason.
pub fn urgency(standing: &Standing, policy: &Policy, today: Day) -> Option<(i64, bool)> {
    let found = all(standing, policy, today);
    let greatest = found.iter().flatten().map(Reason::urgency_milli).max()?;
    Some((greatest, found.iter().flatten().any(Reason::is_promise)))
}

fn all(standing: &Standing, policy: &Policy, today: Day) -> [Option<Reason>; 6] {
    if standing.out_of_reach {
        return [None; 6];
    }
    let promise = standing
        .next_due
        .filter(|due| *due <= today)
        .map(|due| Reason::FollowUp { due, days: today.since(due) });
    if is_seen_to(standing, today) {
        return [promise, None, None, None, None, None];
    }
    let never = standing.last_touch.is_none().then_some(Reason::NeverContacted);
    let touched = standing.last_touch.is_some();
    [
        promise,
        never,
        visit(standing, policy, today).filter(|_| touched),
        touch(standing, policy, today),
        silent(standing, today),
        launch(standing, today),
    ]
}

/// Needs nothing but what was promised.
fn is_seen_to(standing: &Standing, today: Day) -> bool {
    let contacted = standing.last_touch.is_some_and(|touch| touch >= today);
    let put_off = standing.put_off.is_some_and(|it| it.to > today && it.holds(standing.last_touch));
    let planned = standing.next_due.is_some_and(|due| due > today && due <= today.plus(PLANNED_DAYS));
    standing.lost || contacted || put_off || planned
}

fn visit(standing: &Standing, policy: &Policy, today: Day) -> Option<Reason> {
    let (own, of_stars) = (standing.own.visit_every, policy.of(standing.stars).visit_every);
    let since = standing.last_visit.unwrap_or(standing.known_since);
    let late = late(own, of_stars, since, today)?;
    Some(Reason::Visit { late, seen: standing.last_visit.is_some() })
}

fn touch(standing: &Standing, policy: &Policy, today: Day) -> Option<Reason> {
    let (own, of_stars) = (standing.own.touch_every, policy.of(standing.stars).touch_every);
    late(own, of_stars, standing.last_touch?, today).map(Reason::Touch)
}

fn late(own: Option<i32>, of_stars: Option<i32>, since: Day, today: Day) -> Option<Late> {
    let every = own.or(of_stars)?.max(1);
    let days = today.since(since).checked_sub(every).filter(|days| *days >= 0)?;
    Some(Late { since, every, days, own: own.is_some() })
}

fn silent(standing: &Standing, today: Day) -> Option<Reason> {
    let since = standing.last_buy.filter(|_| standing.stake_minor > 0)?;
    let gap_millidays = standing.gap_millidays.max(LEAST_GAP);
    let days = today.since(since);
    let millidays = i64::from(days) * 1_000;
    if millidays < SILENT_AFTER * gap_millidays || millidays > SILENT_UNTIL * gap_millidays {
        return None;
    }
    let rest = (ASKED_DAYS * 1_000).max(gap_millidays);
    let asked = standing.last_touch.is_some_and(|touch| i64::from(today.since(touch)) * 1_000 < rest);
    (!asked).then_some(Reason::Silent { since, days, gap_millidays })
}

fn launch(standing: &Standing, today: Day) -> Option<Reason> {
    let launched = standing.launched.filter(|_| standing.stars.is_some_and(|it| it.get() >= GOOD_STARS))?;
    let days = today.since(launched);
    let rests = standing.last_touch.is_some_and(|touch| today.since(touch) < LAUNCH_REST);
    ((0..=LAUNCH_DAYS).contains(&days) && !rests).then_some(Reason::Launch { launched, days })
}
