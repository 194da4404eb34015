//! What leaves the screen: copying, and notes in the user's editor. With the real terminal between.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::{Consent, ContactRole};
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::Store;
use cartera::text::Lang;
use cartera::tui::Effect;
use rustix::process::Signal;

use crate::repository::{ask, session};
use crate::support::pty::{Start, Terminal, folder};
use crate::support::{self, App};

fn client() -> ClientDraft {
    ClientDraft {
        name: "Ñandú".into(),
        phone: "+51 1 555".into(),
        address: "Calle 1".into(),
        city: "Lima".into(),
        notes: "old notes".into(),
        ..ClientDraft::default()
    }
}

fn contact(name: &str, email: &str, left: bool) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client: ClientId(1),
        name: name.into(),
        job_title: String::new(),
        role: ContactRole::Other,
        main: false,
        phone: String::new(),
        email: email.into(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: left.then(|| support::today().into()),
        notes: String::new(),
    }
}

fn app() -> App {
    let mut store = support::store();
    support::answers(&mut store, Request::SaveClient(Box::new(client())));
    support::answers(&mut store, Request::SaveContact(contact("Ana Ruiz", "ana@x.pe", false)));
    support::answers(&mut store, Request::SaveContact(contact("Luis Gone", "luis@x.pe", true)));
    App::over(store, Lang::En, 80, 24)
}

fn copied(app: &App) -> Vec<&str> {
    app.effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn what_is_known_can_be_copied_and_nothing_else_is_offered() {
    let mut app = app();
    app.keys("K").assert_shows("+51 1 555").assert_shows("Calle 1, Lima").assert_shows("ana@x.pe · Ana Ruiz");
    app.assert_hides("Tax ID").assert_hides("luis@x.pe");
    app.keys("<enter>").assert_hides("Copy from");
    app.keys("KG<enter>K<esc>");
    assert_eq!(copied(&app), ["+51 1 555", "Ana Ruiz"]);
}

#[test]
fn of_a_contact_its_own_comes_first() {
    let mut app = app();
    app.keys("3/ana<enter>K<enter>");
    assert_eq!(copied(&app), ["ana@x.pe"]);
}

#[test]
fn keys_typed_ahead_of_the_menu_are_for_the_menu() {
    for size in [(80, 24), (40, 10)] {
        let mut app = app();
        app.resize(size.0, size.1).keys("2<enter>Kj<enter>");
        assert_eq!(copied(&app), ["Ñandú"], "{size:?}");
    }
}

/// A portfolio with one client and a home, and an editor in it that does what the script says to its file, `$1`.
fn started(script: &str) -> (tempfile::TempDir, Terminal) {
    let (folder, database) = folder();
    let mut store = Store::open(&database, session()).unwrap();
    assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(client()))), Reply::Saved { .. }));
    drop(store);
    let editor = folder.path().join("my editor");
    std::fs::write(&editor, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let command = format!("'{}' --wait", editor.display());
    let start = Start::cartera(&database).env("CARTERA_TODAY", "2026-11-24").env("EDITOR", &command);
    let start = start.env("XDG_RUNTIME_DIR", folder.path().to_str().unwrap());
    (folder, run(start))
}

fn run(start: Start) -> Terminal {
    let mut terminal = start.run();
    terminal.wait_for_start();
    terminal.send("2");
    terminal.wait_for_text("Clients  1");
    terminal.settle();
    terminal
}

fn notes(folder: &Path) -> String {
    let mut store = Store::open(&folder.join("cartera.db"), session()).unwrap();
    let reply = ask(&mut store, Request::Open(RecordId::Client(ClientId(1))));
    let Reply::Opened { record: Record::Client(client), .. } = reply else { panic!("{reply:?}") };
    client.notes
}

fn left(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name.contains("notes")).collect()
}

