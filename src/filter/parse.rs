//! A line → a typed filter, or what is wrong with it and where.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::error::{FilterError, Trouble, named_like};
use super::field::{Field, Kind, choice_names};
use super::flag::Flag;
use super::lex::{self, Piece, Token};
use super::value::{Bound, Op, Pattern, Test, Wanted, Who};
use super::when::{DateValue, Unit, Window};
use super::{Filter, Node, Term};
use crate::domain::currency::Currency;
use crate::domain::list::{Column, ListKind, Sort};
use crate::text::dates::{self, DateError, Prefer};
use crate::text::fold::fold;
use crate::text::numbers::{self, NumberError};
use crate::text::{Lang, Locale, near};
use chrono::NaiveDate;
use std::ops::Range;

/// For which list, and as whose numbers and dates, a line is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub list: ListKind,
    pub today: NaiveDate,
    pub locale: &'a Locale,
    pub currency: Currency,
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
    // What is grouped stands together whatever it is ordered by.
    by.retain(|group| filter.sort.iter().all(|sort| sort.column != group.column));
    by.append(&mut filter.sort);
    filter.sort = by;
    Ok(filter)
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
#[derive(Clone, Copy)]
enum Directive {
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
        if let Some((_, directive)) = Directive::NAMES.iter().find(|(word, _)| *word == folded) {
            if depth > 0 {
                return Err(FilterError::new(name_span, Trouble::NotACondition { name }));
            }
            self.direct(*directive, &name, window.is_some(), value, &span)?;
            return Ok(None);
        }
        let Some(field) = Field::from_name(&folded) else {
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
        let names = here.flat_map(|field| field.names_of_both());
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
            let column = column(self.reading.list, word).ok_or_else(|| self.unknown_column(word, at))?;
            let levels = if let Directive::By = directive { &mut self.by } else { &mut self.filter.sort };
            if levels.iter().all(|level| level.column != column) {
                levels.push(Sort { column, descending });
            }
        }
        Ok(())
    }

    fn unknown_column(&self, text: &str, at: Range<usize>) -> FilterError {
        let lang = self.reading.locale.lang;
        let names: Vec<String> =
            self.reading.list.columns().iter().map(|it| column_name(*it, lang)).collect();
        let words: Vec<String> = self.reading.list.columns().iter().map(|it| column_word(*it)).collect();
        let all: Vec<String> = names.iter().chain(&words).map(|name| fold(name)).collect();
        let near = near::nearest(&fold(text), all.iter().map(String::as_str)).map(str::to_owned);
        let choices = names.join(", ");
        FilterError::new(at, Trouble::UnknownColumn { text: text.to_owned(), near, choices })
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

/// What stands before a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Than(Op),
    Exact,
    Not,
}

/// Reads what stands after a field.
struct Value<'p, 'a> {
    parser: &'p mut Parser<'a>,
    field: Field,
    /// As it was typed, folded.
    name: &'p str,
    /// The whole term.
    span: &'p Range<usize>,
}

