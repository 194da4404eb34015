//! The laws of the filter language, on portfolios of chance: what the storage lists is what a reader of the definition would
//! count by hand, in both languages.

use crate::support::portfolio::{line, log, product, sale};
use crate::support::{ago, portfolio as of_all, store, today, write};
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::contact::ContactDraft;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ProductId, SalespersonId};
use cartera::domain::kinds::{
    Consent, ContactRole, FollowUpKind, InteractionKind, OfferAnswer, SaleKind, Stage,
};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::offer::OfferDraft;
use cartera::domain::stars::Stars;
use cartera::filter::{Filter, Reading, parse};
use cartera::repository::request::{Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::Locale;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use std::collections::BTreeSet;

/// A client with everything that a condition may ask of it.
#[derive(Debug, Clone)]
struct Client {
    name: &'static str,
    city: &'static str,
    phone: &'static str,
    email: &'static str,
    owner: Option<usize>,
    tag: &'static str,
    stage: Stage,
    potential: Option<i64>,
    contact: Option<(&'static str, ContactRole, bool)>,
    /// Days ago, euros, whether it came back, and of which product.
    sales: Vec<(i32, i64, bool, usize)>,
    touches: Vec<(i32, InteractionKind)>,
    offers: Vec<(i32, usize)>,
    /// Days from now.
    due: Option<i32>,
}

const PEOPLE: [&str; 2] = ["Ana Robles", "Iñigo Peña"];
const PRODUCTS: [(&str, &str); 3] = [("T-1", "Taladro"), ("T-2", "Taladro grande"), ("B-1", "Broca")];

fn client() -> impl Strategy<Value = Client> {
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

/// A condition in both languages, and who meets it.
#[derive(Debug, Clone)]
enum Asked {
    /// Spanish, English, and the number of what it means in [`meets`].
    Of(usize),
    Not(Box<Asked>),
    All(Vec<Asked>),
    Any(Vec<Asked>),
}

type Meets = fn(&Client) -> bool;

fn plain(text: &str) -> String {
    text.to_lowercase()
        .replace('ó', "o")
        .replace('í', "i")
        .replace('é', "e")
        .replace('ñ', "n")
        .replace('ë', "e")
        .replace('ú', "u")
}

fn last(client: &Client, kinds: &[InteractionKind]) -> Option<i32> {
    client.touches.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(days, _)| *days).min()
}

const VISITS: &[InteractionKind] = &[InteractionKind::Visit, InteractionKind::Meeting];
const TOUCHES: &[InteractionKind] = &[
    InteractionKind::Visit,
    InteractionKind::Call,
    InteractionKind::Email,
    InteractionKind::Message,
    InteractionKind::Meeting,
    InteractionKind::Survey,
];

fn count(client: &Client, kinds: &[InteractionKind], within: i32) -> usize {
    client.touches.iter().filter(|(days, kind)| kinds.contains(kind) && *days < within).count()
}

fn sold(client: &Client, within: i32) -> i64 {
    let signed = |(_, euros, back, _): &(i32, i64, bool, usize)| if *back { -euros } else { *euros };
    client.sales.iter().filter(|sale| sale.0 < within).map(signed).sum()
}

fn bought(client: &Client, products: &[usize], within: i32) -> bool {
    client.sales.iter().any(|(days, _, back, product)| !back && *days < within && products.contains(product))
}

fn last_buy(client: &Client) -> Option<i32> {
    // A day counts as one of purchase when more was bought on it than came back.
    let net = |day: i32| {
        client
            .sales
            .iter()
            .filter(|sale| sale.0 == day)
            .map(|(_, euros, back, _)| if *back { -euros } else { *euros })
            .sum::<i64>()
    };
    client.sales.iter().map(|sale| sale.0).filter(|day| net(*day) > 0).min()
}

fn texts(client: &Client) -> String {
    let contact = client.contact.map_or("", |it| it.0);
    plain(&format!("{}\n{}\n{contact}", client.name, client.city))
}

fn current(client: &Client) -> Option<(&'static str, ContactRole)> {
    client.contact.filter(|(_, _, left)| !left).map(|(name, role, _)| (name, role))
}

/// Whoever buys is a client from then on.
fn stage(client: &Client) -> Stage {
    if client.sales.iter().all(|sale| sale.2) { client.stage } else { Stage::Client }
}

/// Spanish, English, what it means.
const CONDITIONS: &[(&str, &str, Meets)] = &[
    ("ciudad:cordoba", "city:Córdoba", |it| plain(it.city) == "cordoba"),
    ("ciudad:cor*,madrid", "city:COR*,madrid", |it| matches!(it.city, "Córdoba" | "cordoba" | "Madrid")),
    ("ciudad:", "city:", |it| it.city.is_empty()),
    ("ciudad:*", "city:*", |it| !it.city.is_empty()),
    ("ciudad:=madrid", "city:=MADRID", |it| it.city == "Madrid"),
    ("ciudad!=madrid", "city:!=madrid", |it| it.city != "Madrid"),
    ("ciudad:\"las palmas\"", "city:\"Las Palmas\"", |it| it.city == "Las Palmas"),
    ("empresa:ferre*", "name:FERRE*", |it| it.name.starts_with("Ferre")),
    ("nombre:%", "company:%", |it| it.name.contains('%')),
    ("nombre:_", "name:_", |it| it.name.contains('_')),
    ("nombre:'", "name:'", |it| it.name.contains('\'')),
    ("contacto:muñoz", "contact:munoz", |it| current(it).is_some_and(|(name, _)| name.starts_with("Muñoz"))),
    ("contacto:", "contact:", |it| current(it).is_none()),
    ("cargo:compras", "role:purchasing", |it| {
        current(it).is_some_and(|(_, role)| role == ContactRole::Purchasing)
    }),
    ("correo:", "email:", |it| it.email.is_empty()),
    ("telefono:600123", "phone:600123", |it| !it.phone.is_empty()),
    ("vendedor:yo", "owner:me", |it| it.owner == Some(0)),
    ("vendedor:", "owner:", |it| it.owner.is_none()),
    ("vendedor:peña", "owner:pena", |it| it.owner == Some(1)),
    ("vendedor!=\"ana robles\"", "owner:!=\"Ana Robles\"", |it| it.owner != Some(0)),
    ("es:mío", "is:mine", |it| it.owner == Some(0)),
    ("#vip", "tag:vip", |it| !it.tag.is_empty()),
    ("etiqueta:=vip", "tag:=VIP", |it| it.tag == "VIP"),
    ("etapa:prospecto", "stage:prospect", |it| stage(it) == Stage::Prospect),
    ("es:prospecto", "is:prospect", |it| stage(it) == Stage::Prospect),
    ("etapa!=perdido", "stage!=lost", |it| stage(it) != Stage::Lost),
    ("potencial:>1.500,50", "potential:>1500.50", |it| it.potential.is_some_and(|it| it > 150_050)),
    ("potencial:1,5k..10k", "potential:1.5k..10k", |it| it.potential.is_some_and(|it| it >= 150_000)),
    ("potencial:", "potential:", |it| it.potential.is_none()),
    ("potencial:0", "potential:0", |it| it.potential == Some(0)),
    ("cuota:<30", "share:<30%", |it| {
        it.potential.filter(|it| *it > 0).is_some_and(|potential| {
            // Hundredths of a percent, the halves up.
            (sold(it, 365) * 100 * 20_000 + potential).div_euclid(2 * potential) < 3_000
        })
    }),
    ("ventas.12m:>200", "sales.12m:>200", |it| sold(it, 365) > 200),
    ("ventas.90d:0", "sales.90d:0", |it| sold(it, 90) == 0),
    ("ventas:<0", "sales:<0", |it| sold(it, i32::MAX) < 0),
    ("pedidos:>=2", "orders:>=2", |it| it.sales.iter().filter(|sale| !sale.2).count() >= 2),
    ("pedidos.2026:0", "orders.2026:0", |it| {
        it.sales.iter().filter(|sale| !sale.2 && sale.0 <= 327).count() == 0
    }),
    ("visitas.90d:<1", "visits.90d:<1", |it| count(it, VISITS, 90) < 1),
    ("llamadas.1a:1..2", "calls.1y:1,2", |it| (1..=2).contains(&count(it, &[InteractionKind::Call], 365))),
    ("correos:*", "emails:*", |it| count(it, &[InteractionKind::Email], i32::MAX) > 0),
    ("toques.30d:", "touches.30d:", |it| count(it, TOUCHES, 30) == 0),
    ("ofertas.90d:>0", "offers.90d:>0", |it| it.offers.iter().any(|(days, _)| *days < 90)),
    ("compró:taladro", "bought:taladro", |it| bought(it, &[0, 1], i32::MAX)),
    ("compró.12m:=taladro", "bought.12m:=taladro", |it| bought(it, &[0], 365)),
    ("compró:=b-1", "bought:=B-1", |it| bought(it, &[2], i32::MAX)),
    ("compró.90d:", "bought.90d:", |it| !bought(it, &[0, 1, 2], 90)),
    ("ofrecido:broca", "offered:broca", |it| it.offers.iter().any(|(_, product)| *product == 2)),
    ("compra:>90d", "last-buy:>90d", |it| last_buy(it).is_none_or(|days| days > 90)),
    ("compra:<=90d", "last-buy:<=90d", |it| last_buy(it).is_some_and(|days| days <= 90)),
    ("visita:>90d", "last-visit:>90d", |it| last(it, VISITS).is_none_or(|days| days > 90)),
    ("visita:<=90d", "last-visit:<=90d", |it| last(it, VISITS).is_some_and(|days| days <= 90)),
    ("visita:<90d", "last-visit:<90d", |it| last(it, VISITS).is_some_and(|days| days < 90)),
    ("visita:90d", "last-visit:=90d", |it| last(it, VISITS) == Some(90)),
    ("visita!=90d", "last-visit:!=90d", |it| last(it, VISITS) != Some(90)),
    ("visita:30d..90d", "last-visit:30d..90d", |it| {
        last(it, VISITS).is_some_and(|days| (30..=90).contains(&days))
    }),
    ("visita:90d..", "last-visit:90d..", |it| last(it, VISITS).is_none_or(|days| days >= 90)),
    ("visita:nunca", "last-visit:never", |it| last(it, VISITS).is_none()),
    ("toque:2026", "last-touch:2026", |it| last(it, TOUCHES).is_some_and(|days| days <= 327)),
    ("toque:<2026", "last-touch:<2026", |it| last(it, TOUCHES).is_some_and(|days| days > 327)),
    ("último-correo:>=30d", "last-email:>=30d", |it| {
        last(it, &[InteractionKind::Email]).is_none_or(|days| days >= 30)
    }),
    ("vence:<=hoy", "due:<=today", |it| it.due.is_some_and(|days| days <= 0)),
    ("vence:<+7d", "due:<+7d", |it| it.due.is_some_and(|days| days < 7)),
    ("vence:>3d", "due:>3d", |it| it.due.is_some_and(|days| days < -3)),
    ("vence:", "due:", |it| it.due.is_none()),
    ("es:atrasado", "is:overdue", |it| it.due.is_some_and(|days| days < 0)),
    ("es:dormido", "is:dormant", |it| last_buy(it).is_some_and(|days| days >= 365)),
    ("es:incompleto", "is:incomplete", |it| {
        it.city.is_empty() || current(it).is_none() || (it.phone.is_empty() && it.email.is_empty())
    }),
    ("alta:hoy", "created:today", |_| true),
    ("estrellas:", "stars:", |it| it.sales.is_empty() && it.potential.is_none()),
    ("café", "cafe", |it| texts(it).contains("cafe")),
    ("\"o hogar\"", "\"o hogar\"", |it| texts(it).contains("o hogar")),
    ("\"OR\"", "\"OR\"", |it| texts(it).contains("or")),
    ("%", "%", |it| texts(it).contains('%')),
];

fn asked() -> impl Strategy<Value = Asked> {
    // Which clients have no stars is the rating's to say.
    let is_of_rating = |at: &usize| CONDITIONS[*at].0 == "estrellas:";
    let one =
        (0..CONDITIONS.len()).prop_filter("said elsewhere", move |at| !is_of_rating(at)).prop_map(Asked::Of);
    one.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|it| Asked::Not(Box::new(it))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Asked::All),
            prop::collection::vec(inner, 2..4).prop_map(Asked::Any),
        ]
    })
}

