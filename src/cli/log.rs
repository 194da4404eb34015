//! `cartera log KIND "client: line"`: the quick log of the screen, in one command.

use super::args::LogArgs;
use super::desk::{Desk, TICKET};
use super::print::{self, Output};
use super::table::{Cell, Table};
use super::{Context, Exit, Failure, who};
use crate::domain::client::ClientRow;
use crate::domain::kinds::{Outcome, SaleKind};
use crate::entry::{self, Doubt, Place, PriceFrom, QuickEntry, Reading, Refusal, Said, Sold};
use crate::quicklog;
use serde_json::{Value as Json, json};

/// Candidates that are listed, at most.
const LISTED: usize = 20;

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
    let rest = line.get(rest..).unwrap_or_default().trim();
    let place = Place { today: context.today, locale: context.locale, currency: desk.currency() };
    let mut entry = QuickEntry::settled(args.kind, (client.id, client.name.clone()));
    let reading = find_names(&mut entry, rest, &place, &mut desk)?;
    if let Some(exit) = tell_problems(&reading, context) {
        return Ok(exit);
    }
    match reading.request(&place) {
        Ok(_) if args.dry_run => print::note(&context.lang().t("cli-log-dry-run")),
        Ok(request) => {
            desk.write(request)?;
        }
        Err(refusal) => return Ok(refused(&refusal, &place)),
    }
    if args.json {
        out.begin_array()?;
        out.item(&object(&reading, &client, &place))?;
        out.end_array()?;
    } else {
        out.line(&format!("{} · {}", client.name, entry::meaning(&reading, &place)))?;
    }
    Ok(Exit::Done)
}

/// Asks the storage about the names of the line until it has said all it knows.
fn find_names(
    entry: &mut QuickEntry,
    line: &str,
    place: &Place,
    desk: &mut Desk,
) -> Result<Reading, Failure> {
    while let Some(request) = entry.wanted(line, place, || TICKET) {
        let candidates = desk.look_up(request)?;
        entry.take(TICKET, &candidates);
    }
    Ok(entry.read(line, place))
}

/// Says what was not understood. What would be logged otherwise than it was meant is not logged: on the screen it is seen
/// in time, here it is not.
fn tell_problems(reading: &Reading, context: &Context) -> Option<Exit> {
    for problem in &reading.problems {
        print::note(&quicklog::problem(problem, &context.locale));
    }
    reading.serious().map(|_| Exit::Misused)
}

/// Says why nothing was logged; a name that may mean several, or nobody, with those it may mean.
fn refused(refusal: &Refusal, place: &Place) -> Exit {
    print::note(&entry::refused(refusal, place));
    if let Refusal::Doubt(doubt) = refusal {
        list(doubt);
        return Exit::NothingFound;
    }
    Exit::Misused
}

fn list(doubt: &Doubt) {
    let shown = doubt.choices.iter().take(LISTED);
    let cells = shown.map(|row| {
        // A product's number is all that tells it apart.
        let detail = if row.detail == row.code { "" } else { row.detail.as_str() };
        [row.code.as_str(), row.label.as_str(), detail]
            .map(|text| Cell { text: text.to_owned(), number: false })
    });
    let cells: Vec<_> = cells.collect();
    let mut table = Table::new(vec![String::new(); 3], None);
    for row in &cells {
        table.measure(row);
    }
    for row in &cells {
        print::note(&format!("  {}", table.row(row)));
    }
}

/// All keys are there for every kind; what the kind does not have is null.
fn object(reading: &Reading, client: &ClientRow, place: &Place) -> Json {
    let mut object = json!({
        "kind": null, "client": client.name, "client_id": client.id, "date": null, "direction": null,
        "contact": null, "contact_id": null, "minutes": null, "outcome": null, "offers": [], "tags": [],
        "they_call_until": null, "follow_up": null, "follow_up_kind": null, "follow_up_title": null, "text": null,
        "number": null, "lines": [], "total_minor": null, "currency": null,
    });
    let own = match &reading.said {
        Said::Done { entry, contact, offers } => {
            let drafts = entry.drafts(client.id, None);
            let next = drafts.follow_up;
            json!({
                "kind": entry.kind.word(),
                "date": entry.day.to_string(),
                "direction": entry.direction.word(),
                "contact": contact.as_ref().map(|(_, name)| name),
                "contact_id": contact.as_ref().map(|(id, _)| id),
                "minutes": entry.minutes,
                "outcome": entry.outcome.map(Outcome::word),
                "offers": offers.iter().map(|(id, name)| json!({"product_id": id, "product": name})).collect::<Vec<_>>(),
                "tags": entry.tags,
                "they_call_until": entry.they_call.map(|until| until.to_string()),
                "follow_up": entry.follow_up.as_ref().map(|next| next.due.to_string()),
                "follow_up_kind": next.as_ref().map(|next| next.kind.word()),
                "follow_up_title": next.map(|next| next.title).filter(|title| !title.is_empty()),
                "text": Some(&entry.text).filter(|text| !text.is_empty()),
            })
        }
        Said::Sale { entry, contact, lines } => {
            let (kind, sign) = if entry.is_return { (SaleKind::Return, -1) } else { (SaleKind::Sale, 1) };
            json!({
                "kind": kind.word(),
                "date": entry.day.to_string(),
                "contact": contact.as_ref().map(|(_, name)| name),
                "contact_id": contact.as_ref().map(|(id, _)| id),
                "number": entry.number,
                "lines": lines.iter().map(|sold| sold_object(sold, sign)).collect::<Vec<_>>(),
                "total_minor": reading.total_minor().map(|total| total * sign),
                "currency": place.currency.code(),
            })
        }
    };
    if let (Json::Object(all), Json::Object(own)) = (&mut object, own) {
        all.extend(own);
    }
    object
}

fn sold_object(sold: &Sold, sign: i64) -> Json {
    let price_from = match sold.price {
        PriceFrom::Typed => "typed",
        PriceFrom::Paid => "last",
        PriceFrom::Listed => "list",
        PriceFrom::Nowhere => "none",
    };
    json!({
        "product": sold.line.description,
        "product_id": sold.line.product,
        "quantity_milli": sold.line.quantity_milli,
        "price_micros": sold.line.price_micros,
        "price_from": price_from,
        "discount_bp": sold.line.discount_bp,
        "amount_minor": sold.amount_minor.map(|amount| amount * sign),
    })
}
