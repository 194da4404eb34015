//! What stands after a field, read as what the field holds.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::{Parser, Reading, Result, at, joined};
use crate::filter::custom;
use crate::filter::error::{FilterError, Trouble, named_like};
use crate::filter::field::{Field, Kind, choice_names};
use crate::filter::flag::Flag;
use crate::filter::lex::Piece;
use crate::filter::value::{Bound, Op, Pattern, Test, Wanted, Who};
use crate::filter::when::{DateValue, Unit};
use crate::text::dates::{self, DateError, Prefer};
use crate::text::fold::fold;
use crate::text::numbers::{self, NumberError};
use crate::text::{Lang, near, safe};
use chrono::NaiveDate;
use std::ops::Range;

/// What stands before a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Than(Op),
    Exact,
    Not,
}

/// Reads what stands after a field.
pub struct Value<'p, 'a> {
    pub parser: &'p mut Parser<'a>,
    pub field: Field,
    /// As it was typed, folded.
    pub name: &'p str,
    /// The whole term.
    pub span: &'p Range<usize>,
}

impl Value<'_, '_> {
    pub fn read(&mut self, value: &[Piece]) -> Result<Test> {
        let (sign, rest) = signed(value);
        let kind = self.field.kind();
        match rest {
            [] if sign.is_none() && kind != Kind::Flag => return Ok(Test::Missing),
            [] => return Err(self.no_value(at(value, self.span.end))),
            [only] if only.is('*') && sign.is_none() && kind != Kind::Flag => return Ok(Test::Present),
            _ => {}
        }
        if matches!(
            kind,
            Kind::Text | Kind::Person | Kind::Product | Kind::Choice | Kind::Flag | Kind::YesNo | Kind::Word
        ) && matches!(sign, Some(Sign::Than(_)))
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
            Kind::Word => {
                let any = self.items(rest)?.into_iter().map(|item| self.word(item)).collect::<Result<_>>()?;
                Ok(Test::Text { not: sign == Some(Sign::Not), any })
            }
            Kind::YesNo => {
                let any =
                    self.items(rest)?.into_iter().map(|item| self.yes_or_no(item)).collect::<Result<_>>()?;
                Ok(Test::Number { not: sign == Some(Sign::Not), any })
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
            Kind::Money | Kind::Sum | Kind::Percent | Kind::Decimal => {
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

    pub fn texts(
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

    /// One of the words of a field that users defined, as it is spelled there.
    fn word(&mut self, item: &[Piece]) -> Result<Pattern> {
        let text = joined(item);
        let wanted = fold(&text);
        let definition = custom::definition(self.parser.reading.custom, self.field);
        let words = definition.map(|field| field.choices.as_slice()).unwrap_or_default();
        if let Some(word) = words.iter().find(|word| fold(word) == wanted) {
            return Ok(Pattern { how: Wanted::Exact, text: word.clone() });
        }
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let near = near::nearest(&wanted, folded.iter().map(String::as_str)).map(str::to_owned);
        let trouble =
            Trouble::UnknownValue { text, near, choices: safe::safe(&words.join(", ")).into_owned() };
        Err(FilterError::new(at(item, self.span.end), trouble))
    }

    fn yes_or_no(&mut self, item: &[Piece]) -> Result<Bound<i64>> {
        let text = joined(item);
        match fold(&text).as_str() {
            "yes" | "y" | "si" | "s" => Ok(Bound::Is(1)),
            "no" | "n" => Ok(Bound::Is(0)),
            _ => {
                let [yes, no] = ["yes", "no"].map(|word| self.parser.reading.locale.t(word));
                let trouble = Trouble::UnknownValue { text, near: None, choices: format!("{yes}, {no}") };
                Err(FilterError::new(at(item, self.span.end), trouble))
            }
        }
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
            Kind::Decimal => numbers::parse_quantity(&text, locale),
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

/// `90d` is 90 and `d`.
pub fn counted(folded: &str) -> Option<(i32, &str)> {
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
