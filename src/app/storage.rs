//! The storage as the runtime uses it: drafts wait a moment for their newest state, and nothing asked for is lost at the end.

use crate::repository::request::{FormDraft, Request};
use crate::repository::worker::Worker;
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long the first change of a draft waits for the next ones. What is typed is safe after this and the write.
pub const DRAFT_DELAY: Duration = Duration::from_secs(1);

struct Waiting {
    draft: FormDraft,
    due: Instant,
}

/// The worker and the drafts on their way to it; the guard shares it with the main thread.
pub struct Storage {
    /// `None` once it was finished.
    worker: Mutex<Option<Worker>>,
    waiting: Mutex<Vec<Waiting>>,
}

impl Storage {
    pub fn new(worker: Worker) -> Self {
        Self { worker: Mutex::new(Some(worker)), waiting: Mutex::default() }
    }

    /// Passes a request on, a draft after [`DRAFT_DELAY`].
    pub fn ask(&self, request: Request, now: Instant) {
        if let Request::KeepDraft(draft) = request {
            return self.keep(draft, now);
        }
        if let Request::DropDraft { form, row } = &request {
            lock(&self.waiting).retain(|waiting| !is_of(&waiting.draft, form, *row));
        }
        self.send(request);
    }

    /// The first change of a draft sets the time at which the newest is written.
    fn keep(&self, draft: FormDraft, now: Instant) {
        let mut all = lock(&self.waiting);
        match all.iter_mut().find(|waiting| is_of(&waiting.draft, &draft.form, draft.row)) {
            Some(waiting) => waiting.draft = draft,
            None => all.push(Waiting { draft, due: now + DRAFT_DELAY }),
        }
    }

    /// When the next draft is due.
    pub fn next_due(&self) -> Option<Instant> {
        lock(&self.waiting).iter().map(|waiting| waiting.due).min()
    }

    /// Sends the drafts that are due at `now`.
    pub fn send_due(&self, now: Instant) {
        self.send_drafts(|waiting| waiting.due <= now);
    }

    /// Sends all drafts and waits until everything asked for is done.
    pub fn finish(&self) {
        self.send_drafts(|_| true);
        // Under the lock until the worker has ended: whoever else comes to the end waits for it too, since the one that is
        // done first ends the program.
        let mut worker = lock(&self.worker);
        drop(worker.take());
    }

    /// The same, but not for longer than this. False when something may be missing.
    pub fn finish_within(self: &Arc<Self>, limit: Duration) -> bool {
        let (done, finished) = mpsc::channel();
        let storage = Arc::clone(self);
        let started = std::thread::Builder::new().name("finish".into()).spawn(move || {
            storage.finish();
            let _ = done.send(());
        });
        started.is_ok() && finished.recv_timeout(limit).is_ok()
    }

    fn send_drafts(&self, which: impl Fn(&Waiting) -> bool) {
        let mut all = lock(&self.waiting);
        for waiting in all.extract_if(.., |waiting| which(waiting)) {
            self.send(Request::KeepDraft(waiting.draft));
        }
    }

    fn send(&self, request: Request) {
        if let Some(worker) = lock(&self.worker).as_ref() {
            worker.send(request);
        }
    }
}

fn is_of(draft: &FormDraft, form: &str, row: i64) -> bool {
    draft.form == form && draft.row == row
}

/// A thread that panicked left its data whole: each change of them is one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;
    use crate::domain::currency::Currency;
    use crate::domain::day::Day;
    use crate::repository::request::Reply;
    use crate::repository::store::{Session, Store};

    fn store(path: &std::path::Path) -> Store {
        let session = Session {
            today: Day(20_000),
            author: "ana".into(),
            now_ms: clock::now_ms,
            currency: Currency::EUR,
        };
        Store::open(path, session).unwrap()
    }

    impl Storage {
        /// Has nobody come to the end yet?
        fn waits_for_nobody(&self) -> bool {
            self.worker.try_lock().is_ok_and(|worker| worker.is_some())
        }
    }

    fn draft(form: &str, fields: &str) -> Request {
        Request::KeepDraft(FormDraft { form: form.into(), row: 0, fields: fields.into() })
    }

    /// The drafts that another start would offer.
    fn kept(path: &std::path::Path) -> Vec<(String, String)> {
        let mut kept = Vec::new();
        store(path).answer(Request::LoadDrafts, &mut |reply| {
            let Reply::DraftsLoaded(drafts) = reply else { panic!("{reply:?}") };
            kept.extend(drafts.into_iter().map(|draft| (draft.form, draft.fields)));
        });
        kept.sort();
        kept
    }

    fn started(path: &std::path::Path) -> Arc<Storage> {
        Arc::new(Storage::new(Worker::start(store(path), |_| {}).unwrap()))
    }

    #[test]
    fn a_draft_waits_for_its_newest_state_but_no_longer_than_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (storage, start) = (started(&path), clock::instant());
        let later = |milliseconds| start + Duration::from_millis(milliseconds);
        storage.ask(draft("client", "{\"a\":1}"), start);
        assert_eq!(storage.next_due(), Some(start + DRAFT_DELAY));
        storage.ask(draft("client", "{\"a\":2}"), later(900));
        assert_eq!(storage.next_due(), Some(start + DRAFT_DELAY), "typing on must not put it off");
        storage.send_due(later(999));
        assert!(storage.next_due().is_some());
        storage.send_due(later(1_000));
        assert_eq!(storage.next_due(), None);
        storage.finish();
        assert_eq!(kept(&path), [("client".to_owned(), "{\"a\":2}".to_owned())]);
    }

    #[test]
    fn what_waits_is_written_at_the_end_and_what_was_dropped_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (storage, now) = (started(&path), clock::instant());
        storage.ask(draft("client", "{}"), now);
        storage.ask(draft("sale", "{}"), now);
        storage.ask(Request::DropDraft { form: "sale".into(), row: 0 }, now);
        assert!(storage.finish_within(Duration::from_secs(10)));
        assert_eq!(kept(&path), [("client".to_owned(), "{}".to_owned())]);
        // The guard and the main thread may both come to the end.
        storage.ask(draft("contact", "{}"), now);
        assert!(storage.finish_within(Duration::from_secs(10)));
    }

    #[test]
    fn who_comes_second_to_the_end_waits_for_what_the_first_is_storing() {
        let (release, hold) = mpsc::channel::<()>();
        let folder = tempfile::tempdir().unwrap();
        let worker = Worker::start(store(&folder.path().join("a.db")), move |_| {
            let _ = hold.recv();
        });
        let storage = Arc::new(Storage::new(worker.unwrap()));
        storage.ask(Request::LoadDrafts, clock::instant());
        let first = {
            let storage = Arc::clone(&storage);
            std::thread::spawn(move || storage.finish())
        };
        while storage.waits_for_nobody() {
            std::thread::yield_now();
        }
        assert!(!storage.finish_within(Duration::from_millis(50)), "the first is still storing");
        drop(release);
        first.join().unwrap();
        assert!(storage.finish_within(Duration::from_secs(10)));
    }

    #[test]
    fn an_end_that_takes_too_long_is_not_waited_for() {
        let (release, hold) = mpsc::channel::<()>();
        let folder = tempfile::tempdir().unwrap();
        let worker = Worker::start(store(&folder.path().join("a.db")), move |_| {
            let _ = hold.recv();
        });
        let storage = Arc::new(Storage::new(worker.unwrap()));
        storage.ask(Request::LoadDrafts, clock::instant());
        assert!(!storage.finish_within(Duration::from_millis(50)));
        drop(release);
    }
}
