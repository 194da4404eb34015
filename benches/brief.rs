//! The briefing: how long it takes, and on real sales whether what it says comes true.
//!
//! `cargo bench --bench brief -- FILE.db [CUT DAYS]`. Without CUT it times briefings, the list of products and their cards on
//! a portfolio of one's own. With CUT, a day such as 2011-06-09, it stands on that day and looks at the DAYS after it: of the
//! habits that the briefing calls stopped and of the others, how many go on; and of the first three proposals to each client
//! that buys something afterwards, how many it buys, beside the best sellers that it did not buy before.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use cartera::analysis::habit::{Habit, LEAST_DAYS};
use cartera::domain::brief::Brief;
use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Ticket};
use cartera::repository::store::{Session, Store};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    // `cargo bench` adds flags of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.as_slice() {
        [file] => time(Path::new(file)),
        [file, cut, days] => {
            let cut: NaiveDate = cut.parse().expect("CUT is a day such as 2011-06-09");
            foretell(Path::new(file), Day::from(cut), days.parse().expect("DAYS is a number"));
        }
        _ => println!("brief: name a portfolio, cargo bench --bench brief -- FILE.db [CUT DAYS]"),
    }
}

fn open(file: &Path, today: Day) -> Store {
    let session =
        Session { today, author: "nobody".into(), now_ms: || 1_795_510_800_000, currency: Currency::EUR };
    Store::open(file, session).expect("the portfolio")
}

/// A copy: a file opened as of another day has its facts computed for that day.
fn copied(file: &Path) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("copy.db");
    rusqlite::Connection::open(file)
        .and_then(|own| own.execute("VACUUM INTO ?1", [copy.to_string_lossy()]))
        .expect("a copy of the portfolio");
    (folder, copy)
}

fn time(file: &Path) {
    let (_folder, file) = copied(file);
    let newest: i32 = rusqlite::Connection::open(&file)
        .and_then(|own| own.query_row("SELECT max(day) FROM sale", [], |row| row.get(0)))
        .expect("a portfolio with sales");
    let mut store = open(&file, Day(newest));
    let clients = list(&mut store, ListKind::Clients).0;
    let mut briefs: Vec<Duration> = clients
        .iter()
        .map(|client| {
            let begun = Instant::now();
            brief(&mut store, *client).expect("a briefing");
            begun.elapsed()
        })
        .collect();
    report("a briefing", &mut briefs);
    let (products, first) = list(&mut store, ListKind::Products);
    report("the products, first", &mut [first]);
    let mut again: Vec<Duration> = (0..20).map(|_| list(&mut store, ListKind::Products).1).collect();
    report("the products, again", &mut again);
    let mut cards: Vec<Duration> = products
        .iter()
        .map(|product| {
            let begun = Instant::now();
            let request = Request::ProductCard { ticket: Ticket(1), product: ProductId(*product) };
            store.answer(request, &mut |reply| drop(reply));
            begun.elapsed()
        })
        .collect();
    report("a product's card", &mut cards);
}

fn report(what: &str, samples: &mut [Duration]) {
    samples.sort_unstable();
    let at = |part: usize| samples.get(part).copied().unwrap_or_default().as_secs_f64() * 1e3;
    let last = samples.len().saturating_sub(1);
    println!(
        "{what:20} p50 {:7.2} ms  p99 {:7.2} ms  of {}",
        at(last / 2),
        at(last * 99 / 100),
        samples.len()
    );
}

fn list(store: &mut Store, kind: ListKind) -> (Vec<i64>, Duration) {
    let begun = Instant::now();
    let mut found = Vec::new();
    store.answer(Request::List { ticket: Ticket(1), query: ListQuery::all(kind) }, &mut |reply| {
        if let Reply::Listed { ids, complete: true, .. } = reply {
            found = ids.to_vec();
        }
    });
    (found, begun.elapsed())
}

fn brief(store: &mut Store, client: i64) -> Option<Box<Brief>> {
    let mut found = None;
    store.answer(Request::Brief { ticket: Ticket(1), client: ClientId(client) }, &mut |reply| {
        if let Reply::Briefed { brief, .. } = reply {
            found = Some(brief);
        }
    });
    found
}

