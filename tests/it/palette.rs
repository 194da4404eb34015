//! The palette: everything that can be asked for, in the words of both languages, and running it is pressing its key.

use crate::support::{App, model, portfolio};
use cartera::text::Lang;
use cartera::tui::action::Action;
use cartera::tui::context::Context;
use cartera::tui::help::{Command, Help, Scope};
use cartera::tui::tab::Tab;

#[test]
fn the_palette_at_every_size() {
    for (lang, letters) in [(Lang::Es, "visit"), (Lang::En, "prod")] {
        for (width, height, size) in [(80, 24, "usual"), (40, 10, "small")] {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys(":");
            insta::assert_snapshot!(format!("palette_{size}_{}", lang.code()), app.screen());
            app.keys(letters);
            insta::assert_snapshot!(format!("palette_found_{size}_{}", lang.code()), app.screen());
        }
    }
}

#[test]
fn it_lists_every_action_of_a_list_and_every_list() {
    for context in [Context::List, Context::Week, Context::Card, Context::Product, Context::Brief] {
        let model = model(Lang::Es, 80, 24);
        let entries = model.help_entries(&Help::new(context, Scope::Everything));
        let moves = [
            Action::SelectNext,
            Action::SelectPrev,
            Action::PageDown,
            Action::PageUp,
            Action::SelectFirst,
            Action::SelectLast,
            Action::Palette,
        ];
        for action in [context, Context::List].into_iter().flat_map(Context::actions) {
            let found =
                entries.iter().filter(|it| matches!(it.command, Command::Act(_, its) if its == action));
            let is_list = Tab::ALL.iter().any(|tab| tab.action() == action);
            let wanted = usize::from(!moves.contains(&action) && !is_list);
            assert_eq!(found.count(), wanted, "{action:?} in {context:?}");
        }
        for tab in Tab::ALL {
            assert!(entries.iter().any(|it| it.command == Command::Show(tab)), "{tab:?}");
        }
    }
}

#[test]
fn to_run_an_action_is_to_press_its_key() {
    // These end or leave the program; there is nothing on the screen to compare.
    let outside = [Action::Quit, Action::Suspend, Action::Redraw, Action::EditNotes];
    for lang in Lang::ALL {
        let model = model(lang, 80, 24);
        let entries = model.help_entries(&Help::new(Context::List, Scope::Everything));
        for (at, entry) in entries.iter().enumerate() {
            let Command::Act(_, action) = entry.command else { continue };
            if outside.contains(&action) {
                continue;
            }
            let key = entry.keys.split(' ').next().unwrap();
            if key.len() != 1 {
                continue;
            }
            let mut pressed = App::over(portfolio(), lang, 80, 24);
            pressed.keys(&format!("/lop<enter>{key}"));
            let mut run = App::over(portfolio(), lang, 80, 24);
            run.keys(&format!("/lop<enter>:{}<enter>", "<down>".repeat(at)));
            assert_eq!(run.screen(), pressed.screen(), "{action:?}");
        }
    }
}

#[test]
fn letters_of_either_language_and_keys_find() {
    for (lang, typed, action) in [
        (Lang::Es, "undo", Action::Undo),
        (Lang::En, "deshacer", Action::Undo),
        (Lang::Es, "nt visit", Action::LogVisit),
        (Lang::En, "ordenar columna", Action::SortColumn),
        (Lang::Es, "$", Action::AddSale),
        (Lang::Es, "explain stars", Action::ExplainStars),
    ] {
        let model = model(lang, 80, 24);
        let mut help = Help::new(Context::List, Scope::Everything);
        help.filter.insert(typed);
        assert_eq!(model.help_chosen(&help), Some(Command::Act(Context::List, action)), "{typed}");
    }
}

#[test]
fn a_face_of_a_tab_is_one_name_away_and_its_keys_are_told() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("<enter>:ir encuestas<enter>");
    app.assert_shows("6 Encuestas");
    let model = model(Lang::Es, 80, 24);
    let mut help = Help::new(Context::List, Scope::Everything);
    let entries = model.help_entries(&help);
    help.filter.insert("representantes");
    assert_eq!(model.help_chosen(&help), Some(Command::Show(Tab::Salespeople)));
    let surveys = entries.iter().find(|it| it.command == Command::Show(Tab::Surveys)).unwrap();
    assert_eq!(surveys.keys, "6 6 6 6");
}

#[test]
fn what_only_a_list_does_leaves_the_card_first() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    app.keys("/lop<enter><enter>:sort column<enter>");
    app.assert_shows("[lop]");
}

#[test]
fn nothing_found_says_so_and_escape_leaves_all_as_it_was() {
    let mut app = App::over(portfolio(), Lang::En, 80, 24);
    let before = app.screen();
    app.keys(":zzzzqq");
    app.assert_shows("Nothing matches");
    app.keys("<enter>");
    let after = app.screen();
    assert_eq!(before, after);
    app.keys(":visit<esc>");
    assert_eq!(app.screen(), before);
}
