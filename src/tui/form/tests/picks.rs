use super::*;
use crate::domain::ids::{ContactId, SalespersonId};
use crate::domain::list::ListKind;
use crate::repository::error::Error;

#[test]
fn each_letter_asks_for_proposals() {
    let mut form = Form::new(RecordKind::Sale, &context("es"));
    let effects = keys(&mut form, "ló");
    let asked: Vec<_> = effects
        .iter()
        .filter_map(|effect| {
            let FormEffect::LookUp(Request::LookUp { kind, text, client, .. }) = effect else { return None };
            Some((*kind, text.as_str(), *client))
        })
        .collect();
    assert_eq!(asked, [(ListKind::Clients, "l", None), (ListKind::Clients, "ló", None)]);
}

#[test]
fn contacts_are_those_of_the_client_and_offered_before_anything_is_typed() {
    let mut form = Form::new(RecordKind::FollowUp, &for_client("es"));
    let effects = focus(&mut form, "contact");
    let [FormEffect::LookUp(Request::LookUp { kind: ListKind::Contacts, client, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(*client, Some(ClientId(7)));
    answer(&mut form, &effects, &[candidate(1, "Ana"), candidate(2, "Eva")]);
    form.input(FormKey::Enter);
    assert_eq!(
        form.field(stop(&form, "contact")).unwrap().typed(),
        "",
        "Enter on an empty field leaves it empty"
    );
    let effects = focus(&mut form, "contact");
    answer(&mut form, &effects, &[candidate(1, "Ana"), candidate(2, "Eva")]);
    press(&mut form, TextEdit::Down);
    press(&mut form, TextEdit::Down);
    form.input(FormKey::Enter);
    fill(&mut form, "due", "hoy");
    let Some(Request::SaveFollowUp(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(draft.contact, Some(ContactId(2)));
}

#[test]
fn without_a_client_there_are_no_contacts_to_ask_for() {
    let mut form = Form::new(RecordKind::FollowUp, &context("es"));
    assert_eq!(focus(&mut form, "contact"), []);
}

#[test]
fn another_client_has_other_contacts() {
    let record = rows::all().swap_remove(3);
    let mut form = Form::open(&record, &rows::labels(), &context("es"));
    choose(&mut form, "client", "otro", &[candidate(9, "Otro")]);
    let Some(Request::SaveSale(draft)) = submit(&mut form) else { panic!("{:?}", form.notice()) };
    assert_eq!((draft.client, draft.contact), (ClientId(9), None));
}

#[test]
fn a_name_that_is_nobody_is_an_error_at_the_field() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    focus(&mut form, "owner");
    let effects = keys(&mut form, "zzz");
    answer(&mut form, &effects, &[]);
    assert_eq!(submit(&mut form), None);
    let message = error(&form, "owner").unwrap();
    assert_eq!(
        message,
        "«zzz» no señala a un único vendedor: elija uno de la lista, o añádalo antes en Vendedores"
    );
    assert_eq!(focused_name(&form), "owner");
}

#[test]
fn an_answer_that_comes_late_takes_only_the_exact_name() {
    for (typed, taken) in [("ana ruiz", Some(SalespersonId(1))), ("ana", None)] {
        let mut form = Form::new(RecordKind::Client, &context("es"));
        keys(&mut form, "A");
        focus(&mut form, "owner");
        let effects = keys(&mut form, typed);
        form.input(FormKey::Next);
        answer(&mut form, &effects, &[candidate(1, "Ana Ruiz"), candidate(2, "Ana Ruiz Gil")]);
        assert_eq!(error(&form, "owner").is_some(), taken.is_none());
        let owner = match submit(&mut form) {
            Some(Request::SaveClient(draft)) => draft.owner,
            _ => None,
        };
        assert_eq!(owner, taken, "{typed}");
    }
}

#[test]
fn saving_waits_for_the_name_that_was_just_typed() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    focus(&mut form, "owner");
    let effects = keys(&mut form, "Ana Ruiz");
    assert_eq!(submit(&mut form), None);
    assert_eq!(error(&form, "owner"), None);
    let effects = answer(&mut form, &effects, &[candidate(1, "Ana Ruiz")]);
    assert!(saved(&effects).is_some());

    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    focus(&mut form, "owner");
    let effects = keys(&mut form, "Ana");
    assert_eq!(submit(&mut form), None);
    let effects = answer(&mut form, &effects, &[candidate(1, "Ana Ruiz")]);
    assert_eq!(saved(&effects), None, "what was not seen is not taken");
    assert!(error(&form, "owner").is_some());
}

#[test]
fn answers_to_older_questions_and_to_other_forms_are_ignored() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    focus(&mut form, "owner");
    let older = keys(&mut form, "a");
    let newer = keys(&mut form, "n");
    let mut other = Form::new(RecordKind::Client, &context("es"));
    focus(&mut other, "owner");
    keys(&mut other, "a");
    assert_eq!(answer(&mut form, &older, &[candidate(1, "Alba")]), []);
    assert_eq!(answer(&mut other, &newer, &[candidate(2, "Ana")]), []);
    for form in [&form, &other] {
        let Input::Reference(reference) = &form.field(form.focus()).unwrap().input else { panic!() };
        assert!(!reference.is_open());
    }
}

#[test]
fn escape_closes_the_list_before_the_form() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    focus(&mut form, "owner");
    let effects = keys(&mut form, "a");
    answer(&mut form, &effects, &[candidate(1, "Ana")]);
    assert_eq!(form.input(FormKey::Cancel), []);
    assert_eq!(form.input(FormKey::Cancel), [FormEffect::AskDiscard]);
}

#[test]
fn a_price_that_was_given_stays_when_another_product_is_picked() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    let pick = |form: &mut Form, micros| {
        let effects = [cell(form, 0, PRODUCT), keys(form, "x")].concat();
        answer(form, &effects, &[product(1, "X", "", micros)]);
        form.input(FormKey::Next);
    };
    let price = |form: &Form| form.field(Stop::Cell { row: 0, cell: PRICE }).unwrap().typed().to_owned();
    pick(&mut form, 45_900_000);
    assert_eq!(price(&form), "45,90");
    pick(&mut form, 12_500);
    assert_eq!(price(&form), "0,0125");
    fill_cell(&mut form, 0, PRICE, "40");
    pick(&mut form, 45_900_000);
    assert_eq!(price(&form), "40");
}

