//! The open database: answers requests, one at a time.

use super::error::Error;
use super::index::ClientIndex;
use super::journal::{self, Action};
use super::request::{Done, Record, RecordId, Reply, Request, Summary, Ticket, Verb};
use super::tables::Tables;
use super::{
    cards, clients, contacts, drafts, dump, facts, follow_ups, interactions, list_rows, lists, look_up, open,
    products, ratings, sales, salespeople, settings,
};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::kinds::FollowUpState;
use crate::domain::list::{ListKind, ListQuery};
use rusqlite::Connection;
use std::path::Path;

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
    index: Option<ClientIndex>,
}

impl Store {
    /// Opens or creates the database at `path`.
    pub fn open(path: &Path, session: Session) -> Result<Self, Error> {
        Self::with(open::open(path)?, session)
    }

    /// A database in memory, for tests.
    pub fn in_memory(session: Session) -> Result<Self, Error> {
        Self::with(open::open_in_memory()?, session)
    }

    fn with(mut connection: Connection, session: Session) -> Result<Self, Error> {
        settings::initialise(&mut connection, session.currency)?;
        let currency = settings::currency(&connection)?;
        let tables = Tables::read(&connection)?;
        Ok(Self { connection, tables, session, currency, index: None })
    }

    /// The base currency of the portfolio.
    pub fn currency(&self) -> Currency {
        self.currency
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

    fn carry_out(&mut self, request: &Request, reply: &mut dyn FnMut(Reply)) -> Result<Reply, Error> {
        match request {
            Request::Summarise => Ok(Reply::Summarised(self.summarise()?)),
            Request::List { ticket, query } => self.list(*ticket, query, reply),
            Request::Rows { ticket, kind, ids } => Ok(Reply::RowsLoaded {
                ticket: *ticket,
                rows: list_rows::read(&self.connection, *kind, ids, self.session.today)?,
            }),
            Request::Card { ticket, client } => Ok(Reply::CardLoaded {
                ticket: *ticket,
                card: Box::new(cards::read(&self.connection, *client, self.session.today)?),
            }),
            Request::LookUp { ticket, kind, text, client, limit } => Ok(Reply::LookedUp {
                ticket: *ticket,
                candidates: look_up::look_up(&self.connection, *kind, text, *client, *limit)?,
            }),
            Request::Open(id) => self.open_record(*id),
            Request::LoadDrafts => Ok(Reply::DraftsLoaded(drafts::all(&self.connection)?)),
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
                self.bring_up_to_date()?;
                Ok(Reply::DayChanged)
            }
            Request::SaveClient(_)
            | Request::SaveContact(_)
            | Request::SaveProduct(_)
            | Request::SaveSale(_)
            | Request::SaveFollowUp(_)
            | Request::SaveSalesperson(_)
            | Request::Log { .. }
            | Request::CompleteFollowUp(_)
            | Request::SnoozeFollowUp { .. }
            | Request::Remove(_)
            | Request::Undo
            | Request::Redo
            | Request::PublishRatings { .. } => self.write(request),
        }
    }

    fn summarise(&self) -> Result<Summary, Error> {
        let summary = self.connection.query_row(
            "SELECT (SELECT count(*) FROM client WHERE archived_at IS NULL), (SELECT count(*) FROM contact),
                    (SELECT count(*) FROM product), (SELECT count(*) FROM sale),
                    (SELECT count(*) FROM follow_up WHERE state = 'open'),
                    (SELECT count(*) FROM follow_up WHERE state = 'open' AND coalesce(snoozed_to, due_day) < ?1),
                    (SELECT count(*) FROM salesperson)",
            [self.session.today.0],
            |row| {
                Ok(Summary {
                    clients: row.get(0)?,
                    contacts: row.get(1)?,
                    products: row.get(2)?,
                    sales: row.get(3)?,
                    open_follow_ups: row.get(4)?,
                    overdue_follow_ups: row.get(5)?,
                    salespeople: row.get(6)?,
                    currency: self.currency.code().to_owned(),
                })
            },
        )?;
        Ok(summary)
    }

