//! `cartera completions SHELL`: the script that teaches a shell our words.

use super::{Context, Exit, Failure, help, print::Output};
use clap_complete::Shell;

pub fn run(shell: Shell, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(context.lang()), "cartera", &mut script);
    out.script(&script)?;
    Ok(Exit::Done)
}
