//! The form of a follow-up: what is to be done for a client, and by when.

use super::{Edited, Filler, Sheet};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, SalespersonId};
use crate::domain::kinds::FollowUpKind;
use crate::repository::request::RecordId;
use crate::text::dates::every;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    vec![
        Field::reference("client", "client", Target::Client).required(),
        Field::line("due", "due", Rule::Date(Dates::Due)).required(),
        Field::choice("kind", "kind", Choice::of(FollowUpKind::ALL, ctx.lang))
            .with(FollowUpKind::Call.word()),
        Field::text("title", "title").most(1_000),
        Field::reference("contact", "contact", Target::Contact),
        Field::reference("salesperson", "salesperson", Target::Salesperson),
        Field::line("recurrence", "recurrence", Rule::Every),
        Field { hidden: true, ..Field::line("recurs_until", "recurrence-until", Rule::Date(Dates::Due)) },
    ]
}

pub fn fill(draft: &FollowUpDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.day("due", Some(draft.due));
    filler.text("kind", draft.kind.word());
    filler.text("title", &draft.title);
    filler.row("contact", draft.contact.map(RecordId::Contact));
    filler.row("salesperson", draft.salesperson.map(RecordId::Salesperson));
    if let Some(recurrence) = draft.recurrence {
        filler.text("recurrence", &every::label(recurrence.every, filler.ctx.lang));
        filler.day("recurs_until", recurrence.until);
    }
    follow(filler.sheet, "recurrence");
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> FollowUpDraft {
    FollowUpDraft {
        id: (edited.row != 0).then_some(FollowUpId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        contact: values.row("contact").map(ContactId),
        salesperson: values.row("salesperson").map(SalespersonId),
        due: values.day("due").unwrap_or(Day::from(values.ctx.today)),
        kind: values.choice("kind", FollowUpKind::from_word, FollowUpKind::Call),
        title: values.text("title"),
        recurrence: values.recurrence("recurrence", "recurs_until"),
    }
}

/// What does not come back has no end. What is being typed may be on the way to something that does.
pub fn follow(sheet: &mut Sheet, changed: &str) {
    if changed != "recurrence" {
        return;
    }
    let comes_back = sheet.field("recurrence").is_some_and(|field| every::parse(field.typed()) != Ok(None));
    if let Some(until) = sheet.field_mut("recurs_until") {
        until.hidden = !comes_back;
        if !comes_back {
            until.error = None;
        }
    }
}

/// A series ends on or after the day of its first one.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let until = values.recurrence("recurrence", "recurs_until").and_then(|it| it.until);
    if let (Some(due), Some(until)) = (values.day("due"), until)
        && until < due
    {
        let due = rule::day_text(due, ctx);
        sheet.accuse("recurs_until", || ctx.lang.ta("form-error-ends-before", &[("due", due.into())]));
    }
}
