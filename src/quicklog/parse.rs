//! The rule of the line: which words are recognised where. Everything that it does not take is text.

use super::lex::{self, Quoted};
use super::value::Value;
use super::words::{self, Name};
use super::{Chip, Entry, FollowUp, Part, Problem, Trouble, duration};
use crate::domain::kinds::{Direction, InteractionKind, Outcome};
use crate::text::Locale;
use crate::text::dates::Prefer;
use crate::text::fold::fold;
use crate::text::tags;
use chrono::NaiveDate;
use std::mem::discriminant;
use std::ops::Range;

/// Reads a line. Never fails: what it does not understand stays text.
pub fn parse(line: &str, kind: InteractionKind, today: NaiveDate, locale: &Locale) -> Entry {
    let mut reader = Reader::new(line, today, locale, false);
    reader.all_words();
    entry(kind, today, text(line, &reader.chips), reader.chips, reader.problems)
}

/// The entry is made of the chips alone, so what is shown is what is stored.
fn entry(
    kind: InteractionKind,
    today: NaiveDate,
    text: String,
    chips: Vec<Chip>,
    problems: Vec<Problem>,
) -> Entry {
    let mut entry = Entry {
        kind,
        day: today,
        direction: Direction::Out,
        contact: None,
        minutes: None,
        outcome: None,
        follow_up: None,
        they_call: None,
        offers: Vec::new(),
        tags: Vec::new(),
        text,
        chips: Vec::new(),
        problems,
    };
    for chip in &chips {
        match chip.part.clone() {
            Part::Day(day) => entry.day = day,
            Part::Minutes(minutes) => entry.minutes = Some(minutes),
            Part::Outcome(outcome) => entry.outcome = Some(outcome),
            Part::Incoming => entry.direction = Direction::In,
            Part::Contact(contact) => entry.contact = Some(contact),
            Part::FollowUp(follow_up) => entry.follow_up = Some(follow_up),
            Part::TheyCall(until) => entry.they_call = Some(until),
            Part::Offer(product) => entry.offers.push(product),
            Part::Tag(tag) => entry.tags.push(tag),
            // Parts of a sale are none of an interaction's.
            Part::Number(_)
            | Part::Return
            | Part::Quantity(_)
            | Part::Product(_)
            | Part::Price(_)
            | Part::Discount(_) => {}
        }
    }
    entry.chips = chips;
    entry
}

/// The client before the first colon of `lópez: presenté el X2`, and the byte at which the rest begins. In quotes when the
/// name has a colon itself. `None` when the line begins with something else that has a colon: a name of the grammar, a
/// time, an address.
pub fn split_client(line: &str) -> Option<(&str, usize)> {
    let start = line.len() - line.trim_start().len();
    match lex::quoted(line, start) {
        Quoted::Closed { inner, after } => {
            let client = line[inner].trim();
            let named = line[after..].starts_with(':') && !client.is_empty();
            return named.then_some((client, after + 1));
        }
        Quoted::Open => return None,
        Quoted::Absent => {}
    }
    let colon = line.find(':')?;
    let (before, rest) = (&line[start..colon], &line[colon + 1..]);
    let ends_a_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let plausible = before.chars().any(char::is_alphabetic) && words::name(last).is_none();
    (ends_a_word && plausible).then_some((before.trim_end(), colon + 1))
}

/// The line without its chips. White space around a chip becomes one space; all else stays as it is.
fn text(line: &str, chips: &[Chip]) -> String {
    let mut text = String::with_capacity(line.len());
    let mut from = 0;
    let ends = chips.iter().map(|chip| chip.span.clone()).chain(std::iter::once(line.len()..line.len()));
    for span in ends {
        let piece = line.get(from..span.start).unwrap_or_default().trim();
        if !text.is_empty() && !piece.is_empty() {
            text.push(' ');
        }
        text.push_str(piece);
        from = span.end;
    }
    text
}

pub(super) struct Reader<'a> {
    pub line: &'a str,
    pub today: NaiveDate,
    pub locale: &'a Locale,
    pub words: Vec<Range<usize>>,
    pub chips: Vec<Chip>,
    pub problems: Vec<Problem>,
    /// A sale has other parts than an interaction.
    sale: bool,
    /// The names that had a value, readable or not: each counts once.
    seen: Vec<Name>,
}

