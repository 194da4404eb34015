//! Which files are opened, which are refused, and that a refused file stays as it was.

use super::repository::{add_client, ask, session};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::doctor;
use cartera::repository::error::Error;
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::repository::worker::Worker;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// A folder with a portfolio of one client in it.
fn portfolio() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deeper/portfolio.db");
    let mut store = Store::open(&file, session()).unwrap();
    add_client(&mut store, "López", "Lima");
    (folder, file)
}

fn refused(file: &Path) -> Error {
    let before = std::fs::read(file).unwrap();
    let error = Store::open(file, session()).err().expect("the file is refused");
    assert_eq!(std::fs::read(file).unwrap(), before, "a refused file is not written to");
    error
}

/// Changes a file without cartera.
fn alter(file: &Path, sql: &str) {
    rusqlite::Connection::open(file).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn what_was_saved_is_there_after_opening_again() {
    let (_folder, file) = portfolio();
    let mut store = Store::open(&file, session()).unwrap();
    let query = ListQuery::all(ListKind::Clients);
    let Reply::Listed { ids, .. } = ask(&mut store, Request::List { ticket: Ticket(1), query }) else {
        panic!()
    };
    assert_eq!(ids.len(), 1);
}

#[test]
fn files_and_folders_are_private() {
    let (_folder, file) = portfolio();
    let store = Store::open(&file, session()).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    for entry in std::fs::read_dir(file.parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    drop(store);
}

#[test]
fn files_that_are_not_ours_are_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("text"), "name,city\nLópez,Lima\n").unwrap();
    std::fs::write(path("short"), "SQLite").unwrap();
    let random: Vec<u8> = (0..9_000_u32).map(|byte| (byte.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    std::fs::write(path("random"), random).unwrap();
    for name in ["text", "short", "random"] {
        assert!(matches!(refused(&path(name)), Error::Foreign { .. }), "{name}");
    }
    alter(&path("other.db"), "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 3;");
    assert!(matches!(refused(&path("other.db")), Error::Foreign { .. }));
    let error = Store::open(folder.path(), session()).err().unwrap();
    assert!(matches!(error, Error::Reach { .. }), "{error:?}");
}

#[test]
fn a_newer_database_is_refused_untouched() {
    let (_folder, file) = portfolio();
    alter(&file, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);");
    assert!(matches!(refused(&file), Error::Newer { found: 99, .. }));
}

#[test]
fn a_truncated_database_is_refused_untouched() {
    let (_folder, file) = portfolio();
    alter(&file, "PRAGMA wal_checkpoint(TRUNCATE)");
    let whole = std::fs::read(&file).unwrap();
    for keep in [100, 4_096, whole.len() / 2, whole.len() - 4_096, whole.len() - 1] {
        std::fs::write(&file, &whole[..keep]).unwrap();
        let error = refused(&file);
        assert!(matches!(error, Error::Damaged { .. }), "{keep}: {error:?}");
    }
}

#[test]
fn an_empty_file_becomes_a_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("empty.db");
    std::fs::write(&file, "").unwrap();
    assert!(Store::open(&file, session()).is_ok());
}

#[test]
fn the_doctor_sees_damage_and_changes_nothing() {
    let (_folder, file) = portfolio();
    alter(&file, "PRAGMA wal_checkpoint(TRUNCATE)");
    let report = doctor::examine(&file).unwrap();
    assert!(report.is_sound());
    assert_eq!((report.mode, report.counts[0]), (0o600, ("client", 1)));
    let mut bytes = std::fs::read(&file).unwrap();
    let length = bytes.len();
    bytes[length - 4_096..].fill(0xA5);
    std::fs::write(&file, &bytes).unwrap();
    match doctor::examine(&file) {
        Ok(report) => assert!(!report.is_sound()),
        Err(error) => assert!(matches!(error, Error::Damaged { .. }), "{error:?}"),
    }
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

#[test]
fn where_the_log_cannot_be_made_the_file_is_said_to_be_read_only() {
    let (_folder, file) = portfolio();
    // As good as a folder that cannot be written, also for root.
    std::fs::create_dir(file.with_extension("db-wal")).unwrap();
    assert!(matches!(refused(&file), Error::ReadOnly));
}

#[test]
fn an_empty_file_beside_its_log_is_not_made_new() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    std::fs::write(&file, "").unwrap();
    let log = file.with_extension("db-wal");
    std::fs::write(&log, "what is left of the data").unwrap();
    assert!(matches!(refused(&file), Error::Damaged { .. }));
    assert!(log.exists());
}

#[test]
fn a_quick_look_at_the_start_sees_damage() {
    let (_folder, file) = portfolio();
    let look = |file: &Path| {
        let mut store = Store::open(file, session()).unwrap();
        match ask(&mut store, Request::CheckHealth) {
            Reply::HealthChecked { damage } => damage,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(look(&file), Vec::<String>::new());
    alter(&file, "PRAGMA wal_checkpoint(TRUNCATE)");
    let mut bytes = std::fs::read(&file).unwrap();
    let length = bytes.len();
    bytes[length - 4_096..].fill(0xA5);
    std::fs::write(&file, &bytes).unwrap();
    assert!(!look(&file).is_empty());
}

#[test]
fn quitting_loses_no_write() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let worker = Worker::start(Store::open(&file, session()).unwrap(), |_reply| {}).unwrap();
    for number in 0..200 {
        let draft =
            cartera::domain::client::ClientDraft { name: format!("Client {number}"), ..Default::default() };
        worker.send(Request::SaveClient(Box::new(draft)));
    }
    drop(worker);
    assert_eq!(doctor::examine(&file).unwrap().counts[0], ("client", 200));
}

#[test]
fn sqlite_is_one_that_loses_no_writes() {
    let (_folder, file) = portfolio();
    let sqlite = doctor::examine(&file).unwrap().sqlite;
    let parts: Vec<u32> = sqlite.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{sqlite}");
}

#[test]
fn looking_the_file_over_waits_for_everything_else_and_for_no_end() {
    let (_folder, file) = portfolio();
    let (sender, answers) = std::sync::mpsc::channel();
    let start = |file: &Path| {
        let sender = sender.clone();
        Worker::start(Store::open(file, session()).unwrap(), move |reply| sender.send(reply).unwrap())
            .unwrap()
    };
    let worker = start(&file);
    worker.send(Request::CheckHealth);
    worker.send(Request::LoadDrafts);
    assert!(matches!(answers.recv().unwrap(), Reply::DraftsLoaded(_)));
    assert!(matches!(answers.recv().unwrap(), Reply::HealthChecked { damage } if damage.is_empty()));
    drop(worker);
    let worker = start(&file);
    worker.send(Request::CheckHealth);
    drop(worker);
    assert!(answers.try_recv().is_err(), "a program that ends does not wait for it");
}
