//! Derived facts, never typed: a client's stars and what they were computed from, last purchase, visit and touch, sales
//! of the last 365 days, next follow-up. Refreshed for one client in the transaction that changed it, for all when a new
//! day makes everything older; both ways give the same row.

use super::error::Error;
use super::ratings::{self, Current};
use super::rows::day;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::stars::Stars;
use crate::rating::{Potential, Purchase, Rating, Score, is_ratable, rate, score};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Days that make "the last year" of a client's sales.
pub const YEAR_DAYS: i32 = 365;

/// What a client's facts are computed from, besides its purchases.
#[derive(Debug, Clone, Copy, Default)]
pub struct Basis {
    pub potential: Option<Potential>,
    pub published: Option<Stars>,
    pub published_calibration: Option<i64>,
    pub contact: LastContact,
    pub next_due: Option<Day>,
}

/// The last days on which a client was contacted.
#[derive(Debug, Clone, Copy, Default)]
pub struct LastContact {
    pub visit: Option<Day>,
    pub touch: Option<Day>,
    pub email: Option<Day>,
}

/// The columns of a row of `last contact` SQL: newest visit, touch (anything but a note) and email up to `:today`.
const LAST_CONTACT: &str = "max(day) FILTER (WHERE kind IN ('visit', 'meeting')),
    max(day) FILTER (WHERE kind <> 'note'), max(day) FILTER (WHERE kind = 'email')";

/// The net amount, in minor units, of the 365 days up to one of them.
pub fn year(sales: impl IntoIterator<Item = (Day, i64)>, to: Day) -> i64 {
    let from = to.plus(-YEAR_DAYS);
    let within = sales.into_iter().filter(|(day, _)| *day > from && *day <= to);
    within.fold(0_i64, |sum, (_, minor)| sum.saturating_add(minor))
}

/// Computes one client's facts anew.
pub fn refresh(
    connection: &Connection,
    current: Option<&Current>,
    client: ClientId,
    today: Day,
) -> Result<(), Error> {
    let Some(basis) = basis(connection, client, today)? else { return Ok(()) };
    let purchases = purchases(connection, client)?;
    let facts = Facts::compute(&purchases, &basis, current, today);
    facts.store(connection, client)
}

fn basis(connection: &Connection, client: ClientId, today: Day) -> Result<Option<Basis>, Error> {
    let found = connection
        .prepare_cached(
            "SELECT c.potential_minor, c.potential_on, f.published_stars, f.published_calibration
             FROM client c LEFT JOIN client_fact f ON f.client_id = c.id WHERE c.id = ?1",
        )?
        .query_row([client.0], read_basis)
        .optional()?;
    let Some(mut basis) = found else { return Ok(None) };
    basis.contact = connection
        .prepare_cached(&format!(
            "SELECT {LAST_CONTACT} FROM interaction WHERE client_id = ?1 AND day <= ?2"
        ))?
        .query_row((client.0, today.0), |row| read_contact(row, 0))?;
    basis.next_due = connection
        .prepare_cached(
            "SELECT min(coalesce(snoozed_to, due_day)) FROM follow_up WHERE client_id = ?1 AND state = 'open'",
        )?
        .query_row([client.0], |row| day(row, 0))?;
    Ok(Some(basis))
}

fn read_basis(row: &Row<'_>) -> rusqlite::Result<Basis> {
    let potential = match (row.get::<_, Option<i64>>(0)?, day(row, 1)?) {
        (Some(minor), Some(on)) => Some(Potential { minor, on }),
        (Some(_) | None, _) => None,
    };
    Ok(Basis {
        potential,
        published: super::rows::stars(row, 2)?,
        published_calibration: row.get(3)?,
        contact: LastContact::default(),
        next_due: None,
    })
}

fn read_contact(row: &Row<'_>, from: usize) -> rusqlite::Result<LastContact> {
    Ok(LastContact { visit: day(row, from)?, touch: day(row, from + 1)?, email: day(row, from + 2)? })
}

/// A client's purchases, one a day, oldest first.
pub fn purchases(connection: &Connection, client: ClientId) -> Result<Vec<Purchase>, Error> {
    let purchases = connection
        .prepare_cached(
            "SELECT day, sum(base_minor) FROM sale_line WHERE client_id = ?1 GROUP BY day ORDER BY day",
        )?
        .query_map([client.0], |row| Ok(Purchase { day: Day(row.get(0)?), minor: row.get(1)? }))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(purchases)
}

/// One client's row of derived facts.
struct Facts<'a> {
    basis: &'a Basis,
    score: Score,
    rating: Option<Rating>,
    sales_year: i64,
}

impl<'a> Facts<'a> {
    fn compute(purchases: &[Purchase], basis: &'a Basis, current: Option<&Current>, today: Day) -> Self {
        let ruler = Current::or_default(current);
        let score = score(
            purchases,
            today,
            ruler.calibration.gap_prior_millidays,
            &ruler.weights,
            &ruler.calibration.parameters,
        );
        let ratable =
            is_ratable(&score, basis.potential, basis.published, today, &ruler.calibration.parameters);
        let rating = current.filter(|_current| ratable).map(|current| {
            let recalibrated = basis.published_calibration.is_some_and(|id| id != current.id);
            rate(&score, basis.potential, &current.calibration, basis.published, recalibrated, today)
        });
        let sales_year = year(purchases.iter().map(|purchase| (purchase.day, purchase.minor)), today);
        Self { basis, score, rating, sales_year }
    }

