//! Lists as a screen would ask for them.

use super::answers;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;

/// The keys of a list, all of them.
#[track_caller]
pub fn listed(store: &mut Store, query: ListQuery) -> Vec<i64> {
    summed(store, query).0
}

/// The keys of a list and the sum of its money.
#[track_caller]
pub fn summed(store: &mut Store, query: ListQuery) -> (Vec<i64>, Option<i64>) {
    match answers(store, Request::List { ticket: Ticket(1), query }).pop() {
        Some(Reply::Listed { ids, sum_minor, complete: true, .. }) => (ids.to_vec(), sum_minor),
        other => panic!("not listed: {other:?}"),
    }
}

/// What is listed of a kind for these words.
#[track_caller]
pub fn found(store: &mut Store, kind: ListKind, search: &str) -> Vec<i64> {
    listed(store, ListQuery { search: search.to_owned(), ..ListQuery::all(kind) })
}

/// The rows with these keys.
#[track_caller]
pub fn rows(store: &mut Store, kind: ListKind, ids: Vec<i64>) -> Rows {
    match answers(store, Request::Rows { ticket: Ticket(1), kind, ids }).pop() {
        Some(Reply::RowsLoaded { rows, .. }) => rows,
        other => panic!("no rows: {other:?}"),
    }
}
