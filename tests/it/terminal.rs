//! The life of the terminal: whatever happens to the program or its window, the shell gets back what it lent.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cartera::clock;
use cartera::domain::client::ClientDraft;
use cartera::repository::request::{Reply, Request};
use cartera::repository::store::Store;
use rustix::process::Signal;

use crate::repository::{ask, session};
use crate::support::pty::{KILLED, Start, Terminal, folder};

/// Brings the ordered bug about.
const F12: &str = "\x1b[24~";

pub const SECOND: Duration = Duration::from_secs(1);

fn state(terminal: &Terminal) -> char {
    stat(terminal)[0].chars().next().unwrap()
}

/// The fields of `/proc/PID/stat` after the name.
fn stat(terminal: &Terminal) -> Vec<String> {
    let text = std::fs::read_to_string(format!("/proc/{}/stat", terminal.pid.as_raw_nonzero())).unwrap();
    text.rsplit_once(')').unwrap().1.split_whitespace().map(str::to_owned).collect()
}

/// Hundredths of a second that the program has computed.
fn ticks(terminal: &Terminal) -> u64 {
    let stat = stat(terminal);
    stat[11].parse::<u64>().unwrap() + stat[12].parse::<u64>().unwrap()
}

fn wait_for_state(terminal: &mut Terminal, wanted: char) {
    let mut tries = 0;
    while state(terminal) != wanted {
        tries += 1;
        assert!(tries < 500, "the process is {} and never became {wanted}", state(terminal));
        terminal.watch(Duration::from_millis(20));
    }
}

#[test]
fn it_takes_the_terminal_and_gives_it_back() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    assert!(!terminal.is_cooked() && terminal.screen().bracketed_paste());
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert!(database.exists());
}

#[test]
fn it_empties_a_screen_that_a_killed_program_left() {
    let (_folder, database) = folder();
    let script = r#"printf '\033[?1049h\033[12;30Hleft over'; exec "$CARTERA" --lang en"#;
    let mut terminal = Start::shell(&database, script).run();
    terminal.wait_for_start();
    let screen = terminal.screen().contents();
    assert!(!screen.contains("left over"), "{screen}");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_signal_ends_it_in_order() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let (_folder, database) = folder();
        let mut terminal = Start::cartera(&database).run();
        terminal.wait_for_start();
        terminal.signal(signal);
        let (exit, took) = terminal.end_after();
        assert_eq!(exit, code, "{signal:?}");
        assert!(took < SECOND, "{signal:?}: {took:?}");
        terminal.assert_restored();
    }
}

#[test]
fn a_closed_window_ends_it() {
    for leads in [true, false] {
        let (_folder, database) = folder();
        let start = Start::cartera(&database);
        let start = if leads { start } else { start.without_controlling_terminal() };
        let mut terminal = start.run();
        terminal.wait_for_start();
        terminal.close();
        let (exit, took) = terminal.end_after();
        assert_eq!(exit, 129, "session leader: {leads}");
        assert!(took < SECOND, "session leader: {leads}: {took:?}");
    }
}

#[test]
fn a_terminal_that_takes_no_more_bytes_does_not_keep_it() {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::cartera(&folder.path().join("unused.db")).args(&["demo"]);
    let mut terminal = start.size(500, 1_000).run();
    terminal.wait_for_start();
    terminal.send("2");
    terminal.wait_for_text("300");
    // Nobody reads from now on: what lies between us fills with whole screens, and a frame waits in the middle.
    for _ in 0..60 {
        terminal.send("\x0c");
        std::thread::park_timeout(Duration::from_millis(30));
    }
    let signalled = clock::instant();
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.end_unread(), 143);
    let took = signalled.elapsed();
    assert!(took < SECOND + SECOND / 2, "{took:?}");
    assert!(took > SECOND / 4, "it was never held up, so this proves nothing: {took:?}");
}

