use super::*;
use crate::exchange::field::Field as F;
use crate::exchange::record::Records;

fn record(names: &str) -> Record {
    let mut record = Record::default();
    Records::new(names.as_bytes(), b';', 1).next(&mut record).unwrap();
    record
}

fn header(names: &str) -> Header {
    Header::read(&record(names), "file.csv").unwrap_or_else(|problem| panic!("{names}: {problem}"))
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
    let kind = |file: &str| Header::read(&record("Nombre;Código"), file).map(|header| header.kind);
    assert_eq!(kind("clientes 2024.csv").unwrap(), FileKind::Clients);
    assert_eq!(kind("Vendedores.csv").unwrap(), FileKind::Salespeople);
    assert_eq!(kind("productos.csv").unwrap(), FileKind::Products);
    assert!(matches!(kind("datos.csv"), Err(Problem::NoHeader { .. })));
}

#[test]
fn each_column_gets_its_field_and_the_first_claim_wins() {
    let fields = |names: &str| header(names).fields;
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
    let missing = |names: &str| match Header::read(&record(names), "x.csv") {
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
