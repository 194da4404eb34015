//! Forms as users fill them in: typed over a real storage in memory.

use crate::support::lists::found;
use crate::support::{App, ago, answers, portfolio, today};
use cartera::domain::currency::Currency;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ContactId, FollowUpId, SaleId};
use cartera::domain::kinds::{ContactRole, FollowUpKind, SaleKind};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::recurrence::{Every, Recurrence};
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::{Lang, Locale};
use cartera::tui::form::{
    Field, Form, FormContext, FormEffect, FormKey, Input, RecordKind, Rule, Stop, Target,
};
use cartera::tui::{Effect, TextEdit};

const SIZES: [(u16, u16, &str); 3] = [(120, 40, "wide"), (80, 24, "usual"), (40, 10, "small")];

/// A snapshot of every size in both languages after the same keys.
fn snapshots(name: &str, keys: &str) {
    for lang in Lang::ALL {
        for (width, height, size) in SIZES {
            let mut app = App::over(portfolio(), lang, width, height);
            app.keys(keys);
            insta::assert_snapshot!(format!("{name}_{size}_{}", lang.code()), app.screen());
        }
    }
}

fn app() -> App {
    App::over(portfolio(), Lang::Es, 80, 24)
}

/// The keys of all rows of a kind, in the usual order of their list.
fn open(store: &mut Store, id: RecordId) -> Record {
    match answers(store, Request::Open(id)).pop() {
        Some(Reply::Opened { record, .. }) => record,
        other => panic!("not opened: {other:?}"),
    }
}

/// The client that the search finds.
fn client(store: &mut Store, search: &str) -> cartera::domain::client::ClientDraft {
    let id = found(store, ListKind::Clients, search)[0];
    match open(store, RecordId::Client(ClientId(id))) {
        Record::Client(draft) => *draft,
        other => panic!("no client: {other:?}"),
    }
}

#[test]
fn a_client_with_its_errors() {
    snapshots("form_client", "nFerretería Nueva<tab>Lugo<tab><tab>mal<tab>an<enter><ctrl-s>");
}

#[test]
fn a_sale_with_a_name_being_looked_up() {
    snapshots(
        "form_sale",
        "/lop<enter>$<enter><down><enter><enter><enter>tal<enter>3<enter><enter>10<enter>br",
    );
}

#[test]
fn a_form_without_colours() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24).without_colours();
    insta::assert_snapshot!("form_no_color", app.keys("/lop<enter>sayer<tab><tab><tab>").screen());
}

#[test]
fn a_client_is_added_and_what_is_wrong_is_told_first() {
    let mut app = app();
    app.keys("nFerretería Nueva<enter>Lugo<enter><enter>mal<ctrl-s>");
    app.assert_shows("No parece un correo · p. ej. ana@empresa.com").assert_shows("hay 1 campo por corregir");
    app.keys("@lugo.es").assert_hides("No parece un correo");
    app.keys("<tab>pe<enter><ctrl-s>").assert_shows("Cliente añadido: Ferretería Nueva");
    let draft = client(&mut app.crash(), "ferreteria nueva");
    assert_eq!((draft.city.as_str(), draft.email.as_str()), ("Lugo", "mal@lugo.es"));
    assert!(draft.owner.is_some());
}

#[test]
fn enter_alone_goes_through_a_short_form_and_saves_it() {
    let mut app = app();
    app.keys("7nSierra<enter>S-9<enter>Corte<enter>ud<enter>1.234,5<enter>ayer<enter><enter>");
    app.assert_shows("Producto añadido: Sierra").assert_shows("1.234,50 €");
}

#[test]
fn a_client_is_edited_and_the_edit_undone() {
    let mut app = app();
    app.keys("/lop<enter>e<tab> Sur<ctrl-s>").assert_shows("Madrid Sur");
    app.keys("u").assert_hides("Madrid Sur").assert_shows("Madrid");
}

