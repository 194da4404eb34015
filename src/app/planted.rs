//! Bugs to order, so that what a bug leaves behind can be tested: `CARTERA_TEST_PANIC` names where, the first key says when.
//! Release builds hold nothing of it.

use std::sync::atomic::{AtomicBool, Ordering};

static KEY_PRESSED: AtomicBool = AtomicBool::new(false);

/// From now on the ordered bug happens; where keys are read, at once.
pub fn key_pressed() {
    KEY_PRESSED.store(true, Ordering::Relaxed);
    bug("input");
}

/// Is the bug ordered for this place, and is it time?
pub fn is_due(place: &str) -> bool {
    KEY_PRESSED.load(Ordering::Relaxed) && std::env::var("CARTERA_TEST_PANIC").is_ok_and(|name| name == place)
}

/// Breaks here when it was ordered.
pub fn bug(place: &str) {
    assert!(!is_due(place), "a bug to order, quoting Peñalosa");
}
