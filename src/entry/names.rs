//! What the names of a line may mean: what was asked, what was answered, what was chosen.

use crate::domain::ids::ClientId;
use crate::domain::list::ListKind;
use crate::quicklog::{Meant, meant};
use crate::repository::request::{Candidate, Request, Ticket};
use crate::text::fold::fold;
use std::collections::HashSet;

/// Rows that are proposed where nobody is called as was typed.
const NEAR: usize = 20;

/// Letters of each word by which such rows are found.
const NEAR_LETTERS: usize = 3;

/// Longer texts are nobody's name, and are not looked up.
const LONGEST: usize = 300;

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    Client,
    /// One of the client's people.
    Contact,
    Product,
}

impl NameKind {
    fn list(self) -> ListKind {
        match self {
            Self::Client => ListKind::Clients,
            Self::Contact => ListKind::Contacts,
            Self::Product => ListKind::Products,
        }
    }

    /// How many are asked for: all the people of a client, enough of the others to know that there are several.
    fn limit(self) -> usize {
        match self {
            Self::Client => 200,
            Self::Contact => 1_000,
            Self::Product => 500,
        }
    }
}

/// One question to the storage.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    kind: NameKind,
    of: Option<ClientId>,
    /// In folded form.
    text: String,
}

impl Key {
    /// Where rows with this name are found. Of contacts, all of the client are.
    pub fn of(kind: NameKind, of: Option<ClientId>, typed: &str) -> Self {
        let text = if kind == NameKind::Contact { String::new() } else { fold(typed) };
        Self { kind, of, text }
    }

    /// Where rows are found that begin alike.
    fn near(&self) -> Self {
        let cut = |word: &str| word.chars().take(NEAR_LETTERS).collect::<String>();
        let text = self.text.split_whitespace().map(cut).next().unwrap_or_default();
        Self { text, ..self.clone() }
    }

    fn is_askable(&self) -> bool {
        self.text.len() <= LONGEST
    }
}

/// What the user says that a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Row(Candidate),
    /// No row: the text stands for itself.
    Text,
}

/// What a name means as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Row {
        candidate: Candidate,
        /// Its whole name or its number was typed, or it was chosen.
        whole: bool,
    },
    Text,
    Several(Vec<Candidate>),
    /// With those that are called nearly so.
    Nobody(Vec<Candidate>),
    NotYet,
}

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    answers: Vec<(Key, Vec<Candidate>)>,
    asked: Option<(Ticket, Key)>,
    chosen: Vec<(Key, Choice)>,
    /// Whole names and numbers of products, in folded form.
    products: HashSet<String>,
}

impl Names {
    /// The next question: the first that is needed and not answered.
    pub fn wanted(&mut self, needed: Vec<Key>, ticket: impl FnOnce() -> Ticket) -> Option<Request> {
        if self.asked.is_some() {
            return None;
        }
        self.answers.retain(|(key, _)| needed.contains(key));
        let key = needed.into_iter().find(|key| self.answer(key).is_none())?;
        let ticket = ticket();
        let (kind, text, client) = (key.kind.list(), key.text.clone(), key.of);
        let limit = key.kind.limit();
        self.asked = Some((ticket, key));
        Some(Request::LookUp { ticket, kind, text, client, limit })
    }

    /// Takes an answer; `false` when the question was another's.
    pub fn take(&mut self, ticket: Ticket, candidates: &[Candidate]) -> bool {
        match self.asked.take() {
            Some((asked, key)) if asked == ticket => {
                if key.kind == NameKind::Product {
                    let names = candidates.iter().flat_map(|row| [fold(&row.label), fold(&row.code)]);
                    self.products.extend(names.filter(|name| !name.is_empty()));
                }
                self.answers.push((key, candidates.to_vec()));
                true
            }
            other => {
                self.asked = other;
                false
            }
        }
    }

    pub fn bind(&mut self, kind: NameKind, of: Option<ClientId>, typed: &str, choice: Choice) {
        let key = Key { kind, of, text: fold(typed) };
        if kind == NameKind::Product {
            self.products.insert(key.text.clone());
        }
        self.chosen.retain(|(known, _)| *known != key);
        self.chosen.push((key, choice));
    }

    fn answer(&self, key: &Key) -> Option<&[Candidate]> {
        self.answers.iter().find(|(known, _)| known == key).map(|(_, answer)| answer.as_slice())
    }

    /// Is it the whole name or number of a product that was heard of? What was once heard of stays so: a line must not be
    /// read otherwise because a question was asked more narrowly.
    pub fn is_product(&self, text: &str) -> bool {
        self.products.contains(&fold(text))
    }

    /// What a name means. Adds the questions on which that depends.
    pub fn find(&self, kind: NameKind, of: Option<ClientId>, typed: &str, needed: &mut Vec<Key>) -> Found {
        let chosen = Key { kind, of, text: fold(typed) };
        if let Some((_, choice)) = self.chosen.iter().find(|(key, _)| *key == chosen) {
            return match choice {
                Choice::Row(candidate) => Found::Row { candidate: candidate.clone(), whole: true },
                Choice::Text => Found::Text,
            };
        }
        let key = Key::of(kind, of, typed);
        if !key.is_askable() {
            return Found::Nobody(Vec::new());
        }
        let near = key.near();
        needed.push(key.clone());
        let Some(rows) = self.answer(&key) else { return Found::NotYet };
        match decided(kind, typed, rows) {
            Some(found) => found,
            None if !rows.is_empty() || near == key => Found::Nobody(nearest(typed, rows, 0)),
            None => {
                needed.push(near.clone());
                self.answer(&near)
                    .map_or(Found::NotYet, |rows| Found::Nobody(nearest(typed, rows, NEAR_LETTERS)))
            }
        }
    }
}

/// The row that is called so, or the rows; `None` for nobody.
fn decided(kind: NameKind, typed: &str, rows: &[Candidate]) -> Option<Found> {
    let row = |at: usize, whole| rows.get(at).map(|row| Found::Row { candidate: row.clone(), whole });
    let wanted = fold(typed);
    let mut coded = (0..rows.len()).filter(|at| !wanted.is_empty() && fold(&rows[*at].code) == wanted);
    if let (Some(at), None) = (coded.next(), coded.next()) {
        return row(at, true);
    }
    // Of a list that was cut it is not known whether another row is called so too, unless it is called exactly so.
    let is_cut = rows.len() >= kind.limit();
    match meant(typed, rows.iter().map(|row| row.label.as_str())) {
        Meant::Whole(at) => row(at, true),
        Meant::Words(at) | Meant::Beginnings(at) if !is_cut => row(at, false),
        Meant::Words(_) | Meant::Beginnings(_) => Some(Found::Several(rows.to_vec())),
        Meant::Several(found) => {
            Some(Found::Several(found.into_iter().filter_map(|at| rows.get(at).cloned()).collect()))
        }
        Meant::Nobody => None,
    }
}

/// Those with a word that begins alike by so many letters, the most alike first.
fn nearest(typed: &str, rows: &[Candidate], least: usize) -> Vec<Candidate> {
    let wanted = fold(typed);
    let alike = |row: &Candidate| {
        let name = fold(&row.label);
        let common = |word: &str| word.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
        name.split_whitespace().map(common).chain([common(&name)]).max().unwrap_or(0)
    };
    let mut rows: Vec<Candidate> = rows.iter().filter(|row| alike(row) >= least).cloned().collect();
    rows.sort_by_cached_key(|row| std::cmp::Reverse(alike(row)));
    rows.truncate(NEAR);
    rows
}
