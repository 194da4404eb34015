//! A line with its names: what will be written, or why nothing can be.

use super::names::{Found, Key, NameKind, Names};
use super::{Doubt, Place, QuickEntry, What, Why};
use crate::domain::ids::{ClientId, ContactId, ProductId};
use crate::domain::kinds::InteractionKind;
use crate::domain::sale::SaleLine;
use crate::quicklog::{self, Entry, Part, Problem, SaleEntry, SaleItem};
use crate::repository::request::Candidate;
use std::ops::Range;

/// Words that somebody types of a client's name.
const LONGEST_NAME: usize = 3;

/// What a line says, and what is still to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For whom; `None` while that is not known.
    pub client: Option<(ClientId, String)>,
    /// The recognised parts in the whole line, the client's name among them, in bytes.
    pub chips: Vec<Range<usize>>,
    /// What is not understood, in bytes of the whole line.
    pub problems: Vec<Problem>,
    /// The names that may mean several rows, or none, in the order in which they are to be settled.
    pub doubts: Vec<Doubt>,
    /// The names that mean one row, with it.
    pub settled: Vec<Doubt>,
    /// Words before a colon that are no client's: the line is for the client of the row, and they are its text.
    pub no_client: Option<String>,
    /// The storage has still to say what some names mean.
    pub awaits: bool,
    pub said: Said,
    pub(super) needed: Vec<Key>,
}

/// The parts with the rows that they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Done { entry: Entry, contact: Option<(ContactId, String)>, offers: Vec<(ProductId, String)> },
    Sale { entry: SaleEntry, contact: Option<(ContactId, String)>, lines: Vec<Sold> },
}

/// A line of the sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sold {
    pub line: SaleLine,
    pub price: PriceFrom,
    /// It is known what was sold: a product, or a text that is to stand for itself.
    pub is_known: bool,
    /// Minor units; `None` when it is too large.
    pub amount_minor: Option<i64>,
}

/// Where a price comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceFrom {
    Typed,
    /// What the client paid last.
    Paid,
    /// The product's own.
    Listed,
    Nowhere,
}

/// Settles the names of one line.
struct Settling<'a> {
    names: &'a Names,
    needed: Vec<Key>,
    doubts: Vec<Doubt>,
    settled: Vec<Doubt>,
    no_client: Option<String>,
    awaits: bool,
}

pub(super) fn read(entry: &QuickEntry, line: &str, place: &Place) -> Reading {
    let mut settling = Settling {
        names: &entry.names,
        needed: Vec::new(),
        doubts: Vec::new(),
        settled: Vec::new(),
        no_client: None,
        awaits: false,
    };
    let (client, from) = if entry.is_settled {
        (entry.client.clone(), 0)
    } else {
        settling.client(line, entry.client.as_ref())
    };
    // The person of the row is none of another client's people.
    let row_contact = entry.contact.clone().filter(|_| same(client.as_ref(), entry.client.as_ref()));
    let (said, mut chips, mut problems) = match entry.what {
        What::Done(kind) => settling.done(&line[from..], from, kind, client.as_ref(), row_contact, place),
        What::Sale => settling.sale(&line[from..], from, client.as_ref(), row_contact, place),
    };
    for span in chips.iter_mut().chain(problems.iter_mut().map(|problem| &mut problem.span)) {
        *span = span.start + from..span.end + from;
    }
    if from > 0 {
        chips.insert(0, 0..from);
    }
    let Settling { needed, doubts, settled, no_client, awaits, .. } = settling;
    Reading { client, chips, problems, doubts, settled, no_client, awaits, said, needed }
}

fn same(one: Option<&(ClientId, String)>, other: Option<&(ClientId, String)>) -> bool {
    one.map(|(id, _)| id) == other.map(|(id, _)| id)
}

