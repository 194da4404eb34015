//! Which row a name in a line means.

use crate::text::fold::fold;

/// Never a guess: one, or all that it may be, by their places; none when nobody is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Its whole name was typed.
    Whole(usize),
    /// What was typed stands in its name alone as whole words.
    Words(usize),
    /// Each word typed begins one of its name alone.
    Beginnings(usize),
    Several(Vec<usize>),
    Nobody,
}

/// A way of meaning a name, and what it is when one name alone is meant so.
type Way<'a> = (&'a dyn Fn(&str) -> bool, fn(usize) -> Meant);

/// The one of these names that is meant, whatever case and accents: the whole of it, else the only one with these whole words,
/// else the only one whose words begin so. `ana` is Ana Gil although there is an Anabel, and never Mariana; of two namesakes
/// it is neither.
pub fn meant<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Meant {
    let wanted = fold(typed);
    let wanted_words = words(&wanted);
    let names: Vec<String> = names.into_iter().map(fold).collect();
    let all_words = |name: &str, alike: fn(&str, &str) -> bool| {
        let name = words(name);
        let found = |wanted: &&str| name.iter().any(|word| alike(word, wanted));
        !wanted_words.is_empty() && wanted_words.iter().all(found)
    };
    let ways: [Way; 3] = [
        (&|name| !wanted.is_empty() && name == wanted, Meant::Whole),
        (&|name| all_words(name, |word, wanted| word == wanted), Meant::Words),
        (&|name| all_words(name, |word, wanted| word.starts_with(wanted)), Meant::Beginnings),
    ];
    for (is_meant, only) in ways {
        let found: Vec<usize> = (0..names.len()).filter(|at| is_meant(&names[*at])).collect();
        match found[..] {
            [] => {}
            [one] => return only(one),
            [..] => return Meant::Several(found),
        }
    }
    Meant::Nobody
}

fn words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_way_of_meaning_somebody_counts() {
        let names = ["Ana Gil", "Anabel Ruiz", "Mariana Sanz", "José-Luis Peña", "Ana Gil Soto"];
        for (typed, found) in [
            ("ANA GIL", Meant::Whole(0)),
            ("ana", Meant::Several(vec![0, 4])),
            ("anab", Meant::Beginnings(1)),
            ("soto ana", Meant::Words(4)),
            ("luis pena", Meant::Words(3)),
            ("riana", Meant::Nobody),
            ("", Meant::Nobody),
            ("…", Meant::Nobody),
        ] {
            assert_eq!(meant(typed, names), found, "{typed}");
        }
    }

    #[test]
    fn namesakes_are_never_told_apart() {
        assert_eq!(meant("ana", ["Ana", "Ana"]), Meant::Several(vec![0, 1]));
    }
}
