//! The few styles that the screen uses, on the terminal's own sixteen colours.

use super::rich::Role;
use ratatui::style::{Color, Modifier, Style};

/// How each role looks; views name roles, never colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    colours: bool,
}

impl Theme {
    /// With colours, or with attributes only as `NO_COLOR` asks. What matters differs in attributes too.
    pub fn new(colours: bool) -> Self {
        Self { colours }
    }

    pub fn style(&self, role: Role) -> Style {
        let (colour, attributes) = match role {
            Role::Normal => (None, Modifier::empty()),
            Role::Dim => (None, Modifier::DIM),
            Role::Title => (None, Modifier::BOLD),
            Role::Tab => (None, Modifier::REVERSED.union(Modifier::BOLD)),
            Role::Head => (Some(Color::Cyan), Modifier::empty()),
            Role::Cursor => (Some(Color::Cyan), Modifier::BOLD.union(Modifier::UNDERLINED)),
            Role::Selected => (None, Modifier::REVERSED),
            Role::Marked => (Some(Color::Yellow), Modifier::BOLD),
            Role::Stars => (Some(Color::Yellow), Modifier::empty()),
            Role::Warning => (Some(Color::Magenta), Modifier::BOLD),
            Role::Error => (Some(Color::Red), Modifier::BOLD),
            Role::Success => (Some(Color::Green), Modifier::empty()),
            Role::Key => (Some(Color::Cyan), Modifier::BOLD),
            Role::Input => (None, Modifier::UNDERLINED),
            Role::Chip => (Some(Color::Green), Modifier::REVERSED),
        };
        let style = Style::new().add_modifier(attributes);
        match colour {
            Some(colour) if self.colours => style.fg(colour),
            Some(_) | None => style,
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(true)
    }
}
