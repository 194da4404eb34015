use super::rows::line;
use super::*;
use crate::domain::client::{ClientDraft, PotentialEstimate};
use crate::domain::contact::ContactDraft;
use crate::domain::follow_up::FollowUpDraft;
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::{Consent, ContactRole, FollowUpKind, SaleKind, SalespersonRole, Stage};
use crate::domain::product::ProductDraft;
use crate::domain::sale::{RATE_ONE, SaleDraft};
use crate::domain::salesperson::SalespersonDraft;

#[test]
fn a_client_is_saved_as_typed_in_both_languages() {
    for (tag, amount, tags, stage, on) in [
        ("es", "1.234,56", "vip, #Obra; vip", "cl", "ayer"),
        ("en", "1,234.56", "vip,Obra", "cl", "yesterday"),
        ("es-MX", "$1,234.56", "vip, Obra", "c", "23/11"),
    ] {
        let mut ctx = context(tag);
        ctx.custom = CustomFields::default();
        if tag == "es-MX" {
            ctx.currency = Currency::from_code("MXN").unwrap();
        }
        let mut form = Form::new(RecordKind::Client, &ctx);
        keys(&mut form, "  Talleres López ");
        fill(&mut form, "city", "Cádiz");
        fill(&mut form, "email", "ana@lopez.es");
        choose(&mut form, "owner", "ana", &[candidate(3, "Ana Ruiz"), candidate(4, "Anabel")]);
        focus(&mut form, "stage");
        keys(&mut form, &stage[..1]);
        fill(&mut form, "tags", tags);
        fill(&mut form, "potential", amount);
        fill(&mut form, "potential_on", on);
        fill(&mut form, "visit_every", "30");
        focus(&mut form, "do_not_contact");
        keys(&mut form, " ");
        focus(&mut form, "notes");
        keys(&mut form, "Cierra");
        press(&mut form, TextEdit::NewLine);
        keys(&mut form, "en agosto");
        let expected = ClientDraft {
            name: "Talleres López".into(),
            city: "Cádiz".into(),
            email: "ana@lopez.es".into(),
            owner: Some(SalespersonId(3)),
            stage: Stage::Client,
            tags: vec!["vip".into(), "Obra".into()],
            potential: Some(PotentialEstimate {
                minor: 123_456,
                on: day("2026-11-23"),
                source: String::new(),
            }),
            visit_every: Some(30),
            do_not_contact: true,
            notes: "Cierra\nen agosto".into(),
            ..ClientDraft::default()
        };
        assert_eq!(submit(&mut form), Some(Request::SaveClient(Box::new(expected))), "{tag}");
    }
}

