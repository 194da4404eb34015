//! The names and jobs of the invented people. Only data.

use crate::domain::kinds::ContactRole;

pub const FIRST_NAMES: &[&str] = &[
    "Ana",
    "Íñigo",
    "María José",
    "Álvaro",
    "Begoña",
    "Raúl",
    "Lucía",
    "Óscar",
    "Inés",
    "Martín",
    "Sofía",
    "Andrés",
    "Ximena",
    "Joaquín",
    "Camila",
    "Tomás",
    "Valeria",
    "Adrián",
    "Núria",
    "Emilio",
    "Rocío",
    "Gonzalo",
    "Paulina",
    "Hernán",
    "Marisol",
    "Iván",
    "Catalina",
    "Rubén",
    "Daniela",
    "Sebastián",
    "Pilar",
    "Fermín",
    "Guadalupe",
    "Ángel",
    "Jimena",
    "César",
    "Yolanda",
    "Matías",
    "Carolina",
    "Ramón",
    "Elena",
    "Félix",
    "Noelia",
    "Agustín",
    "Maite",
    "Bruno",
    "Milagros",
    "Hugo",
];

pub const SURNAMES: &[&str] = &[
    "Peña",
    "Muñoz",
    "Ibáñez",
    "Núñez",
    "Quiñones",
    "Etxeberria",
    "Gutiérrez",
    "Cárdenas",
    "Ordóñez",
    "Salvatierra",
    "Mansilla",
    "Villanueva",
    "Arriaga",
    "Zúñiga",
    "Castañeda",
    "Echeverría",
    "Montalbán",
    "Luján",
    "Bermúdez",
    "Carrasco",
    "Del Río",
    "Espínola",
    "Figueroa",
    "Gálvez",
    "Hinojosa",
    "Iturbe",
    "Jaramillo",
    "Lizárraga",
    "Mendizábal",
    "Navarrete",
    "Olmedo",
    "Palacios",
    "Quesada",
    "Rebolledo",
    "Sepúlveda",
    "Tejada",
    "Urrutia",
    "Valdivia",
    "Yáñez",
    "Zapata",
    "Acuña",
    "Barrientos",
    "Cifuentes",
    "Domínguez",
    "Fonseca",
    "Güemes",
    "Herrera",
    "Larrañaga",
];

/// Job titles and what their holders decide.
pub type Jobs = &'static [(&'static str, ContactRole)];

/// Who buys.
pub const BUYERS: Jobs = &[
    ("Responsable de compras", ContactRole::Purchasing),
    ("Compras", ContactRole::Purchasing),
    ("Responsable de almacén", ContactRole::Purchasing),
    ("Compras y logística", ContactRole::Purchasing),
];

/// Who buys where there is nobody for it.
pub const OWNERS: Jobs = &[
    ("Gerente", ContactRole::Decision),
    ("Titular", ContactRole::Decision),
    ("Gerencia y compras", ContactRole::Purchasing),
];

pub const OTHERS: Jobs = &[
    ("Dirección general", ContactRole::Decision),
    ("Dirección de operaciones", ContactRole::Decision),
    ("Responsable de mantenimiento", ContactRole::User),
    ("Responsable de limpieza", ContactRole::User),
    ("Contabilidad", ContactRole::Finance),
    ("Administración", ContactRole::Finance),
    ("Recepción", ContactRole::Other),
    ("Prevención de riesgos", ContactRole::User),
];

/// One who sells: name, code, first and last star served, touches a week.
pub struct Seller {
    pub name: &'static str,
    pub code: &'static str,
    pub stars: (u8, u8),
    pub touches_per_week: i64,
}

const fn seller(name: &'static str, code: &'static str, stars: (u8, u8), touches_per_week: i64) -> Seller {
    Seller { name, code, stars, touches_per_week }
}

/// The manager, to whom the others report; serves a few of the largest.
pub const MANAGER: Seller = seller("Carmen Ortega", "CO", (4, 5), 10);

/// North and south of Spain, Mexico, Río de la Plata: in the order of the lists of cities.
pub const SELLERS: [Seller; 4] = [
    seller("Javier Molina", "JM", (0, 5), 35),
    seller("Lucía Fernández", "LF", (2, 5), 30),
    seller("Diego Hernández", "DH", (0, 5), 28),
    seller("Valentina Rossi", "VR", (0, 4), 25),
];