#[test]
fn nothing_ticks() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    terminal.forget_output();
    let before = ticks(&terminal);
    terminal.watch(SECOND);
    assert_eq!(terminal.output(), b"", "drew without a reason");
    let spent = ticks(&terminal) - before;
    assert!(spent <= 1, "computed {spent} hundredths of an idle second");
}

#[test]
fn ctrl_z_stops_the_job_and_it_comes_back_whole() {
    let (_folder, database) = folder();
    let script = "set -m; \"$CARTERA\" --lang en; echo STOPPED; read line; fg; echo ENDED $?";
    let mut terminal = Start::shell(&database, script).run();
    terminal.wait_for_start();
    terminal.send("\x1a");
    terminal.wait_for_text("STOPPED");
    terminal.assert_restored();
    terminal.send("\n");
    terminal.wait_for_start();
    assert!(!terminal.is_cooked());
    terminal.send("\x03");
    terminal.wait_for_text("ENDED 0");
    terminal.assert_restored();
}

#[test]
fn ctrl_z_where_nobody_could_continue_it_is_ignored() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    terminal.send("\x1a");
    terminal.settle();
    assert_ne!(state(&terminal), 'T');
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_until_it_goes_on() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    for _ in 0..3 {
        terminal.signal(Signal::TSTP);
        wait_for_state(&mut terminal, 'T');
        terminal.settle();
        terminal.assert_restored();
        terminal.forget_output();
        terminal.signal(Signal::CONT);
        terminal.wait_for_start();
        assert!(!terminal.is_cooked());
        assert!(terminal.output().len() > 50, "not drawn anew");
    }
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_stop_without_warning_is_mended_when_it_goes_on() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    terminal.signal(Signal::STOP);
    wait_for_state(&mut terminal, 'T');
    terminal.forget_output();
    terminal.signal(Signal::CONT);
    terminal.settle();
    assert!(terminal.output().len() > 50, "not drawn anew");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_bug_in_any_thread_leaves_a_usable_terminal_and_no_data() {
    for place in ["main", "draw", "input", "storage", "guard"] {
        let (_folder, database) = folder();
        let mut terminal = Start::cartera(&database).env("CARTERA_TEST_PANIC", place).run();
        terminal.wait_for_start();
        terminal.send(F12);
        if place == "guard" {
            terminal.settle();
            terminal.resize(30, 90);
        }
        let (exit, took) = terminal.end_after();
        assert_eq!(exit, 101, "{place}");
        assert!(took < SECOND, "{place}: {took:?}");
        terminal.assert_restored();
        let text = terminal.text();
        assert!(text.contains("src/app/planted.rs"), "{place}: {text}");
        assert!(!text.contains("Peñalosa"), "{place}: {text}");
    }
}

#[test]
fn no_size_breaks_it() {
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).run();
    terminal.wait_for_start();
    let sizes = [
        (1, 1),
        (0, 0),
        (500, 1_000),
        (1, 300),
        (100, 1),
        (0, 80),
        (24, 0),
        (2_000, 2_000),
        (20_000, 20_000),
        (u16::MAX, u16::MAX),
        (u16::MAX, 1),
        (1, u16::MAX),
        (5, 20),
    ];
    for round in 0..3 {
        for (rows, cols) in sizes {
            terminal.resize(rows, cols);
            if round > 0 {
                terminal.settle();
            }
        }
    }
    terminal.resize(24, 80);
    terminal.settle();
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_giant_terminal_at_the_start_does_not_break_it() {
    for (rows, cols) in [(20_000, 20_000), (0, 0), (1, 1)] {
        let (_folder, database) = folder();
        let mut terminal = Start::cartera(&database).size(rows, cols).run();
        terminal.wait_for_start();
        terminal.send("\x03");
        assert_eq!(terminal.end(), 0, "{rows}x{cols}");
    }
}

