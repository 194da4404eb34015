use super::*;
use proptest::prelude::*;

#[test]
fn every_change_is_kept_and_comes_back() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    let effects = keys(&mut form, "lune");
    let kept: Vec<_> = effects.iter().filter(|effect| matches!(effect, FormEffect::Keep(_))).collect();
    assert_eq!(kept.len(), 4);
    let draft = form.to_draft();
    assert_eq!(kept.last(), Some(&&FormEffect::Keep(draft.clone())));
    let mut back = Form::from_draft(&draft, &context("es")).unwrap();
    assert_eq!(back.field(stop(&back, "due")).unwrap().typed(), "lune");
    assert_eq!(back.field(stop(&back, "client")).unwrap().typed(), "Talleres López");
    assert!(back.is_dirty());
    assert_eq!(back.input(FormKey::Cancel), [FormEffect::AskDiscard]);
    focus(&mut back, "due");
    press(&mut back, TextEdit::End);
    keys(&mut back, "s");
    let Some(Request::SaveFollowUp(saved)) = submit(&mut back) else { panic!() };
    assert_eq!((saved.client, saved.due), (ClientId(7), day("2026-11-30")));
}

#[test]
fn a_draft_means_the_same_on_another_day_and_in_another_place() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "mañana");
    let later = FormContext { today: "2026-11-30".parse().unwrap(), ..context("en") };
    let mut back = Form::from_draft(&form.to_draft(), &later).unwrap();
    let Some(Request::SaveFollowUp(draft)) = submit(&mut back) else { panic!() };
    assert_eq!(draft.due, day("2026-11-25"));

    for record in rows::all() {
        let mut form = Form::open(&record, &rows::labels(), &context("es"));
        let elsewhere = context("en-CA");
        let mut back = Form::from_draft(&form.to_draft(), &elsewhere).unwrap();
        assert!(!back.is_dirty());
        let expected = submit(&mut form);
        assert!(expected.is_some());
        assert_eq!(submit(&mut back), expected);
    }

    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    fill_cell(&mut form, 0, QUANTITY, "1.234");
    fill_cell(&mut form, 0, PRICE, "1.234,5");
    let back = Form::from_draft(&form.to_draft(), &context("en")).unwrap();
    assert_eq!(back.amount_minor(0), form.amount_minor(0));
    assert!(back.is_dirty());
}

#[test]
fn moving_about_keeps_nothing() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    for key in [FormKey::Next, FormKey::Prev, FormKey::Edit(TextEdit::Down), FormKey::AddLine] {
        let effects = form.input(key);
        assert!(!effects.iter().any(|effect| matches!(effect, FormEffect::Keep(_))), "{effects:?}");
    }
}

#[test]
fn the_draft_of_an_edited_row_saves_what_the_row_would() {
    for record in rows::all() {
        let mut form = Form::open(&record, &rows::labels(), &context("es"));
        let mut back = Form::from_draft(&form.to_draft(), &context("es")).unwrap();
        assert_eq!(back.title(), form.title());
        let expected = submit(&mut form);
        assert!(expected.is_some());
        assert_eq!(submit(&mut back), expected);
    }
}

#[test]
fn what_is_no_draft_of_ours_gives_no_form() {
    let draft = |form: &str, fields: &str| FormDraft { form: form.into(), row: 0, fields: fields.into() };
    for (form, fields) in [
        ("log", "{}"),
        ("client", ""),
        ("client", "[]"),
        ("client", r#"{"rev":0}"#),
        (
            "sale",
            r#"{"rev":0,"subject":"","today":"2026-11-24","place":"es","base":{"fields":{}},"now":{"fields":{},"lines":[[1,2,3,4]]}}"#,
        ),
    ] {
        assert!(Form::from_draft(&draft(form, fields), &context("es")).is_none(), "{form} {fields}");
    }
    // Fields of another version are left out.
    let fields = r#"{"rev":3,"subject":"X","today":"2026-11-24","place":"zz","base":{"fields":{}},
        "now":{"fields":{"name":"A","gone":"b","stage":true,"main":"x"}}}"#;
    let mut form = Form::from_draft(&draft("client", fields), &context("es")).unwrap();
    let Some(Request::SaveClient(saved)) = submit(&mut form) else { panic!() };
    assert_eq!((saved.name.as_str(), saved.rev), ("A", 3));
}

fn any_key() -> impl Strategy<Value = FormKey> {
    let edits = vec![
        TextEdit::Backspace,
        TextEdit::Delete,
        TextEdit::Left,
        TextEdit::Right,
        TextEdit::Up,
        TextEdit::Down,
        TextEdit::NewLine,
        TextEdit::Home,
        TextEdit::End,
        TextEdit::DeleteWord,
        TextEdit::DeleteToStart,
    ];
    prop_oneof![
        4 => any::<char>().prop_map(|letter| FormKey::Edit(TextEdit::Insert(letter))),
        4 => "[a-z0-9,. /+-]".prop_map(FormKey::Paste),
        4 => proptest::sample::select(edits).prop_map(FormKey::Edit),
        1 => "\\PC{0,6}(\n\\PC{0,6})?".prop_map(FormKey::Paste),
        4 => Just(FormKey::Next),
        1 => Just(FormKey::Prev),
        1 => Just(FormKey::AddLine),
        1 => Just(FormKey::RemoveLine),
    ]
}

/// Carries keys out and answers each look-up with a product, so that names stand for rows too.
pub fn played(form: &mut Form, keys: Vec<FormKey>) {
    for key in keys {
        for effect in form.input(key) {
            if let FormEffect::LookUp(Request::LookUp { ticket, .. }) = effect {
                form.looked_up(ticket, vec![product(5, "Taladro 東京", "T", 45_900_000)]);
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_comes_back_from_its_draft(
        kind in proptest::sample::select(RecordKind::ALL),
        tag in proptest::sample::select(vec!["es", "en"]),
        keys in proptest::collection::vec(any_key(), 0..60),
    ) {
        let mut form = Form::new(kind, &for_client(tag));
        played(&mut form, keys);
        // What is only highlighted is no part of a draft: leave the field, which takes it.
        let line = form.fields().iter().position(|field| !field.hidden && matches!(field.input, Input::Line(..))).unwrap();
        form.input(FormKey::Focus(Stop::Field(line)));
        let draft = form.to_draft();
        let mut back = Form::from_draft(&draft, &context(tag)).unwrap();
        prop_assert_eq!(back.to_draft(), draft);
        if !form.is_saving() {
            form.input(FormKey::Submit);
            back.input(FormKey::Submit);
            prop_assert_eq!(form.is_saving(), back.is_saving());
        }
    }
}
