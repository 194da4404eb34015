//! What each client bought in two years: the rhythm and basket of each, the seasons of its trade, some returns.

use super::clients::{Client, Habit, Size};
use super::places::Country;
use super::products::{PRODUCTS, Product};
use super::random::Random;
use crate::domain::day::Day;
use crate::domain::kinds::SaleKind;
use chrono::Datelike;

/// A document, with products by their place in the catalogue.
pub struct Planned {
    pub client: usize,
    pub day: Day,
    pub kind: SaleKind,
    /// Which of the client's people bought.
    pub contact: usize,
    pub lines: Vec<Line>,
    /// Hundredths of a percent.
    pub discount_bp: i64,
    /// Invoiced in dollars.
    pub dollars: bool,
}

#[derive(Clone, Copy)]
pub struct Line {
    pub product: usize,
    pub quantity: i64,
}

/// Days of history.
const HISTORY: i32 = 730;
/// From so many days ago some clients no longer buy something, and a retired product is not sold.
const LOST_SINCE: i32 = 200;

const TOPIC: u64 = 37;

/// The last working day up to `day`.
pub fn working(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    match (day.0 + 3).rem_euclid(7) {
        5 => day.plus(-1),
        6 => day.plus(-2),
        _ => day,
    }
}

/// Everything that everybody bought and brought back, oldest first.
pub fn sales(clients: &[Client], today: Day) -> Vec<Planned> {
    let mut sales: Vec<Planned> =
        clients.iter().enumerate().flat_map(|(index, client)| history(client, index, today)).collect();
    sales.sort_by_key(|sale| (sale.day, sale.client));
    sales
}

fn history(client: &Client, index: usize, today: Day) -> Vec<Planned> {
    let mut random = Random::of(TOPIC, index);
    if client.size == Size::Prospect {
        return Vec::new();
    }
    let (from, to) = span(client, &mut random);
    let basket = basket(client, &mut random);
    let loses_one = random.chance(18);
    let mut sales = Vec::new();
    let mut ago = from;
    while ago >= to {
        let amount = amount(client, ago, today, &mut random);
        let keep = |product: &usize| !(ago < LOST_SINCE && loses_one && Some(product) == basket.first());
        let wanted: Vec<usize> = basket.iter().copied().filter(|product| keep(product)).collect();
        let lines = lines(&wanted, amount, ago, client.size, &mut random);
        let sale = Planned {
            client: index,
            day: working(today.plus(-ago)),
            kind: SaleKind::Sale,
            contact: if random.chance(82) { 0 } else { usize::from(random.chance(70)) },
            lines,
            discount_bp: discount(client.size),
            dollars: client.city.country != Country::Spain,
        };
        let brought_back = brought_back(&sale, client.habit, ago, &mut random);
        sales.push(sale);
        sales.extend(brought_back);
        if client.habit == Habit::Returned {
            break;
        }
        ago -= (client.gap * random.days(65, 135) / 100).max(1);
    }
    sales
}

/// Days ago of the first and of the last possible purchase.
fn span(client: &Client, random: &mut Random) -> (i32, i32) {
    let start = HISTORY - random.days(0, client.gap);
    match client.habit {
        Habit::Steady | Habit::Growing | Habit::Declining => (start, 0),
        Habit::Silent => (start, client.gap * random.days(26, 48) / 10),
        Habit::Dormant => (start, random.days(400, 600)),
        Habit::New => (random.days(60, 150), 0),
        Habit::Returned => (random.days(60, 300), 0),
    }
}

