//! What Today goes by of each client, packed: a million of them stay in memory.

use crate::attention::{Cadence, PutOff, Standing, stake};
use crate::domain::day::Day;
use crate::domain::stars::Stars;
use crate::rating::{Calibration, Parameters};
use rusqlite::Row;

/// No day, and no days.
const NO_DAY: i32 = i32::MIN;
const NO_DAYS: u16 = 0;

/// The columns of a client that [`Care::read`] reads, in its order.
pub const COLUMNS: &str = "c.owner_id, c.created_day, f.gap_millidays, coalesce(f.purchase_days, 0),
    coalesce(f.rate_minor, 0), coalesce(f.potential_minor, c.potential_minor, 0), coalesce(f.confidence, 2),
    coalesce(c.override_until >= :today, 0), c.visit_every, c.touch_every, c.do_not_contact,
    c.stage = 'lost', c.they_call, c.they_call_until, c.put_off_on, c.put_off_to, c.put_offs";

/// How many columns those are.
pub const COUNT: usize = 17;

/// What a stake is computed with.
#[derive(Debug, Clone, Copy)]
pub struct Ruler {
    weight_ppm: i64,
    /// From how much 2★, 3★, 4★ and 5★ are given; `None` before anything was calibrated.
    thresholds: Option<[i64; 4]>,
}

impl Ruler {
    pub fn of(calibration: Option<&Calibration>) -> Self {
        let weight_ppm =
            calibration.map_or_else(Parameters::default, |it| it.parameters).potential_weight_ppm;
        let thresholds = calibration.filter(|it| !it.is_empty()).map(|it| it.thresholds);
        Self { weight_ppm, thresholds }
    }

    /// The least that earns these stars.
    fn least(&self, stars: i8) -> i64 {
        let place = usize::try_from(stars).ok().and_then(|stars| stars.checked_sub(2));
        place.zip(self.thresholds).and_then(|(place, from)| from.get(place).copied()).unwrap_or(0)
    }
}

/// One client's part.
#[derive(Debug, Clone, Copy)]
pub struct Care {
    /// 0 for nobody.
    pub owner: i64,
    pub stake: i64,
    pub known_since: i32,
    /// 0 of a client without a rhythm of its own.
    gap_millidays: u32,
    put_off_on: i32,
    put_off_to: i32,
    /// `i32::MAX` when no day was agreed.
    they_call_until: i32,
    visit_every: u16,
    touch_every: u16,
    put_offs: u16,
    do_not_contact: bool,
    lost: bool,
}

impl Care {
    /// From the columns that begin at `from`; `stars` are those in force.
    pub fn read(row: &Row<'_>, from: usize, stars: i8, ruler: &Ruler) -> rusqlite::Result<Self> {
        let day =
            |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i32>>(from + at)?.unwrap_or(NO_DAY));
        let days =
            |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u16>>(from + at)?.unwrap_or(NO_DAYS));
        let gap: i64 = row.get::<_, Option<i64>>(from + 2)?.unwrap_or(0);
        let purchase_days: i64 = row.get(from + 3)?;
        let has_rhythm = purchase_days > 1;
        let mut stake = stake(row.get(from + 4)?, row.get(from + 5)?, row.get(from + 6)?, ruler.weight_ppm);
        if row.get::<_, bool>(from + 7)? {
            stake = stake.max(ruler.least(stars));
        }
        let they_call = row.get::<_, bool>(from + 12)?;
        Ok(Self {
            owner: row.get::<_, Option<i64>>(from)?.unwrap_or(0),
            stake,
            known_since: day(1)?,
            gap_millidays: if has_rhythm { u32::try_from(gap).unwrap_or(u32::MAX) } else { 0 },
            put_off_on: day(14)?,
            put_off_to: day(15)?,
            they_call_until: match (they_call, row.get::<_, Option<i32>>(from + 13)?) {
                (false, _) => NO_DAY,
                (true, until) => until.unwrap_or(i32::MAX),
            },
            visit_every: days(8)?,
            touch_every: days(9)?,
            put_offs: u16::try_from(row.get::<_, i64>(from + 16)?).unwrap_or(u16::MAX),
            do_not_contact: row.get(from + 10)?,
            lost: row.get(from + 11)?,
        })
    }

    /// The standing as of a day, with what the list knows of the client itself.
    pub fn standing(&self, stars: i8, last: Last, today: Day) -> Standing {
        let days = |days: u16| (days != NO_DAYS).then_some(i32::from(days));
        let put_off = (self.put_off_on != NO_DAY && self.put_off_to != NO_DAY).then_some(PutOff {
            on: Day(self.put_off_on),
            to: Day(self.put_off_to),
            times: i64::from(self.put_offs),
        });
        Standing {
            stars: u8::try_from(stars).ok().and_then(Stars::new),
            stake_minor: self.stake,
            own: Cadence { visit_every: days(self.visit_every), touch_every: days(self.touch_every) },
            known_since: Day(self.known_since),
            last_visit: last.visit,
            last_touch: last.touch,
            last_buy: last.buy.filter(|_| self.gap_millidays > 0),
            gap_millidays: i64::from(self.gap_millidays),
            next_due: last.next_due,
            launched: None,
            put_off,
            out_of_reach: self.do_not_contact || self.they_call_until > today.0,
            lost: self.lost,
        }
    }
}

/// The days that the list shows too.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    pub visit: Option<Day>,
    pub touch: Option<Day>,
    pub buy: Option<Day>,
    pub next_due: Option<Day>,
}
