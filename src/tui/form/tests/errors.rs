use super::*;
use crate::repository::error::Error;
use crate::text::Lang;

/// The form of `kind` with `text` in `field`, after the user tried to save it.
fn tried(kind: RecordKind, field: &str, text: &str, tag: &str) -> Form {
    let mut form = Form::new(kind, &for_client(tag));
    if kind != RecordKind::Sale && kind != RecordKind::FollowUp {
        fill(&mut form, "name", "A");
    }
    if kind == RecordKind::Sale {
        let effects = [cell(&mut form, 0, PRODUCT), keys(&mut form, "t")].concat();
        answer(&mut form, &effects, &[product(1, "T", "", 1_000_000)]);
        form.input(FormKey::Next);
    }
    if field == "potential_on" {
        fill(&mut form, "potential", "1");
    }
    fill(&mut form, field, text);
    assert_eq!(submit(&mut form), None, "{text} in {field}");
    form
}

#[test]
fn every_error_is_at_its_field_with_what_is_right() {
    use RecordKind as K;
    for (kind, field, text, message) in [
        (K::Client, "name", " ", "Falta: Nombre"),
        (K::Client, "email", "ana@", "No parece un correo · p. ej. ana@empresa.com"),
        (K::Client, "email", "ana lopez@x.es", "No parece un correo · p. ej. ana@empresa.com"),
        (K::Client, "potential", "mucho", "No es un número: «mucho» · p. ej. 1.234,56"),
        (K::Client, "potential", "-5", "No puede ser negativo · p. ej. 1.234,56"),
        (K::Client, "potential", "1,234", "Lleva 2 decimales como mucho · p. ej. 1.234,56"),
        (K::Client, "potential", "5 USD", "Está en USD y aquí va en EUR · p. ej. 1.234,56"),
        (
            K::Client,
            "potential_on",
            "31/2/2026",
            "El 31 no existe: febrero de 2026 acaba el 28 · p. ej. hoy, ayer, 24/11/2026",
        ),
        (K::Client, "visit_every", "0", "Tiene que estar entre 1 y 3650 · p. ej. 30"),
        (K::Client, "visit_every", "2,5", "No lleva decimales · p. ej. 30"),
        (
            K::Contact,
            "left_on",
            "lune",
            "No es una fecha: «lune». ¿Quizá «lunes»? · p. ej. hoy, ayer, 24/11/2026",
        ),
        (K::Product, "price_micros", "1,2345678", "Lleva 6 decimales como mucho · p. ej. 45,90"),
        (K::FollowUp, "due", "", "Falta: Vence"),
        (
            K::FollowUp,
            "due",
            "30/2",
            "El 30 no existe: febrero acaba el 29 como mucho · p. ej. +15d, lunes, 24/11/2026",
        ),
        (K::Sale, "currency", "euros", "No es una moneda: son tres letras · p. ej. EUR, USD, MXN"),
        (K::Sale, "day", "", "Falta: Fecha"),
        (K::Salesperson, "touches_per_week", "-1", "Tiene que estar entre 0 y 1000 · p. ej. 30"),
    ] {
        let form = tried(kind, field, text, "es");
        assert_eq!(error(&form, field).as_deref(), Some(message), "{text} in {field}");
        assert_eq!(focused_name(&form), field);
        assert!(matches!(form.notice(), Some(Notice::Error(_))));
    }
    let form = tried(K::FollowUp, "due", "13/13", "en");
    assert!(error(&form, "due").unwrap().ends_with("e.g. +15d, monday, 11/24/2026"));
}

#[test]
fn all_errors_show_at_once_and_the_cursor_goes_to_the_first() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    fill(&mut form, "visit_every", "x");
    fill(&mut form, "email", "x");
    assert_eq!(submit(&mut form), None);
    for field in ["name", "email", "visit_every"] {
        assert!(error(&form, field).is_some(), "{field}");
    }
    assert_eq!(focused_name(&form), "name");
    assert_eq!(form.notice(), Some(&Notice::Error("No se ha guardado: hay 3 campos por corregir".into())));
}

