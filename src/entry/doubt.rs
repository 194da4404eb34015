//! A name that is not one row's, and the line with the name written out once it is.

use super::NameKind;
use crate::domain::ids::ClientId;
use crate::repository::request::Candidate;
use std::ops::Range;

/// A name that is not one row's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub kind: NameKind,
    pub of: Option<ClientId>,
    pub typed: String,
    /// Where it stands in the line; a client with the colon behind it.
    pub span: Range<usize>,
    pub why: Why,
    pub choices: Vec<Candidate>,
    /// It may also be no row's name: prose before a colon, or something sold without a product.
    pub may_be_text: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Several,
    Nobody,
    /// It is a client's name, but the line is for another client.
    OtherClient,
}

impl Doubt {
    /// The line with the name written out.
    pub(super) fn written_out(&self, line: &str, label: &str) -> String {
        if line.get(self.span.clone()).is_none() {
            return line.to_owned();
        }
        let plain = !label.chars().any(|letter| letter.is_whitespace() || "\"«»“”:+,;.".contains(letter))
            && !label.chars().any(|letter| letter.is_ascii_digit());
        let quoted = match (plain, label.contains('"'), label.contains('»')) {
            (true, ..) => label.to_owned(),
            (false, false, _) => format!("\"{label}\""),
            (false, true, false) => format!("«{label}»"),
            // No quotes hold it: the name stays as typed, and means the row all the same.
            (false, true, true) => return line.to_owned(),
        };
        let colon = if self.kind == NameKind::Client { ":" } else { "" };
        format!("{}{quoted}{colon}{}", &line[..self.span.start], &line[self.span.end..])
    }
}
