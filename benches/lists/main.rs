//! What a filter costs: each view that comes ready, one filter of every kind of field, and each letter of lines as they are
//! typed, with all that a user waits for (reading the line, the keys, the first rows), over 100,000 clients and 2,000,000
//! lines of sale; beside each the same question in SQL written by hand, on the same file in the same run.
//!
//! `cargo bench --bench lists`. The portfolio is made on the first run, which takes a minute, and kept.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

mod build;
mod questions;

use cartera::domain::currency::Currency;
use cartera::domain::custom::CustomFields;
use cartera::domain::day::Day;
use cartera::domain::ids::ClientId;
use cartera::domain::list::{Column, ListKind, ListQuery};
use cartera::domain::view::READY;
use cartera::filter::{Reading, parse};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::{Session, Store};
use cartera::text::Locale;
use questions::{QUESTIONS, TYPED, VIEWS};
use std::path::Path;
use std::time::{Duration, Instant};

/// 2026-11-24.
const TODAY: Day = Day(20_781);
const CLIENTS: i64 = 100_000;
const LINES: i64 = 2_000_000;

/// How often each is asked at most, and for how long.
const TIMES: usize = 20;
const LONGEST: Duration = Duration::from_millis(700);

/// So many rows fill a screen.
const PAGE: usize = 50;

