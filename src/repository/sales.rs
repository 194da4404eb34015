//! The sale and sale line tables: the amounts are computed here, from quantity, price and discount.

use super::clients;
use super::error::Error;
use super::journal::Action;
use super::request::Verb;
use super::rows::{clean, clean_lines, word};
use super::tables::{Key, Table};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, ProductId, SaleId, SalespersonId};
use crate::domain::kinds::{SaleKind, Stage};
use crate::domain::sale::{AmountTooLarge, SaleDraft, SaleLine, to_base};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The sale as a form edits it.
pub fn open(connection: &Connection, id: SaleId) -> Result<SaleDraft, Error> {
    let mut draft = connection
        .prepare_cached(
            "SELECT id, rev, client_id, contact_id, salesperson_id, day, number, kind, currency, rate_nanos, notes
             FROM sale WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(SaleDraft {
                id: Some(SaleId(row.get(0)?)),
                rev: row.get(1)?,
                client: ClientId(row.get(2)?),
                contact: row.get::<_, Option<i64>>(3)?.map(ContactId),
                salesperson: row.get::<_, Option<i64>>(4)?.map(SalespersonId),
                day: Day(row.get(5)?),
                number: row.get(6)?,
                kind: word(row, 7, SaleKind::from_word, SaleKind::Sale)?,
                currency: row.get(8)?,
                rate_nanos: row.get(9)?,
                lines: Vec::new(),
                notes: row.get(10)?,
            })
        })
        .optional()?
        .ok_or(Error::Gone)?;
    draft.lines = lines(connection, id)?;
    Ok(draft)
}

