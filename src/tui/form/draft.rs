//! What a form holds, as the JSON that outlives a crash: every field as typed, half-typed ones too.

use super::field::{Input, Raw};
use super::kind::{self, Edited};
use super::lines::CELLS;
use super::{Form, FormContext, RecordKind};
use crate::repository::request::FormDraft;
use crate::text::Locale;
use crate::tui::TextField;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Snapshot {
    pub fields: BTreeMap<String, Raw>,
    #[serde(default)]
    pub lines: Vec<[Raw; CELLS]>,
}

/// A form as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    rev: i64,
    /// What the edited row was called.
    subject: String,
    /// The day and the place by which it was typed: `ayer` and `1.234` mean something else on other ones.
    today: NaiveDate,
    place: String,
    /// What it was before anything was typed.
    base: Snapshot,
    now: Snapshot,
}

impl Form {
    /// All that is typed now.
    pub(super) fn snapshot(&self) -> Snapshot {
        let fields = self.sheet.fields.iter().map(|field| (field.name.to_string(), field.raw())).collect();
        let lines = self.sheet.lines.as_ref().map(super::lines::Lines::raw).unwrap_or_default();
        Snapshot { fields, lines }
    }

    /// The form as it is to be kept.
    pub fn to_draft(&self) -> FormDraft {
        let kept = Kept {
            rev: self.edited.rev,
            subject: self.subject.clone(),
            today: self.ctx.today,
            place: format!("{}-{}", self.ctx.locale.lang.code(), self.ctx.locale.region),
            base: self.pristine.clone(),
            now: self.snapshot(),
        };
        FormDraft {
            form: self.kind.word().to_owned(),
            row: self.edited.row,
            // Maps with text keys and integers always serialise.
            fields: serde_json::to_string(&kept).unwrap_or_default(),
        }
    }

    /// The form as it was kept; `None` when it is of no form of ours or cannot be read.
    pub fn from_draft(draft: &FormDraft, ctx: &FormContext) -> Option<Self> {
        let kind = RecordKind::from_word(&draft.form)?;
        let kept: Kept = serde_json::from_str(&draft.fields).ok()?;
        let blank = FormContext { client: None, ..ctx.clone() };
        let mut form =
            Self::with(kind, Edited { row: draft.row, rev: kept.rev }, kind::blank(kind, &blank), &blank);
        form.subject = kept.subject;
        let locale = Locale::from_tag(&kept.place).unwrap_or(ctx.locale);
        let typed_by = FormContext { locale, today: kept.today, ..blank };
        form.put(&kept.base);
        form.reread(&typed_by);
        form.pristine = form.snapshot();
        form.put(&kept.now);
        form.reread(&typed_by);
        form.kept = true;
        Some(form)
    }

    /// Says dates and numbers that were typed on another day, or in another place, as they are said today and here.
    fn reread(&mut self, typed_by: &FormContext) {
        if (typed_by.today, typed_by.locale) == (self.ctx.today, self.ctx.locale) {
            return;
        }
        for stop in self.stops() {
            let here = self.context_at(stop);
            let there = FormContext { currency: here.currency, ..typed_by.clone() };
            if let Some(Input::Line(text, rule)) = self.field_mut(stop).map(|field| &mut field.input)
                && let Some(said) = rule.said(text.text(), &there, &here)
            {
                *text = TextField::new(said);
            }
        }
    }

    /// Puts all that was typed back.
    pub(super) fn put(&mut self, snapshot: &Snapshot) {
        for field in &mut self.sheet.fields {
            if let Some(raw) = snapshot.fields.get(&*field.name) {
                field.set_raw(raw);
                field.touched = true;
            }
        }
        if let Some(lines) = &mut self.sheet.lines {
            lines.set_raw(&snapshot.lines);
        }
        // Those on which it depends which fields are asked for.
        for name in ["currency", "recurrence", "answer", "survey"] {
            kind::follow(self.kind, &mut self.sheet, name, &self.ctx);
        }
    }
}
