//! The user's editor: which one, the private file that it gets, and what is left of it. The terminal must be free.

use super::guard::{Holder, Lent};
use crate::tui::outside::Edited;
use rustix::process::{Pid, test_kill_process};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// What the folders of the files begin with; the process follows.
const FOLDER: &str = "cartera-notes-";

/// The file that is edited, and beside it the text as it was.
const FILE: &str = "notes.txt";
const BEFORE: &str = ".before";

/// Larger files are no notes.
const MOST_BYTES: u64 = 4 << 20;

/// Tried where the environment names none.
const USUAL: [&str; 3] = ["nano", "vi", "vim"];

/// Lets the user edit a text. Blocks until the editor has ended, and leaves the terminal's modes as they were.
pub fn edit(text: &str, lent: &Lent) -> Edited {
    let Some(command) = command() else { return Edited::NoEditor(None) };
    let folder = match prepare(text) {
        Ok(folder) => folder,
        Err(error) => return Edited::NotBegun(error.to_string()),
    };
    let file = folder.join(FILE);
    let modes = tcgetattr(rustix::stdio::stdin());
    let ended = start(&command, &file).and_then(|mut child| {
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        lent.set(pid.map_or(Holder::Another, Holder::Borrower));
        wait(&mut child)
    });
    if let Ok(modes) = modes {
        // Keys that are typed ahead stay: what comes now is for us.
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &modes);
    }
    let code = ended.as_ref().ok().copied().flatten();
    let edited = match ended {
        Err(error) => Edited::NotBegun(error.to_string()),
        // By these a shell says that there is no such program.
        Ok(Some(126 | 127)) => Edited::NoEditor(Some(command)),
        Ok(code) => match read(&file) {
            Ok(saved) if code == Some(0) => Edited::Text(without_added_end(&saved, text)),
            Ok(saved) => Edited::Broken(without_added_end(&saved, text)),
            Err(_) if code != Some(0) && !file.exists() => Edited::Broken(text.to_owned()),
            Err(_) => return Edited::Unreadable(file),
        },
    };
    // Where the program ends too, the file is all that there is of it; the next start says so, or cleans up.
    let was_killed = matches!(&edited, Edited::Broken(saved) if code.is_none() && saved != text);
    if !was_killed && !lent.is_ending() {
        let _ = fs::remove_dir_all(&folder);
    }
    edited
}

/// The command line of the editor, as the environment names it.
fn command() -> Option<String> {
    let named = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    named("VISUAL").or_else(|| named("EDITOR")).or_else(|| {
        let path = std::env::var_os("PATH")?;
        let is_there = |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
        USUAL.iter().find(|name| is_there(name)).map(|name| (*name).to_owned())
    })
}

/// Through a shell, as git and others do: the variable may hold arguments and quotes.
fn start(command: &str, file: &Path) -> io::Result<Child> {
    Command::new("sh").arg("-c").arg(format!("exec {command} \"$@\"")).arg("editor").arg(file).spawn()
}

/// Its exit code; `None` when a signal ended it.
fn wait(child: &mut Child) -> io::Result<Option<i32>> {
    Ok(child.wait()?.code())
}

/// Writes the text into a folder that only the user can open.
fn prepare(text: &str) -> io::Result<PathBuf> {
    let base = base();
    let pid = std::process::id();
    let mut tries = 0;
    let folder = loop {
        let folder = base.join(format!("{FOLDER}{pid}-{tries}"));
        match DirBuilder::new().mode(0o700).create(&folder) {
            Ok(()) => break folder,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < 100 => tries += 1,
            Err(error) => return Err(error),
        }
    };
    let write = |name: &str| {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(folder.join(name))?;
        file.write_all(text.as_bytes())
    };
    if let Err(error) = write(BEFORE).and_then(|()| write(FILE)) {
        let _ = fs::remove_dir_all(&folder);
        return Err(error);
    }
    Ok(folder)
}

/// Where the folders are made: in memory, where the system has such a place for the user.
fn base() -> PathBuf {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    runtime.unwrap_or_else(std::env::temp_dir)
}

fn read(file: &Path) -> io::Result<String> {
    if fs::metadata(file)?.len() > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read_to_string(file).map(|text| text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n"))
}

/// Editors end the last line of what had no end.
fn without_added_end(saved: &str, before: &str) -> String {
    let saved = if before.ends_with('\n') { saved } else { saved.strip_suffix('\n').unwrap_or(saved) };
    saved.to_owned()
}

/// Cleans up after runs that ended while an editor was open. The files in which something was written meanwhile are
/// left, and told.
pub fn left_behind() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(base()) else { return Vec::new() };
    entries.flatten().filter_map(|entry| clean_up(&entry.path())).collect()
}

fn clean_up(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_str()?;
    let pid: i32 = name.strip_prefix(FOLDER)?.split_once('-')?.0.parse().ok()?;
    // Only what is ours, and of a run that is over.
    let is_ours = fs::symlink_metadata(folder)
        .is_ok_and(|about| about.is_dir() && about.uid() == rustix::process::getuid().as_raw());
    let is_over = Pid::from_raw(pid).is_some_and(|pid| test_kill_process(pid).is_err());
    if !is_ours || !is_over {
        return None;
    }
    let file = folder.join(FILE);
    let (saved, before) = (fs::read(&file), fs::read(folder.join(BEFORE)));
    match (saved, before) {
        (Ok(saved), Ok(before)) if saved != before => Some(file),
        (Ok(_), Err(_)) => Some(file),
        (_, _) => {
            let _ = fs::remove_dir_all(folder);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_that_an_editor_adds_is_no_change() {
        assert_eq!(without_added_end("a\n", "a"), "a");
        assert_eq!(without_added_end("a\n", "a\n"), "a\n");
        assert_eq!(without_added_end("a\n\n", "b"), "a\n");
        assert_eq!(without_added_end("", ""), "");
    }

    #[test]
    fn what_a_run_left_is_cleaned_unless_something_was_written_in_it() {
        let base = tempfile::tempdir().unwrap();
        // No process has this number.
        let folder = |turn: u8, saved: &str| {
            let folder = base.path().join(format!("{FOLDER}{}-{turn}", i32::MAX));
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join(BEFORE), "before").unwrap();
            fs::write(folder.join(FILE), saved).unwrap();
            folder
        };
        let (same, changed) = (folder(0, "before"), folder(1, "after"));
        assert_eq!(clean_up(&same), None);
        assert!(!same.exists());
        assert_eq!(clean_up(&changed), Some(changed.join(FILE)));
        let running = base.path().join(format!("{FOLDER}{}-0", std::process::id()));
        fs::create_dir(&running).unwrap();
        assert_eq!(clean_up(&running), None);
        assert!(running.exists());
    }
}
