//! One field of many rows: which rows, which field, which value, and what it would do before it is done.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::act::steps;
use super::form::{Form, ManyField};
use super::forms::{self, Kind};
use super::modal::{Confirm, Modal, Yes};
use super::status::Tone;
use super::{Action, Effect, Model, TextField, layout, page};
use crate::domain::bulk::{ManyEdit, Obstacle, Outcome, Planned, Preview, Value};
use crate::domain::list::ListKind;
use crate::repository::error::Error;
use crate::repository::request::{Request, Ticket};
use crate::text::fold::fold;
use crate::text::{Label as _, Lang, Terms, numbers, safe};
use std::sync::Arc;

/// What is being changed, from the first question to the answer of the storage.
#[derive(Debug, Clone)]
pub struct Bulk {
    ids: Arc<[i64]>,
    kind: Kind,
    field: Option<ManyField>,
    /// What it would do is asked for.
    asked: Option<(Ticket, Arc<ManyEdit>)>,
    /// The preview was told once, and somebody else changed something since.
    again: bool,
}

/// Which field is to be changed, found by its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChoice {
    kind: Kind,
    pub filter: TextField,
    pub index: usize,
}

/// What a change would do, to be looked at before it is done.
#[derive(Debug, Clone)]
pub struct Told {
    edit: Arc<ManyEdit>,
    pub preview: Preview,
    /// To go back to.
    form: Option<Box<Form>>,
    pub top: usize,
    pub again: bool,
}

/// The kind of row that a list's rows are, where many of them can be changed at once.
pub fn kind(list: ListKind) -> Option<Kind> {
    match list {
        ListKind::Clients | ListKind::Today | ListKind::TodayByCity | ListKind::PutOff => Some(Kind::Client),
        ListKind::Contacts => Some(Kind::Contact),
        ListKind::Sales => Some(Kind::Sale),
        ListKind::FollowUps => Some(Kind::FollowUp),
        ListKind::Products => Some(Kind::Product),
        ListKind::Offers
        | ListKind::Surveys
        | ListKind::Activity
        | ListKind::Totals
        | ListKind::Salespeople => None,
    }
}

/// Begins with the marked rows; with none marked, with all that are listed, and asks first where nothing narrows them.
pub fn begin(model: &mut Model) {
    let list = model.list();
    if kind(list.kind()).is_none() {
        let text = model.t("bulk-not-here");
        return model.say(Tone::Hint, text);
    }
    if !list.marks().is_empty() {
        let ids = list.marked().into();
        return choose_field(model, ids);
    }
    if list.is_empty() {
        return page::nothing_selected(model);
    }
    let ids: Arc<[i64]> = list.ids().into();
    if list.is_narrowed() {
        return choose_field(model, ids);
    }
    let question = model.locale.ta("bulk-everything", &[("count", ids.len().into())]);
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes: Yes::EditMany(ids), on_this_one: None }));
}

/// Asks which field.
pub fn choose_field(model: &mut Model, ids: Arc<[i64]>) {
    let Some(kind) = kind(model.list().kind()) else { return };
    model.bulk = Some(Bulk { ids, kind, field: None, asked: None, again: false });
    model.modal = Some(Modal::Fields(FieldChoice { kind, filter: TextField::default(), index: 0 }));
}

impl FieldChoice {
    /// The first of those found that is seen in so many lines.
    pub fn first(&self, height: usize) -> usize {
        self.index.saturating_sub(height.saturating_sub(1))
    }

    /// The fields whose name holds what is typed, in either language; those that begin with it first.
    pub fn found(&self) -> Vec<ManyField> {
        let typed = fold(self.filter.text());
        let names = |field: &ManyField| Lang::ALL.map(|lang| fold(&lang.field(field.label())));
        let mut found: Vec<ManyField> = ManyField::of(self.kind).to_vec();
        found.retain(|field| {
            names(field).iter().any(|name| name.contains(typed.trim())) || word(*field, &typed)
        });
        found.sort_by_key(|field| {
            !word(*field, &typed) && !names(field).iter().any(|name| name.starts_with(typed.trim()))
        });
        found
    }
}

/// Does its name in filters begin with this?
fn word(field: ManyField, typed: &str) -> bool {
    !typed.trim().is_empty() && field.label().starts_with(typed.trim())
}

/// In the choice of the field.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = height(model).saturating_sub(1);
    let Some(Modal::Fields(mut choice)) = model.modal.take() else { return Vec::new() };
    let found = choice.found();
    match action {
        Action::Cancel => {
            model.bulk = None;
            return Vec::new();
        }
        Action::Submit => {
            if let Some(&field) = found.get(choice.index) {
                return ask_value(model, field);
            }
        }
        _ => {
            if let Some(rows) = steps(action, height) {
                let last = found.len().saturating_sub(1);
                choice.index = choice.index.saturating_add_signed(rows).min(last);
            }
        }
    }
    model.modal = Some(Modal::Fields(choice));
    Vec::new()
}

fn ask_value(model: &mut Model, field: ManyField) -> Vec<Effect> {
    let ctx = forms::context(model, None);
    let Some(bulk) = &mut model.bulk else { return Vec::new() };
    bulk.field = Some(field);
    let args = [("field", model.locale.lang.field(field.label()).into()), ("count", bulk.ids.len().into())];
    let title = model.locale.ta("bulk-title", &args);
    let form = Form::for_many(bulk.kind, field, title, &ctx);
    model.modal = Some(Modal::Form(Box::new(form)));
    forms::with_form(model, Form::start)
}

/// The form was left: back to the choice of the field.
pub fn left(model: &mut Model) {
    if let Some(bulk) = model.bulk.take() {
        choose_field(model, bulk.ids);
    }
}