impl Settling<'_> {
    /// For whom the line is, and where the rest of it begins. On a client's row, what stands before a colon is a client when
    /// it is the whole name or in quotes; when it is words of a client's name, that is asked; else it is text.
    fn client(
        &mut self,
        line: &str,
        row: Option<&(ClientId, String)>,
    ) -> (Option<(ClientId, String)>, usize) {
        let Some((typed, from)) = quicklog::split_client(line) else { return (row.cloned(), 0) };
        let found = self.names.find(NameKind::Client, None, typed, &mut self.needed);
        let span = 0..from;
        let quoted = !line.trim_start().starts_with(typed);
        let client = |candidate: &Candidate| Some((ClientId(candidate.id), candidate.label.clone()));
        let doubt = |why, choices, may_be_text| Doubt {
            kind: NameKind::Client,
            of: None,
            typed: typed.to_owned(),
            span: span.clone(),
            why,
            choices,
            may_be_text,
        };
        match (found, row) {
            (Found::Row { candidate, whole }, row)
                if whole || quoted || row.is_none_or(|(id, _)| candidate.id == id.0) =>
            {
                let meant = client(&candidate);
                self.settled.push(doubt(Why::Several, vec![candidate], false));
                (meant, from)
            }
            (Found::Row { candidate, .. }, Some(_)) if stands_in(typed, &candidate) => {
                self.doubts.push(doubt(Why::OtherClient, vec![candidate], true));
                (row.cloned(), 0)
            }
            (Found::Several(choices), Some(_)) if !quoted => {
                let choices: Vec<_> = choices.into_iter().filter(|it| stands_in(typed, it)).collect();
                if choices.is_empty() {
                    self.no_client = like_a_name(typed);
                } else {
                    self.doubts.push(doubt(Why::OtherClient, choices, true));
                }
                (row.cloned(), 0)
            }
            (Found::Several(choices), _) => {
                self.doubts.push(doubt(Why::Several, choices, false));
                (None, from)
            }
            (Found::Nobody(near), _) if row.is_none() || quoted => {
                self.doubts.push(doubt(Why::Nobody, near, false));
                (None, from)
            }
            (Found::NotYet, None) => {
                self.awaits = true;
                (None, from)
            }
            (Found::NotYet, Some(_)) => {
                self.awaits = true;
                (row.cloned(), 0)
            }
            (Found::Text, _) => (row.cloned(), 0),
            (Found::Row { .. } | Found::Nobody(_), _) => {
                self.no_client = like_a_name(typed);
                (row.cloned(), 0)
            }
        }
    }

    /// The row that a name means; else it is awaited, or a doubt.
    fn name(
        &mut self,
        kind: NameKind,
        of: Option<ClientId>,
        typed: &str,
        span: Range<usize>,
        may_be_text: bool,
    ) -> Option<super::Choice> {
        let doubt = |why, choices| {
            let typed = typed.to_owned();
            Doubt { kind, of, typed, span, why, choices, may_be_text }
        };
        match self.names.find(kind, of, typed, &mut self.needed) {
            Found::Row { candidate, .. } => {
                self.settled.push(doubt(Why::Several, vec![candidate.clone()]));
                return Some(super::Choice::Row(candidate));
            }
            Found::Text => return Some(super::Choice::Text),
            Found::Several(choices) => self.doubts.push(doubt(Why::Several, choices)),
            Found::Nobody(near) => self.doubts.push(doubt(Why::Nobody, near)),
            Found::NotYet => self.awaits = true,
        }
        None
    }

    /// The person whom the line names, else the one of the row.
    fn contact(
        &mut self,
        typed: Option<&str>,
        span: Option<Range<usize>>,
        client: Option<&(ClientId, String)>,
        of_row: Option<(ContactId, String)>,
    ) -> Option<(ContactId, String)> {
        let (Some(typed), Some(span)) = (typed, span) else { return of_row };
        // Whose people they are is to be settled first.
        let (client, _) = client?;
        match self.name(NameKind::Contact, Some(*client), typed, span, false)? {
            super::Choice::Row(row) => Some((ContactId(row.id), row.label)),
            super::Choice::Text => None,
        }
    }

    fn done(
        &mut self,
        line: &str,
        from: usize,
        kind: InteractionKind,
        client: Option<&(ClientId, String)>,
        of_row: Option<(ContactId, String)>,
        place: &Place,
    ) -> (Said, Vec<Range<usize>>, Vec<Problem>) {
        let entry = quicklog::parse(line, kind, place.today, &place.locale);
        let named = entry.chips.iter().find(|chip| matches!(chip.part, Part::Contact(_)));
        let span = named.map(|chip| value(line, &chip.span, from));
        let contact = self.contact(entry.contact.as_deref(), span, client, of_row);
        let mut offers: Vec<(ProductId, String)> = Vec::new();
        for chip in &entry.chips {
            let Part::Offer(typed) = &chip.part else { continue };
            let found = self.name(NameKind::Product, None, typed, value(line, &chip.span, from), false);
            if let Some(super::Choice::Row(row)) = found
                && !offers.iter().any(|(id, _)| id.0 == row.id)
            {
                offers.push((ProductId(row.id), row.label));
            }
        }
        let chips = entry.chips.iter().map(|chip| chip.span.clone()).collect();
        let problems = entry.problems.clone();
        (Said::Done { entry, contact, offers }, chips, problems)
    }

    fn sale(
        &mut self,
        line: &str,
        from: usize,
        client: Option<&(ClientId, String)>,
        of_row: Option<(ContactId, String)>,
        place: &Place,
    ) -> (Said, Vec<Range<usize>>, Vec<Problem>) {
        let names = self.names;
        let is_name = |text: &str| names.is_product(text);
        let entry = quicklog::parse_sale(line, place.today, &place.locale, place.currency, &is_name);
        let at = |span: &Range<usize>| span.start + from..span.end + from;
        let named = entry.chips.iter().find(|chip| matches!(chip.part, Part::Contact(_)));
        let span = named.map(|chip| value(line, &chip.span, from));
        let contact = self.contact(entry.contact.as_deref(), span, client, of_row);
        let client = client.map(|(id, _)| *id);
        let lines = entry
            .items
            .iter()
            .map(|item| {
                let found = self.name(NameKind::Product, client, &item.product, at(&item.span), true);
                sold(item, found, place)
            })
            .collect();
        let chips = entry.chips.iter().map(|chip| chip.span.clone()).collect();
        let problems = entry.problems.clone();
        (Said::Sale { entry, contact, lines }, chips, problems)
    }
}

