//! What is told about a file: what was detected in it, what was left out and why, what is new; figures, no text.

mod reason;

pub use reason::{Reason, Rejection, Rejections, order_key};

use super::target::Target;
use crate::domain::currency::Currency;
use crate::text::Lang;
use crate::text::locale::DateOrder;

/// Lines of a kind that are named one by one; all of them are counted.
const EXAMPLES: usize = 5;

/// What a file holds, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    // In the order in which files of one command are written: what others refer to comes first.
    Salespeople,
    Products,
    Clients,
    Contacts,
    /// One row a sale line, with its client, contact, salesperson and product.
    Sales,
}

impl FileKind {
    /// The word by which it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Salespeople => "salespeople",
            Self::Products => "products",
            Self::Clients => "clients",
            Self::Contacts => "contacts",
            Self::Sales => "sales",
        }
    }

    pub fn label(self, lang: Lang) -> String {
        lang.t(match self {
            Self::Salespeople => "import-kind-salespeople",
            Self::Products => "import-kind-products",
            Self::Clients => "import-kind-clients",
            Self::Contacts => "import-kind-contacts",
            Self::Sales => "import-kind-sales",
        })
    }
}

/// Why one of several readings was chosen for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Values of the column allow no other.
    Values,
    /// Its own values allow several; those of other columns do not.
    Others,
    /// All values allow several: the order of the user's place.
    Locale,
}

/// How the values of a column are written, where that is not plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Number {
        decimal: char,
        because: Because,
    },
    Date {
        order: DateOrder,
        because: Because,
    },
    /// A discount as a fraction of 1 or in percent.
    Discount {
        percent: bool,
        decimal: char,
        because: Because,
    },
}

/// A column of the file and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// `None`: not imported.
    pub target: Option<Target>,
    /// `None` where there was nothing to decide.
    pub form: Option<Form>,
}

/// What the file looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    pub kind: FileKind,
    pub delimiter: char,
    pub bom: bool,
    /// The line of the header.
    pub header_line: u64,
    pub columns: Vec<Column>,
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// Does the last line end in a line break? One that does not may have been cut off.
    pub closed: bool,
}

/// How many rows, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    pub count: u64,
    /// The first few lines.
    pub lines: Vec<u64>,
    /// What their amounts come to, exactly.
    pub exact: Exact,
}

impl Tally {
    pub fn add(&mut self, line: u64, exact: Exact) {
        self.count += 1;
        if self.lines.len() < EXAMPLES {
            self.lines.push(line);
        }
        self.exact += exact;
    }
}

/// A sum of line amounts before any rounding: quantity in thousandths times price in millionths times the rest of the
/// discount in hundredths of a percent, 10^-13 of a currency unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Exact(pub i128);

impl std::ops::AddAssign for Exact {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }
}

impl Exact {
    /// In minor units of the currency, rounded once, half away from zero; saturates.
    pub fn minor(self, currency: Currency) -> i64 {
        let scale = 13_u32;
        crate::text::numbers::round_half_away(self.0, scale, currency.exponent()).unwrap_or(if self.0 < 0 {
            i64::MIN
        } else {
            i64::MAX
        })
    }
}

/// Rows that are no sale of a client, which is no fault of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Sold to nobody in particular.
    NoClient,
    /// The same as another row of its document, to the letter.
    Repeat,
    /// A cost of one's own: bank charges, a marketplace's fee, a bad debt.
    OwnCost,
    /// A quantity of nothing.
    NoQuantity,
}

/// What was taken and is worth knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// Lines of returns: documents whose lines come to less than nothing.
    Return,
    /// Money that is no product, kept as a line without one: postage, a discount, a correction by hand.
    Charge,
    /// Given away: a price of zero.
    Free,
    /// The amount in the file is not quantity times price less discount, which was taken.
    OtherAmount,
    /// Several rows about the same client, product, contact or salesperson, taken together.
    Merged,
}

/// How many of a kind are new, changed and the same as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub new: u64,
    pub updated: u64,
    pub unchanged: u64,
}

impl Count {
    pub fn all(self) -> u64 {
        self.new + self.updated + self.unchanged
    }

    pub fn changed(self) -> bool {
        self.new + self.updated > 0
    }
}

/// What became of the rows, by kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub salespeople: Count,
    pub families: Count,
    pub products: Count,
    pub clients: Count,
    pub contacts: Count,
    pub sales: Count,
    /// Lines of the sales.
    pub lines: Count,
}

impl Counts {
    pub fn changed(&self) -> bool {
        self.each().iter().any(|(_, count)| count.changed())
    }

    /// Each with the word by which it is stored.
    pub fn each(&self) -> [(&'static str, Count); 7] {
        [
            ("salespeople", self.salespeople),
            ("families", self.families),
            ("products", self.products),
            ("clients", self.clients),
            ("contacts", self.contacts),
            ("sales", self.sales),
            ("lines", self.lines),
        ]
    }
}

/// What the lines of one currency come to, returns taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    pub currency: Currency,
    /// The sum of the lines as they are kept: each rounded to a minor unit.
    pub minor: i64,
    /// The same before any rounding.
    pub exact: Exact,
    /// Lines whose amount had to be rounded.
    pub rounded: u64,
}

/// What writing a file did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    pub counts: Counts,
    /// By currency, of all lines that were taken, new or not.
    pub totals: Vec<Total>,
    /// Rows refused because of what is in the database.
    pub rejected: Rejections,
    /// Lines of sales that are dated after today.
    pub future: Tally,
}