    /// The first clients are shown before the index and a new day's facts are read.
    fn list(
        &mut self,
        ticket: Ticket,
        query: &ListQuery,
        reply: &mut dyn FnMut(Reply),
    ) -> Result<Reply, Error> {
        if self.index.is_none() && *query == ListQuery::all(ListKind::Clients) {
            let ids = lists::first_clients(&self.connection)?;
            reply(Reply::Listed { ticket, ids: ids.into(), sum_minor: None, complete: false });
        }
        self.bring_up_to_date()?;
        let index = match &mut self.index {
            Some(index) => index,
            empty => empty.insert(ClientIndex::load(&self.connection, self.session.today)?),
        };
        let listing = lists::list(&self.connection, index, query, self.session.today)?;
        Ok(Reply::Listed { ticket, ids: listing.ids.into(), sum_minor: listing.sum_minor, complete: true })
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
        self.index = None;
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
            RecordId::Salesperson(id) => Record::Salesperson(salespeople::open(connection, id)?),
        };
        let labels = self.labels(&record)?;
        Ok(Reply::Opened { record, labels })
    }

    /// The names of the rows that a record refers to.
    fn labels(&self, record: &Record) -> Result<Vec<(RecordId, String)>, Error> {
        let (mut client, mut contact, mut person) = (None, None, None);
        match record {
            Record::Client(draft) => person = draft.owner,
            Record::Contact(draft) => client = Some(draft.client),
            Record::Product(_) => {}
            Record::Sale(draft) => {
                (client, contact, person) = (Some(draft.client), draft.contact, draft.salesperson);
            }
            Record::FollowUp(draft) => {
                (client, contact, person) = (Some(draft.client), draft.contact, draft.salesperson);
            }
            Record::Salesperson(draft) => person = draft.reports_to,
        }
        let mut labels = Vec::new();
        if let Some(id) = client {
            labels.push((RecordId::Client(id), clients::name(&self.connection, id)?));
        }
        if let Some(id) = contact {
            labels.push((RecordId::Contact(id), contacts::open(&self.connection, id)?.name));
        }
        if let Some(id) = person {
            labels.push((RecordId::Salesperson(id), salespeople::open(&self.connection, id)?.name));
        }
        Ok(labels)
    }

    /// One action, one transaction: rows, journal and derived facts.
    fn write(&mut self, request: &Request) -> Result<Reply, Error> {
        self.bring_up_to_date()?;
        let verb = first_verb(request);
        let mut action = Action::begin(&mut self.connection, &self.tables, &self.session, verb)?;
        let (record, done) = perform(&mut action, request, self.currency)?;
        if done.verb != Verb::Undo {
            ratings::calibrate_young(&mut action)?;
        }
        if !action.changed() && !action.everything_touched {
            // Nothing differs: the transaction is rolled back, the journal stays as it was.
            return Ok(Reply::Saved { record, done });
        }
        ratings::refresh_touched(&action)?;
        let touched: Vec<ClientId> = action.touched().iter().copied().collect();
        let everything = action.everything_touched;
        action.commit()?;
        self.update_index(&touched, everything)?;
        Ok(Reply::Saved { record, done })
    }

    fn update_index(&mut self, touched: &[ClientId], everything: bool) -> Result<(), Error> {
        if everything {
            self.index = None;
        } else if let Some(index) = &mut self.index {
            index.refresh(&self.connection, touched, self.session.today)?;
        }
        Ok(())
    }
}

