//! Bugs to order, so that what a bug leaves behind can be tested: `CARTERA_TEST_PANIC` names where, F12 says when. Release
//! builds hold nothing of it.

use ratatui::crossterm::event::{Event, KeyCode};
use std::sync::atomic::{AtomicBool, Ordering};

static ORDERED: AtomicBool = AtomicBool::new(false);

/// From F12 on the ordered bug happens; where keys are read, at once.
pub fn key_pressed(event: &Event) {
    if event.as_key_press_event().is_some_and(|key| key.code == KeyCode::F(12)) {
        ORDERED.store(true, Ordering::Relaxed);
        bug("input");
    }
}

/// Is the bug ordered for this place, and is it time?
pub fn is_due(place: &str) -> bool {
    ORDERED.load(Ordering::Relaxed) && std::env::var("CARTERA_TEST_PANIC").is_ok_and(|name| name == place)
}

/// Breaks here when it was ordered.
pub fn bug(place: &str) {
    assert!(!is_due(place), "a bug to order, quoting Peñalosa");
}
