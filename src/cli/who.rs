//! Which client a word on the command line means: by code, by whole name, by part of the name; never a guess.

use super::desk::{CHUNK, Desk};
use super::print;
use super::table::{Cell, Table};
use super::{Context, Exit, Failure};
use crate::domain::client::ClientRow;
use crate::domain::list::{ListKind, ListQuery};
use crate::repository::request::Rows;
use crate::text::fold::fold;

/// Candidates that are listed, at most.
const LISTED: usize = 20;

/// What was found for a word.
#[derive(Debug)]
enum Found {
    One(Box<ClientRow>),
    /// The first of them, and how many there are.
    Several(Vec<ClientRow>, usize),
    Nothing,
}

/// The client meant. Otherwise says on standard error what the word may mean, and gives the exit code.
pub fn client(desk: &mut Desk, text: &str, context: &Context) -> Result<Result<ClientRow, Exit>, Failure> {
    match find(desk, text)? {
        Found::One(row) => Ok(Ok(*row)),
        Found::Several(rows, count) => {
            print::note(
                &context.locale.ta("cli-client-ambiguous", &[("text", text.into()), ("count", count.into())]),
            );
            list(&rows);
            Ok(Err(Exit::NothingFound))
        }
        Found::Nothing => {
            print::note(&context.locale.ta("cli-client-unknown", &[("text", text.into())]));
            Ok(Err(Exit::NothingFound))
        }
    }
}

fn list(rows: &[ClientRow]) {
    let cells = |row: &ClientRow| {
        [&row.code, &row.name, &row.city].map(|text| Cell { text: text.clone(), number: false })
    };
    let mut table = Table::new(vec![String::new(); 3], None);
    for row in rows {
        table.measure(&cells(row));
    }
    for row in rows {
        print::note(&format!("  {}", table.row(&cells(row))));
    }
}

/// Archived clients are found by their code or whole name only.
fn find(desk: &mut Desk, text: &str) -> Result<Found, Failure> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Ok(Found::Nothing);
    }
    let query = ListQuery { search: text.to_owned(), closed: true, ..ListQuery::all(ListKind::Clients) };
    let ids = desk.list(query)?.ids;
    let (mut namesakes, mut alike, mut related) = (Vec::new(), Hits::default(), Hits::default());
    for chunk in ids.chunks(CHUNK) {
        let Some(Rows::Clients(rows)) = desk.rows(ListKind::Clients, chunk)? else { continue };
        for row in rows {
            let name = fold(&row.name);
            if fold(&row.code) == wanted {
                return Ok(Found::One(Box::new(row)));
            }
            if name == wanted {
                namesakes.push(row);
            } else if row.archived {
                // Not meant unless it is named outright.
            } else if wanted.split(' ').all(|word| name.contains(word)) {
                alike.add(row);
            } else {
                related.add(row);
            }
        }
    }
    Ok(match (namesakes.len(), alike.count, related.count) {
        (1, ..) => one(namesakes),
        (2.., ..) => Found::Several(namesakes.clone(), namesakes.len()),
        (0, 1, _) => one(alike.rows),
        (0, 2.., _) => Found::Several(alike.rows, alike.count),
        // Found by its city or one of its people: shown, not taken.
        (0, 0, 1..) => Found::Several(related.rows, related.count),
        (0, 0, 0) => Found::Nothing,
    })
}

fn one(rows: Vec<ClientRow>) -> Found {
    rows.into_iter().next().map_or(Found::Nothing, |row| Found::One(Box::new(row)))
}

/// Rows that are counted all, and kept as far as they are listed.
#[derive(Default)]
struct Hits {
    rows: Vec<ClientRow>,
    count: usize,
}

impl Hits {
    fn add(&mut self, row: ClientRow) {
        self.count += 1;
        if self.rows.len() < LISTED {
            self.rows.push(row);
        }
    }
}
