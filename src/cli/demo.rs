//! `cartera demo`: the screen on the built-in portfolio, of which nothing is kept; with `--keep FILE` that portfolio as a
//! file.

use super::args::DemoArgs;
use super::print::Output;
use super::{Context, Exit, Failure, screen};
use crate::demo;
use std::process::ExitCode;

/// Shows the portfolio; it lives in memory only, so that nothing is left however the program ends.
pub fn show(context: &Context) -> Result<ExitCode, Failure> {
    screen::require_terminal()?;
    let store = demo::temporary(context.session())?;
    screen::run(store, context, true)
}

/// Writes the portfolio into a new file and says how to open it.
pub fn keep(args: &DemoArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let Some(path) = &args.keep else { return Ok(Exit::Done) };
    // Absolute, because SQLite takes a relative `file:…` for an address.
    let path = std::path::absolute(path).unwrap_or_else(|_error| path.clone());
    if path.symlink_metadata().is_ok() {
        return Err(Failure::Exists(path));
    }
    demo::create(&path, context.session())?;
    let path = path.to_string_lossy();
    out.line(&context.lang().ta("demo-kept", &[("path", path.as_ref().into())]))?;
    Ok(Exit::Done)
}