impl Asked {
    fn said(&self, spanish: bool) -> String {
        let join = |parts: &[Self], between: &str| {
            format!("({})", parts.iter().map(|part| part.said(spanish)).collect::<Vec<_>>().join(between))
        };
        match self {
            Self::Of(at) if spanish => CONDITIONS[*at].0.to_owned(),
            Self::Of(at) => CONDITIONS[*at].1.to_owned(),
            Self::Not(part) if spanish => format!("NO {}", part.said(spanish)),
            Self::Not(part) => format!("-{}", part.said(spanish)),
            Self::All(parts) => join(parts, " "),
            Self::Any(parts) => join(parts, if spanish { " O " } else { " OR " }),
        }
    }

    fn meets(&self, client: &Client) -> bool {
        match self {
            Self::Of(at) => CONDITIONS[*at].2(client),
            Self::Not(part) => !part.meets(client),
            Self::All(parts) => parts.iter().all(|part| part.meets(client)),
            Self::Any(parts) => parts.iter().any(|part| part.meets(client)),
        }
    }
}

/// Writes the clients; their keys in their order.
fn written(clients: &[Client]) -> (Store, Vec<i64>) {
    let mut store = store();
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
        SalespersonId(write(&mut store, Request::SaveSalesperson(draft)))
    });
    let products =
        PRODUCTS.map(|(sku, name)| write(&mut store, Request::SaveProduct(product(sku, name, 1_000_000))));
    let ids = clients.iter().map(|it| write_one(&mut store, it, people, products)).collect();
    (store, ids)
}

