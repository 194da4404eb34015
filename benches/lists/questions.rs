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

const fn client(line: &'static str, sql: &'static str) -> Question {
    Question { kind: ListKind::Clients, line, sql }
}

const fn of(kind: ListKind, line: &'static str, sql: &'static str) -> Question {
    Question { kind, line, sql }
}

/// One of each kind of field at least; then those of the other lists.
pub const QUESTIONS: &[Question] = &[
    client("lopez", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND (c.search_key LIKE '%lopez%' OR EXISTS
        (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.search_key LIKE '%lopez%')) ORDER BY c.sort_key, c.id"),
    client("name:ferre*", "SELECT id FROM client WHERE archived_at IS NULL AND sort_key LIKE 'ferre%' ORDER BY sort_key, id"),
    client("city:Madrid,Sevilla", "SELECT id FROM client WHERE archived_at IS NULL AND (city LIKE '%madrid%' OR city LIKE '%sevilla%')
        ORDER BY sort_key, id"),
    client("region:17", ""),
    client("country:es", ""),
    client("postcode:2810*", ""),
    client("sector:metal", "SELECT id FROM client WHERE archived_at IS NULL AND sector LIKE '%metal%' ORDER BY sort_key, id"),
    client("source:", ""),
    client("stage:prospect", ""),
    client("code:c99*", ""),
    client("contact:munoz", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND EXISTS
        (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL AND k.sort_key LIKE '%munoz%') ORDER BY c.sort_key, c.id"),
    client("role:purchasing", ""),
    client("email:", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND c.email = '' AND NOT EXISTS
        (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL AND k.email <> '') ORDER BY c.sort_key, c.id"),
    client("phone:600123", ""),
    client("tax:b1000*", ""),
    client("owner:me", "SELECT c.id FROM client c JOIN salesperson s ON s.id = c.owner_id WHERE c.archived_at IS NULL AND s.code = 'V3'
        ORDER BY c.sort_key, c.id"),
    client("#vip", "SELECT c.id FROM client c JOIN client_tag g ON g.client_id = c.id JOIN tag t ON t.id = g.tag_id
        WHERE c.archived_at IS NULL AND t.key = 'vip' ORDER BY c.sort_key, c.id"),
    client("stars:4..5", "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL AND f.stars >= 4
        ORDER BY c.sort_key, c.id"),
    client("potential:10k..50k", ""),
    client("share:<30", ""),
    client("sales.12m:>1k", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND (SELECT sum(d.base_minor) FROM sale d
        WHERE d.client_id = c.id AND d.day > :today - 365 AND d.day <= :today) > 100000 ORDER BY c.sort_key, c.id"),
    client("sales:>20k", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND (SELECT sum(d.base_minor) FROM sale d
        WHERE d.client_id = c.id AND d.day <= :today) > 2000000 ORDER BY c.sort_key, c.id"),
    client("orders.2025:0", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM sale d
        WHERE d.client_id = c.id AND d.kind = 'sale' AND d.day BETWEEN 20089 AND 20453) ORDER BY c.sort_key, c.id"),
    client("orders:>20", ""),
    client("visits.90d:<1", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM interaction i
        WHERE i.client_id = c.id AND i.kind IN ('visit', 'meeting') AND i.day > :today - 90 AND i.day <= :today)
        ORDER BY c.sort_key, c.id"),
    client("calls:>3", ""),
    client("emails.1y:0", ""),
    client("touches:>5", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND (SELECT count(*) FROM interaction i
        WHERE i.client_id = c.id AND i.kind <> 'note' AND i.day <= :today) > 5 ORDER BY c.sort_key, c.id"),
    client("offers.90d:>0", ""),
    client("bought:taladro -bought.12m:taladro", "SELECT c.id FROM client c WHERE c.archived_at IS NULL
        AND c.id IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id
            WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day <= :today)
        AND c.id NOT IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id
            WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day > :today - 365 AND l.day <= :today)
        ORDER BY c.sort_key, c.id"),
    client("bought.12m:taladro", "SELECT c.id FROM client c WHERE c.archived_at IS NULL
        AND c.id IN (SELECT l.client_id FROM sale_line l JOIN product p ON p.id = l.product_id JOIN sale d ON d.id = l.sale_id
            WHERE p.sort_key LIKE '%taladro%' AND d.kind = 'sale' AND l.day > :today - 365 AND l.day <= :today)
        ORDER BY c.sort_key, c.id"),
    client("bought:", ""),
    client("offered:broca", ""),
    client("last-buy:>90d", ""),
    client("last-visit:>90d", "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL
        AND (f.last_visit IS NULL OR f.last_visit < :today - 90) ORDER BY c.sort_key, c.id"),
    client("last-touch:>90d", ""),
    client("last-email:never", ""),
    client("due:<=today", "SELECT c.id FROM client c JOIN client_fact f ON f.client_id = c.id WHERE c.archived_at IS NULL
        AND f.next_due <= :today ORDER BY c.sort_key, c.id"),
    client("created:2026", ""),
    client("is:overdue", ""),
    client("is:dormant", ""),
    client("is:neglected", ""),
    client("is:silent", ""),
    client("is:incomplete", "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND (c.city = ''
        OR NOT EXISTS (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL)
        OR (c.phone = '' AND c.email = '' AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.client_id = c.id AND k.left_on IS NULL
            AND (k.phone <> '' OR k.email <> '')))) ORDER BY c.sort_key, c.id"),
    client("is:prospect", ""),
    client("is:mine", ""),
    client("is:archived", "SELECT id FROM client WHERE archived_at IS NOT NULL ORDER BY sort_key, id"),
    client("is:duplicate", ""),
    client("sort:-potential limit:20", "SELECT id FROM client WHERE archived_at IS NULL ORDER BY potential_minor DESC, sort_key, id LIMIT 20"),
    of(ListKind::Sales, "", "SELECT id FROM sale ORDER BY day DESC, id DESC"),
    of(ListKind::Sales, "date:<30d amount:>100", "SELECT id FROM sale WHERE day > :today - 30 AND base_minor > 10000 ORDER BY day DESC, id DESC"),
    of(ListKind::Sales, "product:broca", "SELECT id FROM sale WHERE id IN (SELECT sale_id FROM sale_line WHERE product_id IN
        (SELECT id FROM product WHERE sort_key LIKE '%broca%')) ORDER BY day DESC, id DESC"),
    of(ListKind::Sales, "city:sevilla stars:>=4", "SELECT d.id FROM sale d JOIN client c ON c.id = d.client_id JOIN client_fact f
        ON f.client_id = c.id WHERE c.city LIKE '%sevilla%' AND f.stars >= 4 ORDER BY d.day DESC, d.id DESC"),
    of(ListKind::Sales, "lopez", ""),
    of(ListKind::Sales, "number:f99*", ""),
    of(ListKind::Activity, "", "SELECT id FROM interaction ORDER BY day DESC, id DESC"),
    of(ListKind::Activity, "presupuesto", "SELECT id FROM interaction WHERE text LIKE '%presupuesto%' ORDER BY day DESC, id DESC"),
    of(ListKind::Activity, "type:visit date:<90d", "SELECT id FROM interaction WHERE kind = 'visit' AND day > :today - 90 ORDER BY day DESC, id DESC"),
    of(ListKind::Activity, "outcome:good owner:me city:lima", ""),
    of(ListKind::FollowUps, "due:<=today type:call", ""),
    of(ListKind::FollowUps, "state:done presupuesto", ""),
    of(ListKind::Contacts, "role:purchasing city:sevilla", ""),
    of(ListKind::Contacts, "munoz", ""),
    of(ListKind::Offers, "answer:rejected product:broca", ""),
    of(ListKind::Products, "broca", ""),
    // Fields that users define.
    client(
        "zone:12",
        "SELECT c.id FROM client c JOIN custom_value v ON v.row_id = c.id JOIN custom_field f ON f.id = v.field_id
         WHERE f.key = 'zone' AND c.archived_at IS NULL AND v.text_value LIKE '%12%' ORDER BY c.sort_key, c.id",
    ),
    client(
        "zone:!=\"zone 12\"",
        "SELECT c.id FROM client c WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM custom_value v
         JOIN custom_field f ON f.id = v.field_id WHERE v.row_id = c.id AND f.key = 'zone' AND v.text_value = 'Zone 12')
         ORDER BY c.sort_key, c.id",
    ),
    client(
        "weight:>500",
        "SELECT c.id FROM client c JOIN custom_value v ON v.row_id = c.id JOIN custom_field f ON f.id = v.field_id
         WHERE f.key = 'weight' AND c.archived_at IS NULL AND v.int_value > 500000 ORDER BY c.sort_key, c.id",
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
