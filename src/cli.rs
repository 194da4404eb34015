//! The command line: the same requests as the screen's, printed as tables or JSON. It knows no SQL.

mod activity;
mod args;
mod brief;
mod completions;
mod demo;
mod desk;
mod doctor;
mod failure;
mod help;
mod hyphens;
mod import;
mod list;
mod log;
mod print;
mod rate;
mod record;
mod salesperson;
mod screen;
mod show;
mod table;
mod today;
mod views;
mod who;

use crate::app;
use crate::clock;
use crate::config::{self, Config};
use crate::domain::currency::Currency;
use crate::paths;
use crate::repository::store::{Session, Store};
use crate::text::{Lang, Locale};
use args::{Args, Command};
use chrono::NaiveDate;
use clap::FromArgMatches;
use clap::error::ErrorKind;
use desk::Desk;
use failure::Failure;
use print::Output;
use std::borrow::Cow;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// How a command ended; the number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Database, file or disk would not have it.
    Failed = 1,
    /// The command was not understood.
    Misused = 2,
    /// Nothing was found, or several where one was meant.
    NothingFound = 3,
    /// Some rows were refused.
    Partly = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What every command is told.
struct Context {
    locale: Locale,
    today: NaiveDate,
    config: Config,
    /// The database that the command line names.
    named: Option<PathBuf>,
}

impl Context {
    fn lang(&self) -> Lang {
        self.locale.lang
    }

    /// The database to work on.
    fn database(&self) -> Result<PathBuf, Failure> {
        let variable = std::env::var_os(paths::DATABASE_VARIABLE).map(PathBuf::from);
        paths::database(self.named.as_deref(), variable, self.config.database.as_deref())
            .ok_or(Failure::NoHome)
    }

    fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.database()?, self.session())?)
    }

    /// For what looks at a portfolio or adds to it: one that is not there was mistyped, and is not made.
    fn desk(&self) -> Result<Desk, Failure> {
        let path = self.database()?;
        if !path.exists() {
            return Err(Failure::Missing(path));
        }
        Ok(Desk::new(self.store()?))
    }

    fn session(&self) -> Session {
        Session {
            today: self.today.into(),
            author: self.config.author.clone().unwrap_or_else(login),
            now_ms: clock::now_ms,
            currency: Currency::from_code(self.locale.home_currency).unwrap_or(Currency::EUR),
        }
    }
}

/// Who works here, as the system names them.
fn login() -> String {
    ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// Carries out what the arguments, the first of which is the program's name, ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    app::privacy::harden();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let config = Config::load(config::config_file().as_deref());
    let locale = locale(&arguments, config.locale);
    app::install_panic_hook(locale.lang, None);
    match parse(&arguments, locale.lang) {
        Ok(args) => {
            let context = Context { locale, today: clock::today(), config, named: args.db };
            carry_out(args.command, &context)
        }
        Err(exit) => exit,
    }
}

fn parse(arguments: &[OsString], lang: Lang) -> Result<Args, ExitCode> {
    let command = help::command(lang);
    let arguments = hyphens::sorted(arguments, &command);
    let matched = command.try_get_matches_from(arguments);
    let error = match matched.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => return Ok(args),
        Err(error) => error,
    };
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let mut out = Output::new();
        let printed = out.lines(&error.render().to_string()).and_then(|()| out.finish());
        return Err(end(printed.map(|()| Exit::Done.into()).map_err(Failure::from), lang));
    }
    print::failure(&help::misuse(&error, lang));
    Err(Exit::Misused.into())
}

fn carry_out(command: Option<Command>, context: &Context) -> ExitCode {
    let ended = match command {
        None => screen::of_portfolio(context),
        Some(Command::Demo(args)) if args.keep.is_none() => demo::show(context),
        Some(Command::Demo(args)) => printed(|out| demo::keep(&args, context, out)),
        Some(Command::Import(args)) => printed(|out| import::run(&args, context, out)),
        Some(Command::List(args)) => printed(|out| list::run(&args, context, out)),
        Some(Command::Views(args)) => printed(|out| views::run(&args, context, out)),
        Some(Command::Activity(args)) => printed(|out| activity::run(&args, context, out)),
        Some(Command::Today(args)) => printed(|out| today::run(&args, context, out)),
        Some(Command::Show(args)) => printed(|out| show::run(&args, context, out)),
        Some(Command::Brief(args)) => printed(|out| brief::run(&args, context, out)),
        Some(Command::Log(args)) => printed(|out| log::run(&args, context, out)),
        Some(Command::Rate(args)) => printed(|out| rate::run(&args, context, out)),
        Some(Command::Doctor(args)) => printed(|out| doctor::run(&args, context, out)),
        Some(Command::Completions { shell }) => printed(|out| completions::run(shell, context, out)),
    };
    end(ended, context.lang())
}

/// Runs a command whose result goes to standard output.
fn printed(command: impl FnOnce(&mut Output) -> Result<Exit, Failure>) -> Result<ExitCode, Failure> {
    let mut out = Output::new();
    let exit = command(&mut out)?;
    out.finish()?;
    Ok(exit.into())
}

/// Tells a failure, and gives the exit code.
fn end(ended: Result<ExitCode, Failure>, lang: Lang) -> ExitCode {
    let failure = match ended {
        Ok(exit) => return exit,
        // Whoever read our output has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Done.into(),
        Err(failure) => failure,
    };
    print::failure(&failure.lines(lang));
    failure.exit().into()
}

/// The language and country: `--lang`, else `CARTERA_LANG`, else the settings, else the system's. Found before the command
/// line is understood, so that what is wrong with it can be said.
fn locale(arguments: &[OsString], configured: Option<Locale>) -> Locale {
    const VARIABLE: &str = "CARTERA_LANG";
    let wished = wished_language(arguments).or_else(|| std::env::var(VARIABLE).ok());
    let wished = wished.filter(|tag| Lang::from_tag(tag).is_some());
    if let (None, Some(configured)) = (&wished, configured) {
        return configured;
    }
    Locale::detect(&|name| if name == VARIABLE { wished.clone() } else { std::env::var(name).ok() })
}

/// The value of `--lang`, if there is one.
fn wished_language(arguments: &[OsString]) -> Option<String> {
    let mut words =
        arguments.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next().map(Cow::into_owned),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('=').map(str::to_owned),
            Some(_) | None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_before_the_arguments_are_understood() {
        let wished = |words: &[&str]| wished_language(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(wished(&["cartera", "--nope", "--lang", "es"]).as_deref(), Some("es"));
        assert_eq!(wished(&["cartera", "list", "--lang=en", "x"]).as_deref(), Some("en"));
        assert_eq!(wished(&["cartera", "--", "--lang", "es"]), None);
        assert_eq!(wished(&["cartera", "--lang"]), None);
        assert_eq!(wished(&["cartera", "--language", "es"]), None);
    }
}
