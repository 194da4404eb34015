//! The sale: a document of sale or return with its lines, and the one formula for a line's amount.

use super::day::Day;
use super::ids::{ClientId, ContactId, ProductId, SaleId, SalespersonId};
use super::kinds::SaleKind;
use super::stars::Stars;
use serde::{Deserialize, Serialize};

/// Units of the base currency for one unit of the sale's, in billionths; 1:1 is this.
pub const RATE_ONE: i64 = 1_000_000_000;

/// One product on a sale. Quantity, price and amount are positive on a return too: its kind carries the sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleLine {
    pub product: Option<ProductId>,
    /// The product's name, or free text where there is no product.
    pub description: String,
    /// Thousandths of the product's unit.
    pub quantity_milli: i64,
    /// Price of one unit in millionths of a unit of the sale's currency.
    pub price_micros: i64,
    /// Discount in hundredths of a percent, 0 to 10,000.
    pub discount_bp: i64,
}

/// A sale as a form, the quick log or a file brings it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleDraft {
    pub id: Option<SaleId>,
    pub rev: i64,
    pub client: ClientId,
    /// Who bought.
    pub contact: Option<ContactId>,
    pub salesperson: Option<SalespersonId>,
    pub day: Day,
    pub number: String,
    pub kind: SaleKind,
    /// ISO 4217 code.
    pub currency: String,
    /// Frozen exchange rate to the base currency, in billionths.
    pub rate_nanos: i64,
    pub lines: Vec<SaleLine>,
    pub notes: String,
}

/// A sale in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleRow {
    pub id: SaleId,
    pub client: ClientId,
    pub client_name: String,
    pub stars: Option<Stars>,
    pub contact: String,
    pub salesperson: String,
    pub day: Day,
    pub number: String,
    pub kind: SaleKind,
    pub currency: String,
    /// Signed minor units of the sale's currency.
    pub total_minor: i64,
    /// Signed minor units of the base currency.
    pub base_minor: i64,
    pub lines: i64,
    /// Names of the products, the first few.
    pub products: String,
}

/// Why a line has no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the amount is too large")]
pub struct AmountTooLarge;

/// Divides rounding half away from zero.
fn divide_rounded(value: i128, by: i128) -> i128 {
    let half = by / 2;
    if value >= 0 { (value + half) / by } else { (value - half) / by }
}

impl SaleLine {
    /// `quantity · price · (1 − discount)` in minor units of a currency with `exponent` decimals, rounded
    /// half away from zero once, at the end.
    pub fn amount_minor(&self, exponent: u32) -> Result<i64, AmountTooLarge> {
        let scaled = i128::from(self.quantity_milli)
            .checked_mul(i128::from(self.price_micros))
            .and_then(|product| product.checked_mul(i128::from(10_000 - self.discount_bp)))
            .ok_or(AmountTooLarge)?;
        // thousandths · millionths · hundredths of a percent make 10^13 to a currency unit.
        let divisor = 10_i128.pow(13_u32.saturating_sub(exponent.min(13)));
        i64::try_from(divide_rounded(scaled, divisor)).map_err(|_range| AmountTooLarge)
    }
}

/// `minor` of a currency with `exponent` decimals in minor units of the base currency.
pub fn to_base(
    minor: i64,
    exponent: u32,
    rate_nanos: i64,
    base_exponent: u32,
) -> Result<i64, AmountTooLarge> {
    let scaled = i128::from(minor)
        .checked_mul(i128::from(rate_nanos))
        .and_then(|scaled| scaled.checked_mul(10_i128.pow(base_exponent)))
        .ok_or(AmountTooLarge)?;
    let divisor = i128::from(RATE_ONE) * 10_i128.pow(exponent);
    i64::try_from(divide_rounded(scaled, divisor)).map_err(|_range| AmountTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(quantity_milli: i64, price_micros: i64, discount_bp: i64) -> SaleLine {
        SaleLine { product: None, description: String::new(), quantity_milli, price_micros, discount_bp }
    }

    #[test]
    fn an_amount_is_rounded_once_half_away_from_zero() {
        assert_eq!(line(3_000, 45_900_000, 0).amount_minor(2), Ok(13_770));
        assert_eq!(line(1_000, 5_000, 0).amount_minor(2), Ok(1));
        assert_eq!(line(-1_000, 5_000, 0).amount_minor(2), Ok(-1));
        assert_eq!(line(1_000, 4_999, 0).amount_minor(2), Ok(0));
        assert_eq!(line(10_000, 9_800_000, 1_500).amount_minor(2), Ok(8_330));
        assert_eq!(line(1_000, 1_500_000, 0).amount_minor(0), Ok(2));
        assert_eq!(line(i64::MAX, i64::MAX, 0).amount_minor(2), Err(AmountTooLarge));
    }

    #[test]
    fn another_currency_comes_to_the_base_at_the_frozen_rate() {
        assert_eq!(to_base(10_000, 2, RATE_ONE, 2), Ok(10_000));
        assert_eq!(to_base(1_000, 0, 6_100_000, 2), Ok(610));
        assert_eq!(to_base(-10_000, 2, 925_000_000, 2), Ok(-9_250));
        assert_eq!(to_base(i64::MAX, 0, i64::MAX, 4), Err(AmountTooLarge));
    }
}
