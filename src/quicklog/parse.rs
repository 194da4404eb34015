//! A line to its parts.

use super::words::{self, Name};
use super::{Chip, Entry, Part, Problem, Trouble};
use crate::domain::kinds::{Direction, InteractionKind};
use crate::text::dates::{self, Prefer};
use crate::text::fold::fold;
use crate::text::locale::Locale;
use chrono::NaiveDate;
use std::ops::Range;

/// The most words of a date that stands bare at the start: `el lunes pasado`.
const DATE_WORDS: usize = 3;

/// Reads a line. Never fails: what it does not understand stays text.
pub fn parse(line: &str, kind: InteractionKind, today: NaiveDate, locale: &Locale) -> Entry {
    let mut reader = Reader { line, today, locale, entry: empty(kind, today), removed: Vec::new() };
    let words = split(line);
    let mut at = 0;
    while let Some(used) = reader.bare(words.get(at..).unwrap_or_default()) {
        at += used;
    }
    for word in words.get(at..).unwrap_or_default() {
        reader.named(word);
    }
    reader.finish()
}

fn empty(kind: InteractionKind, today: NaiveDate) -> Entry {
    Entry {
        kind,
        day: today,
        direction: Direction::Out,
        contact: None,
        minutes: None,
        outcome: None,
        follow_up: None,
        text: String::new(),
        chips: Vec::new(),
        problems: Vec::new(),
    }
}

/// The client before the first colon of `lópez: presenté el X2`, and the byte at which the rest begins. `None` when the
/// line begins with something else that has a colon: a name of the grammar, a time, an address.
pub fn split_client(line: &str) -> Option<(&str, usize)> {
    let colon = line.find(':')?;
    let client = line.get(..colon)?.trim();
    let rest = line.get(colon + 1..)?;
    let ends_a_word = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let last = client.rsplit(char::is_whitespace).next().unwrap_or_default();
    let plausible = client.chars().any(char::is_alphabetic) && words::name(last).is_none();
    (ends_a_word && plausible).then_some((client, colon + 1))
}

/// The words of a line: runs without spaces, but `name:"several words"` is one.
fn split(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quoted = false;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        if letter == '"' {
            // Quotes hold a value together only right after a colon, and only when they are closed.
            let closes = line.get(at + 1..).is_some_and(|rest| rest.contains('"'));
            quoted = !quoted && before == ':' && closes;
        }
        if letter.is_whitespace() && !quoted {
            words.extend(start.take().map(|start| start..at));
        } else if start.is_none() {
            start = Some(at);
        }
        before = letter;
    }
    words.extend(start.map(|start| start..line.len()));
    words
}

