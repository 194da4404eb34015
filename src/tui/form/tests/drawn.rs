//! Forms as they are seen.

use super::layout::Layout;
use super::*;
use crate::text::safe;
use crate::tui::rich::Role;
use crate::tui::theme::Theme;
use crate::tui::view::form::draw;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Types and answers the last look-up with these names.
fn proposed(form: &mut Form, text: &str, names: &[&str]) {
    let effects = keys(form, text);
    let candidates = names.iter().zip(1..).map(|(name, id)| Candidate {
        id,
        label: (*name).into(),
        detail: format!("T-{id}"),
        price_micros: Some(45_900_000),
        ..Candidate::default()
    });
    for effect in effects {
        if let FormEffect::LookUp(Request::LookUp { ticket, .. }) = effect {
            form.looked_up(ticket, candidates.clone().collect());
        }
    }
}

fn drawn(form: &Form, width: u16, height: u16) -> (Buffer, Option<Position>) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = draw(form, &Theme::default(), buffer.area, &mut buffer);
    (buffer, cursor)
}

fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = safe::width(symbol).max(1);
            }
            skip -= 1;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn shown(form: &Form, width: u16, height: u16) -> String {
    text(&drawn(form, width, height).0)
}

fn sale() -> Form {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    form.input(FormKey::Focus(Stop::Cell { row: 0, cell: PRODUCT }));
    proposed(&mut form, "tal", &["Taladro percutor X2"]);
    form.input(FormKey::Next);
    form.input(FormKey::Focus(Stop::Cell { row: 0, cell: DISCOUNT }));
    keys(&mut form, "10");
    form.input(FormKey::Enter);
    form
}

/// A client with errors, notes and hints of all kinds.
fn client() -> Form {
    let ctx = FormContext { custom: CustomFields::default(), ..for_client("es") };
    let mut form = Form::new(RecordKind::Client, &ctx);
    fill(&mut form, "email", "x");
    fill(&mut form, "potential", "1.500");
    fill(&mut form, "notes", "Cierra en agosto y no abre hasta que empieza septiembre");
    form
}

#[test]
fn a_wide_screen_has_two_columns_a_usual_one_a_single_one() {
    let wide = shown(&client(), 120, 36);
    assert!(wide.lines().any(|line| line.starts_with("Nombre *") && line.contains("Ficha ───")), "{wide}");
    assert!(wide.contains("No contactar           [ ] no"), "{wide}");
    let usual = shown(&client(), 80, 20);
    assert!(usual.lines().any(|line| line.trim_end() == "Vendedor"), "{usual}");
    assert!(usual.lines().any(|line| line.starts_with("Ficha ───")), "{usual}");
    assert!(!usual.contains("No contactar"), "the rest is further down: {usual}");
}

#[test]
fn each_error_stands_under_its_field_and_values_beside_what_they_mean() {
    let mut form = client();
    form.input(FormKey::Submit);
    for (width, height) in [(120, 36), (80, 20)] {
        let screen = shown(&form, width, height);
        let lines: Vec<&str> = screen.lines().collect();
        let at = |text: &str| lines.iter().position(|line| line.contains(text));
        assert_eq!(at("Falta: Nombre"), at("Nombre *").map(|at| at + 1), "{screen}");
        assert_eq!(at("No parece un correo"), at("Correo").map(|at| at + 1), "{screen}");
        assert!(screen.contains("1.500            → 1.500,00 €"), "{screen}");
        assert!(screen.contains("No se ha guardado: hay 2 campos por corregir"), "{screen}");
        assert!(screen.lines().next().unwrap().ends_with("sin guardar"), "{screen}");
    }
}

#[test]
fn an_error_longer_than_its_field_is_read_whole() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "30/2");
    form.input(FormKey::Submit);
    let screen = shown(&form, 40, 12);
    let words: Vec<&str> = screen.split_whitespace().collect();
    let message = form.field(form.focus()).unwrap().error.clone().unwrap();
    let expected: Vec<&str> = message.split_whitespace().collect();
    assert!(words.windows(expected.len()).any(|window| window == expected), "{screen}");
}

