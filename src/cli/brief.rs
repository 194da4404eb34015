//! `cartera brief CLIENT`: what to know of a client before a visit, as text good enough for a mail.

use super::args::ShowArgs;
use super::print::{self, Output};
use super::show::{USUAL_WIDTH, day, event, json_of, text_or_null};
use super::{Context, Exit, Failure, record, who};
use crate::domain::brief::{Alike, Brief, Wallet};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::text::Terms;
use crate::tui::brief;
use serde_json::{Map, Value as Json, json};

pub fn run(args: &ShowArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut desk = context.desk()?;
    let row = match who::client(&mut desk, &args.client.join(" "), context)? {
        Ok(row) => row,
        Err(exit) => return Ok(exit),
    };
    let Some(brief) = desk.brief(row.id)? else { return Ok(Exit::NothingFound) };
    let currency = desk.currency();
    if args.json {
        out.begin_array()?;
        out.item(&object(&brief, &desk.custom_fields()?, currency))?;
        out.end_array()?;
        return Ok(Exit::Done);
    }
    let terms = Terms { locale: context.locale, currency, today: context.today.into() };
    let width = print::terminal_width().unwrap_or(USUAL_WIDTH);
    for line in brief::lines(&brief, terms, width) {
        let text: String = line.0.iter().map(|(_role, text)| text.as_str()).collect();
        out.line(text.trim_end())?;
    }
    Ok(Exit::Done)
}

/// The row of the list, and what the briefing says besides.
fn object(brief: &Brief, custom: &CustomFields, currency: Currency) -> Map<String, Json> {
    let mut object = record::client(brief.row.clone(), currency, custom).json();
    let file = &brief.file;
    let wallet = Wallet::of(brief.row.sales_year, brief.row.potential);
    let more = json!({
        "do_not_contact": file.do_not_contact,
        "value_minor": brief.rating.as_ref().map(|(rating, _)| rating.value_minor),
        "activity_ppm": brief.rating.as_ref().and_then(|(rating, _)| rating.score.activity_ppm),
        "share_of_wallet_percent": wallet.map(|wallet| wallet.percent),
        "people": brief.people.iter().cloned().map(|row| json_of(&record::contact(row))).collect::<Vec<_>>(),
        "purchases": brief.purchases.iter().map(|sale| json!({
            "id": sale.id, "date": day(sale.day), "kind": sale.kind.word(), "base_minor": sale.base_minor,
            "products": text_or_null(&sale.products),
        })).collect::<Vec<_>>(),
        "stopped": brief.stopped.iter().map(|stopped| json!({
            "product_id": stopped.product, "product": stopped.name, "purchases": stopped.days,
            "every_days": stopped.gap_days, "last": day(stopped.last), "year_minor": stopped.year_minor,
        })).collect::<Vec<_>>(),
        "stopped_count": brief.stopped_count,
        "peers": brief.proposals.peers,
        "peers_by": match brief.proposals.alike {
            Alike::Basket => "basket",
            Alike::Sector => "sector",
        },
        "proposals": brief.proposals.products.iter().map(|proposal| json!({
            "product_id": proposal.product, "product": proposal.name, "buyers": proposal.buyers,
        })).collect::<Vec<_>>(),
        "open_offers": brief.offers.iter().map(|offer| json!({
            "id": offer.id, "date": day(offer.day), "product": offer.product, "answer": offer.answer.word(),
            "salesperson": text_or_null(&offer.salesperson),
        })).collect::<Vec<_>>(),
        "open_follow_ups":
            brief.follow_ups.iter().cloned().map(|row| json_of(&record::follow_up(row))).collect::<Vec<_>>(),
        "contacts": brief.contacts.iter().map(event).collect::<Vec<_>>(),
    });
    if let Json::Object(more) = more {
        object.extend(more);
    }
    object
}
