//! A form that asks for one value for many rows: the very field of the kind's own form, so that it is typed and checked as
//! there.

use super::field::Field;
use super::kind::{self, Edited, Sheet};
use super::rule::{self, Rule};
use super::values::Values;
use super::{Form, FormContext, Input, RecordKind};
use crate::domain::bulk::{Change, ClientChange, ContactChange, FollowUpChange, ProductChange};
use crate::domain::client::PotentialEstimate;
use crate::domain::day::Day;
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::{Consent, ContactRole, FollowUpKind, Stage};
use crate::repository::error::FieldName;
use crate::text::tags;

/// What can be changed on many rows at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ManyField {
    Owner,
    City,
    Region,
    Country,
    Postcode,
    Sector,
    Source,
    Stage,
    Potential,
    AddTags,
    RemoveTags,
    VisitEvery,
    TouchEvery,
    DoNotContact,
    Role,
    JobTitle,
    Language,
    Consent,
    LeftOn,
    Due,
    TaskKind,
    Title,
    TaskSalesperson,
    Family,
    Unit,
    Price,
    Active,
    Seller,
}

impl ManyField {
    /// What can be changed of the rows of a kind, the most usual first.
    pub fn of(kind: RecordKind) -> &'static [Self] {
        use ManyField as F;
        match kind {
            RecordKind::Client => &[
                F::Owner,
                F::Stage,
                F::AddTags,
                F::RemoveTags,
                F::City,
                F::Region,
                F::Country,
                F::Postcode,
                F::Sector,
                F::Source,
                F::Potential,
                F::VisitEvery,
                F::TouchEvery,
                F::DoNotContact,
            ],
            RecordKind::Contact => &[F::Role, F::Consent, F::JobTitle, F::Language, F::LeftOn],
            RecordKind::FollowUp => &[F::Due, F::TaskSalesperson, F::TaskKind, F::Title],
            RecordKind::Product => &[F::Price, F::Family, F::Active, F::Unit],
            RecordKind::Sale => &[F::Seller],
            RecordKind::CustomField
            | RecordKind::Offer
            | RecordKind::Survey
            | RecordKind::Interaction
            | RecordKind::Salesperson
            | RecordKind::MailTemplate => &[],
        }
    }

    /// The catalogue's name of it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::City => "city",
            Self::Region => "region",
            Self::Country => "country",
            Self::Postcode => "postcode",
            Self::Sector => "sector",
            Self::Source => "source",
            Self::Stage => "stage",
            Self::Potential => "potential",
            Self::AddTags => "add-tags",
            Self::RemoveTags => "remove-tags",
            Self::VisitEvery => "visit-every",
            Self::TouchEvery => "touch-every",
            Self::DoNotContact => "do-not-contact",
            Self::Role => "role",
            Self::JobTitle => "job-title",
            Self::Language => "language",
            Self::Consent => "consent",
            Self::LeftOn => "left-on",
            Self::Due => "due",
            Self::TaskKind => "kind",
            Self::Title => "title",
            Self::TaskSalesperson | Self::Seller => "salesperson",
            Self::Family => "family",
            Self::Unit => "unit",
            Self::Price => "price",
            Self::Active => "active",
        }
    }

    /// What is asked: the value, and what belongs to it.
    fn names(self) -> &'static [FieldName] {
        match self {
            Self::Owner => &["owner"],
            Self::City => &["city"],
            Self::Region => &["region"],
            Self::Country => &["country"],
            Self::Postcode => &["postcode"],
            Self::Sector => &["sector"],
            Self::Source => &["source"],
            Self::Stage => &["stage"],
            Self::Potential => &["potential", "potential_on", "potential_source"],
            Self::AddTags | Self::RemoveTags => &["tags"],
            Self::VisitEvery => &["visit_every"],
            Self::TouchEvery => &["touch_every"],
            Self::DoNotContact => &["do_not_contact"],
            Self::Role => &["role"],
            Self::JobTitle => &["job_title"],
            Self::Language => &["language"],
            Self::Consent => &["consent"],
            Self::LeftOn => &["left_on"],
            Self::Due => &["due"],
            Self::TaskKind => &["kind"],
            Self::Title => &["title"],
            Self::TaskSalesperson | Self::Seller => &["salesperson"],
            Self::Family => &["family"],
            Self::Unit => &["unit"],
            Self::Price => &["price_micros"],
            Self::Active => &["active"],
        }
    }

    fn fields(self, kind: RecordKind, ctx: &FormContext) -> Vec<Field> {
        let all = kind::blank(kind, ctx).fields;
        let mut fields: Vec<Field> =
            all.into_iter().filter(|field| self.names().contains(&&*field.name)).collect();
        for field in &mut fields {
            field.section = None;
            if let Input::Line(_, rule) = &mut field.input {
                if self == Self::Due {
                    *rule = Rule::DueOrBy;
                } else if self == Self::Price {
                    *rule = Rule::PriceOrPart;
                }
            }
            if matches!(self, Self::AddTags | Self::RemoveTags) {
                (field.label, field.required) = (self.label(), true);
            }
        }
        fields
    }

    /// What the fields say; they have been checked.
    fn read(self, values: Values) -> Change {
        use ClientChange as C;
        let person = |name| values.row(name).map(SalespersonId);
        match self {
            Self::Owner => Change::Client(C::Owner(person("owner"))),
            Self::City => Change::Client(C::City(values.text("city"))),
            Self::Region => Change::Client(C::Region(values.text("region"))),
            Self::Country => Change::Client(C::Country(values.text("country"))),
            Self::Postcode => Change::Client(C::Postcode(values.text("postcode"))),
            Self::Sector => Change::Client(C::Sector(values.text("sector"))),
            Self::Source => Change::Client(C::Source(values.text("source"))),
            Self::Stage => {
                Change::Client(C::Stage(values.choice("stage", Stage::from_word, Stage::Prospect)))
            }
            Self::Potential => Change::Client(C::Potential(values.number("potential").map(|minor| {
                let on = values.day("potential_on").unwrap_or(Day::from(values.ctx.today));
                PotentialEstimate { minor, on, source: values.text("potential_source") }
            }))),
            Self::AddTags => Change::Client(C::AddTags(tags::split(&values.text("tags")))),
            Self::RemoveTags => Change::Client(C::RemoveTags(tags::split(&values.text("tags")))),
            Self::VisitEvery => Change::Client(C::VisitEvery(values.number("visit_every"))),
            Self::TouchEvery => Change::Client(C::TouchEvery(values.number("touch_every"))),
            Self::DoNotContact => Change::Client(C::DoNotContact(values.flag("do_not_contact"))),
            Self::Role => {
                let role = values.choice("role", ContactRole::from_word, ContactRole::Other);
                Change::Contact(ContactChange::Role(role))
            }
            Self::JobTitle => Change::Contact(ContactChange::JobTitle(values.text("job_title"))),
            Self::Language => Change::Contact(ContactChange::Language(values.text("language"))),
            Self::Consent => {
                let consent = values.choice("consent", Consent::from_word, Consent::Unknown);
                Change::Contact(ContactChange::Consent(consent))
            }
            Self::LeftOn => Change::Contact(ContactChange::LeftOn(values.day("left_on"))),
            Self::Due => Change::FollowUp(due(values)),
            Self::TaskKind => {
                let kind = values.choice("kind", FollowUpKind::from_word, FollowUpKind::Call);
                Change::FollowUp(FollowUpChange::Kind(kind))
            }
            Self::Title => Change::FollowUp(FollowUpChange::Title(values.text("title"))),
            Self::TaskSalesperson => Change::FollowUp(FollowUpChange::Salesperson(person("salesperson"))),
            Self::Family => Change::Product(ProductChange::Family(values.text("family"))),
            Self::Unit => Change::Product(ProductChange::Unit(values.text("unit"))),
            Self::Price => Change::Product(price(values)),
            Self::Active => Change::Product(ProductChange::Active(values.flag("active"))),
            Self::Seller => Change::Sale(person("salesperson")),
        }
    }
}

