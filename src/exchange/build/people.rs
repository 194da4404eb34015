//! Clients, contacts, salespeople and products of a file, each taken once however often rows name them.

use super::fill;
use super::row::Row;
use crate::domain::custom::CustomValue;
use crate::domain::ids::CustomFieldId;
use crate::exchange::batch::{Batch, Client, Contact, Index, Manner, Product, Seller};
use crate::exchange::field::Field as F;
use crate::exchange::summary::{FileKind, Reason, Rejection};
use crate::exchange::value;
use crate::text::fold::{fold, sort_key};
use crate::text::tags;
use std::collections::HashMap;

/// Columns that say who the client is and what it is like.
const CLIENT_TEXTS: &[F] = &[
    F::TaxId,
    F::Phone,
    F::Email,
    F::Website,
    F::Address,
    F::City,
    F::Region,
    F::Postcode,
    F::Country,
    F::Sector,
    F::Source,
    F::PotentialSource,
    F::Notes,
];

/// The place of each thing that was met, by what identifies it and, so that a file of a million lines need not fold a
/// million names, by the very cells that named it.
#[derive(Debug, Default)]
pub struct People {
    clients: Places,
    contacts: Places,
    sellers: Places,
    products: Places,
    /// How often each product was called what, in the order of the first time.
    names: Vec<(Index, Box<str>, u64)>,
    /// The name of `names` that cells mean.
    named: HashMap<Box<str>, usize>,
    /// Cells of clients' own fields that do not fit, of the row that is taken; the row itself is kept.
    pub unfit: Vec<Rejection>,
    /// Reused for the cells of a row.
    cells: String,
}

#[derive(Debug, Default)]
struct Places {
    by_identity: HashMap<String, Index>,
    by_cells: HashMap<Box<str>, Index>,
}

/// The index of the next element of a list.
fn next<T>(list: &[T]) -> Index {
    Index::try_from(list.len()).unwrap_or(Index::MAX)
}

fn at<T>(list: &mut [T], index: Index) -> Option<&mut T> {
    list.get_mut(usize::try_from(index).ok()?)
}

/// What a code is recognised by: case does not matter in it, everything else does.
fn code_key(code: &str) -> String {
    format!("#{}", code.to_ascii_lowercase())
}

impl People {
    /// The cells of these fields in one key.
    fn key(&mut self, row: Row<'_>, fields: &[F]) {
        self.cells.clear();
        for field in fields {
            self.cells.push_str(row.raw(*field));
            self.cells.push('\u{1f}');
        }
    }

    /// What the row says of its client's own fields.
    fn own(&mut self, row: Row<'_>) -> Vec<(CustomFieldId, CustomValue)> {
        let own = row.own();
        self.unfit.extend(own.unfit);
        own.values
    }

