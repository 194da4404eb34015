//! The client table: saving, opening, archiving.

use super::custom_fields;
use super::error::Error;
use super::journal::{Action, Columns};
use super::request::Verb;
use super::rows::{clean, clean_lines, day, flag};
use super::tables::{Key, Table};
use crate::domain::bulk::ClientChange;
use crate::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use crate::domain::custom::CustomValues;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, SalespersonId};
use crate::domain::kinds::{CustomEntity, Stage};
use crate::text::fold::{fold, sort_key};
use crate::text::tags;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use serde_json::Value as Json;
use std::collections::HashMap;

/// The client as a form edits it.
pub fn open(connection: &Connection, id: ClientId) -> Result<ClientDraft, Error> {
    let mut draft = open_bare(connection, id)?;
    draft.tags = tags(connection, id)?;
    draft.custom = custom_fields::values(connection, CustomEntity::Client, id.0)?;
    Ok(draft)
}

/// The client without what other tables hold of it.
pub fn open_bare(connection: &Connection, id: ClientId) -> Result<ClientDraft, Error> {
    connection
        .prepare_cached(
            "SELECT id, rev, code, name, tax_id, phone, email, website, address, city, region, postcode, country,
                    sector, source, owner_id, stage, potential_minor, potential_on, potential_source, visit_every,
                    touch_every, do_not_contact, notes, they_call, they_call_until
             FROM client WHERE id = ?1",
        )?
        .query_row([id.0], read)
        .optional()?
        .ok_or(Error::Gone)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ClientDraft> {
    let potential = match (row.get::<_, Option<i64>>(17)?, row.get::<_, Option<i32>>(18)?) {
        (Some(minor), Some(on)) => Some(PotentialEstimate { minor, on: Day(on), source: row.get(19)? }),
        (Some(_) | None, _) => None,
    };
    let stage: String = row.get(16)?;
    Ok(ClientDraft {
        id: Some(ClientId(row.get(0)?)),
        rev: row.get(1)?,
        code: row.get(2)?,
        name: row.get(3)?,
        tax_id: row.get(4)?,
        phone: row.get(5)?,
        email: row.get(6)?,
        website: row.get(7)?,
        address: row.get(8)?,
        city: row.get(9)?,
        region: row.get(10)?,
        postcode: row.get(11)?,
        country: row.get(12)?,
        sector: row.get(13)?,
        source: row.get(14)?,
        owner: row.get::<_, Option<i64>>(15)?.map(SalespersonId),
        stage: Stage::from_word(&stage).unwrap_or(Stage::Prospect),
        tags: Vec::new(),
        potential,
        visit_every: row.get(20)?,
        touch_every: row.get(21)?,
        do_not_contact: flag(row, 22)?,
        they_call: if flag(row, 24)? { Some(TheyCall { until: day(row, 25)? }) } else { None },
        notes: row.get(23)?,
        custom: CustomValues::new(),
    })
}

fn tags(connection: &Connection, id: ClientId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT t.name FROM client_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.client_id = ?1 ORDER BY t.key",
        )?
        .query_map([id.0], |row| row.get(0))?
        .collect()
}

/// The client's name, for labels and the journal.
pub fn name(connection: &Connection, id: ClientId) -> Result<String, Error> {
    connection
        .prepare_cached("SELECT name FROM client WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or(Error::Gone)
}

/// Nothing is planned for a client who is out of the lists.
pub fn refuse_archived(connection: &Connection, id: ClientId) -> Result<(), Error> {
    let archived: Option<String> = connection
        .prepare_cached("SELECT name FROM client WHERE id = ?1 AND archived_at IS NOT NULL")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    archived.map_or(Ok(()), |name| Err(Error::Archived { name }))
}

/// What the search looks in, besides the contacts.
pub fn search_key(name: &str, code: &str, city: &str) -> String {
    fold(&format!("{name} {code} {city}"))
}

/// Adds the client or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &ClientDraft) -> Result<(ClientId, Verb), Error> {
    let draft = &cleaned(draft);
    refuse_taken_code(&action.transaction, draft)?;
    let id = match draft.id {
        None => insert(action, draft)?,
        Some(id) => {
            let known = open(&action.transaction, id)?;
            let custom = custom_fields::over(known.custom.clone(), &draft.custom);
            if known == (ClientDraft { custom, ..draft.clone() }) {
                return Ok((id, Verb::EditClient));
            }
            update(action, id, draft)?;
            id
        }
    };
    save_tags(action, id, &draft.tags)?;
    custom_fields::save_values(action, CustomEntity::Client, id.0, &draft.custom)?;
    action.touch(id);
    action.describe(&draft.name, Some(id))?;
    Ok((id, if draft.id.is_none() { Verb::AddClient } else { Verb::EditClient }))
}