#[test]
fn an_estimate_is_of_today_until_its_date_is_given() {
    let mut form = Form::new(RecordKind::Client, &context("es"));
    keys(&mut form, "A");
    fill(&mut form, "potential", "500");
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(draft.potential.unwrap().on, day(TODAY));

    let old = PotentialEstimate { minor: 50_000, on: day("2025-01-31"), source: "Ana".into() };
    let record = Record::Client(Box::new(ClientDraft {
        id: Some(ClientId(1)),
        name: "A".into(),
        potential: Some(old.clone()),
        ..ClientDraft::default()
    }));
    let mut form = Form::open(&record, &[], &context("es"));
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(draft.potential, Some(old));
    form.failed(&crate::repository::error::Error::Busy);
    fill(&mut form, "potential", "900");
    let Some(Request::SaveClient(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(draft.potential.unwrap().on, day(TODAY));
}

#[test]
fn a_contact_is_of_the_client_for_whom_it_was_begun() {
    let mut form = Form::new(RecordKind::Contact, &for_client("es"));
    assert_eq!(focused_name(&form), "name");
    keys(&mut form, "Ana Ruiz");
    fill(&mut form, "left_on", "12/3");
    focus(&mut form, "role");
    keys(&mut form, "d");
    focus(&mut form, "main");
    keys(&mut form, "s");
    focus(&mut form, "language");
    press(&mut form, TextEdit::Right);
    let expected = ContactDraft {
        id: None,
        rev: 0,
        client: ClientId(7),
        name: "Ana Ruiz".into(),
        job_title: String::new(),
        role: ContactRole::Decision,
        main: true,
        phone: String::new(),
        email: String::new(),
        language: "es".into(),
        consent: Consent::Unknown,
        left_on: Some(day("2026-03-12")),
        notes: String::new(),
    };
    assert_eq!(submit(&mut form), Some(Request::SaveContact(expected)));
}

#[test]
fn a_product_has_a_price_of_up_to_six_decimals() {
    for (tag, price) in [("es", "1.234,567891"), ("en", "1,234.567891")] {
        let mut form = Form::new(RecordKind::Product, &context(tag));
        keys(&mut form, "Tornillo");
        fill(&mut form, "family", "Fijación");
        fill(&mut form, "price_micros", price);
        let expected = ProductDraft {
            name: "Tornillo".into(),
            family: "Fijación".into(),
            price_micros: Some(1_234_567_891),
            active: true,
            ..ProductDraft::default()
        };
        assert_eq!(submit(&mut form), Some(Request::SaveProduct(expected)), "{tag}");
    }
}

#[test]
fn a_follow_up_is_due_when_it_is_said_to_be() {
    for (tag, due, date) in [
        ("es", "+15d", "2026-12-09"),
        ("es", "lunes", "2026-11-30"),
        ("en", "next tue", "2026-12-01"),
        ("es", "12/3", "2027-03-12"),
        ("en", "12/3", "2026-12-03"),
        // Allowed: the warning is all.
        ("es", "ayer", "2026-11-23"),
    ] {
        let mut form = Form::new(RecordKind::FollowUp, &for_client(tag));
        assert_eq!(focused_name(&form), "due");
        keys(&mut form, due);
        fill(&mut form, "title", "Oferta del X2");
        let expected = FollowUpDraft {
            id: None,
            rev: 0,
            client: ClientId(7),
            contact: None,
            salesperson: None,
            due: day(date),
            kind: FollowUpKind::Call,
            title: "Oferta del X2".into(),
            recurrence: None,
        };
        assert_eq!(submit(&mut form), Some(Request::SaveFollowUp(expected)), "{due} in {tag}");
    }
}

#[test]
fn a_salesperson_serves_stars() {
    let mut form = Form::new(RecordKind::Salesperson, &context("es"));
    keys(&mut form, "Ana Ruiz");
    focus(&mut form, "stars_from");
    keys(&mut form, "3");
    fill(&mut form, "touches_per_week", "40");
    let expected = SalespersonDraft {
        id: None,
        rev: 0,
        code: String::new(),
        name: "Ana Ruiz".into(),
        email: String::new(),
        role: SalespersonRole::Seller,
        reports_to: None,
        stars_from: 3,
        stars_to: 5,
        touches_per_week: Some(40),
        active: true,
    };
    assert_eq!(submit(&mut form), Some(Request::SaveSalesperson(expected)));
}

#[test]
fn a_sale_has_lines_with_the_list_price_or_another() {
    for (tag, quantity, price, discount) in
        [("es", "2,5", "1.045,90", "12,5 %"), ("en", "2.5", "1,045.90", "12.5%")]
    {
        let mut form = Form::new(RecordKind::Sale, &for_client(tag));
        let effects = [cell(&mut form, 0, PRODUCT), keys(&mut form, "tal")].concat();
        answer(&mut form, &effects, &[product(11, "Taladro", "T-1", 45_900_000)]);
        form.input(FormKey::Enter);
        assert_eq!(form.amount_minor(0), Some(4_590), "one piece at the list price");
        fill_cell(&mut form, 0, QUANTITY, quantity);
        assert_eq!(form.amount_minor(0), Some(11_475));
        form.input(FormKey::AddLine);
        let effects = keys(&mut form, "Portes");
        answer(&mut form, &effects, &[]);
        press(&mut form, TextEdit::Down);
        form.input(FormKey::Next);
        assert_eq!(focused_name(&form), "quantity_milli");
        keys(&mut form, "1");
        fill_cell(&mut form, 1, PRICE, price);
        fill_cell(&mut form, 1, DISCOUNT, discount);
        assert_eq!(form.total_minor(), Some(11_475 + 91_516));
        let expected = SaleDraft {
            id: None,
            rev: 0,
            client: ClientId(7),
            contact: None,
            salesperson: None,
            day: day(TODAY),
            number: String::new(),
            kind: SaleKind::Sale,
            currency: "EUR".into(),
            rate_nanos: RATE_ONE,
            lines: vec![
                line(Some(11), "Taladro", 2_500, 45_900_000, 0),
                line(None, "Portes", 1_000, 1_045_900_000, 1_250),
            ],
            notes: String::new(),
        };
        assert_eq!(submit(&mut form), Some(Request::SaveSale(expected)), "{tag}");
    }
}

#[test]
fn another_currency_has_its_rate_and_brings_the_list_price_to_it() {
    let mut form = Form::new(RecordKind::Sale, &for_client("es"));
    let effects = [cell(&mut form, 0, PRODUCT), keys(&mut form, "tal")].concat();
    answer(&mut form, &effects, &[product(11, "Taladro", "T-1", 46_250_000)]);
    form.input(FormKey::Enter);
    assert!(form.field(stop(&form, "rate_nanos")).unwrap().hidden);
    fill(&mut form, "currency", "usd");
    assert_eq!(submit(&mut form), None);
    assert_eq!(focused_name(&form), "rate_nanos");
    keys(&mut form, "0,925");
    fill(&mut form, "day", "ayer");
    let Some(Request::SaveSale(draft)) = submit(&mut form) else { panic!() };
    assert_eq!(
        (draft.currency.as_str(), draft.rate_nanos, draft.day),
        ("USD", 925_000_000, day("2026-11-23"))
    );
    assert_eq!(draft.lines, [line(Some(11), "Taladro", 1_000, 50_000_000, 0)]);
}

/// Does this request save exactly this row?
fn saves(request: &Request, record: &Record) -> bool {
    match (request, record) {
        (Request::SaveClient(draft), Record::Client(row)) => draft == row,
        (Request::SaveContact(draft), Record::Contact(row)) => draft == row,
        (Request::SaveProduct(draft), Record::Product(row)) => draft == row,
        (Request::SaveSale(draft), Record::Sale(row)) => draft == row,
        (Request::SaveFollowUp(draft), Record::FollowUp(row)) => draft == row,
        (Request::SaveSalesperson(draft), Record::Salesperson(row)) => draft == row,
        (Request::SaveMailTemplate(draft), Record::MailTemplate(row)) => draft == row,
        (Request::SaveCustomField(draft), Record::CustomField(row)) => draft == row,
        _ => false,
    }
}

#[test]
fn a_row_that_is_opened_and_saved_stays_as_it_was() {
    for tag in ["es", "en", "en-CA", "es-CR"] {
        for record in rows::all() {
            let mut form = Form::open(&record, &rows::labels(), &context(tag));
            assert!(!form.is_dirty());
            let effects = form.input(FormKey::Submit);
            let mut expected = record.clone();
            if let Record::Sale(draft) = &mut expected {
                // A product whose name is not known is shown by its key.
                draft.lines[2].description = "#12".into();
            }
            let request = saved(&effects).unwrap_or_else(|| panic!("{tag} {record:?}: {:?}", form.notice()));
            assert!(saves(&request, &expected), "{tag}: {request:?} is not {expected:?}");
        }
    }
}
