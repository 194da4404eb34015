//! The line that says what happened, or why it did not.

use super::rich::Role;

/// What kind of news it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Done,
    Hint,
    Error,
}

impl Tone {
    pub fn role(self) -> Role {
        match self {
            Self::Done => Role::Success,
            Self::Hint => Role::Normal,
            Self::Error => Role::Error,
        }
    }
}

/// A message to the user; it may hold text from the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub tone: Tone,
    pub text: String,
}
