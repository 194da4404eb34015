//! What is to be stored of an entry once its names are found.

use super::Entry;
use crate::domain::client::TheyCall;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::interaction::{InteractionDraft, LogDraft};
use crate::domain::kinds::{FollowUpKind, InteractionKind};

/// Characters of a title that is taken from the text.
const TITLE: usize = 120;

impl Entry {
    /// The interaction, and the follow-up that was agreed in it. A follow-up without a title of its own takes the first line
    /// of the text, shortened.
    pub fn drafts(&self, client: ClientId, contact: Option<ContactId>) -> LogDraft {
        let interaction = InteractionDraft {
            id: None,
            rev: 0,
            client,
            contact,
            salesperson: None,
            kind: self.kind,
            direction: self.direction,
            day: self.day.into(),
            minutes: self.minutes,
            outcome: self.outcome,
            text: self.text.clone(),
        };
        let follow_up = self.follow_up.as_ref().map(|follow_up| FollowUpDraft {
            id: None,
            rev: 0,
            client,
            contact,
            salesperson: None,
            due: follow_up.due.into(),
            recurrence: None,
            kind: follow_up.kind.unwrap_or_else(|| way_back(self.kind)),
            title: follow_up.title.clone().unwrap_or_else(|| shortened(&self.text)),
        });
        let they_call = self.they_call.map(|until| TheyCall { until: Some(until.into()) });
        LogDraft { follow_up, they_call, tags: self.tags.clone(), ..LogDraft::of(interaction) }
    }
}

/// One comes back the way one came.
fn way_back(kind: InteractionKind) -> FollowUpKind {
    match kind {
        InteractionKind::Visit | InteractionKind::Meeting => FollowUpKind::Visit,
        InteractionKind::Call => FollowUpKind::Call,
        InteractionKind::Email => FollowUpKind::Email,
        InteractionKind::Message => FollowUpKind::Message,
        InteractionKind::Note | InteractionKind::Survey => FollowUpKind::Task,
    }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(TITLE) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line.to_owned(),
    }
}
