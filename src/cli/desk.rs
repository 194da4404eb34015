//! The storage as a command uses it: one request at a time, its answer awaited.

use crate::domain::brief::Brief;
use crate::domain::card::ClientCard;
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::ids::ClientId;
use crate::domain::list::{Group, ListKind, ListQuery};
use crate::domain::today::TodayHead;
use crate::domain::view::View;
use crate::repository::error::Error;
use crate::repository::request::{Candidate, Done, Reply, Request, Rows, Ticket};
use crate::repository::store::Store;
use std::sync::Arc;

/// Rows read at once: enough to be quick, few enough for a list of a million to stay out of memory.
pub const CHUNK: usize = 1_000;

/// One asker, so one ticket.
pub const TICKET: Ticket = Ticket(0);

/// A list as the storage tells it.
pub struct Listing {
    pub ids: Arc<[i64]>,
    pub sum_minor: Option<i64>,
    pub groups: Arc<[Group]>,
}

pub struct Desk(Store);

impl Desk {
    pub fn new(store: Store) -> Self {
        Self(store)
    }

    pub fn currency(&self) -> Currency {
        self.0.currency()
    }

    /// The fields that users defined.
    pub fn custom_fields(&self) -> Result<CustomFields, Error> {
        self.0.custom_fields()
    }

    /// The keys of a list, all of them, its groups and the sum of its money column.
    pub fn list(&mut self, query: ListQuery) -> Result<Listing, Error> {
        let mut list = Listing { ids: Arc::new([]), sum_minor: None, groups: Arc::new([]) };
        self.ask(Request::List { ticket: TICKET, query }, |reply| {
            // The first rows come again with the complete answer.
            if let Reply::Listed { ids, sum_minor, groups, complete: true, .. } = reply {
                list = Listing { ids, sum_minor, groups };
            }
        })?;
        Ok(list)
    }

    /// The keys of a face of Today, and what is told of it.
    pub fn today(&mut self, query: ListQuery) -> Result<(Arc<[i64]>, TodayHead), Error> {
        let (mut ids, mut told): (Arc<[i64]>, _) = (Arc::new([]), TodayHead::default());
        self.ask(Request::List { ticket: TICKET, query }, |reply| {
            if let Reply::Listed { ids: listed, complete: true, head, .. } = reply {
                (ids, told) = (listed, head.map(|head| *head).unwrap_or_default());
            }
        })?;
        Ok((ids, told))
    }

    /// The rows with these keys; `None` would be another program's answer.
    pub fn rows(&mut self, kind: ListKind, ids: &[i64]) -> Result<Option<Rows>, Error> {
        let mut found = None;
        self.ask(Request::Rows { ticket: TICKET, kind, ids: ids.to_vec() }, |reply| {
            if let Reply::RowsLoaded { rows, .. } = reply {
                found = Some(rows);
            }
        })?;
        Ok(found)
    }

    /// The saved views in their order.
    pub fn views(&mut self) -> Result<Vec<View>, Error> {
        let mut found = Vec::new();
        self.ask(Request::LoadViews, |reply| {
            if let Reply::ViewsLoaded(views) = reply {
                found = views;
            }
        })?;
        Ok(found)
    }

    /// Everything about a client.
    pub fn card(&mut self, client: ClientId) -> Result<Option<Box<ClientCard>>, Error> {
        let mut found = None;
        self.ask(Request::Card { ticket: TICKET, client }, |reply| {
            if let Reply::CardLoaded { card, .. } = reply {
                found = Some(card);
            }
        })?;
        Ok(found)
    }

    /// What to know of a client before a visit.
    pub fn brief(&mut self, client: ClientId) -> Result<Option<Box<Brief>>, Error> {
        let mut found = None;
        self.ask(Request::Brief { ticket: TICKET, client }, |reply| {
            if let Reply::Briefed { brief, .. } = reply {
                found = Some(brief);
            }
        })?;
        Ok(found)
    }

    /// The proposals for a name.
    pub fn look_up(&mut self, request: Request) -> Result<Vec<Candidate>, Error> {
        let mut found = Vec::new();
        self.ask(request, |reply| {
            if let Reply::LookedUp { candidates, .. } = reply {
                found = candidates;
            }
        })?;
        Ok(found)
    }

    /// Carries out a write.
    pub fn write(&mut self, request: Request) -> Result<Option<Done>, Error> {
        let mut what = None;
        self.ask(request, |reply| {
            if let Reply::Saved { done, .. } = reply {
                what = Some(done);
            }
        })?;
        Ok(what)
    }

    fn ask(&mut self, request: Request, mut take: impl FnMut(Reply)) -> Result<(), Error> {
        let mut failed = None;
        self.0.answer(request, &mut |reply| {
            if let Reply::Failed { error, .. } = reply {
                failed = Some(error);
            } else {
                take(reply);
            }
        });
        failed.map_or(Ok(()), Err)
    }
}
