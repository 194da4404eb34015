//! Tells the story to the storage: each step on its day, with the keys that the steps before it gave.

use super::activity::{self, Event, Proposal};
use super::clients::{self, Care, Client, ENTERED, Size};
use super::papers::{Numbers, euros_for_a_dollar, person};
use super::people::{MANAGER, SELLERS};
use super::phrases::DONE;
use super::products::{GOAL_FAMILY, PRODUCTS};
use super::random::Random;
use super::sales::{self, Planned, working};
use super::surveys::{self, Sent};
use super::tasks::{self, Fate, STEPS, Task};
use super::{change_day, contacts};
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::{ClientId, ContactId, FollowUpId, ProductId, SalespersonId};
use crate::domain::interaction::{InteractionDraft, LogDraft};
use crate::domain::kinds::{Direction, Outcome, SaleKind, SalespersonRole};
use crate::domain::offer::OfferDraft;
use crate::domain::product::ProductDraft;
use crate::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use crate::domain::survey::SurveyDraft;
use crate::repository::error::Error;
use crate::repository::request::{RecordId, Request, Verb};
use crate::repository::store::Store;

/// Millionths of a unit in a cent.
const MICROS: i64 = 10_000;

const DONE_TOPIC: u64 = 72;

/// The portfolio as it is being written.
struct Story<'s> {
    store: &'s mut Store,
    today: Day,
    clients: Vec<Client>,
    sales: Vec<Planned>,
    /// The manager first.
    people: Vec<SalespersonId>,
    products: Vec<ProductId>,
    /// Of the clients entered so far, in their order.
    keys: Vec<ClientId>,
    /// Of each of them.
    contacts: Vec<Vec<ContactId>>,
    tasks: Vec<Task>,
    task_keys: Vec<FollowUpId>,
}

/// Writes everything.
pub fn tell(store: &mut Store, today: Day) -> Result<(), Error> {
    let clients = clients::clients(today);
    let sales = sales::sales(&clients, today);
    let tasks = tasks::tasks(&clients, today);
    let (people, products, keys) = (Vec::new(), Vec::new(), Vec::new());
    let (contacts, task_keys) = (Vec::new(), Vec::new());
    let mut story =
        Story { store, today, clients, sales, people, products, keys, contacts, tasks, task_keys };
    let mut days: Vec<i32> = ENTERED.iter().chain(&STEPS).copied().collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    for ago in days {
        change_day(story.store, today.plus(-ago))?;
        story.hire()?;
        story.enter_clients(ago)?;
        story.plan_tasks(ago)?;
        story.close_tasks(ago)?;
        story.put_off(ago)?;
    }
    change_day(story.store, today)?;
    story.plan_tasks(0)?;
    story.trade()
}

