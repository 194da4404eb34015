//! `cartera activity`: how much was done, and by day what; plain enough to be sent as a mail on Friday.

use super::args::ActivityArgs;
use super::desk::{CHUNK, Desk};
use super::print::{self, Output};
use super::{Context, Exit, Failure, record, salesperson};
use crate::domain::day::Day;
use crate::domain::interaction::InteractionRow;
use crate::domain::kinds::Direction;
use crate::domain::list::{ListKind, ListQuery};
use crate::domain::totals::{TotalRow, Week, Whose};
use crate::repository::request::Rows;
use crate::text::Label as _;
use crate::text::Terms;
use crate::text::dates::{self, Prefer};
use chrono::{Datelike as _, NaiveDate};

pub fn run(args: &ActivityArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let days = days(args, context)?;
    let mut desk = context.desk()?;
    let salesperson = match &args.salesperson {
        Some(name) => match salesperson::find(&mut desk, name, context)? {
            Ok(id) => Some(id),
            Err(exit) => return Ok(exit),
        },
        None => None,
    };
    let query = |kind| ListQuery { days: Some(days), salesperson, ..ListQuery::all(kind) };
    let terms = Terms { locale: context.locale, currency: desk.currency(), today: context.today.into() };
    if args.json {
        let kind = if args.totals { ListKind::Totals } else { ListKind::Activity };
        return print_json(args, query(kind), &mut desk, out);
    }
    out.line(&format!("{}, {}", terms.locale.lang.tab("activity"), span(days, terms)))?;
    if args.kind.is_none() {
        totals(query(ListKind::Totals), &mut desk, terms, out)?;
    }
    if !args.totals {
        by_day(args, query(ListKind::Activity), &mut desk, terms, out)?;
    }
    Ok(Exit::Done)
}

/// The days asked for; without any, this week up to today.
fn days(args: &ActivityArgs, context: &Context) -> Result<(Day, Day), Failure> {
    let read = |text: &Option<String>, otherwise: Day| match text {
        Some(text) => dates::parse(text, context.today, Prefer::Past, &context.locale)
            .map(Day::from)
            .map_err(|error| Failure::BadDate { text: text.clone(), error }),
        None => Ok(otherwise),
    };
    let today = Day::from(context.today);
    let to = read(&args.to, today)?;
    let from = read(&args.from, Week::of(to).monday())?;
    if from > to {
        print::note(&context.locale.t("cli-days-turned"));
    }
    Ok((from.min(to), from.max(to)))
}

fn span((from, to): (Day, Day), terms: Terms) -> String {
    if from == to { terms.date(from) } else { format!("{}–{}", terms.date(from), terms.date(to)) }
}

/// The weeks, the newest first, and in each who did how much.
fn totals(query: ListQuery, desk: &mut Desk, terms: Terms, out: &mut Output) -> Result<(), Failure> {
    let ids = desk.list(query)?.ids;
    let mut week = None;
    for chunk in ids.chunks(CHUNK) {
        let Some(Rows::Totals(rows)) = desk.rows(ListKind::Totals, chunk)? else { continue };
        for row in rows {
            if week != Some(row.of.week) {
                week = Some(row.of.week);
                out.line("")?;
                out.line(&heading(row.of.week, terms))?;
            }
            out.line(&format!("  {}", total(&row, terms)))?;
        }
    }
    Ok(())
}

fn heading(week: Week, terms: Terms) -> String {
    let number = week.monday().date().map_or(0, |date: NaiveDate| date.iso_week().week());
    let days = span((week.monday(), week.sunday()), terms);
    terms.locale.ta("activity-week", &[("number", number.into()), ("days", days.into())])
}

