//! `cartera today`: whom to contact, why, how to reach them and what was last; plain enough to be sent as a mail.

use super::args::TodayArgs;
use super::desk::{CHUNK, Desk};
use super::print::Output;
use super::{Context, Exit, Failure, list, record, salesperson};
use crate::attention::Reason;
use crate::attention::tell;
use crate::domain::day::Day;
use crate::domain::list::{ListKind, ListQuery};
use crate::domain::today::{TodayHead, TodayRow};
use crate::filter::Filter;
use crate::rating::star_line;
use crate::repository::request::Rows;
use crate::text::Terms;
use crate::text::dates;
use serde_json::{Map, Value as Json, json};

pub fn run(args: &TodayArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut desk = context.desk()?;
    let salesperson = match &args.salesperson {
        Some(name) => match salesperson::find(&mut desk, name, context)? {
            Ok(id) => Some(id),
            Err(exit) => return Ok(exit),
        },
        None => None,
    };
    let kind = match (args.put_off, args.by_city) {
        (true, _) => ListKind::PutOff,
        (false, true) => ListKind::TodayByCity,
        (false, false) => ListKind::Today,
    };
    let filter = list::filter(kind, &args.words, &mut desk, context)?;
    let (sort, limit) = (filter.sort.clone(), args.limit.or(filter.limit));
    // All are counted, also those that are not shown.
    let filter = Filter { limit: None, ..filter };
    let query = ListQuery { salesperson, closed: args.all, sort, filter, ..ListQuery::all(kind) };
    let (ids, head) = desk.today(query)?;
    let shown = ids.get(..limit.unwrap_or(usize::MAX).min(ids.len())).unwrap_or_default();
    let terms = Terms { locale: context.locale, currency: desk.currency(), today: context.today.into() };
    if args.json {
        print_json(kind, shown, &mut desk, terms, out)?;
        return Ok(Exit::Done);
    }
    let title = title(kind, ids.len(), &head, terms);
    out.line(&title)?;
    let (mut place, mut city) = (0, None);
    for chunk in shown.chunks(CHUNK) {
        for row in rows(&mut desk, kind, chunk)? {
            if kind == ListKind::TodayByCity && city.as_ref() != Some(&row.city) {
                let name = if row.city.is_empty() { terms.t("today-no-city") } else { row.city.clone() };
                out.line("")?;
                out.line(&name)?;
                city = Some(row.city.clone());
            }
            place += 1;
            out.line("")?;
            for line in lines(place, &row, terms) {
                out.line(&line)?;
            }
        }
    }
    if ids.is_empty() {
        out.line("")?;
        let nothing = if kind == ListKind::PutOff { "today-nobody-put-off" } else { "today-nobody" };
        out.line(&terms.t(nothing))?;
    }
    if head.below_cut > 0 {
        out.line("")?;
        out.line(&terms.locale.ta("today-cli-cut", &[("count", head.below_cut.into())]))?;
    }
    Ok(Exit::Done)
}

/// The day, whose it is, how many, and how full the week is.
fn title(kind: ListKind, count: usize, head: &TodayHead, terms: Terms) -> String {
    let lang = terms.locale.lang;
    let mut parts = vec![format!("{}, {}", lang.tab(kind.word()), terms.date(terms.today))];
    parts.extend(head.whose.clone());
    parts.push(terms.locale.ta("today-clients", &[("count", count.into())]));
    parts.extend(week(head, terms));
    parts.join(" · ")
}

/// How full the week is, where there is a capacity.
fn week(head: &TodayHead, terms: Terms) -> Option<String> {
    let capacity = head.capacity?;
    let args = [("made", head.made.into()), ("capacity", capacity.into())];
    Some(terms.locale.ta("today-week", &args))
}

/// A client in three lines.
fn lines(place: usize, row: &TodayRow, terms: Terms) -> Vec<String> {
    let locale = &terms.locale;
    let number = format!("{place:>3}. ");
    let indent = " ".repeat(number.len());
    let mut first = vec![format!("{}  {}", star_line(row.stars, row.overridden), row.name)];
    first.extend(Some(row.city.clone()).filter(|city| !city.is_empty()));
    let mut lines =
        vec![format!("{number}{}", first.join(" · ")), format!("{indent}{}", tell::line(row, false, locale))];
    let mut last: Vec<String> =
        [&row.phone, &row.contact].into_iter().filter(|text| !text.is_empty()).cloned().collect();
    last.push(match row.last_touch {
        Some(day) => locale.ta("today-cli-last", &[("ago", ago(day, terms).into())]),
        None => locale.t("today-cli-never"),
    });
    // What is due today stands among the reasons.
    if let Some(next) = row.follow_up.as_ref().filter(|next| next.due > terms.today) {
        let args = [("what", tell::step(next, locale).into()), ("day", terms.date(next.due).into())];
        last.push(locale.ta("today-cli-next", &args));
    }
    lines.push(format!("{indent}{}", last.join(" · ")));
    lines
}

fn ago(day: Day, terms: Terms) -> String {
    match (day.date(), terms.today.date()) {
        (Some(date), Some(today)) => dates::ago(date, today, terms.locale.lang),
        (None, _) | (_, None) => day.0.to_string(),
    }
}

fn rows(desk: &mut Desk, kind: ListKind, ids: &[i64]) -> Result<Vec<TodayRow>, Failure> {
    match desk.rows(kind, ids)? {
        Some(Rows::Today(rows)) => Ok(rows),
        Some(_) | None => Ok(Vec::new()),
    }
}

fn print_json(
    kind: ListKind,
    ids: &[i64],
    desk: &mut Desk,
    terms: Terms,
    out: &mut Output,
) -> Result<(), Failure> {
    out.begin_array()?;
    for chunk in ids.chunks(CHUNK) {
        for row in rows(desk, kind, chunk)? {
            let reasons = row.reasons.iter().map(reason).collect();
            let mut object: Map<String, Json> = record::today(row, terms.currency, &terms.locale).json();
            object.insert("reasons".to_owned(), Json::Array(reasons));
            out.item(&object)?;
        }
    }
    Ok(out.end_array()?)
}

/// A reason with its numbers; days past its limit, and its urgency in thousandths.
fn reason(reason: &Reason) -> Json {
    let mut object = match *reason {
        Reason::FollowUp { days, .. } => json!({ "kind": "follow_up", "days_late": days }),
        Reason::NeverContacted => json!({ "kind": "never_contacted", "days_late": null }),
        Reason::Visit { late, seen } => {
            json!({ "kind": "visit", "days_late": late.days, "every_days": late.every, "ever_visited": seen })
        }
        Reason::Touch(late) => json!({ "kind": "touch", "days_late": late.days, "every_days": late.every }),
        Reason::Silent { days, gap_millidays, .. } => {
            json!({ "kind": "silent", "days_since_buy": days, "usual_days": tell::whole_days(gap_millidays) })
        }
        Reason::Launch { days, .. } => json!({ "kind": "launch", "days_since_launch": days }),
    };
    object["urgency_milli"] = json!(reason.urgency_milli());
    object
}
