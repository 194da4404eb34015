use super::*;

fn visited(form: &mut Form, key: &FormKey, times: usize) -> Vec<String> {
    (0..times)
        .map(|_| {
            form.input(key.clone());
            focused_name(form)
        })
        .collect()
}

#[test]
fn tab_goes_round_and_enter_saves_at_the_last_field() {
    let mut form = Form::new(RecordKind::FollowUp, &context("es"));
    let names = visited(&mut form, &FormKey::Next, 7);
    assert_eq!(names, ["due", "kind", "title", "contact", "salesperson", "recurrence", "client"]);
    assert_eq!(visited(&mut form, &FormKey::Prev, 1), ["recurrence"]);

    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "hoy");
    assert_eq!(
        visited(&mut form, &FormKey::Enter, 5),
        ["kind", "title", "contact", "salesperson", "recurrence"]
    );
    assert!(saved(&form.input(FormKey::Enter)).is_some());
}

#[test]
fn arrows_go_up_and_down_but_not_round() {
    let mut form = Form::new(RecordKind::Product, &context("es"));
    let up = FormKey::Edit(TextEdit::Up);
    let down = FormKey::Edit(TextEdit::Down);
    assert_eq!(visited(&mut form, &up, 1), ["name"]);
    assert_eq!(visited(&mut form, &down, 2), ["sku", "family"]);
    assert_eq!(visited(&mut form, &down, 9).last(), Some(&"active".to_owned()));
}

#[test]
fn enter_in_notes_breaks_the_line_and_leaves_an_empty_one() {
    let mut form = Form::new(RecordKind::Contact, &for_client("es"));
    focus(&mut form, "notes");
    keys(&mut form, "uno");
    form.input(FormKey::Enter);
    assert_eq!(focused_name(&form), "notes");
    form.input(FormKey::Enter);
    assert_eq!(focused_name(&form), "language");
    fill(&mut form, "name", "Ana");
    let Some(Request::SaveContact(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(draft.notes, "uno");
}

#[test]
fn a_line_is_added_by_going_past_the_last_and_an_empty_one_saves() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    let mut saves = Vec::new();
    for (name, row) in [("taladro", 0), ("broca", 1)] {
        let effects = if row == 0 { cell(&mut form, 0, PRODUCT) } else { Vec::new() };
        assert_eq!(form.focus(), Stop::Cell { row, cell: PRODUCT });
        let effects = [effects, keys(&mut form, name)].concat();
        answer(&mut form, &effects, &[product(1, name, "", 2_000_000)]);
        for _ in 0..CELLS {
            saves.extend(form.input(FormKey::Enter));
        }
    }
    assert_eq!(form.focus(), Stop::Cell { row: 2, cell: PRODUCT });
    assert_eq!(saved(&saves), None);
    let Some(Request::SaveSale(draft)) = saved(&form.input(FormKey::Enter)) else { panic!() };
    assert_eq!(draft.lines.len(), 2);
}

#[test]
fn tab_leaves_the_lines_from_an_empty_one() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    cell(&mut form, 0, PRODUCT);
    assert_eq!(visited(&mut form, &FormKey::Next, 1), ["kind"]);
    assert_eq!(visited(&mut form, &FormKey::Prev, 1), ["discount_bp"]);
}

#[test]
fn arrows_move_in_the_grid() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    fill_cell(&mut form, 0, QUANTITY, "2");
    press(&mut form, TextEdit::Right);
    assert_eq!(form.focus(), Stop::Cell { row: 0, cell: PRICE });
    keys(&mut form, "3");
    press(&mut form, TextEdit::Down);
    assert_eq!(form.focus(), Stop::Cell { row: 1, cell: PRODUCT });
    press(&mut form, TextEdit::Up);
    assert_eq!(form.focus(), Stop::Cell { row: 0, cell: PRODUCT });
    press(&mut form, TextEdit::Up);
    assert_eq!(focused_name(&form), "number");
    press(&mut form, TextEdit::Down);
    assert_eq!(form.focus(), Stop::Cell { row: 0, cell: PRODUCT });
}