impl Value<'_, '_> {
    fn read(&mut self, value: &[Piece]) -> Result<Test> {
        let (sign, rest) = signed(value);
        let kind = self.field.kind();
        match rest {
            [] if sign.is_none() && kind != Kind::Flag => return Ok(Test::Missing),
            [] => return Err(self.no_value(at(value, self.span.end))),
            [only] if only.is('*') && sign.is_none() && kind != Kind::Flag => return Ok(Test::Present),
            _ => {}
        }
        if matches!(kind, Kind::Text | Kind::Person | Kind::Product | Kind::Choice | Kind::Flag)
            && matches!(sign, Some(Sign::Than(_)))
        {
            let span = at(value, self.span.end);
            return Err(FilterError::new(span, Trouble::NoOrder { name: self.name.to_owned() }));
        }
        match kind {
            Kind::Text | Kind::Product => self.texts(rest, sign, |any, not| Test::Text { not, any }),
            Kind::Person => self.texts(rest, sign, |any, not| Test::Person {
                not,
                any: any.into_iter().map(person).collect(),
            }),
            Kind::Choice => {
                let any =
                    self.items(rest)?.into_iter().map(|item| self.choice(item)).collect::<Result<_>>()?;
                Ok(Test::Choice { not: sign == Some(Sign::Not), any })
            }
            Kind::Flag => {
                if sign == Some(Sign::Not) {
                    let span = at(value, self.span.end);
                    return Err(FilterError::new(span, Trouble::NoOrder { name: self.name.to_owned() }));
                }
                Ok(Test::Flag(
                    self.items(rest)?.into_iter().map(|item| self.flag(item)).collect::<Result<_>>()?,
                ))
            }
            Kind::Stars | Kind::Count => {
                let items = self.items(rest)?;
                if items.len() > 1 && matches!(sign, Some(Sign::Than(_))) {
                    let error = NumberError::Malformed(joined(rest));
                    return Err(FilterError::new(
                        at(rest, self.span.end),
                        Trouble::Number { error, is_list: false },
                    ));
                }
                let any = items
                    .into_iter()
                    .map(|item| self.bound(item, sign, Self::number))
                    .collect::<Result<_>>()?;
                Ok(Test::Number { not: sign == Some(Sign::Not), any })
            }
            Kind::Money | Kind::Sum | Kind::Percent => {
                // The comma is a decimal mark.
                let any = vec![self.bound(rest, sign, Self::number)?];
                Ok(Test::Number { not: sign == Some(Sign::Not), any })
            }
            Kind::Date => {
                let bound = self.bound(rest, sign, Self::date)?;
                if matches!(bound, Bound::Than(_, DateValue::Never)) {
                    let trouble = Trouble::NoOrder { name: joined(rest) };
                    return Err(FilterError::new(at(rest, self.span.end), trouble));
                }
                Ok(Test::Date { not: sign == Some(Sign::Not), bound })
            }
        }
    }

