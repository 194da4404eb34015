//! The open database: answers requests, one at a time.

use super::error::Error;
use super::journal::{Action, Reach};
use super::known::KnownTexts;
use super::perform::{perform, saves_rows};
use super::product_facts::{self, ProductFacts};
use super::remembered::Remembered;
use super::request::{Done, Record, RecordId, Reply, Request, Rows, Ticket, Verb};
use super::tables::Tables;
use super::{
    briefs, bulk, cards, clients, contacts, custom_fields, doctor, drafts, dump, facts, filter, follow_ups,
    import, interactions, list_rows, lists, look_up, mail_templates, offers, open, product_cards, products,
    ratings, sales, salespeople, settings, surveys, today, values, views, week,
};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, ProductId};
use crate::domain::list::{Column, Layout, ListKind, ListQuery};
use crate::exchange::Import;
use crate::exchange::options::Watch;
use crate::exchange::summary::Outcome;
use crate::filter::{Ask, Subject};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;

/// Who works, and when; the storage reads no clock itself.
#[derive(Debug, Clone)]
pub struct Session {
    pub today: Day,
    /// Who is written into the journal.
    pub author: String,
    /// The present instant, UTC milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// The base currency that a new database gets.
    pub currency: Currency,
}

/// The open database and what is kept in memory of it.
pub struct Store {
    connection: Connection,
    tables: Tables,
    session: Session,
    currency: Currency,
    /// Read with the first list that needs it.
    index: Remembered,
    /// Filled with the first list of products.
    product_facts: ProductFacts,
    /// Filled as fields are asked for.
    known: KnownTexts,
}

impl Store {
    /// Opens or creates the database at `path`.
    pub fn open(path: &Path, session: Session) -> Result<Self, Error> {
        Self::with(open::open(path)?, session)
    }

    /// A database in memory, for tests and for what is not to be kept.
    pub fn in_memory(session: Session) -> Result<Self, Error> {
        Self::with(open::open_in_memory()?, session)
    }

    fn with(mut connection: Connection, session: Session) -> Result<Self, Error> {
        settings::initialise(&mut connection, session.currency)?;
        let currency = settings::currency(&connection)?;
        let tables = Tables::read(&connection)?;
        product_facts::prepare(&connection)?;
        let (index, product_facts) = (Remembered::default(), ProductFacts::default());
        let known = KnownTexts::default();
        Ok(Self { connection, tables, session, currency, index, product_facts, known })
    }

    /// The base currency of the portfolio.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The fields that users defined.
    pub fn custom_fields(&self) -> Result<CustomFields, Error> {
        custom_fields::all(&self.connection)
    }