    fn store(&self, connection: &Connection, client: ClientId) -> Result<(), Error> {
        let Self { basis, score, rating, sales_year } = self;
        let rated = rating.as_ref();
        connection
            .prepare_cached(
                "INSERT INTO client_fact (client_id, stars, raw_stars, level, formula, rated_day, rate_minor,
                    activity_ppm, earned_minor, purchase_days, first_buy, last_buy, gap_millidays, overdue_milli,
                    traded, potential_minor, potential_on, confidence, value_minor, published_stars,
                    published_calibration, sales_year, last_visit, last_touch, last_email, next_due)
                 VALUES (:client, :stars, :raw, :level, :formula, :rated, :rate, :activity, :earned, :days, :first,
                    :last, :gap, :overdue, :traded, :potential, :potential_on, :confidence, :value, :published,
                    :published_calibration, :year, :visit, :touch, :email, :due)
                 ON CONFLICT (client_id) DO UPDATE SET
                    stars = :stars, raw_stars = :raw, level = :level, formula = :formula, rated_day = :rated,
                    rate_minor = :rate, activity_ppm = :activity, earned_minor = :earned, purchase_days = :days,
                    first_buy = :first, last_buy = :last, gap_millidays = :gap, overdue_milli = :overdue,
                    traded = :traded, potential_minor = :potential, potential_on = :potential_on,
                    confidence = :confidence, value_minor = :value, published_stars = :published,
                    published_calibration = :published_calibration, sales_year = :year, last_visit = :visit,
                    last_touch = :touch, last_email = :email, next_due = :due",
            )?
            .execute(named_params! {
                ":client": client.0,
                ":stars": rated.map(|it| it.star.get()),
                ":raw": rated.map(|it| it.raw.get()),
                ":level": rated.map(|it| it.level),
                ":formula": rated.map(|it| it.formula),
                ":rated": rated.map(|it| it.as_of.0),
                ":rate": score.rate_minor,
                ":activity": score.activity_ppm,
                ":earned": score.earned_minor,
                ":days": score.purchase_days,
                ":first": score.first.map(|day| day.0),
                ":last": score.last.map(|day| day.0),
                ":gap": score.gap_millidays,
                ":overdue": score.overdue_milli,
                ":traded": score.traded,
                ":potential": rated.and_then(|it| it.potential_minor),
                ":potential_on": rated.and_then(|it| it.potential_on).map(|day| day.0),
                ":confidence": rated.map(|it| it.confidence),
                ":value": rated.map(|it| it.value_minor),
                ":published": basis.published.map(Stars::get),
                ":published_calibration": basis.published_calibration,
                ":year": sales_year,
                ":visit": basis.contact.visit.map(|day| day.0),
                ":touch": basis.contact.touch.map(|day| day.0),
                ":email": basis.contact.email.map(|day| day.0),
                ":due": basis.next_due.map(|day| day.0),
            })?;
        Ok(())
    }
}

/// Computes everybody's facts anew in one pass over the lines in key order.
pub fn refresh_all(connection: &Connection, today: Day) -> Result<(), Error> {
    let current = ratings::current(connection)?;
    let mut clients = connection.prepare(
        "SELECT c.potential_minor, c.potential_on, f.published_stars, f.published_calibration, c.id
         FROM client c LEFT JOIN client_fact f ON f.client_id = c.id ORDER BY c.id",
    )?;
    let mut lines = connection.prepare(
        "SELECT client_id, day, sum(base_minor) FROM sale_line GROUP BY client_id, day ORDER BY client_id, day",
    )?;
    let mut contacts = connection.prepare(&format!(
        "SELECT client_id, {LAST_CONTACT} FROM interaction WHERE day <= ?1 GROUP BY client_id ORDER BY client_id"
    ))?;
    let mut dues = connection.prepare(
        "SELECT client_id, min(coalesce(snoozed_to, due_day)) FROM follow_up WHERE state = 'open'
         GROUP BY client_id ORDER BY client_id",
    )?;
    let mut lines =
        Merge::new(lines.query([])?, |row| Ok(Purchase { day: Day(row.get(1)?), minor: row.get(2)? }))?;
    let mut contacts = Merge::new(contacts.query([today.0])?, |row| read_contact(row, 1))?;
    let mut dues = Merge::new(dues.query([])?, |row| day(row, 1))?;
    let mut purchases = Vec::new();
    let mut rows = clients.query([])?;
    while let Some(row) = rows.next()? {
        let client = row.get(4)?;
        let mut basis = read_basis(row)?;
        purchases.clear();
        while let Some(purchase) = lines.next_of(client)? {
            purchases.push(purchase);
        }
        basis.contact = contacts.next_of(client)?.unwrap_or_default();
        basis.next_due = dues.next_of(client)?.flatten();
        Facts::compute(&purchases, &basis, current.as_ref(), today).store(connection, ClientId(client))?;
    }
    Ok(())
}

/// Walks rows ordered by client beside the clients themselves.
pub struct Merge<'s, T> {
    rows: rusqlite::Rows<'s>,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
    waiting: Option<(i64, T)>,
}

impl<'s, T> Merge<'s, T> {
    /// The first column of the rows is the client.
    pub fn new(rows: rusqlite::Rows<'s>, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Self, Error> {
        let mut merge = Self { rows, read, waiting: None };
        merge.advance()?;
        Ok(merge)
    }

    fn advance(&mut self) -> Result<(), Error> {
        self.waiting = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, (self.read)(row)?)),
            None => None,
        };
        Ok(())
    }

    /// The next row if it is this client's; rows of clients passed over are skipped.
    pub fn next_of(&mut self, client: i64) -> Result<Option<T>, Error> {
        while self.waiting.as_ref().is_some_and(|(waiting, _row)| *waiting < client) {
            self.advance()?;
        }
        if self.waiting.as_ref().is_none_or(|(waiting, _row)| *waiting != client) {
            return Ok(None);
        }
        let found = self.waiting.take().map(|(_client, row)| row);
        self.advance()?;
        Ok(found)
    }
}
