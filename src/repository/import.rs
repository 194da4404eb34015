//! Bulk writing for imports: rows tagged with their batch, and an import taken back by batch.

use super::error::Error;
use super::journal::Action;
use crate::domain::ids::ActionId;

/// Did the action bring a file in?
pub fn was_imported_by(action: &Action<'_>, target: ActionId) -> Result<bool, Error> {
    Ok(action.transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM batch WHERE action_id = ?1)",
        [target.0],
        |row| row.get(0),
    )?)
}
