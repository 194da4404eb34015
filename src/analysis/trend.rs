//! Does a product sell more than before, or less?

use crate::domain::day::Day;
use crate::text::{Locale, numbers};

/// What is compared: the days up to today, and as many before them. The same for all products, so that they can be
/// compared with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// The last 365 days against the 365 before: seasons cancel out.
    Year,
    /// The last 90 days against the 90 before, while there are not two years of sales.
    Quarter,
}

impl Window {
    /// The longest that the sales reach back for twice.
    pub fn of(first_sale: Option<Day>, today: Day) -> Self {
        let reach = first_sale.map_or(0, |first| today.since(first));
        if reach >= 2 * Self::Year.days() { Self::Year } else { Self::Quarter }
    }

    pub fn days(self) -> i32 {
        match self {
            Self::Year => 365,
            Self::Quarter => 90,
        }
    }
}

/// Less than this, in hundredths, is no trend: a product that sells as before is neither up nor down.
const STEADY_PERCENT: i64 = 10;

/// How a product sells, compared with before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// More, by so many hundredths.
    Up(i64),
    /// Less, by so many hundredths; 100 when nothing was sold any more.
    Down(i64),
    /// As before, but for so many hundredths, up or down: too few to speak of.
    Steady(i64),
    /// Nothing was sold before, something now.
    New,
    /// Nothing now nor before.
    Nothing,
}

impl Trend {
    /// An arrow and by how much: `▲ 35 %`, `▼ 20 %`, `=`, new.
    pub fn label(self, locale: &Locale) -> String {
        /// More is no longer a matter of hundredths.
        const MOST: i64 = 999;
        let percent = |percent: i64| numbers::percent(percent.min(MOST) * 100, locale);
        match self {
            Self::Up(by) if by > MOST => format!("▲ >{}", percent(by)),
            Self::Up(by) => format!("▲ {}", percent(by)),
            Self::Down(by) => format!("▼ {}", percent(by)),
            Self::Steady(_) => "=".to_owned(),
            Self::New => locale.t("trend-new"),
            Self::Nothing => String::new(),
        }
    }

    /// Of net sales in minor units; what came back counts as nothing sold.
    pub fn of(now: i64, before: i64) -> Self {
        let (now, before) = (now.max(0), before.max(0));
        if before == 0 {
            return if now == 0 { Self::Nothing } else { Self::New };
        }
        let change = (i128::from(now) - i128::from(before)) * 100;
        let half = i128::from(before) / 2;
        let percent = (change + if change < 0 { -half } else { half }) / i128::from(before);
        let percent = i64::try_from(percent).unwrap_or(i64::MAX);
        match percent {
            STEADY_PERCENT.. => Self::Up(percent),
            percent if percent <= -STEADY_PERCENT => Self::Down(-percent),
            percent => Self::Steady(percent),
        }
    }

    /// By how many hundredths more, less than zero for less; `None` where there is nothing to compare with.
    pub fn percent(self) -> Option<i64> {
        match self {
            Self::Up(percent) | Self::Steady(percent) => Some(percent),
            Self::Down(percent) => Some(-percent),
            Self::New | Self::Nothing => None,
        }
    }
}

/// The months that a small drawing of a product's or a client's sales shows.
pub const MONTHS: usize = 12;

/// Amounts as a line of bars of eight heights; the highest is the largest, nothing sold is a low line.
pub fn sparkline(amounts: &[i64]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = i128::from(amounts.iter().copied().max().unwrap_or(0).max(1));
    let bar = |amount: &i64| {
        let height = i128::from(*amount.max(&0)) * 7;
        let level = (height + most - 1) / most;
        usize::try_from(level).ok().and_then(|level| BARS.get(level)).copied().unwrap_or('█')
    };
    amounts.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_trend_is_told_from_a_tenth_on() {
        for (now, before, trend) in [
            (110, 100, Trend::Up(10)),
            (109, 100, Trend::Steady(9)),
            (91, 100, Trend::Steady(-9)),
            (90, 100, Trend::Down(10)),
            (0, 100, Trend::Down(100)),
            (-50, 100, Trend::Down(100)),
            (5, 0, Trend::New),
            (5, -3, Trend::New),
            (0, 0, Trend::Nothing),
            (i64::MAX, 1, Trend::Up(i64::MAX)),
        ] {
            assert_eq!(Trend::of(now, before), trend, "{now} {before}");
        }
    }

    #[test]
    fn two_years_of_sales_are_compared_by_the_year() {
        assert_eq!(Window::of(None, Day(900)), Window::Quarter);
        assert_eq!(Window::of(Some(Day(171)), Day(900)), Window::Quarter);
        assert_eq!(Window::of(Some(Day(170)), Day(900)), Window::Year);
        assert_eq!(Window::of(Some(Day(1_000)), Day(900)), Window::Quarter);
    }

    #[test]
    fn the_largest_month_is_the_highest_bar() {
        assert_eq!(sparkline(&[0, 1, 50, 100, -7]), "▁▂▅█▁");
        assert_eq!(sparkline(&[0, 0]), "▁▁");
        assert_eq!(sparkline(&[i64::MAX, i64::MIN]), "█▁");
        assert_eq!(sparkline(&[]), "");
    }

    proptest! {
        #[test]
        fn any_amounts_give_a_trend_and_a_bar(now in any::<i64>(), before in any::<i64>()) {
            if let Trend::Up(percent) | Trend::Down(percent) = Trend::of(now, before) {
                prop_assert!(percent >= STEADY_PERCENT);
            }
            prop_assert_eq!(sparkline(&[now, before]).chars().count(), 2);
        }
    }
}
