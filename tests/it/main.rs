//! The one binary of integration tests; a module for each part.
#![expect(clippy::wildcard_enum_match_arm, reason = "any other answer fails the test")]

#[cfg(test)]
mod acting;
#[cfg(test)]
mod activity;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod brief;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod bulk_terminal;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod chips;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod completing;
#[cfg(test)]
mod custom_columns;
#[cfg(test)]
mod custom_fields;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod display;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod filter_laws;
#[cfg(test)]
mod filter_line;
#[cfg(test)]
mod filter_rows;
#[cfg(test)]
mod follow_up_screens;
#[cfg(test)]
mod follow_ups;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod import;
#[cfg(test)]
mod import_shell;
#[cfg(test)]
mod inheriting;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod keymap;
#[cfg(test)]
mod list_shell;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod many;
#[cfg(test)]
mod marked;
#[cfg(test)]
mod marks;
#[cfg(test)]
mod mouse;
#[cfg(test)]
mod offers;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod palette;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod portfolio_lists;
#[cfg(test)]
mod products;
#[cfg(test)]
mod quicklog;
#[cfg(test)]
mod quicklog_shell;
#[cfg(test)]
mod quicklog_stored;
#[cfg(test)]
mod quicklog_terminal;
#[cfg(test)]
mod rating;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod repository;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod shared;
#[cfg(test)]
mod support;
#[cfg(test)]
mod surveys;
#[cfg(test)]
mod tags;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod today;
#[cfg(test)]
mod today_screen;
#[cfg(test)]
mod today_shell;
#[cfg(test)]
mod typing;
#[cfg(test)]
mod update;
#[cfg(test)]
mod values;
#[cfg(test)]
mod views;
#[cfg(test)]
mod week;
