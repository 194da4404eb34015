//! The values of named parts: quoted or not, dates of several words, follow-ups with their titles.

use super::lex::{self, Quoted};
use super::parse::Reader;
use super::{FollowUp, Trouble, words};
use crate::text::dates::{self, DateError, Prefer};
use chrono::NaiveDate;
use std::ops::Range;

/// Words that a date without quotes may have.
const DATE_WORDS: usize = 4;

/// Words that the date of a follow-up in quotes may have, before its title.
const QUOTED_DATE_WORDS: usize = 6;

/// A longer text is no date, and not worth being compared with the words of dates.
const LONGEST_DATE: usize = 60;

/// A value, the end of its token, and the word that comes after it.
pub(super) struct Value {
    pub span: Range<usize>,
    pub end: usize,
    pub next: usize,
    pub quoted: bool,
}

impl Reader<'_> {
    /// The value that begins at this byte of a word.
    pub(super) fn value(&self, index: usize, start: usize) -> Result<Value, Trouble> {
        let word = self.words.get(index).cloned().unwrap_or(start..start);
        let as_it_stands = || self.line[word.clone()].to_owned();
        let value = match lex::quoted(self.line, start) {
            Quoted::Absent => Value {
                span: lex::without_marks(self.line, &(start..word.end)),
                end: word.end,
                next: index + 1,
                quoted: false,
            },
            Quoted::Closed { inner, after } => match lex::end_of_marks(self.line, after) {
                Some(end) => {
                    let next = self.words.partition_point(|word| word.start < end);
                    Value { span: inner, end, next, quoted: true }
                }
                None => return Err(Trouble::Quotes(as_it_stands())),
            },
            Quoted::Open => return Err(Trouble::Quotes(as_it_stands())),
        };
        if self.line[value.span.clone()].trim().is_empty() {
            return Err(Trouble::NoValue(as_it_stands()));
        }
        Ok(value)
    }

    /// The date in a value; one that is not in quotes may go on in the words after it.
    pub(super) fn date(&self, value: &Value, prefer: Prefer) -> Result<(NaiveDate, usize, usize), Trouble> {
        let error = match self.date_in(value.span.clone(), prefer) {
            Ok(date) => return Ok((date, value.end, value.next)),
            Err(error) => error,
        };
        // A word that is nearly a date is not made into another one by what follows it.
        let mut goes_on = matches!(error, DateError::Unknown { .. }) && !value.quoted;
        goes_on &= value.span.end == value.end;
        for (at, word) in self.words.iter().enumerate().skip(value.next).take(DATE_WORDS - 1) {
            if !goes_on || self.line[word.clone()].contains(':') {
                break;
            }
            let end = lex::without_marks(self.line, word).end;
            if let Ok(date) = self.date_in(value.span.start..end, prefer) {
                return Ok((date, word.end, at + 1));
            }
            goes_on = end == word.end;
        }
        Err(Trouble::BadDate(error))
    }

    /// A follow-up in quotes: as many words as make a date, then its title.
    pub(super) fn titled(&self, inner: &Range<usize>) -> Result<FollowUp, Trouble> {
        let from = self.words.partition_point(|word| word.end <= inner.start);
        let words = self.words.iter().skip(from).take_while(|word| word.start < inner.end);
        let ends: Vec<usize> = words.take(QUOTED_DATE_WORDS).map(|word| word.end.min(inner.end)).collect();
        let mut error = DateError::Empty;
        for end in ends.into_iter().rev() {
            match self.date_in(lex::without_marks(self.line, &(inner.start..end)), Prefer::Future) {
                Ok(due) => return Ok(self.follow_up(due, end..inner.end)),
                Err(why) => error = why,
            }
        }
        Err(Trouble::BadDate(error))
    }

    fn follow_up(&self, due: NaiveDate, title: Range<usize>) -> FollowUp {
        let marks = |character: char| character.is_whitespace() || ",;:.-–—".contains(character);
        let title = self.line[title].trim_start_matches(marks).trim_end();
        let kind = title.split_whitespace().next().and_then(words::follow_up_kind);
        FollowUp { due, title: (!title.is_empty()).then(|| title.to_owned()), kind }
    }

    pub(super) fn date_in(&self, span: Range<usize>, prefer: Prefer) -> Result<NaiveDate, DateError> {
        let text = &self.line[span];
        if text.len() > LONGEST_DATE {
            return Err(DateError::Unknown { text: text.to_owned(), near: None });
        }
        dates::parse(text, self.today, prefer, self.locale)
    }
}
