//! What an email is written from: a template, and what is known of whom it goes to.

use super::client::ClientDraft;
use super::contact::ContactDraft;
use super::ids::{MailTemplateId, SalespersonId};

/// A template as a form edits it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailTemplateDraft {
    /// `None` for a new one, and for those that the program brings along.
    pub id: Option<MailTemplateId>,
    pub rev: i64,
    pub name: String,
    /// The language it is written in, `es` or `en`.
    pub language: String,
    pub subject: String,
    /// Several lines, with placeholders as the subject.
    pub body: String,
}

/// All that one email needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailMatter {
    pub client: ClientDraft,
    /// `None` writes to the client's own address.
    pub contact: Option<ContactDraft>,
    /// Who writes, and is logged as having written: the salesperson at the keyboard, else the client's.
    pub sender: Option<SalespersonId>,
    /// By name; without a salesperson as the history would say.
    pub me: String,
    /// What the client was offered last; empty when nothing was.
    pub product: String,
    /// The user's own, by name.
    pub templates: Vec<MailTemplateDraft>,
}

impl MailMatter {
    /// Whom it goes to, by name; raw text of the data.
    pub fn name(&self) -> &str {
        self.contact.as_ref().map_or(&self.client.name, |contact| &contact.name)
    }

    /// Where it goes to.
    pub fn address(&self) -> &str {
        self.contact.as_ref().map_or(&self.client.email, |contact| &contact.email).trim()
    }
}
