//! How long something took: `30m`, `90min`, `1h`, `1h30`, `1,5h`. Lower case only: `3M` is a company.

/// The longest that an entry can take, a day.
const LONGEST: i64 = 24 * 60;

/// The minutes, from 1 to a day's.
pub(super) fn minutes(word: &str) -> Option<i64> {
    let minutes = match word.split_once('h') {
        Some((hours, rest)) => in_hours(hours)?.checked_add(after_hours(rest)?)?,
        None => number(["mins", "min", "m", "'"].iter().find_map(|unit| word.strip_suffix(unit))?)?,
    };
    (1..=LONGEST).contains(&minutes).then_some(minutes)
}

/// The minutes of `2` or `1,5` hours.
fn in_hours(hours: &str) -> Option<i64> {
    let Some((whole, decimals)) = hours.split_once([',', '.']) else {
        return number(hours)?.checked_mul(60);
    };
    let tenths = match decimals.len() {
        1 => number(decimals)?.checked_mul(10)?,
        2 => number(decimals)?,
        _ => return None,
    };
    number(whole)?.checked_mul(60)?.checked_add(tenths * 60 / 100)
}

/// The minutes of what follows the `h`; `2hs` and `2hrs` are `2h`.
fn after_hours(rest: &str) -> Option<i64> {
    if matches!(rest, "" | "s" | "r" | "rs") {
        return Some(0);
    }
    let digits = rest.strip_suffix("min").or_else(|| rest.strip_suffix('m')).unwrap_or(rest);
    number(digits).filter(|minutes| *minutes < 60)
}

fn number(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty() && digits.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn durations_are_minutes() {
        for (word, expected) in [
            ("30m", 30),
            ("90min", 90),
            ("45'", 45),
            ("1h", 60),
            ("2hs", 120),
            ("1h30", 90),
            ("1h05m", 65),
            ("1h30min", 90),
            ("1,5h", 90),
            ("0.25h", 15),
            ("24h", 1440),
        ] {
            assert_eq!(minutes(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn other_words_are_not_durations() {
        for word in [
            "",
            "m",
            "h",
            "30",
            "3M",
            "1H",
            "0m",
            "25h",
            "1441m",
            "1h60",
            "h30",
            "hm",
            "-5m",
            "+5m",
            "1,5,5h",
            "99999999999999999999m",
            "1h30x",
            "x1h",
            "1.555h",
            "minimum",
            "ahora",
            "٣m",
            "1.h",
            ".5h",
        ] {
            assert_eq!(minutes(word), None, "{word}");
        }
    }
}
