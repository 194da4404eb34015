//! The trades of the invented clients: how their companies are called and when in the year they buy. Only data.

/// A trade.
pub struct Sector {
    pub name: &'static str,
    /// Names; `{a}` is a surname, `{w}` a word of [`WORDS`].
    pub patterns: &'static [&'static str],
    /// What is bought in each month, January first, in percent of an average month.
    pub season: [i64; 12],
    /// The beginnings of the numbers of the products bought most.
    pub wants: &'static [&'static str],
}

const EVEN: [i64; 12] = [100, 98, 104, 102, 104, 102, 98, 62, 106, 108, 110, 106];
const SUMMER: [i64; 12] = [62, 66, 84, 104, 118, 136, 150, 146, 112, 84, 62, 76];
const SCHOOL: [i64; 12] = [132, 108, 104, 98, 92, 74, 30, 60, 196, 122, 100, 84];
const WINTER: [i64; 12] = [126, 122, 108, 96, 92, 88, 80, 62, 98, 110, 118, 100];

pub const SECTORS: &[Sector] = &[
    Sector {
        name: "Ferretería",
        patterns: &["Ferretería {a}", "Ferretería {w}", "Suministros {a}", "Ferretería {a} e Hijos"],
        season: EVEN,
        wants: &["HER", "EPI", "UTI"],
    },
    Sector {
        name: "Hostelería",
        patterns: &["Hotel {w}", "Restaurante {w}", "Mesón {a}", "Hostal {w}", "Cafetería {w}", "Asador {a}"],
        season: SUMMER,
        wants: &["LIM", "PAP", "UTI"],
    },
    Sector {
        name: "Salud",
        patterns: &[
            "Clínica {a}",
            "Clínica Dental {w}",
            "Centro Médico {w}",
            "Laboratorio {a}",
            "Residencia {w}",
        ],
        season: WINTER,
        wants: &["PAP", "EPI", "LIM"],
    },
    Sector {
        name: "Taller",
        patterns: &[
            "Talleres {a}",
            "Taller Mecánico {w}",
            "Carrocerías {a}",
            "Neumáticos {a}",
            "Autoservicio {w}",
        ],
        season: EVEN,
        wants: &["HER", "EPI", "LIM"],
    },
    Sector {
        name: "Educación",
        patterns: &["Colegio {w}", "Escuela Infantil {w}", "Instituto {a}", "Academia {a}", "Liceo {w}"],
        season: SCHOOL,
        wants: &["LIM", "PAP", "UTI"],
    },
    Sector {
        name: "Construcción",
        patterns: &["Construcciones {a}", "Reformas {a}", "Obras y Servicios {w}", "Constructora {w}"],
        season: EVEN,
        wants: &["EPI", "HER", "MAQ"],
    },
    Sector {
        name: "Limpieza",
        patterns: &["Limpiezas {a}", "Servicios Integrales {w}", "Limpiezas {w}", "Mantenimientos {a}"],
        season: EVEN,
        wants: &["LIM", "UTI", "MAQ"],
    },
    Sector {
        name: "Alimentación",
        patterns: &["Conservas {a}", "Panificadora {w}", "Supermercados {a}", "Lácteos {w}", "Bodegas {a}"],
        season: EVEN,
        wants: &["LIM", "EPI", "PAP"],
    },
];

pub const WORDS: &[&str] = &[
    "El Roble",
    "Miramar",
    "La Encina",
    "San Rafael",
    "Los Álamos",
    "Santa Inés",
    "El Faro",
    "Bellavista",
    "La Española",
    "Del Valle",
    "Río Claro",
    "El Puente",
    "Santa Bárbara",
    "Las Viñas",
    "El Molino",
    "La Cañada",
    "Sol y Sombra",
    "La Rábida",
    "Tres Cruces",
    "El Mirador",
    "Monteverde",
    "La Peña",
    "San Cristóbal",
    "Nuevo Siglo",
];

pub const SOURCES: &[&str] =
    &["Web", "Feria", "Recomendación", "Visita en frío", "Campaña de correo", "Cliente antiguo"];

pub const TAGS: &[&str] =
    &["multisede", "pago a 60 días", "exportación", "concurso público", "entrega urgente", "vip"];
