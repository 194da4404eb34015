//! Who may write to the terminal, and the two ways through it: to the full screen and back to the shell.
//!
//! Every thread may have to bring the terminal back (the guard at a signal, the panic hook anywhere), while the main
//! thread draws. So each write passes here, and none passes once the terminal was given back.

use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use ratatui::crossterm::style::{Attribute, SetAttribute};
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, queue};
use rustix::io::Errno;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

/// How long giving back waits for a frame that is being written; a terminal that takes longer does not read at all.
const PATIENCE_STEPS: u32 = 30;
const PATIENCE_STEP: Duration = Duration::from_millis(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The shell's, before the start and while the program is stopped.
    Away,
    Shown,
    /// Given back for good.
    Closed,
}

/// The right to write to the terminal.
#[derive(Debug)]
pub struct Gate {
    state: Mutex<State>,
    /// Does the mouse click on us? Else it selects text, as in the shell.
    has_mouse: bool,
}

/// Clicks and the wheel, in the form that has no end of columns; no movements, of which there are too many.
const MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";

impl Gate {
    pub fn new(has_mouse: bool) -> Self {
        Self { state: Mutex::new(State::Away), has_mouse }
    }

    /// Takes the terminal: raw mode, alternate screen, bracketed paste. May be repeated, as after a stop that came
    /// without warning. Does nothing once it was given back for good.
    pub fn enter(&self) -> io::Result<()> {
        let mut state = self.lock();
        if *state == State::Closed {
            return Ok(());
        }
        // Off first: what it is thought to be may have changed while the program was stopped.
        disable_raw_mode()?;
        enable_raw_mode()?;
        *state = State::Shown;
        let mut bytes = Vec::new();
        // A program that was killed leaves the alternate screen shown, and entering it again does not empty it.
        queue!(bytes, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste, cursor::Hide)?;
        bytes.extend_from_slice(self.mouse());
        write_all(&bytes)
    }

    /// Takes the terminal back from another program, which may have left anything switched on.
    pub fn enter_after_another(&self) -> io::Result<()> {
        /// Keys as at first: the cursor's, the pad's, those of xterm's and of kitty's richer ways.
        const KEYS: &[u8] = b"\x1b[?1l\x1b>\x1b[>4m\x1b[=0u";
        self.enter()?;
        let mut bytes = KEYS.to_vec();
        queue!(bytes, DisableMouseCapture, SetAttribute(Attribute::Reset))?;
        bytes.extend_from_slice(self.mouse());
        self.write(&bytes)
    }

    /// What switches the mouse on, if it is ours.
    fn mouse(&self) -> &'static [u8] {
        if self.has_mouse { MOUSE } else { b"" }
    }

    /// Writes, if the terminal is ours.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let state = self.lock();
        if *state == State::Shown { write_all(bytes) } else { Ok(()) }
    }

    /// Gives the terminal back until [`Gate::enter`].
    pub fn leave(&self) {
        self.give_back(State::Away);
    }

    /// Gives the terminal back for good. Every thread may call it, also one that panics.
    pub fn close(&self) {
        self.give_back(State::Closed);
    }

    fn give_back(&self, to: State) {
        for step in 0..=PATIENCE_STEPS {
            match self.state.try_lock() {
                Ok(mut state) => {
                    if *state == State::Shown {
                        restore();
                    }
                    if *state != State::Closed {
                        *state = to;
                    }
                    return;
                }
                Err(TryLockError::Poisoned(poisoned)) => {
                    *poisoned.into_inner() = to;
                    return restore();
                }
                Err(TryLockError::WouldBlock) if step < PATIENCE_STEPS => std::thread::sleep(PATIENCE_STEP),
                Err(TryLockError::WouldBlock) => restore(),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Undoes everything that was switched on. Whatever fails, the rest is tried: the terminal may be gone.
fn restore() {
    let _ = disable_raw_mode();
    let mut bytes = Vec::new();
    let _ = queue!(
        bytes,
        DisableBracketedPaste,
        DisableMouseCapture,
        SetAttribute(Attribute::Reset),
        cursor::Show,
        LeaveAlternateScreen
    );
    let _ = write_all(&bytes);
}

/// To standard output, past the standard library's lock, which another thread may hold.
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Somebody who shares the terminal made it non-blocking.
            Err(Errno::AGAIN) => wait_until_writable()?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn wait_until_writable() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdout = rustix::stdio::stdout();
    match poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
