//! Stars: the one standard for what a client is worth.

/// 0 to 5 stars. Not yet rated is `Option::<Stars>::None`, never 0: 0★ says "no value shown".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Stars(u8);

impl Stars {
    pub const ZERO: Self = Self(0);
    pub const MAX: Self = Self(5);

    /// `None` above 5.
    pub fn new(stars: u8) -> Option<Self> {
        (stars <= 5).then_some(Self(stars))
    }

    /// The number, 0 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}
