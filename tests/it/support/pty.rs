//! The real program in a pseudo-terminal: type, wait for what the screen shows, look at what is left behind. It waits for
//! facts, never for time to pass.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use cartera::clock;
use filedescriptor::FileDescriptor;
use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr};

/// A machine under load may be slow; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// What [`Terminal::end`] says of a program that was killed outright.
pub const KILLED: u32 = 1_000;

/// How a program is started.
pub struct Start {
    command: CommandBuilder,
    size: PtySize,
}

impl Start {
    /// `cartera` on a database of the test's own, in a clean environment.
    pub fn cartera(database: &Path) -> Self {
        let mut start = Self::program(env!("CARGO_BIN_EXE_cartera"), database);
        start.command.args(["--lang", "en"]);
        start
    }

    /// A shell that can start, stop and continue `cartera`, whose path is `$CARTERA`.
    pub fn shell(database: &Path, script: &str) -> Self {
        let mut start = Self::program("sh", database);
        start.command.args(["-c", script]);
        start.command.env("CARTERA", env!("CARGO_BIN_EXE_cartera"));
        start
    }

    fn program(program: &str, database: &Path) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        let home = database.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap();
        command.cwd(home);
        for (name, value) in [("TERM", "xterm-256color"), ("PATH", "/usr/bin:/bin"), ("LANG", "en_US.UTF-8")]
        {
            command.env(name, value);
        }
        command.env("HOME", home);
        command.env("CARTERA_DB", database);
        // Coverage of the program that the tests start goes where the tests' own goes.
        if let Some(profile) = std::env::var_os("LLVM_PROFILE_FILE") {
            command.env("LLVM_PROFILE_FILE", profile);
        }
        Self { command, size: PtySize { rows: 24, cols: 80, ..PtySize::default() } }
    }

    pub fn args(mut self, words: &[&str]) -> Self {
        self.command.args(words);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn size(mut self, rows: u16, cols: u16) -> Self {
        self.size = PtySize { rows, cols, ..PtySize::default() };
        self
    }

    /// The terminal is only its input and output: no hang-up signal comes from it.
    pub fn without_controlling_terminal(mut self) -> Self {
        self.command.set_controlling_tty(false);
        self
    }

    pub fn run(self) -> Terminal {
        let pair = native_pty_system().openpty(self.size).unwrap();
        let mut child = pair.slave.spawn_command(self.command).unwrap();
        drop(pair.slave);
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        let (done, ended) = mpsc::channel();
        std::thread::spawn(move || done.send(child.wait().unwrap()));
        let mut descriptor = FileDescriptor::dup(&pair.master.as_raw_fd().unwrap()).unwrap();
        descriptor.set_non_blocking(true).unwrap();
        let wire = descriptor.as_file().unwrap();
        Terminal {
            wire: Some(Wire { master: pair.master, file: wire }),
            parser: vt100::Parser::new(
                nonzero(self.size.rows.min(500)),
                nonzero(self.size.cols.min(1_000)),
                0,
            ),
            output: Vec::new(),
            pid,
            ended,
            exit: None,
        }
    }
}

struct Wire {
    master: Box<dyn MasterPty + Send>,
    file: File,
}

/// A running program and its screen.
pub struct Terminal {
    /// `None` once the terminal was closed.
    wire: Option<Wire>,
    parser: vt100::Parser,
    /// Every byte that came, since [`Terminal::forget_output`].
    output: Vec<u8>,
    pub pid: Pid,
    ended: Receiver<ExitStatus>,
    exit: Option<ExitStatus>,
}

impl Terminal {
    pub fn send(&mut self, keys: &str) {
        let mut rest = keys.as_bytes();
        let deadline = clock::instant() + PATIENCE;
        while !rest.is_empty() {
            assert!(clock::instant() < deadline, "the program does not read; screen:\n{}", self.text());
            match self.wire.as_mut().unwrap().file.write(rest) {
                Ok(count) => rest = &rest[count..],
                // The program has ended.
                Err(error) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => return,
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.read(Duration::from_millis(20)),
                Err(error) => panic!("typing: {error}"),
            }
        }
    }

