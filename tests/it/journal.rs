//! Undo and redo give back exactly what was there, whatever was done, also after the file was opened again.

use super::repository::{TODAY, ask, sale, session, visit};
use crate::support::lists;
use cartera::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use cartera::domain::contact::ContactDraft;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, FollowUpId, InteractionId, OfferId, ProductId, SaleId, SurveyAnswerId};
use cartera::domain::kinds::{Consent, ContactRole, FollowUpKind, OfferAnswer, Outcome, SaleKind};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::mail::MailTemplateDraft;
use cartera::domain::offer::OfferDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::recurrence::{Every, Recurrence};
use cartera::domain::survey::{Scale, SurveyDraft};
use cartera::domain::today::TodayRow;
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use proptest::prelude::*;

/// One thing a user does; rows are picked by number among those there are.
#[derive(Debug, Clone)]
enum Step {
    AddClient(String),
    EditClient {
        pick: usize,
        city: String,
        potential: Option<i64>,
        tags: Vec<String>,
    },
    ArchiveClient(usize),
    AddContact(usize, bool),
    AddSale {
        pick: usize,
        ago: i32,
        euros: i64,
        back: bool,
    },
    EditSale {
        pick: usize,
        euros: i64,
        ago: i32,
    },
    DeleteSale(usize),
    AddProduct(String),
    /// With what was offered in it, and tags of the client.
    Visit {
        pick: usize,
        ago: i32,
        offers: usize,
        tags: Vec<String>,
    },
    /// What was done was done another day, or with another client.
    EditInteraction {
        pick: usize,
        ago: i32,
        moved: Option<usize>,
    },
    DeleteInteraction(usize),
    RestoreClient(usize),
    AddFollowUp {
        pick: usize,
        due: i32,
        recurrence: Option<Recurrence>,
    },
    EditFollowUp {
        pick: usize,
        due: i32,
        recurrence: Option<Recurrence>,
    },
    /// To a later or an earlier day.
    Snooze(usize, i32),
    PutOff(usize, i32),
    TheyCall(usize, Option<i32>),
    Complete(usize),
    /// An interaction that does a follow-up of its client, or that nobody answered.
    DoneWith {
        pick: usize,
        answered: bool,
    },
    Skip(usize),
    Drop(usize),
    AddOffer {
        pick: usize,
        ago: i32,
        answer: OfferAnswer,
    },
    AnswerOffer(usize, OfferAnswer),
    DeleteOffer(usize),
    /// `None` adds one.
    SaveMailTemplate(Option<usize>, String),
    DeleteMailTemplate(usize),
    SendSurvey {
        pick: usize,
        ago: i32,
        name: String,
        score: Option<i64>,
    },
    AnswerSurvey(usize, i64),
    DeleteSurvey(usize),
    Publish(bool),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let pick = 0..6_usize;
    let ago = 0..700_i32;
    prop_oneof![
        3 => "[A-Za-zñá]{1,6}".prop_map(Step::AddClient),
        2 => (pick.clone(), "[a-z]{0,4}", proptest::option::of(0..9_000_000_i64), proptest::collection::vec("[a-c]", 0..3))
            .prop_map(|(pick, city, potential, tags)| Step::EditClient { pick, city, potential, tags }),
        1 => pick.clone().prop_map(Step::ArchiveClient),
        1 => (pick.clone(), any::<bool>()).prop_map(|(pick, main)| Step::AddContact(pick, main)),
        4 => (pick.clone(), ago.clone(), 1..5_000_i64, any::<bool>())
            .prop_map(|(pick, ago, euros, back)| Step::AddSale { pick, ago, euros, back }),
        2 => (pick.clone(), 1..5_000_i64, ago.clone()).prop_map(|(pick, euros, ago)| Step::EditSale { pick, euros, ago }),
        1 => pick.clone().prop_map(Step::DeleteSale),
        1 => "[a-z]{1,6}".prop_map(Step::AddProduct),
        3 => (pick.clone(), ago, 0..3_usize, proptest::collection::vec("[a-c]", 0..3))
            .prop_map(|(pick, ago, offers, tags)| Step::Visit { pick, ago, offers, tags }),
        2 => (0..6_usize, 0..400_i32, proptest::option::of(0..6_usize))
            .prop_map(|(pick, ago, moved)| Step::EditInteraction { pick, ago, moved }),
        1 => pick.clone().prop_map(Step::DeleteInteraction),
        1 => pick.clone().prop_map(Step::RestoreClient),
        3 => (pick.clone(), -70..30_i32, recurrence())
            .prop_map(|(pick, due, recurrence)| Step::AddFollowUp { pick, due, recurrence }),
        1 => (pick.clone(), -70..30_i32, recurrence())
            .prop_map(|(pick, due, recurrence)| Step::EditFollowUp { pick, due, recurrence }),
        2 => (pick.clone(), -20..20_i32).prop_map(|(pick, to)| Step::Snooze(pick, to)),
        2 => pick.clone().prop_map(Step::Complete),
        3 => (pick.clone(), any::<bool>()).prop_map(|(pick, answered)| Step::DoneWith { pick, answered }),
        1 => pick.clone().prop_map(Step::Skip),
        2 => (pick.clone(), 0..9_i32).prop_map(|(pick, days)| Step::PutOff(pick, days)),
        1 => (pick.clone(), proptest::option::of(1..9_i32)).prop_map(|(pick, days)| Step::TheyCall(pick, days)),
        1 => pick.prop_map(Step::Drop),
        3 => (0..6_usize, 0..90_i32, answer()).prop_map(|(pick, ago, answer)| Step::AddOffer { pick, ago, answer }),
        2 => (0..6_usize, answer()).prop_map(|(pick, answer)| Step::AnswerOffer(pick, answer)),
        1 => (0..6_usize).prop_map(Step::DeleteOffer),
        2 => (proptest::option::of(0..3_usize), "[a-z]{1,6}").prop_map(|(pick, text)| Step::SaveMailTemplate(pick, text)),
        1 => (0..3_usize).prop_map(Step::DeleteMailTemplate),
        3 => (0..6_usize, 0..90_i32, "[pq]", proptest::option::of(0..11_i64))
            .prop_map(|(pick, ago, name, score)| Step::SendSurvey { pick, ago, name, score }),
        2 => (0..6_usize, 0..11_i64).prop_map(|(pick, score)| Step::AnswerSurvey(pick, score)),
        1 => (0..6_usize).prop_map(Step::DeleteSurvey),
        1 => any::<bool>().prop_map(Step::Publish),
        6 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

fn answer() -> impl Strategy<Value = OfferAnswer> {
    proptest::sample::select(OfferAnswer::ALL)
}

fn recurrence() -> impl Strategy<Value = Option<Recurrence>> {
    let every = prop_oneof![
        (1..40_u16).prop_map(Every::Days),
        (1..3_u16).prop_map(Every::Weeks),
        (1..4_u16).prop_map(Every::Months),
    ];
    let until = proptest::option::of((-60..90_i32).prop_map(|days| TODAY.plus(days)));
    proptest::option::of((every, until).prop_map(|(every, until)| Recurrence { every, until }))
}

fn ids(store: &mut Store, kind: ListKind) -> Vec<i64> {
    let mut ids = lists::listed(store, ListQuery { closed: true, ..ListQuery::all(kind) });
    ids.sort_unstable();
    ids
}

/// The rows of Today in their order.
fn today(store: &mut Store) -> Vec<TodayRow> {
    let query = ListQuery { closed: true, ..ListQuery::all(ListKind::Today) };
    let Reply::Listed { ids, .. } = ask(store, Request::List { ticket: Ticket(1), query }) else { panic!() };
    let rows = Request::Rows { ticket: Ticket(1), kind: ListKind::Today, ids: ids.to_vec() };
    match ask(store, rows) {
        Reply::RowsLoaded { rows: Rows::Today(rows), .. } => rows,
        other => panic!("{other:?}"),
    }
}

fn picked(store: &mut Store, kind: ListKind, pick: usize) -> Option<i64> {
    let ids = ids(store, kind);
    ids.get(pick % ids.len().max(1)).copied()
}

fn client(store: &mut Store, pick: usize) -> Option<ClientId> {
    picked(store, ListKind::Clients, pick).map(ClientId)
}

fn follow_up(store: &mut Store, pick: usize) -> Option<FollowUpId> {
    picked(store, ListKind::FollowUps, pick).map(FollowUpId)
}

fn opened(store: &mut Store, id: FollowUpId) -> FollowUpDraft {
    match ask(store, Request::Open(RecordId::FollowUp(id))) {
        Reply::Opened { record: Record::FollowUp(draft), .. } => draft,
        other => panic!("{other:?}"),
    }
}

/// A client as its form opens it.
fn opened_client(store: &mut Store, id: ClientId) -> Box<ClientDraft> {
    match ask(store, Request::Open(RecordId::Client(id))) {
        Reply::Opened { record: Record::Client(draft), .. } => draft,
        other => panic!("a client that is listed opens: {other:?}"),
    }
}

fn contact(client: ClientId, main: bool) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client,
        name: "Ana".to_owned(),
        job_title: String::new(),
        role: ContactRole::Purchasing,
        main,
        phone: String::new(),
        email: String::new(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}

/// A visit in which the first products were offered.
fn logged(store: &mut Store, client: ClientId, day: Day, offers: usize, tags: &[String]) -> Request {
    let Request::Log(mut draft) = visit(client, day, "hola") else { panic!("a visit is logged") };
    let products = ids(store, ListKind::Products);
    draft.offers = products.into_iter().take(offers).map(|id| offer(client, ProductId(id), day)).collect();
    draft.tags = tags.to_vec();
    Request::Log(draft)
}

fn offer(client: ClientId, product: ProductId, day: Day) -> OfferDraft {
    OfferDraft {
        id: None,
        rev: 0,
        client,
        product,
        salesperson: None,
        interaction: None,
        day,
        answer: OfferAnswer::Pending,
        answered: None,
        reason: String::new(),
    }
}

/// The request of a step about an offer, `None` when there is none.
fn offer_request(store: &mut Store, step: &Step) -> Option<Request> {
    Some(match step {
        Step::AddOffer { pick, ago, answer } => {
            let product = ProductId(picked(store, ListKind::Products, *pick)?);
            let draft = offer(client(store, *pick)?, product, TODAY.plus(-ago));
            Request::SaveOffer(OfferDraft { answer: *answer, ..draft })
        }
        Step::AnswerOffer(pick, answer) => {
            let id = OfferId(picked(store, ListKind::Offers, *pick)?);
            let Reply::Opened { record: Record::Offer(draft), .. } =
                ask(store, Request::Open(RecordId::Offer(id)))
            else {
                panic!("an offer that is listed opens")
            };
            let answered = Some(TODAY).filter(|_| *answer != OfferAnswer::Pending);
            Request::SaveOffer(OfferDraft { answer: *answer, answered, reason: "caro".into(), ..draft })
        }
        Step::DeleteOffer(pick) => {
            Request::Remove(RecordId::Offer(OfferId(picked(store, ListKind::Offers, *pick)?)))
        }
        _ => return None,
    })
}

/// The request of a step about what was done, `None` when there is nothing.
fn interaction_request(store: &mut Store, step: &Step) -> Option<Request> {
    Some(match step {
        Step::EditInteraction { pick, ago, moved } => {
            let id = InteractionId(picked(store, ListKind::Activity, *pick)?);
            let Reply::Opened { record: Record::Interaction(mut draft), .. } =
                ask(store, Request::Open(RecordId::Interaction(id)))
            else {
                panic!("what is listed opens")
            };
            draft.day = TODAY.plus(-ago);
            if let Some(other) = moved {
                (draft.client, draft.contact) = (client(store, *other)?, None);
            }
            Request::SaveInteraction(draft)
        }
        Step::DeleteInteraction(pick) => {
            Request::Remove(RecordId::Interaction(InteractionId(picked(store, ListKind::Activity, *pick)?)))
        }
        _ => return None,
    })
}

/// The request of a step about a survey, `None` when there is none.
fn survey_request(store: &mut Store, step: &Step) -> Option<Request> {
    Some(match step {
        Step::SendSurvey { pick, ago, name, score } => Request::SaveSurvey(SurveyDraft {
            id: None,
            rev: 0,
            client: client(store, *pick)?,
            contact: None,
            survey: None,
            name: name.clone(),
            scale: Scale::RECOMMENDATION,
            interaction: None,
            sent: TODAY.plus(-ago),
            answered: score.map(|_| TODAY),
            score: *score,
            comment: String::new(),
        }),
        Step::AnswerSurvey(pick, score) => {
            let id = SurveyAnswerId(picked(store, ListKind::Surveys, *pick)?);
            let Reply::Opened { record: Record::Survey(draft), .. } =
                ask(store, Request::Open(RecordId::Survey(id)))
            else {
                panic!("a survey that is listed opens")
            };
            // Its client too, so that the contact that it was moves along.
            let client = client(store, *pick)?;
            let (score, answered) = (Some(*score), Some(TODAY));
            Request::SaveSurvey(SurveyDraft { client, score, answered, comment: "bien".into(), ..draft })
        }
        Step::DeleteSurvey(pick) => {
            Request::Remove(RecordId::Survey(SurveyAnswerId(picked(store, ListKind::Surveys, *pick)?)))
        }
        _ => return None,
    })
}

/// The request of a step, `None` when there is nothing to do it to.
fn request(store: &mut Store, step: &Step) -> Option<Request> {
    Some(match step {
        Step::AddClient(name) => {
            Request::SaveClient(Box::new(ClientDraft { name: name.clone(), ..ClientDraft::default() }))
        }
        Step::EditClient { pick, city, potential, tags } => {
            let id = client(store, *pick)?;
            let mut draft = opened_client(store, id);
            draft.city.clone_from(city);
            draft.tags.clone_from(tags);
            draft.potential =
                potential.map(|minor| PotentialEstimate { minor, on: TODAY, source: String::new() });
            Request::SaveClient(draft)
        }
        Step::TheyCall(pick, days) => {
            let id = client(store, *pick)?;
            let mut draft = opened_client(store, id);
            draft.they_call = Some(TheyCall { until: days.map(|days| TODAY.plus(days)) });
            Request::SaveClient(draft)
        }
        Step::ArchiveClient(pick) => Request::Remove(RecordId::Client(client(store, *pick)?)),
        Step::AddContact(pick, main) => Request::SaveContact(contact(client(store, *pick)?, *main)),
        Step::AddSale { pick, ago, euros, back } => {
            let mut draft = sale(client(store, *pick)?, TODAY.plus(-ago), *euros);
            draft.kind = if *back { SaleKind::Return } else { SaleKind::Sale };
            Request::SaveSale(draft)
        }
        Step::EditSale { pick, euros, ago } => {
            let id = SaleId(picked(store, ListKind::Sales, *pick)?);
            let Reply::Opened { record: Record::Sale(mut draft), .. } =
                ask(store, Request::Open(RecordId::Sale(id)))
            else {
                panic!("a sale that is listed opens")
            };
            draft.day = TODAY.plus(-ago);
            let mut line = draft.lines[0].clone();
            line.price_micros = euros * 1_000_000;
            draft.lines.push(line);
            Request::SaveSale(draft)
        }
        Step::DeleteSale(pick) => {
            Request::Remove(RecordId::Sale(SaleId(picked(store, ListKind::Sales, *pick)?)))
        }
        Step::AddProduct(name) => {
            Request::SaveProduct(ProductDraft { name: name.clone(), active: true, ..ProductDraft::default() })
        }
        Step::Visit { pick, ago, offers, tags } => {
            let client = client(store, *pick)?;
            logged(store, client, TODAY.plus(-ago), *offers, tags)
        }
        Step::RestoreClient(pick) => Request::RestoreClient(client(store, *pick)?),
        Step::AddFollowUp { pick, due, recurrence } => Request::SaveFollowUp(FollowUpDraft {
            id: None,
            rev: 0,
            client: client(store, *pick)?,
            contact: None,
            salesperson: None,
            due: TODAY.plus(*due),
            kind: FollowUpKind::Call,
            title: String::new(),
            recurrence: *recurrence,
        }),
        Step::EditFollowUp { pick, due, recurrence } => {
            let id = follow_up(store, *pick)?;
            let draft = opened(store, id);
            Request::SaveFollowUp(FollowUpDraft { due: TODAY.plus(*due), recurrence: *recurrence, ..draft })
        }
        Step::PutOff(pick, days) => Request::PutOff { client: client(store, *pick)?, to: TODAY.plus(*days) },
        Step::Snooze(pick, to) => {
            Request::SnoozeFollowUp { id: follow_up(store, *pick)?, to: TODAY.plus(*to) }
        }
        Step::Complete(pick) => Request::CompleteFollowUp(follow_up(store, *pick)?),
        Step::DoneWith { pick, answered } => {
            let id = follow_up(store, *pick)?;
            let Request::Log(mut log) = visit(opened(store, id).client, TODAY, "hola") else { panic!() };
            if *answered {
                log.done = Some(id);
            } else {
                log.interaction.outcome = Some(Outcome::NoAnswer);
                log.put_off = Some((id, TODAY.plus(1)));
            }
            Request::Log(log)
        }
        Step::Skip(pick) => Request::SkipFollowUp(follow_up(store, *pick)?),
        Step::Drop(pick) => Request::Remove(RecordId::FollowUp(follow_up(store, *pick)?)),
        Step::AddOffer { .. } | Step::AnswerOffer(..) | Step::DeleteOffer(_) => {
            return offer_request(store, step);
        }
        Step::EditInteraction { .. } | Step::DeleteInteraction(_) => {
            return interaction_request(store, step);
        }
        Step::SaveMailTemplate(..) | Step::DeleteMailTemplate(_) => return template_request(store, step),
        Step::SendSurvey { .. } | Step::AnswerSurvey(..) | Step::DeleteSurvey(_) => {
            return survey_request(store, step);
        }
        Step::Publish(recalibrate) => Request::PublishRatings { recalibrate: *recalibrate },
        Step::Undo => Request::Undo,
        Step::Redo => Request::Redo,
        Step::Reopen => return None,
    })
}

fn template_request(store: &mut Store, step: &Step) -> Option<Request> {
    let client = client(store, 0)?;
    let request = Request::Mail { ticket: Ticket(1), client, contact: None };
    let Reply::MailReady { matter, .. } = ask(store, request) else { panic!("a client can be written to") };
    let picked = |pick: usize| matter.templates.get(pick % matter.templates.len().max(1)).cloned();
    match step {
        Step::SaveMailTemplate(pick, text) => {
            let draft = pick.map_or_else(|| Some(MailTemplateDraft::default()), picked)?;
            let (name, subject, body) = (text.clone(), text.clone(), format!("{{me}}\n{text}"));
            let language = "en".to_owned();
            Some(Request::SaveMailTemplate(MailTemplateDraft { name, language, subject, body, ..draft }))
        }
        Step::DeleteMailTemplate(pick) => Some(Request::Remove(RecordId::MailTemplate(picked(*pick)?.id?))),
        other => panic!("{other:?} is about no template"),
    }
}

/// What the journal keeps of a row holds no column that came later.
#[test]
fn what_was_undone_under_an_older_schema_is_redone_under_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let mut store = Store::open(&file, session()).unwrap();
    let draft = ClientDraft { name: "Alfa".into(), ..ClientDraft::default() };
    assert!(matches!(ask(&mut store, Request::SaveClient(Box::new(draft))), Reply::Saved { .. }));
    let added = store.dump().unwrap();
    ask(&mut store, Request::Undo);
    let journal = rusqlite::Connection::open(&file).unwrap();
    let changed = journal.execute(
        "UPDATE change SET before = json_remove(before, '$.they_call', '$.they_call_until', '$.put_offs')
         WHERE table_name = 'client' AND before IS NOT NULL",
        [],
    );
    assert_eq!(changed.unwrap(), 1);
    let answer = ask(&mut store, Request::Redo);
    assert!(matches!(answer, Reply::Saved { .. }), "{answer:?}");
    assert_eq!(store.dump().unwrap(), added);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// The model is a stack of whole states: an action pushes one, undo goes back to the one below, redo forward. The
    /// derived facts are compared too, and with computing them anew.
    #[test]
    fn undo_and_redo_walk_through_the_states_that_were(steps in proptest::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.db");
        let mut store = Store::open(&file, session()).unwrap();
        // The first list makes the facts those of today.
        ids(&mut store, ListKind::Clients);
        // (state before, state after, can it be brought back?)
        let mut done: Vec<(String, String, bool)> = Vec::new();
        let mut undone: Vec<(String, String, bool)> = Vec::new();
        for step in steps {
            if matches!(step, Step::Reopen) {
                drop(store);
                store = Store::open(&file, session()).unwrap();
                continue;
            }
            let Some(request) = request(&mut store, &step) else { continue };
            let before = store.dump().unwrap();
            let answer = ask(&mut store, request);
            let after = store.dump().unwrap();
            match (&step, answer) {
                (Step::Undo, Reply::Saved { .. }) => {
                    let state = done.pop().expect("something was undone");
                    prop_assert_eq!(&after, &state.0);
                    undone.push(state);
                }
                (Step::Undo, Reply::Failed { error: Error::NothingToUndo, .. }) => prop_assert!(done.is_empty()),
                (Step::Redo, Reply::Saved { .. }) => {
                    let state = undone.pop().expect("something was redone");
                    prop_assert_eq!(&after, &state.1);
                    done.push(state);
                }
                (Step::Redo, Reply::Failed { error: Error::NothingToRedo, .. }) => prop_assert!(undone.is_empty()),
                (Step::Redo, Reply::Failed { error: Error::NotRedoable, .. }) => {
                    prop_assert!(undone.last().is_some_and(|state| !state.2));
                }
                (Step::Undo | Step::Redo, other) => prop_assert!(false, "{other:?}"),
                (_, Reply::Saved { .. }) if before != after => {
                    done.push((before, after.clone(), !matches!(step, Step::Publish(_))));
                    undone.clear();
                }
                // Archiving twice, closing what is closed: refused, and nothing changed.
                (_, _) => prop_assert_eq!(&before, &after),
            }
            let kept = store.dump().unwrap();
            store.recompute_facts().unwrap();
            prop_assert_eq!(kept, store.dump().unwrap(), "facts kept in step differ from facts computed anew");
        }
        // What is kept in memory for Today went along, too.
        let kept = today(&mut store);
        drop(store);
        prop_assert_eq!(kept, today(&mut Store::open(&file, session()).unwrap()));
    }
}