    /// The values between commas; none of them may be empty.
    fn items<'v>(&mut self, value: &'v [Piece]) -> Result<Vec<&'v [Piece]>> {
        let mut items = Vec::new();
        let mut end = at(value, self.span.end).start;
        for item in value.split(|piece| piece.is(',')) {
            if item.is_empty() {
                return Err(self.no_value(end..(end + 1).min(self.span.end).max(end)));
            }
            end = at(item, end).end + 1;
            self.parser.count(1, self.span)?;
            items.push(item);
        }
        Ok(items)
    }

    fn texts(
        &mut self,
        value: &[Piece],
        sign: Option<Sign>,
        test: impl FnOnce(Vec<Pattern>, bool) -> Test,
    ) -> Result<Test> {
        let mut any = Vec::new();
        for item in self.items(value)? {
            let (how, item) = match (sign, item) {
                (Some(_), item) => (Wanted::Exact, item),
                (None, [start @ .., star]) if star.is('*') => (Wanted::Starts, start),
                (None, item) => (Wanted::Contains, item),
            };
            if item.is_empty() {
                return Err(self.no_value(at(value, self.span.end)));
            }
            any.push(Pattern { how, text: joined(item) });
        }
        Ok(test(any, sign == Some(Sign::Not)))
    }

    fn choice(&mut self, item: &[Piece]) -> Result<&'static str> {
        let list = self.parser.reading.list;
        let text = joined(item);
        let wanted = fold(&text).replace(['-', '_'], " ");
        let name = |word: &str, lang| choice_names(self.field, list, word, lang).unwrap_or_default();
        let words = self.field.choices(list);
        let named = words.iter().flat_map(|word| {
            let of = |lang| (fold(&name(word, lang)).replace(['-', '_'], " "), *word);
            [of(Lang::En), of(Lang::Es), (word.replace('_', " "), *word)]
        });
        let named: Vec<(String, &'static str)> = named.collect();
        if let Some((_, word)) = named.iter().find(|(name, _)| *name == wanted) {
            return Ok(word);
        }
        let near = near::nearest(&wanted, named.iter().map(|(name, _)| name.as_str())).map(str::to_owned);
        let lang = self.parser.reading.locale.lang;
        let choices = words.iter().map(|word| name(word, lang)).collect::<Vec<_>>().join(", ");
        Err(FilterError::new(at(item, self.span.end), Trouble::UnknownValue { text, near, choices }))
    }

    fn flag(&mut self, item: &[Piece]) -> Result<Flag> {
        let text = joined(item);
        let wanted = fold(&text);
        if let Some(flag) = Flag::from_name(&wanted) {
            return Ok(flag);
        }
        let all = Flag::ALL.iter().flat_map(|flag| Lang::ALL.iter().flat_map(|lang| flag.names(*lang)));
        let near = near::nearest(&wanted, all.copied()).map(str::to_owned);
        let lang = self.parser.reading.locale.lang;
        let firsts = Flag::ALL.iter().filter_map(|flag| flag.names(lang).first().copied());
        let choices = firsts.collect::<Vec<_>>().join(", ");
        Err(FilterError::new(at(item, self.span.end), Trouble::UnknownValue { text, near, choices }))
    }

    /// A value, a side of one, or a range.
    fn bound<T: Copy + PartialEq>(
        &mut self,
        item: &[Piece],
        sign: Option<Sign>,
        mut read: impl FnMut(&mut Self, &[Piece]) -> Result<T>,
    ) -> Result<Bound<T>>
    where
        Bound<T>: Ordered,
    {
        let dots = item.windows(2).position(|pair| pair[0].is('.') && pair[1].is('.'));
        let Some(dots) = dots else {
            let value = read(self, item)?;
            return Ok(match sign {
                Some(Sign::Than(op)) => Bound::Than(op, value),
                Some(Sign::Exact | Sign::Not) | None => Bound::Is(value),
            });
        };
        let (from, to) = (&item[..dots], &item[dots + 2..]);
        if matches!(sign, Some(Sign::Than(_))) || (from.is_empty() && to.is_empty()) {
            return Err(FilterError::new(at(item, self.span.end), Trouble::Backwards));
        }
        let mut side = |side: &[Piece]| if side.is_empty() { Ok(None) } else { read(self, side).map(Some) };
        let bound = Bound::Range(side(from)?, side(to)?);
        if bound.is_backwards(self.parser.reading.today) {
            return Err(FilterError::new(at(item, self.span.end), Trouble::Backwards));
        }
        Ok(bound)
    }

    fn number(&mut self, item: &[Piece]) -> Result<i64> {
        let (text, span) = (joined(item), at(item, self.span.end));
        let Reading { locale, currency, .. } = *self.parser.reading;
        let kind = self.field.kind();
        let age = counted(&fold(&text)).and_then(|(count, unit)| Some((count, Unit::from_word(unit)?)));
        let is_money = matches!(kind, Kind::Money | Kind::Sum);
        if is_money
            && text.ends_with('m')
            && text.trim_end_matches('m').ends_with(|it: char| it.is_ascii_digit())
        {
            let near = format!("{}M", text.trim_end_matches('m'));
            return Err(FilterError::new(span, Trouble::Months { near }));
        }
        if age.is_some() {
            let near = self.field.counterpart().map(|it| self.with_name(named_like(it, self.name)));
            return Err(FilterError::new(span, Trouble::AgeForCount { near }));
        }
        let number = match kind {
            Kind::Money | Kind::Sum => numbers::parse_money(&text, currency, locale),
            Kind::Percent => numbers::parse_percent(&text, locale),
            _ => numbers::parse_int(&text, locale),
        };
        let is_list = is_money && text.contains(',');
        let number =
            number.map_err(|error| FilterError::new(span.clone(), Trouble::Number { error, is_list }))?;
        if kind == Kind::Stars && !(0..=5).contains(&number) {
            return Err(FilterError::new(span, Trouble::StarsRange));
        }
        Ok(number)
    }

    fn date(&mut self, item: &[Piece]) -> Result<DateValue> {
        let (text, span) = (joined(item), at(item, self.span.end));
        let today = self.parser.reading.today;
        let value = self.date_value(&text, span.clone())?;
        if value.is_in_calendar(today) {
            Ok(value)
        } else {
            Err(FilterError::new(span, Trouble::Date(DateError::OutOfRange)))
        }
    }

    fn date_value(&mut self, text: &str, span: Range<usize>) -> Result<DateValue> {
        let folded = fold(text);
        match folded.as_str() {
            "never" | "nunca" => return Ok(DateValue::Never),
            "today" | "hoy" => return Ok(DateValue::Ahead(0, Unit::Day)),
            "yesterday" | "ayer" => return Ok(DateValue::Ahead(-1, Unit::Day)),
            "tomorrow" | "manana" => return Ok(DateValue::Ahead(1, Unit::Day)),
            _ => {}
        }
        let (direction, digits) = match folded.split_at_checked(1) {
            Some(("+", rest)) => (Some(1), rest),
            Some(("-", rest)) => (Some(-1), rest),
            _ => (None, folded.as_str()),
        };
        match (direction, counted(digits)) {
            (None, Some((year, ""))) if digits.len() == 4 && year > 0 => return Ok(DateValue::Year(year)),
            (None, Some((_, ""))) => return Err(self.count_for_date(digits, span)),
            (Some(sign), Some((count, unit))) if Unit::from_word(unit).is_some() => {
                return Ok(DateValue::Ahead(sign * count, Unit::from_word(unit).unwrap_or(Unit::Day)));
            }
            (None, Some((count, unit))) => {
                if let Some(unit) = Unit::from_word(unit) {
                    return Ok(DateValue::Ago(count, unit));
                }
            }
            _ => {}
        }
        if let Some(part) = part_of_year(&folded) {
            return Ok(part);
        }
        let Reading { today, locale, .. } = *self.parser.reading;
        let prefer = if self.field == Field::Due { Prefer::Future } else { Prefer::Past };
        dates::parse(text, today, prefer, locale)
            .map(DateValue::Day)
            .map_err(|error| FilterError::new(span, Trouble::Date(error)))
    }

    fn count_for_date(&self, digits: &str, span: Range<usize>) -> FilterError {
        let near = match self.field.counterpart() {
            Some(counting) => self.with_name(named_like(counting, self.name)),
            None => format!("{digits}d"),
        };
        FilterError::new(span, Trouble::CountForDate { near, days: format!("{digits}d") })
    }

    /// The term as it would be with another field.
    fn with_name(&self, name: &str) -> String {
        let typed = self.parser.text(self.span);
        let rest = typed.find([':', '>', '<', '=', '!', '.']).and_then(|at| typed.get(at..));
        let rest = rest.and_then(|rest| rest.find([':', '>', '<', '=', '!']).and_then(|at| rest.get(at..)));
        format!("{name}{}", rest.unwrap_or_default())
    }

    fn no_value(&self, span: Range<usize>) -> FilterError {
        FilterError::new(span, Trouble::NoValue { name: self.name.to_owned() })
    }
}