#[test]
fn the_screen_needs_a_terminal() {
    let (_folder, database) = folder();
    let script = "\"$CARTERA\" --lang en </dev/null; echo CODE $?";
    let mut terminal = Start::shell(&database, script).run();
    terminal.wait_for_text("CODE 1");
    assert!(terminal.text().contains("needs a terminal"), "{}", terminal.text());
    terminal.end();
    terminal.assert_restored();
}

/// A database with one client, Ñandú of Lima.
pub fn portfolio() -> (tempfile::TempDir, PathBuf) {
    let (folder, database) = folder();
    let mut store = Store::open(&database, session()).unwrap();
    let draft = ClientDraft { name: "Ñandú".into(), city: "Lima".into(), ..ClientDraft::default() };
    assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(draft))), Reply::Saved { .. }));
    (folder, database)
}

/// The program on a portfolio on the tests' day, its list of clients drawn.
pub fn started(database: &Path) -> Terminal {
    let mut terminal = Start::cartera(database).env("CARTERA_TODAY", "2026-11-24").run();
    terminal.wait_for_start();
    terminal.send("2");
    terminal.wait_for_text("Clients  1");
    terminal.settle();
    terminal
}

/// Drafts that the database holds, read as another start would.
fn drafts(database: &Path) -> Vec<String> {
    let mut store = Store::open(database, session()).unwrap();
    let Reply::DraftsLoaded(drafts) = ask(&mut store, Request::LoadDrafts) else { panic!() };
    drafts.into_iter().map(|draft| draft.fields).collect()
}

#[test]
fn what_is_half_typed_survives_every_end_and_is_offered() {
    for how in ["TERM", "HUP", "closed", "panic", "killed"] {
        let (_folder, database) = portfolio();
        let mut terminal = Start::cartera(&database)
            .env("CARTERA_TODAY", "2026-11-24")
            .env("CARTERA_TEST_PANIC", "main")
            .run();
        terminal.wait_for_text("Lima");
        terminal.send("n");
        terminal.wait_for_text("Name");
        terminal.send("Peñalosa y Cía");
        terminal.wait_for_text("Peñalosa y Cía");
        match how {
            "TERM" => terminal.signal(Signal::TERM),
            "HUP" => terminal.signal(Signal::HUP),
            "closed" => {
                terminal.close();
            }
            "panic" => terminal.send(F12),
            _ => {
                // The only end that nothing can be done about: what is older than the delay is there.
                let mut tries = 0;
                while drafts(&database).is_empty() {
                    tries += 1;
                    assert!(tries < 100, "the draft is not stored while typing stops");
                    terminal.watch(Duration::from_millis(50));
                }
                terminal.signal(Signal::KILL);
            }
        }
        let (_exit, took) = terminal.end_after();
        assert!(took < SECOND, "{how}: {took:?}");
        let kept = drafts(&database);
        assert!(kept.len() == 1 && kept[0].contains("Peñalosa y Cía"), "{how}: {kept:?}");
        let mut again = Start::cartera(&database).env("CARTERA_TODAY", "2026-11-24").run();
        again.wait_for_text("half-typed");
        again.send("\r");
        again.wait_for_text("Peñalosa y Cía");
        again.signal(Signal::TERM);
        again.end();
    }
}

#[test]
fn what_was_shown_as_logged_is_there_after_a_kill() {
    let (_folder, database) = portfolio();
    let mut terminal = started(&database);
    terminal.send("v\r");
    terminal.wait_for_text("u undoes it");
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.end(), KILLED);
    let mut again = started(&database);
    again.send("\r");
    again.wait_for("the visit", |screen| screen.contents().contains("1 visit"));
    again.send("\x03");
    assert_eq!(again.end(), 0);
}

#[test]
fn what_is_asked_for_just_before_quitting_is_done() {
    let (_folder, database) = portfolio();
    let mut terminal = started(&database);
    terminal.send("v\r\x03");
    assert_eq!(terminal.end(), 0);
    let mut again = started(&database);
    again.send("\r");
    again.wait_for_text("1 visit");
}

