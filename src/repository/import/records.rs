//! The clients, contacts, products and salespeople of a file: found, made or changed.

use super::find::{self, Found};
use super::{Bringing, at};
use crate::domain::client::ClientDraft;
use crate::domain::contact::ContactDraft;
use crate::domain::ids::{ClientId, ContactId, ProductId, SalespersonId};
use crate::domain::kinds::{Consent, ContactRole, SaleKind, SalespersonRole, Stage};
use crate::domain::product::ProductDraft;
use crate::domain::salesperson::SalespersonDraft;
use crate::exchange::batch::{Client, Contact, Index, Manner, Product, Seller, Setting};
use crate::exchange::field::Field;
use crate::exchange::summary::{Count, FileKind, Reason};
use crate::repository::error::Error;
use crate::repository::{clients, contacts, products, salespeople};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// What became of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    New,
    Updated,
    Unchanged,
}

impl Fate {
    pub fn count(self, count: &mut Count) {
        self.count_many(count, 1);
    }

    pub fn count_many(self, count: &mut Count, many: u64) {
        match self {
            Self::New => count.new += many,
            Self::Updated => count.updated += many,
            Self::Unchanged => count.unchanged += many,
        }
    }
}

impl Bringing<'_, '_, '_> {
    /// Salespeople first without their managers, who may stand further down, then each with theirs.
    pub fn sellers(&mut self) -> Result<(), Error> {
        let batch = self.batch;
        let manner = batch.manner(FileKind::Salespeople);
        let mut fates = Vec::with_capacity(batch.sellers.len());
        for seller in &batch.sellers {
            let (id, fate) = match find::salesperson(&self.action.transaction, &seller.code, &seller.name)? {
                Found::Several => {
                    let reason = Reason::Ambiguous { name: seller.name.to_string() };
                    if manner == Manner::Replace {
                        self.reject(seller.line, Some(Field::SellerName), reason.clone());
                    }
                    self.sellers.push(Err(reason));
                    fates.push(None);
                    continue;
                }
                Found::One(id) => self.known_seller(SalespersonId(id), seller, manner)?,
                Found::None => self.new_seller(seller, manner)?,
            };
            self.sellers.push(Ok(id));
            fates.push(Some(fate));
            self.advance(1)?;
        }
        for (index, seller) in batch.sellers.iter().enumerate() {
            let Some(Ok(id)) = self.sellers.get(index).cloned() else { continue };
            let fate = fates.get(index).copied().flatten().unwrap_or(Fate::Unchanged);
            let moved = !seller.reports_to.is_empty() && self.manager(id, seller)?;
            let fate = if moved && fate == Fate::Unchanged { Fate::Updated } else { fate };
            fate.count(&mut self.outcome.counts.salespeople);
        }
        Ok(())
    }

    fn known_seller(
        &mut self,
        id: SalespersonId,
        seller: &Seller,
        manner: Manner,
    ) -> Result<(SalespersonId, Fate), Error> {
        let known = salespeople::open(&self.action.transaction, id)?;
        let mut draft = known.clone();
        seller.onto(&mut draft, manner);
        if draft == known {
            return Ok((id, Fate::Unchanged));
        }
        salespeople::save(self.action, &draft)?;
        Ok((id, Fate::Updated))
    }

    fn new_seller(&mut self, seller: &Seller, manner: Manner) -> Result<(SalespersonId, Fate), Error> {
        let mut draft = SalespersonDraft {
            id: None,
            rev: 0,
            code: String::new(),
            name: String::new(),
            email: String::new(),
            role: SalespersonRole::Seller,
            reports_to: None,
            stars_from: 0,
            stars_to: 5,
            touches_per_week: None,
            active: true,
        };
        seller.onto(&mut draft, manner);
        let (id, _verb) = self.new_rows(|action| salespeople::save(action, &draft))?;
        Ok((id, Fate::New))
    }

    /// Makes the salesperson report to whom the file names, by code or by name; someone unknown is made. Was that new?
    fn manager(&mut self, id: SalespersonId, seller: &Seller) -> Result<bool, Error> {
        let said = &seller.reports_to;
        let found = match find::salesperson(&self.action.transaction, said, "")? {
            Found::None => find::salesperson(&self.action.transaction, "", said)?,
            found @ (Found::One(_) | Found::Several) => found,
        };
        let manager = match found {
            Found::One(manager) => SalespersonId(manager),
            Found::Several => {
                let reason = Reason::Ambiguous { name: said.to_string() };
                self.reject(seller.line, Some(Field::ReportsTo), reason);
                return Ok(false);
            }
            Found::None => {
                let unknown = Seller { line: seller.line, name: said.clone(), ..Seller::default() };
                let (manager, fate) = self.new_seller(&unknown, Manner::Fill)?;
                fate.count(&mut self.outcome.counts.salespeople);
                manager
            }
        };
        let mut draft = salespeople::open(&self.action.transaction, id)?;
        if draft.reports_to == Some(manager) {
            return Ok(false);
        }
        draft.reports_to = Some(manager);
        match salespeople::save(self.action, &draft) {
            Ok(_) => Ok(true),
            Err(Error::Refused { field: "reports_to" }) => {
                let reason = Reason::Circle { name: seller.name.to_string() };
                self.reject(seller.line, Some(Field::ReportsTo), reason);
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    pub fn products(&mut self) -> Result<(), Error> {
        let batch = self.batch;
        let manner = batch.manner(FileKind::Products);
        let families = self.families()?;
        for product in &batch.products {
            let put = match find::product(&self.action.transaction, &product.sku, &product.name)? {
                Found::Several => {
                    let reason = Reason::Ambiguous { name: product.name.to_string() };
                    if manner == Manner::Replace {
                        self.reject(product.line, Some(Field::ProductName), reason.clone());
                    }
                    Err(reason)
                }
                Found::One(id) => Ok(self.known_product(ProductId(id), product, manner)?),
                Found::None => Ok(self.new_product(product, manner)?),
            };
            if let Ok((_, fate)) = put {
                fate.count(&mut self.outcome.counts.products);
            }
            self.products.push(put.map(|(id, _)| id));
            self.advance(1)?;
        }
        let named: BTreeSet<String> = batch
            .products
            .iter()
            .map(|product| fold(&product.family))
            .filter(|key| !key.is_empty())
            .collect();
        let new = self.families()?.saturating_sub(families);
        let named = u64::try_from(named.len()).unwrap_or_default();
        let unchanged = named.saturating_sub(new);
        self.outcome.counts.families = Count { new, updated: 0, unchanged };
        Ok(())
    }

    fn families(&self) -> Result<u64, Error> {
        let count: i64 =
            self.action.transaction.query_row("SELECT count(*) FROM family", [], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    fn known_product(
        &mut self,
        id: ProductId,
        product: &Product,
        manner: Manner,
    ) -> Result<(ProductId, Fate), Error> {
        let known = products::open(&self.action.transaction, id)?;
        let mut draft = known.clone();
        product.onto(&mut draft, manner);
        if draft == known {
            return Ok((id, Fate::Unchanged));
        }
        products::save(self.action, &draft)?;
        Ok((id, Fate::Updated))
    }

    fn new_product(&mut self, product: &Product, manner: Manner) -> Result<(ProductId, Fate), Error> {
        let mut draft = ProductDraft { active: true, ..ProductDraft::default() };
        product.onto(&mut draft, manner);
        let (id, _verb) = self.new_rows(|action| products::save(action, &draft))?;
        Ok((id, Fate::New))
    }

    pub fn clients(&mut self) -> Result<(), Error> {
        let batch = self.batch;
        let manner = batch.manner(FileKind::Clients);
        let buyers: BTreeSet<Index> =
            batch.sales.iter().filter(|sale| sale.kind == SaleKind::Sale).map(|sale| sale.client).collect();
        for (index, client) in (0..).zip(&batch.clients) {
            let city = client.text(Field::City);
            let put = match find::client(&self.action.transaction, &client.code, &client.name, city)? {
                Found::Several => {
                    let reason = Reason::Ambiguous { name: client.name.to_string() };
                    if manner == Manner::Replace {
                        self.reject(client.line, Some(Field::ClientName), reason.clone());
                    }
                    Err(reason)
                }
                Found::One(id) => Ok(self.known_client(ClientId(id), client, manner)?),
                Found::None => Ok(self.new_client(client, manner, buyers.contains(&index))?),
            };
            if let Ok((_, fate)) = put {
                fate.count(&mut self.outcome.counts.clients);
            }
            self.clients.push(put.map(|(id, _)| id));
            self.advance(1)?;
        }
        Ok(())
    }

    fn setting(&self, client: &Client) -> Setting {
        let owner =
            client.owner.and_then(|owner| at(&self.sellers, owner)).and_then(|owner| owner.as_ref().ok());
        Setting { owner: owner.copied(), today: self.action.session.today, base: self.base }
    }

    fn known_client(
        &mut self,
        id: ClientId,
        client: &Client,
        manner: Manner,
    ) -> Result<(ClientId, Fate), Error> {
        let known = clients::open(&self.action.transaction, id)?;
        let mut draft = known.clone();
        client.onto(&mut draft, manner, self.setting(client));
        draft.tags.sort_by_cached_key(|tag| fold(tag));
        if draft == known {
            return Ok((id, Fate::Unchanged));
        }
        clients::save(self.action, &draft)?;
        Ok((id, Fate::Updated))
    }

    /// Who buys is a client; whoever only stands in a list is a prospect, unless the list says otherwise.
    fn new_client(&mut self, client: &Client, manner: Manner, buys: bool) -> Result<(ClientId, Fate), Error> {
        let mut draft = ClientDraft::default();
        if buys {
            draft.stage = Stage::Client;
        }
        client.onto(&mut draft, manner, self.setting(client));
        let (id, _verb) = self.new_rows(|action| clients::save(action, &draft))?;
        Ok((id, Fate::New))
    }

    pub fn contacts(&mut self) -> Result<(), Error> {
        let batch = self.batch;
        let about = matches!(batch.kind, FileKind::Contacts | FileKind::Clients);
        let manner = if about { Manner::Replace } else { Manner::Fill };
        for contact in &batch.contacts {
            let id = match at(&self.clients, contact.client).cloned() {
                Some(Ok(client)) => Some(self.contact(client, contact, manner)?),
                Some(Err(reason)) => {
                    if batch.kind == FileKind::Contacts {
                        self.reject(contact.line, Some(Field::ClientName), reason);
                    }
                    None
                }
                None => None,
            };
            self.contacts.push(id);
            self.advance(1)?;
        }
        Ok(())
    }

    fn contact(&mut self, client: ClientId, contact: &Contact, manner: Manner) -> Result<ContactId, Error> {
        let known = match find::contact(&self.action.transaction, client, &contact.name)? {
            Some(id) => Some(contacts::open(&self.action.transaction, id)?),
            None => None,
        };
        let mut draft = known.clone().unwrap_or_else(|| unknown(client));
        contact.onto(&mut draft, manner);
        if manner == Manner::Replace
            && let Some(main) = contact.main
        {
            draft.main = main;
        }
        // Somebody has to be called first: of a client's contacts the first to be known, until another is named.
        if known.is_none()
            && contact.main != Some(false)
            && !find::has_main(&self.action.transaction, client)?
        {
            draft.main = true;
        }
        let fate = match &known {
            Some(known) if draft == *known => Fate::Unchanged,
            Some(_) => Fate::Updated,
            None => Fate::New,
        };
        fate.count(&mut self.outcome.counts.contacts);
        let (id, _verb) = match (fate, draft.id) {
            (Fate::Unchanged, Some(id)) => return Ok(id),
            (Fate::New, _) => self.new_rows(|action| contacts::save(action, &draft))?,
            (Fate::Updated | Fate::Unchanged, _) => contacts::save(self.action, &draft)?,
        };
        Ok(id)
    }
}

/// A contact of whom nothing is known.
fn unknown(client: ClientId) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client,
        name: String::new(),
        job_title: String::new(),
        role: ContactRole::Other,
        main: false,
        phone: String::new(),
        email: String::new(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}
