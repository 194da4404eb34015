//! What the two faces of the program, screen and command line, ask of the storage, and what it answers.
//!
//! Requests are commands, replies are facts. A load carries a [`Ticket`]: whoever asked ignores an answer whose
//! ticket is not the latest it gave out.

use super::error::Error;
use crate::domain::brief::Brief;
use crate::domain::bulk::{ManyEdit, Preview};
use crate::domain::card::ClientCard;
use crate::domain::client::{ClientDraft, ClientRow};
use crate::domain::contact::{ContactDraft, ContactRow};
use crate::domain::custom::{CustomFieldDraft, CustomFields};
use crate::domain::day::Day;
use crate::domain::follow_up::{FollowUpDraft, FollowUpRow};
use crate::domain::goal::GoalDraft;
use crate::domain::ids::{
    ClientId, ContactId, CustomFieldId, FollowUpId, InteractionId, MailTemplateId, OfferId, ProductId,
    SaleId, SalespersonId, SurveyAnswerId, ViewId,
};
use crate::domain::interaction::{InteractionDraft, InteractionRow, LogDraft};
use crate::domain::list::{Column, Group, Layout, ListKind, ListQuery};
use crate::domain::mail::{MailMatter, MailTemplateDraft};
use crate::domain::offer::{OfferDraft, OfferRow};
use crate::domain::product::{ProductDraft, ProductRow};
use crate::domain::product_card::ProductCard;
use crate::domain::sale::{SaleDraft, SaleRow};
use crate::domain::salesperson::{SalespersonDraft, SalespersonRow};
use crate::domain::survey::{Scale, SurveyDraft, SurveyFigures, SurveyRow};
use crate::domain::today::{TodayHead, TodayRow};
use crate::domain::totals::TotalRow;
use crate::domain::view::View;
use crate::domain::week::Week;
use crate::filter::{Ask, Held, Known};
use std::sync::Arc;

/// Tells the answers to one asker's loads apart; the newest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ticket(pub u64);

/// A row to open in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordId {
    Client(ClientId),
    Contact(ContactId),
    Product(ProductId),
    Sale(SaleId),
    FollowUp(FollowUpId),
    Offer(OfferId),
    Survey(SurveyAnswerId),
    Interaction(InteractionId),
    Salesperson(SalespersonId),
    MailTemplate(MailTemplateId),
    CustomField(CustomFieldId),
}

/// A row as a form edits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    Client(Box<ClientDraft>),
    Contact(ContactDraft),
    Product(ProductDraft),
    Sale(SaleDraft),
    FollowUp(FollowUpDraft),
    Offer(OfferDraft),
    Survey(SurveyDraft),
    Interaction(InteractionDraft),
    Salesperson(SalespersonDraft),
    MailTemplate(MailTemplateDraft),
    CustomField(CustomFieldDraft),
}

/// The rows of one kind that a screen shows now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    Today(Vec<TodayRow>),
    Clients(Vec<ClientRow>),
    Contacts(Vec<ContactRow>),
    Sales(Vec<SaleRow>),
    FollowUps(Vec<FollowUpRow>),
    Offers(Vec<OfferRow>),
    Surveys(Vec<SurveyRow>),
    Activity(Vec<InteractionRow>),
    Totals(Vec<TotalRow>),
    Products(Vec<ProductRow>),
    Salespeople(Vec<SalespersonRow>),
}

/// One proposal for a field that names another row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    pub id: i64,
    pub label: String,
    /// What tells it from its namesakes: city, sku, job title.
    pub detail: String,
    /// A client's or a product's own number, by which it may be named too.
    pub code: String,
    /// A product's list price in millionths, for the sale form.
    pub price_micros: Option<i64>,
    /// What the client that was asked for paid for the product last, in millionths of the base currency.
    pub paid_micros: Option<i64>,
    /// A survey's.
    pub scale: Option<Scale>,
}

/// A value of a column, and how many rows have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub value: Held,
    pub rows: usize,
    /// Does the present condition of the column let rows with it through? Not where there is no such condition.
    pub kept: bool,
}