impl Story<'_> {
    fn write(&mut self, requests: &[Request]) -> Result<Vec<RecordId>, Error> {
        if requests.is_empty() {
            return Ok(Vec::new());
        }
        let records = self.store.perform_all(Verb::LoadDemo, requests)?;
        Ok(records.into_iter().flatten().collect())
    }

    /// The people who sell and the catalogue, once.
    fn hire(&mut self) -> Result<(), Error> {
        if !self.people.is_empty() {
            return Ok(());
        }
        let manager = self.write(&[person(&MANAGER, SalespersonRole::Manager, None)])?;
        self.people = manager.iter().filter_map(salesperson_key).collect();
        let boss = self.people.first().copied();
        let mut requests: Vec<Request> =
            SELLERS.iter().map(|seller| person(seller, SalespersonRole::Seller, boss)).collect();
        let today = self.today;
        requests.extend(PRODUCTS.iter().map(|product| {
            Request::SaveProduct(ProductDraft {
                id: None,
                rev: 0,
                sku: product.sku.to_owned(),
                name: product.name.to_owned(),
                family: product.family.to_owned(),
                unit: product.unit.to_owned(),
                price_micros: Some(product.cents * MICROS),
                launched_on: product.is_new().then(|| today.plus(-product.launched_ago)),
                active: !product.retired,
            })
        }));
        let records = self.write(&requests)?;
        self.people.extend(records.iter().filter_map(salesperson_key));
        self.products = records.iter().filter_map(product_key).collect();
        Ok(())
    }

    /// Those entered on this day, with their people.
    fn enter_clients(&mut self, ago: i32) -> Result<(), Error> {
        let known = self.keys.len();
        let entered = self.clients[known..].iter().take_while(|client| client.since == ago);
        let requests: Vec<Request> = entered
            .map(|client| {
                let mut draft = client.draft.clone();
                draft.owner = client.seller.and_then(|seller| self.people.get(seller)).copied();
                Request::SaveClient(Box::new(draft))
            })
            .collect();
        let records = self.write(&requests)?;
        self.keys.extend(records.iter().filter_map(client_key));
        let mut requests = Vec::new();
        for (index, key) in self.keys.iter().enumerate().skip(known) {
            let people = contacts::contacts(&self.clients[index], index, *key, self.today);
            self.contacts.push(Vec::with_capacity(people.len()));
            requests.extend(people.into_iter().map(|contact| (index, Request::SaveContact(contact))));
        }
        let (owners, requests): (Vec<usize>, Vec<Request>) = requests.into_iter().unzip();
        let records = self.write(&requests)?;
        for (owner, contact) in owners.into_iter().zip(records.iter().filter_map(contact_key)) {
            self.contacts[owner].push(contact);
        }
        Ok(())
    }

    fn plan_tasks(&mut self, ago: i32) -> Result<(), Error> {
        let known = self.task_keys.len();
        let planned = self.tasks[known..].iter().take_while(|task| task.since == ago);
        let requests: Vec<Request> = planned
            .map(|task| {
                Request::SaveFollowUp(FollowUpDraft {
                    id: None,
                    rev: 0,
                    client: self.keys[task.client],
                    contact: self.contacts[task.client].first().copied(),
                    salesperson: None,
                    due: task.due,
                    kind: task.kind,
                    title: task.title.to_owned(),
                    recurrence: task.recurrence,
                })
            })
            .collect();
        let records = self.write(&requests)?;
        self.task_keys.extend(records.iter().filter_map(follow_up_key));
        Ok(())
    }

    /// What was done, dropped or put off on this day.
    fn close_tasks(&mut self, ago: i32) -> Result<(), Error> {
        let mut requests = Vec::new();
        for (task, key) in self.tasks.iter().zip(&self.task_keys) {
            match task.fate {
                Fate::Done(on) if on == ago => requests.push(self.done(task, *key, self.today.plus(-ago))),
                Fate::Dropped(on) if on == ago => requests.push(Request::Remove(RecordId::FollowUp(*key))),
                Fate::PutOff(times, to) if ago == STEPS[3] => {
                    let weeks = (0..i32::from(times)).rev();
                    requests.extend(
                        weeks.map(|week| Request::SnoozeFollowUp { id: *key, to: to.plus(-7 * week) }),
                    );
                }
                Fate::Open | Fate::Done(_) | Fate::Dropped(_) | Fate::PutOff(..) => {}
            }
        }
        self.write(&requests).map(|_records| ())
    }

    /// By what it asked for; who is neglected only had it struck off.
    fn done(&self, task: &Task, key: FollowUpId, day: Day) -> Request {
        let kind = task.kind.done_by().filter(|_| self.clients[task.client].care != Care::Neglected);
        let Some(kind) = kind else { return Request::CompleteFollowUp(key) };
        let mut random = Random::of(DONE_TOPIC, task.client);
        let interaction = InteractionDraft {
            id: None,
            rev: 0,
            client: self.keys[task.client],
            contact: self.contact(task.client, 0),
            salesperson: None,
            kind,
            direction: Direction::Out,
            day: working(day),
            minutes: None,
            outcome: Some(Outcome::Good),
            text: random.word(DONE).to_owned(),
        };
        Request::Log(Box::new(LogDraft { done: Some(key), ..LogDraft::of(interaction) }))
    }

    /// A large client that nobody has contacted yet is put off again and again.
    fn put_off(&mut self, ago: i32) -> Result<(), Error> {
        let is_left = |client: &&Client| client.size == Size::Large && client.care == Care::Never;
        let left = self.clients.iter().zip(&self.keys).find(|(client, _)| is_left(client));
        let requests: Vec<Request> = left
            .filter(|_| STEPS[..3].contains(&ago))
            .map(|(_, key)| Request::PutOff { client: *key, to: self.today.plus(7 - ago) })
            .into_iter()
            .collect();
        self.write(&requests).map(|_records| ())
    }

    /// Sales, contacts, offers, surveys and goals, in one action: stars are computed once, when everything is known.
    fn trade(&mut self) -> Result<(), Error> {
        let mut requests = Vec::with_capacity(self.sales.len() * 2);
        let mut numbers = Numbers::default();
        for sale in &self.sales {
            requests.push(self.sale(sale, &mut numbers));
        }
        requests
            .extend(activity::events(&self.clients, self.today).into_iter().map(|event| self.event(event)));
        let proposals = activity::proposals(&self.clients, &self.sales, self.today);
        requests.extend(proposals.iter().map(|proposal| self.offer(proposal)));
        let sent = surveys::sent(&self.clients, self.today);
        requests.extend(sent.iter().map(|sent| self.survey(sent)));
        let (sold, machines) = self.last_year();
        let goals = tasks::goals(&self.people, &sold, machines, self.today);
        requests.extend(goals.into_iter().map(Request::SaveGoal));
        self.write(&requests).map(|_records| ())
    }

    /// In dollars where the base is the euro and the client is overseas.
    fn sale(&self, sale: &Planned, numbers: &mut Numbers) -> Request {
        let base = self.store.currency();
        let dollars = sale.dollars && base == Currency::EUR;
        let rate_nanos = if dollars { euros_for_a_dollar(self.today.since(sale.day)) } else { RATE_ONE };
        let price = |cents: i64| {
            let cents = i128::from(cents) * i128::from(RATE_ONE) / i128::from(rate_nanos);
            i64::try_from(cents).unwrap_or(i64::MAX / MICROS) * MICROS
        };
        let lines = sale.lines.iter().map(|line| SaleLine {
            product: self.products.get(line.product).copied(),
            description: String::new(),
            quantity_milli: line.quantity * 1_000,
            price_micros: price(PRODUCTS[line.product].cents),
            discount_bp: sale.discount_bp,
        });
        Request::SaveSale(SaleDraft {
            id: None,
            rev: 0,
            client: self.keys[sale.client],
            contact: self.contact(sale.client, sale.contact),
            salesperson: None,
            day: sale.day,
            number: numbers.next(sale.kind, sale.day),
            kind: sale.kind,
            currency: if dollars { "USD" } else { base.code() }.to_owned(),
            rate_nanos,
            lines: lines.collect(),
            notes: String::new(),
        })
    }

    fn event(&self, event: Event) -> Request {
        let interaction = InteractionDraft {
            id: None,
            rev: 0,
            client: self.keys[event.client],
            contact: self.contact(event.client, event.contact),
            salesperson: None,
            kind: event.kind,
            direction: event.direction,
            day: event.day,
            minutes: event.minutes,
            outcome: event.outcome,
            text: event.text,
        };
        Request::Log(Box::new(LogDraft::of(interaction)))
    }

    fn offer(&self, proposal: &Proposal) -> Request {
        Request::SaveOffer(OfferDraft {
            id: None,
            rev: 0,
            client: self.keys[proposal.client],
            product: self.products[proposal.product],
            salesperson: None,
            interaction: None,
            day: proposal.day,
            answer: proposal.answer,
            answered: proposal.answered,
            reason: proposal.reason.to_owned(),
        })
    }

    fn survey(&self, sent: &Sent) -> Request {
        Request::SaveSurvey(SurveyDraft {
            id: None,
            rev: 0,
            client: self.keys[sent.client],
            contact: self.contact(sent.client, 0),
            survey: None,
            name: sent.survey.to_owned(),
            scale: sent.scale,
            interaction: None,
            sent: sent.day,
            answered: sent.answered,
            score: sent.score,
            comment: sent.comment.to_owned(),
        })
    }

    /// One of the client's people, the first when there are not so many.
    fn contact(&self, client: usize, place: usize) -> Option<ContactId> {
        let contacts = self.contacts.get(client)?;
        contacts.get(place).or(contacts.first()).copied()
    }

    /// Cents that each salesperson sold in the last 365 days, and those of one family, before discounts.
    fn last_year(&self) -> (Vec<i64>, i64) {
        let mut sold = vec![0; self.people.len()];
        let mut family = 0;
        for sale in self.sales.iter().filter(|sale| self.today.since(sale.day) < 365) {
            let sign = if sale.kind == SaleKind::Return { -1 } else { 1 };
            for line in &sale.lines {
                let product = &PRODUCTS[line.product];
                let cents = sign * line.quantity * product.cents * (10_000 - sale.discount_bp) / 10_000;
                if let Some(sold) = self.clients[sale.client].seller.and_then(|seller| sold.get_mut(seller)) {
                    *sold += cents;
                }
                family += if product.family == GOAL_FAMILY { cents } else { 0 };
            }
        }
        (sold, family)
    }
}

macro_rules! keys {
    ($($name:ident: $variant:ident -> $key:ty),+ $(,)?) => {$(
        fn $name(record: &RecordId) -> Option<$key> {
            if let RecordId::$variant(key) = record { Some(*key) } else { None }
        }
    )+};
}

keys! {
    client_key: Client -> ClientId,
    contact_key: Contact -> ContactId,
    product_key: Product -> ProductId,
    follow_up_key: FollowUp -> FollowUpId,
    salesperson_key: Salesperson -> SalespersonId,
}
