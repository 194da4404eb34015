use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

use super::*;

/// What must never reach the terminal, said independently of the code under test: by Unicode's own properties where the
/// standard library has them, by the published ranges of the invisible characters where it has not.
fn is_unsafe(c: char) -> bool {
    let number = u32::from(c);
    c.is_control()
        || matches!(number, 0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f)
        || matches!(number, 0x200b..=0x200c | 0x200e..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164)
        || matches!(number, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xfe00..=0xfe0d | 0xfeff | 0xffa0 | 0xfff0..=0xfffb)
        || matches!(number, 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff | 0xf0000..=0x0010_ffff)
        || number & 0xffff >= 0xfffe
}

fn check(text: &str) {
    let shown = safe(text);
    assert!(!shown.contains(is_unsafe), "{text:?} -> {shown:?}");
    assert_eq!(safe(&shown), shown, "not idempotent: {text:?}");
    let mut hanging = 0;
    for c in shown.chars() {
        hanging = if c.width() == Some(0) { hanging + 1 } else { 0 };
        assert!(hanging <= usize::from(MAX_MARKS) + 1, "{text:?} -> {shown:?}");
    }
}

#[test]
fn every_scalar_value_is_safe_in_every_company() {
    for c in '\0'..=char::MAX {
        for text in [format!("{c}"), format!("a{c}b"), format!("👩{c}👩"), format!("{c}{c}{c}{c}{c}{c}")]
        {
            check(&text);
        }
    }
}

#[test]
fn ordinary_text_passes_untouched() {
    for text in [
        "",
        "Ferretería Núñez, S.L.",
        "東京 タワー",
        "Łódź ß",
        "1.234,56 €",
        "a\u{301}b",
        "नमस्ते",
        "Việt Nam",
        "한국",
        "★★★☆☆",
    ] {
        assert!(matches!(safe(text), Cow::Borrowed(_)), "{text}");
    }
}

#[test]
fn controls_are_shown_by_their_pictures() {
    assert_eq!(safe("\u{1b}[31mred"), "␛[31mred");
    assert_eq!(safe("good\rEVIL"), "good␍EVIL");
    assert_eq!(safe("one\ntwo\r\nthree"), "one↵two↵three");
    assert_eq!(safe("a\tb\u{7}\u{7f}\0"), "a␉b␇␡␀");
    assert_eq!(safe("\u{9b}31m"), "�31m");
}

#[test]
fn what_reorders_or_hides_text_is_replaced() {
    for c in [
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{200c}',
        '\u{feff}',
        '\u{2028}',
        '\u{2029}',
        '\u{e0041}',
        '\u{e000}',
        '\u{ad}',
    ] {
        assert_eq!(safe(&format!("a{c}b")), "a�b", "{c:?}");
    }
}

#[test]
fn a_mark_needs_a_base_and_only_four_stay() {
    assert_eq!(safe("\u{301}a"), "◌\u{301}a");
    assert_eq!(safe("x \u{301}"), "x ◌\u{301}");
    assert_eq!(safe("\u{1b}\u{301}"), "␛◌\u{301}");
    assert_eq!(safe(&format!("e{}f", "\u{301}".repeat(50))), format!("e{}f", "\u{301}".repeat(4)));
    let vietnamese = "e\u{302}\u{301}".repeat(9);
    assert_eq!(safe(&vietnamese), vietnamese, "each base has its own marks");
}

#[test]
fn the_joiner_stays_only_between_emoji() {
    for emoji in [
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "❤\u{fe0f}",
        "👍\u{1f3fd}",
        "👩\u{1f3fd}\u{200d}🔬",
        "🏳\u{fe0f}\u{200d}🌈",
        "🇪🇸",
    ] {
        assert_eq!(safe(emoji), emoji);
    }
    assert_eq!(safe("a\u{200d}b"), "a�b");
    assert_eq!(safe("👩\u{200d}b"), "👩�b");
    assert_eq!(safe("👩\u{200d}\u{200d}👩"), "👩��👩");
    assert_eq!(safe("a\u{fe0f}"), "a�");
    let chain = vec!["👩"; 50].join("\u{200d}");
    assert!(safe(&chain).contains('�'));
}

#[test]
fn notes_keep_their_lines() {
    assert_eq!(safe_lines("one\r\ntwo\n\nfour\tx\rfive\u{1b}"), ["one", "two", "", "four    x", "five␛"]);
    assert_eq!(safe_lines(""), [""]);
}

#[test]
fn a_text_is_cut_to_its_columns() {
    assert_eq!(fit("abcdef", 6), "abcdef");
    assert_eq!(fit("abcdef", 5), "abcd…");
    assert_eq!(fit("abcdef", 1), "…");
    assert_eq!(fit("abcdef", 0), "");
    assert_eq!(fit("", 0), "");
    assert_eq!(fit("東京都", 5), "東京…");
    assert_eq!(fit("東京都", 4), "東…");
    assert_eq!(fit("東京都", 2), "…");
    assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
    assert_eq!(fit("a\nb", 3), "a↵b");
}

#[test]
fn a_text_fills_its_columns() {
    assert_eq!(pad("ab", 4), "ab  ");
    assert_eq!(pad_left("ab", 4), "  ab");
    assert_eq!(pad("東京都", 4), "東… ");
    assert_eq!(pad_left("abcdef", 4), "abc…");
}

proptest! {
    #[test]
    fn no_text_is_unsafe(text in any::<String>(), hostile in "[\u{0}-\u{9f}\u{200b}-\u{202e}\u{300}-\u{308}\u{fe0e}\u{fe0f}👩🏽a ]{0,24}") {
        check(&text);
        check(&hostile);
        for line in safe_lines(&hostile) {
            prop_assert!(!line.contains(is_unsafe));
        }
    }

    #[test]
    fn a_cut_text_fits(text in "[\\PC\u{300}\u{200d}👩東]{0,12}", columns in 0_usize..14) {
        let fitted = fit(&text, columns);
        prop_assert!(width(&fitted) <= columns, "{:?} is {} wide", fitted, width(&fitted));
        prop_assert_eq!(width(&pad(&text, columns)), columns);
        prop_assert_eq!(width(&pad_left(&text, columns)), columns);
    }
}
