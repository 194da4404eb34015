//! What Today knows of one client.

use crate::domain::day::Day;
use crate::domain::stars::Stars;

/// How often a client is to be seen and touched, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cadence {
    pub visit_every: Option<i32>,
    pub touch_every: Option<i32>,
}

/// The cadence of each number of stars, from 0★ to 5★.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy(pub [Cadence; 6]);

impl Policy {
    /// Of a client with these stars; without stars it is served like one of 0★.
    pub fn of(&self, stars: Option<Stars>) -> Cadence {
        let place = stars.map_or(0, |stars| usize::from(stars.get()));
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// When a client was put off, and to which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PutOff {
    pub on: Day,
    pub to: Day,
    /// How often since the last touch.
    pub times: i64,
}

impl PutOff {
    /// A touch on that day or later ends it, and its count.
    pub fn holds(&self, last_touch: Option<Day>) -> bool {
        last_touch.is_none_or(|touch| touch < self.on)
    }
}

/// What is known of a client as of a day. What lies after that day is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The stars in force.
    pub stars: Option<Stars>,
    /// Minor units a year.
    pub stake_minor: i64,
    /// The client's own, over what its stars ask.
    pub own: Cadence,
    /// The day on which it was entered.
    pub known_since: Day,
    pub last_visit: Option<Day>,
    pub last_touch: Option<Day>,
    /// The last purchase, of a client that bought on two days at least.
    pub last_buy: Option<Day>,
    /// Its usual interval between purchases.
    pub gap_millidays: i64,
    /// The earliest open follow-up.
    pub next_due: Option<Day>,
    /// The launch of the newest product that it was neither offered nor sold.
    pub launched: Option<Day>,
    pub put_off: Option<PutOff>,
    /// Archived, not to be contacted, or about to call us by itself.
    pub out_of_reach: bool,
    pub lost: bool,
}

impl Standing {
    /// Somebody entered today of whom nothing is known.
    pub fn unknown(today: Day) -> Self {
        Self {
            stars: None,
            stake_minor: 0,
            own: Cadence::default(),
            known_since: today,
            last_visit: None,
            last_touch: None,
            last_buy: None,
            gap_millidays: 0,
            next_due: None,
            launched: None,
            put_off: None,
            out_of_reach: false,
            lost: false,
        }
    }

    /// How often it was put off since the last touch.
    pub fn times_put_off(&self) -> i64 {
        self.put_off.filter(|put_off| put_off.holds(self.last_touch)).map_or(0, |put_off| put_off.times)
    }
}
