//! The one decision about every scalar value: may it pass to the terminal, and in which company.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// What becomes of a scalar value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Passes and can carry marks.
    Base,
    /// Passes; a mark after it has nothing to stand on.
    Space,
    /// Passes, and joiners and selectors may follow.
    Emoji,
    /// Passes on a base, a few times.
    Mark,
    /// The joiner of emoji; passes between two of them.
    Joiner,
    /// A variation selector of emoji; passes after one.
    Selector,
    /// The line's end.
    Newline,
    /// A control character, shown by its picture.
    Picture(char),
    /// Must not be seen, or cannot be: shown as `�`.
    Replace,
}

/// The decision. Whatever is not named here passes; what steers, reorders, hides or has no meaning is named.
pub(super) fn verdict(c: char) -> Verdict {
    match c {
        '\n' => Verdict::Newline,
        '\0'..='\u{1f}' => Verdict::Picture(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
        '\u{7f}' => Verdict::Picture('␡'),
        ' ' | '\u{a0}' => Verdict::Space,
        '!'..='~' => Verdict::Base,
        '\u{200d}' => Verdict::Joiner,
        '\u{fe0e}' | '\u{fe0f}' => Verdict::Selector,
        _ if is_control_or_format(c) || is_invisible(c) || is_private_or_none(c) => Verdict::Replace,
        _ if is_emoji(c) => Verdict::Emoji,
        // Skin tones and everything without a width of its own hang on the character before.
        '\u{1f3fb}'..='\u{1f3ff}' => Verdict::Mark,
        _ if is_combining_mark(c) || c.width().unwrap_or(0) == 0 => Verdict::Mark,
        _ if c.is_whitespace() => Verdict::Space,
        _ => Verdict::Base,
    }
}

/// C1 controls, line and paragraph separators, and the general category Cf: direction, tags, joiners, annotation.
fn is_control_or_format(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}'
        | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Not format characters by category, yet nothing to be seen: fillers, selectors, the grapheme joiner.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0d}' | '\u{ffa0}')
}

/// Private use, whose look nobody can know, and the noncharacters.
fn is_private_or_none(c: char) -> bool {
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    noncharacter || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Close to Unicode's `Extended_Pictographic`: the blocks of symbols and pictographs, and the older ones by number.
fn is_emoji(c: char) -> bool {
    matches!(c,
        '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2194}'..='\u{2199}' | '\u{21a9}'..='\u{21aa}'
        | '\u{231a}'..='\u{231b}' | '\u{2328}' | '\u{23cf}' | '\u{23e9}'..='\u{23f3}' | '\u{23f8}'..='\u{23fa}'
        | '\u{24c2}' | '\u{25aa}'..='\u{25ab}' | '\u{25b6}' | '\u{25c0}' | '\u{25fb}'..='\u{25fe}'
        | '\u{2600}'..='\u{27bf}' | '\u{2934}'..='\u{2935}' | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}'..='\u{2b1c}'
        | '\u{2b50}' | '\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}')
}
