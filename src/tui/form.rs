//! Forms as a state machine: keys in, effects out. They do no I/O, draw nothing and never block.
//!
//! A form holds what was typed, valid or not; only [`Form::input`] with [`FormKey::Submit`] reads it into a request, and
//! only when every field will do. Whoever owns the form carries the effects out and brings the storage's answers back:
//! [`Form::looked_up`], [`Form::saved`], [`Form::failed`].

mod choice;
mod draft;
mod field;
mod inherit;
mod keys;
mod kind;
pub mod layout;
mod lines;
mod many;
mod merge;
mod moves;
mod notes;
mod pick;
mod reference;
mod refusal;
mod rule;
mod submit;
mod values;

pub use choice::Choice;
pub use field::{Field, Input};
pub use lines::{CELLS, DISCOUNT, Line, Lines, PRICE, PRODUCT, QUANTITY};
pub use many::ManyField;
pub use notes::Notes;
pub use reference::{Pick, Reference, Target};
pub use rule::{Rule, Understood};

use super::TextEdit;
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::survey::SurveyFigures;
use crate::repository::error::FieldName;
use crate::repository::request::{FormDraft, Record, RecordId, Request};
use crate::text::{Lang, Locale};
use chrono::NaiveDate;
use draft::Snapshot;
use kind::{Edited, Sheet};

/// The kinds of row that have a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    Client,
    Contact,
    Product,
    Sale,
    FollowUp,
    Offer,
    Survey,
    Interaction,
    Salesperson,
    MailTemplate,
    CustomField,
}

impl RecordKind {
    pub const ALL: &'static [Self] = &[
        Self::Client,
        Self::Contact,
        Self::Product,
        Self::Sale,
        Self::FollowUp,
        Self::Offer,
        Self::Survey,
        Self::Interaction,
        Self::Salesperson,
        Self::MailTemplate,
        Self::CustomField,
    ];

    /// The name under which its drafts are kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Contact => "contact",
            Self::Product => "product",
            Self::Sale => "sale",
            Self::FollowUp => "follow_up",
            Self::Offer => "offer",
            Self::Survey => "survey",
            Self::Interaction => "interaction",
            Self::Salesperson => "salesperson",
            Self::MailTemplate => "mail_template",
            Self::CustomField => "custom_field",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The form in which this row is edited.
    pub fn of(record: &Record) -> Self {
        match record {
            Record::Client(_) => Self::Client,
            Record::Contact(_) => Self::Contact,
            Record::Product(_) => Self::Product,
            Record::Sale(_) => Self::Sale,
            Record::FollowUp(_) => Self::FollowUp,
            Record::Offer(_) => Self::Offer,
            Record::Survey(_) => Self::Survey,
            Record::Interaction(_) => Self::Interaction,
            Record::Salesperson(_) => Self::Salesperson,
            Record::MailTemplate(_) => Self::MailTemplate,
            Record::CustomField(_) => Self::CustomField,
        }
    }
}

/// What a form must know of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormContext {
    pub lang: Lang,
    pub locale: Locale,
    pub today: NaiveDate,
    /// The base currency.
    pub currency: Currency,
    /// The client that a new row is for, with its name.
    pub client: Option<(ClientId, String)>,
    /// The fields that users defined.
    pub custom: CustomFields,
}

/// What a key asks of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKey {
    /// To the next field, taking the highlighted proposal.
    Next,
    /// To the field before.
    Prev,
    /// Enter: takes the highlighted proposal and goes on; at the last field it saves. In notes it breaks the line, and goes on
    /// from an empty last one. [`TextEdit::NewLine`] is the same.
    Enter,
    /// Saves from anywhere.
    Submit,
    /// Closes the list of proposals, else the form.
    Cancel,
    /// Another line of the sale, after this one.
    AddLine,
    RemoveLine,
    /// Text; up and down move among proposals, in notes, and among fields.
    Edit(TextEdit),
    Paste(String),
    /// To where the mouse clicked.
    Focus(Stop),
}

