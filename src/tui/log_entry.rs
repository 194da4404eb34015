//! The one-line entry of a visit, call, email, message or note: who, what, and the text being typed.

use super::TextField;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::interaction::InteractionDraft;
use crate::domain::kinds::{Direction, InteractionKind};
use crate::repository::request::{FormDraft, Request};
use serde::{Deserialize, Serialize};

/// The name of its drafts among those of the forms.
pub const DRAFT_FORM: &str = "log";

/// What is being logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    pub kind: InteractionKind,
    pub client: ClientId,
    pub client_name: String,
    pub contact: Option<(ContactId, String)>,
    pub field: TextField,
}

/// Why an entry cannot be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A note says nothing without text; a visit without text is still a visit.
    NoteWithoutText,
}

/// How an entry is kept against a crash.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    kind: InteractionKind,
    client: ClientId,
    client_name: String,
    contact: Option<(ContactId, String)>,
    text: String,
}

impl LogEntry {
    pub fn new(kind: InteractionKind, client: ClientId, client_name: &str) -> Self {
        let client_name = client_name.to_owned();
        Self { kind, client, client_name, contact: None, field: TextField::default() }
    }

    /// The request that logs it.
    pub fn request(&self, today: Day) -> Result<Request, Refusal> {
        let text = self.field.text().trim();
        if self.kind == InteractionKind::Note && text.is_empty() {
            return Err(Refusal::NoteWithoutText);
        }
        let interaction = InteractionDraft {
            id: None,
            rev: 0,
            client: self.client,
            contact: self.contact.as_ref().map(|(id, _)| *id),
            salesperson: None,
            kind: self.kind,
            direction: Direction::Out,
            day: today,
            minutes: None,
            outcome: None,
            text: text.to_owned(),
        };
        Ok(Request::Log { interaction, follow_up: None })
    }

    /// The draft that survives a crash.
    pub fn keep(&self) -> Request {
        let kept = Kept {
            kind: self.kind,
            client: self.client,
            client_name: self.client_name.clone(),
            contact: self.contact.clone(),
            text: self.field.text().to_owned(),
        };
        // Plain texts and numbers always have a JSON form.
        let fields = serde_json::to_string(&kept).unwrap_or_default();
        Request::KeepDraft(FormDraft { form: DRAFT_FORM.to_owned(), row: self.client.0, fields })
    }

    /// What takes the draft away again.
    pub fn forget(&self) -> Request {
        Request::DropDraft { form: DRAFT_FORM.to_owned(), row: self.client.0 }
    }

    /// The entry of a draft; `None` when it is not one of ours.
    pub fn from_draft(draft: &FormDraft) -> Option<Self> {
        let kept: Kept = serde_json::from_str(&draft.fields).ok()?;
        let Kept { kind, client, client_name, contact, text } = kept;
        (draft.form == DRAFT_FORM).then(|| Self {
            kind,
            client,
            client_name,
            contact,
            field: TextField::new(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_from_its_draft() {
        let mut entry = LogEntry::new(InteractionKind::Call, ClientId(7), "López");
        entry.contact = Some((ContactId(9), "Ana".into()));
        entry.field.insert("pide \"precio\"");
        let Request::KeepDraft(draft) = entry.keep() else { panic!("not a draft") };
        assert_eq!(LogEntry::from_draft(&draft), Some(entry));
        assert_eq!(LogEntry::from_draft(&FormDraft { form: "client".into(), ..draft }), None);
    }

    #[test]
    fn only_a_note_needs_text() {
        let visit = LogEntry::new(InteractionKind::Visit, ClientId(7), "López");
        assert!(visit.request(Day(1)).is_ok());
        let mut note = LogEntry::new(InteractionKind::Note, ClientId(7), "López");
        note.field.insert("  ");
        assert_eq!(note.request(Day(1)), Err(Refusal::NoteWithoutText));
        note.field.insert("paga tarde ");
        let Ok(Request::Log { interaction, .. }) = note.request(Day(1)) else { panic!("refused") };
        assert_eq!(interaction.text, "paga tarde");
    }
}
