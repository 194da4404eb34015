//! What `is:` asks for.

use crate::text::Lang;

/// What a client, or a row of its, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flag {
    /// An open follow-up is past its day.
    Overdue,
    /// Bought once, and nothing for a year.
    Dormant,
    /// Past the cadence of its stars or its own, or never contacted.
    Neglected,
    /// Buys nothing, against its own rhythm.
    Silent,
    /// Without a way to reach it, a person there, or its city.
    Incomplete,
    /// Bought a product again and again, and no more.
    LostProduct,
    Prospect,
    /// Of whoever works here.
    Mine,
    Archived,
    /// Another client has the same name or tax number.
    Duplicate,
}

impl Flag {
    pub const ALL: [Self; 10] = [
        Self::Overdue,
        Self::Dormant,
        Self::Neglected,
        Self::Silent,
        Self::Incomplete,
        Self::LostProduct,
        Self::Prospect,
        Self::Mine,
        Self::Archived,
        Self::Duplicate,
    ];

    /// Its words, folded: the first is the one that is printed.
    pub fn names(self, lang: Lang) -> &'static [&'static str] {
        match (self, lang) {
            (Self::Overdue, Lang::En) => &["overdue"],
            (Self::Overdue, Lang::Es) => &["atrasado", "atrasada", "vencido", "vencida"],
            (Self::Dormant, Lang::En) => &["dormant"],
            (Self::Dormant, Lang::Es) => &["dormido", "dormida"],
            (Self::Neglected, Lang::En) => &["neglected"],
            (Self::Neglected, Lang::Es) => &["desatendido", "desatendida"],
            (Self::Silent, Lang::En) => &["silent"],
            (Self::Silent, Lang::Es) => &["silencio"],
            (Self::Incomplete, Lang::En) => &["incomplete"],
            (Self::Incomplete, Lang::Es) => &["incompleto", "incompleta"],
            (Self::LostProduct, Lang::En) => &["lost-product"],
            (Self::LostProduct, Lang::Es) => &["producto-perdido"],
            (Self::Prospect, Lang::En) => &["prospect"],
            (Self::Prospect, Lang::Es) => &["prospecto", "prospecta"],
            (Self::Mine, Lang::En) => &["mine"],
            (Self::Mine, Lang::Es) => &["mio", "mia"],
            (Self::Archived, Lang::En) => &["archived"],
            (Self::Archived, Lang::Es) => &["archivado", "archivada"],
            (Self::Duplicate, Lang::En) => &["duplicate"],
            (Self::Duplicate, Lang::Es) => &["duplicado", "duplicada"],
        }
    }

    pub(super) fn from_name(folded: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| Lang::ALL.iter().any(|lang| flag.names(*lang).contains(&folded)))
    }
}
