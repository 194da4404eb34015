//! The rows of a list that a screen shows now, read by key.

use super::custom_fields;
use super::error::Error;
use super::request::Rows;
use super::rows::{STARS, day, flag, json_ids, recurrence, stars, text, word};
use super::surveys::scale;
use super::totals;
use crate::analysis::trend::Trend;
use crate::domain::client::ClientRow;
use crate::domain::contact::ContactRow;
use crate::domain::custom::CustomCells;
use crate::domain::day::Day;
use crate::domain::follow_up::{DoneBy, FollowUpRow};
use crate::domain::ids::{
    ClientId, ContactId, FollowUpId, InteractionId, OfferId, ProductId, SaleId, SalespersonId, SurveyAnswerId,
};
use crate::domain::interaction::InteractionRow;
use crate::domain::kinds::{
    ContactRole, CustomEntity, Direction, FollowUpKind, FollowUpState, InteractionKind, OfferAnswer, Outcome,
    SaleKind, SalespersonRole, Stage,
};
use crate::domain::list::ListKind;
use crate::domain::offer::{BOUGHT_WITHIN, OfferRow};
use crate::domain::product::ProductRow;
use crate::domain::sale::SaleRow;
use crate::domain::salesperson::SalespersonRow;
use crate::domain::survey::SurveyRow;
use rusqlite::{Connection, Row, named_params};
use std::collections::HashMap;

/// The rows with these keys, in the order of the keys; those that are gone are left out.
pub fn read(connection: &Connection, kind: ListKind, ids: &[i64], today: Day) -> Result<Rows, Error> {
    Ok(match kind {
        ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => {
            Rows::Clients(clients(connection, ids, today)?)
        }
        ListKind::Contacts => Rows::Contacts(contacts(connection, ids, today)?),
        ListKind::Sales => Rows::Sales(sales(connection, ids, today)?),
        ListKind::Activity => Rows::Activity(activity(connection, ids, today)?),
        ListKind::Totals => Rows::Totals(totals::rows(connection, ids)?),
        ListKind::FollowUps => Rows::FollowUps(follow_ups(connection, ids, today)?),
        ListKind::Offers => Rows::Offers(offers(connection, ids, today)?),
        ListKind::Surveys => Rows::Surveys(surveys(connection, ids, today)?),
        ListKind::Products => Rows::Products(products(connection, ids, today)?),
        ListKind::Salespeople => Rows::Salespeople(salespeople(connection, ids, today)?),
    })
}