fn main() {
    let database = build::place();
    let builds = std::env::args().any(|argument| argument == "--build");
    if builds {
        return build::build(&database);
    }
    if !database.exists() {
        // In a process of its own: its memory is not the lists'.
        let program = std::env::current_exe().expect("this program");
        let built = std::process::Command::new(program).arg("--build").status().expect("a process");
        assert!(built.success(), "the portfolio could not be made");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("portfolio.db");
    std::fs::copy(&database, &copy).expect("a copy");
    build::define_fields(&copy);
    let bytes = std::fs::metadata(&copy).expect("the portfolio").len();
    println!("{CLIENTS} clients, {LINES} lines of sale, {} MB on disk", bytes / 1_000_000);
    measure(&copy);
}

fn session() -> Session {
    Session { today: TODAY, author: "V3".into(), now_ms: || 1_795_510_800_000, currency: Currency::EUR }
}

/// A question: its list, its line, and the same in SQL.
#[derive(Clone, Copy)]
pub struct Question {
    kind: ListKind,
    line: &'static str,
    sql: &'static str,
}

fn measure(database: &Path) {
    let views = READY.iter().map(|ready| {
        let sql = VIEWS.iter().find(|(word, _)| *word == ready.word).map_or("", |(_, sql)| *sql);
        Question { kind: ready.kind, line: ready.filter, sql }
    });
    let questions: Vec<Question> = views.chain(QUESTIONS.iter().copied()).collect();
    let mut desk = Desk::open(database);
    let parts = desk.read_ahead();
    let figures: Vec<Figures> = questions.iter().map(|question| desk.ask(*question)).collect();
    let values =
        [Column::City, Column::Owner, Column::Stars, Column::LastBuy].map(|it| (it, desk.values(it)));
    let typed: Vec<(Samples, usize)> = TYPED.iter().map(|(kind, line)| desk.typed(*kind, line)).collect();
    // Before SQLite is asked by hand, whose memory is not ours.
    let memory = peak_kb();
    drop(desk);
    let raw = rusqlite::Connection::open(database).expect("the portfolio");
    println!("load {}", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    println!("read ahead: {} parts, {:.0} ms, the longest {:.1}", parts.0.len(), parts.sum(), parts.at(100));
    println!("after a write, and again: median and worst; SQL by hand, in the same program and in sqlite3");
    let columns =
        ["rows", "written", "worst", "again", "worst", "SQL", "sqlite3"].map(|it| format!("{it:>8}"));
    println!("{:56} {}", "ms", columns.join(" "));
    for (question, figures) in questions.iter().zip(figures) {
        let name = format!("{} {}", question.kind.word(), question.line);
        let sql = by_hand(&raw, database, question.sql, figures.rows);
        let Figures { rows, again, after_write } = figures;
        println!("{name:56} {rows:>8} {} {} {sql}", after_write.shown(100), again.shown(100));
    }
    let mut all = Samples::default();
    for ((kind, line), (samples, letters)) in TYPED.iter().zip(typed) {
        println!("{:56} {letters:>8} {}", format!("typing: {} {line}", kind.word()), samples.shown(99));
        all.0.extend(samples.0);
    }
    println!("{:56} {:>8} {}", "typing: any letter, p50 and p99", all.0.len(), all.shown(99));
    for (column, samples) in values {
        println!("{:56} {:>8} {}", format!("values of {column:?}"), samples.0.len(), samples.shown(100));
    }
    println!("peak memory {} MB", memory / 1_000);
}

/// How long the same takes in SQL written by hand, through the library and through the program, where there is one.
fn by_hand(raw: &rusqlite::Connection, database: &Path, sql: &str, rows: usize) -> String {
    if sql.is_empty() {
        return format!("{:>8} {:>8}", "-", "-");
    }
    let sql = sql.replace(":today", &TODAY.0.to_string());
    let (mut library, mut program) = (Samples::default(), Samples::default());
    for _ in 0..3 {
        let begun = Instant::now();
        let mut statement = raw.prepare(&sql).expect(&sql);
        let mut found = statement.raw_query();
        let mut count = 0;
        while found.next().expect("a row").is_some() {
            count += 1;
        }
        library.0.push(begun.elapsed());
        assert_eq!(count, rows, "{sql}");
        let begun = Instant::now();
        let output = std::process::Command::new("sqlite3").arg(database).arg(&sql).output();
        if output.is_ok_and(|it| it.status.success()) {
            program.0.push(begun.elapsed());
        }
    }
    let program = if program.0.is_empty() { format!("{:>8}", "-") } else { program.median() };
    format!("{} {program}", library.median())
}

struct Figures {
    rows: usize,
    again: Samples,
    /// Asked after something was stored, when nothing that was found before may be of use.
    after_write: Samples,
}

struct Desk {
    store: Store,
    locales: [Locale; 2],
    custom: CustomFields,
}

impl Desk {
    fn open(database: &Path) -> Self {
        let store = Store::open(database, session()).expect("the portfolio");
        let locales = ["en", "es"].map(|tag| Locale::from_tag(tag).expect("a locale"));
        let custom = store.custom_fields().expect("their definitions");
        let mut desk = Self { store, locales, custom };
        desk.list(ListKind::Clients, "");
        desk
    }

    fn ask(&mut self, question: Question) -> Figures {
        let (mut again, mut after_write) = (Samples::default(), Samples::default());
        let mut rows = 0;
        for time in 0..TIMES {
            self.write(i64::try_from(time).expect("few"));
            let (_, taken) = self.list(question.kind, question.line).expect("a filter");
            after_write.0.push(taken);
            let (found, taken) = self.list(question.kind, question.line).expect("a filter");
            rows = found;
            again.0.push(taken);
            if again.0.iter().chain(&after_write.0).sum::<Duration>() > LONGEST {
                break;
            }
        }
        assert!(rows > 0, "{} finds nothing: that tells nothing", question.line);
        Figures { rows, again, after_write }
    }

    /// Each beginning of a line that is a filter.
    fn typed(&mut self, kind: ListKind, line: &str) -> (Samples, usize) {
        let mut samples = Samples::default();
        for time in 0..2 {
            self.write(time);
            for (at, letter) in line.char_indices() {
                if let Some((_, taken)) = self.list(kind, &line[..at + letter.len_utf8()]) {
                    samples.0.push(taken);
                }
            }
        }
        (samples, line.chars().count())
    }

    /// All that is read ahead when nobody asks, in its parts.
    fn read_ahead(&mut self) -> Samples {
        let mut parts = Samples::default();
        loop {
            let begun = Instant::now();
            let more = self.store.read_ahead();
            parts.0.push(begun.elapsed());
            if !more {
                return parts;
            }
        }
    }

    /// The panel of the values of a column.
    fn values(&mut self, column: Column) -> Samples {
        let mut samples = Samples::default();
        for _ in 0..7 {
            let begun = Instant::now();
            let query = ListQuery::all(ListKind::Clients);
            self.store.answer(Request::Values { ticket: Ticket(1), query, column }, &mut |reply| {
                assert!(matches!(reply, Reply::ValuesLoaded { .. }), "{reply:?}");
            });
            samples.0.push(begun.elapsed());
        }
        samples
    }

    /// From the line to its first rows; `None` for what is no filter.
    fn list(&mut self, kind: ListKind, line: &str) -> Option<(usize, Duration)> {
        let begun = Instant::now();
        let today = TODAY.date().expect("a day");
        let currency = self.store.currency();
        let custom = self.custom.all();
        let read = |locale| parse(line, &Reading { list: kind, today, locale, currency, custom }).ok();
        let filter = self.locales.iter().find_map(read)?;
        let (sort, group) = (filter.sort.clone(), filter.group);
        let query = ListQuery { sort, group, filter, ..ListQuery::all(kind) };
        let mut found: Option<Vec<i64>> = None;
        self.store.answer(Request::List { ticket: Ticket(1), query }, &mut |reply| {
            if let Reply::Listed { ids, complete: true, .. } = reply {
                found = Some(ids.to_vec());
            }
        });
        let found = found.expect("a list");
        let ids = found.iter().copied().take(PAGE).collect();
        self.store.answer(Request::Rows { ticket: Ticket(1), kind, ids }, &mut |reply| {
            assert!(matches!(reply, Reply::RowsLoaded { .. }), "{reply:?}");
        });
        Some((found.len(), begun.elapsed()))
    }

    /// Something is stored, and taken back.
    fn write(&mut self, place: i64) {
        let client = ClientId(1_001 + place);
        for request in [Request::PutOff { client, to: TODAY.plus(7) }, Request::Undo] {
            self.store
                .answer(request, &mut |reply| assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}"));
        }
    }
}

/// Times of the same thing.
#[derive(Default)]
struct Samples(Vec<Duration>);

impl Samples {
    fn at(&self, hundredths: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * hundredths).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default().as_secs_f64() * 1e3
    }

    fn median(&self) -> String {
        format!("{:>8.1}", self.at(50))
    }

    /// The median, and the one of so many hundredths.
    fn shown(&self, hundredths: usize) -> String {
        format!("{:>8.1} {:>8.1}", self.at(50), self.at(hundredths))
    }

    fn sum(&self) -> f64 {
        self.0.iter().sum::<Duration>().as_secs_f64() * 1e3
    }
}

/// The most memory that the process ever had, where the system tells.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
