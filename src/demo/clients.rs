//! Who the clients are: their size, how they buy, how they are looked after, and their file. Knows no keys of rows.

use super::companies::{SECTORS, SOURCES, Sector, TAGS, WORDS};
use super::people::SURNAMES;
use super::phrases::{CLIENT_NOTES, POTENTIAL_SOURCES};
use super::places::{City, Country, MEXICO, NORTH, PLATA, SOUTH, STREETS};
use super::random::Random;
use crate::domain::client::{ClientDraft, PotentialEstimate, TheyCall};
use crate::domain::day::Day;
use crate::domain::kinds::Stage;
use std::collections::HashSet;

/// How much a client buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Key,
    Large,
    Medium,
    Small,
    Tiny,
    /// Has never bought.
    Prospect,
}

/// How its purchases go over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    Steady,
    Growing,
    Declining,
    /// Late against its own rhythm.
    Silent,
    /// Bought once upon a time.
    Dormant,
    New,
    /// Gave everything back.
    Returned,
}

/// How much it is looked after: the skew that the program is there to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    Usual,
    /// Asks for much more attention than it buys for.
    Loud,
    Neglected,
    Never,
}

/// A client and what drives everything that is made up about it.
pub struct Client {
    pub draft: ClientDraft,
    pub city: City,
    pub sector: &'static Sector,
    pub size: Size,
    pub habit: Habit,
    pub care: Care,
    /// Purchases a year in cents.
    pub yearly: i64,
    /// Days between purchases.
    pub gap: i32,
    /// Days since it was entered.
    pub since: i32,
    /// Who serves it: 0 is the manager; nobody.
    pub seller: Option<usize>,
}

/// How many clients of each size.
const SIZES: [(Size, usize); 6] = [
    (Size::Key, 12),
    (Size::Large, 30),
    (Size::Medium, 70),
    (Size::Small, 90),
    (Size::Tiny, 50),
    (Size::Prospect, 48),
];

/// Days ago on which clients were entered: most with the portfolio itself.
pub const ENTERED: [i32; 5] = [760, 420, 200, 70, 20];

/// Entered twice, as happens.
const TWINS: [(Size, usize, &str); 2] =
    [(Size::Small, 9, "Ferretería Peña Nueva"), (Size::Tiny, 9, "FERRETERIA PEÑA NUEVA S.L.")];

const TOPIC: u64 = 11;

/// All clients, in the order in which they were entered.
pub fn clients(today: Day) -> Vec<Client> {
    let mut names = HashSet::new();
    let sizes = SIZES.iter().flat_map(|(size, count)| (0..*count).map(move |place| (*size, place)));
    let total: usize = SIZES.iter().map(|(_size, count)| count).sum();
    let mut clients: Vec<Client> = sizes
        .enumerate()
        .map(|(index, (size, place))| {
            // 97 is prime to the total: the codes do not tell the sizes.
            let code = 1 + (index * 97 + 13) % total;
            client(size, place, code, today, &mut names)
        })
        .collect();
    clients.sort_by(|a, b| (b.since, &a.draft.code).cmp(&(a.since, &b.draft.code)));
    clients
}

fn client(size: Size, place: usize, code: usize, today: Day, names: &mut HashSet<String>) -> Client {
    let mut random = Random::of(TOPIC, code);
    let (seller, city) = territory(size, place, &mut random);
    let sector = random.pick(SECTORS).unwrap_or(&SECTORS[0]);
    let habit = habit(size, place, &mut random);
    let (yearly, gap) = pace(size, habit, &mut random);
    let care = care(size, place);
    let since = since(size, habit, &mut random);
    let twin = TWINS.iter().find(|twin| (twin.0, twin.1) == (size, place));
    let city = if twin.is_some() { &SOUTH[5] } else { city };
    let name = match twin {
        Some((_, _, name)) => (*name).to_owned(),
        None => company_name(sector, city, names, &mut random),
    };
    let mut draft = file(&name, city, code, &mut random);
    sector.name.clone_into(&mut draft.sector);
    draft.stage = match size {
        Size::Key | Size::Large | Size::Medium | Size::Small | Size::Tiny => Stage::Client,
        Size::Prospect if place % 8 == 5 => Stage::Lost,
        Size::Prospect => Stage::Prospect,
    };
    draft.potential = potential(size, place, care, yearly, today, &mut random);
    draft.do_not_contact = matches!((size, place), (Size::Medium, 41) | (Size::Small, 33 | 58))
        || matches!((size, place), (Size::Tiny, 17) | (Size::Prospect, 20));
    draft.they_call = match (size, place) {
        (Size::Large, 11) => Some(TheyCall { until: Some(today.plus(24)) }),
        (Size::Medium, 27) => Some(TheyCall { until: None }),
        _ => None,
    };
    if matches!(size, Size::Key | Size::Large) && place % 6 == 1 {
        draft.visit_every = Some(21);
        draft.touch_every = Some(10);
    }
    Client { draft, city: *city, sector, size, habit, care, yearly, gap, since, seller }
}

