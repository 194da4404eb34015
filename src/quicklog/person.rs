//! Which person a line names.

use crate::text::fold::fold;

/// Nobody, or more than one: never a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    Nobody(String),
    Several(String, Vec<String>),
}

/// The one of these people whose name is, or whose name alone has, every word that was typed, whatever case and accents.
pub fn person<T: Copy>(typed: &str, people: &[(T, String)]) -> Result<(T, String), Unclear> {
    let wanted = fold(typed);
    if let Some(exact) = people.iter().find(|(_, name)| fold(name) == wanted) {
        return Ok(exact.clone());
    }
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let has = |name: &str| {
        let name = fold(name);
        words.iter().all(|word| name.contains(word))
    };
    let found: Vec<&(T, String)> = people.iter().filter(|(_, name)| has(name)).collect();
    match found.as_slice() {
        [] => Err(Unclear::Nobody(typed.to_owned())),
        [only] => Ok((*only).clone()),
        several => {
            Err(Unclear::Several(typed.to_owned(), several.iter().map(|(_, name)| name.clone()).collect()))
        }
    }
}
