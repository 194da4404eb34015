//! What a person feels: start to the first full frame, key to frame, quick log to durable; through a real
//! pseudo-terminal, each beside the raw SQLite work on the same file in the same run.
//!
//! `cargo bench --bench terminal [-- CLIENTS LINES]`, 10,000 clients and 200,000 sale lines unless it says otherwise.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use portable_pty::{CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_cartera");
const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

fn main() {
    // `cargo bench` adds flags of its own.
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let clients = numbers.first().copied().unwrap_or(10_000);
    let lines = numbers.get(1).copied().unwrap_or(clients * 20);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = build(folder.path(), clients, lines);
    let bytes = std::fs::metadata(&database).expect("the database").len();
    println!("{clients} clients, {lines} sale lines, {} MB on disk", bytes / 1_000_000);
    starts(&database);
    keys(&database);
    quick_logs(&database);
}

/// The portfolio, written as the files that a user would import.
fn build(folder: &Path, clients: u64, lines: u64) -> PathBuf {
    let (mut people, mut sales) = (
        String::from("Code,Name,City,Phone,Contact\n"),
        String::from("Number,Date,Client code,Client,Product,Quantity,Price\n"),
    );
    let mut random = Random(42);
    let cities = ["Madrid", "Sevilla", "Lima", "Bogotá", "Córdoba", "Quito", "Valencia", "Monterrey"];
    let trades = ["Ferretería", "Talleres", "Clínica", "Hotel", "Suministros", "Panadería", "Colegio"];
    for client in 0..clients {
        let (trade, city) = (random.pick(&trades), random.pick(&cities));
        let _ = writeln!(
            people,
            "C{client:07},{trade} {:05},{city},6{:08},Ana {client}",
            random.below(99_999),
            client
        );
    }
    let (mut client, mut date) = (0, chrono::NaiveDate::default());
    for line in 0..lines {
        if line % 3 == 0 {
            // The square of a uniform number: few clients buy most.
            let share = random.below(1_000_000) * random.below(1_000_000) / 1_000_000;
            client = share * clients / 1_000_000;
            let day = 20_781 - i64::try_from(random.below(900)).unwrap_or(0);
            date = chrono::DateTime::from_timestamp(day * 86_400, 0).expect("a date").date_naive();
        }
        let (product, quantity, price) = (random.below(500), 1 + random.below(20), 1 + random.below(9_000));
        let (document, whole, cents) = (line / 3, price / 100, price % 100);
        let _ = writeln!(
            sales,
            "F{document:08},{date},C{client:07},,Product {product:03},{quantity},{whole}.{cents:02}"
        );
    }
    let (first, second) = (folder.join("clients.csv"), folder.join("sales.csv"));
    std::fs::write(&first, people).expect("clients.csv");
    std::fs::write(&second, sales).expect("sales.csv");
    let database = folder.join("portfolio.db");
    let started = Instant::now();
    let done = command(&database).args(["import"]).arg(&first).arg(&second).output().expect("cartera import");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    println!("import of both files: {:.2} s", started.elapsed().as_secs_f64());
    database
}

fn command(database: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg("--db").arg(database).env("CARTERA_TODAY", "2026-11-24").env("CARTERA_LANG", "es_ES");
    command
}

/// Start to the first full frame, warm.
fn starts(database: &Path) {
    let mut samples = Samples::default();
    let mut memory = 0;
    for _ in 0..15 {
        let started = Instant::now();
        let mut screen = Screen::open(database);
        screen.wait_for("Clínica");
        samples.0.push(started.elapsed());
        memory = memory.max(screen.memory_kb());
        screen.quit();
    }
    let mut raw = Samples::default();
    for _ in 0..15 {
        let started = Instant::now();
        let connection = open(database);
        let mut page = connection
            .prepare("SELECT id, name, city, phone FROM client ORDER BY sort_key, id LIMIT 40")
            .expect("the page");
        let rows = page.query_map([], |row| row.get::<_, String>(1)).expect("the page").count();
        assert_eq!(rows, 40);
        samples_push(&mut raw, started);
    }
    println!(
        "start to the first full frame: {samples}; memory {} MB; raw SQLite open and first page: {raw}",
        memory / 1_000
    );
}

/// Key to frame: a line, a page, a letter of a search.
fn keys(database: &Path) {
    let mut screen = Screen::open(database);
    screen.wait_for("Clínica");
    // The program opens on Today; the clients are what is measured here.
    screen.time("2");
    screen.settle();
    for (name, keys) in [
        ("line down", vec!["j"; 300]),
        ("page down", vec!["\x1b[6~"; 100]),
        ("end and home", ["G", "g"].repeat(30)),
    ] {
        let mut samples = Samples::default();
        for key in keys {
            samples.0.push(screen.time(key));
        }
        println!("key to frame, {name}: {samples}");
    }
    let mut samples = Samples::default();
    for _ in 0..30 {
        screen.time("/");
        for letter in ["f", "e", "r", "r", " ", "l", "i", "m"] {
            samples.0.push(screen.time(letter));
        }
        screen.time("\x1b");
    }
    println!("key to frame, letter of a search with its new list: {samples}");
    screen.quit();
    let connection = open(database);
    let mut page =
        connection.prepare("SELECT id, name, city, phone FROM client WHERE (sort_key, id) > (?1, 0) ORDER BY sort_key, id LIMIT 40").expect("the page");
    let mut raw = Samples::default();
    for letter in "abcdefghijklmnopqrstuvwxyz".chars().cycle().take(300) {
        let started = Instant::now();
        let _rows =
            page.query_map([letter.to_string()], |row| row.get::<_, String>(1)).expect("the page").count();
        samples_push(&mut raw, started);
    }
    println!("raw SQLite, one page by key: {raw}");
}

