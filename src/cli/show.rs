//! `cartera show CLIENT`: everything about one client, as on its card.

use super::args::ShowArgs;
use super::print::{self, Output};
use super::record::{self, Record};
use super::{Context, Exit, Failure, who};
use crate::domain::card::{ClientCard, TimelineEvent, TimelineItem};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::day::Day;
use crate::domain::kinds::Outcome;
use crate::text::Terms;
use crate::tui::card::{self};
use serde_json::{Map, Value as Json, json};

/// Where nothing says how wide a line may be.
pub const USUAL_WIDTH: usize = 100;

pub fn run(args: &ShowArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut desk = context.desk()?;
    let row = match who::client(&mut desk, &args.client.join(" "), context)? {
        Ok(row) => row,
        Err(exit) => return Ok(exit),
    };
    let Some(card) = desk.card(row.id)? else { return Ok(Exit::NothingFound) };
    let currency = desk.currency();
    if args.json {
        out.begin_array()?;
        out.item(&object(&card, &desk.custom_fields()?, currency))?;
        out.end_array()?;
        return Ok(Exit::Done);
    }
    let terms = Terms { locale: context.locale, currency, today: context.today.into() };
    let width = print::terminal_width().unwrap_or(USUAL_WIDTH);
    for line in card::lines(&card, terms, width, card::Order::Whole) {
        let text: String = line.0.iter().map(|(_role, text)| text.as_str()).collect();
        out.line(text.trim_end())?;
    }
    Ok(Exit::Done)
}

/// The row of the list, the rest of the file, and what belongs to the client.
fn object(card: &ClientCard, custom: &CustomFields, currency: Currency) -> Map<String, Json> {
    let mut object = record::client(card.row.clone(), currency, custom).json();
    let file = &card.file;
    let texts = [
        ("tax_id", &file.tax_id),
        ("website", &file.website),
        ("address", &file.address),
        ("region", &file.region),
        ("postcode", &file.postcode),
        ("country", &file.country),
        ("source", &file.source),
        ("notes", &file.notes),
    ];
    object.extend(texts.map(|(name, text)| (name.to_owned(), text_or_null(text))));
    let more = json!({
        "do_not_contact": file.do_not_contact,
        "visit_every_days": file.visit_every,
        "touch_every_days": file.touch_every,
        "potential_on": file.potential.as_ref().and_then(|potential| day(potential.on)),
        "potential_source": file.potential.as_ref().map(|potential| text_or_null(&potential.source)),
        "computed_stars": card.rating.as_ref().map(|(rating, _)| rating.star),
        "value_minor": card.rating.as_ref().map(|(rating, _)| rating.value_minor),
        "override": card.star_override.as_ref().map(|word| json!({
            "stars": word.stars,
            "reason": word.reason,
            "until": day(word.until),
            "by": word.by,
        })),
        "sales_total_minor": card.sales_total,
        "sales_count": card.sales_count,
        "visits_year": card.visits_year,
        "calls_year": card.calls_year,
        "emails_year": card.emails_year,
        "last_buyer": card.last_buyer.as_ref().map(|(name, _)| text_or_null(name)),
        "buyer_id": card.buyer.as_ref().map(|buyer| buyer.id),
        "contacts": card.contacts.iter().cloned().map(|row| json_of(&record::contact(row))).collect::<Vec<_>>(),
        "open_follow_ups":
            card.open_follow_ups.iter().cloned().map(|row| json_of(&record::follow_up(row))).collect::<Vec<_>>(),
        "timeline": card.timeline.iter().map(event).collect::<Vec<_>>(),
        "timeline_more": card.timeline_more,
    });
    if let Json::Object(more) = more {
        object.extend(more);
    }
    object
}

pub fn json_of(record: &Record) -> Json {
    Json::Object(record.json())
}

pub fn event(item: &TimelineItem) -> Json {
    let mut event = match &item.what {
        TimelineEvent::Sale { id, kind, number, base_minor, products } => json!({
            "what": kind.word(), "id": id, "number": text_or_null(number), "base_minor": base_minor,
            "products": text_or_null(products),
        }),
        TimelineEvent::Interaction { id, kind, direction, minutes, outcome, text } => json!({
            "what": kind.word(), "id": id, "direction": direction.word(), "minutes": minutes,
            "outcome": outcome.map(Outcome::word), "text": text_or_null(text),
        }),
        TimelineEvent::FollowUp { id, kind, state, title } => json!({
            "what": "follow_up", "id": id, "kind": kind.word(), "state": state.word(),
            "title": text_or_null(title),
        }),
        TimelineEvent::Offer { id, product, answer, reason } => json!({
            "what": "offer", "id": id, "product": product, "answer": answer.word(),
            "reason": text_or_null(reason),
        }),
        TimelineEvent::Survey { id, survey, scale, score, comment } => json!({
            "what": "survey", "id": id, "survey": survey, "scale": [scale.min, scale.max], "score": score,
            "text": text_or_null(comment),
        }),
    };
    if let Json::Object(event) = &mut event {
        event.insert("date".to_owned(), json!(day(item.day)));
        event.insert("salesperson".to_owned(), text_or_null(&item.who));
        event.insert("contact".to_owned(), text_or_null(&item.contact));
    }
    event
}

pub fn day(day: Day) -> Option<String> {
    day.date().map(|date| date.to_string())
}

pub fn text_or_null(text: &str) -> Json {
    if text.is_empty() { Json::Null } else { json!(text) }
}
