//! The client list answered from memory is the one that the database tells, after any edits.

use super::repository::{TODAY, ask, sale, session, visit};
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::contact::ContactDraft;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ContactId, FollowUpId, SaleId, SalespersonId};
use cartera::domain::kinds::{Consent, ContactRole, FollowUpKind, SalespersonRole};
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::{Record, RecordId, Reply, Request, Ticket, Verb};
use cartera::repository::store::Store;
use cartera::text::fold::{fold, sort_key};
use proptest::prelude::*;
use rusqlite::Connection;
use std::cmp::Ordering;

/// One thing that happens; rows are picked by number among those there are.
#[derive(Debug, Clone)]
pub enum Step {
    AddClients(Vec<String>),
    RenameClients(Vec<(usize, String)>),
    EditClient { pick: usize, city: String, owner: Option<usize>, potential: Option<i64> },
    Archive(usize),
    SaveContact { pick: Option<usize>, client: usize, name: String },
    SaveSale { pick: Option<usize>, client: usize, ago: i32, euros: i64 },
    DeleteSale(usize),
    Visit(usize, i32),
    SaveFollowUp { pick: Option<usize>, client: usize, due: i32 },
    Close(usize),
    SaveSeller { pick: Option<usize>, name: String },
    Publish,
    Undo,
    Redo,
}

const NAME: &str = "[a-cñÁ][a-cñÁ ]{0,3}";

pub fn step() -> impl Strategy<Value = Step> {
    let pick = 0..8_usize;
    let maybe = || proptest::option::of(0..8_usize);
    let ago = -3..800_i32;
    prop_oneof![
        4 => proptest::collection::vec(NAME, 1..4).prop_map(Step::AddClients),
        3 => proptest::collection::vec((pick.clone(), NAME), 1..4).prop_map(Step::RenameClients),
        3 => (pick.clone(), "[a-cÁ]{0,2}", maybe(), proptest::option::of(0..900_i64))
            .prop_map(|(pick, city, owner, potential)| Step::EditClient { pick, city, owner, potential }),
        1 => pick.clone().prop_map(Step::Archive),
        3 => (maybe(), pick.clone(), NAME).prop_map(|(pick, client, name)| Step::SaveContact { pick, client, name }),
        4 => (maybe(), pick.clone(), ago.clone(), 1..900_i64)
            .prop_map(|(pick, client, ago, euros)| Step::SaveSale { pick, client, ago, euros }),
        1 => pick.clone().prop_map(Step::DeleteSale),
        2 => (pick.clone(), ago).prop_map(|(pick, ago)| Step::Visit(pick, ago)),
        2 => (maybe(), pick.clone(), -9..9_i32).prop_map(|(pick, client, due)| Step::SaveFollowUp { pick, client, due }),
        1 => pick.prop_map(Step::Close),
        3 => (maybe(), NAME).prop_map(|(pick, name)| Step::SaveSeller { pick, name }),
        1 => Just(Step::Publish),
        3 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// What a client is to a list.
#[derive(Debug, Clone)]
struct Known {
    id: i64,
    name: String,
    text: String,
    archived: bool,
    city: Option<String>,
    owner: Option<String>,
    stars: Option<i64>,
    potential: Option<i64>,
    sales_year: i64,
    last_buy: Option<i64>,
    last_visit: Option<i64>,
    last_touch: Option<i64>,
    next_due: Option<i64>,
}

/// Every client, from the tables that users write.
fn known(connection: &Connection) -> Vec<Known> {
    let mut statement = connection
        .prepare(
            "SELECT c.id, c.name, c.name || ' ' || c.code || ' ' || c.city || ' ' || coalesce((SELECT group_concat(
                    k.name || ' ' || k.job_title || ' ' || k.email || ' ' || k.phone, ' ')
                    FROM contact k WHERE k.client_id = c.id), ''), c.archived_at IS NOT NULL, c.city,
                (SELECT name FROM salesperson WHERE id = c.owner_id), (SELECT stars FROM client_fact WHERE client_id = c.id),
                c.potential_minor,
                (SELECT coalesce(sum(base_minor), 0) FROM sale WHERE client_id = c.id AND day > ?1 - 365 AND day <= ?1),
                (SELECT max(day) FROM (SELECT day FROM sale WHERE client_id = c.id AND day <= ?1 GROUP BY day HAVING sum(base_minor) > 0)),
                (SELECT max(day) FROM interaction WHERE client_id = c.id AND day <= ?1 AND kind = 'visit'),
                (SELECT max(day) FROM interaction WHERE client_id = c.id AND day <= ?1 AND kind <> 'note'),
                (SELECT min(coalesce(snoozed_to, due_day)) FROM follow_up WHERE client_id = c.id AND state = 'open')
             FROM client c",
        )
        .unwrap();
    statement
        .query_map([TODAY.0], |row| {
            Ok(Known {
                id: row.get(0)?,
                name: row.get(1)?,
                text: fold(&row.get::<_, String>(2)?),
                archived: row.get(3)?,
                city: Some(row.get(4)?).filter(|city: &String| !city.is_empty()),
                owner: row.get(5)?,
                stars: row.get(6)?,
                potential: row.get(7)?,
                sales_year: row.get(8)?,
                last_buy: row.get(9)?,
                last_visit: row.get(10)?,
                last_touch: row.get(11)?,
                next_due: row.get(12)?,
            })
        })
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

