//! The two conversions between integers and reals, so that what they lose is said in one place.

/// The nearest real. Exact below 2^53; beyond, the relative error is under 2^-53 and order is kept.
#[expect(clippy::cast_precision_loss, reason = "rounds to nearest, which is what is wanted")]
pub fn real(value: i128) -> f64 {
    value as f64
}

/// The nearest integer, halves away from zero; saturates at the ends of `i64`.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
pub fn rounded(value: f64) -> i64 {
    value.round() as i64
}

/// An `i128` brought into `i64`; saturates.
pub fn narrow(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}
