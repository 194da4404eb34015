//! The storage: all SQL, and nothing else. No other module names `rusqlite`.
//!
//! [`store::Store`] answers [`request::Request`]s; [`worker::Worker`] does so on a thread of its own. Every write is one
//! journal action.

mod briefs;
mod bulk;
mod cards;
mod clients;
mod contacts;
mod custom_fields;
pub mod doctor;
mod drafts;
mod dump;
pub mod error;
mod facts;
mod filter;
mod follow_ups;
mod goals;
mod import;
mod index;
mod interactions;
mod journal;
mod known;
mod list_rows;
mod lists;
mod look_up;
mod mail_templates;
mod many;
mod migrations;
mod offers;
mod open;
mod perform;
mod product_cards;
mod product_facts;
mod products;
mod ratings;
mod remembered;
pub mod request;
mod rows;
mod sales;
mod salespeople;
mod settings;
pub mod store;
mod surveys;
mod tables;
mod today;
mod totals;
mod values;
mod views;
mod week;
pub mod worker;