/// Without the spaces around and the bytes that no text may hold.
fn cleaned(draft: &ClientDraft) -> ClientDraft {
    let mut tags = cleaned_tags(&draft.tags);
    tags.sort_by_cached_key(|tag| fold(tag));
    ClientDraft {
        code: clean(&draft.code),
        name: clean(&draft.name),
        tax_id: clean(&draft.tax_id),
        phone: clean(&draft.phone),
        email: clean(&draft.email),
        website: clean(&draft.website),
        address: clean_lines(&draft.address),
        city: clean(&draft.city),
        region: clean(&draft.region),
        postcode: clean(&draft.postcode),
        country: clean(&draft.country),
        sector: clean(&draft.sector),
        source: clean(&draft.source),
        notes: clean_lines(&draft.notes),
        tags,
        ..draft.clone()
    }
}

/// Each once and by itself, whoever wrote them: a form reads them back as they are.
pub fn cleaned_tags(tags: &[String]) -> Vec<String> {
    tags::split(&clean(&tags::joined(tags)))
}

/// Whose the code is already. Only with `<> ''` can the index of codes that are not empty answer.
pub const TAKEN: &str = "SELECT name FROM client WHERE code = ?1 AND code <> '' AND id IS NOT ?2";

fn refuse_taken_code(connection: &Connection, draft: &ClientDraft) -> Result<(), Error> {
    if draft.code.is_empty() {
        return Ok(());
    }
    let taken: Option<String> = connection
        .prepare_cached(TAKEN)?
        .query_row(params![draft.code, draft.id.map(|id| id.0)], |row| row.get(0))
        .optional()?;
    taken.map_or(Ok(()), |by| Err(Error::Taken { field: "code", by }))
}

fn insert(action: &mut Action<'_>, draft: &ClientDraft) -> Result<ClientId, Error> {
    let created = action.session.today.0;
    let key = action.insert(Table::Client, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO client (code, name, tax_id, phone, email, website, address, city, region, postcode, country,
                    sector, source, owner_id, stage, potential_minor, potential_on, potential_source, visit_every,
                    touch_every, do_not_contact, they_call, they_call_until, notes, created_day, search_key, sort_key)
                 VALUES (:code, :name, :tax_id, :phone, :email, :website, :address, :city, :region, :postcode, :country,
                    :sector, :source, :owner, :stage, :potential, :potential_on, :potential_source, :visit_every,
                    :touch_every, :do_not_contact, :they_call, :they_call_until, :notes, :created, :search_key, :sort_key)",
            )?
            .execute(named_params! {
                ":code": draft.code, ":name": draft.name, ":tax_id": draft.tax_id, ":phone": draft.phone,
                ":email": draft.email, ":website": draft.website, ":address": draft.address, ":city": draft.city,
                ":region": draft.region, ":postcode": draft.postcode, ":country": draft.country,
                ":sector": draft.sector, ":source": draft.source, ":owner": draft.owner.map(|id| id.0),
                ":stage": draft.stage.word(), ":potential": draft.potential.as_ref().map(|it| it.minor),
                ":potential_on": draft.potential.as_ref().map(|it| it.on.0),
                ":potential_source": draft.potential.as_ref().map_or("", |it| it.source.as_str()),
                ":visit_every": draft.visit_every, ":touch_every": draft.touch_every,
                ":do_not_contact": draft.do_not_contact, ":they_call": draft.they_call.is_some(),
                ":they_call_until": draft.they_call.and_then(|it| it.until).map(|day| day.0),
                ":notes": draft.notes, ":created": created,
                ":search_key": search_key(&draft.name, &draft.code, &draft.city), ":sort_key": sort_key(&draft.name),
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(ClientId(key.first()))
}

fn update(action: &mut Action<'_>, id: ClientId, draft: &ClientDraft) -> Result<(), Error> {
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE client SET rev = rev + 1, code = :code, name = :name, tax_id = :tax_id, phone = :phone,
                    email = :email, website = :website, address = :address, city = :city, region = :region,
                    postcode = :postcode, country = :country, sector = :sector, source = :source, owner_id = :owner,
                    stage = :stage, potential_minor = :potential, potential_on = :potential_on,
                    potential_source = :potential_source, visit_every = :visit_every, touch_every = :touch_every,
                    do_not_contact = :do_not_contact, they_call = :they_call,
                    they_call_until = :they_call_until, notes = :notes, search_key = :search_key, sort_key = :sort_key
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":code": draft.code, ":name": draft.name, ":tax_id": draft.tax_id, ":phone": draft.phone,
                ":email": draft.email, ":website": draft.website, ":address": draft.address, ":city": draft.city,
                ":region": draft.region, ":postcode": draft.postcode, ":country": draft.country,
                ":sector": draft.sector, ":source": draft.source, ":owner": draft.owner.map(|id| id.0),
                ":stage": draft.stage.word(), ":potential": draft.potential.as_ref().map(|it| it.minor),
                ":potential_on": draft.potential.as_ref().map(|it| it.on.0),
                ":potential_source": draft.potential.as_ref().map_or("", |it| it.source.as_str()),
                ":visit_every": draft.visit_every, ":touch_every": draft.touch_every,
                ":do_not_contact": draft.do_not_contact, ":they_call": draft.they_call.is_some(),
                ":they_call_until": draft.they_call.and_then(|it| it.until).map(|day| day.0), ":notes": draft.notes,
                ":search_key": search_key(&draft.name, &draft.code, &draft.city), ":sort_key": sort_key(&draft.name),
                ":id": id.0, ":rev": draft.rev,
            })
    })
}

