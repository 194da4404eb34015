//! What can be asked, and who meets it: the definition read by hand.

use super::client::*;
use cartera::domain::kinds::{ContactRole, InteractionKind, Stage};
use proptest::prelude::*;

/// A condition in both languages, and who meets it.
#[derive(Debug, Clone)]
pub enum Asked {
    /// Spanish, English, and the number of what it means in [`meets`].
    Of(usize),
    Not(Box<Asked>),
    All(Vec<Asked>),
    Any(Vec<Asked>),
}

pub type Meets = fn(&Client) -> bool;

pub fn plain(text: &str) -> String {
    text.to_lowercase()
        .replace('ó', "o")
        .replace('í', "i")
        .replace('é', "e")
        .replace('ñ', "n")
        .replace('ë', "e")
        .replace('ú', "u")
}

pub fn last(client: &Client, kinds: &[InteractionKind]) -> Option<i32> {
    client.touches.iter().filter(|(_, kind)| kinds.contains(kind)).map(|(days, _)| *days).min()
}

pub const VISITS: &[InteractionKind] = &[InteractionKind::Visit, InteractionKind::Meeting];

pub const TOUCHES: &[InteractionKind] = &[
    InteractionKind::Visit,
    InteractionKind::Call,
    InteractionKind::Email,
    InteractionKind::Message,
    InteractionKind::Meeting,
    InteractionKind::Survey,
];

pub fn count(client: &Client, kinds: &[InteractionKind], within: i32) -> usize {
    client.touches.iter().filter(|(days, kind)| kinds.contains(kind) && *days < within).count()
}

pub fn sold(client: &Client, within: i32) -> i64 {
    let signed = |(_, euros, back, _): &(i32, i64, bool, usize)| if *back { -euros } else { *euros };
    client.sales.iter().filter(|sale| sale.0 < within).map(signed).sum()
}

pub fn bought(client: &Client, products: &[usize], within: i32) -> bool {
    client.sales.iter().any(|(days, _, back, product)| !back && *days < within && products.contains(product))
}

pub fn last_buy(client: &Client) -> Option<i32> {
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

pub fn texts(client: &Client) -> String {
    let contact = client.contact.map_or("", |it| it.0);
    plain(&format!("{}\n{}\n{contact}", client.name, client.city))
}

pub fn current(client: &Client) -> Option<(&'static str, ContactRole)> {
    client.contact.filter(|(_, _, left)| !left).map(|(name, role, _)| (name, role))
}

/// Whoever buys is a client from then on.
pub fn stage(client: &Client) -> Stage {
    if client.sales.iter().all(|sale| sale.2) { client.stage } else { Stage::Client }
}

/// Spanish, English, what it means.
pub const CONDITIONS: &[(&str, &str, Meets)] = &[
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

pub fn asked() -> impl Strategy<Value = Asked> {
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
    pub fn said(&self, spanish: bool) -> String {
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

    pub fn meets(&self, client: &Client) -> bool {
        match self {
            Self::Of(at) => CONDITIONS[*at].2(client),
            Self::Not(part) => !part.meets(client),
            Self::All(parts) => parts.iter().all(|part| part.meets(client)),
            Self::Any(parts) => parts.iter().any(|part| part.meets(client)),
        }
    }
}
