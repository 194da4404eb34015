//! Lines of a sales file that are no product: money of the client's without one, and costs of one's own.

use crate::text::fold::fold;

/// What a line without a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge {
    /// Paid or saved by the client: it belongs to the sale, without a product.
    Clients,
    /// Paid to a bank or a marketplace, or written off: no sale.
    OwnCost,
}

/// Codes and whole descriptions, folded. A code of one letter means nothing by itself, its description does.
const CLIENTS: &[&str] = &[
    "post",
    "postage",
    "dot",
    "dotcom postage",
    "carriage",
    "shipping",
    "shipping & handling",
    "shipping and handling",
    "freight",
    "delivery",
    "delivery charge",
    "handling",
    "discount",
    "manual",
    "rounding",
    "surcharge",
    "samples",
    "cruk commission",
    "portes",
    "gastos de envio",
    "envio",
    "transporte",
    "flete",
    "descuento",
    "descuento comercial",
    "descuento pronto pago",
    "bonificacion",
    "rappel",
    "redondeo",
    "ajuste",
    "ajuste manual",
    "recargo",
    "recargo de equivalencia",
    "muestras",
    "embalaje",
    "gastos de gestion",
];

const OWN_COSTS: &[&str] = &[
    "bank charges",
    "bank charge",
    "bank fee",
    "bank fees",
    "amazon fee",
    "amazonfee",
    "paypal fee",
    "stripe fee",
    "marketplace fee",
    "adjust bad debt",
    "bad debt",
    "gastos bancarios",
    "comision bancaria",
    "comisiones bancarias",
    "comision amazon",
    "comision paypal",
    "comision de marketplace",
    "deuda incobrable",
    "impagado",
    "incobrable",
];

/// What the line is by its product's code or description; `None` for a product.
pub fn charge(sku: &str, name: &str) -> Option<Charge> {
    let (sku, name) = (fold(sku), fold(name));
    let is = |list: &[&str]| list.contains(&name.as_str()) || (sku.len() > 1 && list.contains(&sku.as_str()));
    if is(OWN_COSTS) {
        Some(Charge::OwnCost)
    } else if is(CLIENTS) {
        Some(Charge::Clients)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postage_is_the_clients_and_the_banks_fee_is_ours() {
        for (sku, name, expected) in [
            ("POST", "POSTAGE", Some(Charge::Clients)),
            ("D", "Discount", Some(Charge::Clients)),
            ("M", "Manual", Some(Charge::Clients)),
            ("", "Gastos de envío", Some(Charge::Clients)),
            ("BANK CHARGES", "Bank Charges", Some(Charge::OwnCost)),
            ("B", "Adjust bad debt", Some(Charge::OwnCost)),
            ("AMAZONFEE", "AMAZON FEE", Some(Charge::OwnCost)),
            ("PADS", "PADS TO MATCH ALL CUSHIONS", None),
            ("D", "Destornillador", None),
            ("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", None),
            ("", "", None),
        ] {
            assert_eq!(charge(sku, name), expected, "{sku} {name}");
        }
    }
}