/// Ranges that have a first and a last.
trait Ordered {
    fn is_backwards(&self, today: NaiveDate) -> bool;
}

impl Ordered for Bound<i64> {
    fn is_backwards(&self, _today: NaiveDate) -> bool {
        matches!(self, Self::Range(Some(from), Some(to)) if from > to)
    }
}

impl Ordered for Bound<DateValue> {
    /// Ages run the other way; an age and a date are no range, and never is no side of one.
    fn is_backwards(&self, today: NaiveDate) -> bool {
        let Self::Range(from, to) = self else { return false };
        if [from, to].into_iter().any(|side| *side == Some(DateValue::Never)) {
            return true;
        }
        let (Some(from), Some(to)) = (from, to) else { return false };
        if from.is_age() != to.is_age() {
            return true;
        }
        let (early, late) = if from.is_age() { (to, from) } else { (from, to) };
        early.span(today).zip(late.span(today)).is_none_or(|((early, _), (_, late))| early > late)
    }
}

fn signed(value: &[Piece]) -> (Option<Sign>, &[Piece]) {
    match value {
        [a, b, rest @ ..] if a.is('>') && b.is('=') => (Some(Sign::Than(Op::AtLeast)), rest),
        [a, b, rest @ ..] if a.is('<') && b.is('=') => (Some(Sign::Than(Op::AtMost)), rest),
        [a, b, rest @ ..] if a.is('!') && b.is('=') => (Some(Sign::Not), rest),
        [a, rest @ ..] if a.is('>') => (Some(Sign::Than(Op::More)), rest),
        [a, rest @ ..] if a.is('<') => (Some(Sign::Than(Op::Less)), rest),
        [a, rest @ ..] if a.is('=') => (Some(Sign::Exact), rest),
        rest => (None, rest),
    }
}

