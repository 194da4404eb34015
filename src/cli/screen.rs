//! `cartera` without a command, and `cartera demo`: the screen.

use super::{Context, Failure};
use crate::app::{self, Settings};
use crate::repository::store::Store;
use crate::tui::ModelSettings;
use crate::tui::tab::Tab;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

/// Runs the screen on the user's own portfolio.
pub fn of_portfolio(context: &Context) -> Result<ExitCode, Failure> {
    require_terminal()?;
    run(context.store()?, context, false)
}

/// Before anything is opened or made up that nobody could look at.
pub fn require_terminal() -> Result<(), Failure> {
    let is_there = io::stdin().is_terminal() && io::stdout().is_terminal();
    if is_there { Ok(()) } else { Err(Failure::NoTerminal) }
}

/// Runs the screen on the store; `demo` says that nothing of it is kept.
pub fn run(store: Store, context: &Context, demo: bool) -> Result<ExitCode, Failure> {
    let lang = context.lang();
    let config = &context.config;
    let colours = config.colours(std::env::var("NO_COLOR").ok().as_deref());
    let settings = Settings {
        model: ModelSettings {
            locale: context.locale,
            currency: store.currency(),
            today: context.today,
            keymap: config.keymap.clone(),
            tab: Tab::Today,
            width: 0,
            height: 0,
            demo,
            layouts: store.layouts()?,
            custom: store.custom_fields()?,
            notices: config.problems.iter().map(|problem| problem.message(lang)).collect(),
        },
        colours,
        mouse: config.mouse.unwrap_or(true),
        clipboard: config.clipboard.clone(),
        mail: config.mail.clone(),
        store,
    };
    Ok(app::run(settings)?)
}
