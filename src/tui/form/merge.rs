//! When somebody else changed the row that is being edited: their changes come in, what was typed here stays, and where
//! both changed the same field the user is told.

use super::draft::Snapshot;
use super::field::Raw;
use super::kind;
use super::lines::PRODUCT;
use super::{Form, FormEffect, Notice, RecordKind, Stop};
use crate::domain::ids::{
    ClientId, ContactId, CustomFieldId, FollowUpId, InteractionId, MailTemplateId, OfferId, ProductId,
    SaleId, SalespersonId, SurveyAnswerId,
};
use crate::repository::request::{Record, RecordId};
use crate::text::safe;

impl Form {
    /// The row that is edited; `None` for a new one.
    pub(super) fn record_id(&self) -> Option<RecordId> {
        let row = Some(self.edited.row).filter(|row| *row != 0)?;
        Some(match self.kind {
            RecordKind::Client => RecordId::Client(ClientId(row)),
            RecordKind::Contact => RecordId::Contact(ContactId(row)),
            RecordKind::Product => RecordId::Product(ProductId(row)),
            RecordKind::Sale => RecordId::Sale(SaleId(row)),
            RecordKind::Interaction => RecordId::Interaction(InteractionId(row)),
            RecordKind::FollowUp => RecordId::FollowUp(FollowUpId(row)),
            RecordKind::Offer => RecordId::Offer(OfferId(row)),
            RecordKind::Survey => RecordId::Survey(SurveyAnswerId(row)),
            RecordKind::Salesperson => RecordId::Salesperson(SalespersonId(row)),
            RecordKind::MailTemplate => RecordId::MailTemplate(MailTemplateId(row)),
            RecordKind::CustomField => RecordId::CustomField(CustomFieldId(row)),
        })
    }

    /// The row as it is now, because saving over it was refused as stale. `None` when it is not this form's row, or no newer
    /// than what the form knows.
    pub fn reopened(&mut self, record: &Record, labels: &[(RecordId, String)]) -> Option<Vec<FormEffect>> {
        let (kind, edited, sheet) = kind::filled(record, labels, &self.ctx);
        let newer = edited.row == self.edited.row && edited.rev != self.edited.rev;
        if kind != self.kind || !newer || self.is_saving() {
            return None;
        }
        let ours = self.snapshot();
        let theirs = Self::with(kind, edited, sheet, &self.ctx).pristine;
        let (merged, contested) = merge(&self.pristine, &ours, &theirs);
        self.edited = edited;
        self.subject = kind::subject(record, labels);
        self.pristine = theirs;
        if merged != ours {
            self.put(&merged);
        }
        for (name, now) in contested {
            self.contest(&name, &now);
        }
        let stops = self.stops();
        let first = stops.iter().find(|stop| self.field(**stop).is_some_and(|field| field.error.is_some()));
        self.focus =
            first.copied().unwrap_or(if stops.contains(&self.focus) { self.focus } else { Stop::Field(0) });
        self.notice = Some(Notice::Error(self.ctx.lang.t("form-merged")));
        Some(self.keep())
    }

    /// Says at a field what the other one put there.
    fn contest(&mut self, name: &str, now: &Raw) {
        let text = match now {
            Raw::Text(text) | Raw::Row { name: text, .. } => safe::fit(text, 60),
            Raw::Flag(value) => self.ctx.lang.t(if *value { "form-yes" } else { "form-no" }),
        };
        let message = self.ctx.lang.ta("form-contested", &[("text", text.into())]);
        if let Some(field) = self.sheet.fields.iter_mut().find(|field| field.name == name) {
            field.error = Some(message);
        } else if let Some(cell) = self.sheet.lines.as_mut().and_then(|lines| lines.cell_mut(0, PRODUCT)) {
            cell.error = Some(self.ctx.lang.t("form-contested-lines"));
        }
    }
}

/// What both want, and the fields that both changed, with what the other one put there. The lines of a sale count as one
/// field, named by nothing.
fn merge(base: &Snapshot, ours: &Snapshot, theirs: &Snapshot) -> (Snapshot, Vec<(String, Raw)>) {
    let mut merged = ours.clone();
    let mut contested = Vec::new();
    for (name, value) in &mut merged.fields {
        let (before, now) = (base.fields.get(name), theirs.fields.get(name));
        let Some(now) = now.filter(|now| Some(*now) != before && *now != value) else { continue };
        if Some(&*value) == before {
            *value = now.clone();
        } else {
            contested.push((name.clone(), now.clone()));
        }
    }
    if theirs.lines != base.lines && theirs.lines != ours.lines {
        if ours.lines == base.lines {
            merged.lines.clone_from(&theirs.lines);
        } else {
            contested.push((String::new(), Raw::Text(String::new())));
        }
    }
    (merged, contested)
}
