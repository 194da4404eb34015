//! The salesperson: who sells, to which stars, and how much they can do.

use super::ids::SalespersonId;
use super::kinds::SalespersonRole;
use serde::{Deserialize, Serialize};

/// A salesperson as a form or a file brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalespersonDraft {
    pub id: Option<SalespersonId>,
    pub rev: i64,
    pub code: String,
    pub name: String,
    pub email: String,
    pub role: SalespersonRole,
    pub reports_to: Option<SalespersonId>,
    /// The stars served, lowest and highest.
    pub stars_from: u8,
    pub stars_to: u8,
    /// Capacity: touches a week.
    pub touches_per_week: Option<i64>,
    pub active: bool,
}

/// A salesperson in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalespersonRow {
    pub id: SalespersonId,
    pub code: String,
    pub name: String,
    pub email: String,
    pub role: SalespersonRole,
    pub reports_to: String,
    pub clients: i64,
    pub touches_per_week: Option<i64>,
    pub active: bool,
}
