//! One field of many rows: what a change would do to each, and the change itself, as one action.
//!
//! Both read every row as its form does and go the same way, so that what is told is what is then stored. What columns of
//! the row itself hold is changed there alone; other rows are saved as their forms save them.

use super::error::Error;
use super::journal::{Action, Columns};
use super::rows::clean;
use super::tables::{Key, Table};
use super::{clients, contacts, follow_ups, products};
use crate::domain::bulk::{
    Change, ClientChange, ContactChange, FollowUpChange, ManyEdit, Obstacle, Outcome, Planned, Preview,
    ProductChange, Value,
};
use crate::domain::client::ClientDraft;
use crate::domain::contact::ContactDraft;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, ProductId, SaleId, SalespersonId};
use crate::domain::product::ProductDraft;
use crate::text::fold::fold;
use crate::text::told;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// How a row is stored with the change in it.
enum Changed {
    /// These columns of it are all that changes.
    Columns(Table, Columns),
    /// A client loses and gets tags, by name.
    Tags {
        gone: Vec<String>,
        new: Vec<String>,
    },
    FollowUp(FollowUpDraft),
    Product(ProductDraft),
}

/// A row as it is, and what the change makes of it.
struct Plan {
    name: String,
    before: Value,
    result: Result<(Value, Changed), Obstacle>,
}

/// What the change would do. Nothing is written.
pub fn preview(connection: &Connection, edit: &ManyEdit) -> Result<Preview, Error> {
    look(connection, edit, &cleaned(&edit.change), |_, _| ())
}

/// What the change would do; each row that changes is handed on as it is then to be stored.
fn look(
    connection: &Connection,
    edit: &ManyEdit,
    change: &Change,
    mut hand_on: impl FnMut(i64, Changed),
) -> Result<Preview, Error> {
    refuse_unknown(connection, change)?;
    let of_tags = matches!(change, Change::Client(ClientChange::AddTags(_) | ClientChange::RemoveTags(_)));
    let tags = if of_tags { Some(clients::all_tags(connection)?) } else { None };
    let mut rows = Vec::with_capacity(edit.ids.len());
    for &id in edit.ids.iter() {
        let Some(plan) = plan(connection, change, id, tags.as_ref())? else {
            rows.push(Planned { id, name: "".into(), outcome: Outcome::Refused(Obstacle::Gone) });
            continue;
        };
        let outcome = match plan.result {
            Err(obstacle) => Outcome::Refused(obstacle),
            Ok((after, _)) if after == plan.before => Outcome::Stays(plan.before),
            Ok((after, changed)) => {
                hand_on(id, changed);
                Outcome::Changes { before: plan.before, after }
            }
        };
        rows.push(Planned { id, name: plan.name.into(), outcome });
    }
    let people = connection
        .prepare_cached("SELECT id, name FROM salesperson ORDER BY id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Preview::new(rows, people))
}

/// Changes the rows that can be changed, as the preview with this seal told; another one means that somebody else was
/// there meanwhile, and nothing is done. Returns how many were changed.
pub fn edit(action: &mut Action<'_>, edit: &ManyEdit, seal: u64) -> Result<usize, Error> {
    let change = cleaned(&edit.change);
    let mut changes = Vec::with_capacity(edit.ids.len());
    let told = look(&action.transaction, edit, &change, |id, changed| changes.push((id, changed)))?;
    if told.seal != seal {
        return Err(Error::Stale);
    }
    action.entitle(&told::of_field(told.changed, &edit.field, &edit.value))?;
    let mut tags = HashMap::new();
    for (id, changed) in changes {
        save(action, id, changed, &mut tags)?;
    }
    Ok(told.changed)
}

/// The texts as they are stored, so that what is told does not differ from it by a space.
fn cleaned(change: &Change) -> Change {
    use ClientChange as C;
    match change {
        Change::Client(change) => Change::Client(match change {
            C::City(text) => C::City(clean(text)),
            C::Region(text) => C::Region(clean(text)),
            C::Country(text) => C::Country(clean(text)),
            C::Postcode(text) => C::Postcode(clean(text)),
            C::Sector(text) => C::Sector(clean(text)),
            C::Source(text) => C::Source(clean(text)),
            C::AddTags(names) => C::AddTags(clients::cleaned_tags(names)),
            C::RemoveTags(names) => C::RemoveTags(clients::cleaned_tags(names)),
            C::Owner(_)
            | C::Stage(_)
            | C::Potential(_)
            | C::VisitEvery(_)
            | C::TouchEvery(_)
            | C::DoNotContact(_) => change.clone(),
        }),
        Change::Contact(ContactChange::JobTitle(text)) => {
            Change::Contact(ContactChange::JobTitle(clean(text)))
        }
        Change::Contact(ContactChange::Language(text)) => {
            Change::Contact(ContactChange::Language(clean(text)))
        }
        Change::FollowUp(FollowUpChange::Title(text)) => Change::FollowUp(FollowUpChange::Title(clean(text))),
        Change::Product(ProductChange::Family(text)) => Change::Product(ProductChange::Family(clean(text))),
        Change::Product(ProductChange::Unit(text)) => Change::Product(ProductChange::Unit(clean(text))),
        Change::Contact(_) | Change::FollowUp(_) | Change::Product(_) | Change::Sale(_) => change.clone(),
    }
}

/// Rows cannot be given to a salesperson who is gone.
fn refuse_unknown(connection: &Connection, change: &Change) -> Result<(), Error> {
    let Some(id) = change.salesperson() else { return Ok(()) };
    let there: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM salesperson WHERE id = ?1)")?
        .query_row([id.0], |row| row.get(0))?;
    if there { Ok(()) } else { Err(Error::Gone) }
}

