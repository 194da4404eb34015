//! The clients as columns in memory: what the list searches, sorts and sums without asking SQLite.
//!
//! A client lives in a slot. Slots are only added at the end, so that the searchable text is one buffer whose offsets
//! rise with the slot; a client whose text changes moves to a new slot. `order` holds the live slots by name.

mod alike;
pub mod book;
mod care;
pub mod column;
mod kept;
mod order;
mod pick;
pub mod row_texts;
mod search;
pub mod texts;

pub use kept::{Ledger, Lost};
pub use order::{Order, in_memory};

use super::error::Error;
use super::ratings;
use super::rows::{STARS, day, json_ids};
use crate::attention::Standing;
use crate::domain::day::Day;
use crate::domain::ids::ClientId;
use crate::domain::list::{Column, ListKind};
use crate::text::fold::sort_key;
use care::{Care, Last, Ruler};
use kept::Kept;
use rusqlite::{Connection, Row, named_params};
use std::collections::HashMap;

const NONE: u32 = u32::MAX;

/// Keys from here on are not looked up by place: our own files count up from 1.
const FAR: usize = 1 << 24;

/// So many changed clients are too many to move one by one.
const MANY: usize = 500;

/// A set of slots.
#[derive(Debug, Clone)]
pub struct SlotSet(Vec<u64>);

impl SlotSet {
    fn of(slots: usize) -> Self {
        Self(vec![0; slots.div_ceil(64)])
    }

    pub fn insert(&mut self, slot: usize) {
        if let Some(word) = self.0.get_mut(slot / 64) {
            *word |= 1 << (slot % 64);
        }
    }

    /// Makes room; whoever comes is not in it.
    pub fn grow(&mut self, slots: usize) {
        self.0.resize(slots.div_ceil(64).max(self.0.len()), 0);
    }

    pub fn contains(&self, slot: usize) -> bool {
        self.0.get(slot / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }
}

/// What the list knows of one client.
#[derive(Debug, Clone, Copy)]
struct Facts {
    id: i64,
    /// -1 when not rated.
    stars: i8,
    archived: bool,
    sales_year: i64,
    /// -1 when nobody estimated it.
    potential: i64,
    last_buy: MaybeDay,
    last_visit: MaybeDay,
    last_touch: MaybeDay,
    last_email: MaybeDay,
    next_due: MaybeDay,
    prospect: bool,
    city: u32,
    owner: u32,
    care: Care,
}

impl Facts {
    fn potential(&self) -> Option<i64> {
        Some(self.potential).filter(|minor| *minor >= 0)
    }
}

/// A day or none in half the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MaybeDay(i32);

impl MaybeDay {
    const NONE: Self = Self(i32::MIN);

    fn get(self) -> Option<Day> {
        (self != Self::NONE).then_some(Day(self.0))
    }
}

impl From<Option<Day>> for MaybeDay {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::NONE, |day| Self(day.0))
    }
}

/// A client as Today sees it.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub id: i64,
    pub slot: usize,
    pub standing: Standing,
    pub potential: i64,
    /// 0 for nobody.
    pub owner: i64,
}

/// Different texts of one column, each with its place in the alphabet.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<String, u32>,
    keys: Vec<String>,
    ranks: Vec<u32>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if word.is_empty() {
            return NONE;
        }
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(NONE);
        self.numbers.insert(word.to_owned(), number);
        self.keys.push(sort_key(word));
        self.ranks.clear();
        number
    }

    fn rank(&mut self) {
        if self.ranks.len() == self.keys.len() {
            return;
        }
        let mut sorted: Vec<usize> = (0..self.keys.len()).collect();
        sorted.sort_by(|a, b| self.keys[*a].cmp(&self.keys[*b]));
        self.ranks = vec![0; self.keys.len()];
        // Bogotá and Bogota are one place to whoever sorts: what comes after them decides.
        let (mut rank, mut before) = (0, None);
        for number in sorted {
            let key = self.keys.get(number);
            rank += u32::from(before.is_some() && before != key);
            before = key;
            self.ranks[number] = rank;
        }
    }

    /// `None` for no word.
    fn rank_of(&self, number: u32) -> Option<u32> {
        usize::try_from(number).ok().and_then(|number| self.ranks.get(number)).copied()
    }
}