/// The value is typed: what it would do is asked for.
pub fn read(model: &mut Model) -> Vec<Effect> {
    let (Some(bulk), Some(Modal::Form(form))) = (&mut model.bulk, &model.modal) else { return Vec::new() };
    let Some(field) = bulk.field else { return Vec::new() };
    let (change, value) = form.change(field);
    let field = field.label().to_owned();
    let edit = Arc::new(ManyEdit { ids: Arc::clone(&bulk.ids), change, field, value });
    ask(model, edit)
}

fn ask(model: &mut Model, edit: Arc<ManyEdit>) -> Vec<Effect> {
    let ticket = model.tickets.give();
    if let Some(bulk) = &mut model.bulk {
        bulk.asked = Some((ticket, Arc::clone(&edit)));
    }
    vec![Effect::Store(Request::PreviewMany { ticket, edit })]
}

/// What it would do is here.
pub fn told(model: &mut Model, ticket: Ticket, preview: Preview) {
    let Some(bulk) = &mut model.bulk else { return };
    let Some((_, edit)) = bulk.asked.take_if(|(asked, _)| *asked == ticket) else { return };
    let again = std::mem::take(&mut bulk.again);
    let form = match model.modal.take() {
        Some(Modal::Form(mut form)) => {
            form.go_on();
            Some(form)
        }
        other => {
            model.modal = other;
            None
        }
    };
    // Something else may have come up meanwhile; it is not taken away from under the user's hands.
    if model.modal.is_none() {
        model.status = None;
        model.modal = Some(Modal::Told(Box::new(Told { edit, preview, form, top: 0, again })));
    }
}

/// In the preview.
pub fn decide(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = told_height(model);
    let Some(Modal::Told(mut told)) = model.modal.take() else { return Vec::new() };
    match action {
        Action::Cancel => {
            match told.form {
                Some(form) => model.modal = Some(Modal::Form(form)),
                None => model.bulk = None,
            }
            return Vec::new();
        }
        Action::Submit if told.preview.changed > 0 => {
            let args = [("count", told.preview.changed.into())];
            model.working = Some(model.locale.ta("working-on", &args));
            let (edit, seal) = (told.edit, told.preview.seal);
            return vec![Effect::Store(Request::EditMany { edit, seal })];
        }
        Action::Submit => {
            let text = model.t("bulk-nothing");
            model.say(Tone::Hint, text);
        }
        _ => {
            if let Some(rows) = steps(action, height) {
                let last = told.preview.rows.len().saturating_sub(height);
                told.top = told.top.saturating_add_signed(rows).min(last);
            }
        }
    }
    model.modal = Some(Modal::Told(told));
    Vec::new()
}

/// It is stored.
pub fn stored(model: &mut Model) {
    model.bulk = None;
}

/// It could not be told, or not be stored. Where somebody else was there meanwhile, what it would do now is told.
pub fn failed(model: &mut Model, request: &Request, error: &Error) -> Vec<Effect> {
    match (request, error) {
        (Request::EditMany { edit, .. }, Error::Stale) if model.modal.is_none() => {
            if let Some(bulk) = &mut model.bulk {
                bulk.again = true;
            }
            ask(model, Arc::clone(edit))
        }
        (Request::PreviewMany { .. }, _) => {
            if let Some(Modal::Form(form)) = &mut model.modal {
                form.go_on();
            }
            Vec::new()
        }
        (_, _) => {
            model.bulk = None;
            Vec::new()
        }
    }
}

fn height(model: &Model) -> usize {
    usize::from(layout::modal_text(layout::modal(model.width, model.height)).height)
}

/// Rows of a preview that are seen at once: under how many there are, over what Enter does.
pub fn told_height(model: &Model) -> usize {
    height(model).saturating_sub(2).max(1)
}

impl Told {
    /// The field that changes.
    pub fn field(&self) -> &str {
        &self.edit.field
    }

    /// What becomes of a row, in about so many columns.
    pub fn text(&self, row: &Planned, width: usize, terms: Terms) -> String {
        match &row.outcome {
            Outcome::Changes { before, after } => {
                let after = format!(" → {}", self.value(after, terms));
                // What it becomes is seen also where there is room for little.
                let room = width.saturating_sub(safe::width(&safe::safe(&after))).max(width / 2);
                format!("{}{after}", safe::fit(&self.value(before, terms), room))
            }
            Outcome::Stays(value) => format!("= {}", self.value(value, terms)),
            Outcome::Refused(why) => format!("✗ {}", obstacle(*why, terms.locale.lang)),
        }
    }

    fn value(&self, value: &Value, terms: Terms) -> String {
        let lang = terms.locale.lang;
        match value {
            Value::Nothing => "—".to_owned(),
            Value::Text(text) => text.to_string(),
            Value::Salesperson(id) => {
                let known = self.preview.people.iter().find(|(key, _)| key == id);
                known.map_or_else(|| format!("#{id}"), |(_, name)| name.clone())
            }
            Value::Money(minor) => terms.money(*minor),
            Value::Price(micros) => numbers::price(*micros, terms.currency, &terms.locale),
            Value::Number(number) => numbers::int(*number, &terms.locale),
            Value::Day(day) => terms.date(*day),
            Value::Flag(flag) => terms.t(if *flag { "yes" } else { "no" }),
            Value::Stage(stage) => stage.label(lang),
            Value::Role(role) => role.label(lang),
            Value::Consent(consent) => consent.label(lang),
            Value::Kind(kind) => kind.label(lang),
        }
    }
}

fn obstacle(why: Obstacle, lang: Lang) -> String {
    lang.t(&format!("obstacle-{}", why.word()))
}
