//! The surveys of a year: whether clients would recommend the company, and how its deliveries are. Who was never looked
//! after was not asked either.

use super::clients::{Care, Client, Size};
use super::random::Random;
use super::sales::working;
use crate::domain::day::Day;
use crate::domain::survey::Scale;

/// A survey sent to the first of a client's people.
pub struct Sent {
    pub client: usize,
    pub survey: &'static str,
    pub scale: Scale,
    pub day: Day,
    pub answered: Option<Day>,
    pub score: Option<i64>,
    pub comment: &'static str,
}

const TOPIC: u64 = 83;

const RECOMMENDATION: &str = "Recomendación (NPS)";
const DELIVERIES: &str = "Satisfacción con las entregas";
const DELIVERIES_SCALE: Scale = Scale { min: 1, max: 5 };

/// The days ago in whose week each was sent: both twice in the year.
const WAVES: [(i32, &str, Scale); 4] = [
    (310, RECOMMENDATION, Scale::RECOMMENDATION),
    (200, DELIVERIES, DELIVERIES_SCALE),
    (128, RECOMMENDATION, Scale::RECOMMENDATION),
    (38, DELIVERIES, DELIVERIES_SCALE),
];

const HIGH: &[&str] = &["", "", "Muy buen trato.", "Siempre resuelven.", "Trato cercano y rápido."];
const MIDDLE: &[&str] = &["", "", "Bien, aunque el precio aprieta.", "Falta surtido en maquinaria."];
const LOW: &[&str] = &["", "Entregas con retraso.", "Nadie nos llama.", "Dos facturas equivocadas este año."];

/// Everything that was sent, oldest first.
pub fn sent(clients: &[Client], today: Day) -> Vec<Sent> {
    let mut sent = Vec::new();
    for (wave, (ago, survey, scale)) in WAVES.into_iter().enumerate() {
        for (index, client) in clients.iter().enumerate() {
            let mut random = Random::of(TOPIC + wave as u64, index);
            let is_asked = matches!(client.care, Care::Usual | Care::Loud)
                && client.size != Size::Prospect
                && client.since > ago
                && random.chance(22);
            if is_asked {
                let day = working(today.plus(-ago + random.days(0, 6)));
                sent.push(one(client, index, survey, scale, day, &mut random));
            }
        }
    }
    sent.sort_by_key(|sent| (sent.day, sent.client));
    sent
}

fn one(
    client: &Client,
    index: usize,
    survey: &'static str,
    scale: Scale,
    day: Day,
    random: &mut Random,
) -> Sent {
    let silent = Sent { client: index, survey, scale, day, answered: None, score: None, comment: "" };
    if !random.chance(if client.care == Care::Loud { 85 } else { 58 }) {
        return silent;
    }
    // Who is visited most is pleased most.
    let luck = random.between(1, 100) + if client.care == Care::Loud { 15 } else { 0 };
    let (places_from_top, comments) = match luck {
        ..=16 => (random.between(4, 7), LOW),
        17..=48 => (random.between(2, 3), MIDDLE),
        _ => (random.between(0, 1), HIGH),
    };
    let span = scale.max - scale.min;
    Sent {
        answered: Some(day.plus(random.days(0, 12))),
        score: Some(scale.max - (places_from_top * span / 10).min(span)),
        comment: random.word(comments),
        ..silent
    }
}
