//! The line that asks to which day a follow-up, or a client of Today, is put off; nothing typed is a week.

use super::TextField;
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::{ClientId, FollowUpId};
use crate::domain::today::TodayRow;
use crate::repository::request::{Each, Request};
use crate::text::Terms;
use crate::text::dates::{self, Prefer};
use crate::tui::status::Tone;

/// Days by which a follow-up is put off unless a day is said.
const WEEK: i32 = 7;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    FollowUp(FollowUpId),
    Client(ClientId),
    /// The marked ones: follow-ups, or clients of Today.
    Many {
        follow_ups: bool,
    },
}

/// What is being put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    what: What,
    pub client_name: String,
    due: Day,
    snoozes: i64,
    pub field: TextField,
}

/// A week later, from today where it is late.
pub fn by_a_week(due: Day, today: Day) -> Day {
    due.max(today).plus(WEEK)
}

impl PutOff {
    pub fn new(row: &FollowUpRow) -> Self {
        let (client_name, field) = (row.client_name.clone(), TextField::default());
        Self { what: What::FollowUp(row.id), client_name, due: row.due, snoozes: row.snoozes, field }
    }

    /// Of a client to whom nothing is promised.
    pub fn of_client(row: &TodayRow, today: Day) -> Self {
        let (client_name, field) = (row.name.clone(), TextField::default());
        let due = row.put_off_to.unwrap_or(today);
        Self { what: What::Client(row.id), client_name, due, snoozes: row.times_put_off, field }
    }

    /// Of the marked rows, by what they are told as.
    pub fn of_many(told: String, follow_ups: bool, today: Day) -> Self {
        let (what, field) = (What::Many { follow_ups }, TextField::default());
        Self { what, client_name: told, due: today, snoozes: 0, field }
    }

    /// What is done to each of many.
    pub fn each(&self, terms: Terms) -> Result<Option<Each>, String> {
        let to = Some(self.to(terms)?).filter(|_| !self.field.is_empty());
        Ok(match self.what {
            What::Many { follow_ups: true } => Some(Each::SnoozeFollowUp { to }),
            What::Many { follow_ups: false } => Some(Each::PutOff { to }),
            What::FollowUp(_) | What::Client(_) => None,
        })
    }

    /// The day that is said, or what is wrong with it.
    fn to(&self, terms: Terms) -> Result<Day, String> {
        let lang = terms.locale.lang;
        if self.field.is_empty() {
            return Ok(by_a_week(self.due, terms.today));
        }
        let today = terms.today.date().unwrap_or_default();
        match dates::parse(self.field.text(), today, Prefer::Future, &terms.locale) {
            Ok(date) if Day::from(date) < terms.today => {
                Err(lang.ta("put-off-past", &[("date", dates::date(date, &terms.locale).into())]))
            }
            Ok(date) if Day::from(date) == terms.today && !self.is_follow_up() => {
                Err(lang.t("put-off-client-today"))
            }
            Ok(date) => Ok(Day::from(date)),
            Err(error) => Err(error.message(lang)),
        }
    }

    fn is_follow_up(&self) -> bool {
        matches!(self.what, What::FollowUp(_) | What::Many { follow_ups: true })
    }

    /// The request that puts it off; `None` for many rows.
    pub fn request(&self, terms: Terms) -> Result<Option<Request>, String> {
        let to = self.to(terms)?;
        Ok(match self.what {
            What::FollowUp(id) => Some(Request::SnoozeFollowUp { id, to }),
            What::Client(client) => Some(Request::PutOff { client, to }),
            What::Many { .. } => None,
        })
    }

    /// What Enter will do, or why not.
    pub fn told(&self, terms: Terms) -> (Tone, String) {
        let lang = terms.locale.lang;
        let is_many = matches!(self.what, What::Many { .. });
        let to = match self.to(terms) {
            Ok(_) if is_many && self.field.is_empty() => return (Tone::Done, lang.t("put-off-many")),
            Ok(to) => to,
            Err(what) => return (Tone::Error, what),
        };
        let weekday = to.date().map(|date| dates::weekday(date, lang)).unwrap_or_default();
        let from = terms.date(self.due);
        if is_many {
            let args = [("weekday", weekday.into()), ("to", terms.date(to).into())];
            return (Tone::Done, lang.ta("put-off-many-to", &args));
        }
        let times = self.snoozes + i64::from(to > self.due);
        let args = [
            ("weekday", weekday.into()),
            ("to", terms.date(to).into()),
            ("from", from.into()),
            ("count", times.into()),
        ];
        let key = if to > self.due { "put-off-later" } else { "put-off-earlier" };
        let text = lang.ta(key, &args);
        let hint =
            if self.field.is_empty() { format!("   {}", lang.t("put-off-hint")) } else { String::new() };
        (Tone::Done, text + &hint)
    }
}