fn person(pattern: Pattern) -> Who {
    if matches!(fold(&pattern.text).as_str(), "yo" | "me") { Who::Me } else { Who::Called(pattern) }
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

/// `90d` is 90 and `d`.
fn counted(folded: &str) -> Option<(i32, &str)> {
    let digits = folded.len() - folded.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let (count, unit) = folded.split_at_checked(digits)?;
    Some((count.parse().ok()?, unit.trim()))
}

/// `2025-03`, `2025-Q4` and `2025-T4`.
fn part_of_year(folded: &str) -> Option<DateValue> {
    let (year, part) = folded.split_once('-')?;
    let year: i32 = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    if let Some(quarter) = part.strip_prefix(['q', 't']) {
        return quarter.parse().ok().filter(|it| (1..=4).contains(it)).map(|it| DateValue::Quarter(year, it));
    }
    let month = Some(part).filter(|part| part.len() == 2)?.parse().ok();
    month.filter(|it| (1..=12).contains(it)).map(|it| DateValue::Month(year, it))
}

/// The column that a word names: its own word, its head in either language, or a field's name.
pub fn column(list: ListKind, text: &str) -> Option<Column> {
    let wanted = fold(text);
    let is_named = |column: &Column| {
        let word = column_word(*column);
        wanted == word
            || wanted == word.replace('_', "-")
            || Lang::ALL.iter().any(|lang| fold(&column_name(*column, *lang)) == wanted)
    };
    let of_field = || match Field::from_name(&wanted)? {
        Field::Sales => Some(Column::SalesYear),
        Field::Name | Field::Client => {
            [Column::Name, Column::Client].into_iter().find(|it| list.columns().contains(it))
        }
        Field::City => Some(Column::City),
        Field::Sector => Some(Column::Sector),
        Field::Stage => Some(Column::Stage),
        Field::Stars => Some(Column::Stars),
        Field::Potential => Some(Column::Potential),
        Field::Owner => Some(Column::Owner),
        Field::LastBuy => Some(Column::LastBuy),
        Field::LastVisit => Some(Column::LastVisit),
        Field::LastTouch => Some(Column::LastTouch),
        Field::Due => [Column::Due, Column::NextDue].into_iter().find(|it| list.columns().contains(it)),
        Field::Email => Some(Column::Email),
        Field::Phone => Some(Column::Phone),
        Field::Date => Some(Column::Date),
        Field::Amount => Some(Column::Amount),
        _ => None,
    };
    let named = list.columns().iter().copied().find(is_named);
    named.or_else(|| of_field().filter(|column| list.columns().contains(column)))
}

/// The word of a column: its name in snake case.
pub(super) fn column_word(column: Column) -> String {
    match serde_json::to_value(column) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// What users call a column.
fn column_name(column: Column, lang: Lang) -> String {
    lang.field(&column_word(column).replace('_', "-"))
}
