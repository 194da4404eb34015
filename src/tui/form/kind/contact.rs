//! The form of a contact, a person at a client.

use super::{Edited, Filler};
use crate::domain::contact::ContactDraft;
use crate::domain::ids::{ClientId, ContactId};
use crate::domain::kinds::{Consent, ContactRole};
use crate::repository::request::RecordId;
use crate::text::Lang;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::reference::Target;
use crate::tui::form::rule::{Dates, Rule};
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    vec![
        Field::reference("client", "client", Target::Client).required(),
        Field::text("name", "name").required(),
        Field::text("job_title", "job-title").most(200),
        Field::choice("role", "role", Choice::of(ContactRole::ALL, ctx.lang)).with(ContactRole::Other.word()),
        Field::flag("main", "main", false),
        Field::text("phone", "phone").most(100),
        Field::line("email", "email", Rule::Email),
        Field::notes("notes"),
        Field::choice("language", "language", languages(ctx.lang)).section("form-section-more"),
        Field::choice("consent", "consent", Choice::of(Consent::ALL, ctx.lang)),
        Field::line("left_on", "left-on", Rule::Date(Dates::Any)),
    ]
}

/// Not known first, then each language that we can write in, by its own name.
fn languages(lang: Lang) -> Choice {
    let unknown = (String::new(), lang.t("form-language-unknown"));
    let known = Lang::ALL.iter().map(|each| (each.code().to_owned(), each.t("form-language-name")));
    Choice::new([unknown].into_iter().chain(known).collect()).open()
}

pub fn fill(draft: &ContactDraft, filler: &mut Filler) -> Edited {
    filler.row("client", Some(RecordId::Client(draft.client)));
    for (name, text) in [
        ("name", &draft.name),
        ("job_title", &draft.job_title),
        ("phone", &draft.phone),
        ("email", &draft.email),
        ("notes", &draft.notes),
        ("language", &draft.language),
    ] {
        filler.text(name, text);
    }
    filler.text("role", draft.role.word());
    filler.flag("main", draft.main);
    filler.text("consent", draft.consent.word());
    filler.day("left_on", draft.left_on);
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> ContactDraft {
    ContactDraft {
        id: (edited.row != 0).then_some(ContactId(edited.row)),
        rev: edited.rev,
        client: ClientId(values.row("client").unwrap_or(0)),
        name: values.text("name"),
        job_title: values.text("job_title"),
        role: values.choice("role", ContactRole::from_word, ContactRole::Other),
        main: values.flag("main"),
        phone: values.text("phone"),
        email: values.text("email"),
        language: values.text("language"),
        consent: values.choice("consent", Consent::from_word, Consent::Unknown),
        left_on: values.day("left_on"),
        notes: values.text("notes"),
    }
}
