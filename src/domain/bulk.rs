//! One change of many rows: which field becomes what, and what that does to each row. It reads and writes nothing.

use super::client::{ClientDraft, PotentialEstimate};
use super::contact::ContactDraft;
use super::day::Day;
use super::follow_up::FollowUpDraft;
use super::ids::SalespersonId;
use super::kinds::{Consent, ContactRole, FollowUpKind, Stage};
use super::product::ProductDraft;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Hundredths of a percent in the whole.
const WHOLE: i128 = 10_000;

/// What one field of many rows of a kind becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Client(ClientChange),
    Contact(ContactChange),
    FollowUp(FollowUpChange),
    Product(ProductChange),
    /// Who sold.
    Sale(Option<SalespersonId>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientChange {
    Owner(Option<SalespersonId>),
    City(String),
    Region(String),
    Country(String),
    Postcode(String),
    Sector(String),
    Source(String),
    Stage(Stage),
    Potential(Option<PotentialEstimate>),
    AddTags(Vec<String>),
    RemoveTags(Vec<String>),
    VisitEvery(Option<i64>),
    TouchEvery(Option<i64>),
    DoNotContact(bool),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactChange {
    JobTitle(String),
    Role(ContactRole),
    Language(String),
    Consent(Consent),
    LeftOn(Option<Day>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpChange {
    Due(Day),
    /// By so many days; fewer than none is earlier.
    DueBy(i32),
    Kind(FollowUpKind),
    Title(String),
    Salesperson(Option<SalespersonId>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductChange {
    Family(String),
    Unit(String),
    /// Millionths.
    Price(Option<i64>),
    /// By so many hundredths of a percent; fewer than none is cheaper.
    PriceBy(i64),
    Active(bool),
}

/// A change and the rows that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyEdit {
    pub ids: Arc<[i64]>,
    pub change: Change,
    /// The catalogue's name of the field, and what it becomes in the user's words: for the journal.
    pub field: String,
    pub value: String,
}

/// What a field holds, to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    Nothing,
    Text(Box<str>),
    /// By key, as the storage knows it.
    Salesperson(i64),
    /// Minor units of the base currency.
    Money(i64),
    /// Millionths of the base currency.
    Price(i64),
    Number(i64),
    Day(Day),
    Flag(bool),
    Stage(Stage),
    Role(ContactRole),
    Consent(Consent),
    Kind(FollowUpKind),
}

/// Why a row cannot be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Obstacle {
    Gone,
    /// It is done or dropped: there is no day by which it is due.
    Closed,
    /// Its series ends before.
    EndsBefore,
    /// There is no price to change by a part of it.
    NoPrice,
    TooLarge,
}

impl Obstacle {
    pub const ALL: &'static [Self] =
        &[Self::Gone, Self::Closed, Self::EndsBefore, Self::NoPrice, Self::TooLarge];

    /// The end of its name in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Closed => "closed",
            Self::EndsBefore => "ends-before",
            Self::NoPrice => "no-price",
            Self::TooLarge => "too-large",
        }
    }
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome {
    Changes { before: Value, after: Value },
    Stays(Value),
    Refused(Obstacle),
}

/// One row of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Planned {
    pub id: i64,
    /// What it is called; raw text of the data.
    pub name: Box<str>,
    pub outcome: Outcome,
}

/// What a change would do, row by row: first those that change, then those that cannot, then those that stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    pub rows: Vec<Planned>,
    pub changed: usize,
    pub refused: usize,
    pub same: usize,
    /// The names of the salespeople that it tells of.
    pub people: Vec<(i64, String)>,
    /// Two previews that say the same of every row have the same seal.
    pub seal: u64,
}

impl Preview {
    pub fn new(mut rows: Vec<Planned>, people: Vec<(i64, String)>) -> Self {
        let mut hasher = DefaultHasher::new();
        for row in &rows {
            (row.id, &row.outcome).hash(&mut hasher);
        }
        let seal = hasher.finish();
        let rank = |row: &Planned| match row.outcome {
            Outcome::Changes { .. } => 0,
            Outcome::Refused(_) => 1,
            Outcome::Stays(_) => 2,
        };
        rows.sort_by_key(rank);
        let count = |wanted| rows.iter().filter(|row| rank(row) == wanted).count();
        let (changed, refused, same) = (count(0), count(1), count(2));
        Self { rows, changed, refused, same, people, seal }
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text.into()) }
}

fn person(id: Option<SalespersonId>) -> Value {
    id.map_or(Value::Nothing, |id| Value::Salesperson(id.0))
}