/// Runs a query over `:ids` whose first column is the key and gives its rows in the order of the keys.
fn in_order<T>(
    connection: &Connection,
    sql: &str,
    ids: &[i64],
    today: Day,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut found: HashMap<i64, T> = statement
        .query_map(named_params! { ":ids": json_ids(ids), ":today": today.0 }, |row| {
            Ok((row.get(0)?, read(row)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

pub fn clients(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<ClientRow>, Error> {
    let sql = format!(
        "SELECT c.id, c.code, c.name, c.city, c.sector, c.phone, c.email, c.stage, s.name, {STARS},
                coalesce(c.override_until >= :today, 0), coalesce(f.sales_year, 0), c.potential_minor, f.last_buy,
                f.last_visit, f.last_touch, f.next_due, c.archived_at IS NOT NULL,
                (SELECT json_group_array(t.name ORDER BY t.key) FROM client_tag g JOIN tag t ON t.id = g.tag_id
                 WHERE g.client_id = c.id)
         FROM client c LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN salesperson s ON s.id = c.owner_id
         WHERE c.id IN (SELECT value FROM json_each(:ids))"
    );
    let mut rows = in_order(connection, &sql, ids, today, |row| {
        Ok(ClientRow {
            id: ClientId(row.get(0)?),
            code: row.get(1)?,
            name: row.get(2)?,
            city: row.get(3)?,
            sector: row.get(4)?,
            phone: row.get(5)?,
            email: row.get(6)?,
            stage: word(row, 7, Stage::from_word, Stage::Prospect)?,
            owner: text(row, 8)?,
            stars: stars(row, 9)?,
            overridden: flag(row, 10)?,
            sales_year: row.get(11)?,
            potential: row.get(12)?,
            last_buy: day(row, 13)?,
            last_visit: day(row, 14)?,
            last_touch: day(row, 15)?,
            next_due: day(row, 16)?,
            archived: flag(row, 17)?,
            tags: serde_json::from_str(&text(row, 18)?).unwrap_or_default(),
            custom: CustomCells::new(),
        })
    })?;
    let mut cells = custom_fields::cells(connection, CustomEntity::Client, ids)?;
    for row in &mut rows {
        row.custom = cells.remove(&row.id.0).unwrap_or_default();
    }
    Ok(rows)
}

pub fn contacts(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<ContactRow>, Error> {
    let sql = format!(
        "SELECT k.id, k.client_id, c.name, c.city, {STARS}, k.name, k.job_title, k.role, k.main, k.phone, k.email,
                k.left_on,
                (SELECT max(i.day) FROM interaction i
                 WHERE i.contact_id = k.id AND i.kind <> 'note' AND i.day <= :today)
         FROM contact k JOIN client c ON c.id = k.client_id LEFT JOIN client_fact f ON f.client_id = c.id
         WHERE k.id IN (SELECT value FROM json_each(:ids))"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(ContactRow {
            id: ContactId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            city: row.get(3)?,
            stars: stars(row, 4)?,
            name: row.get(5)?,
            job_title: row.get(6)?,
            role: word(row, 7, ContactRole::from_word, ContactRole::Other)?,
            main: flag(row, 8)?,
            phone: row.get(9)?,
            email: row.get(10)?,
            left_on: day(row, 11)?,
            last_touch: day(row, 12)?,
        })
    })
}

/// The names of a sale's products, at most three, as one text.
pub const PRODUCTS_OF_SALE: &str = "(SELECT group_concat(name, ', ') FROM
    (SELECT CASE WHEN l.description <> '' THEN l.description ELSE coalesce(p.name, '') END AS name
     FROM sale_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = d.id ORDER BY l.position LIMIT 3))";

fn sales(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<SaleRow>, Error> {
    let sql = format!(
        "SELECT d.id, d.client_id, c.name, {STARS}, k.name, s.name, d.day, d.number, d.kind, d.currency, d.total_minor,
                d.base_minor, (SELECT count(*) FROM sale_line l WHERE l.sale_id = d.id), {PRODUCTS_OF_SALE}
         FROM sale d JOIN client c ON c.id = d.client_id LEFT JOIN client_fact f ON f.client_id = c.id
         LEFT JOIN contact k ON k.id = d.contact_id LEFT JOIN salesperson s ON s.id = d.salesperson_id
         WHERE d.id IN (SELECT value FROM json_each(:ids)) AND :today = :today"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(SaleRow {
            id: SaleId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            stars: stars(row, 3)?,
            contact: text(row, 4)?,
            salesperson: text(row, 5)?,
            day: Day(row.get(6)?),
            number: row.get(7)?,
            kind: word(row, 8, SaleKind::from_word, SaleKind::Sale)?,
            currency: row.get(9)?,
            total_minor: row.get(10)?,
            base_minor: row.get(11)?,
            lines: row.get(12)?,
            products: text(row, 13)?,
        })
    })
}

pub fn follow_ups(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<FollowUpRow>, Error> {
    let sql = format!(
        "SELECT u.id, u.client_id, c.name, c.city, {STARS}, k.name, s.name, coalesce(u.snoozed_to, u.due_day), u.kind,
                u.title, u.snoozes, u.state, u.recurrence, u.recurs_step, u.recurs_until, u.closed_day, i.id, i.kind, i.day,
                i.text, u.contact_id
         FROM follow_up u JOIN client c ON c.id = u.client_id LEFT JOIN client_fact f ON f.client_id = c.id
         LEFT JOIN contact k ON k.id = u.contact_id LEFT JOIN salesperson s ON s.id = u.salesperson_id LEFT JOIN interaction i ON i.id = u.done_by
         WHERE u.id IN (SELECT value FROM json_each(:ids)) AND :today = :today"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(FollowUpRow {
            id: FollowUpId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            city: row.get(3)?,
            stars: stars(row, 4)?,
            contact: text(row, 5)?,
            contact_id: row.get::<_, Option<i64>>(20)?.map(ContactId),
            salesperson: text(row, 6)?,
            due: Day(row.get(7)?),
            kind: word(row, 8, FollowUpKind::from_word, FollowUpKind::Task)?,
            title: row.get(9)?,
            snoozes: row.get(10)?,
            state: word(row, 11, FollowUpState::from_word, FollowUpState::Open)?,
            recurrence: recurrence(row, 12)?,
            closed: day(row, 15)?,
            done_by: done_by(row, 16)?,
        })
    })
}