#[test]
fn a_look_up_that_fails_is_told_and_nothing_is_lost() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    focus(&mut form, "owner");
    keys(&mut form, "ana");
    form.failed(&Error::Busy);
    assert!(matches!(form.notice(), Some(Notice::Error(_))));
    assert_eq!(form.field(form.focus()).unwrap().typed(), "ana");
}

#[test]
fn tags_are_taken_one_after_the_other() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    fill(&mut form, "name", "Acme");
    let effects = focus(&mut form, "tags");
    assert!(
        matches!(&effects[..], [FormEffect::LookUp(Request::LookUpTags { text, .. })] if text.is_empty())
    );
    let effects = keys(&mut form, "feria, #v");
    let asked = effects.iter().rev().find_map(|effect| {
        let FormEffect::LookUp(Request::LookUpTags { text, .. }) = effect else { return None };
        Some(text.as_str())
    });
    assert_eq!(asked, Some("v"), "only what is being typed is looked up");
    // What is there already is not proposed again, and nothing is taken that was not pointed at.
    answer(&mut form, &effects, &[candidate(1, "VIP"), candidate(2, "Feria")]);
    press(&mut form, TextEdit::Down);
    let effects = form.input(FormKey::Enter);
    let stop = stop(&form, "tags");
    assert_eq!((form.focus(), form.field(stop).unwrap().typed()), (stop, "feria, VIP, "));
    answer(&mut form, &effects, &[candidate(3, "gran cuenta")]);
    keys(&mut form, "gran cuenta;Feria");
    form.input(FormKey::Enter);
    assert_eq!(form.field(stop).unwrap().typed(), "feria, VIP, gran cuenta");
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!("{:?}", form.notice()) };
    assert_eq!(draft.tags, ["feria", "VIP", "gran cuenta"]);
}
