//! What the invented company sells: supplies for cleaning, hygiene, safety and maintenance. Only data.

/// A product of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Product {
    pub sku: &'static str,
    pub name: &'static str,
    pub family: &'static str,
    pub unit: &'static str,
    /// List price in cents.
    pub cents: i64,
    /// Days since it came to market; 0 for what was always there.
    pub launched_ago: i32,
    /// No longer sold.
    pub retired: bool,
}

impl Product {
    pub fn is_new(&self) -> bool {
        self.launched_ago > 0
    }
}

const fn product(
    sku: &'static str,
    name: &'static str,
    family: &'static str,
    unit: &'static str,
    cents: i64,
) -> Product {
    Product { sku, name, family, unit, cents, launched_ago: 0, retired: false }
}

const CLEANING: &str = "Limpieza";
const PAPER: &str = "Papel y celulosa";
const TOOLS: &str = "Útiles y carros";
const MACHINES: &str = "Maquinaria";
const SAFETY: &str = "Protección laboral";
const HARDWARE: &str = "Herramienta";

/// The family that has a goal of its own.
pub const GOAL_FAMILY: &str = MACHINES;

pub const PRODUCTS: &[Product] = &[
    product("LIM-010", "Detergente neutro 5 l", CLEANING, "garrafa", 1_290),
    product("LIM-020", "Desengrasante industrial 10 l", CLEANING, "garrafa", 3_480),
    product("LIM-030", "Lejía alimentaria 5 l", CLEANING, "garrafa", 560),
    product("LIM-040", "Lavavajillas máquina 20 l", CLEANING, "bidón", 5_250),
    product("LIM-050", "Limpiacristales 750 ml", CLEANING, "ud.", 265),
    product("LIM-060", "Desinfectante de superficies 5 l", CLEANING, "garrafa", 2_140),
    product("LIM-070", "Gel hidroalcohólico 5 l", CLEANING, "garrafa", 1_980),
    product("LIM-080", "Jabón de manos 5 l", CLEANING, "garrafa", 1_120),
    Product { retired: true, ..product("LIM-090", "Amoniaco perfumado 1 l", CLEANING, "ud.", 195) },
    product("PAP-010", "Bobina secamanos (6 uds.)", PAPER, "fardo", 2_390),
    product("PAP-020", "Papel higiénico industrial (18 uds.)", PAPER, "fardo", 2_650),
    product("PAP-030", "Servilleta 30×30 (4.800 uds.)", PAPER, "caja", 3_120),
    product("PAP-040", "Toalla zigzag (3.000 uds.)", PAPER, "caja", 2_870),
    product("PAP-050", "Rollo camilla (6 uds.)", PAPER, "fardo", 2_460),
    product("PAP-060", "Mantel de papel 100×100 (400 uds.)", PAPER, "caja", 3_640),
    product("UTI-010", "Fregona microfibra", TOOLS, "ud.", 420),
    product("UTI-020", "Carro de limpieza doble cubo", TOOLS, "ud.", 14_900),
    product("UTI-030", "Bayeta microfibra (10 uds.)", TOOLS, "paquete", 890),
    product("UTI-040", "Cubo con escurridor 25 l", TOOLS, "ud.", 3_750),
    product("UTI-050", "Papelera de pedal 80 l", TOOLS, "ud.", 5_980),
    product("UTI-060", "Dispensador de jabón", TOOLS, "ud.", 2_250),
    product("UTI-070", "Bolsa de basura 85×105 (200 uds.)", TOOLS, "caja", 2_180),
    product("MAQ-010", "Fregadora de suelos FS-45", MACHINES, "ud.", 289_000),
    product("MAQ-020", "Aspirador industrial 60 l", MACHINES, "ud.", 46_500),
    product("MAQ-030", "Hidrolimpiadora HL-200", MACHINES, "ud.", 68_900),
    product("MAQ-040", "Generador de ozono", MACHINES, "ud.", 32_900),
    Product { launched_ago: 75, ..product("MAQ-050", "Fregadora autónoma R1", MACHINES, "ud.", 745_000) },
    product("EPI-010", "Guante de nitrilo (100 uds.)", SAFETY, "caja", 745),
    product("EPI-020", "Bota de seguridad S3", SAFETY, "par", 4_690),
    product("EPI-030", "Mascarilla FFP2 (50 uds.)", SAFETY, "caja", 1_890),
    product("EPI-040", "Casco con barboquejo", SAFETY, "ud.", 1_540),
    product("EPI-050", "Chaleco reflectante", SAFETY, "ud.", 480),
    product("EPI-060", "Gafa de protección", SAFETY, "ud.", 690),
    product("EPI-070", "Botiquín de pared", SAFETY, "ud.", 3_990),
    product("HER-010", "Taladro percutor 750 W", HARDWARE, "ud.", 8_990),
    product("HER-020", "Juego de brocas (19 uds.)", HARDWARE, "juego", 2_450),
    product("HER-030", "Escalera de aluminio 6 peldaños", HARDWARE, "ud.", 7_890),
    product("HER-040", "Caja de herramientas 120 piezas", HARDWARE, "ud.", 11_950),
    product("HER-050", "Cinta americana 50 m", HARDWARE, "ud.", 640),
    Product { launched_ago: 26, ..product("HER-060", "Taladro sin escobillas X2", HARDWARE, "ud.", 18_900) },
];
