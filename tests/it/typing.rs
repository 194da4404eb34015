//! Keys, pastes and antics at the real program: nothing typed is lost, and nothing typed breaks it.

use rustix::process::Signal;

use crate::terminal::{SECOND, portfolio, started};

/// How often a letter stands in the search line.
fn count(screen: &vt100::Screen, letter: char) -> usize {
    let contents = screen.contents();
    let line = contents.lines().find(|line| line.starts_with('/')).unwrap_or_default();
    line.chars().filter(|&c| c == letter).count()
}

#[test]
fn no_key_is_lost_however_fast_they_come_and_whatever_the_window_does() {
    let (_folder, database) = portfolio();
    let mut terminal = started(&database);
    terminal.send("/");
    terminal.settle();
    let before = count(terminal.screen(), 'Q');
    assert_eq!(before, 0, "{}", terminal.text());
    terminal.send(&"Q".repeat(5_000));
    terminal.send(&"\x7f".repeat(4_993));
    terminal.wait_for("seven letters", |screen| count(screen, 'Q') == 7);
    terminal.settle();
    assert_eq!(count(terminal.screen(), 'Q'), 7);
    for turn in 0_u16..40 {
        terminal.send("Q\x7fQ");
        terminal.resize(20 + turn % 5, 70 + turn % 7);
        terminal.send("\x7fñ\x7f");
    }
    terminal.resize(24, 80);
    terminal.send("ZZ");
    terminal.wait_for("the last keys", |screen| count(screen, 'Z') == 2);
    assert_eq!(count(terminal.screen(), 'Q'), 7, "{}", terminal.text());
    // A key of several bytes, the last of which comes late. The first alone would be Esc.
    terminal.send("\x1b[");
    terminal.settle();
    terminal.send("D");
    terminal.send("Y");
    terminal.wait_for_text("ZYZ");
}

#[test]
fn a_paste_is_text_and_no_command_and_its_size_is_bounded() {
    let (_folder, database) = portfolio();
    let mut terminal = started(&database);
    terminal.send("/");
    terminal.settle();
    terminal.send("\x1b[200~Ñandú\nq\x03\x1b[31mred\x1b[201~");
    terminal.wait_for_text("Ñandú");
    terminal.settle();
    assert!(terminal.screen().alternate_screen(), "a paste ended the program");
    terminal.send("\x15\x1b[200~");
    for _ in 0..300 {
        terminal.send(&"p".repeat(10_000));
    }
    terminal.send("\x1b[201~\x15Lima");
    terminal.wait_for_text("Ñandú");
    terminal.send("\x03");
    terminal.end();
}

/// Numbers that look random and are the same for a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// What somebody, or a cat, may do to a keyboard; quitting left out.
fn antics(dice: &mut Dice) -> String {
    const KEYS: &[&str] = &[
        "j",
        "k",
        "g",
        "G",
        "\r",
        "\x1b",
        "\t",
        " ",
        "/",
        "v",
        "l",
        "c",
        "m",
        "t",
        "n",
        "e",
        "X",
        "s",
        "d",
        "b",
        "$",
        "*",
        "u",
        "U",
        "o",
        "O",
        "F",
        "z",
        "?",
        "2",
        "3",
        "4",
        "5",
        "a",
        "r",
        "y",
        "\x0c",
        "\x13",
        "\x0e",
        "\x18",
        "\x7f",
        "\x15",
        "\x17",
        "\x1a",
        "\x1b[A",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[5~",
        "\x1b[6~",
        "\x1b[H",
        "\x1b[F",
        "\x1b[Z",
        "\x1b[3~",
        "\x1bOP",
        "\x1b[1;5D",
        "\x1bb",
    ];
    const PIECES: &[&str] = &[
        "ñ",
        "東京",
        "e\u{301}",
        "👨\u{200d}👩\u{200d}👧",
        "\u{202e}",
        "12/3",
        "+15d",
        "1.234,56",
        "lopez: x",
        "con:ana",
        "[",
        "{",
        "~",
        "\x1b[200~pasted\ntext\x03\x1b[201~",
        "\x1b[<0;5;5M",
        "\x1b[<64;5;5M",
        "\x1b[I",
        "\x1b]0;x\x07",
        "\x1b[99999;1R",
        "\x1b[?62c",
        "\0",
        "\x1b\x1b",
        "\x1b[",
        "\x1bO",
    ];
    match dice.roll(10) {
        0..7 => dice.pick(KEYS).to_owned(),
        7..9 => dice.pick(PIECES).to_owned(),
        _ => "x".repeat(dice.roll(400)),
    }
}

#[test]
fn no_antics_at_the_keyboard_break_it() {
    for seed in 1..=4 {
        let (_folder, database) = portfolio();
        let mut dice = Dice(seed);
        let mut terminal = started(&database);
        for turn in 0..400 {
            terminal.send(&antics(&mut dice));
            if dice.roll(12) == 0 {
                let (rows, cols) = (dice.roll(70), dice.roll(200));
                terminal.resize(u16::try_from(rows).unwrap(), u16::try_from(cols).unwrap());
            }
            if turn % 40 == 0 {
                terminal.settle();
            }
        }
        terminal.resize(24, 80);
        terminal.settle();
        // Half a sequence may have made a Ctrl-C of what was pasted; that is an orderly end too.
        let quit = terminal.try_signal(Signal::TERM).is_err();
        let (exit, took) = terminal.end_after();
        assert_eq!(exit, if quit { 0 } else { 143 }, "seed {seed}: {}", terminal.text());
        assert!(took < SECOND, "seed {seed}: {took:?}");
        terminal.assert_restored();
        let written = String::from_utf8_lossy(terminal.output()).into_owned();
        for sequence in ["\x1b]", "\x1bP", "\x1b[6n", "\x1b[c", "\x1b[?u"] {
            assert!(!written.contains(sequence), "seed {seed}: sent {sequence:?}");
        }
    }
}