/// What the owner of the form is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormEffect {
    /// Send it, and bring the answer to [`Form::looked_up`], or to [`Form::reopened`] when it asks for the row itself.
    LookUp(Request),
    /// Send it, and bring the answer to [`Form::saved`] or [`Form::failed`]; until then the form takes no keys.
    Save(Request),
    /// It is filled in for many rows: read it with [`Form::change`], and let it go on with [`Form::go_on`].
    Read,
    /// Keep it, so that a crash loses nothing; within two seconds will do.
    Keep(FormDraft),
    DropDraft {
        form: String,
        row: i64,
    },
    /// Nothing is lost when the form goes.
    Close,
    /// Something would be lost: ask, then call [`Form::discard`].
    AskDiscard,
}

/// A place where the cursor can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A field, by its place in [`Form::fields`].
    Field(usize),
    /// A cell of a line of the sale.
    Cell { row: usize, cell: usize },
}

/// What a form says as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// What went wrong, and what to do about it.
    Error(String),
    Saving,
    /// What it does is being worked out.
    WorkingOut,
    /// The labels of what was filled in as the filter says.
    FromFilter(String),
}

/// A row being filled in or edited.
#[derive(Debug, Clone)]
pub struct Form {
    kind: RecordKind,
    edited: Edited,
    ctx: FormContext,
    sheet: Sheet,
    focus: Stop,
    /// The cursor has just come here: what is typed replaces a short value instead of going on with it.
    fresh: bool,
    notice: Option<Notice>,
    /// Names of the filter that are being looked up.
    inherited: Vec<inherit::Named>,
    /// What the edited row was called; raw text of the data.
    subject: String,
    /// What the row, or the empty form, was when the user began.
    pristine: Snapshot,
    /// There is a kept draft to drop.
    kept: bool,
    /// It asks for a value of many rows, under this title.
    many: Option<String>,
    state: State,
}

/// What the form waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Editing,
    /// Saving was asked for while names are being looked up.
    SaveWhenFound,
    /// The storage is writing it.
    Saving,
}

impl Form {
    /// A form for a new row.
    pub fn new(kind: RecordKind, ctx: &FormContext) -> Self {
        Self::with(kind, Edited::default(), kind::blank(kind, ctx), ctx)
    }

    /// Fills a day in from where the form was opened; it is not what the user typed.
    pub fn preset_day(&mut self, name: FieldName, day: Day) {
        let text = rule::day_text(day, &self.ctx);
        if let Some(field) = self.sheet.field_mut(name) {
            field.set_text(&text);
        }
        self.pristine = self.snapshot();
    }

    /// Names a row from where the form was opened, as [`Self::preset_day`] does a day.
    pub fn preset_row(&mut self, name: FieldName, label: &str, id: i64) {
        self.sheet.set_row(name, label, id);
        self.pristine = self.snapshot();
    }

    /// Names the survey that is sent most of late, as [`Self::preset_row`] does a row.
    pub fn preset_survey(&mut self, figures: &SurveyFigures) {
        kind::name_survey(&mut self.sheet, figures, &self.ctx);
        self.pristine = self.snapshot();
    }

    /// A form for a row that is there; `labels` are the names of the rows that it refers to.
    pub fn open(record: &Record, labels: &[(RecordId, String)], ctx: &FormContext) -> Self {
        let (kind, edited, sheet) = kind::filled(record, labels, ctx);
        let mut form = Self::with(kind, edited, sheet, ctx);
        form.subject = kind::subject(record, labels);
        form
    }

    /// A form for a new row with what is known of it already; it differs from an empty one by all of that.
    pub fn proposed(record: &Record, labels: &[(RecordId, String)], ctx: &FormContext) -> Self {
        let (kind, edited, sheet) = kind::filled(record, labels, ctx);
        let mut form = Self::with(kind, edited, sheet, ctx);
        form.pristine = Self::new(kind, ctx).pristine;
        form.kept = true;
        form
    }

