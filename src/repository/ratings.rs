//! Calibrations and published stars: immutable rows, and which calibration holds now.

use super::error::Error;
use super::facts::{self, Merge};
use super::journal::{Action, Reach};
use super::rows::{day, flag, stars};
use crate::domain::day::Day;
use crate::domain::ids::{ActionId, ClientId};
use crate::domain::stars::Stars;
use crate::rating::{
    Calibration, Collector, Parameters, Portfolio, Potential, Purchase, Rating, Score, Source, Weights,
    is_ratable, rate,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::sync::LazyLock;

/// A calibration made with fewer buyers than this is made anew with the next sale: thresholds settle as a young
/// portfolio grows.
const YOUNG_BUYERS: i64 = 20;

/// The calibration that holds, ready for use.
#[derive(Debug)]
pub struct Current {
    pub id: i64,
    pub calibration: Calibration,
    /// How many clients had bought when it was made.
    pub buyers: i64,
    pub weights: Weights,
}

/// What scores are computed with before there is a calibration.
static DEFAULT: LazyLock<Current> = LazyLock::new(|| {
    let calibration = Collector::new(Day(0), Parameters::default()).finish().calibrate();
    let weights = Weights::new(calibration.parameters.half_life_days);
    Current { id: 0, calibration, buyers: 0, weights }
});

impl Current {
    /// The calibration, or the defaults while there is none.
    pub fn or_default(current: Option<&Self>) -> &Self {
        current.unwrap_or(&DEFAULT)
    }
}

const CALIBRATION: &str =
    "id, day, source, theta_2, theta_3, theta_4, theta_5, half_1, half_2, half_3, half_4, half_5,
    gap_prior_millidays, parameters, buyers";

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, Calibration, i64)> {
    let (source, parameters): (String, String) = (row.get(2)?, row.get(13)?);
    let calibration = Calibration {
        on: Day(row.get(1)?),
        thresholds: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
        level_thresholds: [row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?, row.get(11)?],
        gap_prior_millidays: row.get(12)?,
        parameters: serde_json::from_str(&parameters).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(13, rusqlite::types::Type::Text, Box::new(error))
        })?,
        source: if source == "manual" { Source::Manual } else { Source::Computed },
    };
    Ok((row.get(0)?, calibration, row.get(14)?))
}

/// The newest calibration.
pub fn current(connection: &Connection) -> Result<Option<Current>, Error> {
    let found = connection
        .prepare_cached(&format!("SELECT {CALIBRATION} FROM calibration ORDER BY id DESC LIMIT 1"))?
        .query_row([], read)
        .optional()?;
    Ok(found.map(|(id, calibration, buyers)| {
        let weights = Weights::new(calibration.parameters.half_life_days);
        Current { id, calibration, buyers, weights }
    }))
}

/// A client's computed rating as it stands, with the calibration that it was computed against; `None` when not rated.
pub fn rating(connection: &Connection, client: ClientId) -> Result<Option<(Rating, Calibration)>, Error> {
    let Some(current) = current(connection)? else { return Ok(None) };
    let rating = connection
        .prepare_cached(
            "SELECT stars, raw_stars, level, formula, rated_day, rate_minor, activity_ppm, earned_minor, purchase_days,
                    first_buy, last_buy, gap_millidays, overdue_milli, traded, potential_minor, potential_on,
                    confidence, value_minor
             FROM client_fact WHERE client_id = ?1 AND stars IS NOT NULL",
        )?
        .query_row([client.0], read_rating)
        .optional()?;
    Ok(rating.map(|rating| (rating, current.calibration)))
}

fn read_rating(row: &Row<'_>) -> rusqlite::Result<Rating> {
    Ok(Rating {
        star: stars(row, 0)?.unwrap_or(Stars::ZERO),
        raw: stars(row, 1)?.unwrap_or(Stars::ZERO),
        level: row.get(2)?,
        formula: row.get(3)?,
        as_of: Day(row.get(4)?),
        score: Score {
            rate_minor: row.get(5)?,
            activity_ppm: row.get(6)?,
            earned_minor: row.get(7)?,
            purchase_days: row.get(8)?,
            first: day(row, 9)?,
            last: day(row, 10)?,
            gap_millidays: row.get(11)?,
            overdue_milli: row.get(12)?,
            traded: flag(row, 13)?,
        },
        potential_minor: row.get(14)?,
        potential_on: day(row, 15)?,
        confidence: row.get(16)?,
        value_minor: row.get(17)?,
    })
}

/// Calibrates and publishes in the same action as a sale when there is no calibration yet or a young one.
pub fn calibrate_young(action: &mut Action<'_>) -> Result<(), Error> {
    calibrate_when(action, |current| current.buyers < YOUNG_BUYERS)
}