fn write_one(store: &mut Store, it: &Client, people: [SalespersonId; 2], products: [i64; 3]) -> i64 {
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
    id.0
}

fn read(line: &str, tag: &str, list: ListKind, store: &Store) -> Filter {
    let locale = Locale::from_tag(tag).unwrap();
    let reading = Reading { list, today: today(), locale: &locale, currency: store.currency() };
    parse(line, &reading).unwrap_or_else(|error| panic!("{line}: {error:?}"))
}

fn listed(store: &mut Store, kind: ListKind, line: &str, tag: &str) -> Vec<i64> {
    let filter = read(line, tag, kind, store);
    let query = ListQuery { sort: filter.sort.clone(), filter, ..ListQuery::all(kind) };
    let mut found = Vec::new();
    store.answer(Request::List { ticket: Ticket(1), query }, &mut |reply| match reply {
        Reply::Listed { ids, complete: true, .. } => found = ids.to_vec(),
        Reply::Listed { .. } => {}
        other => panic!("{line}: {other:?}"),
    });
    found
}

fn set(ids: Vec<i64>) -> BTreeSet<i64> {
    ids.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Laws 1 to 4: the rows are those of a hand count, in both languages, and of the opposite all the others.
    #[test]
    fn the_rows_are_those_that_the_definition_says(
        clients in prop::collection::vec(client(), 1..7),
        lines in prop::collection::vec(asked(), 12),
    ) {
        let (mut store, ids) = written(&clients);
        for asked in lines {
            let wanted: BTreeSet<i64> =
                clients.iter().zip(&ids).filter(|(client, _)| asked.meets(client)).map(|(_, id)| *id).collect();
            let (spanish, english) = (asked.said(true), asked.said(false));
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &spanish, "es")), &wanted, "{}", spanish);
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &english, "en")), &wanted, "{}", english);
            let others: BTreeSet<i64> = ids.iter().copied().filter(|id| !wanted.contains(id)).collect();
            let opposite = format!("-({spanish})");
            prop_assert_eq!(&set(listed(&mut store, ListKind::Clients, &opposite, "es")), &others, "{}", opposite);
        }
    }
}

