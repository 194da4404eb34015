//! The one-line entry of a visit, call, email, message or note: for whom, the line being typed, and whom it names.

use super::TextField;
use super::ending::{Bound, Ending};
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::kinds::InteractionKind;
use crate::domain::list::ListKind;
use crate::quicklog::{self, Entry, Unclear};
use crate::repository::request::{Candidate, FormDraft, Request, Ticket};
use crate::text::Locale;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The name of its drafts among those of the forms.
pub const DRAFT_FORM: &str = "log";

/// What is being logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    pub kind: InteractionKind,
    pub client: ClientId,
    pub client_name: String,
    /// Whom the row names under which it is logged.
    pub contact: Option<(ContactId, String)>,
    pub field: TextField,
    /// Esc was pressed over text: once more leaves it.
    pub is_being_left: bool,
    /// The open follow-up that it may end.
    pub bound: Option<Bound>,
    /// It is not known yet whether what is logged does something that was to be done.
    pub looks_for_bound: bool,
    /// The client's people, read once the line names one.
    pub people: People,
}

/// The people that a line may name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum People {
    #[default]
    NotAsked,
    Asked(Ticket),
    Known(Vec<(ContactId, String)>),
}

/// How many people of a client are read at most.
const MOST_PEOPLE: usize = 1_000;

/// Why an entry cannot be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A note says nothing without text; a visit without text is still a visit.
    NoteWithoutText,
    /// The line names nobody, or several.
    Unclear(Unclear),
}

/// How an entry is kept against a crash.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    kind: InteractionKind,
    client: ClientId,
    client_name: String,
    contact: Option<(ContactId, String)>,
    text: String,
    #[serde(default)]
    bound: Option<Bound>,
}

impl LogEntry {
    pub fn new(kind: InteractionKind, client: ClientId, client_name: &str) -> Self {
        let client_name = client_name.to_owned();
        let (field, people) = (TextField::default(), People::default());
        let (bound, looks_for_bound) = (None, false);
        Self {
            kind,
            client,
            client_name,
            contact: None,
            field,
            is_being_left: false,
            bound,
            looks_for_bound,
            people,
        }
    }

    /// What the line says.
    pub fn read(&self, today: NaiveDate, locale: &Locale) -> Entry {
        quicklog::parse(self.field.text(), self.kind, today, locale)
    }

    /// Asks for the client's people when the line names one and they are not known.
    pub fn wanted(
        &mut self,
        today: NaiveDate,
        locale: &Locale,
        ticket: impl FnOnce() -> Ticket,
    ) -> Option<Request> {
        if self.people != People::NotAsked || self.read(today, locale).contact.is_none() {
            return None;
        }
        let ticket = ticket();
        self.people = People::Asked(ticket);
        let (kind, text, client) = (ListKind::Contacts, String::new(), Some(self.client));
        Some(Request::LookUp { ticket, kind, text, client, limit: MOST_PEOPLE })
    }

    /// Takes the people, when it was this entry that asked.
    pub fn take_people(&mut self, ticket: Ticket, candidates: &[Candidate]) -> bool {
        let asked = self.people == People::Asked(ticket);
        if asked {
            let person = |it: &Candidate| (ContactId(it.id), it.label.clone());
            self.people = People::Known(candidates.iter().map(person).collect());
        }
        asked
    }

    pub fn awaits_people(&self) -> bool {
        matches!(self.people, People::Asked(_))
    }

    /// Goes on to the next of what can become of the follow-up.
    pub fn change_ending(&mut self, today: NaiveDate, locale: &Locale) {
        let (entry, is_empty) = (self.read(today, locale), self.field.is_empty());
        if let Some(bound) = &mut self.bound {
            bound.choose_next(&entry, is_empty);
        }
    }

    /// What becomes of the follow-up, and which it is.
    pub fn ending(&self, today: NaiveDate, locale: &Locale) -> Option<(Ending, &Bound)> {
        let bound = self.bound.as_ref()?;
        Some((bound.ending(&self.read(today, locale), self.field.is_empty()), bound))
    }

