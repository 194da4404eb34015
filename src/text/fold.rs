//! Keys for searching and for sorting, in which case, accents and width do not matter.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;

/// The key by which text is found: compatibility forms unified, every script in ASCII letters, lower case, single
/// spaces. `"  Ñandú S.L."` is `"nandu s.l."`, `"東京"` is `"dongjing"`.
pub fn fold(text: &str) -> String {
    key(text, "n")
}

/// The key by which text is sorted: the search key, but ñ comes after every n, as Spanish has it. It stands as `n` and
/// the byte 7F, which is beyond every other byte that a key can hold, so plain byte order is the right order.
pub fn sort_key(text: &str) -> String {
    key(text, "n\u{7f}")
}

fn key(text: &str, enye: &str) -> String {
    let mut key = String::with_capacity(text.len());
    // Most text is ASCII already, and then needs no tables: the same, several times as fast.
    if text.is_ascii() {
        for c in text.chars() {
            if c.is_ascii_control() || c == ' ' {
                push_space(&mut key);
            } else {
                key.push(c.to_ascii_lowercase());
            }
        }
        key.truncate(key.trim_end_matches(' ').len());
        return key;
    }
    for c in text.nfkc() {
        match c {
            'ñ' | 'Ñ' => key.push_str(enye),
            // Also what any_ascii would keep: a key holds no control character of the text's.
            _ if c.is_control() || c.is_whitespace() => push_space(&mut key),
            _ => {
                for ascii in any_ascii_char(c).chars() {
                    if ascii == ' ' { push_space(&mut key) } else { key.push(ascii.to_ascii_lowercase()) }
                }
            }
        }
    }
    key.truncate(key.trim_end_matches(' ').len());
    key
}

fn push_space(key: &mut String) {
    if !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_scripts_do_not_matter() {
        for (text, key) in [
            ("Ñandú", "nandu"),
            ("n\u{303}", "n"),
            ("ÁÉÍÓÚÜ", "aeiouu"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("東京", "dongjing"),
            ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
            ("ﬁn", "fin"),
            ("  two \t\n spaces\u{a0} ", "two spaces"),
            ("a\0b\u{7f}c", "a b c"),
            ("Peña & Hijos, S.L.", "pena & hijos, s.l."),
            ("", ""),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn enye_comes_after_every_n() {
        let mut names = vec![
            "oso", "Ñu", "nz", "Nácar", "n~", "ñandú", "N", "Núñez", "Nunez", "Nuño", "Nunzio", "mañana",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["mañana", "N", "Nácar", "Nunez", "Nunzio", "Núñez", "Nuño", "nz", "n~", "ñandú", "Ñu", "oso"]
        );
    }

    proptest! {
        #[test]
        fn a_key_is_ascii_and_folding_it_again_changes_nothing(text in any::<String>()) {
            let key = fold(&text);
            prop_assert!(key.is_ascii() && !key.contains(|c: char| c.is_ascii_control() || c.is_ascii_uppercase()));
            prop_assert!(!key.contains("  ") && key.trim() == key);
            prop_assert_eq!(fold(&key), key.clone());
            prop_assert_eq!(sort_key(&text).replace('\u{7f}', ""), key);
        }

        #[test]
        fn case_is_folded(text in "[a-zñáéíóúüA-ZÑÁÉÍÓÚÜ ]{0,20}") {
            prop_assert_eq!(fold(&text.to_lowercase()), fold(&text.to_uppercase()));
        }
    }
}
