//! Reads the card of a product.

use super::error::Error;
use super::facts::{YEAR_DAYS, year};
use super::rows::{STARS, json_ids, stars};
use super::{list_rows, product_facts, products, ratings};
use crate::analysis::habit::{HISTORY_DAYS, Habit};
use crate::analysis::trend::MONTHS;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ProductId};
use crate::domain::product_card::{CLIENTS_TOLD, ProductCard, ProductClient};
use crate::domain::stars::Stars;
use chrono::{Datelike, Months, NaiveDate};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashSet};

/// Everything about a product. What is dated after today has not happened; the sums of [`product_facts`] must have been read.
pub fn read(
    connection: &Connection,
    product: ProductId,
    currency: Currency,
    today: Day,
) -> Result<ProductCard, Error> {
    let row = list_rows::products(connection, &[product.0], today)?.pop().ok_or(Error::Gone)?;
    let sales = Sales::read(connection, product, currency, today)?;
    let current = ratings::current(connection)?;
    let prior = ratings::Current::or_default(current.as_ref()).calibration.gap_prior_millidays;
    let (mut buyers, mut stopped) = (Vec::new(), Vec::new());
    for (client, days) in &sales.clients {
        let bought: Vec<Day> = days.iter().filter(|(_, minor)| *minor > 0).map(|(day, _)| *day).collect();
        let Some(habit) = Habit::of(&bought) else { continue };
        let is_stopped = habit.stopped(prior, today).is_some();
        let told = |year_minor| ProductClient {
            client: *client,
            name: String::new(),
            city: String::new(),
            stars: None,
            days: habit.days,
            gap_days: (habit.silence(prior, today).gap_millidays + 500) / 1_000,
            last: habit.last,
            year_minor,
        };
        let this_year = year(days.iter().copied(), today);
        if is_stopped && row.active {
            stopped.push(told(year(days.iter().copied(), habit.last)));
        } else if this_year > 0 {
            buyers.push(told(this_year));
        }
    }
    let (buyers, stopped) = (of_now(connection, buyers)?, of_now(connection, stopped)?);
    let (buyers_count, stopped_count) = (buyers.len(), stopped.len());
    Ok(ProductCard {
        launched_on: products::open(connection, product)?.launched_on,
        window: product_facts::window(connection, today)?,
        months: sales.months,
        paid_micros: sales.paid_micros,
        buyers: named(connection, buyers, today)?,
        stopped: named(connection, stopped, today)?,
        buyers_count,
        stopped_count,
        offers: offers(connection, product, today)?,
        row,
    })
}

/// What the lines of a product come to.
struct Sales {
    /// Net amounts a client and day, in the order of days.
    clients: BTreeMap<ClientId, Vec<(Day, i64)>>,
    months: Vec<(Day, i64)>,
    paid_micros: Option<(i64, i64)>,
}

impl Sales {
    fn read(
        connection: &Connection,
        product: ProductId,
        currency: Currency,
        today: Day,
    ) -> Result<Self, Error> {
        let mut sales = Self { clients: BTreeMap::new(), months: months(today), paid_micros: None };
        let mut statement = connection.prepare_cached(
            "SELECT client_id, day, base_minor, quantity_milli FROM sale_line
             WHERE product_id = ?1 AND day > ?2 AND day <= ?3 ORDER BY day",
        )?;
        let mut rows = statement.query((product.0, today.plus(-HISTORY_DAYS).0, today.0))?;
        let year = today.plus(-YEAR_DAYS);
        while let Some(row) = rows.next()? {
            let (client, day) = (ClientId(row.get(0)?), Day(row.get(1)?));
            let (minor, quantity): (i64, i64) = (row.get(2)?, row.get(3)?);
            let days = sales.clients.entry(client).or_default();
            match days.last_mut().filter(|(last, _)| *last == day) {
                Some((_, sum)) => *sum = sum.saturating_add(minor),
                None => days.push((day, minor)),
            }
            let month = sales.months.partition_point(|(first, _)| *first <= day);
            if let Some((_, sum)) = month.checked_sub(1).and_then(|month| sales.months.get_mut(month)) {
                *sum = sum.saturating_add(minor);
            }
            if let Some(price) = unit_price(minor, quantity, currency).filter(|_| day > year) {
                let (low, high) = sales.paid_micros.unwrap_or((price, price));
                sales.paid_micros = Some((low.min(price), high.max(price)));
            }
        }
        Ok(sales)
    }
}