/// Net amounts by client, product and day.
type Sold = BTreeMap<(i64, i64), BTreeMap<i32, i64>>;

fn foretell(file: &Path, cut: Day, window: i32) {
    let (_folder, file) = copied(file);
    let mut store = open(&file, cut);
    // The interval of all clients, to which each is pulled, as it was known on that day.
    store.answer(Request::PublishRatings { recalibrate: true }, &mut |reply| drop(reply));
    let (sold, prior) = read(&file);
    let until = cut.plus(window);
    let bought = |pair: &(i64, i64), from: Day, to: Day| {
        sold.get(pair).is_some_and(|days| days.range(from.0 + 1..=to.0).any(|(_, sum)| *sum > 0))
    };
    let mut stopped = Share::default();
    let mut others = Share::default();
    for (pair, days) in &sold {
        let days: Vec<Day> =
            days.range(..=cut.0).filter(|(_, sum)| **sum > 0).map(|(day, _)| Day(*day)).collect();
        let Some(habit) = Habit::of(&days).filter(|habit| habit.days >= LEAST_DAYS) else { continue };
        let share = if habit.stopped(prior, cut).is_some() { &mut stopped } else { &mut others };
        share.add(bought(pair, cut, until));
    }
    println!("habits called stopped that went on: {stopped}; the others: {others}");

    let year = cut.plus(-365);
    let mut buyers: HashMap<i64, usize> = HashMap::new();
    for pair in sold.keys().filter(|pair| bought(pair, year, cut)) {
        *buyers.entry(pair.1).or_default() += 1;
    }
    let mut best: Vec<i64> = buyers.keys().copied().collect();
    best.sort_unstable_by_key(|product| (std::cmp::Reverse(buyers[product]), *product));
    let (mut ours, mut theirs, mut asked) = (Share::default(), Share::default(), 0);
    let clients: BTreeSet<i64> = sold.keys().map(|pair| pair.0).collect();
    for client in clients {
        let mine = || sold.range((client, 0)..=(client, i64::MAX)).map(|(pair, _)| *pair);
        if !mine().any(|pair| bought(&pair, Day(i32::MIN), cut))
            || !mine().any(|pair| bought(&pair, cut, until))
        {
            continue;
        }
        let Some(brief) = brief(&mut store, client) else { continue };
        let proposed = brief.proposals.products.iter().take(3).map(|it| it.product.0);
        let proposed: Vec<i64> = proposed.collect();
        if proposed.is_empty() {
            continue;
        }
        asked += 1;
        for product in proposed {
            ours.add(bought(&(client, product), cut, until));
        }
        let new = best.iter().filter(|product| !bought(&(client, **product), year, cut));
        for product in new.take(3) {
            theirs.add(bought(&(client, *product), cut, until));
        }
    }
    println!("proposals bought: {ours}; best sellers: {theirs}; {asked} clients");
}

/// What was sold, and the interval to which a client's own is pulled.
fn read(file: &Path) -> (Sold, i64) {
    let connection = rusqlite::Connection::open(file).expect("the portfolio");
    let mut statement = connection
        .prepare("SELECT client_id, product_id, day, sum(base_minor) FROM sale_line WHERE product_id IS NOT NULL GROUP BY 1, 2, 3")
        .expect("SQL");
    let mut rows = statement.query([]).expect("the sales");
    let mut sold = Sold::new();
    while let Some(row) = rows.next().expect("a sale") {
        let pair = (row.get(0).expect("a client"), row.get(1).expect("a product"));
        sold.entry(pair).or_default().insert(row.get(2).expect("a day"), row.get(3).expect("a sum"));
    }
    let prior = connection
        .query_row("SELECT gap_prior_millidays FROM calibration ORDER BY id DESC LIMIT 1", [], |row| {
            row.get(0)
        })
        .expect("a calibration");
    (sold, prior)
}

#[derive(Default)]
struct Share {
    yes: u32,
    of: u32,
}

impl Share {
    fn add(&mut self, yes: bool) {
        self.of += 1;
        self.yes += u32::from(yes);
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:.1} % of {}", f64::from(self.yes) * 100.0 / f64::from(self.of.max(1)), self.of)
    }
}
