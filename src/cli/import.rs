//! `cartera import`: brings files in, or says what that would do. All files are read before the first is written.

mod json;
mod watch;

use super::args::ImportArgs;
use super::print::Output;
use super::{Context, Exit, Failure};
use crate::exchange::summary::Outcome;
use crate::exchange::{self, FileError, Import, Options, tell};
use crate::repository::error::Error;
use crate::repository::store::Store;
use std::path::PathBuf;
use watch::Watcher;

pub fn run(args: &ImportArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut watcher = Watcher::new(context.lang());
    let known = if context.database()?.symlink_metadata().is_ok() { Some(context.store()?) } else { None };
    let options = options(args, context, known.as_ref())?;
    let mut imports = read_all(args, &options, &mut watcher)?;
    exchange::in_order(&mut imports);
    let mut store = match known {
        Some(store) => store,
        None => create(args, context)?,
    };
    let mut teller =
        Teller { args, context, out, store_currency: store.currency(), rejected: false, first: true };
    if args.json {
        teller.out.begin_array()?;
    }
    if args.dry_run {
        watcher.about(None);
        let outcomes = store.simulate_import(&imports, &mut |progress| watcher.see(progress))?;
        watcher.clear();
        for (import, outcome) in imports.iter().zip(&outcomes) {
            teller.tell(import, outcome)?;
        }
    } else {
        for (done, import) in imports.iter().enumerate() {
            watcher.about(Some(&import.path));
            let outcome = store.import(import, &mut |progress| watcher.see(progress));
            watcher.clear();
            let outcome = outcome.map_err(|error| not_written(&imports, done, error))?;
            teller.tell(import, &outcome)?;
        }
    }
    if args.json {
        teller.out.end_array()?;
    }
    Ok(if teller.rejected { Exit::Partly } else { Exit::Done })
}

/// How the files are to be read; what columns may be called depends on the fields that the portfolio defines.
fn options(args: &ImportArgs, context: &Context, known: Option<&Store>) -> Result<Options, Failure> {
    Ok(Options {
        locale: context.locale,
        keep_repeats: args.keep_repeats,
        custom: known.map(Store::custom_fields).transpose()?.unwrap_or_default(),
        base: known.map_or(context.session().currency, Store::currency),
    })
}

/// Reads every file; when any cannot be read, says so of all that cannot, and nothing is written.
fn read_all(args: &ImportArgs, options: &Options, watcher: &mut Watcher) -> Result<Vec<Import>, Failure> {
    let mut imports: Vec<Import> = Vec::with_capacity(args.files.len());
    let mut unreadable: Vec<FileError> = Vec::new();
    for path in &args.files {
        watcher.about(Some(path));
        match exchange::read(path, options, &mut |progress| watcher.see(progress)) {
            Ok(import) => imports.push(import),
            Err(error) => unreadable.push(error),
        }
        watcher.clear();
    }
    if unreadable.is_empty() { Ok(imports) } else { Err(Failure::Unreadable(unreadable)) }
}

/// The file at `done` could not be written; those before it were.
fn not_written(imports: &[Import], done: usize, error: Error) -> Failure {
    let mut paths = imports.iter().map(|import| import.path.clone());
    let imported: Vec<PathBuf> = paths.by_ref().take(done).collect();
    match paths.next() {
        Some(file) => Failure::NotImported { file, imported, error: Box::new(error) },
        None => error.into(),
    }
}

/// A new portfolio, once the files are read; a simulation leaves none behind.
fn create(args: &ImportArgs, context: &Context) -> Result<Store, Failure> {
    if args.dry_run {
        return Ok(Store::in_memory(context.session())?);
    }
    context.store()
}

/// Prints what became of each file.
struct Teller<'a> {
    args: &'a ImportArgs,
    context: &'a Context,
    out: &'a mut Output,
    store_currency: crate::domain::currency::Currency,
    /// Was any row of any file refused?
    rejected: bool,
    first: bool,
}

impl Teller<'_> {
    fn tell(&mut self, import: &Import, outcome: &Outcome) -> Result<(), Failure> {
        self.rejected |= import.rejected.count + outcome.rejected.count > 0;
        let base = self.store_currency;
        if self.args.json {
            return Ok(self.out.item(&json::file(import, outcome, self.args.dry_run, base))?);
        }
        if !std::mem::take(&mut self.first) {
            self.out.line("")?;
        }
        let lines = tell::summary(import, outcome, self.args.dry_run, base, &self.context.locale);
        Ok(lines.iter().try_for_each(|line| self.out.line(line))?)
    }
}