/// All clients, searchable.
#[derive(Debug, Default)]
pub struct ClientIndex {
    /// Folded name, code, city and contacts of each slot, a line break after each.
    text: Vec<u8>,
    /// Where each slot's text begins.
    starts: Vec<usize>,
    facts: Vec<Facts>,
    live: Vec<bool>,
    /// Live slots by name.
    order: Vec<u32>,
    /// The slot of each client key below [`FAR`].
    slots: Vec<u32>,
    /// The slots of the others: a key may be any number in a file that we did not write.
    far_slots: HashMap<i64, u32>,
    cities: Words,
    owners: Words,
    kept: Kept,
}

const SELECT: &str =
    "SELECT c.id, c.search_key, c.archived_at IS NOT NULL, f.sales_year, c.potential_minor, f.last_buy,
        f.last_visit, f.last_touch, f.next_due, c.city, s.name,
        (SELECT group_concat(k.search_key, ' ') FROM contact k WHERE k.client_id = c.id),
        f.last_email, c.stage = 'prospect'";
/// The first column of what [`care`] reads, after the stars.
const CARE: usize = 15;
const FROM: &str = "FROM client c LEFT JOIN client_fact f ON f.client_id = c.id LEFT JOIN salesperson s ON s.id = c.owner_id";

impl ClientIndex {
    /// Reads every client: in the order in which they are stored, which is far quicker than by name, and then their names'
    /// order from its own index.
    pub fn load(connection: &Connection, today: Day) -> Result<Self, Error> {
        let mut index = Self::default();
        let mut statement =
            connection.prepare(&format!("{SELECT}, {STARS}, {} {FROM} ORDER BY c.id", care::COLUMNS))?;
        let ruler = ruler(connection)?;
        let mut rows = statement.query(named_params! { ":today": today.0 })?;
        while let Some(row) = rows.next()? {
            index.push(row, &ruler)?;
        }
        let mut by_name = connection.prepare("SELECT id FROM client ORDER BY sort_key, id")?;
        let mut rows = by_name.query([])?;
        while let Some(row) = rows.next()? {
            index.order.extend(index.slot(ClientId(row.get(0)?)));
        }
        index.cities.rank();
        index.owners.rank();
        Ok(index)
    }

    /// Takes over what changed of these clients.
    pub fn refresh(
        &mut self,
        connection: &Connection,
        clients: &[ClientId],
        today: Day,
    ) -> Result<(), Error> {
        if clients.len() > MANY {
            // Each move shifts the order: for many, reading everything is sooner done.
            *self = Self::load(connection, today)?;
            return Ok(());
        }
        for client in clients {
            self.forget(*client);
        }
        // By name, so that whoever stands before a client is in place when it is put in.
        let mut statement = connection.prepare_cached(&format!(
            "{SELECT}, {STARS}, {}, c.sort_key {FROM} WHERE c.id IN (SELECT value FROM json_each(:ids))
             ORDER BY c.sort_key, c.id",
            care::COLUMNS
        ))?;
        let ruler = ruler(connection)?;
        let ids: Vec<i64> = clients.iter().map(|client| client.0).collect();
        let mut rows = statement.query(named_params! { ":today": today.0, ":ids": json_ids(&ids) })?;
        while let Some(row) = rows.next()? {
            self.put_in(connection, row, &ruler)?;
        }
        self.cities.rank();
        self.owners.rank();
        Ok(())
    }

