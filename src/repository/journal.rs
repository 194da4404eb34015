//! The journal: every user action with the rows before and after it, and undo and redo from it.
//!
//! An [`Action`] is one immediate transaction. Whatever a user changes goes through [`Action::insert`],
//! [`Action::update`] or [`Action::delete`], which keep the row as JSON before and after; an import keeps its new rows
//! by batch instead, and published stars are kept by action. Undoing is a new action.

mod columns;

use super::error::Error;
use super::request::Verb;
use super::store::Session;
use super::tables::{Key, Table, Tables};
use super::{import, migrations, ratings};
use crate::domain::day::Day;
use crate::domain::ids::{ActionId, BatchId, ClientId};
pub use columns::Columns;
use rusqlite::ffi::SQLITE_IOERR_FSYNC;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params, params};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// What an action makes stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The derived facts of the clients that it touched.
    Touched,
    /// Somebody's name, too, which many clients show: their facts hold, but not what is kept in memory of them.
    Names,
    /// All derived facts.
    Everything,
}

/// One user action: a transaction, its row in the journal, and the clients whose derived facts it makes stale.
pub struct Action<'c> {
    pub transaction: Transaction<'c>,
    pub id: ActionId,
    /// Whose calibration and published stars those of this action are: its own, or of the action that it brings back.
    pub on_behalf_of: ActionId,
    pub session: &'c Session,
    tables: &'c Tables,
    position: i64,
    touched: BTreeSet<ClientId>,
    /// Whose derived facts hold, but not what is kept in memory of them.
    shown: BTreeSet<ClientId>,
    reach: Reach,
    /// Sales were added, changed or taken away: a young portfolio is calibrated anew.
    pub traded: bool,
    /// Something was changed that many clients share.
    pub shared: bool,
    /// The day by which what it put off or brought back is due, to be told.
    pub next_due: Option<Day>,
    /// The day since which what was offered again had been waiting for an answer.
    pub offered_before: Option<Day>,
    /// New rows are kept by this batch, not one by one.
    batch: Option<BatchId>,
    /// It has its title, which its parts leave alone.
    entitled: bool,
}

