//! The request of each step, on what the portfolio holds by then.

use super::step::Step;
use crate::bulk;
use crate::repository::{TODAY, ask, sale, visit};
use crate::support::lists;
use cartera::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use cartera::domain::contact::ContactDraft;
use cartera::domain::custom::{CustomFieldDraft, CustomValue};
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, FollowUpId, InteractionId, OfferId, ProductId, SaleId, SurveyAnswerId};
use cartera::domain::kinds::{
    Consent, ContactRole, CustomEntity, CustomKind, FollowUpKind, OfferAnswer, Outcome, SaleKind,
};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::mail::MailTemplateDraft;
use cartera::domain::offer::OfferDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::survey::{Scale, SurveyDraft};
use cartera::repository::request::{Record, RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;

pub fn ids(store: &mut Store, kind: ListKind) -> Vec<i64> {
    let mut ids = lists::listed(store, ListQuery { closed: true, ..ListQuery::all(kind) });
    ids.sort_unstable();
    ids
}

pub fn picked(store: &mut Store, kind: ListKind, pick: usize) -> Option<i64> {
    let ids = ids(store, kind);
    ids.get(pick % ids.len().max(1)).copied()
}

pub fn client(store: &mut Store, pick: usize) -> Option<ClientId> {
    picked(store, ListKind::Clients, pick).map(ClientId)
}

pub fn follow_up(store: &mut Store, pick: usize) -> Option<FollowUpId> {
    picked(store, ListKind::FollowUps, pick).map(FollowUpId)
}

pub fn opened(store: &mut Store, id: FollowUpId) -> FollowUpDraft {
    match ask(store, Request::Open(RecordId::FollowUp(id))) {
        Reply::Opened { record: Record::FollowUp(draft), .. } => draft,
        other => panic!("{other:?}"),
    }
}

/// A client as its form opens it.
pub fn opened_client(store: &mut Store, id: ClientId) -> Box<ClientDraft> {
    match ask(store, Request::Open(RecordId::Client(id))) {
        Reply::Opened { record: Record::Client(draft), .. } => draft,
        other => panic!("a client that is listed opens: {other:?}"),
    }
}

pub fn contact(client: ClientId, main: bool) -> ContactDraft {
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
pub fn logged(store: &mut Store, client: ClientId, day: Day, offers: usize, tags: &[String]) -> Request {
    let Request::Log(mut draft) = visit(client, day, "hola") else { panic!("a visit is logged") };
    let products = ids(store, ListKind::Products);
    draft.offers = products.into_iter().take(offers).map(|id| offer(client, ProductId(id), day)).collect();
    draft.tags = tags.to_vec();
    Request::Log(draft)
}

pub fn offer(client: ClientId, product: ProductId, day: Day) -> OfferDraft {
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
pub fn offer_request(store: &mut Store, step: &Step) -> Option<Request> {
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
pub fn interaction_request(store: &mut Store, step: &Step) -> Option<Request> {
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
pub fn survey_request(store: &mut Store, step: &Step) -> Option<Request> {
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

/// The rows of a kind whose keys are in the mask.
fn masked(store: &mut Store, kind: ListKind, mask: u8) -> Vec<i64> {
    ids(store, kind).into_iter().filter(|id| mask >> (id % 8) & 1 == 1).collect()
}

/// The request of a step about many rows.
fn many_request(store: &mut Store, step: &Step) -> Option<Request> {
    match step {
        Step::EditMany { kind, change, mask } => {
            let edit = bulk::edit(masked(store, *kind, *mask), change.clone());
            let seal = bulk::preview(store, &edit).seal;
            Some(Request::EditMany { edit, seal })
        }
        Step::ForMany { kind, each, mask } => {
            let ids = masked(store, *kind, *mask).into();
            Some(Request::ForMany { each: each.clone(), ids })
        }
        _ => None,
    }
}

/// The request of a step, `None` when there is nothing to do it to.
pub fn request(store: &mut Store, step: &Step) -> Option<Request> {
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
        Step::TheyCall(pick, days) => return they_call(store, *pick, *days),
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
        Step::EditMany { .. } | Step::ForMany { .. } => return many_request(store, step),
        Step::SaveField(..) | Step::DeleteField(_) | Step::ShiftField(..) | Step::SetField { .. } => {
            return field_request(store, step);
        }
        Step::Publish(recalibrate) => Request::PublishRatings { recalibrate: *recalibrate },
        Step::Undo => Request::Undo,
        Step::Redo => Request::Redo,
        Step::Reopen => return None,
    })
}

fn they_call(store: &mut Store, pick: usize, days: Option<i32>) -> Option<Request> {
    let id = client(store, pick)?;
    let mut draft = opened_client(store, id);
    draft.they_call = Some(TheyCall { until: days.map(|days| TODAY.plus(days)) });
    Some(Request::SaveClient(draft))
}

/// Defines fields of clients, changes and deletes them, and fills them in.
pub fn field_request(store: &mut Store, step: &Step) -> Option<Request> {
    let fields = store.custom_fields().unwrap();
    let picked = |pick: usize| fields.all().get(pick % fields.all().len().max(1));
    match step {
        Step::SaveField(pick, label, kind) => {
            let known = match pick {
                Some(pick) => Some(picked(*pick)?.id),
                None => None,
            };
            let rev = known.map_or(0, |id| match ask(store, Request::Open(RecordId::CustomField(id))) {
                Reply::Opened { record: Record::CustomField(draft), .. } => draft.rev,
                other => panic!("a field that is there opens: {other:?}"),
            });
            let (entity, choices) = (CustomEntity::Client, ["0", "1", "2"].map(str::to_owned).to_vec());
            let (label, kind) = (label.clone(), *kind);
            Some(Request::SaveCustomField(CustomFieldDraft { id: known, rev, entity, label, kind, choices }))
        }
        Step::DeleteField(pick) => Some(Request::Remove(RecordId::CustomField(picked(*pick)?.id))),
        Step::ShiftField(pick, down) => {
            Some(Request::ShiftCustomField { id: picked(*pick)?.id, down: *down })
        }
        Step::SetField { pick, field, number } => {
            let field = picked(*field)?;
            let id = client(store, *pick)?;
            let mut draft = opened_client(store, id);
            let value = |number: i64| match field.kind {
                CustomKind::Text | CustomKind::Choice => CustomValue::Text(number.to_string()),
                CustomKind::Number | CustomKind::Money | CustomKind::Date | CustomKind::Flag => {
                    CustomValue::Number(number)
                }
            };
            draft.custom.insert(field.id, number.map(value));
            Some(Request::SaveClient(draft))
        }
        other => panic!("{other:?} is about no field"),
    }
}

pub fn template_request(store: &mut Store, step: &Step) -> Option<Request> {
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
