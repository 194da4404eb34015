//! Reads a week of follow-ups: only its days, the count of what is overdue and the first of that. All of them are found by
//! the index of open follow-ups by their day.

use super::error::Error;
use super::list_rows;
use super::rows::STARS;
use crate::domain::day::Day;
use crate::domain::week::{DAYS, LANE_LIMIT, Lane, Week};
use rusqlite::{Connection, named_params};

/// The follow-ups in the index of the open ones, without those of archived clients.
const OPEN: &str = "FROM follow_up u JOIN client c ON c.id = u.client_id
    WHERE u.state = 'open' AND c.archived_at IS NULL AND coalesce(u.snoozed_to, u.due_day)";

/// The week that begins on `first`.
pub fn read(connection: &Connection, first: Day, today: Day) -> Result<Week, Error> {
    let overdue = overdue(connection, today)?;
    let mut days: [Lane; DAYS] = std::array::from_fn(|_| Lane::default());
    let mut ids: [Vec<i64>; DAYS] = std::array::from_fn(|_| Vec::new());
    let sql = format!(
        "SELECT u.id, coalesce(u.snoozed_to, u.due_day)
         FROM follow_up u JOIN client c ON c.id = u.client_id LEFT JOIN client_fact f ON f.client_id = c.id
         WHERE u.state = 'open' AND c.archived_at IS NULL
           AND coalesce(u.snoozed_to, u.due_day) BETWEEN max(:first, :today) AND :last
         ORDER BY {STARS} DESC NULLS LAST, c.sort_key, u.id"
    );
    let last = first.plus(6);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query(named_params! { ":first": first.0, ":last": last.0, ":today": today.0 })?;
    while let Some(row) = rows.next()? {
        let place = usize::try_from(Day(row.get(1)?).since(first)).unwrap_or(0);
        if let (Some(lane), Some(ids)) = (days.get_mut(place), ids.get_mut(place)) {
            lane.count += 1;
            if ids.len() < LANE_LIMIT {
                ids.push(row.get(0)?);
            }
        }
    }
    for (lane, ids) in days.iter_mut().zip(&ids) {
        lane.rows = list_rows::follow_ups(connection, ids, today)?;
    }
    Ok(Week { first, overdue, days, capacity: capacity(connection)? })
}

fn overdue(connection: &Connection, today: Day) -> Result<Lane, Error> {
    let count = connection
        .prepare_cached(&format!("SELECT count(*) {OPEN} < ?1"))?
        .query_row([today.0], |row| row.get(0))?;
    let limit = i64::try_from(LANE_LIMIT).unwrap_or(i64::MAX);
    let ids: Vec<i64> = connection
        .prepare_cached(&format!(
            "SELECT u.id {OPEN} < ?1 ORDER BY coalesce(u.snoozed_to, u.due_day), u.id LIMIT ?2"
        ))?
        .query_map((today.0, limit), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Lane { rows: list_rows::follow_ups(connection, &ids, today)?, count })
}

/// What all who sell can do together; who has no number counts for nothing.
fn capacity(connection: &Connection) -> Result<Option<i64>, Error> {
    let sum: Option<i64> = connection
        .prepare_cached("SELECT sum(touches_per_week) FROM salesperson WHERE active = 1")?
        .query_row([], |row| row.get(0))?;
    Ok(sum.filter(|sum| *sum > 0))
}
