//! The storage as the runtime uses it: drafts and layouts wait a moment for their newest state, and nothing asked for is lost
//! at the end.

use crate::domain::list::ListKind;
use crate::repository::request::Request;
use crate::repository::worker::Worker;
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long the first change of a draft waits for the next ones. What is typed is safe after this and the write.
pub const DRAFT_DELAY: Duration = Duration::from_secs(1);

/// What is to be kept: a draft, or how a list is laid out.
struct Waiting {
    request: Request,
    due: Instant,
}

/// The worker and what is kept back on its way to it; the guard shares it with the main thread.
pub struct Storage {
    /// `None` once it was finished.
    worker: Mutex<Option<Worker>>,
    waiting: Mutex<Vec<Waiting>>,
}

impl Storage {
    pub fn new(worker: Worker) -> Self {
        Self { worker: Mutex::new(Some(worker)), waiting: Mutex::default() }
    }

    /// Passes a request on, a draft or a layout after [`DRAFT_DELAY`].
    pub fn ask(&self, request: Request, now: Instant) {
        if matches!(request, Request::KeepDraft(_) | Request::KeepLayout { .. }) {
            return self.keep(request, now);
        }
        if matches!(request, Request::DropDraft { .. }) {
            lock(&self.waiting).retain(|waiting| !is_of_same(&waiting.request, &request));
        }
        self.send(request);
    }

    /// The first change sets the time at which the newest is written.
    fn keep(&self, request: Request, now: Instant) {
        let mut all = lock(&self.waiting);
        match all.iter_mut().find(|waiting| is_of_same(&waiting.request, &request)) {
            Some(waiting) => waiting.request = request,
            None => all.push(Waiting { request, due: now + DRAFT_DELAY }),
        }
    }

    /// When the next of them is due.
    pub fn next_due(&self) -> Option<Instant> {
        lock(&self.waiting).iter().map(|waiting| waiting.due).min()
    }

    /// Sends what is due at `now`.
    pub fn send_due(&self, now: Instant) {
        self.send_waiting(|waiting| waiting.due <= now);
    }

    /// Sends all that is kept back and waits until everything asked for is done.
    pub fn finish(&self) {
        self.send_waiting(|_| true);
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

    fn send_waiting(&self, which: impl Fn(&Waiting) -> bool) {
        let mut all = lock(&self.waiting);
        for waiting in all.extract_if(.., |waiting| which(waiting)) {
            self.send(waiting.request);
        }
    }

    fn send(&self, request: Request) {
        if let Some(worker) = lock(&self.worker).as_ref() {
            worker.send(request);
        }
    }
}

/// Are both about the same draft, or about the same list?
fn is_of_same(a: &Request, b: &Request) -> bool {
    /// The form and row of a draft, or a list.
    fn matter(request: &Request) -> (Option<(&str, i64)>, Option<ListKind>) {
        if let Request::KeepDraft(draft) = request {
            (Some((&draft.form, draft.row)), None)
        } else if let Request::DropDraft { form, row } = request {
            (Some((form, *row)), None)
        } else if let Request::KeepLayout { kind, .. } = request {
            (None, Some(*kind))
        } else {
            (None, None)
        }
    }
    matter(a) == matter(b)
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
    use crate::domain::list::{Column, Layout};
    use crate::repository::request::{FormDraft, Reply};
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
    fn of_the_layouts_of_a_list_only_the_newest_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (storage, now) = (started(&path), clock::instant());
        let by = |column: Column| Layout { group: Some(column), ..Layout::default() };
        let keep = |kind, column| Request::KeepLayout { kind, layout: Some(Box::new(by(column))) };
        storage.ask(keep(ListKind::Clients, Column::Owner), now);
        storage.ask(keep(ListKind::Sales, Column::Client), now);
        storage.ask(keep(ListKind::Clients, Column::City), now);
        storage.ask(draft("client", "{}"), now);
        assert_eq!(lock(&storage.waiting).len(), 3);
        storage.finish();
        let kept = [(ListKind::Clients, by(Column::City)), (ListKind::Sales, by(Column::Client))];
        assert_eq!(store(&path).layouts().unwrap(), kept);
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
