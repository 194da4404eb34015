//! A line → a typed filter, or what is wrong with it and where.

mod column;
mod value;

pub use column::{column, column_name, column_said, column_word};

use super::custom;
use super::error::{FilterError, Trouble};
use super::field::Field;
use super::lex::{self, Piece, Token};
use super::value::Test;
use super::when::{DateValue, Unit, Window};
use super::{Filter, Node, Term, key_of};
use crate::domain::currency::Currency;
use crate::domain::custom::{Custom, CustomField};
use crate::domain::list::{Column, ListKind, Sort, grouping};
use crate::text::fold::fold;
use crate::text::numbers::{self, NumberError};
use crate::text::{Lang, Locale, near};
use chrono::NaiveDate;
use std::ops::Range;
use value::{Value, counted};

/// For which list, and as whose numbers and dates, a line is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub list: ListKind,
    pub today: NaiveDate,
    pub locale: &'a Locale,
    pub currency: Currency,
    /// The fields that users defined.
    pub custom: &'a [CustomField],
}

impl Reading<'_> {
    /// The columns that a line can name.
    pub(super) fn columns(&self) -> Vec<Column> {
        self.list.columns_with(self.custom)
    }
}

/// Parentheses within parentheses: people need three.
const DEEPEST: usize = 50;

/// Conditions and values in a line. Each is looked for in every row.
const MOST: usize = 500;

type Result<T> = std::result::Result<T, FilterError>;

/// Reads a line.
///
/// # Errors
/// What is wrong with it; an empty line wants everything.
pub fn parse(line: &str, reading: &Reading<'_>) -> Result<Filter> {
    let tokens = lex::tokens(line)?;
    let mut parser = Parser {
        line,
        tokens: tokens.into_iter().peekable(),
        reading,
        filter: Filter::default(),
        by: Vec::new(),
        values: 0,
    };
    let root = parser.any(0)?;
    if let Some((_, span)) = parser.tokens.next() {
        return Err(FilterError::new(span, Trouble::StrayParenthesis));
    }
    let Parser { mut filter, mut by, .. } = parser;
    filter.root = root;
    // What `by:` says further is the order within the groups.
    by.retain(|group| filter.sort.iter().all(|sort| sort.column != group.column));
    by.append(&mut filter.sort);
    filter.sort = by;
    Ok(filter)
}

/// What a folded name means: what the language itself means by it, or a field that users defined.
pub(super) fn field(reading: &Reading<'_>, folded: &str) -> Option<Field> {
    let custom = || custom::named(reading.custom, folded).map(|it| Field::Custom(Custom::from(it)));
    Field::from_name(folded).or_else(custom)
}

struct Parser<'a> {
    line: &'a str,
    tokens: std::iter::Peekable<std::vec::IntoIter<(Token, Range<usize>)>>,
    reading: &'a Reading<'a>,
    /// Its order and limit, as far as it is read.
    filter: Filter,
    by: Vec<Sort>,
    values: usize,
}

/// What a line says besides conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Directive {
    Sort,
    By,
    Limit,
}

impl Directive {
    const NAMES: [(&'static str, Self); 6] = [
        ("sort", Self::Sort),
        ("orden", Self::Sort),
        ("by", Self::By),
        ("agrupar", Self::By),
        ("limit", Self::Limit),
        ("limite", Self::Limit),
    ];
}

/// Is it one of the words that say something besides conditions?
pub fn is_directive(folded: &str) -> bool {
    directive(folded).is_some()
}

/// What a word says besides conditions.
pub(super) fn directive(folded: &str) -> Option<Directive> {
    Directive::NAMES.iter().find(|(name, _)| *name == folded).map(|(_, directive)| *directive)
}

/// The words of each of them, those of a language first.
pub(super) fn directive_names(lang: Lang) -> Vec<Vec<&'static str>> {
    let pairs = Directive::NAMES.chunks(2).map(|pair| pair.iter().map(|(name, _)| *name).collect());
    let mut all: Vec<Vec<&'static str>> = pairs.collect();
    if lang == Lang::Es {
        for names in &mut all {
            names.reverse();
        }
    }
    all
}

