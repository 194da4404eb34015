//! What the portfolio is made of: typed values without I/O, SQL or screen.

pub mod currency;
pub mod day;
pub mod ids;
pub mod kinds;
pub mod stars;