fn quit(terminal: &mut Terminal) {
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn the_bytes_that_reach_the_terminal_decode_to_the_text() {
    // Base64 of "+51 1 555".
    let sequence = "\x1b]52;c;KzUxIDEgNTU1";
    for (name, wanted) in [
        ("NOTHING", format!("{sequence}\x1b\\")),
        ("TMUX", format!("\x1bPtmux;\x1b{sequence}\x07\x1b\\")),
        ("STY", format!("\x1bP{sequence}\x07\x1b\\")),
    ] {
        let (_folder, database) = folder();
        let mut store = Store::open(&database, session()).unwrap();
        ask(&mut store, Request::SaveClient(Box::new(client())));
        let mut terminal =
            run(Start::cartera(&database).env("CARTERA_TODAY", "2026-11-24").env(name, "/tmp/x,1,0"));
        terminal.send("K");
        terminal.wait_for_text("Copy from Ñandú");
        terminal.send("\r");
        terminal.wait_for_text("Copied: +51 1 555");
        let output = String::from_utf8_lossy(terminal.output()).into_owned();
        assert!(output.contains(&wanted), "{name}");
        quit(&mut terminal);
    }
}

#[test]
fn the_editor_gets_a_private_file_and_what_it_saves_is_the_notes() {
    let (folder, mut terminal) = started(
        "shift; stat -c '%a' \"$1\" \"${1%/*}\" > modes; cat \"$1\" > was; printf 'one\\ntwo ñ\\n' > \"$1\"",
    );
    terminal.send("E");
    terminal.wait_for_text("Client saved: Ñandú");
    assert_eq!(notes(folder.path()), "one\ntwo ñ");
    assert_eq!(std::fs::read_to_string(folder.path().join("was")).unwrap(), "old notes");
    assert_eq!(std::fs::read_to_string(folder.path().join("modes")).unwrap(), "600\n700\n");
    assert_eq!(left(folder.path()), [""; 0]);
    assert!(!terminal.is_cooked());
    terminal.send("u");
    terminal.wait_for_text("Undone");
    assert_eq!(notes(folder.path()), "old notes");
    quit(&mut terminal);
}

#[test]
fn no_key_is_lost_before_during_and_after_the_editor() {
    let script = "shift; echo READY; read first; read second; printf '%s|%s' \"$first\" \"$second\" > \"$1\"; \
                  echo AGAIN; sleep 0.3";
    let (folder, mut terminal) = started(script);
    for round in 0..5 {
        terminal.send("E");
        terminal.wait_for_text("READY");
        assert!(terminal.is_cooked() && !terminal.screen().alternate_screen());
        terminal.send(&format!("abc{round}\ndefgh\n"));
        terminal.wait_for_text("AGAIN");
        // While the editor still runs but reads no more: these are for what comes after.
        terminal.send("?");
        terminal.wait_for_text("Log a visit");
        assert_eq!(notes(folder.path()), format!("abc{round}|defgh"));
        terminal.send("\x1b");
        terminal.settle();
    }
    quit(&mut terminal);
}

#[test]
fn an_editor_that_fails_changes_nothing_and_loses_nothing() {
    for (script, said, kept) in [
        ("exit 3", "ended with an error", false),
        ("kill -9 $$", "ended with an error", false),
        ("stty raw -echo; printf '\\033[?1049h\\033[?1000h'; kill -9 $$", "ended with an error", false),
        ("exit 127", "could not be started", false),
        ("shift; rm \"$1\"; exit 1", "ended with an error", false),
        ("shift; printf 'half' > \"$1\"; exit 1", "Nothing is saved yet", true),
        ("true", "as they were", false),
    ] {
        let (folder, mut terminal) = started(script);
        terminal.send("E");
        terminal.wait_for_text(said);
        terminal.settle();
        assert_eq!(terminal.text().contains("half"), kept, "{script}");
        assert_eq!(notes(folder.path()), "old notes", "{script}");
        assert_eq!(left(folder.path()), [""; 0], "{script}");
        if kept {
            terminal.send("\x13");
            terminal.wait_for_text("Client saved");
            assert_eq!(notes(folder.path()), "half");
        }
        quit(&mut terminal);
    }
}

#[test]
fn what_is_no_text_stays_in_its_file_and_is_told() {
    let (folder, mut terminal) = started("shift; printf 'a\\377b' > \"$1\"");
    terminal.send("E");
    terminal.wait_for_text("not readable text");
    assert_eq!(left(folder.path()).len(), 1);
    assert_eq!(notes(folder.path()), "old notes");
    quit(&mut terminal);
}

#[test]
fn a_row_that_changed_meanwhile_is_not_overwritten_and_the_text_stands_in_the_form() {
    let (folder, mut terminal) = started("shift; echo READY; read line; printf 'mine' > \"$1\"");
    terminal.send("E");
    terminal.wait_for_text("READY");
    let mut store = Store::open(&folder.path().join("cartera.db"), session()).unwrap();
    let reply = ask(&mut store, Request::Open(RecordId::Client(ClientId(1))));
    let Reply::Opened { record: Record::Client(mut draft), .. } = reply else { panic!("{reply:?}") };
    draft.notes = "theirs".into();
    assert!(matches!(ask(&mut store, Request::SaveClient(draft)), Reply::Saved { .. }));
    terminal.send("\n");
    terminal.wait_for_text("mine");
    terminal.settle();
    assert_eq!(notes(folder.path()), "theirs");
    quit_dirty(&mut terminal);
}

fn quit_dirty(terminal: &mut Terminal) {
    terminal.send("\x03");
    terminal.settle();
    terminal.send("y");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn signals_and_sizes_while_the_editor_has_the_terminal_do_no_harm() {
    let script = "shift; trap '' INT; echo READY; read line; read line; printf 'kept' > \"$1\"";
    let (folder, mut terminal) = started(script);
    terminal.send("E");
    terminal.wait_for_text("READY");
    terminal.resize(30, 100);
    // The terminal sends it to both; only the editor may heed it.
    terminal.send("\x03");
    terminal.settle();
    terminal.send("\n\n");
    terminal.wait_for_text("Client saved: Ñandú");
    assert_eq!(notes(folder.path()), "kept");
    quit(&mut terminal);
}

#[test]
fn a_window_closed_under_the_editor_leaves_nothing_damaged() {
    for how in ["closed", "TERM"] {
        let (folder, mut terminal) = started("shift; echo READY; read line; sleep 5");
        terminal.send("E");
        terminal.wait_for_text("READY");
        if how == "closed" {
            terminal.close();
        } else {
            terminal.signal(Signal::TERM);
        }
        assert_eq!(terminal.end(), if how == "closed" { 129 } else { 143 });
        assert_eq!(notes(folder.path()), "old notes");
        // The next start takes the file away, in which nothing was written.
        assert_eq!(left(folder.path()).len(), 1);
        let start = Start::cartera(&folder.path().join("cartera.db"));
        let mut again = run(start.env("XDG_RUNTIME_DIR", folder.path().to_str().unwrap()));
        assert_eq!(left(folder.path()), [""; 0]);
        quit(&mut again);
    }
}