impl<'c> Action<'c> {
    pub fn begin(
        connection: &'c mut Connection,
        tables: &'c Tables,
        session: &'c Session,
        verb: Verb,
    ) -> Result<Self, Error> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // A newer program may have upgraded the file since it was opened: rows would lose the columns not known here.
        migrations::refuse_newer(&transaction)?;
        transaction
            .prepare_cached("INSERT INTO action (uuid, at, who, verb) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                uuid::Uuid::now_v7().as_bytes().as_slice(),
                (session.now_ms)(),
                session.author,
                verb.word()
            ])?;
        let id = ActionId(transaction.last_insert_rowid());
        let (touched, shown) = (BTreeSet::new(), BTreeSet::new());
        Ok(Self {
            transaction,
            id,
            on_behalf_of: id,
            session,
            tables,
            position: 0,
            touched,
            shown,
            reach: Reach::Touched,
            traded: false,
            shared: false,
            next_due: None,
            offered_before: None,
            batch: None,
            entitled: false,
        })
    }

    /// From now on new rows belong to this batch, by which they can be taken back; with `None` each is kept for itself
    /// again. Rows of tables without batches always are.
    pub fn keep_by_batch(&mut self, batch: Option<BatchId>) {
        self.batch = batch;
    }

    /// Did the action change anything that the journal keeps row by row?
    pub fn changed(&self) -> bool {
        self.position > 0
    }

    /// The client's derived facts have to be computed anew before the commit.
    pub fn touch(&mut self, client: ClientId) {
        self.touched.insert(client);
    }

    /// Everybody's derived facts have to be computed anew before the commit.
    pub fn touch_everything(&mut self) {
        self.reach = Reach::Everything;
    }

    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// Whose derived facts are stale.
    pub fn touched(&self) -> &BTreeSet<ClientId> {
        &self.touched
    }

    /// Of whom something was changed, whether or not their facts depend on it.
    pub fn changed_clients(&self) -> Vec<ClientId> {
        self.touched.union(&self.shown).copied().collect()
    }

    /// Says in the journal what the action is about, whatever its parts say of themselves.
    pub fn entitle(&mut self, subject: &str) -> Result<(), Error> {
        self.entitled = false;
        self.describe(subject, None)?;
        self.entitled = true;
        Ok(())
    }

    /// Says in the journal what the action was about, raw as in the data.
    pub fn describe(&self, subject: &str, client: Option<ClientId>) -> Result<(), Error> {
        if self.entitled {
            return Ok(());
        }
        self.transaction
            .prepare_cached("UPDATE action SET subject = ?2, client_id = ?3 WHERE id = ?1")?
            .execute(params![self.id.0, subject, client.map(|client| client.0)])?;
        Ok(())
    }

    /// What the action was about, as described.
    pub fn subject(&self) -> Result<String, Error> {
        let subject = self
            .transaction
            .prepare_cached("SELECT subject FROM action WHERE id = ?1")?
            .query_row([self.id.0], |row| row.get(0))?;
        Ok(subject)
    }

    /// Runs an INSERT and keeps the row that it made under `key`.
    pub fn insert(
        &mut self,
        table: Table,
        insert: impl FnOnce(&Connection) -> rusqlite::Result<Key>,
    ) -> Result<Key, Error> {
        let key = insert(&self.transaction)?;
        if let Some(batch) = self.batch
            && self.tables.tag(&self.transaction, table, &key, batch)?
        {
            return Ok(key);
        }
        let after = self.tables.snapshot(&self.transaction, table, &key)?;
        self.keep(table, &key, None, after.as_deref())?;
        Ok(key)
    }

    /// Runs an UPDATE of the row and keeps it before and after; nothing is kept when nothing differs.
    pub fn update(
        &mut self,
        table: Table,
        key: &Key,
        update: impl FnOnce(&Connection) -> rusqlite::Result<usize>,
    ) -> Result<(), Error> {
        let before = self.tables.snapshot(&self.transaction, table, key)?.ok_or(Error::Gone)?;
        if update(&self.transaction)? == 0 {
            return Err(Error::Stale);
        }
        let after = self.tables.snapshot(&self.transaction, table, key)?;
        self.keep(table, key, Some(&before), after.as_deref())
    }

    /// Deletes the row and keeps it.
    pub fn delete(&mut self, table: Table, key: &Key) -> Result<(), Error> {
        let before = self.tables.snapshot(&self.transaction, table, key)?.ok_or(Error::Gone)?;
        self.tables.delete(&self.transaction, table, key)?;
        self.keep(table, key, Some(&before), None)
    }

    fn keep(
        &mut self,
        table: Table,
        key: &Key,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Error> {
        if before == after {
            return Ok(());
        }
        let differing = before.zip(after).and_then(|(before, after)| differences(before, after));
        // The revision only counts saves: one that changed nothing else is not something that was done.
        if differing.as_ref().is_some_and(|differing| differing.only_rev) {
            return Ok(());
        }
        let of_facts = affects_facts(table, differing.as_ref().map(|it| &it.after));
        for row in [before, after].into_iter().flatten() {
            self.note_client(table, row, of_facts);
        }
        self.note_table(table, before.is_some());
        match differing {
            Some(it) => {
                let (before, after) =
                    (Json::Object(it.before).to_string(), Json::Object(it.after).to_string());
                self.write_down(table, key, Some(&before), Some(&after))
            }
            None => self.write_down(table, key, before, after),
        }
    }

    fn write_down(
        &mut self,
        table: Table,
        key: &Key,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Error> {
        self.position += 1;
        self.transaction
            .prepare_cached(
                "INSERT INTO change (action_id, position, table_name, row_key, before, after)
                 VALUES (:action, :position, :table, :key, :before, :after)",
            )?
            .execute(named_params! {
                ":action": self.id.0, ":position": self.position, ":table": table.name(),
                ":key": key.to_json(), ":before": before, ":after": after,
            })?;
        Ok(())
    }

    /// Whom a row is of, or belongs to.
    fn note_client(&mut self, table: Table, row: &str, of_facts: bool) {
        let Some(fields) = as_columns(row) else { return };
        let column = if table == Table::Client { "id" } else { "client_id" };
        if let Some(client) = fields.get(column).and_then(Json::as_i64) {
            self.note(ClientId(client), of_facts);
        }
    }

    fn note(&mut self, client: ClientId, of_facts: bool) {
        let clients = if of_facts { &mut self.touched } else { &mut self.shown };
        clients.insert(client);
    }

    /// What a change in a table makes stale beyond the clients of its row.
    fn note_table(&mut self, table: Table, was_there: bool) {
        self.traded |= table == Table::SaleLine;
        self.shared |= matches!(
            table,
            Table::Setting
                | Table::Salesperson
                | Table::Tag
                | Table::Family
                | Table::Product
                | Table::StarPolicy
        );
        if table == Table::Salesperson && was_there {
            self.reach = self.reach.max(Reach::Names);
        }
    }

    /// Ends the action: what it did is durable when this returns.
    pub fn commit(self) -> Result<(), Error> {
        self.transaction.commit().map_err(|error| {
            // The end of the action is written, but not known to be on the disk.
            let unsynced = error.sqlite_error().is_some_and(|it| it.extended_code == SQLITE_IOERR_FSYNC);
            if unsynced { Error::Uncertain(error) } else { error.into() }
        })
    }
}

/// An action of the journal that can be taken back or brought back.
struct Entry {
    id: ActionId,
    verb: Verb,
    subject: String,
    client: Option<ClientId>,
}

fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    let verb: String = row.get(1)?;
    Ok(Entry {
        id: ActionId(row.get(0)?),
        verb: Verb::from_word(&verb).unwrap_or(Verb::Undo),
        subject: row.get(2)?,
        client: row.get::<_, Option<i64>>(3)?.map(ClientId),
    })
}