#[test]
fn a_sale_shows_amounts_as_they_are_typed_and_its_total() {
    let mut form = sale();
    for width in [120, 80, 40] {
        let screen = shown(&form, width, 30);
        assert!(screen.contains("Taladro percutor X2") && screen.contains("41,31"), "{screen}");
        assert!(screen.contains("Total  41,31 €"), "{screen}");
    }
    let wide = shown(&form, 80, 30);
    assert!(
        wide.contains("Taladro percutor X2                        1       45,90        10         41,31"),
        "{wide}"
    );
    form.input(FormKey::Focus(Stop::Cell { row: 0, cell: QUANTITY }));
    keys(&mut form, "10");
    assert!(shown(&form, 80, 30).contains("Total  413,10 €"));
    fill(&mut form, "currency", "");
    form.input(FormKey::Edit(TextEdit::DeleteToStart));
    keys(&mut form, "usd");
    form.input(FormKey::Next);
    keys(&mut form, "0,5");
    assert!(shown(&form, 80, 30).contains("Total  (413,10 €)  826,20 $"), "{}", shown(&form, 80, 30));
}

#[test]
fn proposals_lie_under_the_field_or_over_it_where_there_is_no_room() {
    let mut form = sale();
    proposed(&mut form, "br", &["Broca 6 mm", "Broca 8 mm"]);
    let screen = shown(&form, 80, 20);
    let lines: Vec<&str> = screen.lines().collect();
    let typed = lines.iter().position(|line| line.trim_end() == "br").unwrap();
    assert!(lines[typed + 1].starts_with("│Broca 6 mm  T-1  45,90 €"), "{screen}");
    assert!(lines[typed + 3].starts_with("│br · sin producto, solo texto"), "{screen}");
    let (buffer, _) = drawn(&form, 80, 20);
    let row = u16::try_from(typed + 1).unwrap();
    let reversed = ratatui::style::Modifier::REVERSED;
    assert!(
        buffer[(2, row)].modifier.contains(reversed) && !buffer[(2, row + 1)].modifier.contains(reversed)
    );

    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    fill(&mut form, "salesperson", "");
    proposed(&mut form, "a", &["Ana", "Alba", "Arturo", "Aitor"]);
    let screen = shown(&form, 80, 9);
    let lines: Vec<&str> = screen.lines().collect();
    let typed = lines.iter().position(|line| line.starts_with("Vendedor")).unwrap();
    assert!(lines[typed - 1].contains("Aitor") && lines[typed - 4].contains("Ana"), "{screen}");
}

#[test]
fn a_name_that_is_nobody_is_told_while_it_is_typed() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("en"));
    fill(&mut form, "salesperson", "");
    proposed(&mut form, "zz", &[]);
    assert!(shown(&form, 80, 12).contains("There is none like that"));
}

#[test]
fn the_options_of_a_choice_show_under_the_cursor() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("en"));
    assert!(shown(&form, 80, 12).contains("Kind          call\n"), "{}", shown(&form, 80, 12));
    focus(&mut form, "kind");
    keys(&mut form, " ");
    assert!(shown(&form, 80, 12).contains("visit  call  email  message  offer  task"));
    assert!(shown(&form, 40, 12).contains("← email →"));
}

#[test]
fn what_went_wrong_is_read_whole_at_the_foot() {
    let mut form = Form::new(RecordKind::Client, &for_client("es"));
    keys(&mut form, "A");
    form.input(FormKey::Submit);
    form.failed(&crate::repository::error::Error::Full);
    let Some(Notice::Error(message)) = form.notice() else { panic!() };
    let screen = shown(&form, 40, 16);
    let words: Vec<&str> = screen.split_whitespace().collect();
    let expected: Vec<&str> = message.split_whitespace().collect();
    assert!(words.ends_with(&expected), "{screen}");
}

#[test]
fn a_warning_is_seen_and_no_error() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("en"));
    keys(&mut form, "yesterday");
    let (buffer, _) = drawn(&form, 80, 12);
    assert!(text(&buffer).contains("→ Monday 11/23/2026: already past"));
    let warning = Theme::default().style(Role::Warning);
    let arrow = buffer.area.positions().find(|at| buffer[*at].symbol() == "→").unwrap();
    assert_eq!(buffer[arrow].fg, warning.fg.unwrap());
}

