//! The user's mail program. It is started beside us, in a session of its own and without our terminal: it neither keeps
//! the screen nor writes over it, and stays when we end.

use crate::tui::outside::Mailed;
use std::ffi::OsStr;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Has a URL opened by the user's command, else by the system's opener. Does not wait: `failed` is told if the opener
/// ends with an error later.
pub fn open(setting: Option<&str>, url: &str, failed: impl FnOnce(Mailed) + Send + 'static) -> Mailed {
    let (name, arguments) = match setting {
        Some(command) => (command.to_owned(), shell(command, url)),
        None => match system_opener() {
            Some(path) => (path.to_string_lossy().into_owned(), vec![path.into(), url.into()]),
            None => return Mailed::NoOpener,
        },
    };
    let failure = move |reason| Mailed::Failed { command: name, reason };
    let mut child = match start(&arguments) {
        Ok(child) => child,
        Err(error) => return failure(Some(error.to_string())),
    };
    // Whoever is not waited for stays in the list of processes; some openers live as long as the mail program.
    let waiter = std::thread::Builder::new().name("mail".into()).spawn(move || match child.wait() {
        Ok(status) if status.success() => {}
        Ok(_) => failed(failure(None)),
        Err(error) => failed(failure(Some(error.to_string()))),
    });
    drop(waiter);
    Mailed::Started
}

/// The user's command line, with the URL where it says `{url}`, quoted or not, else at its end. It reaches the shell as
/// an argument, never as text of the line.
fn shell(command: &str, url: &str) -> Vec<std::ffi::OsString> {
    const PLACE: &str = "\"$1\"";
    let mut line = command.to_owned();
    for quoted in ["\"{url}\"", "'{url}'", "{url}"] {
        line = line.replace(quoted, PLACE);
    }
    if !line.contains(PLACE) {
        line = format!("{line} {PLACE}");
    }
    ["sh", "-c", &line, "sh", url].map(Into::into).to_vec()
}

fn start(arguments: &[std::ffi::OsString]) -> io::Result<Child> {
    let setsid = on_path("setsid");
    let mut words = setsid.iter().map(|path| path.as_os_str()).chain(arguments.iter().map(OsStr::new));
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if setsid.is_none() {
        // At least out of the reach of the keys that end a program.
        command.process_group(0);
    }
    command.spawn()
}

/// What opens a URL on this machine; `None` also where nobody would see it.
fn system_opener() -> Option<PathBuf> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "macos") {
        return if is_set("SSH_CONNECTION") { None } else { on_path("open") };
    }
    // Without a screen xdg-open looks for a browser in the terminal.
    if is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") { on_path("xdg-open") } else { None }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    file.metadata().is_ok_and(|known| known.is_file() && known.permissions().mode() & 0o111 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_command_gets_the_url_as_one_word_wherever_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let url = "mailto:a@x.es?subject=a%20b&body=$(x)*;c";
        for (number, word) in ["{url}", "\"{url}\"", "'{url}'", ""].into_iter().enumerate() {
            let file = folder.path().join(number.to_string());
            let script = folder.path().join("record");
            std::fs::write(&script, "#!/bin/sh\nprintf '%s' \"$#:$1\" > \"$OUT\"\nexit 3\n").unwrap();
            std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
            let command = format!("OUT='{}' '{}' {word}", file.display(), script.display());
            let (sender, ended) = mpsc::channel();
            let how = open(Some(&command), url, move |how| sender.send(how).unwrap());
            assert_eq!(how, Mailed::Started);
            // Its failure is told, with the command that the user knows.
            assert_eq!(ended.recv().unwrap(), Mailed::Failed { command, reason: None });
            assert_eq!(std::fs::read_to_string(file).unwrap(), format!("1:{url}"));
        }
    }
}