/// What it usually buys: mostly of what its trade wants, nothing dearer than an order.
fn basket(client: &Client, random: &mut Random) -> Vec<usize> {
    let order = client.yearly * i64::from(client.gap) / 365;
    // Nor so cheap that it would take hundreds of it.
    let affordable = |product: &&(usize, &Product)| {
        let cents = product.1.cents;
        !product.1.is_new() && cents * 10 <= order * 8 && cents * 150 >= order
    };
    let all: Vec<(usize, &Product)> = PRODUCTS.iter().enumerate().collect();
    let affordable: Vec<(usize, &Product)> = all.iter().filter(affordable).copied().collect();
    let wanted: Vec<(usize, &Product)> = affordable
        .iter()
        .filter(|(_, product)| client.sector.wants.iter().any(|start| product.sku.starts_with(start)))
        .copied()
        .collect();
    let count = match client.size {
        Size::Key => 10,
        Size::Large => 8,
        Size::Medium => 6,
        Size::Small => 4,
        Size::Tiny | Size::Prospect => 3,
    };
    let mut basket = Vec::new();
    for _ in 0..count * 2 {
        let from = if random.chance(75) && !wanted.is_empty() { &wanted } else { &affordable };
        if let Some((product, _)) = random.pick(from)
            && basket.len() < count
            && !basket.contains(product)
        {
            basket.push(*product);
        }
    }
    basket
}

/// Cents of one order.
fn amount(client: &Client, ago: i32, today: Day, random: &mut Random) -> i64 {
    let usual = client.yearly * i64::from(client.gap) / 365;
    let month = today.plus(-ago).date().map_or(0, |date| date.month0());
    let season = usize::try_from(month).ok().and_then(|month| client.sector.season.get(month)).copied();
    let along = i64::from(HISTORY - ago);
    let trend = match client.habit {
        Habit::Steady | Habit::Silent | Habit::Dormant | Habit::New | Habit::Returned => 100,
        Habit::Growing => 55 + 95 * along / i64::from(HISTORY),
        Habit::Declining => 150 - 122 * along / i64::from(HISTORY),
    };
    random.about(usual * season.unwrap_or(100) / 100 * trend / 100, 35)
}

fn lines(basket: &[usize], amount: i64, ago: i32, size: Size, random: &mut Random) -> Vec<Line> {
    let most = if matches!(size, Size::Key | Size::Large) { 4 } else { 3 };
    let count = random.between(1, most);
    let mut chosen: Vec<usize> = Vec::new();
    for _ in 0..count {
        if let Some(product) = random.pick(basket)
            && !chosen.contains(product)
            && !(PRODUCTS[*product].retired && ago < LOST_SINCE)
        {
            chosen.push(*product);
        }
    }
    let just_launched = |product: &Product| product.is_new() && ago < product.launched_ago - 3;
    let launched = PRODUCTS.iter().position(|product| just_launched(product) && product.cents < amount * 2);
    chosen.extend(launched.filter(|_product| random.chance(7)));
    if chosen.is_empty() {
        chosen.extend(PRODUCTS.iter().position(|product| product.cents * 3 < amount).or(Some(0)));
    }
    let share = amount / i64::try_from(chosen.len()).unwrap_or(1);
    chosen
        .into_iter()
        .map(|product| {
            let price = PRODUCTS[product].cents;
            let quantity = if PRODUCTS[product].is_new() { 1 } else { ((share + price / 2) / price).max(1) };
            Line { product, quantity }
        })
        .collect()
}

/// Some goods come back: a part of a line, or all of it.
fn brought_back(sale: &Planned, habit: Habit, ago: i32, random: &mut Random) -> Option<Planned> {
    let later = random.days(5, 20);
    let everything = habit == Habit::Returned;
    if !(everything || random.chance(3)) || later > ago {
        return None;
    }
    let lines = if everything {
        sale.lines.clone()
    } else {
        let part = |line: &Line| Line { quantity: random.skewed(1, line.quantity), ..*line };
        sale.lines.first().map(part).into_iter().collect()
    };
    Some(Planned { day: working(sale.day.plus(later)).max(sale.day), kind: SaleKind::Return, lines, ..*sale })
}

fn discount(size: Size) -> i64 {
    match size {
        Size::Key => 1_200,
        Size::Large => 800,
        Size::Medium => 400,
        Size::Small | Size::Tiny | Size::Prospect => 0,
    }
}
