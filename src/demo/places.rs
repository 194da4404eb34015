//! Where the invented clients live. Only data: real cities, no real company.

/// A country, as its own people write things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    Spain,
    Mexico,
    Argentina,
    Colombia,
    Chile,
    Peru,
    Uruguay,
    Ecuador,
}

impl Country {
    pub fn name(self) -> &'static str {
        match self {
            Self::Spain => "España",
            Self::Mexico => "México",
            Self::Argentina => "Argentina",
            Self::Colombia => "Colombia",
            Self::Chile => "Chile",
            Self::Peru => "Perú",
            Self::Uruguay => "Uruguay",
            Self::Ecuador => "Ecuador",
        }
    }

    /// The form of company that stands behind some names.
    pub fn company_form(self) -> &'static str {
        match self {
            Self::Spain => "S.L.",
            Self::Argentina => "S.R.L.",
            Self::Mexico => "S.A. de C.V.",
            Self::Colombia | Self::Ecuador => "S.A.S.",
            Self::Chile => "SpA",
            Self::Peru => "S.A.C.",
            Self::Uruguay => "S.A.",
        }
    }
}

/// A city with what an address there looks like.
#[derive(Debug, Clone, Copy)]
pub struct City {
    pub name: &'static str,
    pub region: &'static str,
    pub country: Country,
    /// The beginning of its postcodes; three digits more are made up.
    pub postcode: &'static str,
    /// Country and area code.
    pub dial: &'static str,
}

const fn city(
    name: &'static str,
    region: &'static str,
    country: Country,
    postcode: &'static str,
    dial: &'static str,
) -> City {
    City { name, region, country, postcode, dial }
}

/// The cities that the seller in the north of Spain serves.
pub const NORTH: &[City] = &[
    city("Barcelona", "Cataluña", Country::Spain, "08", "+34 93"),
    city("Bilbao", "País Vasco", Country::Spain, "48", "+34 94"),
    city("Zaragoza", "Aragón", Country::Spain, "50", "+34 976"),
    city("Valladolid", "Castilla y León", Country::Spain, "47", "+34 983"),
    city("Gijón", "Asturias", Country::Spain, "33", "+34 985"),
    city("A Coruña", "Galicia", Country::Spain, "15", "+34 981"),
    city("Logroño", "La Rioja", Country::Spain, "26", "+34 941"),
    city("León", "Castilla y León", Country::Spain, "24", "+34 987"),
    city("Pamplona", "Navarra", Country::Spain, "31", "+34 948"),
];

/// Those of the seller in the middle and south.
pub const SOUTH: &[City] = &[
    city("Madrid", "Madrid", Country::Spain, "28", "+34 91"),
    city("Madrid", "Madrid", Country::Spain, "28", "+34 91"),
    city("Valencia", "Comunidad Valenciana", Country::Spain, "46", "+34 96"),
    city("Sevilla", "Andalucía", Country::Spain, "41", "+34 954"),
    city("Málaga", "Andalucía", Country::Spain, "29", "+34 952"),
    city("Córdoba", "Andalucía", Country::Spain, "14", "+34 957"),
    city("Cádiz", "Andalucía", Country::Spain, "11", "+34 956"),
    city("Alcalá de Henares", "Madrid", Country::Spain, "28", "+34 91"),
    city("Murcia", "Región de Murcia", Country::Spain, "30", "+34 968"),
    city("Las Palmas de Gran Canaria", "Canarias", Country::Spain, "35", "+34 928"),
];

/// Those of the seller in Mexico, Colombia and Ecuador.
pub const MEXICO: &[City] = &[
    city("Ciudad de México", "Ciudad de México", Country::Mexico, "06", "+52 55"),
    city("Ciudad de México", "Ciudad de México", Country::Mexico, "03", "+52 55"),
    city("Guadalajara", "Jalisco", Country::Mexico, "44", "+52 33"),
    city("Monterrey", "Nuevo León", Country::Mexico, "64", "+52 81"),
    city("Puebla", "Puebla", Country::Mexico, "72", "+52 222"),
    city("Mérida", "Yucatán", Country::Mexico, "97", "+52 999"),
    city("Querétaro", "Querétaro", Country::Mexico, "76", "+52 442"),
    city("Bogotá", "Cundinamarca", Country::Colombia, "110", "+57 601"),
    city("Medellín", "Antioquia", Country::Colombia, "050", "+57 604"),
    city("Cali", "Valle del Cauca", Country::Colombia, "760", "+57 602"),
    city("Quito", "Pichincha", Country::Ecuador, "170", "+593 2"),
];

/// Those of the seller in the south of America.
pub const PLATA: &[City] = &[
    city("Buenos Aires", "Buenos Aires", Country::Argentina, "C1", "+54 11"),
    city("Buenos Aires", "Buenos Aires", Country::Argentina, "C1", "+54 11"),
    city("Córdoba", "Córdoba", Country::Argentina, "X5", "+54 351"),
    city("Rosario", "Santa Fe", Country::Argentina, "S2", "+54 341"),
    city("Santiago", "Región Metropolitana", Country::Chile, "8320", "+56 2"),
    city("Valparaíso", "Valparaíso", Country::Chile, "2340", "+56 32"),
    city("Concepción", "Biobío", Country::Chile, "4030", "+56 41"),
    city("Lima", "Lima", Country::Peru, "15", "+51 1"),
    city("Arequipa", "Arequipa", Country::Peru, "04", "+51 54"),
    city("Montevideo", "Montevideo", Country::Uruguay, "11", "+598 2"),
];

/// Streets that most of these cities could have.
pub const STREETS: &[&str] = &[
    "Calle Mayor",
    "Avenida de la Constitución",
    "Calle del Olmo",
    "Paseo de la Ribera",
    "Calle San Martín",
    "Avenida Independencia",
    "Calle Nueva",
    "Polígono Las Eras, nave",
    "Avenida del Puerto",
    "Calle de la Estación",
    "Calle Libertad",
    "Avenida Bolívar",
    "Calle Colón",
    "Ronda del Norte",
    "Parque Industrial El Álamo, bodega",
];
