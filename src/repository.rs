//! The storage: all SQL, and nothing else. No other module names `rusqlite`.

pub mod error;
pub mod request;
pub mod store;
pub mod worker;
