//! What people call their columns, in Spanish and English; it decides nothing.

use crate::exchange::field::Field as F;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column's name says by itself. A name such as `nombre` says what it is only once the kind of file is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    Is(F),
    Name,
    First,
    Last,
    Code,
    Number,
    Phone,
    Email,
    Notes,
    Title,
    Role,
    Price,
    Kind,
    Status,
    /// Spanish `estado`: a region in America, a status in Spain.
    Estado,
    Text,
    Manager,
}

impl Word {
    /// What a name means, folded to letters and digits; `None` for one that we do not know.
    pub fn of(folded: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
            WORDS.iter().flat_map(|(word, names)| names.split(' ').map(|name| (name, *word))).collect()
        });
        NAMES.get(folded).copied()
    }
}

/// Names without spaces, accents and marks, as [`super::folded`] makes them.
const WORDS: &[(Word, &str)] = &[
    (Word::Name, "name nombre nombrecompleto fullname denominacion"),
    (Word::First, "firstname givenname nombrepila nombredepila primernombre forename"),
    (Word::Last, "lastname surname familyname apellido apellidos primerapellido"),
    (Word::Code, "code codigo cod id key clave identificador"),
    (Word::Number, "number numero num no nro n"),
    (
        Word::Phone,
        "phone phonenumber telephone tel telefono telefono1 tfno tlf telf telefonofijo movil mobile mobilephone cell \
         cellphone celular companyphone businessphone phone1 phonework telefonoempresa",
    ),
    (Word::Email, "email emailaddress mail correo correoelectronico email1 emailempresa correo1"),
    (
        Word::Notes,
        "notes note notas nota observaciones observacion comments comment comentarios comentario remarks memo",
    ),
    (Word::Title, "title titulo"),
    (Word::Role, "role rol funcion"),
    (
        Word::Price,
        "price unitprice precio preciounitario preciounidad preciounit precioud pvp tarifa listprice preciolista \
         preciodelista precioventa preciodeventa saleprice salesprice rate1 punitario",
    ),
    (Word::Kind, "type tipo kind clase"),
    (Word::Status, "status situacion"),
    (Word::Estado, "estado"),
    (Word::Text, "description descripcion desc concepto detalle detail details"),
    (Word::Manager, "manager jefe supervisor responsabledirecto superior"),
    (
        Word::Is(F::ClientCode),
        "customerid customercode customerno customernumber customernum clientid clientcode clientno clientnumber \
         accountnumber accountno accountid accountcode companyid codigocliente codigodecliente codcliente idcliente \
         idcustomer numcliente numerocliente numerodecliente nocliente ncliente nrocliente clienteid codcli custid \
         clienteno cuentaid",
    ),
    (
        Word::Is(F::ClientName),
        "companyname company customer customername client clientname account accountname organization organisation \
         organizationname organisationname business businessname empresa cliente nombrecliente nombredelcliente \
         nombredecliente nombreempresa nombredelaempresa nombredeempresa nombrefiscal razonsocial nombrecomercial \
         compania cuenta clientenombre empresacliente buyercompany",
    ),
    (
        Word::Is(F::TaxId),
        "taxid taxnumber vat vatnumber vatid vatno nif cif dni rfc rut ruc cuit nit nifcif cifnif ein idfiscal \
         identificacionfiscal",
    ),
    (
        Word::Is(F::Website),
        "website web url homepage sitioweb paginaweb webpage websiteurl companydomainname dominio",
    ),
    (
        Word::Is(F::Address),
        "address address1 addressline1 street streetaddress billingaddress billingstreet direccion direccion1 domicilio \
         calle direccionfiscal direccionpostal",
    ),
    (Word::Is(F::City), "city town ciudad poblacion localidad municipio billingcity"),
    (
        Word::Is(F::Region),
        "region state province stateregion stateprovince provincia county comunidad comunidadautonoma billingstate",
    ),
    (
        Word::Is(F::Postcode),
        "postalcode postcode zip zipcode codigopostal codpostal cp billingzip billingpostalcode zippostalcode",
    ),
    (Word::Is(F::Country), "country pais nacion billingcountry countryregion"),
    (
        Word::Is(F::Sector),
        "sector industry industria actividad segment segmento ramo giro vertical tipocliente tipodecliente clienttype \
         customertype",
    ),
    (Word::Is(F::Source), "source origin origen leadsource procedencia fuente comonosconocio"),
    (
        Word::Is(F::SellerName),
        "salesperson salespersonname salesrep salesrepresentative rep seller sellername owner accountmanager \
         accountowner companyowner vendedor vendedora nombrevendedor comercial agente representante ejecutivo asesor \
         responsable gestor agentecomercial salesagent employee employeename empleado propietario comercialasignado",
    ),
    (
        Word::Is(F::SellerCode),
        "salespersonid salespersoncode salesrepid employeeid employeecode employeeno employeenumber sellerid sellercode \
         repid codigovendedor codvendedor idvendedor codcomercial codigocomercial idcomercial idempleado \
         codigoempleado numeroempleado agentid codagente codigoagente vendedorid",
    ),
    (
        Word::Is(F::Stage),
        "stage etapa fase lifecyclestage clientstatus customerstatus estadocliente estadodelcliente",
    ),
    (Word::Is(F::Tags), "tags tag labels etiquetas etiqueta"),
    (
        Word::Is(F::Potential),
        "potential potencial annualpotential potencialanual yearlypotential potencialdecompra estimatedpotential \
         potencialestimado",
    ),
    (
        Word::Is(F::PotentialOn),
        "potentialon potentialdate fechapotencial fechadelpotencial potentialestimatedon",
    ),
    (Word::Is(F::PotentialSource), "potentialsource fuentepotencial origendelpotencial sourceofthepotential"),
    (
        Word::Is(F::VisitEvery),
        "visitevery visitarcada visiteverydays visitacadadias frecuenciavisita diasvisita",
    ),
    (Word::Is(F::TouchEvery), "touchevery contacteverydays contactevery contactarcada contactocadadias"),
    (Word::Is(F::DoNotContact), "donotcontact nocontactar optout dnc"),
    (
        Word::Is(F::ContactName),
        "contactname contact contacto nombrecontacto nombredecontacto nombredelcontacto contactperson \
         personadecontacto personacontacto contactofullname buyer buyername comprador compradora interlocutor atencion \
         primarycontact contactoprincipalnombre",
    ),
    (Word::Is(F::ContactFirst), "contactfirstname contactfirst nombrepilacontacto"),
    (Word::Is(F::ContactLast), "contactlastname contactlast apellidoscontacto apellidocontacto"),
    (
        Word::Is(F::JobTitle),
        "contacttitle jobtitle job position jobposition cargo puesto cargocontacto puestocontacto cargodelcontacto \
         ocupacion",
    ),
    (Word::Is(F::ContactRole), "contactrole rolcontacto funcioncontacto"),
    (Word::Is(F::Main), "main maincontact principal primary ismain contactoprincipal isprimary"),
    (
        Word::Is(F::ContactPhone),
        "contactphone telefonocontacto telefonodecontacto movilcontacto contactmobile",
    ),
    (Word::Is(F::ContactEmail), "contactemail emailcontacto correocontacto emaildecontacto"),
    (Word::Is(F::Language), "language idioma lang lengua"),
    (Word::Is(F::Consent), "consent consentimiento gdpr rgpd lopd"),
    (Word::Is(F::LeftOn), "lefton sefueel fechabajacontacto"),
    (Word::Is(F::ContactNotes), "contactnotes notascontacto notasdelcontacto"),
    (
        Word::Is(F::Sku),
        "productid productcode productno productnumber productsku sku itemcode itemid itemno itemnumber stockcode \
         articleno articlenumber partnumber partno codigoproducto codproducto idproducto codarticulo codigoarticulo \
         codigodearticulo codigodeproducto idarticulo referencia ref refproducto referenciaproducto ean codart",
    ),
    (
        Word::Is(F::ProductName),
        "productname product producto item itemname articulo nombreproducto nombredelproducto nombrearticulo article \
         articlename descripcionarticulo descripcionproducto descripciondelproducto productdescription \
         itemdescription",
    ),
    (
        Word::Is(F::Family),
        "family category categoryname productcategory productfamily familia categoria subfamilia linea productline \
         gama grupo grupoproducto tipoproducto tipodeproducto rubro productgroup productfamilyname",
    ),
    (
        Word::Is(F::Unit),
        "unit unidad um uom unitofmeasure unidadmedida unidaddemedida quantityperunit formato presentacion envase",
    ),
    (
        Word::Is(F::LaunchedOn),
        "launchedon launchdate launched fechalanzamiento lanzamiento lanzadoel fechadelanzamiento",
    ),
    (Word::Is(F::Active), "active isactive enabled activo activa vigente"),
    (
        Word::Is(F::Discontinued),
        "discontinued obsoleto descatalogado inactive inactivo archived archivado baja",
    ),
    (Word::Is(F::SellerEmail), "salespersonemail selleremail emailvendedor correovendedor"),
    (Word::Is(F::SellerRole), "salespersonrole rolvendedor"),
    (Word::Is(F::ReportsTo), "reportsto reportaa dependede managerid"),
    (Word::Is(F::StarsFrom), "starsfrom estrellasdesde"),
    (Word::Is(F::StarsTo), "starsto estrellashasta"),
    (
        Word::Is(F::Capacity),
        "touchesperweek capacity capacidad contactosporsemana touchesaweek contactosalasemana",
    ),
    (
        Word::Is(F::Number),
        "orderid ordernumber orderno ordernum order invoice invoiceno invoicenumber invoiceid documentnumber documentno \
         document documento docno docnumber numerodocumento numdocumento factura numfactura numerofactura \
         numerodefactura numerodedocumento nfactura nofactura nrofactura facturano idfactura pedido numpedido \
         numeropedido numerodepedido npedido nopedido idpedido albaran numalbaran numeroalbaran nalbaran noalbaran \
         ticket folio saleid idventa saleno numeroventa transactionid recibo",
    ),
    (
        Word::Is(F::Date),
        "date orderdate invoicedate saledate salesdate documentdate docdate transactiondate purchasedate day fecha \
         fechafactura fechadefactura fechapedido fechadepedido fechaventa fechadeventa fechaalbaran fechadocumento \
         fechacompra dia fechaemision invoicedatetime",
    ),
    (
        Word::Is(F::Quantity),
        "quantity qty cantidad cant unidades uds ud units unitssold quantityordered qtyordered cantidadvendida \
         unidadesvendidas quantitysold",
    ),
    (
        Word::Is(F::Discount),
        "discount discountpercent discountpct discountrate descuento dto dcto desc1 dtopct dtoporcentaje \
         porcentajedescuento porcentajededescuento descuentoporcentaje",
    ),
    (
        Word::Is(F::Amount),
        "amount total linetotal importe importetotal totallinea importelinea importedelinea extendedprice subtotal neto \
         netamount importeneto netsales base baseimponible revenue sales ventas venta ingresos totalventa totalamount \
         lineamount amountnet salesamount totalprice",
    ),
    (Word::Is(F::Currency), "currency currencycode moneda divisa codigomoneda currencyiso"),
    (Word::Is(F::Rate), "exchangerate rate tipodecambio tipocambio cambio tc fxrate"),
    (Word::Is(F::SaleKind), "documenttype doctype tipodocumento tipodedocumento tipodoc saletype tipoventa"),
    (Word::Is(F::LineText), "linedescription linetext descripcionlinea textolinea"),
    (Word::Is(F::SaleNotes), "salenotes notasventa ordernotes notaspedido"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_name_means_two_things() {
        let mut seen = BTreeMap::new();
        for (word, names) in WORDS {
            for name in names.split(' ') {
                assert_eq!(super::super::folded(name), name, "{name} is not folded");
                assert_eq!(seen.insert(name, *word), None, "{name} stands twice");
            }
        }
    }

    #[test]
    fn every_field_has_a_name_or_a_generic_word() {
        let generic = [F::Price, F::UnitPrice, F::SellerFirst, F::SellerLast, F::Phone, F::Email, F::Notes];
        for field in F::ALL.iter().filter(|field| !generic.contains(field)) {
            assert!(WORDS.iter().any(|(word, _)| *word == Word::Is(*field)), "{field:?}");
        }
    }
}
