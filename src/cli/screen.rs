//! `cartera` without a command: the screen.

use super::{Context, Failure};
use crate::app::{self, Settings};
use crate::tui::ModelSettings;
use std::process::ExitCode;

pub fn run(context: &Context) -> Result<ExitCode, Failure> {
    let store = context.store()?;
    let lang = context.lang();
    let config = &context.config;
    let colours = config.colours(std::env::var("NO_COLOR").ok().as_deref());
    let settings = Settings {
        store,
        model: ModelSettings {
            locale: context.locale,
            today: context.today,
            keymap: config.keymap.clone(),
            width: 0,
            height: 0,
            notices: config.problems.iter().map(|problem| problem.message(lang)).collect(),
        },
        colours,
    };
    Ok(app::run(settings)?)
}
