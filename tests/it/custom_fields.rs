//! Fields that users define: made, renamed, changed, ordered and deleted, and what clients have in them.

use crate::support::lists::found;
use crate::support::pty::KILLED;
use crate::support::{App, answers, portfolio, write};
use crate::terminal::{portfolio as filed, started};
use cartera::domain::client::ClientDraft;
use cartera::domain::custom::{CustomField, CustomFieldDraft, CustomValue};
use cartera::domain::ids::{ClientId, CustomFieldId};
use cartera::domain::kinds::{CustomEntity, CustomKind};
use cartera::domain::list::ListKind;
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request};
use cartera::repository::store::Store;
use cartera::text::Lang;
use rustix::process::Signal;

fn field(label: &str, kind: CustomKind, choices: &[&str]) -> CustomFieldDraft {
    CustomFieldDraft {
        id: None,
        rev: 0,
        entity: CustomEntity::Client,
        label: label.to_owned(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    }
}

pub fn define(store: &mut Store, label: &str, kind: CustomKind, choices: &[&str]) -> CustomFieldId {
    CustomFieldId(write(store, Request::SaveCustomField(field(label, kind, choices))))
}

fn opened(store: &mut Store, id: CustomFieldId) -> CustomFieldDraft {
    match answers(store, Request::Open(RecordId::CustomField(id))).pop() {
        Some(Reply::Opened { record: Record::CustomField(draft), .. }) => draft,
        other => panic!("not opened: {other:?}"),
    }
}

pub fn lopez(store: &mut Store) -> ClientDraft {
    let id = ClientId(found(store, ListKind::Clients, "lopez")[0]);
    match answers(store, Request::Open(RecordId::Client(id))).pop() {
        Some(Reply::Opened { record: Record::Client(draft), .. }) => *draft,
        other => panic!("not opened: {other:?}"),
    }
}

fn set(store: &mut Store, field: CustomFieldId, value: Option<CustomValue>) {
    let mut draft = lopez(store);
    draft.custom.insert(field, value);
    write(store, Request::SaveClient(Box::new(draft)));
}

fn value(store: &mut Store, field: CustomFieldId) -> Option<CustomValue> {
    lopez(store).custom.get(&field).cloned().flatten()
}

fn text(text: &str) -> CustomValue {
    CustomValue::Text(text.to_owned())
}

fn all(store: &Store) -> Vec<CustomField> {
    store.custom_fields().unwrap().all().to_vec()
}

fn refused(store: &mut Store, request: Request) -> Error {
    match answers(store, request).pop() {
        Some(Reply::Failed { error, .. }) => error,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_new_label_keeps_the_name_and_the_values() {
    let mut store = portfolio();
    let id = define(&mut store, " Zona de Reparto ", CustomKind::Text, &[]);
    set(&mut store, id, Some(text("norte")));
    let draft = CustomFieldDraft { label: "Sector logístico".into(), ..opened(&mut store, id) };
    write(&mut store, Request::SaveCustomField(draft));
    let [field] = &all(&store)[..] else { panic!() };
    assert_eq!(
        (field.key.as_str(), field.label.as_str(), field.values),
        ("zona-de-reparto", "Sector logístico", 1)
    );
    assert_eq!(value(&mut store, id), Some(text("norte")));
    // The name that it keeps is still taken, and so is the new one.
    for label in ["ZONA DE REPARTO", "sector, logistico"] {
        let error = refused(&mut store, Request::SaveCustomField(field_of(label)));
        assert!(
            matches!(&error, Error::Taken { field: "label", by } if by == "Sector logístico"),
            "{error:?}"
        );
    }
}

fn field_of(label: &str) -> CustomFieldDraft {
    field(label, CustomKind::Text, &[])
}

#[test]
fn a_label_that_means_something_in_filters_already_is_refused() {
    let mut store = portfolio();
    for label in ["Ciudad", "CITY", "último correo", "orden", "by", "e"] {
        let error = refused(&mut store, Request::SaveCustomField(field_of(label)));
        assert!(matches!(error, Error::Taken { field: "label", .. }), "{label}: {error:?}");
    }
    for label in ["", " ", "2025", "★"] {
        let error = refused(&mut store, Request::SaveCustomField(field_of(label)));
        assert!(matches!(error, Error::Refused { field: "label" }), "{label}: {error:?}");
    }
    assert_eq!(all(&store), []);
}

#[test]
fn a_kind_that_the_values_do_not_fit_is_refused_with_their_number() {
    let mut store = portfolio();
    let id = define(&mut store, "Zona", CustomKind::Text, &[]);
    set(&mut store, id, Some(text("Norte")));
    let changed = |store: &mut Store, kind, choices: &[&str]| {
        let draft =
            CustomFieldDraft { rev: opened(store, id).rev, id: Some(id), ..field("Zona", kind, choices) };
        Request::SaveCustomField(draft)
    };
    for (kind, choices) in
        [(CustomKind::Number, &[][..]), (CustomKind::Date, &[]), (CustomKind::Choice, &["sur", "este"])]
    {
        let request = changed(&mut store, kind, choices);
        assert!(matches!(refused(&mut store, request), Error::Unfit { count: 1 }), "{kind:?}");
    }
    // Case and accents do not tell choices apart, and every choice is a text.
    for (kind, choices) in [(CustomKind::Choice, &["norte", "sur"][..]), (CustomKind::Text, &[])] {
        let request = changed(&mut store, kind, choices);
        write(&mut store, request);
        assert_eq!((opened(&mut store, id).kind, value(&mut store, id)), (kind, Some(text("Norte"))));
    }
    set(&mut store, id, None);
    let request = changed(&mut store, CustomKind::Money, &[]);
    write(&mut store, request);
    set(&mut store, id, Some(CustomValue::Number(-150)));
    let error = refused(&mut store, changed_to_text(id));
    assert!(matches!(error, Error::Stale | Error::Unfit { .. }), "{error:?}");
}

fn changed_to_text(id: CustomFieldId) -> Request {
    Request::SaveCustomField(CustomFieldDraft { id: Some(id), rev: 4, ..field_of("Zona") })
}

#[test]
fn deleting_takes_the_values_along_and_undo_brings_them_back() {
    let mut store = portfolio();
    let zone = define(&mut store, "Zona", CustomKind::Text, &[]);
    let other = define(&mut store, "Cuota pactada", CustomKind::Number, &[]);
    set(&mut store, zone, Some(text("hacia poniente")));
    set(&mut store, other, Some(CustomValue::Number(2_500)));
    let before = store.dump().unwrap();
    write(&mut store, Request::Remove(RecordId::CustomField(zone)));
    assert_eq!(all(&store).len(), 1);
    assert!(!store.dump().unwrap().contains("hacia poniente"));
    assert_eq!(value(&mut store, other), Some(CustomValue::Number(2_500)));
    write(&mut store, Request::Undo);
    assert_eq!(store.dump().unwrap(), before);
    write(&mut store, Request::Redo);
    assert_eq!((all(&store).len(), value(&mut store, zone)), (1, None));
}

#[test]
fn the_order_is_the_users() {
    let mut store = portfolio();
    let ids: Vec<_> =
        ["Uno", "Dos", "Tres"].map(|label| define(&mut store, label, CustomKind::Text, &[])).into();
    let order = |store: &Store| all(store).iter().map(|field| field.label.clone()).collect::<Vec<_>>();
    for (place, down, expected) in [
        (2, false, ["Uno", "Tres", "Dos"]),
        (0, true, ["Tres", "Uno", "Dos"]),
        (1, true, ["Tres", "Uno", "Dos"]),
    ] {
        write(&mut store, Request::ShiftCustomField { id: ids[place], down });
        assert_eq!(order(&store), expected);
    }
    write(&mut store, Request::Undo);
    assert_eq!(order(&store), ["Uno", "Tres", "Dos"], "what changed nothing is no action");
}

#[test]
fn what_a_form_does_not_name_stays_as_it_is() {
    let mut store = portfolio();
    let id = define(&mut store, "Zona", CustomKind::Text, &[]);
    set(&mut store, id, Some(text("norte")));
    let mut draft = lopez(&mut store);
    draft.custom.clear();
    draft.city = "Lugo".into();
    write(&mut store, Request::SaveClient(Box::new(draft)));
    assert_eq!(value(&mut store, id), Some(text("norte")));
}

#[test]
fn fields_are_defined_filled_in_and_shown() {
    for (lang, keys) in [(Lang::Es, ["Zona", "norte, sur"]), (Lang::En, ["Zone", "north, south"])] {
        let mut app = App::over(portfolio(), lang, 120, 40);
        let [label, choices] = keys;
        // A choice is the last of the kinds.
        app.keys(&format!("Dn{label}<tab><end><tab>{choices}<enter>")).assert_shows(choices);
        app.keys("nExtra<tab><right><enter>").assert_shows("Extra");
        insta::assert_snapshot!(format!("fields_{}", lang.code()), app.screen());
        app.keys("<esc>2/lópez<enter>e");
        app.assert_shows(label).assert_shows("Extra");
        let to_zone = "<tab>".repeat(10) + "<tab>";
        app.keys(&format!("{to_zone}<right><tab>-1234,5"));
        insta::assert_snapshot!(format!("fields_form_{}", lang.code()), app.screen());
        app.keys("<ctrl-s><enter>").assert_shows(choices.split(',').next().unwrap());
        insta::assert_snapshot!(format!("fields_card_{}", lang.code()), app.screen());
    }
}

#[test]
fn a_label_that_is_taken_is_told_with_another_one() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("DnCiudad<ctrl-s>").assert_shows("«ciudad» ya significa algo").assert_shows("«Ciudad 2»");
    app.keys(" 2<ctrl-s>").assert_shows("ciudad-2:");
    // What goes with a field is told before it goes, and it comes back.
    app.keys("X").assert_shows("¿Borrar el campo «Ciudad 2»?");
    app.keys("s").assert_shows("Todavía no hay ninguno");
    app.keys("u").assert_shows("ciudad-2:");
    app.keys("<esc>").assert_hides("ciudad-2:").assert_shows("Clientes");
}

#[test]
fn in_the_real_program_a_field_and_its_value_outlive_it() {
    let (_folder, database) = filed();
    let mut terminal = started(&database);
    terminal.send("D");
    terminal.wait_for_text("There are none yet");
    terminal.send("nRoute\r\r");
    terminal.wait_for_text("route:");
    terminal.send("\x1b");
    terminal.settle();
    terminal.send("e");
    terminal.wait_for_text("Your own fields");
    terminal.send(&"\t".repeat(11));
    terminal.send("Harbour\x13");
    terminal.wait_for_text("u undoes it");
    terminal.signal(Signal::KILL);
    assert_eq!(terminal.end(), KILLED);
    let mut again = started(&database);
    again.send("e");
    again.wait_for_text("Harbour");
}

#[test]
fn in_the_real_program_a_field_filters_before_and_after_a_restart() {
    let (_folder, database) = filed();
    let mut terminal = started(&database);
    terminal.send("D");
    terminal.wait_for_text("There are none yet");
    terminal.send("nRoute\r\r");
    terminal.wait_for_text("route:");
    terminal.send("\x1b");
    terminal.settle();
    terminal.send("e");
    terminal.wait_for_text("Your own fields");
    terminal.send(&"\t".repeat(11));
    terminal.send("Harbour\x13");
    terminal.wait_for_text("u undoes it");
    terminal.send("2/route:harb\r");
    terminal.wait_for_text("Clients  1 ");
    terminal.send("q");
    assert_eq!(terminal.end(), 0);
    let mut again = started(&database);
    again.send("2/-route:harb\r");
    again.wait_for_text("[-route:harb]");
    again.wait_for_text("Clients  0 ");
    again.send("/\x15route:=harbour\r");
    again.wait_for_text("Clients  1 ");
    again.wait_for_text("[route:=harbour]");
}