/// A form that was being filled in, kept so that a crash loses nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    /// Which form: `client`, `sale`, `log` …
    pub form: String,
    /// The row that it edits, 0 for a new one.
    pub row: i64,
    /// The form's fields as JSON.
    pub fields: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    // Loads
    List {
        ticket: Ticket,
        query: ListQuery,
    },
    /// The rows with these keys; those that are gone are left out.
    Rows {
        ticket: Ticket,
        kind: ListKind,
        ids: Vec<i64>,
    },
    /// The values of a column under the other conditions of the filter, and how many rows have each.
    Values {
        ticket: Ticket,
        query: ListQuery,
        column: Column,
    },
    /// The sum of the money of the rows with these keys.
    Sum {
        ticket: Ticket,
        kind: ListKind,
        ids: Vec<i64>,
    },
    Card {
        ticket: Ticket,
        client: ClientId,
    },
    /// The follow-ups of the week that begins on a day, and what is overdue.
    Week {
        ticket: Ticket,
        first: Day,
    },
    /// What one wants to know before a visit.
    Brief {
        ticket: Ticket,
        client: ClientId,
    },
    /// Why the client is in Today, or is not.
    Why {
        ticket: Ticket,
        client: ClientId,
    },
    ProductCard {
        ticket: Ticket,
        product: ProductId,
    },
    /// What an email is written from: to the contact, or to the client's own address.
    Mail {
        ticket: Ticket,
        client: ClientId,
        contact: Option<ContactId>,
    },
    /// Rows whose name begins or contains the text, best first; contacts only of `client` when given, products with what
    /// that client paid for them.
    LookUp {
        ticket: Ticket,
        kind: ListKind,
        text: String,
        client: Option<ClientId>,
        limit: usize,
    },
    /// The tags that hold the text, those that more clients have first.
    LookUpTags {
        ticket: Ticket,
        text: String,
        limit: usize,
    },
    /// What the data has in a field, for whoever types the filter of a list.
    Propose {
        ticket: Ticket,
        list: ListKind,
        ask: Ask,
    },
    /// The clients to whom the rows with these keys belong.
    ClientsOf {
        ticket: Ticket,
        kind: ListKind,
        ids: Vec<i64>,
    },
    /// What a change would do to many rows; nothing is written.
    PreviewMany {
        ticket: Ticket,
        edit: Arc<ManyEdit>,
    },
    Open(RecordId),
    LoadDrafts,
    /// The filters of a list that were kept, the latest first.
    LoadFilters {
        kind: ListKind,
    },
    /// All saved views in their order.
    LoadViews,
    /// The fields that users defined.
    LoadCustomFields,
    /// Is the file whole, as far as a quick look tells? Reads all of it: asked last of all at the start.
    CheckHealth,
    // Writes: each is one action, one transaction
    SaveClient(Box<ClientDraft>),
    SaveContact(ContactDraft),
    SaveProduct(ProductDraft),
    SaveSale(SaleDraft),
    SaveFollowUp(FollowUpDraft),
    SaveInteraction(InteractionDraft),
    SaveSalesperson(SalespersonDraft),
    SaveOffer(OfferDraft),
    SaveMailTemplate(MailTemplateDraft),
    SaveCustomField(CustomFieldDraft),
    /// Up or down among those of its entity.
    ShiftCustomField {
        id: CustomFieldId,
        down: bool,
    },
    SaveView(Box<View>),
    DeleteView(ViewId),
    /// Lets a view change places with the one after it, or before it.
    ShiftView {
        id: ViewId,
        later: bool,
    },
    SaveSurvey(SurveyDraft),
    SaveGoal(GoalDraft),
    Log(Box<LogDraft>),
    /// Does the same to each of these clients or rows; those that refuse are left as they are, and counted.
    ForMany {
        each: Each,
        ids: Arc<[i64]>,
    },
    /// Changes one field of many rows, as the preview with this seal told; stale when it would do anything else by now.
    EditMany {
        edit: Arc<ManyEdit>,
        seal: u64,
    },
    /// Closes it as done. The next one of its series is opened, here as wherever one is done or left out.
    CompleteFollowUp(FollowUpId),
    /// Leaves one of a series out; the series goes on.
    SkipFollowUp(FollowUpId),
    /// Moves it to a day; a later one counts as putting it off.
    SnoozeFollowUp {
        id: FollowUpId,
        to: Day,
    },
    /// Leaves the client out of Today until that day, counted.
    PutOff {
        client: ClientId,
        to: Day,
    },
    /// Clients are archived, follow-ups dropped with their series, what nothing refers to is deleted.
    Remove(RecordId),
    /// Puts an archived client back into the lists.
    RestoreClient(ClientId),
    Undo,
    Redo,
    /// Publishes everybody's stars as of today; calibrates first when asked or when there is no calibration.
    PublishRatings {
        recalibrate: bool,
    },
    // Upkeep that is nobody's action
    /// Remembers how a list is laid out; without a layout, that it is as usual.
    KeepLayout {
        kind: ListKind,
        layout: Option<Box<Layout>>,
    },
    /// Remembers a filter of a list as it is stored; the one that was kept longest goes.
    KeepFilter {
        kind: ListKind,
        line: String,
    },
    KeepDraft(FormDraft),
    DropDraft {
        form: String,
        row: i64,
    },
    /// Midnight passed.
    ChangeDay(Day),
}