/// The interaction that did a follow-up, in columns that stand side by side.
fn done_by(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<DoneBy>> {
    let Some(id) = row.get::<_, Option<i64>>(index)? else { return Ok(None) };
    Ok(Some(DoneBy {
        id: InteractionId(id),
        kind: word(row, index + 1, InteractionKind::from_word, InteractionKind::Note)?,
        day: Day(row.get(index + 2)?),
        text: row.get(index + 3)?,
    }))
}

/// The offers with these keys, in the order of the keys.
pub fn offers(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<OfferRow>, Error> {
    let sql = format!(
        "SELECT o.id, o.client_id, c.name, {STARS}, o.product_id, p.name, p.price_micros, s.name, o.day, o.answer,
                o.answered_day, o.reason,
                CASE WHEN o.answer IN ('pending', 'interested') AND o.day <= :today THEN :today - o.day END,
                CASE WHEN o.answer IN ('pending', 'interested') THEN
                    (SELECT min(l.day) FROM sale_line l JOIN sale d ON d.id = l.sale_id
                     WHERE l.product_id = o.product_id AND l.client_id = o.client_id AND d.kind = 'sale'
                       AND l.day BETWEEN o.day AND min(o.day + {BOUGHT_WITHIN}, :today)) END
         FROM offer o JOIN client c ON c.id = o.client_id JOIN product p ON p.id = o.product_id
         LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN salesperson s ON s.id = o.salesperson_id
         WHERE o.id IN (SELECT value FROM json_each(:ids))"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(OfferRow {
            id: OfferId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            stars: stars(row, 3)?,
            product: ProductId(row.get(4)?),
            product_name: row.get(5)?,
            price_micros: row.get(6)?,
            salesperson: text(row, 7)?,
            day: Day(row.get(8)?),
            answer: word(row, 9, OfferAnswer::from_word, OfferAnswer::Pending)?,
            answered: day(row, 10)?,
            reason: row.get(11)?,
            waiting: row.get(12)?,
            bought_since: day(row, 13)?,
        })
    })
}

fn surveys(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<SurveyRow>, Error> {
    let sql = format!(
        "SELECT a.id, a.client_id, c.name, {STARS}, k.name, v.name, v.scale_min, v.scale_max, a.sent_day,
                a.answered_day, a.score, a.comment
         FROM survey_answer a JOIN survey v ON v.id = a.survey_id JOIN client c ON c.id = a.client_id
         LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN contact k ON k.id = a.contact_id
         WHERE a.id IN (SELECT value FROM json_each(:ids))"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(SurveyRow {
            id: SurveyAnswerId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            stars: stars(row, 3)?,
            contact: text(row, 4)?,
            survey: row.get(5)?,
            scale: scale(row, 6)?,
            sent: Day(row.get(8)?),
            answered: day(row, 9)?,
            score: row.get(10)?,
            comment: row.get(11)?,
        })
    })
}