/// What became of a word, and the word that comes after it.
pub(super) enum Step {
    Taken(usize),
    Text(usize),
}

impl<'a> Reader<'a> {
    pub fn new(line: &'a str, today: NaiveDate, locale: &'a Locale, sale: bool) -> Self {
        let words = lex::words(line);
        Self { line, today, locale, words, chips: Vec::new(), problems: Vec::new(), sale, seen: Vec::new() }
    }

    /// Does this kind of line have such a part?
    fn takes(&self, name: Name) -> bool {
        match name {
            Name::Contact | Name::Day => true,
            Name::Number => self.sale,
            Name::Outcome | Name::FollowUp | Name::TheyCall | Name::Offer | Name::Tag => !self.sale,
        }
    }

    fn all_words(&mut self) {
        let mut leading = true;
        let mut index = 0;
        while index < self.words.len() {
            let bare = |reader: &mut Self| if leading { reader.bare(index) } else { Step::Text(index + 1) };
            let step = self.named(index).unwrap_or_else(|| bare(self));
            (index, leading) = match step {
                Step::Taken(next) => (next, leading),
                Step::Text(next) => (next, false),
            };
        }
    }

    /// A word with a name of ours, or one that looks as if it had; `None` for any other word.
    pub fn named(&mut self, index: usize) -> Option<Step> {
        let word = self.words.get(index)?.clone();
        let (name, rest) = lex::name(&self.line[word.clone()])?;
        let Some(known) = words::name(name).filter(|known| self.takes(*known)) else {
            if looks_like_a_name(name, rest) {
                self.object(word, Trouble::UnknownName(name.to_owned()));
            }
            return Some(Step::Text(index + 1));
        };
        let value = match self.value(index, word.end - rest.len()) {
            Ok(value) => value,
            Err(trouble) => {
                self.object(word, trouble);
                return Some(Step::Text(index + 1));
            }
        };
        let next = value.next;
        let whole = word.start..value.end;
        if self.seen.contains(&known) && !known.repeats() {
            self.object(whole, Trouble::Twice(name.to_owned()));
            return Some(Step::Text(next));
        }
        self.seen.push(known);
        Some(match self.meant(known, &value) {
            Ok((part, ..)) if known.repeats() && self.has(&part) => {
                self.object(whole, Trouble::Twice(self.line[word.start..value.span.end].to_owned()));
                Step::Text(next)
            }
            Ok((part, end, next)) => {
                self.accept(word.start..end, part);
                Step::Taken(next)
            }
            Err(trouble) => {
                self.object(whole, trouble);
                Step::Text(next)
            }
        })
    }

    /// Was the same product or tag named before?
    fn has(&self, part: &Part) -> bool {
        let folded = |part: &Part| match part {
            Part::Offer(text) | Part::Tag(text) => Some((discriminant(part), fold(text))),
            Part::Day(_)
            | Part::Minutes(_)
            | Part::Outcome(_)
            | Part::Incoming
            | Part::Contact(_)
            | Part::FollowUp(_)
            | Part::TheyCall(_)
            | Part::Number(_)
            | Part::Return
            | Part::Quantity(_)
            | Part::Product(_)
            | Part::Price(_)
            | Part::Discount(_) => None,
        };
        let wanted = folded(part);
        self.chips.iter().any(|chip| folded(&chip.part) == wanted)
    }

    pub fn object(&mut self, span: Range<usize>, trouble: Trouble) {
        self.problems.push(Problem { span, trouble });
    }

    /// What a name and its value mean, with the end of the part and the word after it.
    fn meant(&self, name: Name, value: &Value) -> Result<(Part, usize, usize), Trouble> {
        let text = self.line[value.span.clone()].trim();
        match name {
            Name::Contact => Ok((Part::Contact(text.to_owned()), value.end, value.next)),
            Name::Number => Ok((Part::Number(text.to_owned()), value.end, value.next)),
            Name::Offer => Ok((Part::Offer(text.to_owned()), value.end, value.next)),
            Name::Tag if text.chars().count() > tags::LONGEST => Err(Trouble::LongTag(text.to_owned())),
            Name::Tag => Ok((Part::Tag(text.to_owned()), value.end, value.next)),
            Name::Outcome => match words::outcome(text) {
                Some(outcome) => Ok((Part::Outcome(outcome), value.end, value.next)),
                None => Err(Trouble::UnknownOutcome(text.to_owned())),
            },
            Name::Day => {
                let (day, end, next) = self.date(value, Prefer::Past)?;
                Ok((Part::Day(day), end, next))
            }
            Name::TheyCall => {
                let (until, end, next) = self.date(value, Prefer::Future)?;
                Ok((Part::TheyCall(until), end, next))
            }
            Name::FollowUp if value.quoted => {
                Ok((Part::FollowUp(self.titled(&value.span)?), value.end, value.next))
            }
            Name::FollowUp => {
                let (due, end, next) = self.date(value, Prefer::Future)?;
                Ok((Part::FollowUp(FollowUp { due, title: None, kind: None }), end, next))
            }
        }
    }