/// Takes back the newest action that still holds; returns what it did. The example portfolio is where its user began:
/// loading it is not taken back.
pub fn undo(action: &mut Action<'_>) -> Result<Verb, Error> {
    let target = action
        .transaction
        .query_row(
            "SELECT id, verb, subject, client_id FROM action
             WHERE undone_by IS NULL AND verb NOT IN ('undo', 'redo', 'load_demo') AND id < ?1 ORDER BY id DESC LIMIT 1",
            [action.id.0],
            entry,
        )
        .optional()?
        .ok_or(Error::NothingToUndo)?;
    revert(action, &target)?;
    ratings::withdraw(action, target.id)?;
    import::withdraw(action, target.id, &target.subject)?;
    mark(action, &target, Some(action.id))?;
    Ok(target.verb)
}

/// Brings back what the newest undo took, unless something else was done since.
pub fn redo(action: &mut Action<'_>) -> Result<Verb, Error> {
    let undo = action
        .transaction
        .query_row(
            "SELECT id, verb, subject, client_id, undoes FROM action
             WHERE undone_by IS NULL AND verb = 'undo' AND id < ?1
               AND id > (SELECT coalesce(max(id), 0) FROM action WHERE verb NOT IN ('undo', 'redo'))
             ORDER BY id DESC LIMIT 1",
            [action.id.0],
            |row| Ok((entry(row)?, ActionId(row.get(4)?))),
        )
        .optional()?;
    let (undo, original) = undo.ok_or(Error::NothingToRedo)?;
    let original = action.transaction.query_row(
        "SELECT id, verb, subject, client_id FROM action WHERE id = ?1",
        [original.0],
        entry,
    )?;
    if !original.verb.is_redoable() {
        return Err(Error::NotRedoable);
    }
    revert(action, &undo)?;
    mark(action, &undo, Some(action.id))?;
    mark(action, &original, None)?;
    action.on_behalf_of = original.id;
    Ok(original.verb)
}