impl Parser<'_> {
    /// `None` when there is no condition.
    fn any(&mut self, depth: usize) -> Result<Option<Node>> {
        let mut parts = Vec::new();
        let mut or: Option<Range<usize>> = None;
        loop {
            let Some(part) = self.all(depth)? else {
                let next = self.tokens.next_if(|(token, _)| *token == Token::Or);
                let dangling = next.map(|(_, span)| span).or(or);
                return match dangling {
                    Some(span) => Err(FilterError::new(span.clone(), Trouble::Dangling(self.text(&span)))),
                    None => Ok(None),
                };
            };
            parts.push(part);
            match self.tokens.next_if(|(token, _)| *token == Token::Or) {
                Some((_, span)) => or = Some(span),
                None => break,
            }
        }
        Ok(Some(one_or(parts, Node::Any)))
    }

    fn all(&mut self, depth: usize) -> Result<Option<Node>> {
        let mut parts = Vec::new();
        while let Some((token, _)) = self.tokens.peek() {
            if matches!(token, Token::Or | Token::Close) {
                break;
            }
            if let Some(part) = self.not(depth)? {
                parts.push(part);
            }
        }
        Ok(if parts.is_empty() { None } else { Some(one_or(parts, Node::All)) })
    }

    /// `None` for what is no condition: an order or a limit.
    fn not(&mut self, depth: usize) -> Result<Option<Node>> {
        let Some((token, span)) = self.tokens.next() else { return Ok(None) };
        if depth > DEEPEST {
            return Err(FilterError::new(span, Trouble::TooDeep));
        }
        match token {
            Token::Not => {
                let text = self.text(&span);
                if !matches!(self.tokens.peek(), Some((Token::Not | Token::Open | Token::Term(_), _))) {
                    return Err(FilterError::new(span, Trouble::Dangling(text)));
                }
                Ok(self.not(depth + 1)?.map(|part| Node::Not(Box::new(part))))
            }
            Token::Open => {
                let part = self.any(depth + 1)?;
                match (self.tokens.next(), part) {
                    (Some((Token::Close, _)), Some(part)) => Ok(Some(part)),
                    (Some((_, end)), None) => Err(FilterError::new(span.start..end.end, Trouble::Empty)),
                    (Some(_) | None, _) => Err(FilterError::new(span, Trouble::OpenParenthesis)),
                }
            }
            Token::Term(pieces) => self.term(&pieces, span, depth),
            // Whoever asks for a condition looks at these first.
            Token::Close | Token::Or => Err(FilterError::new(span, Trouble::StrayParenthesis)),
        }
    }

    fn term(&mut self, pieces: &[Piece], span: Range<usize>, depth: usize) -> Result<Option<Node>> {
        self.count(1, &span)?;
        if let [first, rest @ ..] = pieces
            && first.is('#')
        {
            let list = self.reading.list;
            if !Field::Tag.is_on(list) {
                let name_span = span.start..first.end();
                return Err(FilterError::new(name_span, Trouble::NotHere { name: "#".to_owned(), list }));
            }
            let test = self.texts(rest, "#", span.end)?;
            return Ok(Some(Node::Term(Term { field: Field::Tag, window: None, test })));
        }
        let is_sign = |piece: &Piece| !piece.quoted && matches!(piece.char, ':' | '>' | '<' | '=' | '!');
        let sign = pieces.iter().position(is_sign);
        let Some((name, value)) = sign.and_then(|at| pieces.split_at_checked(at)) else {
            return Ok(Some(Node::Word(joined(pieces))));
        };
        let is_name = name.first().is_some_and(|piece| piece.char.is_alphabetic())
            && name.iter().all(|piece| !piece.quoted)
            // `!` alone ends a word: ¡hola!
            && (value[0].char != '!' || value.get(1).is_some_and(|piece| piece.is('=')));
        if !is_name {
            return Ok(Some(Node::Word(joined(pieces))));
        }
        let value = if value[0].is(':') { &value[1..] } else { value };
        let name_span = span.start..name.last().map_or(span.end, |piece| piece.end());
        let (name, window) = split_window(&joined(name));
        let folded = fold(&name);
        if let Some(directive) = directive(&folded) {
            if depth > 0 {
                return Err(FilterError::new(name_span, Trouble::NotACondition { name }));
            }
            self.direct(directive, &name, window.is_some(), value, &span)?;
            return Ok(None);
        }
        let Some(field) = field(self.reading, &folded) else {
            return Err(self.unknown_field(name, &folded, name_span));
        };
        if !field.is_on(self.reading.list) {
            return Err(FilterError::new(name_span, Trouble::NotHere { name, list: self.reading.list }));
        }
        let window = self.window(field, &name, window, &name_span)?;
        let test = Value { parser: self, field, name: &folded, span: &span }.read(value)?;
        Ok(Some(Node::Term(Term { field, window, test })))
    }

    fn window(
        &self,
        field: Field,
        name: &str,
        window: Option<String>,
        span: &Range<usize>,
    ) -> Result<Option<Window>> {
        let Some(text) = window else { return Ok(None) };
        if !field.kind().takes_window() {
            return Err(FilterError::new(span.clone(), Trouble::NoWindow { name: name.to_owned() }));
        }
        let window = match counted(&fold(&text)) {
            Some((year, "")) if (1_000..=9_999).contains(&year) => Some(Window::Year(year)),
            Some((count, unit)) if count > 0 => Unit::from_word(unit)
                .filter(|unit| DateValue::Ago(count, *unit).is_in_calendar(self.reading.today))
                .map(|unit| Window::Last(count, unit)),
            _ => None,
        };
        let at = span.start + name.len()..span.end;
        window.map(Some).ok_or_else(|| FilterError::new(at, Trouble::BadWindow { text }))
    }

    fn unknown_field(&self, name: String, folded: &str, span: Range<usize>) -> FilterError {
        let here = Field::ALL.iter().filter(|field| field.is_on(self.reading.list));
        let own = self.reading.custom.iter().filter(|field| Custom::from(*field).is_on(self.reading.list));
        let own: Vec<String> =
            own.flat_map(|field| [Some(field.key.clone()), key_of(&field.label)]).flatten().collect();
        let builtin = here.flat_map(|field| field.names_of_both()).map(|name| -> &str { name });
        let names = builtin.chain(own.iter().map(String::as_str));
        let near = near::nearest(folded, names.chain(Directive::NAMES.iter().map(|(name, _)| *name)));
        FilterError::new(span, Trouble::UnknownField { name, near: near.map(str::to_owned) })
    }

    fn direct(
        &mut self,
        directive: Directive,
        name: &str,
        is_windowed: bool,
        value: &[Piece],
        span: &Range<usize>,
    ) -> Result<()> {
        if is_windowed {
            return Err(FilterError::new(span.clone(), Trouble::NoWindow { name: name.to_owned() }));
        }
        for item in value.split(|piece| piece.is(',')) {
            let at = at(item, span.end);
            let text = joined(item);
            if text.is_empty() {
                return Err(FilterError::new(span.clone(), Trouble::NoValue { name: name.to_owned() }));
            }
            if let Directive::Limit = directive {
                let count = numbers::parse_int(&text, self.reading.locale);
                let count = count.map_err(|error| {
                    FilterError::new(at.clone(), Trouble::Number { error, is_list: false })
                })?;
                let count = usize::try_from(count).ok().filter(|count| *count > 0);
                let error = || Trouble::Number { error: NumberError::Malformed(text), is_list: false };
                self.filter.limit = Some(count.ok_or_else(|| FilterError::new(at, error()))?);
                continue;
            }
            let (descending, word) =
                text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
            let column = column(&self.reading.columns(), self.reading.custom, word)
                .ok_or_else(|| self.unknown_column(word, at.clone()))?;
            if let (Directive::By, None) = (directive, self.filter.group) {
                if grouping(self.reading.list, column).is_none() {
                    let text = word.to_owned();
                    return Err(FilterError::new(
                        at,
                        Trouble::NoGroups { text, choices: self.group_names() },
                    ));
                }
                self.filter.group = Some(column);
                if !descending {
                    continue;
                }
            }
            let levels = if let Directive::By = directive { &mut self.by } else { &mut self.filter.sort };
            if levels.iter().all(|level| level.column != column) {
                levels.push(Sort { column, descending });
            }
        }
        Ok(())
    }

    fn unknown_column(&self, text: &str, at: Range<usize>) -> FilterError {
        let lang = self.reading.locale.lang;
        let (columns, custom) = (self.reading.columns(), self.reading.custom);
        let names: Vec<String> = columns.iter().map(|it| column_name(*it, custom, lang)).collect();
        let words: Vec<String> = columns.iter().map(|it| column_word(*it, custom)).collect();
        let all: Vec<String> = names.iter().chain(&words).map(|name| fold(name)).collect();
        let near = near::nearest(&fold(text), all.iter().map(String::as_str)).map(str::to_owned);
        let choices = names.join(", ");
        FilterError::new(at, Trouble::UnknownColumn { text: text.to_owned(), near, choices })
    }

    /// The columns by which rows can be put together.
    fn group_names(&self) -> String {
        let list = self.reading.list;
        let (columns, custom) = (self.reading.columns(), self.reading.custom);
        let columns = columns.into_iter().filter(|column| grouping(list, *column).is_some());
        let names: Vec<String> =
            columns.map(|column| column_name(column, custom, self.reading.locale.lang)).collect();
        names.join(", ")
    }

    /// A list of texts, as a tag has it.
    fn texts(&mut self, pieces: &[Piece], name: &str, end: usize) -> Result<Test> {
        let span = at(pieces, end);
        Value { parser: self, field: Field::Tag, name, span: &span }
            .texts(pieces, None, |any, not| Test::Text { not, any })
    }

    /// Counts conditions and values.
    fn count(&mut self, more: usize, span: &Range<usize>) -> Result<()> {
        self.values += more;
        if self.values > MOST { Err(FilterError::new(span.clone(), Trouble::TooLong)) } else { Ok(()) }
    }

    fn text(&self, span: &Range<usize>) -> String {
        self.line.get(span.clone()).unwrap_or_default().to_owned()
    }
}

fn one_or(mut parts: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Node {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.char).collect()
}

/// Where pieces stand; `end` when there are none.
fn at(pieces: &[Piece], end: usize) -> Range<usize> {
    match pieces {
        [first, .., last] => first.at..last.end(),
        [only] => only.at..only.end(),
        [] => end..end,
    }
}

fn split_window(name: &str) -> (String, Option<String>) {
    name.split_once('.')
        .map_or((name.to_owned(), None), |(name, window)| (name.to_owned(), Some(window.to_owned())))
}
