//! Reads the briefing of a client: at 10,000 clients and 200,000 lines in 2 ms, one in a hundred in more than 8 ms.

mod alike;

use super::error::Error;
use super::facts::year;
use super::list_rows;
use super::rows::{json_ids, text, word};
use super::{cards, clients, ratings};
use crate::analysis::habit::{HISTORY_DAYS, Habit};
use crate::analysis::peers::Basket;
use crate::domain::brief::{Brief, BriefSale, MOST_TOLD, NEWEST, OpenOffer, StoppedProduct};
use crate::domain::contact::ContactRow;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, OfferId, ProductId, SaleId};
use crate::domain::kinds::{OfferAnswer, SaleKind};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashMap};

/// Everything before a visit to a client. What is dated after today has not happened.
pub fn read(connection: &Connection, client: ClientId, today: Day) -> Result<Brief, Error> {
    let row = list_rows::clients(connection, &[client.0], today)?.pop().ok_or(Error::Gone)?;
    let contacts = cards::contacts(connection, client, today)?;
    let bought = Bought::read(connection, client, today)?;
    let mut stopped = stopped(connection, &bought, today)?;
    let stopped_count = stopped.len();
    let proposals = alike::proposals(connection, client, &row.sector, &bought, &stopped, today)?;
    stopped.truncate(MOST_TOLD);
    Ok(Brief {
        file: clients::open(connection, client)?,
        people: people(&contacts),
        rating: ratings::rating(connection, client)?,
        star_override: cards::star_override(connection, client, today)?,
        purchases: purchases(connection, client, today)?,
        stopped,
        stopped_count,
        offers: open_offers(connection, client)?,
        follow_ups: cards::open_follow_ups(connection, client, today)?,
        contacts: cards::newest_contacts(connection, client, today, NEWEST)?,
        proposals,
        row,
    })
}

/// Who buys, and the main contact if that is someone else.
fn people(contacts: &[ContactRow]) -> Vec<ContactRow> {
    let mut people: Vec<ContactRow> = cards::buyer(contacts).into_iter().collect();
    let main = contacts.iter().find(|contact| contact.main && contact.left_on.is_none());
    people.extend(main.filter(|main| people.iter().all(|buyer| buyer.id != main.id)).cloned());
    people
}

/// What a client bought in the years that tell its habits: net amounts of each product a day. Lines without a product do not count.
struct Bought {
    client: ClientId,
    /// In the order of days.
    products: HashMap<ProductId, Vec<(Day, i64)>>,
}

impl Bought {
    fn read(connection: &Connection, client: ClientId, today: Day) -> Result<Self, Error> {
        let mut statement = connection.prepare_cached(
            "SELECT product_id, day, base_minor FROM sale_line
             WHERE client_id = ?1 AND day > ?2 AND day <= ?3 AND product_id IS NOT NULL ORDER BY day",
        )?;
        let mut rows = statement.query((client.0, today.plus(-HISTORY_DAYS).0, today.0))?;
        let mut products: HashMap<ProductId, Vec<(Day, i64)>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let (day, minor) = (Day(row.get(1)?), row.get::<_, i64>(2)?);
            let days = products.entry(ProductId(row.get(0)?)).or_default();
            match days.last_mut().filter(|(last, _)| *last == day) {
                Some((_, sum)) => *sum = sum.saturating_add(minor),
                None => days.push((day, minor)),
            }
        }
        Ok(Self { client, products })
    }

    /// What it bought in the year up to today, what came back taken off.
    fn basket(&self, today: Day) -> Basket {
        let bought = self.products.iter().filter(|(_, days)| year(days.iter().copied(), today) > 0);
        Basket::new(self.client, bought.map(|(product, _)| *product).collect())
    }

    /// The products by the day on which they were bought last, the newest first.
    fn newest_first(&self) -> Vec<ProductId> {
        let mut newest: Vec<(Day, ProductId)> = self
            .products
            .iter()
            .filter_map(|(product, days)| Some((days.iter().rev().find(|(_, sum)| *sum > 0)?.0, *product)))
            .collect();
        newest.sort_by_key(|(day, product)| (std::cmp::Reverse(*day), *product));
        newest.into_iter().map(|(_, product)| product).collect()
    }
}