struct Reader<'a> {
    line: &'a str,
    today: NaiveDate,
    locale: &'a Locale,
    entry: Entry,
    /// Spans that are not text.
    removed: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn word(&self, span: &Range<usize>) -> &'a str {
        self.line.get(span.clone()).unwrap_or_default()
    }

    fn accept(&mut self, span: Range<usize>, part: Part) {
        self.removed.push(span.clone());
        self.entry.chips.push(Chip { span, part });
    }

    fn object(&mut self, span: &Range<usize>, trouble: Trouble) {
        self.entry.problems.push(Problem { span: span.clone(), trouble });
    }

    /// A part that needs no name at the start of the words; tells how many words it took.
    fn bare(&mut self, words: &[Range<usize>]) -> Option<usize> {
        let first = words.first()?;
        let word = self.word(first);
        let entry = &self.entry;
        if let Some(minutes) = words::minutes(word).filter(|_minutes| entry.minutes.is_none()) {
            self.entry.minutes = Some(minutes);
            self.accept(first.clone(), Part::Minutes(minutes));
            return Some(1);
        }
        if let Some(outcome) = words::bare_outcome(word).filter(|_outcome| entry.outcome.is_none()) {
            self.entry.outcome = Some(outcome);
            self.accept(first.clone(), Part::Outcome(outcome));
            return Some(1);
        }
        if words::is_incoming(word) && entry.direction == Direction::Out {
            self.entry.direction = Direction::In;
            self.accept(first.clone(), Part::Incoming);
            return Some(1);
        }
        if self.has_day() {
            return self.named_first(first);
        }
        self.bare_day(words).or_else(|| self.named_first(first))
    }

    /// A named part does not end the start of the line.
    fn named_first(&mut self, span: &Range<usize>) -> Option<usize> {
        let (chips, problems) = (self.entry.chips.len(), self.entry.problems.len());
        let (name, _value) = name_and_value(self.word(span))?;
        words::name(name)?;
        self.named(span);
        if self.entry.chips.len() > chips {
            return Some(1);
        }
        // Not understood: it is text, and read again as such.
        self.entry.problems.truncate(problems);
        None
    }

    fn has_day(&self) -> bool {
        self.entry.chips.iter().any(|chip| matches!(chip.part, Part::Day(_)))
    }

    /// The longest run of words that is a date.
    fn bare_day(&mut self, words: &[Range<usize>]) -> Option<usize> {
        for count in (1..=DATE_WORDS.min(words.len())).rev() {
            let (Some(first), Some(last)) = (words.first(), words.get(count - 1)) else { continue };
            let span = first.start..last.end;
            let text = self.word(&span);
            // A number alone, or a date further ahead, is rather the start of a sentence.
            if !text.contains(char::is_alphabetic) && !text.contains(['/', '-', '.']) {
                continue;
            }
            if let Ok(day) = dates::parse(text, self.today, Prefer::Past, self.locale) {
                self.set_day(span, day);
                return Some(count);
            }
        }
        None
    }

    fn set_day(&mut self, span: Range<usize>, day: NaiveDate) {
        if day > self.today {
            self.object(&span, Trouble::InTheFuture(day));
        }
        self.entry.day = day;
        self.accept(span, Part::Day(day));
    }

    /// `name:value`, anywhere.
    fn named(&mut self, span: &Range<usize>) {
        let Some((name, value)) = name_and_value(self.word(span)) else { return };
        let Some(known) = words::name(name) else {
            return self.object(span, Trouble::UnknownName(name.to_owned()));
        };
        let taken = match known {
            Name::Contact => self.entry.contact.is_some(),
            Name::Day => self.has_day(),
            Name::Outcome => self.entry.outcome.is_some(),
            Name::FollowUp => self.entry.follow_up.is_some(),
        };
        if taken {
            return self.object(span, Trouble::Twice(name.to_owned()));
        }
        match known {
            Name::Contact => {
                self.entry.contact = Some(value.to_owned());
                self.accept(span.clone(), Part::Contact(value.to_owned()));
            }
            Name::Outcome => match words::outcome(value) {
                Some(outcome) => {
                    self.entry.outcome = Some(outcome);
                    self.accept(span.clone(), Part::Outcome(outcome));
                }
                None => self.object(span, Trouble::UnknownOutcome(value.to_owned())),
            },
            Name::Day => match dates::parse(value, self.today, Prefer::Past, self.locale) {
                Ok(day) => self.set_day(span.clone(), day),
                Err(error) => self.object(span, Trouble::BadDate(error)),
            },
            Name::FollowUp => match dates::parse(value, self.today, Prefer::Future, self.locale) {
                Ok(due) => {
                    if due < self.today {
                        self.object(span, Trouble::AlreadyPast(due));
                    }
                    self.entry.follow_up = Some(due);
                    self.accept(span.clone(), Part::FollowUp(due));
                }
                Err(error) => self.object(span, Trouble::BadDate(error)),
            },
        }
    }

    /// The text is the line without the recognised parts.
    fn finish(mut self) -> Entry {
        self.removed.sort_by_key(|span| span.start);
        let mut text = String::with_capacity(self.line.len());
        let mut at = 0;
        for span in &self.removed {
            let kept = self.line.get(at..span.start).unwrap_or_default();
            // One space is left where a part stood between two words.
            text.push_str(if text.is_empty() { kept.trim_start() } else { kept });
            at = span.end;
            if text.ends_with(char::is_whitespace) {
                let rest = self.line.get(at..).unwrap_or_default();
                at += rest.len() - rest.trim_start().len();
            }
        }
        let kept = self.line.get(at..).unwrap_or_default();
        text.push_str(if text.is_empty() { kept.trim_start() } else { kept });
        text.trim().clone_into(&mut self.entry.text);
        self.entry
    }
}

/// `con:ana` as its name and value, without quotes. A web address, a time, a drive and a word that only ends in a colon
/// are none.
fn name_and_value(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once(':')?;
    let letters = name.chars().count();
    let looks_like_a_name = (2..=12).contains(&letters) && name.chars().all(char::is_alphabetic);
    let value = value.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(value).trim();
    let is_address = value.starts_with("//") || matches!(fold(name).as_str(), "mailto" | "tel");
    (looks_like_a_name && !value.is_empty() && !is_address).then_some((name, value))
}
