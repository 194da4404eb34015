//! A filter as it is kept: a line in English words and figures, so that it means the same to everybody whatever their
//! language and country.

use super::{Filter, FilterError, Reading, parse};
use crate::text::{Lang, Locale};

impl Filter {
    /// The line that is kept.
    pub fn to_stored(&self, reading: &Reading<'_>) -> String {
        let english = Locale::of(Lang::En);
        self.kept(&Reading { locale: &english, ..*reading })
    }

    /// The filter that a kept line says; what it names may be gone since.
    pub fn from_stored(line: &str, reading: &Reading<'_>) -> Result<Self, FilterError> {
        let english = Locale::of(Lang::En);
        parse(line, &Reading { locale: &english, ..*reading })
    }
}
