//! Small readers of columns and cleaners of text that every table needs.

use crate::domain::day::Day;
use crate::domain::recurrence::{Every, Recurrence};
use crate::domain::stars::Stars;
use rusqlite::Row;

/// One line of text as it is stored: without NUL, line breaks made spaces, without spaces around.
pub fn clean(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|letter| *letter != '\0')
        .map(|letter| if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter })
        .collect();
    text.trim().to_owned()
}

/// Several lines of text as they are stored: without NUL, `\r\n` made `\n`, without blank lines around.
pub fn clean_lines(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// A day column that may be NULL.
pub fn day(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Day>> {
    Ok(row.get::<_, Option<i32>>(index)?.map(Day))
}

/// A stars column that may be NULL.
pub fn stars(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Stars>> {
    Ok(row.get::<_, Option<u8>>(index)?.and_then(Stars::new))
}

/// A column that is 0 or 1.
pub fn flag(row: &Row<'_>, index: usize) -> rusqlite::Result<bool> {
    Ok(row.get::<_, i64>(index)? != 0)
}

/// An absent text column of a joined row as the empty text.
pub fn text(row: &Row<'_>, index: usize) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(index)?.unwrap_or_default())
}

/// A stored word of one of our kinds; `fallback` when a newer program wrote a word that this one does not know.
pub fn word<T>(
    row: &Row<'_>,
    index: usize,
    from_word: fn(&str) -> Option<T>,
    fallback: T,
) -> rusqlite::Result<T> {
    let word: String = row.get(index)?;
    Ok(from_word(&word).unwrap_or(fallback))
}

/// A recurrence, from its word, its step and its end, in columns that stand side by side.
pub fn recurrence(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Recurrence>> {
    let word: String = row.get(index)?;
    let step = row.get::<_, Option<u16>>(index + 1)?.unwrap_or(1);
    let every = match Every::from_word(&word) {
        Some(Every::Weeks(1)) => Some(Every::Weeks(step)),
        Some(Every::Months(1)) => Some(Every::Months(step)),
        other => other,
    };
    let until = day(row, index + 2)?;
    Ok(every.map(|every| Recurrence { every, until }))
}

/// The stars in force on the day `:today` of a `client c` with its `client_fact f`.
pub const STARS: &str = "CASE WHEN c.override_until >= :today THEN c.override_stars ELSE f.stars END";

/// `[1,2,3]`, for `IN (SELECT value FROM json_each(:ids))`.
pub fn json_ids(ids: &[i64]) -> String {
    let mut json = String::with_capacity(ids.len() * 8 + 2);
    json.push('[');
    for (index, id) in ids.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&id.to_string());
    }
    json.push(']');
    json
}
