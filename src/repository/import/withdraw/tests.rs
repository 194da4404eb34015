//! What the journal's own order forbids, rows that changed behind its back, is refused all the same.

use super::*;
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::day::Day;
use crate::exchange::{Options, read};
use crate::repository::request::Verb;
use crate::repository::store::Session;
use crate::repository::tables::{Key, Table, Tables};
use crate::repository::{import, journal, open};
use crate::text::{Lang, Locale};
use rusqlite::Connection;
use std::ops::ControlFlow;

struct Portfolio {
    connection: Connection,
    tables: Tables,
    session: Session,
}

impl Portfolio {
    fn new() -> Self {
        let connection = open::open_in_memory().unwrap();
        let tables = Tables::read(&connection).unwrap();
        let session =
            Session { today: Day(20_000), author: "Ana".into(), now_ms: || 1, currency: Currency::EUR };
        Self { connection, tables, session }
    }

    fn act<T>(
        &mut self,
        verb: Verb,
        act: impl FnOnce(&mut Action<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, verb)?;
        let done = act(&mut action)?;
        action.commit()?;
        Ok(done)
    }

    fn bring(&mut self, text: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lista.csv");
        std::fs::write(&path, text).unwrap();
        let options = Options {
            locale: Locale::of(Lang::Es),
            keep_repeats: false,
            custom: CustomFields::default(),
            base: Currency::EUR,
        };
        let file = read(&path, &options, &mut |_| ControlFlow::Continue(())).unwrap();
        let watch: &mut crate::exchange::options::Watch<'_> = &mut |_| ControlFlow::Continue(());
        self.act(Verb::Import, |action| import::bring_in(action, &file, Currency::EUR, watch)).unwrap();
    }

    fn undo(&mut self) -> Result<Verb, Error> {
        self.act(Verb::Undo, journal::undo)
    }

    fn count(&self, table: &str) -> i64 {
        self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    }
}

const SALES: &str = "Factura;Fecha;Cliente;Contacto;Vendedor;Producto;Familia;Importe\n1;2024-01-02;Acme;Ana;Eva;Libro;Papel;5\n";

#[test]
fn everything_goes_by_batch() {
    let mut portfolio = Portfolio::new();
    portfolio.bring(SALES);
    for table in TABLES.iter().filter(|table| !matches!(**table, "follow_up" | "offer" | "interaction")) {
        assert_eq!(portfolio.count(table), 1, "{table}");
    }
    assert_eq!(portfolio.count("change"), 1, "only the family, which knows no batch, is kept for itself");
    portfolio.undo().unwrap();
    for table in TABLES.iter().chain(&["sale_line", "family"]) {
        assert_eq!(portfolio.count(table), 0, "{table}");
    }
    assert_eq!(portfolio.count("batch WHERE undone_at IS NOT NULL"), 1);
}

#[test]
fn what_leans_on_an_import_keeps_it() {
    for leaning in [
        "INSERT INTO interaction (client_id, kind, day, recorded_at) SELECT id, 'visit', 1, 1 FROM client",
        "INSERT INTO contact (client_id, name, search_key, sort_key) SELECT id, 'x', 'x', 'x' FROM client",
        "INSERT INTO client (name, owner_id, created_day, search_key, sort_key) SELECT 'x', id, 1, 'x', 'x' FROM salesperson",
        "INSERT INTO follow_up (client_id, contact_id, due_day, kind, created_day) SELECT client_id, id, 1, 'call', 1 FROM contact",
        "INSERT INTO offer (client_id, product_id, day) SELECT c.id, p.id, 1 FROM client c, product p",
        "INSERT INTO goal (starts_day, ends_day, metric, scope, salesperson_id, target)
         SELECT 1, 2, 'sales', 'salesperson', id, 1 FROM salesperson",
        "INSERT INTO sale (client_id, day, currency, total_minor, base_minor, recorded_at)
         SELECT id, 1, 'EUR', 1, 1, 1 FROM client",
    ] {
        let mut portfolio = Portfolio::new();
        portfolio.bring(SALES);
        portfolio.connection.execute_batch(leaning).unwrap();
        let refused = portfolio.undo();
        assert!(
            matches!(&refused, Err(Error::UndoConflict { subject }) if subject == "lista.csv"),
            "{leaning}: {refused:?}"
        );
        assert_eq!(portfolio.count("sale_line"), 1, "{leaning}");
    }
}

#[test]
fn what_was_changed_since_keeps_an_import() {
    let mut portfolio = Portfolio::new();
    portfolio.bring(SALES);
    portfolio
        .act(Verb::EditClient, |action| {
            let id: i64 = action.transaction.query_row("SELECT id FROM client", [], |row| row.get(0))?;
            action.update(Table::Client, &Key::id(id), |connection| {
                connection.execute("UPDATE client SET city = 'Lugo', rev = rev + 1", [])
            })
        })
        .unwrap();
    let target = portfolio.act(Verb::Undo, |action| {
        let import: i64 = action.transaction.query_row("SELECT min(id) FROM action", [], |row| row.get(0))?;
        withdraw(action, ActionId(import), "lista.csv")
    });
    assert!(matches!(target, Err(Error::UndoConflict { .. })), "{target:?}");
    // Undone in the right order both go.
    portfolio.undo().unwrap();
    portfolio.undo().unwrap();
    assert_eq!(portfolio.count("client"), 0);
}

#[test]
fn every_reference_to_a_table_with_batches_is_looked_at() {
    let portfolio = Portfolio::new();
    let known = |table: &str, column: &str, parent: &str| {
        REFERENCES.contains(&(table, column, parent))
            // These go with the row that they refer to, or are never the only ones.
            || matches!((table, parent), ("sale_line" | "client_tag" | "client_fact" | "rating_event", _) | (_, "interaction" | "sale" | "follow_up" | "offer"))
    };
    let mut statement = portfolio
        .connection
        .prepare(
            "SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
             WHERE m.type = 'table'",
        )
        .unwrap();
    let references: Vec<(String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    for (table, column, parent) in &references {
        if TABLES.contains(&parent.as_str()) {
            assert!(known(table, column, parent), "{table}.{column} refers to {parent}");
        }
    }
    assert!(references.len() > 30);
}
