//! The storage thread, a wrapper around [`Store::answer`].

use super::request::{Reply, Request};
use super::store::Store;
use std::collections::VecDeque;
use std::sync::mpsc;
use std::thread::JoinHandle;

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
            let mut waiting = VecDeque::new();
            loop {
                waiting.extend(inbox.try_iter());
                let request = match waiting.pop_front() {
                    Some(request) => request,
                    None => match inbox.recv() {
                        Ok(request) => request,
                        Err(mpsc::RecvError) => break,
                    },
                };
                waiting.extend(inbox.try_iter());
                if !waiting.iter().any(|later| makes_stale(later, &request)) {
                    store.answer(request, &mut reply);
                }
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

/// Does nobody wait for the earlier load any more? Writes are never skipped, and loads of different lists or asked by
/// different fields (their tickets are of one series) only when the newer has the later ticket.
fn makes_stale(later: &Request, earlier: &Request) -> bool {
    match (earlier, later) {
        (Request::List { ticket: old, query: a }, Request::List { ticket: new, query: b }) => {
            old < new && a.kind == b.kind && a.client == b.client
        }
        (Request::Rows { ticket: old, kind: a, .. }, Request::Rows { ticket: new, kind: b, .. })
        | (Request::LookUp { ticket: old, kind: a, .. }, Request::LookUp { ticket: new, kind: b, .. }) => {
            old < new && a == b
        }
        (Request::Card { ticket: old, .. }, Request::Card { ticket: new, .. }) => old < new,
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
