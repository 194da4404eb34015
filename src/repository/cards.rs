//! Reads the client card.

use super::error::Error;
use super::list_rows::{self, PRODUCTS_OF_SALE};
use super::rows::{day, stars, text, word};
use super::{clients, custom_fields, ratings, surveys};
use crate::domain::card::{ClientCard, StarOverride, TIMELINE_LIMIT, TimelineEvent, TimelineItem};
use crate::domain::client::ClientDraft;
use crate::domain::contact::ContactRow;
use crate::domain::custom::{CustomField, CustomValue};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::{ClientId, FollowUpId, InteractionId, OfferId, SaleId, SurveyAnswerId};
use crate::domain::kinds::{
    ContactRole, CustomEntity, Direction, FollowUpKind, FollowUpState, InteractionKind, OfferAnswer, Outcome,
    SaleKind,
};
use crate::domain::offer::OfferRow;
use crate::domain::survey::Scale;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Everything about a client.
pub fn read(connection: &Connection, client: ClientId, today: Day) -> Result<ClientCard, Error> {
    let row = list_rows::clients(connection, &[client.0], today)?.pop().ok_or(Error::Gone)?;
    let contacts = contacts(connection, client, today)?;
    let (timeline, timeline_more) = timeline(connection, client)?;
    let (sales_total, sales_count) = connection
        .prepare_cached("SELECT coalesce(sum(base_minor), 0), count(*) FROM sale WHERE client_id = ?1")?
        .query_row([client.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let counts = touches_of_year(connection, client, today)?;
    let file = clients::open(connection, client)?;
    Ok(ClientCard {
        sales_year: row.sales_year,
        custom: custom(connection, &file)?,
        file,
        buyer: buyer(&contacts),
        last_buyer: last_buyer(connection, client, today)?,
        rating: ratings::rating(connection, client)?,
        star_override: star_override(connection, client, today)?,
        sales_total,
        sales_count,
        open_follow_ups: open_follow_ups(connection, client, today)?,
        open_offers: open_offers(connection, client, today)?,
        last_score: surveys::last_score(connection, client)?,
        timeline,
        timeline_more,
        visits_year: counts[0],
        calls_year: counts[1],
        emails_year: counts[2],
        contacts,
        row,
    })
}

fn ids(connection: &Connection, sql: &str, client: ClientId) -> Result<Vec<i64>, Error> {
    let ids = connection
        .prepare_cached(sql)?
        .query_map([client.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The open follow-ups, the most urgent first.
pub fn open_follow_ups(
    connection: &Connection,
    client: ClientId,
    today: Day,
) -> Result<Vec<FollowUpRow>, Error> {
    let ids = ids(
        connection,
        "SELECT id FROM follow_up WHERE client_id = ?1 AND state = 'open' ORDER BY coalesce(snoozed_to, due_day), id",
        client,
    )?;
    list_rows::follow_ups(connection, &ids, today)
}

/// The offers that wait for an answer or a sale, those without an answer first, then the newest.
fn open_offers(connection: &Connection, client: ClientId, today: Day) -> Result<Vec<OfferRow>, Error> {
    let ids = ids(
        connection,
        "SELECT id FROM offer WHERE client_id = ?1 AND answer IN ('pending', 'interested')
         ORDER BY answer <> 'pending', day DESC, id DESC",
        client,
    )?;
    list_rows::offers(connection, &ids, today)
}

/// Everybody at the client: the main contact first, those who left last.
pub fn contacts(connection: &Connection, client: ClientId, today: Day) -> Result<Vec<ContactRow>, Error> {
    let ids = ids(
        connection,
        "SELECT id FROM contact WHERE client_id = ?1 ORDER BY left_on IS NOT NULL, main DESC, sort_key, id",
        client,
    )?;
    list_rows::contacts(connection, &ids, today)
}

/// The main contact in purchasing, else anyone in purchasing, else the main one.
pub fn buyer(contacts: &[ContactRow]) -> Option<ContactRow> {
    let here = || contacts.iter().filter(|contact| contact.left_on.is_none());
    here()
        .find(|contact| contact.role == ContactRole::Purchasing)
        .or_else(|| here().find(|contact| contact.main))
        .cloned()
}

fn last_buyer(connection: &Connection, client: ClientId, today: Day) -> Result<Option<(String, Day)>, Error> {
    let found = connection
        .prepare_cached(
            "SELECT coalesce(k.name, ''), d.day FROM sale d LEFT JOIN contact k ON k.id = d.contact_id
             WHERE d.client_id = ?1 AND d.kind = 'sale' AND d.day <= ?2 ORDER BY d.day DESC, d.id DESC LIMIT 1",
        )?
        .query_row((client.0, today.0), |row| Ok((row.get(0)?, Day(row.get(1)?))))
        .optional()?;
    Ok(found)
}

/// A manager's word that is in force.
pub fn star_override(
    connection: &Connection,
    client: ClientId,
    today: Day,
) -> Result<Option<StarOverride>, Error> {
    let found = connection
        .prepare_cached(
            "SELECT override_stars, override_reason, override_until, override_by FROM client
             WHERE id = ?1 AND override_until >= ?2",
        )?
        .query_row((client.0, today.0), |row| {
            let (stars, until) = (stars(row, 0)?, day(row, 2)?);
            let (reason, by) = (row.get(1)?, row.get(3)?);
            Ok(stars.zip(until).map(|(stars, until)| StarOverride { stars, reason, until, by }))
        })
        .optional()?;
    Ok(found.flatten())
}

/// Visits, calls and emails of the last 365 days.
fn touches_of_year(connection: &Connection, client: ClientId, today: Day) -> Result<[i64; 3], Error> {
    let counts = connection
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE kind IN ('visit', 'meeting')), count(*) FILTER (WHERE kind = 'call'),
                    count(*) FILTER (WHERE kind = 'email')
             FROM interaction WHERE client_id = ?1 AND day > ?2 AND day <= ?3",
        )?
        .query_row((client.0, today.plus(-super::facts::YEAR_DAYS).0, today.0), |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?])
        })?;
    Ok(counts)
}

