//! The life of the terminal: whatever happens to the program or its window, the shell gets back what it lent.

use std::time::Duration;

use rustix::process::Signal;

use crate::support::pty::{Start, Terminal, folder};

const SECOND: Duration = Duration::from_secs(1);

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
    let (_folder, database) = folder();
    let mut terminal = Start::cartera(&database).size(500, 1_000).run();
    // Nobody reads from now on: the pipe to the screen fills and the next frame waits in the middle.
    terminal.wait_for("the start", vt100::Screen::alternate_screen);
    for _ in 0..50 {
        terminal.send("\x0c");
    }
    terminal.signal(Signal::TERM);
    let (exit, took) = terminal.end_after();
    assert_eq!(exit, 143);
    assert!(took < SECOND + SECOND / 2, "{took:?}");
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
        terminal.send("x");
        if ["draw", "guard"].contains(&place) {
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
