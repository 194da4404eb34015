//! The form of a follow-up: what is to be done for a client, and by when.

use super::{Edited, Filler};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, SalespersonId};
use crate::domain::kinds::FollowUpKind;
use crate::repository::request::RecordId;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{Dates, Rule};
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
    ]
}

pub fn fill(draft: &FollowUpDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.day("due", Some(draft.due));
    filler.text("kind", draft.kind.word());
    filler.text("title", &draft.title);
    filler.row("contact", draft.contact.map(RecordId::Contact));
    filler.row("salesperson", draft.salesperson.map(RecordId::Salesperson));
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
    }
}
