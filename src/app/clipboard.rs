//! The two ways to the clipboard: an escape sequence that the terminal carries out, also over ssh, or a command of the
//! machine on which the program runs. It knows nothing of what is copied.

use crate::tui::outside::Copied;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::queue;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};

/// Terminals drop a longer sequence, or crash on it.
const MOST_BYTES: usize = 74_994;

/// GNU screen drops a string that is longer.
const SCREEN_CHUNK: usize = 500;

/// What may stand between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    Nothing,
    Tmux,
    Screen,
}

impl Between {
    /// As the environment says.
    pub fn here() -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Self::Tmux,
            (false, true) => Self::Screen,
            (false, false) => Self::Nothing,
        }
    }
}

/// The bytes that put a text on the clipboard; `None` when terminals would not take so many.
pub fn sequence(text: &str, between: Between) -> io::Result<Option<Vec<u8>>> {
    const END: &[u8] = b"\x1b\\";
    let mut plain = Vec::new();
    queue!(plain, CopyToClipboard::to_clipboard_from(text))?;
    if plain.len() > MOST_BYTES {
        return Ok(None);
    }
    // Inside another sequence only this end does not end that one too.
    let mut inner = plain.strip_suffix(END).unwrap_or(&plain).to_vec();
    inner.push(b'\x07');
    Ok(Some(match between {
        Between::Nothing => plain,
        // tmux heeds the first or the second, as it is set up; both say the same.
        Between::Tmux => [&plain, b"\x1bPtmux;\x1b".as_slice(), &inner, END].concat(),
        Between::Screen => {
            inner.chunks(SCREEN_CHUNK).flat_map(|chunk| [b"\x1bP".as_slice(), chunk, END].concat()).collect()
        }
    }))
}

/// Hands a text to the user's command by its standard input, where no list of processes shows it. Blocks until the
/// command ends.
pub fn give(command: &str, text: &str) -> Copied {
    match run(command, text) {
        Ok(true) => Copied::Given,
        Ok(false) => Copied::Failed { command: command.to_owned(), reason: None },
        Err(error) => Copied::Failed { command: command.to_owned(), reason: Some(error.to_string()) },
    }
}

fn run(command: &str, text: &str) -> io::Result<bool> {
    let mut child = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let written = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text.as_bytes()));
    let is_done = child.wait()?.success();
    // A command that failed says more than the pipe that broke because of it.
    if is_done { written.map(|()| true) } else { Ok(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, between: Between) -> String {
        String::from_utf8(sequence(text, between).unwrap().unwrap()).unwrap()
    }

    #[test]
    fn each_way_carries_the_same_text() {
        assert_eq!(bytes("ñ", Between::Nothing), "\x1b]52;c;w7E=\x1b\\");
        assert_eq!(bytes("ñ", Between::Tmux), "\x1b]52;c;w7E=\x1b\\\x1bPtmux;\x1b\x1b]52;c;w7E=\x07\x1b\\");
        assert_eq!(bytes("ñ", Between::Screen), "\x1bP\x1b]52;c;w7E=\x07\x1b\\");
        let long = bytes(&"a".repeat(1_200), Between::Screen);
        let joined: String =
            long.split("\x1b\\").map(|part| part.strip_prefix("\x1bP").unwrap_or(part)).collect();
        assert_eq!(
            format!("{}\x1b\\", joined.strip_suffix('\x07').unwrap()),
            bytes(&"a".repeat(1_200), Between::Nothing)
        );
    }

    #[test]
    fn what_terminals_would_not_take_is_not_sent() {
        assert!(sequence(&"a".repeat(56_000), Between::Nothing).unwrap().is_some());
        assert!(sequence(&"a".repeat(56_300), Between::Nothing).unwrap().is_none());
    }

    #[test]
    fn a_command_gets_the_text_as_it_is_and_its_failure_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copied");
        let text = "Ñandú's \"shop\" $(x)";
        assert_eq!(give(&format!("cat > '{}'", path.display()), text), Copied::Given);
        assert_eq!(std::fs::read_to_string(path).unwrap(), text);
        assert!(matches!(give("exit 3", text), Copied::Failed { .. }));
    }
}
