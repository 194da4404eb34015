//! A field that names another row: typed, looked up as it is typed, picked from a list. It asks nothing itself.

use crate::domain::list::ListKind;
use crate::repository::request::{Candidate, RecordId, Ticket};
use crate::text::fold;
use crate::text::tags;
use crate::tui::{TextEdit, TextField};

/// Which kind of row is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Client,
    Contact,
    Product,
    Salesperson,
    /// Why offers were rejected. It names no row: what is written most is proposed, and any text will do.
    Reason,
    /// Of one that is not there yet the name will do.
    Survey,
    /// Of a client, several in one text. It names no row: those that are there are proposed, one after the other.
    Tag,
}

impl Target {
    /// The list in which it is looked up; `None` for tags, which have none.
    pub fn list(self) -> Option<ListKind> {
        Some(match self {
            Self::Client => ListKind::Clients,
            Self::Contact => ListKind::Contacts,
            Self::Product => ListKind::Products,
            Self::Salesperson => ListKind::Salespeople,
            Self::Reason => ListKind::Offers,
            Self::Survey => ListKind::Surveys,
            Self::Tag => return None,
        })
    }

    /// Are there so few that they are offered before anything is typed?
    pub fn is_few(self) -> bool {
        match self {
            Self::Contact | Self::Salesperson | Self::Reason | Self::Survey | Self::Tag => true,
            Self::Client | Self::Product => false,
        }
    }

    /// Does any text stand for itself?
    pub fn is_text(self) -> bool {
        matches!(self, Self::Reason | Self::Tag)
    }

    /// The row of this kind with this key.
    pub fn key_of(self, id: RecordId) -> Option<i64> {
        match (self, id) {
            (Self::Client, RecordId::Client(id)) => Some(id.0),
            (Self::Contact, RecordId::Contact(id)) => Some(id.0),
            (Self::Product, RecordId::Product(id)) => Some(id.0),
            (Self::Salesperson, RecordId::Salesperson(id)) => Some(id.0),
            _ => None,
        }
    }
}

/// What the text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing yet: it is being typed, or empty.
    Nothing,
    Row(i64),
    /// Itself, without a row; only where the reference allows it.
    Text,
}

/// One entry of the pick list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick<'a> {
    Row(&'a Candidate),
    /// Leave the text as it is, without a row.
    AsText(&'a str),
}

/// The typed name, what it stands for, and the proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub target: Target,
    field: TextField,
    chosen: Chosen,
    /// May the text stand for itself?
    free: bool,
    candidates: Vec<Candidate>,
    open: bool,
    at: Option<usize>,
    asked: Option<Ticket>,
    /// The last answer had nothing for what is typed.
    none: bool,
}

impl Reference {
    pub fn new(target: Target, free: bool) -> Self {
        Self {
            target,
            field: TextField::default(),
            chosen: Chosen::Nothing,
            free,
            candidates: Vec::new(),
            open: false,
            at: None,
            asked: None,
            none: false,
        }
    }

    /// Sets both the name and what it stands for, and closes the list.
    pub fn set(&mut self, label: &str, chosen: Chosen) {
        self.field = TextField::new(label);
        self.chosen = if label.trim().is_empty() { Chosen::Nothing } else { chosen };
        self.close();
        self.asked = None;
    }

    pub fn field(&self) -> &TextField {
        &self.field
    }

    pub fn text(&self) -> &str {
        self.field.text()
    }

    pub fn chosen(&self) -> Chosen {
        self.chosen
    }

    /// What is looked up: the whole text, of several tags the one under the cursor.
    pub fn wanted(&self) -> &str {
        let (from, to) = self.part();
        self.text().get(from..to).unwrap_or_default().trim().trim_start_matches('#')
    }

    /// Where that stands.
    fn part(&self) -> (usize, usize) {
        if self.target != Target::Tag {
            return (0, self.text().len());
        }
        let (before, after) = self.field.split();
        let from = before.rfind([',', ';']).map_or(0, |at| at + 1);
        (from, before.len() + after.find([',', ';']).unwrap_or(after.len()))
    }

    /// The text around the tag under the cursor.
    fn around(&self) -> (&str, &str) {
        let (from, to) = self.part();
        (self.text().get(..from).unwrap_or_default(), self.text().get(to..).unwrap_or_default())
    }

    /// Leaves no comma behind after the last tag.
    pub fn tidy(&mut self) {
        if self.target == Target::Tag {
            let tidied = tags::joined(&tags::split(self.text()));
            if tidied != self.text() {
                self.field = TextField::new(tidied);
            }
        }
    }