fn due(values: Values) -> FollowUpChange {
    let text = values.text("due");
    if let Some(days) = rule::days_by(&text) {
        return FollowUpChange::DueBy(days);
    }
    let date = rule::date(&text, rule::Dates::Due, values.ctx);
    FollowUpChange::Due(Day::from(date.unwrap_or(values.ctx.today)))
}

fn price(values: Values) -> ProductChange {
    let text = values.text("price_micros");
    match rule::part_by(&text, values.ctx) {
        Some(Ok(points)) => ProductChange::PriceBy(points),
        Some(Err(_)) | None => ProductChange::Price(rule::price(&text, values.ctx).ok().flatten()),
    }
}

impl Form {
    /// Asks for the new value of a field of many rows.
    pub fn for_many(kind: RecordKind, field: ManyField, title: String, ctx: &FormContext) -> Self {
        let ctx = &FormContext { client: None, ..ctx.clone() };
        let sheet = Sheet { fields: field.fields(kind, ctx), lines: None };
        let mut form = Self::with(kind, Edited::default(), sheet, ctx);
        form.many = Some(title);
        form
    }

    /// What the form for many rows says, and its value as the user typed it.
    pub fn change(&self, field: ManyField) -> (Change, String) {
        let change = field.read(Values { fields: &self.sheet.fields, ctx: &self.ctx });
        (change, self.sheet.fields.first().map(|field| self.told(field)).unwrap_or_default())
    }

    fn told(&self, field: &Field) -> String {
        match &field.input {
            Input::Line(text, _) => text.text().trim().to_owned(),
            Input::Choice(choice) => choice.label().to_owned(),
            Input::Flag(flag) => self.ctx.lang.t(if *flag { "yes" } else { "no" }),
            Input::Reference(reference) => reference.text().trim().to_owned(),
            Input::Notes(notes) => notes.text(),
        }
    }

    /// Is it to be gone on with, after it was read?
    pub fn go_on(&mut self) {
        self.state = super::State::Editing;
        self.notice = None;
    }
}
