//! What the user can ask for, whatever key asks for it.

use serde::{Deserialize, Serialize};

/// An intent. The words in the config file are these names in `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Quit,
    Suspend,
    Redraw,
}
