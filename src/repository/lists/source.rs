//! Where the rows of each kind come from.

use crate::domain::kinds::InteractionKind;
use crate::domain::list::ListKind;
use crate::domain::survey::ANSWERED_WITHIN;
use crate::repository::index::column::Piece;
use crate::text::{Label as _, Lang};
use std::sync::LazyLock;

/// Where the rows of a kind come from.
pub struct Source {
    pub key: &'static str,
    /// Whose name and contacts the search looks into too; or NULL.
    pub client: &'static str,
    /// To whom it belongs; or NULL.
    pub belongs: &'static str,
    /// The row's own searchable text.
    pub own: &'static str,
    /// Or NULL.
    pub money: &'static str,
    pub from: &'static str,
    /// Which rows are shown unless closed ones are asked for.
    pub open: &'static str,
    /// The usual order, and the last levels of any.
    pub order: &'static str,
    pub has_money: bool,
    /// Is the own text folded already, as stored?
    pub folded: bool,
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
    /// The statement that tells what the rows of a list say themselves, where they are many and belong to clients.
    pub fn texts(kind: ListKind) -> Option<(Piece, bool)> {
        let (table, key) = match kind {
            ListKind::Contacts => ("contact k", "k.id"),
            ListKind::Sales => ("sale d", "d.id"),
            ListKind::FollowUps => ("follow_up u", "u.id"),
            ListKind::Offers => ("offer o", "o.id"),
            ListKind::Activity => ("interaction i", "i.id"),
            ListKind::Clients
            | ListKind::Today
            | ListKind::TodayByCity
            | ListKind::PutOff
            | ListKind::Surveys
            | ListKind::Products
            | ListKind::Salespeople
            | ListKind::Totals => return None,
        };
        let source = Self::of(kind);
        let from = source.from.replace(":today = :today", "true");
        let select = format!("SELECT {}, {}, {} {from}", source.belongs, source.key, source.own);
        Some((Piece { select: select.into(), table, key, client: source.belongs }, source.folded))
    }

    /// From where the rows come without the outer joins of which a statement reads nothing: SQLite leaves them out itself,
    /// but then goes to the table for what they would be joined by, where an index has all the rest.
    pub fn tables_of(&self, statement: &str) -> String {
        let (tables, rest) = self.from.split_once("WHERE").unwrap_or((self.from, ":today = :today"));
        let mut used = statement.to_owned();
        let mut kept = Vec::new();
        // From the last one on: those before may be there for its sake.
        for join in tables.split("LEFT JOIN").skip(1).collect::<Vec<_>>().into_iter().rev() {
            let alias = join.split_whitespace().nth(1).unwrap_or_default();
            if used.contains(&format!("{alias}.")) {
                used += join;
                kept.push(join);
            }
        }
        let mut from = tables.split("LEFT JOIN").next().unwrap_or_default().to_owned();
        for join in kept.into_iter().rev() {
            from.extend(["LEFT JOIN", join]);
        }
        from + "WHERE" + rest
    }

    pub fn of(kind: ListKind) -> Self {
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
                // Every sale has its client; but only a LEFT JOIN is left out where nothing of it is read.
                from: "FROM sale d LEFT JOIN client c ON c.id = d.client_id LEFT JOIN client_fact f ON f.client_id = c.id
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::open;

    #[test]
    fn a_list_of_all_sales_is_read_from_the_index_of_their_days_alone() {
        let connection = open::open_in_memory().unwrap();
        let source = Source::of(ListKind::Sales);
        let columns = "d.id, d.client_id, d.base_minor";
        let from = source.tables_of(columns);
        assert!(!from.contains("LEFT JOIN"), "{from}");
        let sql = format!("EXPLAIN QUERY PLAN SELECT {columns} {from} ORDER BY {}", source.order);
        let plan: String = connection.query_row(&sql, &[(":today", &0)], |row| row.get(3)).unwrap();
        assert_eq!(plan, "SCAN d USING COVERING INDEX sale_day");
        let with_stars = source.tables_of("d.id, f.stars, s.name");
        assert!(with_stars.contains("client c") && with_stars.contains("client_fact f"), "{with_stars}");
        assert!(with_stars.contains("salesperson s") && !with_stars.contains("contact k"), "{with_stars}");
    }
}
