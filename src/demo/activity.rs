//! What was done with each client in fifteen months, and what was offered: too much with those who ask loudest, too
//! little with some of the best.

use super::clients::{Care, Client, Size};
use super::phrases;
use super::products::PRODUCTS;
use super::random::Random;
use super::sales::{Planned, working};
use crate::domain::day::Day;
use crate::domain::kinds::{Direction, InteractionKind, OfferAnswer, Outcome, SaleKind};

/// An interaction, with people by their place.
pub struct Event {
    pub client: usize,
    pub day: Day,
    pub contact: usize,
    pub kind: InteractionKind,
    pub direction: Direction,
    pub minutes: Option<i64>,
    pub outcome: Option<Outcome>,
    pub text: String,
}

/// An offer, with the product by its place in the catalogue.
pub struct Proposal {
    pub client: usize,
    pub product: usize,
    pub day: Day,
    pub answer: OfferAnswer,
    pub answered: Option<Day>,
    pub reason: &'static str,
}

/// Days for which contacts were written down.
const WRITTEN_DOWN: i32 = 450;

const TOPIC: u64 = 53;
const OFFERS_TOPIC: u64 = 59;

/// Every how many days each kind happens.
type Rhythm = &'static [(InteractionKind, i32)];

/// What is done with a client, and how many days ago it ended.
fn rhythm(client: &Client, random: &mut Random) -> (Rhythm, i32) {
    use InteractionKind::{Call, Email, Meeting, Message, Note, Visit};
    match (client.care, client.size) {
        (Care::Never, _) => (&[], WRITTEN_DOWN),
        (Care::Loud, Size::Prospect) => (&[(Visit, 30), (Call, 24), (Message, 40)], random.days(0, 9)),
        (Care::Loud, _) => (&[(Visit, 20), (Call, 18), (Message, 40), (Email, 70)], random.days(0, 7)),
        (Care::Neglected, _) => (&[(Visit, 150), (Call, 95), (Email, 120)], random.days(125, 290)),
        (Care::Usual, Size::Key) => {
            (&[(Visit, 55), (Call, 42), (Email, 50), (Meeting, 200), (Note, 190)], random.days(2, 40))
        }
        (Care::Usual, Size::Large) => {
            (&[(Visit, 92), (Call, 70), (Email, 85), (Note, 260)], random.days(3, 70))
        }
        (Care::Usual, Size::Medium) => {
            (&[(Visit, 125), (Call, 110), (Email, 130), (Message, 220), (Note, 400)], random.days(1, 90))
        }
        (Care::Usual, Size::Small) => {
            (&[(Visit, 130), (Call, 160), (Email, 220), (Message, 260)], random.days(1, 110))
        }
        (Care::Usual, Size::Tiny) => (&[(Visit, 150), (Call, 190), (Email, 240)], random.days(1, 150)),
        (Care::Usual, Size::Prospect) => (&[(Visit, 170), (Call, 120), (Email, 130)], random.days(1, 120)),
    }
}

/// Everything that was done, oldest first.
pub fn events(clients: &[Client], today: Day) -> Vec<Event> {
    let mut events: Vec<Event> =
        clients.iter().enumerate().flat_map(|(index, client)| of_client(client, index, today)).collect();
    events.sort_by_key(|event| (event.day, event.client));
    events
}

fn of_client(client: &Client, index: usize, today: Day) -> Vec<Event> {
    let mut random = Random::of(TOPIC, index);
    let (rhythm, until) = rhythm(client, &mut random);
    let mut events = Vec::new();
    for (kind, every) in rhythm {
        let mut ago = WRITTEN_DOWN.min(client.since) - random.days(0, *every);
        while ago >= until {
            events.push(event(client, index, *kind, working(today.plus(-ago)), &mut random));
            ago -= (every * random.days(60, 140) / 100).max(1);
        }
    }
    events
}

fn event(client: &Client, index: usize, kind: InteractionKind, day: Day, random: &mut Random) -> Event {
    let loud = client.care == Care::Loud;
    let (minutes, outcome, silent) = match kind {
        InteractionKind::Visit => (Some(random.between(3, 18) * 5), met(random), 20),
        InteractionKind::Meeting => (Some(random.between(6, 24) * 5), met(random), 0),
        InteractionKind::Call => (Some(random.skewed(2, 28)), called(random), 35),
        InteractionKind::Email | InteractionKind::Message => (None, None, 25),
        InteractionKind::Note | InteractionKind::Survey => (None, None, 0),
    };
    let theirs = match kind {
        InteractionKind::Call | InteractionKind::Message => random.chance(if loud { 80 } else { 25 }),
        InteractionKind::Email => random.chance(20),
        InteractionKind::Visit
        | InteractionKind::Meeting
        | InteractionKind::Note
        | InteractionKind::Survey => false,
    };
    let texts = if loud && kind != InteractionKind::Email && random.chance(55) {
        phrases::LOUD
    } else {
        phrases::of(kind)
    };
    Event {
        client: index,
        day,
        contact: if random.chance(80) { 0 } else { usize::from(random.chance(60)) },
        kind,
        direction: if theirs { Direction::In } else { Direction::Out },
        minutes: minutes.filter(|_minutes| outcome != Some(Outcome::NoAnswer)),
        // Who called us was answered.
        outcome: outcome.filter(|outcome| !(theirs && *outcome == Outcome::NoAnswer)),
        text: if random.chance(silent) { String::new() } else { random.word(texts).to_owned() },
    }
}