    /// How lists were laid out when they were last used, those that are not as usual.
    pub fn layouts(&self) -> Result<Vec<(ListKind, Layout)>, Error> {
        settings::layouts(&self.connection)
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Everything that users and actions wrote, and the facts derived from it, as text: equal texts are equal
    /// portfolios. The journal itself, revisions and the keys of calibrations are left out.
    pub fn dump(&self) -> Result<String, Error> {
        dump::dump(&self.connection)
    }

    /// Computes all derived facts anew, which changes nothing unless they had gone wrong.
    pub fn recompute_facts(&mut self) -> Result<(), Error> {
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        facts::refresh_all(&transaction, self.session.today)?;
        Ok(transaction.commit()?)
    }

    /// Carries one request out. A load may answer twice: its first rows at once, all of them when they are read.
    pub fn answer(&mut self, request: Request, reply: &mut dyn FnMut(Reply)) {
        match self.carry_out(&request, reply) {
            Ok(answer) => reply(answer),
            Err(error) => reply(Reply::Failed { request: Box::new(request), error }),
        }
    }

    /// Reads a part of what filters are likely to ask for: it is short, so that whoever asks for something meanwhile does
    /// not wait for it. Is there more? What cannot be read is told to whoever asks for it.
    pub fn read_ahead(&mut self) -> bool {
        if self.index.is_empty() {
            return false;
        }
        let today = self.session.today;
        let ahead = |index| filter::read_ahead(&self.connection, index, &self.session);
        self.index.fresh(&self.connection, today).and_then(ahead).unwrap_or(false)
    }

    fn carry_out(&mut self, request: &Request, reply: &mut dyn FnMut(Reply)) -> Result<Reply, Error> {
        match request {
            Request::List { ticket, query } => self.list(*ticket, query, reply),
            Request::Rows { ticket, kind, ids } => self.rows(*ticket, *kind, ids),
            Request::Sum { ticket, kind, ids } => self.sum(*ticket, *kind, ids),
            Request::Values { ticket, query, column } => self.values(*ticket, query, *column),
            Request::Card { ticket, client } => Ok(Reply::CardLoaded {
                ticket: *ticket,
                card: Box::new(cards::read(&self.connection, *client, self.session.today)?),
            }),
            Request::Brief { ticket, client } => Ok(Reply::Briefed {
                ticket: *ticket,
                brief: Box::new(briefs::read(&self.connection, *client, self.session.today)?),
            }),
            Request::Why { ticket, client } => self.why(*ticket, *client),
            Request::Week { ticket, first } => Ok(Reply::WeekLoaded {
                ticket: *ticket,
                week: Box::new(week::read(&self.connection, *first, self.session.today)?),
            }),
            Request::ProductCard { ticket, product } => self.product_card(*ticket, *product),
            Request::Mail { ticket, client, contact } => {
                let author = &self.session.author;
                let matter = mail_templates::matter(&self.connection, *client, *contact, author)?;
                Ok(Reply::MailReady { ticket: *ticket, matter: Box::new(matter) })
            }
            Request::LookUp { ticket, kind, text, client, limit } => {
                let index = self.index.fresh(&self.connection, self.session.today)?;
                let candidates = look_up::look_up(&self.connection, index, *kind, text, *client, *limit)?;
                Ok(Reply::LookedUp { ticket: *ticket, candidates })
            }
            Request::LookUpTags { ticket, text, limit } => {
                let candidates = look_up::tags(&self.connection, text, *limit)?;
                Ok(Reply::LookedUp { ticket: *ticket, candidates })
            }
            Request::ClientsOf { ticket, kind, ids } => {
                let clients = lists::clients_of(&self.connection, *kind, ids, self.session.today)?;
                Ok(Reply::ClientsTold { ticket: *ticket, clients })
            }
            Request::PreviewMany { ticket, edit } => {
                let preview = Box::new(bulk::preview(&self.connection, edit)?);
                Ok(Reply::PreviewedMany { ticket: *ticket, preview })
            }
            Request::Open(id) => self.open_record(*id),
            Request::LoadCustomFields => Ok(Reply::CustomFieldsLoaded(self.custom_fields()?)),
            Request::LoadDrafts => Ok(Reply::DraftsLoaded(drafts::all(&self.connection)?)),
            Request::LoadViews => Ok(Reply::ViewsLoaded(views::all(&self.connection)?)),
            Request::CheckHealth => {
                Ok(Reply::HealthChecked { damage: doctor::damage(&self.connection, doctor::Look::Quick)? })
            }
            Request::KeepLayout { kind, layout } => {
                settings::keep_layout(&self.connection, *kind, layout.as_deref())?;
                Ok(Reply::LayoutKept)
            }
            Request::Propose { ticket, list, ask } => self.propose(*ticket, *list, ask),
            Request::LoadFilters { kind } => self.filters(*kind),
            Request::KeepFilter { kind, line } => self.keep_filter(*kind, line),
            Request::KeepDraft(draft) => {
                drafts::keep(&self.connection, draft, (self.session.now_ms)())?;
                Ok(Reply::DraftKept)
            }
            Request::DropDraft { form, row } => {
                drafts::discard(&self.connection, form, *row)?;
                Ok(Reply::DraftKept)
            }
            Request::ChangeDay(today) => {
                self.session.today = *today;
                // Overrides end with a day, also when another program has computed the facts of the new one.
                self.index.forget();
                self.product_facts.forget();
                self.bring_up_to_date_if_possible()?;
                Ok(Reply::DayChanged)
            }
            Request::SaveClient(_)
            | Request::SaveContact(_)
            | Request::SaveProduct(_)
            | Request::SaveSale(_)
            | Request::SaveFollowUp(_)
            | Request::SaveInteraction(_)
            | Request::SaveSalesperson(_)
            | Request::SaveOffer(_)
            | Request::SaveMailTemplate(_)
            | Request::SaveCustomField(_)
            | Request::ShiftCustomField { .. }
            | Request::SaveView(_)
            | Request::DeleteView(_)
            | Request::ShiftView { .. }
            | Request::SaveSurvey(_)
            | Request::SaveGoal(_)
            | Request::Log(_)
            | Request::EditMany { .. }
            | Request::ForMany { .. }
            | Request::CompleteFollowUp(_)
            | Request::SkipFollowUp(_)
            | Request::SnoozeFollowUp { .. }
            | Request::PutOff { .. }
            | Request::Remove(_)
            | Request::RestoreClient(_)
            | Request::Undo
            | Request::Redo
            | Request::PublishRatings { .. } => self.write(request),
        }
    }

    /// What the data has in a field.
    fn propose(&mut self, ticket: Ticket, list: ListKind, ask: &Ask) -> Result<Reply, Error> {
        Ok(Reply::Proposed { ticket, known: self.known.propose(&self.connection, list, ask)? })
    }

    fn filters(&self, kind: ListKind) -> Result<Reply, Error> {
        Ok(Reply::FiltersLoaded { kind, lines: settings::filters(&self.connection, kind)? })
    }

    fn keep_filter(&mut self, kind: ListKind, line: &str) -> Result<Reply, Error> {
        settings::keep_filter(&mut self.connection, kind, line)?;
        Ok(Reply::FilterKept)
    }

    fn rows(&mut self, ticket: Ticket, kind: ListKind, ids: &[i64]) -> Result<Reply, Error> {
        if kind == ListKind::Products {
            self.product_facts.fresh(&self.connection, self.session.today)?;
        }
        let (connection, today) = (&self.connection, self.session.today);
        let rows = if kind.is_today() {
            let index = self.index.fresh(connection, today)?;
            Rows::Today(today::rows(connection, index, ids, today)?)
        } else {
            list_rows::read(connection, kind, ids, today)?
        };
        Ok(Reply::RowsLoaded { ticket, rows })
    }

    fn sum(&mut self, ticket: Ticket, kind: ListKind, ids: &[i64]) -> Result<Reply, Error> {
        if kind == ListKind::Products {
            self.product_facts.fresh(&self.connection, self.session.today)?;
        }
        let minor = lists::sum(&self.connection, kind, ids, self.session.today)?;
        Ok(Reply::Summed { ticket, minor })
    }

    fn why(&mut self, ticket: Ticket, client: ClientId) -> Result<Reply, Error> {
        let (connection, today) = (&self.connection, self.session.today);
        let index = self.index.fresh(connection, today)?;
        let row = today::rows(connection, index, &[client.0], today)?.pop().map(Box::new);
        Ok(Reply::WhyTold { ticket, row })
    }

    fn product_card(&mut self, ticket: Ticket, product: ProductId) -> Result<Reply, Error> {
        self.product_facts.fresh(&self.connection, self.session.today)?;
        let (currency, today) = (self.currency, self.session.today);
        let card = product_cards::read(&self.connection, product, currency, today)?;
        Ok(Reply::ProductCardLoaded { ticket, card: Box::new(card) })
    }

    /// The first clients and products are shown before the index, their sales and a new day's facts are read.
    fn list(
        &mut self,
        ticket: Ticket,
        query: &ListQuery,
        reply: &mut dyn FnMut(Reply),
    ) -> Result<Reply, Error> {
        if self.index.is_empty() && *query == ListQuery::all(ListKind::Clients) {
            let ids = lists::first_clients(&self.connection)?;
            reply(Reply::Listed {
                ticket,
                ids: ids.into(),
                sum_minor: None,
                groups: Arc::from([]),
                complete: false,
                head: None,
                figures: Vec::new(),
            });
        }
        if query.kind == ListKind::Products {
            if !self.product_facts.is_read() && *query == ListQuery::all(ListKind::Products) {
                let ids = lists::first_products(&self.connection)?;
                reply(Reply::Listed {
                    ticket,
                    ids: ids.into(),
                    sum_minor: None,
                    groups: Arc::from([]),
                    complete: false,
                    head: None,
                    figures: Vec::new(),
                });
            }
            self.product_facts.fresh(&self.connection, self.session.today)?;
        }
        if self.index.is_empty()
            && *query == ListQuery::all(ListKind::Today)
            && let Some((listing, head)) = today::first(&self.connection, query, &self.session)?
        {
            let (ids, head) = (listing.ids.into(), Some(Box::new(head)));
            reply(Reply::Listed {
                ticket,
                ids,
                sum_minor: None,
                groups: Arc::from([]),
                complete: false,
                head,
                figures: Vec::new(),
            });
        }
        self.bring_up_to_date_if_possible()?;
        let today = self.session.today;
        let index = self.index.fresh(&self.connection, today)?;
        let (listing, head) = if query.kind.is_today() {
            let (listing, head) = today::list(&self.connection, index, query, &self.session)?;
            (listing, Some(Box::new(head)))
        } else {
            (lists::list(&self.connection, index, query, &self.session)?, None)
        };
        let (ids, sum_minor, groups) = (listing.ids.into(), listing.sum_minor, listing.groups.into());
        let is_of_surveys = query.kind == ListKind::Surveys;
        let figures = if is_of_surveys { surveys::figures(&self.connection)? } else { Vec::new() };
        Ok(Reply::Listed { ticket, ids, sum_minor, groups, complete: true, head, figures })
    }

    /// Which values the column has among the rows that the other conditions let through.
    fn values(&mut self, ticket: Ticket, query: &ListQuery, column: Column) -> Result<Reply, Error> {
        let mut all = ListQuery { sort: Vec::new(), ..query.clone() };
        (all.filter.limit, all.filter.sort) = (None, Vec::new());
        let subject = Subject::of_column(query.kind, column);
        let is_asked = subject.is_some_and(|subject| !all.filter.about(subject).is_empty());
        let kept = if is_asked { Some(self.listed(&all)?) } else { None };
        if let Some(subject) = subject.filter(|_| is_asked) {
            all.filter = all.filter.set(subject, None);
        }
        let rows = self.listed(&all)?;
        let counting = values::Counting { rows: &rows, kept: kept.as_deref() };
        let values = values::count(&self.connection, query.kind, column, &counting, self.session.today)?;
        Ok(Reply::ValuesLoaded { ticket, values })
    }

    fn listed(&mut self, query: &ListQuery) -> Result<Vec<i64>, Error> {
        if query.kind == ListKind::Products {
            self.product_facts.fresh(&self.connection, self.session.today)?;
        }
        let index = self.index.fresh(&self.connection, self.session.today)?;
        let listing = if query.kind.is_today() {
            today::list(&self.connection, index, query, &self.session)?.0
        } else {
            lists::list(&self.connection, index, query, &self.session)?
        };
        Ok(listing.ids)
    }

    /// What can be read is shown also where nothing can be written: with the facts of the day that they were computed on.
    fn bring_up_to_date_if_possible(&mut self) -> Result<(), Error> {
        self.connection.busy_timeout(open::BRIEF)?;
        let done = self.bring_up_to_date();
        self.connection.busy_timeout(open::BUSY)?;
        match done {
            Err(Error::ReadOnly | Error::Full | Error::Busy) => Ok(()),
            other => other,
        }
    }

    /// Computes the derived facts of a new day. They are nobody's action: the journal does not hold them.
    fn bring_up_to_date(&mut self) -> Result<(), Error> {
        let today = self.session.today;
        if settings::facts_day(&self.connection)? == Some(today) {
            return Ok(());
        }
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        facts::refresh_all(&transaction, today)?;
        settings::set_facts_day(&transaction, today)?;
        transaction.commit()?;
        self.index.forget();
        Ok(())
    }

    fn open_record(&self, id: RecordId) -> Result<Reply, Error> {
        let connection = &self.connection;
        let record = match id {
            RecordId::Client(id) => Record::Client(Box::new(clients::open(connection, id)?)),
            RecordId::Contact(id) => Record::Contact(contacts::open(connection, id)?),
            RecordId::Product(id) => Record::Product(products::open(connection, id)?),
            RecordId::Sale(id) => Record::Sale(sales::open(connection, id)?),
            RecordId::FollowUp(id) => Record::FollowUp(follow_ups::open(connection, id)?),
            RecordId::Offer(id) => Record::Offer(offers::open(connection, id)?),
            RecordId::Survey(id) => Record::Survey(surveys::open(connection, id)?),
            RecordId::Interaction(id) => Record::Interaction(interactions::open(connection, id)?),
            RecordId::Salesperson(id) => Record::Salesperson(salespeople::open(connection, id)?),
            RecordId::MailTemplate(id) => Record::MailTemplate(mail_templates::open(connection, id)?),
            RecordId::CustomField(id) => Record::CustomField(custom_fields::open(connection, id)?),
        };
        let labels = self.labels(&record)?;
        Ok(Reply::Opened { record, labels })
    }

    /// The names of the rows that a record refers to.
    fn labels(&self, record: &Record) -> Result<Vec<(RecordId, String)>, Error> {
        let (mut client, mut contact, mut product, mut person) = (None, None, None, None);
        match record {
            Record::Client(draft) => person = draft.owner,
            Record::Contact(draft) => client = Some(draft.client),
            Record::Product(_) | Record::MailTemplate(_) | Record::CustomField(_) => {}
            Record::Sale(draft) => {
                (client, contact, person) = (Some(draft.client), draft.contact, draft.salesperson);
            }
            Record::Interaction(draft) => {
                (client, contact, person) = (Some(draft.client), draft.contact, draft.salesperson);
            }
            Record::FollowUp(draft) => {
                (client, contact, person) = (Some(draft.client), draft.contact, draft.salesperson);
            }
            Record::Offer(draft) => {
                (client, product, person) = (Some(draft.client), Some(draft.product), draft.salesperson);
            }
            Record::Survey(draft) => (client, contact) = (Some(draft.client), draft.contact),
            Record::Salesperson(draft) => person = draft.reports_to,
        }
        let mut labels = Vec::new();
        if let Some(id) = client {
            labels.push((RecordId::Client(id), clients::name(&self.connection, id)?));
        }
        if let Some(id) = contact {
            labels.push((RecordId::Contact(id), contacts::open(&self.connection, id)?.name));
        }
        if let Some(id) = product {
            labels.push((RecordId::Product(id), products::open(&self.connection, id)?.name));
        }
        if let Some(id) = person {
            labels.push((RecordId::Salesperson(id), salespeople::open(&self.connection, id)?.name));
        }
        Ok(labels)
    }

    /// One action, one transaction: rows, journal and derived facts.
    fn write(&mut self, request: &Request) -> Result<Reply, Error> {
        let Some(verb) = request.verb() else { return Err(Error::Alone) };
        self.bring_up_to_date()?;
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, verb)?;
        let (record, reverted) = perform(&mut action, request, self.currency)?;
        let done = Done {
            verb,
            reverted,
            subject: action.subject()?,
            due: action.next_due,
            offered_before: action.offered_before,
        };
        if verb != Verb::Undo {
            ratings::calibrate_young(&mut action)?;
        }
        let stale = seal(action)?;
        self.update_index(&stale);
        Ok(Reply::Saved { record, done })
    }