/// The columns that hold what a change makes of the client; none where other tables hold it.
pub fn columns(change: &ClientChange, draft: &ClientDraft) -> Columns {
    use ClientChange as C;
    let potential = draft.potential.as_ref();
    let search_key = || search_key(&draft.name, &draft.code, &draft.city).into();
    let columns: &[(&str, Json)] = match change {
        C::Owner(_) => &[("owner_id", draft.owner.map(|id| id.0).into())],
        C::City(_) => &[("city", draft.city.as_str().into()), ("search_key", search_key())],
        C::Region(_) => &[("region", draft.region.as_str().into())],
        C::Country(_) => &[("country", draft.country.as_str().into())],
        C::Postcode(_) => &[("postcode", draft.postcode.as_str().into())],
        C::Sector(_) => &[("sector", draft.sector.as_str().into())],
        C::Source(_) => &[("source", draft.source.as_str().into())],
        C::Stage(_) => &[("stage", draft.stage.word().into())],
        C::Potential(_) => &[
            ("potential_minor", potential.map(|it| it.minor).into()),
            ("potential_on", potential.map(|it| it.on.0).into()),
            ("potential_source", potential.map_or("", |it| it.source.as_str()).into()),
        ],
        C::VisitEvery(_) => &[("visit_every", draft.visit_every.into())],
        C::TouchEvery(_) => &[("touch_every", draft.touch_every.into())],
        C::DoNotContact(_) => &[("do_not_contact", i64::from(draft.do_not_contact).into())],
        C::AddTags(_) | C::RemoveTags(_) => &[],
    };
    columns.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// The tags of all clients that have any, each in the order of the alphabet.
pub fn all_tags(connection: &Connection) -> Result<HashMap<i64, Vec<String>>, Error> {
    let mut statement = connection.prepare(
        "SELECT ct.client_id, t.name FROM client_tag ct JOIN tag t ON t.id = ct.tag_id ORDER BY t.key",
    )?;
    let mut tags: HashMap<i64, Vec<String>> = HashMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        tags.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(tags)
}

/// Takes tags from the client and gives it others, which it does not have.
pub fn change_tags(action: &mut Action<'_>, id: ClientId, gone: &[i64], new: &[i64]) -> Result<(), Error> {
    count_save(action, id)?;
    for tag in gone {
        action.delete(Table::ClientTag, &Key::ids(&[id.0, *tag]))?;
    }
    for tag in new {
        give_tag(action, id, *tag)?;
    }
    Ok(())
}

fn give_tag(action: &mut Action<'_>, id: ClientId, tag: i64) -> Result<(), Error> {
    let key = Key::ids(&[id.0, tag]);
    action.insert(Table::ClientTag, |connection| {
        connection
            .prepare_cached("INSERT INTO client_tag (client_id, tag_id) VALUES (?1, ?2)")?
            .execute([id.0, tag])?;
        Ok(key)
    })?;
    Ok(())
}

/// A form that was opened before is to notice. The journal does not count saves.
fn count_save(action: &Action<'_>, id: ClientId) -> Result<(), Error> {
    let saved = action
        .transaction
        .prepare_cached("UPDATE client SET rev = rev + 1 WHERE id = ?1")?
        .execute([id.0])?;
    if saved == 0 { Err(Error::Gone) } else { Ok(()) }
}

/// Makes the client's tags these, new tags included.
fn save_tags(action: &mut Action<'_>, id: ClientId, wanted: &[String]) -> Result<(), Error> {
    let mut keep = Vec::with_capacity(wanted.len());
    for name in wanted {
        keep.push(tag_id(action, name)?);
    }
    let present: Vec<i64> = action
        .transaction
        .prepare_cached("SELECT tag_id FROM client_tag WHERE client_id = ?1")?
        .query_map([id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for gone in present.iter().filter(|tag| !keep.contains(tag)) {
        action.delete(Table::ClientTag, &Key::ids(&[id.0, *gone]))?;
    }
    for new in keep.iter().filter(|tag| !present.contains(tag)) {
        give_tag(action, id, *new)?;
    }
    Ok(())
}

/// Gives the client these tags beside those that it has.
pub fn add_tags(action: &mut Action<'_>, id: ClientId, new: &[String]) -> Result<(), Error> {
    if new.is_empty() {
        return Ok(());
    }
    let present = tags(&action.transaction, id)?;
    let wanted = cleaned_tags(&[present.clone(), new.to_vec()].concat());
    if wanted.len() == present.len() {
        return Ok(());
    }
    // A form that was opened before would take them away again.
    count_save(action, id)?;
    save_tags(action, id, &wanted)
}

/// The tag with this name, made when there is none; case and accents do not tell tags apart.
pub fn tag_id(action: &mut Action<'_>, name: &str) -> Result<i64, Error> {
    let key = fold(name);
    let found: Option<i64> = action
        .transaction
        .prepare_cached("SELECT id FROM tag WHERE key = ?1")?
        .query_row([&key], |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let made = action.insert(Table::Tag, |connection| {
        connection.execute("INSERT INTO tag (name, key) VALUES (?1, ?2)", [name, &key])?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(made.first())
}

/// Leaves the client in peace, for it said that it will call.
pub fn let_them_call(action: &mut Action<'_>, id: ClientId, they_call: TheyCall) -> Result<(), Error> {
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE client SET rev = rev + 1, they_call = 1, they_call_until = ?2 WHERE id = ?1",
            params![id.0, they_call.until.map(|day| day.0)],
        )
    })
}

/// Puts the client off to a day, counted. A touch since it was last put off begins the count anew.
pub fn put_off(action: &mut Action<'_>, id: ClientId, to: Day) -> Result<(), Error> {
    let today = action.session.today;
    if to <= today {
        return Err(Error::Refused { field: "due" });
    }
    let name = name(&action.transaction, id)?;
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE client SET rev = rev + 1, put_off_to = ?2, put_off_on = ?3,
                put_offs = 1 + iif((SELECT last_touch FROM client_fact WHERE client_id = ?1) >= put_off_on, 0, put_offs)
             WHERE id = ?1 AND archived_at IS NULL",
            params![id.0, to.0, today.0],
        )
    })?;
    action.next_due = Some(to);
    action.touch(id);
    action.describe(&name, Some(id))
}

