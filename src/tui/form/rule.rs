//! What a line of a form may hold: how it is read, how it was understood, and what is wrong with it. Pure.

use super::FormContext;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::sale::RATE_ONE;
use crate::text::Arg;
use crate::text::dates::every::{self, EveryError};
use crate::text::dates::{self, DateError, Prefer};
use crate::text::numbers::{self, NumberError};

/// Decimals of a price, which is held in millionths.
const PRICE_EXPONENT: u32 = 6;
/// Decimals of an exchange rate, which is held in billionths.
const RATE_EXPONENT: u32 = 9;

/// Which dates a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// Something to be done: lies ahead; in the past it is allowed, with a warning.
    Due,
    /// Something that happened: lies behind; in the future it is allowed, with a warning.
    Happened,
    /// Either, rather behind.
    Any,
}

/// What one line may hold. An empty one is always "not known".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Text,
    Email,
    /// An ISO 4217 code.
    Currency,
    /// An amount of the base currency, not negative.
    Money,
    /// The same of either sign.
    Amount,
    /// A number of either sign with up to three decimals.
    Decimal,
    /// A price of one unit, not negative.
    Price,
    /// More than nothing.
    Quantity,
    /// From 0 to 100 %.
    Percent,
    /// Units of the base currency for one unit of another, more than nothing.
    Rate,
    /// A whole number within these.
    Whole {
        least: i64,
        most: i64,
    },
    Date(Dates),
    /// A day to be due on, or by how many days later or earlier, with a sign.
    DueOrBy,
    /// A price, or by which part of it more or less, in percent.
    PriceOrPart,
    /// How often something comes back.
    Every,
}

/// How a text was understood, where that is worth showing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// In the user's form; empty when the text says it already.
    pub text: String,
    /// It is allowed, but probably not what was meant.
    pub warning: bool,
}