#[test]
fn a_sale_of_two_lines_is_typed_without_leaving_the_keys() {
    let mut app = app();
    app.keys("/lop<enter>$<enter><down><enter>ayer<enter>F-7<enter>");
    app.keys("tal<enter>3<enter><enter>10<enter>broca<enter>100<enter>2,25<enter><enter>");
    app.assert_shows("Total  348,93 €");
    app.keys("<enter>").assert_shows("Venta añadida: López Hermanos, S.A.");
    let mut store = app.crash();
    let id = found(&mut store, ListKind::Sales, "F-7")[0];
    let Record::Sale(draft) = open(&mut store, RecordId::Sale(SaleId(id))) else { panic!() };
    let lines: Vec<_> =
        draft.lines.iter().map(|line| (line.quantity_milli, line.price_micros, line.discount_bp)).collect();
    assert_eq!(lines, [(3_000, 45_900_000, 1_000), (100_000, 2_250_000, 0)]);
    assert!(draft.lines.iter().all(|line| line.product.is_some()));
    assert_eq!((draft.day, draft.kind, draft.contact.is_some()), (ago(1), SaleKind::Sale, true));
}

#[test]
fn a_follow_up_is_due_when_it_is_said_and_the_past_is_warned_of() {
    let mut app = app();
    app.keys("/lop<enter>sayer").assert_shows("→ lunes 23/11/2026: ya ha pasado");
    app.keys("<ctrl-u>+15d<enter>v<enter>Enseñar el X2<ctrl-s>").assert_shows("Seguimiento añadido");
    let mut store = app.crash();
    let id = found(&mut store, ListKind::FollowUps, "X2")[0];
    let Record::FollowUp(draft) = open(&mut store, RecordId::FollowUp(FollowUpId(id))) else { panic!() };
    let FollowUpDraft { due, kind, title, .. } = draft;
    assert_eq!((due, kind, title.as_str()), (ago(-15), FollowUpKind::Visit, "Enseñar el X2"));
}

#[test]
fn a_contact_and_a_salesperson_are_added() {
    let mut app = app();
    app.keys("/lop<enter><enter>nEva Gil<enter>dueña<enter>d<ctrl-s>")
        .assert_shows("Contacto añadido: Eva Gil");
    let mut store = app.crash();
    // The search finds the colleagues too: they belong to a client that has such a contact.
    let contact = found(&mut store, ListKind::Contacts, "eva gil").into_iter().find_map(|id| {
        match open(&mut store, RecordId::Contact(ContactId(id))) {
            Record::Contact(draft) if draft.name == "Eva Gil" => Some(draft),
            _ => None,
        }
    });
    let draft = contact.expect("the contact is in the list");
    assert_eq!((draft.job_title.as_str(), draft.role), ("dueña", ContactRole::Decision));

    let mut app = App::over(store, Lang::En, 80, 24);
    app.keys("rnEva Gil<enter><enter><enter>m<enter>luis<enter>3<ctrl-s>");
    let mut store = app.crash();
    let ids = found(&mut store, ListKind::Salespeople, "eva gil");
    let replies = answers(&mut store, Request::Rows { ticket: Ticket(1), kind: ListKind::Salespeople, ids });
    let Some(Reply::RowsLoaded { rows: Rows::Salespeople(rows), .. }) = replies.last() else { panic!() };
    assert_eq!(rows[0].reports_to, "Luis Peña");
}

#[test]
fn what_is_taken_is_told_at_its_field() {
    let mut app = app();
    app.keys("/lop<enter>e").keys(&"<tab>".repeat(11)).keys("<ctrl-u>C001<ctrl-s>");
    app.assert_shows("Ya lo tiene Ñandú Export, S.L.");
    app.keys("<ctrl-u>C777<ctrl-s>").assert_shows("Cliente guardado: López Hermanos, S.A.");
}

#[test]
fn a_half_typed_form_survives_a_crash() {
    let mut app = app();
    app.keys("/lop<enter>e<tab> Su").keys(&"<tab>".repeat(6)).keys("1.2x");
    let mut app = App::over(app.crash(), Lang::Es, 80, 24);
    app.assert_shows("A medio escribir").assert_shows("Cliente: López Hermanos, S.A.");
    app.keys("<enter>").assert_shows("Madrid Su").assert_shows("1.2x");
    app.keys("<tab>r<ctrl-s>").assert_shows("No es un número");
    app.keys("<ctrl-u>1.200<ctrl-s>");
    app.assert_shows("Cliente guardado: López Hermanos, S.A.");
    let mut store = app.crash();
    let draft = client(&mut store, "lopez");
    assert_eq!((draft.city.as_str(), draft.potential.map(|it| it.minor)), ("Madrid Sur", Some(120_000)));
    App::over(store, Lang::Es, 80, 24).assert_hides("A medio escribir");
}