impl Change {
    pub fn salesperson(&self) -> Option<SalespersonId> {
        match self {
            Self::Client(ClientChange::Owner(id))
            | Self::FollowUp(FollowUpChange::Salesperson(id))
            | Self::Sale(id) => *id,
            Self::Client(_) | Self::Contact(_) | Self::FollowUp(_) | Self::Product(_) => None,
        }
    }
}

impl ClientChange {
    /// `fold` says which tags are one and the same: what it makes of them is.
    pub fn apply(&self, draft: &mut ClientDraft, fold: fn(&str) -> String) {
        match self {
            Self::Owner(owner) => draft.owner = *owner,
            Self::City(city) => draft.city.clone_from(city),
            Self::Region(region) => draft.region.clone_from(region),
            Self::Country(country) => draft.country.clone_from(country),
            Self::Postcode(postcode) => draft.postcode.clone_from(postcode),
            Self::Sector(sector) => draft.sector.clone_from(sector),
            Self::Source(source) => draft.source.clone_from(source),
            Self::Stage(stage) => draft.stage = *stage,
            Self::Potential(potential) => draft.potential.clone_from(potential),
            Self::AddTags(tags) => {
                for tag in tags {
                    if !holds(&draft.tags, tag, fold) {
                        draft.tags.push(tag.clone());
                    }
                }
                draft.tags.sort_by_cached_key(|tag| fold(tag));
            }
            Self::RemoveTags(tags) => draft.tags.retain(|tag| !holds(tags, tag, fold)),
            Self::VisitEvery(days) => draft.visit_every = *days,
            Self::TouchEvery(days) => draft.touch_every = *days,
            Self::DoNotContact(flag) => draft.do_not_contact = *flag,
        }
    }

    /// What the field that it changes holds.
    pub fn value(&self, draft: &ClientDraft) -> Value {
        match self {
            Self::Owner(_) => person(draft.owner),
            Self::City(_) => text(&draft.city),
            Self::Region(_) => text(&draft.region),
            Self::Country(_) => text(&draft.country),
            Self::Postcode(_) => text(&draft.postcode),
            Self::Sector(_) => text(&draft.sector),
            Self::Source(_) => text(&draft.source),
            Self::Stage(_) => Value::Stage(draft.stage),
            Self::Potential(_) => {
                draft.potential.as_ref().map_or(Value::Nothing, |it| Value::Money(it.minor))
            }
            Self::AddTags(_) | Self::RemoveTags(_) => text(&draft.tags.join(", ")),
            Self::VisitEvery(_) => draft.visit_every.map_or(Value::Nothing, Value::Number),
            Self::TouchEvery(_) => draft.touch_every.map_or(Value::Nothing, Value::Number),
            Self::DoNotContact(_) => Value::Flag(draft.do_not_contact),
        }
    }
}

fn holds(tags: &[String], tag: &str, fold: fn(&str) -> String) -> bool {
    tags.iter().any(|it| fold(it) == fold(tag))
}

impl ContactChange {
    pub fn apply(&self, draft: &mut ContactDraft) {
        match self {
            Self::JobTitle(title) => draft.job_title.clone_from(title),
            Self::Role(role) => draft.role = *role,
            Self::Language(language) => draft.language.clone_from(language),
            Self::Consent(consent) => draft.consent = *consent,
            Self::LeftOn(day) => draft.left_on = *day,
        }
    }

    pub fn value(&self, draft: &ContactDraft) -> Value {
        match self {
            Self::JobTitle(_) => text(&draft.job_title),
            Self::Role(_) => Value::Role(draft.role),
            Self::Language(_) => text(&draft.language),
            Self::Consent(_) => Value::Consent(draft.consent),
            Self::LeftOn(_) => draft.left_on.map_or(Value::Nothing, Value::Day),
        }
    }
}

impl FollowUpChange {
    /// Has it no meaning for what is closed?
    pub fn is_of_open(&self) -> bool {
        match self {
            Self::Due(_) | Self::DueBy(_) => true,
            Self::Kind(_) | Self::Title(_) | Self::Salesperson(_) => false,
        }
    }

    pub fn apply(&self, draft: &mut FollowUpDraft) -> Result<(), Obstacle> {
        match self {
            Self::Due(day) => draft.due = *day,
            Self::DueBy(days) => {
                let due = draft.due.0.checked_add(*days).map(Day).filter(|due| due.date().is_some());
                draft.due = due.ok_or(Obstacle::TooLarge)?;
            }
            Self::Kind(kind) => draft.kind = *kind,
            Self::Title(title) => draft.title.clone_from(title),
            Self::Salesperson(id) => draft.salesperson = *id,
        }
        let ends = draft.recurrence.and_then(|it| it.until);
        if self.is_of_open() && ends.is_some_and(|ends| ends < draft.due) {
            return Err(Obstacle::EndsBefore);
        }
        Ok(())
    }