#[test]
fn what_cannot_be_saved_at_the_end_is_told() {
    let (_folder, database) = portfolio();
    let mut terminal = started(&database);
    let other = rusqlite::Connection::open(&database).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.send("v\r\x03");
    assert_eq!(terminal.end(), 1);
    terminal.assert_restored();
    let text = terminal.text().replace('\n', " ");
    assert!(text.contains("was not saved") && text.contains("Another program"), "{text}");
}

#[test]
fn a_database_that_another_program_keeps_locked_is_not_waited_for_without_end() {
    let (_folder, database) = portfolio();
    let other = rusqlite::Connection::open(&database).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE mine (a)").unwrap();
    let mut terminal = Start::cartera(&database).run();
    let (exit, took) = terminal.end_after();
    assert_eq!(exit, 1, "{}", terminal.text());
    assert!(took < 10 * SECOND, "{took:?}");
    assert!(terminal.text().contains("Another program"), "{}", terminal.text());
    terminal.assert_restored();
}

/// Does the output hold a colour?
fn colours(output: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(output);
    let mut found = Vec::new();
    for sequence in text.split("\x1b[").skip(1) {
        let Some(end) = sequence.find(|c: char| c.is_ascii_alphabetic()) else { continue };
        let (parameters, rest) = sequence.split_at(end);
        let codes = parameters.split([';', ':']).filter_map(|code| code.parse::<u32>().ok());
        let colour = |code: u32| matches!(code, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107);
        if rest.starts_with('m') && codes.into_iter().any(colour) {
            found.push(parameters.to_owned());
        }
    }
    found
}

#[test]
fn no_color_means_no_colour() {
    let (_folder, database) = portfolio();
    for (value, coloured) in [("1", false), ("", true)] {
        let start = Start::cartera(&database).env("CARTERA_TODAY", "2026-11-24");
        let mut terminal = start.env("NO_COLOR", value).run();
        terminal.wait_for_text("Lima");
        terminal.send("?");
        terminal.settle();
        let found = colours(terminal.output());
        assert_eq!(!found.is_empty(), coloured, "NO_COLOR={value:?}: {found:?}");
        terminal.signal(Signal::TERM);
        terminal.end();
    }
}

#[test]
fn a_database_that_is_none_of_ours_is_refused_before_the_screen() {
    let (folder, database) = portfolio();
    let path = |name: &str| folder.path().join(name);
    let whole = std::fs::read(&database).unwrap();
    std::fs::write(
        path("random"),
        (0..9_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect::<Vec<_>>(),
    )
    .unwrap();
    std::fs::write(path("text"), "SQLite format 3 is what this is not").unwrap();
    std::fs::write(path("truncated"), &whole[..whole.len() / 2]).unwrap();
    rusqlite::Connection::open(path("foreign")).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
    std::fs::write(path("newer"), &whole).unwrap();
    rusqlite::Connection::open(path("newer")).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    for (name, said) in [
        ("random", "is not a cartera database"),
        ("text", "is not a cartera database"),
        ("truncated", "is damaged"),
        ("foreign", "is not a cartera database"),
        ("newer", "newer cartera"),
        (".", ""),
        ("text/below", ""),
    ] {
        let before = std::fs::read(path(name)).ok();
        let mut terminal = Start::cartera(&path(name)).run();
        assert_eq!(terminal.end(), 1, "{name}: {}", terminal.text());
        let text = terminal.text().replace('\n', " ");
        assert!(text.contains("cartera: ") && text.contains(said), "{name}: {text}");
        terminal.assert_restored();
        let written = String::from_utf8_lossy(terminal.output()).into_owned();
        assert!(!written.contains("\x1b["), "{name}: the terminal was touched: {written:?}");
        assert_eq!(std::fs::read(path(name)).ok(), before, "{name} was changed");
    }
}
