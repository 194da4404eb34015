//! Which kind of file a header belongs to, and what its generic names mean there.

use super::words::Word;
use crate::exchange::field::Field as F;
use crate::exchange::summary::FileKind;
use crate::text::fold::fold;

/// What a file's name says about it, by parts of words.
const NAMES: &[(FileKind, &[&str])] = &[
    (
        FileKind::Salespeople,
        &["vendedor", "comercial", "empleado", "employee", "salespe", "seller", "salesrep"],
    ),
    (FileKind::Sales, &["venta", "sale", "factura", "invoice", "pedido", "order", "albaran"]),
    (FileKind::Products, &["producto", "product", "articulo", "catalog", "tarifa", "item"]),
    (FileKind::Contacts, &["contact"]),
    (FileKind::Clients, &["client", "customer", "account", "empresa", "compan"]),
];

/// The kind of file, `None` when the names say too little; `own` when one of them is a field of clients that users defined.
pub fn infer(words: &[Option<Word>], own: bool, file_name: &str) -> Option<FileKind> {
    let has = |word: Word| words.contains(&Some(word));
    let is = |field: F| has(Word::Is(field));
    let any = |fields: &[F]| fields.iter().any(|field| is(*field));
    let client = any(&[F::ClientName, F::ClientCode]);
    let person = has(Word::First) || has(Word::Last) || any(&[F::ContactFirst, F::ContactLast]);
    let product = any(&[F::Sku, F::ProductName, F::Family, F::Unit, F::LaunchedOn, F::Discontinued])
        || (has(Word::Price) && (has(Word::Name) || has(Word::Text)));
    let money = any(&[F::Quantity, F::Amount]) || has(Word::Price);
    let address =
        any(&[F::Address, F::City, F::Region, F::Postcode, F::Country, F::TaxId, F::Sector, F::Website]);
    let about_client =
        own || address || any(&[F::Stage, F::Potential, F::Tags, F::Source, F::SellerName, F::SellerCode]);

    if is(F::Date) && money {
        return Some(FileKind::Sales);
    }
    if any(&[F::Number, F::Quantity]) && money && client {
        return Some(FileKind::Sales);
    }
    if client {
        let name = has(Word::Name) && is(F::ClientName);
        let job = is(F::ContactName)
            && (any(&[F::JobTitle, F::ContactRole, F::ContactEmail]) || has(Word::Role) || has(Word::Title));
        let contacts = person || name || (job && !about_client);
        return Some(if contacts { FileKind::Contacts } else { FileKind::Clients });
    }
    if any(&[F::ReportsTo, F::StarsFrom, F::Capacity])
        || (any(&[F::SellerCode, F::SellerName]) && !product && !has(Word::Name))
    {
        return Some(FileKind::Salespeople);
    }
    let by_name = by_file_name(file_name);
    if product {
        return Some(FileKind::Products);
    }
    let named = has(Word::Name) || person;
    if by_name.is_some() && named {
        return by_name;
    }
    if has(Word::Name) && (about_client || has(Word::Phone) || has(Word::Email)) {
        return Some(FileKind::Clients);
    }
    if person { Some(FileKind::Contacts) } else { None }
}

fn by_file_name(file_name: &str) -> Option<FileKind> {
    let name = fold(file_name);
    NAMES.iter().find(|(_, parts)| parts.iter().any(|part| name.contains(part))).map(|(kind, _)| *kind)
}

/// The field of each column; the first column that claims a field has it, and a name that says it outright goes before
/// a generic one.
pub fn fields(kind: FileKind, words: &[Option<Word>]) -> Vec<Option<F>> {
    let mut fields: Vec<Option<F>> = vec![None; words.len()];
    for outright in [true, false] {
        for (column, word) in words.iter().enumerate() {
            let Some(word) = word else { continue };
            if matches!(word, Word::Is(_)) != outright {
                continue;
            }
            let free = meanings(kind, *word).iter().find(|field| !fields.contains(&Some(**field)));
            if let Some(slot) = fields.get_mut(column) {
                *slot = free.copied();
            }
        }
    }
    fields
}