#[test]
fn esc_asks_before_anything_is_lost_and_a_discarded_form_is_gone() {
    let mut app = app();
    app.keys("n<esc>").assert_hides("Cliente nuevo").assert_hides("¿Descartar");
    app.keys("nAlgo<esc>").assert_shows("¿Descartar");
    app.keys("n").assert_shows("Algo");
    app.keys("<esc>s").assert_hides("Cliente nuevo");
    App::over(app.crash(), Lang::Es, 80, 24).assert_hides("A medio escribir");
}

#[test]
fn what_somebody_else_changed_meanwhile_comes_in() {
    let mut app = app();
    app.keys("/lop<enter>e<tab> Sur");
    let ids = match app
        .elsewhere(Request::List {
            ticket: Ticket(1),
            query: ListQuery { search: "lopez".into(), ..ListQuery::all(ListKind::Clients) },
        })
        .pop()
    {
        Some(Reply::Listed { ids, .. }) => ids,
        other => panic!("{other:?}"),
    };
    let Some(Reply::Opened { record: Record::Client(mut theirs), .. }) =
        app.elsewhere(Request::Open(RecordId::Client(ClientId(ids[0])))).pop()
    else {
        panic!()
    };
    theirs.phone = "600 000 000".into();
    theirs.city = "Toledo".into();
    assert!(matches!(app.elsewhere(Request::SaveClient(theirs)).pop(), Some(Reply::Saved { .. })));
    app.keys("<ctrl-s>").assert_shows("Otro lo cambió mientras tanto").assert_shows("600 000 000");
    app.assert_shows("Madrid Sur").assert_shows("Otro puso «Toledo»; si guarda, queda lo de usted");
    app.keys("<ctrl-s>").assert_shows("Cliente guardado: López Hermanos, S.A.");
    let draft = client(&mut app.crash(), "lopez");
    assert_eq!((draft.city.as_str(), draft.phone.as_str()), ("Madrid Sur", "600 000 000"));
}

#[test]
fn what_was_deleted_meanwhile_is_told_and_nothing_typed_is_lost() {
    let mut app = app();
    app.keys("rn").keys("Eva Gil<ctrl-s>e Sanz");
    let ids = match app
        .elsewhere(Request::List {
            ticket: Ticket(1),
            query: ListQuery { search: "eva".into(), ..ListQuery::all(ListKind::Salespeople) },
        })
        .pop()
    {
        Some(Reply::Listed { ids, .. }) => ids,
        other => panic!("{other:?}"),
    };
    let gone = RecordId::Salesperson(cartera::domain::ids::SalespersonId(ids[0]));
    assert!(matches!(app.elsewhere(Request::Remove(gone)).pop(), Some(Reply::Saved { .. })));
    app.keys("<ctrl-s>").assert_shows("Eva Gil Sanz").assert_hides("Trayendo lo nuevo");
}

#[test]
fn letters_and_digits_in_a_form_are_text_and_never_commands() {
    let mut app = app();
    app.keys("nq2X?u").assert_shows("q2X?u");
    assert_eq!(app.effects, []);
    app.keys("<ctrl-c>").assert_shows("¿Descartar");
    assert!(!app.effects.contains(&Effect::Quit));
}

#[test]
fn a_paste_of_several_lines_does_nothing_but_fill_its_field() {
    let mut app = app();
    app.keys("n").paste("Talleres\r\nLópez\u{1b}[2J\r\n");
    app.assert_shows("Talleres López[2J").assert_shows("Cliente nuevo");
}

#[test]
fn forms_stay_on_every_screen() {
    for keys in ["n", "$tal", "s", "ne", "rn", "an"] {
        let mut app = App::over(portfolio(), Lang::Es, 80, 24);
        app.keys("/lop<enter>").keys(keys).keys("<ctrl-s>");
        for width in [1, 5, 19, 20, 27, 28, 40, 59, 60, 100, 120, 300] {
            for height in [1, 2, 4, 5, 6, 7, 8, 10, 24, 80] {
                app.resize(width, height).buffer();
            }
        }
    }
}

/// A text that fills a field to its limit.
fn longest(field: &Field, stop: Stop) -> Option<String> {
    Some(match &field.input {
        Input::Line(_, Rule::Text) | Input::Notes(_) => "ñ".repeat(field.most),
        Input::Line(_, Rule::Email) => format!("{}@x.es", "ñ".repeat(field.most - 5)),
        Input::Line(_, Rule::Whole { most, .. }) => most.to_string(),
        Input::Line(_, Rule::Currency) => "JPY".into(),
        Input::Line(_, Rule::Date(_)) => "31/12/9999".into(),
        Input::Line(_, Rule::Percent) => "100".into(),
        Input::Line(..) => "1".into(),
        // A line's product may be a text without a row.
        Input::Reference(_) if matches!(stop, Stop::Cell { .. }) => "ñ".repeat(field.most),
        Input::Reference(reference) if reference.target == Target::Tag => "ñ".repeat(100),
        Input::Reference(_) | Input::Choice(_) | Input::Flag(_) => return None,
    })
}

