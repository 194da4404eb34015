//! The one-line entry on the screen: whom and what it names, sales, and what must never be misread in silence.

use crate::support::{App, answers, portfolio, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::ids::{ClientId, SaleId};
use cartera::domain::kinds::{Consent, ContactRole, SaleKind};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::sale::SaleDraft;
use cartera::repository::request::{Record, RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;

fn person(client: i64, name: &str, job_title: &str) -> Request {
    Request::SaveContact(ContactDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        name: name.to_owned(),
        job_title: job_title.to_owned(),
        role: ContactRole::Other,
        main: false,
        phone: String::new(),
        email: String::new(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    })
}

fn client(name: &str) -> Request {
    Request::SaveClient(Box::new(ClientDraft { name: name.to_owned(), ..ClientDraft::default() }))
}

fn product(sku: &str, name: &str, euros: i64) -> Request {
    Request::SaveProduct(crate::support::product(sku, name, euros * 1_000_000))
}

/// López's key: the third client.
const LOPEZ: i64 = 3;

fn app_over(store: Store) -> App {
    App::over(store, Lang::Es, 120, 40)
}

/// On López's row.
fn on_lopez(store: Store) -> App {
    let mut app = app_over(store);
    app.keys("2/lop<enter>");
    app
}

fn last_sale(store: &mut Store) -> SaleDraft {
    let query = ListQuery { closed: true, ..ListQuery::all(ListKind::Sales) };
    let Some(Reply::Listed { ids, .. }) = answers(store, Request::List { ticket: Ticket(1), query }).pop()
    else {
        panic!("no list")
    };
    let newest = ids.iter().copied().max().unwrap();
    match answers(store, Request::Open(RecordId::Sale(SaleId(newest)))).pop() {
        Some(Reply::Opened { record: Record::Sale(draft), .. }) => draft,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_ambiguous_person_is_chosen_from_a_list_and_esc_loses_nothing() {
    let mut store = portfolio();
    for job in ["ventas", "taller"] {
        write(&mut store, person(LOPEZ, "Ana Gil", job));
    }
    let mut app = on_lopez(store);
    app.keys("vcon:ana Pide precio<enter>").assert_shows("«ana» puede ser").assert_shows("Ana Gil · taller");
    app.keys("<esc>").assert_shows("con:ana Pide precio").assert_hides("Ana Gil · taller");
    app.keys("<enter><down><enter>")
        .assert_shows("Anotado: López")
        .assert_shows("visita · Pide precio · Ana Gil");
}

#[test]
fn doubts_are_settled_one_after_the_other_and_then_it_is_logged() {
    let mut store = portfolio();
    write(&mut store, person(LOPEZ, "Carmen Sanz", ""));
    write(&mut store, product("T-30", "Taladro X2", 99));
    let mut app = on_lopez(store);
    app.keys("vcon:carmen of:taladro hola<enter>").assert_shows("«carmen» puede ser");
    app.keys("<enter>").assert_shows("«taladro» puede ser").assert_shows("T-20").assert_shows("T-30");
    app.keys("G<enter>").assert_shows("Anotado: López").assert_shows("Taladro X2");
    app.keys("u").assert_shows("Deshecho").assert_hides("Taladro X2");
}

#[test]
fn nobody_is_taken_by_a_blind_enter() {
    let mut app = on_lopez(portfolio());
    app.keys("vcon:pepe hola<enter>").assert_shows("No hay ningún «pepe»").assert_shows("Íñigo");
    app.keys("<enter><enter>").assert_shows("No hay ningún «pepe»");
    app.keys("<esc>").assert_shows("con:pepe hola");
    app.keys("<enter><down><enter>").assert_shows("Anotado: López");
}

#[test]
fn a_product_that_is_not_there_is_not_offered() {
    let mut app = on_lopez(portfolio());
    app.keys("vof:taladrro x<enter>")
        .assert_shows("No hay ningún «taladrro»")
        .assert_shows("Taladro 20V · T-20");
    app.keys("<esc><esc><esc>vof:zzz x<enter>")
        .assert_shows("No hay ningún producto «zzz»")
        .assert_shows("of:zzz x");
}

#[test]
fn tab_writes_a_name_out() {
    let mut app = on_lopez(portfolio());
    app.keys("vcon:carm<tab>").assert_shows("con:\"Carmen Ruiz\"");
    app.keys(" of:bro<tab>").assert_shows("of:\"Broca 6 mm\"");
    app.keys("<tab>").assert_shows("Aquí no hay ningún nombre");
    app.keys("<enter>").assert_shows("Anotado: López");
}

#[test]
fn tags_and_offers_are_written_with_it_and_undone_with_it() {
    let mut app = on_lopez(portfolio());
    app.keys("vof:T-20 tag:feria tag:\"gran cuenta\" x").assert_shows("ofrecido: Taladro 20V");
    app.keys("<enter><enter>").assert_shows("feria").assert_shows("gran cuenta").assert_shows("Taladro 20V");
    app.keys("u").assert_hides("feria").assert_hides("gran cuenta");
    app.keys("U").assert_shows("gran cuenta");
}

#[test]
fn where_no_row_has_a_client_the_line_names_it() {
    let mut app = app_over(portfolio());
    app.keys("7v").assert_shows("¿de quién?").assert_shows("Falta el cliente");
    app.keys("hola<enter>").assert_shows("Falta el cliente").assert_shows("hola");
    app.keys("<home>lópez: <enter>").assert_shows("Anotado: López");
    app.keys("2/lop<enter>").assert_shows("visita · hola");
}

#[test]
fn an_ambiguous_client_is_chosen_and_the_rest_goes_on() {
    let mut store = portfolio();
    let other = write(&mut store, client("López e Hijos"));
    write(&mut store, person(other, "Eva Ros", ""));
    let mut app = app_over(store);
    app.keys("7vlópez: con:eva hola<enter>").assert_shows("«lópez» puede ser").assert_shows("C003");
    app.keys("<enter>").assert_shows("Anotado: López e Hijos");
}

#[test]
fn another_client_at_the_start_of_a_line_is_asked_for_never_guessed() {
    let mut app = app_over(portfolio());
    app.keys("2/nandu<enter>");
    app.keys("vlópez: presenté el X2").assert_shows("«lópez» es otro cliente, o parte del texto");
    app.keys("<enter>").assert_shows("De Ñandú Export, S.L.; «lópez:» es parte del texto");
    app.keys("<down><enter>").assert_shows("Anotado: Ñandú").assert_shows("lópez: presenté el X2");
    app.keys("vlópez: presenté el X2<enter><enter>").assert_shows("Anotado: López");
    // Its whole name, or quotes, leave no doubt.
    app.keys("vlópez hermanos, s.a.: x").assert_shows("visita · López Hermanos, S.A.:");
    app.keys("<enter>").assert_shows("Anotado: López");
}

#[test]
fn prose_with_a_colon_stays_text() {
    let mut store = portfolio();
    write(&mut store, client("Notaría García"));
    let mut app = on_lopez(store);
    app.keys("vnota: llamar mañana<enter>")
        .assert_shows("Anotado: López")
        .assert_shows("nota: llamar mañana");
}

#[test]
fn a_client_called_con_works_in_quotes() {
    let mut store = portfolio();
    write(&mut store, client("con:"));
    let mut app = app_over(store);
    app.keys("7v\"con:\": hola").assert_shows("visita · con::");
    app.keys("<enter>").assert_shows("Anotado: con:");
    app.keys("vcon: hola<enter>").assert_shows("Falta el cliente");
}

#[test]
fn a_sale_of_two_lines_is_one_line() {
    let mut app = on_lopez(portfolio());
    app.keys("$3 taladro 45,90 + 10 broca 2,5 el:12/3 n:F-9 con:carmen").assert_shows("total 162,70 €");
    app.assert_shows("3 × Taladro 20V a 45,90 € = 137,70 €");
    app.keys("<enter>").assert_shows("Venta añadida");
    let draft = last_sale(&mut app.crash());
    assert_eq!((draft.client, draft.number.as_str(), draft.kind), (ClientId(LOPEZ), "F-9", SaleKind::Sale));
    assert_eq!(
        draft.day,
        cartera::domain::day::Day::from("2026-03-12".parse::<chrono::NaiveDate>().unwrap())
    );
    let lines: Vec<_> =
        draft.lines.iter().map(|it| (it.description.as_str(), it.quantity_milli, it.price_micros)).collect();
    assert_eq!(lines, [("Taladro 20V", 3_000, 45_900_000), ("Broca 6 mm", 10_000, 2_500_000)]);
    assert!(draft.contact.is_some());
}

#[test]
fn a_price_that_is_left_out_is_the_last_one_else_the_list_price() {
    let mut store = portfolio();
    write(&mut store, product("S-1", "Sierra", 80));
    let mut app = on_lopez(store);
    app.keys("$sierra").assert_shows("a 80,00 € (precio de lista)");
    app.keys(" 70<enter>").assert_shows("Venta añadida");
    app.keys("$2 sierra").assert_shows("a 70,00 € (último precio)").assert_shows("total 140,00 €");
    app.keys(" -10%").assert_shows("−10 % = 126,00 €");
    app.keys("<enter>").assert_shows("Venta añadida");
    // Another client never bought it.
    app.keys("2/nandu<enter>$sierra").assert_shows("precio de lista");
}

#[test]
fn what_is_no_product_is_chosen_or_kept_as_a_description() {
    let mut app = on_lopez(portfolio());
    app.keys("$1 taladro 45 + portes 12<enter>").assert_shows("No hay ningún «portes»");
    app.keys("<enter>").assert_shows("No hay ningún «portes»");
    app.keys("<up><enter>").assert_shows("Venta añadida");
    let draft = last_sale(&mut app.crash());
    assert_eq!((draft.lines[1].product, draft.lines[1].description.as_str()), (None, "portes"));
}

#[test]
fn a_line_without_a_price_anywhere_is_not_sold() {
    let mut app = on_lopez(portfolio());
    app.keys("$portes<enter><up><enter>").assert_shows("Falta el precio de «portes»");
    app.keys(" 12<enter>").assert_shows("Venta añadida");
}

#[test]
fn a_return_is_told_and_stored_as_one() {
    let mut app = on_lopez(portfolio());
    app.keys("$-2 taladro 45").assert_shows("devolución · hoy").assert_shows("total -90,00 €");
    app.keys("<enter>").assert_shows("Venta añadida");
    let draft = last_sale(&mut app.crash());
    assert_eq!((draft.kind, draft.lines[0].quantity_milli), (SaleKind::Return, 2_000));
}

#[test]
fn what_is_wrong_in_a_sale_keeps_it_from_being_written() {
    for (line, said) in [
        ("1 taladro 45 USD", "USD"),
        ("0 taladro 45", "la cantidad no puede ser cero"),
        ("1 taladro 45 el:31/2", "El 31 no existe"),
        ("-1 taladro 45 + 2 broca 3", "venta y devolución van por separado"),
        ("1 taladro 45 +", "Falta un producto"),
    ] {
        let mut app = on_lopez(portfolio());
        app.keys("$").keys(line).keys("<enter>").assert_shows(said).assert_hides("Venta añadida");
        app.assert_shows(line);
    }
}

#[test]
fn names_with_plus_and_numbers_are_recognised() {
    let mut store = portfolio();
    write(&mut store, product("K-1", "Broca + taco 8", 5));
    let mut app = on_lopez(store);
    app.keys("$2 broca + taco 8 4,50 + 1 taladro 45").assert_shows("2 × Broca + taco 8 a 4,50 € = 9,00 €");
    app.assert_shows("total 54,00 €");
    app.keys("<enter>").assert_shows("Venta añadida");
    app.keys("$2 \"broca + taco\"").assert_shows("2 × Broca + taco 8 a 4,50 € (último precio)");
}

#[test]
fn a_number_that_may_be_a_price_or_part_of_the_name_is_never_guessed() {
    let mut store = portfolio();
    write(&mut store, product("N-1", "Tornillo", 1));
    write(&mut store, product("N-2", "Tornillo 10", 2));
    let mut app = on_lopez(store);
    app.keys("$3 tornillo 10").assert_shows("«tornillo 10» se puede leer de dos maneras");
    app.keys("<enter>").assert_shows("se puede leer de dos maneras").assert_hides("Venta añadida");
    app.keys("<ctrl-u>3 \"tornillo\" 10").assert_shows("3 × Tornillo a 10,00 € = 30,00 €");
    app.keys("<ctrl-u>3 \"tornillo 10\"").assert_shows("3 × Tornillo 10 a 2,00 € (precio de lista)");
    app.keys("<enter>").assert_shows("Venta añadida");
}

#[test]
fn an_empty_line_or_a_key_goes_on_in_the_form() {
    let mut app = on_lopez(portfolio());
    app.keys("$<enter>").assert_shows("Venta nueva").assert_shows("López Hermanos");
    app.keys("<esc><esc>").assert_hides("Venta nueva");
    app.keys("$3 taladro 45 + portes el:ayer con:carmen<ctrl-o>").assert_shows("Venta nueva");
    app.assert_shows("portes").assert_shows("135,00").assert_shows("23/11/2026").assert_shows("Carmen Ruiz");
    // What was typed in the line is not lost with the form either.
    app.keys("<esc>").assert_shows("¿Descartar").assert_shows("portes");
}

#[test]
fn a_follow_up_for_an_archived_client_is_refused_and_the_line_stays() {
    let mut store = portfolio();
    write(&mut store, Request::Remove(RecordId::Client(ClientId(LOPEZ))));
    let mut app = app_over(store);
    app.keys("2z/lop<enter>vseg:lunes hola<enter>").assert_shows("archivado").assert_shows("seg:lunes hola");
    app.keys("<ctrl-u>hola<enter>").assert_shows("Anotado: López");
}

#[test]
fn odd_days_are_kept_and_said() {
    let mut app = on_lopez(portfolio());
    app.keys("vseg:24/11/2025 hola").assert_shows("ya ha pasado");
    app.keys("<enter>").assert_shows("Anotado: López").assert_shows("24/11/2025");
    app.keys("vel:31/2 hola").assert_shows("El 31 no existe");
    app.keys("<enter>").assert_shows("Intro otra vez").assert_hides("Anotado: López");
    // What is typed meanwhile is looked at anew.
    app.keys(" x<enter>").assert_shows("Intro otra vez");
    app.keys("<enter>").assert_shows("Anotado: López").assert_shows("el:31/2 hola x");
    // A promise is not lost to a wrong day.
    app.keys("vseg:31/2 llamar<enter>").assert_shows("Intro otra vez");
    app.keys("<ctrl-u>seg:28/2 llamar<enter>").assert_shows("Anotado: López").assert_shows("28/02/2027");
}

#[test]
fn a_name_that_nobody_has_is_told_to_be_text() {
    let mut app = on_lopez(portfolio());
    app.keys("vlpez: llega tarde").assert_shows("No hay ningún cliente «lpez»: se anota para López");
    app.keys("<enter>").assert_shows("lpez: llega tarde");
    // Beginnings of words of a name are not taken for it, and are told.
    app.keys("vgarc: llega tarde").assert_shows("ningún cliente «garc»");
    app.keys("<ctrl-u>hablamos de dos cosas: precio y plazo").assert_hides("ningún cliente");
}

#[test]
fn what_is_hard_to_show_is_logged_letter_for_letter() {
    for text in ["👩‍👩‍👧 hola", "שלום עולם", "مرحبا con:carmen x", "e\u{301}\u{200d}x"]
    {
        let mut app = on_lopez(portfolio());
        app.keys("v").paste(text).keys("<enter>").assert_shows("Anotado: López");
    }
    let long = "palabra ".repeat(1_250);
    let mut app = on_lopez(portfolio());
    app.keys("v").paste(&long).keys("<enter>").assert_shows("Anotado: López");
    let mut app = on_lopez(portfolio());
    app.keys("v")
        .paste(&"ñ".repeat(100_001))
        .keys("<enter>")
        .assert_shows("demasiado largo")
        .assert_shows("ñ");
}

#[test]
fn on_the_smallest_screen_the_end_and_what_is_wrong_are_seen() {
    let mut app = App::over(portfolio(), Lang::Es, 40, 10);
    app.keys("2/lop<enter>$3 taladro 45,90 + 10 broca 2,5 el:31/2 + 1 sierra 9");
    insta::assert_snapshot!("quicklog_small", app.screen());
    app.keys("<enter>").assert_shows("El 31 no existe");
}

#[test]
fn a_sale_and_a_list_to_choose_from() {
    let mut store = portfolio();
    write(&mut store, product("T-30", "Taladro X2", 99));
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.keys("2/lop<enter>$3 taladro 45,90 + 10 broca + portes 12 el:12/3");
    insta::assert_snapshot!("quicklog_sale", app.screen());
    insta::assert_snapshot!("quicklog_choose", app.keys("<enter>").screen());
}
