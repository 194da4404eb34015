//! What the journal says of an action on many rows: a count, and the field with its new value. It is stored without words
//! of ours, so that it is told in the language of whoever reads it.

use super::Lang;

/// Parts one thing from the next; no text of a user holds it.
const SEPARATOR: char = '\u{1f}';

/// So many rows, and how many could not be.
pub fn of_rows(count: usize, refused: usize) -> String {
    if refused == 0 {
        format!("{SEPARATOR}{count}")
    } else {
        format!("{SEPARATOR}{count}{SEPARATOR}{refused}")
    }
}

/// A field of so many rows, by its name in the catalogue, and what it is now.
pub fn of_field(count: usize, field: &str, value: &str) -> String {
    let value = value.replace(SEPARATOR, " ");
    format!("{SEPARATOR}{count}{SEPARATOR}{field}{SEPARATOR}{value}")
}

/// What an action was about, in words; of a single row its name.
pub fn subject(stored: &str, lang: Lang) -> String {
    let Some(rest) = stored.strip_prefix(SEPARATOR) else { return stored.to_owned() };
    let mut parts = rest.split(SEPARATOR);
    let count: i64 = parts.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    match (parts.next(), parts.next()) {
        (Some(field), Some(value)) => {
            let args =
                [("count", count.into()), ("field", lang.field(field).into()), ("value", value.into())];
            lang.ta(if value.is_empty() { "told-field-emptied" } else { "told-field" }, &args)
        }
        (Some(refused), None) => {
            let refused: i64 = refused.parse().unwrap_or(0);
            lang.ta("told-rows-refused", &[("count", count.into()), ("refused", refused.into())])
        }
        (None, _) => lang.ta("told-rows", &[("count", count.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_told_in_each_language() {
        assert_eq!(subject("López", Lang::Es), "López");
        assert_eq!(subject(&of_rows(1, 0), Lang::En), "1 row");
        assert_eq!(subject(&of_rows(12, 0), Lang::Es), "12 filas");
        assert_eq!(subject(&of_rows(12, 2), Lang::Es), "12 filas (2 no se pudo)");
        let stored = of_field(37, "owner", "Ana");
        assert_eq!(subject(&stored, Lang::Es), "Vendedor → Ana en 37 filas");
        assert_eq!(subject(&stored, Lang::En), "Salesperson → Ana in 37 rows");
        assert_eq!(subject(&of_field(1, "city", ""), Lang::Es), "Ciudad: sin valor en 1 fila");
    }
}
