//! A small portfolio with something of everything.

use super::{ago, store, write};
use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ContactId, ProductId, SalespersonId};
use cartera::domain::interaction::{InteractionDraft, LogDraft};
use cartera::domain::kinds::{
    Consent, ContactRole, Direction, FollowUpKind, InteractionKind, SaleKind, SalespersonRole, Stage,
};
use cartera::domain::product::ProductDraft;
use cartera::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::Request;
use cartera::repository::store::Store;

/// A small portfolio with something of everything, hostile and foreign names among it.
pub fn portfolio() -> Store {
    let mut store = store();
    let ana =
        write(&mut store, Request::SaveSalesperson(salesperson("Ana Robles", SalespersonRole::Manager)));
    let luis = write(&mut store, Request::SaveSalesperson(salesperson("Luis Peña", SalespersonRole::Seller)));
    let drill = write(&mut store, Request::SaveProduct(product("T-20", "Taladro 20V", 45_900_000)));
    let bit = write(&mut store, Request::SaveProduct(product("B-6", "Broca 6 mm", 2_500_000)));
    let mut clients = Vec::new();
    for (index, (name, city, phone)) in CLIENTS.iter().enumerate() {
        let owner = if index % 2 == 0 { ana } else { luis };
        let draft = ClientDraft {
            code: format!("C{:03}", index + 1),
            name: (*name).to_owned(),
            city: (*city).to_owned(),
            phone: (*phone).to_owned(),
            owner: Some(SalespersonId(owner)),
            stage: Stage::Client,
            ..ClientDraft::default()
        };
        clients.push(ClientId(write(&mut store, Request::SaveClient(Box::new(draft)))));
    }
    let lopez = clients[2];
    let buyer =
        contact(lopez, "Carmen Ruiz", ContactRole::Purchasing, "jefa de compras", "carmen@lopez.example");
    let buyer = ContactId(write(&mut store, Request::SaveContact(buyer)));
    let user = contact(lopez, "Íñigo Ñíguez", ContactRole::User, "", "");
    write(&mut store, Request::SaveContact(user));
    write(
        &mut store,
        Request::SaveContact(contact(clients[0], "Zoë Müller", ContactRole::Decision, "CEO", "")),
    );
    for (index, &client) in clients.iter().enumerate().take(5) {
        for turn in 0..=index {
            let days = i32::try_from(12 + 40 * turn + index).unwrap();
            let contact = (client == lopez).then_some(buyer);
            let quantity = i64::try_from(1 + 2 * index + turn).unwrap();
            let lines = vec![
                line(drill, "Taladro 20V", quantity, 45_900_000),
                line(bit, "Broca 6 mm", 10, 2_500_000),
            ];
            write(&mut store, Request::SaveSale(sale(client, contact, ago(days), lines)));
        }
    }
    for (days, kind, text) in [
        (40, InteractionKind::Visit, "Presenté el taladro nuevo"),
        (9, InteractionKind::Call, "Pide presupuesto para 20"),
    ] {
        write(&mut store, log(lopez, kind, ago(days), text));
    }
    for (due, kind, title, client) in [
        (ago(3), FollowUpKind::Call, "Llamar por el presupuesto", lopez),
        (ago(-6), FollowUpKind::Visit, "Enseñar la sierra", clients[4]),
    ] {
        write(&mut store, Request::SaveFollowUp(follow_up(client, due, kind, title)));
    }
    write(&mut store, Request::PublishRatings { recalibrate: true });
    store
}

const CLIENTS: &[(&str, &str, &str)] = &[
    ("Ñandú Export, S.L.", "A Coruña", "981 000 111"),
    ("Łódź Handel", "Łódź", "+48 42 000 00 00"),
    ("López Hermanos, S.A.", "Madrid", "912 345 678"),
    ("Ferretería El Ávila", "Caracas", "+58 212 000 0000"),
    (
        "Construcciones y Reformas Peñalosa de la Sierra Norte, S.L.U.",
        "San Sebastián de los Reyes",
        "910 000 222",
    ),
    ("東京商事株式会社", "東京", "+81 3 0000 0000"),
    ("Evil\u{1b}[2J\u{202e}gnp.exe", "Nowhere", ""),
];

pub fn salesperson(name: &str, role: SalespersonRole) -> SalespersonDraft {
    SalespersonDraft {
        id: None,
        rev: 0,
        code: String::new(),
        name: name.to_owned(),
        email: String::new(),
        role,
        reports_to: None,
        stars_from: 0,
        stars_to: 5,
        touches_per_week: Some(30),
        active: true,
    }
}

pub fn product(sku: &str, name: &str, price_micros: i64) -> ProductDraft {
    ProductDraft {
        sku: sku.to_owned(),
        name: name.to_owned(),
        family: "Herramienta".to_owned(),
        unit: "ud".to_owned(),
        price_micros: Some(price_micros),
        active: true,
        ..ProductDraft::default()
    }
}

fn contact(client: ClientId, name: &str, role: ContactRole, job_title: &str, email: &str) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client,
        name: name.to_owned(),
        job_title: job_title.to_owned(),
        role,
        main: role == ContactRole::Purchasing,
        phone: String::new(),
        email: email.to_owned(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}

pub fn line(product: i64, description: &str, quantity: i64, price_micros: i64) -> SaleLine {
    SaleLine {
        product: Some(ProductId(product)),
        description: description.to_owned(),
        quantity_milli: quantity * 1_000,
        price_micros,
        discount_bp: 0,
    }
}

pub fn sale(client: ClientId, contact: Option<ContactId>, day: Day, lines: Vec<SaleLine>) -> SaleDraft {
    SaleDraft {
        id: None,
        rev: 0,
        client,
        contact,
        salesperson: None,
        day,
        number: String::new(),
        kind: SaleKind::Sale,
        currency: "EUR".to_owned(),
        rate_nanos: RATE_ONE,
        lines,
        notes: String::new(),
    }
}

pub fn log(client: ClientId, kind: InteractionKind, day: Day, text: &str) -> Request {
    let interaction = InteractionDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        kind,
        direction: Direction::Out,
        day,
        minutes: None,
        outcome: None,
        text: text.to_owned(),
    };
    Request::Log(Box::new(LogDraft::of(interaction)))
}

fn follow_up(client: ClientId, due: Day, kind: FollowUpKind, title: &str) -> FollowUpDraft {
    FollowUpDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        due,
        kind,
        title: title.to_owned(),
        recurrence: None,
    }
}
