//! Follow-ups and goals: what is done, late, put off and to come, and what is to be reached.

use super::clients::{Care, Client, Size};
use super::phrases::{HABITS, TITLES};
use super::products::GOAL_FAMILY;
use super::random::Random;
use super::sales::working;
use crate::domain::day::Day;
use crate::domain::goal::{GoalDraft, GoalScope};
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::{FollowUpKind, GoalMetric};
use crate::domain::recurrence::{Every, Recurrence};
use crate::domain::stars::Stars;
use chrono::{Datelike, NaiveDate};

/// A follow-up and what becomes of it.
pub struct Task {
    pub client: usize,
    /// Days ago on which it was written down.
    pub since: i32,
    pub due: Day,
    pub kind: FollowUpKind,
    pub title: &'static str,
    pub recurrence: Option<Recurrence>,
    pub fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Open,
    /// Done so many days ago.
    Done(i32),
    Dropped(i32),
    /// Put off so many times, the last time to this day.
    PutOff(u8, Day),
}

const TOPIC: u64 = 71;

/// The days ago on which follow-ups are written down and closed, oldest first. A step of the story each.
pub const STEPS: [i32; 4] = [70, 45, 20, 6];

/// Everything to do, in the order in which it was written down.
pub fn tasks(clients: &[Client], today: Day) -> Vec<Task> {
    let mut tasks: Vec<Task> = clients
        .iter()
        .enumerate()
        .filter(|(_, client)| !client.draft.do_not_contact && client.care != Care::Never)
        .flat_map(|(index, client)| of_client(client, index, today))
        .collect();
    tasks.sort_by_key(|task| (std::cmp::Reverse(task.since), task.due, task.client));
    tasks
}

fn of_client(client: &Client, index: usize, today: Day) -> Vec<Task> {
    let mut random = Random::of(TOPIC, index);
    let mut tasks = Vec::new();
    if client.since >= STEPS[0] && random.chance(36) {
        tasks.push(old(client, index, today, &mut random));
    }
    if client.since >= STEPS[2] && random.chance(22) {
        let due = upcoming(today.plus(random.days(-14, 18)));
        tasks.push(task(index, STEPS[2], due, Fate::Open, &mut random));
    }
    if random.chance(16) {
        let due = upcoming(today.plus(random.days(0, 45)));
        tasks.push(task(index, 0, due, Fate::Open, &mut random));
    }
    if client.since >= STEPS[1] && random.chance(9) {
        tasks.push(habit(index, today, &mut random));
    }
    tasks
}

/// Comes back; some have been done once and opened the next one since.
fn habit(client: usize, today: Day, random: &mut Random) -> Task {
    let first = (FollowUpKind::Call, Every::Weeks(1), "");
    let (kind, every, title) = random.pick(HABITS).copied().unwrap_or(first);
    let due = working(today.plus(random.days(-14, 9)));
    let until = random.chance(25).then(|| due.plus(180));
    let is_done = due <= today.plus(-STEPS[3]);
    let fate = if is_done { Fate::Done(STEPS[3]) } else { Fate::Open };
    Task { client, since: STEPS[1], due, kind, title, recurrence: Some(Recurrence { every, until }), fate }
}

/// Written down long ago: those for good clients are late or put off more often than those for loud ones.
fn old(client: &Client, index: usize, today: Day, random: &mut Random) -> Task {
    let due = working(today.plus(-random.days(21, 64)));
    let good = matches!(client.size, Size::Key | Size::Large);
    let done = STEPS[1..].iter().copied().find(|step| today.plus(-step) >= due).unwrap_or(STEPS[3]);
    let fate = match random.between(1, 100) {
        _ if client.care == Care::Loud => Fate::Done(done),
        1..=30 if good => Fate::PutOff(3, upcoming(today.plus(random.days(-3, 10)))),
        1..=55 if good => Fate::Open,
        1..=58 => Fate::Done(done),
        59..=66 => Fate::Dropped(done),
        67..=78 => Fate::PutOff(1, upcoming(today.plus(random.days(-5, 15)))),
        _ => Fate::Open,
    };
    task(index, STEPS[0], due, fate, random)
}

