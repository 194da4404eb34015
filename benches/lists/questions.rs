//! What is asked: a filter of every kind of field, and the same in SQL; and lines as they are typed.

use super::Question;
use cartera::domain::list::ListKind;

/// The views that come ready, by hand. What Today and neglect go by is no one statement.
pub const VIEWS: &[(&str, &str)] = &[
    (
        "dormant",
        "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL
         AND f.last_buy <= :today - 365 AND c.potential_minor > 0 ORDER BY c.sort_key, c.id",
    ),
    (
        "over-served",
        "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL AND f.stars <= 1
         AND (SELECT count(*) FROM interaction i WHERE i.client_id = c.id AND i.day > :today - 90 AND i.day <= :today
              AND i.kind IN ('visit', 'meeting')) >= 2 ORDER BY c.sort_key, c.id",
    ),
    (
        "no-buyer",
        "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM contact k
         WHERE k.client_id = c.id AND k.left_on IS NULL AND (k.role = 'purchasing' OR k.job_title LIKE '%compra%'))
         ORDER BY c.sort_key, c.id",
    ),
    (
        "new",
        "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL
         AND c.created_day >= :today - 90 AND c.created_day <= :today AND f.last_visit IS NULL ORDER BY c.sort_key, c.id",
    ),
    (
        "no-contact",
        "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL
         AND (f.last_touch < 19685 OR f.last_touch IS NULL) ORDER BY c.sort_key, c.id",
    ),
];

/// A question of clients, and what its SQL says after the usual beginning: `c` is the client, `f` its facts.
macro_rules! client {
    ($line:literal, $sql:literal) => {
        Question {
            kind: ListKind::Clients,
            line: $line,
            sql: concat!(
                "SELECT c.id FROM client c LEFT JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL AND (",
                $sql,
                ") ORDER BY c.sort_key, c.id"
            ),
        }
    };
}

const fn of(kind: ListKind, line: &'static str, sql: &'static str) -> Question {
    Question { kind, line, sql }
}

