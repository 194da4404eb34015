//! Proposals for the fields that name another row: asking for them, taking them, and what follows from it.

use super::field::Input;
use super::kind;
use super::lines::PRODUCT;
use super::reference::{Accepted, Reference, Target};
use super::values::Values;
use super::{Form, FormEffect, Notice, State, Stop};
use crate::domain::ids::ClientId;
use crate::domain::kinds::OfferAnswer;
use crate::repository::request::{Candidate, Request, Ticket};
use std::sync::atomic::{AtomicU64, Ordering};

/// How many proposals are asked for: as many as fit below a field on a small screen.
pub const PROPOSALS: usize = 8;

/// Tickets of forms never meet those of anybody else, nor those of a form that was open before.
static NEXT_TICKET: AtomicU64 = AtomicU64::new(1 << 32);

pub(super) fn next_ticket() -> Ticket {
    Ticket(NEXT_TICKET.fetch_add(1, Ordering::Relaxed))
}

impl Form {
    pub(super) fn reference(&self, stop: Stop) -> Option<&Reference> {
        match &self.field(stop)?.input {
            Input::Reference(reference) => Some(reference),
            Input::Line(..) | Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => None,
        }
    }

    pub(super) fn reference_mut(&mut self, stop: Stop) -> Option<&mut Reference> {
        match &mut self.field_mut(stop)?.input {
            Input::Reference(reference) => Some(reference),
            Input::Line(..) | Input::Notes(_) | Input::Choice(_) | Input::Flag(_) => None,
        }
    }

    /// Asks for what the text of this field may be.
    pub(super) fn look_up(&mut self, stop: Stop) -> Option<FormEffect> {
        let client = Values { fields: &self.sheet.fields, ctx: &self.ctx }.row("client").map(ClientId);
        let answer = Values { fields: &self.sheet.fields, ctx: &self.ctx }.text("answer");
        let rejected = answer == OfferAnswer::Rejected.word();
        let reference = self.reference_mut(stop)?;
        let client = match reference.target {
            // The contacts of no client in particular would be those of all.
            Target::Contact => Some(client?),
            // Why it was rejected is of no use for another answer.
            Target::Reason if !rejected => return None,
            Target::Client
            | Target::Product
            | Target::Salesperson
            | Target::Reason
            | Target::Survey
            | Target::Tag => None,
        };
        let ticket = next_ticket();
        reference.ask(ticket);
        let (text, limit) = (reference.wanted().trim().to_owned(), PROPOSALS);
        Some(FormEffect::LookUp(match reference.target.list() {
            Some(kind) => Request::LookUp { ticket, kind, text, client, limit },
            None => Request::LookUpTags { ticket, text, limit },
        }))
    }

    /// Does this field ask for a contact before there is a client?
    pub fn lacks_client(&self, stop: Stop) -> bool {
        let client = Values { fields: &self.sheet.fields, ctx: &self.ctx }.row("client");
        client.is_none() && self.reference(stop).is_some_and(|reference| reference.target == Target::Contact)
    }

    /// Takes the storage's proposals. Where the cursor has gone on meanwhile, or saving waits for them, only an exact name is
    /// taken.
    pub fn looked_up(&mut self, ticket: Ticket, candidates: Vec<Candidate>) -> Vec<FormEffect> {
        if self.named(ticket, &candidates) {
            return Vec::new();
        }
        let asked = |stop: &Stop| self.reference(*stop).is_some_and(|reference| reference.asked_for(ticket));
        let Some(stop) = self.stops().into_iter().find(asked) else { return Vec::new() };
        let focused = stop == self.focus && self.state != State::SaveWhenFound;
        let before = self.snapshot();
        if let Some(reference) = self.reference_mut(stop) {
            reference.answer(ticket, candidates, focused);
        }
        let mut effects = Vec::new();
        if !focused {
            effects.extend(self.resolve_left(stop));
        }
        if self.state == State::SaveWhenFound && !self.is_asking() {
            self.state = State::Editing;
            effects.extend(self.submit());
        }
        if self.snapshot() != before {
            effects.extend(self.keep());
        }
        effects
    }

    pub(super) fn is_asking(&self) -> bool {
        let open = |stop: Stop| {
            self.reference(stop)
                .is_some_and(|reference| reference.is_asking() && reference.is_open_question())
        };
        self.stops().into_iter().any(open)
    }

    /// Takes the highlighted proposal of this field.
    pub(super) fn accept(&mut self, stop: Stop) -> Vec<FormEffect> {
        match self.reference_mut(stop).and_then(Reference::accept) {
            Some(accepted) => self.accepted(stop, &accepted),
            None => Vec::new(),
        }
    }

    /// A name that was left before it stood for a row: an exact one is taken; of another it is said that there is none, once
    /// that is known.
    pub(super) fn resolve_left(&mut self, stop: Stop) -> Vec<FormEffect> {
        let Some(reference) = self.reference_mut(stop) else { return Vec::new() };
        if let Some(accepted) = reference.accept_exact() {
            return self.accepted(stop, &accepted);
        }
        let unanswered = reference.is_asking();
        let ctx = self.context_at(stop);
        if let Some(field) = self.field_mut(stop).filter(|field| !unanswered && !field.is_empty()) {
            field.error = field.check(&ctx).err();
        }
        Vec::new()
    }

    fn accepted(&mut self, stop: Stop, accepted: &Accepted) -> Vec<FormEffect> {
        let (ctx, rate) = (self.context_at(stop), self.rate_nanos());
        if let (Stop::Cell { row, cell: PRODUCT }, Accepted::Row(product), Some(lines)) =
            (stop, accepted, &mut self.sheet.lines)
        {
            lines.preset(row, product, rate, &ctx);
        }
        if let Accepted::Row(Candidate { scale: Some(scale), .. }) = accepted {
            kind::set_scale(&mut self.sheet, *scale, &self.ctx);
        }
        self.changed(stop)
    }

    /// The storage could not answer: the names stay as typed.
    pub(super) fn give_up_looking(&mut self, message: String) {
        for stop in self.stops() {
            if let Some(reference) = self.reference_mut(stop) {
                reference.give_up();
            }
        }
        self.notice = Some(Notice::Error(message));
    }
}
