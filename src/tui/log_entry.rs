//! The one-line entry while it is typed: the line, its draft against a crash, and the names that it leaves open.

use super::TextField;
use super::ending::{Bound, Ending};
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::kinds::InteractionKind;
use crate::entry::{Choice, Doubt, NameKind, Place, QuickEntry, Reading, Refusal, Said, What, Why};
use crate::quicklog::Entry;
use crate::repository::request::{Candidate, FormDraft, Request, Ticket};
use crate::text::Locale;
use serde::{Deserialize, Serialize};

/// The names of its drafts among those of the forms.
const DRAFT: &str = "log";
const SALE_DRAFT: &str = "log_sale";

/// What is being logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    pub entry: QuickEntry,
    pub field: TextField,
    /// The key that was pressed and asks to be pressed again.
    pub once_more: Option<OnceMore>,
    /// The open follow-up that it may end.
    pub bound: Option<Bound>,
    /// It is not known yet whether what is logged does something that was to be done.
    pub looks_for_bound: bool,
    /// A doubt was settled: what Enter was pressed for goes on as soon as the other names are known.
    pub goes_on: bool,
}

/// What a key does when it is pressed again with nothing typed meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnceMore {
    /// Esc over text leaves it.
    Leaves,
    /// Enter over a part that cannot be, such as a day that does not exist, logs it as text.
    LogsAsText,
}

/// How an entry is kept against a crash.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// Of a sale `None`.
    kind: Option<InteractionKind>,
    client: Option<ClientId>,
    client_name: String,
    contact: Option<(ContactId, String)>,
    text: String,
    #[serde(default)]
    bound: Option<Bound>,
}

impl LogEntry {
    pub fn new(what: What, client: Option<(ClientId, String)>) -> Self {
        let (entry, field) = (QuickEntry::new(what, client), TextField::default());
        Self { entry, field, once_more: None, bound: None, looks_for_bound: false, goes_on: false }
    }

    /// What the line says.
    pub fn read(&self, place: &Place) -> Reading {
        self.entry.read(self.field.text(), place)
    }

    /// What becomes of the follow-up, and which it is. What is logged for another client leaves it alone.
    pub fn ending(&self, place: &Place) -> Option<(Ending, &Bound)> {
        let bound = self.bound.as_ref()?;
        let reading = self.read(place);
        let done = self.done(&reading)?;
        Some((bound.ending(done, self.field.is_empty()), bound))
    }

    /// What a line says that is for the client of its row.
    pub fn done<'a>(&self, reading: &'a Reading) -> Option<&'a Entry> {
        let id = |client: &Option<(ClientId, String)>| client.as_ref().map(|(id, _)| *id);
        match &reading.said {
            Said::Done { entry, .. } if id(&reading.client) == id(&self.entry.client) => Some(entry),
            Said::Done { .. } | Said::Sale { .. } => None,
        }
    }

    /// Goes on to the next of what can become of the follow-up.
    pub fn change_ending(&mut self, place: &Place) {
        let reading = self.read(place);
        let (done, is_empty) = (self.done(&reading), self.field.is_empty());
        if let (Some(bound), Some(done)) = (&mut self.bound, done) {
            bound.choose_next(done, is_empty);
        }
    }

    /// The request that writes the line, and ends the follow-up as it says.
    pub fn request(&self, reading: &Reading, place: &Place) -> Result<Request, Refusal> {
        let mut request = reading.request(place)?;
        if let (Some(bound), Some(done)) = (&self.bound, self.done(reading)) {
            let is_empty = self.field.is_empty();
            if bound.ending(done, is_empty) == Ending::Alone {
                return Ok(Request::CompleteFollowUp(bound.id));
            }
            if let Request::Log(draft) = &mut request {
                bound.settle(draft, done, is_empty, place.today.into());
            }
        }
        Ok(request)
    }

    /// What is to be asked next about the names in the line.
    pub fn wanted(&mut self, place: &Place, ticket: impl FnOnce() -> Ticket) -> Option<Request> {
        self.entry.wanted(self.field.text(), place, ticket)
    }

    /// Takes an answer, when it was this entry that asked.
    pub fn take(&mut self, ticket: Ticket, candidates: &[Candidate]) -> bool {
        self.entry.take(ticket, candidates)
    }

    /// Settles a doubt: the name stands written out in the line.
    pub fn choose(&mut self, doubt: &Doubt, choice: Choice) {
        let text = self.entry.choose(self.field.text(), doubt, choice);
        if text != self.field.text() {
            self.field = TextField::new(text);
        }
    }

    fn draft_key(&self) -> (String, i64) {
        let form = if self.entry.what == What::Sale { SALE_DRAFT } else { DRAFT };
        (form.to_owned(), self.entry.client.as_ref().map_or(0, |(id, _)| id.0))
    }

    /// The draft that survives a crash.
    pub fn keep(&self) -> Request {
        let client = self.entry.client.clone();
        let kept = Kept {
            kind: match self.entry.what {
                What::Done(kind) => Some(kind),
                What::Sale => None,
            },
            client: client.as_ref().map(|(id, _)| *id),
            client_name: client.map(|(_, name)| name).unwrap_or_default(),
            contact: self.entry.contact.clone(),
            text: self.field.text().to_owned(),
            bound: self.bound.clone(),
        };
        let (form, row) = self.draft_key();
        // Plain texts and numbers always have a JSON form.
        let fields = serde_json::to_string(&kept).unwrap_or_default();
        Request::KeepDraft(FormDraft { form, row, fields })
    }

    /// What takes the draft away again.
    pub fn forget(&self) -> Request {
        let (form, row) = self.draft_key();
        Request::DropDraft { form, row }
    }

    /// The entry of a draft; `None` when it is not one of ours.
    pub fn from_draft(draft: &FormDraft) -> Option<Self> {
        if draft.form != DRAFT && draft.form != SALE_DRAFT {
            return None;
        }
        let kept: Kept = serde_json::from_str(&draft.fields).ok()?;
        let what = kept.kind.map_or(What::Sale, What::Done);
        let mut log = Self::new(what, kept.client.map(|client| (client, kept.client_name)));
        log.entry.contact = kept.contact;
        log.bound = kept.bound;
        log.field = TextField::new(kept.text);
        Some(log)
    }
}