    /// Would another entry of the list be added to what is there?
    pub fn adds(&self) -> bool {
        self.target == Target::Tag && self.open && self.at.is_some()
    }

    /// Something is typed that does not yet stand for anything.
    pub fn is_open_question(&self) -> bool {
        !self.target.is_text() && self.chosen == Chosen::Nothing && !self.text().trim().is_empty()
    }

    pub fn is_asking(&self) -> bool {
        self.asked.is_some()
    }

    pub fn asked_for(&self, ticket: Ticket) -> bool {
        self.asked == Some(ticket)
    }

    /// A question was sent; only its answer counts from now on.
    pub fn ask(&mut self, ticket: Ticket) {
        self.asked = Some(ticket);
    }

    /// The question will not be answered.
    pub fn give_up(&mut self) {
        self.asked = None;
    }

    /// Takes the answer; `false` when it is not to the last question.
    pub fn answer(&mut self, ticket: Ticket, candidates: Vec<Candidate>, focused: bool) -> bool {
        if self.asked != Some(ticket) {
            return false;
        }
        self.asked = None;
        self.candidates = candidates;
        if self.target == Target::Tag {
            let (before, after) = self.around();
            let others = tags::split(&format!("{before},{after}"));
            let is_there = |label: &str| others.iter().any(|other| fold::fold(other) == fold::fold(label));
            self.candidates.retain(|candidate| !is_there(&candidate.label));
        }
        self.open = focused && self.chosen == Chosen::Nothing && self.len() > 0;
        // Before anything is typed nothing is highlighted: Enter on an empty field must leave it empty.
        self.none = self.is_open_question() && self.candidates.is_empty();
        let highlights = self.open && self.is_open_question() && !self.candidates.is_empty();
        self.at = highlights.then(|| self.exact().unwrap_or(0));
        true
    }

    /// Carries an edit of the text out; says whether the text changed, so that it must be looked up again. What was
    /// chosen is one thing: typing over it starts another, deleting takes it away whole.
    pub fn edit(&mut self, edit: TextEdit) -> bool {
        let deletes = matches!(
            edit,
            TextEdit::Backspace
                | TextEdit::Delete
                | TextEdit::DeleteWord
                | TextEdit::DeleteToStart
                | TextEdit::DeleteToEnd
        );
        let inserts = matches!(edit, TextEdit::Insert(_));
        if (deletes || inserts) && self.chosen != Chosen::Nothing {
            self.set("", Chosen::Nothing);
            if inserts {
                self.field.edit(edit);
            }
            return true;
        }
        self.field.edit(edit)
    }

    /// Inserts pasted text, in place of what was chosen.
    pub fn insert(&mut self, text: &str) {
        if self.chosen != Chosen::Nothing {
            self.set("", Chosen::Nothing);
        }
        self.field.insert(text);
    }

    pub fn close(&mut self) {
        self.none = false;
        self.open = false;
        self.at = None;
        self.candidates.clear();
    }

    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Is there no row for what is typed?
    pub fn found_none(&self) -> bool {
        self.none && self.is_open_question()
    }

    fn len(&self) -> usize {
        self.candidates.len() + usize::from(self.free && self.is_open_question())
    }

    /// The entries of the open list, and which is highlighted.
    pub fn picks(&self) -> (Vec<Pick<'_>>, Option<usize>) {
        if !self.open {
            return (Vec::new(), None);
        }
        let rows = self.candidates.iter().map(Pick::Row);
        let text = (self.free && self.is_open_question()).then(|| Pick::AsText(self.text().trim()));
        (rows.chain(text).collect(), self.at)
    }

    /// Moves the highlight; `false` when there is no list to move in.
    pub fn highlight_next(&mut self) -> bool {
        let last = self.len().checked_sub(1);
        match last.filter(|_| self.open) {
            Some(last) => {
                self.at = Some(self.at.map_or(0, |at| (at + 1).min(last)));
                true
            }
            None => false,
        }
    }

    pub fn highlight_previous(&mut self) -> bool {
        match self.at.filter(|_| self.open) {
            Some(at) => {
                self.at = if at == 0 && !self.is_open_question() { None } else { Some(at.saturating_sub(1)) };
                true
            }
            None => false,
        }
    }

    /// Takes the highlighted entry; gives its row, if it is one.
    pub fn accept(&mut self) -> Option<Accepted> {
        let at = self.at.filter(|_| self.open)?;
        if let Some(candidate) = self.candidates.get(at).cloned() {
            return Some(self.take(candidate));
        }
        let text = self.text().trim().to_owned();
        self.set(&text, Chosen::Text);
        Some(Accepted::Text)
    }