    fn put_in(&mut self, connection: &Connection, row: &Row<'_>, ruler: &Ruler) -> Result<(), Error> {
        let (id, name_key): (i64, String) = (row.get(0)?, row.get(CARE + care::COUNT)?);
        let slot = self.push(row, ruler)?;
        // The client before it by name, of those the index holds, tells its place.
        let mut before = connection.prepare_cached(
            "SELECT id FROM client WHERE (sort_key, id) < (?1, ?2) ORDER BY sort_key DESC, id DESC LIMIT 1",
        )?;
        let previous: Option<i64> = before.query_map((name_key, id), |row| row.get(0))?.next().transpose()?;
        let place = match previous.and_then(|id| self.slot(ClientId(id))) {
            Some(previous) => {
                self.order.iter().position(|slot| *slot == previous).map_or(0, |place| place + 1)
            }
            None => 0,
        };
        self.order.insert(place, slot);
        Ok(())
    }

    fn forget(&mut self, client: ClientId) {
        let Some(slot) = self.slot(client) else { return };
        self.order.retain(|live| *live != slot);
        let place = usize::try_from(slot).unwrap_or(usize::MAX);
        if let Some(live) = self.live.get_mut(place) {
            *live = false;
        }
        let from = self.starts.get(place).copied().unwrap_or(0);
        let to = self.starts.get(place + 1).copied().unwrap_or(self.text.len());
        if let Some(text) = self.text.get_mut(from..to) {
            text.fill(b'\n');
        }
        self.set_slot(client.0, NONE);
    }

    fn slot(&self, client: ClientId) -> Option<u32> {
        let near = usize::try_from(client.0).ok().filter(|id| *id < FAR);
        let slot = near.map_or_else(|| self.far_slots.get(&client.0), |id| self.slots.get(id));
        slot.copied().filter(|slot| *slot != NONE)
    }

    fn set_slot(&mut self, client: i64, slot: u32) {
        let Some(place) = usize::try_from(client).ok().filter(|id| *id < FAR) else {
            self.far_slots.insert(client, slot);
            return;
        };
        if self.slots.len() <= place {
            self.slots.resize(place + 1, NONE);
        }
        self.slots[place] = slot;
    }

    fn push(&mut self, row: &Row<'_>, ruler: &Ruler) -> Result<u32, Error> {
        let id: i64 = row.get(0)?;
        let search: String = row.get(1)?;
        let city: String = row.get(9)?;
        let owner: Option<String> = row.get(10)?;
        let contacts: Option<String> = row.get(11)?;
        let stars: i8 = row.get::<_, Option<i8>>(14)?.unwrap_or(-1);
        let slot = u32::try_from(self.facts.len()).unwrap_or(NONE);
        self.starts.push(self.text.len());
        self.text.extend_from_slice(search.as_bytes());
        if let Some(contacts) = contacts {
            self.text.push(b' ');
            self.text.extend_from_slice(contacts.as_bytes());
        }
        self.text.push(b'\n');
        self.facts.push(Facts {
            id,
            stars,
            archived: row.get(2)?,
            sales_year: row.get::<_, Option<i64>>(3)?.unwrap_or(0),
            potential: row.get::<_, Option<i64>>(4)?.unwrap_or(-1),
            last_buy: day(row, 5)?.into(),
            last_visit: day(row, 6)?.into(),
            last_touch: day(row, 7)?.into(),
            last_email: day(row, 12)?.into(),
            next_due: day(row, 8)?.into(),
            prospect: row.get(13)?,
            city: self.cities.number(&city),
            owner: self.owners.number(owner.as_deref().unwrap_or_default()),
            care: Care::read(row, CARE, stars, ruler)?,
        });
        self.live.push(true);
        self.set_slot(id, slot);
        Ok(slot)
    }

