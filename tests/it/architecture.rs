//! The layers, held by reading the sources: who may name whom.

use std::path::{Path, PathBuf};

/// Every Rust file under `src/` whose path begins with one of the parts, with its text.
fn sources(parts: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_path_buf();
                let text = name.with_extension("").to_string_lossy().replace('\\', "/");
                if parts.is_empty()
                    || parts.iter().any(|part| text == *part || text.starts_with(&format!("{part}/")))
                {
                    found.push((name, std::fs::read_to_string(&path).unwrap()));
                }
            }
        }
    }
    assert!(!found.is_empty(), "no sources under {parts:?}: the test looks in the wrong place");
    found
}

/// The lines of code, without comments, that name the word.
fn naming<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter(move |line| {
        let code = line.split("//").next().unwrap_or_default();
        code.contains(word)
    })
}

fn nobody_names(parts: &[&str], words: &[&str]) {
    for (file, text) in sources(parts) {
        for word in words {
            if let Some(line) = naming(&text, word).next() {
                panic!("{} names {word}: {}", file.display(), line.trim());
            }
        }
    }
}

#[test]
fn sql_is_spoken_only_in_the_repository() {
    for (file, text) in sources(&[]) {
        if !file.starts_with("repository") && file != Path::new("repository.rs") {
            assert_eq!(naming(&text, "rusqlite").next(), None, "{}", file.display());
        }
    }
}

#[test]
fn the_pure_layers_know_neither_storage_nor_screen_nor_files() {
    let pure = ["domain", "rating", "attention", "analysis", "text", "quicklog", "mail"];
    nobody_names(
        &pure,
        &[
            "crate::repository",
            "crate::entry",
            "crate::tui",
            "crate::cli",
            "crate::app",
            "ratatui",
            "std::fs",
            "std::env",
        ],
    );
    nobody_names(&["domain"], &["crate::text"]);
    nobody_names(&["rating"], &["crate::quicklog", "crate::attention"]);
    nobody_names(&["attention"], &["crate::quicklog"]);
}

#[test]
fn what_both_faces_share_knows_neither() {
    nobody_names(&["entry"], &["crate::tui", "crate::cli", "crate::app", "ratatui", "std::fs", "std::env"]);
    nobody_names(&["cli/log", "cli/today", "cli/activity", "cli/record"], &["crate::tui"]);
}

#[test]
fn the_repository_knows_no_screen() {
    nobody_names(
        &["repository"],
        &["crate::tui", "crate::cli", "crate::app", "ratatui", "print!", "println!"],
    );
}

#[test]
fn files_are_read_without_storage_or_screen() {
    nobody_names(&["exchange"], &["crate::repository", "crate::tui", "crate::cli", "crate::app", "ratatui"]);
}

#[test]
fn views_only_draw() {
    nobody_names(&["tui/view"], &["crate::repository", "&mut Model", "&mut Form"]);
    nobody_names(&["tui"], &["crate::app", "crate::cli", "rusqlite", "std::fs", "std::thread"]);
}

#[test]
fn widgets_are_drawn_only_in_views() {
    for (file, text) in sources(&["tui"]) {
        let name = file.to_string_lossy().into_owned();
        if !name.starts_with("tui/view") {
            for word in ["ratatui::widgets", "Frame"] {
                assert_eq!(naming(&text, word).next(), None, "{name}");
            }
        }
    }
}

#[test]
fn the_clock_is_read_in_one_place() {
    for (file, text) in sources(&[]) {
        if file != Path::new("clock.rs") {
            for word in ["SystemTime::now", "Instant::now", "Utc::now", "Local::now"] {
                assert_eq!(naming(&text, word).next(), None, "{}", file.display());
            }
        }
    }
}

#[test]
fn data_is_never_wrapped_by_the_widget_that_panics_on_it() {
    nobody_names(&["tui"], &["Wrap {", ".wrap(Wrap"]);
}

#[test]
fn text_reaches_the_screen_through_one_brush() {
    for (file, text) in sources(&["tui"]) {
        if file != Path::new("tui/view/paint.rs") {
            for word in
                ["set_string", "set_symbol", "set_span", "set_line", "Span::", "Line::from(", "Text::from"]
            {
                assert_eq!(naming(&text, word).next(), None, "{}", file.display());
            }
        }
    }
}
