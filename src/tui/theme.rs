//! The few styles that the screen uses, on the terminal's own sixteen colours.

use ratatui::style::{Color, Modifier, Style};

/// A style for each meaning; views name meanings, never colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub normal: Style,
    /// What is less important: labels, rules, empty places.
    pub dim: Style,
    /// Names and headings.
    pub title: Style,
    /// The tab that is shown.
    pub tab: Style,
    /// Column heads.
    pub head: Style,
    /// The column head under the column cursor.
    pub cursor: Style,
    /// The selected row.
    pub selected: Style,
    pub stars: Style,
    /// Late, or asking for attention.
    pub warning: Style,
    pub error: Style,
    pub success: Style,
    /// A key in the footer and in help.
    pub key: Style,
    /// Where text is typed.
    pub input: Style,
}

impl Theme {
    /// With colours, or with attributes only as `NO_COLOR` asks. Everything that matters differs in attributes too.
    pub fn new(colours: bool) -> Self {
        let colour = |style: Style, colour: Color| if colours { style.fg(colour) } else { style };
        let plain = Style::new();
        Self {
            normal: plain,
            dim: colour(
                plain.add_modifier(if colours { Modifier::empty() } else { Modifier::DIM }),
                Color::DarkGray,
            ),
            title: plain.add_modifier(Modifier::BOLD),
            tab: plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            head: colour(plain.add_modifier(Modifier::BOLD), Color::Cyan),
            cursor: colour(plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED), Color::Cyan),
            selected: plain.add_modifier(Modifier::REVERSED),
            stars: colour(plain, Color::Yellow),
            warning: colour(plain.add_modifier(Modifier::BOLD), Color::Yellow),
            error: colour(plain.add_modifier(Modifier::BOLD), Color::Red),
            success: colour(plain, Color::Green),
            key: colour(plain.add_modifier(Modifier::BOLD), Color::Cyan),
            input: plain.add_modifier(Modifier::UNDERLINED),
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(true)
    }
}