#[test]
fn every_condition_means_what_it_says() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let clients: Vec<Client> = (0..60).map(|_| client().new_tree(&mut runner).unwrap().current()).collect();
    let (mut store, ids) = written(&clients);
    let mut wrong = Vec::new();
    for (spanish, english, meets) in CONDITIONS.iter().filter(|it| it.0 != "estrellas:") {
        let wanted: BTreeSet<i64> =
            clients.iter().zip(&ids).filter(|(client, _)| meets(client)).map(|(_, id)| *id).collect();
        for (line, tag) in [(spanish, "es"), (english, "en")] {
            if set(listed(&mut store, ListKind::Clients, line, tag)) != wanted {
                wrong.push(*line);
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// The stars that the list shows are those that it is filtered by.
#[test]
fn stars_are_those_that_are_shown() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es");
    let rows = match crate::repository::ask(
        &mut store,
        Request::Rows { ticket: Ticket(1), kind: ListKind::Clients, ids: all.clone() },
    ) {
        Reply::RowsLoaded { rows: Rows::Clients(rows), .. } => rows,
        other => panic!("{other:?}"),
    };
    for (line, is_wanted) in [
        ("e:4..5", (|it| it.is_some_and(|it| it >= 4)) as fn(Option<u8>) -> bool),
        ("estrellas>=4", |it| it.is_some_and(|it| it >= 4)),
        ("stars:4,5", |it| it.is_some_and(|it| it >= 4)),
        ("e:", |it| it.is_none()),
        ("-e:5", |it| it != Some(5)),
        ("e!=5", |it| it != Some(5)),
    ] {
        let wanted: BTreeSet<i64> =
            rows.iter().filter(|row| is_wanted(row.stars.map(Stars::get))).map(|row| row.id.0).collect();
        assert!(
            !wanted.is_empty() && wanted.len() < all.len() || line == "e:",
            "{line} tells nobody from nobody"
        );
        assert_eq!(set(listed(&mut store, ListKind::Clients, line, "es")), wanted, "{line}");
    }
}

/// Client fields work on every list whose rows belong to a client, and each list has its own.
#[test]
fn lists_of_what_belongs_to_clients_are_filtered_too() {
    let mut store = of_all();
    for (kind, line, opposite) in [
        (ListKind::Contacts, "empresa:lopez cargo:compras", "-(empresa:lopez cargo:compras)"),
        (ListKind::Contacts, "contacto:iñigo", "-contacto:iñigo"),
        (ListKind::Sales, "fecha:<30d importe:>100", "-(fecha:<30d importe:>100)"),
        (ListKind::Sales, "producto:broca ciudad:*", "-(producto:broca ciudad:*)"),
        (ListKind::Sales, "vendedor:", "-vendedor:"),
        (ListKind::FollowUps, "vence:<=hoy", "-vence:<=hoy"),
        (ListKind::FollowUps, "tipo:llamada O es:atrasado", "-(tipo:llamada O es:atrasado)"),
        (ListKind::FollowUps, "estado:hecho", "-estado:hecho"),
        (ListKind::Activity, "tipo:visita ventas.12m:>0", "-(tipo:visita ventas.12m:>0)"),
        (ListKind::Products, "codigo:t-20", "-codigo:t-20"),
        (ListKind::Salespeople, "nombre:peña", "-nombre:pena"),
        (ListKind::Today, "e:>=3", "-e:>=3"),
    ] {
        let all = if line.contains("estado") || line.contains("respuesta") {
            listed(&mut store, kind, &format!("{line} O {opposite}"), "es")
        } else {
            listed(&mut store, kind, "", "es")
        };
        let (found, others) =
            (listed(&mut store, kind, line, "es"), listed(&mut store, kind, opposite, "es"));
        assert!(set(found.clone()).is_disjoint(&set(others.clone())), "{kind:?} {line}");
        assert_eq!(set(found.iter().chain(&others).copied().collect()), set(all.clone()), "{kind:?} {line}");
        assert!(!all.is_empty(), "{kind:?}");
        // The rows that are left keep their order.
        let kept: Vec<i64> = all.into_iter().filter(|id| found.contains(id)).collect();
        assert_eq!(kept, found, "{kind:?} {line}");
    }
    assert_eq!(listed(&mut store, ListKind::Salespeople, "nombre:peña", "es").len(), 1);
    assert_eq!(listed(&mut store, ListKind::Products, "t-20", "es").len(), 1);
    assert_eq!(listed(&mut store, ListKind::Contacts, "cargo:purchasing", "es").len(), 1);
}

#[test]
fn a_line_orders_and_cuts_its_list() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "orden:-nombre", "es");
    assert_eq!(listed(&mut store, ListKind::Clients, "sort:-name limit:3", "en"), all[..3]);
    let sales = listed(&mut store, ListKind::Sales, "", "es");
    assert_eq!(listed(&mut store, ListKind::Sales, "limite:2", "es"), sales[..2]);
    let first = listed(&mut store, ListKind::Today, "", "es");
    assert_eq!(listed(&mut store, ListKind::Today, "limit:1", "es"), first[..1]);
}

