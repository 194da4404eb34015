//! In which order a list stands, from a fixed table: no text of the user's becomes SQL.

use super::source::Source;
use crate::domain::custom::Custom;
use crate::domain::list::{Column, ListKind, ListQuery, Sort};
use crate::repository::custom_fields::value_sql;
use crate::repository::rows::STARS;

/// The ORDER BY of a query: its levels, then the usual order of the kind.
pub fn order(query: &ListQuery) -> String {
    let mut levels: Vec<String> = query
        .sort
        .iter()
        .filter_map(|Sort { column, descending }| {
            let direction = if *descending { "DESC" } else { "ASC" };
            expression(query.kind, *column).map(|sql| format!("{sql} {direction} NULLS LAST"))
        })
        .collect();
    levels.push(Source::of(query.kind).order.to_owned());
    levels.join(", ")
}

/// What a field that users defined sorts by.
fn own(kind: ListKind, field: Custom) -> Option<String> {
    let value = value_sql(field, Source::of(kind).key);
    let sql = if field.holds_text() { format!("nullif(sort_key({value}), '')") } else { value };
    field.is_of_rows(kind).then_some(sql)
}

/// What a column sorts by, from a fixed list: no text of the user's becomes SQL.
fn expression(kind: ListKind, column: Column) -> Option<String> {
    let sql = match (kind, column) {
        (
            ListKind::Clients
            | ListKind::Contacts
            | ListKind::Sales
            | ListKind::FollowUps
            | ListKind::Activity
            | ListKind::Offers
            | ListKind::Surveys,
            Column::Stars,
        ) => {
            return Some(STARS.to_owned());
        }
        (ListKind::Clients, Column::Name) | (_, Column::Client) => "c.sort_key",
        (ListKind::Contacts, Column::Name) | (_, Column::Contact) => "k.sort_key",
        (ListKind::Products, Column::Name) | (ListKind::Offers, Column::Product) => "p.sort_key",
        (ListKind::Salespeople, Column::Name) | (_, Column::Owner) => "s.sort_key",
        (ListKind::Clients | ListKind::Contacts | ListKind::FollowUps | ListKind::Activity, Column::City) => {
            "nullif(sort_key(c.city), '')"
        }
        (ListKind::Clients, Column::SalesYear) => "f.sales_year",
        (ListKind::Clients, Column::LastBuy) => "f.last_buy",
        (ListKind::Clients, Column::LastVisit) => "f.last_visit",
        (ListKind::Clients | ListKind::Contacts, Column::LastTouch) => "f.last_touch",
        (ListKind::Clients, Column::NextDue) => "f.next_due",
        (ListKind::Clients, Column::Potential) => "c.potential_minor",
        (ListKind::Clients, Column::Stage) => "c.stage",
        (ListKind::Clients, Column::Sector) => "nullif(sort_key(c.sector), '')",
        // All of them, in the order in which they are shown.
        (ListKind::Clients, Column::Tags) => {
            "(SELECT group_concat(t.key, ', ' ORDER BY t.key) FROM client_tag g JOIN tag t ON t.id = g.tag_id
              WHERE g.client_id = c.id)"
        }
        (ListKind::Clients, Column::Phone) => "nullif(c.phone, '')",
        (ListKind::Clients, Column::Email) => "nullif(sort_key(c.email), '')",
        (ListKind::Clients, Column::Code) => "nullif(c.code, '')",
        (ListKind::Contacts, Column::Role) => "k.role",
        (ListKind::Contacts, Column::JobTitle) => "nullif(sort_key(k.job_title), '')",
        (ListKind::Contacts, Column::Phone) => "nullif(k.phone, '')",
        (ListKind::Contacts, Column::Email) => "nullif(sort_key(k.email), '')",
        (ListKind::Sales, Column::Date) => "d.day",
        (ListKind::Sales, Column::Amount) => "d.base_minor",
        (ListKind::Sales, Column::Number) => "nullif(d.number, '')",
        (ListKind::Sales, Column::Kind) => "d.kind",
        (ListKind::FollowUps, Column::Due) => "coalesce(u.snoozed_to, u.due_day)",
        (ListKind::FollowUps, Column::Kind) => "u.kind",
        (ListKind::FollowUps, Column::Title) => "nullif(sort_key(u.title), '')",
        (ListKind::FollowUps, Column::Snoozes) => "u.snoozes",
        (ListKind::FollowUps, Column::State) => "u.state",
        // From the most often to the least, about.
        (ListKind::FollowUps, Column::Repeats) => {
            "CASE WHEN u.recurrence = 'weekly' THEN 7 * coalesce(u.recurs_step, 1)
                  WHEN u.recurrence = 'monthly' THEN 30 * coalesce(u.recurs_step, 1)
                  WHEN u.recurrence <> '' THEN CAST(substr(u.recurrence, 6) AS INTEGER) END"
        }
        (ListKind::FollowUps, Column::Ended) => "u.closed_day",
        (ListKind::Offers, Column::Date) => "o.day",
        (ListKind::Offers, Column::Age) => {
            "CASE WHEN o.answer IN ('pending', 'interested') THEN :today - o.day END"
        }
        (ListKind::Offers, Column::Answer) => "o.answer",
        (ListKind::Offers, Column::Reason) => "nullif(sort_key(o.reason), '')",
        (ListKind::Offers, Column::AnsweredOn) => "o.answered_day",
        (ListKind::Surveys, Column::SentOn) => "a.sent_day",
        (ListKind::Surveys, Column::Survey) => "sort_key(v.name)",
        // Of scales that differ, how near the best end.
        (ListKind::Surveys, Column::Score) => {
            "CAST(a.score - v.scale_min AS REAL) / (v.scale_max - v.scale_min)"
        }
        (ListKind::Surveys, Column::AnsweredOn) => "a.answered_day",
        (ListKind::Surveys, Column::Comment) => "nullif(sort_key(a.comment), '')",
        (ListKind::Activity, Column::Date) => "i.day",
        (ListKind::Activity, Column::Kind) => "i.kind",
        (ListKind::Activity, Column::Outcome) => "i.outcome",
        (ListKind::Activity, Column::Minutes) => "i.minutes",
        (ListKind::Activity, Column::Text) => "nullif(sort_key(i.text), '')",
        (ListKind::Products, Column::Sku) => "nullif(p.sku, '')",
        (ListKind::Products, Column::Family) => "sort_key(m.name)",
        (ListKind::Products, Column::Unit) => "nullif(sort_key(p.unit), '')",
        (ListKind::Products | ListKind::Offers, Column::Price) => "p.price_micros",
        (ListKind::Products, Column::Active) => "p.active",
        (ListKind::Products, Column::SalesYear) => "coalesce(y.sales_year, 0)",
        (ListKind::Products, Column::Clients) => "coalesce(y.clients_year, 0)",
        (ListKind::Products, Column::LastSale) => "y.last_sale",
        (ListKind::Products, Column::Trend) => "y.trend_percent",
        (ListKind::Salespeople, Column::Code) => "nullif(s.code, '')",
        (ListKind::Salespeople, Column::Email) => "nullif(sort_key(s.email), '')",
        (ListKind::Salespeople, Column::Role) => "s.role",
        (ListKind::Salespeople, Column::ReportsTo) => "b.sort_key",
        (ListKind::Salespeople, Column::Clients) => {
            "(SELECT count(*) FROM client x WHERE x.owner_id = s.id AND x.archived_at IS NULL)"
        }
        (ListKind::Salespeople, Column::Capacity) => "s.touches_per_week",
        (ListKind::Salespeople, Column::Active) => "s.active",
        (ListKind::Sales, Column::Products) => {
            "(SELECT p.sort_key FROM sale_line l JOIN product p ON p.id = l.product_id
              WHERE l.sale_id = d.id ORDER BY l.position LIMIT 1)"
        }
        (_, Column::Custom(field)) => return own(kind, field),
        _ => return None,
    };
    Some(sql.to_owned())
}
