//! Which columns are fields that the portfolio defines for its clients.

use crate::domain::custom::{CustomField, CustomFields};
use crate::domain::kinds::CustomEntity;
use crate::exchange::field::Field as F;
use crate::exchange::summary::FileKind;
use crate::filter::key_of;

/// What a column of such a name would be for us, and is not where somebody defined a field that is called so. Who the
/// client is, and what the sale of a row is, never gives way: without that the rows mean something else.
const GIVES_WAY: &[F] = &[
    F::TaxId,
    F::Phone,
    F::Email,
    F::Website,
    F::Address,
    F::Region,
    F::Postcode,
    F::Country,
    F::Sector,
    F::Source,
    F::Stage,
    F::Tags,
    F::Potential,
    F::PotentialOn,
    F::PotentialSource,
    F::VisitEvery,
    F::TouchEvery,
    F::DoNotContact,
    F::Notes,
];

/// The field of clients with this name: its key, or its label, whatever case, accents and marks.
pub fn named<'a>(name: &str, defined: &'a CustomFields) -> Option<&'a CustomField> {
    let name = key_of(name)?;
    let of_clients = || defined.of(CustomEntity::Client);
    let by_key = of_clients().find(|field| field.key == name);
    by_key.or_else(|| of_clients().find(|field| key_of(&field.label).as_ref() == Some(&name)))
}

/// Do the rows of such a file say what a client has in them?
pub fn has_place(kind: FileKind) -> bool {
    matches!(kind, FileKind::Clients | FileKind::Sales)
}

/// Does a field of one's own take a column that would be this?
pub fn goes_before(field: Option<F>) -> bool {
    field.is_none_or(|field| GIVES_WAY.contains(&field))
}
