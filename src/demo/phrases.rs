//! What salespeople write down: short texts, as typed between two visits. Only data.

use crate::domain::kinds::{FollowUpKind, InteractionKind};
use crate::domain::recurrence::Every;

const VISIT: &[&str] = &[
    "Presento la tarifa nueva. La comparan con la del proveedor actual.",
    "Pide presupuesto para las dos sedes.",
    "Todo bien, repone lo de siempre.",
    "Van justos de espacio en el almacén; prefieren entregas semanales.",
    "Me enseña la obra nueva: abrirán en primavera.",
    "Se queja del plazo de entrega del último pedido.",
    "Prueba del desengrasante en cocina, muy contentos.",
    "Hablamos de renovar los carros de limpieza.",
    "No estaba la responsable; dejo catálogo y tarjeta.",
    "Quieren unificar proveedores el año que viene.",
    "Reviso consumos con ella: compran los guantes a otro.",
    "Cambian de turno, mejor venir antes de las once.",
    "Walked the site with the new facilities manager.",
    "Le gustó la fregadora, la decide el gerente.",
];

const CALL: &[&str] = &[
    "Confirma el pedido del mes.",
    "Pregunta por el estado de la entrega.",
    "Quedamos en hablar después del inventario.",
    "Quiere hablar de precios antes de renovar.",
    "Reclama un albarán que no le llegó.",
    "No puede atenderme, que llame el jueves.",
    "Pide ficha técnica del desinfectante.",
    "Asks for the invoice again.",
];

const EMAIL: &[&str] = &[
    "Envío la oferta con el descuento por volumen.",
    "Mando catálogo y ficha de seguridad.",
    "Contesta que lo verá con dirección.",
    "Recordatorio de la oferta pendiente.",
    "Envío condiciones de pago y plazo.",
    "Sent the updated price list.",
];

const MESSAGE: &[&str] = &[
    "Manda foto del dispensador roto.",
    "Pide dos cajas más de guantes.",
    "Confirma la cita del martes.",
    "Pregunta si hay existencias de bobinas.",
];

const MEETING: &[&str] = &[
    "Reunión anual: repasamos consumos y acordamos rápel.",
    "Presentación a compras y mantenimiento en su sede.",
    "Videollamada con la central para el acuerdo marco.",
];

const NOTE: &[&str] = &[
    "El aparcamiento está detrás; entrar por la calle de carga.",
    "Decide la gerencia, compras solo tramita.",
    "Cierra la tercera semana de agosto.",
    "Cumpleaños de la responsable el 14 de mayo.",
    "Compra la mitad a un mayorista de la zona.",
    "Ojo con el crédito: factura devuelta en marzo.",
];

/// What small clients who call a lot call for.
pub const LOUD: &[&str] = &[
    "Quiere que pase a enseñarle otra vez el catálogo.",
    "Pide descuento en un pedido de 40 €.",
    "Insiste en que vaya en persona a recoger una devolución.",
    "Cambia el pedido por tercera vez.",
    "Llama para preguntar lo mismo que ayer.",
    "Me tiene una hora hablando de la competencia; no compra nada.",
    "Quiere una muestra de cada producto.",
];

/// The texts of a kind.
pub fn of(kind: InteractionKind) -> &'static [&'static str] {
    match kind {
        InteractionKind::Visit => VISIT,
        InteractionKind::Call => CALL,
        InteractionKind::Email => EMAIL,
        InteractionKind::Message => MESSAGE,
        InteractionKind::Meeting => MEETING,
        InteractionKind::Note | InteractionKind::Survey => NOTE,
    }
}

/// What is to be done.
pub const TITLES: &[(FollowUpKind, &str)] = &[
    (FollowUpKind::Call, "Llamar para cerrar el presupuesto"),
    (FollowUpKind::Visit, "Visita de seguimiento"),
    (FollowUpKind::Email, "Enviar ficha técnica"),
    (FollowUpKind::Offer, "Preparar oferta de fregadora"),
    (FollowUpKind::Call, "Preguntar por la prueba del desengrasante"),
    (FollowUpKind::Visit, "Presentar el taladro X2"),
    (FollowUpKind::Task, "Revisar condiciones de pago con administración"),
    (FollowUpKind::Call, "Recuperar: lleva tiempo sin pedir"),
    (FollowUpKind::Message, "Confirmar la cita"),
    (FollowUpKind::Offer, "Proponer contrato anual de papel"),
    (FollowUpKind::Email, "Send the updated offer"),
    (FollowUpKind::Visit, "Conocer a la nueva jefa de compras"),
];

/// What comes back, how often, and what for.
pub const HABITS: &[(FollowUpKind, Every, &str)] = &[
    (FollowUpKind::Call, Every::Weeks(1), "Pedido semanal de consumibles"),
    (FollowUpKind::Call, Every::Weeks(2), "Reposición de papel y jabón"),
    (FollowUpKind::Visit, Every::Months(1), "Visita mensual al almacén"),
    (FollowUpKind::Visit, Every::Months(3), "Revisión trimestral de condiciones"),
    (FollowUpKind::Message, Every::Days(10), "Preguntar si falta algo"),
    (FollowUpKind::Task, Every::Months(1), "Comprobar los cobros del mes"),
];

/// What was said when a follow-up was done.
pub const DONE: &[&str] = &[
    "Hecho: queda en contestar esta semana.",
    "Conforme con lo propuesto.",
    "Pide que lo repitamos por escrito.",
    "Sin novedad, todo bien.",
    "",
];

pub const REJECTED: &[&str] = &[
    "Precio: la competencia está un 12 % por debajo.",
    "Acaban de comprar una parecida.",
    "No hay presupuesto este año.",
    "Plazo de entrega demasiado largo.",
    "No lo ven necesario.",
    "Tienen contrato con otro proveedor hasta diciembre.",
];

pub const INTERESTED: &[&str] = &[
    "Quiere probarlo una semana.",
    "Lo presenta a dirección este mes.",
    "Pide precio para diez unidades.",
    "",
];

pub const BOUGHT: &[&str] = &["Entró con el descuento de lanzamiento.", "Le convenció la prueba.", "", ""];

/// Who or what an estimate of potential rests on.
pub const POTENTIAL_SOURCES: &[&str] = &[
    "Lo dijo compras",
    "Cuentas anuales",
    "Estimación en visita",
    "Número de empleados",
    "Concurso anterior",
];

/// What stands in a client's own notes.
pub const CLIENT_NOTES: &[&str] = &[
    "Entregas solo por la mañana.",
    "Exige número de pedido en la factura.",
    "Grupo familiar, deciden entre los tres hermanos.",
    "Compra centralizada para todas las sedes.",
    "Prefiere correo a llamada.",
];