/// What may have been meant as a client's name; more words than a name has are prose.
fn like_a_name(typed: &str) -> Option<String> {
    (typed.split_whitespace().count() <= LONGEST_NAME).then(|| typed.to_owned())
}

/// Do the words typed stand whole in its name? Beginnings of words are not enough to take prose for a client.
fn stands_in(typed: &str, candidate: &Candidate) -> bool {
    use crate::quicklog::Meant;
    matches!(quicklog::meant(typed, [candidate.label.as_str()]), Meant::Whole(_) | Meant::Words(_))
}

/// A line of the sale; a price that is not typed is what the client paid last, else the product's own.
fn sold(item: &SaleItem, found: Option<super::Choice>, place: &Place) -> Sold {
    let is_known = found.is_some();
    let row = match found {
        Some(super::Choice::Row(row)) => Some(row),
        Some(super::Choice::Text) | None => None,
    };
    let paid = row.as_ref().and_then(|row| row.paid_micros);
    let listed = row.as_ref().and_then(|row| row.price_micros);
    let (price, from) = match (item.price_micros, paid, listed) {
        (Some(typed), ..) => (typed, PriceFrom::Typed),
        (None, Some(paid), _) => (paid, PriceFrom::Paid),
        (None, None, Some(listed)) => (listed, PriceFrom::Listed),
        (None, None, None) => (0, PriceFrom::Nowhere),
    };
    let line = SaleLine {
        product: row.as_ref().map(|row| ProductId(row.id)),
        description: row.map_or_else(|| item.product.clone(), |row| row.label),
        quantity_milli: item.quantity_milli,
        price_micros: price,
        discount_bp: item.discount_bp,
    };
    let amount_minor = line.amount_minor(place.currency.exponent()).ok();
    Sold { line, price: from, is_known, amount_minor }
}

/// Where the value of a part such as `con:ana` stands in the whole line, of which the part's line begins at `from`.
fn value(line: &str, part: &Range<usize>, from: usize) -> Range<usize> {
    let name = line.get(part.clone()).and_then(|part| part.find(':')).map_or(0, |colon| colon + 1);
    part.start + name + from..part.end + from
}
