//! The set of clients that a condition wants.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::own::Texts;
use super::{Probe, Source, counted, custom};
use crate::filter::{Field, Kind, Term};
use crate::repository::error::Error;
use crate::repository::index::SlotSet;
use crate::repository::index::column::Piece;
use crate::repository::index::texts::Apart;
use std::borrow::Cow;

pub fn set(source: &Source<'_>, term: &Term) -> Result<SlotSet, Error> {
    let probe = Probe::new(source, term)?;
    let index = source.index;
    match (term.field, term.field.kind()) {
        (Field::Stars, _) => return Ok(index.pick(|it| probe.number(it.stars()))),
        (Field::Potential, _) => return Ok(index.pick(|it| probe.number(it.potential()))),
        (Field::Share, _) => return Ok(index.pick(|it| probe.number(it.share()))),
        (Field::Owner, _) => return Ok(index.pick(|it| probe.number(it.owner()))),
        (Field::LastBuy, _) => return Ok(index.pick(|it| probe.day(it.last_buy()))),
        (Field::LastVisit, _) => return Ok(index.pick(|it| probe.day(it.last_visit()))),
        (Field::LastTouch, _) => return Ok(index.pick(|it| probe.day(it.last_touch()))),
        (Field::LastEmail, _) => return Ok(index.pick(|it| probe.day(it.last_email()))),
        (Field::Created, _) => return Ok(index.pick(|it| probe.day(Some(it.created())))),
        (Field::Due, _) => return Ok(index.pick(|it| probe.day(it.next_due()))),
        (Field::Custom(field), _) => return custom::clients(source, field, &probe),
        _ => {}
    }
    index.kept().set(term, || match term.field.kind() {
        Kind::Count | Kind::Sum => counted::amounts(source, term, &probe),
        Kind::Product => counted::products(source, term, &probe),
        _ => texts(source, term.field, &probe),
    })
}

pub const fn of_client(select: &'static str) -> Piece {
    Piece { select: Cow::Borrowed(select), table: "client", key: "id", client: "id" }
}

const fn of_contacts(select: &'static str) -> Piece {
    Piece { select: Cow::Borrowed(select), table: "contact", key: "id", client: "client_id" }
}

/// The statements that tell the texts of a field, and how to take them apart.
pub fn pieces(field: Field) -> Option<(Vec<Piece>, Apart)> {
    let (pieces, texts) = match field {
        Field::Name | Field::Client => {
            (vec![of_client("SELECT id, sort_key FROM client WHERE true")], Texts::Key)
        }
        Field::City => (vec![of_client("SELECT id, city FROM client WHERE true")], Texts::Plain),
        Field::Region => (vec![of_client("SELECT id, region FROM client WHERE true")], Texts::Plain),
        Field::Country => (vec![of_client("SELECT id, country FROM client WHERE true")], Texts::Plain),
        Field::Postcode => (vec![of_client("SELECT id, postcode FROM client WHERE true")], Texts::Plain),
        Field::Sector => (vec![of_client("SELECT id, sector FROM client WHERE true")], Texts::Plain),
        Field::Source => (vec![of_client("SELECT id, source FROM client WHERE true")], Texts::Plain),
        Field::Stage => (vec![of_client("SELECT id, stage FROM client WHERE true")], Texts::Plain),
        Field::Code => (vec![of_client("SELECT id, code FROM client WHERE true")], Texts::Plain),
        Field::Tax => (vec![of_client("SELECT id, tax_id FROM client WHERE true")], Texts::Plain),
        Field::Contact => {
            (vec![of_contacts("SELECT client_id, sort_key FROM contact WHERE left_on IS NULL")], Texts::Key)
        }
        Field::Role => (
            vec![of_contacts(
                "SELECT client_id, job_title || char(10) || role FROM contact WHERE left_on IS NULL",
            )],
            Texts::Role,
        ),
        Field::Email => (
            vec![
                of_client("SELECT id, email FROM client WHERE email <> ''"),
                of_contacts("SELECT client_id, email FROM contact WHERE left_on IS NULL AND email <> ''"),
            ],
            Texts::Plain,
        ),
        Field::Phone => (
            vec![
                of_client("SELECT id, phone FROM client WHERE phone <> ''"),
                of_contacts("SELECT client_id, phone FROM contact WHERE left_on IS NULL AND phone <> ''"),
            ],
            Texts::Phone,
        ),
        Field::Tag => (
            vec![Piece {
                select: Cow::Borrowed(
                    "SELECT g.client_id, t.name FROM client_tag g JOIN tag t ON t.id = g.tag_id WHERE true",
                ),
                table: "client_tag g",
                key: "g.client_id",
                client: "g.client_id",
            }],
            Texts::Plain,
        ),
        _ => return None,
    };
    Some((pieces, texts.apart()))
}

/// A client has the texts of all its rows: one of them is enough.
fn texts(source: &Source<'_>, field: Field, probe: &Probe) -> Result<SlotSet, Error> {
    let Some((pieces, apart)) = pieces(field) else { return Ok(source.index.none()) };
    let (any, opposite) = match probe {
        Probe::Missing => (Probe::Present, true),
        Probe::Text { not, any } => (Probe::Text { not: false, any: any.clone() }, *not),
        Probe::Present | Probe::Number { .. } | Probe::Days { .. } | Probe::Keys { .. } => {
            (Probe::Present, false)
        }
    };
    let index = source.index;
    let found = index.kept().texts((source.connection, index), field, (&pieces, apart), |texts| {
        texts.having(index, |text| any.texts(text))
    })?;
    Ok(if opposite { found.opposite() } else { found })
}

/// Those without such a text.
pub fn without(source: &Source<'_>, field: Field) -> Result<SlotSet, Error> {
    texts(source, field, &Probe::Missing)
}