fn task(client: usize, since: i32, due: Day, fate: Fate, random: &mut Random) -> Task {
    let (kind, title) = random.pick(TITLES).copied().unwrap_or((FollowUpKind::Task, ""));
    Task { client, since, due, kind, title, recurrence: None, fate }
}

/// The first working day from `day` on.
fn upcoming(day: Day) -> Day {
    let before = working(day);
    if before == day { day } else { before.plus(3) }
}

/// Goals of the current year and quarter. `sold` is what each salesperson, the manager first, sold in the last 365 days,
/// in cents; `machines` what was sold of that family.
pub fn goals(people: &[SalespersonId], sold: &[i64], machines: i64, today: Day) -> Vec<GoalDraft> {
    let Some(date) = today.date() else { return Vec::new() };
    let year = period(date, 1, 12);
    let first = date.month0() / 3 * 3 + 1;
    let quarter = period(date, first, first + 2);
    let (Some(year), Some(quarter)) = (year, quarter) else { return Vec::new() };
    let mut goals = Vec::new();
    let mut add = |(starts, ends): (Day, Day), metric, scope, target: i64| {
        goals.push(GoalDraft { id: None, rev: 0, starts, ends, metric, scope, target: target.max(1) });
    };
    let stars = |stars| GoalScope::Stars(Stars::new(stars).unwrap_or(Stars::MAX));
    add(year, GoalMetric::Sales, GoalScope::Company, round(sold.iter().sum::<i64>() * 108 / 100, 1_000_000));
    for (person, sold) in people.iter().zip(sold) {
        add(quarter, GoalMetric::Sales, GoalScope::Salesperson(*person), round(sold * 27 / 100, 100_000));
    }
    add(
        quarter,
        GoalMetric::Sales,
        GoalScope::Family(GOAL_FAMILY.to_owned()),
        round(machines * 30 / 100, 100_000),
    );
    add(quarter, GoalMetric::Visits, GoalScope::Company, 260);
    add(quarter, GoalMetric::Touches, GoalScope::Company, 900);
    add(quarter, GoalMetric::Coverage, stars(5), 100);
    add(quarter, GoalMetric::Coverage, stars(4), 90);
    add(quarter, GoalMetric::Offers, GoalScope::Company, 60);
    add(quarter, GoalMetric::WonBack, GoalScope::Company, 5);
    add(year, GoalMetric::NewClients, GoalScope::Company, 24);
    goals
}

/// Down to something that can be said aloud.
fn round(cents: i64, to: i64) -> i64 {
    cents / to * to
}

/// From the first day of one month to the last day of another of the date's year.
fn period(date: NaiveDate, first: u32, last: u32) -> Option<(Day, Day)> {
    let starts = NaiveDate::from_ymd_opt(date.year(), first, 1)?;
    let after = match last {
        12 => NaiveDate::from_ymd_opt(date.year().checked_add(1)?, 1, 1)?,
        month => NaiveDate::from_ymd_opt(date.year(), month + 1, 1)?,
    };
    Some((Day::from(starts), Day::from(after).plus(-1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_for_the_quarter_and_year_of_the_day() {
        for (today, quarter) in [
            ("2026-11-24", ("2026-10-01", "2026-12-31")),
            ("2028-02-29", ("2028-01-01", "2028-03-31")),
            ("2027-06-30", ("2027-04-01", "2027-06-30")),
        ] {
            let day = |text: &str| Day::from(text.parse::<NaiveDate>().unwrap());
            let today = day(today);
            let goals = goals(&[SalespersonId(1)], &[500_000_000], 9_000_000, today);
            assert!(goals.iter().all(|goal| goal.starts <= today && today <= goal.ends && goal.target > 0));
            assert!(goals.iter().any(|goal| (goal.starts, goal.ends) == (day(quarter.0), day(quarter.1))));
        }
    }
}
