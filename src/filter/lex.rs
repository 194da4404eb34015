//! A line → its words, parentheses and operators, each with the bytes where it stands.

use super::error::{FilterError, Trouble};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Open,
    Close,
    Or,
    Not,
    Term(Vec<Piece>),
}

/// A character of a term, where it stands, and whether it stands within quotes, where it means only itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub at: usize,
    pub char: char,
    pub quoted: bool,
}

impl Piece {
    pub fn is(self, plain: char) -> bool {
        !self.quoted && self.char == plain
    }

    pub fn end(self) -> usize {
        self.at + self.char.len_utf8()
    }
}

/// The characters of a line from here on, without looking at one twice.
struct Cursor<'a> {
    chars: std::iter::Peekable<std::str::CharIndices<'a>>,
    end: usize,
}

/// Reads a whole line.
pub fn tokens(line: &str) -> Result<Vec<(Token, Range<usize>)>, FilterError> {
    let mut cursor = Cursor { chars: line.char_indices().peekable(), end: line.len() };
    let mut tokens = Vec::new();
    while let Some(&(at, first)) = cursor.chars.peek() {
        match first {
            _ if first.is_whitespace() => {
                cursor.chars.next();
            }
            '(' | ')' => {
                cursor.chars.next();
                tokens.push((if first == '(' { Token::Open } else { Token::Close }, at..at + 1));
            }
            '-' => {
                cursor.chars.next();
                if cursor.chars.peek().is_none_or(|(_, next)| next.is_whitespace() || *next == ')') {
                    return Err(FilterError::new(at..at + 1, Trouble::Dangling("-".to_owned())));
                }
                tokens.push((Token::Not, at..at + 1));
            }
            _ => {
                let term = cursor.term()?;
                let span = at..cursor.at();
                let word: String = term.iter().map(|piece| piece.char).take(4).collect();
                let is_quoted = term.iter().any(|piece| piece.quoted) || term.is_empty();
                let token = match word.as_str() {
                    "OR" | "O" if !is_quoted => Token::Or,
                    "NOT" | "NO" if !is_quoted => Token::Not,
                    _ if term.is_empty() => return Err(FilterError::new(span, Trouble::Empty)),
                    _ => Token::Term(term),
                };
                tokens.push((token, span));
            }
        }
    }
    Ok(tokens)
}

impl Cursor<'_> {
    fn at(&mut self) -> usize {
        self.chars.peek().map_or(self.end, |(at, _)| *at)
    }

    /// Up to a space or a parenthesis outside quotes. Two quotes within quotes are one of the text's.
    fn term(&mut self) -> Result<Vec<Piece>, FilterError> {
        let mut term = Vec::new();
        let mut opened = None;
        while let Some(&(at, char)) = self.chars.peek() {
            if opened.is_none() && (char.is_whitespace() || char == '(' || char == ')') {
                break;
            }
            self.chars.next();
            match (char, opened) {
                ('"', None) => opened = Some(at),
                ('"', Some(_)) if self.chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    self.chars.next();
                    term.push(Piece { at, char, quoted: true });
                }
                ('"', Some(_)) => opened = None,
                _ => term.push(Piece { at, char, quoted: opened.is_some() }),
            }
        }
        match opened {
            Some(at) => Err(FilterError::new(at..self.end, Trouble::OpenQuote)),
            None => Ok(term),
        }
    }
}