    /// A word at the start that needs no name.
    fn bare(&mut self, index: usize) -> Step {
        self.bare_day(index).or_else(|| self.bare_word(index)).unwrap_or(Step::Text(index + 1))
    }

    pub fn bare_day(&mut self, index: usize) -> Option<Step> {
        if self.seen.contains(&Name::Day) {
            return None;
        }
        let word = self.words.get(index)?.clone();
        let first = lex::without_marks(self.line, &word);
        let second = self.words.get(index + 1).filter(|_| first.end == word.end).cloned();
        let pair = second.map(|second| (lex::without_marks(self.line, &second), second.end));
        let (day, end, next) = match pair {
            Some((second, end))
                if words::is_bare_day(&self.line[first.clone()], Some(&self.line[second.clone()])) =>
            {
                (first.start..second.end, end, index + 2)
            }
            Some(_) | None if words::is_bare_day(&self.line[first.clone()], None) => {
                (first, word.end, index + 1)
            }
            Some(_) | None => return None,
        };
        let day = self.date_in(day, Prefer::Past).ok()?;
        self.seen.push(Name::Day);
        self.accept(word.start..end, Part::Day(day));
        Some(Step::Taken(next))
    }

    fn bare_word(&mut self, index: usize) -> Option<Step> {
        let span = self.words.get(index)?.clone();
        let word = &self.line[lex::without_marks(self.line, &span)];
        let part = if let Some(minutes) = duration::minutes(word) {
            Part::Minutes(minutes)
        } else if let Some(outcome) = words::bare_outcome(word) {
            Part::Outcome(outcome)
        } else if words::is_incoming(word) {
            Part::Incoming
        } else {
            return None;
        };
        let of_outcome = discriminant(&part) == discriminant(&Part::Outcome(Outcome::Ok));
        let twice = self.chips.iter().any(|chip| discriminant(&chip.part) == discriminant(&part));
        if twice || (of_outcome && self.seen.contains(&Name::Outcome)) {
            return None;
        }
        if of_outcome {
            self.seen.push(Name::Outcome);
        }
        self.accept(span, part);
        Some(Step::Taken(index + 1))
    }

    pub fn accept(&mut self, span: Range<usize>, part: Part) {
        let today = self.today;
        let odd = match &part {
            Part::Day(day) => (*day > today).then_some(Trouble::InTheFuture(*day)),
            Part::FollowUp(next) => (next.due < today).then_some(Trouble::AlreadyPast(next.due)),
            Part::TheyCall(until) => (*until < today).then_some(Trouble::AlreadyPast(*until)),
            Part::Minutes(_)
            | Part::Outcome(_)
            | Part::Incoming
            | Part::Contact(_)
            | Part::Offer(_)
            | Part::Tag(_)
            | Part::Number(_)
            | Part::Return
            | Part::Quantity(_)
            | Part::Product(_)
            | Part::Price(_)
            | Part::Discount(_) => None,
        };
        if let Some(trouble) = odd {
            self.object(span.clone(), trouble);
        }
        self.chips.push(Chip { span, part });
    }
}

/// Is a word with letters before a colon more than prose, so that it has to be told that it was not recognised?
fn looks_like_a_name(name: &str, rest: &str) -> bool {
    !(rest.is_empty() || rest.starts_with(':') || is_address(name, rest))
}

/// Do these make an address or a path: `https://…`, `mailto:…`, `C:\…`?
fn is_address(name: &str, rest: &str) -> bool {
    let path = name.chars().count() == 1 && rest.starts_with(['\\', '/']);
    let scheme = words::is_scheme(name);
    rest.starts_with("//") || path || scheme
}
