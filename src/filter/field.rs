//! The fields: their names in both languages, what kind of value each takes, and on which lists each is.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use crate::domain::custom::Custom;
use crate::domain::kinds::{
    FollowUpKind, FollowUpState, InteractionKind, OfferAnswer, Outcome, SaleKind, Stage,
};
use crate::domain::list::ListKind;
use crate::text::{Label, Lang};

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A salesperson, or `me`.
    Person,
    /// One of a closed list of words.
    Choice,
    Stars,
    Money,
    /// Hundredths of a percent.
    Percent,
    /// How often, in a window.
    Count,
    /// How much money, in a window.
    Sum,
    /// A product, in a window.
    Product,
    Date,
    Flag,
    /// A number, in thousandths.
    Decimal,
    /// 1 or 0.
    YesNo,
    /// One of the words of a field that users defined.
    Word,
}

impl Kind {
    pub fn takes_window(self) -> bool {
        matches!(self, Self::Count | Self::Sum | Self::Product)
    }
}

macro_rules! fields {
    ($($field:ident: $kind:ident, $en:expr, $es:expr;)+) => {
        /// What a term asks about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Field {
            $($field,)+
            /// One that users defined.
            Custom(Custom),
        }

        impl Field {
            /// But for those that users defined.
            pub const ALL: &'static [Self] = &[$(Self::$field),+];

            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$field => Kind::$kind,)+
                    Self::Custom(custom) => custom.takes(),
                }
            }

            /// Its names, folded: the first is the one that is printed. Those that users defined are named by their
            /// definitions.
            pub fn names(self, lang: Lang) -> &'static [&'static str] {
                match (self, lang) {
                    $((Self::$field, Lang::En) => &$en, (Self::$field, Lang::Es) => &$es,)+
                    (Self::Custom(_), _) => &[],
                }
            }
        }
    };
}

fields! {
    Name: Text, ["name"], ["nombre"];
    Client: Text, ["client", "company"], ["cliente", "empresa"];
    City: Text, ["city"], ["ciudad"];
    Region: Text, ["region", "state-province"], ["provincia"];
    Country: Text, ["country"], ["pais"];
    Postcode: Text, ["postcode", "zip"], ["cp"];
    Sector: Text, ["sector"], ["rubro"];
    Source: Text, ["source"], ["origen"];
    Stage: Choice, ["stage"], ["etapa"];
    Code: Text, ["code", "sku"], ["codigo", "referencia"];
    Contact: Text, ["contact"], ["contacto"];
    Role: Text, ["role"], ["cargo", "funcion", "puesto"];
    Email: Text, ["email"], ["correo"];
    Phone: Text, ["phone"], ["telefono"];
    Tax: Text, ["tax"], ["nif", "cif", "cuit", "rut", "rfc"];
    Owner: Person, ["owner"], ["vendedor"];
    Tag: Text, ["tag"], ["etiqueta"];
    Stars: Stars, ["stars"], ["estrellas", "e"];
    Potential: Money, ["potential"], ["potencial"];
    Share: Percent, ["share"], ["cuota"];
    Sales: Sum, ["sales"], ["ventas"];
    Orders: Count, ["orders"], ["pedidos"];
    Visits: Count, ["visits"], ["visitas"];
    Calls: Count, ["calls"], ["llamadas"];
    Emails: Count, ["emails"], ["correos"];
    Touches: Count, ["touches"], ["toques"];
    Offers: Count, ["offers"], ["ofertas"];
    Bought: Product, ["bought"], ["compro"];
    Offered: Product, ["offered"], ["ofrecido"];
    LastBuy: Date, ["last-buy"], ["compra"];
    LastVisit: Date, ["last-visit"], ["visita"];
    LastTouch: Date, ["last-touch"], ["toque"];
    LastEmail: Date, ["last-email"], ["ultimo-correo"];
    Due: Date, ["due"], ["vence"];
    Created: Date, ["created"], ["alta"];
    Is: Flag, ["is"], ["es"];
    Date: Date, ["date"], ["fecha"];
    Amount: Money, ["amount"], ["importe"];
    Product: Text, ["product"], ["producto"];
    Number: Text, ["number"], ["numero", "documento"];
    Type: Choice, ["type", "kind"], ["tipo"];
    State: Choice, ["state"], ["estado"];
    Title: Text, ["title"], ["titulo", "asunto"];
    Outcome: Choice, ["outcome"], ["resultado"];
    Answer: Choice, ["answer"], ["respuesta"];
    Reason: Text, ["reason"], ["motivo"];
    Family: Text, ["family"], ["familia"];
    Price: Decimal, ["price"], ["precio"];
    Unit: Text, ["unit"], ["unidad"];
    Minutes: Decimal, ["minutes"], ["minutos"];
    Survey: Text, ["survey"], ["encuesta"];
    Score: Decimal, ["score"], ["puntuacion"];
    Comment: Text, ["comment"], ["comentario"];
    Answered: Date, ["answered"], ["contestado", "contestada"];
}