/// The values that the file has in the fields that users defined.
fn custom(connection: &Connection, file: &ClientDraft) -> Result<Vec<(CustomField, CustomValue)>, Error> {
    if file.custom.values().all(Option::is_none) {
        return Ok(Vec::new());
    }
    let fields = custom_fields::all(connection)?;
    let with_value = |field: &CustomField| Some((field.clone(), file.custom.get(&field.id)?.clone()?));
    Ok(fields.of(CustomEntity::Client).filter_map(with_value).collect())
}

/// An interaction that no survey tells of already.
const UNTOLD: &str = "(kind <> 'survey' OR NOT EXISTS
    (SELECT 1 FROM survey_answer told WHERE told.interaction_id = interaction.id))";

/// The newest things that happened, and how many older ones there are. Open follow-ups are shown apart.
fn timeline(connection: &Connection, client: ClientId) -> Result<(Vec<TimelineItem>, i64), Error> {
    // Each kind gives its own newest, so that of a client with a long history only what is shown is read.
    let sql = format!(
        "SELECT 'sale' AS what, d.day AS day, d.id AS id, s.name, k.name, d.kind, d.number, d.base_minor,
                {PRODUCTS_OF_SALE}, NULL
         FROM (SELECT id, day, salesperson_id, contact_id, kind, number, base_minor FROM sale
               WHERE client_id = :client ORDER BY day DESC, id DESC LIMIT :limit) d
         LEFT JOIN salesperson s ON s.id = d.salesperson_id LEFT JOIN contact k ON k.id = d.contact_id
         UNION ALL
         SELECT 'interaction', i.day, i.id, s.name, k.name, i.kind, i.direction, i.minutes, i.text, i.outcome
         FROM (SELECT id, day, salesperson_id, contact_id, kind, direction, minutes, text, outcome FROM interaction
               WHERE client_id = :client AND {UNTOLD} ORDER BY day DESC, id DESC LIMIT :limit) i
         LEFT JOIN salesperson s ON s.id = i.salesperson_id LEFT JOIN contact k ON k.id = i.contact_id
         UNION ALL
         SELECT 'follow_up', u.closed_day, u.id, s.name, k.name, u.kind, u.state, NULL, u.title, NULL
         FROM (SELECT id, closed_day, salesperson_id, contact_id, kind, state, title FROM follow_up
               WHERE client_id = :client AND state <> 'open' ORDER BY closed_day DESC, id DESC LIMIT :limit) u
         LEFT JOIN salesperson s ON s.id = u.salesperson_id LEFT JOIN contact k ON k.id = u.contact_id
         UNION ALL
         SELECT 'offer', o.day, o.id, s.name, NULL, o.answer, p.name, NULL, o.reason, NULL
         FROM (SELECT id, day, salesperson_id, product_id, answer, reason FROM offer
               WHERE client_id = :client ORDER BY day DESC, id DESC LIMIT :limit) o
         JOIN product p ON p.id = o.product_id LEFT JOIN salesperson s ON s.id = o.salesperson_id
         UNION ALL
         SELECT 'survey', a.sent_day, a.id, s.name, k.name, v.scale_min, v.name, a.score, a.comment, v.scale_max
         FROM (SELECT id, sent_day, survey_id, contact_id, interaction_id, score, comment FROM survey_answer
               WHERE client_id = :client ORDER BY sent_day DESC, id DESC LIMIT :limit) a
         JOIN survey v ON v.id = a.survey_id LEFT JOIN contact k ON k.id = a.contact_id
         LEFT JOIN interaction i ON i.id = a.interaction_id LEFT JOIN salesperson s ON s.id = i.salesperson_id
         ORDER BY day DESC, what, id DESC LIMIT :limit"
    );
    let limit = i64::try_from(TIMELINE_LIMIT).unwrap_or(i64::MAX);
    let items: Vec<TimelineItem> = connection
        .prepare_cached(&sql)?
        .query_map(named_params! { ":client": client.0, ":limit": limit }, item)?
        .collect::<rusqlite::Result<_>>()?;
    let all: i64 = connection
        .prepare_cached(&format!(
            "SELECT (SELECT count(*) FROM sale WHERE client_id = ?1)
                  + (SELECT count(*) FROM interaction WHERE client_id = ?1 AND {UNTOLD})
                  + (SELECT count(*) FROM follow_up WHERE client_id = ?1 AND state <> 'open')
                  + (SELECT count(*) FROM offer WHERE client_id = ?1)
                  + (SELECT count(*) FROM survey_answer WHERE client_id = ?1)"
        ))?
        .query_row([client.0], |row| row.get(0))?;
    let more = all - i64::try_from(items.len()).unwrap_or(all);
    Ok((items, more))
}

