//! One key with its modifiers: how the config file writes it, how the terminal reports it, how the screen names it.

use crate::text::Lang;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key of the keyboard. Characters carry their shift themselves: `G`, not shift and `g`. Where an action has several keys,
/// they are named in this order: everybody finds the arrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    F(u8),
    Char(char),
}

/// The keys that have a name, as the config file writes them.
const NAMED: &[(&str, Key)] = &[
    ("enter", Key::Enter),
    ("esc", Key::Esc),
    ("tab", Key::Tab),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("insert", Key::Insert),
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
    ("pageup", Key::PageUp),
    ("pagedown", Key::PageDown),
    ("home", Key::Home),
    ("end", Key::End),
    ("space", Key::Char(' ')),
];

/// A key pressed together with modifiers. Plain keys sort before those with modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
    pub key: Key,
}

impl Chord {
    pub fn plain(key: Key) -> Self {
        Self { ctrl: false, alt: false, shift: false, key }
    }

    pub fn ctrl(character: char) -> Self {
        Self { ctrl: true, ..Self::plain(Key::Char(character)) }
    }

    /// Reads `v`, `G`, `ctrl-p`, `shift-tab`, `alt-enter`, `f1`, `-`, `+`; `None` for what is no key.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut chord = Self::plain(Key::Esc);
        while let Some((modifier, after)) = modifier(rest) {
            match modifier {
                Modifier::Ctrl => chord.ctrl = true,
                Modifier::Alt => chord.alt = true,
                Modifier::Shift => chord.shift = true,
            }
            rest = after;
        }
        chord.key = key(rest)?;
        chord.normal()
    }

    /// What the terminal reports; `None` for keys that nothing is bound to, such as media keys.
    pub fn of_event(event: &KeyEvent) -> Option<Self> {
        let chord = Self {
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: event.modifiers.contains(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab,
            key: key_of_code(event.code)?,
        };
        chord.normal()
    }

    /// Several ways to say one chord become one: a character carries its shift, ctrl knows no case.
    fn normal(mut self) -> Option<Self> {
        if let Key::Char(character) = self.key {
            if character.is_control() {
                return None;
            }
            let lower = character.to_lowercase().next().unwrap_or(character);
            if self.ctrl && !self.alt {
                self.key = Key::Char(lower);
            } else if self.shift && character.is_lowercase() {
                self.key = Key::Char(character.to_uppercase().next().unwrap_or(character));
            }
            self.shift = false;
        }
        Some(self)
    }

    /// As the config file writes it.
    pub fn word(self) -> String {
        let mut word = String::new();
        for (is, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if is {
                word.push_str(name);
            }
        }
        let named = NAMED.iter().find(|(_, key)| *key == self.key);
        match (named, self.key) {
            (Some((name, _)), _) => word.push_str(name),
            (None, Key::Char(character)) => word.push(character),
            (None, Key::F(number)) => word.extend(["f", &number.to_string()]),
            (None, key) => word.push_str(&format!("{key:?}").to_lowercase()),
        }
        word
    }

    /// As the user's keyboard has it printed: `Intro`, `Ctrl+C`, `↑`.
    pub fn label(self, lang: Lang) -> String {
        let mut label = String::new();
        for (is, key) in [(self.ctrl, "key-ctrl"), (self.alt, "key-alt"), (self.shift, "key-shift")] {
            if is {
                label.push_str(&lang.t(key));
                label.push('+');
            }
        }
        match self.key {
            Key::Char(' ') => label.push_str(&lang.t("key-space")),
            Key::Char(character) if self.ctrl => label.extend(character.to_uppercase()),
            Key::Char(character) => label.push(character),
            Key::Up => label.push('↑'),
            Key::Down => label.push('↓'),
            Key::Left => label.push('←'),
            Key::Right => label.push('→'),
            Key::F(number) => label.extend(["F", &number.to_string()]),
            Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::Backspace
            | Key::Delete
            | Key::Insert
            | Key::PageUp
            | Key::PageDown
            | Key::Home
            | Key::End => label.push_str(&lang.t(&format!("key-{}", Self::plain(self.key).word()))),
        }
        label
    }

    /// The character that this chord types: a plain one, or one with AltGr, which some terminals report as Ctrl and Alt.
    pub fn types(self) -> Option<char> {
        match self.key {
            Key::Char(character) if self.ctrl == self.alt => Some(character),
            Key::Char(_)
            | Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::Backspace
            | Key::Delete
            | Key::Insert
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::PageUp
            | Key::PageDown
            | Key::Home
            | Key::End
            | Key::F(_) => None,
        }
    }
}

