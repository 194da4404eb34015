use super::*;
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::exchange::field::Field as F;
use crate::exchange::record::Records;

fn record(names: &str) -> Record {
    let mut record = Record::default();
    Records::new(names.as_bytes(), b';', 1).next(&mut record).unwrap();
    record
}

fn header(names: &str) -> Header {
    Header::read(&record(names), "file.csv", &CustomFields::default())
        .unwrap_or_else(|problem| panic!("{names}: {problem}"))
}

#[test]
fn names_are_folded_to_letters_and_digits() {
    for (name, expected) in [
        ("Nº Factura (EUR)", "nofactura"),
        ("  Código de cliente ", "codigodecliente"),
        ("unit_price", "unitprice"),
        ("E-mail", "email"),
        ("Dto. %", "dto"),
        ("(interno)", "interno"),
        ("Razón Social", "razonsocial"),
    ] {
        assert_eq!(folded(name), expected, "{name}");
    }
}

#[test]
fn the_kind_of_file_is_seen_in_its_header() {
    use FileKind as K;
    for (names, kind) in [
        ("CustomerID;CompanyName;ContactName;ContactTitle;Address;City;Phone", K::Clients),
        ("Nombre;Ciudad;Teléfono", K::Clients),
        ("Cliente;Contacto;Dirección;Población;Vendedor", K::Clients),
        ("Razón social;CIF;Provincia", K::Clients),
        ("Company;First Name;Last Name;Email", K::Contacts),
        ("Empresa;Nombre;Cargo;Correo", K::Contacts),
        ("Cliente;Contacto;Puesto;Email", K::Contacts),
        ("ProductID;ProductName;CategoryName;UnitPrice;Discontinued", K::Products),
        ("Referencia;Descripción;Familia;PVP", K::Products),
        ("Nombre;Precio", K::Products),
        ("EmployeeID;LastName;FirstName;Title;ReportsTo", K::Salespeople),
        ("Código vendedor;Vendedor;Correo", K::Salespeople),
        ("InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country", K::Sales),
        ("Fecha;Cliente;Importe", K::Sales),
        ("Fecha;Nº factura;Cliente;Artículo;Cantidad;Precio;Dto;Total", K::Sales),
    ] {
        assert_eq!(header(names).kind, kind, "{names}");
    }
}

#[test]
fn where_the_header_says_too_little_the_name_of_the_file_decides() {
    let kind = |file: &str| {
        Header::read(&record("Nombre;Código"), file, &CustomFields::default()).map(|header| header.kind)
    };
    assert_eq!(kind("clientes 2024.csv").unwrap(), FileKind::Clients);
    assert_eq!(kind("Vendedores.csv").unwrap(), FileKind::Salespeople);
    assert_eq!(kind("productos.csv").unwrap(), FileKind::Products);
    assert!(matches!(kind("datos.csv"), Err(Problem::NoHeader { .. })));
}

#[test]
fn each_column_gets_its_field_and_the_first_claim_wins() {
    let fields = |names: &str| {
        header(names).targets.into_iter().map(|it| it.and_then(|it| it.field())).collect::<Vec<_>>()
    };
    assert_eq!(
        fields("Fecha;Documento;Código;Cliente;Artículo;Uds;Precio (EUR);Dto %;Importe;Notas;Color"),
        [
            Some(F::Date),
            Some(F::Number),
            Some(F::Sku),
            Some(F::ClientName),
            Some(F::ProductName),
            Some(F::Quantity),
            Some(F::UnitPrice),
            Some(F::Discount),
            Some(F::Amount),
            Some(F::SaleNotes),
            None
        ]
    );
    assert_eq!(
        fields("Nombre;Contacto;Teléfono;Móvil;Email;Estado;Ciudad"),
        [
            Some(F::ClientName),
            Some(F::ContactName),
            Some(F::Phone),
            None,
            Some(F::Email),
            Some(F::Region),
            Some(F::City)
        ]
    );
    // A province beside it leaves `estado` its other meaning.
    assert_eq!(fields("Nombre;Provincia;Estado;Ciudad")[2], Some(F::Stage));
    assert_eq!(fields("Fecha;Cliente;Producto;Descripción;Importe")[3], Some(F::LineText));
}

#[test]
fn what_is_missing_is_named() {
    let missing = |names: &str| match Header::read(&record(names), "x.csv", &CustomFields::default()) {
        Err(Problem::MissingColumns { kind, missing, .. }) => (kind, missing),
        other => panic!("{names}: {other:?}"),
    };
    assert_eq!(
        missing("Fecha;Cantidad;Precio"),
        (FileKind::Sales, vec![Missing(&[F::ClientName, F::ClientCode])])
    );
    assert_eq!(missing("Nº factura;Cliente;Cantidad;Precio"), (FileKind::Sales, vec![Missing(&[F::Date])]));
    assert_eq!(
        missing("First name;Last name;Email"),
        (FileKind::Contacts, vec![Missing(&[F::ClientName, F::ClientCode])])
    );
}

/// A field of clients, or of something else, with this label.
fn own(id: i64, entity: CustomEntity, label: &str) -> CustomField {
    CustomField {
        id: CustomFieldId(id),
        entity,
        key: crate::filter::key_of(label).unwrap(),
        label: label.to_owned(),
        kind: CustomKind::Text,
        choices: Vec::new(),
        values: 0,
    }
}

#[test]
fn columns_are_fields_of_ones_own_by_their_name() {
    let defined = CustomFields::new(vec![
        own(1, CustomEntity::Client, "Móvil"),
        own(2, CustomEntity::Client, "Unidades"),
        own(3, CustomEntity::Client, "Peso (kg)"),
        own(4, CustomEntity::Contact, "Talla"),
        own(5, CustomEntity::Client, "Razón social"),
    ]);
    let words = |names: &str| -> Vec<String> {
        let header = Header::read(&record(names), "file.csv", &defined).unwrap();
        let word = |it: Option<Target>| it.map_or_else(|| "-".to_owned(), |it| it.word().into_owned());
        header.targets.into_iter().map(word).collect()
    };
    // What is defined goes before what we would take its name for, and leaves that to another column.
    assert_eq!(words("Cliente;MÓVIL;Teléfono"), ["client", "custom.movil", "phone"]);
    assert_eq!(
        words("Cliente;móvil;movil;peso_kg;Talla"),
        ["client", "custom.movil", "-", "custom.peso-kg", "-"]
    );
    // Not before who the client is, and what is sold.
    assert_eq!(words("Razón social;CIF"), ["client", "tax_id"]);
    assert_eq!(words("Cliente;Razón social;CIF"), ["client", "custom.razon-social", "tax_id"]);
    assert_eq!(
        words("Fecha;Cliente;Unidades;Importe;Peso (kg)"),
        ["date", "client", "quantity", "amount", "custom.peso-kg"]
    );
    assert_eq!(words("Cliente;Unidades"), ["client", "custom.unidades"]);
    // A list with such a column is one of clients; one of contacts has no place for it.
    assert_eq!(words("Nombre;Móvil"), ["client", "custom.movil"]);
    assert_eq!(words("Empresa;Nombre;Cargo;Peso (kg)"), ["client", "contact", "job_title", "-"]);
}