/// The same after an import, which also makes a calibration of its own day anew: one file rarely brings all sales.
pub fn calibrate_imported(action: &mut Action<'_>) -> Result<(), Error> {
    let today = action.session.today;
    calibrate_when(action, |current| current.buyers < YOUNG_BUYERS || current.calibration.on == today)
}

fn calibrate_when(action: &mut Action<'_>, outdated: impl Fn(&Current) -> bool) -> Result<(), Error> {
    let due = action.traded && current(&action.transaction)?.as_ref().is_none_or(outdated);
    if due { publish(action, true).map(|_published| ()) } else { Ok(()) }
}

/// Publishes everybody's stars as of today, after a new calibration when asked or when there is none; returns how many.
pub fn publish(action: &mut Action<'_>, recalibrate: bool) -> Result<usize, Error> {
    let today = action.session.today;
    let portfolio = collect(&action.transaction, today)?;
    let calibrate = recalibrate || current(&action.transaction)?.is_none();
    if calibrate {
        insert_calibration(action, &portfolio)?;
    }
    let Some(current) = current(&action.transaction)? else { return Ok(0) };
    let published = publish_events(action, &current, &portfolio)?;
    if calibrate || published > 0 {
        action.touch_everything();
    }
    Ok(published)
}

/// Every client with its purchases up to the day.
fn collect(connection: &Connection, today: Day) -> Result<Portfolio, Error> {
    let mut collector = Collector::new(today, Parameters::default());
    let mut clients = connection.prepare("SELECT id FROM client ORDER BY id")?;
    let mut lines = connection.prepare(
        "SELECT client_id, day, sum(base_minor) FROM sale_line GROUP BY client_id, day ORDER BY client_id, day",
    )?;
    let mut lines =
        Merge::new(lines.query([])?, |row| Ok(Purchase { day: Day(row.get(1)?), minor: row.get(2)? }))?;
    let mut purchases = Vec::new();
    let mut rows = clients.query([])?;
    while let Some(row) = rows.next()? {
        let client = row.get(0)?;
        purchases.clear();
        while let Some(purchase) = lines.next_of(client)? {
            purchases.push(purchase);
        }
        collector.add(ClientId(client), &purchases);
    }
    Ok(collector.finish())
}

fn insert_calibration(action: &Action<'_>, portfolio: &Portfolio) -> Result<(), Error> {
    let calibration = portfolio.calibrate();
    let buyers = portfolio
        .scores(calibration.gap_prior_millidays)
        .filter(|(_client, score)| score.purchase_days > 0)
        .count();
    let [theta_2, theta_3, theta_4, theta_5] = calibration.thresholds;
    let [half_1, half_2, half_3, half_4, half_5] = calibration.level_thresholds;
    let source = match calibration.source {
        Source::Computed => "computed",
        Source::Manual => "manual",
    };
    action.transaction.execute(
        "INSERT INTO calibration (day, created_at, author, source, theta_2, theta_3, theta_4, theta_5, half_1, half_2,
            half_3, half_4, half_5, gap_prior_millidays, parameters, buyers, action_id)
         VALUES (:day, :at, :author, :source, :theta_2, :theta_3, :theta_4, :theta_5, :half_1, :half_2, :half_3,
            :half_4, :half_5, :gap, :parameters, :buyers, :action)",
        named_params! {
            ":day": calibration.on.0, ":at": (action.session.now_ms)(), ":author": action.session.author,
            ":source": source, ":theta_2": theta_2, ":theta_3": theta_3, ":theta_4": theta_4, ":theta_5": theta_5,
            ":half_1": half_1, ":half_2": half_2, ":half_3": half_3, ":half_4": half_4, ":half_5": half_5,
            ":gap": calibration.gap_prior_millidays,
            ":parameters": serde_json::to_string(&calibration.parameters).unwrap_or_default(),
            ":buyers": i64::try_from(buyers).unwrap_or(i64::MAX), ":action": action.on_behalf_of.0,
        },
    )?;
    Ok(())
}

/// One event a client that can be rated; returns how many.
fn publish_events(action: &Action<'_>, current: &Current, portfolio: &Portfolio) -> Result<usize, Error> {
    let (today, now) = (action.session.today, (action.session.now_ms)());
    let parameters = &current.calibration.parameters;
    let mut clients = action.transaction.prepare(
        "SELECT c.id, c.potential_minor, c.potential_on, f.published_stars, f.published_calibration
         FROM client c LEFT JOIN client_fact f ON f.client_id = c.id ORDER BY c.id",
    )?;
    let mut rows = clients.query([])?;
    let mut published = 0;
    for (client, score) in portfolio.scores(current.calibration.gap_prior_millidays) {
        let Some(row) = rows.next()? else { break };
        debug_assert_eq!(row.get(0), Ok(client.0), "both passes read the clients in the order of their keys");
        let potential = match (row.get::<_, Option<i64>>(1)?, day(row, 2)?) {
            (Some(minor), Some(on)) => Some(Potential { minor, on }),
            (Some(_) | None, _) => None,
        };
        let last = stars(row, 3)?;
        let recalibrated = row.get::<_, Option<i64>>(4)?.is_some_and(|id| id != current.id);
        if is_ratable(&score, potential, last, today, parameters) {
            let rating = rate(&score, potential, &current.calibration, last, recalibrated, today);
            insert_event(action, current.id, client, &rating, now)?;
            published += 1;
        }
    }
    Ok(published)
}