impl Rule {
    /// How the text is understood, or what is wrong with it and an example of what is right.
    pub fn check(self, text: &str, ctx: &FormContext) -> Result<Understood, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Understood::default());
        }
        let number = |result: Result<Option<i64>, Wrong>| result.map_err(|wrong| self.explain(&wrong, ctx));
        let shown = |text: String| Understood { text, warning: false };
        match self {
            Self::Text => Ok(Understood::default()),
            Self::Email if is_email(text) => Ok(Understood::default()),
            Self::Email => Err(ctx.lang.t("form-error-email")),
            Self::Currency => match Currency::from_code(text) {
                Some(currency) => Ok(shown(numbers::sign(currency, &ctx.locale))),
                None => Err(ctx.lang.t("form-error-currency")),
            },
            Self::Money => number(money(text, ctx))
                .map(|minor| shown(numbers::money(minor.unwrap_or(0), ctx.currency, &ctx.locale))),
            Self::Amount => number(amount(text, ctx))
                .map(|minor| shown(numbers::money(minor.unwrap_or(0), ctx.currency, &ctx.locale))),
            Self::Decimal => number(decimal(text, ctx)).map(|_| Understood::default()),
            Self::Price => number(price(text, ctx))
                .map(|micros| shown(numbers::price(micros.unwrap_or(0), ctx.currency, &ctx.locale))),
            Self::Quantity => number(quantity(text, ctx)).map(|_| Understood::default()),
            Self::Percent => number(percent(text, ctx))
                .map(|points| shown(numbers::percent(points.unwrap_or(0), &ctx.locale))),
            Self::Rate => number(rate(text, ctx)).map(|_| Understood::default()),
            Self::Whole { least, most } => {
                number(whole(text, least, most, ctx)).map(|_| Understood::default())
            }
            Self::DueOrBy => match days_by(text) {
                Some(days) => Ok(shown(told_by(days, ctx))),
                None => Self::Date(Dates::Due).check(text, ctx),
            },
            Self::PriceOrPart => match part_by(text, ctx) {
                Some(points) => {
                    let points = points.map_err(|error| self.explain(&Wrong::Number(error), ctx))?;
                    if points < -10_000 {
                        return Err(self.explain(&Wrong::Negative, ctx));
                    }
                    let args = [("part", numbers::percent(points, &ctx.locale).into())];
                    Ok(shown(ctx.lang.ta("form-price-by", &args)))
                }
                None => Self::Price.check(text, ctx),
            },
            Self::Every => {
                match every::parse(text) {
                    Ok(every) => Ok(shown(every.map_or_else(
                        || ctx.lang.t("form-every-never"),
                        |every| every::label(every, ctx.lang),
                    ))),
                    Err(error) => Err(self.explain(&Wrong::Every(error), ctx)),
                }
            }
            Self::Date(kind) => match date(text, kind, ctx) {
                Ok(day) => Ok(understood_date(day, kind, ctx)),
                Err(error) => Err(self.explain(&Wrong::Date(error), ctx)),
            },
        }
    }

    /// What is wrong, followed by an example of what is accepted.
    fn explain(self, wrong: &Wrong, ctx: &FormContext) -> String {
        let lang = ctx.lang;
        let what = match wrong {
            Wrong::Number(error) => error.message(lang),
            Wrong::Date(error) => error.message(lang),
            Wrong::Every(error) => error.message(lang),
            Wrong::Negative => lang.t("form-error-negative"),
            Wrong::NotPositive => lang.t("form-error-not-positive"),
            Wrong::Outside { least, most } => {
                lang.ta("form-error-outside", &[("least", (*least).into()), ("most", (*most).into())])
            }
        };
        match self.example(ctx) {
            Some(example) => {
                lang.ta("form-error-with-example", &[("what", what.into()), ("example", example.into())])
            }
            None => what,
        }
    }

    /// A text that is accepted, in the form of the user's place.
    pub fn example(self, ctx: &FormContext) -> Option<String> {
        match self {
            Self::Text | Self::Email | Self::Currency => None,
            Self::Money | Self::Amount => Some(numbers::decimal(
                123_456 * 10_i64.pow(ctx.currency.exponent()) / 100,
                ctx.currency.exponent(),
                &ctx.locale,
            )),
            Self::Price => Some(price_text(45_900_000, ctx)),
            Self::Quantity | Self::Decimal => Some(numbers::quantity(2_500, &ctx.locale)),
            Self::Percent => Some(numbers::percent(1_250, &ctx.locale)),
            Self::Rate => Some(rate_text(925_000_000, ctx)),
            Self::Whole { least, most } => Some(30.clamp(least, most).to_string()),
            Self::Every => Some(ctx.lang.t("form-example-every")),
            Self::DueOrBy => Some("+7d".to_owned()),
            Self::PriceOrPart => Some(format!("+{}", numbers::percent(500, &ctx.locale))),
            Self::Date(kind) => {
                let words = match kind {
                    Dates::Due => "form-example-due",
                    Dates::Happened | Dates::Any => "form-example-past",
                };
                let date = dates::date(ctx.today, &ctx.locale);
                Some(ctx.lang.ta(words, &[("date", date.into())]))
            }
        }
    }

    /// The text as it is to stand once the cursor has left it: a day that was said relative to today is fixed, so that
    /// it means the same when the form is read again tomorrow.
    pub fn settled(self, text: &str, ctx: &FormContext) -> Option<String> {
        match self {
            Self::Date(kind) => date(text, kind, ctx).ok().map(|day| dates::date(day, &ctx.locale)),
            Self::DueOrBy if days_by(text).is_none() => Self::Date(Dates::Due).settled(text, ctx),
            Self::Currency => Currency::from_code(text).map(|currency| currency.code().to_owned()),
            Self::Every => every_text(text, ctx),
            Self::Text
            | Self::Email
            | Self::Money
            | Self::Amount
            | Self::Decimal
            | Self::Price
            | Self::Quantity
            | Self::Percent
            | Self::Rate
            | Self::DueOrBy
            | Self::PriceOrPart
            | Self::Whole { .. } => None,
        }
    }

    /// A text that was typed `there`, as it is typed `here`; `None` when it stays as it is, or cannot be read.
    pub fn said(self, text: &str, there: &FormContext, here: &FormContext) -> Option<String> {
        match self {
            Self::Date(kind) => date(text, kind, there).ok().map(|date| dates::date(date, &here.locale)),
            Self::Money => {
                let exponent = here.currency.exponent();
                money(text, there).ok()?.map(|minor| numbers::decimal(minor, exponent, &here.locale))
            }
            Self::Amount => {
                let exponent = here.currency.exponent();
                amount(text, there).ok()?.map(|minor| numbers::decimal(minor, exponent, &here.locale))
            }
            Self::Decimal => decimal(text, there).ok()?.map(|milli| numbers::quantity(milli, &here.locale)),
            Self::Price => price(text, there).ok()?.map(|micros| price_text(micros, here)),
            Self::Quantity => quantity(text, there).ok()?.map(|milli| numbers::quantity(milli, &here.locale)),
            Self::Percent => percent(text, there).ok()?.map(|points| numbers::percent(points, &here.locale)),
            Self::Rate => rate(text, there).ok()?.map(|nanos| rate_text(nanos, here)),
            Self::Whole { least, most } => {
                whole(text, least, most, there).ok()?.map(|number| number.to_string())
            }
            Self::Every => every_text(text, here),
            // They are asked for many rows, and never kept.
            Self::Text | Self::Email | Self::Currency | Self::DueOrBy | Self::PriceOrPart => None,
        }
    }

    /// The columns that a usual value needs; `None` when longer is better.
    pub fn width(self) -> Option<u16> {
        match self {
            Self::Text | Self::Email => None,
            Self::Currency | Self::Percent | Self::Whole { .. } => Some(8),
            Self::Money
            | Self::Amount
            | Self::Decimal
            | Self::Price
            | Self::PriceOrPart
            | Self::Rate
            | Self::Quantity
            | Self::Date(_)
            | Self::DueOrBy
            | Self::Every => Some(16),
        }
    }
}

