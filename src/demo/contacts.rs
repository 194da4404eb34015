//! The people at each client: one to four, the buyer first.

use super::clients::{Client, Size, domain, phone};
use super::people::{BUYERS, FIRST_NAMES, Jobs, OTHERS, OWNERS, SURNAMES};
use super::random::Random;
use crate::domain::contact::ContactDraft;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::kinds::{Consent, ContactRole};
use crate::text::fold::fold;

const TOPIC: u64 = 23;

/// The client's people.
pub fn contacts(client: &Client, index: usize, id: ClientId, today: Day) -> Vec<ContactDraft> {
    let mut random = Random::of(TOPIC, index);
    let (count, first): (i64, Jobs) = match client.size {
        Size::Key => (random.between(3, 4), BUYERS),
        Size::Large => (random.between(2, 4), BUYERS),
        Size::Medium => (random.between(1, 3), BUYERS),
        Size::Small | Size::Tiny | Size::Prospect => (random.between(1, 2), OWNERS),
    };
    (0..count)
        .map(|place| {
            let jobs = if place == 0 { first } else { OTHERS };
            let mut contact = contact(client, jobs, id, &mut random);
            contact.main = place == 0;
            if place > 0 && random.chance(8) {
                contact.left_on = Some(today.plus(-random.days(20, 600)));
            }
            contact
        })
        .collect()
}

fn contact(client: &Client, jobs: Jobs, id: ClientId, random: &mut Random) -> ContactDraft {
    let (given, family) = (random.word(FIRST_NAMES), random.word(SURNAMES));
    let second = random.word(SURNAMES);
    let name =
        if random.chance(40) { format!("{given} {family} {second}") } else { format!("{given} {family}") };
    let (job_title, role) = random.pick(jobs).copied().unwrap_or(("", ContactRole::Other));
    let mailbox = fold(&format!("{given}.{family}")).replace(' ', "");
    ContactDraft {
        id: None,
        rev: 0,
        client: id,
        name,
        job_title: job_title.to_owned(),
        role,
        main: false,
        phone: if random.chance(70) { phone(&client.city, random) } else { String::new() },
        email: if random.chance(80) {
            format!("{mailbox}@{}", domain(&client.draft.name))
        } else {
            String::new()
        },
        language: if random.chance(4) { "en" } else { "es" }.to_owned(),
        consent: match random.between(1, 10) {
            1..=5 => Consent::Given,
            6..=9 => Consent::Unknown,
            _ => Consent::Refused,
        },
        left_on: None,
        notes: String::new(),
    }
}
