//! What a reading becomes: the request that writes it, or why there is none.

use super::reading::{PriceFrom, Reading, Said};
use super::{Doubt, NameKind, Place};
use crate::domain::ids::{ClientId, ProductId};
use crate::domain::interaction::LogDraft;
use crate::domain::kinds::{InteractionKind, OfferAnswer, SaleKind};
use crate::domain::offer::OfferDraft;
use crate::domain::sale::{RATE_ONE, SaleDraft};
use crate::quicklog::{Entry, Problem};
use crate::repository::request::Request;

/// Characters that the text of an interaction has room for.
const LONGEST_TEXT: usize = 100_000;

/// Why a line cannot be written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The storage has not said yet what its names mean.
    NotYet,
    /// Nobody for whom it is.
    NoClient,
    Doubt(Doubt),
    /// A note says nothing without text; a visit without text is still a visit.
    NoteWithoutText,
    /// Characters there is room for.
    TooLong(usize),
    /// A sale must be understood whole.
    Trouble(Problem),
    NothingSold,
    NoPrice(String),
    TooLarge,
}

impl Reading {
    /// The request that writes it.
    pub fn request(&self, place: &Place) -> Result<Request, Refusal> {
        if self.awaits {
            return Err(Refusal::NotYet);
        }
        // A sale must be understood whole.
        let is_sale = matches!(self.said, Said::Sale { .. });
        if let Some(problem) = self.serious().filter(|_| is_sale) {
            return Err(Refusal::Trouble(problem.clone()));
        }
        let doubt = self.doubts.first();
        if self.client.is_none() && doubt.is_none_or(|doubt| doubt.kind != NameKind::Client) {
            return Err(Refusal::NoClient);
        }
        if let Some(doubt) = doubt {
            return Err(Refusal::Doubt(doubt.clone()));
        }
        let Some((client, _)) = self.client else { return Err(Refusal::NoClient) };
        match &self.said {
            Said::Done { entry, contact, offers } => {
                if entry.kind == InteractionKind::Note && entry.text.is_empty() {
                    return Err(Refusal::NoteWithoutText);
                }
                if entry.text.chars().count() > LONGEST_TEXT {
                    return Err(Refusal::TooLong(LONGEST_TEXT));
                }
                let drafts = entry.drafts(client, contact.as_ref().map(|(id, _)| *id));
                let offers = offers.iter().map(|(product, _)| offer(client, *product, entry)).collect();
                Ok(Request::Log(Box::new(LogDraft { offers, ..drafts })))
            }
            Said::Sale { .. } => self.sale(client, place).map(Request::SaveSale),
        }
    }

    /// The first thing that was surely meant and is not understood.
    pub fn serious(&self) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.trouble.is_serious())
    }

    /// Is it known of every product which it is?
    pub(super) fn has_products(&self) -> bool {
        !self.awaits && self.doubts.iter().all(|doubt| doubt.kind != NameKind::Product)
    }

    /// Why a sale cannot be written, or the sale.
    fn sale(&self, client: ClientId, place: &Place) -> Result<SaleDraft, Refusal> {
        let Said::Sale { lines, .. } = &self.said else { return Err(Refusal::NothingSold) };
        if lines.is_empty() {
            return Err(Refusal::NothingSold);
        }
        if let Some(sold) = lines.iter().find(|sold| sold.price == PriceFrom::Nowhere) {
            return Err(Refusal::NoPrice(sold.line.description.clone()));
        }
        if self.total_minor().is_none() {
            return Err(Refusal::TooLarge);
        }
        self.sale_draft(client, place).ok_or(Refusal::NothingSold)
    }

    /// The sale as far as it is understood, for the form.
    pub fn sale_draft(&self, client: ClientId, place: &Place) -> Option<SaleDraft> {
        let Said::Sale { entry, contact, lines } = &self.said else { return None };
        Some(SaleDraft {
            id: None,
            rev: 0,
            client,
            contact: contact.as_ref().map(|(id, _)| *id),
            salesperson: None,
            day: entry.day.into(),
            number: entry.number.clone().unwrap_or_default(),
            kind: if entry.is_return { SaleKind::Return } else { SaleKind::Sale },
            currency: place.currency.code().to_owned(),
            rate_nanos: RATE_ONE,
            lines: lines.iter().map(|sold| sold.line.clone()).collect(),
            notes: String::new(),
        })
    }

    /// The sum of the sale's lines in minor units, without the sign of a return; `None` when it is too large.
    pub fn total_minor(&self) -> Option<i64> {
        let Said::Sale { lines, .. } = &self.said else { return None };
        lines.iter().map(|sold| sold.amount_minor).try_fold(0_i64, |sum, amount| sum.checked_add(amount?))
    }
}

fn offer(client: ClientId, product: ProductId, entry: &Entry) -> OfferDraft {
    OfferDraft {
        id: None,
        rev: 0,
        client,
        product,
        salesperson: None,
        interaction: None,
        day: entry.day.into(),
        answer: OfferAnswer::Pending,
        answered: None,
        reason: String::new(),
    }
}
