//! Files in: what people keep in spreadsheets becomes typed rows; it knows neither SQL nor screen.
//!
//! A file is read twice. The first reading proves that it is text, finds the delimiter, the header and what the columns
//! are, and how numbers and dates are written in each; the second makes a [`Batch`] of typed rows. Nothing is written
//! before every file of a command was read to its end, so a file that cannot be read changes nothing. The repository
//! writes a batch in one transaction and one action, and says what is new, updated, unchanged and refused.

pub mod batch;
mod build;
mod charges;
pub mod error;
pub mod field;
mod form;
mod header;
pub mod options;
mod read;
mod record;
pub mod summary;
pub mod tell;
mod value;

pub use batch::Batch;
pub use error::{FileError, Problem};
pub use options::{Options, Progress, Stage};
pub use read::{Import, in_order, read};