/// Who serves it and where it is. The manager has a few of the largest; a few clients are nobody's.
fn territory(size: Size, place: usize, random: &mut Random) -> (Option<usize>, &'static City) {
    const AREAS: [&[City]; 4] = [NORTH, SOUTH, MEXICO, PLATA];
    let area = match random.between(1, 100) {
        1..=27 => 0,
        28..=53 => 1,
        54..=79 => 2,
        _ => 3,
    };
    let city = random.pick(AREAS[area]).unwrap_or(&NORTH[0]);
    let seller = match size {
        Size::Key if place.is_multiple_of(3) => Some(0),
        Size::Small | Size::Tiny | Size::Prospect if place % 23 == 11 => None,
        Size::Key | Size::Large | Size::Medium | Size::Small | Size::Tiny | Size::Prospect => Some(area + 1),
    };
    (seller, city)
}

/// Cents a year and days between purchases.
fn pace(size: Size, habit: Habit, random: &mut Random) -> (i64, i32) {
    match size {
        // A few small orders in a row, then no more.
        Size::Tiny if habit == Habit::Dormant => (random.skewed(60_000, 190_000), random.days(14, 22)),
        Size::Key => (random.skewed(5_200_000, 19_000_000), random.days(14, 24)),
        Size::Large => (random.skewed(1_300_000, 4_600_000), random.days(22, 38)),
        Size::Medium => (random.skewed(340_000, 1_250_000), random.days(36, 66)),
        Size::Small => (random.skewed(70_000, 320_000), random.days(65, 115)),
        Size::Tiny => (random.skewed(14_000, 66_000), random.days(110, 190)),
        Size::Prospect => (0, 60),
    }
}

fn habit(size: Size, place: usize, random: &mut Random) -> Habit {
    match (size, place) {
        (Size::Key, 4 | 9) | (Size::Large, 3 | 14 | 22) => Habit::Declining,
        (Size::Key, 6) | (Size::Large, 8) => Habit::Silent,
        (Size::Key, _) => Habit::Steady,
        (Size::Tiny, 3 | 21 | 38) => Habit::Returned,
        (Size::Tiny, _) if place % 3 == 1 => Habit::Dormant,
        _ => match random.between(1, 100) {
            1..=58 => Habit::Steady,
            59..=70 => Habit::Growing,
            71..=80 => Habit::Declining,
            81..=87 => Habit::Silent,
            88..=93 if size != Size::Large => Habit::Dormant,
            _ => Habit::New,
        },
    }
}

fn care(size: Size, place: usize) -> Care {
    match size {
        Size::Key if place % 4 == 2 => Care::Neglected,
        Size::Large if place == 16 => Care::Never,
        Size::Large if place.is_multiple_of(3) => Care::Neglected,
        Size::Small if place.is_multiple_of(5) => Care::Loud,
        Size::Small if place % 15 == 7 => Care::Never,
        Size::Tiny if place.is_multiple_of(4) => Care::Loud,
        Size::Tiny if place % 12 == 5 => Care::Never,
        Size::Prospect if place.is_multiple_of(3) => Care::Never,
        Size::Prospect if place % 9 == 4 => Care::Loud,
        Size::Key | Size::Large | Size::Medium | Size::Small | Size::Tiny | Size::Prospect => Care::Usual,
    }
}

