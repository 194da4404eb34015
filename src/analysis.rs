//! What sales say besides the stars: products that a client stopped buying, products that clients alike buy and it does
//! not, and whether a product rises or falls. Pure arithmetic on integers: it knows no storage, screen or clock.
//!
//! Each definition says what it was measured to be worth on the sales of a wholesaler that nobody arranged for it
//! (Online Retail, 2010-12-01 to 2011-12-09, CC0), with what was bought after a cut held out.

pub mod habit;
pub mod peers;
pub mod trend;