/// The first days of the last months, the present one last, nothing sold in them yet.
fn months(today: Day) -> Vec<(Day, i64)> {
    let Some(this) = today.date().and_then(|date| NaiveDate::from_ymd_opt(date.year(), date.month(), 1))
    else {
        return Vec::new();
    };
    let back = |months: usize| this.checked_sub_months(Months::new(u32::try_from(months).ok()?));
    (0..MONTHS).rev().filter_map(back).map(|first| (Day::from(first), 0)).collect()
}

/// What one unit cost, in millionths; `None` for what was given away, returned or has no quantity.
fn unit_price(minor: i64, quantity_milli: i64, currency: Currency) -> Option<i64> {
    /// From one whole unit of money on, a price is told in its smallest coin; below, in hundredths of a cent.
    const WHOLE: i128 = 1_000_000;
    const FINE: i128 = 100;
    if minor <= 0 || quantity_milli <= 0 {
        return None;
    }
    let coin = 10_i128.pow(6_u32.saturating_sub(currency.exponent()));
    let price = i128::from(minor) * coin * 1_000 / i128::from(quantity_milli);
    let step = if price < WHOLE { FINE } else { coin };
    i64::try_from((price + step / 2) / step * step).ok()
}

/// Those who are not archived, for these are nobody's to visit: they neither count nor take the place of others.
fn of_now(connection: &Connection, mut clients: Vec<ProductClient>) -> Result<Vec<ProductClient>, Error> {
    let ids: Vec<i64> = clients.iter().map(|it| it.client.0).collect();
    let archived: HashSet<ClientId> = connection
        .prepare_cached(
            "SELECT id FROM client WHERE id IN (SELECT value FROM json_each(?1)) AND archived_at IS NOT NULL",
        )?
        .query_map([json_ids(&ids)], |row| row.get(0).map(ClientId))?
        .collect::<rusqlite::Result<_>>()?;
    clients.retain(|it| !archived.contains(&it.client));
    Ok(clients)
}

/// Those of the most money, with their names.
fn named(
    connection: &Connection,
    mut clients: Vec<ProductClient>,
    today: Day,
) -> Result<Vec<ProductClient>, Error> {
    clients.sort_by_key(|it| (std::cmp::Reverse((it.year_minor, it.last)), it.client));
    clients.truncate(CLIENTS_TOLD);
    let ids: Vec<i64> = clients.iter().map(|it| it.client.0).collect();
    let mut names: BTreeMap<ClientId, (String, String, Option<Stars>)> = connection
        .prepare_cached(&format!(
            "SELECT c.id, c.name, c.city, {STARS} FROM client c LEFT JOIN client_fact f ON f.client_id = c.id
             WHERE c.id IN (SELECT value FROM json_each(:ids))"
        ))?
        .query_map(named_params! { ":ids": json_ids(&ids), ":today": today.0 }, |row| {
            Ok((ClientId(row.get(0)?), (row.get(1)?, row.get(2)?, stars(row, 3)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let named = clients.into_iter().filter_map(|it| {
        let (name, city, stars) = names.remove(&it.client)?;
        Some(ProductClient { name, city, stars, ..it })
    });
    Ok(named.collect())
}

fn offers(connection: &Connection, product: ProductId, today: Day) -> Result<[i64; 4], Error> {
    let counts = connection
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE answer = 'pending'), count(*) FILTER (WHERE answer = 'interested'),
                    count(*) FILTER (WHERE answer = 'bought'), count(*) FILTER (WHERE answer = 'rejected')
             FROM offer WHERE product_id = ?1 AND day > ?2",
        )?
        .query_row((product.0, today.plus(-YEAR_DAYS).0), |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        })?;
    Ok(counts)
}