fn since(size: Size, habit: Habit, random: &mut Random) -> i32 {
    match (size, habit) {
        (Size::Prospect, _) => random.pick(&ENTERED[1..]).copied().unwrap_or(ENTERED[1]),
        (_, Habit::New) => ENTERED[2],
        _ => ENTERED[0],
    }
}

/// A name that no other client has.
fn company_name(sector: &Sector, city: &City, names: &mut HashSet<String>, random: &mut Random) -> String {
    loop {
        let pattern = random.word(sector.patterns);
        let mut name = pattern.replace("{a}", random.word(SURNAMES)).replace("{w}", random.word(WORDS));
        if names.contains(&name) {
            name = format!("{name} de {}", city.name);
        }
        if random.chance(12) {
            name = format!("{name}, {}", city.country.company_form());
        }
        if names.insert(name.clone()) {
            return name;
        }
    }
}

/// Name, address and how to reach it. Numbers whose local part begins with 0 are given to nobody, and nobody can have a
/// domain under `.example`.
fn file(name: &str, city: &City, code: usize, random: &mut Random) -> ClientDraft {
    let domain = domain(name);
    let complete = random.chance(90);
    let tax_id =
        if city.country == Country::Spain && complete { format!("B00{code:06}") } else { String::new() };
    ClientDraft {
        code: format!("C-{code:04}"),
        name: name.to_owned(),
        tax_id,
        phone: if complete { phone(city, random) } else { String::new() },
        email: if random.chance(85) { format!("info@{domain}") } else { String::new() },
        website: if random.chance(60) { format!("www.{domain}") } else { String::new() },
        address: format!("{} {}", random.word(STREETS), random.between(1, 180)),
        city: city.name.to_owned(),
        region: city.region.to_owned(),
        postcode: format!("{}{:03}", city.postcode, random.between(1, 320)),
        country: city.country.name().to_owned(),
        source: random.word(SOURCES).to_owned(),
        tags: TAGS.iter().filter(|_tag| random.chance(6)).map(|tag| (*tag).to_owned()).collect(),
        notes: if random.chance(15) { random.word(CLIENT_NOTES).to_owned() } else { String::new() },
        ..ClientDraft::default()
    }
}

/// A number in the city that nobody has.
pub fn phone(city: &City, random: &mut Random) -> String {
    format!(
        "{} 0{:02} {:02} {:02}",
        city.dial,
        random.between(10, 99),
        random.between(0, 99),
        random.between(0, 99)
    )
}

/// The name as a domain, without company form and small words.
pub fn domain(name: &str) -> String {
    const SMALL: [&str; 8] = ["el", "la", "los", "las", "de", "del", "e", "y"];
    let folded = crate::text::fold::fold(name.split(',').next().unwrap_or(name));
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && !SMALL.contains(word)).collect();
    format!("{}.example", words.join("-"))
}

/// Large clients were asked; some small ones buy elsewhere what they could buy here.
fn potential(
    size: Size,
    place: usize,
    care: Care,
    yearly: i64,
    today: Day,
    random: &mut Random,
) -> Option<PotentialEstimate> {
    let (known, times, least) = match size {
        _ if care == Care::Loud => (10, 110, 20_000),
        Size::Key => (100, random.between(115, 200), 0),
        Size::Large => (75, random.between(110, 330), 0),
        Size::Medium if place % 9 == 2 => (100, random.between(700, 1_500), 6_000_000),
        Size::Small if place % 13 == 3 => (100, random.between(1_500, 3_000), 3_000_000),
        Size::Medium => (50, random.between(110, 300), 0),
        Size::Small => (30, random.between(105, 250), 0),
        Size::Tiny => (15, random.between(105, 300), 0),
        Size::Prospect => (55, 0, random.skewed(250_000, 9_000_000)),
    };
    let minor = (yearly * times / 100).max(least) / 10_000 * 10_000;
    let oldest = if random.chance(80) { 340 } else { 980 };
    let on = today.plus(-random.days(15, oldest));
    let source = random.word(POTENTIAL_SOURCES).to_owned();
    (random.chance(known) && minor > 0).then_some(PotentialEstimate { minor, on, source })
}
