//! The storage thread, a wrapper around [`Store::answer`].

use super::request::{Reply, Request};
use super::store::Store;
use std::collections::VecDeque;
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError};
use std::thread::JoinHandle;
use std::time::Duration;

/// Nobody asked for anything so long: there is time to look the file over.
const IDLE: Duration = Duration::from_millis(300);

/// The storage on a thread of its own. Dropping it carries out every write that was asked for, then ends.
pub struct Worker {
    requests: Option<mpsc::Sender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; `reply` is called on it for every answer.
    pub fn start(mut store: Store, mut reply: impl FnMut(Reply) + Send + 'static) -> std::io::Result<Self> {
        let (requests, inbox) = mpsc::channel();
        let thread = std::thread::Builder::new().name("storage".into()).spawn(move || {
            let mut queue = Queue { inbox, waiting: VecDeque::new() };
            while let Some(request) = queue.next() {
                // The file is looked over when there is time: there is, too, to read ahead.
                let has_time = request == Request::CheckHealth;
                if !queue.makes_stale(&request) {
                    store.answer(request, &mut reply);
                }
                while has_time && queue.is_idle() && store.read_ahead() {}
            }
        })?;
        Ok(Self { requests: Some(requests), thread: Some(thread) })
    }

    /// Asks; the answer comes through `reply`. A load that a later one of its kind makes stale is not answered.
    pub fn send(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // The thread ends only when this sender is dropped.
            let _ = requests.send(request);
        }
    }
}

/// What was asked and not answered yet.
struct Queue {
    inbox: mpsc::Receiver<Request>,
    waiting: VecDeque<Request>,
}

impl Queue {
    /// The next request to answer; `None` when all are answered and nobody is there to ask more. Looking the file over
    /// reads all of it: it waits until nobody has asked for anything else for a while.
    fn next(&mut self) -> Option<Request> {
        loop {
            self.waiting.extend(self.inbox.try_iter());
            let request = match self.waiting.pop_front() {
                Some(request) => request,
                None => self.inbox.recv().ok()?,
            };
            if request != Request::CheckHealth {
                return Some(request);
            }
            if self.waiting.is_empty() {
                match self.inbox.recv_timeout(IDLE) {
                    Ok(other) => self.waiting.push_back(other),
                    Err(RecvTimeoutError::Timeout) => return Some(request),
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            self.waiting.push_back(request);
        }
    }

    /// Has nobody asked for anything, though somebody is there to ask?
    fn is_idle(&mut self) -> bool {
        match self.inbox.try_recv() {
            Ok(request) => self.waiting.push_back(request),
            Err(TryRecvError::Empty) => return self.waiting.is_empty(),
            Err(TryRecvError::Disconnected) => {}
        }
        false
    }

    /// Has a load been overtaken by a later one that came meanwhile?
    fn makes_stale(&mut self, request: &Request) -> bool {
        self.waiting.extend(self.inbox.try_iter());
        self.waiting.iter().any(|later| makes_stale(later, request))
    }
}

/// Does nobody wait for the earlier load any more? Writes are never skipped, and loads of different lists or asked by
/// different fields (their tickets are of one series) only when the newer has the later ticket.
fn makes_stale(later: &Request, earlier: &Request) -> bool {
    match (earlier, later) {
        (Request::List { ticket: old, query: a }, Request::List { ticket: new, query: b }) => {
            old < new && a.kind == b.kind && a.client == b.client
        }
        (Request::Rows { ticket: old, kind: a, .. }, Request::Rows { ticket: new, kind: b, .. })
        | (Request::Sum { ticket: old, kind: a, .. }, Request::Sum { ticket: new, kind: b, .. })
        | (Request::LookUp { ticket: old, kind: a, .. }, Request::LookUp { ticket: new, kind: b, .. }) => {
            old < new && a == b
        }
        (Request::LookUpTags { ticket: old, .. }, Request::LookUpTags { ticket: new, .. })
        | (Request::Propose { ticket: old, .. }, Request::Propose { ticket: new, .. })
        | (Request::Card { ticket: old, .. }, Request::Card { ticket: new, .. })
        | (Request::Values { ticket: old, .. }, Request::Values { ticket: new, .. })
        | (Request::Brief { ticket: old, .. }, Request::Brief { ticket: new, .. })
        | (Request::ProductCard { ticket: old, .. }, Request::ProductCard { ticket: new, .. })
        | (Request::Why { ticket: old, .. }, Request::Why { ticket: new, .. }) => old < new,
        (_, _) => false,
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