/// Takes the client out of the lists, and what is to be done for it; its history stays, and all that is open.
pub fn archive(action: &mut Action<'_>, id: ClientId) -> Result<(), Error> {
    let now = (action.session.now_ms)();
    let name = name(&action.transaction, id)?;
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE client SET archived_at = ?2, rev = rev + 1 WHERE id = ?1 AND archived_at IS NULL",
            params![id.0, now],
        )
    })?;
    action.touch(id);
    action.describe(&name, Some(id))
}

/// Puts an archived client back into the lists, with what was to be done for it.
pub fn restore(action: &mut Action<'_>, id: ClientId) -> Result<(), Error> {
    let name = name(&action.transaction, id)?;
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE client SET archived_at = NULL, rev = rev + 1 WHERE id = ?1 AND archived_at IS NOT NULL",
            [id.0],
        )
    })?;
    action.touch(id);
    action.describe(&name, Some(id))
}

/// A client in one of these stages that buys is a client.
pub fn note_purchase(action: &mut Action<'_>, id: ClientId, before: &[Stage]) -> Result<(), Error> {
    let stage: String = action
        .transaction
        .prepare_cached("SELECT stage FROM client WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or(Error::Gone)?;
    if !before.iter().any(|before| before.word() == stage) {
        return Ok(());
    }
    action.update(Table::Client, &Key::id(id.0), |connection| {
        connection.execute(
            "UPDATE client SET stage = ?2, rev = rev + 1 WHERE id = ?1",
            params![id.0, Stage::Client.word()],
        )
    })
}

/// The owner, who is taken for the one who did what nobody else is named for.
pub fn owner(connection: &Connection, id: ClientId) -> Result<Option<i64>, Error> {
    connection
        .prepare_cached("SELECT owner_id FROM client WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or(Error::Gone)
}
