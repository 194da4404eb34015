//! The storage thread, a wrapper around [`Store::answer`].

use super::request::{Reply, Request};
use super::store::Store;
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
            for request in inbox {
                store.answer(request, &mut reply);
            }
        })?;
        Ok(Self { requests: Some(requests), thread: Some(thread) })
    }

    /// Asks; the answer comes through `reply`.
    pub fn send(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // The thread ends only when this sender is dropped.
            let _ = requests.send(request);
        }
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
