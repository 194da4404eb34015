//! One cell to one value: text, numbers, dates and words; it knows no column.

mod date;
mod number;
mod words;

pub use date::{DateShape, date, date_shape};
pub use number::{Decimal, Mark, currency_in, decimal, mark};
pub use words::{consent, flag, language, role, sale_kind, seller_role, stage};

use std::borrow::Cow;

/// The text of a cell as it is kept: without spaces around, on one line. `NULL`, which databases write for nothing, is
/// nothing. An apostrophe before a sign that a spreadsheet would run is taken away: exports put it there.
pub fn line(cell: &str) -> Cow<'_, str> {
    let text = bare(cell);
    if text.contains(['\n', '\r', '\t']) {
        let parts = text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty());
        return Cow::Owned(parts.collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(text)
}

/// The same for a field of several lines.
pub fn lines(cell: &str) -> Cow<'_, str> {
    let text = bare(cell);
    if text.contains('\r') {
        return Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    Cow::Borrowed(text)
}

fn bare(cell: &str) -> &str {
    let text = cell.trim();
    if matches!(text, "NULL" | "\\N") {
        return "";
    }
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_kept_without_what_only_carried_it() {
        for (cell, text) in [
            ("  Acme  ", "Acme"),
            ("NULL", ""),
            ("\\N", ""),
            ("null and void", "null and void"),
            ("'=1+1", "=1+1"),
            ("'+34 600 000 000", "+34 600 000 000"),
            ("'t Hoekje", "'t Hoekje"),
            ("Coventry House\r\nMiner Rd.", "Coventry House Miner Rd."),
            ("\u{a0}x\u{a0}", "x"),
        ] {
            assert_eq!(line(cell), text, "{cell:?}");
        }
        assert_eq!(lines("one\r\ntwo\rthree\n"), "one\ntwo\nthree");
    }
}
