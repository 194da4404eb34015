//! Tags: what a text that holds some of them means, wherever it was typed.

use crate::text::fold::fold;

/// Characters of one tag.
pub const LONGEST: usize = 100;

/// The tags in a text, each once, whatever case and accents, without the `#` that some write. Commas and semicolons part
/// them, and a space before a `#` does; other spaces are a tag's own: `gran cuenta`.
pub fn split(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for part in text.split([',', ';']).flat_map(hashed) {
        let tag = part.trim().trim_start_matches('#').trim();
        if !tag.is_empty() && !tags.iter().any(|known| fold(known) == fold(tag)) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// `#a #b` is two, `c# d` is one.
fn hashed(part: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in part.match_indices('#') {
        if part.get(from..at).is_some_and(|before| before.ends_with(char::is_whitespace)) {
            parts.extend(part.get(from..at));
            from = at;
        }
    }
    parts.extend(part.get(from..));
    parts
}

/// The tags as a form or a list shows them; [`split`] reads them back.
pub fn joined(tags: &[String]) -> String {
    tags.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_semicolons_and_hashes_part_tags_and_spaces_are_their_own() {
        for (text, tags) in [
            ("vip, gran cuenta;feria 2025", &["vip", "gran cuenta", "feria 2025"][..]),
            ("#vip #obra nueva", &["vip", "obra nueva"]),
            ("c# y f#", &["c# y f#"]),
            (" ,; # ## ", &[]),
            ("VIP, vip, Fería, feria", &["VIP", "Fería"]),
            ("dice \"hola\"", &["dice \"hola\""]),
        ] {
            assert_eq!(split(text), tags, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_is_read_back(text in "[ ,;#\\PC]{0,40}") {
            let tags = split(&text);
            proptest::prop_assert_eq!(split(&joined(&tags)), tags);
        }
    }
}
