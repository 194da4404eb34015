//! Which rows a list holds and in which order: keys, count and sum. The rows themselves are read for what is visible.

use super::error::Error;
use super::filter::{Candidate, Sieve};
use super::index::{ClientIndex, Order, in_memory};
use super::rows::STARS;
use super::store::Session;
use super::totals;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::kinds::InteractionKind;
use crate::domain::list::{Column, ListKind, ListQuery, Sort};
use crate::domain::survey::ANSWERED_WITHIN;
use crate::text::fold::fold;
use crate::text::{Label as _, Lang};
use rusqlite::{Connection, named_params};
use std::sync::LazyLock;

/// The keys of a list in order, and the sum of its money column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub ids: Vec<i64>,
    /// Minor units of the base currency; `None` when the list has no money.
    pub sum_minor: Option<i64>,
}

/// How many rows come first while the whole list is being read.
const FIRST_ROWS: i64 = 200;

/// The first clients by name, without the index.
pub fn first_clients(connection: &Connection) -> Result<Vec<i64>, Error> {
    let ids = connection
        .prepare_cached("SELECT id FROM client WHERE archived_at IS NULL ORDER BY sort_key, id LIMIT ?1")?
        .query_map([FIRST_ROWS], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The first products by name, without their sales.
pub fn first_products(connection: &Connection) -> Result<Vec<i64>, Error> {
    let ids = connection
        .prepare_cached("SELECT id FROM product WHERE active = 1 ORDER BY sort_key, id LIMIT ?1")?
        .query_map([FIRST_ROWS], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The list that a query asks for.
pub fn list(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    session: &Session,
) -> Result<Listing, Error> {
    let sieve = Sieve::new(connection, index, session, query.kind, &query.filter)?;
    let today = session.today;
    match query.kind {
        ListKind::Totals => totals::list(connection, query, today),
        ListKind::Clients => clients(connection, index, query, &sieve, today),
        ListKind::Contacts
        | ListKind::Sales
        | ListKind::FollowUps
        | ListKind::Offers
        | ListKind::Surveys
        | ListKind::Activity
        | ListKind::Products
        | ListKind::Salespeople
        // Today's faces have an order of their own: `today.rs` lists them.
        | ListKind::Today
        | ListKind::TodayByCity
        | ListKind::PutOff => stream(connection, index, query, &sieve, today),
    }
}

fn clients(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    sieve: &Sieve,
    today: Day,
) -> Result<Listing, Error> {
    let closed = query.closed || sieve.shows_closed();
    let wanted = |slot: usize| sieve.keeps_client(slot);
    let (ids, sum) = if query.sort.iter().all(|sort| in_memory(sort.column)) {
        let levels: Vec<(Column, bool)> =
            query.sort.iter().map(|sort| (sort.column, sort.descending)).collect();
        index.list(&query.search, closed, &wanted, Order::Index(&levels), query.filter.limit)
    } else {
        let sql = format!("SELECT c.id {} ORDER BY {}", Source::of(ListKind::Clients).from, order(query));
        let given: Vec<i64> = connection
            .prepare_cached(&sql)?
            .query_map(named_params! { ":today": today.0 }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        index.list(&query.search, closed, &wanted, Order::Given(&given), query.filter.limit)
    };
    Ok(Listing { ids, sum_minor: Some(sum) })
}

/// Where the rows of a kind come from.
struct Source {
    key: &'static str,
    /// Whose name and contacts the search looks into too; or NULL.
    client: &'static str,
    /// To whom it belongs; or NULL.
    belongs: &'static str,
    /// The row's own searchable text.
    own: &'static str,
    /// Or NULL.
    money: &'static str,
    from: &'static str,
    /// Which rows are shown unless closed ones are asked for.
    open: &'static str,
    /// The usual order, and the last levels of any.
    order: &'static str,
    has_money: bool,
    /// Is the own text folded already, as stored?
    folded: bool,
}

const OFFERS: Source = Source {
    key: "o.id",
    client: "o.client_id",
    belongs: "o.client_id",
    own: "p.name || ' ' || p.sku || ' ' || o.reason || ' ' || coalesce(s.name, '')",
    money: "NULL",
    from: "FROM offer o JOIN client c ON c.id = o.client_id JOIN product p ON p.id = o.product_id
           LEFT JOIN client_fact f ON f.client_id = c.id
           LEFT JOIN salesperson s ON s.id = o.salesperson_id WHERE :today = :today",
    open: "o.answer IN ('pending', 'interested') AND c.archived_at IS NULL",
    // Those that wait, the longest first; then the answered ones, the newest first.
    order: "CASE o.answer WHEN 'pending' THEN 0 WHEN 'interested' THEN 1 ELSE 2 END,
            CASE WHEN o.answer IN ('pending', 'interested') THEN o.day ELSE -o.day END, o.id",
    has_money: false,
    folded: false,
};

const SURVEYS: Source = Source {
    key: "a.id",
    client: "a.client_id",
    belongs: "a.client_id",
    own: "v.name || ' ' || a.comment || ' ' || coalesce(k.name, '')",
    money: "NULL",
    from: "FROM survey_answer a JOIN survey v ON v.id = a.survey_id JOIN client c ON c.id = a.client_id
           LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN contact k ON k.id = a.contact_id
           WHERE :today = :today",
    open: "1",
    order: "a.id DESC",
    has_money: false,
    folded: false,
};

impl Source {
    fn of(kind: ListKind) -> Self {
        match kind {
            ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => Self {
                key: "c.id",
                client: "c.id",
                belongs: "c.id",
                own: "c.search_key",
                money: "f.sales_year",
                from: "FROM client c LEFT JOIN client_fact f ON f.client_id = c.id
                       LEFT JOIN salesperson s ON s.id = c.owner_id WHERE :today = :today",
                open: "c.archived_at IS NULL",
                order: "c.sort_key, c.id",
                has_money: true,
                folded: true,
            },
            ListKind::Contacts => Self {
                // Not by its client's slot: that text holds its colleagues too.
                key: "k.id",
                client: "NULL",
                belongs: "k.client_id",
                own: "k.search_key || ' ' || c.search_key",
                money: "NULL",
                from: "FROM contact k JOIN client c ON c.id = k.client_id
                       LEFT JOIN client_fact f ON f.client_id = c.id WHERE :today = :today",
                open: "c.archived_at IS NULL AND k.left_on IS NULL",
                order: "k.sort_key, k.id",
                has_money: false,
                folded: true,
            },
            ListKind::Sales => Self {
                key: "d.id",
                client: "d.client_id",
                belongs: "d.client_id",
                own: "d.number || ' ' || coalesce(s.name, '')",
                money: "d.base_minor",
                from: "FROM sale d JOIN client c ON c.id = d.client_id LEFT JOIN client_fact f ON f.client_id = c.id
                       LEFT JOIN contact k ON k.id = d.contact_id
                       LEFT JOIN salesperson s ON s.id = d.salesperson_id WHERE :today = :today",
                open: "1",
                order: "d.day DESC, d.id DESC",
                has_money: true,
                folded: false,
            },
            ListKind::FollowUps => Self {
                key: "u.id",
                client: "u.client_id",
                belongs: "u.client_id",
                own: "u.title || ' ' || coalesce(s.name, '')",
                money: "NULL",
                from: "FROM follow_up u JOIN client c ON c.id = u.client_id
                       LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN contact k ON k.id = u.contact_id
                       LEFT JOIN salesperson s ON s.id = u.salesperson_id WHERE :today = :today",
                open: "u.state = 'open' AND c.archived_at IS NULL",
                order: "coalesce(u.snoozed_to, u.due_day), u.id",
                has_money: false,
                folded: false,
            },
            ListKind::Offers => OFFERS,
            ListKind::Surveys => Self { order: &SURVEY_ORDER, ..SURVEYS },
            // The weeks are counted, not listed: `totals.rs`.
            ListKind::Activity | ListKind::Totals => Self {
                key: "i.id",
                client: "i.client_id",
                belongs: "i.client_id",
                own: &ACTIVITY_TEXT,
                money: "NULL",
                from: "FROM interaction i LEFT JOIN client c ON c.id = i.client_id
                       LEFT JOIN client_fact f ON f.client_id = i.client_id
                       LEFT JOIN contact k ON k.id = i.contact_id
                       LEFT JOIN salesperson s ON s.id = i.salesperson_id WHERE :today = :today",
                open: "1",
                order: "i.day DESC, i.id DESC",
                has_money: false,
                folded: false,
            },
            ListKind::Products => Self {
                key: "p.id",
                client: "NULL",
                belongs: "NULL",
                own: "p.search_key",
                money: "y.sales_year",
                from: "FROM product p LEFT JOIN family m ON m.id = p.family_id
                       LEFT JOIN temp.product_fact y ON y.product_id = p.id WHERE :today = :today",
                open: "p.active = 1",
                order: "p.sort_key, p.id",
                has_money: true,
                folded: true,
            },
            ListKind::Salespeople => Self {
                key: "s.id",
                client: "NULL",
                belongs: "NULL",
                own: "s.search_key",
                money: "NULL",
                from: "FROM salesperson s LEFT JOIN salesperson b ON b.id = s.reports_to WHERE :today = :today",
                open: "1",
                order: "s.sort_key, s.id",
                has_money: false,
                folded: true,
            },
        }
    }
}

/// Those for whose answer one waits first, each part from the newest.
static SURVEY_ORDER: LazyLock<String> = LazyLock::new(|| {
    format!(
        "a.answered_day IS NOT NULL OR a.sent_day < :today - {ANSWERED_WITHIN},
         coalesce(a.answered_day, a.sent_day) DESC, a.id DESC"
    )
});

/// What was said, who did it, and what it was in the words of both languages: one looks for «visitas» or "calls".
static ACTIVITY_TEXT: LazyLock<String> = LazyLock::new(|| {
    let mut sql = "i.text || ' ' || coalesce(s.name, '') || CASE i.kind".to_owned();
    for kind in InteractionKind::ALL {
        let words = Lang::ALL.map(|lang| kind.label(lang)).join(" ").replace('\'', "''");
        sql.extend([" WHEN '", kind.word(), "' THEN ' ", &words, "'"]);
    }
    sql + " ELSE '' END"
});

/// Reads the rows' keys and own texts in order and keeps those that the search finds.
fn stream(
    connection: &Connection,
    index: &ClientIndex,
    query: &ListQuery,
    sieve: &Sieve,
    today: Day,
) -> Result<Listing, Error> {
    let source = Source::of(query.kind);
    let open = if query.closed || sieve.shows_closed() { "1" } else { source.open };
    let client = match (query.kind, query.client) {
        (ListKind::Products | ListKind::Salespeople | ListKind::Totals, _) | (_, None) => "",
        (ListKind::Contacts, Some(_)) => " AND k.client_id = :client",
        (ListKind::Sales, Some(_)) => " AND d.client_id = :client",
        (ListKind::FollowUps, Some(_)) => " AND u.client_id = :client",
        (ListKind::Offers, Some(_)) => " AND o.client_id = :client",
        (ListKind::Surveys, Some(_)) => " AND a.client_id = :client",
        (ListKind::Activity, Some(_)) => " AND i.client_id = :client",
        (ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff, Some(_)) => {
            " AND c.id = :client"
        }
    };
    let mut done = String::new();
    if query.kind == ListKind::Activity {
        if query.days.is_some() {
            done += " AND i.day BETWEEN :from AND :to";
        }
        if query.salesperson.is_some() {
            done += " AND i.salesperson_id IS nullif(:salesperson, 0)";
        }
    }
    let matcher = index.matcher(&query.search);
    // What is not looked at is not read, and tables of which nothing is read are not joined.
    let asks_text = !matcher.is_empty() || sieve.asks_text();
    let (of, own) = if asks_text { (source.client, source.own) } else { ("NULL", "NULL") };
    let belongs = if sieve.asks_client() { source.belongs } else { "NULL" };
    let sql = format!(
        "SELECT {}, {of}, {own}, {}, {belongs}{} {} AND {open}{client}{done} ORDER BY {}",
        source.key,
        source.money,
        sieve.columns(),
        source.from,
        order(query)
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (from, to) = query.days.unwrap_or((today, today));
    let all: [(&str, i64); 5] = [
        (":today", today.0.into()),
        (":client", query.client.map_or(0, |client| client.0)),
        (":salesperson", query.salesperson.map_or(0, |salesperson| salesperson.0)),
        (":from", from.0.into()),
        (":to", to.0.into()),
    ];
    for (name, value) in all {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    let mut rows = statement.raw_query();
    let mut listing = Listing { ids: Vec::new(), sum_minor: source.has_money.then_some(0) };
    while let Some(row) = rows.next()? {
        let own: String = row.get::<_, Option<String>>(2)?.unwrap_or_default();
        let own = if source.folded { own } else { fold(&own) };
        let searched = row.get::<_, Option<i64>>(1)?.map(ClientId);
        if !matcher.is_empty() && !matcher.finds(&own, searched) {
            continue;
        }
        if !sieve.is_empty() {
            let slot = |client: Option<ClientId>| client.and_then(|client| index.slot_of(client));
            let candidate = Candidate {
                id: row.get(0)?,
                slot: slot(row.get::<_, Option<i64>>(4)?.map(ClientId)),
                searched: slot(searched),
                text: &own,
                row: Some((row, 5)),
            };
            if !sieve.keeps(&candidate)? {
                continue;
            }
        }
        listing.ids.push(row.get(0)?);
        if let Some(sum) = &mut listing.sum_minor {
            *sum = sum.saturating_add(row.get::<_, Option<i64>>(3)?.unwrap_or(0));
        }
        if query.filter.limit.is_some_and(|limit| listing.ids.len() >= limit) {
            break;
        }
    }
    Ok(listing)
}

/// The ORDER BY of a query: its levels, then the usual order of the kind.
fn order(query: &ListQuery) -> String {
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
        _ => return None,
    };
    Some(sql.to_owned())
}