fn total(row: &TotalRow, terms: Terms) -> String {
    let who = match row.of.whose {
        Whose::Everybody => terms.t("totals-everybody"),
        Whose::Nobody => terms.t("totals-nobody"),
        Whose::Of(_) => row.salesperson.clone(),
    };
    let done = &row.done;
    let touches = match row.capacity {
        Some(capacity) => terms
            .locale
            .ta("activity-of-capacity", &[("made", done.touches.into()), ("capacity", capacity.into())]),
        None => terms.locale.ta("activity-touches", &[("count", done.touches.into())]),
    };
    let mut parts = vec![touches];
    for (key, count) in [
        ("activity-clients", done.clients),
        ("activity-visits", done.visits),
        ("activity-calls", done.calls),
        ("activity-emails", done.emails),
        ("activity-messages", done.messages),
        ("activity-meetings", done.meetings),
        ("activity-offers", done.offers),
    ] {
        if count > 0 {
            parts.push(terms.locale.ta(key, &[("count", count.into())]));
        }
    }
    format!("{who}: {}", parts.join(" · "))
}

/// What was done, day by day, the newest first.
fn by_day(
    args: &ActivityArgs,
    query: ListQuery,
    desk: &mut Desk,
    terms: Terms,
    out: &mut Output,
) -> Result<(), Failure> {
    let ids = desk.list(query)?.ids;
    let (mut day, mut nothing) = (None, true);
    for chunk in ids.chunks(CHUNK) {
        for row in rows(args, desk, chunk)? {
            nothing = false;
            if day != Some(row.day) {
                day = Some(row.day);
                out.line("")?;
                let name = row.day.date().map(|date| dates::weekday(date, terms.locale.lang));
                out.line(&[name.unwrap_or_default(), terms.date(row.day)].join(" "))?;
            }
            out.line(&format!("  {}", line(&row, terms)))?;
        }
    }
    if nothing {
        out.line("")?;
        out.line(&terms.t("activity-nothing"))?;
    }
    Ok(())
}

/// The interactions with these keys that are of the kind asked for.
fn rows(args: &ActivityArgs, desk: &mut Desk, ids: &[i64]) -> Result<Vec<InteractionRow>, Failure> {
    match desk.rows(ListKind::Activity, ids)? {
        Some(Rows::Activity(mut rows)) => {
            rows.retain(|row| args.kind.is_none_or(|kind| kind == row.kind));
            Ok(rows)
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

fn line(row: &InteractionRow, terms: Terms) -> String {
    let lang = terms.locale.lang;
    let mut parts = vec![row.client_name.clone()];
    if row.direction == Direction::In {
        parts.push(row.direction.label(lang));
    }
    parts.extend(row.outcome.map(|outcome| outcome.label(lang)));
    parts.extend(row.minutes.map(|count| terms.locale.ta("activity-minutes", &[("count", count.into())])));
    if !row.offered.is_empty() {
        parts.push(terms.locale.ta("activity-offered", &[("products", row.offered.join(", ").into())]));
    }
    // A mail has a line for each; the whole text is in JSON.
    parts.extend(row.text.lines().next().map(str::to_owned));
    parts.extend([row.contact.clone(), row.salesperson.clone()]);
    parts.retain(|part| !part.is_empty());
    format!("{}: {}", row.kind.label(lang), parts.join(" · "))
}

fn print_json(
    args: &ActivityArgs,
    query: ListQuery,
    desk: &mut Desk,
    out: &mut Output,
) -> Result<Exit, Failure> {
    let kind = query.kind;
    let ids = desk.list(query)?.ids;
    out.begin_array()?;
    for chunk in ids.chunks(CHUNK) {
        let objects: Vec<_> = if kind == ListKind::Activity {
            rows(args, desk, chunk)?.into_iter().map(|row| record::interaction(row).json()).collect()
        } else {
            match desk.rows(kind, chunk)? {
                Some(Rows::Totals(rows)) => rows.into_iter().map(|row| record::week(row).json()).collect(),
                Some(_) | None => Vec::new(),
            }
        };
        for object in objects {
            out.item(&object)?;
        }
    }
    out.end_array()?;
    Ok(Exit::Done)
}