/// What is done to each of many clients or rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Each {
    /// The same entry for each client.
    Log(Box<LogDraft>),
    AddFollowUp(FollowUpDraft),
    Offer(OfferDraft),
    CompleteFollowUp,
    /// Without a day by a week.
    SnoozeFollowUp {
        to: Option<Day>,
    },
    /// Of Today: what is promised and due, else the client.
    PutOff {
        to: Option<Day>,
    },
    /// Rows of this kind.
    Remove(RecordId),
    RestoreClient,
}

impl Each {
    /// What it is called in the journal, as if it were one.
    fn verb(&self) -> Option<Verb> {
        match self {
            Self::Log(_) => Some(Verb::LogInteraction),
            Self::AddFollowUp(_) => Some(Verb::AddFollowUp),
            Self::Offer(_) => Some(Verb::AddOffer),
            Self::CompleteFollowUp => Some(Verb::CompleteFollowUp),
            Self::SnoozeFollowUp { .. } => Some(Verb::SnoozeFollowUp),
            Self::PutOff { .. } => Some(Verb::PutOffClient),
            Self::Remove(like) => Request::Remove(*like).verb(),
            Self::RestoreClient => Some(Verb::RestoreClient),
        }
    }
}

impl Request {
    /// What a write is called in the journal; `None` for a request that is nobody's action.
    pub fn verb(&self) -> Option<Verb> {
        match self {
            Self::SaveClient(draft) if draft.id.is_none() => Some(Verb::AddClient),
            Self::SaveClient(_) => Some(Verb::EditClient),
            Self::SaveContact(draft) if draft.id.is_none() => Some(Verb::AddContact),
            Self::SaveContact(_) => Some(Verb::EditContact),
            Self::SaveProduct(draft) if draft.id.is_none() => Some(Verb::AddProduct),
            Self::SaveProduct(_) => Some(Verb::EditProduct),
            Self::SaveSale(draft) if draft.id.is_none() => Some(Verb::AddSale),
            Self::SaveSale(_) => Some(Verb::EditSale),
            Self::SaveFollowUp(draft) if draft.id.is_none() => Some(Verb::AddFollowUp),
            Self::SaveFollowUp(_) => Some(Verb::EditFollowUp),
            Self::SaveInteraction(draft) if draft.id.is_none() => Some(Verb::LogInteraction),
            Self::SaveInteraction(_) => Some(Verb::EditInteraction),
            Self::SaveSalesperson(draft) if draft.id.is_none() => Some(Verb::AddSalesperson),
            Self::SaveSalesperson(_) => Some(Verb::EditSalesperson),
            Self::SaveOffer(draft) if draft.id.is_none() => Some(Verb::AddOffer),
            Self::SaveOffer(_) => Some(Verb::EditOffer),
            Self::SaveMailTemplate(draft) if draft.id.is_none() => Some(Verb::AddMailTemplate),
            Self::SaveMailTemplate(_) => Some(Verb::EditMailTemplate),
            Self::SaveCustomField(draft) if draft.id.is_none() => Some(Verb::AddCustomField),
            Self::SaveCustomField(_) => Some(Verb::EditCustomField),
            Self::ShiftCustomField { .. } => Some(Verb::MoveCustomField),
            Self::Remove(RecordId::CustomField(_)) => Some(Verb::DeleteCustomField),
            Self::SaveView(view) if view.id.is_none() => Some(Verb::AddView),
            Self::SaveView(_) => Some(Verb::EditView),
            Self::DeleteView(_) => Some(Verb::DeleteView),
            Self::ShiftView { .. } => Some(Verb::ShiftView),
            Self::SaveSurvey(draft) if draft.id.is_none() => Some(Verb::AddSurvey),
            Self::SaveSurvey(_) => Some(Verb::EditSurvey),
            Self::SaveGoal(draft) if draft.id.is_none() => Some(Verb::AddGoal),
            Self::SaveGoal(_) => Some(Verb::EditGoal),
            Self::Log(_) => Some(Verb::LogInteraction),
            Self::EditMany { .. } => Some(Verb::EditMany),
            Self::ForMany { each, .. } => each.verb(),
            Self::CompleteFollowUp(_) => Some(Verb::CompleteFollowUp),
            Self::SkipFollowUp(_) => Some(Verb::SkipFollowUp),
            Self::SnoozeFollowUp { .. } => Some(Verb::SnoozeFollowUp),
            Self::PutOff { .. } => Some(Verb::PutOffClient),
            Self::Remove(RecordId::Client(_)) => Some(Verb::ArchiveClient),
            Self::RestoreClient(_) => Some(Verb::RestoreClient),
            Self::Remove(RecordId::Contact(_)) => Some(Verb::DeleteContact),
            Self::Remove(RecordId::Product(_)) => Some(Verb::DeleteProduct),
            Self::Remove(RecordId::Sale(_)) => Some(Verb::DeleteSale),
            Self::Remove(RecordId::FollowUp(_)) => Some(Verb::DropFollowUp),
            Self::Remove(RecordId::Offer(_)) => Some(Verb::DeleteOffer),
            Self::Remove(RecordId::Survey(_)) => Some(Verb::DeleteSurvey),
            Self::Remove(RecordId::Interaction(_)) => Some(Verb::DeleteInteraction),
            Self::Remove(RecordId::Salesperson(_)) => Some(Verb::DeleteSalesperson),
            Self::Remove(RecordId::MailTemplate(_)) => Some(Verb::DeleteMailTemplate),
            Self::Redo => Some(Verb::Redo),
            Self::PublishRatings { .. } => Some(Verb::PublishRatings),
            Self::Undo => Some(Verb::Undo),
            Self::List { .. }
            | Self::Rows { .. }
            | Self::Sum { .. }
            | Self::Values { .. }
            | Self::PreviewMany { .. }
            | Self::ClientsOf { .. }
            | Self::Card { .. }
            | Self::Week { .. }
            | Self::Brief { .. }
            | Self::Why { .. }
            | Self::ProductCard { .. }
            | Self::Mail { .. }
            | Self::LookUp { .. }
            | Self::LookUpTags { .. }
            | Self::Propose { .. }
            | Self::KeepFilter { .. }
            | Self::LoadFilters { .. }
            | Self::Open(_)
            | Self::LoadDrafts
            | Self::LoadViews
            | Self::LoadCustomFields
            | Self::CheckHealth
            | Self::KeepLayout { .. }
            | Self::KeepDraft(_)
            | Self::DropDraft { .. }
            | Self::ChangeDay(_) => None,
        }
    }
}