#[test]
fn an_error_goes_as_the_field_is_corrected() {
    let mut form = tried(RecordKind::Client, "email", "ana@", "es");
    keys(&mut form, "x");
    assert!(error(&form, "email").is_some(), "not before it is right");
    keys(&mut form, ".es");
    assert_eq!(error(&form, "email"), None);
}

#[test]
fn what_is_wrong_is_said_when_the_field_is_left_and_not_before() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "lune");
    assert_eq!(error(&form, "due"), None);
    form.input(FormKey::Next);
    assert!(error(&form, "due").is_some());
}

#[test]
fn a_past_due_day_is_only_warned_of() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    keys(&mut form, "ayer");
    let understood = form.understood(form.focus()).unwrap();
    assert_eq!(understood, Understood { text: "lunes 23/11/2026: ya ha pasado".into(), warning: true });
    press(&mut form, TextEdit::DeleteToStart);
    keys(&mut form, "lunes");
    let understood = form.understood(form.focus()).unwrap();
    assert_eq!(understood, Understood { text: "lunes 30/11/2026".into(), warning: false });
}

#[test]
fn fields_that_contradict_each_other_are_told() {
    let form = tried(RecordKind::Client, "potential_source", "Ana", "es");
    assert!(error(&form, "potential").is_some());

    let mut form = Form::new(RecordKind::Salesperson, &context("es"));
    keys(&mut form, "Ana");
    focus(&mut form, "stars_from");
    keys(&mut form, "4");
    focus(&mut form, "stars_to");
    keys(&mut form, "2");
    assert_eq!(submit(&mut form), None);
    assert_eq!(error(&form, "stars_to").as_deref(), Some("Tiene que ser 4★ o más"));

    let record = rows::all().swap_remove(5);
    let mut form = Form::open(&record, &[], &context("es"));
    choose(&mut form, "reports_to", "name", &[candidate(6, "name ñ 東")]);
    assert_eq!(submit(&mut form), None);
    assert!(error(&form, "reports_to").is_some());
}

#[test]
fn each_cell_of_a_line_has_its_error() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    assert_eq!(submit(&mut form), None);
    let at = |form: &Form, row, cell| form.field(Stop::Cell { row, cell }).unwrap().error.clone();
    assert_eq!(at(&form, 0, PRODUCT).as_deref(), Some("La venta no tiene líneas: escriba un producto"));
    assert_eq!(form.focus(), Stop::Cell { row: 0, cell: PRODUCT });

    fill_cell(&mut form, 0, DISCOUNT, "101");
    assert_eq!(submit(&mut form), None);
    assert_eq!(at(&form, 0, PRODUCT).as_deref(), Some("Falta: Producto"));
    assert_eq!(at(&form, 0, QUANTITY).as_deref(), Some("Falta: Cantidad"));
    assert_eq!(at(&form, 0, PRICE).as_deref(), Some("Falta: Precio"));
    assert_eq!(at(&form, 0, DISCOUNT).as_deref(), Some("Tiene que estar entre 0 y 100 · p. ej. 12,5 %"));

    fill_cell(&mut form, 0, QUANTITY, "0");
    fill_cell(&mut form, 0, PRICE, "9 USD");
    assert_eq!(submit(&mut form), None);
    assert_eq!(at(&form, 0, QUANTITY).as_deref(), Some("Tiene que ser mayor que cero · p. ej. 2,5"));
    assert_eq!(at(&form, 0, PRICE).as_deref(), Some("Está en USD y aquí va en EUR · p. ej. 45,90"));
}