fn lines(connection: &Connection, id: SaleId) -> Result<Vec<SaleLine>, Error> {
    let lines = connection
        .prepare_cached(
            "SELECT l.product_id, CASE WHEN l.description <> '' THEN l.description ELSE coalesce(p.name, '') END,
                    l.quantity_milli, l.price_micros, l.discount_bp
             FROM sale_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = ?1 ORDER BY l.position",
        )?
        .query_map([id.0], |row| {
            Ok(SaleLine {
                product: row.get::<_, Option<i64>>(0)?.map(ProductId),
                description: row.get(1)?,
                quantity_milli: row.get(2)?,
                price_micros: row.get(3)?,
                discount_bp: row.get(4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(lines)
}

/// A line's amounts, signed by the kind of the document: minor units of its currency and of the base currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    pub minor: i64,
    pub base: i64,
}

/// The amounts of a document's lines.
pub fn amounts(draft: &SaleDraft, base: Currency) -> Result<Vec<Amounts>, AmountTooLarge> {
    let exponent = Currency::from_code(&draft.currency).map_or(2, Currency::exponent);
    let sign = match draft.kind {
        SaleKind::Sale => 1,
        SaleKind::Return => -1,
    };
    let amount = |line: &SaleLine| {
        let minor = line.amount_minor(exponent)?.checked_mul(sign).ok_or(AmountTooLarge)?;
        Ok(Amounts { minor, base: to_base(minor, exponent, draft.rate_nanos, base.exponent())? })
    };
    draft.lines.iter().map(amount).collect()
}

/// The document's own amounts: the sums of its lines.
pub fn total(amounts: &[Amounts]) -> Result<Amounts, AmountTooLarge> {
    amounts.iter().try_fold(Amounts { minor: 0, base: 0 }, |sum, line| {
        Ok(Amounts {
            minor: sum.minor.checked_add(line.minor).ok_or(AmountTooLarge)?,
            base: sum.base.checked_add(line.base).ok_or(AmountTooLarge)?,
        })
    })
}

/// Adds the sale or saves it over the revision that was read.
pub fn save(action: &mut Action<'_>, draft: &SaleDraft, base: Currency) -> Result<(SaleId, Verb), Error> {
    let draft = &SaleDraft {
        number: clean(&draft.number),
        currency: clean(&draft.currency).to_ascii_uppercase(),
        notes: clean_lines(&draft.notes),
        ..draft.clone()
    };
    if Currency::from_code(&draft.currency).is_none() {
        return Err(Error::Refused { field: "currency" });
    }
    if draft.lines.is_empty() {
        return Err(Error::Refused { field: "lines" });
    }
    if let Some(id) = draft.id
        && open(&action.transaction, id)? == *draft
    {
        return Ok((id, Verb::EditSale));
    }
    let amounts = amounts(draft, base)?;
    let total = total(&amounts)?;
    let id = match draft.id {
        None => insert(action, draft, total)?,
        Some(id) => {
            delete_lines(action, id)?;
            update(action, id, draft, total)?;
            id
        }
    };
    insert_lines(action, id, draft, &amounts)?;
    if draft.kind == SaleKind::Sale {
        clients::note_purchase(action, draft.client, &[Stage::Prospect, Stage::Lost])?;
    }
    let client = clients::name(&action.transaction, draft.client)?;
    action.describe(&client, Some(draft.client))?;
    Ok((id, if draft.id.is_none() { Verb::AddSale } else { Verb::EditSale }))
}

pub fn insert(action: &mut Action<'_>, draft: &SaleDraft, total: Amounts) -> Result<SaleId, Error> {
    let recorded = (action.session.now_ms)();
    let salesperson = match draft.salesperson {
        Some(salesperson) => Some(salesperson.0),
        None => clients::owner(&action.transaction, draft.client)?,
    };
    let key = action.insert(Table::Sale, |connection| {
        connection
            .prepare_cached(
                "INSERT INTO sale (client_id, contact_id, salesperson_id, day, number, kind, currency, rate_nanos,
                    total_minor, base_minor, notes, recorded_at)
                 VALUES (:client, :contact, :salesperson, :day, :number, :kind, :currency, :rate, :total, :base,
                    :notes, :recorded)",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":salesperson": salesperson, ":day": draft.day.0, ":number": draft.number,
                ":kind": draft.kind.word(), ":currency": draft.currency, ":rate": draft.rate_nanos,
                ":total": total.minor, ":base": total.base, ":notes": draft.notes, ":recorded": recorded,
            })?;
        Ok(Key::id(connection.last_insert_rowid()))
    })?;
    Ok(SaleId(key.first()))
}

fn update(action: &mut Action<'_>, id: SaleId, draft: &SaleDraft, total: Amounts) -> Result<(), Error> {
    action.update(Table::Sale, &Key::id(id.0), |connection| {
        connection
            .prepare_cached(
                "UPDATE sale SET rev = rev + 1, client_id = :client, contact_id = :contact,
                    salesperson_id = :salesperson, day = :day, number = :number, kind = :kind, currency = :currency,
                    rate_nanos = :rate, total_minor = :total, base_minor = :base, notes = :notes
                 WHERE id = :id AND rev = :rev",
            )?
            .execute(named_params! {
                ":client": draft.client.0, ":contact": draft.contact.map(|id| id.0),
                ":salesperson": draft.salesperson.map(|id| id.0), ":day": draft.day.0, ":number": draft.number,
                ":kind": draft.kind.word(), ":currency": draft.currency, ":rate": draft.rate_nanos,
                ":total": total.minor, ":base": total.base, ":notes": draft.notes, ":id": id.0, ":rev": draft.rev,
            })
    })
}

pub fn insert_lines(
    action: &mut Action<'_>,
    id: SaleId,
    draft: &SaleDraft,
    amounts: &[Amounts],
) -> Result<(), Error> {
    for ((position, line), amount) in (0_i64..).zip(&draft.lines).zip(amounts) {
        // The product's own name is not written again on every line.
        let description = if line.product.is_some() { String::new() } else { clean(&line.description) };
        let key = Key::ids(&[draft.client.0, i64::from(draft.day.0), id.0, position]);
        action.insert(Table::SaleLine, |connection| {
            connection
                .prepare_cached(
                    "INSERT INTO sale_line (client_id, day, sale_id, position, product_id, description,
                        quantity_milli, price_micros, discount_bp, amount_minor, base_minor)
                     VALUES (:client, :day, :sale, :position, :product, :description, :quantity, :price, :discount,
                        :amount, :base)",
                )?
                .execute(named_params! {
                    ":client": draft.client.0, ":day": draft.day.0, ":sale": id.0, ":position": position,
                    ":product": line.product.map(|id| id.0), ":description": description,
                    ":quantity": line.quantity_milli, ":price": line.price_micros, ":discount": line.discount_bp,
                    ":amount": amount.minor, ":base": amount.base,
                })?;
            Ok(key)
        })?;
    }
    Ok(())
}

fn delete_lines(action: &mut Action<'_>, id: SaleId) -> Result<(), Error> {
    let keys: Vec<[i64; 4]> = action
        .transaction
        .prepare_cached(
            "SELECT client_id, day, sale_id, position FROM sale_line WHERE sale_id = ?1 ORDER BY position",
        )?
        .query_map([id.0], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?
        .collect::<rusqlite::Result<_>>()?;
    for key in keys {
        action.delete(Table::SaleLine, &Key::ids(&key))?;
    }
    Ok(())
}

/// Deletes the sale and its lines.
pub fn delete(action: &mut Action<'_>, id: SaleId) -> Result<(), Error> {
    let draft = open(&action.transaction, id)?;
    delete_lines(action, id)?;
    action.delete(Table::Sale, &Key::id(id.0))?;
    let client = clients::name(&action.transaction, draft.client)?;
    action.describe(&client, Some(draft.client))
}