fn met(random: &mut Random) -> Option<Outcome> {
    match random.between(1, 100) {
        1..=45 => Some(Outcome::Good),
        46..=78 => Some(Outcome::Ok),
        79..=88 => Some(Outcome::Bad),
        _ => None,
    }
}

fn called(random: &mut Random) -> Option<Outcome> {
    match random.between(1, 100) {
        1..=22 => Some(Outcome::NoAnswer),
        23..=50 => Some(Outcome::Good),
        51..=75 => Some(Outcome::Ok),
        _ => None,
    }
}

/// What was offered, oldest first: what was bought then for the first time, and what was not.
pub fn proposals(clients: &[Client], sales: &[Planned], today: Day) -> Vec<Proposal> {
    let mut proposals = accepted(clients, sales, today);
    for (index, client) in clients.iter().enumerate() {
        let mut random = Random::of(OFFERS_TOPIC, index);
        // New products go to those who are visited, not to those who would buy them.
        let chance = match client.care {
            Care::Never => 0,
            Care::Neglected => 14,
            Care::Loud => 75,
            Care::Usual => 38,
        };
        if random.chance(chance) {
            proposals.push(unanswered_or_refused(index, client, sales, today, &mut random));
        }
    }
    proposals.sort_by_key(|proposal| (proposal.day, proposal.client));
    proposals
}

/// Some first purchases of a product followed on an offer of it.
fn accepted(clients: &[Client], sales: &[Planned], today: Day) -> Vec<Proposal> {
    let mut known: Vec<Vec<usize>> = vec![Vec::new(); clients.len()];
    let mut proposals = Vec::new();
    let mut random = Random::of(OFFERS_TOPIC, clients.len());
    for sale in sales.iter().filter(|sale| sale.kind == SaleKind::Sale) {
        for line in &sale.lines {
            let seen = &mut known[sale.client];
            if seen.contains(&line.product) {
                continue;
            }
            seen.push(line.product);
            let recent = today.since(sale.day) < 400 && clients[sale.client].care != Care::Never;
            let day = working(sale.day.plus(-random.days(2, 6)));
            if recent && random.chance(if PRODUCTS[line.product].is_new() { 85 } else { 24 }) {
                proposals.push(Proposal {
                    client: sale.client,
                    product: line.product,
                    day,
                    answer: OfferAnswer::Bought,
                    answered: Some(sale.day),
                    reason: random.word(phrases::BOUGHT),
                });
            }
        }
    }
    proposals
}

fn unanswered_or_refused(
    index: usize,
    client: &Client,
    sales: &[Planned],
    today: Day,
    random: &mut Random,
) -> Proposal {
    let bought = |product: usize| {
        sales.iter().any(|sale| sale.client == index && sale.lines.iter().any(|line| line.product == product))
    };
    let new: Vec<usize> = (0..PRODUCTS.len()).filter(|product| PRODUCTS[*product].is_new()).collect();
    let any: Vec<usize> = (0..PRODUCTS.len()).filter(|product| !PRODUCTS[*product].retired).collect();
    let from = if random.chance(50) { new } else { any };
    let unknown: Vec<usize> = from.into_iter().filter(|product| !bought(*product)).collect();
    let product = random.pick(&unknown).copied().unwrap_or(0);
    let longest = match PRODUCTS[product].launched_ago {
        0 => client.since.min(300),
        launched => launched.min(client.since),
    };
    let day = working(today.plus(-random.days(2, longest.max(3))));
    let old = today.since(day) > 60;
    let (answer, reason) = match random.between(1, 100) {
        1..=40 => (OfferAnswer::Rejected, random.word(phrases::REJECTED)),
        41..=60 => (OfferAnswer::Interested, random.word(phrases::INTERESTED)),
        61..=80 if old => (OfferAnswer::Rejected, random.word(phrases::REJECTED)),
        _ => (OfferAnswer::Pending, ""),
    };
    let answered =
        (answer != OfferAnswer::Pending).then(|| working(day.plus(random.days(0, 25))).min(today).max(day));
    Proposal { client: index, product, day, answer, answered, reason }
}
