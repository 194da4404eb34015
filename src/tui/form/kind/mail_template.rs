//! The form of a mail template.

use super::{Edited, Filler, Sheet, quoted};
use crate::domain::ids::MailTemplateId;
use crate::domain::mail::MailTemplateDraft;
use crate::mail::{self, Placeholder};
use crate::text::Lang;
use crate::tui::form::FormContext;
use crate::tui::form::choice::Choice;
use crate::tui::form::field::Field;
use crate::tui::form::values::Values;

pub fn fields(ctx: &FormContext) -> Vec<Field> {
    let languages = Lang::ALL.iter().map(|each| (each.code().to_owned(), each.t("form-language-name")));
    vec![
        Field::text("name", "name").required().most(100),
        Field::choice("language", "language", Choice::new(languages.collect()).open()).with(ctx.lang.code()),
        Field::text("subject", "subject").required().most(200).section("form-section-mail"),
        Field { label: "mail-body", ..Field::notes("body").required().most(20_000) },
    ]
}

pub fn fill(draft: &MailTemplateDraft, filler: &mut Filler) -> Edited {
    for (name, text) in [
        ("name", &draft.name),
        ("language", &draft.language),
        ("subject", &draft.subject),
        ("body", &draft.body),
    ] {
        filler.text(name, text);
    }
    Edited { row: draft.id.map_or(0, |id| id.0), rev: draft.rev }
}

pub fn read(edited: Edited, values: Values) -> MailTemplateDraft {
    MailTemplateDraft {
        id: (edited.row != 0).then_some(MailTemplateId(edited.row)),
        rev: edited.rev,
        name: values.text("name"),
        language: values.text("language"),
        subject: values.text("subject"),
        body: values.text("body"),
    }
}

/// What stands between braces must be something that we can fill in.
pub fn check(sheet: &mut Sheet, ctx: &FormContext) {
    for name in ["subject", "body"] {
        let text = Values { fields: &sheet.fields, ctx }.text(name);
        if let Some(unknown) = mail::unknown(&text).first() {
            let word = format!("{{{}}}", quoted(unknown));
            let known = Placeholder::list(ctx.lang);
            sheet.accuse(name, || {
                ctx.lang.ta("form-error-placeholder", &[("word", word.into()), ("known", known.into())])
            });
        }
    }
}