    /// The clients that hold every word and are wanted, in order and no more than so many, and the sum of their sales of
    /// the last year.
    pub fn list(
        &self,
        search: &str,
        archived: bool,
        wanted: &SlotSet,
        sort: Order<'_>,
        limit: Option<usize>,
    ) -> (Vec<i64>, i64) {
        let mut wanted = self.holding_each(search).iter().fold(wanted.clone(), SlotSet::and);
        if !archived {
            wanted = wanted.and(&self.archived().opposite());
        }
        let keep = |slot: usize| wanted.contains(slot);
        let mut slots: Vec<usize> = match sort {
            Order::Index(_) => {
                self.order.iter().map(|slot| usize_of(*slot)).filter(|slot| keep(*slot)).collect()
            }
            Order::Given(ids) => ids
                .iter()
                .filter_map(|id| self.slot(ClientId(*id)).map(usize_of))
                .filter(|slot| keep(*slot))
                .collect(),
        };
        if let Order::Index(levels) = sort {
            // They stand by name, and no two at one place: from there on nothing is left to do.
            let name = levels.iter().position(|level| *level == (Column::Name, false));
            self.sort_by(&mut slots, &levels[..name.unwrap_or(levels.len())]);
        }
        slots.truncate(limit.unwrap_or(usize::MAX));
        let sum = slots.iter().fold(0_i64, |sum, slot| sum.saturating_add(self.facts[*slot].sales_year));
        (slots.into_iter().map(|slot| self.facts[slot].id).collect(), sum)
    }

    /// What was read for conditions.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Something was written: of these clients, or of more than is known.
    pub fn follow(&mut self, clients: Option<&[i64]>) {
        self.kept.follow(clients);
    }

    /// Is the slot a client's?
    pub fn is_live(&self, slot: usize) -> bool {
        self.live.get(slot).is_some_and(|live| *live)
    }

    /// How many slots there are.
    pub fn slots(&self) -> usize {
        self.facts.len()
    }

    /// All clients, in no order.
    pub fn clients(&self) -> impl Iterator<Item = ClientId> {
        let live = self.facts.iter().zip(&self.live).filter(|(_, live)| **live);
        live.map(|(facts, _)| ClientId(facts.id))
    }

    /// Are there no clients at all, not even archived ones?
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Every client that is not archived and holds every word, as of a day, in no order.
    pub fn seen(&self, search: &str, today: Day) -> impl Iterator<Item = Seen> {
        let words = self.holding_each(search);
        let live = self.live.iter().enumerate().filter_map(|(slot, live)| live.then_some(slot));
        live.filter(move |slot| {
            !self.facts[*slot].archived && words.iter().all(|found| found.contains(*slot))
        })
        .map(move |slot| self.see(slot, today))
    }

    /// This client as of a day; `None` when there is none.
    pub fn seen_of(&self, client: ClientId, today: Day) -> Option<Seen> {
        self.slot(client).map(|slot| self.see(usize_of(slot), today))
    }

    fn see(&self, slot: usize, today: Day) -> Seen {
        let facts = &self.facts[slot];
        let last = Last {
            visit: facts.last_visit.get(),
            touch: facts.last_touch.get(),
            buy: facts.last_buy.get(),
            next_due: facts.next_due.get(),
        };
        let standing = facts.care.standing(facts.stars, last, today);
        Seen { id: facts.id, slot, standing, potential: facts.potential.max(0), owner: facts.care.owner }
    }

    /// A set of clients, by key.
    pub fn set(&self, clients: impl IntoIterator<Item = i64>) -> SlotSet {
        let mut set = SlotSet::of(self.facts.len());
        for slot in clients.into_iter().filter_map(|id| self.slot(ClientId(id))) {
            set.insert(usize_of(slot));
        }
        set
    }

    /// The money of a client that a list adds up: what is at stake, or the sales of the last year.
    pub fn money_of(&self, client: ClientId, kind: ListKind) -> i64 {
        let facts = self.slot(client).and_then(|slot| self.facts.get(usize_of(slot)));
        facts.map_or(0, |it| if kind.is_today() { it.care.stake } else { it.sales_year })
    }

    /// The keys of slots, and what is at stake with all of them.
    pub fn ids_and_stake(&self, slots: &[usize]) -> (Vec<i64>, i64) {
        let stake = slots.iter().fold(0_i64, |sum, slot| sum.saturating_add(self.facts[*slot].care.stake));
        (slots.iter().map(|slot| self.facts[*slot].id).collect(), stake)
    }
}

fn ruler(connection: &Connection) -> Result<Ruler, Error> {
    Ok(Ruler::of(ratings::current(connection)?.as_ref().map(|current| &current.calibration)))
}

fn usize_of(slot: u32) -> usize {
    usize::try_from(slot).unwrap_or(usize::MAX)
}
