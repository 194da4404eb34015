//! Words for the closed lists, in Spanish and English.

use crate::domain::kinds::{Consent, ContactRole, SaleKind, SalespersonRole, Stage};
use crate::text::fold::fold;

/// The value of the first row that has the word.
fn choose<T: Copy>(cell: &str, rows: &[(T, &str)]) -> Option<T> {
    let word: String = fold(cell).split([' ', '_', '-']).collect();
    rows.iter().find(|(_, words)| words.split(' ').any(|known| known == word)).map(|(value, _)| *value)
}

pub fn flag(cell: &str) -> Option<bool> {
    const ROWS: &[(bool, &str)] = &[
        (true, "1 si s yes y true verdadero x activo activa active v"),
        (false, "0 no n false falso inactivo inactiva inactive f"),
    ];
    choose(cell, ROWS)
}

pub fn stage(cell: &str) -> Option<Stage> {
    const ROWS: &[(Stage, &str)] = &[
        (
            Stage::Prospect,
            "prospect prospecto potencial lead new nuevo opportunity oportunidad subscriber candidato",
        ),
        (Stage::Client, "client cliente customer activo activa active won ganado evangelist vigente"),
        (
            Stage::Lost,
            "lost perdido perdida inactive inactivo inactiva baja former antiguo churned closed cerrado",
        ),
    ];
    choose(cell, ROWS)
}

pub fn role(cell: &str) -> Option<ContactRole> {
    const ROWS: &[(ContactRole, &str)] = &[
        (ContactRole::Purchasing, "purchasing compras purchases buyer comprador compradora procurement"),
        (
            ContactRole::Decision,
            "decision decisor decisora decisionmaker owner propietario gerencia direccion gerente",
        ),
        (ContactRole::User, "user usuario usuaria enduser"),
        (
            ContactRole::Finance,
            "finance finanzas administracion accounting contabilidad billing facturacion pagos",
        ),
        (ContactRole::Other, "other otro otra otros"),
    ];
    choose(cell, ROWS)
}

pub fn consent(cell: &str) -> Option<Consent> {
    const ROWS: &[(Consent, &str)] = &[
        (Consent::Given, "given yes si true 1 granted optin dado aceptado x"),
        (Consent::Refused, "refused no false 0 denied optout denegado rechazado"),
        (Consent::Unknown, "unknown noconsta desconocido"),
    ];
    choose(cell, ROWS)
}

/// `es` or `en`.
pub fn language(cell: &str) -> Option<&'static str> {
    const ROWS: &[(&str, &str)] = &[
        ("es", "es esp spa espanol castellano spanish eses esmx"),
        ("en", "en eng ing ingles english engb enus"),
    ];
    choose(cell, ROWS)
}

pub fn seller_role(cell: &str) -> Option<SalespersonRole> {
    const ROWS: &[(SalespersonRole, &str)] = &[
        (SalespersonRole::Seller, "seller vendedor vendedora salesperson comercial sales rep agente"),
        (
            SalespersonRole::Manager,
            "manager jefe jefa director directora gerente responsable salesmanager supervisor",
        ),
    ];
    choose(cell, ROWS)
}

pub fn sale_kind(cell: &str) -> Option<SaleKind> {
    const ROWS: &[(SaleKind, &str)] = &[
        (SaleKind::Sale, "sale venta invoice factura order pedido f fac ticket fra"),
        (
            SaleKind::Return,
            "return devolucion abono credit creditnote creditmemo refund rectificativa notadecredito notacredito \
             facturarectificativa nc ab",
        ),
    ];
    choose(cell, ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_and_the_stored_words_are_read() {
        assert_eq!(
            [flag("Sí"), flag("YES"), flag("0"), flag("quizá")],
            [Some(true), Some(true), Some(false), None]
        );
        assert_eq!(stage("Cliente"), Some(Stage::Client));
        assert_eq!(role("Decision-maker"), Some(ContactRole::Decision));
        assert_eq!(consent("No consta"), Some(Consent::Unknown));
        assert_eq!(language("Español"), Some("es"));
        assert_eq!(seller_role("Sales Manager"), Some(SalespersonRole::Manager));
        assert_eq!(sale_kind("Nota de crédito"), Some(SaleKind::Return));
        for kind in Stage::ALL {
            assert_eq!(stage(kind.word()), Some(*kind));
        }
        for kind in ContactRole::ALL {
            assert_eq!(role(kind.word()), Some(*kind));
        }
        for kind in Consent::ALL {
            assert_eq!(consent(kind.word()), Some(*kind));
        }
        for kind in SalespersonRole::ALL {
            assert_eq!(seller_role(kind.word()), Some(*kind));
        }
        for kind in SaleKind::ALL {
            assert_eq!(sale_kind(kind.word()), Some(*kind));
        }
    }
}