/// Writes into the journal which action this one takes back, and on that one by which it was taken back.
fn mark(action: &Action<'_>, target: &Entry, undone_by: Option<ActionId>) -> Result<(), Error> {
    action.transaction.execute(
        "UPDATE action SET undone_by = ?2 WHERE id = ?1",
        params![target.id.0, undone_by.map(|id| id.0)],
    )?;
    if undone_by.is_some() {
        action
            .transaction
            .execute("UPDATE action SET undoes = ?2 WHERE id = ?1", params![action.id.0, target.id.0])?;
    }
    action.describe(&target.subject, target.client)
}

/// Puts every row that the action changed back to what it was before, newest change first. A row that was changed since
/// is not overwritten: the whole undo is refused.
fn revert(action: &mut Action<'_>, target: &Entry) -> Result<(), Error> {
    // A parent may come back after its child.
    action.transaction.pragma_update(None, "defer_foreign_keys", "ON")?;
    let changes: Vec<(String, String, Option<String>, Option<String>)> = action
        .transaction
        .prepare_cached(
            "SELECT table_name, row_key, before, after FROM change WHERE action_id = ?1 ORDER BY position DESC",
        )?
        .query_map([target.id.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (table, key, before, after) in changes {
        let table = Table::from_name(&table).ok_or(Error::Gone)?;
        let key = Key::from_json(&key).ok_or(Error::Gone)?;
        let conflict = || Error::UndoConflict { subject: target.subject.clone() };
        if let Some((before, after)) = columns::both(before.as_deref(), after.as_deref()) {
            if !action.put_back(table, &key, before, &after)? {
                return Err(conflict());
            }
            continue;
        }
        let current = action.tables.snapshot(&action.transaction, table, &key)?;
        if !still_holds(current.as_deref(), after.as_deref()) {
            return Err(conflict());
        }
        let now = if let Some(row) = &before {
            action.tables.insert(&action.transaction, table, row)?;
            action.tables.snapshot(&action.transaction, table, &key)?
        } else {
            action.tables.delete(&action.transaction, table, &key)?;
            None
        };
        action.keep(table, &key, current.as_deref(), now.as_deref())?;
    }
    Ok(())
}

/// Does the row still hold what the journal says of it? The revision only counts saves.
fn still_holds(current: Option<&str>, told: Option<&str>) -> bool {
    match (current.map(as_columns), told.map(as_columns)) {
        (None, None) => true,
        (Some(Some(current)), Some(Some(told))) => {
            told.iter().all(|(column, value)| column == "rev" || current.get(column) == Some(value))
        }
        (_, _) => false,
    }
}

/// Are the derived facts of its client computed from what differs in a row of this table? `None` of one that came or went.
fn affects_facts(table: Table, differing: Option<&Columns>) -> bool {
    match table {
        Table::SaleLine | Table::Interaction | Table::FollowUp => true,
        Table::Client => differing.is_none_or(|columns| {
            ["potential_minor", "potential_on"].iter().any(|column| columns.contains_key(*column))
        }),
        Table::Setting
        | Table::Salesperson
        | Table::Tag
        | Table::ClientTag
        | Table::Contact
        | Table::Family
        | Table::Product
        | Table::Sale
        | Table::Offer
        | Table::Survey
        | Table::SurveyAnswer
        | Table::StarPolicy
        | Table::Goal
        | Table::MailTemplate
        | Table::SavedView
        | Table::CustomField
        | Table::CustomValue => false,
    }
}

/// Of a row that was changed, only the columns that differ.
struct Differences {
    before: Columns,
    after: Columns,
    /// Nothing but the count of saves.
    only_rev: bool,
}

fn differences(before: &str, after: &str) -> Option<Differences> {
    let (mut before, mut after) = (as_columns(before)?, as_columns(after)?);
    before.retain(|column, value| after.get(column) != Some(value));
    after.retain(|column, _value| before.contains_key(column));
    let only_rev = before.keys().all(|column| column == "rev");
    Some(Differences { before, after, only_rev })
}

fn as_columns(row: &str) -> Option<Columns> {
    match serde_json::from_str(row) {
        Ok(Json::Object(columns)) => Some(columns),
        Ok(_) | Err(_) => None,
    }
}
