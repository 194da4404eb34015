//! The form of a client: what a visit needs first, the rest of the file after it.

use super::{Edited, Filler, Sheet, custom};
use crate::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, SalespersonId};
use crate::domain::kinds::{CustomEntity, Stage};
use crate::repository::request::RecordId;
use crate::text::tags;
use crate::text::{dates, numbers};
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{Dates, Rule};
use crate::tui::form::values::Values;

/// Ten years: a longer rhythm is a typing error.
const MOST_DAYS: i64 = 3_650;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let days = Rule::Whole { least: 1, most: MOST_DAYS };
    let mut fields = vec![
        Field::text("name", "name").required(),
        Field::text("city", "city").most(200),
        Field::text("phone", "phone").most(100),
        Field::line("email", "email", Rule::Email),
        Field::reference("owner", "owner", Target::Salesperson),
        Field::choice("stage", "stage", Choice::of(Stage::ALL, ctx.lang)),
        Field::reference("tags", "tags", Target::Tag).most(10_000),
        Field::line("potential", "potential", Rule::Money),
        Field::line("potential_on", "potential-on", Rule::Date(Dates::Happened)),
        Field::text("potential_source", "potential-source").most(200),
        Field::notes("notes"),
        Field::text("code", "code").most(100).section("form-section-file"),
        Field::text("tax_id", "tax-id").most(100),
        Field::text("sector", "sector").most(200),
        Field::text("address", "address").most(1_000),
        Field::text("postcode", "postcode").most(50),
        Field::text("region", "region").most(200),
        Field::text("country", "country").most(200),
        Field::text("website", "website"),
        Field::text("source", "source").most(200),
        Field::line("visit_every", "visit-every", days).section("form-section-care"),
        Field::line("touch_every", "touch-every", days),
        Field::flag("do_not_contact", "do-not-contact", false),
        Field::flag("they_call", "they-call", false),
        Field::line("they_call_until", "they-call-until", Rule::Date(Dates::Due)),
    ];
    // After what a visit needs, before the rest of the file.
    let file = fields.iter().position(|field| field.name == "code").unwrap_or(fields.len());
    fields.splice(file..file, custom::fields(CustomEntity::Client, ctx));
    fields
}

pub fn fill(draft: &ClientDraft, filler: &mut Filler) -> Edited {
    for (name, text) in [
        ("name", &draft.name),
        ("city", &draft.city),
        ("phone", &draft.phone),
        ("email", &draft.email),
        ("notes", &draft.notes),
        ("code", &draft.code),
        ("tax_id", &draft.tax_id),
        ("sector", &draft.sector),
        ("address", &draft.address),
        ("postcode", &draft.postcode),
        ("region", &draft.region),
        ("country", &draft.country),
        ("website", &draft.website),
        ("source", &draft.source),
    ] {
        filler.text(name, text);
    }
    filler.row("owner", draft.owner.map(RecordId::Salesperson));
    filler.text("stage", draft.stage.word());
    filler.text("tags", &tags::joined(&draft.tags));
    if let Some(potential) = &draft.potential {
        let ctx = filler.ctx;
        let amount = numbers::decimal(potential.minor, ctx.currency.exponent(), &ctx.locale);
        filler.text("potential", &amount);
        filler.day("potential_on", Some(potential.on));
        filler.text("potential_source", &potential.source);
    }
    filler.whole("visit_every", draft.visit_every);
    filler.whole("touch_every", draft.touch_every);
    filler.flag("do_not_contact", draft.do_not_contact);
    filler.flag("they_call", draft.they_call.is_some());
    filler.day("they_call_until", draft.they_call.and_then(|it| it.until));
    custom::fill(CustomEntity::Client, &draft.custom, filler);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> ClientDraft {
    ClientDraft {
        id: (edited.row != 0).then_some(ClientId(edited.row)),
        rev: edited.rev,
        code: values.text("code"),
        name: values.text("name"),
        tax_id: values.text("tax_id"),
        phone: values.text("phone"),
        email: values.text("email"),
        website: values.text("website"),
        address: values.text("address"),
        city: values.text("city"),
        region: values.text("region"),
        postcode: values.text("postcode"),
        country: values.text("country"),
        sector: values.text("sector"),
        source: values.text("source"),
        owner: values.row("owner").map(SalespersonId),
        stage: values.choice("stage", Stage::from_word, Stage::Prospect),
        tags: tags::split(&values.text("tags")),
        potential: values.number("potential").map(|minor| PotentialEstimate {
            minor,
            on: values.day("potential_on").unwrap_or(Day::from(values.ctx.today)),
            source: values.text("potential_source"),
        }),
        visit_every: values.number("visit_every"),
        touch_every: values.number("touch_every"),
        do_not_contact: values.flag("do_not_contact"),
        they_call: values.flag("they_call").then(|| TheyCall { until: values.day("they_call_until") }),
        notes: values.text("notes"),
        custom: custom::read(CustomEntity::Client, values),
    }
}

/// A date or a source of an estimate that was not given would be lost without a word.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    let given = |sheet: &Sheet, name| sheet.field(name).is_some_and(|field| !field.is_empty());
    let half =
        !given(sheet, "potential") && (given(sheet, "potential_on") || given(sheet, "potential_source"));
    if half {
        sheet.accuse("potential", || ctx.lang.t("form-error-no-potential"));
    }
}

/// A new estimate is of today, until its date is given by hand.
pub fn follow(sheet: &mut Sheet, changed: &str, ctx: &FormContext) {
    if changed != "potential" {
        return;
    }
    let given = sheet.field("potential").is_some_and(|field| !field.is_empty());
    if let Some(on) = sheet.field_mut("potential_on").filter(|on| !on.touched) {
        let today = dates::date(ctx.today, &ctx.locale);
        on.set_text(if given { &today } else { "" });
        on.recheck(ctx);
    }
}