#[test]
fn text_of_the_data_cannot_steer_the_terminal() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    fill(&mut form, "salesperson", "");
    proposed(&mut form, "a", &["\u{1b}[2JAna\u{202e}", "Eva\u{200b}\u{7}"]);
    form.input(FormKey::Paste("\u{202e}\u{2066}".into()));
    let screen = shown(&form, 80, 20);
    assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{2066}', '\u{7}']), "{screen:?}");
}

#[test]
fn the_mouse_finds_the_field_that_is_drawn_there() {
    let form = sale();
    for (width, height) in [(120, 30), (80, 20), (40, 9)] {
        let layout = Layout::of(&form, Rect::new(0, 0, width, height));
        let mut found = Vec::new();
        for position in Rect::new(0, 0, width, height).positions() {
            if let Some(stop) = layout.stop_at(position) {
                found.push(stop);
            }
        }
        assert!(found.contains(&form.focus()), "{width}x{height}");
    }
}

/// Every kind of form, with something in it.
fn any_form() -> impl Strategy<Value = Form> {
    let typed = proptest::collection::vec(("\\PC{0,30}", 0..8_usize), 0..12);
    (proptest::sample::select(RecordKind::ALL), typed, any::<bool>()).prop_map(|(kind, typed, submit)| {
        let mut form = Form::new(kind, &for_client("es"));
        for (text, steps) in typed {
            form.input(FormKey::Paste(text));
            proposed(&mut form, "a", &["Álava", "東京 Ltd", "\u{1b}x"]);
            for _ in 0..steps {
                form.input(FormKey::Next);
            }
        }
        if submit {
            form.input(FormKey::Submit);
        }
        form
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_size_panics_and_nothing_is_drawn_outside(form in any_form(), width in 0_u16..150, height in 0_u16..45) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 160, 50));
        let area = Rect::new(5, 3, width, height);
        let cursor = draw(&form, &Theme::default(), area, &mut buffer);
        for position in buffer.area.positions().filter(|position| !area.contains(*position)) {
            prop_assert_eq!(&buffer[position], &ratatui::buffer::Cell::default(), "{}", position);
        }
        prop_assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{:?}", cursor);
        // Wherever there is a line at all, the field under the cursor is in sight.
        if width > 40 && height > 0 {
            prop_assert!(cursor.is_some());
        }
    }
}

#[test]
fn proposals_stay_inside_a_screen_of_one_cell() {
    for kind in RecordKind::ALL {
        let mut form = Form::new(*kind, &for_client("es"));
        for _ in 0..14 {
            proposed(&mut form, "a", &["Álava", "東京 Ltd"]);
            for (width, height) in [(1, 1), (1, 2), (2, 1), (3, 3)] {
                let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 10));
                let area = Rect::new(5, 3, width, height);
                draw(&form, &Theme::default(), area, &mut buffer);
                for position in buffer.area.positions().filter(|position| !area.contains(*position)) {
                    assert_eq!(
                        &buffer[position],
                        &ratatui::buffer::Cell::default(),
                        "{width}x{height} {position}"
                    );
                }
            }
            form.input(FormKey::Next);
        }
    }
}

#[test]
fn every_small_size_is_drawn() {
    for mut form in [client(), sale()] {
        form.input(FormKey::Submit);
        for width in 1..70 {
            for height in 1..14 {
                drawn(&form, width, height);
            }
        }
    }
}

#[test]
fn a_sale_of_a_thousand_lines_scrolls_to_its_cursor() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    for _ in 0..1_000 {
        form.input(FormKey::AddLine);
        form.input(FormKey::Focus(Stop::Cell { row: form.lines().unwrap().rows.len() - 1, cell: PRICE }));
        keys(&mut form, "1");
    }
    let (_, cursor) = drawn(&form, 80, 20);
    assert!(cursor.is_some());
}
