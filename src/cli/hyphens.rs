//! A condition of a filter may begin with a hyphen, as `-stage:lost` does; to the parser of the command line it would be an
//! option. So what is none is handed over behind the options, after `--`.

use clap::Command;
use std::ffi::{OsStr, OsString};

/// The same arguments, in an order that cannot be misread.
pub fn sorted(arguments: &[OsString], root: &Command) -> Vec<OsString> {
    let same = || arguments.to_vec();
    let is_command = |word: &OsString| root.find_subcommand(word).is_some_and(takes_words);
    let Some(at) = arguments.iter().skip(1).position(is_command).map(|at| at + 1) else { return same() };
    let Some(command) = arguments.get(at).and_then(|word| root.find_subcommand(word)) else { return same() };
    let (before, after) = arguments.split_at(at + 1);
    if after.iter().any(|word| word == "--") || !after.iter().any(is_condition) {
        return same();
    }
    let mut options = before.to_vec();
    let mut words = vec![OsString::from("--")];
    let mut rest = after.iter();
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        match text.strip_prefix("--") {
            Some(name) => {
                options.push(word.clone());
                if takes_value(name, command, root) {
                    options.extend(rest.next().cloned());
                }
            }
            None if is_short(word) => options.push(word.clone()),
            None => words.push(word.clone()),
        }
    }
    options.into_iter().chain(words).collect()
}

/// Does a line of words belong to the command?
fn takes_words(command: &Command) -> bool {
    command.get_positionals().any(|it| it.get_id() == "words")
}

fn is_short(word: &OsStr) -> bool {
    word == "-h" || word == "-V"
}

/// A hyphen before something that is no option.
fn is_condition(word: &OsString) -> bool {
    let text = word.to_string_lossy();
    text.len() > 1 && text.starts_with('-') && !text.starts_with("--") && !is_short(word)
}

/// Is the next argument the value of this option?
fn takes_value(name: &str, command: &Command, root: &Command) -> bool {
    let named = |command: &Command| {
        command
            .get_arguments()
            .find(|it| it.get_long() == Some(name))
            .map(|it| it.get_action().takes_values())
    };
    named(command).or_else(|| named(root)).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;
    use crate::text::Lang;

    fn read(words: &[&str]) -> Vec<String> {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        let sorted = sorted(&words, &help::command(Lang::En));
        sorted.into_iter().map(|word| word.into_string().unwrap()).collect()
    }

    #[test]
    fn what_begins_with_a_hyphen_and_is_no_option_is_a_word() {
        for (given, wanted) in [
            (
                &["cartera", "list", "clients", "-stage:lost", "--json"][..],
                &["cartera", "list", "--json", "--", "clients", "-stage:lost"][..],
            ),
            (
                &["cartera", "--db", "f", "list", "clients", "a", "--sort", "-name", "-#vip", "--limit=3"],
                &[
                    "cartera",
                    "--db",
                    "f",
                    "list",
                    "--sort",
                    "-name",
                    "--limit=3",
                    "--",
                    "clients",
                    "a",
                    "-#vip",
                ],
            ),
        ] {
            assert_eq!(read(given), wanted);
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for words in [
            &["cartera"][..],
            &["cartera", "list", "clients", "a", "--sort", "name"],
            &["cartera", "list", "clients", "--", "-stage:lost", "--json"],
            &["cartera", "list", "-h"],
            &["cartera", "show", "-x"],
            &["cartera", "log", "v", "-10%"],
        ] {
            assert_eq!(read(words), words);
        }
    }
}
