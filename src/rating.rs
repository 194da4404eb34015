//! From purchases and potential to stars; pure arithmetic that reads no clock, no database and no screen.
//!
//! A client's purchases become a [`Score`] (a pace of purchase times how likely it is that the client still buys), a
//! portfolio's scores become a [`Calibration`] (the amounts from which each star is given), and a score, a potential and a
//! calibration become a [`Rating`], the row that is stored and from which the explanation is told. Every stored figure is
//! an integer, and the order of lines, threads or platforms cannot change one: sums are integer, and the few real
//! operations are additions, products and quotients in a fixed order, rounded once.
//!
//! The ideas are those of recency, frequency and monetary value with an ABC (Pareto) cut; potential is share of wallet.

pub mod backtest;
pub mod calibration;
pub mod explain;
#[cfg(test)]
mod laws;
pub mod parameters;
mod real;
pub mod score;
pub mod stars;
pub mod weights;

pub use calibration::{Calibration, Collector, Portfolio, Source, ThresholdsError};
pub use explain::{explain, explain_change};
pub use parameters::{Parameters, ParametersError};
pub use score::{Potential, Purchase, Score, Summary, score, summarize};
pub use stars::{Rating, is_ratable, rate, star_line};
pub use weights::Weights;

/// Grows with every change of the definition that could change a star; stored with each rating.
pub const FORMULA_VERSION: u32 = 1;