enum Modifier {
    Ctrl,
    Alt,
    Shift,
}

/// The modifier that the text begins with, and what follows it; a lone `-` or `+` is a key.
fn modifier(text: &str) -> Option<(Modifier, &str)> {
    let (name, rest) = text.split_once(['-', '+'])?;
    if rest.is_empty() {
        return None;
    }
    let modifier = match name.to_ascii_lowercase().as_str() {
        "ctrl" => Modifier::Ctrl,
        "alt" => Modifier::Alt,
        "shift" => Modifier::Shift,
        _ => return None,
    };
    Some((modifier, rest))
}

fn key(text: &str) -> Option<Key> {
    let mut characters = text.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return Some(Key::Char(character));
    }
    let lower = text.to_ascii_lowercase();
    if let Some((_, key)) = NAMED.iter().find(|(name, _)| *name == lower) {
        return Some(*key);
    }
    let number: u8 = lower.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Key::F(number))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the terminal knows many keys that nothing is bound to")]
fn key_of_code(code: KeyCode) -> Option<Key> {
    Some(match code {
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab | KeyCode::BackTab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_read_and_written_back() {
        for (text, word) in [
            ("v", "v"),
            ("G", "G"),
            ("shift-g", "G"),
            ("Ctrl+P", "ctrl-p"),
            ("ctrl-shift-p", "ctrl-p"),
            ("shift-tab", "shift-tab"),
            ("alt-Enter", "alt-enter"),
            ("F1", "f1"),
            ("-", "-"),
            ("+", "+"),
            ("ctrl--", "ctrl--"),
            ("$", "$"),
            ("space", "space"),
            ("ñ", "ñ"),
            ("pagedown", "pagedown"),
        ] {
            let chord = Chord::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(chord.word(), word);
            assert_eq!(Chord::parse(word), Some(chord), "{word}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "ctrl-", "hyper-x", "entr", "f0", "f25", "vv", "\u{1b}"] {
            assert_eq!(Chord::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_terminals_ways_of_reporting_a_key_are_one_chord() {
        let event = |code, modifiers| Chord::of_event(&KeyEvent::new(code, modifiers));
        for (code, modifiers, word) in [
            (KeyCode::Char('G'), KeyModifiers::SHIFT, "G"),
            (KeyCode::Char('g'), KeyModifiers::SHIFT, "G"),
            (KeyCode::Char('$'), KeyModifiers::SHIFT, "$"),
            (KeyCode::Char('C'), KeyModifiers::CONTROL, "ctrl-c"),
            (KeyCode::BackTab, KeyModifiers::NONE, "shift-tab"),
            (KeyCode::Tab, KeyModifiers::SHIFT, "shift-tab"),
        ] {
            assert_eq!(event(code, modifiers), Chord::parse(word), "{word}");
        }
        assert_eq!(event(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn alt_gr_types_its_character() {
        let at = KeyEvent::new(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert_eq!(Chord::of_event(&at).and_then(Chord::types), Some('@'));
        assert_eq!(Chord::ctrl('w').types(), None);
        assert_eq!(Chord::parse("alt-x").and_then(Chord::types), None);
    }
}
