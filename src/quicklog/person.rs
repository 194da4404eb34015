//! Which person a line names.

use crate::text::fold::fold;

/// Nobody, or more than one: never a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    Nobody(String),
    Several(String, Vec<String>),
}

/// The one of these people who is meant, whatever case and accents: whose whole name was typed, else in whose name alone
/// what was typed stands as whole words, else in whose name alone each word typed begins one. `ana` is Ana Gil although there
/// is an Anabel, and never Mariana; of two namesakes it is neither.
pub fn person<T: Copy>(typed: &str, people: &[(T, String)]) -> Result<(T, String), Unclear> {
    let wanted = fold(typed);
    let wanted_words = words(&wanted);
    let names: Vec<String> = people.iter().map(|(_, name)| fold(name)).collect();
    let all_words = |name: &str, alike: fn(&str, &str) -> bool| {
        let name = words(name);
        let found = |wanted: &&str| name.iter().any(|word| alike(word, wanted));
        !wanted_words.is_empty() && wanted_words.iter().all(found)
    };
    let ways: [&dyn Fn(&str) -> bool; 3] = [
        &|name| !wanted.is_empty() && name == wanted,
        &|name| all_words(name, |word, wanted| word == wanted),
        &|name| all_words(name, |word, wanted| word.starts_with(wanted)),
    ];
    for is_meant in ways {
        let meant = people.iter().zip(&names).filter(|(_, name)| is_meant(name)).map(|(person, _)| person);
        match meant.collect::<Vec<_>>().as_slice() {
            [] => {}
            [only] => return Ok((*only).clone()),
            several => {
                let names = several.iter().map(|(_, name)| name.clone()).collect();
                return Err(Unclear::Several(typed.to_owned(), names));
            }
        }
    }
    Err(Unclear::Nobody(typed.to_owned()))
}

fn words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, names: &[&str]) -> Result<usize, Unclear> {
        let people: Vec<(usize, String)> = names.iter().map(|name| (*name).to_owned()).enumerate().collect();
        person(typed, &people).map(|(index, _)| index)
    }

    fn several(typed: &str, names: &[&str]) -> Result<usize, Unclear> {
        Err(Unclear::Several(typed.to_owned(), names.iter().map(|name| (*name).to_owned()).collect()))
    }

    #[test]
    fn the_best_way_of_meaning_somebody_counts() {
        let names = ["Ana Gil", "Anabel Ruiz", "Mariana Sanz", "José-Luis Peña", "Ana Gil Soto"];
        assert_eq!(found("ANA GIL", &names), Ok(0));
        assert_eq!(found("ana", &names), several("ana", &["Ana Gil", "Ana Gil Soto"]));
        assert_eq!(found("anab", &names), Ok(1));
        assert_eq!(found("soto ana", &names), Ok(4));
        assert_eq!(found("luis pena", &names), Ok(3));
        for typed in ["riana", "", "…"] {
            assert_eq!(found(typed, &names), Err(Unclear::Nobody(typed.to_owned())), "{typed}");
        }
    }

    #[test]
    fn namesakes_are_never_told_apart() {
        assert_eq!(found("ana", &["Ana", "Ana"]), several("ana", &["Ana", "Ana"]));
    }
}
