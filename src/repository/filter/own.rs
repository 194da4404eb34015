//! Values of the rows of a list themselves: for each field the column that holds it, from a fixed table.

use super::{Probe, Source};
use crate::domain::day::Day;
use crate::domain::kinds::ContactRole;
use crate::domain::list::ListKind;
use crate::filter::{DaySpan, Field, Flag};
use crate::repository::error::Error;
use crate::repository::index::texts::Apart;
use crate::text::fold::fold;
use crate::text::{Label as _, Lang};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use std::collections::HashMap;

/// So many texts are known again: kinds and answers are few, numbers of sales are not.
const MET: usize = 500;

/// A column of a list's statement.
#[derive(Clone, Copy)]
pub struct Own {
    pub sql: &'static str,
    pub texts: Option<Texts>,
}

/// How a stored text is taken apart and folded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// As typed: it is to be folded.
    Plain,
    /// A sort key: folded, but for its mark after ñ.
    Key,
    /// Job title and role, in two lines.
    Role,
    /// Also without what stands between its digits.
    Phone,
    /// A sort key and a text, in two lines.
    Named,
}

impl Texts {
    /// The same, told once.
    pub fn apart(self) -> Apart {
        match self {
            Self::Plain => |stored| Self::Plain.split(stored),
            Self::Key => |stored| Self::Key.split(stored),
            Self::Role => |stored| Self::Role.split(stored),
            Self::Phone => |stored| Self::Phone.split(stored),
            Self::Named => |stored| Self::Named.split(stored),
        }
    }

    pub fn split(self, stored: &str) -> Vec<String> {
        match self {
            Self::Plain => vec![fold(stored)],
            Self::Key => vec![stored.replace('\u{7f}', "")],
            Self::Phone => {
                vec![fold(stored), stored.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect()]
            }
            Self::Named => stored.split('\n').map(|part| fold(&part.replace('\u{7f}', ""))).collect(),
            Self::Role => {
                let (title, role) = stored.rsplit_once('\n').unwrap_or((stored, ""));
                let role = ContactRole::from_word(role).filter(|role| *role != ContactRole::Other);
                let labels = role.map(|role| Lang::ALL.map(|lang| fold(&role.label(lang))));
                std::iter::once(fold(title)).chain(labels.into_iter().flatten()).collect()
            }
        }
    }
}

impl Own {
    /// What was answered to a text that comes again is `met`.
    pub fn holds(
        self,
        probe: &Probe,
        row: &Row<'_>,
        at: usize,
        met: &mut HashMap<String, bool>,
    ) -> Result<bool, Error> {
        let Some(texts) = self.texts else { return Ok(probe.number(row.get(at)?)) };
        let ValueRef::Text(stored) = row.get_ref(at)? else { return Ok(probe.texts(std::iter::empty())) };
        let stored = std::str::from_utf8(stored).unwrap_or_default();
        if let Some(holds) = met.get(stored) {
            return Ok(*holds);
        }
        let holds = probe.texts(texts.split(stored).iter().map(String::as_str));
        if met.len() < MET {
            met.insert(stored.to_owned(), holds);
        }
        Ok(holds)
    }
}

/// The column of a field that the rows of a list have themselves.
pub fn of(list: ListKind, field: Field) -> Option<Own> {
    let number = |sql| Some(Own { sql, texts: None });
    let text = |sql, texts| Some(Own { sql, texts: Some(texts) });
    match (list, field) {
        (ListKind::Contacts, Field::Name | Field::Contact)
        | (ListKind::Sales | ListKind::FollowUps | ListKind::Activity, Field::Contact) => {
            text("k.sort_key", Texts::Key)
        }
        (ListKind::Contacts, Field::Role) => text("k.job_title || char(10) || k.role", Texts::Role),
        (ListKind::Contacts, Field::Email) => text("k.email", Texts::Plain),
        (ListKind::Contacts, Field::Phone) => text("k.phone", Texts::Phone),
        (ListKind::Sales, Field::Owner) => number("d.salesperson_id"),
        (ListKind::Sales, Field::Date) => number("d.day"),
        (ListKind::Sales, Field::Amount) => number("d.base_minor"),
        (ListKind::Sales, Field::Number) => text("d.number", Texts::Plain),
        (ListKind::Sales, Field::Type) => text("d.kind", Texts::Plain),
        (ListKind::FollowUps, Field::Owner) => number("u.salesperson_id"),
        (ListKind::FollowUps, Field::Due) => number("coalesce(u.snoozed_to, u.due_day)"),
        (ListKind::FollowUps, Field::Type) => text("u.kind", Texts::Plain),
        (ListKind::FollowUps, Field::State) => text("u.state", Texts::Plain),
        (ListKind::FollowUps, Field::Title) => text("u.title", Texts::Plain),
        (ListKind::Offers, Field::Owner) => number("o.salesperson_id"),
        (ListKind::Offers, Field::Date) => number("o.day"),
        (ListKind::Offers, Field::Product) => text("p.sort_key || char(10) || p.sku", Texts::Named),
        (ListKind::Offers, Field::Answer) => text("o.answer", Texts::Plain),
        (ListKind::Offers, Field::Reason) => text("o.reason", Texts::Plain),
        (ListKind::Activity, Field::Owner) => number("i.salesperson_id"),
        (ListKind::Activity, Field::Date) => number("i.day"),
        (ListKind::Activity, Field::Type) => text("i.kind", Texts::Plain),
        (ListKind::Offers, Field::Answered) => number("o.answered_day"),
        (ListKind::Surveys, Field::Date) => number("a.sent_day"),
        (ListKind::Surveys, Field::Answered) => number("a.answered_day"),
        (ListKind::Surveys, Field::Survey) => text("v.name", Texts::Plain),
        (ListKind::Surveys, Field::Score) => number("a.score * 1000"),
        (ListKind::Surveys, Field::Comment) => text("a.comment", Texts::Plain),
        (ListKind::Activity, Field::Minutes) => number("i.minutes * 1000"),
        (ListKind::Activity, Field::Outcome) => text("i.outcome", Texts::Plain),
        (ListKind::Products, Field::Name) => text("p.sort_key", Texts::Key),
        (ListKind::Products, Field::Code) => text("p.sku", Texts::Plain),
        (ListKind::Products, Field::Price) => number("p.price_micros / 1000"),
        (ListKind::Products, Field::Unit) => text("p.unit", Texts::Plain),
        (ListKind::Products, Field::Family) => text("m.name", Texts::Plain),
        (ListKind::Salespeople, Field::Name) => text("s.sort_key", Texts::Key),
        (ListKind::Salespeople, Field::Code) => text("s.code", Texts::Plain),
        (ListKind::Salespeople, Field::Email) => text("s.email", Texts::Plain),
        _ => None,
    }
}

/// What a flag says of the rows of a list themselves.
pub fn flag(source: &Source<'_>, flag: Flag) -> Result<Option<(Own, Probe)>, Error> {
    Ok(match (source.list, flag) {
        (ListKind::FollowUps, Flag::Overdue) => {
            let sql = "CASE WHEN u.state = 'open' THEN coalesce(u.snoozed_to, u.due_day) END";
            let span = DaySpan { low: Day(i32::MIN), high: source.session.today.plus(-1), never: false };
            Some((Own { sql, texts: None }, Probe::Days { not: false, span }))
        }
        (list, Flag::Mine) => match of(list, Field::Owner) {
            Some(own) => Some((own, Probe::me(source)?)),
            None => None,
        },
        _ => None,
    })
}
