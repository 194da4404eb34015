//! What a bug leaves behind: a usable terminal and a message without anybody's data.

use super::gate::Gate;
use crate::text::Lang;
use std::io::Write;
use std::panic::Location;
use std::sync::Arc;

/// What the program returns after a panic, as Rust programs do.
pub const EXIT_CODE: u8 = 101;

/// From now on a panic of any thread gives the terminal back and says where it happened. It does not say what: the text of
/// a panic may quote the portfolio.
pub fn install(lang: Lang, gate: Option<Arc<Gate>>) {
    // Composed now: the catalogue may be what breaks.
    let (what, advice) = (lang.t("panic-what"), lang.t("panic-advice"));
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(gate) = &gate {
            gate.close();
        }
        let place = panic.location().map_or_else(String::new, place);
        // Standard error may be gone with the terminal, and a panic in here would abort.
        let _ = writeln!(std::io::stderr().lock(), "cartera: {what} ({place})\n{advice}");
    }));
}

/// The file by its last folders, so that it names nobody's home.
fn place(location: &Location) -> String {
    let parts: Vec<&str> = location.file().rsplit(['/', '\\']).take(3).collect();
    let file: Vec<&str> = parts.into_iter().rev().collect();
    format!("{}:{}", file.join("/"), location.line())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_by_its_last_folders() {
        let here = Location::caller();
        assert_eq!(place(here), format!("src/app/panic.rs:{}", here.line()));
    }
}
