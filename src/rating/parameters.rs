//! The numbers of the definition that a portfolio may change; stored with each calibration.

use serde::{Deserialize, Serialize};

/// Parts per million of a whole.
pub const PPM: i64 = 1_000_000;

/// Parameters of the formula, all integers so that they are stored exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Parameters {
    /// Days in which a sale loses half of its weight.
    pub half_life_days: u32,
    /// How many usual intervals of the portfolio are mixed into a client's own.
    pub gap_prior_weight: u32,
    /// The usual interval when too few clients have bought twice, in thousandths of a day.
    pub default_gap_millidays: i64,
    /// From how many clients with two purchase days the portfolio's own usual interval is taken.
    pub gap_min_clients: u32,
    /// The overdue ratio at which a client is half active, in thousandths.
    pub activity_scale_milli: i64,
    /// The part of the purchases made elsewhere that counts as value, in ppm.
    pub potential_weight_ppm: i64,
    /// Months for which an estimate of potential counts whole.
    pub potential_full_months: u32,
    /// Months for which it counts at least half.
    pub potential_half_months: u32,
    /// What a threshold is multiplied by for a client to rise over it, in ppm.
    pub up_ppm: i64,
    /// What a threshold is multiplied by for a client to fall under it, in ppm.
    pub down_ppm: i64,
    /// A 1★ client less active than this has 0★, in ppm; 0 turns the rule off.
    pub silent_activity_ppm: i64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            half_life_days: 180,
            gap_prior_weight: 2,
            default_gap_millidays: 90_000,
            gap_min_clients: 20,
            activity_scale_milli: 4_000,
            potential_weight_ppm: 100_000,
            potential_full_months: 12,
            potential_half_months: 24,
            up_ppm: 1_150_000,
            down_ppm: 700_000,
            silent_activity_ppm: 100_000,
        }
    }
}

/// A parameter outside of what the definition means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{name} is {value}, not between {least} and {most}")]
pub struct ParametersError {
    /// The field's name.
    pub name: &'static str,
    pub value: i64,
    pub least: i64,
    pub most: i64,
}

impl Parameters {
    /// Whether the invariants of the rating hold with these parameters; to be asked of settings before they are used.
    ///
    /// # Errors
    /// Names the first field that is out of its range.
    pub fn check(&self) -> Result<(), ParametersError> {
        let full = i64::from(self.potential_full_months);
        let ranges = [
            (
                "half_life_days",
                i64::from(self.half_life_days),
                1,
                i64::from(super::weights::LONGEST_HALF_LIFE),
            ),
            ("gap_prior_weight", i64::from(self.gap_prior_weight), 1, 1_000),
            ("default_gap_millidays", self.default_gap_millidays, 1_000, 36_500_000),
            ("gap_min_clients", i64::from(self.gap_min_clients), 1, i64::from(u32::MAX)),
            ("activity_scale_milli", self.activity_scale_milli, 1, 1_000_000),
            ("potential_weight_ppm", self.potential_weight_ppm, 0, PPM),
            ("potential_full_months", full, 0, 1_200),
            ("potential_half_months", i64::from(self.potential_half_months), full, 1_200),
            ("up_ppm", self.up_ppm, PPM, 10 * PPM),
            ("down_ppm", self.down_ppm, 0, PPM),
            ("silent_activity_ppm", self.silent_activity_ppm, 0, PPM),
        ];
        for (name, value, least, most) in ranges {
            if !(least..=most).contains(&value) {
                return Err(ParametersError { name, value, least, most });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_in_range_and_nonsense_is_named() {
        assert_eq!(Parameters::default().check(), Ok(()));
        let error = Parameters { down_ppm: 1_200_000, ..Parameters::default() }.check().unwrap_err();
        assert_eq!(error.to_string(), "down_ppm is 1200000, not between 0 and 1000000");
        assert!(Parameters { half_life_days: 0, ..Parameters::default() }.check().is_err());
        assert!(Parameters { potential_half_months: 3, ..Parameters::default() }.check().is_err());
    }

    #[test]
    fn stored_parameters_come_back_and_missing_ones_are_the_defaults() {
        let changed = Parameters { half_life_days: 90, ..Parameters::default() };
        let stored = serde_json::to_string(&changed).unwrap();
        assert_eq!(serde_json::from_str::<Parameters>(&stored).unwrap(), changed);
        assert_eq!(serde_json::from_str::<Parameters>(r#"{"half_life_days":90}"#).unwrap(), changed);
        assert!(serde_json::from_str::<Parameters>(r#"{"halflife":90}"#).is_err());
    }
}