fn activity(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<InteractionRow>, Error> {
    let sql = format!(
        "SELECT i.id, i.client_id, c.name, c.city, {STARS}, k.name, s.name, i.kind, i.direction, i.day, i.minutes,
                i.outcome, i.text,
                (SELECT json_group_array(p.name) FROM offer o JOIN product p ON p.id = o.product_id
                 WHERE o.interaction_id = i.id)
         FROM interaction i JOIN client c ON c.id = i.client_id LEFT JOIN client_fact f ON f.client_id = c.id
         LEFT JOIN contact k ON k.id = i.contact_id LEFT JOIN salesperson s ON s.id = i.salesperson_id
         WHERE i.id IN (SELECT value FROM json_each(:ids)) AND :today = :today"
    );
    in_order(connection, &sql, ids, today, |row| {
        Ok(InteractionRow {
            id: InteractionId(row.get(0)?),
            client: ClientId(row.get(1)?),
            client_name: row.get(2)?,
            city: row.get(3)?,
            stars: stars(row, 4)?,
            contact: text(row, 5)?,
            salesperson: text(row, 6)?,
            kind: word(row, 7, InteractionKind::from_word, InteractionKind::Note)?,
            direction: word(row, 8, Direction::from_word, Direction::Out)?,
            day: Day(row.get(9)?),
            minutes: row.get(10)?,
            outcome: row.get::<_, Option<String>>(11)?.as_deref().and_then(Outcome::from_word),
            text: row.get(12)?,
            offered: serde_json::from_str(&text(row, 13)?).unwrap_or_default(),
        })
    })
}

/// The sums of sales are those of [`super::product_facts`], which must have been read.
pub fn products(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<ProductRow>, Error> {
    let sql = "SELECT p.id, p.sku, p.name, m.name, p.unit, p.price_micros, p.active, coalesce(y.sales_year, 0),
                coalesce(y.clients_year, 0), y.last_sale, coalesce(y.now_minor, 0), coalesce(y.before_minor, 0)
         FROM product p LEFT JOIN family m ON m.id = p.family_id LEFT JOIN temp.product_fact y ON y.product_id = p.id
         WHERE p.id IN (SELECT value FROM json_each(:ids)) AND :today = :today";
    in_order(connection, sql, ids, today, |row| {
        Ok(ProductRow {
            id: ProductId(row.get(0)?),
            sku: row.get(1)?,
            name: row.get(2)?,
            family: text(row, 3)?,
            unit: row.get(4)?,
            price_micros: row.get(5)?,
            active: flag(row, 6)?,
            sales_year: row.get(7)?,
            clients_year: row.get(8)?,
            last_sale: day(row, 9)?,
            trend: Trend::of(row.get(10)?, row.get(11)?),
        })
    })
}

fn salespeople(connection: &Connection, ids: &[i64], today: Day) -> Result<Vec<SalespersonRow>, Error> {
    let sql = "SELECT s.id, s.code, s.name, s.email, s.role, b.name,
                (SELECT count(*) FROM client x WHERE x.owner_id = s.id AND x.archived_at IS NULL),
                s.touches_per_week, s.active
         FROM salesperson s LEFT JOIN salesperson b ON b.id = s.reports_to
         WHERE s.id IN (SELECT value FROM json_each(:ids)) AND :today = :today";
    in_order(connection, sql, ids, today, |row| {
        Ok(SalespersonRow {
            id: SalespersonId(row.get(0)?),
            code: row.get(1)?,
            name: row.get(2)?,
            email: row.get(3)?,
            role: word(row, 4, SalespersonRole::from_word, SalespersonRole::Seller)?,
            reports_to: text(row, 5)?,
            clients: row.get(6)?,
            touches_per_week: row.get(7)?,
            active: flag(row, 8)?,
        })
    })
}
