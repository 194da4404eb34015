//! cartera: a client-portfolio manager for the terminal.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod paths;
pub mod quicklog;
pub mod rating;
pub mod report;
pub mod repository;
pub mod text;
pub mod tui;
