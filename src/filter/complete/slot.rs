//! Where the cursor stands: in the name of a field, in its window, in one of its values.

use crate::filter::field::{Field, Kind};
use crate::filter::lex::Piece;
use crate::filter::parse::{Directive, Reading, directive, field as named};
use crate::text::fold::fold;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// Within so many parentheses.
    Name {
        depth: usize,
    },
    Window(Field),
    Value(Field),
    Column,
    Limit,
}

/// What is being typed at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub want: Want,
    /// The bytes that a proposal stands in place of.
    pub span: Range<usize>,
    /// Where its term begins.
    pub term: usize,
    /// Without quotes.
    pub typed: String,
    /// It is said that the value is to be larger, or smaller.
    pub is_compared: bool,
    /// It is the end of a range.
    pub is_end: bool,
}

/// The term before the cursor, as far as it is typed.
#[derive(Default)]
struct Open {
    start: usize,
    pieces: Vec<Piece>,
    quote: bool,
    depth: usize,
}

impl Open {
    fn of(before: &str) -> Self {
        let mut open = Self::default();
        let mut chars = before.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            let piece = Piece { at, char, quoted: open.quote };
            match char {
                '"' if open.quote && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    chars.next();
                    open.pieces.push(piece);
                }
                '"' => open.quote = !open.quote,
                _ if open.quote => open.pieces.push(piece),
                _ if char.is_whitespace() || matches!(char, '(' | ')') => {
                    match char {
                        '(' => open.depth += 1,
                        ')' => open.depth = open.depth.saturating_sub(1),
                        _ => {}
                    }
                    open.pieces.clear();
                    open.start = at + char.len_utf8();
                }
                '-' if at == open.start => open.start = at + 1,
                _ => open.pieces.push(piece),
            }
        }
        open
    }
}

impl Slot {
    /// `None` where nothing can be proposed: within a word, or in what is no term of a field.
    pub fn find(before: &str, after: &str, reading: &Reading<'_>) -> Option<Self> {
        let open = Open::of(before);
        if !ends_here(after, open.quote) {
            return None;
        }
        let Open { start, pieces, depth, .. } = open;
        let end = before.len();
        let slot = |want, from: usize, typed: &[Piece]| Self {
            want,
            span: from..end,
            term: start,
            typed: typed.iter().map(|piece| piece.char).collect(),
            is_compared: false,
            is_end: false,
        };
        if pieces.first().is_some_and(|first| first.is('#')) {
            let (from, typed) = last_item(&pieces, 1, true);
            return Some(slot(Want::Value(Field::Tag), from, typed))
                .filter(|_| Field::Tag.is_on(reading.list));
        }
        let is_sign = |piece: &Piece| !piece.quoted && matches!(piece.char, ':' | '>' | '<' | '=' | '!');
        let Some(sign) = pieces.iter().position(is_sign) else {
            // A list goes on after a comma, a word does not.
            let is_word = before.get(start..)?.contains('"') || after.starts_with(',');
            return if is_word { None } else { name(&pieces, start, reading, depth, slot) };
        };
        let text: String = pieces[..sign].iter().map(|piece| piece.char).collect();
        let name = fold(text.split_once('.').map_or(text.as_str(), |(name, _)| name));
        let mut from = sign + usize::from(pieces[sign].is(':'));
        let rest = &pieces[from..];
        let is = |at: usize, plain| rest.get(at).is_some_and(|piece: &Piece| piece.is(plain));
        let compared = is(0, '>') || is(0, '<');
        from += match () {
            () if (compared || is(0, '!')) && is(1, '=') => 2,
            () if compared || is(0, '=') => 1,
            () => 0,
        };
        if let Some(directive) = directive(&name) {
            let (mut from, mut typed) = last_item(&pieces, from, true);
            if let [first, rest @ ..] = typed
                && first.is('-')
            {
                (from, typed) = (first.end(), rest);
            }
            let want = if matches!(directive, Directive::Limit) { Want::Limit } else { Want::Column };
            return Some(slot(want, from, typed)).filter(|_| depth == 0);
        }
        let field = named(reading, &name).filter(|field| field.is_on(reading.list))?;
        let is_list =
            !matches!(field.kind(), Kind::Money | Kind::Sum | Kind::Percent | Kind::Decimal | Kind::Date);
        let (from, typed) = last_item(&pieces, from, is_list);
        let ranges =
            !matches!(field.kind(), Kind::Text | Kind::Person | Kind::Product | Kind::Choice | Kind::Word);
        let dots = typed.windows(2).position(|pair| pair[0].is('.') && pair[1].is('.'));
        let found = match dots.filter(|_| ranges) {
            Some(dots) => {
                let from = typed[dots + 1].end();
                Self { is_end: true, ..slot(Want::Value(field), from, &typed[dots + 2..]) }
            }
            None => slot(Want::Value(field), from, typed),
        };
        Some(Self { is_compared: compared, ..found })
    }
}

/// In the name of a field, or in its window.
fn name(
    pieces: &[Piece],
    start: usize,
    reading: &Reading<'_>,
    depth: usize,
    slot: impl Fn(Want, usize, &[Piece]) -> Slot,
) -> Option<Slot> {
    let Some(dot) = pieces.iter().position(|piece| piece.char == '.') else {
        let is_name = pieces.first().is_none_or(|first| first.char.is_alphabetic());
        return is_name.then(|| slot(Want::Name { depth }, start, pieces));
    };
    let text: String = pieces[..dot].iter().map(|piece| piece.char).collect();
    let field = named(reading, &fold(&text)).filter(|field| field.is_on(reading.list))?;
    let want = Want::Window(field);
    field.kind().takes_window().then(|| slot(want, pieces[dot].end(), &pieces[dot + 1..]))
}

/// Where the last value of a list begins, and what is typed of it.
fn last_item(pieces: &[Piece], from: usize, is_list: bool) -> (usize, &[Piece]) {
    let values = pieces.get(from..).unwrap_or_default();
    let comma = values.iter().rposition(|piece| is_list && piece.is(','));
    let at = from + comma.map_or(0, |comma| comma + 1);
    let before = pieces.get(at.saturating_sub(1)).map_or(0, |piece| piece.end());
    (before, pieces.get(at..).unwrap_or_default())
}

/// Does what is typed end at the cursor?
fn ends_here(after: &str, in_quotes: bool) -> bool {
    let next = after.chars().next();
    let is_edge = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | ','));
    is_edge && !(in_quotes && after.contains('"'))
}