    /// Puts a text into a field that names a row without saying which.
    pub fn leave_open(&mut self, name: &str, text: &str) {
        let field = self.sheet.fields.iter_mut().find(|field| field.name == name);
        if let Some(Input::Reference(reference)) = field.map(|field| &mut field.input) {
            reference.set(text, reference::Chosen::Nothing);
        }
    }

    /// Leaves open what is not known of a line of the sale.
    pub fn open_line(&mut self, row: usize, product: bool, price: bool) {
        if let Some(lines) = &mut self.sheet.lines {
            lines.leave_open(row, product, price);
        }
    }

    fn with(kind: RecordKind, edited: Edited, sheet: Sheet, ctx: &FormContext) -> Self {
        let mut form = Self {
            kind,
            edited,
            ctx: ctx.clone(),
            sheet,
            focus: Stop::Field(0),
            fresh: true,
            notice: None,
            inherited: Vec::new(),
            subject: String::new(),
            pristine: Snapshot::default(),
            kept: false,
            many: None,
            state: State::Editing,
        };
        form.pristine = form.snapshot();
        // The client is given where the form was asked for; typing begins after it.
        if edited.row == 0
            && ctx.client.is_some()
            && form.field(Stop::Field(0)).is_some_and(|field| field.name == "client")
        {
            form.focus = Stop::Field(1);
        }
        form
    }

    pub fn kind(&self) -> RecordKind {
        self.kind
    }

    /// The key of the row that is edited, 0 for a new one.
    pub fn row(&self) -> i64 {
        self.edited.row
    }

    pub fn context(&self) -> &FormContext {
        &self.ctx
    }

    /// What the form is for, in the user's language; its row's name is raw text of the data.
    pub fn title(&self) -> String {
        if let Some(title) = &self.many {
            return title.clone();
        }
        let word = self.kind.word().replace('_', "-");
        let verb = if self.edited.row == 0 { "new" } else { "edit" };
        let subject = crate::text::safe::fit(&self.subject, 60);
        self.ctx.lang.ta(&format!("form-title-{verb}-{word}"), &[("name", subject.into())])
    }

    pub fn fields(&self) -> &[Field] {
        &self.sheet.fields
    }

    pub fn lines(&self) -> Option<&Lines> {
        self.sheet.lines.as_ref()
    }

    pub fn focus(&self) -> Stop {
        self.focus
    }

    /// Would the next letter replace what is in the field under the cursor? So it is with short values, a date or an amount,
    /// until a key goes into them.
    pub fn replaces(&self) -> bool {
        let short = matches!(self.field(self.focus).map(|field| &field.input),
            Some(Input::Line(text, rule)) if rule.width().is_some() && !text.is_empty());
        self.fresh && short
    }

    /// Puts the cursor of an offer's form on the answer. A product that was bought is proposed as the answer: as typed,
    /// so that leaving asks, and only saving makes it so.
    pub fn answer(&mut self, bought: Option<Day>) {
        if let Some(day) = bought {
            kind::offer_bought(&mut self.sheet, day, &self.ctx);
        }
        self.begin_at("answer");
    }

    /// Puts the cursor on a field before the first key.
    pub fn begin_at(&mut self, name: FieldName) {
        let field = self.sheet.fields.iter().position(|field| field.name == name);
        self.focus = field.map_or(self.focus, Stop::Field);
    }

    /// What there is to ask for before the first key.
    pub fn start(&mut self) -> Vec<FormEffect> {
        self.arrive(self.focus)
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The field or cell at a stop.
    pub fn field(&self, stop: Stop) -> Option<&Field> {
        match stop {
            Stop::Field(index) => self.sheet.fields.get(index),
            Stop::Cell { row, cell } => self.sheet.lines.as_ref()?.cell(row, cell),
        }
    }

    fn field_mut(&mut self, stop: Stop) -> Option<&mut Field> {
        match stop {
            Stop::Field(index) => self.sheet.fields.get_mut(index),
            Stop::Cell { row, cell } => self.sheet.lines.as_mut()?.cell_mut(row, cell),
        }
    }

    /// Every place where the cursor can be, in order.
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        for (index, field) in self.sheet.fields.iter().enumerate() {
            if let Some(lines) = self.sheet.lines.as_ref().filter(|lines| lines.before == field.name) {
                let rows = 0..lines.rows.len();
                stops.extend(rows.flat_map(|row| (0..CELLS).map(move |cell| Stop::Cell { row, cell })));
            }
            if !field.hidden {
                stops.push(Stop::Field(index));
            }
        }
        stops
    }