/// What the change makes of one row; `None` when there is none.
fn plan(
    connection: &Connection,
    change: &Change,
    id: i64,
    tags: Option<&HashMap<i64, Vec<String>>>,
) -> Result<Option<Plan>, Error> {
    let plan = match change {
        Change::Client(change) => match tags {
            Some(tags) => of_tags(connection, change, ClientId(id), tags),
            None => of_client(connection, change, ClientId(id)),
        },
        Change::Contact(change) => {
            contacts::open(connection, ContactId(id)).map(|draft| of_contact(change, draft))
        }
        Change::FollowUp(change) => of_follow_up(connection, change, FollowUpId(id)),
        Change::Product(change) => {
            products::open(connection, ProductId(id)).map(|draft| of_product(change, draft))
        }
        Change::Sale(salesperson) => of_sale(connection, SaleId(id), *salesperson),
    };
    match plan {
        Ok(plan) => Ok(Some(plan)),
        Err(Error::Gone) => Ok(None),
        Err(error) => Err(error),
    }
}

fn of_client(connection: &Connection, change: &ClientChange, id: ClientId) -> Result<Plan, Error> {
    let mut draft = clients::open_bare(connection, id)?;
    let before = change.value(&draft);
    change.apply(&mut draft, fold);
    let changed = Changed::Columns(Table::Client, clients::columns(change, &draft));
    let after = change.value(&draft);
    Ok(Plan { name: draft.name, before, result: Ok((after, changed)) })
}

/// Its tags are read with those of all others.
fn of_tags(
    connection: &Connection,
    change: &ClientChange,
    id: ClientId,
    tags: &HashMap<i64, Vec<String>>,
) -> Result<Plan, Error> {
    let had = tags.get(&id.0).map_or(&[][..], Vec::as_slice);
    let mut draft =
        ClientDraft { name: clients::name(connection, id)?, tags: had.to_vec(), ..ClientDraft::default() };
    let before = change.value(&draft);
    change.apply(&mut draft, fold);
    let without = |all: &[String], others: &[String]| -> Vec<String> {
        all.iter().filter(|tag| !others.contains(tag)).cloned().collect()
    };
    let changed = Changed::Tags { gone: without(had, &draft.tags), new: without(&draft.tags, had) };
    let after = change.value(&draft);
    Ok(Plan { name: draft.name, before, result: Ok((after, changed)) })
}

fn of_contact(change: &ContactChange, mut draft: ContactDraft) -> Plan {
    let before = change.value(&draft);
    change.apply(&mut draft);
    let changed = Changed::Columns(Table::Contact, contacts::columns(change, &draft));
    let after = change.value(&draft);
    Plan { name: draft.name, before, result: Ok((after, changed)) }
}

fn of_follow_up(connection: &Connection, change: &FollowUpChange, id: FollowUpId) -> Result<Plan, Error> {
    let mut draft = follow_ups::open(connection, id)?;
    let client = clients::name(connection, draft.client)?;
    let name = if draft.title.is_empty() { client } else { format!("{client}: {}", draft.title) };
    let before = change.value(&draft);
    let closed = change.is_of_open() && !follow_ups::is_open(connection, id)?;
    let applied = if closed { Err(Obstacle::Closed) } else { change.apply(&mut draft) };
    let result = applied.map(|()| (change.value(&draft), Changed::FollowUp(draft)));
    Ok(Plan { name, before, result })
}

fn of_product(change: &ProductChange, mut draft: ProductDraft) -> Plan {
    let (name, before) = (draft.name.clone(), change.value(&draft));
    let applied = change.apply(&mut draft);
    let result = applied.map(|()| (change.value(&draft), Changed::Product(draft)));
    Plan { name, before, result }
}

fn of_sale(connection: &Connection, id: SaleId, salesperson: Option<SalespersonId>) -> Result<Plan, Error> {
    let (name, before) = connection
        .prepare_cached(
            "SELECT trim(d.number || ' ' || c.name), d.salesperson_id
             FROM sale d JOIN client c ON c.id = d.client_id WHERE d.id = ?1",
        )?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?)))
        .optional()?
        .ok_or(Error::Gone)?;
    let value = |id: Option<i64>| id.map_or(Value::Nothing, Value::Salesperson);
    let id = salesperson.map(|id| id.0);
    // Its lines stay as they are.
    let changed =
        Changed::Columns(Table::Sale, Columns::from_iter([("salesperson_id".to_owned(), id.into())]));
    Ok(Plan { name, before: value(before), result: Ok((value(id), changed)) })
}

/// `tags` are the keys of those that were needed so far.
fn save(
    action: &mut Action<'_>,
    id: i64,
    changed: Changed,
    tags: &mut HashMap<String, i64>,
) -> Result<(), Error> {
    match changed {
        Changed::Columns(table, columns) => action.set(table, &Key::id(id), &columns),
        Changed::Tags { gone, new } => {
            let (gone, new) = (tag_ids(action, gone, tags)?, tag_ids(action, new, tags)?);
            clients::change_tags(action, ClientId(id), &gone, &new)
        }
        Changed::FollowUp(draft) => follow_ups::save(action, &draft).map(|_| ()),
        Changed::Product(draft) => products::save(action, &draft).map(|_| ()),
    }
}

fn tag_ids(
    action: &mut Action<'_>,
    names: Vec<String>,
    known: &mut HashMap<String, i64>,
) -> Result<Vec<i64>, Error> {
    let mut ids = Vec::with_capacity(names.len());
    for name in names {
        let id = match known.get(&name) {
            Some(id) => *id,
            None => clients::tag_id(action, &name)?,
        };
        known.insert(name, id);
        ids.push(id);
    }
    Ok(ids)
}