/// What a word can mean in a kind of file, the likeliest first.
fn meanings(kind: FileKind, word: Word) -> &'static [F] {
    match word {
        Word::Is(field) => own(kind, field),
        Word::Name => match kind {
            FileKind::Clients | FileKind::Sales => &[F::ClientName],
            FileKind::Contacts => &[F::ContactName],
            FileKind::Products => &[F::ProductName],
            FileKind::Salespeople => &[F::SellerName],
        },
        Word::First => {
            if kind == FileKind::Salespeople {
                &[F::SellerFirst]
            } else {
                &[F::ContactFirst]
            }
        }
        Word::Last => {
            if kind == FileKind::Salespeople {
                &[F::SellerLast]
            } else {
                &[F::ContactLast]
            }
        }
        Word::Code | Word::Number => match (kind, word) {
            (FileKind::Sales, Word::Number) => &[F::Number],
            (FileKind::Clients | FileKind::Contacts, _) => &[F::ClientCode],
            (FileKind::Products, _) => &[F::Sku],
            (FileKind::Sales, _) => &[F::Sku, F::ClientCode],
            (FileKind::Salespeople, _) => &[F::SellerCode],
        },
        Word::Phone => match kind {
            FileKind::Clients | FileKind::Sales => &[F::Phone],
            FileKind::Contacts => &[F::ContactPhone],
            FileKind::Products | FileKind::Salespeople => &[],
        },
        Word::Email => match kind {
            FileKind::Clients | FileKind::Sales => &[F::Email],
            FileKind::Contacts => &[F::ContactEmail],
            FileKind::Salespeople => &[F::SellerEmail],
            FileKind::Products => &[],
        },
        Word::Notes => match kind {
            FileKind::Clients => &[F::Notes],
            FileKind::Contacts => &[F::ContactNotes],
            FileKind::Sales => &[F::SaleNotes],
            FileKind::Products | FileKind::Salespeople => &[],
        },
        Word::Title => match kind {
            FileKind::Clients | FileKind::Contacts | FileKind::Sales => &[F::JobTitle],
            FileKind::Products | FileKind::Salespeople => &[],
        },
        Word::Role => match kind {
            FileKind::Clients | FileKind::Contacts | FileKind::Sales => &[F::ContactRole],
            FileKind::Salespeople => &[F::SellerRole],
            FileKind::Products => &[],
        },
        Word::Price => match kind {
            FileKind::Products => &[F::Price],
            FileKind::Sales => &[F::UnitPrice],
            FileKind::Clients | FileKind::Contacts | FileKind::Salespeople => &[],
        },
        Word::Kind => match kind {
            FileKind::Sales => &[F::SaleKind],
            FileKind::Products => &[F::Family],
            FileKind::Clients => &[F::Sector],
            FileKind::Contacts | FileKind::Salespeople => &[],
        },
        Word::Status => {
            if kind == FileKind::Clients {
                &[F::Stage]
            } else {
                &[]
            }
        }
        Word::Estado => match kind {
            FileKind::Clients => &[F::Region, F::Stage],
            FileKind::Sales => &[F::Region],
            FileKind::Contacts | FileKind::Products | FileKind::Salespeople => &[],
        },
        Word::Text => match kind {
            FileKind::Products => &[F::ProductName],
            FileKind::Sales => &[F::ProductName, F::LineText],
            FileKind::Clients | FileKind::Contacts | FileKind::Salespeople => &[],
        },
        Word::Manager => {
            if kind == FileKind::Salespeople {
                &[F::ReportsTo]
            } else {
                &[]
            }
        }
    }
}

/// What a field named outright becomes in a kind of file: nothing where it has no place.
fn own(kind: FileKind, field: F) -> &'static [F] {
    let of_kind = match kind {
        FileKind::Clients => CLIENT,
        FileKind::Contacts => CONTACT,
        FileKind::Products => PRODUCT,
        FileKind::Salespeople => SELLER,
        FileKind::Sales => SALE,
    };
    of_kind.iter().position(|own| *own == field).and_then(|at| of_kind.get(at..=at)).unwrap_or_default()
}

const CLIENT: &[F] = &[
    F::ClientCode,
    F::ClientName,
    F::TaxId,
    F::Phone,
    F::Email,
    F::Website,
    F::Address,
    F::City,
    F::Region,
    F::Postcode,
    F::Country,
    F::Sector,
    F::Source,
    F::SellerName,
    F::SellerCode,
    F::Stage,
    F::Tags,
    F::Potential,
    F::PotentialOn,
    F::PotentialSource,
    F::VisitEvery,
    F::TouchEvery,
    F::DoNotContact,
    F::Notes,
    F::ContactName,
    F::ContactFirst,
    F::ContactLast,
    F::JobTitle,
    F::ContactRole,
    F::ContactPhone,
    F::ContactEmail,
    F::Language,
    F::Consent,
    F::ContactNotes,
];

const CONTACT: &[F] = &[
    F::ClientCode,
    F::ClientName,
    F::City,
    F::Country,
    F::ContactName,
    F::ContactFirst,
    F::ContactLast,
    F::JobTitle,
    F::ContactRole,
    F::Main,
    F::ContactPhone,
    F::ContactEmail,
    F::Language,
    F::Consent,
    F::LeftOn,
    F::ContactNotes,
];

const PRODUCT: &[F] =
    &[F::Sku, F::ProductName, F::Family, F::Unit, F::LaunchedOn, F::Active, F::Discontinued];

const SELLER: &[F] = &[
    F::SellerCode,
    F::SellerName,
    F::SellerFirst,
    F::SellerLast,
    F::SellerEmail,
    F::SellerRole,
    F::ReportsTo,
    F::StarsFrom,
    F::StarsTo,
    F::Capacity,
    F::Active,
    F::Discontinued,
];

const SALE: &[F] = &[
    F::ClientCode,
    F::ClientName,
    F::TaxId,
    F::Phone,
    F::Email,
    F::Address,
    F::City,
    F::Region,
    F::Postcode,
    F::Country,
    F::Sector,
    F::ContactName,
    F::ContactFirst,
    F::ContactLast,
    F::JobTitle,
    F::ContactRole,
    F::ContactPhone,
    F::ContactEmail,
    F::SellerName,
    F::SellerCode,
    F::Sku,
    F::ProductName,
    F::Family,
    F::Unit,
    F::Number,
    F::Date,
    F::Quantity,
    F::Discount,
    F::Amount,
    F::Currency,
    F::Rate,
    F::SaleKind,
    F::LineText,
    F::SaleNotes,
];