impl Field {
    /// The field with this folded name in either language.
    pub(super) fn from_name(folded: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.names_of_both().any(|name| name == folded))
    }

    pub(super) fn names_of_both(self) -> impl Iterator<Item = &'static str> {
        Lang::ALL.into_iter().flat_map(move |lang| self.names(lang).iter().copied())
    }

    /// The name that is printed: with its accent, where the folded one lost it.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Bought, Lang::Es) => "compró",
            (Self::Country, Lang::Es) => "país",
            (Self::Code, Lang::Es) => "código",
            (Self::Phone, Lang::Es) => "teléfono",
            (Self::LastEmail, Lang::Es) => "último-correo",
            (Self::Number, Lang::Es) => "número",
            (Self::Title, Lang::Es) => "título",
            (Self::Score, Lang::Es) => "puntuación",
            _ => self.names(lang).first().copied().unwrap_or_default(),
        }
    }

    /// Can the rows of this list be told by it?
    pub fn is_on(self, list: ListKind) -> bool {
        match self {
            Self::Name | Self::Code => list != ListKind::Totals,
            Self::Date => {
                matches!(list, ListKind::Sales | ListKind::Offers | ListKind::Surveys | ListKind::Activity)
            }
            Self::Amount | Self::Number => list == ListKind::Sales,
            Self::Product => matches!(list, ListKind::Sales | ListKind::Offers),
            Self::Type => matches!(list, ListKind::Sales | ListKind::FollowUps | ListKind::Activity),
            Self::Outcome | Self::Minutes => list == ListKind::Activity,
            Self::Survey | Self::Score | Self::Comment => list == ListKind::Surveys,
            Self::Answered => matches!(list, ListKind::Offers | ListKind::Surveys),
            Self::State | Self::Title => list == ListKind::FollowUps,
            Self::Answer | Self::Reason => list == ListKind::Offers,
            Self::Family | Self::Price | Self::Unit => list == ListKind::Products,
            Self::Custom(custom) => custom.is_on(list),
            Self::Email => has_client(list) || list == ListKind::Salespeople,
            _ => has_client(list),
        }
    }

    /// The field that counts what this one dates, or dates what this one counts.
    pub(super) fn counterpart(self) -> Option<Self> {
        match self {
            Self::LastVisit => Some(Self::Visits),
            Self::LastTouch => Some(Self::Touches),
            Self::LastEmail => Some(Self::Emails),
            Self::LastBuy => Some(Self::Orders),
            Self::Visits => Some(Self::LastVisit),
            Self::Touches => Some(Self::LastTouch),
            Self::Emails => Some(Self::LastEmail),
            Self::Orders | Self::Sales => Some(Self::LastBuy),
            _ => None,
        }
    }

    /// The stored words that a choice may have on this list.
    pub fn choices(self, list: ListKind) -> Vec<&'static str> {
        match (self, list) {
            (Self::Stage, _) => Stage::ALL.iter().map(|it| it.word()).collect(),
            (Self::Type, ListKind::FollowUps) => FollowUpKind::ALL.iter().map(|it| it.word()).collect(),
            (Self::Type, ListKind::Activity) => InteractionKind::ALL.iter().map(|it| it.word()).collect(),
            (Self::Type, _) => SaleKind::ALL.iter().map(|it| it.word()).collect(),
            (Self::State, _) => FollowUpState::ALL.iter().map(|it| it.word()).collect(),
            (Self::Outcome, _) => Outcome::ALL.iter().map(|it| it.word()).collect(),
            (Self::Answer, _) => OfferAnswer::ALL.iter().map(|it| it.word()).collect(),
            _ => Vec::new(),
        }
    }
}

/// What users call a stored word in a language.
pub fn choice_names(field: Field, list: ListKind, word: &str, lang: Lang) -> Option<String> {
    match (field, list) {
        (Field::Stage, _) => Stage::from_word(word).map(|it| it.label(lang)),
        (Field::Type, ListKind::FollowUps) => FollowUpKind::from_word(word).map(|it| it.label(lang)),
        (Field::Type, ListKind::Activity) => InteractionKind::from_word(word).map(|it| it.label(lang)),
        (Field::Type, _) => SaleKind::from_word(word).map(|it| it.label(lang)),
        (Field::State, _) => FollowUpState::from_word(word).map(|it| it.label(lang)),
        (Field::Outcome, _) => Outcome::from_word(word).map(|it| it.label(lang)),
        (Field::Answer, _) => OfferAnswer::from_word(word).map(|it| it.label(lang)),
        _ => None,
    }
}

/// Do its rows belong to clients?
pub(super) fn has_client(list: ListKind) -> bool {
    !matches!(list, ListKind::Totals | ListKind::Products | ListKind::Salespeople)
}