    /// Carries many writes out as one action: all of them or none, one entry in the journal, one undo. Returns what each
    /// of them saved, as its own answer would say. Derived facts and a young calibration are computed once, at the end.
    ///
    /// # Errors
    /// Those of the writes; `Alone` for a request that is no write of rows: a load, upkeep, undo, redo.
    pub fn perform_all(&mut self, verb: Verb, requests: &[Request]) -> Result<Vec<Option<RecordId>>, Error> {
        if requests.iter().any(|request| !saves_rows(request)) {
            return Err(Error::Alone);
        }
        self.bring_up_to_date()?;
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, verb)?;
        let mut records = Vec::with_capacity(requests.len());
        for request in requests {
            records.push(perform(&mut action, request, self.currency)?.0);
        }
        action.describe(&records.len().to_string(), None)?;
        ratings::calibrate_young(&mut action)?;
        let stale = seal(action)?;
        self.update_index(&stale);
        Ok(records)
    }

    /// Brings a file in: one transaction, one action. When it changes nothing, nothing is written, not even the action.
    pub fn import(&mut self, file: &Import, watch: &mut Watch<'_>) -> Result<Outcome, Error> {
        self.bring_up_to_date()?;
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, Verb::Import)?;
        let outcome = import::bring_in(&mut action, file, self.currency, watch)?;
        ratings::calibrate_imported(&mut action)?;
        let stale = seal(action)?;
        self.update_index(&stale);
        Ok(outcome)
    }

    /// What bringing these files in, one after the other, would do. Nothing is written.
    pub fn simulate_import(
        &mut self,
        files: &[Import],
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Outcome>, Error> {
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, Verb::Import)?;
        files.iter().map(|file| import::bring_in(&mut action, file, self.currency, watch)).collect()
    }

    /// What was committed is saved, whatever becomes of the index: one that cannot follow is read again when needed.
    fn update_index(&mut self, stale: &Stale) {
        self.known.forget();
        if stale.sales {
            self.product_facts.forget();
        }
        let followed = match &stale.clients {
            None => false,
            Some(clients) => {
                self.index.refresh(&self.connection, clients, stale.shared, self.session.today).is_ok()
            }
        };
        if !followed {
            self.index.forget();
        }
    }
}

/// What is held in memory and no longer as it is in the database.
struct Stale {
    /// `None` is all of them.
    clients: Option<Vec<ClientId>>,
    /// What many clients share, such as a product or a tag.
    shared: bool,
    /// The lines of sales, of which products have their sums.
    sales: bool,
}

/// Brings the derived facts up to date and ends the action; one that changed nothing is rolled back, the journal stays as
/// it was.
fn seal(action: Action<'_>) -> Result<Stale, Error> {
    if !action.changed() && action.reach() != Reach::Everything {
        return Ok(Stale { clients: Some(Vec::new()), shared: false, sales: false });
    }
    ratings::refresh_touched(&action)?;
    let all = action.reach() > Reach::Touched;
    let stale = Stale {
        clients: (!all).then(|| action.changed_clients()),
        shared: action.shared,
        // What writes lines that the journal does not see one by one, such as an import, makes everything stale.
        sales: action.traded || all,
    };
    action.commit()?;
    Ok(stale)
}