#[test]
fn whoever_asks_for_the_archived_gets_them() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es");
    write(&mut store, Request::Remove(cartera::repository::request::RecordId::Client(ClientId(all[0]))));
    assert_eq!(listed(&mut store, ListKind::Clients, "es:archivado", "es"), [all[0]]);
    assert_eq!(
        set(listed(&mut store, ListKind::Clients, "", "es")),
        set(listed(&mut store, ListKind::Clients, "-is:archived", "en"))
    );
}

/// Field text is compared, never a part of a statement.
#[test]
fn hostile_texts_find_what_holds_them_or_nothing() {
    let mut store = of_all();
    let all = listed(&mut store, ListKind::Clients, "", "es").len();
    for text in
        ["'; DROP TABLE client; --", "%", "_", "\\", "🦊", "\u{202e}", "a\u{0}b", "?1", ":today", "\"\"\"\""]
    {
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        for field in ["", "nombre:", "ciudad:=", "compró:", "vendedor:", "#", "cargo:", "correo:"] {
            let found = listed(&mut store, ListKind::Clients, &format!("{field}{quoted}"), "es").len();
            let others = listed(&mut store, ListKind::Clients, &format!("-{field}{quoted}"), "es").len();
            assert_eq!(found + others, all, "{field}{quoted}");
        }
    }
}
