//! A filter taken apart and put together again: what the cells, the columns and the chips change of it. The line, read
//! again, is the same filter.
#![expect(clippy::wildcard_enum_match_arm, reason = "tables of those that have it; the others have none")]

mod held;
mod pieces;
mod same;
#[cfg(test)]
mod tests;

pub use held::Held;
pub use same::{Equality, Same};

use super::field::Kind;
use super::value::Test;
use super::when::{Unit, Window};
use super::{Field, Filter, Node, Term};
use crate::domain::list::{Column, ListKind};

/// What a condition is about: a field, and the window in which it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    pub field: Field,
    pub window: Option<Window>,
}

impl From<Field> for Subject {
    fn from(field: Field) -> Self {
        Self { field, window: None }
    }
}

impl Subject {
    /// What the column of a list shows, where a field means the very same.
    pub fn of_column(list: ListKind, column: Column) -> Option<Self> {
        if let Column::Custom(field) = column {
            return field.is_of_rows(list).then_some(Self::from(Field::Custom(field)));
        }
        if (list, column) == (ListKind::Clients, Column::SalesYear) {
            let year = Window::Last(365, Unit::Day);
            return Some(Self { field: Field::Sales, window: Some(year) });
        }
        Field::of_column(list, column).map(Self::from)
    }

    pub fn kind(self) -> Kind {
        self.field.kind()
    }

    /// The condition that this is so.
    pub fn is(self, test: Test) -> Node {
        Node::Term(Term { field: self.field, window: self.window, test })
    }
}

impl Field {
    /// The field that means on this list what the column shows. A column that shows less than the field looks into, such
    /// as the telephone of a client, which is also that of its contacts, has none.
    pub fn of_column(list: ListKind, column: Column) -> Option<Self> {
        use Column as C;
        use ListKind as L;
        let field = match (list, column) {
            (L::Clients, C::LastBuy) => Self::LastBuy,
            (L::Clients, C::LastVisit) => Self::LastVisit,
            (L::Clients | L::Today | L::TodayByCity | L::PutOff, C::LastTouch) => Self::LastTouch,
            (L::Clients, C::NextDue) | (L::FollowUps, C::Due) => Self::Due,
            (L::Clients, C::Potential) => Self::Potential,
            (L::Clients, C::Stage) => Self::Stage,
            (L::Clients, C::Sector) => Self::Sector,
            (L::Clients, C::Tags) => Self::Tag,
            (L::Contacts | L::Salespeople, C::Email) => Self::Email,
            (L::Contacts, C::Phone) => Self::Phone,
            (L::Clients | L::Salespeople, C::Code) | (L::Products, C::Sku) => Self::Code,
            (L::Products, C::Family) => Self::Family,
            (L::Products, C::Price) => Self::Price,
            (L::Products, C::Unit) => Self::Unit,
            (L::Sales | L::Offers | L::Activity, C::Date) | (L::Surveys, C::SentOn) => Self::Date,
            (L::Sales, C::Amount) => Self::Amount,
            (L::Sales, C::Number) => Self::Number,
            (L::Sales | L::FollowUps | L::Activity, C::Kind) => Self::Type,
            (L::Sales | L::FollowUps | L::Activity, C::Contact) => Self::Contact,
            (L::FollowUps, C::Title) => Self::Title,
            (L::FollowUps, C::State) => Self::State,
            (L::Offers, C::Product) => Self::Product,
            (L::Offers, C::Answer) => Self::Answer,
            (L::Offers, C::Reason) => Self::Reason,
            (L::Offers | L::Surveys, C::AnsweredOn) => Self::Answered,
            (L::Surveys, C::Survey) => Self::Survey,
            (L::Surveys, C::Score) => Self::Score,
            (L::Surveys, C::Comment) => Self::Comment,
            (L::Activity, C::Minutes) => Self::Minutes,
            (L::Activity, C::Outcome) => Self::Outcome,
            (_, C::Name) => Self::Name,
            (_, C::Client) => Self::Client,
            (_, C::City) => Self::City,
            (_, C::Stars) => Self::Stars,
            (_, C::Owner) => Self::Owner,
            _ => return None,
        };
        field.is_on(list).then_some(field)
    }
}

impl Node {
    /// Is it about this and nothing else?
    pub fn is_about(&self, subject: Subject) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().all(|part| part.is_about(subject)),
            Self::Not(part) => part.is_about(subject),
            Self::Word(_) => false,
            Self::Term(term) => (term.field, term.window) == (subject.field, subject.window),
        }
    }
}

impl Filter {
    /// The conditions that must all hold.
    pub fn conditions(&self) -> Vec<&Node> {
        match &self.root {
            None => Vec::new(),
            Some(Node::All(parts)) => parts.iter().collect(),
            Some(root) => vec![root],
        }
    }

    /// Without one of its conditions.
    #[must_use]
    pub fn without(&self, at: usize) -> Self {
        let others = self.conditions().into_iter().enumerate().filter(|(index, _)| *index != at);
        self.of(others.map(|(_, node)| node.clone()).collect())
    }

    /// With a condition more.
    #[must_use]
    pub fn and(&self, node: Node) -> Self {
        let mut conditions: Vec<Node> = self.conditions().into_iter().cloned().collect();
        conditions.extend(parts(node));
        self.of(conditions)
    }

    /// The conditions about this and nothing else.
    pub fn about(&self, subject: Subject) -> Vec<&Node> {
        self.conditions().into_iter().filter(|node| node.is_about(subject)).collect()
    }

    /// With this condition in place of all those about the same; with none, without them.
    #[must_use]
    pub fn set(&self, subject: Subject, node: Option<Node>) -> Self {
        let mut new = node.map(parts).unwrap_or_default();
        let mut conditions = Vec::new();
        for condition in self.conditions() {
            if condition.is_about(subject) {
                conditions.append(&mut new);
            } else {
                conditions.push(condition.clone());
            }
        }
        conditions.append(&mut new);
        self.of(conditions)
    }

    /// With only this value of what a column shows.
    #[must_use]
    pub fn only(&self, subject: Subject, value: &Held) -> Self {
        self.set(subject, Some(subject.one_of(std::slice::from_ref(value))))
    }

    /// Without this value of what a column shows: one more of those that are left out already.
    #[must_use]
    pub fn except(&self, subject: Subject, value: &Held) -> Self {
        let mut left_out: Vec<Held> = Vec::new();
        let mut others = Self { root: None, ..self.clone() };
        for condition in self.conditions() {
            match condition.is_about(subject).then(|| condition.left_out()).flatten() {
                Some(values) => left_out.extend(values),
                None => others = others.and(condition.clone()),
            }
        }
        if !left_out.contains(value) {
            left_out.push(value.clone());
        }
        others.and(subject.none_of(&left_out))
    }

    /// The same order and limit, with these conditions.
    fn of(&self, mut conditions: Vec<Node>) -> Self {
        let root = if conditions.len() > 1 { Some(Node::All(conditions)) } else { conditions.pop() };
        Self { root, ..self.clone() }
    }
}

/// What must hold together stands side by side.
fn parts(node: Node) -> Vec<Node> {
    match node {
        Node::All(parts) => parts,
        other => vec![other],
    }
}
