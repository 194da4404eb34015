//! One row of each kind with everything in it.

use super::*;
use crate::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use crate::domain::contact::ContactDraft;
use crate::domain::custom::{CustomField, CustomFieldDraft, CustomFields, CustomValue, CustomValues};
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{
    ContactId, CustomFieldId, FollowUpId, MailTemplateId, ProductId, SaleId, SalespersonId,
};
use crate::domain::kinds::{
    Consent, ContactRole, CustomEntity, CustomKind, FollowUpKind, SaleKind, SalespersonRole, Stage,
};
use crate::domain::mail::MailTemplateDraft;
use crate::domain::product::ProductDraft;
use crate::domain::recurrence::{Every, Recurrence};
use crate::domain::sale::{SaleDraft, SaleLine};
use crate::domain::salesperson::SalespersonDraft;

/// The names of the rows that the others refer to.
pub fn labels() -> Vec<(RecordId, String)> {
    vec![
        (RecordId::Client(ClientId(7)), "Talleres López".to_owned()),
        (RecordId::Contact(ContactId(8)), "Eva".to_owned()),
        (RecordId::Salesperson(SalespersonId(3)), "Ana Ruiz".to_owned()),
    ]
}

/// In the order of [`RecordKind::ALL`].
pub fn all() -> Vec<Record> {
    vec![
        Record::Client(Box::new(client())),
        Record::Contact(contact()),
        Record::Product(product()),
        Record::Sale(sale()),
        Record::FollowUp(follow_up()),
        Record::Salesperson(salesperson()),
        Record::MailTemplate(mail_template()),
        Record::CustomField(custom_field()),
    ]
}

/// A field of a client of each kind.
pub fn custom_fields() -> CustomFields {
    let field = |(id, kind): (i64, &CustomKind)| CustomField {
        id: CustomFieldId(id),
        entity: CustomEntity::Client,
        key: format!("own-{}", kind.word()),
        label: format!("Own {}", kind.word()),
        kind: *kind,
        choices: if *kind == CustomKind::Choice { vec!["Norte".into(), text("Sur")] } else { Vec::new() },
        values: 0,
    };
    CustomFields::new((1..).zip(CustomKind::ALL).map(field).collect())
}

fn custom_values() -> CustomValues {
    let value = |field: &CustomField| {
        let value = match field.kind {
            CustomKind::Text => CustomValue::Text(text("own")),
            CustomKind::Choice => CustomValue::Text(text("Sur")),
            CustomKind::Number => CustomValue::Number(-1_234_567),
            CustomKind::Money => CustomValue::Number(-123_456),
            CustomKind::Date => CustomValue::Number(day("2024-02-29").0.into()),
            CustomKind::Flag => CustomValue::Number(0),
        };
        (field.id, Some(value))
    };
    custom_fields().all().iter().map(value).collect()
}

fn custom_field() -> CustomFieldDraft {
    CustomFieldDraft {
        id: Some(CustomFieldId(9)),
        rev: 4,
        entity: CustomEntity::Client,
        label: text("zone"),
        kind: CustomKind::Choice,
        choices: vec!["Norte".into(), text("Sur")],
    }
}

fn text(name: &str) -> String {
    format!("{name} ñ 東")
}

pub fn line(product: Option<i64>, description: &str, milli: i64, micros: i64, points: i64) -> SaleLine {
    SaleLine {
        product: product.map(ProductId),
        description: description.into(),
        quantity_milli: milli,
        price_micros: micros,
        discount_bp: points,
    }
}

fn client() -> ClientDraft {
    ClientDraft {
        id: Some(ClientId(1)),
        rev: 4,
        code: text("code"),
        name: text("name"),
        tax_id: text("tax"),
        phone: text("phone"),
        email: "a@b.es".into(),
        website: text("web"),
        address: text("address"),
        city: text("city"),
        region: text("region"),
        postcode: text("postcode"),
        country: text("country"),
        sector: text("sector"),
        source: text("source"),
        owner: Some(SalespersonId(3)),
        stage: Stage::Lost,
        tags: vec!["a".into(), "b c".into()],
        potential: Some(PotentialEstimate {
            minor: 123_456_789,
            on: day("2024-02-29"),
            source: text("says"),
        }),
        visit_every: Some(45),
        touch_every: Some(15),
        do_not_contact: true,
        they_call: Some(TheyCall { until: Some(day("2099-05-31")) }),
        notes: "uno\n\ntres".into(),
        custom: custom_values(),
    }
}

fn contact() -> ContactDraft {
    ContactDraft {
        id: Some(ContactId(2)),
        rev: 5,
        client: ClientId(7),
        name: text("name"),
        job_title: text("job"),
        role: ContactRole::Finance,
        main: true,
        phone: text("phone"),
        email: "c@d.es".into(),
        language: "eu".into(),
        consent: Consent::Refused,
        left_on: Some(day("2020-01-31")),
        notes: text("notes"),
    }
}

fn product() -> ProductDraft {
    ProductDraft {
        id: Some(ProductId(3)),
        rev: 6,
        sku: text("sku"),
        name: text("name"),
        family: text("family"),
        unit: text("unit"),
        price_micros: Some(1_234_500_001),
        launched_on: Some(day("2019-12-31")),
        active: false,
    }
}

fn sale() -> SaleDraft {
    SaleDraft {
        id: Some(SaleId(4)),
        rev: 7,
        client: ClientId(7),
        contact: Some(ContactId(8)),
        salesperson: Some(SalespersonId(3)),
        day: day("2026-02-28"),
        number: text("number"),
        kind: SaleKind::Return,
        currency: "JPY".into(),
        rate_nanos: 6_123_456,
        lines: vec![
            line(Some(11), "Taladro", 2_500, 45_900_000, 1_250),
            line(None, "Portes", 1, 1, 10_000),
            line(Some(12), "", 1_000_000_000, 0, 0),
        ],
        notes: text("notes"),
    }
}

fn follow_up() -> FollowUpDraft {
    FollowUpDraft {
        id: Some(FollowUpId(5)),
        rev: 8,
        client: ClientId(7),
        contact: Some(ContactId(8)),
        salesperson: Some(SalespersonId(3)),
        due: day("2020-02-29"),
        kind: FollowUpKind::Offer,
        title: text("title"),
        recurrence: Some(Recurrence { every: Every::Months(3), until: Some(day("2020-12-31")) }),
    }
}

fn salesperson() -> SalespersonDraft {
    SalespersonDraft {
        id: Some(SalespersonId(6)),
        rev: 9,
        code: text("code"),
        name: text("name"),
        email: "e@f.es".into(),
        role: SalespersonRole::Manager,
        reports_to: Some(SalespersonId(3)),
        stars_from: 2,
        stars_to: 4,
        touches_per_week: Some(35),
        active: false,
    }
}

fn mail_template() -> MailTemplateDraft {
    MailTemplateDraft {
        id: Some(MailTemplateId(7)),
        rev: 10,
        name: text("name"),
        language: "en".into(),
        subject: text("subject {client}"),
        body: "Hola, {contacto}:\n\n- ñ { 東\n\n{me}".into(),
    }
}