    /// A row that is about a client; `true` when an earlier one was about it too.
    pub fn client_row(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<bool, Rejection> {
        let known = batch.clients.len();
        let mut client = client(row, FileKind::Clients)?;
        if client.code.is_empty() && client.name.is_empty() {
            return Err(row.reject(F::ClientName, Reason::Missing));
        }
        let person = contact(row, 0)?;
        client.owner = self.seller(row, batch)?;
        client.custom = self.own(row);
        let index = self.put_client(client, batch, Manner::Replace);
        if let Some(person) = person {
            self.put_contact(Contact { client: index, ..person }, batch, Manner::Replace);
        }
        Ok(batch.clients.len() == known)
    }

    /// A row that is about a contact.
    pub fn contact_row(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<bool, Rejection> {
        let known = batch.contacts.len();
        let person = contact(row, 0)?.ok_or_else(|| row.reject(F::ContactName, Reason::Missing))?;
        let client = self.client(row, batch)?.ok_or_else(|| row.reject(F::ClientName, Reason::Missing))?;
        self.put_contact(Contact { client, ..person }, batch, Manner::Replace);
        Ok(batch.contacts.len() == known)
    }

    /// A row that is about a product.
    pub fn product_row(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<bool, Rejection> {
        let known = batch.products.len();
        let product = product(row)?;
        if product.sku.is_empty() && product.name.is_empty() {
            return Err(row.reject(F::ProductName, Reason::Missing));
        }
        self.put_product(product, batch, Manner::Replace);
        Ok(batch.products.len() == known)
    }

    /// A row that is about a salesperson.
    pub fn seller_row(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<bool, Rejection> {
        let known = batch.sellers.len();
        let seller = seller(row)?;
        if seller.name.is_empty() {
            return Err(row.reject(F::SellerName, Reason::Missing));
        }
        self.put_seller(seller, batch, Manner::Replace);
        Ok(batch.sellers.len() == known)
    }

    /// The client that the row names in passing; `None` when it names none.
    pub fn client(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<Option<Index>, Rejection> {
        const CELLS: &[F] = &[
            F::ClientCode,
            F::ClientName,
            F::City,
            F::Country,
            F::TaxId,
            F::Phone,
            F::Email,
            F::Address,
            F::Region,
            F::Postcode,
            F::Sector,
        ];
        self.key(row, CELLS);
        for cell in row.own_cells() {
            self.cells.push_str(cell);
            self.cells.push('\u{1f}');
        }
        if let Some(index) = self.clients.by_cells.get(self.cells.as_str()) {
            return Ok(Some(*index));
        }
        let mut client = client(row, batch.kind)?;
        if client.code.is_empty() && client.name.is_empty() {
            return Ok(None);
        }
        client.custom = self.own(row);
        let cells = Box::from(self.cells.as_str());
        let index = self.put_client(client, batch, Manner::Fill);
        self.clients.by_cells.insert(cells, index);
        Ok(Some(index))
    }

    /// The contact that the row names in passing.
    pub fn contact(
        &mut self,
        row: Row<'_>,
        client: Index,
        batch: &mut Batch,
    ) -> Result<Option<Index>, Rejection> {
        const CELLS: &[F] = &[
            F::ContactName,
            F::ContactFirst,
            F::ContactLast,
            F::JobTitle,
            F::ContactPhone,
            F::ContactEmail,
            F::ContactRole,
        ];
        self.key(row, CELLS);
        if self.cells.bytes().all(|byte| byte == 0x1f) {
            return Ok(None);
        }
        self.cells.push_str(&client.to_string());
        if let Some(index) = self.contacts.by_cells.get(self.cells.as_str()) {
            return Ok(Some(*index));
        }
        let Some(person) = contact(row, client)? else { return Ok(None) };
        let cells = Box::from(self.cells.as_str());
        let index = self.put_contact(person, batch, Manner::Fill);
        self.contacts.by_cells.insert(cells, index);
        Ok(Some(index))
    }

    /// The salesperson that the row names in passing.
    pub fn seller(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<Option<Index>, Rejection> {
        self.key(row, &[F::SellerCode, F::SellerName]);
        if let Some(index) = self.sellers.by_cells.get(self.cells.as_str()) {
            return Ok(Some(*index));
        }
        let seller = seller(row)?;
        if seller.code.is_empty() && seller.name.is_empty() {
            return Ok(None);
        }
        let cells = Box::from(self.cells.as_str());
        let index = self.put_seller(seller, batch, Manner::Fill);
        self.sellers.by_cells.insert(cells, index);
        Ok(Some(index))
    }

    /// The product that the row names in passing.
    pub fn product(&mut self, row: Row<'_>, batch: &mut Batch) -> Result<Option<Index>, Rejection> {
        self.key(row, &[F::Sku, F::ProductName, F::Family, F::Unit]);
        if let Some(named) = self.named.get(self.cells.as_str())
            && let Some((index, _, count)) = self.names.get_mut(*named)
        {
            *count += 1;
            return Ok(Some(*index));
        }
        let product = product(row)?;
        if product.sku.is_empty() && product.name.is_empty() {
            return Ok(None);
        }
        let (cells, name) = (Box::from(self.cells.as_str()), product.name.clone());
        let index = self.put_product(product, batch, Manner::Fill);
        self.named.insert(cells, self.names.len());
        self.names.push((index, name, 1));
        Ok(Some(index))
    }

    /// A list of sales may call one product many things (`?`, `damaged`): the name used most is the product's.
    pub fn name_products(&self, batch: &mut Batch) {
        let mut best: HashMap<Index, (u64, &str)> = HashMap::new();
        let mut count: HashMap<(Index, &str), u64> = HashMap::new();
        for (index, name, times) in &self.names {
            *count.entry((*index, name)).or_default() += times;
        }
        for (index, name, _) in self.names.iter().filter(|(_, name, _)| !name.is_empty()) {
            let times = count.get(&(*index, name)).copied().unwrap_or_default();
            let entry = best.entry(*index).or_insert((0, ""));
            if times > entry.0 {
                *entry = (times, name);
            }
        }
        for (index, (_, name)) in best {
            if let Some(product) = at(&mut batch.products, index) {
                product.name = name.into();
            }
        }
    }

    fn put_client(&mut self, client: Client, batch: &mut Batch, manner: Manner) -> Index {
        let key = if client.code.is_empty() {
            format!("{}\u{1f}{}", sort_key(&client.name), fold(client.text(F::City)))
        } else {
            code_key(&client.code)
        };
        let index = *self.clients.by_identity.entry(key).or_insert(next(&batch.clients));
        match at(&mut batch.clients, index) {
            Some(known) => fill::client(known, client, manner),
            None => batch.clients.push(client),
        }
        index
    }

    fn put_contact(&mut self, contact: Contact, batch: &mut Batch, manner: Manner) -> Index {
        let key = format!("{}\u{1f}{}", contact.client, sort_key(&contact.name));
        let index = *self.contacts.by_identity.entry(key).or_insert(next(&batch.contacts));
        match at(&mut batch.contacts, index) {
            Some(known) => fill::contact(known, contact, manner),
            None => batch.contacts.push(contact),
        }
        index
    }

    fn put_seller(&mut self, seller: Seller, batch: &mut Batch, manner: Manner) -> Index {
        let key = if seller.code.is_empty() { sort_key(&seller.name) } else { code_key(&seller.code) };
        let index = *self.sellers.by_identity.entry(key).or_insert(next(&batch.sellers));
        match at(&mut batch.sellers, index) {
            Some(known) => fill::seller(known, seller, manner),
            None => batch.sellers.push(seller),
        }
        index
    }

    fn put_product(&mut self, product: Product, batch: &mut Batch, manner: Manner) -> Index {
        let key = if product.sku.is_empty() { sort_key(&product.name) } else { code_key(&product.sku) };
        let index = *self.products.by_identity.entry(key).or_insert(next(&batch.products));
        match at(&mut batch.products, index) {
            Some(known) => fill::product(known, product, manner),
            None => batch.products.push(product),
        }
        index
    }
}

/// The client of a row. In a list of contacts the phone and the email are the person's.
fn client(row: Row<'_>, kind: FileKind) -> Result<Client, Rejection> {
    let mut texts = Vec::new();
    for field in CLIENT_TEXTS {
        let text = row.text(*field)?;
        if !text.is_empty() {
            texts.push((*field, text.into()));
        }
    }
    let mut client = Client {
        line: row.line(),
        code: row.boxed(F::ClientCode)?,
        name: row.boxed(F::ClientName)?,
        texts,
        ..Client::default()
    };
    if kind == FileKind::Clients {
        client.tags = tags(row)?;
        client.stage = row.choice(F::Stage, value::stage)?;
        client.potential_micros = row.number(F::Potential, 6)?;
        if client.potential_micros.is_some_and(|micros| micros < 0) {
            let text = row.raw(F::Potential).trim().to_owned();
            return Err(row.reject(F::Potential, Reason::Negative { text }));
        }
        client.potential_on = row.date(F::PotentialOn)?;
        client.visit_every = row.count(F::VisitEvery, 1, 3650)?;
        client.touch_every = row.count(F::TouchEvery, 1, 3650)?;
        client.do_not_contact = row.choice(F::DoNotContact, value::flag)?;
    }
    Ok(client)
}

fn tags(row: Row<'_>) -> Result<Vec<Box<str>>, Rejection> {
    let tags = tags::split(&value::line(row.raw(F::Tags)).replace('|', ","));
    if let Some(long) = tags.iter().map(|tag| tag.chars().count()).find(|found| *found > tags::LONGEST) {
        return Err(row.reject(F::Tags, Reason::TooLong { max: tags::LONGEST, found: long }));
    }
    Ok(tags.into_iter().map(Box::from).collect())
}

/// The contact of a row, `None` when it has no name.
fn contact(row: Row<'_>, client: Index) -> Result<Option<Contact>, Rejection> {
    let name = row.person(F::ContactName, F::ContactFirst, F::ContactLast)?;
    if name.is_empty() {
        return Ok(None);
    }
    Ok(Some(Contact {
        line: row.line(),
        client,
        name,
        job_title: row.boxed(F::JobTitle)?,
        phone: row.boxed(F::ContactPhone)?,
        email: row.boxed(F::ContactEmail)?,
        // A language that is not one of ours is as good as none.
        language: value::language(row.raw(F::Language)).unwrap_or_default(),
        notes: row.boxed(F::ContactNotes)?,
        role: row.choice(F::ContactRole, value::role)?,
        main: row.choice(F::Main, value::flag)?,
        consent: row.choice(F::Consent, value::consent)?,
        left_on: row.date(F::LeftOn)?,
    }))
}

fn seller(row: Row<'_>) -> Result<Seller, Rejection> {
    let stars = |field| row.count(field, 0, 5).map(|stars| stars.and_then(|stars| u8::try_from(stars).ok()));
    let seller = Seller {
        line: row.line(),
        code: row.boxed(F::SellerCode)?,
        name: row.person(F::SellerName, F::SellerFirst, F::SellerLast)?,
        email: row.boxed(F::SellerEmail)?,
        role: row.choice(F::SellerRole, value::seller_role)?,
        reports_to: row.boxed(F::ReportsTo)?,
        stars_from: stars(F::StarsFrom)?,
        stars_to: stars(F::StarsTo)?,
        touches_per_week: row.count(F::Capacity, 0, 1000)?,
        active: active(row)?,
    };
    if let (Some(from), Some(to)) = (seller.stars_from, seller.stars_to)
        && from > to
    {
        let reason = Reason::OutOfRange { text: to.to_string(), min: from.into(), max: 5 };
        return Err(row.reject(F::StarsTo, reason));
    }
    Ok(seller)
}

fn product(row: Row<'_>) -> Result<Product, Rejection> {
    let price_micros = row.number(F::Price, 6)?;
    if price_micros.is_some_and(|price| price < 0) {
        let text = row.raw(F::Price).trim().to_owned();
        return Err(row.reject(F::Price, Reason::Negative { text }));
    }
    Ok(Product {
        line: row.line(),
        sku: row.boxed(F::Sku)?,
        name: row.boxed(F::ProductName)?,
        family: row.boxed(F::Family)?,
        unit: row.boxed(F::Unit)?,
        price_micros,
        launched_on: row.date(F::LaunchedOn)?,
        active: active(row)?,
    })
}

/// Whether it is still sold or still works here: said outright, or by its opposite.
fn active(row: Row<'_>) -> Result<Option<bool>, Rejection> {
    let active = row.choice(F::Active, value::flag)?;
    let gone = row.choice(F::Discontinued, value::flag)?;
    Ok(active.or(gone.map(|gone| !gone)))
}