    /// The person whom the line names, else the one of the row. A part of a name is enough when one person has it.
    pub fn person(&self, entry: &Entry) -> Result<Option<(ContactId, String)>, Refusal> {
        let Some(name) = &entry.contact else { return Ok(self.contact.clone()) };
        let People::Known(people) = &self.people else {
            return Err(Refusal::Unclear(Unclear::Nobody(name.clone())));
        };
        quicklog::person(name, people).map(Some).map_err(Refusal::Unclear)
    }

    /// The request that logs it.
    pub fn request(&self, today: NaiveDate, locale: &Locale) -> Result<Request, Refusal> {
        let entry = self.read(today, locale);
        if self.kind == InteractionKind::Note && entry.text.is_empty() {
            return Err(Refusal::NoteWithoutText);
        }
        if let Some((Ending::Alone, bound)) = self.ending(today, locale) {
            return Ok(Request::CompleteFollowUp(bound.id));
        }
        let contact = self.person(&entry)?.map(|(id, _)| id);
        let mut draft = entry.drafts(self.client, contact);
        if let Some(bound) = &self.bound {
            bound.settle(&mut draft, &entry, self.field.is_empty(), today.into());
        }
        Ok(Request::Log(Box::new(draft)))
    }

    /// The draft that survives a crash.
    pub fn keep(&self) -> Request {
        let kept = Kept {
            kind: self.kind,
            client: self.client,
            client_name: self.client_name.clone(),
            contact: self.contact.clone(),
            text: self.field.text().to_owned(),
            bound: self.bound.clone(),
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
        let Kept { kind, client, client_name, contact, text, bound } = kept;
        (draft.form == DRAFT_FORM).then(|| Self {
            kind,
            client,
            client_name,
            contact,
            field: TextField::new(text),
            is_being_left: false,
            bound,
            looks_for_bound: false,
            people: People::default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kinds::{FollowUpKind, Outcome};
    use crate::text::Lang;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn asked(entry: &LogEntry) -> Result<Request, Refusal> {
        entry.request(today(), &Locale::of(Lang::Es))
    }

    #[test]
    fn a_line_names_people_of_the_client_and_never_guesses() {
        let mut entry = LogEntry::new(InteractionKind::Visit, ClientId(7), "López");
        entry.field.insert("con:ana 30m res:bien seg:+15d Pide precio");
        let wanted = entry.wanted(today(), &Locale::of(Lang::Es), || Ticket(5));
        assert!(matches!(wanted, Some(Request::LookUp { client: Some(ClientId(7)), .. })), "{wanted:?}");
        let person =
            |id, name: &str| Candidate { id, label: name.into(), detail: String::new(), price_micros: None };
        assert!(!entry.take_people(Ticket(4), &[]), "somebody else asked");
        assert!(entry.take_people(Ticket(5), &[person(1, "Ána Ruiz"), person(2, "Luis Gil")]));
        let Ok(Request::Log(drafts)) = asked(&entry) else { panic!("refused") };
        let (interaction, next) = (drafts.interaction, drafts.follow_up.unwrap());
        assert_eq!((interaction.contact, interaction.minutes), (Some(ContactId(1)), Some(30)));
        assert_eq!((interaction.outcome, interaction.text.as_str()), (Some(Outcome::Good), "Pide precio"));
        assert_eq!((next.kind, next.title.as_str()), (FollowUpKind::Visit, "Pide precio"));
        entry.people =
            People::Known(vec![(ContactId(1), "Ana Ruiz".into()), (ContactId(2), "Ana Gil".into())]);
        assert!(
            matches!(asked(&entry), Err(Refusal::Unclear(Unclear::Several(_, people))) if people.len() == 2)
        );
        entry.people = People::Known(vec![(ContactId(2), "Luis Gil".into())]);
        assert_eq!(asked(&entry), Err(Refusal::Unclear(Unclear::Nobody("ana".into()))));
    }

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
        assert!(asked(&visit).is_ok());
        let mut note = LogEntry::new(InteractionKind::Note, ClientId(7), "López");
        note.field.insert("  ");
        assert_eq!(asked(&note), Err(Refusal::NoteWithoutText));
        note.field.insert("paga tarde ");
        let Ok(Request::Log(drafts)) = asked(&note) else { panic!("refused") };
        assert_eq!(drafts.interaction.text, "paga tarde");
    }
}