    /// The currency of the sale; of other forms the base currency.
    pub fn currency(&self) -> Currency {
        kind::currency(self.kind, &self.sheet, &self.ctx)
    }

    /// What the field at this stop must know: in the lines of a sale, money is in the sale's currency.
    pub fn context_at(&self, stop: Stop) -> FormContext {
        let currency = match stop {
            Stop::Field(_) => self.ctx.currency,
            Stop::Cell { .. } => self.currency(),
        };
        FormContext { currency, ..self.ctx.clone() }
    }

    /// How the value at this stop is understood, or what is wrong with it.
    pub fn understood(&self, stop: Stop) -> Result<Understood, String> {
        self.field(stop).map_or(Ok(Understood::default()), |field| field.check(&self.context_at(stop)))
    }

    /// The amount of a line of the sale in minor units of its currency, once quantity and price are known.
    pub fn amount_minor(&self, row: usize) -> Option<i64> {
        let line = self.lines()?.rows.get(row)?;
        line.amount(&FormContext { currency: self.currency(), ..self.ctx.clone() })
    }

    /// The sum of the sale's lines in minor units of its currency; `None` without lines, or when it is too large.
    pub fn total_minor(&self) -> Option<i64> {
        self.lines()?.total(&FormContext { currency: self.currency(), ..self.ctx.clone() })
    }

    /// Billionths of the base currency for one of the sale's.
    pub fn rate_nanos(&self) -> i64 {
        kind::rate(self.kind, &self.sheet, &self.ctx)
    }

    /// The text of its notes; `None` for a form without.
    pub fn notes(&self) -> Option<String> {
        self.sheet.fields.iter().find_map(|field| match &field.input {
            Input::Notes(notes) if !field.hidden => Some(notes.text()),
            Input::Notes(_) | Input::Line(..) | Input::Choice(_) | Input::Flag(_) | Input::Reference(_) => {
                None
            }
        })
    }

    /// Says what went wrong outside, until the next key.
    pub fn warn(&mut self, text: String) {
        self.notice = Some(Notice::Error(text));
    }

    /// Puts a text that was written elsewhere into its notes, and the cursor after it.
    pub fn set_notes(&mut self, text: &str) -> Vec<FormEffect> {
        let is_notes = |field: &Field| matches!(field.input, Input::Notes(_)) && !field.hidden;
        let Some(index) = self.sheet.fields.iter().position(is_notes) else { return Vec::new() };
        let stop = Stop::Field(index);
        let mut effects = self.go_to(stop);
        if let Some(field) = self.field_mut(stop) {
            field.set_text(text);
        }
        effects.extend(self.changed(stop));
        effects.extend(self.keep());
        effects
    }

    /// Would something be lost if the form went?
    pub fn is_dirty(&self) -> bool {
        self.snapshot() != self.pristine
    }

    /// Is the storage writing it?
    pub fn is_saving(&self) -> bool {
        self.state == State::Saving
    }

    /// It was saved.
    pub fn saved(&mut self) -> Vec<FormEffect> {
        self.state = State::Editing;
        self.leave()
    }

    /// The user does not want what was typed.
    pub fn discard(&mut self) -> Vec<FormEffect> {
        self.leave()
    }

    fn leave(&mut self) -> Vec<FormEffect> {
        let mut effects = self.drop_draft();
        effects.push(FormEffect::Close);
        effects
    }

    fn drop_draft(&mut self) -> Vec<FormEffect> {
        if !std::mem::take(&mut self.kept) {
            return Vec::new();
        }
        vec![FormEffect::DropDraft { form: self.kind.word().to_owned(), row: self.edited.row }]
    }
}

#[cfg(test)]
mod tests;