/// What a write is called in the journal until it is known better.
fn first_verb(request: &Request) -> Verb {
    match request {
        Request::SaveClient(draft) if draft.id.is_none() => Verb::AddClient,
        Request::SaveClient(_) => Verb::EditClient,
        Request::SaveContact(draft) if draft.id.is_none() => Verb::AddContact,
        Request::SaveContact(_) => Verb::EditContact,
        Request::SaveProduct(draft) if draft.id.is_none() => Verb::AddProduct,
        Request::SaveProduct(_) => Verb::EditProduct,
        Request::SaveSale(draft) if draft.id.is_none() => Verb::AddSale,
        Request::SaveSale(_) => Verb::EditSale,
        Request::SaveFollowUp(draft) if draft.id.is_none() => Verb::AddFollowUp,
        Request::SaveFollowUp(_) => Verb::EditFollowUp,
        Request::SaveSalesperson(draft) if draft.id.is_none() => Verb::AddSalesperson,
        Request::SaveSalesperson(_) => Verb::EditSalesperson,
        Request::Log { .. } => Verb::LogInteraction,
        Request::CompleteFollowUp(_) => Verb::CompleteFollowUp,
        Request::SnoozeFollowUp { .. } => Verb::SnoozeFollowUp,
        Request::Remove(RecordId::Client(_)) => Verb::ArchiveClient,
        Request::Remove(RecordId::Contact(_)) => Verb::DeleteContact,
        Request::Remove(RecordId::Product(_)) => Verb::DeleteProduct,
        Request::Remove(RecordId::Sale(_)) => Verb::DeleteSale,
        Request::Remove(RecordId::FollowUp(_)) => Verb::DropFollowUp,
        Request::Remove(RecordId::Salesperson(_)) => Verb::DeleteSalesperson,
        Request::Redo => Verb::Redo,
        Request::PublishRatings { .. } => Verb::PublishRatings,
        Request::Undo
        | Request::Summarise
        | Request::List { .. }
        | Request::Rows { .. }
        | Request::Card { .. }
        | Request::LookUp { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::ChangeDay(_) => Verb::Undo,
    }
}

/// Does what the request asks inside the action.
fn perform(
    action: &mut Action<'_>,
    request: &Request,
    currency: Currency,
) -> Result<(Option<RecordId>, Done), Error> {
    let verb = first_verb(request);
    let mut reverted = None;
    let record = match request {
        Request::SaveClient(draft) => Some(RecordId::Client(clients::save(action, draft)?.0)),
        Request::SaveContact(draft) => Some(RecordId::Contact(contacts::save(action, draft)?.0)),
        Request::SaveProduct(draft) => Some(RecordId::Product(products::save(action, draft)?.0)),
        Request::SaveSale(draft) => Some(RecordId::Sale(sales::save(action, draft, currency)?.0)),
        Request::SaveFollowUp(draft) => Some(RecordId::FollowUp(follow_ups::save(action, draft)?.0)),
        Request::SaveSalesperson(draft) => Some(RecordId::Salesperson(salespeople::save(action, draft)?.0)),
        Request::Log { interaction, follow_up } => {
            interactions::log(action, interaction, follow_up.as_ref())?;
            Some(RecordId::Client(interaction.client))
        }
        Request::CompleteFollowUp(id) => {
            follow_ups::close(action, *id, FollowUpState::Done)?;
            Some(RecordId::FollowUp(*id))
        }
        Request::SnoozeFollowUp { id, to } => {
            follow_ups::snooze(action, *id, *to)?;
            Some(RecordId::FollowUp(*id))
        }
        Request::Remove(id) => {
            match *id {
                RecordId::Client(id) => clients::archive(action, id)?,
                RecordId::Contact(id) => contacts::delete(action, id)?,
                RecordId::Product(id) => products::delete(action, id)?,
                RecordId::Sale(id) => sales::delete(action, id)?,
                RecordId::FollowUp(id) => follow_ups::close(action, id, FollowUpState::Dropped)?,
                RecordId::Salesperson(id) => salespeople::delete(action, id)?,
            }
            None
        }
        Request::PublishRatings { recalibrate } => {
            let published = ratings::publish(action, *recalibrate)?;
            action.describe(&published.to_string(), None)?;
            None
        }
        Request::Undo => {
            reverted = Some(journal::undo(action)?);
            None
        }
        Request::Redo => {
            reverted = Some(journal::redo(action)?);
            None
        }
        Request::Summarise
        | Request::List { .. }
        | Request::Rows { .. }
        | Request::Card { .. }
        | Request::LookUp { .. }
        | Request::Open(_)
        | Request::LoadDrafts
        | Request::KeepDraft(_)
        | Request::DropDraft { .. }
        | Request::ChangeDay(_) => None,
    };
    Ok((record, Done { verb, reverted, subject: action.subject()? }))
}