    pub fn value(&self, draft: &FollowUpDraft) -> Value {
        match self {
            Self::Due(_) | Self::DueBy(_) => Value::Day(draft.due),
            Self::Kind(_) => Value::Kind(draft.kind),
            Self::Title(_) => text(&draft.title),
            Self::Salesperson(_) => person(draft.salesperson),
        }
    }
}

impl ProductChange {
    pub fn apply(&self, draft: &mut ProductDraft) -> Result<(), Obstacle> {
        match self {
            Self::Family(family) => draft.family.clone_from(family),
            Self::Unit(unit) => draft.unit.clone_from(unit),
            Self::Price(price) => draft.price_micros = *price,
            Self::PriceBy(points) => {
                let price = draft.price_micros.ok_or(Obstacle::NoPrice)?;
                draft.price_micros = Some(raised(price, *points).ok_or(Obstacle::TooLarge)?);
            }
            Self::Active(active) => draft.active = *active,
        }
        Ok(())
    }

    pub fn value(&self, draft: &ProductDraft) -> Value {
        match self {
            Self::Family(_) => text(&draft.family),
            Self::Unit(_) => text(&draft.unit),
            Self::Price(_) | Self::PriceBy(_) => draft.price_micros.map_or(Value::Nothing, Value::Price),
            Self::Active(_) => Value::Flag(draft.active),
        }
    }
}

/// A price with so many hundredths of a percent more, to the ten-thousandth, the halves up: nobody prices finer.
fn raised(micros: i64, points: i64) -> Option<i64> {
    const FINEST: i128 = 100;
    let exact = i128::from(micros) * (WHOLE + i128::from(points));
    let step = WHOLE * FINEST;
    let rounded = (exact + step / 2).div_euclid(step) * FINEST;
    i64::try_from(rounded).ok().filter(|price| *price >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::recurrence::{Every, Recurrence};

    #[test]
    fn a_price_rises_and_falls_by_a_part_of_itself() {
        assert_eq!(raised(45_900_000, 500), Some(48_195_000));
        assert_eq!(raised(45_900_000, -10_000), Some(0));
        assert_eq!(raised(45_900_000, -10_001), None);
        assert_eq!(raised(333_333, 100), Some(336_700));
        assert_eq!(raised(i64::MAX, 1), None);
        let change = ProductChange::PriceBy(500);
        assert_eq!(change.apply(&mut ProductDraft::default()), Err(Obstacle::NoPrice));
    }

    #[test]
    fn tags_come_and_go_each_once() {
        let mut draft = ClientDraft { tags: vec!["VIP".into()], ..ClientDraft::default() };
        let fold: fn(&str) -> String = str::to_lowercase;
        let new = ["vip", "Sur", "sur"].map(str::to_owned);
        ClientChange::AddTags(new.to_vec()).apply(&mut draft, fold);
        assert_eq!(draft.tags, ["Sur", "VIP"]);
        ClientChange::RemoveTags(vec!["SUR".into(), "none".into()]).apply(&mut draft, fold);
        assert_eq!(draft.tags, ["VIP"]);
    }

    #[test]
    fn what_is_due_is_not_moved_beyond_the_end_of_its_series() {
        let draft = FollowUpDraft {
            id: None,
            rev: 0,
            client: crate::domain::ids::ClientId(1),
            contact: None,
            salesperson: None,
            due: Day(10),
            kind: FollowUpKind::Call,
            title: String::new(),
            recurrence: Some(Recurrence { every: Every::Weeks(1), until: Some(Day(17)) }),
        };
        assert_eq!(FollowUpChange::DueBy(7).apply(&mut draft.clone()), Ok(()));
        assert_eq!(FollowUpChange::DueBy(8).apply(&mut draft.clone()), Err(Obstacle::EndsBefore));
        assert_eq!(FollowUpChange::DueBy(i32::MAX).apply(&mut draft.clone()), Err(Obstacle::TooLarge));
    }

    #[test]
    fn a_preview_counts_and_tells_changes_first() {
        let row = |id, outcome| Planned { id, name: "x".into(), outcome };
        let changes = Outcome::Changes { before: Value::Nothing, after: Value::Flag(true) };
        let rows = vec![
            row(1, Outcome::Stays(Value::Nothing)),
            row(2, Outcome::Refused(Obstacle::Gone)),
            row(3, changes.clone()),
        ];
        let preview = Preview::new(rows.clone(), Vec::new());
        assert_eq!(preview.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!((preview.changed, preview.refused, preview.same), (1, 1, 1));
        let mut other = rows;
        other[0].outcome = changes;
        assert_ne!(Preview::new(other, Vec::new()).seal, preview.seal);
    }
}