fn compared<K: Ord>(left: Option<K>, right: Option<K>, descending: bool) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) if descending => right.cmp(&left),
        (Some(left), Some(right)) => left.cmp(&right),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
    }
}

fn naive(mut clients: Vec<Known>, query: &ListQuery) -> (Vec<i64>, i64) {
    let search = fold(&query.search);
    clients.retain(|it| {
        (query.closed || !it.archived) && search.split_whitespace().all(|word| it.text.contains(word))
    });
    let key = |text: &Option<String>| text.as_deref().map(sort_key);
    clients.sort_by(|a, b| {
        let mut order = Ordering::Equal;
        for Sort { column, descending } in &query.sort {
            order = order.then_with(|| match column {
                Column::Name => {
                    compared(Some((sort_key(&a.name), a.id)), Some((sort_key(&b.name), b.id)), *descending)
                }
                Column::City => compared(key(&a.city), key(&b.city), *descending),
                Column::Owner => compared(key(&a.owner), key(&b.owner), *descending),
                Column::Stars => compared(a.stars, b.stars, *descending),
                Column::Potential => compared(a.potential, b.potential, *descending),
                Column::SalesYear => compared(Some(a.sales_year), Some(b.sales_year), *descending),
                Column::LastBuy => compared(a.last_buy, b.last_buy, *descending),
                Column::LastVisit => compared(a.last_visit, b.last_visit, *descending),
                Column::LastTouch => compared(a.last_touch, b.last_touch, *descending),
                Column::NextDue => compared(a.next_due, b.next_due, *descending),
                other => panic!("{other:?}"),
            });
        }
        order.then_with(|| (sort_key(&a.name), a.id).cmp(&(sort_key(&b.name), b.id)))
    });
    let sum = clients.iter().map(|it| it.sales_year).sum();
    (clients.into_iter().map(|it| it.id).collect(), sum)
}

/// The key of the row with this number in its table.
fn picked(connection: &Connection, table: &str, pick: usize) -> Option<i64> {
    let sql = format!(
        "SELECT id FROM {table} ORDER BY id LIMIT 1 OFFSET ?1 % max((SELECT count(*) FROM {table}), 1)"
    );
    connection.query_row(&sql, [i64::try_from(pick).unwrap()], |row| row.get(0)).ok()
}

fn open(store: &mut Store, id: RecordId) -> Record {
    match ask(store, Request::Open(id)) {
        Reply::Opened { record, .. } => record,
        other => panic!("{other:?}"),
    }
}

fn new_client(name: &str) -> Request {
    Request::SaveClient(Box::new(ClientDraft { name: name.to_owned(), ..ClientDraft::default() }))
}

fn open_client(store: &mut Store, id: i64) -> Box<ClientDraft> {
    match open(store, RecordId::Client(ClientId(id))) {
        Record::Client(draft) => draft,
        other => panic!("{other:?}"),
    }
}

fn contact(store: &mut Store, id: Option<i64>, client: ClientId, name: String) -> Request {
    let draft = match id {
        Some(id) => match open(store, RecordId::Contact(ContactId(id))) {
            Record::Contact(draft) => draft,
            other => panic!("{other:?}"),
        },
        None => ContactDraft {
            id: None,
            rev: 0,
            client,
            name: String::new(),
            job_title: String::new(),
            role: ContactRole::Purchasing,
            main: false,
            phone: String::new(),
            email: String::new(),
            language: String::new(),
            consent: Consent::Unknown,
            left_on: None,
            notes: String::new(),
        },
    };
    Request::SaveContact(ContactDraft { client, name, ..draft })
}

fn seller(store: &mut Store, id: Option<i64>, name: String) -> Request {
    let draft = match id {
        Some(id) => match open(store, RecordId::Salesperson(SalespersonId(id))) {
            Record::Salesperson(draft) => draft,
            other => panic!("{other:?}"),
        },
        None => SalespersonDraft {
            id: None,
            rev: 0,
            code: String::new(),
            name: String::new(),
            email: String::new(),
            role: SalespersonRole::Seller,
            reports_to: None,
            stars_from: 0,
            stars_to: 5,
            touches_per_week: None,
            active: true,
        },
    };
    Request::SaveSalesperson(SalespersonDraft { name, ..draft })
}

fn follow_up(store: &mut Store, id: Option<i64>, client: ClientId, due: i32) -> Request {
    let draft = match id {
        Some(id) => match open(store, RecordId::FollowUp(FollowUpId(id))) {
            Record::FollowUp(draft) => draft,
            other => panic!("{other:?}"),
        },
        None => FollowUpDraft {
            id: None,
            rev: 0,
            client,
            contact: None,
            salesperson: None,
            due: TODAY,
            kind: FollowUpKind::Call,
            title: String::new(),
            recurrence: None,
        },
    };
    Request::SaveFollowUp(FollowUpDraft { client, due: TODAY.plus(due), ..draft })
}

