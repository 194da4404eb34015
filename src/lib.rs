//! cartera: a client-portfolio manager for the terminal.
//!
//! A company's clients, its people there, sales, visits and follow-ups live in one local SQLite file. Stars from 0 to 5
//! say what each client is worth. A [`ratatui`] screen and a command line are two faces of the same requests.
//!
//! ```text
//!  terminal ──input thread──► events ◄──replies── storage thread (owns the connection)
//!                               │ main: all that waits        ▲ requests
//!                               ▼                             │
//!     tui::input ─► tui::update(&mut Model, Msg) ─► effects ─► app
//!                               │ then, once
//!                               ▼
//!                       tui::view::draw(&Model)
//! ```
//!
//! Data walks one way: a key or a file becomes a typed value ([`tui::form`], [`exchange`]), that a
//! [`repository::request::Request`], that rows and a journal entry in one transaction, that a
//! [`repository::request::Reply`], that the state of a page, that a frame.
//!
//! | module | holds | knows nothing of |
//! |---|---|---|
//! | [`domain`] | what the portfolio is made of: typed values | everything below |
//! | [`text`] | what users read: catalogue, locale, numbers, dates, and the display boundary [`text::safe`] | storage, screen, files |
//! | [`quicklog`] | the one-line entry: a line → typed parts, and back to words | storage, screen, files |
//! | [`filter`] | which rows of a list are wanted: a line of words and `field:value` → a typed filter, and back | storage, screen, files |
//! | [`analysis`] | what sales say besides the stars: stopped products, what clients alike buy, trends | storage, screen, files |
//! | [`rating`] | purchases and potential → stars, and why | storage, screen, files |
//! | [`mail`] | emails from templates: language, placeholders, the URL for the mail program | storage, screen, files |
//! | [`attention`] | who is to be contacted, why, and in which order | storage, screen, files |
//! | [`exchange`] | files in | screen |
//! | [`repository`] | all SQL: schema, journal, derived facts, lists | screen, files but its own |
//! | [`entry`] | a line of the quick log with its names found: shared by screen and shell | SQL, screen, files |
//! | [`tui`] | messages in, effects out, frames | SQL, threads, files |
//! | [`cli`] | one file a command | SQL |
//! | [`app`] | terminal, threads, signals | what any key means |
//! | [`clock`] | the only reader of the clock | |
//!
//! # Invariants, and what holds them
//!
//! 1. `rusqlite` is named only in [`repository`]; the pure modules name neither it nor ratatui nor files; views take
//!    `&Model` and name no repository: `tests/it/architecture.rs` reads the sources.
//! 2. Every write of a user is one [`Action`](repository::request::Verb): rows, journal and derived facts in one
//!    immediate transaction. Undo and redo give back the very state: a state machine in `tests/it/journal.rs`.
//! 3. Derived facts (stars, last purchase, next follow-up …) equal computing them anew: the same test.
//! 4. Text from data reaches the terminal only through [`text::safe`]: `tests/it/display.rs` puts hostile text into every
//!    field and looks at every screen.
//! 5. The clock is read only in [`clock`]: `.clippy.toml`, and the architecture test.
//! 6. No default key needs `AltGr`, every action has a key or is listed without one, no two keys clash:
//!    `tests/it/keymap.rs`.
//! 7. Both languages have the same messages with the same variables, and each is used: `tests/it/catalogue.rs`.
//! 8. Stars are 0 to 5 ([`domain::stars::Stars`], a `CHECK`, property tests); *not rated* is `None`, never 0.
//!
//! # Where do I change …
//!
//! | to add | touch |
//! |---|---|
//! | a column to the clients | a new file in `migrations/`, [`domain::client`], `repository/clients.rs`, the form in `tui/form/kind/client.rs`, the cell in `tui/columns.rs`, both `.ftl` |
//! | a column that only lists | [`domain::list`], `repository/lists/order.rs` (sorting) and `repository/list_rows.rs`, `tui/columns.rs` |
//! | a column by which rows are grouped | `domain/list/group.rs`, `repository/lists/gather.rs`, `text/groups.rs` |
//! | a list, or another face of a tab | [`domain::list`], `repository/lists/source.rs`, `repository/list_rows.rs`, `tui/row.rs`, `tui/tab.rs` (its digit), a file in `tui/view/rows/` |
//! | a key or an action | `src/default.toml`, `tui/action.rs`, `tui/act.rs`; help and footer follow |
//! | a field of the filter | `filter/field.rs` (names, kind, lists), `repository/filter/clients.rs` or `own.rs` (its statement or column), a line in `tests/it/filter_laws.rs` |
//! | a view that comes ready | [`domain::view`], a migration that adds its row, `view-…` in both catalogues |
//! | what many rows can be changed in at once | [`domain::bulk`], `repository/bulk.rs` |
//! | a request | [`repository::request`], [`repository::store`], its table's file, a test in `tests/it/repository.rs` |
//! | a reason of Today | [`attention`] (its table, `reason.rs`, `laws.rs`), `repository/today.rs`, `why-…` in both `.ftl` |
//! | a command | a file in `cli/`, its test in `tests/it/cli.rs` |
//! | a part of the quick log's line | `quicklog/words.rs` and `quicklog/parse.rs` (of a sale `quicklog/sale.rs`), what it means in [`entry`], `cli/log.rs` for scripts |
//! | what an email can be filled in with | `mail/placeholder.rs`, `tui/mailing/letter.rs`, `form-section-mail` in both `.ftl`, [`config::DEFAULT`] |
//! | a word that users read | `text/es.ftl` and `text/en.ftl`, in the commit that uses it |

pub mod analysis;
pub mod app;
pub mod attention;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod domain;
pub mod entry;
pub mod exchange;
pub mod filter;
pub mod mail;
pub mod paths;
pub mod quicklog;
pub mod rating;
pub mod report;
pub mod repository;
pub mod text;
pub mod tui;
