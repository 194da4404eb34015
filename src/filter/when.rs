//! Days as a filter says them: ages, days ahead, calendar dates and spans; and the windows in which things are counted.

use crate::domain::day::Day;
use crate::text::Lang;
use chrono::{Datelike as _, Days, Months, NaiveDate};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    pub(super) fn from_word(folded: &str) -> Option<Self> {
        Some(match folded {
            "d" | "dia" | "dias" | "day" | "days" => Self::Day,
            "w" | "s" | "sem" | "semana" | "semanas" | "week" | "weeks" => Self::Week,
            "m" | "mes" | "meses" | "month" | "months" => Self::Month,
            "q" | "t" | "quarter" | "quarters" | "trimestre" | "trimestres" => Self::Quarter,
            "y" | "a" | "ano" | "anos" | "year" | "years" => Self::Year,
            _ => return None,
        })
    }

    pub(super) fn letter(self, lang: Lang) -> char {
        match (self, lang) {
            (Self::Day, _) => 'd',
            (Self::Month, _) => 'm',
            (Self::Week, Lang::En) => 'w',
            (Self::Week, Lang::Es) => 's',
            (Self::Quarter, Lang::En) => 'q',
            (Self::Quarter, Lang::Es) => 't',
            (Self::Year, Lang::En) => 'y',
            (Self::Year, Lang::Es) => 'a',
        }
    }

    /// So many of it after a date, or before it.
    fn shift(self, date: NaiveDate, count: i32) -> Option<NaiveDate> {
        let size = count.unsigned_abs();
        let (days, months) = match self {
            Self::Day => (size, 0),
            Self::Week => (size.checked_mul(7)?, 0),
            Self::Month => (0, size),
            Self::Quarter => (0, size.checked_mul(3)?),
            Self::Year => (0, size.checked_mul(12)?),
        };
        if count < 0 {
            date.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days.into()))
        } else {
            date.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days.into()))
        }
    }
}

/// The span in which something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    Last(i32, Unit),
    Year(i32),
}

impl Window {
    /// Its first and last day. What lies ahead is not counted.
    pub fn days(window: Option<Self>, today: Day) -> (Day, Day) {
        let Some(date) = today.date() else { return (today, today) };
        let low = match window {
            None => None,
            Some(Self::Last(count, unit)) => unit.shift(date, -count).and_then(|date| date.succ_opt()),
            Some(Self::Year(year)) => NaiveDate::from_ymd_opt(year, 1, 1),
        };
        let high = match window {
            Some(Self::Year(year)) => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(date).min(date),
            None | Some(Self::Last(..)) => date,
        };
        (low.map_or(Day(i32::MIN), Day::from), high.into())
    }
}

/// A day, or a span of days, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// It never happened.
    Never,
    /// So long ago: `90d`.
    Ago(i32, Unit),
    /// So far from today: `+7d`, `-1d`; `today` is 0.
    Ahead(i32, Unit),
    Day(NaiveDate),
    Month(i32, u32),
    Quarter(i32, u32),
    Year(i32),
}

impl DateValue {
    pub(super) fn is_age(self) -> bool {
        matches!(self, Self::Ago(..))
    }

    /// The first and the last day of it; `None` beyond the calendar and for never.
    pub(super) fn span(self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let month = |year, month: u32, months| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
        };
        match self {
            Self::Never => None,
            Self::Ago(count, unit) => unit.shift(today, -count).map(|day| (day, day)),
            Self::Ahead(count, unit) => unit.shift(today, count).map(|day| (day, day)),
            Self::Day(day) => Some((day, day)),
            Self::Month(year, number) => month(year, number, 1),
            Self::Quarter(year, number) => month(year, number * 3 - 2, 3),
            Self::Year(year) => month(year, 1, 12),
        }
    }

    /// Can its days be computed from this one?
    pub(super) fn is_in_calendar(self, today: NaiveDate) -> bool {
        let within = |day: NaiveDate| (1..=9999).contains(&day.year());
        self == Self::Never || self.span(today).is_some_and(|(first, last)| within(first) && within(last))
    }
}

/// Days from `low` to `high`, both among them, and whether what never happened is meant too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    pub low: Day,
    pub high: Day,
    pub never: bool,
}

impl DaySpan {
    pub fn holds(&self, day: Option<Day>) -> bool {
        day.map_or(self.never, |day| self.low <= day && day <= self.high)
    }
}