#[test]
fn an_amount_beyond_measure_is_an_error_and_no_panic() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    let effects = [cell(&mut form, 0, PRODUCT), keys(&mut form, "t")].concat();
    answer(&mut form, &effects, &[product(1, "T", "", 1_000_000)]);
    form.input(FormKey::Next);
    fill_cell(&mut form, 0, QUANTITY, "9000000000000000");
    fill_cell(&mut form, 0, PRICE, "9000000000000");
    assert_eq!((form.amount_minor(0), form.total_minor()), (None, Some(0)));
    assert_eq!(submit(&mut form), None);
    let error = form.field(Stop::Cell { row: 0, cell: QUANTITY }).unwrap().error.clone();
    assert_eq!(error.as_deref(), Some("Número demasiado grande"));
}

#[test]
fn what_the_storage_refuses_is_told_at_the_field() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    assert!(submit(&mut form).is_some());
    form.failed(&Error::Taken { field: "code", by: "López\u{1b}[31m".into() });
    assert_eq!(focused_name(&form), "code");
    let message = error(&form, "code").unwrap();
    assert!(message.starts_with("Ya lo tiene López") && !message.contains('\u{1b}'), "{message}");
    keys(&mut form, "9");
    assert_eq!(error(&form, "code"), None);
    assert!(submit(&mut form).is_some(), "it can be tried again");

    form.failed(&Error::Refused { field: "tax_id" });
    assert!(error(&form, "tax_id").is_some());
    assert!(submit(&mut form).is_some());
    form.failed(&Error::Refused { field: "no such field" });
    assert!(matches!(form.notice(), Some(Notice::Error(_))));
}

#[test]
fn a_refusal_finds_its_field_by_either_name() {
    for (about, cell) in
        [("price", PRICE), ("discount", DISCOUNT), ("description", PRODUCT), ("lines", PRODUCT)]
    {
        let mut form = Form::open(&rows::all()[3], &rows::labels(), &context("es"));
        assert!(submit(&mut form).is_some());
        form.failed(&Error::Refused { field: about });
        assert_eq!(form.focus(), Stop::Cell { row: 0, cell }, "{about}");
    }
    let mut form = Form::open(&rows::all()[3], &rows::labels(), &context("es"));
    assert!(submit(&mut form).is_some());
    form.failed(&Error::Refused { field: "rate" });
    assert_eq!(focused_name(&form), "rate_nanos");
}

#[test]
fn a_text_longer_than_its_room_is_told() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    form.input(FormKey::Paste("ñ".repeat(300)));
    focus(&mut form, "notes");
    form.input(FormKey::Paste("x".repeat(100_001)));
    fill(&mut form, "tags", &"t".repeat(101));
    assert_eq!(submit(&mut form), None);
    assert_eq!(error(&form, "name"), None);
    assert_eq!(error(&form, "notes").as_deref(), Some("Demasiado largo: son 100.001 letras y caben 100.000"));
    assert!(error(&form, "tags").is_some());
}

#[test]
fn every_failure_is_told_in_words_of_the_catalogue() {
    for tag in ["es", "en"] {
        for failure in [
            Error::Stale,
            Error::Gone,
            Error::Busy,
            Error::Full,
            Error::ReadOnly,
            Error::Amount(crate::domain::sale::AmountTooLarge),
            Error::NothingToUndo,
        ] {
            let mut form = Form::new(RecordKind::Client, &context(tag));
            keys(&mut form, "A");
            assert!(submit(&mut form).is_some());
            form.failed(&failure);
            let Some(Notice::Error(message)) = form.notice() else { panic!("{failure}") };
            assert!(!message.contains('⟦') && !form.is_saving(), "{message}");
        }
    }
}

#[test]
fn every_word_of_every_form_is_in_the_catalogue() {
    for lang in Lang::ALL {
        for kind in RecordKind::ALL {
            let form = Form::new(*kind, &context(lang.code()));
            assert!(!form.title().contains('⟦'), "{}", form.title());
            let cells = form.lines().map(|lines| &lines.rows[0].cells[..]).unwrap_or_default();
            for field in form.fields().iter().chain(cells) {
                assert!(!lang.field(field.label).contains('⟦'), "{}", field.label);
                assert!(field.section.is_none_or(|section| !lang.t(section).contains('⟦')));
            }
        }
    }
}
