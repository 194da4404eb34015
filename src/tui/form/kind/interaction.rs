//! The form of an interaction: what was done with a client, when and how it went.

use super::{Edited, Filler, Sheet};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, InteractionId, SalespersonId};
use crate::domain::interaction::InteractionDraft;
use crate::domain::kinds::{Direction, InteractionKind, Outcome};
use crate::repository::request::RecordId;
use crate::text::{Label as _, Lang};
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let mut day = Field::line("day", "date", Rule::Date(Dates::Happened)).required();
    day.set_text(&rule::day_text(Day::from(ctx.today), ctx));
    vec![
        Field::reference("client", "client", Target::Client).required(),
        day,
        Field::choice("kind", "kind", Choice::of(InteractionKind::ALL, ctx.lang))
            .with(InteractionKind::Visit.word()),
        Field::choice("outcome", "outcome", outcomes(ctx.lang)),
        Field { label: "text", ..Field::notes("text") },
        Field::reference("contact", "contact", Target::Contact),
        Field::line("minutes", "minutes", Rule::Whole { least: 0, most: 100_000 }),
        Field::choice("direction", "direction", Choice::of(Direction::ALL, ctx.lang)),
        Field::reference("salesperson", "salesperson", Target::Salesperson),
    ]
}

/// Nobody said first, then how it may have gone.
fn outcomes(lang: Lang) -> Choice {
    let unknown = (String::new(), lang.t("form-outcome-unknown"));
    let known = Outcome::ALL.iter().map(|it| (it.stored_word().to_owned(), it.label(lang)));
    Choice::new([unknown].into_iter().chain(known).collect())
}

pub fn fill(draft: &InteractionDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.day("day", Some(draft.day));
    filler.text("kind", draft.kind.word());
    filler.text("outcome", draft.outcome.map_or("", Outcome::word));
    filler.text("text", &draft.text);
    filler.row("contact", draft.contact.map(RecordId::Contact));
    filler.whole("minutes", draft.minutes);
    filler.text("direction", draft.direction.word());
    filler.row("salesperson", draft.salesperson.map(RecordId::Salesperson));
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> InteractionDraft {
    InteractionDraft {
        id: (edited.row != 0).then_some(InteractionId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        contact: values.row("contact").map(ContactId),
        salesperson: values.row("salesperson").map(SalespersonId),
        kind: values.choice("kind", InteractionKind::from_word, InteractionKind::Note),
        direction: values.choice("direction", Direction::from_word, Direction::Out),
        day: values.day("day").unwrap_or(Day::from(values.ctx.today)),
        minutes: values.number("minutes"),
        outcome: Outcome::from_word(&values.text("outcome")),
        text: values.text("text"),
    }
}

/// A note says nothing without text.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let kind = values.choice("kind", InteractionKind::from_word, InteractionKind::Note);
    if kind == InteractionKind::Note && values.text("text").is_empty() {
        sheet.accuse("text", || ctx.lang.t("form-error-note-text"));
    }
}
