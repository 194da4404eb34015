//! The form of a survey: what was sent to whom, and what came back.

use super::{Edited, Filler, Sheet};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ContactId, InteractionId, SurveyAnswerId, SurveyId};
use crate::domain::survey::{Scale, SurveyDraft};
use crate::repository::request::RecordId;
use crate::text::dates;
use crate::tui::form::FormContext;
use crate::tui::form::field::{Field, Input};
use crate::tui::form::reference::{Chosen, Target};
use crate::tui::form::rule::{self, Dates, Rule};
use crate::tui::form::values::Values;

/// The ends of the scales that can be made.
const ENDS: Rule = Rule::Whole { least: 0, most: 100 };

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let today = dates::date(ctx.today, &ctx.locale);
    let mut survey = Field::free_reference("survey", "survey", Target::Survey).required().most(200);
    if let Input::Reference(reference) = &mut survey.input {
        reference.set(&ctx.lang.t("survey-recommendation"), Chosen::Text);
    }
    let Scale { min, max } = Scale::RECOMMENDATION;
    vec![
        Field::reference("client", "client", Target::Client).required(),
        Field::reference("contact", "contact", Target::Contact),
        survey,
        // Of a survey that is there they are what they are.
        Field { hidden: true, ..Field::line("from", "scale-from", ENDS).required().with(&min.to_string()) },
        Field { hidden: true, ..Field::line("to", "scale-to", ENDS).required().with(&max.to_string()) },
        Field::line("sent_on", "sent-on", Rule::Date(Dates::Happened)).required().with(&today),
        Field::line("score", "score", Rule::Whole { least: min, most: max }),
        Field::text("comment", "comment").most(10_000),
        Field::line("answered_on", "answered-on", Rule::Date(Dates::Happened)),
        // The contact that sending it was; nobody types it.
        Field { hidden: true, ..Field::text("interaction", "text") },
    ]
}

pub fn fill(draft: &SurveyDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    filler.row("contact", draft.contact.map(RecordId::Contact));
    if let Some(survey) = draft.survey {
        preset(filler.sheet, survey, &draft.name, draft.scale, filler.ctx);
    }
    filler.day("sent_on", Some(draft.sent));
    filler.whole("score", draft.score);
    filler.text("comment", &draft.comment);
    filler.day("answered_on", draft.answered);
    filler.text("interaction", &draft.interaction.map(|id| id.0.to_string()).unwrap_or_default());
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> SurveyDraft {
    SurveyDraft {
        id: (edited.row != 0).then_some(SurveyAnswerId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        contact: values.row("contact").map(ContactId),
        survey: values.row("survey").map(SurveyId),
        name: values.text("survey"),
        scale: scale(values),
        interaction: values.text("interaction").parse().ok().map(InteractionId),
        sent: values.day("sent_on").unwrap_or(Day::from(values.ctx.today)),
        answered: values.day("answered_on"),
        score: values.number("score"),
        comment: values.text("comment"),
    }
}

fn scale(values: Values) -> Scale {
    let usual = Scale::RECOMMENDATION;
    Scale { min: values.number("from").unwrap_or(usual.min), max: values.number("to").unwrap_or(usual.max) }
}

/// Names a survey that there is.
pub fn preset(sheet: &mut Sheet, survey: SurveyId, name: &str, scale: Scale, ctx: &FormContext) {
    sheet.set_row("survey", name, survey.0);
    set_scale(sheet, scale, ctx);
}

/// A survey was chosen: its scale is the one of the form.
pub fn set_scale(sheet: &mut Sheet, scale: Scale, ctx: &FormContext) {
    for (name, end) in [("from", scale.min), ("to", scale.max)] {
        if let Some(field) = sheet.field_mut(name) {
            field.set_text(&end.to_string());
            field.error = None;
        }
    }
    ask_for_scale(sheet, ctx);
}

/// Asks for the scale of a survey that is not there yet; scores keep to it.
fn ask_for_scale(sheet: &mut Sheet, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let name = values.text("survey");
    let is_new =
        values.row("survey").is_none() && !name.is_empty() && name != ctx.lang.t("survey-recommendation");
    let Scale { min, max } = scale(values);
    for name in ["from", "to"] {
        if let Some(field) = sheet.field_mut(name) {
            field.hidden = !is_new;
        }
    }
    if let Some(score) = sheet.field_mut("score") {
        if let Input::Line(_, rule) = &mut score.input
            && min < max
        {
            *rule = Rule::Whole { least: min, most: max };
        }
        score.recheck(ctx);
    }
}

/// What is answered was so today, unless another day is typed.
pub fn follow(sheet: &mut Sheet, changed: &str, ctx: &FormContext) {
    match changed {
        "survey" | "from" | "to" => ask_for_scale(sheet, ctx),
        "score" | "comment" => {
            let is_answered = ["score", "comment"]
                .iter()
                .any(|name| sheet.field(name).is_some_and(|field| !field.is_empty()));
            let today = dates::date(ctx.today, &ctx.locale);
            if let Some(answered) = sheet.field_mut("answered_on").filter(|field| !field.touched) {
                if is_answered && answered.is_empty() {
                    answered.set_text(&today);
                } else if !is_answered && answered.typed() == today {
                    answered.set_text("");
                }
                answered.error = None;
            }
        }
        _ => {}
    }
}

/// A survey is sent without an answer; an answer is complete with its day.
pub fn is_enough(edited: Edited, field: &str) -> bool {
    field == "answered_on" || field == "sent_on" && edited.row == 0
}

/// Nobody answers before being asked, nor without a day; a scale has two ends.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let values = Values { fields: &sheet.fields, ctx };
    let (sent, answered) = (values.day("sent_on"), values.day("answered_on"));
    let (score, scale) = (values.number("score"), scale(values));
    let is_answered = score.is_some() || !values.text("comment").is_empty();
    if !scale.is_scale() {
        let from = scale.min;
        sheet.accuse("to", || ctx.lang.ta("form-error-scale", &[("from", from.into())]));
    }
    if let (Some(sent), Some(answered)) = (sent, answered)
        && answered < sent
    {
        let day = rule::day_text(sent, ctx);
        sheet.accuse("answered_on", || ctx.lang.ta("form-error-answered-unsent", &[("date", day.into())]));
    }
    if is_answered && answered.is_none() {
        let field = ctx.lang.field("answered-on");
        sheet.accuse("answered_on", || ctx.lang.ta("form-error-required", &[("field", field.into())]));
    }
}
