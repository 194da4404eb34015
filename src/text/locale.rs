//! How a place writes numbers, money and dates; a small table after CLDR, so that no locale data are needed at run time.

use super::Lang;

/// The order of day, month and year in a numeric date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    Dmy,
    Mdy,
    Ymd,
}

/// The language and the written forms of one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Locale {
    pub lang: Lang,
    /// ISO 3166 code of the country, `ES`; empty when it is not known.
    pub region: &'static str,
    /// The decimal mark.
    pub decimal: char,
    /// What stands between groups of three digits.
    pub group: char,
    /// Digits before the first group mark of an integer, at least: with 2, `1234` but `12.345`.
    pub min_grouping: u8,
    pub date_order: DateOrder,
    /// `€1` rather than `1 €`.
    pub currency_before: bool,
    /// A space between the sign and the amount when the sign stands before it.
    pub currency_spaced: bool,
    /// ISO 4217 code of the money used there; it decides whose sign a bare `$` is.
    pub home_currency: &'static str,
}

const NO_BREAK_SPACE: char = '\u{a0}';

const SPAIN: Locale = Locale {
    lang: Lang::Es,
    region: "ES",
    decimal: ',',
    group: '.',
    min_grouping: 2,
    date_order: DateOrder::Dmy,
    currency_before: false,
    currency_spaced: true,
    home_currency: "EUR",
};

const UNITED_STATES: Locale = Locale {
    lang: Lang::En,
    region: "US",
    decimal: '.',
    group: ',',
    min_grouping: 1,
    date_order: DateOrder::Mdy,
    currency_before: true,
    currency_spaced: false,
    home_currency: "USD",
};

/// Spanish of the Americas with a decimal comma.
const fn comma(region: &'static str, home_currency: &'static str, currency_spaced: bool) -> Locale {
    Locale { region, home_currency, currency_spaced, min_grouping: 1, currency_before: true, ..SPAIN }
}

/// Spanish of the Americas with a decimal point.
const fn point(region: &'static str, home_currency: &'static str, currency_spaced: bool) -> Locale {
    Locale { decimal: '.', group: ',', ..comma(region, home_currency, currency_spaced) }
}

/// English outside the United States.
const fn english(region: &'static str, home_currency: &'static str, date_order: DateOrder) -> Locale {
    Locale { region, date_order, home_currency, ..UNITED_STATES }
}

/// The first of a language is its default.
const KNOWN: &[Locale] = &[
    SPAIN,
    comma("AR", "ARS", true),
    comma("CL", "CLP", false),
    comma("CO", "COP", true),
    comma("UY", "UYU", true),
    comma("PY", "PYG", true),
    comma("EC", "USD", false),
    comma("VE", "VES", false),
    comma("BO", "BOB", false),
    Locale { group: NO_BREAK_SPACE, ..comma("CR", "CRC", false) },
    point("MX", "MXN", false),
    point("US", "USD", false),
    point("PR", "USD", false),
    point("GT", "GTQ", false),
    point("HN", "HNL", false),
    point("NI", "NIO", false),
    point("PA", "PAB", false),
    point("DO", "DOP", false),
    point("SV", "USD", false),
    point("PE", "PEN", true),
    point("419", "USD", false),
    UNITED_STATES,
    english("GB", "GBP", DateOrder::Dmy),
    english("IE", "EUR", DateOrder::Dmy),
    english("AU", "AUD", DateOrder::Dmy),
    english("NZ", "NZD", DateOrder::Dmy),
    english("CA", "CAD", DateOrder::Ymd),
];

