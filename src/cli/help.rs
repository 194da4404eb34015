//! The words of the command line, in either language: help, usage, and what is wrong with a command.

use super::args::Args;
use crate::text::{Arg as Value, Lang};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

/// Where the options that every command has stand in its help.
const AFTER_OTHERS: usize = 900;

/// The command line with its words.
pub fn command(lang: Lang) -> Command {
    let root = Args::command();
    let names: Vec<String> = root.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut root = dressed(root, "cartera", lang).after_help(lang.t("cli-after-help"));
    for name in names {
        root = root.mut_subcommand(&name, |sub| dressed(sub, &name, lang));
    }
    root
}

/// One command with its text, usage and the texts of its arguments.
fn dressed(command: Command, name: &str, lang: Lang) -> Command {
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", lang.t("cli-usage"));
    command
        .about(lang.t(&format!("cli-about-{name}")))
        .override_usage(lang.t(&format!("cli-usage-{name}")))
        .help_template(template)
        .subcommand_help_heading(lang.t("cli-commands"))
        .mut_args(|arg| worded(arg, lang))
}

fn worded(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let help = lang.t(&format!("cli-arg-{id}"));
    let takes_value = arg.get_action().takes_values();
    let order = if arg.is_global_set() { AFTER_OTHERS } else { 0 };
    let arg = arg.help(help).help_heading(lang.t(heading)).display_order(order);
    if !takes_value {
        return arg;
    }
    arg.value_name(lang.t(&format!("cli-value-{id}"))).hide_possible_values(true).hide_default_value(true)
}

/// What is wrong with a command, in words of ours; clap speaks English only.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap's enum has no end")]
pub fn misuse(error: &clap::Error, lang: Lang) -> Vec<String> {
    let context = |kind| error.get(kind).map(text_of).unwrap_or_default();
    let argument = || -> Value { context(ContextKind::InvalidArg).into() };
    let value = || -> Value { context(ContextKind::InvalidValue).into() };
    let what = match error.kind() {
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            lang.ta("cli-error-value-missing", &[("argument", argument())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            lang.ta("cli-error-value", &[("argument", argument()), ("value", value())])
        }
        ErrorKind::UnknownArgument => lang.ta("cli-error-argument", &[("argument", argument())]),
        ErrorKind::InvalidSubcommand => {
            lang.ta("cli-error-command", &[("command", context(ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::MissingRequiredArgument => lang.ta("cli-error-missing", &[("argument", argument())]),
        ErrorKind::ArgumentConflict => lang.ta("cli-error-conflict", &[("argument", argument())]),
        ErrorKind::InvalidUtf8 => lang.t("cli-error-utf8"),
        _ => lang.t("cli-error-other"),
    };
    // A check of ours says what would do; clap's own lists it.
    let choices = match std::error::Error::source(error) {
        Some(source) => source.to_string(),
        None => context(ContextKind::ValidValue),
    };
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .map(context)
            .into_iter()
            .find(|text| !text.is_empty());
    let mut lines = vec![what];
    if !choices.is_empty() {
        lines.push(lang.ta("cli-error-choices", &[("choices", choices.into())]));
    }
    if let Some(suggested) = suggested {
        lines.push(lang.ta("cli-error-suggestion", &[("suggested", suggested.into())]));
    }
    lines.push(lang.t("cli-error-advice"));
    lines
}

fn text_of(value: &ContextValue) -> String {
    if let ContextValue::Strings(texts) = value { texts.join(", ") } else { value.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let mut root = command(lang);
            root.build();
            let help: Vec<String> = std::iter::once(root.render_long_help().to_string())
                .chain(root.get_subcommands_mut().map(|sub| sub.render_long_help().to_string()))
                .collect();
            for help in help {
                assert!(!help.contains('⟦'), "{help}");
                assert!(
                    lang == Lang::En || !["Usage", "Options", "Print"].iter().any(|word| help.contains(word)),
                    "{help}"
                );
            }
        }
    }

    #[test]
    fn a_misuse_is_told_in_the_language() {
        for (words, es) in [
            (vec!["cartera", "--nope"], "--nope"),
            (vec!["cartera", "completion"], "completion"),
            (vec!["cartera", "completions"], "INTÉRPRETE"),
            (vec!["cartera", "completions", "cmd"], "cmd"),
            (vec!["cartera", "--lang", "de"], "de"),
        ] {
            let error = command(Lang::Es).try_get_matches_from(&words).unwrap_err();
            let lines = misuse(&error, Lang::Es);
            assert!(lines[0].contains(es), "{words:?}: {lines:?}");
            assert_ne!(lines[0], misuse(&error, Lang::En)[0]);
        }
    }
}
