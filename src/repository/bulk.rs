//! One field of many rows: what a change would do to each, and the change itself, as one action.
//!
//! Both read every row as its form does and go the same way, so that what is told is what is then stored; rows are saved
//! as their forms save them.

use super::error::Error;
use super::journal::Action;
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
use rusqlite::{Connection, OptionalExtension, params};

/// A row with the change already in it.
enum Changed {
    Client(Box<ClientDraft>),
    Contact(ContactDraft),
    FollowUp(FollowUpDraft),
    Product(ProductDraft),
    Sale(SaleId, Option<SalespersonId>),
}

/// A row as it is, and what the change makes of it.
struct Plan {
    name: String,
    before: Value,
    result: Result<(Value, Changed), Obstacle>,
}

/// What the change would do. Nothing is written.
pub fn preview(connection: &Connection, edit: &ManyEdit) -> Result<Preview, Error> {
    let change = cleaned(&edit.change);
    refuse_unknown(connection, &change)?;
    let mut rows = Vec::with_capacity(edit.ids.len());
    for &id in edit.ids.iter() {
        let plan = plan(connection, &change, id)?;
        let (name, outcome) = match plan {
            None => (String::new(), Outcome::Refused(Obstacle::Gone)),
            Some(plan) => outcome(plan),
        };
        rows.push(Planned { id, name: name.into(), outcome });
    }
    let people = connection
        .prepare_cached("SELECT id, name FROM salesperson ORDER BY id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Preview::new(rows, people))
}

fn outcome(plan: Plan) -> (String, Outcome) {
    let outcome = match plan.result {
        Err(obstacle) => Outcome::Refused(obstacle),
        Ok((after, _)) if after == plan.before => Outcome::Stays(plan.before),
        Ok((after, _)) => Outcome::Changes { before: plan.before, after },
    };
    (plan.name, outcome)
}

/// Changes the rows that can be changed, as the preview with this seal told; another one means that somebody else was
/// there meanwhile, and nothing is done. Returns how many were changed.
pub fn edit(action: &mut Action<'_>, edit: &ManyEdit, seal: u64) -> Result<usize, Error> {
    let told = preview(&action.transaction, edit)?;
    if told.seal != seal {
        return Err(Error::Stale);
    }
    action.entitle(&told::of_field(told.changed, &edit.field, &edit.value))?;
    let change = cleaned(&edit.change);
    let changes = told.rows.iter().take(told.changed);
    for row in changes {
        let plan = plan(&action.transaction, &change, row.id)?;
        if let Some(Plan { result: Ok((_, changed)), .. }) = plan {
            save(action, changed)?;
        }
    }
    Ok(told.changed)
}

/// The texts as they are stored, so that what is told does not differ from it by a space.
fn cleaned(change: &Change) -> Change {
    use ClientChange as C;
    let tags = |tags: &[String]| -> Vec<String> {
        tags.iter().map(|tag| clean(tag)).filter(|tag| !tag.is_empty()).collect()
    };
    match change {
        Change::Client(change) => Change::Client(match change {
            C::City(text) => C::City(clean(text)),
            C::Region(text) => C::Region(clean(text)),
            C::Country(text) => C::Country(clean(text)),
            C::Postcode(text) => C::Postcode(clean(text)),
            C::Sector(text) => C::Sector(clean(text)),
            C::Source(text) => C::Source(clean(text)),
            C::AddTags(names) => C::AddTags(tags(names)),
            C::RemoveTags(names) => C::RemoveTags(tags(names)),
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
fn plan(connection: &Connection, change: &Change, id: i64) -> Result<Option<Plan>, Error> {
    let plan = match change {
        Change::Client(change) => {
            clients::open(connection, ClientId(id)).map(|draft| of_client(change, draft))
        }
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

fn of_client(change: &ClientChange, mut draft: ClientDraft) -> Plan {
    let before = change.value(&draft);
    change.apply(&mut draft, fold);
    let (name, after) = (draft.name.clone(), change.value(&draft));
    Plan { name, before, result: Ok((after, Changed::Client(Box::new(draft)))) }
}

fn of_contact(change: &ContactChange, mut draft: ContactDraft) -> Plan {
    let before = change.value(&draft);
    change.apply(&mut draft);
    let (name, after) = (draft.name.clone(), change.value(&draft));
    Plan { name, before, result: Ok((after, Changed::Contact(draft))) }
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
    let after = value(salesperson.map(|id| id.0));
    Ok(Plan { name, before: value(before), result: Ok((after, Changed::Sale(id, salesperson))) })
}

fn save(action: &mut Action<'_>, changed: Changed) -> Result<(), Error> {
    match changed {
        Changed::Client(draft) => clients::save(action, &draft).map(|_| ()),
        Changed::Contact(draft) => contacts::save(action, &draft).map(|_| ()),
        Changed::FollowUp(draft) => follow_ups::save(action, &draft).map(|_| ()),
        Changed::Product(draft) => products::save(action, &draft).map(|_| ()),
        // Its lines stay as they are.
        Changed::Sale(id, salesperson) => action.update(Table::Sale, &Key::id(id.0), |connection| {
            connection
                .prepare_cached("UPDATE sale SET salesperson_id = ?2, rev = rev + 1 WHERE id = ?1")?
                .execute(params![id.0, salesperson.map(|id| id.0)])
        }),
    }
}