#[test]
fn lines_are_added_and_removed_by_key() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    for (row, quantity) in ["1", "2", "3"].into_iter().enumerate() {
        form.input(FormKey::AddLine);
        fill_cell(&mut form, row, QUANTITY, quantity);
    }
    let quantities = |form: &Form| {
        let rows = &form.lines().unwrap().rows;
        rows.iter().map(|row| row.cells[QUANTITY].typed().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(quantities(&form), ["1", "2", "3"]);
    cell(&mut form, 1, PRICE);
    form.input(FormKey::RemoveLine);
    assert_eq!(quantities(&form), ["1", "3"]);
    cell(&mut form, 0, PRICE);
    form.input(FormKey::AddLine);
    assert_eq!(
        (quantities(&form), form.focus()),
        (vec!["1".into(), String::new(), "3".into()], Stop::Cell { row: 1, cell: PRODUCT })
    );
    for _ in 0..4 {
        form.input(FormKey::RemoveLine);
    }
    assert_eq!(quantities(&form), [""]);
    assert!(!form.is_dirty());
}

#[test]
fn a_date_is_fixed_when_the_cursor_leaves_it() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "mañana");
    form.input(FormKey::Next);
    assert_eq!(form.field(stop(&form, "due")).unwrap().typed(), "25/11/2026");
}

#[test]
fn typing_on_a_short_value_replaces_it_and_editing_it_does_not() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    let day = |form: &Form| form.field(stop(form, "day")).unwrap().typed().to_owned();
    focus(&mut form, "day");
    assert!(form.replaces());
    keys(&mut form, "ay");
    assert!(!form.replaces());
    keys(&mut form, "er");
    assert_eq!(day(&form), "ayer");
    form.input(FormKey::Next);
    form.input(FormKey::Prev);
    press(&mut form, TextEdit::Left);
    press(&mut form, TextEdit::Backspace);
    keys(&mut form, "5");
    assert_eq!(day(&form), "23/11/2056");
    form.input(FormKey::Next);
    form.input(FormKey::Prev);
    press(&mut form, TextEdit::Backspace);
    assert_eq!(day(&form), "");
    form.input(FormKey::Paste("1/2/26".into()));
    form.input(FormKey::Next);
    form.input(FormKey::Prev);
    form.input(FormKey::Paste("hoy".into()));
    assert_eq!(day(&form), "hoy");

    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "Talleres");
    form.input(FormKey::Next);
    form.input(FormKey::Prev);
    keys(&mut form, " X");
    assert_eq!(form.field(form.focus()).unwrap().typed(), "Talleres X", "a long text is gone on with");
}

#[test]
fn escape_closes_what_is_untouched_and_asks_before_it_loses_anything() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    assert_eq!(form.input(FormKey::Cancel), [FormEffect::Close]);
    keys(&mut form, "A");
    assert_eq!(form.input(FormKey::Cancel), [FormEffect::AskDiscard]);
    let dropped = FormEffect::DropDraft { form: "client".into(), row: 0 };
    assert_eq!(form.discard(), [dropped.clone(), FormEffect::Close]);

    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    assert_eq!(press(&mut form, TextEdit::Backspace), [dropped], "as it was at first");
    assert_eq!(form.input(FormKey::Cancel), [FormEffect::Close]);
}

#[test]
fn a_form_is_saved_once() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    assert!(submit(&mut form).is_some());
    assert!(form.is_saving());
    assert_eq!(form.input(FormKey::Submit), []);
    assert_eq!(keys(&mut form, "b"), []);
    let effects = form.saved();
    assert_eq!(effects, [FormEffect::DropDraft { form: "client".into(), row: 0 }, FormEffect::Close]);
}

#[test]
fn a_paste_goes_into_the_field_as_text() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    form.input(FormKey::Paste("Talleres\tLópez\r\n".into()));
    focus(&mut form, "notes");
    form.input(FormKey::Paste("uno\r\ndos".into()));
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!((draft.name.as_str(), draft.notes.as_str()), ("Talleres López", "uno\ndos"));
}