#[derive(Debug)]
pub enum Reply {
    /// `complete` is false for the first rows of a list whose rest is still being read.
    Listed {
        ticket: Ticket,
        ids: Arc<[i64]>,
        sum_minor: Option<i64>,
        /// Rows that stand together, where it was asked for.
        groups: Arc<[Group]>,
        complete: bool,
        /// Of Today: whose it is and what is left out of it.
        head: Option<Box<TodayHead>>,
        /// Of the surveys: what came back of each.
        figures: Vec<SurveyFigures>,
    },
    RowsLoaded {
        ticket: Ticket,
        rows: Rows,
    },
    ValuesLoaded {
        ticket: Ticket,
        values: Vec<Counted>,
    },
    /// Minor units of the base currency.
    Summed {
        ticket: Ticket,
        minor: i64,
    },
    ClientsTold {
        ticket: Ticket,
        clients: Vec<i64>,
    },
    PreviewedMany {
        ticket: Ticket,
        preview: Box<Preview>,
    },
    CardLoaded {
        ticket: Ticket,
        card: Box<ClientCard>,
    },
    Briefed {
        ticket: Ticket,
        brief: Box<Brief>,
    },
    /// `None` when the client is gone.
    WhyTold {
        ticket: Ticket,
        row: Option<Box<TodayRow>>,
    },
    WeekLoaded {
        ticket: Ticket,
        week: Box<Week>,
    },
    ProductCardLoaded {
        ticket: Ticket,
        card: Box<ProductCard>,
    },
    MailReady {
        ticket: Ticket,
        matter: Box<MailMatter>,
    },
    LookedUp {
        ticket: Ticket,
        candidates: Vec<Candidate>,
    },
    /// The row, and the names of the rows that it refers to: its client, contact, owner or manager. Of a sale's
    /// lines not: they carry their product's name.
    Opened {
        record: Record,
        labels: Vec<(RecordId, String)>,
    },
    DraftsLoaded(Vec<FormDraft>),
    ViewsLoaded(Vec<View>),
    CustomFieldsLoaded(CustomFields),
    /// What SQLite says of the damage, empty when it sees none.
    HealthChecked {
        damage: Vec<String>,
    },
    /// A write is durable: the label says what was done, in the words of the journal.
    Saved {
        record: Option<RecordId>,
        done: Done,
    },
    FiltersLoaded {
        kind: ListKind,
        lines: Vec<String>,
    },
    Proposed {
        ticket: Ticket,
        known: Known,
    },
    DraftKept,
    FilterKept,
    LayoutKept,
    DayChanged,
    /// Nothing was changed. The request comes back so that nothing typed is lost.
    Failed {
        request: Box<Request>,
        error: Error,
    },
}

