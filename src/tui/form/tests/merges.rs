use super::*;
use crate::domain::client::ClientDraft;
use crate::domain::ids::SalespersonId;
use crate::domain::sale::SaleDraft;
use crate::repository::error::Error;

fn client(change: impl FnOnce(&mut ClientDraft)) -> Record {
    let Record::Client(mut draft) = rows::all().swap_remove(0) else { panic!() };
    change(&mut draft);
    Record::Client(draft)
}

fn sale(change: impl FnOnce(&mut SaleDraft)) -> Record {
    let Record::Sale(mut draft) = rows::all().swap_remove(3) else { panic!() };
    change(&mut draft);
    Record::Sale(draft)
}

/// The form of a row, changed here, refused because it was changed there too.
fn refused(record: &Record, change: impl FnOnce(&mut Form)) -> Form {
    let mut form = Form::open(record, &rows::labels(), &context("es"));
    change(&mut form);
    assert!(submit(&mut form).is_some());
    let effects = form.failed(&Error::Stale);
    assert!(matches!(effects[..], [FormEffect::LookUp(Request::Open(_))]), "{effects:?}");
    form
}

#[test]
fn changes_of_both_come_together() {
    let mut form = refused(&client(|_| {}), |form| fill(form, "city", "Jaén"));
    let theirs = client(|draft| {
        draft.rev += 1;
        draft.phone = "555".into();
        draft.owner = None;
    });
    assert!(form.reopened(&theirs, &rows::labels()).is_some());
    assert!(form.is_dirty());
    let expected = client(|draft| {
        draft.rev += 1;
        draft.phone = "555".into();
        draft.owner = None;
        draft.city = "Jaén".into();
    });
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(Record::Client(draft), expected);
}

#[test]
fn a_field_that_both_changed_says_so_and_keeps_what_was_typed() {
    let mut form = refused(&client(|_| {}), |form| fill(form, "city", "Jaén"));
    let theirs = client(|draft| {
        draft.rev += 1;
        draft.city = "León".into();
        draft.owner = Some(SalespersonId(9));
    });
    let effects = form.reopened(&theirs, &rows::labels()).unwrap();
    assert!(matches!(effects[..], [FormEffect::Keep(_)]));
    assert_eq!(error(&form, "city").as_deref(), Some("Otro puso «León»; si guarda, queda lo de usted"));
    assert_eq!(focused_name(&form), "city");
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!((draft.city.as_str(), draft.owner, draft.rev), ("Jaén", Some(SalespersonId(9)), 5));
}

#[test]
fn lines_come_from_whoever_changed_them() {
    let mut form = refused(&sale(|_| {}), |form| fill(form, "number", "9"));
    let theirs = sale(|draft| {
        draft.rev += 1;
        draft.lines.truncate(1);
    });
    assert!(form.reopened(&theirs, &rows::labels()).is_some());
    let Some(Request::SaveSale(draft)) = submit(&mut form) else { panic!() };
    assert_eq!((draft.lines.len(), draft.number.as_str()), (1, "9"));

    let mut form = refused(&sale(|_| {}), |form| fill_cell(form, 1, QUANTITY, "7"));
    assert!(form.reopened(&theirs, &rows::labels()).is_some());
    assert_eq!(form.focus(), Stop::Cell { row: 0, cell: PRODUCT });
    let Some(Request::SaveSale(draft)) = submit(&mut form) else { panic!() };
    assert_eq!((draft.lines.len(), draft.lines[1].quantity_milli), (3, 7_000));
}

#[test]
fn a_row_that_is_not_newer_or_not_ours_changes_nothing() {
    let mut form = Form::open(&client(|_| {}), &rows::labels(), &context("es"));
    let before = form.to_draft();
    assert!(form.reopened(&client(|draft| draft.city = "León".into()), &[]).is_none());
    assert!(form.reopened(&client(|draft| draft.id = Some(ClientId(99))), &[]).is_none());
    assert!(form.reopened(&sale(|_| {}), &[]).is_none());
    assert_eq!(form.to_draft(), before);
}

#[test]
fn a_draft_that_is_older_than_the_row_comes_together_with_it_too() {
    let mut form = Form::open(&client(|_| {}), &rows::labels(), &context("es"));
    fill(&mut form, "city", "Jaén");
    let mut back = Form::from_draft(&form.to_draft(), &context("es")).unwrap();
    assert!(submit(&mut back).is_some());
    back.failed(&Error::Stale);
    let theirs = client(|draft| {
        draft.rev += 1;
        draft.phone = "555".into();
    });
    assert!(back.reopened(&theirs, &rows::labels()).is_some());
    let Some(Request::SaveClient(draft)) = submit(&mut back) else { panic!() };
    assert_eq!((draft.city.as_str(), draft.phone.as_str()), ("Jaén", "555"));
}
