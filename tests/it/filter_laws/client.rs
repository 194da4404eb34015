//! Clients of chance, and how they are written into a portfolio.

use crate::support::portfolio::{line, log, product, sale};
use crate::support::{ago, store, today, write};
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::contact::ContactDraft;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ProductId, SalespersonId};
use cartera::domain::kinds::{
    Consent, ContactRole, FollowUpKind, InteractionKind, OfferAnswer, SaleKind, Stage,
};
use cartera::domain::offer::OfferDraft;
use cartera::repository::request::Request;
use cartera::repository::store::Store;
use proptest::prelude::*;

/// A client with everything that a condition may ask of it.
#[derive(Debug, Clone)]
pub struct Client {
    pub name: &'static str,
    pub city: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub owner: Option<usize>,
    pub tag: &'static str,
    pub stage: Stage,
    pub potential: Option<i64>,
    pub contact: Option<(&'static str, ContactRole, bool)>,
    /// Days ago, euros, whether it came back, and of which product.
    pub sales: Vec<(i32, i64, bool, usize)>,
    pub touches: Vec<(i32, InteractionKind)>,
    pub offers: Vec<(i32, usize)>,
    /// Days from now.
    pub due: Option<i32>,
}

pub const PEOPLE: [&str; 2] = ["Ana Robles", "Iñigo Peña"];

pub const PRODUCTS: [(&str, &str); 3] = [("T-1", "Taladro"), ("T-2", "Taladro grande"), ("B-1", "Broca")];

pub fn client() -> impl Strategy<Value = Client> {
    let days = || prop::sample::select(vec![0, 1, 29, 30, 31, 89, 90, 91, 200, 364, 365, 366, 400, 800]);
    let about = (
        prop::sample::select(vec!["Ferretería Ñandú", "Casa o Hogar", "Pan y Café", "100 % 'A_B'", "OR"]),
        prop::sample::select(vec!["", "Córdoba", "cordoba", "Madrid", "Las Palmas"]),
        prop::sample::select(vec!["", "+34 600-123"]),
        prop::sample::select(vec!["", "a@x.es"]),
        prop::option::of(0_usize..2),
        prop::sample::select(vec!["", "VIP", "vip oro"]),
        prop::sample::select(Stage::ALL.to_vec()),
        prop::option::of(prop::sample::select(vec![0_i64, 150_050, 1_000_000])),
        prop::option::of((
            prop::sample::select(vec!["Muñoz, Eva", "Zoë"]),
            prop::sample::select(ContactRole::ALL.to_vec()),
            any::<bool>(),
        )),
    );
    let done = (
        prop::collection::vec((days(), 1_i64..500, any::<bool>(), 0_usize..3), 0..4),
        prop::collection::vec((days(), prop::sample::select(InteractionKind::ALL.to_vec())), 0..4),
        prop::collection::vec((days(), 0_usize..3), 0..2),
        prop::option::of(-10_i32..10),
    );
    (about, done).prop_map(|(about, (sales, touches, offers, due))| {
        let (name, city, phone, email, owner, tag, stage, potential, contact) = about;
        Client {
            name,
            city,
            phone,
            email,
            owner,
            tag,
            stage,
            potential,
            contact,
            sales,
            touches,
            offers,
            due,
        }
    })
}

/// Writes the clients; their keys in their order.
pub fn written(clients: &[Client]) -> (Store, Vec<i64>) {
    let mut store = store();
    let (people, products) = write_shared(&mut store);
    let ids = clients.iter().map(|it| write_one(&mut store, it, people, products)).collect();
    (store, ids)
}

/// Those who sell, and what is sold.
pub fn write_shared(store: &mut Store) -> ([SalespersonId; 2], [i64; 3]) {
    let author = store.session().author.clone();
    let people = PEOPLE.map(|name| {
        let name = if name == PEOPLE[0] { "Ana Robles" } else { name };
        let draft = cartera::domain::salesperson::SalespersonDraft {
            id: None,
            rev: 0,
            code: if name == PEOPLE[0] { author.clone() } else { String::new() },
            name: name.to_owned(),
            email: String::new(),
            role: cartera::domain::kinds::SalespersonRole::Seller,
            reports_to: None,
            stars_from: 0,
            stars_to: 5,
            touches_per_week: None,
            active: true,
        };
        SalespersonId(write(store, Request::SaveSalesperson(draft)))
    });
    let products =
        PRODUCTS.map(|(sku, name)| write(store, Request::SaveProduct(product(sku, name, 1_000_000))));
    (people, products)
}

pub fn write_one(store: &mut Store, it: &Client, people: [SalespersonId; 2], products: [i64; 3]) -> i64 {
    let on = Day::from(today());
    let draft = ClientDraft {
        name: it.name.to_owned(),
        city: it.city.to_owned(),
        phone: it.phone.to_owned(),
        email: it.email.to_owned(),
        owner: it.owner.map(|at| people[at]),
        stage: it.stage,
        tags: Some(it.tag.to_owned()).filter(|tag| !tag.is_empty()).into_iter().collect(),
        potential: it.potential.map(|minor| PotentialEstimate { minor, on, source: String::new() }),
        ..ClientDraft::default()
    };
    let id = ClientId(write(store, Request::SaveClient(Box::new(draft))));
    write_rows(store, it, id, products);
    id.0
}

/// What belongs to a client.
pub fn write_rows(store: &mut Store, it: &Client, id: ClientId, products: [i64; 3]) {
    let on = Day::from(today());
    if let Some((name, role, left)) = it.contact {
        let draft = ContactDraft {
            id: None,
            rev: 0,
            client: id,
            name: name.to_owned(),
            job_title: String::new(),
            role,
            main: true,
            phone: String::new(),
            email: String::new(),
            language: String::new(),
            consent: Consent::Unknown,
            left_on: left.then(|| ago(1)),
            notes: String::new(),
        };
        write(store, Request::SaveContact(draft));
    }
    for &(days, euros, back, product) in &it.sales {
        let mut draft = sale(id, None, ago(days), vec![line(products[product], "x", 1, euros * 1_000_000)]);
        draft.kind = if back { SaleKind::Return } else { SaleKind::Sale };
        write(store, Request::SaveSale(draft));
    }
    for &(days, kind) in &it.touches {
        write(store, log(id, kind, ago(days), "%"));
    }
    for &(days, product) in &it.offers {
        let draft = OfferDraft {
            id: None,
            rev: 0,
            client: id,
            product: ProductId(products[product]),
            salesperson: None,
            interaction: None,
            day: ago(days),
            answer: OfferAnswer::Pending,
            answered: None,
            reason: String::new(),
        };
        write(store, Request::SaveOffer(draft));
    }
    if let Some(days) = it.due {
        let draft = FollowUpDraft {
            id: None,
            rev: 0,
            client: id,
            contact: None,
            salesperson: None,
            due: on.plus(days),
            kind: FollowUpKind::Task,
            title: String::new(),
            recurrence: None,
        };
        write(store, Request::SaveFollowUp(draft));
    }
}
