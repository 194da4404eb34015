//! The sales of a file: in the order of the table, so that a million lines are written from front to back.

use super::find::{self, Document};
use super::records::Fate;
use super::{Bringing, at};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, ProductId, SaleId, SalespersonId};
use crate::domain::kinds::{SaleKind, Stage};
use crate::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use crate::exchange::batch::{Line, Sale};
use crate::exchange::field::Field;
use crate::exchange::summary::{Exact, Reason, Total};
use crate::repository::clients;
use crate::repository::error::Error;
use crate::repository::sales::{self, Amounts};
use chrono::Datelike;
use std::collections::{HashMap, HashSet};

/// A document of the file with what it means in the database.
struct Wanted<'a> {
    sale: &'a Sale,
    draft: SaleDraft,
    currency: Currency,
    amounts: Vec<Amounts>,
    /// The rows of the draft's lines.
    lines: Vec<&'a Line>,
}

/// What identifies a numbered document, but for its day.
type Numbered = (ClientId, String, SaleKind);

fn numbered(client: ClientId, sale: &Sale) -> Numbered {
    (client, sale.number.to_ascii_lowercase(), sale.kind)
}

/// What was met so far.
#[derive(Default)]
struct Met {
    /// Of which days the file has documents of a number.
    days: HashMap<Numbered, HashSet<Day>>,
    /// Documents of the database that are one of the file's already.
    taken: HashSet<SaleId>,
}