/// The requests of a step, one action; none when there is nothing to do it to.
pub fn requests(store: &mut Store, db: &Connection, step: Step) -> Option<Vec<Request>> {
    let client = |pick| picked(db, "client", pick).map(ClientId);
    let row = |table, pick: Option<usize>| pick.and_then(|pick| picked(db, table, pick));
    Some(match step {
        Step::AddClients(names) => names.iter().map(|name| new_client(name)).collect(),
        Step::RenameClients(names) => {
            let mut drafts: Vec<Box<ClientDraft>> = Vec::new();
            for (pick, name) in names {
                let id = client(pick)?;
                if drafts.iter().all(|draft| draft.id != Some(id)) {
                    let mut draft = open_client(store, id.0);
                    draft.name = name;
                    drafts.push(draft);
                }
            }
            drafts.into_iter().map(Request::SaveClient).collect()
        }
        Step::EditClient { pick, city, owner, potential } => {
            let mut draft = open_client(store, client(pick)?.0);
            draft.city = city;
            draft.owner = row("salesperson", owner).map(SalespersonId);
            draft.potential =
                potential.map(|minor| PotentialEstimate { minor, on: TODAY, source: String::new() });
            vec![Request::SaveClient(draft)]
        }
        Step::Archive(pick) => vec![Request::Remove(RecordId::Client(client(pick)?))],
        Step::SaveContact { pick, client: of, name } => {
            vec![contact(store, row("contact", pick), client(of)?, name)]
        }
        Step::SaveSale { pick, client: of, ago, euros } => {
            let mut draft = sale(client(of)?, TODAY.plus(-ago), euros);
            if let Some(id) = row("sale", pick)
                && let Record::Sale(kept) = open(store, RecordId::Sale(SaleId(id)))
            {
                (draft.id, draft.rev) = (kept.id, kept.rev);
            }
            vec![Request::SaveSale(draft)]
        }
        Step::DeleteSale(pick) => {
            vec![Request::Remove(RecordId::Sale(SaleId(picked(db, "sale", pick)?)))]
        }
        Step::Visit(pick, ago) => vec![visit(client(pick)?, TODAY.plus(-ago), "hola")],
        Step::SaveFollowUp { pick, client: of, due } => {
            vec![follow_up(store, row("follow_up", pick), client(of)?, due)]
        }
        Step::Close(pick) => vec![Request::CompleteFollowUp(FollowUpId(picked(db, "follow_up", pick)?))],
        Step::SaveSeller { pick, name } => vec![seller(store, row("salesperson", pick), name)],
        Step::Publish => vec![Request::PublishRatings { recalibrate: true }],
        Step::Undo => vec![Request::Undo],
        Step::Redo => vec![Request::Redo],
    })
}

fn queries() -> Vec<ListQuery> {
    let mut queries: Vec<ListQuery> = ["", "a", "an", "b a", "ab ca"]
        .iter()
        .flat_map(|search| {
            [false, true].map(|closed| ListQuery {
                search: (*search).to_owned(),
                closed,
                ..ListQuery::all(ListKind::Clients)
            })
        })
        .collect();
    let columns = [
        Column::Name,
        Column::City,
        Column::Owner,
        Column::Stars,
        Column::Potential,
        Column::SalesYear,
        Column::LastBuy,
        Column::LastVisit,
        Column::LastTouch,
        Column::NextDue,
    ];
    for (place, column) in columns.into_iter().enumerate() {
        for descending in [false, true] {
            let second = Sort { column: columns[(place + 3) % columns.len()], descending };
            let sort = vec![Sort { column, descending }, second];
            queries.push(ListQuery { sort, closed: true, ..ListQuery::all(ListKind::Clients) });
        }
    }
    queries
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_list_in_memory_is_the_one_of_the_database(steps in proptest::collection::vec(step(), 1..25)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.db");
        let mut store = Store::open(&file, session()).unwrap();
        let db = Connection::open(&file).unwrap();
        ask(&mut store, Request::List { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients) });
        for step in steps {
            let shown = format!("{step:?}");
            let Some(mut requests) = requests(&mut store, &db, step) else { continue };
            if requests.len() == 1 {
                ask(&mut store, requests.remove(0));
            } else {
                // A name of spaces alone is refused, and with it the whole action.
                let _ = store.perform_all(Verb::EditClient, &requests);
            }
            let known = known(&db);
            for query in queries() {
                let Reply::Listed { ids, sum_minor, .. } =
                    ask(&mut store, Request::List { ticket: Ticket(1), query: query.clone() })
                else {
                    panic!()
                };
                let (wanted, sum) = naive(known.clone(), &query);
                prop_assert_eq!((ids.to_vec(), sum_minor), (wanted, Some(sum)), "{} {:?}", shown, query);
            }
        }
    }
}