fn insert_event(
    action: &Action<'_>,
    calibration: i64,
    client: ClientId,
    rating: &Rating,
    now: i64,
) -> Result<(), Error> {
    let score = &rating.score;
    action
        .transaction
        .prepare_cached(
            "INSERT INTO rating_event (client_id, kind, as_of, published_at, calibration_id, action_id, stars,
                raw_stars, level, formula, rate_minor, activity_ppm, earned_minor, purchase_days, first_day, last_day,
                gap_millidays, overdue_milli, traded, potential_minor, potential_on, confidence, value_minor, author)
             VALUES (:client, 'computed', :as_of, :at, :calibration, :action, :stars, :raw, :level, :formula, :rate,
                :activity, :earned, :days, :first, :last, :gap, :overdue, :traded, :potential, :potential_on,
                :confidence, :value, :author)",
        )?
        .execute(named_params! {
            ":client": client.0, ":as_of": rating.as_of.0, ":at": now, ":calibration": calibration,
            ":action": action.on_behalf_of.0, ":stars": rating.star.get(), ":raw": rating.raw.get(), ":level": rating.level,
            ":formula": rating.formula, ":rate": score.rate_minor, ":activity": score.activity_ppm,
            ":earned": score.earned_minor, ":days": score.purchase_days, ":first": score.first.map(|day| day.0),
            ":last": score.last.map(|day| day.0), ":gap": score.gap_millidays, ":overdue": score.overdue_milli,
            ":traded": score.traded, ":potential": rating.potential_minor,
            ":potential_on": rating.potential_on.map(|day| day.0), ":confidence": rating.confidence,
            ":value": rating.value_minor, ":author": action.session.author,
        })?;
    action
        .transaction
        .prepare_cached(
            "INSERT INTO client_fact (client_id, published_stars, published_calibration) VALUES (?1, ?2, ?3)
             ON CONFLICT (client_id) DO UPDATE SET published_stars = ?2, published_calibration = ?3",
        )?
        .execute((client.0, rating.star.get(), calibration))?;
    Ok(())
}

/// Takes back what an action published and calibrated: the stars published before hold again.
pub fn withdraw(action: &mut Action<'_>, target: ActionId) -> Result<(), Error> {
    let events: bool = action.transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM calibration WHERE action_id = ?1)
             OR EXISTS (SELECT 1 FROM rating_event WHERE action_id = ?1)",
        [target.0],
        |row| row.get(0),
    )?;
    if !events {
        return Ok(());
    }
    action.transaction.execute("DELETE FROM rating_event WHERE action_id = ?1", [target.0])?;
    action.transaction.execute("DELETE FROM calibration WHERE action_id = ?1", [target.0])?;
    action.transaction.execute_batch(
        "UPDATE client_fact SET (published_stars, published_calibration) =
            (SELECT e.stars, e.calibration_id FROM rating_event e
             WHERE e.client_id = client_fact.client_id AND e.kind = 'computed' ORDER BY e.id DESC LIMIT 1)",
    )?;
    action.touch_everything();
    Ok(())
}

/// Are so many clients more than half of them, and too many to be done in no time?
fn is_most(connection: &Connection, touched: usize) -> Result<bool, Error> {
    const FEW: usize = 1_000;
    if touched < FEW {
        return Ok(false);
    }
    let clients: i64 = connection.query_row("SELECT count(*) FROM client", [], |row| row.get(0))?;
    Ok(usize::try_from(clients).unwrap_or(usize::MAX) < touched.saturating_mul(2))
}

/// Computes the facts that the action made stale.
pub fn refresh_touched(action: &Action<'_>) -> Result<(), Error> {
    let today = action.session.today;
    if action.reach() == Reach::Everything {
        return facts::refresh_all(&action.transaction, today);
    }
    // One pass over all is sooner done than half of them one by one.
    if is_most(&action.transaction, action.touched().len())? {
        return facts::refresh_all(&action.transaction, today);
    }
    let current = current(&action.transaction)?;
    for client in action.touched() {
        facts::refresh(&action.transaction, current.as_ref(), *client, today)?;
    }
    Ok(())
}
