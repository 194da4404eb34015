//! Takes a file back: what it changed comes from the journal, what it brought in goes by batch.

use crate::domain::ids::ActionId;
use crate::repository::error::Error;
use crate::repository::journal::Action;
use rusqlite::params;

/// The tables whose rows belong to a batch, what refers to others first. Lines and tags go with their sale and client.
const TABLES: &[&str] =
    &["follow_up", "offer", "interaction", "sale", "contact", "client", "product", "salesperson"];

/// Who may refer to a row of a batch: the table, its column, and the table that it refers to.
const REFERENCES: &[(&str, &str, &str)] = &[
    ("sale", "client_id", "client"),
    ("contact", "client_id", "client"),
    ("interaction", "client_id", "client"),
    ("offer", "client_id", "client"),
    ("follow_up", "client_id", "client"),
    ("survey_answer", "client_id", "client"),
    ("sale", "contact_id", "contact"),
    ("interaction", "contact_id", "contact"),
    ("follow_up", "contact_id", "contact"),
    ("survey_answer", "contact_id", "contact"),
    ("sale_line", "product_id", "product"),
    ("offer", "product_id", "product"),
    ("client", "owner_id", "salesperson"),
    ("sale", "salesperson_id", "salesperson"),
    ("interaction", "salesperson_id", "salesperson"),
    ("follow_up", "salesperson_id", "salesperson"),
    ("offer", "salesperson_id", "salesperson"),
    ("salesperson", "reports_to", "salesperson"),
    ("goal", "salesperson_id", "salesperson"),
];

/// Deletes what the action brought in by batch. Refused when something was done to those rows since, or leans on them:
/// the rows that the action changed are back already, so whatever still refers to them came later.
pub fn withdraw(action: &mut Action<'_>, target: ActionId, subject: &str) -> Result<(), Error> {
    let batches: Vec<i64> = action
        .transaction
        .prepare_cached("SELECT id FROM batch WHERE action_id = ?1 AND undone_at IS NULL ORDER BY id DESC")?
        .query_map([target.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for batch in batches {
        let touched = changed_since(action, target, batch)? || leaned_on(action, batch)?;
        if touched {
            return Err(Error::UndoConflict { subject: subject.to_owned() });
        }
        action.transaction.execute(
            "DELETE FROM sale_line WHERE sale_id IN (SELECT id FROM sale WHERE batch_id = ?1)",
            [batch],
        )?;
        // Salespeople of one batch report to each other.
        action
            .transaction
            .execute("UPDATE salesperson SET reports_to = NULL WHERE batch_id = ?1", [batch])?;
        for table in TABLES {
            action.transaction.execute(&format!("DELETE FROM {table} WHERE batch_id = ?1"), [batch])?;
        }
        let now = (action.session.now_ms)();
        action.transaction.execute("UPDATE batch SET undone_at = ?2 WHERE id = ?1", params![batch, now])?;
        action.touch_everything();
    }
    Ok(())
}

/// Did a later action that still holds change a row of the batch?
fn changed_since(action: &Action<'_>, target: ActionId, batch: i64) -> Result<bool, Error> {
    for table in TABLES {
        let changed: bool = action.transaction.query_row(
            &format!(
                "SELECT EXISTS (
                    SELECT 1 FROM change c JOIN action a ON a.id = c.action_id
                    JOIN {table} t ON t.id = json_extract(c.row_key, '$[0]')
                    WHERE c.action_id > ?1 AND c.table_name = '{table}' AND t.batch_id = ?2
                      AND a.undone_by IS NULL AND a.verb NOT IN ('undo', 'redo'))"
            ),
            params![target.0, batch],
            |row| row.get(0),
        )?;
        if changed {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Does a row that is not of the batch refer to one that is?
fn leaned_on(action: &Action<'_>, batch: i64) -> Result<bool, Error> {
    for (table, column, parent) in REFERENCES {
        let foreign = match *table {
            "sale_line" => {
                "EXISTS (SELECT 1 FROM sale s WHERE s.id = r.sale_id AND s.batch_id IS NOT ?1)".to_owned()
            }
            "survey_answer" | "goal" => "1".to_owned(),
            _ => "r.batch_id IS NOT ?1".to_owned(),
        };
        let leaned: bool = action.transaction.query_row(
            &format!(
                "SELECT EXISTS (SELECT 1 FROM {parent} p JOIN {table} r ON r.{column} = p.id
                                WHERE p.batch_id = ?1 AND {foreign})"
            ),
            [batch],
            |row| row.get(0),
        )?;
        if leaned {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests;