    /// What the screen shows, row by row.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    pub fn output(&self) -> &[u8] {
        &self.output
    }

    pub fn forget_output(&mut self) {
        self.output.clear();
    }

    /// Reads until the screen is as wished.
    pub fn wait_for(&mut self, what: &str, wish: impl Fn(&vt100::Screen) -> bool) {
        let deadline = clock::instant() + PATIENCE;
        while !wish(self.parser.screen()) {
            self.read(Duration::from_millis(50));
            let ended = self.exit.is_some();
            assert!(
                clock::instant() < deadline && !ended || wish(self.parser.screen()),
                "waited in vain for {what}{}; screen:\n{}",
                if ended { ", the program ended" } else { "" },
                self.text()
            );
        }
    }

    pub fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Until the program has taken the terminal and drawn.
    pub fn wait_for_start(&mut self) {
        self.wait_for("the alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
        self.settle();
    }

    /// Reads whatever comes until nothing has come for a moment.
    pub fn settle(&mut self) {
        let mut quiet_since = clock::instant();
        while quiet_since.elapsed() < Duration::from_millis(150) {
            let before = self.output.len();
            self.read(Duration::from_millis(20));
            if self.output.len() != before {
                quiet_since = clock::instant();
            }
        }
    }

    /// Reads for this long, to see that nothing comes.
    pub fn watch(&mut self, span: Duration) {
        let end = clock::instant() + span;
        while clock::instant() < end {
            self.read(end.saturating_duration_since(clock::instant()).min(Duration::from_millis(100)));
        }
    }

    /// Takes in what has arrived, waiting at most this long for something.
    fn read(&mut self, wait: Duration) {
        let Some(wire) = &mut self.wire else {
            self.exit = self.exit.take().or_else(|| self.ended.recv_timeout(wait).ok());
            return;
        };
        let timeout = Timespec::try_from(wait).unwrap();
        let _ = poll(&mut [PollFd::new(&wire.file, PollFlags::IN)], Some(&timeout));
        let mut bytes = [0; 1 << 14];
        match wire.file.read(&mut bytes) {
            Ok(0) => self.exit = self.exit.take().or_else(|| self.ended.recv_timeout(wait).ok()),
            Ok(count) => {
                self.output.extend_from_slice(&bytes[..count]);
                self.parser.process(&bytes[..count]);
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            // The program closed its end.
            Err(_) => self.exit = self.exit.take().or_else(|| self.ended.recv_timeout(wait).ok()),
        }
    }

    /// Waits for the end and gives the exit code.
    pub fn end(&mut self) -> u32 {
        self.end_after().0
    }

    /// The same, with how long it took.
    pub fn end_after(&mut self) -> (u32, Duration) {
        let start = clock::instant();
        loop {
            self.read(Duration::from_millis(20));
            if let Some(status) = self.exit.take().or_else(|| self.ended.try_recv().ok()) {
                let took = start.elapsed();
                // What it wrote last may still be on its way.
                self.read(Duration::ZERO);
                return (code(&status), took);
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; screen:\n{}", self.text());
        }
    }

    /// The same without reading a byte of what is written.
    pub fn end_unread(&mut self) -> u32 {
        let status = self.ended.recv_timeout(PATIENCE).expect("the program does not end");
        self.exit = Some(status);
        code(self.exit.as_ref().unwrap())
    }

    pub fn signal(&self, signal: Signal) {
        self.try_signal(signal).unwrap();
    }

    /// An error when the program has ended.
    pub fn try_signal(&self, signal: Signal) -> rustix::io::Result<()> {
        kill_process(self.pid, signal)
    }

    /// Takes the terminal away, as closing its window does.
    pub fn close(&mut self) -> Instant {
        self.wire = None;
        clock::instant()
    }

    /// 0 is a size too: some terminals report it.
    pub fn resize(&mut self, rows: u16, cols: u16) {
        let size = PtySize { rows, cols, ..PtySize::default() };
        self.wire.as_ref().unwrap().master.resize(size).unwrap();
        self.parser.screen_mut().set_size(nonzero(rows.min(500)), nonzero(cols.min(1_000)));
    }

    /// Does the terminal edit lines itself, as a shell leaves it?
    pub fn is_cooked(&self) -> bool {
        let modes = tcgetattr(&self.wire.as_ref().unwrap().file).unwrap().local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }

    /// Panics unless the terminal is as a shell wants it.
    pub fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(self.is_cooked(), "the terminal is raw");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Gone already when the test went well.
        if self.exit.is_none() && self.ended.try_recv().is_err() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

/// The exit code, or [`KILLED`] when the kernel ended the program on a signal that it did not heed.
fn code(status: &ExitStatus) -> u32 {
    match status.signal() {
        None => status.exit_code(),
        // SIGKILL by its name in every C library's words.
        Some(name) if name.starts_with("Killed") => KILLED,
        Some(name) => panic!("ended by a signal: {name}"),
    }
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}

/// A folder of the test's own, and the database's path in it.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("cartera.db");
    (folder, database)
}