impl Locale {
    /// All places of the table.
    pub fn known() -> &'static [Self] {
        KNOWN
    }

    /// The language's default: `es-ES`, `en-US`.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Es => SPAIN,
            Lang::En => UNITED_STATES,
        }
    }

    /// Most of the Americas begin the week on Sunday, Europe and the south of South America on Monday (CLDR).
    pub fn week_begins_on_sunday(&self) -> bool {
        const SUNDAY: [&str; 15] =
            ["US", "CA", "MX", "CO", "PE", "PR", "GT", "HN", "NI", "PA", "DO", "SV", "VE", "PY", "419"];
        SUNDAY.contains(&self.region)
    }

    /// The locale of a tag such as `es_ES.UTF-8`, `es-MX` or `en_GB`; `None` when the language is not one of ours. A
    /// country that we do not know gets its language's default; in English then with the day first.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let lang = Lang::from_tag(tag)?;
        let Some(region) = region(tag) else { return Some(Self::of(lang)) };
        let known = KNOWN
            .iter()
            .find(|locale| locale.lang == lang && locale.region.eq_ignore_ascii_case(region))
            .copied();
        Some(known.unwrap_or(match lang {
            Lang::Es => SPAIN,
            Lang::En => english("", "", DateOrder::Dmy),
        }))
    }

    /// The locale that the environment asks for: `CARTERA_LANG`, then `LC_ALL`, `LC_MESSAGES`, `LANG`, of which the first
    /// that is set counts. A bare `CARTERA_LANG=es` takes its country from the others.
    pub fn detect(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.trim().is_empty());
        let system = system.as_deref().map(str::trim);
        match variable("CARTERA_LANG").and_then(|tag| Self::asked(&tag, system)) {
            Some(locale) => locale,
            None => system.map_or(UNITED_STATES, Self::of_system),
        }
    }

    /// The locale of a wish like `--lang es`, whose country is the system's when it speaks the same language.
    pub fn asked(tag: &str, system: Option<&str>) -> Option<Self> {
        let wished = Self::from_tag(tag)?;
        let of_system = system.map(Self::of_system).filter(|locale| locale.lang == wished.lang);
        Some(if region(tag).is_none() { of_system.unwrap_or(wished) } else { wished })
    }

    /// Nearly all the world that speaks neither language writes the day first.
    fn of_system(tag: &str) -> Self {
        let neutral = tag.starts_with("C.") || ["C", "POSIX"].contains(&tag);
        let foreign = if neutral { UNITED_STATES } else { english("", "", DateOrder::Dmy) };
        Self::from_tag(tag).unwrap_or(foreign)
    }
}

/// The country in a tag: the first part after the language with two letters or three digits.
fn region(tag: &str) -> Option<&str> {
    let name = tag.trim().split(['.', '@']).next()?;
    name.split(['-', '_']).skip(1).find(|part| {
        let letters = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        letters || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(variables: &[(&str, &str)]) -> Locale {
        Locale::detect(&|name| {
            variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn tags_of_every_style_are_read() {
        for tag in ["es", "es-ES", "es_ES.UTF-8", "ES_es@euro", "es-Latn-ES"] {
            assert_eq!(Locale::from_tag(tag), Some(SPAIN), "{tag}");
        }
        let mexico = Locale::from_tag("es_MX.UTF-8").unwrap();
        assert_eq!((mexico.decimal, mexico.group, mexico.min_grouping), ('.', ',', 1));
        assert_eq!(Locale::from_tag("en-GB").unwrap().date_order, DateOrder::Dmy);
        assert_eq!(Locale::from_tag("en-IN").unwrap().date_order, DateOrder::Dmy);
        assert_eq!(Locale::from_tag("en").unwrap().date_order, DateOrder::Mdy);
        assert_eq!(Locale::from_tag("fr-FR"), None);
        assert_eq!(Locale::from_tag(""), None);
    }

    #[test]
    fn decimal_and_group_marks_differ_everywhere() {
        for locale in KNOWN {
            assert_ne!(locale.decimal, locale.group, "{}", locale.region);
            assert_eq!(Locale::from_tag(&format!("{}-{}", locale.lang.code(), locale.region)), Some(*locale));
        }
    }

    #[test]
    fn the_first_variable_that_is_set_counts() {
        assert_eq!(detect(&[]), UNITED_STATES);
        assert_eq!(detect(&[("LANG", "es_AR.UTF-8")]).region, "AR");
        assert_eq!(detect(&[("LANG", "es_AR.UTF-8"), ("LC_ALL", "en_GB")]).region, "GB");
        assert_eq!(detect(&[("LANG", "es_AR.UTF-8"), ("LC_ALL", "")]).region, "AR");
        assert_eq!(detect(&[("LANG", "es_AR.UTF-8"), ("LC_MESSAGES", "C")]), UNITED_STATES);
        assert_eq!(detect(&[("LANG", "C.UTF-8")]), UNITED_STATES);
    }

    #[test]
    fn a_bare_wish_keeps_the_country_of_the_system() {
        assert_eq!(detect(&[("CARTERA_LANG", "es"), ("LANG", "es_MX.UTF-8")]).region, "MX");
        assert_eq!(detect(&[("CARTERA_LANG", "es"), ("LANG", "en_US.UTF-8")]), SPAIN);
        assert_eq!(detect(&[("CARTERA_LANG", "es-CL"), ("LANG", "es_MX.UTF-8")]).region, "CL");
        assert_eq!(detect(&[("CARTERA_LANG", "xx"), ("LANG", "es_MX.UTF-8")]).region, "MX");
    }

    #[test]
    fn a_foreign_system_speaks_english_with_the_day_first() {
        let german = detect(&[("LANG", "de_DE.UTF-8")]);
        assert_eq!((german.lang, german.date_order), (Lang::En, DateOrder::Dmy));
    }
}