    /// Takes the only proposal whose name, or whose code, is exactly what was typed.
    pub fn accept_exact(&mut self) -> Option<Accepted> {
        let exact = self.exact().filter(|_| self.is_open_question())?;
        let candidate = self.candidates.get(exact).cloned()?;
        Some(self.take(candidate))
    }

    fn exact(&self) -> Option<usize> {
        let text = fold::fold(self.text());
        // A city is no name, a product's number is one.
        let coded = self.target == Target::Product;
        let same = |(_, candidate): &(usize, &Candidate)| {
            fold::fold(&candidate.label) == text || coded && fold::fold(&candidate.detail) == text
        };
        let mut exact = self.candidates.iter().enumerate().filter(same);
        match (exact.next(), exact.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    }

    fn take(&mut self, candidate: Candidate) -> Accepted {
        if self.target == Target::Tag {
            let (before, after) = self.around();
            let tags = tags::split(&format!("{before},{},{after}", candidate.label));
            self.set(&format!("{}, ", tags::joined(&tags)), Chosen::Nothing);
            return Accepted::Row(candidate);
        }
        let chosen = if self.target.is_text() { Chosen::Nothing } else { Chosen::Row(candidate.id) };
        self.set(&candidate.label, chosen);
        Accepted::Row(candidate)
    }
}

/// What was taken from the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    Row(Candidate),
    Text,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: i64, label: &str, detail: &str) -> Candidate {
        Candidate { id, label: label.into(), detail: detail.into(), ..Candidate::default() }
    }

    fn typed(text: &str, free: bool) -> Reference {
        let mut reference = Reference::new(Target::Product, free);
        reference.insert(text);
        reference.ask(Ticket(7));
        reference
    }

    #[test]
    fn only_the_answer_to_the_last_question_counts() {
        let mut reference = typed("ta", false);
        assert!(!reference.answer(Ticket(6), vec![candidate(1, "Old", "")], true));
        assert!(!reference.is_open());
        assert!(reference.answer(Ticket(7), vec![candidate(1, "Taladro", "T-1")], true));
        assert_eq!(reference.picks().1, Some(0));
        assert!(reference.accept().is_some());
        assert_eq!((reference.text(), reference.chosen()), ("Taladro", Chosen::Row(1)));
        assert!(!reference.is_open());
    }

    #[test]
    fn nothing_is_highlighted_before_something_is_typed() {
        let mut reference = typed("", false);
        reference.answer(Ticket(7), vec![candidate(1, "Ana", "")], true);
        assert_eq!((reference.is_open(), reference.picks().1), (true, None));
        assert_eq!(reference.accept(), None);
        assert!(reference.highlight_next());
        assert_eq!(reference.picks().1, Some(0));
        assert!(reference.highlight_previous());
        assert_eq!(reference.picks().1, None);
    }

    #[test]
    fn only_one_exact_name_is_taken_unseen() {
        let pair = vec![candidate(1, "Broca", "B-1"), candidate(2, "BROCA ", "B-2")];
        let mut reference = typed("broca", false);
        reference.answer(Ticket(7), pair.clone(), false);
        assert_eq!(reference.accept_exact(), None);
        let mut reference = typed("b-2", false);
        reference.answer(Ticket(7), pair, false);
        assert!(reference.accept_exact().is_some());
        assert_eq!(reference.chosen(), Chosen::Row(2));
    }

    #[test]
    fn a_name_without_a_row_is_kept_only_when_that_is_picked() {
        let mut reference = typed("Portes", true);
        reference.answer(Ticket(7), Vec::new(), true);
        assert_eq!(reference.picks(), (vec![Pick::AsText("Portes")], None));
        assert_eq!(reference.accept(), None);
        reference.highlight_next();
        assert_eq!(reference.accept(), Some(Accepted::Text));
        assert_eq!((reference.text(), reference.chosen()), ("Portes", Chosen::Text));
    }

    #[test]
    fn what_was_chosen_goes_whole() {
        let mut reference = Reference::new(Target::Client, false);
        reference.set("Acme", Chosen::Row(3));
        assert!(!reference.edit(TextEdit::Left));
        assert_eq!(reference.chosen(), Chosen::Row(3));
        assert!(reference.edit(TextEdit::Insert('L')));
        assert_eq!((reference.text(), reference.chosen()), ("L", Chosen::Nothing));
        reference.set("Acme", Chosen::Row(3));
        assert!(reference.edit(TextEdit::Backspace));
        assert_eq!((reference.text(), reference.chosen()), ("", Chosen::Nothing));
    }
}
