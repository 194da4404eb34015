//! The portfolio that `cartera demo` shows: invented clients of an invented company, the same on every run of a day.
//!
//! The company sells supplies for cleaning, safety and maintenance in Spain and Latin America. Its people do what this
//! program is there to show: they visit the small clients that call, and leave some of the best alone. Everything is
//! written through the storage's own requests, from two years ago to today, in few actions.

mod activity;
mod clients;
mod companies;
mod contacts;
mod papers;
mod people;
mod phrases;
mod places;
mod products;
mod random;
mod sales;
mod story;
mod surveys;
mod tasks;

use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::repository::error::Error;
use crate::repository::request::{Reply, Request};
use crate::repository::store::{Session, Store};
use std::path::Path;

/// Writes the portfolio into an empty database, as of the store's own day.
///
/// # Errors
/// Those of the storage; a code of a client or product that is already there is `Taken`.
pub fn load(store: &mut Store) -> Result<(), Error> {
    let today = store.session().today;
    let told = story::tell(store, today);
    // The story is told from the past; whatever became of it, the store goes on today.
    let back = change_day(store, today);
    told.and(back)
}

/// Makes a database with the portfolio at `path`, in euros.
///
/// # Errors
/// Those of opening and writing it; `Reach` when there is something at `path` already.
pub fn create(path: &Path, session: Session) -> Result<Store, Error> {
    if path.try_exists().unwrap_or(true) {
        let source = std::io::ErrorKind::AlreadyExists.into();
        return Err(Error::Reach { path: path.into(), source });
    }
    let mut store = Store::open(path, Session { currency: Currency::EUR, ..session })?;
    if let Err(error) = load(&mut store) {
        // Closed first: what is half-written goes with its file.
        drop(store);
        let _ = std::fs::remove_file(path);
        return Err(error);
    }
    Ok(store)
}

/// The portfolio in euros in memory, of which nothing is ever written to a disk and nothing is left.
///
/// # Errors
/// Those of the storage.
pub fn temporary(mut session: Session) -> Result<Store, Error> {
    // Whoever looks at it sees the day of one of its people, with a week that fills up.
    people::SELLERS[0].name.clone_into(&mut session.author);
    session.currency = Currency::EUR;
    let mut store = Store::in_memory(session)?;
    load(&mut store)?;
    Ok(store)
}

fn change_day(store: &mut Store, day: Day) -> Result<(), Error> {
    let mut answer = Ok(());
    store.answer(Request::ChangeDay(day), &mut |reply| {
        if let Reply::Failed { error, .. } = reply {
            answer = Err(error);
        }
    });
    answer
}