/// The list from which it is chosen what a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosing {
    pub doubt: Doubt,
    /// Opened to complete a name, not because Enter waits for it.
    pub only_completes: bool,
    /// The client of the row, for whom the line is when the name is none.
    row: String,
    /// The highlighted one.
    pub index: Option<usize>,
}

impl Choosing {
    /// Where nobody is called so, nothing is highlighted: Enter pressed blindly must not take somebody.
    pub fn new(log: &LogEntry, doubt: Doubt, only_completes: bool) -> Self {
        let index = (doubt.why != Why::Nobody).then_some(0);
        let row = log.entry.client.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        Self { doubt, only_completes, row, index }
    }

    pub fn title(&self, locale: &Locale) -> String {
        let key = match self.doubt.why {
            Why::Several => "log-choose-several",
            Why::Nobody => "log-choose-near",
            Why::OtherClient => "log-choose-client",
        };
        locale.ta(key, &[("name", self.doubt.typed.as_str().into())])
    }

    /// The rows with what tells them apart; raw text of the data.
    pub fn names(&self, locale: &Locale) -> Vec<String> {
        let name = |row: &Candidate| {
            let parts = [&row.label, &row.code, &row.detail].map(String::as_str);
            let mut parts: Vec<&str> = parts.into_iter().filter(|text| !text.is_empty()).collect();
            // A product's number is all that tells it apart.
            parts.dedup();
            parts.join(" · ")
        };
        let mut names: Vec<String> = self.doubt.choices.iter().map(name).collect();
        if self.doubt.may_be_text {
            let is_client = self.doubt.kind == NameKind::Client;
            let key = if is_client { "log-choose-text" } else { "log-choose-unlisted" };
            let args = [("name", self.doubt.typed.as_str().into()), ("client", self.row.as_str().into())];
            names.push(locale.ta(key, &args));
        }
        names
    }

    pub fn chosen(&self) -> Option<Choice> {
        match self.doubt.choices.get(self.index?) {
            Some(row) => Some(Choice::Row(row.clone())),
            None if self.doubt.may_be_text => Some(Choice::Text),
            None => None,
        }
    }

    /// Moves the highlight; up from nothing goes to the last.
    pub fn move_by(&mut self, rows: isize) {
        let last = (self.doubt.choices.len() + usize::from(self.doubt.may_be_text)).saturating_sub(1);
        let from = self.index.unwrap_or(if rows < 0 { last + 1 } else { 0 });
        let step = if self.index.is_none() && rows > 0 { rows - 1 } else { rows };
        self.index = Some(from.saturating_add_signed(step).min(last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_from_its_draft() {
        for what in [What::Done(InteractionKind::Call), What::Sale] {
            for client in [Some((ClientId(7), "López".to_owned())), None] {
                let mut log = LogEntry::new(what, client);
                log.entry.contact = Some((ContactId(9), "Ana".into()));
                log.field.insert("pide \"precio\"");
                let Request::KeepDraft(draft) = log.keep() else { panic!("not a draft") };
                assert_eq!(LogEntry::from_draft(&draft), Some(log));
                assert_eq!(LogEntry::from_draft(&FormDraft { form: "client".into(), ..draft }), None);
            }
        }
    }

    #[test]
    fn a_draft_of_before_sales_had_lines_is_read() {
        let fields = r#"{"kind":"visit","client":7,"client_name":"López","contact":null,"text":"hola"}"#;
        let draft = FormDraft { form: "log".into(), row: 7, fields: fields.into() };
        let log = LogEntry::from_draft(&draft).unwrap();
        assert_eq!((log.entry.what, log.field.text()), (What::Done(InteractionKind::Visit), "hola"));
        assert_eq!(log.entry.client, Some((ClientId(7), "López".to_owned())));
    }
}