/// The newest interactions up to today that were contacts: notes are not.
pub fn newest_contacts(
    connection: &Connection,
    client: ClientId,
    today: Day,
    limit: i64,
) -> Result<Vec<TimelineItem>, Error> {
    let items = connection
        .prepare_cached(
            "SELECT 'interaction', i.day, i.id, s.name, k.name, i.kind, i.direction, i.minutes, i.text, i.outcome
             FROM interaction i LEFT JOIN salesperson s ON s.id = i.salesperson_id
             LEFT JOIN contact k ON k.id = i.contact_id
             WHERE i.client_id = :client AND i.day <= :today AND i.kind <> 'note'
             ORDER BY i.day DESC, i.id DESC LIMIT :limit",
        )?
        .query_map(named_params! { ":client": client.0, ":today": today.0, ":limit": limit }, item)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(items)
}

fn item(row: &Row<'_>) -> rusqlite::Result<TimelineItem> {
    let (what, id): (String, i64) = (row.get(0)?, row.get(2)?);
    let what = match what.as_str() {
        "sale" => TimelineEvent::Sale {
            id: SaleId(id),
            kind: word(row, 5, SaleKind::from_word, SaleKind::Sale)?,
            number: text(row, 6)?,
            base_minor: row.get(7)?,
            products: text(row, 8)?,
        },
        "follow_up" => TimelineEvent::FollowUp {
            id: FollowUpId(id),
            kind: word(row, 5, FollowUpKind::from_word, FollowUpKind::Task)?,
            state: word(row, 6, FollowUpState::from_word, FollowUpState::Done)?,
            title: text(row, 8)?,
        },
        "offer" => TimelineEvent::Offer {
            id: OfferId(id),
            product: text(row, 6)?,
            answer: word(row, 5, OfferAnswer::from_word, OfferAnswer::Pending)?,
            reason: text(row, 8)?,
        },
        "survey" => TimelineEvent::Survey {
            id: SurveyAnswerId(id),
            survey: text(row, 6)?,
            scale: Scale { min: row.get(5)?, max: row.get(9)? },
            score: row.get(7)?,
            comment: text(row, 8)?,
        },
        _ => TimelineEvent::Interaction {
            id: InteractionId(id),
            kind: word(row, 5, InteractionKind::from_word, InteractionKind::Note)?,
            direction: word(row, 6, Direction::from_word, Direction::Out)?,
            minutes: row.get(7)?,
            outcome: row.get::<_, Option<String>>(9)?.and_then(|outcome| Outcome::from_word(&outcome)),
            text: text(row, 8)?,
        },
    };
    Ok(TimelineItem { day: Day(row.get(1)?), who: text(row, 3)?, contact: text(row, 4)?, what })
}