/// Habits that ended, the most money first. Products that are no longer sold were not stopped by the client.
fn stopped(connection: &Connection, bought: &Bought, today: Day) -> Result<Vec<StoppedProduct>, Error> {
    let current = ratings::current(connection)?;
    let prior = ratings::Current::or_default(current.as_ref()).calibration.gap_prior_millidays;
    let mut ended: BTreeMap<ProductId, StoppedProduct> = BTreeMap::new();
    for (product, sums) in &bought.products {
        let days: Vec<Day> = sums.iter().filter(|(_, sum)| *sum > 0).map(|(day, _)| *day).collect();
        let Some(habit) = Habit::of(&days) else { continue };
        if let Some(silence) = habit.stopped(prior, today) {
            let stopped = StoppedProduct {
                product: *product,
                name: String::new(),
                days: habit.days,
                gap_days: (silence.gap_millidays + 500) / 1_000,
                last: habit.last,
                year_minor: year(sums.iter().copied(), habit.last),
            };
            ended.insert(*product, stopped);
        }
    }
    let names = sold_names(connection, ended.keys().copied())?;
    let mut stopped: Vec<StoppedProduct> = ended
        .into_values()
        .filter_map(|stopped| Some(StoppedProduct { name: names.get(&stopped.product)?.clone(), ..stopped }))
        .collect();
    stopped.sort_by_key(|stopped| std::cmp::Reverse((stopped.year_minor, stopped.last)));
    Ok(stopped)
}

/// The names of those of the products that are still sold.
fn sold_names(
    connection: &Connection,
    products: impl Iterator<Item = ProductId>,
) -> Result<HashMap<ProductId, String>, Error> {
    let ids: Vec<i64> = products.map(|product| product.0).collect();
    let names = connection
        .prepare_cached(
            "SELECT id, name FROM product WHERE active = 1 AND id IN (SELECT value FROM json_each(?1))",
        )?
        .query_map([json_ids(&ids)], |row| Ok((ProductId(row.get(0)?), row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

fn purchases(connection: &Connection, client: ClientId, today: Day) -> Result<Vec<BriefSale>, Error> {
    // The three lines of the most money, whatever their place in the document.
    let purchases = connection
        .prepare_cached(
            "SELECT d.id, d.day, d.kind, d.base_minor,
                (SELECT group_concat(name, ', ') FROM
                    (SELECT CASE WHEN l.description <> '' THEN l.description ELSE coalesce(p.name, '') END AS name
                     FROM sale_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = d.id
                     ORDER BY abs(l.base_minor) DESC, l.position LIMIT 3))
             FROM sale d WHERE d.client_id = :client AND d.day <= :today ORDER BY d.day DESC, d.id DESC LIMIT :limit",
        )?
        .query_map(named_params! { ":client": client.0, ":today": today.0, ":limit": NEWEST }, |row| {
            Ok(BriefSale {
                id: SaleId(row.get(0)?),
                day: Day(row.get(1)?),
                kind: word(row, 2, SaleKind::from_word, SaleKind::Sale)?,
                base_minor: row.get(3)?,
                products: text(row, 4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(purchases)
}

fn open_offers(connection: &Connection, client: ClientId) -> Result<Vec<OpenOffer>, Error> {
    let offers = connection
        .prepare_cached(
            "SELECT o.id, o.day, p.name, o.answer, s.name
             FROM offer o JOIN product p ON p.id = o.product_id LEFT JOIN salesperson s ON s.id = o.salesperson_id
             WHERE o.client_id = ?1 AND o.answer IN ('pending', 'interested') ORDER BY o.day DESC, o.id DESC",
        )?
        .query_map([client.0], |row| {
            Ok(OpenOffer {
                id: OfferId(row.get(0)?),
                day: Day(row.get(1)?),
                product: row.get(2)?,
                answer: word(row, 3, OfferAnswer::from_word, OfferAnswer::Pending)?,
                salesperson: text(row, 4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(offers)
}