/// Why a number or date does not do.
#[derive(Debug)]
pub enum Wrong {
    Number(NumberError),
    Date(DateError),
    Every(EveryError),
    Negative,
    NotPositive,
    Outside { least: i64, most: i64 },
}

/// `None` for an empty text.
type Read = Result<Option<i64>, Wrong>;

fn read(text: &str, parse: impl FnOnce(&str) -> Result<i64, NumberError>) -> Read {
    if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some).map_err(Wrong::Number) }
}

fn not_negative(read: Read) -> Read {
    match read? {
        Some(number) if number < 0 => Err(Wrong::Negative),
        number => Ok(number),
    }
}

fn positive(read: Read) -> Read {
    match read? {
        Some(number) if number <= 0 => Err(Wrong::NotPositive),
        number => Ok(number),
    }
}

/// Minor units of the base currency.
pub fn money(text: &str, ctx: &FormContext) -> Read {
    not_negative(read(text, |text| numbers::parse_money(text, ctx.currency, &ctx.locale)))
}

/// The same of either sign.
pub fn amount(text: &str, ctx: &FormContext) -> Read {
    read(text, |text| numbers::parse_money(text, ctx.currency, &ctx.locale))
}

/// Thousandths of either sign.
pub fn decimal(text: &str, ctx: &FormContext) -> Read {
    read(text, |text| numbers::parse_quantity(text, &ctx.locale))
}

/// Millionths.
pub fn price(text: &str, ctx: &FormContext) -> Read {
    not_negative(read(text, |text| numbers::parse_price(text, ctx.currency, &ctx.locale)))
}

/// Thousandths.
pub fn quantity(text: &str, ctx: &FormContext) -> Read {
    positive(read(text, |text| numbers::parse_quantity(text, &ctx.locale)))
}

/// Hundredths of a percent.
pub fn percent(text: &str, ctx: &FormContext) -> Read {
    match read(text, |text| numbers::parse_percent(text, &ctx.locale))? {
        Some(points) if !(0..=10_000).contains(&points) => Err(Wrong::Outside { least: 0, most: 100 }),
        points => Ok(points),
    }
}

/// Billionths.
pub fn rate(text: &str, ctx: &FormContext) -> Read {
    positive(read(text, |text| {
        let (mantissa, scale) = numbers::parse_decimal(text, &ctx.locale)?;
        if scale > RATE_EXPONENT {
            return Err(NumberError::TooManyDecimals { allowed: RATE_EXPONENT });
        }
        numbers::round_half_away(mantissa, scale, RATE_EXPONENT)
    }))
}