/// One of each field at least; then those of the other lists.
pub const QUESTIONS: &[Question] = &[
    client!(
        "lopez",
        "c.search_key LIKE '%lopez%' OR EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.search_key LIKE '%lopez%')"
    ),
    client!("name:ferre*", "c.sort_key LIKE 'ferre%'"),
    client!("city:Madrid,Sevilla", "c.city LIKE '%madrid%' OR c.city LIKE '%sevilla%'"),
    client!("region:16", "c.region LIKE '%16%'"),
    client!("country:es", "c.country LIKE '%es%'"),
    client!("postcode:2810*", "c.postcode LIKE '2810%'"),
    client!("sector:metal", "c.sector LIKE '%metal%'"),
    client!("source:", "c.source = ''"),
    client!("stage:prospect", "c.stage = 'prospect'"),
    client!("code:c99*", "c.code LIKE 'c99%'"),
    client!(
        "contact:munoz",
        "EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL AND x.sort_key LIKE '%munoz%')"
    ),
    client!(
        "role:purchasing",
        "EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL AND x.role = 'purchasing')"
    ),
    client!(
        "email:",
        "c.email = '' AND NOT EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL AND x.email <> '')"
    ),
    client!(
        "phone:600123",
        "c.phone LIKE '%600123%' OR EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL AND x.phone LIKE '%600123%')"
    ),
    client!("tax:b1000*", "c.tax_id LIKE 'b1000%'"),
    client!("owner:me", "c.owner_id = 3"),
    client!("#vip", "EXISTS (SELECT 1 FROM client_tag x WHERE x.client_id = c.id AND x.tag_id = 1)"),
    client!("stars:4..5", "f.stars >= 4"),
    client!("potential:10k..50k", "c.potential_minor BETWEEN 1000000 AND 5000000"),
    client!("share:<30", "c.potential_minor > 0 AND f.sales_year * 1000 < c.potential_minor * 300"),
    client!(
        "sales.12m:>1k",
        "(SELECT sum(x.base_minor) FROM sale x WHERE x.client_id = c.id AND x.day <= :today AND x.day > :today - 365) > 100000"
    ),
    client!(
        "sales:>20k",
        "(SELECT sum(x.base_minor) FROM sale x WHERE x.client_id = c.id AND x.day <= :today AND true) > 2000000"
    ),
    client!(
        "orders.2025:0",
        "NOT EXISTS (SELECT 1 FROM sale x WHERE x.client_id = c.id AND x.kind = 'sale' AND x.day BETWEEN 20089 AND 20453)"
    ),
    client!(
        "orders:>20",
        "(SELECT count(*) FROM sale x WHERE x.client_id = c.id AND x.day <= :today AND x.kind = 'sale') > 20"
    ),
    client!(
        "visits.90d:<1",
        "NOT EXISTS (SELECT 1 FROM interaction x WHERE x.client_id = c.id AND x.kind IN ('visit', 'meeting') AND x.day > :today - 90 AND x.day <= :today)"
    ),
    client!(
        "calls:>1",
        "(SELECT count(*) FROM interaction x WHERE x.client_id = c.id AND x.day <= :today AND x.kind = 'call') > 1"
    ),
    client!(
        "emails.1y:0",
        "(SELECT count(*) FROM interaction x WHERE x.client_id = c.id AND x.day <= :today AND x.kind = 'email' AND x.day > :today - 365) = 0"
    ),
    client!(
        "touches:>5",
        "(SELECT count(*) FROM interaction x WHERE x.client_id = c.id AND x.day <= :today AND x.kind <> 'note') > 5"
    ),
    client!(
        "offers.90d:>0",
        "(SELECT count(*) FROM offer x WHERE x.client_id = c.id AND x.day <= :today AND x.day > :today - 90) > 0"
    ),
    client!(
        "bought:taladro -bought.12m:taladro",
        "c.id IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day <= :today) AND NOT c.id IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day <= :today AND l.day > :today - 365)"
    ),
    client!(
        "bought.12m:taladro",
        "c.id IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day <= :today AND l.day > :today - 365)"
    ),
    client!(
        "bought:",
        "NOT EXISTS (SELECT 1 FROM sale x WHERE x.client_id = c.id AND x.kind = 'sale' AND x.day <= :today)"
    ),
    client!(
        "offered:broca",
        "EXISTS (SELECT 1 FROM offer x WHERE x.client_id = c.id AND x.product_id IN (SELECT id FROM product WHERE sort_key LIKE '%broca%'))"
    ),
    client!("last-buy:>90d", "f.last_buy IS NULL OR f.last_buy < :today - 90"),
    client!("last-visit:>90d", "f.last_visit IS NULL OR f.last_visit < :today - 90"),
    client!("last-touch:>90d", "f.last_touch IS NULL OR f.last_touch < :today - 90"),
    client!("last-email:never", "f.last_email IS NULL"),
    client!("due:<=today", "f.next_due <= :today"),
    client!("created:2026", "c.created_day BETWEEN 20454 AND 20818"),
    client!("is:overdue", "f.next_due < :today"),
    client!("is:dormant", "f.last_buy <= :today - 365"),
    client!(
        "is:incomplete",
        "c.city = '' OR NOT EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL) OR (c.phone = '' AND c.email = '' AND NOT EXISTS (SELECT 1 FROM contact x WHERE x.client_id = c.id AND x.left_on IS NULL AND (x.phone <> '' OR x.email <> '')))"
    ),
    client!("is:prospect", "c.stage = 'prospect'"),
    client!("is:mine", "c.owner_id = 3"),
    client!(
        "is:duplicate",
        "c.tax_id <> '' AND c.tax_id IN (SELECT tax_id FROM client WHERE archived_at IS NULL GROUP BY tax_id HAVING count(*) > 1)"
    ),
    // Fields that users define.
    client!(
        "zone:12",
        "EXISTS (SELECT 1 FROM custom_value v JOIN custom_field d ON d.id = v.field_id WHERE v.row_id = c.id AND d.key = 'zone' AND v.text_value LIKE '%12%')"
    ),
    client!(
        "zone:!=\"zone 12\"",
        "NOT EXISTS (SELECT 1 FROM custom_value v JOIN custom_field d ON d.id = v.field_id WHERE v.row_id = c.id AND d.key = 'zone' AND v.text_value = 'Zone 12')"
    ),
    client!(
        "weight:>500",
        "EXISTS (SELECT 1 FROM custom_value v JOIN custom_field d ON d.id = v.field_id WHERE v.row_id = c.id AND d.key = 'weight' AND v.int_value > 500000)"
    ),
    of(ListKind::Clients, "is:neglected", ""),
    of(ListKind::Clients, "is:silent", ""),
    of(
        ListKind::Clients,
        "is:archived",
        "SELECT id FROM client WHERE archived_at IS NOT NULL ORDER BY sort_key, id",
    ),
    of(
        ListKind::Clients,
        "sort:-potential limit:20",
        "SELECT id FROM client WHERE archived_at IS NULL ORDER BY potential_minor DESC, sort_key, id LIMIT 20",
    ),
    of(
        ListKind::Clients,
        "by:city",
        "SELECT id FROM client WHERE archived_at IS NULL ORDER BY nullif(city, '') NULLS LAST, sort_key, id",
    ),
    of(ListKind::Sales, "", "SELECT id FROM sale ORDER BY day DESC, id DESC"),
    of(
        ListKind::Sales,
        "date:<30d amount:>100",
        "SELECT id FROM sale WHERE day > :today - 30 AND base_minor > 10000 ORDER BY day DESC, id DESC",
    ),
    of(
        ListKind::Sales,
        "product:broca",
        "SELECT id FROM sale WHERE id IN (SELECT sale_id FROM sale_line WHERE product_id IN (SELECT id FROM product WHERE sort_key LIKE '%broca%')) ORDER BY day DESC, id DESC",
    ),
    of(
        ListKind::Sales,
        "city:sevilla stars:>=4",
        "SELECT d.id FROM sale d JOIN client c ON c.id = d.client_id LEFT JOIN salesperson s ON s.id = d.salesperson_id LEFT JOIN client_fact f ON f.client_id = c.id WHERE c.city LIKE '%sevilla%' AND f.stars >= 4 ORDER BY d.day DESC, d.id DESC",
    ),
    of(
        ListKind::Sales,
        "lopez",
        "SELECT d.id FROM sale d JOIN client c ON c.id = d.client_id LEFT JOIN salesperson s ON s.id = d.salesperson_id LEFT JOIN client_fact f ON f.client_id = c.id WHERE (d.number || ' ' || coalesce(s.name, '')) LIKE '%lopez%' OR (c.search_key LIKE '%lopez%' OR EXISTS (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.search_key LIKE '%lopez%')) ORDER BY d.day DESC, d.id DESC",
    ),
    of(
        ListKind::Sales,
        "number:f99*",
        "SELECT id FROM sale WHERE number LIKE 'F99%' ORDER BY day DESC, id DESC",
    ),
    of(ListKind::Activity, "", "SELECT id FROM interaction ORDER BY day DESC, id DESC"),
    of(
        ListKind::Activity,
        "presupuesto",
        "SELECT i.id FROM interaction i JOIN client c ON c.id = i.client_id WHERE i.text LIKE '%presupuesto%' ORDER BY i.day DESC, i.id DESC",
    ),
    of(
        ListKind::Activity,
        "type:visit date:<90d",
        "SELECT id FROM interaction WHERE kind = 'visit' AND day > :today - 90 ORDER BY day DESC, id DESC",
    ),
    of(
        ListKind::Activity,
        "outcome:good owner:me city:lima",
        "SELECT i.id FROM interaction i JOIN client c ON c.id = i.client_id WHERE i.outcome = 'good' AND i.salesperson_id = 3 AND c.city LIKE '%lima%' ORDER BY i.day DESC, i.id DESC",
    ),
    of(
        ListKind::FollowUps,
        "due:<=today type:call",
        "SELECT u.id FROM follow_up u JOIN client c ON c.id = u.client_id WHERE u.state = 'open' AND c.archived_at IS NULL AND coalesce(u.snoozed_to, u.due_day) <= :today AND u.kind = 'call' ORDER BY coalesce(u.snoozed_to, u.due_day), u.id",
    ),
    of(ListKind::FollowUps, "state:done presupuesto", ""),
    of(
        ListKind::Contacts,
        "role:purchasing city:valencia",
        "SELECT k.id FROM contact k JOIN client c ON c.id = k.client_id WHERE k.left_on IS NULL AND c.archived_at IS NULL AND k.role = 'purchasing' AND c.city LIKE '%valencia%' ORDER BY k.sort_key, k.id",
    ),
    of(
        ListKind::Contacts,
        "munoz",
        "SELECT k.id FROM contact k JOIN client c ON c.id = k.client_id WHERE k.left_on IS NULL AND c.archived_at IS NULL AND (k.search_key LIKE '%munoz%' OR c.search_key LIKE '%munoz%') ORDER BY k.sort_key, k.id",
    ),
    of(ListKind::Offers, "answer:rejected product:broca", ""),
    of(
        ListKind::Products,
        "broca",
        "SELECT id FROM product WHERE active = 1 AND search_key LIKE '%broca%' ORDER BY sort_key, id",
    ),
];

/// Lines that somebody types letter by letter.
pub const TYPED: &[(ListKind, &str)] = &[
    (ListKind::Clients, "ciudad:Sevilla estrellas>=4 compró.12m:taladro visita:>90d"),
    (ListKind::Clients, "ferreteria lopez -ventas.12m:>1k (correo:* O telefono:600)"),
    (ListKind::Clients, "is:neglected stars:>=4 bought:broca sort:-potential"),
    (ListKind::Sales, "lopez importe:>100 fecha:<90d producto:broca"),
    (ListKind::Activity, "presupuesto tipo:visita ciudad:lima"),
    (ListKind::Contacts, "cargo:compras munoz ciudad:quito"),
    (ListKind::FollowUps, "muestra vence:<=hoy e:>=3"),
];
