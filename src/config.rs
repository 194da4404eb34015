//! The settings: the embedded defaults with the user's file over them, and where files live.
//!
//! A bad entry never stops the program and is never silent: each is reported by its name.

use crate::text::{Lang, Locale};
use crate::tui::keymap::{KeyProblem, Keymap};
use std::path::{Path, PathBuf};

/// Both the defaults and their documentation.
pub const DEFAULT: &str = include_str!("default.toml");

/// The settings in force.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// Language and country; `None` leaves them to the environment.
    pub locale: Option<Locale>,
    pub database: Option<PathBuf>,
    /// Whom the journal names; `None` leaves it to the system's login.
    pub author: Option<String>,
    /// `None` leaves it to `NO_COLOR`.
    pub colours: Option<bool>,
    /// Does the mouse click on us? `None` is yes.
    pub mouse: Option<bool>,
    pub clipboard: Clipboard,
    /// The command line that opens a `mailto:` URL; `None` leaves it to the system.
    pub mail: Option<String>,
    pub keymap: Keymap,
    /// The entries that could not be used.
    pub problems: Vec<Problem>,
}

/// By what a text is copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal, by the escape sequence OSC 52.
    #[default]
    Terminal,
    /// A command line that reads it from its standard input.
    Command(String),
}

/// An entry that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is there, but could not be read: the system's reason.
    Unreadable {
        path: PathBuf,
        reason: String,
    },
    /// The file is no TOML: nothing of it is used.
    Syntax {
        line: usize,
        reason: String,
    },
    UnknownSetting(String),
    BadValue {
        setting: &'static str,
        value: String,
    },
    Key(KeyProblem),
}

impl Config {
    /// The defaults alone.
    pub fn embedded() -> Self {
        let mut config = Self::default();
        config.merge(DEFAULT);
        config
    }

    /// The defaults with the file at `path` over them; a file that is not there changes nothing.
    pub fn load(path: Option<&Path>) -> Self {
        let mut config = Self::embedded();
        let Some(path) = path else { return config };
        match std::fs::read_to_string(path) {
            Ok(text) => config.merge(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                let (path, reason) = (path.to_owned(), error.to_string());
                config.problems.push(Problem::Unreadable { path, reason });
            }
        }
        config
    }

    /// Takes the settings of a TOML text over those that are there.
    pub fn merge(&mut self, text: &str) {
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let line = text.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1;
                self.problems.push(Problem::Syntax { line, reason: error.message().to_owned() });
                return;
            }
        };
        for (setting, value) in &table {
            if let Err(problem) = self.set(setting, value) {
                self.problems.push(problem);
            }
        }
    }

    fn set(&mut self, setting: &str, value: &toml::Value) -> Result<(), Problem> {
        let bad = |setting| Problem::BadValue { setting, value: value.to_string() };
        let text =
            |setting| value.as_str().filter(|text| !text.trim().is_empty()).ok_or_else(|| bad(setting));
        match setting {
            "lang" => self.locale = Some(Locale::from_tag(text("lang")?).ok_or_else(|| bad("lang"))?),
            "database" => self.database = Some(PathBuf::from(text("database")?)),
            "author" => self.author = Some(text("author")?.to_owned()),
            "clipboard" => {
                self.clipboard = match text("clipboard")?.trim() {
                    "osc52" => Clipboard::Terminal,
                    command => Clipboard::Command(command.to_owned()),
                }
            }
            "mail" => self.mail = Some(text("mail")?.to_owned()),
            "colours" => self.colours = Some(value.as_bool().ok_or_else(|| bad("colours"))?),
            "mouse" => self.mouse = Some(value.as_bool().ok_or_else(|| bad("mouse"))?),
            "keys" => {
                let keys = value.as_table().ok_or_else(|| bad("keys"))?;
                self.problems.extend(self.keymap.merge(keys).into_iter().map(Problem::Key));
            }
            _ => return Err(Problem::UnknownSetting(setting.to_owned())),
        }
        Ok(())
    }

    /// Is the screen to have colours? `no_color` is the variable of that name: set and not empty means none.
    pub fn colours(&self, no_color: Option<&str>) -> bool {
        self.colours.unwrap_or(no_color.is_none_or(str::is_empty))
    }
}

impl Problem {
    /// The sentence for the user, naming the entry.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { path, reason } => lang.ta(
                "config-unreadable",
                &[("path", path.to_string_lossy().as_ref().into()), ("reason", reason.into())],
            ),
            Self::Syntax { line, reason } => {
                lang.ta("config-syntax", &[("line", (*line).into()), ("reason", reason.into())])
            }
            Self::UnknownSetting(setting) => {
                lang.ta("config-unknown-setting", &[("setting", setting.into())])
            }
            Self::BadValue { setting, value } => {
                lang.ta("config-bad-value", &[("setting", (*setting).into()), ("value", value.into())])
            }
            Self::Key(problem) => key_message(problem, lang),
        }
    }
}