impl<'a> Bringing<'a, '_, '_> {
    pub fn sales(&mut self) -> Result<(), Error> {
        let batch = self.batch;
        let mut order: Vec<(ClientId, &'a Sale)> = Vec::with_capacity(batch.sales.len());
        let mut met = Met::default();
        for sale in &batch.sales {
            match at(&self.clients, sale.client).cloned() {
                Some(Ok(client)) => {
                    if !sale.number.is_empty() {
                        met.days.entry(numbered(client, sale)).or_default().insert(sale.day);
                    }
                    order.push((client, sale));
                }
                Some(Err(reason)) => {
                    let lines = batch.lines_of(sale).iter().collect::<Vec<_>>();
                    self.reject_lines(&lines, Field::ClientName, &reason);
                }
                None => {}
            }
        }
        order.sort_by_key(|(client, sale)| (*client, sale.day));
        for (client, sale) in order {
            if let Some(wanted) = self.wanted(client, sale) {
                self.add_up(&wanted);
                self.sale(wanted, &mut met)?;
            }
            self.advance(sale.count.into())?;
        }
        Ok(())
    }

    fn reject_lines(&mut self, lines: &[&Line], field: Field, reason: &Reason) {
        for line in lines {
            self.reject(line.line.into(), Some(field), reason.clone());
        }
    }

    /// The document as a draft; `None` when none of its lines can be taken.
    fn wanted(&mut self, client: ClientId, sale: &'a Sale) -> Option<Wanted<'a>> {
        let batch = self.batch;
        let mut lines = Vec::with_capacity(batch.lines_of(sale).len());
        let mut drafts = Vec::with_capacity(lines.capacity());
        for line in batch.lines_of(sale) {
            match self.product(line) {
                Ok(product) => {
                    let description = batch.text(line.text).to_owned();
                    lines.push(line);
                    drafts.push(draft_line(line, product, description));
                }
                Err(reason) => self.reject(line.line.into(), Some(Field::ProductName), reason),
            }
        }
        if lines.is_empty() {
            return None;
        }
        let currency = sale.currency.unwrap_or(self.base);
        let rate_nanos = match sale.rate_nanos {
            _ if currency == self.base => RATE_ONE,
            Some(rate) => rate,
            None => {
                let reason = Reason::NoRate { currency: currency.code().to_owned() };
                self.reject_lines(&lines, Field::Currency, &reason);
                return None;
            }
        };
        let draft = SaleDraft {
            id: None,
            rev: 0,
            client,
            contact: sale.contact.and_then(|index| at(&self.contacts, index).copied().flatten()),
            salesperson: self.salesperson(sale),
            day: sale.day,
            number: sale.number.to_string(),
            kind: sale.kind,
            currency: currency.code().to_owned(),
            rate_nanos,
            lines: drafts,
            notes: sale.notes.to_string(),
        };
        let summed = sales::amounts(&draft, self.base)
            .and_then(|amounts| sales::total(&amounts).map(|_total| amounts));
        let Ok(amounts) = summed else {
            self.reject_lines(&lines, Field::UnitPrice, &Reason::TooLarge);
            return None;
        };
        Some(Wanted { sale, draft, currency, amounts, lines })
    }

    fn product(&self, line: &Line) -> Result<Option<ProductId>, Reason> {
        line.product.and_then(|index| at(&self.products, index).cloned()).transpose()
    }

    /// A salesperson whom several have the name of is left open: the sale itself is beyond doubt.
    fn salesperson(&self, sale: &Sale) -> Option<SalespersonId> {
        sale.seller
            .and_then(|index| at(&self.sellers, index))
            .and_then(|seller| seller.as_ref().ok())
            .copied()
    }

    /// Adds the document's lines to the totals of its currency.
    fn add_up(&mut self, wanted: &Wanted<'_>) {
        let today = self.action.session.today;
        let totals = &mut self.outcome.totals;
        let known = totals.iter().position(|total| total.currency == wanted.currency);
        let index = known.unwrap_or(totals.len());
        if known.is_none() {
            totals.push(Total { currency: wanted.currency, minor: 0, exact: Exact::default(), rounded: 0 });
        }
        let Some(total) = totals.get_mut(index) else { return };
        let unit = 10_i128.pow(13_u32.saturating_sub(wanted.currency.exponent()));
        for (line, amount) in wanted.lines.iter().zip(&wanted.amounts) {
            let exact = line.exact().0;
            total.minor = total.minor.saturating_add(amount.minor);
            total.exact += Exact(if wanted.draft.kind == SaleKind::Return { -exact } else { exact });
            total.rounded += u64::from(exact % unit != 0);
            if wanted.draft.day > today {
                self.outcome.future.add(line.line.into(), line.exact());
            }
        }
    }

    /// Finds the document in the database, and makes it or changes it.
    fn sale(&mut self, mut wanted: Wanted<'a>, met: &mut Met) -> Result<(), Error> {
        let lines = count(wanted.draft.lines.len());
        let Some(known) = self.find(&wanted, met)? else {
            self.new_sale(&wanted)?;
            Fate::New.count(&mut self.outcome.counts.sales);
            Fate::New.count_many(&mut self.outcome.counts.lines, lines);
            return Ok(());
        };
        if let Some(id) = known.id {
            met.taken.insert(id);
        }
        let same = common(&known.lines, &wanted.draft.lines);
        let counts = &mut self.outcome.counts.lines;
        let new = lines.saturating_sub(count(known.lines.len()));
        Fate::Unchanged.count_many(counts, same);
        Fate::New.count_many(counts, new.min(lines - same));
        Fate::Updated.count_many(counts, (lines - same).saturating_sub(new));
        keep_what_is_not_said(&mut wanted.draft, &known, same);
        if wanted.draft == known {
            Fate::Unchanged.count(&mut self.outcome.counts.sales);
            return Ok(());
        }
        sales::save(self.action, &wanted.draft, self.base)?;
        Fate::Updated.count(&mut self.outcome.counts.sales);
        Ok(())
    }

    fn new_sale(&mut self, wanted: &Wanted<'_>) -> Result<(), Error> {
        let (draft, amounts) = (&wanted.draft, &wanted.amounts);
        let total = sales::total(amounts)?;
        self.new_rows(|action| {
            let id = sales::insert(action, draft, total)?;
            sales::insert_lines(action, id, draft, amounts)
        })?;
        if draft.kind == SaleKind::Sale {
            // Whom somebody called lost is not brought back by sales of long ago.
            clients::note_purchase(self.action, draft.client, &[Stage::Prospect])?;
        }
        Ok(())
    }

    /// The document of the database that the file's is. One with a number is found by it; when its day differs, it is the
    /// same one only if it is the only one of its year on both sides, for many begin their numbers anew each year. One
    /// without a number is the same when it has the same lines, or when a file brought it in for the same people.
    fn find(&self, wanted: &Wanted<'_>, met: &Met) -> Result<Option<SaleDraft>, Error> {
        let connection = &self.action.transaction;
        let draft = &wanted.draft;
        let open = |document: &Document| sales::open(connection, document.id);
        let mut known = if draft.number.is_empty() {
            find::unnumbered(connection, draft.client, draft.day, draft.kind)?
        } else {
            find::numbered(connection, draft.client, &draft.number, draft.kind)?
        };
        known.retain(|document| !met.taken.contains(&document.id));
        if !draft.number.is_empty() {
            if let Some(document) = known.iter().find(|document| document.day == draft.day) {
                return open(document).map(Some);
            }
            let days = met.days.get(&numbered(draft.client, wanted.sale));
            let alone =
                days.is_none_or(|days| days.iter().filter(|day| same_year(**day, draft.day)).count() < 2);
            known.retain(|document| same_year(document.day, draft.day));
            return match known.as_slice() {
                [one] if alone => open(one).map(Some),
                _ => Ok(None),
            };
        }
        for document in &known {
            let opened = open(document)?;
            let same = common(&opened.lines, &draft.lines);
            if same == count(draft.lines.len()) && same == count(opened.lines.len()) {
                return Ok(Some(opened));
            }
        }
        let seller = match draft.salesperson {
            Some(seller) => Some(seller),
            None => clients::owner(connection, draft.client)?.map(SalespersonId),
        };
        let of_the_same = |document: &&Document| {
            document.imported && document.contact == draft.contact && document.salesperson == seller
        };
        known.iter().find(of_the_same).map(open).transpose()
    }
}

fn draft_line(line: &Line, product: Option<ProductId>, description: String) -> SaleLine {
    SaleLine {
        product,
        description,
        quantity_milli: line.quantity_milli,
        price_micros: line.price_micros,
        discount_bp: line.discount_bp,
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or_default()
}

fn same_year(left: Day, right: Day) -> bool {
    let year = |day: Day| day.date().map(|date| date.year());
    year(left) == year(right)
}

/// What makes two lines the same; a product's name is the product's, not the line's.
fn identity(line: &SaleLine) -> (Option<ProductId>, &str, [i64; 3]) {
    let text = if line.product.is_some() { "" } else { line.description.as_str() };
    (line.product, text, [line.quantity_milli, line.price_micros, line.discount_bp])
}

/// How many lines are the same in both, in whatever order.
fn common(left: &[SaleLine], right: &[SaleLine]) -> u64 {
    let mut waiting: HashMap<_, u64> = HashMap::new();
    for line in left {
        *waiting.entry(identity(line)).or_default() += 1;
    }
    let mut common = 0;
    for line in right {
        if let Some(waiting) = waiting.get_mut(&identity(line)).filter(|waiting| **waiting > 0) {
            *waiting -= 1;
            common += 1;
        }
    }
    common
}

/// The file's document becomes the known one with what the file says: what it does not say stays, and lines that only
/// stand in another order are the same lines.
fn keep_what_is_not_said(draft: &mut SaleDraft, known: &SaleDraft, same: u64) {
    draft.id = known.id;
    draft.rev = known.rev;
    draft.number.clone_from(&known.number);
    let contact: Option<ContactId> = draft.contact.or(known.contact);
    draft.contact = contact;
    draft.salesperson = draft.salesperson.or(known.salesperson);
    if draft.notes.is_empty() {
        draft.notes.clone_from(&known.notes);
    }
    if same == count(draft.lines.len()) && same == count(known.lines.len()) {
        draft.lines.clone_from(&known.lines);
    }
}
