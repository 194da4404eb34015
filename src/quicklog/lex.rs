//! The line cut into words, and a word into its name and value. It gives places in the line and no meanings.

use std::ops::Range;

/// What may follow a recognised part without a space: it sets parts off from each other and belongs to none.
pub(super) const MARKS: [char; 3] = [',', ';', '.'];

/// Values in quotes that are longer hold no name and no date: their quote was never meant to end there.
const LONGEST_QUOTED: usize = 500;

/// The words, separated by white space.
pub(super) fn words(line: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in line.char_indices() {
        if character.is_whitespace() {
            words.extend(start.take().map(|start| start..at));
        } else if start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|start| start..line.len()));
    words
}

/// The name and the rest of a word such as `con:ana`; a name has letters only.
pub(super) fn name(word: &str) -> Option<(&str, &str)> {
    let (name, rest) = word.split_once(':')?;
    let letters = !name.is_empty() && name.chars().all(char::is_alphabetic);
    letters.then_some((name, rest))
}

/// A text in quotes, its quotes closed or not.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Quoted {
    /// Its inner place, and the byte after its end.
    Closed {
        inner: Range<usize>,
        after: usize,
    },
    Open,
    Absent,
}

/// The text in quotes that begins at this byte.
pub(super) fn quoted(line: &str, start: usize) -> Quoted {
    let rest = line.get(start..).unwrap_or_default();
    let Some(open) = rest.chars().next() else { return Quoted::Absent };
    let closing: &[char] = match open {
        '"' => &['"'],
        '“' | '”' => &['”', '"'],
        '«' => &['»'],
        _ => return Quoted::Absent,
    };
    let inner = start + open.len_utf8();
    let end = line[inner..]
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_QUOTED)
        .find(|(_, character)| closing.contains(character));
    match end {
        Some((length, close)) => {
            Quoted::Closed { inner: inner..inner + length, after: inner + length + close.len_utf8() }
        }
        None => Quoted::Open,
    }
}

/// The end of the marks that stand at this byte, if nothing but white space follows them.
pub(super) fn end_of_marks(line: &str, after: usize) -> Option<usize> {
    let rest = line.get(after..).unwrap_or_default();
    let tail = rest.split(char::is_whitespace).next().unwrap_or_default();
    tail.chars().all(|character| MARKS.contains(&character)).then_some(after + tail.len())
}

/// The place without the marks at its end.
pub(super) fn without_marks(line: &str, span: &Range<usize>) -> Range<usize> {
    span.start..span.start + line[span.clone()].trim_end_matches(MARKS).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_places() {
        assert_eq!(words(" a  ñb\t"), [1..2, 4..7]);
        assert_eq!(words(""), Vec::<Range<usize>>::new());
    }

    #[test]
    fn a_name_has_letters_only() {
        assert_eq!(name("con:ana"), Some(("con", "ana")));
        assert_eq!(name("con:"), Some(("con", "")));
        for word in ["10:30", ":)", "(con:ana", "con", "x-y:z", ""] {
            assert_eq!(name(word), None, "{word}");
        }
    }

    #[test]
    fn quotes_close() {
        assert_eq!(quoted("\"Ana G\", x", 0), Quoted::Closed { inner: 1..6, after: 7 });
        assert_eq!(quoted("x«Ana»", 1), Quoted::Closed { inner: 3..6, after: 8 });
        assert_eq!(quoted("“Ana\"", 0), Quoted::Closed { inner: 3..6, after: 7 });
        for text in ["\"Ana", "\""] {
            assert_eq!(quoted(text, 0), Quoted::Open, "{text}");
        }
        assert_eq!(quoted(&format!("\"{}\"", "x".repeat(600)), 0), Quoted::Open);
        assert_eq!(quoted("Ana", 0), Quoted::Absent);
        assert_eq!(quoted("", 0), Quoted::Absent);
    }

    #[test]
    fn marks_end_before_a_space() {
        assert_eq!(end_of_marks("a,; b", 1), Some(3));
        assert_eq!(end_of_marks("a", 1), Some(1));
        assert_eq!(end_of_marks("a,b", 1), None);
    }
}