fn key_message(problem: &KeyProblem, lang: Lang) -> String {
    let entry =
        |context: crate::tui::context::Context, chord: &str| format!("[keys.{}] \"{chord}\"", context.word());
    match problem {
        KeyProblem::Context(name) => lang.ta("config-key-context", &[("name", name.into())]),
        KeyProblem::Chord { context, chord } => {
            lang.ta("config-key-chord", &[("entry", entry(*context, chord).into())])
        }
        KeyProblem::Action { context, chord, action } => lang
            .ta("config-key-action", &[("entry", entry(*context, chord).into()), ("action", action.into())]),
        KeyProblem::Useless { context, chord, action } => lang.ta(
            "config-key-useless",
            &[("entry", entry(*context, chord).into()), ("action", action.word().into())],
        ),
        KeyProblem::Clash { context, chord } => {
            lang.ta("config-key-clash", &[("entry", entry(*context, chord).into())])
        }
        KeyProblem::NotAName { context, chord } => {
            lang.ta("config-key-not-a-name", &[("entry", entry(*context, chord).into())])
        }
    }
}

/// The user's config file, whether it is there or not; `None` where the system has no home.
pub fn config_file() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "cartera")?.config_dir().join("config.toml"))
}

/// Where the portfolio lives when nothing else is said; `None` where the system has no home.
pub fn default_database() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "cartera")?.data_dir().join("cartera.db"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::Action;
    use crate::tui::chord::Chord;
    use crate::tui::context::Context;

    fn merged(text: &str) -> Config {
        let mut config = Config::embedded();
        config.merge(text);
        config
    }

    #[test]
    fn the_defaults_have_nothing_wrong() {
        assert_eq!(Config::embedded().problems, []);
    }

    #[test]
    fn the_users_file_goes_over_the_defaults() {
        let config = merged(
            "lang = \"es-MX\"\nauthor = \"Ana\"\nclipboard = \"wl-copy -n\"\nmouse = false\nmail = \"mutt {url}\"\n[keys.list]\n\"y\" = \"log_visit\"\n\"v\" = \"none\"",
        );
        assert_eq!(config.problems, []);
        assert_eq!(config.locale.map(|locale| locale.region), Some("MX"));
        assert_eq!(config.author.as_deref(), Some("Ana"));
        assert_eq!(config.clipboard, Clipboard::Command("wl-copy -n".into()));
        assert_eq!(config.mouse, Some(false));
        assert_eq!(config.mail.as_deref(), Some("mutt {url}"));
        let chord = |text| Chord::parse(text).unwrap();
        assert_eq!(config.keymap.action(Context::List, chord("y")), Some(Action::LogVisit));
        assert_eq!(config.keymap.action(Context::List, chord("v")), None);
        assert_eq!(config.keymap.action(Context::List, chord("l")), Some(Action::LogCall));
    }

    #[test]
    fn every_bad_entry_is_reported_by_name_and_the_good_ones_count() {
        let config = merged(
            "lang = \"klingon\"\ntheme = 1\nclipboard = 3\ncolours = \"red\"\nmouse = 2\n[keys.list]\n\"entr\" = \"open\"\n\"y\" = \"fly\"\n\
             \"x\" = \"next_field\"\n\"ctrl-p\" = \"search\"\n\"Ctrl+P\" = \"search\"\n\"w\" = 3\n[keys.lisst]\n\"a\" = \"open\"",
        );
        let messages: Vec<String> = config.problems.iter().map(|problem| problem.message(Lang::En)).collect();
        for name in [
            "lang",
            "theme",
            "clipboard",
            "colours",
            "mouse",
            "entr",
            "fly",
            "next_field",
            "trl",
            "\"w\"",
            "lisst",
        ] {
            assert_eq!(
                messages.iter().filter(|message| message.contains(name)).count(),
                1,
                "{name}: {messages:#?}"
            );
        }
        assert_eq!(messages.len(), 11, "{messages:#?}");
        assert_eq!(config.keymap.action(Context::List, Chord::ctrl('p')), Some(Action::Search));
    }

    #[test]
    fn a_broken_file_is_reported_by_line_and_leaves_the_defaults() {
        let config = merged("lang = \"es\"\n\n[keys.list\n");
        assert!(
            matches!(config.problems.as_slice(), [Problem::Syntax { line: 3, .. }]),
            "{:?}",
            config.problems
        );
        assert_eq!(config.keymap, Config::embedded().keymap);
    }

    #[test]
    fn a_file_that_is_not_there_changes_nothing_and_one_that_cannot_be_read_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Config::load(Some(&folder.path().join("none.toml"))), Config::embedded());
        let problems = Config::load(Some(folder.path())).problems;
        assert!(matches!(problems.as_slice(), [Problem::Unreadable { .. }]), "{problems:?}");
    }

    #[test]
    fn no_color_and_the_file_decide_about_colours() {
        let config = Config::embedded();
        assert!(config.colours(None) && config.colours(Some("")) && !config.colours(Some("1")));
        assert!(merged("colours = true").colours(Some("1")));
    }
}