/// What a salesperson logs all day, each in one line: its name here, the key that begins it, the text.
const LOGGED: [(&str, &str, &str); 3] = [
    ("visit", "v", ""),
    ("visit with text and follow-up", "v", "30m Pide presupuesto seg:+15d"),
    ("sale of two lines", "$", "3 product 003 45,90 + 10 product 004 2,5"),
];

/// From `Enter` until the screen says it is saved; the storage says so after the commit returned.
fn quick_logs(database: &Path) {
    const TIMES: i64 = 100;
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        open(database).query_row(&sql, [], |row| row.get(0)).expect("a count")
    };
    let sales = count("sale");
    for (name, key, text) in LOGGED {
        let mut screen = Screen::open(database);
        screen.wait_for("Clínica");
        screen.settle();
        let mut samples = Samples::default();
        for _ in 0..TIMES {
            screen.time(key);
            if !text.is_empty() {
                screen.time(text);
            }
            samples.0.push(screen.time("\r"));
            screen.time("j");
        }
        screen.quit();
        let keys = key.chars().count() + text.chars().count() + 1;
        println!("quick log, {name}: {keys} keys; Enter to saved on screen: {samples}");
    }
    assert_eq!(count("interaction"), 2 * TIMES, "every visit is in the database");
    assert_eq!(count("follow_up"), TIMES, "every follow-up is in the database");
    assert_eq!(count("sale") - sales, TIMES, "every sale is in the database");
    let raw_file = database.with_file_name("raw.db");
    let connection = rusqlite::Connection::open(&raw_file).expect("a raw database");
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
        .expect("a raw table");
    let mut raw = Samples::default();
    for _ in 0..TIMES {
        let started = Instant::now();
        connection.execute("INSERT INTO t (text) VALUES ('visit')", []).expect("a raw insert");
        samples_push(&mut raw, started);
    }
    println!("raw SQLite durable insert: {raw}");
}

fn samples_push(samples: &mut Samples, started: Instant) {
    samples.0.push(started.elapsed());
}

fn open(database: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(database).expect("the database")
}

/// A running screen: what it drew, and when.
struct Screen {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    fn open(database: &Path) -> Self {
        let pair = NativePtySystem::default().openpty(SIZE).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--db", database.to_str().expect("a path")]);
        for (name, value) in
            [("CARTERA_TODAY", "2026-11-24"), ("CARTERA_LANG", "es_ES"), ("TERM", "xterm-256color")]
        {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("cartera");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(length) = reader.read(&mut buffer) {
                let chunk = buffer.get(..length).unwrap_or_default().to_vec();
                if length == 0 || sender.send((Instant::now(), chunk)).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().expect("its input");
        let rows = std::num::NonZeroU16::new(SIZE.rows).expect("rows");
        let columns = std::num::NonZeroU16::new(SIZE.cols).expect("columns");
        let parser = vt100::Parser::new(rows, columns, 0);
        Self { child, input, output, parser, _master: pair.master }
    }

    fn wait_for(&mut self, text: &str) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !self.parser.screen().contents().contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok((_when, chunk)) = self.output.recv_timeout(left) else {
                assert!(left > Duration::ZERO, "no {text:?} on:\n{}", self.parser.screen().contents());
                continue;
            };
            self.parser.process(&chunk);
        }
    }

    /// Until nothing more is drawn.
    fn settle(&mut self) {
        while let Ok((_when, chunk)) = self.output.recv_timeout(Duration::from_millis(150)) {
            self.parser.process(&chunk);
        }
    }

    /// From the key to the last thing drawn for it. Zero output within half a second is an error of the bench.
    fn time(&mut self, key: &str) -> Duration {
        while let Ok((_when, chunk)) = self.output.try_recv() {
            self.parser.process(&chunk);
        }
        let started = Instant::now();
        self.input.write_all(key.as_bytes()).and_then(|()| self.input.flush()).expect("the key");
        let mut last = started;
        let mut patience = Duration::from_millis(500);
        while let Ok((when, chunk)) = self.output.recv_timeout(patience) {
            self.parser.process(&chunk);
            last = when;
            patience = Duration::from_millis(30);
        }
        last - started
    }

    fn memory_kb(&self) -> u64 {
        let process = self.child.process_id().unwrap_or(0);
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    fn quit(mut self) {
        self.input.write_all(b"q").expect("q");
        self.child.wait().expect("its end");
    }
}

/// Times of the same thing.
#[derive(Default)]
struct Samples(Vec<Duration>);

impl std::fmt::Display for Samples {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = |share: usize| {
            let place = (sorted.len() * share / 100).min(sorted.len().saturating_sub(1));
            sorted.get(place).map_or(0.0, Duration::as_secs_f64) * 1_000.0
        };
        write!(formatter, "p50 {:.2} ms, p99 {:.2} ms, worst {:.2} ms", at(50), at(99), at(100))
    }
}

/// A small generator of the same numbers each run (Vigna's splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let place = usize::try_from(self.below(words.len() as u64)).unwrap_or(0);
        words.get(place).copied().unwrap_or_default()
    }
}
