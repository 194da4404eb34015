//! What the portfolio is made of: typed values without I/O, SQL or screen.
//!
//! For each entity: `…Draft` is what a form or a file brings in, `…Row` what a list shows of it.

pub mod brief;
pub mod bulk;
pub mod card;
pub mod client;
pub mod contact;
pub mod currency;
pub mod custom;
pub mod day;
pub mod follow_up;
pub mod goal;
pub mod ids;
pub mod interaction;
pub mod kinds;
pub mod list;
pub mod mail;
pub mod offer;
pub mod product;
pub mod product_card;
pub mod recurrence;
pub mod sale;
pub mod salesperson;
pub mod stars;
pub mod survey;
pub mod today;
pub mod totals;
pub mod view;
pub mod week;
