//! The guard thread: signals and the end of the terminal, whatever the other threads are doing. It alone ends the program
//! from outside the main thread.

use super::gate::Gate;
use super::storage::Storage;
use super::{Event, Farewell};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, getpid, kill_process};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use std::io;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is typed and asked for has this long to reach the disk; the whole end stays below a second.
const STORING: Duration = Duration::from_millis(600);

/// A terminal that takes no bytes any more does not keep us.
const RESTORING: Duration = Duration::from_millis(350);

const SIGNALS: [i32; 7] = [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// What the guard needs for ending the program in order.
pub struct Guard {
    pub events: Sender<Event>,
    pub gate: Arc<Gate>,
    pub storage: Arc<Storage>,
    pub lent: Arc<Lent>,
}

/// Who has the terminal. Signals mean something else while another program does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Holder {
    #[default]
    Us,
    /// It is being handed over.
    Another,
    Borrower(Pid),
    /// The program ends, whoever has it.
    Nobody,
}

/// The holder, as main thread and guard share it.
#[derive(Debug, Default)]
pub struct Lent(Mutex<Holder>);

impl Lent {
    pub fn set(&self, holder: Holder) {
        let mut now = self.lock();
        if *now != Holder::Nobody {
            *now = holder;
        }
    }

    /// Does the program end, so that what comes back from the borrower reaches nobody?
    pub fn is_ending(&self) -> bool {
        self.holder() == Holder::Nobody || is_terminal_gone()
    }

    fn holder(&self) -> Holder {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, Holder> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Signals = SignalDelivery<UnixStream, SignalOnly>;

impl Guard {
    /// Takes the signals over and starts the thread.
    pub fn start(self) -> io::Result<()> {
        let (read, write) = UnixStream::pair()?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, SIGNALS)?;
        std::thread::Builder::new().name("guard".into()).spawn(move || self.run(signals))?;
        Ok(())
    }

    fn run(self, mut signals: Signals) {
        let _farewell = Farewell(self.events.clone());
        loop {
            match wait(&signals) {
                Ok(true) => self.end(SIGHUP),
                Ok(false) | Err(Errno::INTR) => {}
                // Without a poll the terminal cannot be watched, but signals still arrive.
                Err(_) => std::thread::sleep(Duration::from_secs(1)),
            }
            for signal in signals.pending() {
                self.heed(signal);
            }
        }
    }

    fn heed(&self, signal: i32) {
        #[cfg(debug_assertions)]
        super::planted::bug("guard");
        let is_lent = self.lent.holder() != Holder::Us;
        let event = match signal {
            // Typed at the other program, which alone may heed them.
            SIGINT | SIGQUIT if is_lent => return,
            // It stops by itself, and the terminal is not ours to give back: the job is to stop whole.
            SIGTSTP if is_lent => {
                if super::has_shell() {
                    let _ = kill_process(getpid(), Signal::STOP);
                }
                return;
            }
            SIGTSTP => Event::StopAsked,
            SIGCONT => Event::Continued,
            SIGWINCH => Event::Resized(super::screen::terminal_size()),
            ending => return self.end(ending),
        };
        // Nobody listens when the program is ending anyway.
        let _ = self.events.send(event);
    }

    /// Stores what was typed, gives the terminal back and ends, as a shell expects it of this signal.
    fn end(&self, signal: i32) {
        // Nobody is left to take over what it writes.
        let holder = self.lent.holder();
        self.lent.set(Holder::Nobody);
        if let Holder::Borrower(borrower) = holder {
            let _ = kill_process(borrower, Signal::HUP);
        }
        self.storage.finish_within(STORING);
        let (done, restored) = mpsc::channel();
        let gate = Arc::clone(&self.gate);
        let started = std::thread::Builder::new().name("restore".into()).spawn(move || {
            gate.close();
            let _ = done.send(());
        });
        if started.is_ok() {
            let _ = restored.recv_timeout(RESTORING);
        }
        std::process::exit(128 + signal);
    }
}

/// Blocks until a signal arrives (false) or the terminal is gone (true).
fn wait(signals: &Signals) -> Result<bool, Errno> {
    let terminal = rustix::stdio::stdin();
    let mut ready =
        [PollFd::new(&terminal, PollFlags::empty()), PollFd::new(signals.get_read(), PollFlags::IN)];
    poll(&mut ready, None)?;
    Ok(is_gone(&ready[0]))
}

fn is_gone(terminal: &PollFd) -> bool {
    terminal.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

/// A frame that cannot be written is the hang-up itself, seen before the guard saw it: leaves the end to the guard.
pub fn let_it_end() {
    if is_terminal_gone() {
        std::thread::sleep(STORING + RESTORING);
    }
}

fn is_terminal_gone() -> bool {
    let terminal = rustix::stdio::stdin();
    let mut ready = [PollFd::new(&terminal, PollFlags::empty())];
    poll(&mut ready, Some(&Timespec::default())).is_ok() && is_gone(&ready[0])
}
