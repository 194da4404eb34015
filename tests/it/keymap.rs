//! The default keys: they can be typed on every keyboard we are made for, and every action can be reached and found.

use cartera::config::Config;
use cartera::text::Lang;
use cartera::tui::action::Action;
use cartera::tui::chord::{Chord, Key};
use cartera::tui::context::Context;
use cartera::tui::help::{Command, Help, Scope};
use cartera::tui::keymap::Keymap;
use cartera::tui::tab::Tab;
use std::collections::{BTreeMap, BTreeSet};

fn defaults() -> Keymap {
    let config = Config::embedded();
    assert_eq!(config.problems, []);
    config.keymap
}

/// Characters that need AltGr, or are dead keys, on a Spanish, Latin American or United States keyboard.
const HARD_TO_TYPE: &str = "[]{}|\\@#~^`´¨€¬";

#[test]
fn no_default_key_needs_alt_gr_or_a_dead_key() {
    for (context, chord, action) in defaults().bindings() {
        if let Key::Char(character) = chord.key {
            assert!(!HARD_TO_TYPE.contains(character), "{context:?}: {} does {action:?}", chord.word());
            assert!(character.is_ascii(), "{context:?}: {} is not on every keyboard", chord.word());
        }
        assert!(!(chord.ctrl && chord.alt), "{context:?}: {} is what AltGr sends", chord.word());
    }
}

#[test]
fn the_default_file_says_each_key_of_a_place_once() {
    // The same key twice in one table is an error of TOML itself; another way to write it is reported as a clash.
    let table: toml::Table = cartera::config::DEFAULT.parse().unwrap();
    let places = table["keys"].as_table().unwrap();
    let entries: usize = places.values().map(|place| place.as_table().unwrap().len()).sum();
    assert_eq!(defaults().bindings().count(), entries);
}

#[test]
fn a_key_that_works_everywhere_is_not_taken_by_a_place() {
    let keymap = defaults();
    let global: BTreeSet<Chord> = keymap
        .bindings()
        .filter(|(context, ..)| *context == Context::Global)
        .map(|(_, chord, _)| chord)
        .collect();
    for (context, chord, action) in keymap.bindings().filter(|(context, ..)| *context != Context::Global) {
        assert!(!global.contains(&chord), "{context:?}: {} does {action:?} and something else", chord.word());
    }
}

#[test]
fn every_action_of_every_place_has_a_key_or_is_listed_as_without() {
    let keymap = defaults();
    for &context in Context::ALL {
        for action in context.actions() {
            let unbound = Action::UNBOUND.contains(&action);
            assert_eq!(keymap.chords(context, action).is_empty(), unbound, "{action:?} in {context:?}");
        }
        for action in context.footer() {
            assert!(context.actions().contains(&action), "the footer of {context:?} offers {action:?}");
        }
    }
}

#[test]
fn every_action_has_a_place() {
    let placed: BTreeSet<Action> = Context::ALL.iter().flat_map(|context| context.actions()).collect();
    assert_eq!(placed, Action::ALL.iter().copied().collect());
}

#[test]
fn every_action_is_explained_in_both_languages_and_no_two_alike() {
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for &action in Action::ALL {
            let text = lang.t(&action.help_key());
            assert!(!text.contains('⟦'), "{text}");
            assert_eq!(seen.insert(text.clone(), action), None, "{text}");
        }
        for action in Context::ALL.iter().flat_map(|context| context.footer()) {
            let text = lang.t(&action.footer_key());
            assert!(!text.contains('⟦'), "{text}");
        }
    }
}

#[test]
fn help_lists_every_action_of_its_place_with_its_keys() {
    for lang in Lang::ALL {
        let model = crate::support::model(lang, 80, 24);
        for &context in Context::ALL {
            let entries = model.help_entries(&Help::new(context, Scope::Here));
            for action in context.actions() {
                let found = entries.iter().find(|entry| entry.command == Command::Act(context, action));
                let found = found.unwrap_or_else(|| panic!("{action:?} is not in the help of {context:?}"));
                assert!(!found.keys.is_empty() && !found.text.is_empty(), "{found:?}");
            }
        }
    }
}

#[test]
fn a_letter_means_the_same_on_a_list_and_on_a_card() {
    // On a card the digits and `n` are about its client.
    let own = [
        Action::ClientContacts,
        Action::ClientSales,
        Action::ClientFollowUps,
        Action::ClientActivity,
        Action::AddContact,
    ];
    let keymap = defaults();
    for (_, chord, action) in keymap.bindings().filter(|(context, ..)| *context == Context::Card) {
        if !own.contains(&action) {
            assert_eq!(keymap.action(Context::List, chord), Some(action), "{}", chord.word());
        }
    }
}

#[test]
fn a_key_means_the_same_in_the_week_but_for_moving_about() {
    use Action as A;
    let moves = [A::DayNext, A::DayPrev, A::WeekNext, A::WeekPrev, A::ThisWeek, A::MoveLater, A::MoveEarlier];
    let keymap = defaults();
    for (_, chord, action) in keymap.bindings().filter(|(context, ..)| *context == Context::Week) {
        if !moves.contains(&action) {
            assert_eq!(keymap.action(Context::List, chord), Some(action), "{}", chord.word());
        }
    }
}

#[test]
fn every_tab_of_a_list_is_reached_from_the_week_and_from_the_card_of_a_product() {
    let keymap = defaults();
    for tab in Tab::ALL {
        let key = keymap.bindings().find(|(at, _, action)| *at == Context::List && *action == tab.action());
        let (_, chord, action) = key.expect("a list has a key for every tab");
        for place in [Context::Week, Context::Product] {
            assert_eq!(keymap.action(place, chord), Some(action), "{} at {}", chord.word(), place.word());
        }
    }
}

#[test]
fn capitals_alone_destroy_and_only_these_do() {
    let keymap = defaults();
    for (context, chord, action) in keymap.bindings() {
        if matches!(action, Action::Remove | Action::Discard) {
            // Where letters are typed there is no capital that could do it.
            let is_it = if context.takes_text() {
                chord == Chord::ctrl('x') || chord == Chord::plain(Key::Delete)
            } else {
                matches!(chord.key, Key::Char('X'))
            };
            assert!(is_it, "{context:?}: {} does {action:?}", chord.word());
        }
    }
}

#[test]
fn letters_are_text_where_text_is_typed() {
    let keymap = defaults();
    for context in Context::ALL.iter().copied().filter(|context| context.takes_text()) {
        for character in (' '..='~').chain("ñáé€".chars()) {
            let chord = Chord::plain(Key::Char(character));
            // Among values it ticks: a part of a word finds them.
            let ticks = context == Context::Values && character == ' ';
            assert!(ticks || keymap.action(context, chord).is_none(), "{character} in {context:?}");
        }
    }
}