/// Pastes into the field under the cursor, and takes a name as the text that it is.
fn paste(form: &mut Form, store: &mut Store, text: String) {
    for effect in form.input(FormKey::Paste(text)) {
        if let FormEffect::LookUp(request) = effect
            && let Some(Reply::LookedUp { ticket, candidates }) = answers(store, request).pop()
        {
            form.looked_up(ticket, candidates);
            form.input(FormKey::Edit(TextEdit::Down));
        }
    }
}

#[test]
fn there_is_room_in_the_database_for_whatever_a_form_takes() {
    let mut store = portfolio();
    let lopez = found(&mut store, ListKind::Clients, "lopez")[0];
    let ctx = FormContext {
        lang: Lang::Es,
        locale: Locale::of(Lang::Es),
        today: today(),
        currency: Currency::EUR,
        client: Some((ClientId(lopez), "López".into())),
        custom: store.custom_fields().unwrap(),
    };
    for kind in RecordKind::ALL {
        let mut form = Form::new(*kind, &ctx);
        for stop in form.stops() {
            if let Some(text) = longest(form.field(stop).unwrap(), stop) {
                form.input(FormKey::Focus(stop));
                paste(&mut form, &mut store, text);
            }
        }
        // The rate is asked for once the currency is another one.
        if let Some(rate) = form.fields().iter().position(|field| field.name == "rate_nanos") {
            form.input(FormKey::Focus(Stop::Field(rate)));
            paste(&mut form, &mut store, "0,006".into());
        }
        // A product must be one that there is.
        if let Some(product) = form.fields().iter().position(|field| field.name == "product") {
            form.input(FormKey::Focus(Stop::Field(product)));
            paste(&mut form, &mut store, "taladro".into());
            form.input(FormKey::Next);
        }
        // What comes back keeps to the scale.
        if let Some(score) = form.fields().iter().position(|field| field.name == "score") {
            form.input(FormKey::Focus(Stop::Field(score)));
            paste(&mut form, &mut store, "7".into());
        }
        let effects = form.input(FormKey::Submit);
        let request = effects.into_iter().find_map(|effect| match effect {
            FormEffect::Save(request) => Some(request),
            _ => None,
        });
        let errors: Vec<_> = form.fields().iter().filter_map(|field| field.error.clone()).collect();
        let request = request.unwrap_or_else(|| panic!("{kind:?}: {errors:?} {:?}", form.notice()));
        let reply = answers(&mut store, request).pop();
        assert!(matches!(reply, Some(Reply::Saved { .. })), "{kind:?}: {reply:?}");
    }
}

#[test]
fn a_follow_up_that_comes_back_is_typed_as_people_say_it() {
    let mut app = app();
    app.keys("/lop<enter>s+7d<tab><tab>Revisión<tab><tab><tab>cada lunes<tab>")
        .assert_hides("Se repite hasta  ");
    app.keys("<ctrl-s>").assert_shows("No es una repetición: «cada lunes» · p. ej. cada semana");
    app.keys("<ctrl-u>mensual").assert_shows("→ cada mes").assert_shows("Se repite hasta");
    app.keys("<tab>ayer<ctrl-s>").assert_shows("Acabaría antes del primero (01/12/2026)");
    app.keys("<ctrl-u>31/12/2027<ctrl-s>").assert_shows("Seguimiento añadido");
    let mut store = app.crash();
    let id = found(&mut store, ListKind::FollowUps, "Revisión")[0];
    let Record::FollowUp(draft) = open(&mut store, RecordId::FollowUp(FollowUpId(id))) else { panic!() };
    let until = Some(cartera::domain::day::Day(21_183)); // 2027-12-31
    assert_eq!(draft.recurrence, Some(Recurrence { every: Every::Months(1), until }));
    let mut app = App::over(store, Lang::En, 80, 24);
    app.keys("5/rev<enter>").assert_shows("↻ Revisión");
    app.keys("e").assert_shows("every month").assert_shows("12/31/2027");
}
