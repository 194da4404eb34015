//! Why a row was refused, with its line and column, said so that it can be mended.

use crate::exchange::target::Target;
use crate::text::locale::DateOrder;
use crate::text::numbers::NumberError;
use crate::text::{Lang, safe};

/// Rejections that are named one by one; all of them are counted.
const KEPT: usize = 1_000;

/// How much of a bad value a message repeats, in screen columns.
const SHOWN: usize = 40;

/// A row that was not taken, or a cell of one that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// What the column at fault fills, where it is one.
    pub target: Option<Target>,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Another number of columns than the header has. A text in quotes over several lines may be a forgotten quote.
    Ragged {
        found: usize,
        wanted: usize,
        quoted_from: Option<u64>,
    },
    /// The field is needed and empty.
    Missing,
    NotANumber {
        text: String,
    },
    /// Not a day, or not in the order in which the column's other dates are.
    NotADate {
        text: String,
        order: DateOrder,
    },
    /// A year that no business record has.
    YearOutOfRange {
        text: String,
    },
    TooLong {
        max: usize,
        found: usize,
    },
    OutOfRange {
        text: String,
        min: i64,
        max: i64,
    },
    Negative {
        text: String,
    },
    NotPositive {
        text: String,
    },
    TooLarge,
    /// More digits after the decimal mark than the field keeps.
    TooManyDecimals {
        text: String,
        allowed: u32,
    },
    /// An amount of another currency than the portfolio's, where no rate can stand.
    OtherCurrency {
        found: String,
        wanted: &'static str,
    },
    /// None of the words that the field knows.
    UnknownWord {
        text: String,
    },
    UnknownCurrency {
        text: String,
    },
    /// Another currency than the portfolio's and no exchange rate beside it.
    NoRate {
        currency: String,
    },
    /// Several records have this name and nothing tells them apart.
    Ambiguous {
        name: String,
    },
    /// Somebody would report to themselves, by way of others or not.
    Circle {
        name: String,
    },
    /// Another row of the document names another currency or exchange rate.
    MixedCurrency,
}

impl Rejection {
    /// Was only the cell refused, and the rest of its row taken?
    pub fn is_cell(&self) -> bool {
        matches!(self.target, Some(Target::Own(_)))
    }

    /// "line 12, Quantity: not a number: “x”", safe to show.
    pub fn message(&self, lang: Lang) -> String {
        let why = self.reason.message(lang);
        let line = ("line", self.line.into());
        match &self.target {
            Some(target) => lang.ta(
                "import-rejected-field",
                &[line, ("field", target.label(lang).into()), ("why", why.into())],
            ),
            None => lang.ta("import-rejected-row", &[line, ("why", why.into())]),
        }
    }
}

impl Reason {
    /// Why the number in a cell was not taken.
    pub fn of_number(error: NumberError, cell: &str) -> Self {
        let text = cell.to_owned();
        match error {
            NumberError::TooLarge => Self::TooLarge,
            NumberError::TooManyDecimals { allowed } => Self::TooManyDecimals { text, allowed },
            NumberError::OtherCurrency { found, wanted } => Self::OtherCurrency { found, wanted },
            NumberError::Empty | NumberError::Malformed(_) => Self::NotANumber { text },
        }
    }

    /// The reason alone, safe to show.
    pub fn message(&self, lang: Lang) -> String {
        let quoted = |key: &str, text: &str| lang.ta(key, &[("text", safe::fit(text, SHOWN).into())]);
        match self {
            Self::Ragged { found, wanted, quoted_from: None } => {
                lang.ta("import-reason-ragged", &[("found", (*found).into()), ("wanted", (*wanted).into())])
            }
            Self::Ragged { found, wanted, quoted_from: Some(line) } => lang.ta(
                "import-reason-ragged-quote",
                &[("found", (*found).into()), ("wanted", (*wanted).into()), ("from", (*line).into())],
            ),
            Self::Missing => lang.t("import-reason-missing"),
            Self::NotANumber { text } => quoted("import-reason-number", text),
            Self::NotADate { text, order } => {
                let order = lang.t(order_key(*order));
                let text = safe::fit(text, SHOWN);
                lang.ta("import-reason-date", &[("text", text.into()), ("order", order.into())])
            }
            Self::YearOutOfRange { text } => quoted("import-reason-year", text),
            Self::TooLong { max, found } => {
                lang.ta("import-reason-too-long", &[("max", (*max).into()), ("found", (*found).into())])
            }
            Self::OutOfRange { text, min, max } => {
                let text = safe::fit(text, SHOWN);
                lang.ta(
                    "import-reason-range",
                    &[("text", text.into()), ("min", (*min).into()), ("max", (*max).into())],
                )
            }
            Self::Negative { text } => quoted("import-reason-negative", text),
            Self::NotPositive { text } => quoted("import-reason-not-positive", text),
            Self::TooLarge => lang.t("import-reason-too-large"),
            Self::TooManyDecimals { text, allowed } => lang.ta(
                "import-reason-decimals",
                &[("text", safe::fit(text, SHOWN).into()), ("allowed", (*allowed).into())],
            ),
            Self::OtherCurrency { found, wanted } => lang.ta(
                "import-reason-other-currency",
                &[("found", safe::fit(found, SHOWN).into()), ("wanted", (*wanted).into())],
            ),
            Self::UnknownWord { text } => quoted("import-reason-word", text),
            Self::UnknownCurrency { text } => quoted("import-reason-currency", text),
            Self::NoRate { currency } => quoted("import-reason-no-rate", currency),
            Self::Ambiguous { name } => quoted("import-reason-ambiguous", name),
            Self::Circle { name } => quoted("import-reason-circle", name),
            Self::MixedCurrency => lang.t("import-reason-mixed-currency"),
        }
    }
}

/// The catalogue's key of a date order.
pub fn order_key(order: DateOrder) -> &'static str {
    match order {
        DateOrder::Dmy => "date-order-dmy",
        DateOrder::Mdy => "date-order-mdy",
        DateOrder::Ymd => "date-order-ymd",
    }
}

/// The rejected rows and cells: all counted, the first ones kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rejections {
    pub count: u64,
    /// How many of them are cells whose row was taken.
    pub cells: u64,
    kept: Vec<Rejection>,
}

impl Rejections {
    pub fn add(&mut self, rejection: Rejection) {
        self.count += 1;
        self.cells += u64::from(rejection.is_cell());
        if self.kept.len() < KEPT {
            self.kept.push(rejection);
        }
    }

    /// How many rows were not taken.
    pub fn rows(&self) -> u64 {
        self.count.saturating_sub(self.cells)
    }

    /// The first ones, by line.
    pub fn kept(&self) -> &[Rejection] {
        &self.kept
    }

    /// Takes up those of a later step.
    pub fn absorb(&mut self, later: Self) {
        self.count += later.count;
        self.cells += later.cells;
        self.kept.extend(later.kept);
        self.kept.sort_by_key(|rejection| rejection.line);
        self.kept.truncate(KEPT);
    }
}
