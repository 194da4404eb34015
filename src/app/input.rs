//! The input thread: reads the terminal and says what came. It can be told to keep its hands off while another program
//! uses the terminal; it decides nothing.

use super::Event;
use ratatui::crossterm::event::{self, Event as TerminalEvent};
use rustix::event::{PollFd, PollFlags, poll};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A paste is cut here.
const MAX_PASTE: usize = 1 << 20;

/// How long crossterm is given for the rest of what has begun to arrive. Zero would leave what it has already read unsaid.
const REST: Duration = Duration::from_millis(1);

/// A thread in the middle of an escape sequence cannot be parked before the rest arrives.
const PARKING: Duration = Duration::from_millis(500);

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Wish {
    #[default]
    Read,
    Park,
    Parked,
}

/// The handle by which the main thread parks the input thread.
pub struct Input {
    wish: Arc<(Mutex<Wish>, Condvar)>,
    wake: UnixStream,
}

impl Input {
    /// Starts the thread. It ends when nobody listens any more or the terminal is gone.
    pub fn start(events: Sender<Event>) -> io::Result<Self> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let wish = Arc::default();
        let reader = Reader { events, wish: Arc::clone(&wish), woken };
        std::thread::Builder::new().name("input".into()).spawn(move || reader.run())?;
        Ok(Self { wish, wake })
    }

    /// Returns when the thread no longer reads, so that no key is taken from another program. False when it is still in
    /// the middle of a sequence.
    pub fn park(&self) -> bool {
        let (wish, changed) = &*self.wish;
        *locked(wish) = Wish::Park;
        let _ = (&self.wake).write(&[0]);
        let waited = changed.wait_timeout_while(locked(wish), PARKING, |wish| *wish == Wish::Park);
        waited.is_ok_and(|(wish, _)| *wish == Wish::Parked)
    }

    /// Lets the thread read again.
    pub fn resume(&self) {
        let (wish, changed) = &*self.wish;
        *locked(wish) = Wish::Read;
        changed.notify_all();
    }
}

struct Reader {
    events: Sender<Event>,
    wish: Arc<(Mutex<Wish>, Condvar)>,
    woken: UnixStream,
}

impl Reader {
    fn run(mut self) {
        let _farewell = super::Farewell(self.events.clone());
        while let Ok(readable) = self.wait() {
            if readable && self.read().is_err() {
                return;
            }
            self.obey();
        }
    }

    /// Blocks until there are keys (true) or a wish (false). An error when the terminal is gone: crossterm would spin on
    /// it, and the guard ends the program.
    fn wait(&mut self) -> io::Result<bool> {
        let terminal = rustix::stdio::stdin();
        let mut ready = [PollFd::new(&terminal, PollFlags::IN), PollFd::new(&self.woken, PollFlags::IN)];
        match poll(&mut ready, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        let [terminal, woken] = ready.map(|ready| ready.revents());
        if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        if woken.contains(PollFlags::IN) {
            while matches!(self.woken.read(&mut [0; 64]), Ok(count) if count > 0) {}
            return Ok(false);
        }
        Ok(terminal.contains(PollFlags::IN))
    }

    /// Says everything that has arrived.
    fn read(&self) -> io::Result<()> {
        while event::poll(REST)? {
            let event = match event::read()? {
                TerminalEvent::Paste(text) => TerminalEvent::Paste(cut(text)),
                // The guard hears of sizes first.
                TerminalEvent::Resize(..) => continue,
                event @ (TerminalEvent::Key(_)
                | TerminalEvent::Mouse(_)
                | TerminalEvent::FocusGained
                | TerminalEvent::FocusLost) => event,
            };
            #[cfg(debug_assertions)]
            super::planted::key_pressed(&event);
            self.events.send(Event::Terminal(event)).map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Stays parked for as long as it is wished.
    fn obey(&self) {
        let (wish, changed) = &*self.wish;
        let mut wish = locked(wish);
        while *wish != Wish::Read {
            *wish = Wish::Parked;
            changed.notify_all();
            wish = changed.wait(wish).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn locked(wish: &Mutex<Wish>) -> MutexGuard<'_, Wish> {
    wish.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The text up to [`MAX_PASTE`] bytes.
fn cut(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(MAX_PASTE));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_cut_between_characters() {
        assert_eq!(cut("ñandú".into()), "ñandú");
        let long = "ñ".repeat(MAX_PASTE / 2 + 5);
        assert_eq!(cut(long.clone()).len(), MAX_PASTE);
        assert_eq!(cut(format!("a{long}")).len(), MAX_PASTE - 1);
    }
}