/// What a write did, for the status line: a verb and the name of what it was done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub verb: Verb,
    /// What undo took back or redo brought back.
    pub reverted: Option<Verb>,
    /// Raw text from the data; goes through the display boundary like any other.
    pub subject: String,
    /// The day by which what was put off is due now, or the next one of a series.
    pub due: Option<Day>,
    /// The day since which the same offer had been waiting for an answer.
    pub offered_before: Option<Day>,
}

macro_rules! verbs {
    ($($variant:ident = $word:literal),+ $(,)?) => {
        /// What was done, as stored in the journal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Verb { $($variant),+ }

        impl Verb {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored word.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

verbs! {
    AddClient = "add_client",
    EditClient = "edit_client",
    ArchiveClient = "archive_client",
    RestoreClient = "restore_client",
    PutOffClient = "put_off_client",
    AddContact = "add_contact",
    EditContact = "edit_contact",
    DeleteContact = "delete_contact",
    AddProduct = "add_product",
    EditProduct = "edit_product",
    DeleteProduct = "delete_product",
    AddSale = "add_sale",
    EditSale = "edit_sale",
    DeleteSale = "delete_sale",
    AddFollowUp = "add_follow_up",
    EditFollowUp = "edit_follow_up",
    CompleteFollowUp = "complete_follow_up",
    SnoozeFollowUp = "snooze_follow_up",
    SkipFollowUp = "skip_follow_up",
    DropFollowUp = "drop_follow_up",
    AddSalesperson = "add_salesperson",
    EditSalesperson = "edit_salesperson",
    DeleteSalesperson = "delete_salesperson",
    AddOffer = "add_offer",
    EditOffer = "edit_offer",
    DeleteOffer = "delete_offer",
    AddMailTemplate = "add_mail_template",
    EditMailTemplate = "edit_mail_template",
    DeleteMailTemplate = "delete_mail_template",
    AddCustomField = "add_custom_field",
    EditCustomField = "edit_custom_field",
    MoveCustomField = "move_custom_field",
    DeleteCustomField = "delete_custom_field",
    AddView = "add_view",
    EditView = "edit_view",
    ShiftView = "shift_view",
    DeleteView = "delete_view",
    AddSurvey = "add_survey",
    EditSurvey = "edit_survey",
    DeleteSurvey = "delete_survey",
    AddGoal = "add_goal",
    EditGoal = "edit_goal",
    LogInteraction = "log_interaction",
    EditMany = "edit_many",
    EditInteraction = "edit_interaction",
    DeleteInteraction = "delete_interaction",
    Import = "import",
    LoadDemo = "load_demo",
    PublishRatings = "publish_ratings",
    Undo = "undo",
    Redo = "redo",
}

impl Verb {
    /// Can it be brought back after it was undone? An imported file is imported again, stars are published again.
    pub fn is_redoable(self) -> bool {
        !matches!(self, Self::Import | Self::PublishRatings)
    }
}
