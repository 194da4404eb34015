//! `cartera log KIND "client: line"`: the quick log of the screen, in one command.

use super::args::LogArgs;
use super::desk::Desk;
use super::print::{self, Output};
use super::{Context, Exit, Failure, who};
use crate::domain::client::ClientRow;
use crate::domain::ids::ContactId;
use crate::domain::list::{ListKind, ListQuery};
use crate::quicklog::{self, Entry, Unclear};
use crate::repository::request::Rows;
use crate::tui::TextField;
use crate::tui::log_entry::{LogEntry, People, Refusal};
use serde_json::{Value as Json, json};

pub fn run(args: &LogArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let line = args.line.join(" ");
    let (client, rest) = match quicklog::split_client(&line) {
        Some(split) => split,
        None if line.contains(':') || line.trim().is_empty() => return Err(Failure::NoClient),
        // Nothing but the client is a visit today, as Enter on the screen.
        None => (line.as_str(), line.len()),
    };
    let mut desk = context.desk()?;
    let client = match who::client(&mut desk, client, context)? {
        Ok(row) => row,
        Err(exit) => return Ok(exit),
    };
    let mut log = LogEntry::new(args.kind, client.id, &client.name);
    log.field = TextField::new(line.get(rest..).unwrap_or_default().trim().to_owned());
    let entry = log.read(context.today, &context.locale);
    if let Some(exit) = tell_problems(&entry, context) {
        return Ok(exit);
    }
    log.people = People::Known(people(&mut desk, &client)?);
    let contact = match log.person(&entry) {
        Ok(contact) => contact.map(|(_, name)| name),
        Err(refusal) => return Ok(refused(&refusal, context)),
    };
    match log.request(context.today, &context.locale) {
        Ok(request) => desk.write(request)?,
        Err(refusal) => return Ok(refused(&refusal, context)),
    };
    if args.json {
        out.begin_array()?;
        out.item(&object(&entry, &client, contact.as_deref()))?;
        out.end_array()?;
    } else {
        let meaning = quicklog::meaning(&entry, contact.as_deref(), context.today, &context.locale);
        out.line(&format!("{} · {meaning}", client.name))?;
    }
    Ok(Exit::Done)
}

/// Says what was not understood. What would be logged otherwise than it was meant is not logged: on the screen it is seen
/// in time, here it is not.
fn tell_problems(entry: &Entry, context: &Context) -> Option<Exit> {
    for problem in &entry.problems {
        print::note(&quicklog::problem(problem, &context.locale));
    }
    entry.problems.iter().any(|problem| problem.trouble.is_serious()).then_some(Exit::Misused)
}

/// The people at a client, for the name that a line gives.
fn people(desk: &mut Desk, client: &ClientRow) -> Result<Vec<(ContactId, String)>, Failure> {
    let query = ListQuery { client: Some(client.id), ..ListQuery::all(ListKind::Contacts) };
    let (ids, _sum) = desk.list(query)?;
    let Some(Rows::Contacts(rows)) = desk.rows(ListKind::Contacts, &ids)? else { return Ok(Vec::new()) };
    Ok(rows.into_iter().filter(|row| row.left_on.is_none()).map(|row| (row.id, row.name)).collect())
}

fn refused(refusal: &Refusal, context: &Context) -> Exit {
    let lang = context.lang();
    match refusal {
        Refusal::NoteWithoutText => {
            print::note(&lang.t("cli-log-empty-note"));
            Exit::Misused
        }
        Refusal::Unclear(Unclear::Nobody(name)) => {
            print::note(&lang.ta("cli-log-nobody", &[("name", name.into())]));
            Exit::NothingFound
        }
        Refusal::Unclear(Unclear::Several(name, people)) => {
            print::note(
                &lang.ta("cli-log-several", &[("name", name.into()), ("people", people.join(", ").into())]),
            );
            Exit::NothingFound
        }
    }
}

fn object(entry: &Entry, client: &ClientRow, contact: Option<&str>) -> Json {
    json!({
        "kind": entry.kind.word(),
        "client": client.name,
        "client_id": client.id,
        "date": entry.day.to_string(),
        "direction": entry.direction.word(),
        "contact": contact,
        "minutes": entry.minutes,
        "outcome": entry.outcome.map(crate::domain::kinds::Outcome::word),
        "follow_up": entry.follow_up.as_ref().map(|follow_up| follow_up.due.to_string()),
        "text": Some(&entry.text).filter(|text| !text.is_empty()),
    })
}
