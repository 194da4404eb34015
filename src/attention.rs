//! Whom to contact today, and why; pure arithmetic that reads no clock, no database and no screen.
//!
//! A client's [`Standing`] as of a day gives its [`Reason`]s, each with an urgency; its stake and the greatest urgency give
//! its [`Rank`], the one order of Today. Whoever reads the terms can compute the place by hand.
//!
//! # Reasons
//!
//! Days are whole; a limit counts as passed on the very day: *every 30 d* asks on the 30th day after the last visit.
//!
//! | reason | when | elapsed ÷ period |
//! |---|---|---|
//! | follow-up | an open one is due today or earlier, `d` days ago | `2 + d/7` |
//! | never contacted | no touch was ever written down | without end |
//! | visit | `visit_every` of the client, else of its stars; never visited counts from the day it was entered | since ÷ every |
//! | touch | the same with `touch_every`; a visit is a touch as well, a note is none | since ÷ every |
//! | silent | bought on two days at least, and nothing for 2 of its usual intervals `g` (of 7 d at least) | since ÷ 2·g |
//! | launch | 4★ or more, neither offered nor sold a product launched in the last 90 d | since ÷ 30 d, at least 1 |
//!
//! A client without stars is served like one of 0★. After more than 12 intervals without a purchase a client is lost rather
//! than silent (the same limit takes the last star away): only its cadence still asks. Who was contacted within its usual
//! interval (14 d at least) was asked about its silence already, and who was contacted within 7 d is not asked for a launch.
//!
//! # Who is left out
//!
//! Clients that are archived, must not be contacted, or will call us (until the day agreed), with all their reasons: what
//! was promised to one of them stays in the follow-ups. With all reasons but a follow-up that is due: a lost client, one
//! that was put off to a later day, one contacted today, and one for whom something is planned within the next 7 days. A
//! touch since it was put off ends that, and the count of it.
//!
//! # The order
//!
//! ```text
//! urgency = 2 − period/elapsed        1 when just due, 1.5 when twice as long, never above 2; never contacted is 2
//! stake   = rate + w · max(0, c·P − rate)
//! score   = stake × the greatest urgency
//! ```
//!
//! `rate` is the pace of purchase and `c·P` the believed potential of [`crate::rating`]; unlike the value there, the stake is
//! not lowered by silence, or a client would sink because it was neglected. Stars given by hand count for the least amount
//! that earns them. Urgency at most doubles a stake: a client worth more than twice as much always comes first, however late
//! and however loud the other is. Equal scores go by urgency, then potential, then name, then key, so that the order is
//! total; with nothing at stake the never contacted come first.
//!
//! # The cut
//!
//! A capacity of touches a week, less those already made this week, cuts the list after so many clients. A promise due is a
//! promise: such clients are shown below the cut too, in their place in the order, and never push a better client out.

#[cfg(test)]
mod laws;
mod rank;
mod reason;
mod standing;
pub mod tell;

pub use rank::{Rank, cut, score, stake};
pub use reason::{Late, Reason, reasons, urgency};
pub use standing::{Cadence, Policy, PutOff, Standing};

/// Usual intervals without a purchase after which a client is silent.
pub const SILENT_AFTER: i64 = 2;

/// Usual intervals after which a client is no longer silent, but lost: [`crate::rating`] gives it no star either.
pub const SILENT_UNTIL: i64 = 12;

/// Days for which a launch is news.
pub const LAUNCH_DAYS: i32 = 90;

/// The stars from which a client is good enough to hear of a launch first, and to be missed when it is put off again.
pub const GOOD_STARS: u8 = 4;

/// Putting a good client off so often shows on the manager's list.
pub const PUT_OFF_LIMIT: i64 = 3;

/// What is planned within so many days needs no other reason.
pub const PLANNED_DAYS: i32 = 7;
