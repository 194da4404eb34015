//! Files in: what people keep in spreadsheets becomes typed rows; it knows neither SQL nor screen.
//!
//! A file is read twice. The first reading proves that it is text, finds the delimiter, the header and what the columns
//! are, and how numbers and dates are written in each; the second makes a [`Batch`] of typed rows. The repository writes a
//! batch and says what is new, updated, unchanged and refused.
//!
//! # Files of one command
//! All of them are read to their end before the first is written, so one that cannot be read changes nothing. They are
//! written in the order salespeople, products, clients, contacts, sales ([`in_order`]), each in one transaction and as one
//! action, so each can be undone by itself. What a file refers to and nobody knows is made. Files in several commands come
//! to the same portfolio in any order: what a file is about replaces what was known, what it says in passing only fills
//! gaps, and an empty cell says nothing.
//!
//! # What is the same
//! | thing | by |
//! |---|---|
//! | client | its code; else its name, and its city where both say one |
//! | product | its sku; else its name |
//! | salesperson | the code; else the name |
//! | contact | the client and the name |
//! | sale | the client, the number, sale or return, and the day; a number that is alone in its year also on another day |
//! | sale without a number | the client, the day, sale or return, and the same lines, or the same people in an earlier import |
//!
//! A name that several bear and nothing tells apart refuses the row.
//!
//! # Fields of one's own
//! A column of a list of clients or of sales that is called like a field that the portfolio defines for clients fills it.
//! A cell that does not fit is refused by itself; the rest of its row is taken.
//!
//! # Lines of sales
//! A document whose lines come to less than nothing is a return. Left out and counted are lines without a client, lines
//! that repeat another of their numbered document to the letter, one's own costs (bank charges, bad debts), and quantities
//! of zero. Postage, discounts and the like are money of the client's: lines without a product.

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
pub mod target;
pub mod tell;
mod value;

pub use batch::Batch;
pub use error::{FileError, Problem};
pub use options::{Options, Progress, Stage};
pub use read::{Import, in_order, read};
