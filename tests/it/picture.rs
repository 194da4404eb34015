//! The picture of the README: the real program on the demonstration portfolio, drawn as SVG.
//!
//! `CARTERA_PICTURE=1 cargo test --test it picture` draws it anew.

use super::support::pty::Start;
use std::fmt::Write;
use std::path::Path;

/// The picture's file, from the package's root.
const FILE: &str = "docs/screen.svg";
const ROWS: u16 = 34;
const COLUMNS: u16 = 124;
/// Somebody further down, to whom a call was promised; then that call, half typed.
const DOWN: &str = "jjjj";
const CALL: &str = "l10m res:good next:+15d Asks for a quote";
/// What is on the screen when all of them have been carried out.
const SHOWN: &str = "follow-up:";
/// Width and height of a cell, in SVG units.
const CELL: (f32, f32) = (8.4, 18.0);

#[test]
fn the_picture_shows_the_real_screen() {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::cartera(&folder.path().join("unused.db")).args(&["demo"]);
    let mut terminal = start.env("CARTERA_TODAY", "2026-11-24").size(ROWS, COLUMNS).run();
    terminal.wait_for_start();
    terminal.wait_for("the best client first", |screen| screen.contents().contains("▌★★★★★"));
    terminal.send(DOWN);
    terminal.wait_for("the fifth row", |screen| screen.rows(0, 1).nth(7).is_some_and(|mark| mark == "▌"));
    terminal.send(CALL);
    terminal.wait_for("the card of the client of the log line", |screen| {
        let text = screen.contents();
        let name = text.lines().find_map(|line| Some(line.strip_prefix("call · ")?.split_once(": ")?.0));
        let whole = text.lines().all(|line| !line.trim_start().starts_with('…'));
        whole && text.contains(SHOWN) && name.is_some_and(|name| text.matches(name).count() >= 3)
    });
    let drawn = svg(terminal.screen());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("CARTERA_PICTURE").is_some() {
        std::fs::write(&file, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == drawn, "{FILE} is not the screen of today: draw it anew with CARTERA_PICTURE=1");
}

/// A terminal screen as SVG: one text a run of equal style, boxes behind runs that have a background.
fn svg(screen: &vt100::Screen) -> String {
    let (width, height) = (f32::from(COLUMNS) * CELL.0, f32::from(ROWS) * CELL.1);
    let mut boxes = String::new();
    let mut texts = String::new();
    for row in 0..ROWS {
        let mut column = 0;
        while column < COLUMNS {
            let (text, style, next) = run(screen, row, column);
            let (x, y) = (f32::from(column) * CELL.0, f32::from(row) * CELL.1);
            let wide = f32::from(next - column) * CELL.0;
            if let Some(background) = style.background {
                let _ = writeln!(
                    boxes,
                    r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{:.1}" fill="{background}"/>"#,
                    CELL.1
                );
            }
            if !text.trim().is_empty() {
                let weight = if style.bold { r#" font-weight="bold""# } else { "" };
                let _ = writeln!(
                    texts,
                    r#"<text x="{x:.1}" y="{:.1}" textLength="{wide:.1}" lengthAdjust="spacingAndGlyphs" fill="{}"{weight}>{}</text>"#,
                    y + CELL.1 * 0.75,
                    style.foreground,
                    escape(&text)
                );
            }
            column = next;
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 -12 {:.0} {:.0}\" \
         font-family=\"'DejaVu Sans Mono','Menlo','Consolas',monospace\" font-size=\"14\" xml:space=\"preserve\">\n\
         <rect x=\"-12\" y=\"-12\" width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1c1f26\"/>\n{boxes}{texts}</svg>\n",
        width + 24.0,
        height + 24.0
    )
}

#[derive(Debug, Clone, PartialEq)]
struct Style {
    foreground: &'static str,
    background: Option<&'static str>,
    bold: bool,
}

/// The cells from a column on that look alike: their text, look, and the column after them.
fn run(screen: &vt100::Screen, row: u16, column: u16) -> (String, Style, u16) {
    let first = style(screen, row, column);
    let (mut text, mut next) = (String::new(), column);
    while next < COLUMNS && style(screen, row, next) == first {
        if let Some(cell) = screen.cell(row, next)
            && !cell.is_wide_continuation()
        {
            text.push_str(if cell.has_contents() { cell.contents() } else { " " });
        }
        next += 1;
    }
    (text, first, next)
}

fn style(screen: &vt100::Screen, row: u16, column: u16) -> Style {
    let plain = Style { foreground: "#d7dae0", background: None, bold: false };
    let Some(cell) = screen.cell(row, column) else { return plain };
    let mut foreground = color(cell.fgcolor()).unwrap_or(plain.foreground);
    let mut background = color(cell.bgcolor());
    if cell.inverse() {
        (foreground, background) = (background.unwrap_or("#1c1f26"), Some(foreground));
    }
    if cell.dim() {
        foreground = "#8b909c";
    }
    Style { foreground, background, bold: cell.bold() }
}

/// The sixteen colours as a dark terminal shows them.
fn color(color: vt100::Color) -> Option<&'static str> {
    const PALETTE: [&str; 16] = [
        "#3b3f4a", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0", "#6b7180",
        "#ef8891", "#b1d196", "#f0d197", "#84c3f7", "#d79be8", "#7fccd6", "#ffffff",
    ];
    match color {
        vt100::Color::Idx(index) => PALETTE.get(usize::from(index)).copied(),
        vt100::Color::Default | vt100::Color::Rgb(..) => None,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