pub fn whole(text: &str, least: i64, most: i64, ctx: &FormContext) -> Read {
    match read(text, |text| numbers::parse_int(text, &ctx.locale))? {
        Some(number) if !(least..=most).contains(&number) => Err(Wrong::Outside { least, most }),
        number => Ok(number),
    }
}

pub fn date(text: &str, kind: Dates, ctx: &FormContext) -> Result<chrono::NaiveDate, DateError> {
    let prefer = match kind {
        Dates::Due => Prefer::Future,
        Dates::Happened | Dates::Any => Prefer::Past,
    };
    dates::parse(text, ctx.today, prefer, &ctx.locale)
}

/// By how many days: a sign, a number and the letter of days or weeks, `+7d`, `-2s`, `-2w`.
pub fn days_by(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, rest) =
        text.strip_prefix('+').map(|rest| (1, rest)).or_else(|| Some((-1, text.strip_prefix('-')?)))?;
    let rest = rest.trim();
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(end);
    let days = match unit.trim().to_lowercase().as_str() {
        "" | "d" => 1,
        "w" | "s" => 7,
        _ => return None,
    };
    number.parse::<i32>().ok()?.checked_mul(sign * days)
}

fn told_by(days: i32, ctx: &FormContext) -> String {
    let key = if days < 0 { "form-days-earlier" } else { "form-days-later" };
    ctx.lang.ta(key, &[("count", i64::from(days.unsigned_abs()).into())])
}

/// By which part, in hundredths of a percent: a number and the sign of percent, `+5 %`. `None` without that sign.
pub fn part_by(text: &str, ctx: &FormContext) -> Option<Result<i64, NumberError>> {
    let text = text.trim();
    let number = text.strip_suffix('%')?.trim();
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    Some(numbers::parse_percent(number, &ctx.locale).map(|points| points * sign))
}

fn understood_date(day: chrono::NaiveDate, kind: Dates, ctx: &FormContext) -> Understood {
    let args: [(&str, Arg); 2] =
        [("weekday", dates::weekday(day, ctx.lang).into()), ("date", dates::date(day, &ctx.locale).into())];
    let (key, warning) = match kind {
        Dates::Due if day < ctx.today => ("form-date-past", true),
        Dates::Happened if day > ctx.today => ("form-date-future", true),
        Dates::Due | Dates::Happened | Dates::Any => ("form-date-understood", false),
    };
    Understood { text: ctx.lang.ta(key, &args), warning }
}

/// Looks like an address; whether it is one only sending tells.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !",;<>()".contains(c);
    !local.is_empty()
        && !local.contains('@')
        && text.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// Millionths as a form shows them: as many decimals as the currency has, more where the price has them.
pub fn price_text(micros: i64, ctx: &FormContext) -> String {
    trimmed(micros, PRICE_EXPONENT, ctx.currency.exponent(), ctx)
}

/// Billionths as a form shows them.
pub fn rate_text(nanos: i64, ctx: &FormContext) -> String {
    trimmed(nanos, RATE_EXPONENT, 0, ctx)
}

/// Without the zeros after the last digit that says something, but with `least` decimals.
fn trimmed(number: i64, exponent: u32, least: u32, ctx: &FormContext) -> String {
    let (mut number, mut decimals) = (number, exponent);
    while decimals > least && number % 10 == 0 {
        number /= 10;
        decimals -= 1;
    }
    numbers::decimal(number, decimals, &ctx.locale)
}

/// A list price of the base currency in another one, at the rate of the sale.
pub fn price_at_rate(micros: i64, rate_nanos: i64) -> Option<i64> {
    let scaled = i128::from(micros) * i128::from(RATE_ONE);
    let rate = i128::from(rate_nanos);
    (rate > 0).then(|| i64::try_from((scaled + rate / 2) / rate).ok()).flatten()
}

/// How often, as it is shown; `None` for what cannot be read, or does not come back.
fn every_text(text: &str, ctx: &FormContext) -> Option<String> {
    every::parse(text).ok().flatten().map(|every| every::label(every, ctx.lang))
}

/// The day in the form in which a field shows it.
pub fn day_text(day: Day, ctx: &FormContext) -> String {
    day.date().map_or_else(String::new, |date| dates::date(date, &ctx.locale))
}
